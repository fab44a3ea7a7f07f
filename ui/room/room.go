// Package room is what a room of the window and the shell around it know of each other. A room is one screen: it draws
// what the journal holds, and turns taps and keys into changes that the shell commits.
package room

import (
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/widgets"
)

// Room is one screen, made anew for each Place that the window goes to.
type Room interface {
	// Content is the room's tree. It stays the same object for the life of the room.
	Content() fyne.CanvasObject
	// Reload reads the journal and draws it. The shell calls it on entering and after each change. It touches lists and
	// labels, never the text of an editor.
	Reload() error
}

// Mover is a room that can go to another place of its own screen without being made anew, e.g. from note to note.
type Mover interface {
	// Move reports false where the place is not the room's.
	Move(Place) (moved bool, err error)
}

// Leaver is a room that has something to finish before another takes its place.
type Leaver interface {
	// Leave is called before another room is shown, the window closes, or the room is made anew. An error keeps the
	// room where it is and is shown.
	Leave() error
}

// Resumer is a room in which choices are made that are in no form and no journal yet. Where the window shows it anew, after a lock or in
// another look, it goes on with them.
type Resumer interface {
	// Resume is called before Leave. It returns how a room of the same screen goes on, once that is shown; nil where nothing was chosen.
	Resume() func(Room)
}

// Stayer is a room that can't be made anew for a while: it works, or shows what is shown only once.
type Stayer interface{ Stays() bool }

// Focuser is a room that says where the keyboard goes on entering.
type Focuser interface {
	Focus() fyne.Focusable
}

// Parted is a room of several parts, which the keyboard goes between by one key; any other room is one.
type Parted interface {
	// Parts are its list, its text and what stands beside it, as far as it has them.
	Parts() []fyne.CanvasObject
}

// Escaper is a room that knows where Esc leads from it; Escape reports false where that is what it is everywhere.
type Escaper interface{ Escape() bool }

// Waiter is a room that may have something that isn't done yet when the window locks, and says what: "" where it has not.
type Waiter interface{ Waits() string }

// Typer is a room that takes what is typed while nothing in the window has the keyboard.
type Typer interface {
	Typed(rune)
}

// Printer is a room that can be put on paper.
type Printer interface {
	// Print shows itself what went wrong.
	Print()
}

// Screen names a room.
type Screen string

// The screens. Each has a row in the table of package ui.
const (
	Today     Screen = "today"
	Team      Screen = "team"
	Prep      Screen = "prep"
	Notes     Screen = "notes" // of a person, Me included: "My notes"
	Growth    Screen = "growth"
	Praise    Screen = "praise"
	Decisions Screen = "decisions"
	LookBack  Screen = "look back"
	Handover  Screen = "hand-over pack"
	// TheirPage is the page that may be turned round; its Part says whether it is.
	TheirPage Screen = "their page"
	Review    Screen = "review" // its Part is the period, and how it is shown
	Meeting   Screen = "meeting"
	TheirFile Screen = "their file" // its Part is the kind of file; of Me it is the manager's own
	Erasing   Screen = "erasing"    // everything about a person, for good
	GoingAway Screen = "going away" // the manager leaves the company
	Search    Screen = "search"
	Settings  Screen = "settings"
	Trash     Screen = "trash"
	Backups   Screen = "backups"   // its Text is the path of the journal, where none is open
	Import    Screen = "import"    // its Text is a path to read
	Rereading Screen = "rereading" // lines that an update reads otherwise
	Health    Screen = "health"    // what was found wrong with the journal
	About     Screen = "about"
	FirstRun  Screen = "first run"
	Problem   Screen = "problem" // the journal can't be opened
	Locked    Screen = "locked"  // its Text is the path of a protected journal
	Protect   Screen = "protect" // the journal gets a passphrase
	Moving    Screen = "moving"  // the journal is on its way to another folder; its Text is that folder
)

// Doer is a room that does, asked from elsewhere, what one of its buttons does.
type Doer interface {
	Room
	Do(act string)
}

// What such rooms do.
const (
	DoPraise   = "praise"
	DoFeedback = "feedback"
	DoGoal     = "goal"
	DoDecision = "decision"
	DoDate     = "date" // asks for the day of the next one-on-one
)

// Place is where the window is, and what back and forward return to.
type Place struct {
	Screen Screen
	Person notes.PersonID // of a person's screen; of Search: the person it is limited to
	Note   notes.NoteID   // Notes and Meeting: the open note; 0 is the one that the room would choose
	Line   int            // Notes: the line to show, counted from 1; 0 is none
	Goal   notes.GoalID   // Growth: the goal to show
	Text   string         // Search and Look back: what is looked for
	Part   string         // Settings: the part to show, e.g. "people"; Notes: whether it shows folded, see package note
}

