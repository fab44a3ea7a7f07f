package protect

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// lookAgain is how often it is looked how far the work is.
const lookAgain = 150 * time.Millisecond

// Working is a page that shows how far a work on the journal's files is, and lets it be called off.
type Working struct {
	root      *fyne.Container
	says      *widgets.Para
	cancel    *widgets.Button
	at, of    atomic.Int64
	cancelled atomic.Bool
	over      bool
	after     func(d time.Duration, f func()) (stop func())
}

// NewWorking makes the page, and looks how far the work is until Done.
func NewWorking(title, note string, after func(d time.Duration, f func()) (stop func())) *Working {
	w := &Working{root: container.NewStack(), says: widgets.NewPara(14), after: after}
	w.says.Lead(22)
	w.cancel = widgets.NewButton("working.cancel", widgets.Outlined, "", voice.T("Cancel"), w.callOff)
	w.root.Objects = []fyne.CanvasObject{page([]fyne.CanvasObject{
		heading(title), w.says, small(note), widgets.HStack(8, widgets.Grow(), w.cancel),
	})}
	w.say()
	w.watch()
	return w
}

// Progress says how far it is; it may be called from anywhere. It returns context.Canceled once the work is called off.
func (w *Working) Progress(done, of int64) error {
	w.at.Store(done)
	w.of.Store(of)
	if w.cancelled.Load() {
		return context.Canceled
	}
	return nil
}

// Done ends the looking.
func (w *Working) Done() { w.over = true }

func (w *Working) callOff() {
	w.cancelled.Store(true)
	w.say()
}

func (w *Working) watch() {
	w.after(lookAgain, func() {
		if w.over {
			return
		}
		w.say()
		w.watch()
	})
}

// say says how far it is. What is read back and compared takes its place at once: then it is too late to call it off.
func (w *Working) say() {
	says := voice.T("Getting ready …")
	done, of := w.at.Load(), w.of.Load()
	late := of > 0 && done >= of
	switch {
	case late:
		says = voice.T("Checking that it opens …")
	case w.cancelled.Load():
		says = voice.T("Cancelling …")
	case of > 0:
		says = voice.T("{percent}% done", "percent", int(done*100/of))
	}
	w.says.SetRuns(widgets.Plain(says))
	w.cancel.SetEnabled(!late && !w.cancelled.Load())
}

// Content implements room.Room.
func (w *Working) Content() fyne.CanvasObject { return w.root }

// Reload implements room.Room. Nothing here is read from the journal.
func (w *Working) Reload() error { return nil }

// Focus implements room.Focuser.
func (w *Working) Focus() fyne.Focusable { return w.cancel }

// Stays implements room.Stayer.
func (w *Working) Stays() bool { return !w.over }

// Leave implements room.Leaver.
func (w *Working) Leave() error {
	if w.over {
		return nil
	}
	return notes.Invalid{Why: voice.T("Handback is still working on your journal. It takes a moment.")}
}
