package ui

import "handback/notes"

// Vault keeps protected journals. Journals.Open answers ErrLocked for one of them, and ErrNoKey where its key is missing.
// All of it takes a second or more, and none of it is for the UI goroutine.
type Vault interface {
	// Unlock opens the protected journal at path: ErrSecret where secret is another's. Lines that were captured while it was
	// locked are filed first.
	Unlock(path string, secret notes.Secret) (Opened, error)
	// UnlockByKeychain opens it with the key that the system's keychain holds; ErrLocked where it holds none.
	UnlockByKeychain(path string) (Opened, error)
	// Protected reports whether the journal at path is a protected one.
	Protected(path string) bool
	// Protect turns the closed plain journal at path into a protected one in its place. Nothing of the plain one goes before
	// the protected one was read back and compared; where it returns an error the plain one is there as it was. An error of
	// progress ends it; it returns context.Canceled where that is one.
	Protect(path string, p notes.Protection, progress func(done, of int64) error) (notes.Protected, error)
	// Unprotect turns the closed protected journal at path back into a plain one; it ends as Protect does.
	Unprotect(path string, secret notes.Secret, progress func(done, of int64) error) error
	// ChangePassphrase says a new passphrase; nothing but the key file is written.
	ChangePassphrase(path string, secret notes.Secret, to string) error
	// SetKeychain keeps the key in the system's keychain, or takes it out.
	SetKeychain(path string, secret notes.Secret, keep bool) error
	// HasKeychain reports whether the system's keychain holds the key of the journal at path.
	HasKeychain(path string) bool
	// Check returns nil where secret opens the journal at path, which may be open: ErrSecret where it is another's.
	Check(path string, secret notes.Secret) error
	// SalvageWith reads what can be read of the damaged protected journal at path into a new one beside it, protected as it is.
	SalvageWith(path string, secret notes.Secret) (notes.Salvaged, error)
	// PlainCopies are those of the protected journal at path that lie beside it, as Protect names them.
	PlainCopies(path string) (left []string, err error)
	// Forget deletes the plain copies in left, of those that Protect or PlainCopies named.
	Forget(left []string) error
}
