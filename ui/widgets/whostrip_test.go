package widgets

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"handback/ui/look"
)

func TestAWhoStripNamesNoDayOverAnother(t *testing.T) {
	test.NewTempApp(t)
	var columns []WhoColumn
	for range 13 {
		columns = append(columns, WhoColumn{Name: "20 Nov"})
	}
	columns[12].Dots = []look.Who{
		look.WhoMine,
		look.WhoShared,
		look.WhoTheirs,
		look.WhoMine,
		look.WhoMine,
		look.WhoMine,
		look.WhoMine,
		look.WhoMine,
	}
	strip := WhoStrip(columns)
	strip.Resize(fyne.NewSize(280, HeightOf(strip, 280)))
	var said []string
	last := float32(-1)
	for _, o := range test.LaidOutObjects(strip) {
		text, ok := o.(*canvas.Text)
		if !ok || text.Hidden {
			continue
		}
		said = append(said, text.Text)
		if text.Text != "20 Nov" {
			continue
		}
		if text.Position().X < last || text.Position().X+text.MinSize().Width > 280 {
			t.Errorf("a day stands at %v, the one before it ends at %v", text.Position().X, last)
		}
		last = text.Position().X + text.MinSize().Width
	}
	all := strings.Join(said, " ")
	if n := strings.Count(all, "20 Nov"); n < 4 || n > 8 {
		t.Errorf("%d days are named", n)
	}
	if !strings.Contains(all, "+3") {
		t.Errorf("nothing says how many more there are: %s", all)
	}
}

// drawnIn is how many dots a strip shows, with those that it says there are more of.
func drawnIn(t *testing.T, strip fyne.CanvasObject, width float32) (dots, said int) {
	t.Helper()
	places := map[fyne.Position]bool{}
	for _, o := range strip.(*fyne.Container).Objects {
		if !o.Visible() {
			continue
		}
		switch o := o.(type) {
		case *canvas.Rectangle: // the line
		case *canvas.Text:
			if more, ok := strings.CutPrefix(o.Text, "+"); ok {
				n, err := strconv.Atoi(more)
				if err != nil {
					t.Fatal(err)
				}
				said += n
			}
		default:
			at := o.Position()
			if places[at] || at.X < 0 || at.Y < 0 || at.X+o.Size().Width > width+0.5 || at.Y+o.Size().Height > strip.Size().Height {
				t.Fatalf("a dot stands at %v of %v, over another: %v", at, strip.Size(), places[at])
			}
			places[at] = true
			dots++
		}
	}
	return dots, said
}

func TestEveryDotOfAWhoStripIsDrawnOrSaid(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(rt *rapid.T) {
		whose := rapid.SliceOfN(rapid.SampledFrom([]look.Who{look.WhoMine, look.WhoShared, look.WhoTheirs}), 0, 30)
		columns := make([]WhoColumn, rapid.IntRange(0, 13).Draw(rt, "columns"))
		want := 0
		for i := range columns {
			columns[i] = WhoColumn{Dots: whose.Draw(rt, "dots"), Apart: whose.Draw(rt, "apart")}
			want += len(columns[i].Dots) + len(columns[i].Apart)
		}
		strip := WhoStrip(columns)
		for _, width := range []float32{float32(rapid.IntRange(270, 600).Draw(rt, "width")), 280} {
			strip.Resize(fyne.NewSize(width, HeightOf(strip, width)))
			if dots, said := drawnIn(t, strip, width); dots+said != want {
				rt.Fatalf("%d dots and %d more are shown of %d", dots, said, want)
			}
		}
	})
}

func TestAColumnWithManyDotsGrowsWider(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		width     float32
		dots      int
		shown, up int // shown as dots, and said to be more
	}{{280, 6, 6, 0}, {280, 7, 7, 0}, {280, 20, 20, 0}, {40, 6, 6, 0}, {40, 7, 5, 2}, {50, 13, 11, 2}} {
		t.Run(fmt.Sprint(c.width, c.dots), func(t *testing.T) {
			strip := WhoStrip([]WhoColumn{{Dots: make([]look.Who, c.dots)}})
			strip.Resize(fyne.NewSize(c.width, HeightOf(strip, c.width)))
			if dots, said := drawnIn(t, strip, c.width); dots != c.shown || said != c.up {
				t.Errorf("%d dots and %d more", dots, said)
			}
		})
	}
}

func TestALadderLineGoesFromNowToWanted(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		now, wanted int
		way         bool
	}{{3, 5, true}, {5, 3, true}, {3, 3, false}, {0, 5, false}, {3, 0, false}, {0, 0, false}} {
		t.Run(fmt.Sprint(c.now), func(t *testing.T) {
			line := LadderLine(7, c.now, c.wanted)
			line.Resize(fyne.NewSize(700, 16))
			way := line.(*fyne.Container).Objects[0]
			if way.Visible() != c.way {
				t.Errorf("from %d to %d the way is shown: %v", c.now, c.wanted, way.Visible())
			}
			if c.way && (way.Position().X != 250 || way.Size().Width != 200) {
				t.Errorf("from %d to %d it is %v wide at %v", c.now, c.wanted, way.Size().Width, way.Position().X)
			}
		})
	}
}
