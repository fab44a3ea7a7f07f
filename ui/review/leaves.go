package review

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// saveButton offers what is in view to be saved, printed or copied; none where nothing is.
func (r *Room) saveButton() []fyne.CanvasObject {
	if !r.leaves() {
		return nil
	}
	return []fyne.CanvasObject{widgets.NewButton("review.save", widgets.Primary, "print", voice.T("Print or save"), r.Print)}
}

// leaves reports whether anything is in view that could leave the journal.
func (r *Room) leaves() bool {
	switch {
	case !r.period.Is(r.host.Today()):
		return false
	case r.view == forThem:
		return len(r.page.Document.Parts) > 0
	case r.view == asHeld:
		return len(r.held.Lines)+len(r.held.Besides) > 0
	}
	return r.pack.Lines > 0
}

// Print implements room.Printer: the dialog prints, saves and copies.
func (r *Room) Print() {
	if !r.leaves() {
		r.host.Say(voice.T("Nothing to print for this period. Choose another one."))
		return
	}
	saveas.Show(r.host, saveas.Of(r.document()))
}
