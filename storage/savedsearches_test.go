package storage

import (
	"errors"
	"fmt"
	"slices"
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

// TestSearchesForSomebodyGoWithThem deletes people for good, some of whom share names or are called as ordinary words are.
func TestSearchesForSomebodyGoWithThem(t *testing.T) {
	for name, c := range map[string]struct {
		who, others string // names, with an alias behind a slash
		goes, stays []string
	}{
		"a name of her own": {
			"Ana Ruiz/Annie R", "Ben Kofi",
			[]string{"person:ana", "Ána x", `person:"annie r"`, "annie r kafka", "-person:Ana kafka", "ana ruiz"},
			[]string{"banana", "annie", "label:praise", `person:"Ana Berg" label:praise`, "person:ben ruiza"},
		},
		"a first name that another has": {
			"Ana Ruiz", "Ana Berg,Ben Kofi",
			[]string{`person:"Ana Ruiz"`, "x ana ruiz"},
			[]string{`person:"Ana Berg" label:praise`, "person:ana", "Ana kafka", `person:"ana berg" Ana`},
		},
		"a name that is a word": {
			"Will Stone", "Mark Reed", []string{"kafka Will", "person:will", "will stone"}, []string{"will it ship", "mark done", "Mark"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			add := func(said string) notes.PersonID {
				name, alias, has := strings.Cut(said, "/")
				return addPerson(t, j, name, map[bool][]string{true: {alias}}[has]...)
			}
			gone := add(c.who)
			for _, other := range strings.Split(c.others, ",") {
				add(other)
			}
			for i, q := range append(slices.Clone(c.goes), c.stays...) {
				do(t, j, notes.SavedSearch{Name: fmt.Sprint("n", i), Query: q})
			}
			do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(gone)})
			var left []string
			for _, s := range must[[]notes.SavedSearch](t)(j.SavedSearches()) {
				left = append(left, s.Query)
			}
			if !slices.Equal(left, c.stays) {
				t.Errorf("left are %q, not %q", left, c.stays)
			}
		})
	}
}

func TestSearchesNamedForSomebodyGoWithThem(t *testing.T) {
	j, _ := newJournal(t)
	will := addPerson(t, j, "Will Stone")
	for _, name := range []string{"Will it ship", "Praise for Will", "Will: praise", "What will ship", "Will"} {
		do(t, j, notes.SavedSearch{Name: name, Query: "label:praise"})
	}
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(will)})
	if n := len(must[[]notes.SavedSearch](t)(j.SavedSearches())); n != 5 {
		t.Errorf("%d are left beside the trash", n)
	}
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(will)})
	if got := searchesOf(t, j); got != "Will it ship = label:praise; What will ship = label:praise" {
		t.Error(got)
	}
}
