package takein

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/archive"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// vault writes an Obsidian folder and returns its path.
func vault(t testing.TB, files map[string]string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "Vault")
	files[".obsidian/app.json"] = "{}"
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func years(t testing.TB) string {
	return vault(t, map[string]string{
		"Ana Ruiz/2025-03-03.md":  "---\nperson: Ana Ruiz\ndate: 2025-03-03\n---\nWe talked about the zebra migration.\n- [ ] draft the rollout plan 📅 2025-04-01\n",
		"Ana Ruiz/2025-03-17.md":  "---\nperson: Ana Ruiz\ndate: 2025-03-17\n---\nMore about it.\n- [x] told legal ✅ 2025-03-20\n",
		"Eve Stone/2025-04-01.md": "---\nperson: Eve Stone\ndate: 2025-04-01\n---\nFirst talk with Eve.\n",
		"Ideas.md":                "no day, nobody\n",
	})
}

func enter(h *roomtest.Host, path string) *Room {
	p := room.Place{Screen: room.Import, Text: path}
	r := New(h, p).(*Room)
	h.Enter(r, p)
	return r
}

func TestAFolderOfYearsComesIn(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	roomtest.Do(t, h.J, notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: "2026-11-30"})
	enter(h, "")
	h.Sees("Where are your notes?", "What Handback reads", "Obsidian")
	h.Type("import.path", years(t))
	h.Tap("import.look")
	h.Sees("from Obsidian", "Who they're about", "Ana Ruiz", "Eve Stone", "What you'll get", "Nothing has changed yet")
	if people := h.People(); len(people) != 2 {
		t.Errorf("there are %d people already", len(people))
	}
	h.Tap("import.go")
	if len(h.Shown) > 0 {
		t.Fatalf("%v", h.Shown)
	}
	h.Sees("in your journal now", "Look back", "Ana Ruiz", "Eve Stone")
	heads, err := h.J.NotesOf(ana, 0)
	if err != nil || len(heads) != 3 {
		t.Fatalf("%d notes of Ana, %v", len(heads), err)
	}
	facts, err := h.J.Facts(ana, h.Now())
	if err != nil || len(facts.TheyOwn)+len(facts.IOwe) > 0 {
		t.Errorf("open: %+v, %v", facts, err)
	}

	h.Tap("import.forward")
	h.Sees("Carry these over", "Draft the rollout plan", "by Tue 1 Apr 2025", "For me")
	h.SeesNot("[ ]")
	h.Tap("import/line.0")
	h.Choose("import/line.0.whose", "For Ana")
	h.Tap("dialog/confirm")
	planned, err := h.J.PlannedNote(ana)
	if err != nil || !strings.Contains(planned.Body, "todo: draft the rollout plan by 2025-04-01") {
		t.Errorf("planned is %q, %v", planned.Body, err)
	}
	r := enter(h, "")
	h.Tap("import.1.back")
	h.Sees("What you carried over stays.")
	h.Tap("dialog/cancel")
	r.forward(1)
	if last := h.Said[len(h.Said)-1]; last != "Nothing in these notes was still open." {
		t.Errorf("what was brought forward is offered again: %q", last)
	}
}

func TestTheSameFolderAgainBringsNothing(t *testing.T) {
	h := roomtest.Open(t)
	roomtest.Person(t, h.J, "Ana Ruiz")
	path := years(t)
	enter(h, path)
	h.Tap("import.go")
	enter(h, path)
	h.Sees("are here already", "Import 0 notes", "left out: it's here already")
	heads, err := h.J.NotesOf(h.People()[1].ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindNote, ID: int64(heads[0].ID)})
	enter(h, path)
	h.Sees("left out: you deleted it here", "left out: it's here already")
	enter(h, "")
	h.Sees("Imported so far", "Vault from Obsidian", "1 person")
	h.Tap("import.1.back")
	h.Sees("Undo this import?", "imported notes are removed", "1 person added by the import", "The files that you imported stay where they are.")
	h.SeesNot("carried over stays")
	h.Tap("dialog/confirm")
	if people := h.People(); len(people) != 2 {
		t.Errorf("there are %d people", len(people))
	}
	if imports, err := h.J.Imports(); err != nil || len(imports) > 0 {
		t.Errorf("%v, %v", imports, err)
	}
}

// exporter is a journal that goes out as an archive.
type exporter interface {
	ExportArchive(folder string, progress archive.Progress) (archive.Exported, error)
}

