package widgets

import "fyne.io/fyne/v2"

// keyed is a widget that Keep finds again by its key.
type keyed interface{ FocusKey() string }

// keeper is a keyed widget with a state of its own that outlives a rebuild.
type keeper interface {
	keyed
	keptState() any
	restoreState(state any)
}

// Keep runs rebuild, which replaces what root shows, and puts back what the
// user had: the focus (on the control with the same Key), the offset of every
// Scroll with a Key, open folds, and the caret of a field. Root stays the same
// object; what is below it may all be new.
func Keep(at fyne.Canvas, root fyne.CanvasObject, rebuild func()) {
	before := remember(at, root)
	rebuild()
	before.restore(at, root)
}

type memory struct {
	focus   string // key of what had the focus, "" if that was not below root
	offsets map[string]float32
	states  map[string]any
}

func remember(at fyne.Canvas, root fyne.CanvasObject) memory {
	m := memory{offsets: map[string]float32{}, states: map[string]any{}}
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
		if k, ok := o.(keyed); ok && focused != nil && o == focused.(fyne.CanvasObject) {
			m.focus = k.FocusKey()
		}
		return true
	})
	return m
}

func (m memory) restore(at fyne.Canvas, root fyne.CanvasObject) {
	var focus fyne.Focusable
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
		if k, ok := o.(keyed); ok && m.focus != "" && k.FocusKey() == m.focus && focus == nil {
			focus, _ = o.(fyne.Focusable)
		}
		return true
	})
	for _, s := range scrolls {
		if offset, known := m.offsets[s.Key]; known {
			s.relayout()
			s.ScrollTo(offset)
		}
	}
	if at != nil && focus != nil && at.Focused() != focus {
		at.Focus(focus)
	}
}
