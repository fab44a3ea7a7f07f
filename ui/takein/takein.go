// Package takein is the screen on which notes of other programs are imported: a folder or file is chosen, what it would become is
// shown and what can't be known is asked, and then it is taken in. Each import can be taken back from here.
package takein

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/taking"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// step is which of its pages the screen shows.
type step int

const (
	choose step = iota
	preview
	done
)

// Room is the Import screen.
type Room struct {
	host room.Host
	page *widgets.Scroll
	step step
	ask  string // the path that the screen was opened with, until it is read

	path    *widgets.TextField
	typed   string // what the field holds
	imports []notes.Import

	look     *taking.Preview
	src      notes.Source
	answers  taking.Answers
	dayFirst *bool
	columns  map[string]int
	more     int             // how often more names were asked for
	allRows  bool            // all rows that the preview keeps are shown
	oneByOne bool            // whose the notes that name nobody are is asked of each
	unfolded map[string]bool // the groups of these whose notes are shown
	added    []string        // names that the manager added
	counts   *taking.Counts  // what would come in, where it was counted
	stands   map[string]notes.Standing
	result   taking.Counts
	taken    notes.ImportID
	work     *work
}

// New makes the screen. The place's Text is a path to begin with.
func New(host room.Host, place room.Place) room.Room {
	return &Room{host: host, page: widgets.Page("import", widgets.Gap(0)), ask: place.Text}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Focus implements room.Focuser.
func (r *Room) Focus() fyne.Focusable {
	if r.step == choose && r.path != nil {
		return r.path.Entry
	}
	return nil
}

// Move implements room.Mover: another path is dropped on the screen.
func (r *Room) Move(p room.Place) (bool, error) {
	if p.Text == "" || r.work != nil {
		if r.step == done && r.work == nil { // asked for again: there is more to import
			r.back()
		}
		return p.Text == "", nil
	}
	r.back()
	r.read(p.Text)
	return true, nil
}

// Stays implements room.Stayer.
func (r *Room) Stays() bool { return r.work != nil }

// Resume implements room.Resumer: what was read is read again, since its files were let go of, and what was said of it stays.
func (r *Room) Resume() func(room.Room) {
	was := *r
	switch {
	case r.step == preview && r.look != nil:
	case r.step == choose && r.typed != "":
		was.look = nil
	default:
		return nil
	}
	return func(again room.Room) {
		n, ok := again.(*Room)
		if !ok || n.step != choose || n.work != nil {
			return
		}
		n.typed = was.typed
		if was.look == nil {
			n.draw()
			return
		}
		n.step, n.look, n.answers, n.dayFirst, n.columns = was.step, was.look, was.answers, was.dayFirst, was.columns
		n.more, n.allRows, n.oneByOne, n.unfolded, n.added = was.more, was.allRows, was.oneByOne, was.unfolded, was.added
		n.draw()
		if was.src.Closer == nil { // it was pasted
			n.src = was.src
			n.lookAt(false)
			return
		}
		n.open(was.typed, false)
	}
}

// Leave implements room.Leaver: what is being read is no longer wanted.
func (r *Room) Leave() error {
	if r.work != nil {
		r.work.stop()
	}
	return r.close()
}

// close lets go of the source.
func (r *Room) close() error {
	if r.src.Closer == nil || r.work != nil {
		return nil
	}
	src := r.src
	r.src = notes.Source{}
	return src.Close()
}

// Reload implements room.Room.
func (r *Room) Reload() (err error) {
	if r.work != nil {
		return nil // it holds the journal now and then
	}
	if r.imports, err = r.host.Journal().Imports(); err != nil {
		return err
	}
	if r.step == done && !slices.ContainsFunc(r.imports, func(m notes.Import) bool { return m.ID == r.taken }) {
		r.step = choose // it was taken back
	}
	r.draw()
	if path := r.ask; path != "" {
		r.ask = ""
		r.read(path)
	}
	return nil
}

func (r *Room) draw() {
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		var parts []fyne.CanvasObject
		switch r.step {
		case preview:
			parts = r.previewPage()
		case done:
			parts = r.donePage()
		default:
			parts = r.choosePage()
		}
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, widgets.VStack(16, parts...))))
	})
}

