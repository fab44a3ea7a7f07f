package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// opened is the card of the menu or dialog on top.
func opened(t *testing.T, at fyne.Canvas) (*sheet, fyne.CanvasObject) {
	t.Helper()
	s, ok := at.Overlays().Top().(*sheet)
	if !ok {
		t.Fatal("nothing is open")
	}
	return s, s.card
}

func manyItems(n int) []MenuItem {
	items := make([]MenuItem, n)
	for i := range items {
		items[i] = MenuItem{Text: fmt.Sprint("Command ", i), Shortcut: "Ctrl+K", Divided: i%5 == 0}
	}
	return items
}

func TestAMenuIsNoTallerThanTheWindowAndScrolls(t *testing.T) {
	var b *Button
	b = NewButton("menu", Quiet, "menu", "", func() { ShowMenu(b, manyItems(40)...) })
	for _, size := range []fyne.Size{fyne.NewSize(1000, 640), fyne.NewSize(1280, 800), fyne.NewSize(2560, 1440)} {
		t.Run(fmt.Sprint(size.Width), func(t *testing.T) {
			at := show(t, HStack(0, Grow(), b), size.Width, size.Height)
			test.Tap(b)
			_, card := opened(t, at)
			top, bottom := card.Position().Y, card.Position().Y+card.Size().Height
			if top < 0 || bottom > size.Height || card.Position().X < 0 || card.Position().X+card.Size().Width > size.Width {
				t.Errorf("the menu reaches from %v to %v of %v", card.Position(), card.Size(), size)
			}
			at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
			last := at.Focused().(*Row)
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
			if last.Key != "menu/Command 39" || y < top || y+last.Size().Height > bottom {
				t.Errorf("the last line %s is at %v, the menu from %v to %v", last.Key, y, top, bottom)
			}
			at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		})
	}
}

func TestTheFirstLineOfAMenuIsRingedForTheKeyboardAlone(t *testing.T) {
	var b *Button
	b = NewButton("menu", Quiet, "menu", "", func() { ShowMenu(b, manyItems(3)...) })
	at := show(t, HStack(0, b), 600, 400)
	b.MouseDown(&desktop.MouseEvent{})
	test.Tap(b)
	first := at.Focused().(*Row)
	if first.ring.Visible() {
		t.Error("a click rings the first line")
	}
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if at.Focused() != fyne.Focusable(first) || !first.ring.Visible() {
		t.Error("the first key after a click does not begin at the first line")
	}
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if second := at.Focused().(*Row); second == first || !second.ring.Visible() {
		t.Error("the second key does not go on")
	}
	at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})

	at.Focus(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !at.Focused().(*Row).ring.Visible() {
		t.Error("Enter opens the menu without a ring")
	}
}

func TestTheMenuOfARowOpensAtThePointer(t *testing.T) {
	var row *Row
	row = NewRow("row", RowOneLine, HStack(8, Text("a long line"), Grow()), func() { ShowMenu(row, manyItems(3)...) })
	at := show(t, VStack(0, Gap(100), row), 900, 600)
	test.TapAt(row, fyne.NewPos(500, 10))
	_, card := opened(t, at)
	pointer := fyne.CurrentApp().Driver().AbsolutePositionForObject(row).Add(fyne.NewPos(500, 10))
	if off := card.Position().Subtract(pointer); off.X != 0 || off.Y < 0 || off.Y > 8 {
		t.Errorf("the menu is at %v, the pointer at %v", card.Position(), pointer)
	}
	at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	at.Focus(row)
	row.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if _, card := opened(t, at); card.Position().X > 60 {
		t.Errorf("by the keyboard it is at %v, not at the row", card.Position())
	}
}

