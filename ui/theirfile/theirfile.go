// Package theirfile is the screen of what a person may ask for: their file to share, and everything that is held about them. Who
// else is named in it is looked at first, line by line.
package theirfile

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/handover"
	"handback/notes/theirfile"
	"handback/notes/voice"
	"handback/ui/paper"
	"handback/ui/room"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// most is how many lines of a list are drawn at once.
const most = 40

// Room is the file of one person; of the manager it is their own notes.
type Room struct {
	host   room.Host
	person notes.PersonID
	kind   theirfile.Kind
	page   *widgets.Scroll

	file     theirfile.File
	decided  theirfile.Decided
	mentions []notes.Mention
	looked   bool // through everything else for the person's name
	reads    int
	mine     bool // what changed is what was decided here: the notes are as they were
	from     int  // the first line of the file that is drawn
}

// New makes the room for a place, whose Part is the kind of file.
func New(host room.Host, place room.Place) room.Room {
	r := &Room{host: host, person: place.Person, kind: theirfile.ToShare, page: widgets.Page("theirfile", widgets.Gap(0))}
	r.goTo(place)
	return r
}

func (r *Room) goTo(place room.Place) {
	r.kind, r.from = theirfile.ToShare, 0
	if place.Part == string(theirfile.Everything) {
		r.kind = theirfile.Everything
	}
	if r.host.Person(r.person).Kind == notes.KindMe {
		r.kind = theirfile.Mine
	}
}

// Move implements room.Mover.
func (r *Room) Move(place room.Place) (bool, error) {
	if place.Person != r.person {
		return false, nil
	}
	r.goTo(place)
	return true, r.Reload()
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room.
func (r *Room) Reload() error {
	if err := r.read(); err != nil {
		return err
	}
	r.reads++
	r.redraw()
	if r.kind == theirfile.Everything && !r.mine {
		r.look()
	}
	r.mine = false
	return nil
}

// look looks through everything else for the person's name: that takes a while in a journal of years.
func (r *Room) look() {
	journal, who, reading := r.host.Journal(), r.person, r.reads
	var found []notes.Mention
	r.host.Background(func() (err error) {
		if found, err = journal.Mentions(who); err != nil {
			return err
		}
		earlier, err := journal.EarlierMentions(who)
		found = append(found, earlier...)
		return err
	}, func(err error) {
		if reading != r.reads || r.host.Journal() != journal {
			return // a later answer is on its way
		}
		if err == nil {
			r.mentions, r.looked = found, true
			err = r.read()
		}
		if err != nil {
			r.host.Show(err)
			return
		}
		r.redraw()
	})
}

func (r *Room) read() error {
	journal, who := r.host.Journal(), r.host.Person(r.person)
	f := theirfile.Facts{
		Kind: r.kind, Person: who, Today: r.host.Today(), Mentions: r.mentions, Me: r.host.Me().ID, Context: r.host.Context,
		Names: r.host.Context(r.person, r.host.Today()).Names,
	}
	var err error
	if f.Rows, err = journal.HeldRows(r.person); err != nil {
		return err
	}
	pack, err := journal.Setting(handover.Key(who))
	if err != nil {
		return err
	}
	f.Handover = handover.ReadKept(pack).Held()
	kept, err := journal.Setting(theirfile.Key(who))
	if err != nil {
		return err
	}
	r.decided = theirfile.ReadDecided(kept)
	f.Decided = r.decided
	r.file = theirfile.Show(f)
	return nil
}

func (r *Room) redraw() {
	widgets.Keep(r.host.Window().Canvas(), r.page, func() {
		r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(860, widgets.VStack(16, r.draw()...))))
	})
}

func (r *Room) draw() []fyne.CanvasObject {
	first := r.host.Person(r.person).First()
	title := voice.T("{first}'s file", "first", first)
	remark := voice.T("What you can give {first} when they ask for your notes about them.", "first", first)
	if r.kind == theirfile.Mine {
		title, remark = voice.T("My own notes"), voice.T("What you can take with you when you leave.")
	}
	save := widgets.NewButton("theirfile.save", widgets.Primary, "print", voice.T("Print or save"), r.Print)
	parts := []fyne.CanvasObject{widgets.PageHead(title, remark, save)}
	if r.kind != theirfile.Mine {
		parts = append(parts, r.chooser())
	}
	parts = append(parts, r.says())
	if card := r.third(); card != nil {
		parts = append(parts, card)
	}
	if r.file.Empty() {
		says := voice.T("Nothing yet. What you write about {first} appears here.", "first", first)
		if r.kind == theirfile.Mine {
			says = voice.T("Nothing yet. What you write in your own notes appears here.")
		}
		return append(parts, widgets.Card(4, widgets.EmptyLine(says)))
	}
	return append(parts, r.lines()...)
}

