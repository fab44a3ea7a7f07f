package widgets

import (
	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// Offered is the list of what a field of one line can go on with, below the field. It never takes the focus: typing goes on. Enter
// is the field's as long as nothing was chosen by an arrow; Tab takes the first.
type Offered struct {
	// Content is what is shown.
	Content *fyne.Container
	entry   *Entry
	items   []Suggestion
	chosen  int // -1 is none yet
}

// mostOffered is how many are shown.
const mostOffered = 4

// NewOffered makes the list below an entry, which has nothing to offer yet.
func NewOffered(e *Entry) *Offered {
	o := &Offered{Content: VStack(0), entry: e, chosen: -1}
	e.OnTab = func() bool { return len(o.items) > 0 }
	return o
}

// Show offers items, in the place of others.
func (o *Offered) Show(items []Suggestion) {
	o.items, o.chosen = items[:min(len(items), mostOffered)], -1
	o.draw()
}

// Texts are what is offered.
func (o *Offered) Texts() (all []string) {
	for _, s := range o.items {
		all = append(all, s.Text)
	}
	return all
}

func (o *Offered) draw() {
	rows := make([]fyne.CanvasObject, len(o.items))
	for i, item := range o.items {
		ground := Box(look.C().Background, 6)
		if i == o.chosen {
			ground.FillColor = look.C().Selection
		}
		rows[i] = Over(newPick(func() { o.take(i) }), ground, Pad(3, 10, 3, 10, HStack(0, Text(item.Text), Grow())))
	}
	o.Content.Objects = rows
	o.Content.Refresh()
}

func (o *Offered) take(i int) {
	item := o.items[i]
	caret := o.entry.Caret()
	typed := []rune(o.entry.Text)
	from := max(0, caret-item.Replace)
	o.Show(nil)
	o.entry.SetText(string(typed[:from]) + item.Insert + string(typed[caret:]))
	o.entry.SetCaret(from + len([]rune(item.Insert)))
}

// Key takes the keys that choose, while something is offered.
func (o *Offered) Key(event *fyne.KeyEvent) bool {
	n := len(o.items)
	if n == 0 {
		return false
	}
	switch event.Name {
	case fyne.KeyDown:
		o.chosen = (o.chosen + 1) % n
	case fyne.KeyUp:
		if o.chosen--; o.chosen < 0 {
			o.chosen = n - 1
		}
	case fyne.KeyTab:
		o.take(max(o.chosen, 0))
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		if o.chosen < 0 {
			return false
		}
		o.take(o.chosen)
		return true
	default:
		return false
	}
	o.draw()
	return true
}
