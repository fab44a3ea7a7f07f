// Package erasing is the screen on which everything about a person is deleted for good: what goes, the lines elsewhere that name
// them, one after the other, and what stays in other files. Nothing goes before the last button, and the name is typed then.
package erasing

import (
	"errors"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/erasing"
	"handback/notes/theirfile"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// most is how many lines are drawn at once. The next ones come as these are decided.
const most = 30

// Room is the screen.
type Room struct {
	host    room.Host
	person  notes.PersonID
	page    *widgets.Scroll
	facts   erasing.Facts
	shown   erasing.Page
	answers erasing.Answers
	looked  bool     // through everything else for the name
	kept    string   // the folder that is kept up to date, "" for none
	out     []string // where the journal was written to
	trashed bool     // the person is in the trash
	reads   int
	backups backups.All
}

// New makes the screen.
func New(host room.Host, place room.Place) room.Room {
	return &Room{host: host, person: place.Person, page: widgets.Page("erasing", widgets.Gap(0))}
}

// Show goes to the screen of a person.
func Show(host room.Host, who notes.PersonID) {
	host.Go(room.Place{Screen: room.Erasing, Person: who})
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room.
func (r *Room) Reload() (err error) {
	journal := r.host.Journal()
	r.facts.Person = r.host.Person(r.person)
	if r.facts.Rows, err = journal.HeldRows(r.person); err != nil {
		return err
	}
	if r.trashed = false; r.facts.Person.ID == 0 {
		r.facts.Person, r.trashed = erasing.Trashed(r.person, r.facts.Rows)
	}
	if r.facts.Person.ID == 0 || r.facts.Person.Kind == notes.KindMe {
		r.redraw() // who is gone, or can't go
		return nil
	}
	r.facts.People = r.host.People()
	if r.facts.Copies, err = journal.Copies(); err != nil {
		return err
	}
	if r.kept, err = journal.Setting(notes.SettingKeptFolder); err != nil {
		return err
	}
	if r.out, err = carrying.StillOut(r.host, append(r.facts.Copies, r.kept)...); err != nil {
		return err
	}
	r.reads++
	r.redraw()
	r.look()
	return nil
}

// look looks through everything else for the person's name.
func (r *Room) look() {
	journal, reading := r.host.Journal(), r.reads
	var found []notes.Mention
	var there backups.All
	r.host.Background(func() (err error) {
		if keeper, ok := journal.(backups.Keeper); ok {
			if there, err = keeper.AllBackups(); err != nil {
				return err
			}
		}
		found, err = journal.Mentions(r.person)
		return err
	}, func(err error) {
		if reading != r.reads || r.host.Journal() != journal {
			return // a later answer is on its way, or the journal is another one
		}
		if err != nil {
			r.host.Show(err)
			return
		}
		r.backups = there
		r.facts.Mentions, r.looked = found, true
		r.redraw()
	})
}

func (r *Room) redraw() {
	r.facts.Answers = r.answers
	r.shown = erasing.Show(r.facts)
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, widgets.VStack(16, r.draw()...))))
	})
}

func (r *Room) draw() []fyne.CanvasObject {
	p := r.facts.Person
	if p.ID == 0 || p.Kind == notes.KindMe {
		says := voice.T("Choose a person in the sidebar to delete everything about them.")
		return []fyne.CanvasObject{widgets.PageHead(voice.T("Delete everything"), ""), widgets.Card(4, widgets.EmptyLine(says))}
	}
	head := widgets.PageHead(voice.T("Delete everything about {who}", "who", p.Name),
		voice.T("You can't undo this. Nothing is deleted until you confirm it at the end."))
	parts := []fyne.CanvasObject{head, r.goes(), r.elsewhere(), r.stays()}
	if room.ReadOnly(r.host) {
		says := voice.T("This journal is read-only, so nothing can be deleted here.")
		return append(parts, widgets.NewPara(14, widgets.Dim(says)).Lead(20))
	}
	file := widgets.NewButton("erasing.file", widgets.Outlined, "page", voice.T("Save their file first"), func() {
		r.host.Go(room.Place{Screen: room.TheirFile, Person: p.ID, Part: string(theirfile.Everything)})
	})
	erase := widgets.NewButton("erasing.erase", widgets.Outlined, "trash", voice.T("Delete everything …"), r.ask)
	if r.trashed { // their file is that of somebody who is there
		return append(parts, widgets.HStack(8, erase, widgets.Grow()))
	}
	return append(parts, widgets.HStack(8, erase, file, widgets.Grow()))
}

func (r *Room) goes() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("What will be deleted"), "")}
	for _, says := range r.shown.Goes {
		rows = append(rows, widgets.NewPara(14, widgets.Plain(says)).Lead(21))
	}
	return widgets.Card(2, rows...)
}

