package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"handback/ui/look"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// TestEveryDialogFitsItsWindow opens every form, the help, and what every command and every control of every screen opens, in a
// small window with the largest text and in a very wide one: no control reaches out, no text is cut that doesn't say itself
// whole in a tooltip, and every placeholder can be read in its field.
func TestEveryDialogFitsItsWindow(t *testing.T) {
	aloneUnderRace(t)
	for _, c := range []struct {
		size  fyne.Size
		scale string
	}{{fyne.NewSize(1000, 640), "1.5"}, {fyne.NewSize(2560, 1440), "1.0"}, {fyne.NewSize(2560, 1440), "1.5"}} {
		w := sampleWindow(t)
		w.lookAt(c.size, "light", c.scale)
		seen := map[string]bool{}
		t.Run(fmt.Sprintf("%.0f wide, text %s", c.size.Width, c.scale), func(t *testing.T) {
			w.t = t
			w.openAll(seen)
			if len(seen) < 40 {
				t.Errorf("only %d were opened: %v", len(seen), seen)
			}
		})
	}
}

// openAll looks at all that opens over the window, and remembers what.
func (w *window) openAll(seen map[string]bool) {
	w.opened = map[string]bool{}
	report := w.Person(w.report())
	report.Name = "Ana " + longName
	w.apply(notes.Change{Rows: []notes.Row{report}})
	for _, a := range asked {
		if a.name == "an area" {
			continue // the sample team has some: a control of theirs opens it
		}
		w.closeAll()
		w.ask(a)
		w.overlayFits("form: "+a.name, seen)
	}
	w.closeAll()
	report.Name = longName
	w.apply(notes.Change{Rows: []notes.Row{report}})
	for _, c := range slices.Clone(w.commands) {
		if slices.Contains([]string{quitID, lockID, blankID, "journal.protect"}, c.id) || strings.HasPrefix(c.id, "go.") {
			continue
		}
		w.closeAll()
		w.visit(room.Place{Screen: room.Prep, Person: w.report()})
		if c.can() {
			w.do(c)
			w.settle()
			if w.journal == nil {
				w.t.Fatalf("%q closes the journal", c.id)
			}
			w.overlayFits("command: "+c.id, seen)
		}
	}
	for _, sc := range screens {
		for name, p := range w.viewsOf(sc) {
			w.closeAll()
			w.visit(p)
			w.screenPlaceholders(name)
			for _, key := range w.openers() {
				w.closeAll()
				w.visit(p)
				o := w.inContent(key)
				tap, is := o.(fyne.Tappable)
				if off, can := o.(fyne.Disableable); o == nil || !is || can && off.Disabled() {
					continue
				}
				tap.Tapped(&fyne.PointEvent{Position: fyne.NewPos(4, 4)})
				w.settle()
				if w.journal == nil {
					w.t.Fatalf("%s: %q closes the journal", name, key)
				}
				w.overlayFits(name+": "+key, seen)
			}
		}
	}
}

// closeAll closes what lies over the window.
func (w *window) closeAll() {
	w.guard = 0
	for range 8 {
		top := w.win.Canvas().Overlays().Top()
		if top == nil {
			return
		}
		w.key(fyne.KeyEscape)
		if w.win.Canvas().Overlays().Top() == top {
			w.win.Canvas().Overlays().Remove(top)
			w.covered = nil
		}
	}
}

// leads are the beginnings of keys whose control leads out of the journal, or opens what is not the window's.
var leads = []string{"first", "problem", "locked", "protect", "moving", "sample", "side."}

// openers are the keys of the controls of the screen in view, one of those that differ in numbers alone.
func (w *window) openers() (keys []string) {
	known := map[string]bool{}
	for _, o := range test.LaidOutObjects(w.win.Canvas().Content()) {
		k, is := o.(interface{ FocusKey() string })
		if _, taps := o.(fyne.Tappable); !is || !taps || !o.Visible() || k.FocusKey() == "" {
			continue
		}
		kind := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, k.FocusKey())
		if known[kind] || w.opened[kind] || slices.ContainsFunc(leads, func(l string) bool { return strings.HasPrefix(kind, l) }) {
			continue
		}
		known[kind], w.opened[kind] = true, true
		keys = append(keys, k.FocusKey())
	}
	return keys
}

