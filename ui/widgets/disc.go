package widgets

import (
	"cmp"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Disc stands for a person: the initials of the name in a calm hue that is theirs
// by their uid (of who has none yet: by the name), so that a person who is called
// otherwise keeps it, at a diameter before scaling.
func Disc(name, uid string, diameter float32) fyne.CanvasObject {
	ground, ink := look.C().DiscColors(cmp.Or(uid, name))
	text := Middle(TextIn(Initials(name), round(diameter*.40), ink, look.SemiBold))
	d := look.S(diameter)
	circle := canvas.NewCircle(ground)
	return Free(fyne.NewSize(d, d), func(size fyne.Size) {
		x, y := round((size.Width-d)/2), round((size.Height-d)/2)
		height := text.MinSize().Height
		place(circle, x, y, d, d)
		place(text, x, y+(d-height)/2, d, height)
	}, circle, text)
}

// Initials are the first letters of the first and the last word of a name, in
// capitals; of a single word its first letter; "?" where there is none.
func Initials(name string) string {
	var letters []rune
	for _, word := range strings.Fields(name) {
		for _, r := range word {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters = append(letters, unicode.ToUpper(r))
				break
			}
		}
	}
	switch len(letters) {
	case 0:
		return "?"
	case 1:
		return string(letters)
	}
	return string([]rune{letters[0], letters[len(letters)-1]})
}
