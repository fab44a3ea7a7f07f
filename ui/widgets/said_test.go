package widgets

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestADialogSaysAnErrorInWordsUnlessItWasSaid(t *testing.T) {
	failed := errors.New("the disk is full")
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"raw", failed, "The disk is full."},
		{"a sentence", errors.New("Écrivez un nom!"), "Écrivez un nom!"},
		{"said already", Said(failed), ""},
		{"said already, with more round it", fmt.Errorf("not saved: %w", Said(failed)), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := test.NewTempWindow(t, NewPara(14)).Canvas()
			d := NewDialog(at, "Title", "Save", func() error { return c.err })
			d.Show(nil)
			d.SetError("what was wrong before")
			d.Confirm()
			if got := d.wrong.String(); got != c.want || d.wrong.Hidden != (c.want == "") {
				t.Errorf("it says %q", got)
			}
			if !OverlayShown(at) {
				t.Error("it is gone")
			}
		})
	}
}

func TestWhatIsSaidInADialogStandsThere(t *testing.T) {
	at := test.NewTempWindow(t, NewPara(14)).Canvas()
	if SayInDialog(at, "No.") {
		t.Error("there is no dialog")
	}
	d := NewDialog(at, "Title", "Save", nil)
	d.Show(nil)
	if !SayInDialog(at, "No.") || d.wrong.String() != "No." || d.wrong.Hidden {
		t.Errorf("it says %q", d.wrong.String())
	}
}
