package widgets

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

// frames is a clock that shows one frame after another.
type frames struct {
	at      time.Time
	waiting []func()
}

func (c *frames) now() time.Time { return c.at }

func (c *frames) after(_ time.Duration, f func()) (stop func()) {
	live := true
	c.waiting = append(c.waiting, func() {
		if live {
			f()
		}
	})
	return func() { live = false }
}

// next shows the next frame and reports whether there was one.
func (c *frames) next() bool {
	if len(c.waiting) == 0 {
		return false
	}
	c.at = c.at.Add(frameTime)
	f := c.waiting[0]
	c.waiting = c.waiting[1:]
	f()
	return true
}

// moving lets things move on a clock of the test's own.
func moving(t *testing.T) *frames {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	c := &frames{at: time.Date(2025, 12, 2, 9, 30, 0, 0, time.UTC)}
	Moving(c.after, c.now)
	t.Cleanup(func() { Moving(nil, nil) })
	return c
}

// most is more frames than any motion may have.
const most = 12

// run shows frames until there are none, and tells what was measured at each.
func (c *frames) run(t *testing.T, measure func() float32) (seen []float32) {
	t.Helper()
	begun := c.at
	for c.next() {
		if seen = append(seen, measure()); len(seen) > most {
			t.Fatalf("it moves on and on: %v", seen)
		}
	}
	if d := c.at.Sub(begun); d < 90*time.Millisecond || d > 150*time.Millisecond {
		t.Errorf("it takes %v, not 90 to 150 ms", d)
	}
	return seen
}

func rising(list []float32) bool {
	for i := range list {
		if i > 0 && list[i] < list[i-1] {
			return false
		}
	}
	return len(list) > 3 && list[0] < list[len(list)-1]
}

func TestAFoldOpensAndClosesInFrames(t *testing.T) {
	c := moving(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	f := NewFold("fold", "idea", look.C().Idea, "Ideas", nil, func() fyne.CanvasObject { return Gap(100) })
	below := Text("below")
	w.SetContent(VStack(0, f, below))
	w.Resize(fyne.NewSize(400, 400))
	closed := f.HeightForWidth(400)
	high := func() float32 { return f.HeightForWidth(400) }

	test.Tap(f.head)
	if !f.Open() {
		t.Error("a tap does not open it")
	}
	if high() != closed {
		t.Errorf("it opens with a jump to %.0f", high())
	}
	if seen := c.run(t, high); !rising(seen) || seen[len(seen)-1] != closed+108 {
		t.Errorf("its height is %v, closed %.0f", seen, closed)
	}
	if f.clip != nil {
		t.Error("what it holds stays clipped")
	}
	test.Tap(f.head)
	if seen := c.run(t, func() float32 { return -high() }); !rising(seen) || high() != closed {
		t.Errorf("closing, its height is %v", seen)
	}
	test.Tap(f.head)
	c.next()
	test.Tap(f.head) // before it is open
	c.run(t, high)
	if high() != closed || f.Open() || f.clip != nil {
		t.Errorf("turned round on the way it is %.0f high", high())
	}
}

func TestAMenuComesDownAndAToastComesUp(t *testing.T) {
	c := moving(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	button := NewButton("more", Quiet, "more", "", nil)
	toast := NewToast()
	w.SetContent(VStack(0, button, toast))
	w.Resize(fyne.NewSize(400, 400))

	ShowMenu(button, MenuItem{Text: "One"}, MenuItem{Text: "Two"})
	card := w.Canvas().Overlays().Top().(*sheet).card
	from := card.Position().Y
	seen := c.run(t, func() float32 { return card.Position().Y })
	if !rising(seen) || seen[len(seen)-1] != from+fallFrom {
		t.Errorf("from %.0f the menu goes %v", from, seen)
	}
	w.Canvas().Overlays().Top().(*sheet).hide()

	toast.Say("Done", "Undo", func() {})
	if y := toast.card.Position().Y; y != toastRise {
		t.Errorf("the toast begins at %.0f", y)
	}
	if seen := c.run(t, func() float32 { return -toast.card.Position().Y }); !rising(seen) || toast.card.Position().Y != 0 {
		t.Errorf("the toast goes %v", seen)
	}
	toast.Say("Done again", "", nil) // in the place of the first
	if c.next() || toast.card.Position().Y != 0 {
		t.Error("a toast moves that was there already")
	}
}

func TestAMenuThatGoesAtOnceMovesNoMore(t *testing.T) {
	c := moving(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	button := NewButton("more", Quiet, "more", "", nil)
	w.SetContent(button)
	ShowMenu(button, MenuItem{Text: "One"})
	menu := w.Canvas().Overlays().Top().(*sheet)
	menu.hide()
	at := menu.card.Position()
	for c.next() {
		if menu.card.Position() != at {
			t.Fatal("it moves on")
		}
	}
}

func TestWithoutMotionAllIsThereAtOnce(t *testing.T) {
	c := moving(t)
	Moving(nil, nil)
	f := NewFold("fold", "idea", look.C().Idea, "Ideas", nil, func() fyne.CanvasObject { return Gap(100) })
	closed := f.HeightForWidth(400)
	test.Tap(f.head)
	if f.HeightForWidth(400) != closed+108 || f.clip != nil || len(c.waiting) > 0 {
		t.Errorf("it is %.0f high, %d frames wait", f.HeightForWidth(400), len(c.waiting))
	}
}