// TestAnArchiveIsImportedFromHere: whoever chooses, or drops, a folder that Handback wrote needn't look for another place to import it.
func TestAnArchiveIsImportedFromHere(t *testing.T) {
	for name, below := range map[string]string{"itself": "", "the folder around it": "Handback of last year"} {
		t.Run(name, func(t *testing.T) {
			from := roomtest.Open(t)
			roomtest.Person(t, from.J, "Zoe Park")
			outer := t.TempDir()
			if _, err := from.J.(exporter).ExportArchive(filepath.Join(outer, below), nil); err != nil {
				t.Fatal(err)
			}
			h := roomtest.Open(t)
			enter(h, outer)
			h.Sees("Import this archive?")
			h.Tap("dialog/confirm")
			if len(h.Shown) > 0 || !slices.ContainsFunc(h.People(), func(p notes.Person) bool { return p.Name == "Zoe Park" }) {
				t.Errorf("%v, %v", h.People(), h.Shown)
			}
		})
	}
}

func TestStoppingLeavesNothing(t *testing.T) {
	h := roomtest.Open(t)
	r := enter(h, years(t))
	h.Hold = true
	h.Tap("import.go")
	h.Pass(showAfter)
	h.Sees("Importing from Vault", "Stop")
	h.Tap("dialog/cancel")
	if !r.work.stopped.Load() {
		t.Fatal("it goes on")
	}
	h.Answer(0)
	if len(h.Shown) > 0 || len(h.Said) != 1 || h.Said[0] != "Stopped. Nothing was imported." {
		t.Errorf("said %q, shown %v", h.Said, h.Shown)
	}
	if imports, err := h.J.Imports(); err != nil || len(imports) > 0 || len(h.People()) != 1 {
		t.Errorf("%v, %v", imports, err)
	}
	if !h.Has("import.go") {
		t.Error("it can't be tried again")
	}
}

func TestWhatCannotBeReadIsSaidAtTheField(t *testing.T) {
	empty := t.TempDir()
	broken := filepath.Join(t.TempDir(), "notes.zip")
	if err := os.WriteFile(broken, []byte("PK\x03\x04 and no more"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, says string }{
		{"nothing there", filepath.Join(empty, "no"), "There's nothing at"},
		{"an empty folder", empty, "This folder is empty."},
		{"a broken zip", broken, "zip"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := roomtest.Open(t)
			enter(h, c.path)
			h.Sees("Where are your notes?", c.says)
			if imports, err := h.J.Imports(); err != nil || len(imports) > 0 {
				t.Errorf("%v, %v", imports, err)
			}
		})
	}
}

