package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"handback/notes"
)

var (
	boxed = regexp.MustCompile(`^(\s*(?:>\s*)*)(?:[-*+]|\d{1,9}[.)])\s+\[(.)\]\s+(\S.*)$`)
	// The marks of Obsidian's plugin Tasks, each with what belongs to it.
	emojiDate = regexp.MustCompile(`\s*(📅|📆|🗓|⏳|⌛|🛫|➕|✅|❌)\x{FE0F}?\s*(\d{4}-\d{2}-\d{2})`)
	emojiElse = regexp.MustCompile(`\s*(?:(?:🔺|⏫|🔼|🔽|⏬)\x{FE0F}?|(?:🆔|⛔|🏁)\x{FE0F}?\s*[\w,-]+|🔁\x{FE0F}?\s*[A-Za-z0-9, !]+)`)
	// The same as fields of the plugin Dataview.
	fieldDate = regexp.MustCompile(`\s*[\[(](due|scheduled|start|created|completion|cancelled)::\s*(\d{4}-\d{2}-\d{2})(T[\d:]+)?[\])]`)
	fieldElse = regexp.MustCompile(`\s*[\[(](?:priority|repeat|id|dependsOn|onCompletion)::[^\[\]()]*[\])]`)
)

// TaskIn is a task of Markdown with what else stands in its line.
type TaskIn struct {
	Task
	Indent string
	Given  bool     // given up: it is no task any more
	Loose  []string // what a task of Handback doesn't say
}

// ReadTask reads a line of Markdown with a box, and in it the dates as the plugins of Obsidian write them, 📅 2026-11-27 or
// [due:: 2026-11-27]. A box with another mark than those of a task, as [?], and a box within a quote, is prose.
func ReadTask(line string) (TaskIn, bool) {
	if !strings.Contains(line, "] ") {
		return TaskIn{}, false
	}
	m := boxed.FindStringSubmatch(line)
	if m == nil || strings.Contains(m[1], ">") {
		return TaskIn{}, false
	}
	t := TaskIn{Indent: m[1], Task: Task{Text: m[3]}}
	switch m[2] {
	case "x", "X":
		t.Done = true
	case "-":
		t.Given = true
	case " ", "/", ">", "<":
	default:
		return TaskIn{}, false
	}
	t.readMarks()
	if t.Text = strings.Join(strings.Fields(t.Text), " "); t.Text == "" {
		return TaskIn{}, false
	}
	return t, true
}

// readMarks takes out of the text what the plugins put into it.
func (t *TaskIn) readMarks() {
	var scheduled notes.Date
	emoji, fields := strings.ContainsFunc(t.Text, func(r rune) bool { return r >= utf8.RuneSelf }), strings.Contains(t.Text, "::")
	if !emoji && !fields {
		return // as most tasks, of which a large file has a million
	}
	for _, shape := range []*regexp.Regexp{emojiDate, fieldDate} {
		t.Text = shape.ReplaceAllStringFunc(t.Text, func(found string) string {
			m := shape.FindStringSubmatch(found)
			day := notes.Date(m[2])
			if !day.Valid() {
				return found
			}
			switch m[1] {
			case "📅", "📆", "🗓", "due":
				t.Due = day
			case "⏳", "⌛", "scheduled":
				scheduled = day
			case "✅", "completion":
				t.DoneOn = day
			default:
				t.Loose = append(t.Loose, strings.TrimSpace(found))
			}
			return ""
		})
	}
	for _, shape := range []*regexp.Regexp{emojiElse, fieldElse} {
		t.Text = shape.ReplaceAllStringFunc(t.Text, func(found string) string {
			t.Loose = append(t.Loose, strings.TrimSpace(found))
			return " "
		})
	}
	switch {
	case t.Due == "":
		t.Due = scheduled
	case scheduled != "" && scheduled != t.Due:
		t.Loose = append(t.Loose, "⏳ "+string(scheduled))
	}
	if !t.Done && t.DoneOn != "" {
		t.Loose = append(t.Loose, "✅ "+string(t.DoneOn))
	}
}

// Say is the line of the task, and what belongs to it but has no place there.
func (t TaskIn) Say() (line string, loose []string) {
	for _, l := range t.Loose {
		loose = append(loose, l+": "+t.Text)
	}
	if t.Given {
		if t.Due != "" {
			t.Text += " by " + string(t.Due)
		}
		return Made(t.Indent+"- "+t.Text+" (cancelled)", ""), loose
	}
	return t.Line(t.Indent), loose
}
