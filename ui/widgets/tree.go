package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Parent is a widget with objects inside that Keep shall find. Containers and
// the widgets of this package are known without it.
type Parent interface {
	// Children are the objects inside, in the order of Tab.
	Children() []fyne.CanvasObject
}

type parent interface{ children() []fyne.CanvasObject }

// walk visits an object and all inside it until visit returns false.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject) bool) bool {
	if o == nil {
		return true
	}
	if !visit(o) {
		return false
	}
	for _, child := range childrenOf(o) {
		if !walk(child, visit) {
			return false
		}
	}
	return true
}

func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case parent:
		return o.children()
	case Parent:
		return o.Children()
	}
	return nil
}

// Reveal scrolls every Scroll round an object so that the object is seen: for what is chosen without having the focus.
func Reveal(target fyne.CanvasObject) { reveal(target) }

// RevealIn is Reveal of what may not be drawn yet, so that Fyne knows neither its window nor where it stands.
func RevealIn(at fyne.Canvas, target fyne.CanvasObject) {
	root := at.Content()
	if top := at.Overlays().Top(); top != nil {
		root = top
	}
	for _, scroll := range scrollsRound(root, target) {
		if top, in := below(scroll.content, target); in {
			scroll.Reveal(top-8, top+target.Size().Height+8)
		}
	}
}

// below is how far an object stands below the top of what holds it.
func below(holder, target fyne.CanvasObject) (y float32, in bool) {
	if holder == target {
		return 0, true
	}
	for _, child := range childrenOf(holder) {
		if y, in := below(child, target); in {
			return child.Position().Y + y, true
		}
	}
	return 0, false
}

// reveal scrolls every Scroll round an object so that the object is seen.
func reveal(target fyne.CanvasObject) {
	if at := canvasOf(target); at != nil {
		RevealIn(at, target)
	}
}

// scrollsRound finds the scrolls that target stands in, the outermost first.
func scrollsRound(root, target fyne.CanvasObject) []*Scroll {
	if root == target {
		return []*Scroll{}
	}
	for _, child := range childrenOf(root) {
		if found := scrollsRound(child, target); found != nil {
			if s, ok := root.(*Scroll); ok {
				found = append([]*Scroll{s}, found...)
			}
			return found
		}
	}
	return nil
}

// fitAround lays out anew what target stands in: it is higher or lower now.
func fitAround(target fyne.CanvasObject) {
	at := canvasOf(target)
	if at == nil {
		return
	}
	root := at.Content()
	if top := at.Overlays().Top(); top != nil {
		root = top
	}
	for _, scroll := range scrollsRound(root, target) {
		scroll.relayout()
	}
	if s, ok := root.(*sheet); ok {
		s.Refresh()
	}
}
