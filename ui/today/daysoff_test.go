package today

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestDaysOffAreSaidOnceAndPauseAStepIn(t *testing.T) {
	h, r := withTeam(t)
	var who notes.PersonID
	for _, p := range h.People() {
		if p.OnTeam() {
			who = p.ID
		}
	}
	off := notes.DaysOff{{From: "2026-11-30", To: "2026-12-09"}}
	_, err := h.J.Apply(notes.Change{Rows: []notes.Row{
		notes.SteppingIn{
			People: []notes.PersonID{who}, What: "the rollout", Help: notes.HelpDecide, Reason: "an outage", Began: "2026-11-10",
			Ends: "2026-11-24", ExitSign: "a quiet day", Sentence: "I take this one until the 24th",
		},
		notes.PutSetting{Key: notes.SettingDaysOff, Value: off.String()},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Reload(); err != nil {
		t.Fatal(err)
	}
	h.Sees("You're off until 9 Dec.", "The rollout")
	h.SeesNot("You said until 24 Nov")
	if n := strings.Count(h.Text(), "You're off until"); n != 1 {
		t.Errorf("it is said %d times", n)
	}
	quiet(t, h)
}
