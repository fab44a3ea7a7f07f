package firstrun

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// openPage asks where the journal lies.
func (r *Room) openPage() fyne.CanvasObject {
	r.path = widgets.NewTextField("firstrun.path", voice.T("Where is it?"), voice.T("e.g. ~/Documents/journal.handback"))
	r.path.SetText(r.typed.Path)
	r.path.Entry.OnChanged = func(string) { r.path.SetError("") }
	r.path.Entry.OnSubmitted = func(string) { r.open() }
	r.path.Entry.OnEscape = r.back
	return widgets.Card(
		14,
		widgets.CardHead(voice.T("Open a journal"), ""),
		r.path,
		widgets.HStack(
			0,
			widgets.NewSmallButton("firstrun.choose", widgets.Outlined, "open", voice.T("Choose a file …"), r.chooseFile),
			widgets.Grow(),
			widgets.NewSmallButton("firstrun.backup", widgets.Quiet, "restore", voice.T("Restore a backup"), r.begin.Restore),
		),
		r.buttons(widgets.NewButton("firstrun.go", widgets.Primary, "", voice.T("Open journal"), r.open)),
	)
}

// open opens the journal; what is wrong with it is said at the field.
func (r *Room) open() {
	path := room.FromHome(strings.TrimSpace(r.path.Text()))
	if path == "" {
		r.say(voice.T("Type the path to your journal, or choose the file."))
		return
	}
	if err := r.begin.Open(path); err != nil {
		r.say(widgets.Sentence(err))
	}
}

func (r *Room) say(wrong string) {
	r.path.SetError(wrong)
	r.relayout()
}

// chooseFile lets the user point at the file.
func (r *Room) chooseFile() {
	at := r.host.Window().Canvas()
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			r.say(widgets.Sentence(err))
			return
		}
		if file == nil {
			return // none was chosen
		}
		path := file.URI().Path()
		r.host.Show(file.Close())
		r.path.SetText(path)
		r.open()
	}, r.host.Window())
	widgets.ShowFileDialog(at, d, func() { at.Focus(r.first()) })
}
