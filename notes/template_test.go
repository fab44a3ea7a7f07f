package notes

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestATemplateHoldsNothingThatIsFiled(t *testing.T) {
	all := []Template{{ID: 1, Name: "Weekly"}}
	for name, c := range map[string]struct {
		give  Template
		field string
	}{
		"headings and questions": {Template{Name: "Growth", Body: "# Growth\nWhat do you need?\n- Where are you stuck?"}, ""},
		"its own name again":     {Template{ID: 1, Name: "weekly", Body: "What else?"}, ""},
		"no name":                {Template{Name: " ", Body: "What else?"}, FieldTemplateName},
		"another's name":         {Template{Name: "WEEKLY", Body: "What else?"}, FieldTemplateName},
		"a long name":            {Template{Name: strings.Repeat("a", 61), Body: "What else?"}, FieldTemplateName},
		"no text":                {Template{Name: "A", Body: " \n "}, FieldTemplateBody},
		"a long text":            {Template{Name: "A", Body: strings.Repeat("a", 4001)}, FieldTemplateBody},
		"a label":                {Template{Name: "A", Body: "# A\nask: what else?"}, FieldTemplateBody},
		"a box":                  {Template{Name: "A", Body: "- [ ] plan"}, FieldTemplateBody},
		"a name nobody has yet":  {Template{Name: "A", Body: "todo Zoe: plan"}, FieldTemplateBody},
		"something private":      {Template{Name: "A", Body: "private notes"}, FieldTemplateBody},
	} {
		t.Run(name, func(t *testing.T) {
			change, err := PutTemplate(c.give, all, nil)
			var wrong Invalid
			if errors.As(err, &wrong); wrong.Field != c.field || (err == nil) != (len(change.Rows) == 1) {
				t.Errorf("%+v, %v", change, err)
			}
		})
	}
}

func TestTheFirstTemplatesCanBeWritten(t *testing.T) {
	if len(FirstTemplates) != 3 {
		t.Errorf("%d templates come along", len(FirstTemplates))
	}
	for _, p := range FirstTemplates {
		t.Run(p.Name, func(t *testing.T) {
			if _, err := PutTemplate(p, nil, nil); err != nil {
				t.Error(err)
			}
			text := p.Begin(tableNotes[""])
			if items := Parse(text, tableNotes[""]); len(items) > 0 {
				t.Errorf("files %+v", items)
			}
			if h, ok := NextHint(text, tableNotes[""], 1); ok {
				t.Errorf("suggests %+v", h)
			}
			for _, line := range strings.Split(p.Body, "\n") {
				if line != "" && !strings.HasPrefix(line, "## ") && !strings.HasSuffix(line, "?") {
					t.Errorf("%q is neither heading nor question", line)
				}
			}
		})
	}
}

// TestNothingIsFiledFromAnyTemplate begins notes with templates that an older journal may hold.
func TestNothingIsFiledFromAnyTemplate(t *testing.T) {
	in := tableNotes[""]
	rapid.Check(t, func(r *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{
			"# Heading", "todo: a", "- [ ] b", "  private: c", "    d", "What?", "", "praise Ana: e", "- todo Ben: f", "> quoted",
		}), 1, 8).Draw(r, "lines")
		begun := Template{Body: strings.Join(lines, "\n")}.Begin(in)
		if items := Parse(begun, in); len(items) > 0 {
			r.Fatalf("%q files %+v", begun, items)
		}
		if !OnlyBegun(begun, begun) || !OnlyBegun(begun+"\n\n", begun) || OnlyBegun(begun+"\nown words", begun) {
			r.Fatalf("%q: what counts as empty is wrong", begun)
		}
	})
}

func TestANoteStartsFromATemplateOnlyWhileItIsEmpty(t *testing.T) {
	in := tableNotes[""]
	first, second := Template{Body: "# One\nWhat?"}, Template{Body: "# Two\n\nWho?"}
	n := Note{NoteHead: NoteHead{ID: 7}}
	take := func(p Template) error {
		change, err := StartFrom(n, p, in)
		for _, e := range change.Edits {
			var failed error
			if n.Body, _, failed = ApplyEdit(n.Body, e); failed != nil {
				t.Fatal(failed)
			}
		}
		for _, row := range change.Rows {
			n.Begun = row.(NoteBegun).Text
		}
		return err
	}
	if err := take(first); err != nil || strings.TrimSpace(n.Body) != "# One\nWhat?" {
		t.Fatalf("%q, %v", n.Body, err)
	}
	if err := take(second); err != nil || strings.TrimSpace(n.Body) != "# Two\n\nWho?" {
		t.Fatalf("in place of the first: %q, %v", n.Body, err)
	}
	n.Body += "\nAna."
	if err := take(first); err == nil || !strings.HasSuffix(n.Body, "Ana.") {
		t.Errorf("over what was written: %q, %v", n.Body, err)
	}
	if got := FirstProse(WithoutBegun(n.Body, n.Begun), 50, nil); got != "Ana." {
		t.Errorf("said in it: %q", got)
	}
}
