package decisions

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// calls are the three of a choice, in its order.
var calls = []notes.Call{notes.Mine, notes.Shared, notes.Theirs}

// whoseCall is the card of the areas.
func (r *Room) whoseCall() fyne.CanvasObject {
	count := ""
	if n := len(r.areas); n > 0 {
		count = voice.N(n, "{n} area", "{n} areas")
	}
	add := widgets.NewSmallButton("area/add", widgets.Quiet, "plus", voice.T("Add an area"), r.addArea)
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("Whose call"), count, r.writing(add)...)}
	for _, a := range r.areas {
		parts = append(parts, r.area(a))
		if r.limits != nil && r.limits.area == a.ID {
			parts = append(parts, r.limits.content(r))
		}
		if r.history[a.ID] {
			parts = append(parts, r.levels(a))
		}
	}
	if len(r.areas) == 0 {
		parts = append(parts, widgets.EmptyLine(voice.T("No areas yet. Add one, such as hiring, and say whose call it is.")))
	}
	return widgets.Card(2, parts...)
}

// areaKey is the identity of a control of an area's row.
func areaKey(a notes.Area, part string) string {
	return "area/" + strconv.FormatInt(int64(a.ID), 10) + "/" + part
}

func (r *Room) area(a notes.Area) fyne.CanvasObject {
	today := r.host.Today()
	level := a.LevelOn(today)
	chosen := -1
	for i, c := range calls {
		if level.Call() == c {
			chosen = i
		}
	}
	whose := widgets.NewSegmented(areaKey(a, "call"), []string{voice.T("Mine"), voice.T("Shared"), voice.T("Theirs")}, chosen, func(i int) {
		r.apply(decisions.SetCall(a, calls[i], today), nil, decisions.SayCallSet(a.Tag, calls[i], r.first()))
	})
	if room.ReadOnly(r.host) {
		whose.Disable()
	}
	return widgets.HMiddle(12,
		r.tagColumn(limitsLeast, r.tag(a, level)), whose, widgets.Grow(r.limitsLine(a)), widgets.Width(84, r.since(a, level)),
	)
}

// The widths of the column of tags, at the least, and of what stands beside it, before scaling.
const (
	tagLeast    = 96
	limitsLeast = 120
	ladderLeast = 320
)

// tagColumn is where the tags of a table stand: as wide as the longest of them, where what grows beside them keeps enough.
func (r *Room) tagColumn(enough float32, tag fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(tagLeast, r.tags, enough, tag)
}

// widestTag is the width that the longest tag of some areas wants.
func widestTag(plan []decisions.AreaRow) float32 {
	names := make([]string, len(plan))
	for i, row := range plan {
		names[i] = "#" + row.Area.Tag
	}
	return widgets.ColumnOf(14, names...)
}

// tag names an area and its level; a tap offers the seven levels and what else can be done with it.
func (r *Room) tag(a notes.Area, level notes.Level) fyne.CanvasObject {
	said := level.String()
	if level == notes.NoLevel {
		said = voice.T("no level yet")
	}
	content := widgets.VStack(
		0,
		widgets.NewElided(14, widgets.Strong("#"+a.Tag)).Lead(19),
		widgets.NewElided(12, widgets.Dim(said)).Lead(16),
	)
	if room.ReadOnly(r.host) {
		return content
	}
	var row *widgets.Row
	row = widgets.NewRow(areaKey(a, "tag"), 40, content, func() { widgets.ShowMenu(row, r.areaMenu(a, level)...) }).OpensMenu()
	return row
}

func (r *Room) areaMenu(a notes.Area, level notes.Level) []widgets.MenuItem {
	today := r.host.Today()
	var items []widgets.MenuItem
	for _, l := range notes.Levels {
		icon := ""
		if l == level {
			icon = "check"
		}
		items = append(items, widgets.MenuItem{Icon: icon, Text: l.String() + "  ·  " + l.Meaning(), Chosen: l == level, OnTap: func() {
			r.apply(decisions.SetLevel(a, l, today), nil, voice.T("#{tag} is now at {level}", "tag", a.Tag, "level", l))
		}})
	}
	return append(items,
		widgets.MenuItem{Icon: "pen", Text: voice.T("Edit limits …"), OnTap: func() { r.editLimits(a) }},
		widgets.MenuItem{Icon: "tag", Text: voice.T("Rename area …"), OnTap: func() { r.rename(a) }},
		widgets.MenuItem{Icon: "trash", Text: voice.T("Delete area"), OnTap: func() {
			r.apply(
				notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindArea, ID: int64(a.ID)}}},
				nil,
				voice.T("Area moved to trash"),
			)
		}},
	)
}

// limitsLine is what must stay true; a tap edits it in place.
func (r *Room) limitsLine(a notes.Area) fyne.CanvasObject {
	said := a.Limits
	if said == "" && !room.ReadOnly(r.host) {
		said = voice.T("What are the limits?")
	}
	text := widgets.NewPara(13, widgets.Dim(said)).Lead(18).Most(4)
	if room.ReadOnly(r.host) {
		return text
	}
	return widgets.NewRow(areaKey(a, "limits"), 40, text, func() { r.editLimits(a) })
}

// since is from when the level holds; a tap shows the whole history.
func (r *Room) since(a notes.Area, level notes.Level) fyne.CanvasObject {
	if len(a.Levels) == 0 {
		return widgets.Small("")
	}
	said := voice.T("history")
	if level != notes.NoLevel {
		said = notes.SaySince(a.Since(r.host.Today()), r.host.Today())
	}
	return widgets.NewRow(areaKey(a, "since"), 40, widgets.Right(widgets.Small(said)), func() {
		r.history[a.ID] = !r.history[a.ID]
		r.redraw()
	})
}

// levels is the dated history of an area, newest first.
func (r *Room) levels(a notes.Area) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i := len(a.Levels) - 1; i >= 0; i-- {
		l := a.Levels[i]
		line := []fyne.CanvasObject{
			widgets.Width(84, room.ShortDay(l.From, r.host.Today())),
			widgets.Grow(widgets.NewPara(13, widgets.Strong(l.Level.String()), widgets.Dim("  "+l.Level.Meaning())).Lead(18)),
		}
		line = append(line, r.writing(widgets.WithTip(widgets.NewSmallButton(areaKey(a, "level/"+string(l.From)), widgets.Quiet, "x", "", func() {
			r.apply(decisions.DropLevel(a, l.From), nil, voice.T("Removed from the history"))
		}), voice.T("Remove from the history"), ""))...)
		rows = append(rows, widgets.HMiddle(12, line...))
	}
	return widgets.Pad(0, 0, 8, 108, widgets.VStack(0, rows...))
}
