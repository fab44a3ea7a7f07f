package notes

import "testing"

func TestAStepInIsNotOverdueOnDaysOff(t *testing.T) {
	off := DaysOff{{From: "2026-12-01", To: "2026-12-09"}}
	ended := SteppingIn{Began: "2026-11-20", Ends: "2026-12-03", Off: off}
	seen := SteppingIn{Began: "2026-11-20", Ends: "2026-12-30", ExitSeen: "2026-11-29", Off: off}
	before := SteppingIn{Began: "2026-11-20", Ends: "2026-11-25", Off: off}
	for day, want := range map[Date][3]bool{ // ended during them, its sign seen, over before them
		"2026-11-30": {false, true, true},
		"2026-12-01": {false, false, false},
		"2026-12-09": {false, false, false},
		"2026-12-10": {false, true, true},
		"2026-12-11": {true, true, true},
	} {
		t.Run(string(day), func(t *testing.T) {
			if got := [3]bool{ended.Overdue(day), seen.Overdue(day), before.Overdue(day)}; got != want {
				t.Errorf("%v, want %v", got, want)
			}
		})
	}
	for day, want := range map[Date]string{"2026-11-30": "", "2026-12-01": "You're off until 9 Dec.", "2026-12-10": ""} {
		t.Run("said on "+string(day), func(t *testing.T) {
			if got := off.Say(day); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}
