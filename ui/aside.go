package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// asides is the window's Clock. It knows what runs aside: not at a hand that is in the dialog on top, but at a clock, or as the end of
// work that was begun before that dialog was there. What goes wrong then is not that dialog's to say: it would take the place of what
// the dialog says itself, about what was typed into it.
type asides struct {
	Clock
	top   func() fyne.CanvasObject // what lies over the window
	aside bool
}

// as runs f aside, or not.
func (a *asides) as(aside bool, f func()) {
	before := a.aside
	a.aside = aside
	defer func() { a.aside = before }()
	f()
}

// After implements Clock.
func (a *asides) After(d time.Duration, f func()) (stop func()) {
	return a.Clock.After(d, func() { a.as(true, f) })
}

// Background implements Clock.
func (a *asides) Background(work func() error, done func(error)) {
	a.Clock.Background(work, a.ending(done))
}

// Promptly implements Clock.
func (a *asides) Promptly(work func() error, done func(error)) {
	a.Clock.Promptly(work, a.ending(done))
}

// ending is done, aside unless what it was begun in is still on top.
func (a *asides) ending(done func(error)) func(error) {
	aside, top := a.aside, a.top()
	return func(err error) { a.as(aside || a.top() != top, func() { done(err) }) }
}
