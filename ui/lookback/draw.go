package lookback

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/lookback"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// draw draws the head, and the part of the stream that is shown.
func (r *Room) draw() {
	r.drawing = true
	defer func() { r.drawing = false }()
	widgets.Keep(r.host.Window().Canvas(), r.root, func() {
		r.head.Objects = r.drawHead()
		r.page.SetContent(widgets.Pad(4, 32, 24, 32, widgets.CentredMaxWidth(widgets.Measure, r.drawStream())))
		r.root.Refresh() // the stream begins below the head, which may be taller now
	})
}

func (r *Room) drawHead() []fyne.CanvasObject {
	head := widgets.HMiddle(16, widgets.Grow(widgets.Title(voice.T("Look back"))))
	if len(r.past) == 0 {
		return []fyne.CanvasObject{head}
	}
	head.Objects = append(head.Objects, widgets.Width(300, r.field.content))
	parts := []fyne.CanvasObject{head, widgets.Gap(8), r.filters()}
	in := lookback.Month{}
	if r.from < len(r.chosen) {
		in = lookback.Months(r.chosen[r.from : r.from+1])[0]
	}
	r.strip.show(r.years, in.Year, in.Month)
	if len(r.years) > 0 {
		parts = append(parts, widgets.Gap(4), r.strip.root)
	}
	return parts
}

// filters are the chips of the kinds that there are.
func (r *Room) filters() fyne.CanvasObject {
	there := map[lookback.Kind]bool{}
	for _, e := range r.past {
		there[e.Kind] = true
	}
	chips := []fyne.CanvasObject{
		widgets.NewToggleChip("lookback.all", "", voice.T("Everything"), len(r.filter.Kinds) == 0, func() {
			r.filter.Kinds = nil
			r.limit()
		}),
	}
	for _, k := range lookback.Kinds {
		if there[k] || r.filter.Kinds[k] {
			icon, _ := iconOf(k)
			chips = append(chips, widgets.NewToggleChip("lookback.kind."+strconv.Itoa(int(k)), icon, k.String(), r.filter.Kinds[k],
				func() { r.toggle(k) }))
		}
	}
	return widgets.Flow(8, chips...)
}

// iconOf is the icon of a kind and its ink.
func iconOf(k lookback.Kind) (string, color.NRGBA) {
	p := look.C()
	label := map[lookback.Kind]notes.Label{
		lookback.Decision: notes.Decided, lookback.Praise: notes.Praise, lookback.Feedback: notes.Feedback, lookback.Idea: notes.Idea,
		lookback.StepIn: notes.StepIn,
	}[k]
	switch {
	case label != "":
		kind := label.Kind()
		return kind.Icon, p.Ink(kind.Colour)
	case k == lookback.Growth:
		return "growth", p.Ink("todo")
	case k == lookback.Done:
		return "check", p.Ink("todo")
	case k == lookback.Missed:
		return "cal", p.Muted
	}
	return "page", p.Muted
}

// drawStream draws what is shown, by month.
func (r *Room) drawStream() fyne.CanvasObject {
	r.heads = nil
	r.months = lookback.Months(r.chosen[r.from:r.to])
	if len(r.chosen) == 0 {
		return r.nothing()
	}
	var parts []fyne.CanvasObject
	if r.from > 0 {
		later := widgets.NewSmallButton("lookback.later", widgets.Quiet, "up", voice.T("Later"), r.later)
		parts = append(parts, widgets.HStack(0, later, widgets.Grow()))
	} else if r.filter.IsZero() && len(r.days) > 0 {
		parts = append(parts, r.onThisDay())
	}
	for _, m := range r.months {
		card := r.month(m)
		r.heads = append(r.heads, card)
		parts = append(parts, card)
	}
	if r.to < len(r.chosen) {
		earlier := widgets.NewSmallButton("lookback.earlier", widgets.Quiet, "down", voice.T("Earlier"), r.earlier)
		parts = append(parts, widgets.HStack(0, earlier, widgets.Grow()))
	}
	return widgets.VStack(12, parts...)
}

// nothing says what the screen is for, or that the filters leave nothing.
func (r *Room) nothing() fyne.CanvasObject {
	if !r.filter.IsZero() {
		clear := widgets.NewSmallButton("lookback.clear", widgets.Outlined, "x", voice.T("Clear filters"), r.unlimit)
		return widgets.Card(4, widgets.EmptyLine(voice.T("Nothing matches these filters.")), widgets.HStack(0, clear, widgets.Grow()))
	}
	says := voice.T("Everything you note about {first} comes together here, month by month: one-on-ones, decisions, praise, ideas and growth.",
		"first", r.host.Person(r.place.Person).First())
	parts := []fyne.CanvasObject{widgets.Gap(2), widgets.MaxWidth(600, widgets.NewPara(14, widgets.Dim(says)).Lead(21))}
	if !room.ReadOnly(r.host) {
		write := widgets.NewButton("lookback.new", widgets.Outlined, "plus", voice.T("Write the first note"), func() { r.host.Run("note.new") })
		parts = append(parts, widgets.Gap(10), widgets.HStack(0, write))
	}
	return widgets.Card(4, parts...)
}

