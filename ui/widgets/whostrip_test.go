package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

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