func (r *Room) chooser() fyne.CanvasObject {
	kinds := []theirfile.Kind{theirfile.ToShare, theirfile.Everything}
	at := 0
	if r.kind == theirfile.Everything {
		at = 1
	}
	choice := widgets.NewSegmented("theirfile.kind", []string{voice.T("To share"), voice.T("Everything held")}, at, func(i int) {
		r.host.Go(room.Place{Screen: room.TheirFile, Person: r.person, Part: string(kinds[i])})
	}).Waiting()
	return widgets.HStack(0, choice, widgets.Grow())
}

// says is what is in the file, and what isn't.
func (r *Room) says() fyne.CanvasObject {
	var says []string
	switch r.kind {
	case theirfile.ToShare:
		says = append(says,
			voice.T("No private lines, and nothing that you haven't said yet. Lines that name others are left out unless you add them."))
		if n := r.file.Private; n > 0 {
			says = append(says, voice.N(n, "{n} private line is left out.", "{n} private lines are left out."))
		}
		if n := r.file.Unsaid; n > 0 {
			says = append(says, voice.N(n, "{n} line of praise or feedback hasn't been said yet, so it's left out.",
				"{n} lines of praise or feedback haven't been said yet, so they're left out."))
		}
	case theirfile.Mine:
		says = append(says, voice.T("Your own notes, private lines too. Lines that name others are left out unless you add them."))
	default:
		says = append(
			says,
			voice.T("Private lines, earlier versions, the trash, the questions Handback asked: all of it."),
			voice.T("Handback only knows the names in this journal. Read the file before you hand it over."),
		)
	}
	parts := make([]fyne.CanvasObject, len(says))
	for i, s := range says {
		parts[i] = widgets.NewPara(14, widgets.Plain(s)).Lead(21)
	}
	if r.kind == theirfile.Everything && !r.looked {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(voice.T("Looking through your other notes …"))).Lead(19))
	}
	return widgets.VStack(4, parts...)
}

// mayLeave reports whether the file may be saved: everything that is held only once each line that names others is decided.
func (r *Room) mayLeave() bool {
	if r.kind == theirfile.Everything && (!r.looked || r.file.ToDecide() > 0) {
		return false
	}
	return !r.file.Empty()
}

// Print implements room.Printer.
func (r *Room) Print() {
	switch {
	case r.mayLeave():
		saveas.Show(r.host, saveas.Choice{Make: func(paper.Size) (document.Document, error) { return r.file.Document(), nil }})
	case r.file.ToDecide() > 0:
		r.host.Say(voice.N(r.file.ToDecide(), "Before you save, decide what to do with {n} line that names someone else.",
			"Before you save, decide what to do with {n} lines that name someone else."))
	case r.file.Empty():
		r.host.Say(voice.T("Nothing to print or save yet."))
	default:
		r.host.Say(voice.T("Handback is still looking through your notes."))
	}
}

// third lists the lines that name others; nil where there is none.
func (r *Room) third() fyne.CanvasObject {
	all := r.file.NamingOthers()
	if len(all) == 0 {
		return nil
	}
	var open, rest []theirfile.Line
	for _, l := range all {
		if l.Choice == theirfile.Undecided {
			open = append(open, l)
		} else {
			rest = append(rest, l)
		}
	}
	shown := append(open, rest...)
	rows := []fyne.CanvasObject{widgets.CardHead(voice.T("Lines that name someone else"), strconv.Itoa(len(all)))}
	if says := r.sayThird(len(open)); says != "" {
		rows = append(rows, widgets.NewPara(13, widgets.Dim(says)).Lead(19))
	}
	if !room.ReadOnly(r.host) && len(all) > 1 {
		target := open
		if len(open) == 0 {
			target = all
		}
		rows = append(rows, widgets.HStack(8,
			widgets.NewSmallButton("theirfile.black", widgets.Outlined, "", voice.T("Remove the names everywhere"), func() {
				r.decide(theirfile.Black, voice.T("Names removed"), target...)
			}),
			widgets.NewSmallButton("theirfile.out", widgets.Outlined, "", voice.T("Leave them all out"), func() {
				r.decide(theirfile.LeaveOut, voice.T("Lines left out"), target...)
			}), widgets.Grow()))
	}
	for _, l := range shown[:min(len(shown), most)] {
		rows = append(rows, r.thirdRow(l))
	}
	if more := len(shown) - most; more > 0 {
		rows = append(rows, widgets.EmptyLine(
			voice.N(more, "{n} more line to go after these.", "{n} more lines to go after these.")))
	}
	return widgets.Card(4, rows...)
}

