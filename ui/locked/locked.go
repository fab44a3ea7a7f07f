// Package locked is the page in front of a protected journal: it asks for the passphrase, takes a line that is filed later,
// and shows nothing of what is in the journal.
package locked

import (
	"errors"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Ways are what the page can do.
type Ways struct {
	// Unlock opens the journal, which takes a second, and then calls done: where it worked the page is out of view by then.
	// A recovery key is followed by a new passphrase.
	Unlock func(secret notes.Secret, done func(error))
	// Keep seals a line, to be filed at the next unlocking, and returns by which id. What was kept by the id before goes then; an empty
	// line is dropped. It is nil where nothing can be sealed.
	Keep func(before, line string) (id string, err error)
	// After runs something later on the UI goroutine.
	After func(d time.Duration, f func()) (stop func())
	Other func() // shows the ways to begin; nil where the journal is still open behind the page
	Quit  func()
	// CapsLock reports whether that key is on; false where it is not known.
	CapsLock func() bool
}

// State is why the page is here.
type State struct {
	// Missing is which file isn't there, a sentence; "" where all are.
	Missing string
	// OnlyRecovery is true where the passphrase is of no use, since its file is missing.
	OnlyRecovery bool
	// Behind says what waits behind the page, a sentence or two: text that could not be saved, say. It is "" where nothing does.
	Behind string
	// Waiting is how many lines are sealed already.
	Waiting int
}

// Page is the room.
type Page struct {
	ways  Ways
	state State
	root  *fyne.Container

	recovers bool // the recovery key is asked for
	working  bool
	secret   *widgets.SecretField
	line     *widgets.TextField
	wrong    string // what didn't open it, a sentence
	kept     int    // lines that are sealed
	keeping  *widgets.Keeping
	id       string // by which the line that is being typed is kept
}

// New makes the page.
func New(state State, ways Ways) *Page {
	p := &Page{ways: ways, state: state, root: container.NewStack(), recovers: state.OnlyRecovery, kept: state.Waiting}
	p.keeping = &widgets.Keeping{After: ways.After, Told: func() { p.root.Refresh() }, Keep: func(line string) (err error) {
		p.id, err = ways.Keep(p.id, line)
		return err
	}}
	p.fields()
	p.draw()
	return p
}

// Content implements room.Room.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Reload implements room.Room. Nothing here comes from a journal.
func (p *Page) Reload() error { return nil }

// Focus implements room.Focuser.
func (p *Page) Focus() fyne.Focusable { return p.secret.Entry }

// Leave implements room.Leaver: what was typed goes, but for a line that was begun, which is sealed.
func (p *Page) Leave() error {
	p.secret.Wipe()
	if p.ways.Keep == nil {
		return nil
	}
	if err := p.keeping.Now(); err != nil {
		return err
	}
	p.next()
	return nil
}

// next goes on with an empty field, and leaves what was kept of the line to be filed.
func (p *Page) next() {
	p.id = ""
	p.keeping.Done()
}

// Resume implements room.Resumer: the line that is being typed goes on in a page that is drawn in another theme.
func (p *Page) Resume() func(room.Room) {
	line, kept := p.line.Text(), p.kept
	if strings.TrimSpace(line) == "" || p.ways.Keep == nil || p.keeping.Now() != nil {
		return nil
	}
	id := p.id
	return func(r room.Room) {
		if to, is := r.(*Page); is {
			to.id, to.kept = id, kept
			to.line.SetText(line)
			to.line.Entry.SetCaret(len([]rune(line)))
			to.keeping.Begins()
			to.keeping.Rest()
			to.draw()
		}
	}
}

// Typed implements room.Typer: what is typed where nothing has the keyboard goes nowhere.
func (p *Page) Typed(rune) {}

var (
	_ room.Room    = (*Page)(nil)
	_ room.Focuser = (*Page)(nil)
	_ room.Leaver  = (*Page)(nil)
	_ room.Typer   = (*Page)(nil)
	_ room.Resumer = (*Page)(nil)
)

// fields makes the field for what opens the journal, and the one for a line.
func (p *Page) fields() {
	if p.recovers {
		p.secret = widgets.NewSecretField("locked.recovery", voice.T("Recovery key"), voice.T("Type or paste it"))
		p.secret.Reveal(true)
	} else {
		p.secret = widgets.NewSecretField("locked.passphrase", voice.T("Passphrase"), "")
	}
	p.secret.Entry.OnSubmitted = func(string) { p.unlock() }
	p.secret.Entry.OnEscape = func() { p.secret.Entry.SetText("") }
	p.line = widgets.NewTextField("locked.line", voice.T("Write a line"), voice.T("e.g. Sam: ask about the rollout"))
	p.line.Entry.OnSubmitted = func(string) { p.capture() }
	p.line.Entry.OnEscape = func() { p.line.Entry.SetText("") }
	p.keeping.Of(p.line)
	p.line.Entry.OnChanged = func(string) { p.keeping.Typed() }
}

func (p *Page) draw() {
	rows := append(p.head(), p.key()...)
	if p.ways.Keep != nil {
		rows = append(rows, p.capturing()...)
	}
	var ends []fyne.CanvasObject
	if p.ways.Other != nil {
		ends = append(ends, widgets.NewButton("locked.other", widgets.Quiet, "", voice.T("Open another journal"), p.other).
			SetEnabled(!p.working))
	}
	ends = append(ends, widgets.Grow(), widgets.NewButton("locked.quit", widgets.Quiet, "", voice.T("Quit"), p.quit))
	rows = append(rows, widgets.HStack(8, ends...))
	p.root.Objects = []fyne.CanvasObject{widgets.NewScroll("locked", widgets.VStack(0, widgets.Grow(),
		widgets.Pad(24, 24, 56, 24, widgets.CentredMaxWidth(460, widgets.Card(12, rows...))), widgets.Grow()))}
	p.root.Refresh()
}

// head says that it is locked, and what is missing.
func (p *Page) head() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.HStack(10, widgets.Icon("lock", 20, look.C().Muted), widgets.Heading(voice.T("Your journal is locked"))),
	}
	if p.state.Missing != "" {
		rows = append(rows, widgets.NewPara(14, widgets.Plain(p.state.Missing)).Lead(21))
	}
	if p.state.Behind != "" {
		rows = append(rows, widgets.NewPara(14, widgets.Plain(p.state.Behind)).Lead(21))
	}
	return rows
}