func TestARightTapOpensTheMenuOfTheLine(t *testing.T) {
	more := func(key string) *Button {
		var b *Button
		b = NewSmallButton(key, Quiet, "more", "", func() { ShowMenu(b, MenuItem{Text: "of " + key}) })
		return b
	}
	box := NewCheckbox("box", "", false, nil)
	row := NewRow("row", RowOneLine, HStack(8, box, Grow(NewPara(14, Plain("with dots"))), more("dots")), func() { t.Error("a right tap opens the note") })
	still := StillRow(RowOneLine, HStack(8, Grow(NewPara(14, Plain("still"))), more("still")))
	var self *Row
	self = NewRow("self", RowOneLine, HStack(8, Grow(NewPara(14, Plain("opens itself")))), func() { ShowMenu(self, MenuItem{Text: "of self"}) })
	self.OpensMenu()
	plain := NewRow("plain", RowOneLine, HStack(8, Grow(NewPara(14, Plain("goes somewhere")))), func() { t.Error("a right tap goes somewhere") })
	below, of, after := NewPara(14, Plain("below the head")), NewPara(14, Plain("of many")), NewPara(14, Plain("after a line"))
	card := Card(4, HMiddle(8, Grow(Heading("Lead platform")), more("card")), below)
	many := Card(4, HMiddle(8, Grow(Heading("Two")), more("one")), StillRow(RowOneLine, HStack(8, Grow(), more("two"))), of)
	var tag *Row
	tag = NewRow("tag", RowOneLine, Text("#budget"), func() { ShowMenu(tag, MenuItem{Text: "of tag"}) })
	tag.OpensMenu()
	limits := NewRow("limits", RowOneLine, Text("above 500"), func() { t.Error("a right tap edits") })
	area := Card(4, HMiddle(8, tag, Grow(limits)), HMiddle(8, Grow()))
	title := Heading("Fri 27 Nov")
	under := BesideOrUnder(8, title, HMiddle(8, GapWide(680), more("title")))
	list := Card(4, CardHead("Praise", "1"), StillRow(RowOneLine, HStack(8, Grow(), more("line"))), after)
	at := show(t, Over(NewGround(), VStack(8, row, still, self, plain, card, many, list, area, under)), 700, 900)
	for name, c := range map[string]struct {
		on   fyne.CanvasObject
		want string
	}{
		"beside the text of a row":     {row, "menu/of dots"},
		"on a control of the row":      {box, "menu/of dots"},
		"on a line that is only seen":  {still, "menu/of still"},
		"on a row that opens one":      {self, "menu/of self"},
		"on a row that does not":       {plain, ""},
		"on a card whose head has one": {below, "menu/of card"},
		"beside a part that opens one": {limits, "menu/of tag"},
		"on what it stands under":      {title, "menu/of title"},
		"on a card with several":       {of, ""},
		"on a card with one in a line": {after, ""},
	} {
		t.Run(name, func(t *testing.T) {
			where := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.on).Add(fyne.NewPos(12, 12))
			tappable, ok := c.on.(fyne.SecondaryTappable)
			if !ok {
				tappable = at.Content().(*fyne.Container).Objects[0].(*Ground) // what the driver finds there
			}
			tappable.TappedSecondary(&fyne.PointEvent{AbsolutePosition: where, Position: fyne.NewPos(12, 12)})
			if c.want == "" {
				if OverlayShown(at) {
					t.Error("something opens")
				}
				return
			}
			_, card := opened(t, at)
			if got := at.Focused().(*Row); got.Key != c.want || got.ring.Visible() {
				t.Errorf("it opens %s, ringed: %v", got.Key, got.ring.Visible())
			}
			if off := card.Position().Subtract(where); off.X != 0 || off.Y > 8 {
				t.Errorf("it lies at %v, the pointer at %v", card.Position(), where)
			}
			at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		})
	}
	for key, want := range map[string]string{
		"row": "menu/of dots", "box": "menu/of dots", "dots": "menu/of dots", "self": "menu/of self", "plain": "",
	} {
		t.Run("by the menu key on "+key, func(t *testing.T) {
			walk(at.Content(), func(o fyne.CanvasObject) bool {
				if k, ok := o.(keyed); ok && k.FocusKey() == key {
					at.Focus(o.(fyne.Focusable))
				}
				return true
			})
			at.Focused().TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
			if want == "" {
				if OverlayShown(at) {
					t.Error("something opens")
				}
				return
			}
			opened(t, at)
			if got := at.Focused().(*Row); got.Key != want || !got.ring.Visible() {
				t.Errorf("it opens %s, ringed: %v", got.Key, got.ring.Visible())
			}
			at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if OverlayShown(at) {
				t.Error("Esc leaves it open")
			}
			if got := at.Focused().(keyed).FocusKey(); got != key {
				t.Errorf("the keyboard is at %q then", got)
			}
		})
	}
}

