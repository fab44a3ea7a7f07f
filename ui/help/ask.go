package help

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Commands is what the help asks of the window's table of commands.
type Commands struct {
	Can  func(id string) bool   // whether it can be done now
	Keys func(id string) string // its shortcut as shown; "" where it has none
}

// anywhere is a command that can be done wherever the window may go to any screen.
const anywhere = "switcher"

// asking is the dialog in which one asks.
type asking struct {
	host     room.Host
	commands Commands
	all      []Answer
	dialog   *widgets.Dialog
	field    *widgets.TextField
	list     *widgets.Scroll
	open     string // the question whose answer is shown
}

// Show asks what one wants to do, and answers.
func Show(host room.Host, commands Commands) {
	all, err := Answers()
	if err != nil {
		host.Show(err)
		return
	}
	a := &asking{host: host, commands: commands, all: all, list: widgets.NewScroll("help.list", widgets.VStack(0))}
	a.field = widgets.NewTextField("help.ask", "", voice.T("e.g. cancel a one-on-one"))
	a.field.Entry.OnChanged = func(string) { a.typed() }
	a.field.Entry.OnSubmitted = func(string) { a.first() }
	a.draw()
	labels := widgets.NewSmallButton("help.labels", widgets.Quiet, "", voice.T("Show all labels"), func() { a.run("labels") })
	shortcuts := widgets.NewSmallButton("help.shortcuts", widgets.Quiet, "", voice.T("Show all shortcuts"), func() { a.run("shortcuts") })
	a.dialog = widgets.NewDialog(host.Window().Canvas(), voice.T("How do I …"), "", nil, a.field, listed(a.list),
		widgets.HStack(4, labels, shortcuts, widgets.Grow()))
	a.dialog.Wide(640).Show(a.field.Entry)
}

func (a *asking) typed() {
	a.open = ""
	if found := a.found(); len(found) > 0 && strings.TrimSpace(a.field.Text()) != "" {
		a.open = found[0].Question
	}
	a.draw()
	a.list.ScrollTo(0)
}

func (a *asking) found() []Answer { return Find(a.all, a.field.Text()) }

// first does what the first answer leads to, where something was typed.
func (a *asking) first() {
	if found := a.found(); len(found) > 0 && strings.TrimSpace(a.field.Text()) != "" {
		if act, ok := a.act(found[0]); ok {
			a.do(act)
		}
	}
}

// draw lists the questions that fit, under their headings while nothing is typed.
func (a *asking) draw() {
	found, typed := a.found(), strings.TrimSpace(a.field.Text()) != ""
	var rows []fyne.CanvasObject
	section := ""
	for _, answer := range found {
		if !typed && answer.Section != section {
			section = answer.Section
			rows = append(rows, widgets.Pad(10, 0, 2, 0, widgets.TextIn(section, 12, look.C().Muted, look.Medium)))
		}
		rows = append(rows, a.row(answer))
	}
	if len(found) == 0 {
		rows = append(rows, widgets.EmptyLine(voice.T("No answer for that yet. Try different words.")))
	}
	a.list.SetContent(widgets.Pad(0, 12, 0, widgets.RowBleed, widgets.VStack(0, rows...)))
}

// listHeight keeps the field where it stands, however few answers are found.
const listHeight = 380

// listed gives the rows room for their light and their ring at the left, which a scroll cuts off, and leaves their text where it is.
func listed(list *widgets.Scroll) fyne.CanvasObject {
	return widgets.Free(fyne.NewSize(200, look.S(listHeight)), func(size fyne.Size) {
		widgets.Place(list, -widgets.RowBleed, 0, size.Width+widgets.RowBleed, size.Height)
	}, list)
}

