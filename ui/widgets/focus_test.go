package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

// show puts content into a window of that size.
func show(t *testing.T, content fyne.CanvasObject, width, height float32) fyne.Canvas {
	t.Helper()
	ByKeys()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{})
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w.Canvas()
}

type acted struct{ names []string }

func (a *acted) on(name string) func() { return func() { a.names = append(a.names, name) } }

// everything is one of each control, in the order of Tab.
func everything(a *acted) (fyne.CanvasObject, []string) {
	page := Page("page",
		NewButton("button", Primary, "plus", "Add", a.on("button")),
		NewRow("row", RowOneLine, HStack(8, Text("Row"), Grow()), a.on("row")),
		NewCheckbox("check", "Said", false, func(bool) { a.on("check")() }),
		NewSegmented("who", []string{"Mine", "Shared", "Theirs"}, 1, func(int) { a.on("who")() }),
		NewToggleChip("chip", "tag", "#platform", false, a.on("chip")),
		Tabs("tabs", []string{"Prep"}, 0, false, func(int) { a.on("tabs/Prep")() }),
		NewFold("fold", "growth", look.C().Todo, "Growth", []Run{Dim("moved")}, func() fyne.CanvasObject { return Text("inside") }),
		NewTextField("name", "Name", "Their first name"),
		NewSelect("kind", "Kind", []string{"report", "other"}, 0, func(int) { a.on("kind")() }),
	)
	return page, []string{"button", "row", "check", "who", "chip", "tabs/Prep", "fold", "name", "kind"}
}

func TestTabReachesEveryControlInOrder(t *testing.T) {
	page, keys := everything(&acted{})
	at := show(t, page, 1000, 700)
	for _, key := range keys {
		at.FocusNext()
		got, ok := at.Focused().(keyed)
		if !ok || got.FocusKey() != key {
			t.Fatalf("after Tab the focus is on %T %v, not on %s", at.Focused(), got, key)
		}
	}
}

func TestSpaceAndEnterAct(t *testing.T) {
	a := &acted{}
	page, keys := everything(a)
	at := show(t, page, 1000, 700)
	for _, key := range keys {
		at.FocusNext()
		if key == "name" || key == "kind" || key == "fold" {
			continue // typed into, opened: below
		}
		a.names = nil
		at.Focused().TypedRune(' ')
		at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if len(a.names) != 2 || a.names[0] != key {
			t.Errorf("%s: Space and Enter did %v", key, a.names)
		}
	}
}

func TestEveryControlIsHighEnoughToHit(t *testing.T) {
	page, _ := everything(&acted{})
	line := HStack(
		8,
		NewSmallButton("small", Quiet, "", "Open", nil),
		NewCheckbox("box", "", false, nil),
		NewToggleChip("c", "", "All", true, nil),
	)
	show(
		t,
		VStack(0, page, Card(2, CardHead("Title", "3", NewSmallButton("head", Quiet, "", "Open", nil)), NewRow("r", RowOneLine, line, nil))),
		1000,
		900,
	)
	walk(canvasOf(page).Content(), func(o fyne.CanvasObject) bool {
		if _, ok := o.(fyne.Focusable); ok && o.Size().Height < leastHit {
			t.Errorf("%T %s is %v high", o, o.(keyed).FocusKey(), o.Size().Height)
		}
		return true
	})
}

func TestTheRingIsForTheKeyboard(t *testing.T) {
	first, second := NewButton("first", Primary, "", "First", nil), NewButton("second", Outlined, "", "Second", nil)
	at := show(t, HStack(8, first, second), 400, 100)
	at.FocusNext()
	if !first.ring.Visible() || second.ring.Visible() {
		t.Error("Tab shows no ring, or a second one")
	}
	second.MouseDown(&desktop.MouseEvent{})
	if first.ring.Visible() || second.ring.Visible() || at.Focused() != fyne.Focusable(second) {
		t.Error("a click shows a ring, or does not take the focus")
	}
	second.TypedRune(' ')
	if !second.ring.Visible() {
		t.Error("a key after a click shows no ring")
	}
}

