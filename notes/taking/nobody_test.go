package taking

import (
	"fmt"
	"strings"
	"testing"

	"handback/notes/incoming"
)

// TestWhoseNotesOfNobodyAre holds that it can be said of all, of a folder, a file and each note, the nearest counting.
func TestWhoseNotesOfNobodyAre(t *testing.T) {
	nobody := func(origin, file string) incoming.Note {
		return incoming.Note{Origin: origin, File: file, Date: "2024-03-01", Body: "text " + origin}
	}
	p := look(t, rows{notes: []incoming.Note{
		nobody("1", "Talks/a.md"), nobody("2", "Talks/b.md"), nobody("3", "days.md"), nobody("4", "days.md"),
		nobody("5", "x.md"), nobody("6", "y.md"),
		{Origin: "7", File: "Eve.md", Person: "Eve Stone", Date: "2024-03-01", Body: "hers"},
	}}, true)
	var groups []string
	for _, g := range p.Nobody {
		groups = append(groups, fmt.Sprint(g.Path, " ", g.Folder, " ", g.Notes, " ", len(g.Rows)))
	}
	if got, want := strings.Join(groups, ", "), ". true 2 2, Talks true 2 2, days.md false 2 2"; got != want {
		t.Errorf("groups %s, not %s", got, want)
	}
	a := Answers{People: map[string]Choice{"": {What: Existing, Person: 1}, "Eve Stone": {What: NewReport}}, Nobody: map[string]Choice{
		"Talks": {What: Existing, Person: 2}, "2": {}, "days.md": {What: Existing, Person: 3}, "4": {What: Same, As: "Eve Stone"},
	}}
	j := &into{}
	_, counts, err := p.Bring(j, a, on)
	if err != nil || counts.New != 6 || counts.LeftOut != 1 {
		t.Fatalf("%+v, %v", counts, err)
	}
	var of []string
	for _, b := range j.brought {
		of = append(of, fmt.Sprint(b.Origin[strings.LastIndexByte(b.Origin, '\n')+1:], ":", b.Person))
	}
	if got, want := strings.Join(of, " "), "1:2 3:3 4:100 5:1 6:1 7:100"; got != want {
		t.Errorf("they are of %s, not %s", got, want)
	}
	if as, c := a.Whose(Row{Origin: "4", File: "days.md"}); as != "Eve Stone" || c.What != NewReport {
		t.Errorf("%s, %+v", as, c)
	}
	if counts, err := p.Compare(j, a, on); err != nil || counts.New != 6 || counts.LeftOut != 1 {
		t.Errorf("compared: %+v, %v", counts, err)
	}
}

// TestANameThatNoNoteSays holds that somebody can be named for notes that name nobody, is made once they have one, and isn't otherwise.
func TestANameThatNoNoteSays(t *testing.T) {
	p := look(t, rows{notes: []incoming.Note{{Origin: "1", File: "a.md", Date: "2024-03-01", Body: "text"}}}, true)
	for name, want := range map[string]Choice{"Eve Stone": {What: Same, As: "Eve Stone"}, "Annie": {What: Existing, Person: 2}} {
		if c, err := p.Add(name, team); err != nil || c != want {
			t.Errorf("%s is %+v, %v", name, c, err)
		}
	}
	if c, err := p.Add("eve  stone", team); err != nil || c.As != "Eve Stone" {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := p.Add(" ", team); err == nil {
		t.Error("nothing is a name")
	}
	for said, people := range map[Choice]int{{What: Same, As: "Eve Stone"}: 1, {What: Existing, Person: 2}: 0} {
		j := &into{}
		_, counts, err := p.Bring(j, Answers{People: map[string]Choice{"": said, "Eve Stone": {What: NewReport}}}, on)
		if err != nil || counts.New != 1 || len(j.people) != people {
			t.Errorf("%+v: %+v, %+v, %v", said, counts, j.people, err)
		}
	}
}

// TestAPastedText holds that it is split at its days as a file is, and that what is pasted again is the same only where it says the same.
func TestAPastedText(t *testing.T) {
	if _, err := Pasted(" \n"); err == nil {
		t.Error("nothing was pasted, and it is read")
	}
	origins := func(text string) []string {
		src, err := Pasted(text)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Open(src, on)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Look(f, src, incoming.Options{Today: "2026-11-23"}, team, on)
		if err != nil {
			t.Fatal(err)
		}
		if p.Undated > 0 || len(p.Names) != 1 || p.Names[0].Text != "" {
			t.Errorf("%q is %+v", text, p)
		}
		j := &into{}
		if _, _, err := p.Bring(j, Answers{People: map[string]Choice{"": {What: Existing, Person: 2}}}, on); err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, b := range j.brought {
			all = append(all, b.Origin)
			if strings.Contains(b.Body, "_") {
				t.Errorf("the name of the text is in %q", b.Body)
			}
		}
		return all
	}
	google := origins("Nov 12, 2026 | 1:1\nNotes\n* went well\n\nNov 5, 2026 | 1:1\nNotes\n* hard week\n")
	later := origins("Nov 19, 2026 | 1:1\nNotes\n* new\n\nNov 12, 2026 | 1:1\nNotes\n* went well\n\nNov 5, 2026 | 1:1\nNotes\n* a hard week\n")
	if len(google) != 2 || len(later) != 3 || google[0] != later[1] || google[1] == later[2] {
		t.Errorf("%q and %q", google, later)
	}
	if md := origins("# 2026-11-12\n- [ ] call\n# 2026-11-05\ntalk\n"); len(md) != 2 {
		t.Errorf("Markdown gives %q", md)
	}
}
