package notes

import "time"

// Whereabouts says what else has its hands on the folder that a journal is in.
type Whereabouts struct {
	// Sync is the sync program that keeps the folder on other computers too, e.g. "Dropbox"; "" where none is known of.
	Sync string
	// Mark is by what the program was known: a file or folder that it makes, or a list of its own.
	Mark string
	// Network says that the folder is on another computer.
	Network bool
}

// ConflictCopy is a copy of a journal that a sync program put beside it, since both sides had changed.
type ConflictCopy struct {
	Path string
	// By is what made it, e.g. "Syncthing"; "" where several name their copies so.
	By string
	// Saved is when it was written last, by its own rows; by the disk where it can't be read.
	Saved time.Time
	// Notes and People are how many it has, the trash left out.
	Notes, People int
	// Wrong is why it can't be merged, a sentence; "" where it can.
	Wrong string
}

// Merged says what became of a copy that was merged.
type Merged struct {
	// Before is the copy of the journal as it was before, Aside where the merged copy was put.
	Before, Aside string
}
