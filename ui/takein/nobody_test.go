package takein

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/roomtest"
)

// TestNotesThatNameNobodyCanBeGivenToAnybody holds that it is chosen for all, for a folder and for one, also to somebody who isn't there.
func TestNotesThatNameNobodyCanBeGivenToAnybody(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	enter(h, vault(t, map[string]string{
		"talks/2025-03-03.md": "first\n", "talks/2025-03-10.md": "second\n", "talks/2025-03-17.md": "third\n", "days.md": "## 2025-04-01\na\n## 2025-04-02\nb\n",
	}))
	h.Sees("Nobody named", "Choose one by one", "My notes")
	h.Tap("import.nobody")
	h.Sees("talks", "days.md", "As above", "Choose for all of them")
	h.Choose("import.nobody.1.who", "Ana Ruiz")
	h.Tap("import.nobody.1.show")
	h.Sees("second", "Hide notes")
	h.Choose("import.nobody.1.1.who", "Someone new …")
	h.Sees("Who are these notes about?")
	h.Fill("import/name", "#")
	h.Tap("dialog/confirm")
	h.Sees("Who are these notes about?")
	h.Fill("import/name", "Eve Stone")
	h.Tap("dialog/confirm")
	h.Sees("You added this name.", "Eve Stone")
	h.Choose("import.nobody.1.2.who", "Leave out")
	h.Tap("import.go")
	if len(h.Shown) > 0 {
		t.Fatalf("%v", h.Shown)
	}
	count := func(id notes.PersonID) int {
		heads, err := h.J.NotesOf(id, 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(heads)
	}
	of := map[string]int{}
	for _, p := range h.People() {
		of[p.Name] = count(p.ID)
	}
	if count(ana) != 1 || of["Eve Stone"] != 1 || count(h.Me().ID) != 2 {
		t.Errorf("%v", of)
	}
}

// TestACopiedTextIsPasted holds that it has the same preview as files, into an empty journal too, and that nothing copied is said.
func TestACopiedTextIsPasted(t *testing.T) {
	h := roomtest.Open(t)
	enter(h, "")
	fyne.CurrentApp().Clipboard().SetContent(" ")
	h.Tap("import.paste")
	if len(h.Shown) != 1 || !strings.Contains(h.Shown[0].Error(), "no text to paste") {
		t.Fatalf("%v", h.Shown)
	}
	h.Shown = nil
	fyne.CurrentApp().Clipboard().SetContent("Nov 12, 2026\nNotes\n* the zebra went well\n\nNov 5, 2026\n* hard week\n")
	h.Tap("import.paste")
	h.Sees("Import pasted text", "2 notes from another program", "Nobody named")
	h.SeesNot("_.txt")
	h.Choose("import.who.0", "Someone new …")
	h.Fill("import/name", "Ana Lima")
	h.Tap("dialog/confirm")
	h.Tap("import.go")
	hits, _, err := h.J.Search(notes.Query{Text: "zebra"})
	if err != nil || len(hits) != 1 || hits[0].Date != "2026-11-12" || h.Person(hits[0].Person).Name != "Ana Lima" {
		t.Errorf("%+v, %v, %v", hits, err, h.Shown)
	}
}

// TestALaterExportOfNotionBringsNothingTwice holds that for pages that were renamed since, in a folder of another name.
func TestALaterExportOfNotionBringsNothingTwice(t *testing.T) {
	const id = " 1a2b3c4d5e6f70819aabbccddeeff00a.md"
	h := roomtest.Open(t)
	export := func(folder, name, text string) string {
		root := filepath.Join(t.TempDir(), folder)
		if err := os.MkdirAll(root, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name+id), []byte("# "+name+"\n\n"+text), 0o600); err != nil {
			t.Fatal(err)
		}
		return root
	}
	const days = "## November 12, 2025\n\nfirst\n\n## November 5, 2025\n\nsecond\n"
	enter(h, export("Export-1", "Ana Lima", days))
	h.Tap("import.go")
	enter(h, export("Export-2", "Ana Lima Ruiz", days+"\nand more\n"))
	h.Choose("import.who.0", "Ana Lima")
	h.Sees("1 note changed since you last imported it", "1 note is here already.")
	h.Tap("import.go")
	var ana notes.PersonID
	for _, p := range h.People() {
		if p.Kind == notes.KindReport {
			ana = p.ID
		}
	}
	if heads, err := h.J.NotesOf(ana, 0); err != nil || len(heads) != 2 || len(h.People()) != 2 {
		t.Errorf("%+v, %d people, %v", heads, len(h.People()), err)
	}
}
