package takein

import (
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// errStopped ends work that isn't wanted any more.
var errStopped = notes.Invalid{Why: voice.T("Stopped. Nothing was imported.")}

// work is something that takes a while, off the UI goroutine. Where it takes longer than a moment a dialog shows how far it is,
// and stops it.
type work struct {
	stopped  atomic.Bool
	done, of atomic.Int64
	dialog   *widgets.Dialog
	para     *widgets.Para
	over     bool
	ofNotes  bool // it counts notes, not files
}

const (
	showAfter  = 400 * time.Millisecond
	lookAgain  = 150 * time.Millisecond
	dialogWide = 420
)

func (w *work) stop() { w.stopped.Store(true) }

// ask is asked now and then by the work.
func (w *work) ask(done, of int) error {
	if done >= 0 {
		w.done.Store(int64(done))
		w.of.Store(int64(of))
	}
	if w.stopped.Load() {
		return errStopped
	}
	return nil
}

// says is how far it is.
func (w *work) says() string {
	done, of := int(w.done.Load()), int(w.of.Load())
	switch {
	case of > 0 && w.ofNotes:
		return voice.T("{done} of {of} notes", "done", done, "of", of)
	case of > 0:
		return voice.T("{done} of {of} files", "done", done, "of", of)
	case done > 0:
		return voice.N(done, "{n} file so far", "{n} files so far")
	}
	return voice.T("This may take a moment.")
}

// begin does work in the background, and then what comes of it on the UI goroutine. There is one at a time.
func (r *Room) begin(title string, do func(*work) error, then func(error)) {
	if r.work != nil {
		return
	}
	w := &work{}
	r.work = w
	r.host.After(showAfter, func() { r.show(w, title) })
	r.host.Background(func() error { return do(w) }, func(err error) {
		r.ended(w)
		if w.stopped.Load() && err == nil {
			err = errStopped
		}
		then(err)
	})
}

// ended takes away what showed how far a work was.
func (r *Room) ended(w *work) {
	w.over = true
	r.work = nil
	if w.dialog != nil && !w.stopped.Load() {
		w.dialog.Finish()
	}
}

// show shows how far a work is that isn't over.
func (r *Room) show(w *work, title string) {
	if w.over || w.stopped.Load() {
		return
	}
	w.para = widgets.NewPara(14, widgets.Dim(w.says()))
	w.dialog = widgets.NewDialog(r.host.Window().Canvas(), title, "", nil, w.para).Wide(dialogWide).Steady()
	w.dialog.SetCancel(voice.T("Stop"))
	w.dialog.OnClose = func(bool) {
		if !w.over {
			w.stop()
		}
	}
	w.dialog.Show(nil)
	r.tell(w)
}

// tell says again and again how far it is.
func (r *Room) tell(w *work) {
	r.host.After(lookAgain, func() {
		if w.over || w.stopped.Load() {
			return
		}
		w.para.SetRuns(widgets.Dim(w.says()))
		r.tell(w)
	})
}

func baseOf(path string) string { return filepath.Base(path) }

// bring takes in what the preview shows.
func (r *Room) bring() {
	if r.look == nil || r.work != nil {
		return
	}
	look, answers, journal := r.look, r.answers.Clone(), r.host.Journal()
	var id notes.ImportID
	r.begin(voice.T("Importing from {name} …", "name", look.Source), func(w *work) (err error) {
		id, r.result, err = look.Bring(journal, answers, w.ask)
		if err == nil && w.stopped.Load() {
			err = errors.Join(errStopped, journal.DropImport(id))
		}
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, errStopped):
			r.host.Say(errStopped.Why)
		case err != nil:
			r.host.Show(err)
		default:
			r.take(id)
		}
	})
}

// take shows in the journal what was brought, in one go.
func (r *Room) take(id notes.ImportID) {
	n := r.result.Taken()
	said := voice.N(n, "Imported {n} note", "Imported {n} notes")
	w := &work{ofNotes: true}
	r.work = w
	r.host.After(showAfter, func() { r.show(w, voice.T("Filing the notes …")) })
	change := notes.Change{Rows: []notes.Row{notes.TakeImport{Import: id, Ask: w.ask}}}
	r.host.ApplySlowly(change, said, func(_ notes.Applied, err error) {
		r.ended(w)
		if err != nil {
			journal := r.host.Journal()
			r.host.Background(func() error { return journal.DropImport(id) }, r.host.Show)
			r.draw()
			return
		}
		r.taken = id
		r.host.Show(r.close())
		r.step = done
		r.host.Show(r.Reload())
		r.page.ScrollTo(0)
	})
}
