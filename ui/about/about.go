// Package about is the screen that says what Handback is, what it does not do, and whose work is in it.
package about

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Room is the About screen.
type Room struct{ page *widgets.Scroll }

// New makes the screen of the version.
func New(_ room.Host, version string) room.Room {
	return &Room{page: widgets.Page("about", widgets.CentredMaxWidth(720, widgets.VStack(16, head(version), does(), doesNot(), licences())))}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room. Nothing on the screen comes from the journal.
func (r *Room) Reload() error { return nil }

func head(version string) fyne.CanvasObject {
	return widgets.HMiddle(16, Mark(48),
		widgets.VStack(2, widgets.Title(voice.T("Handback")), widgets.Small(voice.T("Version {version}", "version", version))))
}

// Mark is the sign of the app, at a size before scaling.
func Mark(size float32) fyne.CanvasObject {
	p := look.C()
	return widgets.Sized(size, size, widgets.Over(widgets.Box(p.Primary, look.S(size*.27)),
		widgets.Centre(size, size, widgets.BoldIcon("back", size*.57, p.OnPrimary, 2.1))))
}

func does() fyne.CanvasObject {
	return widgets.Card(
		6,
		widgets.NewPara(15, widgets.Plain(voice.T("Notes for managers who hand decisions back to their people."))),
		widgets.NewPara(
			14,
			widgets.Dim(
				voice.T("Your people know how to do their jobs. Handback keeps your notes, prepares the next one-on-one "+
					"and suggests questions that hand decisions back."),
			),
		),
	)
}

func doesNot() fyne.CanvasObject {
	said := []fyne.CanvasObject{widgets.CardHead(voice.T("What it doesn't do"), "")}
	for _, s := range []string{
		voice.T("It doesn't use the internet: no account, no cloud, no automatic updates."),
		voice.T("It doesn't score or rank people. It only counts what you did yourself."),
		voice.T("It doesn't guess moods or traits, and has no fields for health, family, pay or religion."),
		voice.T("It doesn't lock your notes in: they're one file on your disk that other programs can read."),
	} {
		said = append(said, widgets.HTop(10,
			widgets.Pad(3, 0, 0, 0, widgets.Icon("minus", 14, look.C().Muted)), widgets.Grow(widgets.NewPara(14, widgets.Plain(s)))))
	}
	return widgets.Card(4, said...)
}

// licence is a work that is in the app, and under which licence.
type licence struct{ work, by, under string }

var licenceList = []licence{
	{voice.T("Handback"), voice.T("its authors"), voice.T("MIT")},
	{voice.T("Inter"), voice.T("The Inter Project Authors (rsms.me/inter)"), voice.T("SIL Open Font License 1.1")},
	{voice.T("Fyne"), voice.T("Fyne.io developers"), voice.T("BSD 3-Clause")},
	{voice.T("SQLite"), voice.T("D. Richard Hipp and others"), voice.T("public domain")},
	{"go-sqlite3", voice.T("Yasuhiro Matsumoto"), voice.T("MIT")},
	{voice.T("Go"), voice.T("The Go Authors"), voice.T("BSD 3-Clause")},
}

func licences() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Credits"), "")}
	for _, l := range licenceList {
		rows = append(rows, widgets.StillRow(28, widgets.HStack(12,
			widgets.Width(110, widgets.Name(l.work)), widgets.Grow(widgets.NewElided(13, widgets.Dim(l.by))), widgets.Small(l.under))))
	}
	rows = append(rows, widgets.Gap(4), widgets.NewPara(12, widgets.Dim(
		voice.T("The seven levels of delegation come from Management 3.0 (Jurgen Appelo)."))))
	return widgets.Card(0, rows...)
}
