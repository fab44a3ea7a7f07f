package protect

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Ways are what the page can do. All of them call done on the UI goroutine.
type Ways struct {
	// Protect protects the journal and opens it again. Progress may be called from anywhere, and ends it with its error: done is
	// called with context.Canceled then, and the journal is as it was.
	Protect func(p notes.Protection, progress func(done, of int64) error, done func(notes.Protected, error))
	// Save writes the recovery key to a file.
	Save func(path, text string, replace bool, done func(at string, err error))
	// Try tries a recovery key on what was written.
	Try func(recovery string, done func(error))
	// Recovered is called once the recovery key was typed back, or is done without.
	Recovered func()
	// Forget deletes plain copies.
	Forget func(left []string, done func(error))
	// After runs something later, whichever journal is open.
	After func(d time.Duration, f func()) (stop func())
	// Leave goes on in the journal: the page is done, or was called off.
	Leave func()
	// Keychain is false where the system has none.
	Keychain bool
	// Own are names that somebody would try first.
	Own []string
}

// step is what the page is at.
type step int

const (
	choosing step = iota
	working
	recovering
	copies
)

// Page is the room.
type Page struct {
	host  room.Host
	ways  Ways
	root  *fyne.Container
	step  step
	wrong string // what went wrong, a sentence

	choose   *Chooser
	keychain bool
	passing  bool     // the journal is closed behind it
	work     *Working // while the journal is being protected
	done     notes.Protected
	recovery recovery
	left     []leftCopy
	first    fyne.Focusable
}

// New makes the page.
func New(host room.Host, ways Ways) *Page {
	p := &Page{host: host, ways: ways, root: container.NewStack()}
	p.choose = NewChooser(
		voice.T("Without your passphrase or recovery key, nobody can open your journal. Neither can be reset."), ways.Own, p.relayout)
	p.draw()
	return p
}

// NewCopies makes the page where a protected journal's plain copies are left.
func NewCopies(host room.Host, ways Ways, left []string) *Page {
	p := New(host, ways)
	p.leaves(left)
	p.to(copies)
	return p
}

// leaves takes the plain copies that are left.
func (p *Page) leaves(left []string) {
	p.left = nil
	for _, path := range left {
		p.left = append(p.left, leftCopy{path: path, goes: true})
	}
}

// Content implements room.Room.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Reload implements room.Room. Nothing here is read from the journal.
func (p *Page) Reload() error { return nil }

// Focus implements room.Focuser.
func (p *Page) Focus() fyne.Focusable { return p.first }

// Escape implements room.Escaper: what is chosen here is called off, and of the copies nothing is deleted.
func (p *Page) Escape() bool {
	if p.step != choosing && p.step != copies {
		return false
	}
	p.ways.Leave()
	return true
}

// Typed implements room.Typer: what is typed where nothing has the keyboard goes nowhere.
func (p *Page) Typed(rune) {}

// Stays implements room.Stayer.
func (p *Page) Stays() bool {
	return p.step == recovering || p.step == working && p.work.Stays()
}

// Waits implements room.Waiter.
func (p *Page) Waits() string {
	if p.step != recovering {
		return ""
	}
	return voice.T("Your new recovery key is waiting to be saved. It's shown only once, so unlock and save it.")
}

// Leave implements room.Leaver. The recovery key is shown once: who leaves without it is asked.
func (p *Page) Leave() error {
	switch {
	case p.passing:
		return nil
	case p.step == working:
		return p.work.Leave()
	case p.step == recovering:
		return notes.Invalid{Why: voice.T("Your recovery key isn't saved yet, and it's shown only once.")}
	}
	p.forget()
	return nil
}

// forget wipes what is secret.
func (p *Page) forget() {
	p.choose.Wipe()
	p.recovery.forget()
	p.done.Recovery = ""
}

var (
	_ room.Room    = (*Page)(nil)
	_ room.Focuser = (*Page)(nil)
	_ room.Leaver  = (*Page)(nil)
	_ room.Typer   = (*Page)(nil)
	_ room.Waiter  = (*Page)(nil)
	_ room.Escaper = (*Page)(nil)
)

func (p *Page) relayout() { p.root.Refresh() }

func (p *Page) draw() {
	var rows []fyne.CanvasObject
	switch p.step {
	case choosing:
		rows = p.choosePage()
	case recovering:
		rows = p.recoveryPage()
	case copies:
		rows = p.copiesPage()
	}
	p.root.Objects = []fyne.CanvasObject{page(rows)}
	if p.step == working {
		p.root.Objects = []fyne.CanvasObject{p.work.Content()}
	}
	p.root.Refresh()
}

// page is a card in the middle of the window.
func page(rows []fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewScroll("protect", widgets.VStack(0, widgets.Grow(),
		widgets.Pad(24, 24, 56, 24, widgets.CentredMaxWidth(560, widgets.Card(12, rows...))), widgets.Grow()))
}

