package stepin

import (
	"cmp"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

// FieldLearned is the field of the debrief's form, as Invalid names it.
var FieldLearned = voice.T("What you learned")

// HandedBack are the step-ins that were handed back, the last one first.
func HandedBack(all []notes.SteppingIn) []notes.SteppingIn {
	var back []notes.SteppingIn
	for _, s := range all {
		if s.HandedBack != "" {
			back = append(back, s)
		}
	}
	slices.SortStableFunc(back, func(a, b notes.SteppingIn) int { return cmp.Compare(b.HandedBack, a.HandedBack) })
	return back
}

// Learn notes what was learnt from a step-in that was handed back, in a line; an empty one takes back what was noted. It
// returns Invalid where there is nothing to note, and no change where that is noted already.
func Learn(s notes.SteppingIn, text string) (notes.Change, error) {
	text = notes.Tidy(text)
	if text == "" && s.Learned == "" {
		return notes.Change{}, notes.Invalid{
			Field: FieldLearned,
			Why:   voice.T("Say in one line what you both learned, or what you'd do differently."),
		}
	}
	if err := notes.Fits(FieldLearned, text, notes.MostLine); err != nil || text == s.Learned {
		return notes.Change{}, err
	}
	s.Learned = text
	return notes.Change{Rows: []notes.Row{s}}, nil
}

// SayLed says of a step-in that was handed back when the manager led, and what the person did well: "You led from 10 Nov
// to 20 Nov. What went well: kept the team informed."
func SayLed(s notes.SteppingIn, today notes.Date) string {
	from, to := notes.SayDate(s.Began, today), notes.SayDate(s.HandedBack, today)
	switch oneDay := s.Began == s.HandedBack; {
	case oneDay && s.DidWell == "":
		return voice.T("You led on {date}.", "date", from)
	case oneDay:
		return voice.T("You led on {date}. What went well: {well}", "date", from, "well", s.DidWell)
	case s.DidWell == "":
		return voice.T("You led from {from} to {to}.", "from", from, "to", to)
	}
	return voice.T("You led from {from} to {to}. What went well: {well}", "from", from, "to", to, "well", s.DidWell)
}
