package notes

import "time"

// Journal is everything that the window asks of storage, one interface for each kind of thing. A screen asks its host for
// the whole; a part that works on its own, off the UI goroutine for one, says in an interface of its own what it takes.
//
// All methods may be called from any goroutine: each waits for the one before it. A read sees all that was committed
// before it began, and what takes long in the background holds up whoever asks meanwhile. The screens read and write on
// the UI goroutine, but for Search and for what Today reads last at the start. What a read returns is the caller's own.
// It returns ErrNotFound where that is said, ErrDamaged where the file is, and ErrClosed where the journal was closed
// before its turn came.
type Journal interface {
	People
	Notes
	Rereads
	Briefs
	Growth
	Logs
	PastReader
	Reviews
	HeldReader
	Team
	StepIns
	Answers
	Finder
	Settings
	Bin
	Outbox
	Intake
	Writer
}

// Writer is the one way to change a journal. The shell alone uses it, on the UI goroutine: rooms go through their host,
// which saves the open draft first.
type Writer interface {
	// Apply commits the whole change or nothing of it. It returns Invalid, ErrConflict, ErrNotFound, ErrReadOnly or
	// ErrFull where it cannot.
	Apply(Change) (Applied, error)
	// SaveBody replaces the text of a note whose rev is still base, files it anew and returns the new rev. It returns
	// ErrConflict where the rev is another one, and otherwise what Apply does.
	SaveBody(id NoteID, base int64, body string) (rev int64, err error)
	// ReadOnly reports whether the journal can only be read, and why, as a sentence for the user. It never waits, and
	// stays the same as long as the journal is open.
	ReadOnly() (why string, readOnly bool)
}

// Outbox writes what leaves the journal. The journal itself stays as it is, so that one that can only be read has it too.
type Outbox interface {
	// WriteFile writes a file, whole or not at all, and returns where it is. It returns ErrExists where one is there and
	// may not be replaced, otherwise ErrFull, ErrNoAccess, ErrInUse or Invalid, each saying in a sentence what to do. It
	// is for the background: disks may be slow.
	WriteFile(path string, data []byte, replace bool) (at string, err error)
}

// People reads people.
type People interface {
	// People are all people but the deleted, in sidebar order; those who left come last. It includes Me.
	People() ([]Person, error)
	// Roster is RosterOf all people, with what is planned and was held.
	Roster(now time.Time) ([]RosterLine, error)
	// WouldUnfile are the lines, as they stand in their notes, that are filed for a person now and would not be after the
	// change. It changes nothing.
	WouldUnfile(Change, PersonID) ([]string, error)
	// WouldRefile counts the lines that the change files, unfiles or files as something else. It changes nothing.
	WouldRefile(Change) (Refiled, error)
}

// Notes reads notes.
type Notes interface {
	// Note returns ErrNotFound where there is none or it is deleted.
	Note(NoteID) (Note, error)
	// NotesOf are the notes of a person: planned ones first, then by date, newest first; at most so many, 0 for all.
	NotesOf(id PersonID, most int) ([]NoteHead, error)
	// PlannedNote is the person's next one-on-one; ErrNotFound where none is planned.
	PlannedNote(PersonID) (Note, error)
	// HeldDates are the days of a person's held one-on-ones since a day, oldest first; a day as often as it has some.
	HeldDates(PersonID, Date) ([]Date, error)
	// HeldNotes are a person's held one-on-ones since a day, oldest first: of one day there may be several.
	HeldNotes(PersonID, Date) ([]NoteHead, error)
	// FiledFrom are the items of one note, one row per person, in line order.
	FiledFrom(NoteID) ([]Filed, error)
	Revisions(NoteID) ([]Revision, error)
}

// Rereads reads which lines an update of the grammar reads otherwise than they were read before.
type Rereads interface {
	// Rereadings are the lines that wait for an answer, newest note first.
	Rereadings() ([]Rereading, error)
	// Undecided is how these lines are read until then.
	Undecided() (Undecided, error)
}