func TestAFieldsOptionsAreAsWideAsItAndStayInTheDialog(t *testing.T) {
	at := show(t, Text(""), 1000, 640)
	long := []string{"every week", "every two weeks, on the same weekday, at the same time, for as long as nobody says otherwise"}
	for name, parts := range map[string][]fyne.CanvasObject{
		"alone":            {NewSelect("kind", "Kind", long, 0, nil)},
		"beside another":   {Columns(12, []float32{1, 1}, NewTextField("a", "A", ""), NewSelect("kind", "Kind", long[:1], 0, nil))},
		"with many fields": {NewTextArea("b", "B", "", 8), NewSelect("kind", "Kind", strings.Split("1 2 3 4 5 6 7 8 9 10 11 12", " "), 3, nil)},
	} {
		t.Run(name, func(t *testing.T) {
			d := NewDialog(at, "Title", "OK", func() error { return nil }, parts...)
			d.Show(nil)
			var box *selectBox
			walk(d.card, func(o fyne.CanvasObject) bool {
				if b, ok := o.(*selectBox); ok {
					box = b
				}
				return true
			})
			test.Tap(box)
			_, card := opened(t, at)
			field := fyne.CurrentApp().Driver().AbsolutePositionForObject(box)
			if card.Position().X != field.X || card.Size().Width != box.Size().Width {
				t.Errorf("the options are %v wide at %v, the field %v at %v", card.Size().Width, card.Position().X, box.Size().Width, field.X)
			}
			if right := card.Position().X + card.Size().Width; right > d.card.Position().X+d.card.Size().Width {
				t.Errorf("they end at %v, the dialog at %v", right, d.card.Position().X+d.card.Size().Width)
			}
			if top, end := d.card.Position().Y, d.card.Position().Y+d.card.Size().Height; name == "with many fields" &&
				(card.Position().Y < top || card.Position().Y+card.Size().Height > end) {
				t.Errorf("they reach from %v, %v high, the dialog from %v to %v", card.Position().Y, card.Size().Height, top, end)
			}
			at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			d.Close()
		})
	}
}

// TestALineOfAMenuOpensItsOwn: by a click and by keys, in the same place, and back to where it stood.
func TestALineOfAMenuOpensItsOwn(t *testing.T) {
	var b *Button
	did := ""
	do := func(what string) MenuItem { return MenuItem{Text: what, OnTap: func() { did = what }} }
	b = NewButton("menu", Quiet, "menu", "", func() {
		ShowMenu(b, do("New note"), MenuItem{Text: "Go to", Sub: []MenuItem{do("Today"), do("Team")}}, do("Quit"))
	})
	at := show(t, HStack(0, Grow(), b), 600, 400)
	key := func(name fyne.KeyName) { at.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	focused := func(want string) {
		t.Helper()
		if row, is := at.Focused().(*Row); !is || row.Key != "menu/"+want {
			t.Fatalf("the keyboard is on %v and not on %q", KeyOfFocus(at), want)
		}
	}
	at.Focus(b)
	key(fyne.KeyReturn)
	key(fyne.KeyDown)
	focused("Go to")
	key(fyne.KeyRight)
	focused("Today")
	key(fyne.KeyLeft)
	focused("Go to")
	key(fyne.KeyReturn)
	focused("Today")
	key(fyne.KeyEscape)
	focused("Go to")
	key(fyne.KeyReturn)
	key(fyne.KeyUp)
	focused("Go to") // the line that leads back
	key(fyne.KeyReturn)
	focused("Go to")
	key(fyne.KeyReturn)
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if did != "Team" || at.Overlays().Top() != nil {
		t.Errorf("%q was done, the menu is open: %v", did, at.Overlays().Top() != nil)
	}

	b.MouseDown(&desktop.MouseEvent{})
	test.Tap(b)
	s, card := opened(t, at)
	row := func(i int) *Row {
		var rows []*Row
		walk(s, func(o fyne.CanvasObject) bool {
			if r, is := o.(*Row); is {
				rows = append(rows, r)
			}
			return true
		})
		return rows[i]
	}
	top := card.Position()
	row(1).MouseDown(&desktop.MouseEvent{})
	test.Tap(row(1))
	focused("Today")
	if at.Focused().(*Row).ring.Visible() || card.Position().X != top.X {
		t.Errorf("a click opens it ringed, or at %v instead of %v", card.Position(), top)
	}
	test.Tap(row(1))
	if did != "Today" {
		t.Errorf("a click does %q", did)
	}
}
