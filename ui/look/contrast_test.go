package look

import (
	"fmt"
	"image/color"
	"math"
	"testing"
)

const enough = 4.5

func TestEveryTextColourReadsOnEverySurfaceItStandsOn(t *testing.T) {
	for _, p := range []*Palette{&Light, &Dark} {
		for name, surface := range map[string]color.NRGBA{
			"background": p.Background, "surface": p.Surface, "sidebar": p.Sidebar, "chosen on the sidebar": p.SidebarChosen(),
			"hover": p.Hover, "selection": p.Selection, "soft card": p.SoftCard,
		} {
			t.Run(name, func(t *testing.T) {
				for role, text := range map[string]color.NRGBA{"text": p.Text, "muted": p.Muted, "primary": p.Primary} {
					readable(t, fmt.Sprintf("dark=%v %s on %s", p.Dark, role, name), text, surface)
				}
			})
		}
		readable(t, "on primary", p.OnPrimary, p.Primary)
		readable(t, "muted on the tint of what has no colour", p.Muted, p.Tint(p.Muted))
		for _, name := range InkNames() {
			label := p.Ink(name)
			for where, surface := range map[string]color.NRGBA{
				"tint": p.Tint(label), "surface": p.Surface, "background": p.Background, "soft card": p.SoftCard, "hover": p.Hover,
			} {
				t.Run(where, func(t *testing.T) {
					readable(t, fmt.Sprintf("dark=%v %s on %s", p.Dark, name, where), label, surface)
				})
			}
		}
	}
}

func TestInitialsReadOnEveryDisc(t *testing.T) {
	for _, p := range []*Palette{&Light, &Dark} {
		for _, hue := range discHues {
			ground, initials := p.discColors(hue)
			readable(t, fmt.Sprintf("dark=%v disc %v", p.Dark, hue), initials, ground)
		}
	}
}

func TestThePeopleOfTheDesignHaveTheirHues(t *testing.T) {
	for i, name := range []string{"Ana Ruiz", "Ben Kofi", "Chidi Okafor", "Dana Weiss", "Elif Kaya", "Farid Haddad"} {
		ground, _ := Light.DiscColors(name)
		if want, _ := Light.discColors(discHues[i]); ground != want {
			t.Errorf("%s stands on %v, not %v", name, ground, want)
		}
	}
}

func readable(t *testing.T, what string, text, ground color.NRGBA) {
	t.Helper()
	if text.A != 0xFF {
		t.Errorf("%s: the colour lacks in this palette", what)
	}
	if c := contrast(text, ground); c < enough {
		t.Errorf("%s: contrast %.2f, at least %.1f is needed", what, c, enough)
	}
}

// contrast is the ratio of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + .05) / (math.Min(la, lb) + .05)
}

func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= .03928 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	return .2126*channel(c.R) + .7152*channel(c.G) + .0722*channel(c.B)
}
