package people

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/form"
)

// template chooses what new one-on-ones with the person start from.
func (e *editor) template() fyne.CanvasObject {
	all, err := e.host.Journal().Templates()
	e.host.Show(err)
	values, names := []notes.TemplateID{0}, []string{voice.T("An empty note")}
	for _, t := range all {
		values, names = append(values, t.ID), append(names, t.Name)
	}
	chosen := notes.TemplateID(0)
	for _, id := range values {
		if id == e.typed.Template {
			chosen = id
		}
	}
	return form.NewChoice("person.template", voice.T("New one-on-ones start from"), values, names, chosen, func(id notes.TemplateID) {
		e.typed.Template = id
	}).Field
}
