package people

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/people"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/handover"
	"handback/ui/leaving"
	"handback/ui/room"
	"handback/ui/widgets"
)

// editor is the form of one person.
type editor struct {
	host   room.Host
	person notes.Person
	typed  people.Form
	dialog *widgets.Dialog

	name, aliases, role     *widgets.TextField
	joined                  *widgets.DateField
	until, left, last       *widgets.DateField
	deleteBy                *widgets.DateField
	every, at, zone         *widgets.TextField
	next                    *widgets.DateField
	on, cities              *fyne.Container // the ways to keep to a day, the cities that fit
	when, rhythm, days, all *fyne.Container
	called, further         *fyne.Container // what is said below the name and below the nicknames
	fields                  form.Fields
	moved                   notes.Redated // what becomes of the lines of the planned note where its day was typed

	kept   []string // the names that the typed one would lose
	warned string   // of what saving unfiles
}

// ShowEdit shows the form of a person, or of the manager, who has fewer fields.
func ShowEdit(host room.Host, id notes.PersonID) {
	p := host.Person(id)
	if p.ID == 0 {
		host.Show(notes.ErrNotFound)
		return
	}
	e := &editor{host: host, person: p, typed: people.FormOf(p)}
	e.build()
	title := p.Name
	if p.Kind == notes.KindMe {
		title = voice.T("About you")
	}
	e.dialog = widgets.NewDialog(host.Window().Canvas(), title, voice.T("Save"), e.save, e.all)
	e.dialog.About(id).Show(e.name.Entry)
}

func (e *editor) build() {
	e.buildNames()
	if e.person.Kind == notes.KindMe {
		e.all = widgets.VStack(12, e.called, e.further, e.pronoun())
		e.fields = form.Fields{people.FieldName: e.name, people.FieldAliases: e.aliases}
		return
	}
	e.role = e.text("person.role", voice.T("Role"), voice.T("e.g. Staff engineer"), e.typed.Role)
	e.when, e.rhythm, e.days = widgets.VStack(12), widgets.VStack(12), widgets.VStack(12)
	e.joined = form.Day("person.joined", people.FieldJoined, e.person.Joined, e.host.Today())
	e.until = form.Day("person.until", voice.T("Returns on (if known)"), e.person.Until, e.host.Today())
	e.left = form.PastDay("person.left", voice.T("Date left"), "", e.host.Today())
	e.left.SetText(e.typed.LeftOn)
	e.last = form.Day("person.last", people.FieldLast, "", e.host.Today())
	e.last.SetText(e.typed.Last)
	e.deleteBy = form.Day("person.deleteby", notes.FieldDeleteBy, "", e.host.Today())
	e.deleteBy.SetText(e.typed.DeleteBy)
	e.next = form.Day("person.next", people.FieldNext, "", e.host.Today())
	e.next.SetText(e.nextText())
	e.next.Field.Entry.OnChanged = func(string) { e.showMonthly() }
	e.on, e.cities = widgets.VStack(0), widgets.VStack(0)
	e.every = e.text("person.every", people.FieldEvery, "", e.typed.Every)
	e.at = e.text("person.at", people.FieldTime, voice.T("e.g. 9:30"), e.host.Locale().SayTime(e.typed.At))
	e.zone = e.text("person.zone", people.FieldZone, voice.T("e.g. Lisbon, if different"), e.typed.Zone)
	e.zone.Entry.OnChanged = func(string) { e.showCities() }
	e.all = widgets.VStack(12,
		e.called, e.further, e.role,
		widgets.Columns(12, []float32{1, 1}, e.pronoun(), e.kind()),
		e.state(), e.when,
		widgets.Hairline(),
		e.often(), e.rhythm, e.template(),
		widgets.Hairline(),
		widgets.Flow(4,
			widgets.NewSmallButton("person.merge", widgets.Quiet, "users", voice.T("Merge people …"), e.askMerge).
				SetEnabled(len(people.CanMerge(e.person.ID, e.host.People())) > 0),
			widgets.NewSmallButton("person.delete", widgets.Quiet, "trash", voice.T("Move to trash …"), e.askDelete),
			widgets.NewSmallButton("person.handover", widgets.Quiet, "page", voice.T("Open handover pack"), e.handOver).
				SetEnabled(e.person.Kind == notes.KindReport),
			widgets.NewSmallButton("person.file", widgets.Quiet, "page", voice.T("Open their file"), func() { e.goTo(room.TheirFile) }),
			widgets.NewSmallButton("person.erase", widgets.Quiet, "trash", voice.T("Delete everything …"), func() { e.goTo(room.Erasing) }),
		),
	)
	e.fields = form.Fields{
		people.FieldName: e.name, people.FieldAliases: e.aliases, people.FieldUntil: e.until, people.FieldLeftOn: e.left,
		people.FieldLast: e.last, notes.FieldDeleteBy: e.deleteBy, people.FieldJoined: e.joined,
		people.FieldEvery: e.every, people.FieldNext: e.next, people.FieldTime: e.at, people.FieldZone: e.zone,
	}
	e.showWhen()
	e.showRhythm()
}

