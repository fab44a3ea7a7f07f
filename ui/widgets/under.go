package widgets

import (
	"slices"

	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// rootOf is what lies on top of a canvas: the dialog or menu, or the window's content.
func rootOf(at fyne.Canvas) fyne.CanvasObject {
	if top := at.Overlays().Top(); top != nil {
		return top
	}
	return at.Content()
}

// under finds the innermost object at a place that want takes, from what is drawn last to what is drawn first. A part that
// is scrolled out of view is not there.
func under(root fyne.CanvasObject, at fyne.Position, want func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if root == nil || !root.Visible() || !holds(root, at) {
		return nil
	}
	for _, child := range slices.Backward(childrenOf(root)) {
		if child == nil {
			continue
		}
		if found := under(child, at.Subtract(child.Position()), want); found != nil {
			return found
		}
	}
	if want(root) {
		return root
	}
	return nil
}

func holds(o fyne.CanvasObject, at fyne.Position) bool {
	size := o.Size()
	return at.X >= 0 && at.Y >= 0 && at.X < size.Width && at.Y < size.Height
}

// rightTap opens the menu that belongs to a place of the window: that of the line with "…" in it, or of the row that
// itself opens or has one.
func rightTap(at fyne.Canvas, where fyne.Position) { openMenuOf(at, where, true) }

// openMenuOf is rightTap, or with byPointer false the same by a key.
func openMenuOf(at fyne.Canvas, where fyne.Position, byPointer bool) {
	if at == nil {
		return
	}
	root := rootOf(at)
	var opens *control
	found := under(root, where.Subtract(root.Position()), func(o fyne.CanvasObject) bool {
		if r, is := o.(*Row); is && r.menu != nil {
			return true
		}
		opens = menuOf(o)
		return opens != nil
	})
	if r, is := found.(*Row); is && r.menu != nil {
		HideTip(at)
		showMenuAt(at, where, r.menu(), byPointer)
		return
	}
	if opens == nil || opens.disabled {
		return
	}
	HideTip(at)
	if !byPointer {
		opens.do()
		return
	}
	opens.under, opens.atTap = &where, true
	defer func() { opens.under, opens.atTap = nil, false }()
	opens.do()
}

// moreIcon is the icon of a button that opens a menu of what can be done with the line that it stands in.
const moreIcon = "more"

// menuOf is what opens the menu of a line, a row, or what opens one itself; nil for all else.
func menuOf(o fyne.CanvasObject) *control {
	switch o := o.(type) {
	case *Button:
		if o.icon == moreIcon {
			return &o.control
		}
	case *Row:
		if o.opensMenu {
			return &o.control
		}
		return onlyMore(o)
	case *fyne.Container:
		switch o.Layout.(type) {
		case *hStack, *stillRow, *besideOrUnder:
			return onlyMore(o)
		}
		return headMore(o)
	}
	return nil
}

// headMore is the one "…" of a card where it stands in the card's first line: it is about all of the card. nil for what is no
// card, and where lines below have one of their own.
func headMore(card *fyne.Container) *control {
	if !isCard(card) {
		return nil
	}
	more := moreIn(card.Objects[1])
	if len(more) != 1 {
		return nil
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	if at(more[0].self).Y > at(card).Y+look.S(headHeight) {
		return nil
	}
	return more[0]
}

// headHeight is how far below its top the "…" of a card's first line can stand, before scaling.
const headHeight = 34

// isCard tells whether an object is a card: a ground, and what lies on it.
func isCard(o *fyne.Container) bool {
	if len(o.Objects) != 2 {
		return false
	}
	ground, is := o.Objects[0].(*fyne.Container)
	if !is {
		return false
	}
	_, is = ground.Layout.(*cardGround)
	return is
}

// mostLine is the most that a line is high, before scaling: what is higher is a part of the page.
const mostLine = 140

// onlyMore is the one "…" that stands in a line, or where there is none the one part of it that opens a menu itself; nil where there
// are several.
func onlyMore(line fyne.CanvasObject) *control {
	if line.Size().Height > look.S(mostLine) {
		return nil
	}
	found := moreIn(line)
	if len(found) == 0 {
		walk(line, func(o fyne.CanvasObject) bool {
			if r, ok := o.(*Row); ok && r.opensMenu && r.Visible() {
				found = append(found, &r.control)
			}
			return true
		})
	}
	if len(found) == 1 {
		return found[0]
	}
	return nil
}

func moreIn(part fyne.CanvasObject) (found []*control) {
	walk(part, func(o fyne.CanvasObject) bool {
		if b, ok := o.(*Button); ok && b.icon == moreIcon && b.Visible() {
			found = append(found, &b.control)
		}
		return true
	})
	return found
}
