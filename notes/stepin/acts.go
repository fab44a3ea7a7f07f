package stepin

import (
	"cmp"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// The functions here make the Changes of a step-in's life: begun, in a crisis at once; its exit sign seen, extended once,
// handed back.

// The fields of the forms of a step-in, as Invalid names them; storage says the same.
const (
	FieldHelp     = "Help"
	FieldWhat     = "What"
	FieldReason   = "Reason"
	FieldEnd      = "End"
	FieldExitSign = "It's over when"
	FieldSentence = "Sentence"
	FieldDidWell  = "Did well"
	FieldCrisisOf = "Who"
)

// Form is what the manager says when stepping in: Agree or Decide, for one goal or decision.
type Form struct {
	What     string
	Goal     notes.GoalID
	Tag      string
	Help     notes.Help
	Reason   string
	End      string // a day as typed
	ExitSign string
	Sentence string
}

// FormFor is the form of a step-in for a signal, with its usual end and a sentence to begin with.
func FormFor(s Signal, help notes.Help, today notes.Date) Form {
	return Form{
		What: s.What, Goal: s.Goal, Tag: s.Tag, Help: help, Reason: strings.Join(s.Facts, " "),
		End: notes.TypeDate(today.AddDays(notes.StepInDays)), Sentence: Sentence(help, s.What),
	}
}

// Sentence is what the manager may say aloud on stepping in with this help, to be put into their own words.
func Sentence(h notes.Help, what string) string {
	if h == notes.HelpDecide {
		return voice.T("I'd like to decide this one: “{what}”. The next one is yours again.", "what", named(what))
	}
	return voice.T("I'd like us to decide this together for a while: “{what}”. Then it's yours again.", "what", named(what))
}

// named is what a step-in is for, as a sentence quotes it.
func named(what string) string { return strings.TrimRight(notes.SayText(what), ".") }

// Begin steps in today. Where an area with an agreed level is meant, Agree and Decide change that level for the time of
// the step-in. It returns Invalid at the field that is missing.
func (f Form) Begin(person notes.PersonID, areas []notes.Area, today notes.Date) (notes.Change, error) {
	s := notes.SteppingIn{
		People: []notes.PersonID{person}, What: notes.Tidy(f.What), Goal: f.Goal, Tag: notes.Tag(f.Tag), Began: today,
	}
	s.Before = notes.AreaOf(areas, s.Tag).LevelOn(today)
	s, err := f.fill(s, today)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Rows: append([]notes.Row{s}, takeLevel(s, areas, today)...)}, nil
}

// FormOf is the form filled with a step-in. Of a crisis of which only the line is known it suggests a reason and
// a sentence.
func FormOf(s notes.SteppingIn) Form {
	f := Form{
		What: s.What, Goal: s.Goal, Tag: s.Tag, Help: s.Help, Reason: s.Reason, End: notes.TypeDate(s.Ends),
		ExitSign: s.ExitSign, Sentence: s.Sentence,
	}
	if f.Help == "" {
		f.Help, f.Reason = notes.HelpDecide, s.What
		f.Sentence = voice.T("I've taken this over for now: “{what}”. I want to hand it back soon.", "what", named(s.What))
	}
	return f
}

// Rest says the rest of a crisis of which only the line was known, or changes what was said of a step-in; its help stays
// what it was then.
func (f Form) Rest(s notes.SteppingIn, areas []notes.Area, today notes.Date) (notes.Change, error) {
	known := s.Help != ""
	s.What = notes.Tidy(f.What)
	if known {
		f.Help = s.Help
	} else {
		s.Goal, s.Tag = f.Goal, notes.Tag(f.Tag)
		s.Before = notes.AreaOf(areas, s.Tag).LevelOn(today)
	}
	s, err := f.fill(s, today)
	if err != nil {
		return notes.Change{}, err
	}
	c := notes.Change{Rows: []notes.Row{s}}
	if !known {
		c.Rows = append(c.Rows, takeLevel(s, areas, today)...)
	}
	return c, nil
}

func (f Form) fill(s notes.SteppingIn, today notes.Date) (notes.SteppingIn, error) {
	s.Help, s.Reason = f.Help, notes.Tidy(f.Reason)
	s.ExitSign, s.Sentence = notes.Tidy(f.ExitSign), notes.Tidy(f.Sentence)
	if err := complete(s); err != nil {
		return s, err
	}
	end, err := notes.ReadComingDate(FieldEnd, f.End, today)
	switch {
	case err != nil:
		return s, err
	case end == "":
		return s, notes.Invalid{Field: FieldEnd, Why: voice.T("Say until when. Two weeks is usual.")}
	case end < today && end != s.Ends:
		return s, notes.Invalid{Field: FieldEnd, Why: voice.T("That day is in the past. Pick a later one.")}
	}
	s.Ends = end
	return s, nil
}

// complete returns Invalid for what a step-in needs and lacks.
func complete(s notes.SteppingIn) error {
	switch {
	case s.What == "":
		return notes.Invalid{Field: FieldWhat, Why: voice.T("Say in one line what it's about: one goal or one decision.")}
	case s.Reason == "":
		return notes.Invalid{Field: FieldReason, Why: voice.T("Say what happened, and when.")}
	case s.ExitSign == "":
		return notes.Invalid{Field: FieldExitSign, Why: voice.T("Say how you'll both know that they can take it back.")}
	case s.Sentence == "":
		return notes.Invalid{Field: FieldSentence, Why: voice.T("Say what you'll tell them. Nobody should find out by being overruled.")}
	case !s.Help.TakesOver():
		return notes.Invalid{Field: FieldHelp, Why: voice.T("Choose one: decide together or decide it yourself.")}
	}
	return cmp.Or(notes.Fits(FieldWhat, s.What, notes.MostLine), notes.Fits(FieldReason, s.Reason, notes.MostText),
		notes.Fits(FieldExitSign, s.ExitSign, notes.MostLine), notes.Fits(FieldSentence, s.Sentence, notes.MostLine))
}

