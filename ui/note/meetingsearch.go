package note

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/widgets"

	"handback/notes/voice"
)

// searchMost is how many lines the search of a meeting shows.
const searchMost = 12

// search looks through what was noted about this person, with the person looking on: private lines and lines that name
// somebody else are left out, and a line found is read here, since its note may hold more than it.
func (m *Meeting) search() {
	field := widgets.NewTextField("meeting.find", "", voice.T("a word or two"))
	results := widgets.VStack(0)
	d := widgets.NewDialog(m.host.Window().Canvas(), voice.T("Find in our notes"), "", nil, field, results).Wide(620)
	field.Entry.OnChanged = func(text string) {
		rows, err := m.found(text)
		if err != nil {
			d.SetError(widgets.Sentence(err))
			return
		}
		results.Objects = rows
		results.Refresh()
		d.Relayout()
	}
	d.Show(field.Entry)
}

func (m *Meeting) found(text string) ([]fyne.CanvasObject, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	hits, _, err := m.host.Journal().Search(
		notes.Query{Text: text, Person: m.place.Person, Shared: true, Newest: true, Limit: 3 * searchMost},
	)
	if err != nil {
		return nil, err
	}
	names := m.host.Context(m.place.Person, m.host.Today()).Names
	var rows []fyne.CanvasObject
	for _, h := range hits {
		line, runs := snippet(h)
		if h.Person != m.place.Person || names.Mentions(line, m.place.Person, m.host.Me().ID) {
			continue
		}
		rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.HTop(
			12,
			widgets.Width(
				64,
				widgets.Small(notes.SayDate(h.Date, m.host.Today())),
			),
			widgets.Grow(widgets.NewPara(14, runs...).Lead(20).Most(3)),
		)))
		if len(rows) == searchMost {
			break
		}
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.EmptyLine(voice.T("Nothing found.")))
	}
	return rows, nil
}

// snippet is the text that was found, plain and with its matches in weight.
func snippet(h notes.Hit) (string, []widgets.Run) {
	var all strings.Builder
	var runs []widgets.Run
	for _, s := range h.Snippet {
		all.WriteString(s.Text)
		if s.Match {
			runs = append(runs, widgets.Colored(s.Text, look.C().Primary))
		} else {
			runs = append(runs, widgets.Plain(s.Text))
		}
	}
	return all.String(), runs
}
