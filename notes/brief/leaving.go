package brief

import (
	"strings"

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
		return voice.T("Declined, said why")
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
		return notes.SetState(l.Item, in, notes.Trying, today, to.First()+" tries it")
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

// Handover is the sheet for whoever leads a person next: their goals, what is open, what they decide and within which
// limits, and what was agreed. It holds nothing private, no praise, feedback, figure or prompt, and nobody else's name
// that has not been looked at.
type Handover struct {
	Title string
	Parts []notes.PagePart
	Held  []HeldBack // lines that name somebody else; they wait until the manager has looked
}

// ShowHandover makes the sheet. TheyOwn are the open actions of the person, decided the decisions of the last months.
func ShowHandover(f PageFacts, theyOwn, decided []notes.Filed) Handover {
	h := Handover{Title: voice.T("Handover: {who}", "who", f.Person.Name)}
	due := func(i notes.Filed) notes.PageLine {
		l := notes.PageLine{Text: notes.SayText(i.Text)}
		if i.Due != "" {
			l.Rest = ", " + voice.T("by {day}", "day", notes.SayDate(i.Due, f.Today))
		}
		return l
	}
	own, heldOwn := f.filed(theyOwn, due)
	owed, heldOwed := f.filed(f.IOwe, due)
	agreed, heldAgreed := f.filed(together(decided), func(i notes.Filed) notes.PageLine {
		return notes.PageLine{Text: notes.SayText(i.Text), Rest: ", " + notes.SayDate(i.NoteDate, f.Today)}
	})
	for _, part := range []notes.PagePart{
		{Icon: "growth", Title: voice.T("Goals"), Lines: f.going()},
		{Icon: "decided", Title: voice.T("Whose call"), Lines: f.areasAndLimits()},
		{Icon: "todo", Title: voice.T("{who}'s open actions", "who", f.Person.First()), Lines: own},
		{Icon: "todo", Title: voice.T("Promised to {who}", "who", f.Person.First()), Lines: owed},
		{Icon: "check", Title: voice.T("Agreed together"), Lines: agreed},
		{Icon: "users", Title: voice.T("What we count on each other for"), Lines: f.countedOn()},
	} {
		h.Parts = notes.AddPart(h.Parts, part)
	}
	h.Held = append(append(heldOwn, heldOwed...), heldAgreed...)
	return h
}

// together are the decisions that were taken together and stand.
func together(decided []notes.Filed) []notes.Filed {
	var out []notes.Filed
	for _, d := range decided {
		if d.Actor == notes.We && d.Stands() && (d.NoteKind == notes.HeldNote || d.NoteKind == notes.JournalNote) {
			out = append(out, d)
		}
	}
	return out
}

// areasAndLimits are the areas with whose call each is, and what must stay true there.
func (f PageFacts) areasAndLimits() []notes.PageLine {
	words := map[notes.Call]string{
		notes.Mine:   voice.T("the manager's call"),
		notes.Shared: voice.T("decided together"),
		notes.Theirs: voice.T("{who}'s call", "who", f.Person.First()),
	}
	var lines []notes.PageLine
	for _, a := range f.Areas {
		l := notes.PageLine{Text: notes.UpperFirst(areaName(a.Tag))}
		if whose := words[a.LevelOn(f.Today).Call()]; whose != "" {
			l.Rest = ": " + whose
		}
		if a.Limits != "" {
			l.Rest += " · " + voice.T("what must stay true: {limits}", "limits", notes.LowerFirst(a.Limits))
		}
		if l.Rest != "" {
			lines = append(lines, l)
		}
	}
	return f.only(lines)
}

// countedOn is what the two count on each other for, as a third person reads it.
func (f PageFacts) countedOn() []notes.PageLine {
	lines := f.countOn()
	for i, l := range lines {
		if strings.HasPrefix(l.Text, "You") {
			lines[i].Text = f.Person.First() + ": "
		} else {
			lines[i].Text = voice.T("The manager") + ": "
		}
	}
	return lines
}

// PlainText is the sheet to copy.
func (h Handover) PlainText() string {
	var b strings.Builder
	b.WriteString(h.Title + "\n")
	for _, part := range h.Parts {
		b.WriteString("\n" + part.Title + "\n")
		for _, l := range part.Lines {
			b.WriteString("- " + strings.TrimSpace(l.Text+l.Rest) + "\n")
		}
	}
	return b.String()
}
