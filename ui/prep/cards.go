package prep

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

func (p *Prep) agendaCard(most int) fyne.CanvasObject {
	return p.listCard("agenda", voice.T("Agenda"), "", voice.T("Nothing on the agenda yet."), p.brief.Agenda, most, p.topic.part())
}

func (p *Prep) oweCard(most int) fyne.CanvasObject {
	return p.listCard("owe", voice.T("You promised {who}", "who", p.brief.Person.First()), voice.T("Promises"), voice.T("No open promises."),
		p.brief.IOwe, most)
}

func (p *Prep) ownCard(most int) fyne.CanvasObject {
	return p.listCard("own", voice.T("{who}'s actions", "who", p.brief.Person.First()), voice.T("Their actions"), voice.T("No open actions."),
		p.brief.TheyOwn, most)
}

// listCard lists lines under a title, or one of fewer words where there is no room for it, the first most of them until the rest
// is asked for.
func (p *Prep) listCard(key, title, fewer, empty string, lines []brief.Line, most int, foot ...fyne.CanvasObject) fyne.CanvasObject {
	count := ""
	if len(lines) > 0 {
		count = strconv.Itoa(len(lines))
	}
	shown, more := lines, []fyne.CanvasObject(nil)
	if len(lines) > most {
		say := voice.T("Show fewer")
		if !p.all[key] {
			shown = lines[:most]
			say = voice.T("Show {n} more", "n", len(lines)-most)
		}
		more = append(more, widgets.NewSmallButton(key+"/more", widgets.Quiet, "", say, func() {
			p.all[key] = !p.all[key]
			p.draw()
		}))
	}
	parts := []fyne.CanvasObject{widgets.CardHeadOr(title, fewer, count, more...)}
	for _, line := range shown {
		parts = append(parts, p.row(key, line))
	}
	if len(lines) == 0 {
		parts = append(parts, widgets.EmptyLine(empty))
	}
	return widgets.Card(2, append(parts, foot...)...)
}

// row is a line to tick; a tap beside the box opens its note.
func (p *Prep) row(list string, line brief.Line) fyne.CanvasObject {
	key := list + "/" + lineKey(line.Filed)
	return room.NewLogRow(p.host, key, widgets.RowOneLine, line.Filed, widgets.HStack(10, p.box(key, line.Filed),
		widgets.Grow(widgets.NewPara(14, tagged(widgets.Plain(line.Text))...).Most(3)), room.SmallDayWithin(96, line.Tail, line.Day),
	))
}

// box is the box that ticks a line. It answers to taps beyond the line of text that it stands in.
func (p *Prep) box(key string, f notes.Filed) fyne.CanvasObject {
	return widgets.LineHeight(20, room.NewTick(p.host, key+"/done", f, false))
}

// lineKey tells a filed line from all others of the page.
func lineKey(f notes.Filed) string { return fmt.Sprintf("%d:%d", f.Note, f.Line) }

// sinceCard is what the last one-on-one was about, and in one line, which a tap unfolds, what changed since.
func (p *Prep) sinceCard() fyne.CanvasObject {
	s := p.brief.Since
	if s.Before != "" {
		back := widgets.NewSmallButton("since/lookback", widgets.Quiet, "", voice.T("Open Look back"), func() {
			p.host.Go(room.Place{Screen: room.LookBack, Person: p.who})
		})
		return widgets.Card(6, widgets.CardHead(voice.T("Last time"), "", back), widgets.EmptyLine(
			voice.T("No one-on-one with {who} in Handback yet. The notes you imported end on {day}.",
				"who", p.brief.Person.First(), "day", s.Before)))
	}
	if s.Title == "" {
		return widgets.Card(
			6,
			widgets.CardHead(voice.T("Last time"), ""),
			widgets.EmptyLine(voice.T("No one-on-one with {who} yet.", "who", p.brief.Person.First())),
		)
	}
	open := widgets.NewSmallButton("since/open", widgets.Quiet, "", voice.T("Open the note"), func() {
		p.host.Go(room.Place{Screen: room.Notes, Person: p.who, Note: s.Note})
	})
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("Last time"), s.Day, open)}
	if s.Summary != "" {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(s.Summary)).Lead(21).Most(4))
	}
	if s.Filed != "" {
		parts = append(parts, widgets.EmptyLine(s.SayFiled()))
	}
	if len(s.Chips) > 0 {
		parts = append(parts, widgets.NewFold("since/changed", "clock", look.C().Muted, s.Title,
			[]widgets.Run{widgets.Dim(s.Says())}, p.changed))
	}
	if len(parts) == 1 {
		parts = append(parts, widgets.EmptyLine(voice.T("Nothing noted yet.")))
	}
	return widgets.Card(4, parts...)
}

// changed are the lines of what changed, by what they count under.
func (p *Prep) changed() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, chip := range p.brief.Since.Chips {
		icon, ink := "growth", look.C().Ink("todo")
		if chip.Label != "" {
			kind := chip.Label.Kind()
			icon, ink = kind.Icon, look.C().Ink(kind.Colour)
		}
		head := widgets.HMiddle(6, widgets.Icon(icon, 14, ink), widgets.SmallName(chip.Text))
		rows = append(rows, widgets.Pad(4, 0, 0, 0, head))
		for j, c := range chip.Lines {
			rows = append(rows, p.changedRow(fmt.Sprintf("since/%d/%d", i, j), c))
		}
	}
	return widgets.VStack(0, rows...)
}

// changedRow is one of them; a tap leads to its note, to its goal, or to what was agreed.
func (p *Prep) changedRow(key string, c brief.Changed) fyne.CanvasObject {
	to := room.Place{Screen: room.Decisions, Person: p.who}
	switch {
	case c.Filed.Note != 0:
		to = room.PlaceOf(c.Filed)
	case c.Goal != 0:
		to = room.PlaceOfGoal(p.who, c.Goal)
	}
	return widgets.NewRow(key, widgets.RowOneLine, widgets.HStack(10,
		widgets.Grow(widgets.NewPara(14, widgets.Plain(c.Text)).Lead(20).Most(3)), widgets.Small(c.Rest),
	), func() { p.host.Go(to) })
}
