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

func TestNoTwoHuesOfDiscsAreTakenForEachOther(t *testing.T) {
	if len(discHues) != 8 {
		t.Errorf("there are %d hues", len(discHues))
	}
	const apart = 6 // 2 can be seen beside each other, 5 at a glance
	for _, p := range []*Palette{&Light, &Dark} {
		for i, a := range discHues {
			for j, b := range discHues[:i] {
				one, _ := p.discColors(a)
				other, _ := p.discColors(b)
				if d := difference(one, other); d < apart {
					t.Errorf("dark=%v: hues %d and %d differ by %.1f, at least %d is needed", p.Dark, i, j, d, apart)
				}
			}
		}
	}
}

// TestNoTwoOfASmallTeamLookAlike: whatever their uids are, each keeps the hue when others come, and in a larger one all are used alike.
func TestNoTwoOfASmallTeamLookAlike(t *testing.T) {
	t.Cleanup(func() { SeatDiscs(nil) })
	for try := range 50 {
		var people []string
		for i := range 24 {
			people = append(people, fmt.Sprintf("%d-%d", try, i*7919))
		}
		SeatDiscs(people[:8])
		first := map[string]color.NRGBA{}
		seen := map[color.NRGBA]bool{}
		for _, p := range people[:8] {
			first[p], _ = Light.DiscColors(p)
			seen[first[p]] = true
		}
		if len(seen) != 8 {
			t.Fatalf("eight people have %d hues", len(seen))
		}
		preview, _ := Light.DiscColors(people[8])
		SeatDiscs(people)
		all := map[color.NRGBA]int{}
		for i, p := range people {
			now, _ := Light.DiscColors(p)
			all[now]++
			if i < 8 && now != first[p] || i == 8 && now != preview {
				t.Errorf("%s has another hue once others came", p)
			}
		}
		for hue, n := range all {
			if n != 3 {
				t.Errorf("%v is the hue of %d of 24", hue, n)
			}
		}
	}
}

func TestManyPeopleUseAllHues(t *testing.T) {
	t.Cleanup(func() { SeatDiscs(nil) })
	seen := map[color.NRGBA]int{}
	for i := range 400 {
		ground, _ := Light.DiscColors(fmt.Sprintf("01JD%06d", i*7919))
		seen[ground]++
	}
	for ground, n := range seen {
		if n < 25 {
			t.Errorf("%v is the hue of %d of 400", ground, n)
		}
	}
	if len(seen) != len(discHues) {
		t.Errorf("only %d hues are used", len(seen))
	}
}

// difference is how far two colours are apart in CIELAB.
func difference(a, b color.NRGBA) float64 {
	la, lb := lab(a), lab(b)
	return math.Sqrt((la[0]-lb[0])*(la[0]-lb[0]) + (la[1]-lb[1])*(la[1]-lb[1]) + (la[2]-lb[2])*(la[2]-lb[2]))
}

func lab(c color.NRGBA) [3]float64 {
	channel := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	r, g, b := channel(c.R), channel(c.G), channel(c.B)
	f := func(t float64) float64 {
		if t > .008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16./116
	}
	x, y, z := f((.4124*r+.3576*g+.1805*b)/.9505), f(.2126*r+.7152*g+.0722*b), f((.0193*r+.1192*g+.9505*b)/1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
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
