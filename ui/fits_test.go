package ui

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"handback/notes"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

// picturesTo is the folder that the test below leaves a picture of every screen in, where the environment names one.
const picturesTo = "HANDBACK_PICTURES"

// longName is a person's whose names fill a line by themselves.
const longName = "Maximiliane-Alexandrina von Hohenstein-Wittgenstein"

// viewsOf are the places in which each screen is looked at: those of a person for one with much in the journal.
func (w *window) viewsOf(sc screen) map[string]room.Place {
	w.t.Helper()
	who := w.report()
	name := strings.ReplaceAll(string(sc.id), " ", "-")
	views := map[string]room.Place{}
	switch {
	case sc.id == room.Meeting:
		views[name] = w.placesOf(sc)[0]
	case sc.tabOf != nil, slices.Contains([]room.Screen{room.Handover, room.TheirFile, room.Erasing}, sc.id):
		views[name] = room.Place{Screen: sc.id, Person: who}
	default:
		views[name] = room.Place{Screen: sc.id}
	}
	switch sc.id {
	case room.TheirFile:
		views[name+"-held"] = room.Place{Screen: sc.id, Person: who, Part: "held"}
		views[name+"-mine"] = room.Place{Screen: sc.id, Person: w.Me().ID}
	case room.TheirPage:
		views[name+"-turned"] = room.Place{Screen: sc.id, Person: who, Part: theirpage.Turned}
	case room.Review:
		for _, part := range []string{"this-year/prose", "this-year/page", "this-year/held", "since:2025-01-01:/pack", "this-year/turned"} {
			views[name+"-"+strings.ReplaceAll(part, "/", "-")] = room.Place{Screen: sc.id, Person: who, Part: part}
		}
	case room.Notes:
		views["my-journal"] = room.Place{Screen: sc.id, Person: w.Me().ID}
		views[name+"-folded"] = room.Place{Screen: sc.id, Person: who, Part: note.Folded}
	case room.Search:
		views[name+"-hits"] = room.Place{Screen: sc.id, Text: "plan"}
		views[name+"-filters"] = room.Place{Screen: sc.id, Text: `plan -"not this one" -kafka #platform label:todo after:2020 before:2040`, Person: who}
		views[name+"-wrong"] = room.Place{Screen: sc.id, Text: "plan person:" + longName + " label:nothing"}
	}
	return views
}

// TestEveryScreenFitsItsWindow walks every screen in narrow, usual and very wide windows, in the usual and in the largest
// text: nothing that is tapped reaches out of the window or of what holds it, and no text is cut.
func TestEveryScreenFitsItsWindow(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	report := w.Person(w.report())
	report.Name = longName
	w.apply(notes.Change{Rows: []notes.Row{report}})
	for _, size := range []fyne.Size{{Width: 1000, Height: 640}, {Width: 1280, Height: 800}, {Width: 2560, Height: 1440}} {
		for _, scale := range []string{"1.0", "1.5"} {
			w.guard = 0
			w.lookAt(size, "light", scale)
			for _, sc := range screens {
				t.Run(fmt.Sprintf("%.0f wide, text %s, %s", size.Width, scale, sc.id), func(t *testing.T) {
					w.t = t
					for name, p := range w.viewsOf(sc) {
						w.guard = 0 // nobody looks on any more: otherwise it is asked first, and the dialog alone is looked at
						w.visit(p)
						w.fits(name)
						w.picture(fmt.Sprintf("%.0f-%s-light-%s", size.Width, scale, name))
					}
				})
			}
		}
	}
}

// TestPicturesOfTheDarkScreens leaves the pictures that the test above does not: for who looks at them.
func TestPicturesOfTheDarkScreens(t *testing.T) {
	if os.Getenv(picturesTo) == "" {
		t.Skip(picturesTo + " names no folder for them")
	}
	w := sampleWindow(t)
	w.lookAt(fyne.NewSize(1280, 800), "dark", "1.0")
	for _, sc := range screens {
		for name, p := range w.viewsOf(sc) {
			w.guard = 0
			w.visit(p)
			w.picture("1280-1.0-dark-" + name)
		}
	}
}

