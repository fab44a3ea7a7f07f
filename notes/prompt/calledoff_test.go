package prompt

import (
	"testing"

	"handback/notes"
)

// missed puts a one-on-one that was not held before the held ones, as storage reads them.
func missed(f *notes.PromptFacts, why string, on notes.Date) {
	f.OneOnOnes = append([]notes.NoteHead{{Kind: notes.MissedNote, Date: on, CalledOff: why}}, f.OneOnOnes...)
	if why == notes.CalledOffByMe {
		f.CalledOff = append([]notes.Date{on}, f.CalledOff...)
	}
}

func heldOn(f *notes.PromptFacts, on notes.Date) {
	f.OneOnOnes = append([]notes.NoteHead{{Kind: notes.HeldNote, Date: on}}, f.OneOnOnes...)
	f.Held = append([]notes.Date{on}, f.Held...)
}

func TestOneOnOnesThatICalledOff(t *testing.T) {
	lately := func(why string, days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			for _, n := range days {
				missed(f, why, ago(n))
			}
			heldOn(f, ago(1))
		}
	}
	inARow := func(whys ...string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			for i, why := range whys {
				missed(f, why, ago(200-30*i))
			}
		}
	}
	me, them := notes.CalledOffByMe, notes.CalledOffByThem
	runDue(t, calledOff, []dueCase{
		{"one", lately(me, 20), ""},
		{"two, the first 60 days ago", lately(me, 60, 20), calledOffByMe},
		{"two, the first 61 days ago", lately(me, 61, 20), ""},
		{"two, the first 61 days ago, one of them off", func(f *notes.PromptFacts) {
			lately(me, 61, 20)(f)
			f.Person.Off = notes.DaysOff{{From: ago(30), To: ago(30)}}
		}, calledOffByMe},
		{"two that they called off", lately(them, 60, 20), ""},
		{"two for an illness", lately(notes.OffForIllness, 60, 20), ""},
		{"two without a reason", lately("", 60, 20), ""},
		{"two in a row, long ago", inARow(me, me), calledOffByMe},
		{"the last one", inARow(them, me), ""},
		{"two, and the last by them", inARow(me, me, them), ""},
		{"two in a row, and one held since", func(f *notes.PromptFacts) { inARow(me, me)(f); heldOn(f, ago(100)) }, ""},
	})
}

func TestOneOnOnesCalledOffAreSettledUntilTheNext(t *testing.T) {
	w := &world{f: calm()}
	missed(&w.f, notes.CalledOffByMe, ago(50))
	missed(&w.f, notes.CalledOffByMe, ago(1))
	p := w.show(t)
	if want := "because you called off your one-on-ones with Ana on 4 Oct, 22 Nov"; p.Kind != CalledOff || p.Reason != want {
		t.Fatalf("%+v, want %q", p, want)
	}
	w.store(leave(p, w.f, notes.Asked))
	w.f.Today = today.AddDays(8)
	if got := calledOff.due(w.f); len(got) > 0 {
		t.Errorf("asked, and due again: %+v", got)
	}
	missed(&w.f, notes.CalledOffByMe, w.f.Today)
	if got := calledOff.due(w.f); len(got) == 0 {
		t.Error("called off another, and not due")
	}
}

func TestOneOnOnesCalledOffAreDueSinceTheSecond(t *testing.T) {
	for _, c := range []struct {
		name string
		days []int
		want notes.Date
	}{
		{"two", []int{50, 10}, ago(10)},
		{"a third", []int{100, 55, 10}, ago(55)},
		{"a third after more than 60 days", []int{120, 55, 10}, ago(10)},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := calm()
			for _, n := range c.days {
				missed(&f, notes.CalledOffByMe, ago(n))
			}
			if got := calledOff.due(f); len(got) != 1 || got[0].since != c.want {
				t.Errorf("%+v, want since %s", got, c.want)
			}
		})
	}
}
