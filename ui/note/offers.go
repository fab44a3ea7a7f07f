package note

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/note"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// offers is the list of suggestions about a note: in the panel, and once where a one-on-one is closed.
type offers struct {
	host   room.Host
	key    string         // that its controls' keys begin with
	show   func(line int) // puts the caret on a line; nil where none can be shown
	beside bool           // the person may look on
	again  func()         // draws the list after an answer
	covers bool           // what offers to take an answer back can't be reached: the list offers it
	last   taken          // the last answer, where it covers

	typing    int               // the line that is being typed, 0 for none
	whole     bool              // all of them are shown
	dismissed []notes.Dismissal // of the note, and everywhere
	open      []notes.Filed     // what the person and I have open
}

// taken is an answer that can be taken back.
type taken struct {
	say  string
	undo notes.Change
}

// read reads what the list needs of the journal; drawing it asks for nothing.
func (o *offers) read(n notes.Note) error {
	all, err := o.host.Journal().Dismissals(n.UID)
	if err != nil {
		return err
	}
	facts, err := o.host.Journal().Facts(n.Person, o.host.Now())
	if err != nil {
		return err
	}
	o.dismissed, o.open = all, append(facts.IOwe, facts.TheyOwn...)
	return nil
}

// of is what is suggested of a note; items are what is filed from it.
func (o *offers) of(n notes.Note, items []notes.Item) note.Offers {
	if room.ReadOnly(o.host) || n.Imported { // what was imported asks for nothing
		return note.Offers{}
	}
	in := room.ContextIn(o.host, n.NoteHead)
	list := notes.OpenSuggestions(n.Body, in, o.typing, o.dismissed, n.UID)
	var again []notes.Again
	if o.beside {
		list = notes.BesideThem(n.Body, in, list)
	} else {
		again = notes.DoneAgain(n, items, o.open, o.dismissed)
	}
	return note.ShowOffers(list, again, n.NoteHead, o.host.People(), o.host.Today(), o.whole)
}

// cards draws them, under a head.
func (o *offers) cards(n notes.Note, list note.Offers) []fyne.CanvasObject {
	if len(list.Lines) == 0 {
		return o.takeBack()
	}
	var all []fyne.CanvasObject
	if list.All != nil {
		count := notes.LinesOfAll(list.All)
		all = append(all, widgets.NewSmallButton(o.key+".all", widgets.Outlined, "check", voice.T("File all {n}", "n", count), func() {
			o.do(notes.Change{Edits: notes.EditsOfAll(n.ID, list.All)}, voice.N(count, "Filed {n} line", "Filed {n} lines"))
		}))
	}
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("Suggestions"), strconv.Itoa(len(list.Lines)+list.More), all...)}
	parts = append(parts, o.takeBack()...)
	for _, line := range list.Lines {
		parts = append(parts, widgets.Gap(6), o.card(n, line))
	}
	if list.More > 0 {
		parts = append(parts, widgets.Gap(4), widgets.HStack(0, widgets.NewSmallButton(
			o.key+".more", widgets.Quiet, "down", voice.N(list.More, "{n} more", "{n} more"), func() {
				o.whole = true
				o.again()
			})))
	}
	return append(parts, widgets.Gap(10))
}

// takeBack says what was answered last, with a button that takes it back.
func (o *offers) takeBack() []fyne.CanvasObject {
	if o.last.say == "" {
		return nil
	}
	undo := widgets.NewSmallButton(o.key+".undo", widgets.Quiet, "", voice.T("Undo"), func() {
		_, _ = o.host.Apply(o.last.undo, "") // an error has been shown
		o.last = taken{}
		o.again()
	})
	return []fyne.CanvasObject{widgets.HMiddle(6, widgets.Grow(widgets.NewPara(13, widgets.Dim(o.last.say)).Lead(19)), undo)}
}