func (r *Room) sayThird(open int) string {
	if r.kind != theirfile.Everything {
		return voice.T("These lines are left out unless you remove the names, or add the lines as they are.")
	}
	if open == 0 {
		return voice.T("Nothing left to decide.")
	}
	return voice.N(open, "Decide what to do with {n} line before you save the file.",
		"Decide what to do with {n} lines before you save the file.")
}

// thirdRow is a line that names somebody else, with what may become of it.
func (r *Room) thirdRow(l theirfile.Line) fyne.CanvasObject {
	text := l.Text
	if l.Choice == theirfile.Black {
		text = l.Blacked
	}
	said := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(text)).Lead(20).Most(4)}
	if l.Rest != "" {
		said = append(said, widgets.NewPara(12, widgets.Dim(l.Rest)).Lead(17).Most(2))
	}
	choices, names := []theirfile.Choice{theirfile.KeepIt, theirfile.Black, theirfile.LeaveOut},
		[]string{voice.T("Keep"), voice.T("Remove name"), voice.T("Leave out")}
	if l.Blacked == "" {
		choices, names = []theirfile.Choice{theirfile.KeepIt, theirfile.LeaveOut}, []string{voice.T("Keep"), voice.T("Leave out")}
	}
	at := -1
	for i, c := range choices {
		if c == l.Choice {
			at = i
		}
	}
	row := []fyne.CanvasObject{widgets.Grow(widgets.VStack(1, said...))}
	if !room.ReadOnly(r.host) {
		row = append(row, widgets.NewSegmented("theirfile.line."+l.Key, names, at, func(i int) { r.decide(choices[i], "", l) }).Waiting())
	}
	return widgets.StillRow(widgets.RowOneLine, widgets.HMiddle(12, row...))
}

func (r *Room) decide(choice theirfile.Choice, say string, lines ...theirfile.Line) {
	r.mine = r.looked
	_, _ = r.host.Apply(r.decided.Decide(r.host.Person(r.person), choice, lines...), say) // an error has been shown
}

// lines show what will be in the file, in pieces.
func (r *Room) lines() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	at := 0
	for _, part := range r.file.Document().Parts {
		from, to := max(r.from-at, 0), min(r.from+most-at, len(part.Lines))
		at += len(part.Lines)
		if from >= to {
			continue
		}
		rows := []fyne.CanvasObject{widgets.CardHead(part.Title, "")}
		for _, l := range part.Lines[from:to] {
			row := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(l.Text)).Lead(20)}
			if l.Rest != "" {
				row = append(row, widgets.NewPara(12, widgets.Dim(l.Rest)).Lead(17))
			}
			rows = append(rows, widgets.StillRow(widgets.RowOneLine, widgets.VStack(1, row...)))
		}
		cards = append(cards, widgets.Card(2, rows...))
	}
	return append(cards, r.pager(at)...)
}

func (r *Room) pager(all int) []fyne.CanvasObject {
	if all <= most {
		return nil
	}
	turn := func(by int) func() {
		return func() {
			r.from = min(max(r.from+by, 0), (all-1)/most*most)
			r.redraw()
		}
	}
	to := min(r.from+most, all)
	return []fyne.CanvasObject{widgets.HMiddle(
		12,
		widgets.NewSmallButton("theirfile.previous", widgets.Outlined, "left", voice.T("Show previous lines"), turn(-most)).
			SetEnabled(r.from > 0),
		widgets.NewSmallButton("theirfile.next", widgets.Outlined, "right", voice.T("Show next lines"), turn(most)).SetEnabled(to < all),
		widgets.Small(voice.T("Lines {from} to {to} of {all}", "from", r.from+1, "to", to, "all", all)),
		widgets.Grow(),
	)}
}
