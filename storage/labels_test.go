package storage

import (
	"os"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func TestEveryLabelIsFiledFoundAndNewInTheBrief(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for _, l := range notes.Labels {
		addNote(t, j, ana, notes.JournalNote, "2026-11-20", string(l)+": the lamp of the "+strings.ReplaceAll(string(l), " ", "")+"\n")
	}
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", string(notes.Private)+": the lamp of nobody\n")
	facts := must[notes.Facts](t)(j.Facts(ana, c.now()))
	for _, l := range notes.Labels {
		t.Run(string(l), func(t *testing.T) {
			if n := must[int](t)(one(j.c, "SELECT count(*) FROM item WHERE label = ?", scalar[int], l)); n != 1 {
				t.Errorf("%d rows are filed", n)
			}
			hits, _, err := j.Search(notes.Query{Text: "lamp", Label: l})
			if err != nil || len(hits) != 1 || hits[0].Lines[0].Item == nil || hits[0].Lines[0].Item.Label != l {
				t.Errorf("search by the label finds %+v (%v)", hits, err)
			}
			if !slices.ContainsFunc(facts.Since, func(f notes.Filed) bool { return f.Label == l }) {
				t.Error("Facts.Since, which the brief counts, lacks it")
			}
		})
	}
	if n := must[int](t)(one(j.c, "SELECT count(*) FROM item", scalar[int])); n != len(notes.Labels) {
		t.Errorf("%d rows are filed from %d labels", n, len(notes.Labels))
	}
}

func TestEveryLabelIsInTheViewOfItsRow(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	doc := string(must[[]byte](t)(os.ReadFile("../docs/VIEWS.md")))
	for _, k := range notes.LabelKinds {
		t.Run(string(k.Label), func(t *testing.T) {
			addNote(t, j, ana, notes.JournalNote, "2026-11-20", string(k.Label)+": a line\n")
			for _, s := range k.States {
				if !strings.Contains(doc, "`"+string(s)+"`") {
					t.Errorf("docs/VIEWS.md says nothing of the state %s", s)
				}
			}
			if k.Hidden {
				return
			}
			if n := must[int](t)(one(j.c, "SELECT count(*) FROM filed WHERE label = ?", scalar[int], k.Label)); n != 1 {
				t.Errorf("the view filed has %d lines of it", n)
			}
			if k.View == "" {
				return
			}
			got, err := one(j.c, "SELECT count(*) FROM "+k.View+" v JOIN filed f USING (note_uid, line) WHERE f.label = ?", scalar[int], k.Label)
			if err != nil || got != 1 {
				t.Errorf("the view %s has %d lines of it (%v): a migration must make it", k.View, got, err)
			}
			if line := lineOfView(doc, k.View); !strings.Contains(line, "`"+string(k.Label)+"`") {
				t.Errorf("docs/VIEWS.md does not say that the view %s has it", k.View)
			}
		})
	}
}

// lineOfView is the line of a table that says what a view holds.
func lineOfView(doc, view string) string {
	for _, line := range strings.Split(doc, "\n") {
		if strings.HasPrefix(line, "| `"+view+"` |") {
			return line
		}
	}
	return ""
}
