package csvfile

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"handback/notes/incoming/reading"
)

// The names of what a column can hold, as in incoming.Options.
const (
	Person = "person"
	Date   = "date"
	Title  = "title"
	Body   = "body"
	Tags   = "tags"
	Task   = "task"
	Due    = "due"
)

// Names are what a column can hold, in the order in which a window asks for them.
var Names = []string{Person, Date, Title, Body, Task, Due, Tags}

// words are those by which the head of a column says what it holds, the surest first.
var words = map[string][]string{
	Person: {
		"person", "employee", "direct report", "report", "team member", "member", "attendee", "attendees", "participant", "participants",
		"colleague", "staff", "full name", "employee name", "who", "with", "one-on-one with", "1:1 with", "recipient", "reviewee",
		"mitarbeiter", "mitarbeiterin", "personne", "persona", "name",
	},
	Date: {
		"date", "meeting date", "date of meeting", "day", "when", "note date", "entry date", "created", "created at", "created on",
		"created time", "date created", "timestamp", "time", "start", "start date", "updated", "modified", "last edited time",
		"datum", "fecha", "data",
	},
	Title: {"title", "subject", "topic", "headline", "meeting", "meeting name", "event", "heading", "name"},
	Body: {
		"body", "note", "notes", "text", "content", "contents", "description", "details", "discussion", "minutes", "summary", "comment",
		"comments", "message", "entry", "meeting notes", "feedback", "what we talked about", "what was said",
		"notiz", "notizen", "inhalt", "notas", "notes de réunion",
	},
	Task: {
		"task", "tasks", "action", "actions", "action item", "action items", "todo", "to do", "next step", "next steps", "follow up", "aufgabe",
		"aufgaben", "tâche", "tarea", "taak", "compito",
	},
	Due:  {"due", "due date", "deadline", "by", "fällig", "fällig am", "frist", "bis", "échéance", "vence", "scadenza"},
	Tags: {"tags", "tag", "labels", "label", "category", "categories", "keywords"},
}

var between = regexp.MustCompile(`[\s_\-.]+`)

func headWords(cell string) string {
	return strings.Trim(between.ReplaceAllString(strings.ToLower(strings.TrimSpace(cell)), " "), " :*#")
}

// Table is a file as the manager maps its columns.
type Table struct {
	Head    []string       // of each column; of a table without a head, what its first row says
	Headed  bool           // the first row is a head
	Example [][]string     // the first few rows below it
	Guess   map[string]int // what each of Names is likely in; absent where nothing is
}

// Look is what there is to map of the text of a file.
func Look(text string) Table {
	rows := tableOf(text)
	if len(rows) == 0 {
		return Table{Guess: map[string]int{}}
	}
	headed := isHead(rows)
	t := Table{Headed: headed, Head: make([]string, width(rows))}
	for i := range t.Head {
		t.Head[i] = rows[0].cell(i)
	}
	below := rows
	if headed {
		below = rows[1:]
	}
	for _, r := range below[:min(len(below), 3)] {
		t.Example = append(t.Example, append([]string(nil), r.cells...))
	}
	t.Guess = guess(rows[0], below, headed)
	return t
}

// isHead reports whether the first row says what is below it: some word of it is one of ours and none of it is a date, or it is of
// words alone where dates stand below.
func isHead(rows []row) bool {
	known := false
	for i := range rows[0].cells {
		cell := rows[0].cell(i)
		if isDate(cell) || strings.Contains(cell, "\n") || utf8.RuneCountInString(cell) > 60 {
			return false
		}
		for _, of := range words {
			for _, w := range of {
				known = known || headWords(cell) == headWords(w)
			}
		}
	}
	if known || len(rows) == 1 || len(rows[0].cells) < 2 {
		return known
	}
	for i := range rows[1].cells {
		if isDate(rows[1].cell(i)) {
			return true
		}
	}
	return false
}

func isDate(s string) bool {
	if _, ok := reading.Date(s, reading.Unknown); ok {
		return true
	}
	return reading.Twofold(s)
}

// guess finds what the columns hold, by their heads, and where these say nothing by what is in them.
func guess(head row, below []row, headed bool) map[string]int {
	found := map[string]int{}
	taken := map[int]bool{}
	if headed {
		for _, name := range Names {
			if column, ok := byHead(name, head, below, taken); ok {
				found[name], taken[column] = column, true
			}
		}
	}
	columns := max(len(head.cells), width(below))
	if _, ok := found[Date]; !ok {
		if column, ok := likeliest(columns, taken, func(c int) int { return share(below, c, isDate) }); ok {
			found[Date], taken[column] = column, true
		}
	}
	if _, ok := found[Person]; !ok {
		if column, ok := likeliest(columns, taken, func(c int) int { return share(below, c, reading.LooksLikeName) }); ok {
			found[Person], taken[column] = column, true
		}
	}
	if _, ok := found[Body]; !ok {
		if column, ok := onlyProse(below, columns, taken, headed); ok {
			found[Body] = column
		}
	}
	return found
}

// onlyProse is the one column that somebody wrote in. Where several are, each stays below its head; without heads it is the longest.
func onlyProse(rows []row, columns int, taken map[int]bool, headed bool) (column int, ok bool) {
	longest, count := 0, 0
	for c := range columns {
		if taken[c] || !isProse(rows, c) {
			continue
		}
		count++
		n := 0
		for _, r := range rows {
			n += len(r.cell(c))
		}
		if n > longest {
			column, longest = c, n
		}
	}
	return column, count == 1 || count > 1 && !headed
}

// byHead is the column whose head says so, by the surest word that any has. A bare "name" is a person's where it looks like one.
func byHead(name string, head row, below []row, taken map[int]bool) (int, bool) {
	for _, w := range words[name] {
		for c := range head.cells {
			if taken[c] || headWords(head.cell(c)) != headWords(w) {
				continue
			}
			if name == Person && w == "name" && share(below, c, reading.LooksLikeName) < 60 {
				continue
			}
			if (name == Date || name == Due) && len(below) > 0 && share(below, c, isDate) < 30 {
				continue
			}
			return c, true
		}
	}
	return 0, false
}

// share is how many of a hundred cells of a column, blank ones aside, are so.
func share(rows []row, column int, so func(string) bool) int {
	all, are := 0, 0
	for _, r := range rows[:min(len(rows), 500)] {
		if cell := r.cell(column); cell != "" {
			all++
			if so(cell) {
				are++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return 100 * are / all
}

// likeliest is the column with the largest share, of at least 60.
func likeliest(columns int, taken map[int]bool, share func(int) int) (int, bool) {
	best, most := 0, 59
	for c := range columns {
		if !taken[c] && share(c) > most {
			best, most = c, share(c)
		}
	}
	return best, most > 59
}
