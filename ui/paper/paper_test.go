package paper

import (
	"errors"
	"net/url"
	"os"
	"strings"
	"testing"

	"handback/notes"
)

func TestAPageIsPrivateAndGoesAway(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var path string
	open := func(u *url.URL) error { path = u.Path; return nil }
	if err := Print(
		open,
		Page{Title: "Ana <Ruiz>", Parts: []notes.PagePart{{Title: "Yours", Lines: []notes.PageLine{{Text: "a & b", Rest: ", soon"}}}}},
	); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	text, _ := os.ReadFile(path)
	if s := string(text); !strings.Contains(s, "Ana &lt;Ruiz&gt;") || !strings.Contains(s, "a &amp; b") {
		t.Errorf("the page is %s", s)
	}
	if err := Clean(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("it is still there")
	}
}

func TestWithoutAProgramToShowItSaysWhatToDo(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	err := Print(func(*url.URL) error { return errors.New("no") }, Page{Title: "Ana"})
	if !errors.As(err, &notes.Invalid{}) {
		t.Errorf("it says %v", err)
	}
}

func TestEverySheetSaysWhoseItIsAndWhenItWasPrinted(t *testing.T) {
	for name, c := range map[string]struct {
		page Page
		foot string
	}{
		"of a person":  {Page{Title: "Ana, Tuesday", Whose: "Ana <Ruiz>", On: "2025-12-02"}, "Ana &lt;Ruiz&gt; · 2 December 2025"},
		"of the team":  {Page{Title: "Ideas", On: "2025-12-02"}, "2 December 2025"},
		"of no day":    {Page{Title: "Ana", Whose: "Ana Ruiz"}, "Ana Ruiz"},
		"of a bad day": {Page{Title: "Ana", Whose: "Ana Ruiz", On: "soon"}, "Ana Ruiz"},
	} {
		t.Run(name, func(t *testing.T) {
			got := HTML(c.page)
			if !strings.Contains(got, "<tfoot><tr><td>"+c.foot+"</td>") {
				t.Errorf("the foot of a table, which is repeated on every sheet, is not %q: %s", c.foot, got)
			}
			if !strings.Contains(got, "counter(page)") {
				t.Error("the sheets have no numbers")
			}
		})
	}
}

func TestNoLineAndNoPartIsTornAtTheEndOfASheet(t *testing.T) {
	got := HTML(Page{Title: "Ana", Parts: []notes.PagePart{
		{Title: "Yours", Lines: []notes.PageLine{{Text: "one"}, {Text: "two"}}}, {Title: "Mine", Lines: []notes.PageLine{{Text: "three"}}},
	}})
	if n := strings.Count(got, "<section><h2>"); n != 2 {
		t.Errorf("of 2 parts %d are kept together: %s", n, got)
	}
	for _, rule := range []string{"section, li { break-inside: avoid }", "h1, h2 { break-after: avoid }", "size: auto"} {
		if !strings.Contains(got, rule) {
			t.Errorf("it does not say %q", rule)
		}
	}
}
