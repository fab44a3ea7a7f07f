package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// resting is a window with tooltips and a clock that the test moves.
type resting struct {
	at      fyne.Canvas
	private bool
	waits   func() // what comes after the delay; nil for nothing
	delay   time.Duration
}

// withTips shows content with tooltips.
func withTips(t *testing.T, content fyne.CanvasObject, width, height float32) *resting {
	t.Helper()
	root := Over(NewGround(), content)
	r := &resting{at: show(t, root, width, height)}
	bubble := UseTips(r.at, &Tips{
		After: func(d time.Duration, f func()) func() {
			r.delay, r.waits = d, f
			return func() { r.waits = nil }
		},
		Private: func() bool { return r.private },
	})
	root.Layout, root.Objects = Free(fyne.NewSize(10, 10), func(size fyne.Size) {
		place(root.Objects[0], 0, 0, size.Width, size.Height)
		place(root.Objects[1], 0, 0, size.Width, size.Height)
	}).Layout, append(root.Objects, bubble)
	root.Refresh()
	t.Cleanup(func() { ForgetTips(r.at) })
	return r
}

// point moves the pointer on an object as the driver does: the innermost hoverable there is told.
func (r *resting) point(to fyne.CanvasObject, told desktop.Hoverable) {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject(to).Add(fyne.NewPos(3, 3))
	e := &desktop.MouseEvent{}
	e.AbsolutePosition = where
	told.MouseIn(e)
	told.MouseMoved(e)
}

func (r *resting) rest() {
	if f := r.waits; f != nil {
		r.waits = nil
		f()
	}
}

func (r *resting) ground() *Ground { return r.at.Content().(*fyne.Container).Objects[0].(*Ground) }

func TestATooltipComesAfterTheDelayAndGoesWithThePointer(t *testing.T) {
	b := WithTip(NewButton("print", Outlined, "print", "", nil), "Print", "Ctrl+P")
	r := withTips(t, VStack(0, HStack(0, b)), 600, 300)
	r.point(b, b)
	if TipShown(r.at) != "" || r.delay != 600*time.Millisecond {
		t.Errorf("at once it says %q; it waits %v", TipShown(r.at), r.delay)
	}
	r.rest()
	if TipShown(r.at) != "Print  Ctrl+P" {
		t.Errorf("it says %q", TipShown(r.at))
	}
	b.MouseOut()
	if TipShown(r.at) != "" {
		t.Error("it stays when the pointer leaves")
	}
	r.point(b, b)
	b.MouseOut()
	r.rest()
	if TipShown(r.at) != "" {
		t.Error("it comes though the pointer has left")
	}
}

func TestWhatEndsATooltip(t *testing.T) {
	b := WithTip(NewButton("print", Outlined, "print", "", nil), "Print", "")
	list := NewScroll("list", VStack(0, HStack(0, b), Gap(900)))
	r := withTips(t, list, 600, 300)
	for name, act := range map[string]func(){
		"a press":        func() { b.MouseDown(&desktop.MouseEvent{}) },
		"a menu":         func() { ShowMenu(b, MenuItem{Text: "x"}) },
		"a blank screen": func() { ShowBlank(r.at, "Hidden", "Show", func() {}) },
		"the wheel":      func() { list.ScrollTo(10) },
		"a rebuild":      func() { Keep(r.at, list, func() {}) },
	} {
		for _, when := range []string{"in view", "on its way"} {
			t.Run(name+", "+when, func(t *testing.T) {
				b.MouseOut()
				r.point(b, b)
				if when == "in view" {
					if r.rest(); TipShown(r.at) == "" {
						t.Fatal("it does not come")
					}
				}
				act()
				r.rest()
				if TipShown(r.at) != "" {
					t.Error("it stays")
				}
				for _, o := range r.at.Overlays().List() {
					r.at.Overlays().Remove(o)
				}
				list.ScrollTo(0)
			})
		}
	}
}

func TestATextThatIsCutSaysAllOfItsself(t *testing.T) {
	const long = "Draft the rollout plan with the platform team and send it round before the offsite"
	cut, whole := NewElided(14, Plain(long)), NewElided(14, Plain("short"))
	row := NewRow("row", RowOneLine, HStack(8, Grow(cut)), nil)
	day := Tipped(Small("4 Dec"), "Thursday 4 December 2025")
	r := withTips(t, VStack(0, row, HStack(8, Width(80, NewElided(14, Plain(long))), day), HStack(0, Grow(whole))), 220, 300)
	r.point(cut, row)
	if r.rest(); TipShown(r.at) != long {
		t.Errorf("in a row it says %q", TipShown(r.at))
	}
	row.MouseOut()
	r.point(day, r.ground())
	if r.rest(); TipShown(r.at) != "Thursday 4 December 2025" {
		t.Errorf("a day says %q", TipShown(r.at))
	}
	r.point(whole, r.ground())
	if r.rest(); TipShown(r.at) != "" {
		t.Errorf("what is not cut says %q", TipShown(r.at))
	}
	if size := r.at.Size(); len(strings.Fields(long)) < 5 || size.Width != 220 {
		t.Fatalf("the window is %v", size)
	}
}

func TestNothingPrivateIsSaidWhileAnotherLooksOn(t *testing.T) {
	cut := NewElided(14, Plain("todo Ben: talk to Cleo about the reorganisation of the other team"))
	row := NewRow("row", RowOneLine, HStack(8, Grow(cut)), nil)
	disc := WithPrivateTip(NewDiscButton("disc", "Cleo Diaz", "", 24, true, nil), "Talked through with Cleo")
	b := WithTip(NewButton("search", Quiet, "search", "", nil), "Search these notes", "")
	r := withTips(t, VStack(0, row, HStack(8, disc, b)), 220, 300)
	r.private = true
	r.point(cut, row)
	if r.rest(); TipShown(r.at) != "" {
		t.Errorf("a line says %q", TipShown(r.at))
	}
	row.MouseOut()
	r.point(disc, disc)
	if r.rest(); TipShown(r.at) != "" {
		t.Errorf("a disc says %q", TipShown(r.at))
	}
	disc.MouseOut()
	r.point(b, b)
	if r.rest(); TipShown(r.at) != "Search these notes" {
		t.Errorf("a button says %q", TipShown(r.at))
	}
	b.MouseOut()

	r.private = false
	r.point(cut, row)
	r.private = true // the meeting began meanwhile
	if r.rest(); TipShown(r.at) != "" {
		t.Errorf("after all a line says %q", TipShown(r.at))
	}
}

func TestATooltipOfADialogLiesOverIt(t *testing.T) {
	b := WithTip(NewButton("cal", Quiet, "cal", "", nil), "Pick a day", "")
	r := withTips(t, Text(""), 600, 500)
	d := NewDialog(r.at, "When?", "OK", func() error { return nil }, HStack(0, b))
	d.Show(nil)
	r.point(b, b)
	r.rest()
	if TipShown(r.at) != "Pick a day" || !d.sheet.bubble.Visible() {
		t.Errorf("it says %q, over the dialog: %v", TipShown(r.at), d.sheet.bubble.Visible())
	}
	if top, end := d.sheet.bubble.Position(), d.sheet.bubble.Size(); top.X < 0 || top.X+end.Width > 600 || end.Height < 10 {
		t.Errorf("it lies at %v, %v", top, end)
	}
	d.Close()
	if TipShown(r.at) != "" {
		t.Error("it outlives the dialog")
	}
}
