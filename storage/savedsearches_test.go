package storage

import (
	"errors"
	"strings"
	"testing"

	"handback/notes"
)

// searchesOf are the saved searches in a line each.
func searchesOf(t *testing.T, j *Journal) string {
	t.Helper()
	var said []string
	for _, s := range must[[]notes.SavedSearch](t)(j.SavedSearches()) {
		said = append(said, s.Name+" = "+s.Query)
	}
	return strings.Join(said, "; ")
}

func TestSavedSearches(t *testing.T) {
	j, _ := newJournal(t)
	ids := do(t, j, notes.SavedSearch{Name: " Open  praise ", Query: " label:praise "}, notes.SavedSearch{Name: "Hiring", Query: "#hiring"})
	if got := searchesOf(t, j); got != "Open praise = label:praise; Hiring = #hiring" {
		t.Fatal(got)
	}
	renamed, err := j.Apply(notes.Change{Rows: []notes.Row{notes.SavedSearch{ID: ids[0], Name: "Praise", Query: "label:praise x", Place: 9}}})
	if err != nil || searchesOf(t, j) != "Hiring = #hiring; Praise = label:praise x" {
		t.Error(searchesOf(t, j), err)
	}
	for name, s := range map[string]notes.SavedSearch{
		"no name": {Query: "x"}, "no search": {Name: "x", Query: " "}, "taken": {Name: "HIRING", Query: "x"},
		"long": {Name: strings.Repeat("x", 99), Query: "x"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := j.Apply(notes.Change{Rows: []notes.Row{s}}); !errors.As(err, new(notes.Invalid)) {
				t.Error(err)
			}
		})
	}
	removed, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Remove{Row: notes.SavedSearch{ID: ids[1]}}}})
	if err != nil || searchesOf(t, j) != "Praise = label:praise x" {
		t.Error(searchesOf(t, j), err)
	}
	for _, undo := range []notes.Change{removed.Undo, renamed.Undo} {
		if _, err := j.Apply(undo); err != nil {
			t.Error(err)
		}
	}
	if got := searchesOf(t, j); got != "Open praise = label:praise; Hiring = #hiring" {
		t.Error(got)
	}
}

func TestSearchesThatNameSomebodyGoWithThem(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz", "Annie R")
	for i, q := range []string{"person:ana", "Ána x", `person:"annie r"`, "banana", "annie", "label:praise"} {
		do(t, j, notes.SavedSearch{Name: "n" + string(rune('a'+i)), Query: q})
	}
	do(t, j, notes.SavedSearch{Name: "Praise for Ana", Query: "label:praise x"})
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	if n := len(must[[]notes.SavedSearch](t)(j.SavedSearches())); n != 7 {
		t.Errorf("%d are left beside the trash", n)
	}
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
	if got := searchesOf(t, j); got != "nd = banana; ne = annie; nf = label:praise" {
		t.Error(got)
	}
}
