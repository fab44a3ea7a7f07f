package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

func TestALongNameGivesWayToWhatStandsBesideIt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	name := Name("Maximiliane-Alexandrina von Hohenstein-Wittgenstein")
	whole := name.Text
	button := NewButton("search", Outlined, "search", "Search", nil)
	row := HStack(4, Fit(name), Grow(), button)
	for _, c := range []struct {
		name  string
		width float32
		all   bool
	}{
		{"with room for all of it", 600, true},
		{"in a narrow window", 250, false},
		{"with hardly any room", button.minWidth() + 60, false},
		{"with room again", 600, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			row.Resize(fyne.NewSize(c.width, 30))
			if right := button.Position().X + button.Size().Width; right > c.width+.5 || right < c.width-1 {
				t.Errorf("the button ends at %.1f of %.0f", right, c.width)
			}
			if width := name.MinSize().Width; width > button.Position().X {
				t.Errorf("%q is %.0f wide and runs into the button at %.0f", name.Text, width, button.Position().X)
			}
			if c.all != (name.Text == whole) || len([]rune(name.Text)) < 2 || !c.all && !strings.HasSuffix(name.Text, "…") {
				t.Errorf("the name says %q", name.Text)
			}
		})
	}
}

func TestAButtonThatGivesWayKeepsToItsWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	button := NewButton("copy", Quiet, "copy", "Copy for Maximiliane-Alexandrina", nil).GiveWay()
	whole, _ := button.gives()
	row := HMiddle(8, Fit(Title("Thursday 4 December")), Grow(), button)
	row.Resize(fyne.NewSize(1000, 30))
	if button.Size().Width != whole {
		t.Errorf("with room it is %.0f wide, not %.0f", button.Size().Width, whole)
	}
	row.Resize(fyne.NewSize(330, 30))
	if right := button.Position().X + button.Size().Width; right > 330 || button.Size().Width >= whole {
		t.Errorf("without it is %.0f wide and ends at %.0f", button.Size().Width, right)
	}
}

func TestAFlowGoesOnInAnotherRow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	var chips []fyne.CanvasObject
	for _, text := range []string{"2 decided", "1 praise", "1 idea", "1 need", "3 questions"} {
		chips = append(chips, Chip("praise", text, look.C().Praise))
	}
	row := Flow(8, chips...)
	wide, narrow := HeightOf(row, 900), HeightOf(row, 180)
	if narrow < 2*wide {
		t.Errorf("it is %.0f high at 180 wide and %.0f at 900", narrow, wide)
	}
	row.Resize(fyne.NewSize(180, narrow))
	for i, c := range chips {
		if right := c.Position().X + c.Size().Width; right > 180 {
			t.Errorf("chip %d ends at %.0f of 180", i, right)
		}
	}
	if last := chips[len(chips)-1]; last.Position().Y+last.Size().Height > narrow+.5 {
		t.Errorf("the last chip ends at %.0f, below the %.0f that it asks for", last.Position().Y+last.Size().Height, narrow)
	}
}

func TestTheDotsOfACutTextStayWithinItsWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	runs := []Run{Plain("A day and a half. He has a "), Bold("plan "), Plain("with three steps"), Dim(" and an end")}
	for width := float32(40); width < 420; width++ {
		p := NewElided(14, runs...)
		p.Resize(fyne.NewSize(width, p.HeightForWidth(width)))
		for i, o := range p.objects {
			if right := o.Position().X + o.(*canvas.Text).MinSize().Width; right > width+1 {
				t.Fatalf("at %.0f wide part %d, %q, ends at %.1f", width, i, o.(*canvas.Text).Text, right)
			}
		}
	}
}

