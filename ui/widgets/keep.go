package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// keyed is a widget that Keep finds again by its key.
type keyed interface{ FocusKey() string }

// keeper is a keyed widget with a state of its own that outlives a rebuild.
type keeper interface {
	keyed
	keptState() any
	restoreState(state any)
}

// pointable is a control that shows no ring while the pointer had brought the focus.
type pointable interface {
	pointed() bool
	point()
}

// Keep runs rebuild, which replaces what root shows, and puts back what the
// user had: the focus (on the control with the same Key, or where that is gone on
// its like in the next row, or what came after it), the offset of every Scroll with a Key, open folds,
// and the caret of a field. Root stays the same object; what is below it may all
// be new.
func Keep(at fyne.Canvas, root fyne.CanvasObject, rebuild func()) {
	HideTip(at) // what it is about may be gone
	before := remember(at, root)
	rebuild()
	before.restore(at, root)
}

type memory struct {
	focus   []string // keys: what had the focus, then what may take its place; none if not below root
	pointed bool     // the pointer had brought the focus
	offsets map[string]float32
	states  map[string]any
}

func remember(at fyne.Canvas, root fyne.CanvasObject) memory {
	m := memory{offsets: map[string]float32{}, states: map[string]any{}}
	var before []string
	var focused fyne.Focusable
	if at != nil {
		focused = at.Focused()
	}
	walk(root, func(o fyne.CanvasObject) bool {
		if s, ok := o.(*Scroll); ok && s.Key != "" {
			m.offsets[s.Key] = s.Offset()
		}
		if k, ok := o.(keeper); ok && k.FocusKey() != "" {
			m.states[k.FocusKey()] = k.keptState()
		}
		k, ok := o.(keyed)
		if _, can := o.(fyne.Focusable); !ok || !can || focused == nil {
			return true
		}
		switch {
		case len(m.focus) > 0 || o == focused.(fyne.CanvasObject):
			m.focus = append(m.focus, k.FocusKey())
		default:
			before = append(before, k.FocusKey())
		}
		return true
	})
	if len(m.focus) > 0 {
		c, ok := focused.(pointable)
		m.pointed = ok && c.pointed()
		slices.Reverse(before)
		m.focus = append(m.focus, before...)
		gone := m.focus[0]
		slices.SortStableFunc(m.focus[1:], func(a, b string) int { return unlike(a, gone) - unlike(b, gone) })
	}
	return m
}

// unlike is 0 for the keys of the same place in two rows of one list, which differ
// in one part only ("owe/7/done" and "owe/9/done"), and otherwise 1.
func unlike(a, b string) int {
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	if len(x) != len(y) {
		return 1
	}
	same := 0
	for i := range x {
		if x[i] == y[i] {
			same++
		}
	}
	if same > 0 && same == len(x)-1 {
		return 0
	}
	return 1
}

func (m memory) restore(at fyne.Canvas, root fyne.CanvasObject) {
	now := map[string]fyne.Focusable{}
	var scrolls []*Scroll
	walk(root, func(o fyne.CanvasObject) bool {
		if s, ok := o.(*Scroll); ok && s.Key != "" {
			scrolls = append(scrolls, s)
		}
		if k, ok := o.(keeper); ok {
			if state, known := m.states[k.FocusKey()]; known {
				k.restoreState(state)
			}
		}
		if k, ok := o.(keyed); ok {
			if f, can := o.(fyne.Focusable); can && now[k.FocusKey()] == nil {
				now[k.FocusKey()] = f
			}
		}
		return true
	})
	for _, s := range scrolls {
		if offset, known := m.offsets[s.Key]; known {
			s.relayout()
			s.ScrollTo(offset)
		}
	}
	if at != nil {
		m.restoreFocus(at, now)
	}
}

// restoreFocus gives the focus to the first of the remembered controls that is among those of now.
func (m memory) restoreFocus(at fyne.Canvas, now map[string]fyne.Focusable) {
	for _, key := range m.focus {
		f := now[key]
		if f == nil {
			continue
		}
		if c, ok := f.(pointable); ok && m.pointed {
			c.point()
		}
		if at.Focused() != f {
			at.Focus(f)
		}
		return
	}
}
