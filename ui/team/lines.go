package team

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/team"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

func key(id notes.CompanyGoalID, part string) string {
	return "team/" + strconv.FormatInt(int64(id), 10) + "/" + part
}

// line is one company goal; a tap shows what hangs on it.
func (r *Room) line(l team.CompanyLine) fyne.CanvasObject {
	content := widgets.HMiddle(10,
		widgets.Centre(18, 18, widgets.Icon("goal", 16, look.C().Muted)),
		widgets.Grow(widgets.Columns(12, []float32{2, 1, 1.2},
			widgets.NewPara(14, widgets.Strong(l.Title)).Lead(20),
			widgets.NewPara(13, widgets.Dim(l.Leads)).Lead(20),
			widgets.NewPara(13, widgets.Dim(l.Hangs)).Lead(20),
		)),
		r.discs(l), r.more(l),
	)
	row := widgets.NewRow(key(l.ID, "line"), 42, content, func() {
		r.open[l.ID] = !r.open[l.ID]
		r.host.Show(r.Reload())
	})
	if !r.open[l.ID] {
		return row
	}
	return widgets.VStack(0, row, widgets.Pad(0, 0, 10, 28, r.detail(l)))
}

// mostDiscs is how many people have a disc of their own in a line; the menu behind the last offers the others.
const mostDiscs = 10

// discs are the people with whom it was talked through, filled, and the others. A tap records that it was.
func (r *Room) discs(l team.CompanyLine) fyne.CanvasObject {
	var discs []fyne.CanvasObject
	for i, t := range l.Talked {
		if i == mostDiscs && len(l.Talked) > mostDiscs+1 {
			discs = append(discs, r.otherDiscs(l, l.Talked[i:]))
			break
		}
		name := key(l.ID, "talk/"+strconv.FormatInt(int64(t.Person.ID), 10))
		disc := widgets.NewDiscButton(name, t.Person.Name, t.Person.UID, 24, t.Talk.On != "", func() { r.talk(l, t) })
		widgets.WithPrivateTip(disc, team.SayTalk(t, r.host.Today()))
		if room.ReadOnly(r.host) {
			disc.Disable()
		}
		discs = append(discs, disc)
	}
	return widgets.HMiddle(0, discs...)
}

func (r *Room) otherDiscs(l team.CompanyLine, others []team.TalkedWith) fyne.CanvasObject {
	var b *widgets.Button
	b = widgets.NewSmallButton(key(l.ID, "talk/others"), widgets.Quiet, "", "+"+strconv.Itoa(len(others)), func() {
		items := make([]widgets.MenuItem, len(others))
		for i, t := range others {
			items[i] = widgets.MenuItem{Text: t.Person.Name, Off: room.ReadOnly(r.host), OnTap: func() { r.talk(l, t) }}
			if t.Talk.On != "" {
				items[i].Icon = "check"
			}
		}
		widgets.ShowMenu(b, items...)
	})
	return widgets.WithTip(b, voice.T("Everyone else"), "")
}

func (r *Room) more(l team.CompanyLine) fyne.CanvasObject {
	if room.ReadOnly(r.host) {
		return widgets.GapWide(0)
	}
	var b *widgets.Button
	b = widgets.NewSmallButton(key(l.ID, "more"), widgets.Quiet, "more", "", func() { widgets.ShowMenu(b, r.menu(l.CompanyGoal)...) })
	return widgets.WithTip(b, voice.T("Edit or close this goal"), "")
}

func (r *Room) menu(c notes.CompanyGoal) []widgets.MenuItem {
	closing := widgets.MenuItem{Icon: "check", Text: voice.T("Close the goal"), OnTap: func() {
		r.apply(team.CloseCompany(c, r.host.Today()), voice.T("Goal closed"))
	}}
	if c.Closed != "" {
		closing = widgets.MenuItem{Icon: "restore", Text: voice.T("Reopen the goal"), OnTap: func() {
			r.apply(team.CloseCompany(c, r.host.Today()), voice.T("Goal reopened"))
		}}
	}
	return []widgets.MenuItem{
		{Icon: "pen", Text: voice.T("Edit …"), OnTap: func() { r.edit(c) }},
		closing,
		{Icon: "trash", Text: voice.T("Delete"), OnTap: func() {
			r.apply(
				notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindCompanyGoal, ID: int64(c.ID)}}},
				voice.T("Moved to trash"),
			)
		}},
	}
}

// detail is why it is a goal, which goals hang on it, and how people put it.
func (r *Room) detail(l team.CompanyLine) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	if l.Why != "" {
		rows = append(rows, widgets.Pad(2, 0, 4, 0, widgets.NewPara(14, widgets.Dim(l.Why)).Lead(20)))
	}
	for _, g := range l.Hang {
		p := r.host.Person(g.Person)
		content := widgets.HMiddle(10, widgets.Disc(p.Name, p.UID, 22),
			widgets.Grow(widgets.NewPara(14, widgets.Plain(g.Title), widgets.Dim("  ·  "+p.First())).Lead(20)))
		rows = append(rows, widgets.NewRow(key(l.ID, "goal/"+strconv.FormatInt(int64(g.ID), 10)), 32, content, func() {
			r.host.Go(room.PlaceOfGoal(g.Person, g.ID))
		}))
	}
	if len(l.Hang) == 0 {
		rows = append(
			rows,
			widgets.EmptyLine(voice.T("No goals linked yet. To link one, edit a growth goal on the Growth page.")),
		)
	}
	for _, t := range l.Talked {
		if t.Talk.On != "" {
			rows = append(rows, widgets.Pad(3, 0, 3, 0, widgets.NewPara(13, widgets.Dim(team.SayTalk(t, r.host.Today()))).Lead(19)))
		}
	}
	return widgets.VStack(0, rows...)
}

func (r *Room) closedLines() fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(r.closed))
	for i, l := range r.closed {
		content := widgets.HStack(10,
			widgets.Grow(widgets.NewPara(14, widgets.Plain(l.Title)).Lead(20)),
			room.ShortDay(l.Closed, r.host.Today()),
		)
		if room.ReadOnly(r.host) {
			rows[i] = widgets.StillRow(32, content)
			continue
		}
		var row *widgets.Row
		row = widgets.NewRow(key(l.ID, "closed"), 32, content, func() { widgets.ShowMenu(row, r.menu(l.CompanyGoal)...) }).OpensMenu()
		rows[i] = row
	}
	return widgets.VStack(0, rows...)
}
