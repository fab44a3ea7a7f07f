package prompt

import (
	"testing"

	"handback/notes"
)

func TestTheDaysOfAMonthsEnd(t *testing.T) {
	for day, want := range map[notes.Date]string{
		"2026-11-27": "", "2026-11-28": "November", "2026-11-30": "November", "2026-12-01": "November",
		"2026-12-10": "November", "2026-12-11": "", "2026-12-28": "", "2026-12-29": "December", "2027-01-10": "December",
		"2027-02-25": "", "2027-02-26": "February", "2028-02-26": "", "2028-02-27": "February", "": "", "soon": "",
	} {
		t.Run(string(day), func(t *testing.T) {
			r, due := MonthsEnd(Looking{Me: 1, Today: day})
			if due != (want != "") || (due && r.Month != want) {
				t.Errorf("%s: %v, %s", day, due, r.Month)
			}
			if due && (!dated.MatchString(r.Reason) || r.Agenda != "" || r.ForThem || r.Text == "") {
				t.Errorf("%s: %+v", day, r)
			}
		})
	}
}

func TestTwoYearsOfMonthsEnds(t *testing.T) {
	l := Looking{Me: 1, Today: "2026-01-01"}
	seen := map[string]notes.Date{}
	asked := 0
	keep := func(c notes.Change) {
		w := world{f: notes.PromptFacts{History: l.History}, nextID: int64(len(l.History))}
		w.store(c)
		l.History = w.f.History
	}
	for day := range 730 {
		l.Today = notes.Date("2026-01-01").AddDays(day)
		r, due := MonthsEnd(l)
		if !due {
			continue
		}
		if r.shown.ID == 0 {
			asked++
			if last := seen[r.Key]; last != "" && l.Today.DaysSince(last) < rest {
				t.Errorf("%s came back after %d days", r.Key, l.Today.DaysSince(last))
			}
			if n := len(l.History); n > 0 && l.Today.DaysSince(l.History[n-1].Shown) < reflect.cooldown {
				t.Errorf("%s: twice within thirty days", l.Today)
			}
			keep(r.Shown(l))
			r, _ = MonthsEnd(l)
			open := 0
			for _, e := range l.History {
				if e.Outcome == notes.InView {
					open++
				}
			}
			if open != 1 {
				t.Errorf("%s: %d are kept as in view", l.Today, open)
			}
		}
		if again := r.Shown(l); !again.IsZero() {
			t.Fatal("it is shown twice")
		}
		seen[r.Key] = l.Today
		switch l.Today.Time().Month() % 3 { // answered, put away, or left to stand
		case 0:
			keep(r.Written(l))
		case 1:
			keep(r.NotThisMonth(l))
		}
	}
	if asked < 20 || asked > 25 {
		t.Errorf("asked %d times in two years", asked)
	}
}
