package reading

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"handback/notes"
)

// in is the context in which readers look at lines: of somebody's note, nobody's name being known.
func in(day notes.Date) notes.Context {
	return notes.Context{Date: day, Person: 2, Me: 1, Imported: false}
}

// Files reports whether a line files something as it stands.
func Files(line string) bool { return len(notes.Parse(line, in(""))) > 0 }

// Made is a line that a reader made of another one. Where it would file and the other didn't, it stays prose.
func Made(line, of string) string {
	if line == of || !Files(line) || Files(of) {
		return line
	}
	at := len(line) - len(strings.TrimLeft(line, " \t"))
	return line[:at] + `\` + line[at:]
}

// Task is a line of Markdown that says what another program keeps as a task: its text, the day by which it is due, and whether it is
// done, and when, where that is known.
type Task struct {
	Text   string
	Due    notes.Date
	Done   bool
	DoneOn notes.Date
}

// Line is the task as Handback reads it, with the indentation.
func (t Task) Line(indent string) string {
	text := strings.Join(strings.Fields(t.Text), " ")
	if text == "" {
		return ""
	}
	box := "- [ ] "
	if t.Done {
		box = "- [x] "
	}
	line := box + text
	if t.Due != "" {
		line += " by " + string(t.Due)
	}
	if t.Done && t.DoneOn != "" {
		line += " (done " + string(t.DoneOn) + ")"
	}
	ctx := in("2001-01-01")
	items := notes.Parse(line, ctx)
	switch {
	case len(items) == 0, items[0].Label != notes.Todo: // the text says itself what it is
		return indent + line
	case (t.Due == "" || items[0].Due == t.Due) && (!t.Done || items[0].State == notes.Done):
		return indent + line
	}
	it := notes.Item{Label: notes.Todo, Actor: notes.Them, People: []notes.PersonID{ctx.Person}, Text: text, Due: t.Due}
	if t.Done {
		it.State, it.StateDate = notes.Done, t.DoneOn
	}
	return indent + "- " + notes.Format(it, ctx)
}

// Dedent takes from lines what all of them are indented by.
func Dedent(lines []string) []string {
	common, first := "", true
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if first {
			common, first = indent, false
		}
		for !strings.HasPrefix(indent, common) {
			common = common[:len(common)-1]
		}
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimPrefix(line, common)
	}
	return out
}

// Body is lines as a note keeps them: clean, NFC, without blank ones at its beginning and end.
func Body(lines []string) string {
	s := norm.NFC.String(notes.Normalise(strings.Join(lines, "\n")))
	all := strings.Split(s, "\n")
	for len(all) > 0 && strings.TrimSpace(all[0]) == "" {
		all = all[1:]
	}
	for i := range all {
		all[i] = strings.TrimRight(all[i], " ")
	}
	return strings.TrimRight(strings.Join(all, "\n"), "\n ")
}

// Fences says of each line whether it is within a fence, or opens or closes one, and whether it opens it. A fence that nothing closes
// is none.
func Fences(lines []string) (within, opens []bool) {
	within, opens = make([]bool, len(lines)), make([]bool, len(lines))
	open, mark := -1, ""
	for i, line := range lines {
		line = strings.TrimLeft(line, " \t-*+")
		switch {
		case open < 0 && (strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")):
			open, mark = i, line[:3]
		case open >= 0 && strings.HasPrefix(line, mark) && strings.Trim(line, mark[:1]+" \t") == "":
			opens[open] = true
			for n := open; n <= i; n++ {
				within[n] = true
			}
			open = -1
		}
	}
	return within, opens
}