// handOver leaves the form for the pack; what was typed waits in it.
func (e *editor) handOver() {
	e.dialog.Close()
	handover.Show(e.host, e.person.ID)
}

// goTo leaves the form for a screen about the person; what was typed waits in it.
func (e *editor) goTo(screen room.Screen) {
	e.dialog.Close()
	e.host.Go(room.Place{Screen: screen, Person: e.person.ID})
}

func (e *editor) text(key, label, placeholder, text string) *widgets.TextField {
	f := widgets.NewTextField(key, label, placeholder)
	f.SetText(text)
	f.Entry.OnChanged = func(string) { f.SetError("") }
	return f
}

func (e *editor) pronoun() fyne.CanvasObject {
	return form.NewChoice(
		"person.pronoun",
		voice.T("Pronouns"),
		[]notes.Pronoun{notes.They, notes.She, notes.He},
		[]string{voice.T("they/them"), voice.T("she/her"), voice.T("he/him")},
		e.typed.Pronoun,
		func(p notes.Pronoun) { e.typed.Pronoun = p },
	).Field
}

func (e *editor) kind() fyne.CanvasObject {
	return form.NewChoice(
		"person.kind",
		voice.T("Relationship"),
		[]notes.PersonKind{notes.KindReport, notes.KindOther},
		[]string{voice.T("reports to me"), voice.T("someone else")},
		e.typed.Kind,
		func(k notes.PersonKind) { e.typed.Kind = k },
	).Field
}

func (e *editor) state() fyne.CanvasObject {
	return form.NewChoice(
		"person.state",
		voice.T("Status"),
		[]notes.PersonState{notes.StateNew, notes.StateHere, notes.StateAway, people.Leaving, notes.StateLeft},
		[]string{voice.T("new to the team"), voice.T("here"), voice.T("away for a while"), voice.T("leaving"), voice.T("has left")},
		e.typed.State,
		func(s notes.PersonState) {
			e.typed.State = s
			if s == notes.StateNew && e.joined.Text() == "" {
				e.joined.Field.Offer(notes.TypeDate(e.host.Today()))
			}
			e.showWhen()
		},
	).Field
}

// showWhen shows the day that belongs to the state.
func (e *editor) showWhen() {
	e.when.Objects = nil
	switch e.typed.State {
	case notes.StateNew:
		e.when.Objects = []fyne.CanvasObject{
			e.joined,
			widgets.NewPara(12, widgets.Dim(voice.T("For 60 days from then, Handback suggests questions for someone new."))),
		}
	case notes.StateHere:
		if e.typed.Joined != "" {
			e.when.Objects = []fyne.CanvasObject{e.joined}
		}
	case notes.StateAway:
		e.when.Objects = []fyne.CanvasObject{
			e.until,
			widgets.NewPara(
				12,
				widgets.Dim(voice.T("Until then, Handback won't plan one-on-ones with them, ask about them or track how long it's been.")),
			),
		}
	case people.Leaving:
		e.when.Objects = []fyne.CanvasObject{
			e.last,
			widgets.NewPara(12, widgets.Dim(voice.T("Nothing changes until that day is over."))),
			e.deleteBy,
		}
	case notes.StateLeft:
		e.when.Objects = []fyne.CanvasObject{
			e.left,
			widgets.NewPara(
				12,
				widgets.Dim(voice.T("You keep their notes and can still search them. Handback stops "+
					"asking about them and stops tracking how long it's been.")),
			),
			e.deleteBy,
			widgets.NewPara(12, widgets.Dim(voice.T("The Today page will remind you that day. Nothing is deleted automatically."))),
		}
	}
	e.relayout()
}

// often chooses the unit of the rhythm, or that there is none.
func (e *editor) often() fyne.CanvasObject {
	unit := e.typed.Unit
	if e.typed.Every == "" {
		unit = ""
	}
	return form.NewChoice("person.unit", voice.T("How often do you meet?"), []notes.RhythmUnit{"", notes.Weeks, notes.Months},
		[]string{voice.T("not regularly"), voice.T("every … weeks"), voice.T("every … months")}, unit, func(u notes.RhythmUnit) {
			if e.typed.Unit = u; u != "" && e.every.Text() == "" {
				e.every.Offer("1")
			}
			if u == "" {
				e.every.Offer("")
			}
			e.showRhythm()
		}).Field
}

// showRhythm shows the fields of a rhythm; day and time belong together.
func (e *editor) showRhythm() {
	e.rhythm.Objects = nil
	switch {
	case e.every.Text() == "":
	case e.typed.Unit == notes.Months:
		e.rhythm.Objects = []fyne.CanvasObject{
			widgets.Columns(12, []float32{1, 2}, e.every, e.next),
			e.on,
			e.days,
		}
		e.showMonthly()
		return
	default:
		e.rhythm.Objects = []fyne.CanvasObject{
			widgets.Columns(12, []float32{1, 2}, e.every, e.weekday()),
			e.days,
		}
	}
	e.showDay()
}

