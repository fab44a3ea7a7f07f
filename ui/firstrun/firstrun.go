// Package firstrun is what a new user sees: start a journal, look round with a sample team, or open a journal that
// lies elsewhere.
package firstrun

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/about"
	"handback/ui/look"
	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Begin is what the window does once the user has chosen. An error is shown by this room, in a sentence.
type Begin interface {
	// Start makes the user's journal, names the manager, adds the people and opens Today.
	Start(myName string, people []notes.Person) error
	// Protectable reports whether the user's journal can be protected from the beginning.
	Protectable() bool
	// Protect asks for a passphrase, does what Start does in a protected journal, and goes to a place of it.
	Protect(myName string, people []notes.Person, then room.Place)
	// Sample opens a journal with a sample team.
	Sample() error
	// Open opens the journal at path, which has to exist.
	Open(path string) error
	// Typed is what was typed into the first run so far; the room keeps it there.
	Typed() *Typed
	// Backups is how many backups there are of the user's own journal, which isn't there; Restore shows them.
	Backups() int
	Restore()
}

// Typed is what was typed into the first run. It outlives the page: who goes back, or calls the passphrase off, finds it again.
type Typed struct {
	Name, Names, Path string
	Rhythm            int
	Protect           bool
	Bringing          bool // once there is a journal, notes of another program are imported
	Starting          bool // they were on the page of a new journal
}

// step is which of the pages of the first run is shown.
type step int

const (
	choose step = iota
	start
	open
)

// Room is the first run.
type Room struct {
	host  room.Host
	begin Begin
	step  step
	page  *widgets.Scroll

	name *widgets.TextField // of the step start
	box  *people.Box        // of the step start
	path *widgets.TextField // of the step open
	ways []*widgets.Row     // of the step choose

	protect *widgets.Checkbox // of the step start; nil where it can't be
	typed   *Typed
}

// New makes the room. There is no open journal yet.
func New(host room.Host, begin Begin) room.Room {
	r := &Room{host: host, begin: begin, page: widgets.NewScroll("firstrun", widgets.Gap(0)), typed: begin.Typed()}
	first := choose
	if r.typed.Starting {
		first = start
	}
	r.show(first)
	return r
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room. Nothing here comes from a journal.
func (r *Room) Reload() error { return nil }

// Focus implements room.Focuser: the first way, so that Enter starts.
func (r *Room) Focus() fyne.Focusable { return r.first() }

func (r *Room) first() fyne.Focusable {
	switch r.step {
	case start:
		return r.name.Entry
	case open:
		return r.path.Entry
	}
	return r.ways[0]
}

func (r *Room) show(s step) {
	r.step = s
	r.typed.Starting = s == start
	var content fyne.CanvasObject
	switch s {
	case start:
		content = r.startPage()
	case open:
		content = r.openPage()
	default:
		content = r.choosePage()
	}
	r.page.SetContent(middle(content))
	r.page.ScrollTo(0)
}

// to shows a step and gives its first control the keyboard.
func (r *Room) to(s step) {
	r.show(s)
	r.host.Window().Canvas().Focus(r.first())
}

// middle puts a page a little above the middle of the window.
func middle(content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VStack(0, widgets.Grow(), widgets.Pad(24, 24, 56, 24, widgets.CentredMaxWidth(480, content)), widgets.Grow())
}

func (r *Room) choosePage() fyne.CanvasObject {
	p := look.C()
	r.ways = nil
	return widgets.VStack(
		0,
		widgets.HStack(0, widgets.Grow(), about.Mark(60), widgets.Grow()),
		widgets.Gap(20),
		widgets.Middle(widgets.TextIn(voice.T("Handback"), 30, p.Text, look.Display)),
		widgets.Gap(6),
		widgets.Middle(widgets.TextIn(voice.T("Notes for managers who hand decisions back to their people."), 16, p.Muted, look.Regular)),
		widgets.Gap(32),
		r.way("start", "pen", voice.T("Start my journal"), voice.T("Add your name and your people. It takes two minutes."),
			func() { r.typed.Bringing = false; r.to(start) }),
		widgets.Gap(10),
		r.way(
			"sample",
			"users",
			voice.T("Explore with a sample team"),
			voice.T("Six made-up people, kept separate from your own notes."),
			r.sample,
		),
		widgets.Gap(10),
		r.way("bring", "save", voice.T("Import my notes"), voice.T("From Obsidian, Notion, Word and others. Your files stay as they are."),
			func() { r.typed.Bringing = true; r.to(start) }),
		widgets.Gap(10),
		r.way("open", "open", voice.T("Open a journal"), voice.T("Open one that's already on this computer."), func() { r.to(open) }),
		r.restoreWay(),
		widgets.Gap(28),
		widgets.HStack(
			7,
			widgets.Grow(),
			widgets.Icon("lock", 14, p.Muted),
			widgets.Small(voice.T("Nothing leaves this computer. No account, no network.")),
			widgets.Grow(),
		),
	)
}

// restoreWay leads to the backups of a journal that is gone.
func (r *Room) restoreWay() fyne.CanvasObject {
	n := r.begin.Backups()
	if n == 0 {
		return widgets.Gap(0)
	}
	return widgets.VStack(0, widgets.Gap(10), r.way("restore", "restore", voice.T("Restore a backup"),
		voice.N(n, "{n} backup of your journal is on this computer.", "{n} backups of your journal are on this computer."), r.begin.Restore))
}

// way is one of the ways to begin. The first one has the accent.
func (r *Room) way(key, icon, title, what string, act func()) fyne.CanvasObject {
	p := look.C()
	ink := p.Muted
	if len(r.ways) == 0 {
		ink = p.Primary
	}
	row := widgets.NewRow("firstrun."+key, 62, widgets.Pad(0, 8, 0, 8, widgets.HMiddle(16,
		widgets.Icon(icon, 22, ink),
		widgets.Grow(widgets.VStack(0, widgets.TextIn(title, 15, p.Text, look.SemiBold), widgets.NewPara(13, widgets.Dim(what)).Lead(19))),
		widgets.BoldIcon("right", 14, p.Muted, 2),
	)), act)
	r.ways = append(r.ways, row)
	return widgets.Over(widgets.Outline(p.Surface, p.Hairline, 10), widgets.Pad(3, 10, 3, 10, row))
}

func (r *Room) sample() { r.host.Show(r.begin.Sample()) }