// TestNothingIsRingedAfterTheMouseAlone holds that what opened a menu or a dialog, and has the focus again once that was clicked
// away, is ringed where a key did it, and not where the mouse did.
func TestNothingIsRingedAfterTheMouseAlone(t *testing.T) {
	opens := map[string]func(from *Button) (closes func()){
		"a menu": func(from *Button) func() {
			ShowMenu(from, MenuItem{Text: "Edit"})
			return func() {
				s := canvasOf(from).Overlays().Top().(*sheet)
				s.MouseDown(&desktop.MouseEvent{})
				s.Tapped(&fyne.PointEvent{})
			}
		},
		"a dialog": func(from *Button) func() {
			d := NewDialog(canvasOf(from), "Sure?", "Do it", func() error { return nil })
			d.Show(nil)
			if d.confirm.ring.Visible() == mouseLast {
				t.Errorf("by mouse %v: the dialog begins ringed: %v", mouseLast, d.confirm.ring.Visible())
			}
			return func() {
				d.cancel.MouseDown(&desktop.MouseEvent{})
				d.cancel.Tapped(&fyne.PointEvent{})
			}
		},
	}
	for name, open := range opens {
		dots := NewButton("dots", Quiet, "", "…", nil)
		at := show(t, HStack(8, dots), 600, 400)
		var closes func()
		dots.act = func() { closes = open(dots) }
		dots.MouseDown(&desktop.MouseEvent{})
		dots.Tapped(&fyne.PointEvent{})
		closes()
		if at.Focused() != fyne.Focusable(dots) || dots.ring.Visible() {
			t.Errorf("%s, by mouse: ringed %v, focus at %v", name, dots.ring.Visible(), at.Focused())
		}
		dots.KeyDown(&fyne.KeyEvent{Name: fyne.KeyReturn})
		dots.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		HandleOverlayKey(at, &fyne.KeyEvent{Name: fyne.KeyEscape})
		if at.Focused() != fyne.Focusable(dots) || !dots.ring.Visible() {
			t.Errorf("%s, by keys: ringed %v, focus at %v", name, dots.ring.Visible(), at.Focused())
		}
	}
}

func TestWhatIsOffIsPassedByAndDoesNothing(t *testing.T) {
	a := &acted{}
	off, on := NewButton("off", Primary, "", "Off", a.on("off")).SetEnabled(false), NewButton("on", Outlined, "", "On", a.on("on"))
	at := show(t, HStack(8, off, on), 400, 100)
	at.FocusNext()
	if at.Focused() != fyne.Focusable(on) {
		t.Errorf("Tab stops at %v", at.Focused())
	}
	test.Tap(off)
	if len(a.names) != 0 {
		t.Errorf("a tap did %v", a.names)
	}
}

func TestTheFocusIsScrolledToWhereItIsSeen(t *testing.T) {
	var rows []fyne.CanvasObject
	for i := range 40 {
		rows = append(rows, NewRow(fmt.Sprint(i), RowOneLine, Text("row"), nil))
	}
	page := Page("page", rows...)
	at := show(t, page, 400, 300)
	for range 30 {
		at.FocusNext()
	}
	focused := at.Focused().(fyne.CanvasObject)
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(focused).Y
	if y < 0 || y+focused.Size().Height > 300 {
		t.Errorf("the focus is at %v of 300", y)
	}
}

func TestArrowsChooseInASegmented(t *testing.T) {
	chosen := -1
	who := NewSegmented("who", []string{"Mine", "Shared", "Theirs"}, 0, func(i int) { chosen = i })
	at := show(t, HStack(0, who), 400, 100)
	at.Focus(who)
	who.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	who.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	who.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if chosen != 2 || who.Chosen() != 2 {
		t.Errorf("chosen: %d", chosen)
	}
	test.TapAt(who, fyne.NewPos(5, 5))
	if chosen != 0 {
		t.Errorf("a tap on the first chose %d", chosen)
	}
}

