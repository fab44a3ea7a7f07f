package prompt

import (
	"testing"

	"handback/notes"
)

func wasAway(from, to int) func(*notes.PromptFacts) {
	return func(f *notes.PromptFacts) {
		f.Person.Absences = notes.DaysOff{{From: ago(from), To: ago(to)}}
		f.Person.Off = f.Person.Absences
	}
}

// wrote puts a line into a note of a day, among those of the last ninety days.
func wrote(text string, day int) func(*notes.PromptFacts) {
	return func(f *notes.PromptFacts) {
		n := notes.Note{NoteHead: notes.NoteHead{UID: "w", Person: ana, Kind: notes.HeldNote, Date: ago(day)}, Body: text}
		f.Written = append(f.Written, n)
		if day <= upwardDays {
			f.Lately = append(f.Lately, n)
		}
	}
}

func TestBackIsDueForThreeWeeks(t *testing.T) {
	runDue(t, back, []dueCase{
		{"the first day back", wasAway(30, 1), backAway},
		{"away until today", wasAway(30, 0), ""},
		{"the last of the three weeks", wasAway(60, 21), backAway},
		{"the day after them", wasAway(60, 22), ""},
		{"away for eight days", wasAway(9, 2), backAway},
		{"away for a week", wasAway(8, 2), ""},
		{"reduced hours until a day to come", wrote("- Reduced hours until "+string(ago(-10)), 40), backReduced},
		{"reduced hours until three weeks ago", wrote("reduced hours until "+string(ago(21)), 40), backReduced},
		{"reduced hours until the day before", wrote("reduced hours until "+string(ago(22)), 40), ""},
		{"back part-time", wrote("She is back part time till "+string(ago(-3))+", then we see", 10), backReduced},
		{"a private line", wrote("private: reduced hours until "+string(ago(-10))+", the doctor says", 10), ""},
		{"mornings only", wrote("Mornings only till "+string(ago(-3))+", she hates it", 10), backReduced},
		{"light duties", wrote("on light duties until "+string(ago(-3)), 10), backReduced},
		{"half of it", wrote("he works 50 % until "+string(ago(-3)), 10), backReduced},
		{"days only", wrote("Days only, no lifting until "+string(ago(-3)), 10), backReduced},
		{"a price", wrote("20 % off until "+string(ago(-3)), 10), ""},
		{"the desk's hours", wrote("the desk is open mornings only until "+string(ago(-3)), 10), ""},
		{"light work of another sort", wrote("the light in hall 2 works until "+string(ago(-3)), 10), ""},
		{"hours of the shop", wrote("reduced hours over Christmas", 10), ""},
		{"hours of somebody else", wrote("Ben has reduced hours until "+string(ago(-10)), 10), ""},
		{"no day", wrote("reduced hours until it is better", 10), ""},
	})
}

// After an absence only promises and needs speak, besides what would help.
func TestTheWeeksAfterAnAbsenceAreGentle(t *testing.T) {
	f := allDue()
	f.StepIns = nil
	wasAway(40, 3)(&f)
	for _, p := range Choose(f) {
		if p.Kind != MyPromise && p.Kind != Back && p.Kind != Support {
			t.Errorf("%s is asked three days after an absence", p.Kind)
		}
	}
	f = calm()
	f.NeedDates, f.IdeaDates, f.LastPraise = nil, nil, ""
	wasAway(40, 3)(&f)
	if ps := Choose(f); len(ps) != 1 || ps[0].Kind != Back {
		t.Errorf("%+v", ps)
	}
	wasAway(60, 22)(&f)
	if asked(&world{f: f}, Back) {
		t.Error("still asked what would help after three weeks")
	}
}

// What was noted of an illness before they came back holds nothing back any more; the way back is gentle all the same.
func TestAnIllnessBeforeTheyCameBackIsOver(t *testing.T) {
	f := calm()
	wrote("She is off sick from today", 12)(&f)
	if ps := Choose(f); len(ps) > 0 {
		t.Errorf("%+v", ps)
	}
	wasAway(11, 1)(&f)
	if ps := Choose(f); len(ps) != 1 || ps[0].Kind != Back {
		t.Errorf("%+v", ps)
	}
}
