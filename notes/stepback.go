package notes

import "slices"

// Return is what handing a step-in back does, in one Change.
type Return struct {
	StepIn  SteppingIn
	Person  Person   // for whom the praise is; one of StepIn.People
	People  []Person // all whom it is about
	Areas   []Area   // of Person
	Actions []Filed  // the open actions of mine that become theirs
	DidWell string   // the one thing that Person did well
	Debrief string   // the question that goes on everybody's agenda; Debrief() suggests it
}

// ActionsOn are the open todos of mine about the step-in's people that carry its area's tag, or the tag of its goal:
// what handing back moves back.
func ActionsOn(s SteppingIn, open []Filed, goals []Goal) []Filed {
	tags := []string{s.Tag}
	for _, g := range goals {
		if g.ID == s.Goal && s.Goal != 0 {
			tags = append(tags, g.Tag)
		}
	}
	var out []Filed
	for _, f := range open {
		if f.Label == Todo && f.Actor == Me && f.State == Open && len(f.People) == 1 && slices.Contains(s.People, f.Person) &&
			slices.ContainsFunc(f.Tags, func(t string) bool { return slices.Contains(tags, t) }) {
			out = append(out, f)
		}
	}
	return out
}

// Debrief is the question that looks back on a step-in together.
func Debrief(s SteppingIn) string {
	return "Looking back on " + quoted(s.What) + ": what helped, what got in your way, and what should I do differently next time?"
}

// Change restores the agreed level, moves the actions back, logs what went well as praise in today's journal note, puts
// the debrief on the agenda and closes the step-in, all at once. In reads the lines of a note; agenda puts a
// line on a person's planned note. Nothing goes on the agenda of people who left. It returns Invalid where what went
// well is missing.
func (r Return) Change(in func(PersonID, Date) Context, agenda func(p Person, line string) Change, today Date) (Change, error) {
	well := Tidy(r.DidWell)
	if well == "" {
		return Change{}, Invalid{Field: FieldDidWell, Why: "Name one thing that " + r.Person.First() + " did well in this time. It goes into the praise log."}
	}
	s := r.StepIn
	s.HandedBack, s.DidWell = max(today, s.Began), well
	c := Change{Rows: append([]Row{s}, giveBack(s, r.Areas, s.HandedBack)...)}
	for _, f := range r.Actions {
		e, err := SetOwner(f, in(f.NotePerson, f.NoteDate), Them, f.People)
		if err != nil {
			return Change{}, err
		}
		c.Edits = append(c.Edits, e)
	}
	praise, err := NewLine(Praise, Them, []PersonID{r.Person.ID}, withTag(well, s.Tag), "", in(r.Person.ID, today))
	if err != nil {
		return Change{}, err
	}
	c.Appends = append(c.Appends, Append{Person: r.Person.ID, Kind: JournalNote, Date: today, Text: praise})
	for _, p := range r.People {
		if Tidy(r.Debrief) == "" || p.State == StateLeft {
			continue
		}
		line, err := NewLine(Ask, Me, []PersonID{p.ID}, Tidy(r.Debrief), "", in(p.ID, today))
		if err != nil {
			return Change{}, err
		}
		c = c.Then(agenda(p, line))
	}
	return c, nil
}

// withTag is text with a tag at its end, unless it has it.
func withTag(text, tag string) string {
	if tag == "" || slices.Contains(TagsIn(text), tag) {
		return text
	}
	return text + " #" + tag
}

// HelpQuestion is what goes on the agenda where the manager chooses one of the smaller helps; "" for Agree and Decide.
func HelpQuestion(h Help, what string) string {
	what = quoted(what)
	switch h {
	case HelpAdvise:
		return "On " + what + ": what have you tried, and would my advice help or would you rather think aloud?"
	case HelpRehearse:
		return "On " + what + ": shall we play it through together before you go in?"
	case HelpMakeRoom:
		return "On " + what + ": where could I make room for you to say it yourself, and who should be there?"
	case HelpBeside:
		return "On " + what + ": would it help if I sat beside you while you say it? What should I leave to you?"
	}
	return ""
}

// Answer puts the question of a smaller help on the agenda and the signal off until it had time to help. In reads the
// lines of the planned note.
func (s StepInSignal) Answer(h Help, who PersonID, in Context, agenda func(line string) Change, today Date) (Change, error) {
	line, err := NewLine(Ask, Me, []PersonID{who}, withTag(HelpQuestion(h, s.What), s.Tag), "", in)
	if err != nil {
		return Change{}, err
	}
	return agenda(line).Then(s.NotNeeded(today)), nil
}

// Taken is the signal put off for as long as the step-in that answers it is meant to last, and a little longer: the days
// after handing back are for seeing whether it holds.
func (s StepInSignal) Taken(today Date) Change {
	if s.UID == "" {
		return Change{}
	}
	return s.until(today.AddDays(StepInDays + notNeededDays))
}

// ClarityQuestion asks what would have to be clear for them to have it again.
func ClarityQuestion(s SteppingIn) string {
	return "On " + quoted(s.What) + ": what would have to be clear for you to have it again, and who could make it so?"
}
