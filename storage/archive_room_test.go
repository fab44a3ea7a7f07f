package storage

import (
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// TestAnArchiveDeletesNothingOfAJournalWithoutNotes imports a whole journal into one in which little was written.
func TestAnArchiveDeletesNothingOfAJournalWithoutNotes(t *testing.T) {
	for name, tt := range map[string]struct {
		rows func(me notes.PersonID) []notes.Row
		kept string // a query that finds it
	}{
		"a template": {func(notes.PersonID) []notes.Row { return []notes.Row{notes.Template{Name: "mine", Body: "x"}} }, "SELECT 1 FROM template WHERE name = 'mine'"},
		"a goal of one's own": {func(me notes.PersonID) []notes.Row {
			return []notes.Row{notes.Goal{Person: me, Title: "learn", Target: "2026-12-01"}}
		}, "SELECT 1 FROM goal WHERE title = 'learn'"},
		"words for labels": {func(notes.PersonID) []notes.Row {
			return []notes.Row{notes.PutSetting{Key: notes.SettingLabelWords, Value: "todo=machen"}}
		}, "SELECT 1 FROM setting WHERE key = 'labels.words' AND value <> ''"},
		"days off": {func(notes.PersonID) []notes.Row {
			return []notes.Row{notes.PutSetting{Key: notes.SettingDaysOff, Value: "sat"}}
		}, "SELECT 1 FROM setting WHERE key = 'days off'"},
		"a company goal": {func(notes.PersonID) []notes.Row { return []notes.Row{notes.CompanyGoal{Title: "grow"}} }, "SELECT 1 FROM company_goal"},
		"a saved search": {func(notes.PersonID) []notes.Row { return []notes.Row{notes.SavedSearch{Name: "open", Query: "todo"}} }, "SELECT 1 FROM saved_search"},
		"a level": {func(me notes.PersonID) []notes.Row {
			return []notes.Row{notes.AreaLevel{Person: me, Tag: "x", DatedLevel: notes.DatedLevel{From: "2026-11-20", Level: notes.Advise}}}
		}, "SELECT 1 FROM area WHERE tag = 'x'"},
	} {
		t.Run(name, func(t *testing.T) {
			_, folder := exported(t)
			j, _ := newJournal(t)
			me := must[notes.PersonID](t)(one(j.c, "SELECT id FROM person WHERE kind = 'me'", scalar[notes.PersonID]))
			do(t, j, tt.rows(me)...)
			importFrom(t, j, folder)
			if n := must[[]int64](t)(list(j.c, tt.kept, nil, scalar[int64])); len(n) != 1 {
				t.Errorf("%d are there", len(n))
			}
		})
	}
	t.Run("a template changed", func(t *testing.T) {
		_, folder := exported(t)
		j, _ := newJournal(t)
		p := must[[]notes.Template](t)(j.Templates())[0]
		p.Body = "mine"
		do(t, j, p)
		importFrom(t, j, folder)
		if got := must[[]notes.Template](t)(j.Templates()); !strings.Contains(got[0].Body+got[1].Body+got[2].Body, "mine") {
			t.Error("it is gone")
		}
	})
}

// TestWhatIsOfThisComputerStaysHere expects no setting of this computer in an archive, and that one doesn't make a new journal
// another one.
func TestWhatIsOfThisComputerStaysHere(t *testing.T) {
	keys := []string{
		"saveas.folder", "saveas.format", "look.size", "window.place", "forms.typed", "calendars.path", "archive.keep",
		erasedKey, clockKey,
	}
	j, _ := newJournal(t)
	for _, key := range keys {
		do(t, j, notes.PutSetting{Key: key, Value: "/home/ana/Desktop"})
	}
	do(t, j, notes.PutSetting{Key: "days off", Value: "sat"})
	folder := filepath.Join(t.TempDir(), "archive")
	exportTo(t, j, folder)
	text := folderText(t, folder)
	for _, key := range keys {
		if strings.Contains(text, key) || strings.Contains(text, "/home/ana") {
			t.Errorf("%s went out", key)
		}
	}
	if !strings.Contains(text, "days off") {
		t.Error("a setting of the journal didn't go out")
	}
	other, _ := newJournal(t)
	for _, key := range keys {
		do(t, other, notes.PutSetting{Key: key, Value: "here"})
	}
	importFrom(t, other, folder)
	again := filepath.Join(t.TempDir(), "again")
	exportTo(t, other, again)
	if got := folderText(t, again); got != text {
		t.Errorf("it became another journal:\n%s", linesThatDiffer(got, text))
	}
	for _, key := range keys {
		if value := must[string](t)(other.Setting(key)); value != "here" && key != clockKey {
			t.Errorf("%s is %q", key, value)
		}
	}
	for _, key := range keys {
		do(t, j, notes.PutSetting{Key: key})
	}
	emptied := filepath.Join(t.TempDir(), "emptied")
	exportTo(t, j, emptied)
	if got := folderText(t, emptied); got != text {
		t.Errorf("that it was emptied went out:\n%s", linesThatDiffer(got, text))
	}
}
