package erasing

import (
	"errors"
	"testing"

	"handback/notes"
)

const today = notes.Date("2026-11-23")

func facts() Facts {
	return Facts{
		Person: notes.Person{ID: 2, Name: "Ana Ruiz"},
		Rows:   []notes.HeldRow{{Table: "note", ID: 1}, {Table: "note", ID: 2}, {Table: "goal", ID: 1}, {Table: "setting", ID: 1}},
		Mentions: []notes.Mention{
			{Table: "note", Column: "body", ID: 3, Line: 1, Text: "sit with Ana"},
			{Table: "note", Column: "body", ID: 3, Line: 2, Text: "Ana Ruiz's plan, Ben"},
			{Table: "goal", Column: "title", ID: 4, Line: 1, Text: "as Ana"},
		},
	}
}

func TestEachLineIsDecidedBeforeAnythingGoes(t *testing.T) {
	f := facts()
	p := Show(f)
	if p.Open != 3 || p.Goes[0] != "2 notes" || p.Goes[1] != "1 goal with its steps" {
		t.Fatalf("%+v", p)
	}
	if _, err := p.Change("Ana Ruiz"); !errors.As(err, new(notes.Invalid)) {
		t.Errorf("it says %v", err)
	}
	f.Answers = f.Answers.With(Answer{What: Black}, p.Lines[1])
	f.Answers = f.Answers.With(Answer{What: Remove}, p.Lines[0], p.Lines[2])
	p = Show(f)
	if p.Open != 0 {
		t.Fatalf("%d are to decide", p.Open)
	}
	for _, typed := range []string{"", "Ana", "ana ruis"} {
		if _, err := p.Change(typed); err == nil {
			t.Errorf("%q is taken for the name", typed)
		}
	}
	c, err := p.Change(" ana  ruiz ")
	if err != nil {
		t.Fatal(err)
	}
	e := c.Rows[0].(notes.Erase)
	if e.Person != 2 || len(e.Reworded) != 2 || !e.Reworded[0].Gone || e.Reworded[1].New != "[name left out]'s plan, Ben" {
		t.Errorf("%+v", e)
	}
	if a := f.Answers[p.Lines[2].Key]; a.What != Keep { // a goal needs a title
		t.Errorf("the goal is to be %+v", a)
	}
}

// TestATagWithoutTheNameIsATag takes a name out of tags: what is left has to be one that can be typed.
func TestATagWithoutTheNameIsATag(t *testing.T) {
	for text, want := range map[string]string{"#ana": "#someone", "#ana/hiring": "#hiring", "#ruiz-2": "#someone"} {
		f := facts()
		f.Mentions = []notes.Mention{{Table: "goal", Column: "tag", ID: 4, Line: 1, Text: text}}
		if got := Show(f).Lines[0].Blacked; got != want {
			t.Errorf("%s becomes %s", text, got)
		}
	}
	f := facts()
	f.Mentions = []notes.Mention{{Table: "area", Column: "tag", ID: 4, Line: 1, Text: "#ana"}}
	if l := Show(f).Lines[0]; !l.NeedsWords() {
		t.Error("an area can be without a tag")
	}
}

func TestALineIsRewordedAsTyped(t *testing.T) {
	lines := Show(facts()).Lines
	for name, c := range map[string]struct {
		line  Line
		typed string
		want  Answer
		fails bool
	}{
		"other words":    {lines[0], "sit with the team\n", Answer{What: Rewrite, New: "sit with the team"}, false},
		"the same words": {lines[0], "sit with Ana", Answer{What: Keep}, false},
		"nothing":        {lines[0], "  ", Answer{What: Remove}, false},
		"no title":       {lines[2], "", Answer{}, true},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := c.line.Reword(c.typed)
			if got != c.want || (err != nil) != c.fails {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

func TestNotesAreDueOnceTheirDayHasCome(t *testing.T) {
	left := func(name string, by notes.Date) notes.Person {
		return notes.Person{ID: 2, Kind: notes.KindReport, Name: name, State: notes.StateLeft, DeleteBy: by}
	}
	here := left("here", "2026-01-01")
	here.State = notes.StateHere
	due := Due([]notes.Person{left("today", today), left("long", "2026-01-01"), left("later", "2026-11-24"), left("never", ""), here}, today)
	if len(due) != 2 || due[0].Name != "long" || due[1].Name != "today" {
		t.Errorf("due are %+v", due)
	}
	for typed, want := range map[string]notes.Date{"24 Nov": "2026-11-24", "": "", "23 Nov": "no", "what": "no"} {
		t.Run(typed, func(t *testing.T) {
			c, err := KeepUntil(due[0], typed, today)
			if (err != nil) != (want == "no") || err == nil && c.Rows[0].(notes.Person).DeleteBy != want {
				t.Errorf("%+v, %v", c, err)
			}
		})
	}
}