// row is a question, with its answer below where it is open.
func (a *asking) row(answer Answer) fyne.CanvasObject {
	at := slices.IndexFunc(a.all, func(o Answer) bool { return o.Question == answer.Question })
	open := a.open == answer.Question
	row := widgets.NewRow(fmt.Sprintf("help.%d", at), 32, widgets.NewPara(14, widgets.Strong(answer.Question)).Lead(20), func() {
		if a.open = answer.Question; open {
			a.open = ""
		}
		widgets.Keep(a.host.Window().Canvas(), a.list, a.draw)
	})
	if !open {
		return row
	}
	parts := []fyne.CanvasObject{widgets.NewPara(14, widgets.Dim(a.said(answer.Text))).Lead(21)}
	if act, ok := a.act(answer); ok {
		parts = append(parts, widgets.HStack(0, widgets.NewSmallButton(fmt.Sprintf("help.%d.go", at), widgets.Outlined, "", act.Say,
			func() { a.do(act) })))
	}
	return widgets.VStack(0, row, widgets.Pad(0, 8, 10, 0, widgets.VStack(8, parts...)))
}

// typing are the keys of the editor, which are no commands.
var typing = map[string]string{
	"bold":   strings.Join([]string{mainKey, "B"}, ""),
	"italic": strings.Join([]string{mainKey, "I"}, ""),
	"main":   strings.TrimSuffix(mainKey, "+"),
}

// ofLabel begins the id that stands for the word of a label.
const ofLabel = "label."

// said is the text of an answer with the shortcuts and the words of labels in the place of the ids.
func (a *asking) said(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		id, after, _ := strings.Cut(rest, "}")
		if label, ok := strings.CutPrefix(id, ofLabel); ok {
			b.WriteString(room.Word(a.host, notes.Label(label)))
			text = after
			continue
		}
		keys := typing[id]
		if keys == "" {
			keys, _, _ = strings.Cut(a.commands.Keys(id), ", ")
		}
		b.WriteString(keys)
		text = after
	}
}

// act is what an answer leads to now; false where it leads nowhere, because somebody looks on or nothing may be written.
func (a *asking) act(answer Answer) (Act, bool) {
	for _, act := range answer.Acts {
		switch {
		case act.Command != "":
			if a.commands.Can(act.Command) {
				return act, true
			}
		case !a.commands.Can(anywhere):
		case ofPerson(act.Screen) && a.person() == 0:
			if a.commands.Can("person.add") {
				return Act{Say: voice.T("Add a direct report"), Command: "person.add"}, true
			}
		default:
			return act, true
		}
	}
	return Act{}, false
}

func (a *asking) do(act Act) {
	if act.Command != "" {
		a.run(act.Command)
		return
	}
	a.close()
	place := room.Place{Screen: act.Screen, Part: act.Part}
	if ofPerson(act.Screen) {
		place.Person = a.person()
	}
	a.host.Go(place)
}

func (a *asking) run(command string) {
	a.close()
	a.host.Run(command)
}

// ofPerson reports whether a screen is about one report.
func ofPerson(s room.Screen) bool {
	return slices.Contains([]room.Screen{room.Prep, room.Notes, room.Growth, room.Praise, room.Decisions, room.TheirPage}, s)
}

// person is whom an answer about a report is shown with: the one in view, otherwise the first of the team; 0 is nobody.
func (a *asking) person() notes.PersonID {
	if p := a.host.Person(a.host.Place().Person); p.ID != 0 && p.Kind == notes.KindReport {
		return p.ID
	}
	for _, p := range a.host.People() {
		if p.OnTeam() {
			return p.ID
		}
	}
	return 0
}

// close closes the dialog, where one asks in it.
func (a *asking) close() {
	if a.dialog != nil {
		a.dialog.Close()
	}
}

// Way is an answer as a way to what one may want to do.
type Way struct {
	Question string
	Says     string // what its button says
	Do       func()
}

// Ways are the answers to what is typed that hold each of its words, and lead somewhere now.
func Ways(host room.Host, commands Commands, typed string) (ways []Way) {
	all, err := Answers()
	if err != nil {
		host.Show(err)
		return nil
	}
	a := &asking{host: host, commands: commands, all: all}
	for _, answer := range holding(all, typed) {
		if act, ok := a.act(answer); ok {
			ways = append(ways, Way{answer.Question, act.Say, func() { a.do(act) }})
		}
	}
	return ways
}