// showMonthly offers the ways to keep to the day that stands in the field.
func (e *editor) showMonthly() {
	e.next.SetError("")
	var values []people.MonthDay
	var names []string
	for _, c := range people.MonthChoices(e.next.Text(), e.host.Today()) {
		values, names = append(values, c.On), append(names, c.Say)
	}
	if !slices.Contains(values, e.typed.On) {
		e.typed.On = people.AboutThen
	}
	e.on.Objects = []fyne.CanvasObject{
		form.NewChoice("person.month", voice.T("Repeats"), values, names, e.typed.On, func(on people.MonthDay) {
			e.typed.On = on
			e.showDay()
		}).Field,
	}
	e.showDay()
}

// mostCities is how many cities are offered at once.
const mostCities = 4

// showCities offers the cities that begin with what is typed as the time zone.
func (e *editor) showCities() {
	e.zone.SetError("")
	e.cities.Objects = nil
	typed := e.zone.Text()
	for _, c := range notes.CitiesLike(typed, mostCities) {
		if c.Name == typed {
			e.cities.Objects = nil
			break
		}
		pick := func() { e.zone.SetText(c.Name) }
		button := widgets.NewSmallButton("person.zone/"+c.Name, widgets.Quiet, "", c.Name, pick)
		e.cities.Objects = append(e.cities.Objects, widgets.HStack(0, button, widgets.Grow()))
	}
	e.cities.Refresh()
	e.relayout()
}

func (e *editor) weekday() fyne.CanvasObject {
	values := []string{""}
	for d := time.Monday; d <= time.Saturday; d++ {
		values = append(values, d.String())
	}
	values = append(values, time.Sunday.String())
	names := []string{
		voice.T("no fixed day"), voice.T("Monday"), voice.T("Tuesday"), voice.T("Wednesday"), voice.T("Thursday"), voice.T("Friday"),
		voice.T("Saturday"), voice.T("Sunday"),
	}
	return form.NewChoice("person.day", voice.T("On"), values, names, e.typed.Day, func(day string) {
		e.typed.Day = day
		e.showDay()
	}).Field
}

func (e *editor) showDay() {
	e.days.Objects = nil
	fixed := e.typed.Day != ""
	if e.typed.Unit == notes.Months {
		fixed = e.typed.On != people.AboutThen
	}
	if fixed {
		e.days.Objects = []fyne.CanvasObject{widgets.Columns(12, []float32{1, 2}, e.at, widgets.VStack(4, e.zone, e.cities))}
	}
	e.relayout()
}

func (e *editor) relayout() {
	e.all.Refresh()
	if e.dialog != nil {
		e.dialog.Relayout()
	}
}

func (e *editor) save() error {
	e.read()
	c, err := e.typed.Change(e.person, e.host.People(), e.host.Today())
	if err != nil {
		defer e.relayout()
		return e.fields.Refuse(err)
	}
	if err := e.warn(c); err != nil {
		return err
	}
	now := e.saved(c)
	e.moved = notes.Redated{}
	if c, err = e.planNext(c, now); err != nil {
		return e.fields.Refuse(err)
	}
	if _, err := e.host.Apply(c, room.AndSay(voice.T("Saved"), e.moved.Say(e.host.Today()))); err != nil {
		return err
	}
	if now.State == notes.StateLeft && e.person.State != notes.StateLeft {
		e.dialog.OnClose = func(bool) { leaving.Walk(e.host, e.person.ID) }
	}
	return nil
}

func (e *editor) read() {
	e.typed.Name, e.typed.Aliases = e.name.Text(), e.aliases.Text()
	if e.person.Kind == notes.KindMe {
		return
	}
	e.typed.Joined = e.joined.Text()
	e.typed.Role, e.typed.Until, e.typed.LeftOn, e.typed.Last = e.role.Text(), e.until.Text(), e.left.Text(), e.last.Text()
	e.typed.DeleteBy = e.deleteBy.Text()
	e.typed.Every, e.typed.At, e.typed.Zone, e.typed.Next = e.every.Text(), e.at.Text(), e.zone.Text(), e.next.Text()
}

// askDelete asks before the person goes to the trash.
func (e *editor) askDelete() {
	e.dialog.Close()
	p := e.person
	widgets.NewDanger(
		e.host.Window().Canvas(),
		voice.T("Move {name} to trash?", "name", p.Name),
		voice.T("Keep {first}", "first", p.First()),
		voice.T("Move to trash"),
		func() error {
			at := e.host.Place()
			c := notes.Change{Rows: []notes.Row{notes.Delete{Kind: notes.KindPerson, ID: int64(p.ID)}}}
			if at.Person == p.ID {
				e.host.Go(room.Place{Screen: room.Today})
			}
			_, err := e.host.Apply(c, voice.T("Moved {name} to trash", "name", p.Name))
			return err
		},
		widgets.NewPara(
			14,
			widgets.Plain(
				voice.T(
					"All notes about {first}, their goals and everything filed under their name will go too. "+
						"You can restore it all until you empty the trash.",
					"first",
					p.First(),
				),
			),
		),
		widgets.NewPara(
			14,
			widgets.Dim(voice.T("If they've only left the team, set their status to “has left” instead. Their notes stay.")),
		),
	).Show(nil)
}
