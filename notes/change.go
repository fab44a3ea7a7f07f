package notes

// Change is everything that one act of the user changes, in any number of notes and rows. It is made by functions of
// this package or by a room, committed by storage whole or not at all, and replayed by the shell into the open editor.
type Change struct {
	Edits   []LineEdit // in order; each sees the lines as the ones before it left them
	Appends []Append
	Rows    []Row // in order
	// Next, where there is one, comes after all of these, in the same commit. Undo needs it, and whatever appends to a
	// note that a row of the same change makes.
	Next *Change
}

// Then is c and d as one change: the edits of both, then the appends of both, then the rows of both, since the rooms'
// changes do not depend on which comes first. What does depend on it goes into Next.
func (c Change) Then(d Change) Change {
	if c.Next != nil {
		next := c.Next.Then(d)
		c.Next = &next
		return c
	}
	return Change{
		Edits:   append(append([]LineEdit(nil), c.Edits...), d.Edits...),
		Appends: append(append([]Append(nil), c.Appends...), d.Appends...),
		Rows:    append(append([]Row(nil), c.Rows...), d.Rows...),
		Next:    d.Next,
	}
}

// IsZero reports whether the change changes nothing.
func (c Change) IsZero() bool {
	return len(c.Edits)+len(c.Appends)+len(c.Rows) == 0 && (c.Next == nil || c.Next.IsZero())
}

// TakesLong reports whether committing the change may take longer than a frame or two: it shows, or takes away, a whole import.
func (c Change) TakesLong() bool {
	for _, row := range c.Rows {
		switch row.(type) {
		case TakeImport, TakeBackImport, TakeBackArchive:
			return true
		}
	}
	return c.Next != nil && c.Next.TakesLong()
}

// EditOp is what a LineEdit does.
type EditOp int

// The operations on a line.
const (
	ReplaceLine EditOp = iota // Old becomes New
	InsertLine                // New goes before line Line; Line 0 or past the end appends
	DeleteLine                // Old goes
)

// LineEdit changes one line of one note and no other byte of it. Old is the whole line as it was seen, without its line
// end: where Line no longer holds it but exactly one line of the note does, that line is meant; otherwise ErrConflict.
type LineEdit struct {
	Op   EditOp
	Note NoteID
	Line int // counts from 1
	Old  string
	New  string // never holds a line end
	End  string // of an inserted line: the line end it brings with it; "" for the one that the note uses
	// Back says that it takes an edit back, or does it again: what was said about lines is put back beside it.
	Back bool
}

// Append adds a line at the end of a note: of the person's planned note where there is one, or of the person's journal
// note of Date, which is made where there is none. It never plans a one-on-one: where none is planned, a line for the
// planned note goes into the journal note.
type Append struct {
	Person PersonID
	Kind   NoteKind // PlannedNote or JournalNote
	Date   Date     // of the journal note
	Text   string   // one line
}

// Row is a write of one ordinary row. A row with id 0 is inserted; otherwise it replaces the one with its id.
// The row types are listed below; a Goal, Area or CompanyGoal is written without its children. A new Step or
// Opportunity whose Goal is 0 hangs on the Goal that stands last before it in the same change. Storage records the
// TargetMove of a goal whose target date is changed.
type Row interface{ row() }

// NewNote makes a note.
type NewNote struct {
	UID       string // kept where given (undo, merge); made where empty
	Person    PersonID
	Kind      NoteKind
	Date      Date
	At, Zone  string
	CalledOff string
	Body      string
	Template  TemplateID // what it begins with where Body is ""; one that was removed is none
	Begun     string     // the text that Body was begun with, where that is known
}

// NoteMeta changes what a note is, not its text. It bumps no rev.
type NoteMeta struct {
	ID        NoteID
	Kind      NoteKind
	Date      Date
	At, Zone  string
	CalledOff string
}

// AreaLevel sets the level of an area from a day on; NoLevel takes the entry of that day away.
type AreaLevel struct {
	Person PersonID
	Tag    string // the area is made where the person has none of this tag
	DatedLevel
}