// Revision is an earlier text of a note.
type Revision struct {
	At   time.Time
	Rev  int64
	Body string
}

// Briefs reads what prepares a one-on-one: Today, Prep, the meeting, their page and what is left when somebody leaves.
type Briefs interface {
	// Facts returns ErrNotFound where there is no such person.
	Facts(PersonID, time.Time) (Facts, error)
	// PromptFacts may be given to several: nothing in them may be changed.
	PromptFacts(PersonID, time.Time) (PromptFacts, error)
	// ReadAhead reads PromptFacts of every active report, so that they are there when they are asked for, and returns those
	// that were not read yet.
	ReadAhead(time.Time) ([]PromptFacts, error)
	// IOwe is what IsOwed to everybody, oldest first.
	IOwe() ([]Filed, error)
	// OpenActions is what IsOwedByMe to everybody, oldest first. What is about people who left is among it: a promise
	// does not vanish.
	OpenActions() ([]Filed, error)
	// Expectations are what a person and the manager count on each other for, in their order.
	Expectations(PersonID) ([]Expectation, error)
}

// Growth reads goals and areas.
type Growth interface {
	// Goals are the goals of a person with their children: open ones first, in the order they were made.
	Goals(PersonID) ([]Goal, error)
	// Evidence are the lines that carry one of the tags of a goal, newest first.
	Evidence(GoalID) ([]Filed, error)
	Areas(PersonID) ([]Area, error)
	CompanyGoals() ([]CompanyGoal, error)
	// AllGoals are the open goals of everybody who has not left, with their children.
	AllGoals() ([]Goal, error)
	// AllAreas are the areas of everybody who has not left.
	AllAreas() ([]Area, error)
}

// Logs reads what was filed about one person over the years.
type Logs interface {
	// PraiseLog is the praise and feedback for a person since a day, newest first.
	PraiseLog(PersonID, Date) ([]Filed, error)
	// NewestPraise is what of PraiseLog a screen shows first: of what was given to the person the newest praise and the newest
	// feedback, so many of each, and all that is not said yet, newest first.
	NewestPraise(id PersonID, since Date, each int) ([]Filed, error)
	// PraiseMarks is PraiseLog in no order, with nothing but label, actor, state and day of the note.
	PraiseMarks(PersonID, Date) ([]Filed, error)
	// OlderPraise is the praise and feedback for a person of before a day that is not said yet, newest first; more
	// reports whether there is other praise or feedback of before that day.
	OlderPraise(PersonID, Date) (unsaid []Filed, more bool, err error)
	// Decisions are the `decided` lines about a person since a day, newest first, with the note kinds they stand in. Those
	// of planned and missed notes, and those whose state is History, are on record but count nowhere.
	Decisions(PersonID, Date) ([]Filed, error)
	// IdeasOf are the ideas of a person since a day, newest first, answered ones too.
	IdeasOf(id PersonID, since Date) ([]Filed, error)
}

// Team reads what was filed about everybody.
type Team interface {
	// Ideas are the ideas of everybody, newest first, and those of people who left: all that wait or are on trial, and of
	// those since a day that were answered the newest, so many at least; more reports whether there are further ones.
	Ideas(since Date, answered int) (ideas []Filed, more bool, err error)
	// Asks are the `ask` lines of everybody since a day, newest first: a sweep is the same question asked of many.
	Asks(since Date) ([]Filed, error)
	// DoneUnder are the newest praise and `decided` lines since a day that carry one of the tags, of each person and tag at
	// most so many; the newest of all first.
	DoneUnder(tags []string, since Date, most int) ([]Filed, error)
	// Quiet is, for each active report in alphabetical order, the day of the newest line of each kind, up to today and
	// in held and journal notes.
	Quiet(now time.Time) ([]QuietRow, error)
}

