package stepin

import (
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

// Return is what handing a step-in back does, in one Change.
type Return struct {
	StepIn  notes.SteppingIn
	Person  notes.Person   // for whom the praise is; one of StepIn.People
	People  []notes.Person // all whom it is about
	Areas   []notes.Area   // of Person
	Actions []notes.Filed  // the open actions of mine that become theirs
	DidWell string         // the one thing that Person did well
	Debrief string         // the question that goes on everybody's agenda; Debrief() suggests it
}

// ActionsOn are the open todos of mine about the step-in's people that carry its area's tag, or the tag of its goal:
// what handing back moves back.
func ActionsOn(s notes.SteppingIn, open []notes.Filed, goals []notes.Goal) []notes.Filed {
	tags := []string{s.Tag}
	for _, g := range goals {
		if g.ID == s.Goal && s.Goal != 0 {
			tags = append(tags, g.Tag)
		}
	}
	var out []notes.Filed
	for _, f := range open {
		if f.Label == notes.Todo && f.IsOwedByMe() && len(f.People) == 1 && slices.Contains(s.People, f.Person) &&
			slices.ContainsFunc(f.Tags, func(t string) bool { return slices.Contains(tags, t) }) {
			out = append(out, f)
		}
	}
	return out
}

// Debrief is the question that looks back on a step-in together.
func Debrief(s notes.SteppingIn) string {
	return voice.T("Let's look back on this: “{what}”. What helped, what got in your way, and what should I do differently next time?",
		"what", named(s.What))
}

// Change restores the agreed level, moves the actions back, logs what went well as praise in today's journal note, puts
// the debrief on the agenda and closes the step-in, all at once. In reads the lines of a note. Nothing goes on the agenda
// of people who left. It returns Invalid where what went well is missing.
func (r Return) Change(in func(notes.PersonID, notes.Date) notes.Context, today notes.Date) (notes.Change, error) {
	well := notes.Tidy(r.DidWell)
	if well == "" {
		return notes.Change{}, notes.Invalid{
			Field: FieldDidWell,
			Why:   voice.T("Name one thing that {first} did well. It goes into the praise log.", "first", r.Person.First()),
		}
	}
	s := r.StepIn
	s.HandedBack, s.DidWell = max(today, s.Began), well
	c := notes.Change{Rows: append([]notes.Row{s}, giveBack(s, r.Areas, s.HandedBack)...)}
	for _, f := range r.Actions {
		e, err := notes.SetOwner(f, in(f.NotePerson, f.NoteDate), notes.Them, f.People)
		if err != nil {
			return notes.Change{}, err
		}
		c.Edits = append(c.Edits, e)
	}
	praise, err := notes.NewLine(notes.Praise, notes.Them, []notes.PersonID{r.Person.ID}, withTag(well, s.Tag), "", in(r.Person.ID, today))
	if err != nil {
		return notes.Change{}, err
	}
	c.Appends = append(c.Appends, notes.Append{Person: r.Person.ID, Kind: notes.JournalNote, Date: today, Text: praise})
	for _, p := range r.People {
		if notes.Tidy(r.Debrief) == "" || p.State == notes.StateLeft {
			continue
		}
		line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{p.ID}, notes.Tidy(r.Debrief), "", in(p.ID, today))
		if err != nil {
			return notes.Change{}, err
		}
		c = c.Then(notes.OnAgenda(p.ID, line, today))
	}
	return c, nil
}

// withTag is text with a tag at its end, unless it has it.
func withTag(text, tag string) string {
	if tag == "" || slices.Contains(notes.TagsIn(text), tag) {
		return text
	}
	return text + " #" + tag
}

// Question is what goes on the agenda where the manager chooses one of the smaller helps; "" for Agree and Decide.
func Question(h notes.Help, what string) string {
	what = named(what)
	switch h {
	case notes.HelpAdvise:
		return voice.T("“{what}”: what have you tried so far? Would my advice help, or would you rather think out loud?", "what", what)
	case notes.HelpRehearse:
		return voice.T("“{what}”: would you like to rehearse it with me first?", "what", what)
	case notes.HelpMakeRoom:
		return voice.T("“{what}”: where could I make room for you to say it yourself, and who should be there?", "what", what)
	case notes.HelpBeside:
		return voice.T("“{what}”: would it help if I sat in when you raise it? What should I leave to you?", "what", what)
	}
	return ""
}

// Answer puts the question of a smaller help on the agenda and the signal off until it had time to help. In reads the
// lines of the note that it goes into.
func (s Signal) Answer(h notes.Help, who notes.PersonID, in notes.Context, today notes.Date) (notes.Change, error) {
	line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{who}, withTag(Question(h, s.What), s.Tag), "", in)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.OnAgenda(who, line, today).Then(s.NotNeeded(today)), nil
}

// Taken is the signal put off for as long as the step-in that answers it is meant to last, and a little longer: the days
// after handing back are for seeing whether it holds.
func (s Signal) Taken(today notes.Date) notes.Change {
	if s.UID == "" {
		return notes.Change{}
	}
	return s.until(today.AddDays(notes.StepInDays + notNeededDays))
}

// ClarityQuestion asks what would have to be clear for them to have it again.
func ClarityQuestion(s notes.SteppingIn) string {
	return voice.T("“{what}”: what needs to be clearer for you to take it back, and who could clear it up?", "what", named(s.What))
}
