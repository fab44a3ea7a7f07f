// Package problem is the page shown where the journal that should be opened can't be: what is wrong, where the file
// lies, and what can be done. The file itself is left as it is.
package problem

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Page says what is wrong and offers what can be done.
type Page struct {
	say, path string
	ways      Ways
	root      *fyne.Container
	first     *widgets.Button // the way that is meant
	reading   bool            // what can be read of the journal is being read
	mending   bool            // its lists and search are being made anew
	failed    string          // why nothing could be, a sentence; "" where it was not tried
	found     *notes.Salvaged // what was read; nil before
}

// Ways are what the page offers.
type Ways struct {
	Again func() // tries to open the same file
	// Salvage reads what can be read into a new journal, and calls done, with no path where it was called off; nil where the journal
	// isn't damaged.
	Salvage func(done func(notes.Salvaged, error))
	// Mend makes lists and search anew where only they are damaged, and opens the journal; it calls done with why it couldn't.
	Mend    func(done func(error))
	Open    func(path string) // opens the journal that Salvage made
	Empty   bool              // nothing is left in the file: a backup is what helps
	Other   func()            // shows the ways to begin
	Quit    func()
	Backups func() // shows the backups of the journal; nil where that helps nothing
}

// New makes the page; say is a whole sentence, path the journal's file.
func New(say, path string, ways Ways) room.Room {
	p := &Page{say: say, path: path, ways: ways, root: container.NewStack()}
	p.draw()
	return p
}

func (p *Page) draw() {
	rows := p.wrong()
	if p.found != nil {
		rows = p.report(*p.found)
	}
	page := widgets.Card(12, rows...)
	p.root.Objects = []fyne.CanvasObject{widgets.NewScroll("problem", widgets.VStack(0, widgets.Grow(),
		widgets.Pad(24, 24, 56, 24, widgets.CentredMaxWidth(560, page)), widgets.Grow()))}
	p.root.Refresh()
}

// wrong says what is wrong and offers what can be done.
func (p *Page) wrong() []fyne.CanvasObject {
	restore := p.ways.Backups != nil && (p.ways.Salvage != nil || p.ways.Empty) // the way that is meant where the journal is damaged
	kind, backKind := widgets.Primary, widgets.Outlined
	if restore {
		kind, backKind = backKind, kind
	}
	again := widgets.NewButton("problem.again", kind, "", voice.T("Try again"), p.ways.Again).SetEnabled(!p.busy())
	p.first = again
	rows := []fyne.CanvasObject{
		widgets.HStack(10, widgets.Icon("info", 20, look.C().Stuck), widgets.Heading(voice.T("This journal can't be opened"))),
		widgets.NewPara(14, widgets.Plain(p.say)).Lead(22),
		widgets.NewPara(12, widgets.Dim(p.path)).Lead(18),
	}
	if p.ways.Backups != nil {
		back := widgets.NewButton("problem.backups", backKind, "restore", voice.T("Restore a backup"), p.ways.Backups).SetEnabled(!p.reading)
		if restore {
			p.first = back
		}
		rows = append(rows, widgets.Gap(4), widgets.NewPara(14, widgets.Plain(
			voice.T("Handback keeps backups of your journal. Look at them, or restore one."))).Lead(22),
			widgets.HStack(8, back))
	}
	if p.ways.Salvage != nil {
		word := voice.T("Save what can be read")
		if p.reading {
			word = voice.T("Reading …")
		}
		rows = append(rows, widgets.Gap(4), widgets.NewPara(14, widgets.Plain(voice.T("Most of a damaged journal can often be read. "+
			"Handback puts what it can read into a new journal in the same folder, and leaves this file alone."))).Lead(22))
		if p.failed != "" {
			rows = append(rows, widgets.NewPara(14, widgets.Strong(p.failed)).Lead(22))
		}
		buttons := []fyne.CanvasObject{widgets.NewButton("problem.salvage", widgets.Outlined, "", word, p.salvage).SetEnabled(!p.busy())}
		if p.ways.Mend != nil {
			mend := voice.T("Rebuild lists and search")
			if p.mending {
				mend = voice.T("Rebuilding …")
			}
			buttons = append(buttons, widgets.NewButton("problem.mend", widgets.Outlined, "", mend, p.mend).SetEnabled(!p.busy()))
		}
		rows = append(rows, widgets.HStack(8, buttons...))
	}
	return append(rows, widgets.Gap(4),
		widgets.HStack(8, again, widgets.NewButton("problem.other", widgets.Outlined, "", voice.T("Open another journal"), p.ways.Other).
			SetEnabled(!p.busy()),
			widgets.Grow(), widgets.NewButton("problem.quit", widgets.Quiet, "", voice.T("Quit"), p.ways.Quit)))
}