// to shows a step from its beginning.
func (r *Room) to(s step) {
	r.step = s
	r.draw()
	r.page.ScrollTo(0)
}

// back goes back to choosing.
func (r *Room) back() {
	r.host.Show(r.close())
	r.look, r.counts, r.stands, r.dayFirst, r.columns = nil, nil, nil, nil, nil
	r.answers, r.more, r.allRows = taking.Answers{}, 0, false
	r.oneByOne, r.unfolded, r.added = false, nil, nil
	r.to(choose)
}

// read opens what lies at a path and looks at it.
func (r *Room) read(path string) {
	path = room.FromHome(path)
	r.typed = path
	if why, ro := r.host.Journal().ReadOnly(); ro {
		r.fail(notes.Invalid{Why: why})
		return
	}
	r.open(path, true)
}

// open opens what lies at a path and looks at it; anew says that nothing was answered so far.
func (r *Room) open(path string, anew bool) {
	journal := r.host.Journal()
	var src notes.Source
	r.begin(voice.T("Reading {name} …", "name", baseOf(path)), func(*work) (err error) {
		src, err = journal.Files(path)
		return err
	}, func(err error) {
		if err != nil {
			r.fail(err)
			return
		}
		r.src = src
		r.lookAt(anew)
	})
}

// paste reads the text that was copied in another program.
func (r *Room) paste() {
	if why, ro := r.host.Journal().ReadOnly(); ro {
		r.fail(notes.Invalid{Why: why})
		return
	}
	src, err := taking.Pasted(fyne.CurrentApp().Clipboard().Content())
	if err != nil {
		r.host.Show(err)
		return
	}
	r.typed = ""
	r.src = src
	r.lookAt(true)
}

// lookAt looks at the source, by what was answered so far. Anew says that nothing was.
func (r *Room) lookAt(anew bool) {
	people, in, src := r.host.People(), r.options(), r.src
	var look *taking.Preview
	r.begin(voice.T("Reading {name} …", "name", src.Name), func(w *work) error {
		f, err := taking.Open(src, w.ask)
		if err != nil {
			return err
		}
		look, err = taking.Look(f, src, in, people, w.ask)
		return err
	}, func(err error) {
		if err != nil {
			r.host.Show(r.close())
			r.fail(err)
			return
		}
		r.looked(look, anew)
	})
}

// looked shows what was read. What was said of names stays.
func (r *Room) looked(look *taking.Preview, anew bool) {
	r.look, r.counts, r.stands = look, nil, nil
	if anew {
		r.answers = taking.Answers{People: map[string]taking.Choice{}, Nobody: map[string]taking.Choice{}}
	}
	for _, name := range r.added {
		_, err := look.Add(name, r.host.People())
		r.host.Show(err)
	}
	for _, n := range look.Names {
		if _, said := r.answers.People[n.Text]; !said {
			r.answers.People[n.Text] = n.Guess
		}
	}
	if anew {
		r.to(preview)
	} else {
		r.step = preview
	}
	r.compare()
}

// compare counts what would come in, by what is said now.
func (r *Room) compare() {
	look, answers, journal := r.look, r.answers.Clone(), r.host.Journal()
	var counts taking.Compared
	r.begin(voice.T("Comparing with your journal …"), func(w *work) (err error) {
		counts, err = look.Compare(journal, answers, w.ask)
		return err
	}, func(err error) {
		switch {
		case err == nil:
			r.counts, r.stands = &counts.Counts, counts.Stands
		case errors.Is(err, errStopped):
			r.host.Say(errStopped.Why)
		default:
			r.host.Show(err)
		}
		r.draw()
	})
}

// fail says at the field what can't be read.
func (r *Room) fail(err error) {
	r.to(choose)
	if errors.Is(err, errStopped) {
		r.host.Say(errStopped.Why)
		return
	}
	if errors.Is(err, taking.ErrOurs) && r.askArchive(room.FromHome(r.typed)) {
		return
	}
	r.path.SetError(widgets.Sentence(err))
	r.page.Refresh()
}