func (r *Room) elsewhere() fyne.CanvasObject {
	first := r.facts.Person.First()
	title := voice.T("Lines elsewhere that name {first}", "first", first)
	rows := []fyne.CanvasObject{widgets.CardHead(title, "")}
	switch {
	case !r.looked:
		return widgets.Card(4, append(rows, widgets.EmptyLine(voice.T("Looking through your other notes …")))...)
	case len(r.shown.Lines) == 0:
		return widgets.Card(4, append(rows, widgets.EmptyLine(voice.T("None. No other note names {first}.", "first", first)))...)
	}
	says := voice.T("Nothing left to decide. The lines will change when you delete everything, in earlier versions of these notes too.")
	if r.shown.Open > 0 {
		says = voice.N(r.shown.Open, "{n} line to decide on. It will change when you delete everything, in earlier versions of the note too.",
			"{n} lines to decide on. They will change when you delete everything, in earlier versions of these notes too.")
	}
	rows = append(rows, widgets.NewPara(13, widgets.Dim(says)).Lead(19))
	if r.shown.Open > 1 && !room.ReadOnly(r.host) {
		open := r.shown.Lines[:r.shown.Open]
		rows = append(rows, widgets.HStack(8,
			widgets.NewSmallButton("erasing.black", widgets.Outlined, "", voice.T("Remove the name everywhere"), func() {
				r.answer(erasing.Answer{What: erasing.Black}, open...)
			}),
			widgets.NewSmallButton("erasing.keep", widgets.Outlined, "", voice.T("Keep them all as they are"), func() {
				r.answer(erasing.Answer{What: erasing.Keep}, open...)
			}), widgets.Grow()))
	}
	for _, l := range r.shown.Lines[:min(len(r.shown.Lines), most)] {
		rows = append(rows, r.line(l))
	}
	if more := len(r.shown.Lines) - most; more > 0 {
		rows = append(rows, widgets.EmptyLine(
			voice.N(more, "{n} more line to go after these.", "{n} more lines to go after these.")))
	}
	return widgets.Card(4, rows...)
}

// line is a line that names the person, and what becomes of it; a tap rewrites it.
func (r *Room) line(l erasing.Line) fyne.CanvasObject {
	text := widgets.Plain(l.Becomes())
	switch l.Answer.What {
	case erasing.Remove:
		text = widgets.Dim(voice.T("This line will be deleted: {line}", "line", notes.Shorten(l.Text, 80)))
	case erasing.Open:
		text = widgets.Strong(l.Text)
	}
	where := theirfile.SayWhere(l.Mention)
	if p := r.host.Person(l.Whose); p.Kind == notes.KindMe {
		where = voice.T("{who} · {where}", "who", voice.T("Your journal"), "where", where)
	} else if p.ID != 0 {
		where = voice.T("{who} · {where}", "who", p.Name, "where", where)
	}
	choices, names := []erasing.What{erasing.Keep}, []string{voice.T("Keep")}
	if l.Blacked != "" {
		choices, names = append(choices, erasing.Black), append(names, voice.T("Remove name"))
	}
	if !l.NeedsWords() {
		choices, names = append(choices, erasing.Remove), append(names, voice.T("Remove line"))
	}
	at := -1
	for i, c := range choices {
		if c == l.Answer.What {
			at = i
		}
	}
	said := widgets.VStack(1, widgets.NewPara(14, text).Lead(20).Most(4), widgets.NewPara(12, widgets.Dim(where)).Lead(17))
	if room.ReadOnly(r.host) {
		return widgets.StillRow(widgets.RowTwoLines, said)
	}
	choice := widgets.NewSegmented("erasing.what."+l.Key, names, at, func(i int) { r.answer(erasing.Answer{What: choices[i]}, l) }).Waiting()
	return widgets.StillRow(widgets.RowTwoLines, widgets.VStack(4, said, widgets.HMiddle(8, choice,
		widgets.NewSmallButton("erasing.reword."+l.Key, widgets.Quiet, "pen", voice.T("Reword …"), func() { r.reword(l) }), widgets.Grow())))
}

func (r *Room) answer(a erasing.Answer, lines ...erasing.Line) {
	r.answers = r.answers.With(a, lines...)
	r.redraw()
}

// reword asks for other words.
func (r *Room) reword(l erasing.Line) {
	text := widgets.NewTextArea("erasing/line", erasing.FieldLine, "", 3)
	text.SetText(l.Becomes())
	fields := form.Fields{erasing.FieldLine: text}
	widgets.NewDialog(r.host.Window().Canvas(), voice.T("Reword line"), voice.T("Use these words"), func() error {
		a, err := l.Reword(text.Text())
		if err != nil {
			return fields.Refuse(err)
		}
		r.answer(a, l)
		return nil
	}, text).Wide(560).About(l.Key).Show(text.Entry)
}

