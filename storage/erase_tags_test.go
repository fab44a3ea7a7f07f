package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/erasing"
)

// TestTagsThatNameWhoIsErased puts a name into the tags of others, which are found and take another name.
func TestTagsThatNameWhoIsErased(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Okoro")
	addNote(t, j, ben, notes.HeldNote, "2026-11-20", "todo: cover #ana\ntodo: more #ana-before\n")
	do(t, j,
		notes.Goal{Person: ben, Title: "Take over", Tag: "ana"}, notes.Goal{Person: ben, Title: "Lead", Tag: "ana-before"},
		notes.Area{Person: ben, Tag: "ana-hiring"}, notes.Area{Person: ben, Tag: "ana-before"}, notes.Goal{Person: ana, Title: "x", Tag: "ana"},
		notes.SteppingIn{What: "Outage", Tag: "ana", Began: "2026-11-20", Help: notes.HelpAdvise, People: []notes.PersonID{ben}},
	)
	second := must[notes.Goal](t)(j.Goal(2))
	second.Tag = "platform"
	area := must[[]notes.Area](t)(j.Areas(ben))[slices.IndexFunc(must[[]notes.Area](t)(j.Areas(ben)), func(a notes.Area) bool {
		return a.Tag == "ana-before"
	})]
	area.Tag = "platform"
	do(t, j, second, area)
	page := erasing.Show(erasing.Facts{
		Person: must[notes.Person](t)(j.Person(ana)), People: must[[]notes.Person](t)(j.People()),
		Mentions: must[[]notes.Mention](t)(j.Mentions(ana)),
	})
	var found []string
	e := notes.Erase{Person: ana}
	for _, l := range page.Lines {
		found = append(found, fmt.Sprintf("%s.%s %d %s → %s", l.Table, l.Column, l.Whose, l.Text, l.Blacked))
		e.Reworded = append(e.Reworded, notes.Reworded{Mention: l.Mention, New: l.Blacked})
	}
	want := []string{
		"note.body 3 todo: cover #ana → todo: cover #[name left out]", "note.body 3 todo: more #ana-before → todo: more #[name left out]",
		"goal.tag 3 #ana → #someone", "goal_tag.tag 3 #ana-before → #someone", "area.tag 3 #ana-hiring → #someone",
		"area_former.tag 3 #ana-before → #someone", "stepping_in.tag 3 #ana → #someone",
	}
	if !slices.Equal(found, want) {
		t.Errorf("found\n%s\nnot\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
	do(t, j, e)
	for _, table := range []string{"goal", "goal_tag", "area", "area_former", "stepping_in"} {
		tags := must[[]string](t)(list(j.c, "SELECT tag FROM "+table, nil, scalar[string]))
		if said := strings.Join(tags, " "); strings.Contains(said, "ana") || !strings.Contains(said, "someone") {
			t.Errorf("%s has %q", table, said)
		}
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestATagIsRewordedToOneThatIsFree(t *testing.T) {
	for name, tt := range map[string]struct {
		to    string
		gone  bool
		fails bool
	}{"another one": {"#hand over", false, false}, "one of another area": {"hiring", false, true}, "none": {"", true, true}} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Okoro")
			do(t, j, notes.Area{Person: ben, Tag: "ana"}, notes.Area{Person: ben, Tag: "hiring"})
			m := must[[]notes.Mention](t)(j.Mentions(ana))[0]
			e := notes.Erase{Person: ana, Reworded: []notes.Reworded{{Mention: m, New: tt.to, Gone: tt.gone}}}
			_, err := j.Apply(notes.Change{Rows: []notes.Row{e}})
			if (err != nil) != tt.fails {
				t.Errorf("it says %v", err)
			}
			if tags := must[[]string](t)(list(j.c, "SELECT tag FROM area ORDER BY id", nil, scalar[string])); !tt.fails && tags[0] != "hand-over" {
				t.Errorf("the tags are %q", tags)
			}
		})
	}
}
