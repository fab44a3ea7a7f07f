package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheSpareLineIsNoPartOfTheTextUntilSomethingIsWritten(t *testing.T) {
	ed, _ := showEditor(t, 300, 300)
	told := 0
	ed.OnChanged = func(string) { told++ }
	ed.SetText("one\ntwo")
	ed.WriteOn()
	if ed.Text() != "one\ntwo" || told != 0 || ed.Line() != 2 {
		t.Fatalf("%q, told %d times, caret in line %d", ed.Text(), told, ed.Line())
	}
	ed.Undo()
	if ed.Text() != "one\ntwo" || ed.Caret() != 8 {
		t.Fatalf("undo knows of it: %q, caret %d", ed.Text(), ed.Caret())
	}
	write(ed, "x")
	if ed.Text() != "one\ntwo\nx" {
		t.Errorf("typing gives %q", ed.Text())
	}
	ed.Undo()
	if ed.Text() != "one\ntwo" {
		t.Errorf("undone it is %q", ed.Text())
	}
	ed.Redo()
	if ed.Text() != "one\ntwo\nx" {
		t.Errorf("done again it is %q", ed.Text())
	}
}

func TestTheSpareLineOutlivesAReplacement(t *testing.T) {
	ed, _ := showEditor(t, 300, 300)
	ed.SetText("one\ntwo")
	ed.WriteOn()
	ed.Replace(0, 3, "won")
	ed.Replace(7, 7, "\nthree")
	if ed.Text() != "won\ntwo\nthree" || ed.Line() != 3 {
		t.Fatalf("%q, caret in line %d", ed.Text(), ed.Line())
	}
	ed.Undo()
	ed.Undo()
	if ed.Text() != "one\ntwo" {
		t.Errorf("undone it is %q", ed.Text())
	}
}

func TestTheSpareLineCanBeTakenAway(t *testing.T) {
	ed, _ := showEditor(t, 300, 300)
	ed.SetText("one")
	ed.WriteOn()
	press(ed, fyne.KeyBackspace)
	write(ed, "!")
	if ed.Text() != "one!" {
		t.Errorf("typing gives %q", ed.Text())
	}
}

func TestWritingOnNeedsNoSpareLineWhereOneIsBlank(t *testing.T) {
	for _, text := range []string{"", "one\n", "one\n  "} {
		ed, _ := showEditor(t, 300, 300)
		ed.SetText(text)
		ed.WriteOn()
		write(ed, "x")
		if ed.Text() != text+"x" {
			t.Errorf("typing in %q gives %q", text, ed.Text())
		}
	}
}