func (o *offers) card(n notes.Note, one note.Offer) fyne.CanvasObject {
	line, _ := one.Key()
	key := o.key + "." + strconv.Itoa(line)
	title := fyne.CanvasObject(widgets.NewPara(13, widgets.Plain(one.Title())).Lead(19).Most(2))
	if o.show != nil {
		title = widgets.NewRow(key+".line", 24, title, func() { o.show(line) })
	}
	away := widgets.WithTip(widgets.NewSmallButton(key+".away", widgets.Quiet, "x", "", func() {
		o.do(notes.Change{Rows: []notes.Row{one.Dismissal(n.UID)}}, dismissedSay(one))
	}), voice.T("Don't suggest again"), "")
	parts := []fyne.CanvasObject{widgets.HTop(4, widgets.Grow(title), away)}
	if one.Question == notes.AskFile && one.Again == nil {
		parts = append(parts, o.becomes(one.Becomes))
	}
	if say := one.Asks(); say != "" {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(say)).Lead(19))
	}
	for _, l := range one.Below {
		runs := []widgets.Run{widgets.Plain("• " + l.Text)}
		if l.Meta != "" {
			runs = append(runs, widgets.Dim(" · "+l.Meta))
		}
		parts = append(parts, widgets.NewPara(13, runs...).Lead(19).Most(2))
	}
	if buttons := o.answers(n, key, one); len(buttons) > 0 {
		parts = append(parts, widgets.Flow(6, buttons...))
	}
	return widgets.ChipCard(parts...)
}

// becomes is what a line would be filed as: its label in its colour, what it says, whose it is and by when.
func (o *offers) becomes(line note.FiledLine) fyne.CanvasObject {
	runs := []widgets.Run{widgets.Colored(string(line.Label), look.C().Ink(line.Label.Kind().Colour)), widgets.Dim(": " + line.Text)}
	if line.Meta != "" {
		runs = append(runs, widgets.Dim(" · "+line.Meta))
	}
	return widgets.NewPara(13, runs...).Lead(19).Most(3)
}

// answers are the buttons of a suggestion, one for each answer.
func (o *offers) answers(n notes.Note, key string, one note.Offer) []fyne.CanvasObject {
	if one.Again != nil {
		return []fyne.CanvasObject{widgets.NewSmallButton(key+".tick", widgets.Outlined, "check", voice.T("Mark it as done too"), func() {
			open := one.Again.Open
			edit, err := notes.Tick(open, room.ContextOf(o.host, open), o.host.Today())
			if err != nil {
				o.host.Show(err)
				return
			}
			o.do(notes.Change{Edits: []notes.LineEdit{edit}}, voice.T("Done"))
		})}
	}
	var buttons []fyne.CanvasObject
	for i, c := range one.Choices {
		text, icon := notes.UpperFirst(c.Say), ""
		switch one.Question {
		case notes.AskFile:
			text, icon = voice.T("File it"), "check"
		case notes.AskSection:
			text, icon = voice.N(len(one.Lines), "File it", "File {n} lines"), "check"
		}
		buttons = append(buttons, widgets.NewSmallButton(key+"."+strconv.Itoa(i), widgets.Outlined, icon, text, func() {
			o.do(notes.Change{Edits: one.Edits(n.ID, i)}, filedSay(one))
		}))
	}
	return buttons
}

// filedSay is what is said once a suggestion was taken.
func filedSay(one note.Offer) string {
	switch one.Question {
	case notes.AskSection:
		return voice.N(len(one.Lines), "Filed {n} line", "Filed {n} lines")
	case notes.AskDay:
		return voice.T("Date added")
	}
	return voice.T("Filed")
}

// do makes an answer one change, which one undo takes back.
func (o *offers) do(change notes.Change, say string) {
	if applied, err := o.host.Apply(change, say); err == nil && o.covers { // an error has been shown
		o.last = taken{say, applied.Undo}
	}
	o.again()
}

// dismissedSay is what is said once a suggestion was dismissed.
func dismissedSay(one note.Offer) string {
	if one.Again == nil && one.Question == notes.AskName && one.Name != "" {
		return voice.T("Suggestions about “{name}” turned off", "name", one.Name)
	}
	return voice.T("Suggestions for this line turned off")
}
