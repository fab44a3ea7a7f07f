package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/oneline"
)

// LineAlone is the small window for one line where the app isn't running.
type LineAlone struct {
	App   fyne.App
	Now   func() time.Time
	Path  string // of the journal
	Lines Lines
	// Locked is true where the journal is protected: nothing is read of it.
	Locked bool
	// Read opens the journal, reads whom there is and the words for labels, and closes it again.
	Read func() (people []notes.Person, words string, err error)
	// File files what waits beside the journal, here or where it is open.
	File func() error
	// Calls are those of later starts; nil where there are none.
	Calls Calls
	Mark  func(string)
	Clock Clock // nil is the real one

	win  fyne.Window
	page *oneline.Page
	in   notes.Context
	read bool
	id   string
	ends bool
}

// Show shows the window.
func (a *LineAlone) Show() {
	if a.Clock == nil {
		a.Clock = newBackground(a.App.Quit)
	}
	a.App.SetIcon(look.AppIcon)
	look.Use(look.ModeOf(""), a.App.Settings().ThemeVariant(), 1)
	a.App.Settings().SetTheme(look.Theme{})
	a.win = a.App.NewWindow(voice.T("Write a line"))
	a.win.SetPadded(false)
	a.win.SetFixedSize(true)
	a.page = oneline.New(oneline.Ways{
		Context: func() (notes.Context, bool) { return a.in, a.read },
		Sealed:  func() bool { return a.Locked },
		Keep:    a.keep,
		File:    a.file,
		Close:   a.end,
		After:   a.Clock.After,
		Painted: a.painted,
	})
	a.win.SetCloseIntercept(a.page.Closing)
	a.App.Lifecycle().SetOnStopped(ending(a.Clock, a.stop))
	a.win.SetContent(a.page.Content())
	a.win.Resize(oneline.Size())
	a.win.CenterOnScreen()
	a.win.Show()
	a.win.Canvas().Focus(a.page.Focus())
	if a.Calls != nil {
		a.Calls.Watch(func(_ Call, claim func() bool) {
			a.Clock.Soon(func() {
				if !a.ends && claim() {
					a.win.RequestFocus()
				}
			})
		})
	}
}

// Run shows the window until the line is filed or kept.
func (a *LineAlone) Run() {
	a.Show()
	a.App.Run()
	a.stop()
}

// painted reads the journal: not before, or the window would wait for it.
func (a *LineAlone) painted() {
	if a.Mark != nil {
		a.Mark(lineMark)
	}
	if a.Locked {
		return
	}
	var people []notes.Person
	var words string
	a.Clock.Background(func() (err error) {
		people, words, err = a.Read()
		return err
	}, func(err error) {
		if err != nil {
			return // nothing is completed then; the line is kept all the same, and opening the journal says what is wrong
		}
		a.in = notes.Context{Date: notes.DateOf(a.Now()), Names: notes.NewNames(people), Words: notes.ReadLabelWords(words)}
		for _, p := range people {
			if p.Kind == notes.KindMe {
				a.in.Me, a.in.Person = p.ID, p.ID
			}
		}
		a.read = true
		a.page.Learn()
	})
}

func (a *LineAlone) keep(line string) error {
	id, err := a.Lines.Keep(a.Path, a.id, line)
	if err == nil {
		a.id = id
	}
	return err
}

// file keeps the line, and files it with the window out of view: where that can't be done it waits for the next opening.
func (a *LineAlone) file(line string, done func(said string, err error)) {
	if err := a.keep(line); err != nil {
		done("", err)
		return
	}
	a.id = ""
	if a.Locked {
		done("", nil)
		return
	}
	a.win.Hide()
	a.Clock.Background(a.File, func(err error) {
		if err == nil {
			done("", nil)
			return
		}
		a.win.Show()
		done(voice.T("Your line is saved. Handback files it the next time you open your journal. {why}", "why",
			strings.TrimSpace(sentence(err))), nil)
	})
}

func (a *LineAlone) end() {
	a.ends = true
	a.stop()
	a.App.Quit()
}

// stop keeps what is typed.
func (a *LineAlone) stop() {
	if a.page != nil {
		_ = a.page.PutAway() // nobody is left to be told
		a.page = nil
	}
	a.Clock.Stop()
}
