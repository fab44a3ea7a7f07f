package notes

import "time"

// Journal is everything the screens ask of storage. Each screen takes the smaller interface that it needs. All methods
// are for one goroutine at a time; a read returns values that the caller owns.
type Journal interface {
	People
	Notes
	Growth
	Filings
	Prompts
	Leading
	Settings
	Finder
	Bin
	Writer
}

// Writer is the one way to change a journal.
type Writer interface {
	// Apply commits the whole change or nothing of it. It returns Invalid, ErrConflict, ErrNotFound, ErrReadOnly or
	// ErrFull where it cannot.
	Apply(Change) (Applied, error)
	// SaveBody replaces the text of a note whose rev is still base, files it anew and returns the new rev. It returns
	// ErrConflict where the rev is another one.
	SaveBody(id NoteID, base int64, body string) (rev int64, err error)
	// ReadOnly reports whether the journal can only be read, and why, as a sentence for the user.
	ReadOnly() (why string, readOnly bool)
}

// People reads people.
type People interface {
	// People are all people but the deleted, in sidebar order; those who left come last. It includes Me.
	People() ([]Person, error)
	// Person returns ErrNotFound where there is none or it is deleted.
	Person(PersonID) (Person, error)
	// Roster is what the sidebar and Today show of each person who has not left, the manager left out.
	Roster(now time.Time) ([]RosterLine, error)
}

// Notes reads notes.
type Notes interface {
	// Note returns ErrNotFound where there is none or it is deleted.
	Note(NoteID) (Note, error)
	NoteByUID(uid string) (Note, error)
	// NotesOf are the notes of a person: planned ones first, then by date, newest first; at most so many, 0 for all.
	NotesOf(id PersonID, most int) ([]NoteHead, error)
	// PlannedNote is the person's next one-on-one; ErrNotFound where none is planned.
	PlannedNote(PersonID) (Note, error)
	// FiledFrom are the items of one note, one row per person, in line order.
	FiledFrom(NoteID) ([]Filed, error)
	Revisions(NoteID) ([]Revision, error)
}

// Revision is an earlier text of a note.
type Revision struct {
	At   time.Time
	Rev  int64
	Body string
}

// Growth reads goals, areas and company goals.
type Growth interface {
	// Goals are the goals of a person with their children: open ones first, in the order they were made.
	Goals(PersonID) ([]Goal, error)
	Goal(GoalID) (Goal, error)
	// Evidence are the lines that carry one of the tags of a goal, newest first.
	Evidence(GoalID) ([]Filed, error)
	Areas(PersonID) ([]Area, error)
	CompanyGoals() ([]CompanyGoal, error)
}

// Filings reads items over notes.
type Filings interface {
	// IOwe are the open promises of mine to everybody, oldest first.
	IOwe() ([]Filed, error)
	// PraiseLog is the praise and feedback for a person since a day, newest first.
	PraiseLog(PersonID, Date) ([]Filed, error)
	// OlderPraise is the praise and feedback for a person of before a day that is not said yet, newest first; more
	// reports whether there is other praise or feedback of before that day.
	OlderPraise(PersonID, Date) (unsaid []Filed, more bool, err error)
	// HeldDates are the days of a person's held one-on-ones since a day, oldest first.
	HeldDates(PersonID, Date) ([]Date, error)
	// TagsOf are the tags used in lines about a person, most used first.
	TagsOf(PersonID) ([]string, error)
}

// Prompts reads what the brief and the engine need.
type Prompts interface {
	Facts(PersonID, time.Time) (Facts, error)
	PromptFacts(PersonID, time.Time) (PromptFacts, error)
	// Mutes are all kinds muted for anybody.
	Mutes() ([]PromptMute, error)
	// Verdict is what was said about a line, "" for nothing that is in force on day.
	Verdict(noteUID, line string, day Date) (string, error)
}

// Leading reads what the lead balance, the hand-back queue, stepping in and Team are drawn from.
type Leading interface {
	// Decisions are the `decided` lines about a person since a day, newest first, with the note kinds they stand in. Those
	// of planned and missed notes, and those whose state is History, are on record but count nowhere.
	Decisions(PersonID, Date) ([]Filed, error)
	// OpenActions are the open todos of mine (the actor is Me) and the open needs with a date of everybody, oldest first.
	// Those about people who left are among them: a promise does not vanish.
	OpenActions() ([]Filed, error)
	// Ideas are the ideas of everybody, newest first, and those of people who left: all that wait or are on trial, and of
	// those since a day that were answered the newest, so many at least; more reports whether there are further ones.
	Ideas(since Date, answered int) (ideas []Filed, more bool, err error)
	// IdeasOf are the ideas of a person since a day, newest first, answered ones too.
	IdeasOf(id PersonID, since Date) ([]Filed, error)
	// AllGoals are the open goals of everybody who has not left, with their children.
	AllGoals() ([]Goal, error)
	// AllAreas are the areas of everybody who has not left.
	AllAreas() ([]Area, error)
	// Asks are the `ask` lines of everybody since a day, newest first: a sweep is the same question asked of many.
	Asks(since Date) ([]Filed, error)
	// DoneUnder are the newest praise and `decided` lines since a day that carry one of the tags, of each person and tag at
	// most so many; the newest of all first.
	DoneUnder(tags []string, since Date, most int) ([]Filed, error)
	// StepIns are the step-ins about a person, or about anybody where the id is 0: not handed back first, then newest
	// first. People who left stay in them, deleted ones do not; a goal that is in the trash is none.
	StepIns(PersonID) ([]SteppingIn, error)
	// Expectations are what a person and the manager count on each other for, in their order.
	Expectations(PersonID) ([]Expectation, error)
	// PromptHistory is every prompt that was shown about a person, newest first, with what came of it.
	PromptHistory(PersonID) ([]PromptEvent, error)
	// Quiet is, for each active report in alphabetical order, the day of the newest line of each kind, up to today and
	// in held and journal notes.
	Quiet(now time.Time) ([]QuietRow, error)
	// Verdicts are what was said about lines and is in force on day; of one line what was said last.
	Verdicts(day Date) ([]Verdict, error)
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

// Settings reads what is kept in the journal.
type Settings interface {
	// Setting is "" where nothing was kept.
	Setting(key string) (string, error)
}

// Query is a search.
type Query struct {
	Text   string   // as typed; any text is allowed
	Person PersonID // 0 for everybody
	Label  Label    // "" for any line and prose
	Tag    string   // "" for any
	From   Date
	To     Date
	Newest bool // newest first; otherwise best first
	Limit  int  // 0 is 20
	// Shared leaves out everything that Person should not see: private lines, lines that name somebody else, and other
	// people's notes. Without Person it finds nothing.
	Shared bool
}

// Hit is a note that was found.
type Hit struct {
	NoteHead
	Snippet []SnippetRun // the text round the first match
	Line    int          // of the match in the body, 0 unknown
	Item    *Item        // the filed line that matched, nil for prose
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
	Search(Query) (hits []Hit, more bool, err error)
	// Targets are all people, goals and tags, and the newest notes, for the quick switcher.
	Targets() ([]Target, error)
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
