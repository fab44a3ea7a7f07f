package widgets

import (
	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// NewFieldButton makes a button that looks like a field with a placeholder and its shortcut: what it opens takes the
// typing. Give it a Width.
func NewFieldButton(key, icon, placeholder, shortcut string, onTap func()) *Button {
	b := NewButton(key, Outlined, icon, placeholder, onTap)
	b.shortcut = shortcut
	b.build()
	return b
}

// asField lays a button out like a field: icon and placeholder at the left, the shortcut at the right.
func (b *Button) asField() *fyne.Container {
	return HStack(7, Icon(b.icon, 14, look.C().Muted), Small(b.text), Grow(), KeyHint(b.shortcut))
}
