package growth

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/growth"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// card is one open goal.
func (r *Room) card(v growth.GoalView) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.Gap(0), r.head(v)}
	if v.Why != "" {
		parts = append(parts, widgets.Pad(4, 0, 0, 0, widgets.NewPara(14, widgets.Dim(v.Why)).Lead(20)))
	}
	if v.Now != notes.NoLevel || v.Wanted != notes.NoLevel || v.Area.Limits != "" {
		parts = append(parts, widgets.Gap(2), r.ladder(v), widgets.Gap(2))
	} else {
		parts = append(parts, widgets.Gap(0))
	}
	left := widgets.VStack(0, append(r.steps(v), r.chances(v)...)...)
	if len(v.Noted) == 0 {
		return widgets.Card(4, append(parts, left)...)
	}
	return widgets.Card(4, append(parts, widgets.ColumnsOrStack(560, 32, []float32{1, 1}, left, r.noted(v)))...)
}

func (r *Room) head(v growth.GoalView) fyne.CanvasObject {
	var about []widgets.Run
	if v.Tag != "" {
		about = append(about, widgets.Colored("#"+v.Tag, look.C().Primary), widgets.Dim("  ·  "))
	}
	about = append(about, widgets.Dim(strings.Join(v.About, "  ·  ")))
	title := widgets.Grow(widgets.VStack(1,
		widgets.NewPara(16, widgets.Bold(v.Title)).Lead(23),
		widgets.NewPara(12, about...).Lead(18),
	))
	row := []fyne.CanvasObject{title}
	switch {
	case v.Moved != "":
		row = append(row, widgets.Chip("", v.Moved, look.C().Todo))
	case v.Quiet != "":
		row = append(row, widgets.Small(v.Quiet))
	}
	if !room.ReadOnly(r.host) {
		var more *widgets.Button
		more = widgets.NewButton(key(v.ID, "more"), widgets.Quiet, "more", "", func() { widgets.ShowMenu(more, r.goalMenu(v)...) })
		widgets.WithTip(more, voice.T("Edit or close this goal"), "")
		row = append(row, more)
	}
	return widgets.HMiddle(8, row...)
}

// key is the identity of a control of a goal's card.
func key(goal notes.GoalID, part string) string {
	return "growth/" + strconv.FormatInt(int64(goal), 10) + "/" + part
}

func (r *Room) goalMenu(v growth.GoalView) []widgets.MenuItem {
	g := v.Goal
	return []widgets.MenuItem{
		{Icon: "pen", Text: voice.T("Edit …"), OnTap: func() { r.editGoal(g) }},
		{Icon: "plus", Text: voice.T("Add a step …"), OnTap: func() { r.editStep(g, notes.Step{}) }},
		{Icon: "growth", Text: voice.T("Add an opportunity …"), OnTap: func() { r.editChance(g, notes.Opportunity{Kind: notes.Stretch}) }},
		{Icon: "decided", Text: voice.T("Choose whose call it is …"), OnTap: func() { r.editArea(g) }},
		{
			Icon:  "check",
			Text:  voice.T("Mark as reached"),
			OnTap: func() { r.apply(growth.CloseGoal(g, notes.GoalReached, r.host.Today()), voice.T("Goal reached")) },
		},
		{
			Icon:  "x",
			Text:  voice.T("Drop the goal"),
			OnTap: func() { r.apply(growth.CloseGoal(g, notes.GoalDropped, r.host.Today()), voice.T("Goal dropped")) },
		},
		{Icon: "trash", Text: voice.T("Delete"), OnTap: func() { r.delete(notes.KindGoal, int64(g.ID)) }},
	}
}

func (r *Room) delete(kind notes.Kind, id int64) {
	r.apply(notes.Change{Rows: []notes.Row{notes.Delete{Kind: kind, ID: id}}}, voice.T("Moved to trash"))
}

// ladder shows whose call the goal's area is; a tap changes that, and its limits.
func (r *Room) ladder(v growth.GoalView) fyne.CanvasObject {
	names := make([]string, len(notes.Levels))
	for i, l := range notes.Levels {
		names[i] = l.String()
	}
	shown := []fyne.CanvasObject{widgets.Ladder(names, int(v.Now), int(v.Wanted))}
	if v.Area.Limits != "" {
		shown = append(shown, widgets.NewPara(13, widgets.Dim(voice.T("Limits:")+"  "), widgets.Plain(v.Area.Limits)).Lead(19))
	}
	content := widgets.VStack(10, shown...)
	if room.ReadOnly(r.host) {
		return widgets.StillRow(widgets.RowTwoLines, content)
	}
	return widgets.NewRow(key(v.ID, "ladder"), widgets.RowTwoLines, content, func() { r.editArea(v.Goal) })
}

// fewLines is how many lines of a goal are shown before a tap shows all.
const fewLines = 5

// noted are the lines that carry the goal's tag; a tap opens the note at the line.
func (r *Room) noted(v growth.GoalView) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.Pad(0, 0, 2, 0, widgets.SmallName(voice.T("What you noted")))}
	shown := v.Noted
	if !r.whole[v.ID] && len(shown) > fewLines+1 {
		shown = shown[:fewLines]
	}
	for i, f := range shown {
		text := widgets.NewPara(14, widgets.Plain(notes.SayText(f.Text))).Lead(20).Most(4)
		content := widgets.HStack(10, widgets.Width(58, room.ShortDay(f.NoteDate, r.host.Today())), widgets.Grow(text))
		rows = append(rows, room.NewLogRow(r.host, key(v.ID, "noted/"+strconv.Itoa(i)), 30, f, content))
	}
	if len(shown) < len(v.Noted) {
		all := widgets.NewSmallButton(key(v.ID, "noted/all"), widgets.Quiet, "down", voice.T("Show all {n}", "n", len(v.Noted)), func() {
			r.whole[v.ID] = true
			r.host.Show(r.Reload())
		})
		rows = append(rows, widgets.HStack(0, widgets.GapWide(60), all))
	}
	return widgets.VStack(0, rows...)
}
