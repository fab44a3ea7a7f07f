package prep

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/document"
	"handback/ui/paper"
)

var onPaper = rapid.OneOf(
	rapid.StringMatching("[A-Z][a-z]{1,12}( [a-z]{1,12}){0,30}"), rapid.StringMatching("[a-zа-яα-ω #]{1,300}"), rapid.StringMatching("W{1,300}"),
	rapid.StringMatching("東{1,200}"), rapid.String(), rapid.StringMatching("private: [a-z]{3,9}"),
)

var aName = rapid.OneOf(rapid.Just("Ana Ruiz"), rapid.StringMatching("W{1,300}"), rapid.StringMatching("[A-Z][a-z]{2,9}( [A-Zא-ת]{1,40}){0,9}"))

var aBrief = rapid.Custom(func(t *rapid.T) brief.Brief {
	list := func(name string) []brief.Line {
		var lines []brief.Line
		for i := range rapid.OneOf(rapid.IntRange(0, 6), rapid.IntRange(0, 80)).Draw(t, name) {
			l := brief.Line{Text: onPaper.Draw(t, "line"), Tail: "Ana"}
			l.NoteDate, l.Due = "2026-11-20", []notes.Date{"", "2026-12-04"}[i%2]
			lines = append(lines, l)
		}
		return lines
	}
	return brief.Brief{
		Person: notes.Person{Name: aName.Draw(t, "name")}, Today: "2026-12-01",
		Agenda: list("agenda"), IOwe: list("I owe"), TheyOwn: list("they own"),
	}
})

func TestABriefToWriteOnIsOnePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := aBrief.Draw(t, "brief")
		question := rapid.OneOf(rapid.Just(""), onPaper).Draw(t, "question")
		size := rapid.SampledFrom([]paper.Size{paper.A4, paper.Letter}).Draw(t, "size")
		d, err := onePage(b, question, size)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := paper.Pages(d, size); err != nil || n != 1 {
			t.Fatalf("it is %d pages long (%v)", n, err)
		}
		for i, list := range [][]brief.Line{b.Agenda, b.IOwe, b.TheyOwn} {
			shown, more := boxesOf(d, []string{"Agenda", "You promised", "actions"}[i])
			public := len(slices.DeleteFunc(slices.Clone(list), func(l brief.Line) bool { return notes.IsPrivate(l.Text) }))
			if said := fmt.Sprintf("%d more on screen", public-shown); public > shown && more != said || public == shown && more != "" {
				t.Fatalf("of %d lines %d are shown, and it says %q", public, shown, more)
			}
			if public > 0 && shown == 0 {
				t.Fatal("nothing of a list is shown")
			}
		}
		if strings.Contains(document.Plain(d), "private:") {
			t.Fatalf("it says something private: %s", document.Plain(d))
		}
	})
}

// boxesOf are how many lines of a part have a box, and what stands behind them.
func boxesOf(d document.Document, title string) (boxes int, more string) {
	for _, part := range d.Parts {
		if !strings.Contains(part.Title, title) {
			continue
		}
		for _, l := range part.Lines {
			if l.Box {
				boxes++
			} else {
				more = l.Rest
			}
		}
		return boxes, more
	}
	return 0, ""
}

func TestABriefOfOrdinaryLengthIsOnItsPageWhole(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	for _, size := range []paper.Size{paper.A4, paper.Letter} {
		t.Run(string(size), func(t *testing.T) {
			d, err := onePage(p.brief, p.prompt.Text, size)
			if err != nil {
				t.Fatal(err)
			}
			says := document.Plain(d)
			for _, list := range [][]brief.Line{p.brief.Agenda, p.brief.IOwe, p.brief.TheyOwn} {
				if len(list) == 0 {
					t.Error("the sample has nothing to show")
				}
				for _, l := range list {
					if !strings.Contains(says, l.Text) {
						t.Errorf("%q is left out", l.Text)
					}
				}
			}
			if !strings.Contains(says, p.prompt.Text) || strings.Contains(says, "more on screen") {
				t.Errorf("it says %s", says)
			}
		})
	}
}

func TestPrepIsSavedAsOnePage(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	folder := t.TempDir()
	h.Tap("print")
	h.Focus("saveas/what")
	h.Press(fyne.KeyRight)
	h.Fill("saveas/where", filepath.Join(folder, "ana.pdf"))
	h.Tap("dialog/confirm")
	made, err := os.ReadFile(filepath.Join(folder, "ana.pdf"))
	if err != nil || !strings.Contains(string(made), "/Count 1\n") {
		t.Errorf("it is not one page: %v", err)
	}
	if p.brief.Person.Name == "" || len(h.Shown) > 0 {
		t.Errorf("shown %v", h.Shown)
	}
}