// QuietRow is when each thing was last noted about a person; no date for never.
type QuietRow struct {
	Person       PersonID
	Praised      Date // praise for them
	HandedOver   Date // a decision of theirs, or a level raised
	IdeaTakenUp  Date // an idea of theirs on trial, adopted or learnt from
	GrowthTalked Date // a line with a tag of one of their goals
	AskedNeed    Date // a need of theirs noted, or an ask about it answered
}

// StepIns reads where the manager has stepped in.
type StepIns interface {
	// StepIns are the step-ins about a person, or about anybody where the id is 0: not handed back first, then newest
	// first. People who left stay in them, deleted ones do not; a goal that is in the trash is none.
	StepIns(PersonID) ([]SteppingIn, error)
}

// Answers reads what the manager said to prompts and of lines.
type Answers interface {
	// PromptHistory is every prompt that was shown about a person, newest first, with what came of it.
	PromptHistory(PersonID) ([]PromptEvent, error)
	// Mutes are all kinds muted for anybody.
	Mutes() ([]PromptMute, error)
	// Verdict is what was said about a line, "" for nothing that is in force on day.
	Verdict(noteUID, line string, day Date) (string, error)
	// Dismissals are the suggestions that were dismissed for good: of the note's lines, and everywhere.
	Dismissals(noteUID string) ([]Dismissal, error)
	// Verdicts are what was said about lines and is in force on day; of one line what was said last.
	Verdicts(day Date) ([]Verdict, error)
}

// Settings reads what is kept in the journal.
type Settings interface {
	// Templates are the texts to begin a one-on-one with.
	Templates() ([]Template, error)
	// Setting is "" where nothing was kept.
	Setting(key string) (string, error)
}

// Query is a search.
type Query struct {
	Text   string   // as typed, any text is allowed; what stands in quotes has to be said so
	Person PersonID // 0 for everybody
	Label  Label    // "" for any line and prose
	Tag    string   // "" for any
	Tags   []string // besides Tag: a line has to have all of them
	From   Date
	To     Date
	Not    Without
	Newest bool // newest first; otherwise best first
	Limit  int  // how many notes; 0 is 20
	Lines  int  // how many lines of a note, where it has more; 0 is 3
	// Unfolded are notes of which more lines are wanted, and how many.
	Unfolded map[NoteID]int
	// Shared leaves out everything that Person should not see: private lines, lines that name somebody else, and other
	// people's notes. Without Person it finds nothing.
	Shared bool
}

// Hit is a note that was found.
type Hit struct {
	NoteHead
	Lines []HitLine // the first lines that matched, in the order of the note; one at least
	More  int       // how many lines more matched
}

// HitLine is a line that matched.
type HitLine struct {
	Line    int          // of the body, counted from 1
	Snippet []SnippetRun // its text round the first match
	Item    *Item        // what is filed from it, nil for prose
}

// SnippetRun is a piece of a snippet.
type SnippetRun struct {
	Text  string
	Match bool
}

// KindTag is the kind of a Target that is a tag; it has no id.
const KindTag Kind = "tag"

// Target is something the quick switcher can jump to.
type Target struct {
	Kind   Kind
	ID     int64
	Text   string
	Detail string
	Person PersonID
}

// Finder searches.
type Finder interface {
	// Search takes long with some words, so the screens call it off the UI goroutine and drop an answer that is late.
	Search(Query) (hits []Hit, more bool, err error)
	// PartsWait reports whether Search does not find parts of all words yet, as for a while after an update or a large import.
	PartsWait() (bool, error)
	// Targets are all people, goals and tags, and the newest notes, for the quick switcher.
	Targets() ([]Target, error)
	// SavedSearches are the searches that were given a name, in their order.
	SavedSearches() ([]SavedSearch, error)
	// TagsOf are the tags used in lines about a person, most used first.
	TagsOf(PersonID) ([]string, error)
}

// Trashed is a deleted thing.
type Trashed struct {
	Kind    Kind
	ID      int64
	Text    string
	Person  PersonID
	Deleted time.Time
}

// Bin reads the trash.
type Bin interface {
	Trash() ([]Trashed, error)
}