// stays says what isn't reached.
func (r *Room) stays() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("What stays elsewhere"), "")}
	add := func(says string) { rows = append(rows, widgets.NewPara(14, widgets.Plain(says)).Lead(21)) }
	if copies := r.backups.Strange(r.shown.Copies); r.looked && len(copies) > 0 {
		add(voice.N(len(copies), "This file next to your journal looks like a copy of it. Delete it yourself:",
			"These files next to your journal look like copies of it. Delete them yourself:"))
		for _, path := range copies {
			rows = append(rows, widgets.NewPara(13, widgets.Strong(path)).Lead(19))
		}
	}
	if r.kept != "" {
		add(voice.T("Handback removes them from the folder it keeps up to date. Dropbox, OneDrive and the like keep older versions:"))
		rows = append(rows, widgets.NewPara(13, widgets.Strong(r.kept)).Lead(19))
	}
	if len(r.out) > 0 {
		add(voice.T("You exported your journal, or saved a copy of it, here. Delete what you don't need:"))
		for _, path := range r.out {
			rows = append(rows, widgets.NewPara(13, widgets.Strong(path)).Lead(19))
		}
	}
	for i, says := range r.backups.SayStays(r.host.Now()) {
		row := []fyne.CanvasObject{widgets.Grow(widgets.NewPara(14, widgets.Plain(says)).Lead(21))}
		if i == 0 {
			row = append(row, widgets.NewSmallButton("erasing.backups", widgets.Outlined, "", voice.T("See backups"),
				func() { r.host.Run("go.backups") }))
		}
		rows = append(rows, widgets.HMiddle(8, row...))
	}
	add(voice.T("Your computer's own backups still have the notes. Dropbox, OneDrive and the like may have them too."))
	add(voice.T("So do files that you saved, exported, printed or gave to others."))
	if folder := saveas.LastFolder(r.host); folder != "" {
		add(voice.T("You last saved a file to {folder}", "folder", folder))
	}
	add(voice.T("Handback can't reach these. Delete them where they are."))
	return widgets.Card(2, rows...)
}

// ask asks for the name and deletes everything.
func (r *Room) ask() {
	p, page := r.facts.Person, r.shown
	if !r.looked {
		r.host.Say(voice.T("Handback is still looking through your notes."))
		return
	}
	if page.Open > 0 {
		_, err := page.Change(p.Name)
		r.host.Say(widgets.Sentence(err))
		return
	}
	name := widgets.NewTextField("erasing/name", erasing.FieldName, p.Name)
	fields := form.Fields{erasing.FieldName: name}
	d := widgets.NewDanger(r.host.Window().Canvas(), voice.T("Delete everything about {who}?", "who", p.Name),
		voice.T("Keep everything"), voice.T("Delete everything"), func() error {
			c, err := page.Change(name.Text())
			if err != nil {
				return fields.Refuse(err)
			}
			return r.erase(p, c)
		},
		widgets.NewPara(14, widgets.Plain(
			voice.T("Everything in this journal about {first} will be deleted for good. You can't undo this.", "first", p.First()))).Lead(21),
		widgets.NewPara(14, widgets.Plain(voice.T("Type their full name to confirm: {name}", "name", p.Name))).Lead(21),
		name)
	d.OnClose = func(confirmed bool) {
		if confirmed {
			r.offerBackups(p)
		}
	}
	d.Show(name.Entry)
}

// offerBackups leads on to what still has somebody who was just erased: only now can those be deleted, since a backup from before
// would have them again.
func (r *Room) offerBackups(p notes.Person) {
	stays := r.backups.SayLeft(r.host.Now())
	if len(stays) == 0 {
		return
	}
	host := r.host
	var parts []fyne.CanvasObject
	for _, says := range stays {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(says)).Lead(21))
	}
	d := widgets.NewDialog(host.Window().Canvas(), voice.T("{who} is still in your backups", "who", p.First()), voice.T("See backups"),
		func() error { return nil }, parts...)
	d.SetCancel(voice.T("Not now"))
	d.OnClose = func(confirmed bool) {
		if confirmed {
			host.Run("go.backups")
		}
	}
	d.Show(nil)
}

func (r *Room) erase(p notes.Person, c notes.Change) error {
	if _, err := r.host.Apply(c, ""); err != nil {
		return err
	}
	host, journal := r.host, r.host.Journal()
	host.Go(room.Place{Screen: room.Today})
	host.Say(voice.T("Deleting everything about {who} …", "who", p.Name))
	host.Background(journal.Wipe, func(err error) {
		switch {
		case host.Journal() != journal: // it is closed, which did it
		case errors.Is(err, notes.ErrFull):
			host.Show(notes.Invalid{
				Why: voice.T("The notes have been deleted, but the disk is full, so traces remain in the file. " +
					"Free up some space and restart Handback."),
			})
		case err != nil:
			host.Show(err)
		default:
			host.Say(voice.T("Everything about {who} has been deleted", "who", p.Name))
		}
	})
	return nil
}
