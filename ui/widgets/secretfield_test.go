package widgets

import (
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestASecretIsKeptNowhere(t *testing.T) {
	w := test.NewTempWindow(t, canvas.NewRectangle(color.Transparent))
	forms := ReadForms("", func() time.Time { return time.Unix(0, 0) })
	forms.Scope = func() string { return "" }
	UseForms(w.Canvas(), forms)
	defer UseForms(w.Canvas(), nil)
	secret, open := NewSecretField("secret", "Passphrase", ""), NewTextField("open", "Name", "")
	d := NewDialog(w.Canvas(), "A dialog", "Confirm", func() error { return nil }, secret.Content, open)
	d.Show(secret.Entry)
	test.Type(secret.Entry, "marble ladder")
	test.Type(open.Entry, "Ana")
	d.Close()
	text := forms.Text()
	if text == "" {
		t.Fatal("nothing is kept of the dialog")
	}
	for _, word := range []string{"marble", "ladder", "secret"} {
		t.Run(word, func(t *testing.T) {
			if strings.Contains(text, word) {
				t.Errorf("kept is %s", text)
			}
		})
	}
}

func TestASecretIsHiddenShownAndWiped(t *testing.T) {
	w := test.NewTempWindow(t, canvas.NewRectangle(color.Transparent))
	f := NewSecretField("secret", "Passphrase", "")
	w.SetContent(f.Content)
	w.Resize(fyne.NewSize(400, 200))
	w.Canvas().Focus(f.Entry)
	test.Type(f.Entry, "marble")
	for _, shown := range []bool{true, false} {
		f.show.toggle()
		if f.Entry.Password == shown || f.show.On() != shown || f.Text() != "marble" {
			t.Errorf("shown %v: hidden %v, %q", shown, f.Entry.Password, f.Text())
		}
	}
	f.show.toggle()
	f.Wipe()
	f.Entry.Undo()
	if f.Text() != "" || !f.Entry.Password {
		t.Errorf("after it was wiped undo brings %q, hidden %v", f.Text(), f.Entry.Password)
	}
}