func TestTextsOfOneRowStandOnOneRowOfPixels(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	t.Cleanup(func() { look.Use(look.ModeLight, 0, 1) })
	for _, scale := range []float32{1, 1.15, 1.3, 1.5} {
		look.Use(look.ModeLight, 0, scale)
		title, name, small := Title("Hnm"), Name("Hnm"), Small("Hnm")
		para := NewPara(14, Plain("Hnm"))
		row := HStack(8, Fit(title), name, small, Grow(para))
		row.Resize(fyne.NewSize(600, HeightOf(row, 600)))
		want := float32(0)
		for _, o := range []*canvas.Text{title, name, small} {
			_, base := fyne.CurrentApp().Driver().RenderedTextSize(o.Text, o.TextSize, o.TextStyle, o.FontSource)
			at := o.Position().Y
			if o == title {
				at += row.Objects[0].Position().Y
			}
			if at += drawnBase(base); want == 0 {
				want = at
			} else if at != want {
				t.Errorf("at %.2f a text of %.0f is drawn on row %.2f, the first on %.2f", scale, o.TextSize, at, want)
			}
		}
		base, _ := para.baseline()
		if at := row.Objects[3].Position().Y + base; at != want {
			t.Errorf("at %.2f the paragraph is drawn on row %.2f, the first on %.2f", scale, at, want)
		}
	}
}

// A remark that has a tooltip is cut no sooner than one without.
func TestARemarkWithATooltipGetsTheRoomThatItNeeds(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	remark := Small("since 10 Nov")
	row := HStack(10, Grow(NewPara(14, Plain("Budget answer")).Most(2)), Tipped(FitWithin(96, remark), "Tuesday 10 November"))
	row.Resize(fyne.NewSize(300, 24))
	if remark.Text != "since 10 Nov" {
		t.Errorf("the remark says %q", remark.Text)
	}
}

func TestAChipGivesWayWhereItsTextIsTooLong(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	says := "Count it towards: Lead the platform team through the winter"
	chip := NewToggleChip("goal", "growth", says, false, nil)
	whole, _ := chip.gives()
	for name, row := range map[string]*fyne.Container{"alone in its line": HStack(0, chip), "among others": Flow(8, chip)} {
		t.Run(name, func(t *testing.T) {
			row.Resize(fyne.NewSize(600, 30))
			if chip.Size().Width != whole || chip.saysTip().text != "" {
				t.Errorf("with room it is %.0f wide, not %.0f, and its tooltip %q", chip.Size().Width, whole, chip.saysTip().text)
			}
			row.Resize(fyne.NewSize(200, 30))
			text := chip.says.Objects[0].(*canvas.Text)
			right := chip.Position().X + chip.Size().Width
			if right > 200.5 || !strings.HasSuffix(text.Text, "…") || text.MinSize().Width > chip.says.Size().Width+1 {
				t.Errorf("without it ends at %.0f and says %q", right, text.Text)
			}
			if chip.saysTip().text != says {
				t.Errorf("its tooltip says %q", chip.saysTip().text)
			}
		})
	}
}

// TestATitleThatDoesNotFitIsSaidInFewerWords: what a card is about is read before a long name is, and the whole again with room.
func TestATitleThatDoesNotFitIsSaidInFewerWords(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	title := CardTitle("Maximiliane-Alexandrina's actions")
	count := Text("12")
	row := HStack(8, FitOr(title, "Their actions"), count, Grow())
	for _, c := range []struct {
		width float32
		says  string
	}{{400, "Maximiliane-Alexandrina's actions"}, {160, "Their actions"}, {90, "Their…"}, {400, "Maximiliane-Alexandrina's actions"}} {
		row.Resize(fyne.NewSize(c.width, 26))
		if got := title.Text; got != c.says && (c.says != "Their…" || !strings.HasPrefix(got, "The") || !strings.HasSuffix(got, "…")) {
			t.Errorf("%v wide it says %q", c.width, got)
		}
		if air := count.Position().X - title.MinSize().Width; air < 7 || air > 10 && !strings.HasSuffix(title.Text, "…") {
			t.Errorf("%v wide the count stands %v behind it", c.width, air)
		}
	}
}