// key asks for what opens the journal.
func (p *Page) key() []fyne.CanvasObject {
	act := voice.T("Unlock")
	if p.working {
		act = voice.T("Unlocking …")
	}
	rows := []fyne.CanvasObject{p.secret.Content}
	if p.wrong != "" {
		rows = append(rows, widgets.NewPara(13, widgets.Run{Text: p.wrong, Color: look.C().Stuck, Face: look.Medium}).Lead(19))
	}
	if p.recovers && p.wrong == "" {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(
			voice.T("Capitals, spaces and hyphens don't matter. Next, you choose a new passphrase."))).Lead(19))
	}
	buttons := []fyne.CanvasObject{
		widgets.NewButton("locked.unlock", widgets.Primary, "", act, p.unlock).SetEnabled(!p.working),
	}
	if !p.state.OnlyRecovery {
		other := voice.T("Use the recovery key")
		if p.recovers {
			other = voice.T("Use the passphrase")
		}
		buttons = append(buttons, widgets.NewButton("locked.way", widgets.Quiet, "", other, p.otherWay).SetEnabled(!p.working))
	}
	return append(rows, widgets.HStack(8, append(buttons, widgets.Grow())...))
}

// capturing takes a line while the journal stays locked. Nothing is completed or shown.
func (p *Page) capturing() []fyne.CanvasObject {
	says := voice.T("Handback saves it as you type, and files it when you unlock. Start with a name to put it in their notes.")
	if p.kept > 0 {
		says = voice.N(p.kept, "{n} line saved. It will be filed when you unlock.", "{n} lines saved. They will be filed when you unlock.")
	}
	return []fyne.CanvasObject{
		widgets.Gap(2), widgets.Hairline(), widgets.Gap(2),
		p.line,
		widgets.HMiddle(8, widgets.Grow(widgets.NewPara(13, widgets.Dim(says)).Lead(19)),
			widgets.NewButton("locked.capture", widgets.Outlined, "", voice.T("Save line"), p.capture).SetEnabled(!p.line.Entry.Disabled())),
		widgets.Hairline(),
	}
}

