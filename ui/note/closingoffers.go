package note

import (
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/ui/widgets"
)

// readOffers reads what is suggested of the note that is closed: it is offered once, with what else is asked.
func (c *closing) readOffers() error {
	c.offers = &offers{host: c.host, key: "closing.suggest", beside: c.beside, covers: true}
	c.offered = container.NewStack()
	n, err := c.now()
	if err != nil {
		return err
	}
	if err := c.offers.read(n); err != nil {
		return err
	}
	c.draw(n)
	return nil
}

// drawOffers draws them anew after an answer.
func (c *closing) drawOffers() {
	n, err := c.now()
	if err == nil {
		err = c.offers.read(n)
	}
	if err != nil {
		c.host.Show(err)
		return
	}
	widgets.Keep(c.host.Window().Canvas(), c.offered, func() { c.draw(n) })
}

func (c *closing) draw(n notes.Note) {
	list := c.offers.of(n, notes.Parse(n.Body, c.host.Context(n.Person, n.Date)))
	if cards := c.offers.cards(n, list); len(cards) > 0 {
		replace(c.offered, widgets.VStack(0, cards...))
		return
	}
	replace(c.offered)
}

// now is the note as it stands.
func (c *closing) now() (notes.Note, error) {
	if n, open := c.host.Draft().Note(); open && n.ID == c.note.ID {
		return n, nil
	}
	return c.host.Journal().Note(c.note.ID)
}
