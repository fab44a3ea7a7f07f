package notes

import (
	"cmp"
	"strings"
)

// The functions here make the Changes of a step-in's life: begun, in a crisis at once; its exit sign seen, extended once,
// handed back.

// The fields of the forms of a step-in, as Invalid names them; storage says the same.
const (
	FieldWhat     = "What"
	FieldReason   = "Reason"
	FieldEnd      = "End"
	FieldExitSign = "Exit sign"
	FieldSentence = "Sentence"
	FieldDidWell  = "Did well"
	FieldCrisisOf = "Who"
)

// StepInForm is what the manager says when stepping in: Agree or Decide, for one goal or decision.
type StepInForm struct {
	What     string
	Goal     GoalID
	Tag      string
	Help     Help
	Reason   string
	End      string // a day as typed
	ExitSign string
	Sentence string
}

// NewStepIn is the form of a step-in for a signal, with its usual end and a sentence to begin with.
func NewStepIn(s StepInSignal, help Help, today Date) StepInForm {
	return StepInForm{
		What: s.What, Goal: s.Goal, Tag: s.Tag, Help: help, Reason: strings.Join(s.Facts, " "),
		End: TypeDate(today.AddDays(StepInDays)), Sentence: HelpSentence(help, s.What),
	}
}

// HelpSentence is what the manager may say aloud on stepping in with this help, to be put into their own words.
func HelpSentence(h Help, what string) string {
	if h == HelpDecide {
		return "I'd like to decide this one: " + quoted(what) + ". The next one is yours again."
	}
	return "I'd like us to decide together for a while: " + quoted(what) + ". Then it is yours again."
}

// quoted is what a step-in is for, as a sentence names it.
func quoted(what string) string { return "“" + strings.TrimRight(SayText(what), ".") + "”" }

// Begin steps in today. Where an area with an agreed level is meant, Agree and Decide change that level for the time of
// the step-in. It returns Invalid at the field that is missing.
func (f StepInForm) Begin(person PersonID, areas []Area, today Date) (Change, error) {
	s := SteppingIn{
		People: []PersonID{person}, What: Tidy(f.What), Goal: f.Goal, Tag: Tag(f.Tag), Began: today,
	}
	s.Before = AreaOf(areas, s.Tag).LevelOn(today)
	s, err := f.fill(s, today)
	if err != nil {
		return Change{}, err
	}
	return Change{Rows: append([]Row{s}, takeLevel(s, areas, today)...)}, nil
}

// FormOfStepIn is the form filled with a step-in. Of a crisis of which only the line is known it suggests a reason and
// a sentence.
func FormOfStepIn(s SteppingIn) StepInForm {
	f := StepInForm{
		What: s.What, Goal: s.Goal, Tag: s.Tag, Help: s.Help, Reason: s.Reason, End: TypeDate(s.Ends),
		ExitSign: s.ExitSign, Sentence: s.Sentence,
	}
	if f.Help == "" {
		f.Help, f.Reason, f.Sentence = HelpDecide, s.What, "I took this one over for now: "+quoted(s.What)+
			". I want to hand it back soon."
	}
	return f
}

// Rest says the rest of a crisis of which only the line was known, or changes what was said of a step-in; its help stays
// what it was then.
func (f StepInForm) Rest(s SteppingIn, areas []Area, today Date) (Change, error) {
	known := s.Help != ""
	s.What = Tidy(f.What)
	if known {
		f.Help = s.Help
	} else {
		s.Goal, s.Tag = f.Goal, Tag(f.Tag)
		s.Before = AreaOf(areas, s.Tag).LevelOn(today)
	}
	s, err := f.fill(s, today)
	if err != nil {
		return Change{}, err
	}
	c := Change{Rows: []Row{s}}
	if !known {
		c.Rows = append(c.Rows, takeLevel(s, areas, today)...)
	}
	return c, nil
}

func (f StepInForm) fill(s SteppingIn, today Date) (SteppingIn, error) {
	s.Help, s.Reason = f.Help, Tidy(f.Reason)
	s.ExitSign, s.Sentence = Tidy(f.ExitSign), Tidy(f.Sentence)
	if err := complete(s); err != nil {
		return s, err
	}
	end, err := ReadFormDate(FieldEnd, f.End, today)
	switch {
	case err != nil:
		return s, err
	case end == "":
		return s, Invalid{Field: FieldEnd, Why: "Say until when. Two weeks is usual."}
	case end < today && end != s.Ends:
		return s, Invalid{Field: FieldEnd, Why: "That day is past. Pick a later one."}
	}
	s.Ends = end
	return s, nil
}