func TestAFoldMakesItsContentOnceAndStaysOpen(t *testing.T) {
	made := 0
	room := func() fyne.CanvasObject {
		return FoldCard(NewFold("fold", "growth", look.C().Todo, "Growth", nil, func() fyne.CanvasObject { made++; return Text("inside") }))
	}
	root := Over(room())
	at := show(t, root, 400, 300)
	closed := HeightOf(root, 400)
	at.FocusNext()
	at.Focused().TypedRune(' ')
	if made != 1 || HeightOf(root, 400) <= closed {
		t.Errorf("made %d times, %v high after %v", made, HeightOf(root, 400), closed)
	}
	Keep(at, root, func() { root.Objects = []fyne.CanvasObject{room()} })
	if made != 2 || HeightOf(root, 400) <= closed {
		t.Error("a rebuild closes what was open")
	}
}

// TestAControlThatIsDrawnAnewWhileItIsPressedActs: the toolkit gives the release to the new one, and taps neither.
func TestAControlThatIsDrawnAnewWhileItIsPressedActs(t *testing.T) {
	before, after := &acted{}, &acted{}
	old, _ := everything(before)
	page, _ := everything(after)
	show(t, page, 1000, 700)
	left := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	left.Position = fyne.NewPos(4, 4)
	keyOf := func(in fyne.CanvasObject, key string) (found desktop.Mouseable) {
		walk(in, func(o fyne.CanvasObject) bool {
			if k, is := o.(keyed); is && k.FocusKey() == key {
				found, _ = o.(desktop.Mouseable)
			}
			return found == nil
		})
		return found
	}
	for _, key := range []string{"button", "row", "check", "who", "chip", "tabs/Prep"} {
		after.names = nil
		keyOf(old, key).MouseDown(left)
		keyOf(page, key).MouseUp(left)
		if len(after.names) != 1 || after.names[0] != key {
			t.Errorf("pressed %s, drawn anew and let go: %v acted", key, after.names)
		}
	}
	after.names = nil
	keyOf(page, "button").MouseDown(left)
	keyOf(page, "button").MouseUp(left) // it is tapped by the toolkit
	keyOf(old, "row").MouseDown(left)
	keyOf(page, "button").MouseUp(left) // let go over another one
	keyOf(page, "row").MouseUp(left)
	keyOf(old, "button").MouseDown(left)
	keyOf(page, "name").MouseDown(left) // the button came up where nothing listens, and something else is pressed now
	keyOf(page, "button").MouseUp(left)
	keyOf(old, "button").MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	keyOf(page, "button").MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	if len(after.names)+len(before.names) > 0 {
		t.Errorf("without a click on one control, %v and %v acted", before.names, after.names)
	}
}

// TestNothingIsRingedBeforeAnythingIsUsed: the first screen waits with the keyboard on its first button; the first Tab rings that one,
// and only the next one leads on.
func TestNothingIsRingedBeforeAnythingIsUsed(t *testing.T) {
	first, second := NewButton("start", Primary, "", "Start my journal", nil), NewButton("sample", Quiet, "", "Explore", nil)
	at := show(t, VStack(4, first, second), 400, 200)
	untouched, mouseLast = true, false
	t.Cleanup(ByKeys)
	at.Focus(first)
	first.FocusGained() // as the driver tells once the window has the system's focus
	if first.ring.Visible() {
		t.Error("it is ringed before any key")
	}
	tab := func() {
		on := at.Focused().(*Button)
		on.KeyDown(&fyne.KeyEvent{Name: fyne.KeyTab})
		if on.AcceptsTab() { // as the driver does
			on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
			return
		}
		at.FocusNext()
	}
	if tab(); at.Focused() != fyne.Focusable(first) || !first.ring.Visible() {
		t.Errorf("the first Tab: ringed is the first: %v", first.ring.Visible())
	}
	if tab(); at.Focused() != fyne.Focusable(second) || !second.ring.Visible() || first.ring.Visible() {
		t.Error("the second Tab doesn't lead to the second")
	}
}