// onThisDay folds what stood on this day in the years before.
func (r *Room) onThisDay() fyne.CanvasObject {
	said := make([]string, len(r.days))
	for i, d := range r.days {
		said[i] = d.Title + ": " + notes.Shorten(d.Entries[0].Text, 60)
	}
	fold := widgets.NewFold("lookback.day", "cal", look.C().Primary, voice.T("On this day"),
		[]widgets.Run{widgets.Dim(strings.Join(said, "  ·  "))}, func() fyne.CanvasObject {
			var rows []fyne.CanvasObject
			for _, d := range r.days {
				rows = append(rows, widgets.Pad(6, 0, 0, 0, widgets.SmallName(d.Title)))
				for i, e := range d.Entries {
					rows = append(rows, r.row(fmt.Sprintf("lookback.day.%d.%d", d.Years, i), e, true))
				}
			}
			return widgets.VStack(0, rows...)
		})
	return widgets.FoldCard(fold)
}

// month is the card of a month, or of the part of it that is shown.
func (r *Room) month(m lookback.Month) fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, 0, len(m.Entries)+1)
	parts = append(parts, widgets.CardHead(m.Title, ""))
	for i, e := range m.Entries {
		newDay := i == 0 || m.Entries[i-1].Day != e.Day
		parts = append(parts, r.row("lookback.line."+strconv.Itoa(r.from+m.First+i), e, newDay))
	}
	return widgets.Card(0, parts...)
}

// row is an entry; a tap opens where it stands. Its day is said where it is another one than that of the row before.
func (r *Room) row(key string, e lookback.Entry, newDay bool) fyne.CanvasObject {
	icon, ink := iconOf(e.Kind)
	runs := []widgets.Run{widgets.Plain(e.Text)}
	if e.Kind == lookback.Note || e.Kind == lookback.Missed {
		runs[0] = widgets.Dim(e.Text)
	}
	if e.Rest != "" {
		rest := widgets.Dim("  " + e.Rest)
		if e.Unsaid {
			rest = widgets.Colored("  "+e.Rest, look.C().Ask)
		}
		runs = append(runs, rest)
	}
	day := ""
	if newDay {
		day = notes.SayDate(e.Day, e.Day) // the year is the card's
	}
	return widgets.NewRow(key, widgets.RowOneLine, widgets.HTop(10,
		widgets.LineHeight(20, widgets.Width(54, room.SmallDay(day, e.Day))),
		widgets.LineHeight(20, widgets.Centre(18, 18, widgets.Icon(icon, 16, ink))),
		widgets.Grow(widgets.NewPara(14, runs...).Lead(20).Most(3)),
	), func() { r.open(e) })
}

// inView is the month that is in view, nil where there is none.
func (r *Room) inView() *lookback.Month {
	if len(r.months) == 0 {
		return nil
	}
	in := r.months[0]
	for i, head := range r.heads {
		if head.Position().Y <= r.page.Offset()+look.S(60) {
			in = r.months[i]
		}
	}
	return &in
}

// scrolled marks the month that came into view, and draws more where the end is near.
func (r *Room) scrolled() {
	if r.drawing {
		return
	}
	if in := r.inView(); in != nil {
		r.strip.inView(*in)
	}
	height := r.page.Content().Size().Height
	near := r.page.Offset()+2*r.page.Size().Height > height
	if near && r.to < len(r.chosen) && r.to-r.from < mostAt {
		r.to = min(r.to+pageful, len(r.chosen))
		r.drawMore()
	}
}

// drawMore draws the stream anew, with more of it, and leaves the head as it is.
func (r *Room) drawMore() {
	r.drawing = true
	defer func() { r.drawing = false }()
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(4, 32, 24, 32, widgets.CentredMaxWidth(widgets.Measure, r.drawStream())))
	})
}

// earlier goes on after what is shown, and later before it.
func (r *Room) earlier() { r.turnTo(r.to) }

func (r *Room) later() { r.turnTo(max(0, r.from-pageful)) }

func (r *Room) turnTo(from int) {
	r.from = from
	r.to = min(from+pageful, len(r.chosen))
	r.draw()
	r.page.ScrollTo(0)
}
