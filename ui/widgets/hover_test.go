package widgets

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

func TestARowLightsUpOnceThePointerMovesInIt(t *testing.T) {
	test.NewTempApp(t)
	r := NewRow("row", RowOneLine, Text("a line"), func() {})
	lit := func(when string, want bool) {
		t.Helper()
		if got := r.ground.FillColor == color.Color(look.C().Lit()); got != want {
			t.Errorf("%s: lit %v", when, got)
		}
	}
	lit("at first", false)
	r.MouseIn(nil)
	lit("under a pointer that rests where the row came up", false)
	r.MouseMoved(nil)
	lit("under a pointer that moves", true)
	r.MouseOut()
	lit("without a pointer", false)
}

// TestWhateverIsTappedIsSeenUnderThePointer paints each control without and with the pointer on it, on each ground that it
// may stand on, in both palettes.
func TestWhateverIsTappedIsSeenUnderThePointer(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	t.Cleanup(func() { look.Use(look.ModeLight, 0, 1) })
	nothing := func() {}
	controls := map[string]func() fyne.CanvasObject{
		"primary button":  func() fyne.CanvasObject { return NewButton("k", Primary, "", "Save", nothing) },
		"outlined button": func() fyne.CanvasObject { return NewButton("k", Outlined, "", "Save", nothing) },
		"quiet button":    func() fyne.CanvasObject { return NewButton("k", Quiet, "more", "", nothing) },
		"soft button":     func() fyne.CanvasObject { return NewSmallButton("k", Soft, "", "Undo", nothing) },
		"row":             func() fyne.CanvasObject { return NewRow("k", RowOneLine, Text("a line"), nothing) },
		"chosen row":      func() fyne.CanvasObject { return NewRow("k", RowOneLine, Text("a line"), nothing).Select(true) },
		"checkbox":        func() fyne.CanvasObject { return NewCheckbox("k", "", false, nil) },
		"ticked checkbox": func() fyne.CanvasObject { return NewCheckbox("k", "", true, nil) },
		"chip":            func() fyne.CanvasObject { return NewToggleChip("k", "", "Everyone", false, nothing) },
		"chip that is on": func() fyne.CanvasObject { return NewToggleChip("k", "", "Everyone", true, nothing) },
		"choice":          func() fyne.CanvasObject { return NewSegmented("k", []string{"Mine", "Theirs"}, 1, nil) },
		"tab":             func() fyne.CanvasObject { return newTab("k", "Prep", false, tabSide, nothing) },
		"tab in view":     func() fyne.CanvasObject { return newTab("k", "Prep", true, tabSide, nothing) },
		"field to choose": func() fyne.CanvasObject { return newSelectBox("k", NewSelect("s", "", []string{"One"}, 0, nil)) },
		"disc":            func() fyne.CanvasObject { return NewDiscButton("k", "Ana Ruiz", "", 24, true, nothing) },
	}
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		look.Use(mode, 0, 1)
		p := look.C()
		for ground, c := range map[string]color.NRGBA{"card": p.Surface, "page": p.Background, "sidebar": p.Sidebar} {
			for name, build := range controls {
				t.Run(name+" on the "+ground+", "+string(mode), func(t *testing.T) {
					control := build()
					w := test.NewTempWindow(t, Over(canvas.NewRectangle(c), Pad(20, 20, 20, 20, control)))
					w.Resize(fyne.NewSize(200, 90))
					before := w.Canvas().Capture()
					control.(desktop.Hoverable).MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 10)}})
					if d := furthest(before, w.Canvas().Capture()); d < 8 {
						t.Errorf("no point of it changes by more than %d of 255", d)
					}
				})
			}
		}
	}
}

// TestAButtonThatIsOffLooksIt: a word that does nothing now is not drawn as one that acts.
func TestAButtonThatIsOffLooksIt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	t.Cleanup(func() { look.Use(look.ModeLight, 0, 1) })
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		look.Use(mode, 0, 1)
		for name, kind := range map[string]Kind{"primary": Primary, "outlined": Outlined, "quiet": Quiet, "soft": Soft} {
			t.Run(name+", "+string(mode), func(t *testing.T) {
				b := NewButton("k", kind, "", "Another question", func() {})
				w := test.NewTempWindow(t, Over(canvas.NewRectangle(look.C().Surface), Pad(20, 20, 20, 20, b)))
				w.Resize(fyne.NewSize(240, 90))
				before := w.Canvas().Capture()
				b.SetEnabled(false)
				if d := furthest(before, w.Canvas().Capture()); d < 40 {
					t.Errorf("off, no point of it changes by more than %d of 255", d)
				}
			})
		}
	}
}

// furthest is by how much the point changes that changes most, in its strongest colour.
func furthest(a, b image.Image) (most int) {
	one, other := a.(*image.NRGBA), b.(*image.NRGBA)
	if bytes.Equal(one.Pix, other.Pix) {
		return 0
	}
	for i := range one.Pix {
		most = max(most, int(one.Pix[i])-int(other.Pix[i]), int(other.Pix[i])-int(one.Pix[i]))
	}
	return most
}
