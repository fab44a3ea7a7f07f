package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
)

type iconKey struct {
	name   string
	color  color.NRGBA
	stroke float32
}

var icons = map[iconKey]fyne.Resource{}

// Icon gives the line icon of that name in a colour, with the usual stroke of
// 1.6 on a grid of 24. An unknown name is a programming error and panics: the
// names are all in IconNames.
func Icon(name string, c color.NRGBA) fyne.Resource { return IconStroke(name, c, 1.6) }

// IconStroke is Icon with a stroke of the given width, for small sizes.
func IconStroke(name string, c color.NRGBA, stroke float32) fyne.Resource {
	key := iconKey{name, c, stroke}
	if icon, ok := icons[key]; ok {
		return icon
	}
	path, ok := iconPaths[name]
	if !ok {
		panic("look: no icon " + name)
	}
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	svg := fmt.Sprintf(
		`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="%s" `+
			`stroke-width="%.2f" stroke-linecap="round" stroke-linejoin="round">%s</svg>`,
		hex, stroke, path,
	)
	icon := fyne.NewStaticResource(fmt.Sprintf("%s-%s-%.2f.svg", name, hex, stroke), []byte(svg))
	icons[key] = icon
	return icon
}

// Who is whose call something was: one hue, three fills.
type Who int

// The three fills.
const (
	WhoMine   Who = iota // an outline
	WhoShared            // half filled
	WhoTheirs            // filled
)

var whoShapes = map[Who]string{
	WhoMine:   `<circle cx="12" cy="12" r="9" fill="none" stroke="%[1]s" stroke-width="2.4"/>`,
	WhoShared: `<circle cx="12" cy="12" r="9" fill="none" stroke="%[1]s" stroke-width="2.4"/><path d="M12 3a9 9 0 0 0 0 18z" fill="%[1]s"/>`,
	WhoTheirs: `<circle cx="12" cy="12" r="10.2" fill="%[1]s"/>`,
}

// WhoIcon draws a dot in one of the three fills.
func WhoIcon(who Who, c color.NRGBA) fyne.Resource {
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	key := iconKey{fmt.Sprintf("who%d", who), c, 0}
	if icon, ok := icons[key]; ok {
		return icon
	}
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24">` +
		fmt.Sprintf(whoShapes[who], hex) + `</svg>`
	icon := fyne.NewStaticResource(fmt.Sprintf("who%d-%s.svg", who, hex), []byte(svg))
	icons[key] = icon
	return icon
}