// lookAt gives the window a size, colours and a text size.
func (w *window) lookAt(size fyne.Size, mode, scale string) {
	w.t.Helper()
	w.visit(room.Place{Screen: room.Today})
	w.apply(notes.Change{Rows: []notes.Row{
		notes.PutSetting{Key: settingMode, Value: mode},
		notes.PutSetting{Key: settingScale, Value: scale},
	}})
	w.lookChanged()
	w.win.Resize(size)
	w.settle()
}

func (w *window) picture(name string) {
	w.t.Helper()
	folder := os.Getenv(picturesTo)
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		w.t.Fatal(err)
	}
	if err := png.Encode(f, w.win.Canvas().Capture()); err != nil {
		w.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		w.t.Fatal(err)
	}
}

// fits reports what the screen in view does not hold.
func (w *window) fits(name string) {
	w.t.Helper()
	f := fitting{w: w, name: name}
	f.look(w.win.Canvas().Content(), span{0, w.win.Canvas().Size().Width}, 0)
}

// span is from left to right, in the window's units.
type span struct{ left, right float32 }

type fitting struct {
	w    *window
	name string
}

// slack is by how much a thing may reach beyond what holds it: rounding, and what a quiet button or a row's light reaches
// into the margin.
const slack = 10

// look looks at an object within the span that its holders show, and at what is in it.
func (f fitting) look(o fyne.CanvasObject, within span, x float32) {
	if !o.Visible() {
		return
	}
	x += o.Position().X
	own := span{x, x + o.Size().Width}
	switch o := o.(type) {
	case *canvas.Text:
		f.text(o, own, within)
		return
	case interface{ FocusKey() string }:
		if o.FocusKey() != "" && (own.left < within.left-slack || own.right > within.right+slack) {
			f.w.t.Errorf("%s: %q reaches from %.0f to %.0f, of %.0f to %.0f", f.name, o.FocusKey(), own.left, own.right, within.left, within.right)
		}
	}
	if p, ok := o.(*widgets.Para); ok {
		f.shortened(p)
	}
	inner := within
	if o.Size().Width > 0 {
		inner = span{max(within.left, own.left), min(within.right, own.right)}
	}
	for _, child := range inside(o) {
		f.look(child, inner, x)
	}
}

// text reports a text that is cut.
func (f fitting) text(t *canvas.Text, own, within span) {
	drawn := t.MinSize().Width
	switch t.Alignment {
	case fyne.TextAlignTrailing:
		own.left = own.right - drawn
	case fyne.TextAlignCenter:
		middle := (own.left + own.right) / 2
		own = span{middle - drawn/2, middle + drawn/2}
	default:
		own.right = own.left + drawn
	}
	if strings.TrimSpace(t.Text) != "" && (own.left < within.left-slack || own.right > within.right+slack) {
		f.w.t.Errorf("%s: %q is drawn from %.0f to %.0f, of %.0f to %.0f", f.name, t.Text, own.left, own.right, within.left, within.right)
	}
}

// shortened reports a text of which nothing is left but the dots.
func (f fitting) shortened(p *widgets.Para) {
	drawn := inside(p)
	if len(drawn) == 0 {
		return
	}
	if first, ok := drawn[0].(*canvas.Text); ok && strings.TrimSpace(first.Text) == "…" {
		f.w.t.Errorf("%s: of %q only … is left", f.name, p.String())
	}
}

// inside is what an object is drawn from. An entry's text scrolls in it, and is the toolkit's.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case *widgets.Editor, *widget.Entry:
		return nil
	case fyne.Widget:
		if _, typed := o.(interface{ SelectedText() string }); typed {
			return nil
		}
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
