// Package handover is the hand-over pack of one person: what a manager who takes over is given. The person reads it first;
// the manager words lines anew, leaves them out and notes what the person said to them. It also gives the agenda of the
// talk between the three.
package handover

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/document"
	"handback/notes/handover"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/paper"
	"handback/ui/room"
	"handback/ui/saveas"
	"handback/ui/widgets"
)

// Room is the pack of one person.
type Room struct {
	host   room.Host
	person notes.PersonID
	root   *fyne.Container
	pack   handover.Pack
}

// New makes the room of the place's person.
func New(host room.Host, place room.Place) room.Room {
	return &Room{host: host, person: place.Person, root: container.NewStack()}
}

// Show goes to the pack of a person.
func Show(host room.Host, who notes.PersonID) {
	host.Go(room.Place{Screen: room.Handover, Person: who})
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.root }

// Reload implements room.Room.
func (r *Room) Reload() error {
	pack, err := r.read()
	if err != nil {
		return err
	}
	r.pack = pack
	widgets.Keep(r.host.Window().Canvas(), r.root, func() {
		r.root.Objects = []fyne.CanvasObject{r.draw()}
		r.root.Refresh()
	})
	return nil
}

// read makes the pack of what the journal says now.
func (r *Room) read() (handover.Pack, error) {
	facts, err := r.facts()
	if err != nil {
		return handover.Pack{}, err
	}
	kept, err := r.host.Journal().Setting(handover.Key(facts.Person))
	return handover.Show(facts, handover.ReadKept(kept)), err
}

func (r *Room) facts() (f handover.Facts, err error) {
	journal, who, today := r.host.Journal(), r.person, r.host.Today()
	page := brief.PageFacts{
		Person: r.host.Person(who), Today: today, Me: r.host.Me().ID, Names: r.host.Context(who, today).Names,
	}
	facts, err := journal.Facts(who, r.host.Now())
	if err != nil {
		return f, err
	}
	if page.Ideas, err = journal.IdeasOf(who, today.AddDays(-handover.IdeasSince)); err != nil {
		return f, err
	}
	if page.Expectations, err = journal.Expectations(who); err != nil {
		return f, err
	}
	if page.Verdicts, err = journal.Verdicts(today); err != nil {
		return f, err
	}
	decided, err := journal.Decisions(who, today.AddDays(-handover.AgreedSince))
	return handover.FactsOf(page, facts, decided), err
}

func (r *Room) first() string { return r.pack.Person.First() }

// apply commits a change; an error has been shown when it returns.
func (r *Room) apply(c notes.Change, say string) error {
	_, err := r.host.Apply(c, say)
	return err
}

// give says that the person has it to read, and gives it out.
func (r *Room) give() {
	say := voice.T("Given to {first} to read", "first", r.first())
	if r.apply(r.pack.Give(), say) == nil {
		r.Print()
	}
}

func (r *Room) settle() {
	_ = r.apply(r.pack.Settle(), voice.T("Marked as agreed with {first}", "first", r.first())) // an error has been shown
}

// startOver forgets what was made of the pack; undo brings it back.
func (r *Room) startOver() {
	_ = r.apply(r.pack.StartOver(), voice.T("Started again from your notes")) // an error has been shown
}

// askTo asks who takes over.
func (r *Room) askTo() {
	name := widgets.NewTextField("handover/to", handover.FieldTo, voice.T("Their name"))
	name.SetText(r.pack.Kept.To)
	fields := form.Fields{handover.FieldTo: name}
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("New manager"), voice.T("Save"), func() error {
		change, err := r.pack.SetTo(name.Text())
		if err != nil {
			return fields.Refuse(err)
		}
		return r.apply(change, voice.T("Saved"))
	}, name)
	d.Show(name.Entry)
}

// edit asks how a line reads, what the person said to it, and whether it is left out.
func (r *Room) edit(l handover.Line) {
	text := widgets.NewTextArea("handover/text", handover.FieldLine, "", 3)
	text.SetText(l.Whole())
	said := widgets.NewTextArea("handover/said", voice.T("What {first} said about it", "first", r.first()), voice.T("In their words"), 3)
	said.SetText(l.Said)
	out := widgets.NewCheckbox("handover/out", voice.T("Leave this line out"), l.Out, nil)
	parts := []fyne.CanvasObject{text, said, out}
	if l.Made != "" {
		parts = append(parts, widgets.NewPara(12, widgets.Dim(voice.T("In your notes: {line}", "line", l.Made))).Lead(18))
	}
	fields := form.Fields{handover.FieldLine: text}
	var d *widgets.Dialog
	if l.Added {
		parts = append(parts, widgets.HStack(0, widgets.NewSmallButton("handover/remove", widgets.Quiet, "trash", voice.T("Remove line"), func() {
			if r.apply(r.pack.Remove(l.Key), voice.T("Line removed")) == nil {
				d.Finish()
			}
		}), widgets.Grow()))
	}
	d = widgets.NewDialog(r.host.Window().Canvas(), voice.T("Edit line"), voice.T("Save"), func() error {
		change, err := r.pack.Edit(l.Key, handover.Edit{Text: text.Text(), Said: said.Text(), Out: out.On()})
		if err != nil {
			return fields.Refuse(err)
		}
		return r.apply(change, voice.T("Line saved"))
	}, parts...).Wide(560)
	d.About(l.Key).Show(text.Entry)
}

// add asks for a line that stands in no note.
func (r *Room) add(part handover.Part) {
	hint := voice.T("What should the next manager know? Ask {first}.", "first", r.first())
	text := widgets.NewTextArea("handover/text", handover.FieldLine, hint, 3)
	fields := form.Fields{handover.FieldLine: text}
	d := widgets.NewDialog(r.host.Window().Canvas(), voice.T("Add to “{part}”", "part", part.Title), voice.T("Add line"), func() error {
		change, err := r.pack.Add(part.ID, text.Text())
		if err != nil {
			return fields.Refuse(err)
		}
		return r.apply(change, voice.T("Line added"))
	}, text).Wide(560)
	d.About(string(part.ID)).Show(text.Entry)
}

func (r *Room) copy() {
	d, err := r.packChoice().Make("")
	if err != nil {
		r.host.Show(err)
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(document.Plain(d))
	r.host.Say(voice.T("Pack copied"))
}

// Print implements room.Printer: the pack, or the agenda of the talk, to be printed, copied or saved.
func (r *Room) Print() { saveas.Show(r.host, r.packChoice(), r.agendaChoice()) }

// myName is the manager's name, "" where it was never said.
func (r *Room) myName() string {
	if me := r.host.Me(); !me.Unnamed() {
		return me.First()
	}
	return ""
}

func (r *Room) printAgenda() { saveas.Show(r.host, r.agendaChoice(), r.packChoice()) }

func (r *Room) packChoice() saveas.Choice {
	return saveas.Choice{Name: voice.T("Handover pack"), Make: r.leaving(handover.Pack.Document)}
}

func (r *Room) agendaChoice() saveas.Choice {
	agenda := func(p handover.Pack) document.Document { return p.Agenda(r.myName()) }
	return saveas.Choice{Name: voice.T("Agenda for the handover meeting"), Make: r.leaving(agenda), Paged: true}
}

// leaving makes a document of the pack as the journal has it when it leaves: what is shown may have changed just now.
func (r *Room) leaving(of func(handover.Pack) document.Document) func(paper.Size) (document.Document, error) {
	return func(paper.Size) (document.Document, error) {
		pack, err := r.read()
		if err != nil {
			return document.Document{}, err
		}
		return of(pack), nil
	}
}
