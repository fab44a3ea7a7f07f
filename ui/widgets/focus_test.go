package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

// show puts content into a window of that size.
func show(t *testing.T, content fyne.CanvasObject, width, height float32) fyne.Canvas {
	t.Helper()
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
		Tabs("tabs", []string{"Prep"}, 0, func(int) { a.on("tabs/Prep")() }),
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
