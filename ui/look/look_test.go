package look

import (
	"bytes"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
)

func TestUseFollowsTheModeAndTheSystem(t *testing.T) {
	t.Cleanup(func() { Use(ModeLight, theme.VariantLight, 1) })
	for _, c := range []struct {
		mode   Mode
		system fyne.ThemeVariant
		dark   bool
	}{
		{ModeLight, theme.VariantDark, false},
		{ModeDark, theme.VariantLight, true},
		{ModeSystem, theme.VariantDark, true},
		{ModeSystem, theme.VariantLight, false},
		{"", theme.VariantDark, true}, // never set
	} {
		t.Run(string(c.mode), func(t *testing.T) {
			Use(c.mode, c.system, 1)
			if C().Dark != c.dark {
				t.Errorf("mode %q on system variant %d: dark=%v", c.mode, c.system, C().Dark)
			}
		})
	}
}

func TestUseTellsWhetherAnythingChanged(t *testing.T) {
	t.Cleanup(func() { Use(ModeLight, theme.VariantLight, 1) })
	Use(ModeLight, theme.VariantLight, 1)
	if Use(ModeSystem, theme.VariantLight, .5) {
		t.Error("light again at a scale too small: nothing changed, yet it says so")
	}
	if !Use(ModeLight, theme.VariantLight, 9) || Scale() != MaxScale {
		t.Errorf("a scale of 9 gives %v", Scale())
	}
	if S(14) != 21 {
		t.Errorf("14 at 1.5 is %v", S(14))
	}
}

func TestFacesHaveWhatCoveredPromises(t *testing.T) {
	for _, face := range []fyne.Resource{Regular, Italic, Medium, SemiBold, Editor, Display} {
		parsed, err := font.ParseTTF(bytes.NewReader(face.Content()))
		if err != nil {
			t.Fatalf("%s: %v", face.Name(), err)
		}
		for r := rune(0x20); r < 0x3000; r++ {
			if r >= 0x7F && r < 0xA0 || !coveredRune(r) {
				continue // control characters are drawn by nobody
			}
			if _, ok := parsed.NominalGlyph(r); !ok {
				t.Errorf("%s lacks %U %c", face.Name(), r, r)
			}
		}
	}
}

func TestTextBeyondInterFallsBackToTheTheme(t *testing.T) {
	if source, _ := Source("Zoë Brânză → 5 €", Medium); source != Medium {
		t.Error("European text does not use our face")
	}
	if source, style := Source("well done 🎉", Medium); source != nil || !style.Bold {
		t.Errorf("emoji: source %v, style %+v", source, style)
	}
}

func TestEveryIconIsDrawnAndCached(t *testing.T) {
	for _, name := range IconNames() {
		if Icon(name, Light.Text) != Icon(name, Light.Text) {
			t.Errorf("%s is made anew each time", name)
		}
	}
	if WhoIcon(WhoShared, Light.Decided) != WhoIcon(WhoShared, Light.Decided) {
		t.Error("the dot is made anew each time")
	}
}

func TestEveryIconHasInkInItsColour(t *testing.T) {
	for _, name := range IconNames() {
		for _, side := range []int{12, 16, 40} {
			drawn := Draw(Icon(name, Light.Primary), side, side)
			if drawn.Bounds().Dx() != side || drawn.Bounds().Dy() != side {
				t.Errorf("%s at %d is %v", name, side, drawn.Bounds())
			}
			if ink := inkOf(drawn); ink < side/3 || ink > side*side*3/4 {
				t.Errorf("%s at %d has %d points of ink", name, side, ink)
			}
		}
		if Draw(Icon(name, Light.Primary), 16, 16) == Draw(Icon(name, Dark.Primary), 16, 16) {
			t.Errorf("%s looks the same in light and dark", name)
		}
		if Draw(Icon(name, Light.Primary), 16, 16) != Draw(Icon(name, Light.Primary), 16, 16) {
			t.Errorf("%s is drawn anew each time", name)
		}
	}
}

// inkOf counts the points that are more than half covered.
func inkOf(drawn image.Image) (n int) {
	for y := range drawn.Bounds().Dy() {
		for x := range drawn.Bounds().Dx() {
			if _, _, _, alpha := drawn.At(x, y).RGBA(); alpha > 0x8000 {
				n++
			}
		}
	}
	return n
}
