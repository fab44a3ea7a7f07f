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

// Chooser is where a new passphrase is chosen: typed twice or shown, pasted, or made of words that are offered. It says how
// good it is while one types.
type Chooser struct {
	Content  fyne.CanvasObject
	First    *widgets.SecretField
	Again    *widgets.SecretField
	loss     string
	strength *widgets.Para
	own      []string
	changed  func() // its height may be another one
	offered  string // the words that were suggested last
}

// NewChooser makes a chooser; loss says what is lost without the passphrase, own are names that somebody would try first. Changed is
// called where its height may be another one.
func NewChooser(loss string, own []string, changed func()) *Chooser {
	c := &Chooser{loss: loss, own: own, changed: changed, strength: widgets.NewPara(13)}
	c.First = widgets.NewSecretField("passphrase.new", voice.T("New passphrase"), voice.T("e.g. four or five words"))
	c.Again = widgets.NewSecretField("passphrase.again", voice.T("Type it again"), "")
	c.First.OnReveal = func(shown bool) {
		c.Again.Hidden = shown // what one sees is not typed twice
		c.changed()
	}
	c.First.Entry.OnChanged = func(string) { c.judge() }
	c.strength.Lead(19)
	c.Content = widgets.VStack(10, c.First.Content, c.strength, c.Again.TextField,
		widgets.HStack(8,
			widgets.NewSmallButton("passphrase.offer", widgets.Outlined, "", voice.T("Suggest five words"), c.offer), widgets.Grow()))
	c.judge()
	return c
}

// OwnNames are names that somebody who knows the manager would try first.
func OwnNames(people []notes.Person) (own []string) {
	for _, p := range people {
		own = append(append(own, p.Name, p.First()), p.Aliases...)
	}
	return own
}

// judge says how good what stands there is.
func (c *Chooser) judge() {
	s := passphrase.Of(c.First.Text(), c.own...)
	p := look.C()
	ink := map[passphrase.Level]color.Color{passphrase.Weak: p.Stuck, passphrase.Fair: p.Text, passphrase.Strong: p.Primary}[s.Level]
	switch {
	case s.Level == passphrase.Empty:
		c.strength.SetRuns(widgets.Dim(c.loss))
	case c.offered != "" && passphrase.Same(c.offered, c.First.Text()):
		c.strength.SetRuns(widgets.Run{Text: s.Level.String() + " · ", Color: ink, Face: look.SemiBold},
			widgets.Dim(voice.T("Write these words down, and keep them away from this computer.")))
	case s.Why == "":
		c.strength.SetRuns(widgets.Run{Text: s.Level.String(), Color: ink, Face: look.SemiBold})
	default:
		c.strength.SetRuns(widgets.Run{Text: s.Level.String() + " · ", Color: ink, Face: look.SemiBold}, widgets.Dim(s.Why))
	}
	c.changed()
}

// offer puts five random words there, to be seen.
func (c *Chooser) offer() {
	words, err := passphrase.Offer(rand.Reader, passphrase.WordsOffered)
	if err != nil {
		c.First.SetError(widgets.Sentence(err))
		c.changed()
		return
	}
	c.offered = words
	c.First.SetText(words)
	c.First.Reveal(true)
}

// Chosen is the passphrase. What is wrong with it is said at its field.
func (c *Chooser) Chosen() (string, error) {
	typed := c.First.Text()
	if err := passphrase.Check(typed); err != nil {
		c.First.SetError(widgets.Sentence(err))
		return "", widgets.Said(err)
	}
	if !c.First.Shown() && !passphrase.Same(typed, c.Again.Text()) {
		err := notes.Invalid{Field: voice.T("Type it again"), Why: voice.T("The two aren't the same. Type it again, or tick “Show”.")}
		c.Again.SetError(err.Why)
		return "", widgets.Said(err)
	}
	return typed, nil
}

// Weak reports whether the passphrase could be guessed within hours.
func (c *Chooser) Weak() bool {
	return passphrase.Of(c.First.Text(), c.own...).Level == passphrase.Weak
}

// Wipe takes away what was typed.
func (c *Chooser) Wipe() {
	c.First.Wipe()
	c.Again.Wipe()
	c.offered = ""
}