// levelTaken is the level that the help puts in force: Agree, or Consult, since one who decides can still ask first.
func levelTaken(h notes.Help) notes.Level {
	if h == notes.HelpDecide {
		return notes.Consult
	}
	return notes.Agree
}

// takeLevel changes the level of the step-in's area from day on. An area without a level, or with one that is as near to the
// manager already, keeps what it has, and so does everybody's in a crisis of several.
func takeLevel(s notes.SteppingIn, areas []notes.Area, day notes.Date) []notes.Row {
	if !takesLevel(s) || notes.AreaOf(areas, s.Tag).Tag == "" {
		return nil
	}
	return []notes.Row{notes.AreaLevel{Person: s.People[0], Tag: s.Tag, DatedLevel: notes.DatedLevel{From: day, Level: levelTaken(s.Help)}}}
}

// takesLevel reports whether the level of an area is another one while the step-in is in force.
func takesLevel(s notes.SteppingIn) bool {
	return s.Tag != "" && s.Help.TakesOver() && len(s.People) == 1 && s.Before > levelTaken(s.Help)
}

// giveBack restores the level that was agreed before, unless another was agreed meanwhile or the area is gone.
func giveBack(s notes.SteppingIn, areas []notes.Area, day notes.Date) []notes.Row {
	if !takesLevel(s) || notes.AreaOf(areas, s.Tag).LevelOn(day) != levelTaken(s.Help) {
		return nil
	}
	return []notes.Row{notes.AreaLevel{Person: s.People[0], Tag: s.Tag, DatedLevel: notes.DatedLevel{From: day, Level: s.Before}}}
}

// Crisis steps in at once for a week, for one person or several. What is all that it asks; the rest is asked the next
// day. Only the manager says that something is a crisis.
func Crisis(what string, people []notes.PersonID, today notes.Date) (notes.Change, error) {
	s := notes.SteppingIn{Crisis: true, What: notes.Tidy(what), People: people, Began: today, Ends: today.AddDays(notes.CrisisDays)}
	switch {
	case s.What == "":
		return notes.Change{}, notes.Invalid{Field: FieldWhat, Why: voice.T("Say in one line what it is. The rest can wait until tomorrow.")}
	case len(people) == 0:
		return notes.Change{}, notes.Invalid{Field: FieldCrisisOf, Why: voice.T("Choose who it's about: one person or several.")}
	}
	return notes.Change{Rows: []notes.Row{s}}, notes.Fits(FieldWhat, s.What, notes.MostLine)
}

// AsksRest reports whether the rest of a crisis is to be asked on day: from the day after it began.
func AsksRest(s notes.SteppingIn, day notes.Date) bool {
	return s.Crisis && s.Help == "" && s.InForce(day) && day > s.Began
}

// SeeExit notes that the exit sign was seen today, or takes that back.
func SeeExit(s notes.SteppingIn, today notes.Date) notes.Change {
	if s.ExitSeen != "" {
		s.ExitSeen = ""
	} else {
		s.ExitSeen = today
	}
	return notes.Change{Rows: []notes.Row{s}}
}

// ErrExtendedOnce says what a second extension is about.
var ErrExtendedOnce = notes.Invalid{
	Field: FieldEnd,
	Why: voice.T("You've already extended it once. Change what's holding it up (the goal, the level or what's still unclear), " +
		"or hand it back."),
}

// Extend moves the end of a step-in, once, with a reason of its own; end is a day as typed.
func Extend(s notes.SteppingIn, why, end string, today notes.Date) (notes.Change, error) {
	if s.Extended != "" {
		return notes.Change{}, ErrExtendedOnce
	}
	day, err := notes.ReadComingDate(FieldEnd, end, today)
	switch {
	case err != nil:
		return notes.Change{}, err
	case notes.Tidy(why) == "":
		return notes.Change{}, notes.Invalid{Field: FieldReason, Why: voice.T("Say why it's taking longer. An extension needs its own reason.")}
	case day <= max(s.Ends, today):
		after := notes.SayDate(max(s.Ends, today), today)
		return notes.Change{}, notes.Invalid{Field: FieldEnd, Why: voice.T("Pick a day after {date}.", "date", after)}
	}
	s.Extended, s.ExtendedWhy, s.Ends = today, notes.Tidy(why), day
	return notes.Change{Rows: []notes.Row{s}}, notes.Fits(FieldReason, s.ExtendedWhy, notes.MostText)
}

// NextEnd is the end that an extension suggests.
func NextEnd(s notes.SteppingIn, today notes.Date) notes.Date {
	return max(s.Ends, today).AddDays(notes.StepInDays)
}

// End ends a step-in that nobody takes back any more: the agreed level is restored, and nothing goes on an agenda.
func End(s notes.SteppingIn, areas []notes.Area, today notes.Date) notes.Change {
	s.HandedBack = max(today, s.Began)
	return notes.Change{Rows: append([]notes.Row{s}, giveBack(s, areas, s.HandedBack)...)}
}
