package notes

import (
	"slices"
	"strings"

	"handback/notes/voice"
)

// TemplateID is the local id of a template in one journal; 0 is none.
type TemplateID int64

// Template is a text to begin a one-on-one's note with: headings and questions. Nothing is ever filed from it.
type Template struct {
	ID   TemplateID
	UID  string
	Name string
	Body string
}

func (Template) row() {}

// NoteBegun says with which text a note was begun.
type NoteBegun struct {
	Note NoteID
	Text string
}

func (NoteBegun) row() {}

// The fields of a template's form, as Invalid names them.
const (
	FieldTemplateName = "Name"
	FieldTemplateBody = "Text"
)

const longestTemplateName, longestTemplate = 60, 4000

// PutTemplate writes a template as it was typed. It returns Invalid where the name is missing or another template's, where
// there is no text, and where a line of it would be filed, today or once somebody has the name that it holds.
func PutTemplate(t Template, all []Template, words *LabelWords) (Change, error) {
	t.Name, t.Body = Tidy(t.Name), strings.TrimSpace(t.Body)
	same := func(o Template) bool { return o.ID != t.ID && Fold(o.Name) == Fold(t.Name) }
	switch {
	case t.Name == "":
		return Change{}, Invalid{Field: FieldTemplateName, Why: voice.T("Give the template a name.")}
	case len([]rune(t.Name)) > longestTemplateName:
		return Change{}, Invalid{Field: FieldTemplateName, Why: voice.T("That name is too long. Use at most 60 characters.")}
	case slices.ContainsFunc(all, same):
		return Change{}, Invalid{Field: FieldTemplateName, Why: voice.T("Another template has this name. Pick a different one.")}
	case t.Body == "":
		return Change{}, Invalid{Field: FieldTemplateBody, Why: voice.T("Write at least one heading or question.")}
	case len([]rune(t.Body)) > longestTemplate:
		return Change{}, Invalid{Field: FieldTemplateBody, Why: voice.T("That's too long for a template. Use at most 4,000 characters.")}
	}
	for i, line := range splitLines(t.Body) {
		if words.filedLooking(line) || IsPrivate(line) {
			return Change{}, Invalid{
				Field: FieldTemplateBody,
				Why:   voice.T("Line {n} would be filed each time you use this template. Reword it as a heading or a question.", "n", i+1),
			}
		}
	}
	return Change{Rows: []Row{t}}, nil
}

// Begin is the text that a note begins with: the template's, each line as it stands, but that one which would be filed is
// kept plain text.
func (t Template) Begin(in Context) string {
	lines := splitLines(strings.TrimSpace(t.Body))
	for i, line := range lines {
		if _, files := in.read(line); files || IsPrivate(line) {
			lines[i] = `\` + strings.TrimLeft(line, " \t")
		}
	}
	return strings.Join(lines, "\n")
}

// StartFrom begins a note with a template, in place of another one where the note holds nothing else. It returns Invalid
// where something is written in it.
func StartFrom(n Note, t Template, in Context) (Change, error) {
	if !OnlyBegun(n.Body, n.Begun) {
		return Change{}, Invalid{Why: voice.T("This note is no longer empty. You can only use a template in an empty note.")}
	}
	var c Change
	for i, line := range slices.Backward(lineSpans(n.Body)) {
		c.Edits = append(c.Edits, LineEdit{Op: DeleteLine, Note: n.ID, Line: i + 1, Old: line.in(n.Body)})
	}
	text := t.Begin(in)
	for _, line := range slices.Backward(strings.Split(text, "\n")) { // at the end a blank one would be none
		c.Edits = append(c.Edits, LineEdit{Op: InsertLine, Note: n.ID, Line: 1, New: line})
	}
	c.Rows = []Row{NoteBegun{Note: n.ID, Text: text}}
	return c, nil
}

// OnlyBegun reports whether a body holds nothing but lines of the text that it was begun with: it counts as empty.
func OnlyBegun(body, begun string) bool {
	return isBlank(strings.ReplaceAll(WithoutBegun(body, begun), "\n", " "))
}

// WithoutBegun is a body without the lines of the text that it was begun with: what was written since.
func WithoutBegun(body, begun string) string {
	if begun == "" || body == "" {
		return body
	}
	given := map[string]bool{}
	for _, line := range splitLines(begun) {
		given[strings.TrimSpace(line)] = true
	}
	lines := strings.Split(body, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool {
		line = strings.TrimSpace(line)
		return line != "" && given[line]
	}), "\n")
}

// FirstTemplates are the templates that a journal comes with.
var FirstTemplates = []Template{
	{Name: voice.T("Regular one-on-one"), Body: voice.T(`## How you're doing
What's on your mind this week?

## Your work
What have you done since we last met that you are proud of?
Where are you stuck, and what have you tried?

## Decisions
What would you like to decide yourself?

## Next time
What should we talk about next?`)},
	{Name: voice.T("Growth conversation"), Body: voice.T(`## Looking back
What have you learned since we last talked about this?

## Where you want to go
What would you like to do more of?
What would the next step look like?

## What would help
Which decisions would help you grow?
Who could you learn from?`)},
	{Name: voice.T("First one-on-one"), Body: voice.T(`## Getting to know each other
What should I know about how you like to work?
What did the best manager you've had do differently?

## Your work
What would you like to own here?

## Working together
How do you like to hear feedback?
How often should we meet?`)},
}
