package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"handback/ui/look"
)

// drawn is what a Para shows, a string a line.
func drawn(p *Para) []string {
	lines := make([]string, p.Lines())
	for _, o := range p.objects {
		text := o.(*canvas.Text)
		lines[int((text.Position().Y+p.lead/2)/p.lead)] += text.Text // a sign may be higher than its line
	}
	return lines
}

func TestParaShowsAllItsTextWithinItsWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	rapid.Check(t, func(r *rapid.T) {
		text := strings.ReplaceAll(someText(r), "\n", " ")
		cut := rapid.IntRange(0, len([]rune(text))).Draw(r, "cut")
		width := float32(rapid.IntRange(30, 400).Draw(r, "width"))
		p := NewPara(14, Plain(string([]rune(text)[:cut])), Colored(string([]rune(text)[cut:]), look.C().Primary))
		p.Resize(fyne.NewSize(width, p.HeightForWidth(width)))
		if got := strings.Join(drawn(p), ""); got != text {
			r.Fatalf("shows %q of %q", got, text)
		}
		for _, o := range p.objects {
			text := *o.(*canvas.Text)
			bare := strings.TrimRight(text.Text, " ")
			text.Text = bare
			if right := o.Position().X + text.MinSize().Width; right > width+2 && len([]rune(bare)) > 1 {
				r.Fatalf("%q ends at %v of %v", bare, right, width)
			}
		}
		if want := float32(p.Lines()) * p.lead; p.HeightForWidth(width) != want {
			r.Fatalf("height %v for %d lines", p.HeightForWidth(width), p.Lines())
		}
	})
}

func TestAParaThatHasToBeCutSaysSo(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	p := NewElided(14, Plain("Lead platform moved 20 Nov, Speak at a meetup, nothing noted"))
	p.Resize(fyne.NewSize(150, 20))
	if lines := drawn(p); len(lines) != 1 || !strings.HasSuffix(lines[0], "…") || len(lines[0]) < 12 {
		t.Errorf("cut to %q", lines)
	}
	p.Resize(fyne.NewSize(900, 20))
	if lines := drawn(p); strings.HasSuffix(lines[0], "…") {
		t.Errorf("cut though there is room: %q", lines)
	}
}

func TestAStackIsAsHighAsItsWrappedText(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	long := NewPara(14, Plain(strings.Repeat("a few words that wrap ", 12)))
	card := Card(4, CardHead("Since 20 Nov", ""), HStack(8, Grow(long), Small("Fri")))
	wide, narrow := HeightOf(card, 800), HeightOf(card, 300)
	if narrow <= wide {
		t.Errorf("800 wide it is %v high, 300 wide %v", wide, narrow)
	}
	card.Resize(fyne.NewSize(300, narrow))
	if got := card.MinSize().Height; got != narrow {
		t.Errorf("laid out at 300 it asks for %v, not %v", got, narrow)
	}
	if bottom := float32(long.Lines()) * long.lead; long.Size().Height < bottom {
		t.Errorf("the text has %v of %v", long.Size().Height, bottom)
	}
}

func TestAScrolledPageGetsTheHeightItNeeds(t *testing.T) {
	page := Page("page", NewPara(14, Plain(strings.Repeat("a few words that wrap ", 300))))
	at := show(t, page, 400, 300)
	if page.content.Size().Height < 1000 {
		t.Errorf("the page is %v high", page.content.Size().Height)
	}
	page.ScrollTo(500)
	Keep(at, page, func() { page.SetContent(NewPara(14, Plain(strings.Repeat("other words ", 600)))) })
	if page.Offset() != 500 {
		t.Errorf("after a rebuild the page is at %v", page.Offset())
	}
}

func TestTextGrowsWithTheScale(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	t.Cleanup(func() { look.Use(look.ModeLight, 1, 1) })
	height := func() float32 {
		return HeightOf(Card(2, CardHead("I owe", "3"), NewRow("r", RowOneLine, Text("row"), nil)), 300)
	}
	before := height()
	look.Use(look.ModeLight, 1, look.MaxScale)
	if after := height(); after < 1.3*before {
		t.Errorf("a card is %v high, at the largest text %v", before, after)
	}
}

// TestFittingIsAsMuchAsFits holds the guesses against looking at every letter, with letters of very unequal widths.
func TestFittingIsAsMuchAsFits(t *testing.T) {
	wide := map[rune]float32{'i': 1, 'm': 9, ' ': 3, 'é': 6, 'W': 40}
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.SampledFrom([]rune("iiim éW")), 0, 60).Draw(t, "letters"))
		limit := rapid.Float32Range(0, 400).Draw(t, "limit")
		asked := 0
		width := func(s string) (sum float32) {
			asked++
			for _, r := range s {
				sum += wide[r]
			}
			return sum
		}
		got := fitting(s, limit, width)
		if most := guesses + 7; asked > most {
			t.Errorf("%d widths were asked for, %d at most", asked, most)
		}
		want := 0
		for i := range s + "." {
			if width(s[:i]) <= limit {
				want = i
			}
		}
		if got != want {
			t.Errorf("%d bytes of %q fit into %v, not %d", want, s, limit, got)
		}
	})
}
