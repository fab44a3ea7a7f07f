package widgets

import (
	"crypto/sha256"
	"time"

	"fyne.io/fyne/v2"
)

// secretStays is how long a secret stays on the clipboard.
const secretStays = time.Minute

// SecretCopy puts a secret on the clipboard, and takes it off again after a minute or when Drop is called, unless something else
// was copied meanwhile. It keeps no copy of its own. What a clipboard manager remembers it can't take back.
type SecretCopy struct {
	After func(d time.Duration, f func()) (stop func())

	stop func()
	is   [sha256.Size]byte // of what was put there
}

// Copy puts a secret on the clipboard.
func (c *SecretCopy) Copy(secret string) {
	c.Drop()
	fyne.CurrentApp().Clipboard().SetContent(secret)
	c.is = sha256.Sum256([]byte(secret))
	c.stop = c.After(secretStays, c.Drop)
}

// Drop takes the secret off the clipboard now, where it still is there.
func (c *SecretCopy) Drop() {
	if c.stop == nil {
		return
	}
	c.stop()
	c.stop = nil
	if clipboard := fyne.CurrentApp().Clipboard(); sha256.Sum256([]byte(clipboard.Content())) == c.is {
		clipboard.SetContent("")
	}
	c.is = [sha256.Size]byte{}
}
