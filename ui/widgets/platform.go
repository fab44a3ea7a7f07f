package widgets

import (
	"runtime"

	"fyne.io/fyne/v2"
)

const onMac = runtime.GOOS == "darwin"

// wordModifier is held to move by words, as Fyne's entry has it.
var wordModifier = func() fyne.KeyModifier {
	if onMac {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierShortcutDefault
}()
