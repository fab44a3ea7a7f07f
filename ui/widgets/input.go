package widgets

import "fyne.io/fyne/v2"

// input is what can be changed in a form, as a text: what is typed, or chosen.
type input struct {
	key    string
	object fyne.CanvasObject
	value  func() string
	set    func(value string)         // as if the user did; a choice that is not offered is left as it is
	listen func(before, after func()) // calls them around what else is done about each change
}

// typed reports whether what differs from before is the user's own: a text that the form itself offers is not, nor is one
// choice of several.
func (in input) typed() bool {
	switch o := in.object.(type) {
	case *Entry:
		return o.offered == nil || *o.offered != o.Text
	case *Checkbox:
		return true
	}
	return false
}

const (
	ticked   = "on"
	unticked = "off"
)

// inputOf is an object as an input; false where it is none.
func inputOf(o fyne.CanvasObject) (input, bool) {
	in := input{object: o}
	switch o := o.(type) {
	case *Entry:
		in.key = o.Key
		in.value = func() string { return o.Text }
		in.set = o.SetText
		in.listen = func(before, after func()) { o.OnChanged = around(o.OnChanged, before, after) }
	case *selectBox:
		in.key = o.Key
		in.value = func() string { return o.of.text() }
		in.set = func(value string) { setChoice(o.of.options, value, o.of.choose) }
		in.listen = func(before, after func()) { o.of.change = around(o.of.change, before, after) }
	case *Segmented:
		in.key = o.Key
		in.value = func() string {
			if o.chosen < 0 || o.chosen >= len(o.names) {
				return ""
			}
			return o.names[o.chosen]
		}
		in.set = func(value string) { setChoice(o.names, value, o.choose) }
		in.listen = func(before, after func()) { o.change = around(o.change, before, after) }
	case *Checkbox:
		in.key = o.Key
		in.value = func() string {
			if o.on {
				return ticked
			}
			return unticked
		}
		in.set = func(value string) {
			if o.on != (value == ticked) {
				o.toggle()
			}
		}
		in.listen = func(before, after func()) { o.change = around(o.change, before, after) }
	}
	if e, is := o.(*Entry); is && e.secret {
		return in, false // what is typed there is kept nowhere
	}
	return in, in.key != ""
}

// setChoice chooses what has a name; nothing, which is -1, has none.
func setChoice(names []string, name string, choose func(int)) {
	if name == "" {
		choose(-1)
		return
	}
	for i, n := range names {
		if n == name {
			choose(i)
			return
		}
	}
}

func around[T any](changed func(T), before, after func()) func(T) {
	return func(to T) {
		before()
		if changed != nil {
			changed(to)
		}
		after()
	}
}
