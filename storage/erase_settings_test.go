package storage

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/calendar"
)

// TestErasingKeepsWhatIsSaidOfOthers holds that only what names who was erased goes of what is kept of calendars, and that the
// folder that is kept up to date is still known: it has to be brought up to date without them.
func TestErasingKeepsWhatIsSaidOfOthers(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Lima"), addPerson(t, j, "Ben Okoro")
	uid := func(id notes.PersonID) string {
		return must[string](t)(one(j.c, "SELECT uid FROM person WHERE id = ?", scalar[string], id))
	}
	bens := calendar.Kept{
		Means: []string{"ben.okoro@x.org", "title:1:1 ana and ben"}, Nobody: []string{"title:ana's birthday", "title:team lunch"},
	}
	anas := calendar.Kept{Means: []string{"ana.lima@corp.com"}}
	anasKey := notes.SettingCalendar + uid(ana)
	do(t, j,
		notes.PutSetting{Key: notes.SettingCalendar + uid(ben), Value: bens.String()},
		notes.PutSetting{Key: anasKey, Value: anas.String()},
		notes.PutSetting{Key: notes.SettingKeptFolder, Value: "/home/ana/Handback"},
		notes.PutSetting{Key: notes.SettingLetOut, Value: "/home/ana/out"},
		notes.PutSetting{Key: calendar.KeyPath, Value: "/home/ana/work.ics"},
		notes.PutSetting{Key: "saveas.folder", Value: "/home/ana lima"})
	var held []string
	for _, r := range must[[]notes.HeldRow](t)(j.HeldRows(ana)) {
		held = append(held, r.Value("key"))
	}
	if !strings.Contains(strings.Join(held, " "), anasKey) {
		t.Errorf("what is held about Ana lacks her calendar: %q", held)
	}

	do(t, j, notes.Erase{Person: ana})
	left := calendar.ReadKept(must[string](t)(j.Setting(notes.SettingCalendar + uid(ben))))
	if got := strings.Join(append(left.Means, left.Nobody...), ", "); got != "ben.okoro@x.org, title:team lunch" {
		t.Errorf("of Ben is known: %s", got)
	}
	for key, want := range map[string]string{
		anasKey: "", notes.SettingKeptFolder: "/home/ana/Handback", notes.SettingLetOut: "/home/ana/out", calendar.KeyPath: "/home/ana/work.ics",
		"saveas.folder": "",
	} {
		if got := must[string](t)(j.Setting(key)); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

// TestWhatBelongsToADeletedGoalIsDeleted holds that steps of a goal in the trash are held as such.
func TestWhatBelongsToADeletedGoalIsDeleted(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Lima")
	do(t, j, notes.Goal{Person: ana, Title: "replace Ana"}, notes.Step{Text: "find successor"})
	goal := must[int64](t)(one(j.c, "SELECT id FROM goal", scalar[int64]))
	do(t, j, notes.Delete{Kind: notes.KindGoal, ID: goal})
	steps := 0
	for _, r := range must[[]notes.HeldRow](t)(j.HeldRows(ana)) {
		if r.Table == "step" {
			if steps++; !r.Trashed {
				t.Errorf("%+v isn't in the trash", r)
			}
		}
	}
	if steps != 1 {
		t.Errorf("%d steps are held", steps)
	}
}
