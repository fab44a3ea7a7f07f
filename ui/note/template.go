package note

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// readTemplates reads what an empty one-on-one can start from.
func (f *filed) readTemplates() error {
	all, err := f.host.Journal().Templates()
	f.templates = all
	return err
}

// templatesFor are the templates that the note can start from; none where something is written in it.
func (f *filed) templatesFor(n notes.Note) []notes.Template {
	oneOnOne := n.Kind == notes.PlannedNote || n.Kind == notes.HeldNote
	if !oneOnOne || room.ReadOnly(f.host) || !notes.OnlyBegun(n.Body, n.Begun) {
		return nil
	}
	var fit []notes.Template
	for _, t := range f.templates {
		if n.Body == "" || t.Begin(f.context(n)) != n.Begun {
			fit = append(fit, t)
		}
	}
	return fit
}

// templateCard offers to start the note from a template.
func (f *filed) templateCard(n notes.Note, all []notes.Template) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.NewPara(13, widgets.Plain(voice.T("Start from a template"))).Lead(19)}
	for _, t := range all {
		key := "filed.template." + strconv.FormatInt(int64(t.ID), 10)
		parts = append(parts, widgets.HStack(0, widgets.NewSmallButton(key, widgets.Outlined, "page", t.Name, func() { f.startFrom(n.ID, t) })))
	}
	edit := widgets.NewSmallButton("filed.template.edit", widgets.Quiet, "", voice.T("Edit templates"), func() {
		f.host.Go(room.Place{Screen: room.Settings, Part: "templates"})
	})
	return widgets.ChipCard(append(parts, widgets.HStack(0, edit))...)
}

// startFrom begins the open note with a template, as it stands now.
func (f *filed) startFrom(id notes.NoteID, t notes.Template) {
	n, open := f.host.Draft().Note()
	if !open || n.ID != id {
		return
	}
	change, err := notes.StartFrom(n, t, f.context(n))
	if err != nil {
		f.host.Show(err)
		return
	}
	if _, err := f.host.Apply(change, voice.T("Started from “{name}”", "name", t.Name)); err != nil {
		return // it has been shown
	}
	f.host.Editor().SetCaret(afterFirstQuestion(f.host.Editor().Text()))
	f.host.Editor().FocusHere()
}

// afterFirstQuestion is where one begins to write in a template, counted in runes: the first empty line below something that is no
// heading, or the end.
func afterFirstQuestion(body string) (offset int) {
	asked := false
	for line := range strings.Lines(body) {
		says := strings.TrimSpace(line)
		if says == "" && asked {
			return offset
		}
		asked = asked || says != "" && !strings.HasPrefix(says, "#")
		offset += utf8.RuneCountInString(line)
	}
	return offset
}