// Kind names a kind of thing that can be deleted and restored.
type Kind string

// The kinds of things that go to the trash, and come back from it.
const (
	KindNote        Kind = "note"
	KindPerson      Kind = "person"
	KindGoal        Kind = "goal"
	KindStep        Kind = "step"
	KindOpportunity Kind = "opportunity"
	KindCompanyGoal Kind = "company goal"
	KindArea        Kind = "area"
	KindStepIn      Kind = "step-in"
	KindExpectation Kind = "expectation"
)

// Delete moves a thing to the trash; Restore brings it back; Purge deletes it for good and leaves a tombstone.
type (
	Delete struct {
		Kind Kind
		ID   int64
	}
	Restore struct {
		Kind Kind
		ID   int64
	}
	Purge struct {
		Kind Kind
		ID   int64
	}
)

// DeleteBlank moves a note to the trash if there is nothing but blanks in it; else it does nothing. It takes back the
// making of a note for one line.
type DeleteBlank struct{ Note NoteID }

// MergePeople makes one person of two entries: everything about From is about Into from then on, whom lines find under
// the names of both, and From goes to the trash.
type MergePeople struct{ From, Into PersonID }

// Remove takes away a row that has no trash: a PromptEvent, Verdict, Dismissal, Template or SavedSearch by its ID, a CompanyTalk by
// company goal, person and day.
type Remove struct{ Row Row }

// PutBack puts a PromptEvent, Verdict, Dismissal or SavedSearch back that Remove took away: under its ID, by which other undos know it,
// unless something else has that by now.
type PutBack struct{ Row Row }

// KeepRevision keeps the present text of a note among its revisions, however short ago one was kept. A blank text, and one
// that is the newest of them already, is not kept again.
type KeepRevision struct{ Note NoteID }

// SettingForms is the setting with what was typed into forms and not confirmed. It may name anybody and repeat any line, so
// that it goes with whatever is deleted for good.
const SettingForms = "forms.typed"

// SettingPlace is the setting with where the window was last, and what was looked for there.
const SettingPlace = "window.place"

// SettingHandover begins the key of the setting with what was made of a person's hand-over pack; their uid ends it. It goes
// with them when they are deleted for good.
const SettingHandover = "handover."

// SettingCalendar begins the key of the setting with the addresses that mean a person in calendars, and which meetings were
// taken; their uid ends it. It goes with them when they are deleted for good.
const SettingCalendar = "calendar."

// SettingKeptFolder says which folder is kept up to date with an archive, "" for none. It is of this computer, and in no archive.
const SettingKeptFolder = "archive.folder"

// PutSetting keeps a setting in the journal; the value "" takes it away.
type PutSetting struct{ Key, Value string }

func (Person) row()      {}
func (NewNote) row()     {}
func (NoteMeta) row()    {}
func (Goal) row()        {}
func (Step) row()        {}
func (Opportunity) row() {}
func (Area) row()        {}
func (AreaLevel) row()   {}
func (CompanyGoal) row() {}
func (CompanyTalk) row() {}
func (PromptEvent) row() {}
func (PromptMute) row()  {}
func (Verdict) row()     {}
func (Delete) row()      {}
func (Restore) row()     {}
func (Purge) row()       {}
func (PutSetting) row()  {}

func (DeleteBlank) row()  {}
func (Remove) row()       {}
func (PutBack) row()      {}
func (MergePeople) row()  {}
func (KeepRevision) row() {}

// Applied is what storage did.
type Applied struct {
	Revs map[NoteID]int64 // the new rev of every note whose body changed
	// Edits are the edits and appends as they took place, with their line numbers, in order, to be replayed.
	Edits []LineEdit
	Made  []NoteID // the notes that were made, in the order of the change
	IDs   []int64  // the id of each of Change.Rows and of those of Change.Next, 0 where it has none
	// Undo takes all of it back but a Purge and a KeepRevision; a note that was made goes to the trash. It is refused with
	// ErrConflict where what the change left was changed since.
	Undo Change
}
