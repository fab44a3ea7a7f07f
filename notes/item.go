package notes

import "slices"

// Actor is who acts in an item: who owns the todo, who decided, who brings the topic.
type Actor string

// The actors. A bare `decided` is Unsaid until somebody says whose call it was.
const (
	Unsaid Actor = ""
	Me     Actor = "me"
	We     Actor = "we"
	Them   Actor = "them"
)

// State is what became of an item. The zero value is open.
type State string

// The states of docs/LABELS.md; which of them a label knows is in its row there.
const (
	Open     State = ""
	Done     State = "done"
	Told     State = "told"
	Dropped  State = "dropped"
	Held     State = "held" // a decision that was looked at again and stands
	Reversed State = "reversed"
	Said     State = "said"
	Rewarded State = "rewarded"
	Trying   State = "trying"
	Adopted  State = "adopted"
	Declined State = "declined"
	Learned  State = "learned"
	Met      State = "met"
	Answered State = "answered"
	Cleared  State = "cleared"
	History  State = "history" // an open item of an imported note: never open, counted or prompted
)

// Item is what Parse reads from one labelled line.
type Item struct {
	Line      int        // counts from 1
	Raw       string     // the whole line as seen, without its line end
	Label     Label      // never Private: private lines file nothing
	People    []PersonID // whom it is about, each once, in the order named; the note's person where nobody is named
	Actor     Actor
	Text      string   // without label, WHO and tail; tags stay in it; unescaped
	Tags      []string // lower case, without '#', each once, in order
	Due       Date     // todo, need and decided only; of decided the day on which it is looked at again
	State     State
	StateDate Date   // the note's date where the line has a state and says no date
	Remark    string // what the state says after its colon
}

// Closed reports whether the item asks for nothing any more.
func (i Item) Closed() bool {
	return i.State != Open && !slices.Contains(i.Label.kind().StillOpen, i.State)
}

// Pending reports whether the item asks for something still. Not closed is not enough: a decision and a step-in are on
// record and ask for nothing.
func (i Item) Pending() bool { return !i.Label.kind().OnRecord && !i.Closed() }

// Stands reports whether nobody took back a decision, or whatever else it is.
func (i Item) Stands() bool { return i.State == Open || i.State == Held }

// Overdue reports whether the day that the item is due by has passed.
func (i Item) Overdue(today Date) bool { return i.Due != "" && i.Due < today }

// Filed is an item as it stands in a journal: one row per person of the line.
type Filed struct {
	Item
	Person     PersonID // the one of People whom this row is about
	Note       NoteID
	NoteUID    string
	NoteDate   Date
	NoteKind   NoteKind
	NotePerson PersonID // whose note the line stands in
}
