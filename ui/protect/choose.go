// Package protect is how a journal gets a passphrase: the page that protects it and shows its recovery key, and the dialogs
// that change the passphrase and take it off again.
package protect

import (
	"crypto/rand"
	"image/color"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/passphrase"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

// chooser is where a new passphrase is chosen: typed twice or shown, pasted, or made of words that are offered. It says how
// good it is while one types.
type chooser struct {
	content  fyne.CanvasObject
	first    *widgets.SecretField
	again    *widgets.SecretField
	strength *widgets.Para
	own      []string
	changed  func() // its height may be another one
}

// newChooser makes a chooser; own are names that somebody would try first.
func newChooser(own []string, changed func()) *chooser {
	c := &chooser{own: own, changed: changed, strength: widgets.NewPara(13)}
	c.first = widgets.NewSecretField("passphrase.new", voice.T("New passphrase"), voice.T("e.g. four or five words"))
	c.again = widgets.NewSecretField("passphrase.again", voice.T("Type it again"), "")
	c.first.OnReveal = func(shown bool) {
		c.again.Hidden = shown // what one sees is not typed twice
		c.changed()
	}
	c.first.Entry.OnChanged = func(string) { c.judge() }
	c.strength.Lead(19)
	c.content = widgets.VStack(10, c.first.Content, c.strength, c.again.TextField,
		widgets.HStack(8,
			widgets.NewSmallButton("passphrase.offer", widgets.Outlined, "", voice.T("Suggest five words"), c.offer), widgets.Grow()))
	c.judge()
	return c
}

// judge says how good what stands there is.
func (c *chooser) judge() {
	s := passphrase.Of(c.first.Text(), c.own...)
	p := look.C()
	ink := map[passphrase.Level]color.Color{passphrase.Weak: p.Stuck, passphrase.Fair: p.Text, passphrase.Strong: p.Primary}[s.Level]
	switch {
	case s.Level == passphrase.Empty:
		c.strength.SetRuns(widgets.Dim(voice.T("Nobody can open your journal without it, and nobody can reset it.")))
	case s.Why == "":
		c.strength.SetRuns(widgets.Run{Text: s.Level.String(), Color: ink, Face: look.SemiBold})
	default:
		c.strength.SetRuns(widgets.Run{Text: s.Level.String() + " · ", Color: ink, Face: look.SemiBold}, widgets.Dim(s.Why))
	}
	c.changed()
}

// offer puts five random words there, to be seen.
func (c *chooser) offer() {
	words, err := passphrase.Offer(rand.Reader, passphrase.WordsOffered)
	if err != nil {
		c.first.SetError(widgets.Sentence(err))
		c.changed()
		return
	}
	c.first.SetText(words)
	c.first.Reveal(true)
}

// chosen is the passphrase. What is wrong with it is said at its field.
func (c *chooser) chosen() (string, error) {
	typed := c.first.Text()
	if err := passphrase.Check(typed); err != nil {
		c.first.SetError(widgets.Sentence(err))
		return "", widgets.Said(err)
	}
	if !c.first.Shown() && !passphrase.Same(typed, c.again.Text()) {
		err := notes.Invalid{Field: voice.T("Type it again"), Why: voice.T("The two aren't the same. Type it again, or tick “Show”.")}
		c.again.SetError(err.Why)
		return "", widgets.Said(err)
	}
	return typed, nil
}

// weak reports whether the passphrase could be guessed within hours.
func (c *chooser) weak() bool {
	return passphrase.Of(c.first.Text(), c.own...).Level == passphrase.Weak
}

func (c *chooser) wipe() {
	c.first.Wipe()
	c.again.Wipe()
}