// Host is what the shell offers to a room. All of it is for the UI goroutine.
type Host interface {
	Journal() notes.Journal
	// Now is the time, in the manager's zone; Today is its day.
	Now() time.Time
	Today() notes.Date
	// Locale is how the manager's country says times.
	Locale() notes.Locale
	// People are all people of the journal (left ones last), as of the last change.
	People() []notes.Person
	// Person is one of them; the zero Person where there is none.
	Person(notes.PersonID) notes.Person
	// Me is the manager.
	Me() notes.Person
	// Context is how lines of a note about person, dated date, are read.
	Context(person notes.PersonID, date notes.Date) notes.Context

	// Go shows a place. The room is left first; where it refuses, the window stays.
	Go(Place)
	// Place is where the window is.
	Place() Place
	// Apply flushes the open draft, commits the change, replays its edits into the open editor and reloads what is in
	// view. Where say is not empty it is shown with "Undo" for ten seconds, and the change is an act of the user's, which
	// undo reaches from then on. An error has been shown already when Apply
	// returns it, in the dialog on top where there is one; it is marked so (widgets.Said), and nothing shows it again.
	Apply(change notes.Change, say string) (notes.Applied, error)
	// ApplySlowly is Apply for a change that may take long: it is committed off the UI goroutine, and done is called then. The
	// caller keeps the window from asking the journal for anything meanwhile, which would wait.
	ApplySlowly(change notes.Change, say string, done func(notes.Applied, error))
	// Questions are prompt.Choose of what was read about a person, or remembered of that reading.
	Questions(f notes.PromptFacts) []prompt.Prompt
	// Record commits what nothing in view shows, and reloads nothing: that a prompt was seen. An error has been shown
	// already when it returns, as Apply's has.
	Record(change notes.Change) error
	// Show tells the user of an error in a sentence, once. A nil error is none.
	Show(error)
	// Say shows a short sentence that goes away by itself.
	Say(string)
	// KeysOf is the shortcut of such a command as it is shown, "" where it has none.
	KeysOf(command string) string
	// Run runs the command of the shell's table with this id, e.g. "person.add" (see package ui).
	Run(command string)

	// Window is the window, for dialogs, menus and focus.
	Window() fyne.Window
	// Draft is the one open draft; Editor is the one note editor, which the room in view wires to itself. An editor has
	// fonts of its own, so that a second one would cost start and memory.
	Draft() Draft
	Editor() *widgets.Editor
	// After runs f on the UI goroutine once d has passed, unless stop was called before. What was planned, or is under way in
	// the background, while one journal was open does not come back to the window when it is closed, or locked, by then.
	After(d time.Duration, f func()) (stop func())
	// Background runs work off the UI goroutine, then done on it. Only what is slow goes there.
	Background(work func() error, done func(error))
	// Promptly is Background for what answers a key and is mostly done at once: done may be called before it returns, so that
	// both are drawn together.
	Promptly(work func() error, done func(error))
}

// Draft is the note that is being written, whichever room shows its editor.
type Draft interface {
	// Open puts the note's text (projected, where project is true) into the editor and watches it from then on.
	// A draft that was open is closed first; where it can't be saved, Open fails and it stays open.
	Open(note notes.Note, editor Editor, project bool) error
	// Note is the open note as last saved, its Body as in the editor. ok is false where none is open.
	Note() (note notes.Note, ok bool)
	// Body is the whole text as it would be saved now.
	Body() string
	// Folded is how many lines the projection leaves out.
	Folded() int
	// FoldedLines are these lines.
	FoldedLines() []string
	// Shows is the line of the editor that a line of the note is, both counted from 1; false where it is folded.
	Shows(line int) (shown int, ok bool)
	// Changed is called by the room when the editor's text changed.
	Changed()
	// Rest is called by the room when the editor's caret may have moved, or the keyboard left it: of a projected note the
	// lines that the caret has left are folded where they are not for the person's eyes.
	Rest()
	// Flush saves now. It returns nil where there is nothing to save.
	Flush() error
	// Close saves and lets go of the editor. Where it can't be saved the draft stays open and the error is returned.
	Close() error
}

// Editor is the part of the note editor that a draft drives. Offsets count runes.
type Editor interface {
	Text() string
	SetText(string)
	// Open loads a text, and with it what can be undone of it, where that was kept under this key. Where the text was
	// changed elsewhere meanwhile, that is one more act to undo if rebase is true; else nothing can be undone.
	Open(key, text string, rebase bool)
	// Keep keeps under a key what can be undone of the text that stands here.
	Keep(key string)
	// Prune forgets what would bring a line back by undo, or by doing again, that may not be shown.
	Prune(shows func(line string) bool)
	// Replace puts with in the place of the runes from start to end, as one undoable act, and leaves the caret where
	// it stood in the text.
	Replace(start, end int, with string)
	// Together makes all that act replaces one act to undo.
	Together(act func())
	// CaretLine is the line in which one types, counted from 0; -1 where the keyboard is elsewhere.
	CaretLine() int
	// SetCaret puts the caret after so many runes.
	SetCaret(offset int)
	// Undo takes the last edit back. Travels tells, while the editor's change is told, what it is: -1 undo, 1 redo, 0
	// anything else.
	Undo()
	Travels() int
}
