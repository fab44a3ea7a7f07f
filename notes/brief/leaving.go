package brief

import (
	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
)

// LeaveAnswer is what becomes of something that is still open with somebody who leaves.
type LeaveAnswer string

// The answers. What is not answered stays open: a promise does not vanish.
const (
	LeaveOpen     LeaveAnswer = "still open"
	LeaveDone     LeaveAnswer = "done"
	LeaveTold     LeaveAnswer = "told why not"
	LeaveHandOver LeaveAnswer = "hand over"
)

// Leaving is one thing that is open between the manager and somebody who leaves: a promise, an idea of theirs, or a
// step-in.
type Leaving struct {
	Item   notes.Filed       // a promise or an idea
	StepIn *notes.SteppingIn // nil for a line
	Text   string
	Says   string // what it is and since when: "Your promise, since 6 Nov"
}

// ShowLeaving lists what is open with a person: step-ins, then promises, then ideas without an answer.
func ShowLeaving(f notes.Facts, stepIns []notes.SteppingIn) []Leaving {
	var out []Leaving
	for _, s := range stepIns {
		if s.HandedBack == "" {
			says := voice.T("Led by you {since}", "since", notes.SaySince(s.Began, f.Today))
			out = append(out, Leaving{StepIn: &s, Text: notes.SayText(s.What), Says: says})
		}
	}
	for _, i := range f.IOwe {
		says := voice.T("Your promise, {since}", "since", notes.SaySince(i.NoteDate, f.Today))
		out = append(out, Leaving{Item: i, Text: notes.SayText(i.Text), Says: says})
	}
	for _, i := range f.Ideas {
		says := voice.T("Their idea, no answer {since}", "since", notes.SaySince(i.NoteDate, f.Today))
		if i.State == notes.Trying {
			says = voice.T("Their idea, being tried {since}", "since", notes.SaySince(i.StateDate, f.Today))
		}
		out = append(out, Leaving{Item: i, Text: notes.SayText(i.Text), Says: says})
	}
	return out
}

// Answers are the answers that can be given to it. Only what one person alone was promised, and an idea, is handed over.
func (l Leaving) Answers() []LeaveAnswer {
	switch {
	case l.StepIn != nil:
		return []LeaveAnswer{LeaveOpen, LeaveDone}
	case l.Item.Label == notes.Idea, l.Item.Label == notes.Todo && len(l.Item.People) == 1:
		return []LeaveAnswer{LeaveOpen, LeaveDone, LeaveTold, LeaveHandOver}
	}
	return []LeaveAnswer{LeaveOpen, LeaveDone, LeaveTold}
}

// SayAnswer is an answer as it is said of this thing.
func (l Leaving) SayAnswer(a LeaveAnswer) string {
	switch {
	case a == LeaveHandOver:
		return voice.T("Hand over to …")
	case a == LeaveDone && l.StepIn != nil:
		return voice.T("Ended")
	case a == LeaveDone && l.Item.Label == notes.Idea:
		return voice.T("Adopted")
	case a == LeaveDone:
		return voice.T("Done")
	case a == LeaveTold && l.Item.Label == notes.Idea:
		return voice.T("Declined, with a reason")
	case a == LeaveTold:
		return voice.T("Told them why not")
	}
	return voice.T("Still open")
}

// FieldLeaveWhy and FieldLeaveTo are the fields of an answer that Invalid may name.
var (
	FieldLeaveWhy = voice.T("Why")
	FieldLeaveTo  = voice.T("To")
)

// Answer makes the Change of an answer: why belongs to told why not, to is who takes it over. In reads the line's note;
// areas are those of the person who leaves. It returns Invalid where the answer lacks something.
func (l Leaving) Answer(
	a LeaveAnswer,
	why string,
	to notes.Person,
	in notes.Context,
	areas []notes.Area,
	today notes.Date,
) (notes.Change, error) {
	switch {
	case a == LeaveOpen:
		return notes.Change{}, nil
	case l.StepIn != nil:
		return stepin.End(*l.StepIn, areas, today), nil
	case a == LeaveTold && notes.Tidy(why) == "":
		return notes.Change{}, notes.Invalid{Field: FieldLeaveWhy, Why: voice.T("Write down why, the way you told them.")}
	case a == LeaveHandOver && to.ID == 0:
		return notes.Change{}, notes.Invalid{Field: FieldLeaveTo, Why: voice.T("Choose who takes it over.")}
	}
	e, err := l.edit(a, why, to, in, today)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Edits: []notes.LineEdit{e}}, nil
}

func (l Leaving) edit(a LeaveAnswer, why string, to notes.Person, in notes.Context, today notes.Date) (notes.LineEdit, error) {
	idea := l.Item.Label == notes.Idea
	switch {
	case a == LeaveHandOver && idea:
		return notes.SetState(l.Item, in, notes.Trying, today, to.First()+" will try it")
	case a == LeaveHandOver:
		return notes.SetOwner(l.Item, in, notes.Them, []notes.PersonID{to.ID})
	case a == LeaveTold && idea:
		return notes.SetState(l.Item, in, notes.Declined, today, notes.Tidy(why))
	case a == LeaveTold:
		return notes.SetState(l.Item, in, notes.Told, today, notes.Tidy(why))
	case idea:
		return notes.SetState(l.Item, in, notes.Adopted, today, "")
	}
	return notes.Tick(l.Item, in, today)
}