// overlayFits looks at what lies over the window, if anything does.
func (w *window) overlayFits(name string, seen map[string]bool) {
	w.t.Helper()
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		return
	}
	seen[name] = true
	if strings.Contains(fmt.Sprintf("%T", top), "OverlayContainer") { // the toolkit's dialog for files, which has a layout of its own
		if all, is := w.win.Canvas().Size(), widgets.FileDialogSize(w.win.Canvas()); is.Width > all.Width || is.Height > all.Height {
			w.t.Errorf("%s: the dialog for files is %v, in a window of %v", name, is, all)
		}
		return
	}
	f := fitting{w: w, name: name}
	size := w.win.Canvas().Size()
	f.look(top, span{0, size.Width}, 0)
	f.reachable(top, fyne.NewPos(0, 0), areaOf(fyne.NewPos(0, 0), size), false)
	f.placeholders(top)
	for _, key := range moreOf(top) { // what is folded in it
		if b, is := w.find(key).(fyne.Tappable); is {
			b.Tapped(&fyne.PointEvent{})
			w.settle()
			f.look(top, span{0, size.Width}, 0)
			f.reachable(top, fyne.NewPos(0, 0), areaOf(fyne.NewPos(0, 0), size), false)
			f.placeholders(top)
		}
	}
	w.picture(fmt.Sprintf("%.0f-%v-%s", size.Width, look.Scale(), strings.NewReplacer("/", "-", ":", "", " ", "-").Replace(name)))
}

// moreOf are the keys of what unfolds the rest of a form.
func moreOf(top fyne.CanvasObject) (keys []string) {
	for _, o := range test.LaidOutObjects(top) {
		if k, is := o.(interface{ FocusKey() string }); is && o.Visible() && strings.HasSuffix(k.FocusKey(), "/more") {
			keys = append(keys, k.FocusKey())
		}
	}
	return keys
}

// reachable reports a control that stands out of the window above or below, where nothing scrolls to it.
func (f fitting) reachable(o fyne.CanvasObject, at fyne.Position, within area, scrolls bool) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if _, is := o.(fyne.Scrollable); is {
		scrolls = true
	}
	if k, is := o.(interface{ FocusKey() string }); is && k.FocusKey() != "" && !scrolls {
		if own := areaOf(at, o.Size()); own.top < within.top-slack || own.bottom > within.bottom+slack {
			f.w.t.Errorf("%s: %q reaches from %.0f to %.0f, in a window %.0f high", f.name, k.FocusKey(), own.top, own.bottom, within.bottom)
		}
	}
	for _, child := range inside(o) {
		f.reachable(child, at, within, scrolls)
	}
}

// placeholders reports those that are cut in their field, where nothing else tells the rest of them.
func (f fitting) placeholders(root fyne.CanvasObject) {
	said := ""
	walkDrawn(root, func(o fyne.CanvasObject) {
		if p, is := o.(*widgets.Para); is {
			said += p.String() + "\n"
		}
	})
	walkDrawn(root, func(o fyne.CanvasObject) {
		e, is := o.(*widgets.Entry)
		if !is || e.PlaceHolder == "" {
			return
		}
		if e.MultiLine {
			f.inLines(e)
			return
		}
		drawn := fyne.MeasureText(e.PlaceHolder, e.Theme().Size(theme.SizeNameText), e.TextStyle).Width
		if room := e.Size().Width - 2*e.Theme().Size(theme.SizeNameInnerPadding); drawn > room && !strings.Contains(said, e.PlaceHolder) {
			f.w.t.Errorf("%s: in %q there is room for %.0f of the %.0f of %q", f.name, e.Key, room, drawn, e.PlaceHolder)
		}
	})
}

// inLines reports a placeholder of several lines, wrapped at its words, that is higher than its field.
func (f fitting) inLines(e *widgets.Entry) {
	size, pad := e.Theme().Size(theme.SizeNameText), e.Theme().Size(theme.SizeNameInnerPadding)
	wide := func(s string) float32 { return fyne.MeasureText(s, size, e.TextStyle).Width }
	room, lines := e.Size().Width-2*pad, 0
	for _, paragraph := range strings.Split(e.PlaceHolder, "\n") {
		line := ""
		lines++
		for _, word := range strings.Fields(paragraph) {
			if wide(word) > room {
				f.w.t.Errorf("%s: in %q there is no room for %q", f.name, e.Key, word)
			}
			if longer := strings.TrimSpace(line + " " + word); line == "" || wide(longer) <= room {
				line = longer
				continue
			}
			line = word
			lines++
		}
	}
	line := fyne.MeasureText("M", size, e.TextStyle).Height
	if high, has := float32(lines)*line, e.Size().Height-2*pad; e.Size().Height > 0 && high > has+slack {
		f.w.t.Errorf("%s: in %q there is room for %.0f of the %.0f that %q is high", f.name, e.Key, has, high, e.PlaceHolder)
	}
}

func (w *window) screenPlaceholders(name string) {
	fitting{w: w, name: name}.placeholders(w.win.Canvas().Content())
}

// inContent is the control of a key in the screen in view, nil where it has gone meanwhile.
func (w *window) inContent(key string) fyne.CanvasObject {
	for _, o := range test.LaidOutObjects(w.win.Canvas().Content()) {
		if k, is := o.(interface{ FocusKey() string }); is && k.FocusKey() == key {
			return o
		}
	}
	return nil
}