func TestATwofoldDateIsAskedOnce(t *testing.T) {
	h := roomtest.Open(t)
	path := filepath.Join(t.TempDir(), "notes.csv")
	if err := os.WriteFile(path, []byte("person,date,text\nAna Ruiz,4/12/2024,zebra\nAna Ruiz,5/12/2024,lion\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	enter(h, path)
	h.Sees("What does 4/12 mean?", "2 notes have no date.", "Columns")
	h.Tap("import.order")
	h.Sees("4 Dec 2024")
	h.Tap("import.go")
	hits, _, err := h.J.Search(notes.Query{Text: "zebra"})
	if err != nil || len(hits) != 1 || hits[0].Date != "2024-12-04" {
		t.Errorf("%+v, %v", hits, err)
	}
}

func TestNotesWithoutADateGetTheOneThatIsPicked(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	root := vault(t, map[string]string{
		"a.md": "---\nperson: Ana Ruiz\n---\nfirst\n", "b.md": "---\nperson: Ana Ruiz\n---\nsecond\n", "c.md": "---\nperson: Ana Ruiz\n---\nthird\n",
	})
	changed := time.Date(2024, 5, 6, 12, 0, 0, 0, time.Local)
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		if err := os.Chtimes(filepath.Join(root, name), changed, changed); err != nil {
			t.Fatal(err)
		}
	}
	r := enter(h, root)
	h.Sees("3 notes have no date.", "Use each file's date", "Left out")
	r.chooseDays(useFiles)
	h.Sees("6 May 2024")
	h.Tap("import.day.1")
	h.Fill("import/day", "nonsense")
	h.Tap("dialog/confirm")
	h.Sees("That isn't a date.")
	h.Fill("import/day", "1 Mar 2023")
	h.Tap("dialog/confirm")
	h.Tap("import.day.2")
	h.Fill("import/day", "")
	h.Tap("dialog/confirm")
	h.Tap("import.go")
	heads, err := h.J.NotesOf(ana, 0)
	if err != nil || len(heads) != 2 || heads[0].Date != "2024-05-06" || heads[1].Date != "2023-03-01" {
		t.Errorf("%+v, %v, %v", heads, err, h.Shown)
	}
}

// TestNamesOfOnePersonInAnEmptyJournal holds that the first import makes one person of each, and lets the manager say who a name is.
func TestNamesOfOnePersonInAnEmptyJournal(t *testing.T) {
	h := roomtest.Open(t)
	r := enter(h, vault(t, map[string]string{
		"People/Marta Lindqvist.md": "---\naliases: [ML]\n---\n## 2025-03-03\nfirst\n",
		"2025-03-04.md":             "## 1:1 Marta\nsecond\n## 1:1 ML\nthird\n## 1:1 Jonas Weber\na\n## 1:1 Jonas Brandt\nb\n## 1:1 Jonas\nc\n",
	}))
	h.Sees("Same as Marta Lindqvist", "Could be Jonas Brandt or Jonas Weber.")
	key := ""
	for i, n := range r.look.Names {
		if n.Text == "Jonas" {
			key = "import.who." + strconv.Itoa(i)
		}
	}
	h.Choose(key, "Same as Jonas Weber")
	h.Tap("import.go")
	var names []string
	for _, p := range h.People() {
		if p.Kind == notes.KindReport {
			names = append(names, p.Name)
		}
	}
	slices.Sort(names)
	if got := strings.Join(names, ", "); got != "Jonas Brandt, Jonas Weber, Marta Lindqvist" {
		t.Errorf("there are %s", got)
	}
}

// TestThePreviewSaysWhatItDoes holds that an undated note which is left out isn't shown as one of My journal's, that everything can be
// reached, and that the button stays where it is.
func TestThePreviewSaysWhatItDoes(t *testing.T) {
	h := roomtest.Open(t)
	files := map[string]string{"Ideas.md": "---\ncover: x.png\n---\nzebra\n"}
	for i := range 70 {
		name := string(rune('A'+i/26)) + "xa " + string(rune('A'+i%26)) + "la"
		files["2025-01-01 1-1 "+name+".md"] = "hello"
	}
	r := enter(h, vault(t, files))
	h.Sees("is left out, because it has no date", "Old tasks don't count", "Ideas.md", "cover: x.png")
	h.SeesNot("My notes  ·  no date", "your choices below", "Has no place")
	h.Tap("import.names.more")
	if !h.Has("import.who." + strconv.Itoa(len(r.look.Names)-1)) {
		t.Error("the last name can't be reached")
	}
	top := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(h.Find("import.go")).Y + r.page.Offset()
	}
	before := top()
	h.Tap("import.rows.more")
	r.chooseDays(useToday)
	h.SeesNot("stays out, because")
	if after := top(); after != before {
		t.Errorf("the button moved from %v to %v", before, after)
	}
	h.Sees("Import 71 notes")
}

// TestStoppingTheReadingIsSaid holds that it ends with a word.
func TestStoppingTheReadingIsSaid(t *testing.T) {
	h := roomtest.Open(t)
	r := enter(h, "")
	h.Hold = true
	r.read(years(t))
	h.Pass(showAfter)
	h.Tap("dialog/cancel")
	h.Answer(0)
	if len(h.Said) != 1 || h.Said[0] != "Stopped. Nothing was imported." {
		t.Errorf("said %q", h.Said)
	}
	h.Sees("Where are your notes?")
}

// TestHeadingsOfAWeekdayEachGetADayOfTheirOwn holds that the date of a file is that of no note that says another day.
func TestHeadingsOfAWeekdayEachGetADayOfTheirOwn(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	root := vault(t, map[string]string{
		"Ana Ruiz.md": "## Tuesday 5th\nfirst\n\n## Tuesday 12th\nsecond\n", "Ana Ruiz 2.md": "## Tuesday 6th\nthird\n",
		"table.md": "---\nperson: Ana Ruiz\n---\nfourth\n",
	})
	changed := time.Date(2024, 3, 15, 12, 0, 0, 0, time.Local)
	for _, name := range []string{"Ana Ruiz.md", "Ana Ruiz 2.md", "table.md"} {
		if err := os.Chtimes(filepath.Join(root, name), changed, changed); err != nil {
			t.Fatal(err)
		}
	}
	r := enter(h, root)
	h.Sees("4 notes have no date.", "For a heading like “Tuesday 4th”, Handback uses the most recent one before that.")
	r.chooseDays(useFiles)
	h.Sees("5 Mar 2024", "12 Mar 2024", "6 Feb 2024", "15 Mar 2024")
	h.Tap("import.go")
	var days []string
	heads, err := h.J.NotesOf(ana, 0)
	for _, n := range heads {
		days = append(days, string(n.Date))
	}
	if got := strings.Join(days, " "); err != nil || got != "2024-03-15 2024-03-12 2024-03-05 2024-02-06" {
		t.Errorf("the days are %s, %v, %v", got, err, h.Shown)
	}
}
