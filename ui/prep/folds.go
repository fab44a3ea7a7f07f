package prep

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/handback"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

// folds are the lines that open in place.
func (p *Prep) folds() []fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(p.brief.Folds))
	for i, f := range p.brief.Folds {
		icon, colour := foldIcon(f.Kind)
		rows[i] = widgets.NewFold("fold/"+string(f.Kind), icon, look.C().Ink(colour), f.Title,
			[]widgets.Run{widgets.Dim(f.Summary)}, func() fyne.CanvasObject { return p.unfolded(f) })
	}
	if signals := p.stepin.Signals(); signals != nil {
		rows = append(rows, signals)
	}
	if p.asksCounts {
		rows = append(rows, p.agreeOnCounts())
	}
	return rows
}

// agreeOnCounts asks, once somebody has joined, what the two count on each other for.
func (p *Prep) agreeOnCounts() fyne.CanvasObject {
	return widgets.NewRow("counts/agree", widgets.RowOneLine, widgets.HStack(
		10,
		widgets.Centre(18, 18, widgets.Icon("users", 16, look.C().Muted)),
		widgets.Grow(
			widgets.NewPara(
				14,
				widgets.Dim(voice.T("Agree with {who} on what you expect from each other", "who", p.brief.Person.First())),
			).Lead(20),
		),
	),
		func() { theirpage.EditCounts(p.host, p.brief.Person, nil) })
}

// foldIcon is a fold's icon and the name of its colour.
func foldIcon(k brief.FoldKind) (icon, colour string) {
	switch k {
	case brief.FoldUnsaid:
		return "praise", "praise"
	case brief.FoldIdeas:
		return "idea", "idea"
	case brief.FoldNeeds:
		return "need", "need"
	case brief.FoldHolds:
		return "decided", "decided"
	}
	return "growth", "todo"
}

func (p *Prep) unfolded(f brief.Fold) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, g := range f.Goals {
		rows = append(rows, p.goalRow(g))
	}
	for _, line := range f.Lines {
		rows = append(rows, p.foldRow(f.Kind, line))
	}
	if f.Kind == brief.FoldHolds {
		for _, h := range p.queue {
			rows = append(rows, handback.Row(p.host, h, false))
		}
	}
	if f.Kind == brief.FoldGrowth && len(f.Goals) == 0 {
		rows = append(rows, widgets.NewRow(
			"fold/growth/new",
			widgets.RowOneLine,
			widgets.HStack(
				10,
				widgets.Grow(widgets.NewPara(14, widgets.Plain(
					voice.T("Ask what {who} wants to grow into, and note it", "who", p.brief.Person.First())))),
			),
			func() { p.host.Go(room.Place{Screen: room.Growth, Person: p.who}) },
		))
	}
	return widgets.VStack(0, rows...)
}

func (p *Prep) goalRow(g brief.Goal) fyne.CanvasObject {
	lines := []fyne.CanvasObject{widgets.NewPara(14, widgets.Strong(g.Goal.Title))}
	if g.Next != "" {
		lines = append(lines, widgets.NewPara(12, widgets.Dim(voice.T("Next: {step}", "step", g.Next))).Most(1))
	}
	return widgets.NewRow(fmt.Sprintf("fold/goal/%d", g.Goal.ID), widgets.RowOneLine,
		widgets.HMiddle(10, widgets.Grow(widgets.VStack(0, lines...)), widgets.Small(g.Said)),
		func() { p.host.Go(room.PlaceOfGoal(p.who, g.Goal.ID)) })
}

// foldRow is praise to be ticked once it is said, a need to be ticked once it is met, or an idea.
func (p *Prep) foldRow(kind brief.FoldKind, line brief.Line) fyne.CanvasObject {
	key := "fold/" + string(kind) + "/" + lineKey(line.Filed)
	first, rest, _ := strings.Cut(line.Text, " — ")
	runs := []widgets.Run{widgets.Plain(first)}
	if rest != "" {
		runs = append(runs, widgets.Dim("  "+strings.ReplaceAll(rest, " — ", " · ")))
	}
	parts := []fyne.CanvasObject{widgets.Grow(widgets.NewPara(14, runs...).Most(3)), room.SmallDay(line.Tail, line.Day)}
	marks := map[brief.FoldKind]string{brief.FoldUnsaid: voice.T("Mark as said"), brief.FoldNeeds: voice.T("Mark need as met")}
	if say := marks[kind]; say != "" {
		done := widgets.NewSmallButton(key+"/done", widgets.Outlined, "check", say, func() { _ = room.Tick(p.host, line.Filed, true) })
		parts = append(parts, done.SetEnabled(!room.ReadOnly(p.host)))
	}
	return room.NewLogRow(p.host, key, widgets.RowOneLine, line.Filed, widgets.HMiddle(10, parts...))
}
