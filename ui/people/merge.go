package people

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/people"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// askMerge asks with whom the person is to be merged, and says what that does before it is done.
func (e *editor) askMerge() {
	e.dialog.Close()
	ShowMerge(e.host, e.person)
}

// ShowMerge asks which other entry is the same person as p, and which of the two is kept: the one with more notes, where
// nothing else is chosen. What that does is said and asked once more.
func ShowMerge(host room.Host, p notes.Person) {
	others := people.CanMerge(p.ID, host.People())
	ids, names := make([]notes.PersonID, len(others)), make([]string, len(others))
	for i, q := range others {
		ids[i], names[i] = q.ID, q.Name
	}
	var d *widgets.Dialog
	var keep *form.Choice[notes.PersonID]
	which := widgets.VStack(0)
	choice := form.NewChoice("merge.with", voice.T("Same person as"), ids, names, 0, func(id notes.PersonID) {
		which.Objects, keep = nil, nil
		if id != 0 {
			keep = keepChoice(host, p, host.Person(id))
			which.Objects = []fyne.CanvasObject{keep.Field}
		}
		which.Refresh()
		d.Relayout()
	})
	d = widgets.NewDialog(host.Window().Canvas(), voice.T("Is {name} here twice?", "name", p.Name), voice.T("Continue"), func() error {
		if choice.Value() == 0 {
			return notes.Invalid{Field: voice.T("Person"), Why: voice.T("Choose a person first.")}
		}
		return nil
	}, choice.Field, which)
	d.OnClose = func(confirmed bool) {
		if !confirmed {
			return
		}
		from, into := host.Person(choice.Value()), p
		if keep.Value() == from.ID {
			from, into = into, from
		}
		confirmMerge(host, from, into)
	}
	d.Show(nil)
}

// keepChoice chooses which of two entries is kept.
func keepChoice(host room.Host, p, q notes.Person) *form.Choice[notes.PersonID] {
	kept := p.ID
	a, err := entry(host, p)
	if err != nil {
		host.Show(err)
	}
	b, err := entry(host, q)
	if err != nil {
		host.Show(err)
	}
	if len(b.Notes) > len(a.Notes) {
		kept = q.ID
	}
	return form.NewChoice("merge.keep", voice.T("Entry to keep"), []notes.PersonID{p.ID, q.ID}, []string{p.Name, q.Name}, kept, nil)
}

// confirmMerge says what merging from into p does, and does it.
func confirmMerge(host room.Host, from, p notes.Person) {
	title := voice.T("Merge {name} into {into}?", "name", from.Name, "into", p.Name)
	widgets.NewDanger(host.Window().Canvas(), title, voice.T("Keep both"), voice.T("Merge"), func() error {
		if host.Place().Person == from.ID {
			host.Go(room.Place{Screen: room.Today})
		}
		_, err := host.Apply(people.Merge(from, p), voice.T("Merged {name} into {into}", "name", from.Name, "into", p.Name))
		return err
	}, sayMerge(host, from.ID, p)...).Show(nil)
}

// sayMerge is what merging does, a paragraph a sentence.
func sayMerge(host room.Host, from notes.PersonID, into notes.Person) []fyne.CanvasObject {
	a, err := entry(host, host.Person(from))
	if err != nil {
		host.Show(err)
		return nil
	}
	b, err := entry(host, into)
	if err != nil {
		host.Show(err)
		return nil
	}
	var paras []fyne.CanvasObject
	for _, sentence := range people.SayMerge(a, b, host.Today()) {
		paras = append(paras, widgets.NewPara(13, widgets.Plain(sentence)))
	}
	return paras
}

func entry(host room.Host, p notes.Person) (e people.Entry, err error) {
	j := host.Journal()
	e.Person = p
	if e.Notes, err = j.NotesOf(p.ID, 0); err != nil {
		return e, err
	}
	if e.Goals, err = j.Goals(p.ID); err != nil {
		return e, err
	}
	e.Areas, err = j.Areas(p.ID)
	return e, err
}
