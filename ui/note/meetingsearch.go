package note

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// searchMost is how many lines the search of a meeting shows.
const searchMost = 12

// finding is the search that is safe with the person looking on.
type finding struct {
	host   room.Host
	person notes.PersonID
}

// Find looks through what was noted about a person, with the person looking on: private lines and lines that name
// somebody else are left out. A line of the open note leads to it; one of another note is read here, since its note may
// hold more than it.
func Find(host room.Host, person notes.PersonID) {
	m := finding{host, person}
	field := widgets.NewTextField("meeting.find", "", voice.T("a word or two"))
	results := widgets.VStack(0)
	d := widgets.NewDialog(m.host.Window().Canvas(), voice.T("Find in your notes"), "", nil, field, results).Wide(620)
	field.Entry.OnChanged = func(text string) {
		found, err := m.found(text)
		if err != nil {
			d.SetError(widgets.Sentence(err))
			return
		}
		results.Objects = nil
		for i, l := range found {
			results.Objects = append(results.Objects, m.foundRow(i, l, d.Close))
		}
		if len(found) == 0 && strings.TrimSpace(text) != "" {
			results.Objects = append(results.Objects, widgets.EmptyLine(voice.T("Nothing found.")))
		}
		results.Refresh()
		d.Relayout()
	}
	d.Show(field.Entry)
}

// foundLine is a line that may be shown in a meeting.
type foundLine struct {
	day  string // of its note; "" where that stands over it already
	runs []widgets.Run
	line int // of the editor where it stands in the open note, counted from 1; else 0
}

func (m finding) found(text string) (found []foundLine, err error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	hits, _, err := m.host.Journal().Search(notes.Query{
		Text: text, Person: m.person, Shared: true, Newest: true, Limit: 3 * searchMost, Lines: 3 * searchMost,
	})
	if err != nil {
		return nil, err
	}
	names := m.host.Context(m.person, m.host.Today()).Names
	for _, h := range hits {
		day := notes.SayDate(h.Date, m.host.Today())
		for _, l := range h.Lines {
			said, runs := snippet(l)
			if h.Person != m.person || names.Mentions(said, m.person, m.host.Me().ID) {
				continue
			}
			if len(found) == searchMost {
				return found, nil
			}
			found = append(found, foundLine{day: day, runs: runs, line: m.lineHere(h.ID, l.Line)})
			day = ""
		}
	}
	return found, nil
}

// lineHere is the line of the editor that a line of a note is; 0 where the note is not open, or the line is folded.
func (m finding) lineHere(id notes.NoteID, line int) int {
	if n, open := m.host.Draft().Note(); open && n.ID == id {
		shown, _ := m.host.Draft().Shows(line)
		return shown
	}
	return 0
}

func (m finding) foundRow(i int, l foundLine, done func()) fyne.CanvasObject {
	content := widgets.HTop(12, widgets.Width(64, widgets.Small(l.day)), widgets.Grow(widgets.NewPara(14, l.runs...).Lead(20).Most(3)))
	if l.line == 0 {
		return widgets.StillRow(widgets.RowOneLine, content)
	}
	return widgets.NewRow("meeting.found."+strconv.Itoa(i), widgets.RowOneLine, content, func() {
		done()
		m.host.Editor().LeadTo(l.line - 1)
		m.host.Editor().FocusHere()
	})
}

// snippet is the text of a line, plain and with its matches in weight.
func snippet(l notes.HitLine) (string, []widgets.Run) {
	var all strings.Builder
	var runs []widgets.Run
	for _, s := range l.Snippet {
		all.WriteString(s.Text)
		if s.Match {
			runs = append(runs, widgets.Colored(s.Text, look.C().Primary))
		} else {
			runs = append(runs, widgets.Plain(s.Text))
		}
	}
	return all.String(), runs
}