func (p *Page) busy() bool { return p.reading || p.mending }

func (p *Page) mend() {
	p.mending, p.failed = true, ""
	p.draw()
	p.ways.Mend(func(err error) {
		p.mending, p.failed = false, err.Error()
		p.draw()
	})
}

func (p *Page) salvage() {
	p.reading, p.failed = true, ""
	p.draw()
	p.ways.Salvage(func(found notes.Salvaged, err error) {
		p.reading = false
		switch {
		case err != nil:
			p.failed = err.Error()
		case found.Path != "": // else it was called off
			p.found = &found
		}
		p.draw()
	})
}

// mostTold is how many lost notes are named.
const mostTold = 12

// report says what was read and what was not.
func (p *Page) report(s notes.Salvaged) []fyne.CanvasObject {
	open := widgets.NewButton("problem.open", widgets.Primary, "", voice.T("Open the new journal"), func() { p.ways.Open(s.Path) })
	p.first = open
	rows := []fyne.CanvasObject{
		widgets.HStack(10, widgets.Icon("check", 20, look.C().Primary),
			widgets.Heading(voice.T("New journal with everything that could be read"))),
		widgets.NewPara(14, widgets.Strong(voice.T("{notes} and {people}",
			"notes", voice.N(s.Notes, "{n} note", "{n} notes"), "people", voice.N(s.People, "{n} person", "{n} people")))).Lead(22),
	}
	if s.Behind > 0 {
		rows = append(rows, widgets.NewPara(14, widgets.Plain(voice.N(s.Behind,
			"One change that was saved after the damage is missing.",
			"{n} changes that were saved after the damage are missing."))).Lead(22))
	}
	switch {
	case len(s.Lost) == 0 && s.Behind > 0:
	case len(s.Lost) == 0:
		rows = append(rows, widgets.NewPara(14, widgets.Plain(voice.T("As far as Handback can tell, no note is missing."))).Lead(22))
	default:
		rows = append(rows, widgets.NewPara(14, widgets.Plain(voice.N(len(s.Lost),
			"The text of one note couldn't be read:", "The text of {n} notes couldn't be read:"))).Lead(22))
	}
	for i, l := range s.Lost {
		if i == mostTold {
			rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(len(s.Lost)-i, "and one more", "and {n} more"))))
			break
		}
		rows = append(rows, widgets.NewPara(13, widgets.Plain(lostLine(l))).Lead(20))
	}
	if len(s.Partly) > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.T(
			"Other things may be missing too, such as goals, nicknames or settings."))).Lead(20))
	}
	return append(rows,
		widgets.NewPara(12, widgets.Dim(s.Path)).Lead(18),
		widgets.NewPara(13, widgets.Dim(voice.T("Keep the damaged file until you've looked through the new journal."))).Lead(20),
		widgets.Gap(4),
		widgets.HStack(8, open, widgets.Grow(), widgets.NewButton("problem.quit", widgets.Quiet, "", voice.T("Quit"), p.ways.Quit)))
}

func lostLine(l notes.LostNote) string {
	who := l.Person
	if who == "" {
		who = voice.T("someone (the name can't be read)")
	}
	switch {
	case l.Earlier:
		return voice.T("{person}, {date}: an earlier version is in its place", "person", who, "date", notes.SayWhole(l.Date))
	case l.Filed:
		return voice.T("{person}, {date}: its to-dos and other filed lines are there", "person", who, "date", notes.SayWhole(l.Date))
	}
	return voice.T("{person}, {date}", "person", who, "date", notes.SayWhole(l.Date))
}

// Content implements room.Room.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Reload implements room.Room. Nothing here comes from a journal.
func (p *Page) Reload() error { return nil }

// Focus implements room.Focuser.
func (p *Page) Focus() fyne.Focusable { return p.first }
