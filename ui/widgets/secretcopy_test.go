package widgets

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

func TestASecretLeavesTheClipboard(t *testing.T) {
	const secret = "AGE-SECRET-KEY-1EXAMPLE"
	for _, c := range []struct {
		name string
		act  func(c *SecretCopy, due func(), set func(string))
		left string
	}{
		{"at once it is there", func(*SecretCopy, func(), func(string)) {}, secret},
		{"after a minute it isn't", func(_ *SecretCopy, due func(), _ func(string)) { due() }, ""},
		{"dropped, as at a lock or the end", func(c *SecretCopy, _ func(), _ func(string)) { c.Drop() }, ""},
		{"something else was copied", func(_ *SecretCopy, due func(), set func(string)) { set("my own"); due() }, "my own"},
		{"something else was copied, and it is dropped", func(c *SecretCopy, _ func(), set func(string)) { set("my own"); c.Drop() }, "my own"},
		{"dropped twice", func(c *SecretCopy, _ func(), set func(string)) { c.Drop(); set(secret); c.Drop() }, secret},
		{"copied again", func(c *SecretCopy, _ func(), _ func(string)) { c.Copy("another") }, "another"},
	} {
		t.Run(c.name, func(t *testing.T) {
			app := test.NewTempApp(t)
			due := func() {}
			stopped := 0
			s := &SecretCopy{After: func(d time.Duration, f func()) func() {
				if d != time.Minute {
					t.Errorf("it stays for %s", d)
				}
				due = f
				return func() { stopped++ }
			}}
			s.Copy(secret)
			c.act(s, due, app.Clipboard().SetContent)
			if got := app.Clipboard().Content(); got != c.left {
				t.Errorf("the clipboard has %q, not %q", got, c.left)
			}
		})
	}
}
