package people

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/people"
	"handback/ui/form"
	"handback/ui/room"
	"handback/ui/widgets"
)

// askMerge asks with whom the person is to be merged, and says what that does before it is done.
func (e *editor) askMerge() {
	e.dialog.Close()
	ShowMerge(e.host, e.person)
}

// ShowMerge asks which other entry is the same person as p, who stays.
func ShowMerge(host room.Host, p notes.Person) {
	others := people.CanMerge(p.ID, host.People())
	ids, names := make([]notes.PersonID, len(others)), make([]string, len(others))
	for i, q := range others {
		ids[i], names[i] = q.ID, q.Name
	}
	said := widgets.VStack(8)
	var d *widgets.Dialog
	choice := form.NewChoice("merge.with", "The same person as", ids, names, 0, func(id notes.PersonID) {
		said.Objects = sayMerge(host, id, p)
		said.Refresh()
		d.Relayout()
	})
	d = widgets.NewDialog(host.Window().Canvas(), "Merge with "+p.Name, "Merge", func() error {
		from := host.Person(choice.Value())
		if from.ID == 0 {
			return notes.Invalid{Field: "Person", Why: "Choose who it is first."}
		}
		if host.Place().Person == from.ID {
			host.Go(room.Place{Screen: room.Today})
		}
		_, err := host.Apply(people.Merge(from, p), from.Name+" merged into "+p.Name)
		return err
	}, choice.Field, said)
	d.Show(nil)
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
