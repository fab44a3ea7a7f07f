package storage

import (
	"reflect"
	"testing"

	"handback/notes"
)

func TestWhatAChangeWouldUnfileIsSaidAndNothingIsWritten(t *testing.T) {
	j, _ := newJournal(t)
	ana, priya := addPerson(t, j, "Ana"), addPerson(t, j, "Priya Shah")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo Priya: a\ntodo Priya Shah: b\npraise Ana and Priya: c\ntodo: d\n")
	addNote(t, j, priya, notes.HeldNote, "2026-11-21", "todo: mine anyway\naction Priya: e\n")
	p := must[notes.Person](t)(j.Person(priya))
	p.Name = "Pia Nair"
	before := dump(t, j)
	for name, c := range map[string]struct {
		aliases []string
		want    []string
	}{
		"both names kept": {[]string{"Priya Shah", "Priya"}, nil},
		"the first alone": {[]string{"Priya"}, []string{"todo Priya Shah: b"}},
		"none":            {nil, []string{"todo Priya: a", "todo Priya Shah: b", "praise Ana and Priya: c", "action Priya: e"}},
	} {
		t.Run(name, func(t *testing.T) {
			p.Aliases = c.aliases
			got := must[[]string](t)(j.WouldUnfile(notes.Change{Rows: []notes.Row{p}}, priya))
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q, not %q", got, c.want)
			}
			if after := dump(t, j); after != before {
				t.Errorf("the journal is\n%s\nand was\n%s", after, before)
			}
			if err := j.CheckIndex(); err != nil {
				t.Error(err)
			}
		})
	}
	p.Name = "Ana"
	if _, err := j.WouldUnfile(notes.Change{Rows: []notes.Row{p}}, priya); err == nil {
		t.Error("a name that somebody has is taken")
	}
}