// to shows a step, with the keyboard where it begins.
func (p *Page) to(s step) {
	p.step, p.wrong = s, ""
	p.draw()
	if p.first != nil {
		p.host.Window().Canvas().Focus(p.first)
	}
}

func heading(text string) fyne.CanvasObject {
	return widgets.HStack(10, widgets.Icon("lock", 20, look.C().Primary), widgets.Heading(text))
}

// text is what the page says, small what stands beside it.
func text(say string) fyne.CanvasObject { return widgets.NewPara(14, widgets.Plain(say)).Lead(22) }

func small(say string) fyne.CanvasObject { return widgets.NewPara(13, widgets.Dim(say)).Lead(19) }

func (p *Page) trouble() []fyne.CanvasObject {
	if p.wrong == "" {
		return nil
	}
	return []fyne.CanvasObject{widgets.NewPara(13, widgets.Run{Text: p.wrong, Color: look.C().Stuck, Face: look.Medium}).Lead(19)}
}

// choosePage asks for the passphrase.
func (p *Page) choosePage() []fyne.CanvasObject {
	p.first = p.choose.First.Entry
	p.choose.First.Entry.OnEscape, p.choose.Again.Entry.OnEscape = p.ways.Leave, p.ways.Leave
	p.choose.First.Entry.OnSubmitted = func(string) { p.submit() }
	p.choose.Again.Entry.OnSubmitted = func(string) { p.protect() }
	rows := []fyne.CanvasObject{
		heading(voice.T("Protect this journal")),
		text(voice.T(
			"Handback encrypts the journal on this disk, so that nobody can read it without your passphrase. You type it when you open Handback.")),
		p.choose.Content,
	}
	if p.ways.Keychain {
		says := voice.T("Open it without asking on this computer (system keychain)")
		rows = append(rows, widgets.NewCheckbox("protect.keychain", says, p.keychain, func(on bool) { p.keychain = on }))
	}
	rows = append(rows, small(voice.T(
		"It can't protect a journal that's open and unlocked, or a computer with spyware. Encrypt your disk too, if you can.")))
	rows = append(rows, p.trouble()...)
	return append(rows, widgets.HStack(8, widgets.Grow(),
		widgets.NewButton("protect.cancel", widgets.Outlined, "", voice.T("Cancel"), p.ways.Leave),
		widgets.NewButton("protect.go", widgets.Primary, "", voice.T("Protect journal"), p.protect)))
}

// submit goes on to the second field, or on where it is not needed.
func (p *Page) submit() {
	if p.choose.First.Shown() {
		p.protect()
		return
	}
	p.host.Window().Canvas().Focus(p.choose.Again.Entry)
}

// protect asks once more where the passphrase is weak, and begins.
func (p *Page) protect() {
	if p.step != choosing {
		return
	}
	chosen, err := p.choose.Chosen()
	if err != nil {
		widgets.FocusWrong(p.host.Window().Canvas(), p.root)
		p.relayout()
		return
	}
	if !p.choose.Weak() {
		p.begin(chosen)
		return
	}
	AskWeak(p.host.Window().Canvas(), func() { p.begin(chosen) }, func() {
		p.host.Window().Canvas().Focus(p.choose.First.Entry) // it is the one to be another
	})
}

// AskWeak asks whether to take a passphrase that is easily guessed: goOn does, another chooses another one.
func AskWeak(at fyne.Canvas, goOn, another func()) {
	d := widgets.NewDanger(at, voice.T("Use a passphrase that is easy to guess?"), voice.T("Choose another"), voice.T("Use it anyway"),
		func() error { return nil }, text(
			voice.T("Someone with your disk could guess it within hours. Five random words are much safer.")))
	d.OnClose = func(confirmed bool) {
		if confirmed {
			goOn()
		} else {
			another()
		}
	}
	d.Show(nil)
}

func (p *Page) begin(chosen string) {
	p.first = nil
	p.work = NewWorking(voice.T("Protecting your journal"),
		voice.T("Handback deletes the old file only after it has read back the protected one and compared the two."), p.ways.After)
	p.host.Window().Canvas().Unfocus()
	p.passing = true // the journal is closed, and lets go of this page
	p.step, p.wrong = working, ""
	p.draw()
	p.ways.Protect(notes.Protection{Passphrase: chosen, Keychain: p.keychain}, p.work.Progress, func(done notes.Protected, err error) {
		p.work.Done()
		if err != nil && done.Recovery == "" {
			p.to(choosing)
			if p.wrong = widgets.Sentence(err); errors.Is(err, context.Canceled) {
				p.wrong = voice.T("Cancelled. Your journal is as it was.")
			}
			p.draw()
			return
		}
		p.choose.Wipe()
		p.done = done
		p.leaves(done.Left)
		p.recovery.begin(done.Recovery)
		p.to(recovering)
		if err != nil { // it is protected all the same
			p.wrong = widgets.Sentence(err)
			p.draw()
		}
	})
	p.passing = false
}