func (p *Page) otherWay() {
	p.recovers, p.wrong = !p.recovers, ""
	line := p.line.Text()
	p.secret.Wipe()
	p.fields()
	p.line.SetText(line)
	p.again()
}

// again draws the page anew, with the keyboard where one types what opens the journal.
func (p *Page) again() {
	p.draw()
	if at := fyne.CurrentApp().Driver().CanvasForObject(p.root); at != nil {
		at.Focus(p.secret.Entry)
	}
}

func (p *Page) unlock() {
	if p.working {
		return
	}
	typed := p.secret.Text()
	if typed == "" {
		p.refuse(voice.T("Type your passphrase."), voice.T("Type or paste your recovery key."))
		return
	}
	secret := notes.SecretOf(typed)
	if p.recovers {
		secret = notes.Secret{Recovery: typed}
	}
	p.working, p.wrong = true, ""
	p.keepLine(func() {
		p.line.Entry.Disable() // what it says is filed now
		p.draw()
		p.open(secret, typed)
	})
}

// Try opens the journal with what is known already. Where that doesn't open it the page asks, as it does anyway.
func (p *Page) Try(secret notes.Secret) {
	p.working = true
	p.draw()
	p.ways.Unlock(secret, func(err error) {
		p.working = false
		if err == nil {
			return
		}
		if !errors.Is(err, notes.ErrSecret) {
			p.wrong = widgets.Sentence(err)
		}
		p.again()
	})
}

func (p *Page) open(secret notes.Secret, typed string) {
	p.ways.Unlock(secret, func(err error) {
		p.working = false
		if err == nil {
			p.secret.Wipe()
			return
		}
		p.wrong = p.say(err, typed)
		p.line.Entry.Enable()
		p.again()
		p.secret.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // to be typed anew, or shown and mended
	})
}

func (p *Page) refuse(passphrase, recovery string) {
	p.wrong = passphrase
	if p.recovers {
		p.wrong = recovery
	}
	p.again()
}

// say is what went wrong. Of a passphrase that is another's it says what people overlook.
func (p *Page) say(err error, typed string) string {
	if !errors.Is(err, notes.ErrSecret) {
		return widgets.Sentence(err)
	}
	caps := p.ways.CapsLock != nil && p.ways.CapsLock()
	var mistyped notes.Invalid
	switch {
	case errors.As(err, &mistyped): // a recovery key
		return mistyped.Why
	case p.recovers:
		return voice.T("That recovery key doesn't open this journal. There's no typing mistake in it, so it may belong to another journal.")
	case caps || shouted(typed):
		return voice.T("That passphrase doesn't open this journal. Caps Lock seems to be on.")
	}
	return voice.T("That passphrase doesn't open this journal. Tick “Show” to check it: the keyboard may be set to another language.")
}

// shouted reports whether a text has several letters and all of them are capitals.
func shouted(typed string) bool {
	letters := 0
	for _, r := range typed {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 2
}

func (p *Page) other() { p.keepLine(p.ways.Other) }

func (p *Page) quit() { p.keepLine(p.ways.Quit) }

// keepLine seals what is begun in the field of a line, so that it isn't lost, and goes on. What can't be sealed stays there.
func (p *Page) keepLine(goOn func()) {
	if p.ways.Keep != nil {
		_ = p.keeping.Now() // it is said below the field when it is tried next
	}
	goOn()
}

// capture leaves the line to be filed, and goes on with the next one.
func (p *Page) capture() {
	if p.line.Entry.Disabled() || strings.TrimSpace(p.line.Text()) == "" {
		return
	}
	if err := p.keeping.Now(); err != nil {
		p.line.SetError(widgets.Sentence(err))
		p.root.Refresh()
		return
	}
	p.kept++
	p.next()
	p.draw()
	if at := fyne.CurrentApp().Driver().CanvasForObject(p.root); at != nil {
		at.Focus(p.line.Entry)
	}
}
