package protect

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/voice"
)

// lookAgain is how often it is looked how far the work is.
const lookAgain = 150 * time.Millisecond

// Working is a page that shows how far a work on the journal's files is.
type Working struct {
	title, note string
	root        *fyne.Container
	at, of      atomic.Int64
	over        bool
	after       func(d time.Duration, f func()) (stop func())
}

// NewWorking makes the page, and looks how far the work is until Done.
func NewWorking(title, note string, after func(d time.Duration, f func()) (stop func())) *Working {
	w := &Working{title: title, note: note, root: container.NewStack(), after: after}
	w.root.Objects = []fyne.CanvasObject{page(w.rows())}
	w.watch()
	return w
}

// Progress says how far it is; it may be called from anywhere.
func (w *Working) Progress(done, of int64) {
	w.at.Store(done)
	w.of.Store(of)
}

// Done ends the looking.
func (w *Working) Done() { w.over = true }

func (w *Working) watch() {
	w.after(lookAgain, func() {
		if w.over {
			return
		}
		w.root.Objects = []fyne.CanvasObject{page(w.rows())}
		w.root.Refresh()
		w.watch()
	})
}

func (w *Working) rows() []fyne.CanvasObject {
	says := voice.T("Getting ready …")
	switch done, of := w.at.Load(), w.of.Load(); {
	case of > 0 && done >= of:
		says = voice.T("Checking that it opens …")
	case of > 0:
		says = voice.T("{percent} % done", "percent", int(done*100/of))
	}
	return []fyne.CanvasObject{
		heading(w.title),
		text(says),
		small(w.note),
	}
}

// Content implements room.Room.
func (w *Working) Content() fyne.CanvasObject { return w.root }

// Reload implements room.Room. Nothing here is read from the journal.
func (w *Working) Reload() error { return nil }

// Leave implements room.Leaver.
func (w *Working) Leave() error {
	if w.over {
		return nil
	}
	return notes.Invalid{Why: voice.T("Handback is still working on your journal. It takes a moment.")}
}
