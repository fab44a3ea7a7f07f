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
// user had: the focus (on the control with the same Key, or where that is gone on what came in its place, its like in the
// next row, or what stood after it; a click leads into no field), the offset of every Scroll with a Key, open folds,
// and the caret of a field. Where a dialog lies over root, which the focus comes back from, it comes back there. Root stays
// the same object; what is below it may all be new.
func Keep(at fyne.Canvas, root fyne.CanvasObject, rebuild func()) {
	HideTip(at) // what it is about may be gone
	before := remember(at, root)
	rebuild()
	before.restore(at, root)
}

type memory struct {
	order   []string // the keys of the controls, as they stood
	focused int      // which of them had the focus, -1 for none
	waits   *sheet   // the dialog that gives the focus back to it; nil where it has it
	pointed bool     // the pointer had brought the focus
	offsets map[string]float32
	states  map[string]any
}

func remember(at fyne.Canvas, root fyne.CanvasObject) memory {
	m := memory{focused: -1, offsets: map[string]float32{}, states: map[string]any{}}
	walk(root, func(o fyne.CanvasObject) bool {
		if s, ok := o.(*Scroll); ok && s.Key != "" {
			m.offsets[s.Key] = s.Offset()
		}
		if k, ok := o.(keeper); ok && k.FocusKey() != "" {
			m.states[k.FocusKey()] = k.keptState()
		}
		return true
	})
	if at == nil {
		return m
	}
	controls, order := controlsOf(root)
	m.order = order
	m.find(controls, at.Focused())
	over := at.Overlays().List()
	for i := len(over) - 1; i >= 0 && m.focused < 0; i-- {
		if s, ok := over[i].(*sheet); ok {
			m.find(controls, s.previous)
			m.waits = s
		}
	}
	return m
}

// controlsOf are the controls below root, with their keys.
func controlsOf(root fyne.CanvasObject) (controls []fyne.Focusable, keys []string) {
	walk(root, func(o fyne.CanvasObject) bool {
		if k, ok := o.(keyed); ok {
			if f, can := o.(fyne.Focusable); can {
				controls, keys = append(controls, f), append(keys, k.FocusKey())
			}
		}
		return true
	})
	return controls, keys
}

// find remembers which of the controls has the focus.
func (m *memory) find(controls []fyne.Focusable, focused fyne.Focusable) {
	if focused == nil {
		return
	}
	m.focused = slices.Index(controls, focused)
	c, ok := focused.(pointable)
	m.pointed = ok && c.pointed()
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
		return true
	})
	for _, s := range scrolls {
		if offset, known := m.offsets[s.Key]; known {
			s.relayout()
			s.ScrollTo(offset)
		}
	}
	if m.focused >= 0 {
		m.restoreFocus(at, root)
	}
}

// restoreFocus gives the focus to what had it, or its heir.
func (m memory) restoreFocus(at fyne.Canvas, root fyne.CanvasObject) {
	controls, now := controlsOf(root)
	place := slices.Index(now, m.order[m.focused])
	if place < 0 {
		if m.pointed {
			now = withoutFields(controls, now)
		}
		place = m.heir(now, func(place int) bool {
			c, is := controls[place].(interface{ avoided() bool })
			return is && c.avoided()
		})
	}
	if place < 0 {
		return
	}
	f := controls[place]
	if m.waits != nil {
		m.waits.previous = f
		return
	}
	if c, ok := f.(pointable); ok && m.pointed {
		c.point()
	}
	if at.Focused() != f {
		at.Focus(f)
	}
}

// withoutFields are the keys of some controls, less those that are typed into: whoever clicked something away doesn't want to write there.
func withoutFields(controls []fyne.Focusable, keys []string) []string {
	keys = slices.Clone(keys)
	for i, c := range controls {
		if _, is := c.(interface{ asEntry() *Entry }); is {
			keys[i] = ""
		}
	}
	return keys
}

// heir is the place in now of what gets the focus of a control that is gone, -1 for nothing: what came in its place comes before
// what stood around it, unless that is its like in another row. Those that are avoided are none, but for a like.
func (m memory) heir(now []string, avoided func(place int) bool) int {
	gone, before, after := m.order[m.focused], slices.Clone(m.order[:m.focused]), m.order[m.focused+1:]
	slices.Reverse(before)
	came, others := m.came(now, before, after), append(slices.Clone(after), before...)
	for _, like := range []bool{true, false} {
		for _, key := range append(came, others...) {
			place := slices.Index(now, key)
			if key != "" && place >= 0 && like == (unlike(key, gone) == 0) && (like || !avoided(place)) {
				return place
			}
		}
	}
	return -1
}

// came are the controls that weren't there, and stand now between what stood before the focus and what stood after it.
func (m memory) came(now, before, after []string) (keys []string) {
	from, to := 0, len(now)
	for _, key := range before {
		if i := slices.Index(now, key); i >= 0 {
			from = i + 1
			break
		}
	}
	for _, key := range after {
		if i := slices.Index(now, key); i >= from {
			to = i
			break
		}
	}
	for _, key := range now[from:to] {
		if !slices.Contains(m.order, key) {
			keys = append(keys, key)
		}
	}
	return keys
}
