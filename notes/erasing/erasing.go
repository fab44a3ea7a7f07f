// Package erasing is the screen on which everything about a person is deleted for good: what goes, what names them elsewhere and
// what becomes of it, what stays. Begin with Show.
package erasing

import (
	"fmt"
	"strings"
	"unicode"

	"handback/notes"
	"handback/notes/voice"
)

// Facts are what the screen is made from.
type Facts struct {
	Person   notes.Person
	People   []notes.Person // everybody
	Rows     []notes.HeldRow
	Mentions []notes.Mention
	Copies   []string // files
	Answers  Answers
}

// Page is the screen.
type Page struct {
	Person notes.Person
	Goes   []string // what goes, a line each
	Lines  []Line   // what names them elsewhere; those to decide first
	Open   int      // how many of these are to decide
	Copies []string
}

// Line is a line elsewhere that names the person.
type Line struct {
	notes.Mention
	Key     string
	Blacked string // it without their name
	Answer  Answer
}

// Answer is what becomes of a line.
type Answer struct {
	What What
	New  string // with Rewrite
}

// What is what becomes of a line.
type What string

// What becomes of a line.
const (
	Open    What = ""
	Keep    What = "keep"
	Black   What = "black"
	Rewrite What = "rewrite"
	Remove  What = "remove"
)

// Answers are what was decided, by the keys of the lines.
type Answers map[string]Answer

// Show makes the screen.
func Show(f Facts) Page {
	p := Page{Person: f.Person, Goes: f.goes(), Copies: f.Copies}
	only := f.Person
	only.ID = 1
	names, namesakes := notes.NewNames([]notes.Person{only}), notes.NewOthersNames(f.Person, f.People)
	var decided []Line
	for _, m := range f.Mentions {
		l := Line{Mention: m, Key: keyOf(m)}
		text, others := namesakes.Mask(m.Text)
		if said, ok := names.BlackOut(text); ok {
			l.Blacked = namesakes.Unmask(said, others)
		}
		if m.IsTag() && l.Blacked != "" {
			l.Blacked = tagWithout(l.Blacked)
		}
		if l.Answer = f.Answers[l.Key]; l.Answer.What == Open {
			p.Lines = append(p.Lines, l)
			continue
		}
		decided = append(decided, l)
	}
	p.Open = len(p.Lines)
	p.Lines = append(p.Lines, decided...)
	return p
}

// tagWithout is a tag from which names were taken out, as one that can be typed.
func tagWithout(blacked string) string {
	parts := strings.FieldsFunc(strings.ReplaceAll(strings.TrimPrefix(blacked, "#"), notes.Blacked, " "), func(r rune) bool {
		return r != '/' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	tag := strings.Trim(strings.Join(parts, "-"), "/-")
	if tag == "" {
		tag = voice.T("someone")
	}
	return "#" + tag
}

// Trashed is somebody who is in the trash, as far as their name and what they are called go, from what is held about them.
func Trashed(id notes.PersonID, rows []notes.HeldRow) (p notes.Person, ok bool) {
	for _, r := range rows {
		switch {
		case r.Table == "person" && r.ID == int64(id) && r.Trashed:
			p.ID, p.Name, p.Kind = id, r.Value("name"), notes.PersonKind(r.Value("kind"))
		case r.Table == "alias":
			p.Aliases = append(p.Aliases, r.Value("name"))
		}
	}
	return p, p.ID != 0
}

func keyOf(m notes.Mention) string {
	return fmt.Sprintf("%s.%s.%d.%d", m.Table, m.Column, m.ID, m.Line)
}

// goes says what goes, a kind of thing a line.
func (f Facts) goes() []string {
	n := map[string]int{}
	for _, r := range f.Rows {
		n[r.Table]++
	}
	var out []string
	add := func(count int, said string) {
		if count > 0 {
			out = append(out, said)
		}
	}
	add(n["note"], voice.N(n["note"], "{n} note", "{n} notes"))
	add(n["revision"], voice.N(n["revision"], "{n} earlier version of a note", "{n} earlier versions of notes"))
	add(n["goal"], voice.N(n["goal"], "{n} goal with its steps", "{n} goals with their steps"))
	add(n["area"], voice.N(n["area"], "{n} area with its levels", "{n} areas with their levels"))
	add(n["expectation"], voice.N(n["expectation"], "{n} line under “What you count on each other for”",
		"{n} lines under “What you count on each other for”"))
	add(n["prompt_event"], voice.N(n["prompt_event"], "{n} question that Handback asked", "{n} questions that Handback asked"))
	rest := n["own_review"] + n["review_line"] + n["verdict"] + n["dismissal"] + n["company_talk"] + n["setting"] + n["saved_search"]
	add(rest, voice.N(rest, "{n} other item, such as a review, a comment or their handover pack",
		"{n} other items, such as reviews, comments or their handover pack"))
	return append(out, voice.T("Their name, their role, how often you meet, and all of this in search"))
}

// Becomes is what a line will say, "" where it goes.
func (l Line) Becomes() string {
	switch l.Answer.What {
	case Black:
		return l.Blacked
	case Rewrite:
		return l.Answer.New
	case Remove:
		return ""
	}
	return l.Text
}

// With are the answers with one more to each of some lines. A line that can't be blacked is removed, or kept where it can't go.
func (a Answers) With(answer Answer, lines ...Line) Answers {
	all := Answers{}
	for k, v := range a {
		all[k] = v
	}
	for _, l := range lines {
		it := answer
		if it.What == Black && l.Blacked == "" {
			it.What = Remove
		}
		if it.What == Remove && l.NeedsWords() {
			it.What = Keep
		}
		all[l.Key] = it
	}
	return all
}

// FieldLine is the field in which a line is rewritten.
var FieldLine = voice.T("Line")

// Reword is the answer by which a line is rewritten as typed.
func (l Line) Reword(typed string) (Answer, error) {
	typed = strings.TrimRight(strings.NewReplacer("\r\n", " ", "\n", " ").Replace(typed), " ")
	if strings.TrimSpace(typed) == "" {
		if l.NeedsWords() {
			return Answer{}, notes.Invalid{Field: FieldLine, Why: voice.T("This can't be empty. Enter a few words.")}
		}
		return Answer{What: Remove}, nil
	}
	if typed == l.Text {
		return Answer{What: Keep}, nil
	}
	return Answer{What: Rewrite, New: typed}, notes.Fits(FieldLine, typed, notes.MostLine)
}

// FieldName is the field in which the name is typed.
var FieldName = voice.T("Their name")

// Change deletes everything about the person, once every line is decided and their name was typed.
func (p Page) Change(typed string) (notes.Change, error) {
	if p.Open > 0 {
		why := voice.N(p.Open, "First decide what to do with {n} line that names them.", "First decide what to do with {n} lines that name them.")
		return notes.Change{}, notes.Invalid{Why: why}
	}
	if notes.FoldName(typed) != notes.FoldName(p.Person.Name) {
		return notes.Change{}, notes.Invalid{Field: FieldName, Why: voice.T("That isn't the name. Type: {name}", "name", p.Person.Name)}
	}
	e := notes.Erase{Person: p.Person.ID}
	for _, l := range p.Lines {
		switch l.Answer.What {
		case Black, Rewrite:
			e.Reworded = append(e.Reworded, notes.Reworded{Mention: l.Mention, New: l.Becomes()})
		case Remove:
			e.Reworded = append(e.Reworded, notes.Reworded{Mention: l.Mention, Gone: true})
		}
	}
	return notes.Change{Rows: []notes.Row{e}}, nil
}
