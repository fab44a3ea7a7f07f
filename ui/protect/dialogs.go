package protect

import (
	"errors"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// errWaits keeps a dialog open while what it began goes on.
var errWaits = errors.New("waits")

// ask is a dialog whose work takes a second: it stays until that is done, and says in it what went wrong.
type ask struct {
	d     *widgets.Dialog
	busy  bool
	says  string // on its button
	clean func() // wipes what was typed
	gone  bool   // it was closed meanwhile
	begun bool   // what was begun only comes first: closing the dialog calls off what it is about
}

// during does work that calls back, with the button saying so meanwhile.
func (a *ask) during(saying string, work func(done func(error)), well func()) error {
	if a.busy {
		return widgets.Said(errWaits)
	}
	a.busy = true
	a.d.SetConfirm(saying)
	work(func(err error) {
		a.busy = false
		if a.gone {
			if err == nil && !a.begun && well != nil {
				well() // it is done all the same
			}
			return
		}
		a.d.SetConfirm(a.says)
		if err != nil {
			a.d.SetError(sayWrong(err))
			return
		}
		a.d.Finish()
		if well != nil {
			well()
		}
	})
	return widgets.Said(errWaits)
}

func sayWrong(err error) string {
	var mistyped notes.Invalid
	switch {
	case errors.Is(err, notes.ErrSecret) && errors.As(err, &mistyped): // a recovery key
		return mistyped.Why
	case errors.Is(err, notes.ErrSecret):
		return voice.T("That isn't the passphrase for this journal.")
	}
	return widgets.Sentence(err)
}

func (a *ask) show(first fyne.Focusable) {
	a.d.OnClose = func(bool) {
		a.gone = true
		a.clean()
	}
	a.d.Show(first)
}

// current is the field for the passphrase that the journal has.
func current(key string) *widgets.SecretField {
	return widgets.NewSecretField(key, voice.T("Current passphrase"), "")
}

// ShowChange asks for the passphrase and for a new one.
func ShowChange(at fyne.Canvas, own []string, change func(secret notes.Secret, to string, done func(error)), well func()) {
	old := current("change.current")
	showChosen(at, own, voice.T("Change the passphrase"), old, nil, func(to string, done func(error)) {
		change(notes.Secret{Passphrase: old.Text()}, to, done)
	}, well)
}

// ShowAnew asks for a new passphrase after the recovery key opened the journal.
func ShowAnew(at fyne.Canvas, own []string, change func(to string, done func(error)), well func()) {
	say := text(voice.T("Your recovery key opened the journal. Choose a new passphrase to replace the one you forgot."))
	showChosen(at, own, voice.T("Choose a new passphrase"), nil, say, change, well)
}

func showChosen(
	at fyne.Canvas, own []string, title string, old *widgets.SecretField, say fyne.CanvasObject, change func(string, func(error)), well func(),
) {
	a := &ask{says: voice.T("Change passphrase")}
	agreed := false // to one that is easily guessed
	c := NewChooser(voice.T("Without your passphrase or recovery key, nobody can open your journal. Neither can be reset."), own, func() {
		if agreed = false; a.d != nil {
			a.d.Relayout()
		}
	})
	a.clean = c.Wipe
	var parts []fyne.CanvasObject
	first := c.First.Entry
	if say != nil {
		parts = append(parts, say)
	}
	if old != nil {
		parts, first = append(parts, old.Content), old.Entry
		a.clean = func() { old.Wipe(); c.Wipe() }
	}
	parts = append(parts, c.Content, small(
		voice.T("Older backups keep the old passphrase. Your recovery key stays the same.")))
	a.d = widgets.NewDialog(at, title, a.says, func() error {
		to, err := c.Chosen()
		if err != nil {
			return err
		}
		if c.Weak() && !agreed && !a.busy {
			AskWeak(at, func() {
				agreed = true
				a.d.Confirm()
			}, func() {})
			return widgets.Said(errWaits)
		}
		return a.during(voice.T("Changing …"), func(done func(error)) { change(to, done) }, well)
	}, parts...).Wide(520)
	a.show(first)
}

// ShowOff asks whether to take protection off.
func ShowOff(at fyne.Canvas, off func(secret notes.Secret, done func(error)), well func()) {
	a := &ask{says: voice.T("Turn protection off"), begun: true}
	old := current("off.current")
	a.clean = old.Wipe
	a.d = widgets.NewDialog(at, voice.T("Turn protection off"), a.says, func() error {
		return a.during(voice.T("Turning off …"), func(done func(error)) { off(notes.Secret{Passphrase: old.Text()}, done) }, well)
	}, text(
		voice.T("Your journal becomes a plain file again. Anyone with this disk can read it.")), old.Content).Wide(480)
	a.show(old.Entry)
}

// ShowSalvage asks for what opens a damaged journal, and has it read; off is called where that is called off.
func ShowSalvage(at fyne.Canvas, read func(secret notes.Secret, done func(error)), off func()) {
	a := &ask{says: voice.T("Save what can be read")}
	field := widgets.NewSecretField("salvage.secret", voice.T("Passphrase or recovery key"), "")
	over := false
	a.clean = func() {
		field.Wipe()
		if !over && !a.busy {
			off()
		}
	}
	a.d = widgets.NewDialog(at, voice.T("Save what can be read"), a.says, func() error {
		return a.during(voice.T("Reading …"), func(done func(error)) {
			read(notes.SecretOf(field.Text()), func(err error) {
				over = err == nil
				done(err)
				if !over && a.gone {
					off()
				}
			})
		}, nil)
	}, text(
		voice.T("Handback needs your passphrase to read the journal. The new one opens with it too.")), field.Content).Wide(480)
	a.show(field.Entry)
}

// ShowKeychain asks for the passphrase before the key goes into the system's keychain, or out of it.
func ShowKeychain(at fyne.Canvas, keep bool, set func(secret notes.Secret, done func(error)), well func()) {
	title, says := voice.T("Open without asking"), voice.T("Keep the key")
	what := voice.T("The system keychain keeps the key on this computer. Then anyone who is signed in as you can open your journal.")
	if !keep {
		title, says = voice.T("Ask every time"), voice.T("Don't keep the key")
		what = voice.T("Handback removes the key from the system keychain, and asks for your passphrase each time.")
	}
	a := &ask{says: says}
	old := current("keychain.current")
	a.clean = old.Wipe
	a.d = widgets.NewDialog(at, title, a.says, func() error {
		return a.during(voice.T("Checking …"), func(done func(error)) { set(notes.Secret{Passphrase: old.Text()}, done) }, well)
	}, text(what), old.Content).Wide(480)
	a.show(old.Entry)
}
