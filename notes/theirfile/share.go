package theirfile

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// share is what the person may read: of their notes what is neither private nor still to be said, and what was agreed with them.
func (m *maker) share() {
	m.part(voice.T("Goals"), m.goals())
	m.part(voice.T("Yours to decide"), m.each("area", func(r notes.HeldRow) []Line {
		rest := ""
		if limits := strings.Join(m.open(r.Value("limits")), " / "); limits != "" {
			rest = voice.T("limits: {limits}", "limits", notes.LowerFirst(limits))
		}
		return []Line{m.line(notes.UpperFirst(notes.AreaWords(r.Value("tag"))), rest)}
	}))
	m.part(voice.T("What we count on each other for"), m.each("expectation", func(r notes.HeldRow) []Line {
		return m.lines(r.Value("text"))
	}))
	m.part(voice.T("Your self-review"), m.each("own_review", func(r notes.HeldRow) []Line { return m.lines(r.Value("text")) }))
	for _, r := range newest(m.Rows) {
		switch notes.NoteKind(r.Value("kind")) {
		case notes.HeldNote, notes.MissedNote:
			if !r.Trashed {
				m.part(m.noteTitle(r), m.sharedLines(r))
			}
		}
	}
}

// open are the lines of a text that a file of this kind may show: of one to share, none that is private.
func (m *maker) open(text string) []string {
	if m.Kind != ToShare {
		return linesOf(text)
	}
	open, private := divided(text)
	m.file.Private += private
	return open
}

// divided are the lines of a text that say something and aren't private, and how many are.
func divided(text string) (open []string, private int) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	hidden := notes.HiddenFromThem(text)
	for i, line := range strings.Split(text, "\n") {
		switch {
		case strings.TrimSpace(line) == "":
		case hidden[i]:
			private++
		default:
			open = append(open, strings.TrimSpace(line))
		}
	}
	return open, private
}

// private reports whether words are to be in a file to share at all.
func (m *maker) private(words string) bool {
	open, private := divided(words)
	return m.Kind == ToShare && private > 0 && len(open) == 0
}

// lines are those of a text that the file may show.
func (m *maker) lines(text string) (lines []Line) {
	for _, said := range m.open(text) {
		lines = append(lines, m.line(notes.UpperFirst(said), ""))
	}
	return lines
}

// mine is what the manager takes along: the notes about nobody else, private lines too.
func (m *maker) mine() {
	m.part(voice.T("Goals"), m.goals())
	for _, r := range newest(m.Rows) {
		if r.Trashed {
			continue
		}
		var lines []Line
		for _, text := range linesOf(r.Value("body")) {
			lines = append(lines, m.line(text, ""))
		}
		m.part(m.noteTitle(r), lines)
	}
}

func (m *maker) each(table string, say func(notes.HeldRow) []Line) []Line {
	var lines []Line
	for _, r := range m.Rows {
		if r.Table == table && !r.Trashed {
			lines = append(lines, say(r)...)
		}
	}
	return lines
}

// goals are the goals with what belongs to them; of a private goal nothing is said.
func (m *maker) goals() []Line {
	lines := m.each("goal", func(r notes.HeldRow) []Line {
		if m.private(r.Value("title")) {
			m.file.Private++
			return nil
		}
		rest := ""
		if closed := notes.Date(r.Value("closed")); closed.Valid() {
			rest = voice.T("{state} {day}", "state", r.Value("state"), "day", notes.SayWhole(closed))
		}
		return []Line{m.line(notes.UpperFirst(r.Value("title")), rest)}
	})
	for _, table := range []string{"step", "opportunity"} {
		lines = append(lines, m.each(table, func(r notes.HeldRow) []Line {
			if m.private(r.Value("goal")) || m.private(r.Value("text")) {
				m.file.Private++
				return nil
			}
			return []Line{m.line(notes.UpperFirst(r.Value("text")), voice.T("for the goal: {goal}", "goal", r.Value("goal")))}
		})...)
	}
	return lines
}

// sharedLines are the lines of a note that the person may read.
func (m *maker) sharedLines(r notes.HeldRow) []Line {
	body := strings.ReplaceAll(r.Value("body"), "\r\n", "\n")
	hidden := notes.HiddenFromThem(body)
	unsaid := m.unsaid(body, notes.Date(r.Value("date")))
	var lines []Line
	for i, text := range strings.Split(body, "\n") {
		switch {
		case strings.TrimSpace(text) == "":
		case hidden[i]:
			m.file.Private++
		case unsaid[i]:
			m.file.Unsaid++
		default:
			lines = append(lines, m.line(strings.TrimSpace(text), ""))
		}
	}
	return lines
}

// unsaid are the lines of a note that hold praise or feedback that was not said yet, with the lines that stand deeper below.
func (m *maker) unsaid(body string, day notes.Date) map[int]bool {
	lines := strings.Split(body, "\n")
	out := map[int]bool{}
	for _, item := range notes.Parse(body, m.Context(m.Person.ID, day)) {
		if item.State != notes.Open || item.Label != notes.Praise && item.Label != notes.Feedback {
			continue
		}
		at := item.Line - 1
		out[at] = true
		for i := at + 1; i < len(lines) && strings.TrimSpace(lines[i]) != "" && indent(lines[i]) > indent(lines[at]); i++ {
			out[i] = true
		}
	}
	return out
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
