package people

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/people"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// buildNames makes the fields of the names, each with what there is to say about it.
func (e *editor) buildNames() {
	e.name = e.text("person.name", people.FieldName, "", e.typed.Name)
	e.aliases = e.text("person.aliases", voice.T("Nicknames (separate with commas)"), voice.T("e.g. Annie, AR"), e.typed.Aliases)
	e.called, e.further = widgets.VStack(6), widgets.VStack(6)
	e.name.Entry.OnChanged = func(string) {
		e.name.SetError("")
		e.keep()
	}
	e.aliases.Entry.OnChanged = func(string) {
		e.aliases.SetError("")
		e.showNames()
	}
	e.showNames()
}

// keep brings the nicknames to the name that is typed.
func (e *editor) keep() {
	e.read()
	typed, kept := e.typed.Keep(e.person, e.host.People(), e.kept)
	e.kept = kept
	if typed.Aliases != e.typed.Aliases && len(typed.Aliases)+len(e.typed.Aliases) > 0 {
		e.aliases.SetText(typed.Aliases)
	}
	e.showNames()
}

// showNames says how the person is shown, and which names are kept.
func (e *editor) showNames() {
	e.typed.Name, e.typed.Aliases = e.name.Text(), e.aliases.Text()
	now := e.person
	now.Name = notes.Tidy(e.typed.Name)
	e.called.Objects = withSaid(e.name, people.SayShared([]notes.Person{now}, e.host.People()))
	e.further.Objects = withSaid(e.aliases, e.typed.SayKept(e.kept))
	e.forgetWarning()
	if e.all != nil {
		e.relayout()
	}
}

// withSaid is a field with a sentence below it, "" for none.
func withSaid(field fyne.CanvasObject, say string) []fyne.CanvasObject {
	if say == "" {
		return []fyne.CanvasObject{field}
	}
	return []fyne.CanvasObject{field, widgets.NewPara(12, widgets.Dim(say))}
}

// warn says once which lines saving would unfile; saving again goes on.
func (e *editor) warn(c notes.Change) error {
	now := e.saved(c)
	lines, err := e.host.Journal().WouldUnfile(c, e.person.ID)
	if err != nil {
		return err
	}
	say := people.SayUnfiled(lines, e.person, now)
	if say == "" || say == e.warned {
		return nil
	}
	e.warned = say
	e.dialog.SetConfirm(voice.T("Save anyway"))
	defer e.relayout()
	refused := e.fields.Refuse(notes.Invalid{Field: people.FieldAliases, Why: say})
	widgets.Reveal(e.aliases) // the form may be longer than the window
	return refused
}

func (e *editor) forgetWarning() {
	if e.warned == "" {
		return
	}
	e.warned = ""
	e.aliases.SetError("")
	e.dialog.SetConfirm(voice.T("Save"))
}