// complete returns Invalid for what a step-in needs and lacks.
func complete(s SteppingIn) error {
	switch {
	case s.What == "":
		return Invalid{Field: FieldWhat, Why: "Say in a line what it is for: one goal or one decision."}
	case s.Reason == "":
		return Invalid{Field: FieldReason, Why: "Say what happened that you step in, with its day."}
	case s.ExitSign == "":
		return Invalid{Field: FieldExitSign, Why: "Say what would tell you both that they have it again."}
	case s.Sentence == "":
		return Invalid{Field: FieldSentence, Why: "Say what you will tell them: nobody should find out by being overruled."}
	case !s.Help.TakesOver():
		return Invalid{Field: "Help", Why: "Choose whether you agree it together or decide this one."}
	}
	return cmp.Or(fits(FieldWhat, s.What, mostLine), fits(FieldReason, s.Reason, mostText),
		fits(FieldExitSign, s.ExitSign, mostLine), fits(FieldSentence, s.Sentence, mostLine))
}

// levelTaken is the level that the help puts in force: Agree, or Consult, since one who decides can still ask first.
func levelTaken(h Help) Level {
	if h == HelpDecide {
		return Consult
	}
	return Agree
}

// takeLevel changes the level of the step-in's area from day on. An area without a level, or with one that is as near to the
// manager already, keeps what it has, and so does everybody's in a crisis of several.
func takeLevel(s SteppingIn, areas []Area, day Date) []Row {
	if !takesLevel(s) || AreaOf(areas, s.Tag).Tag == "" {
		return nil
	}
	return []Row{AreaLevel{Person: s.People[0], Tag: s.Tag, DatedLevel: DatedLevel{From: day, Level: levelTaken(s.Help)}}}
}

// takesLevel reports whether the level of an area is another one while the step-in is in force.
func takesLevel(s SteppingIn) bool {
	return s.Tag != "" && s.Help.TakesOver() && len(s.People) == 1 && s.Before > levelTaken(s.Help)
}

// giveBack restores the level that was agreed before, unless another was agreed meanwhile or the area is gone.
func giveBack(s SteppingIn, areas []Area, day Date) []Row {
	if !takesLevel(s) || AreaOf(areas, s.Tag).LevelOn(day) != levelTaken(s.Help) {
		return nil
	}
	return []Row{AreaLevel{Person: s.People[0], Tag: s.Tag, DatedLevel: DatedLevel{From: day, Level: s.Before}}}
}

// Crisis steps in at once for a week, for one person or several. What is all that it asks; the rest is asked the next
// day. Only the manager says that something is a crisis.
func Crisis(what string, people []PersonID, today Date) (Change, error) {
	s := SteppingIn{Crisis: true, What: Tidy(what), People: people, Began: today, Ends: today.AddDays(CrisisDays)}
	switch {
	case s.What == "":
		return Change{}, Invalid{Field: FieldWhat, Why: "Say in a line what it is. The rest can wait until tomorrow."}
	case len(people) == 0:
		return Change{}, Invalid{Field: FieldCrisisOf, Why: "Choose whom it is about: one person, or several."}
	}
	return Change{Rows: []Row{s}}, fits(FieldWhat, s.What, mostLine)
}

// AsksRest reports whether the rest of a crisis is to be asked on day: from the day after it began.
func AsksRest(s SteppingIn, day Date) bool {
	return s.Crisis && s.Help == "" && s.InForce(day) && day > s.Began
}

// SeeExit notes that the exit sign was seen today, or takes that back.
func SeeExit(s SteppingIn, today Date) Change {
	if s.ExitSeen != "" {
		s.ExitSeen = ""
	} else {
		s.ExitSeen = today
	}
	return Change{Rows: []Row{s}}
}

// ErrExtendedOnce says what a second extension is about.
var ErrExtendedOnce = Invalid{Field: FieldEnd, Why: "It was extended once already. Ask what it is that takes longer: the goal, " +
	"the level or the clarity? Change that, or hand it back."}

// Extend moves the end of a step-in, once, with a reason of its own; end is a day as typed.
func Extend(s SteppingIn, why, end string, today Date) (Change, error) {
	if s.Extended != "" {
		return Change{}, ErrExtendedOnce
	}
	day, err := ReadFormDate(FieldEnd, end, today)
	switch {
	case err != nil:
		return Change{}, err
	case Tidy(why) == "":
		return Change{}, Invalid{Field: FieldReason, Why: "Say why it takes longer: an extension needs a reason of its own."}
	case day <= max(s.Ends, today):
		return Change{}, Invalid{Field: FieldEnd, Why: "Pick a day after " + SayDate(max(s.Ends, today), today) + "."}
	}
	s.Extended, s.ExtendedWhy, s.Ends = today, Tidy(why), day
	return Change{Rows: []Row{s}}, fits(FieldReason, s.ExtendedWhy, mostText)
}

// NextEnd is the end that an extension suggests.
func NextEnd(s SteppingIn, today Date) Date { return max(s.Ends, today).AddDays(StepInDays) }

// EndStepIn ends a step-in that nobody takes back any more: the agreed level is restored, and nothing goes on an agenda.
func EndStepIn(s SteppingIn, areas []Area, today Date) Change {
	s.HandedBack = max(today, s.Began)
	return Change{Rows: append([]Row{s}, giveBack(s, areas, s.HandedBack)...)}
}
