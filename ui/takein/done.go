package takein

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/taking"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// donePage says what came in, and where to find it.
func (r *Room) donePage() []fyne.CanvasObject {
	n := r.result.Taken()
	rows := []fyne.CanvasObject{
		widgets.NewPara(15, widgets.Strong(voice.N(n, "{n} note is in your journal now.", "{n} notes are in your journal now."))),
	}
	for _, line := range saysCounts(r.result) {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(line)))
	}
	if n := r.result.LeftOut; n > 0 {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.N(n,
			"{n} note was left out, because it has no date or nobody was chosen for it.",
			"{n} notes were left out, because they have no date or nobody was chosen for them."))))
	}
	rows = append(rows, widgets.NewPara(13, widgets.Dim(voice.T("You can undo this import at any time, under Import notes."))))
	rows = append(rows, widgets.HStack(8,
		widgets.NewButton("import.forward", widgets.Primary, "", voice.T("Carry over open lines …"), func() { r.forward(r.taken) }),
		widgets.NewButton("import.more", widgets.Outlined, "", voice.T("Import more"), r.back), widgets.Grow()))
	parts := []fyne.CanvasObject{
		widgets.PageHead(voice.T("Import notes"), voice.T("Imported notes are kept as history: you can find and review "+
			"them, but they aren't counted.")),
		widgets.Card(8, rows...),
	}
	if people := r.cameAbout(); len(people) > 0 {
		rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Look back"), "")}
		for _, p := range people {
			rows = append(rows, r.backRow(p))
		}
		parts = append(parts, widgets.Card(0, rows...))
	}
	return parts
}

// cameAbout are the reports about whom notes came in, in the order of the sidebar.
func (r *Room) cameAbout() (people []notes.Person) {
	for _, p := range r.host.People() {
		if p.Kind == notes.KindReport && slices.Contains(r.look.Came, p.ID) {
			people = append(people, p)
		}
	}
	return people
}

func (r *Room) backRow(p notes.Person) fyne.CanvasObject {
	return widgets.NewRow("import.lookback."+strconv.FormatInt(int64(p.ID), 10), widgets.RowOneLine, widgets.HMiddle(8,
		widgets.Disc(p.Name, p.UID, 24), widgets.Grow(widgets.Text(p.Name)), widgets.Icon("right", 14, look.C().Muted)),
		func() { r.host.Go(room.Place{Screen: room.LookBack, Person: p.ID}) })
}

// forward offers the lines of an import that would be open.
func (r *Room) forward(id notes.ImportID) {
	filed, err := r.host.Journal().WouldBeOpen(id, taking.MostForward)
	if err != nil {
		r.host.Show(err)
		return
	}
	if len(filed) == 0 {
		r.host.Say(voice.T("Nothing in these notes was still open."))
		return
	}
	lines := taking.Forward(filed, r.host.Context, r.host.Today())
	if goals, err := r.host.Journal().AllGoals(); err == nil {
		lines = taking.WithoutGoals(lines, goals)
	}
	ticked := make([]bool, len(lines))
	parts := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(voice.T("Tick what still matters. It goes into your next one-on-one, "+
		"or into today's note if none is planned."))).Lead(20)}
	for i := range lines {
		parts = append(parts, r.forwardRow(i, &lines[i], &ticked[i]))
	}
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Carry these over"), voice.T("Carry over"), func() error {
		var chosen []taking.Line
		for i, on := range ticked {
			if on {
				chosen = append(chosen, lines[i])
			}
		}
		if len(chosen) == 0 {
			return notes.Invalid{Why: voice.T("Tick the lines that still matter.")}
		}
		change, err := taking.Change(chosen, r.host.Context, r.host.Today())
		if err != nil {
			return err
		}
		_, err = r.host.Apply(change, voice.N(len(chosen), "Carried over {n} line", "Carried over {n} lines"))
		return err
	}, parts...).Wide(620)
	d.Show(nil)
}

// forwardRow is a line to tick. Of a task it can be chosen whose it is now.
func (r *Room) forwardRow(i int, l *taking.Line, ticked *bool) fyne.CanvasObject {
	key := "import/line." + strconv.Itoa(i)
	text := widgets.VStack(0,
		widgets.NewCheckbox(key, l.Says, false, func(on bool) { *ticked = on }),
		widgets.Pad(0, 0, 0, 28, widgets.NewElided(12, widgets.Dim(r.saysLine(*l)))))
	if !l.Asked {
		return text
	}
	pick := widgets.NewSelect(key+".whose", "", taking.SayActors(r.host.Person(l.NotePerson).First()), slices.Index(taking.Actors, l.Whose),
		func(k int) { l.Whose = taking.Actors[k] })
	return widgets.HMiddle(8, widgets.Grow(text), widgets.Width(170, pick))
}

// saysLine is whose a line is, of when, and that it becomes a goal.
func (r *Room) saysLine(l taking.Line) string {
	who := r.host.Person(l.NotePerson).Name
	if r.host.Person(l.NotePerson).Kind == notes.KindMe {
		who = voice.T("My notes")
	}
	says := who + "  ·  " + notes.SayDay(l.NoteDate, r.host.Today())
	if l.Label != notes.Todo {
		says += "  ·  " + string(l.Label)
	}
	if l.Due != "" {
		says += "  ·  " + voice.T("by {day}", "day", notes.SayDay(l.Due, r.host.Today()))
	}
	if l.Goal != "" {
		says += "  ·  " + voice.T("becomes a goal")
	}
	return says
}
