package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/widgets"
)

var aboutTemplates = voice.T(
	"Headings and questions to put in an empty one-on-one. To choose someone's template, edit that person.")

// templates lists what a new one-on-one can start from.
func (r *Room) templates() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.CardHead(
			voice.T("Templates for one-on-ones"),
			"",
			widgets.NewSmallButton("settings.template.add", widgets.Quiet, "plus", voice.T("Add a template"),
				func() { r.editTemplate(notes.Template{}) }),
		),
		widgets.NewPara(13, widgets.Dim(aboutTemplates)),
	}
	for _, t := range r.formed {
		rows = append(rows, widgets.StillRow(widgets.RowTwoLines, widgets.HMiddle(8,
			widgets.Grow(widgets.VStack(0, widgets.NewElided(14, widgets.Strong(t.Name)), widgets.NewElided(12, widgets.Dim(gist(t))))),
			widgets.NewSmallButton(templateKey(t, "edit"), widgets.Outlined, "", voice.T("Edit"), func() { r.editTemplate(t) }))))
	}
	if len(r.formed) == 0 {
		rows = append(rows, widgets.EmptyLine(voice.T("No templates yet. One-on-ones start empty.")))
	}
	return widgets.Card(2, rows...)
}

// gist is what a template asks, in a line.
func gist(t notes.Template) string {
	var lines []string
	for _, line := range strings.Split(t.Body, "\n") {
		if line = strings.TrimLeft(line, "# "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "  ·  ")
}

func templateKey(t notes.Template, what string) string {
	return "settings.template." + strconv.FormatInt(int64(t.ID), 10) + "." + what
}

// editTemplate shows the form of a template, a new one where it has no id.
func (r *Room) editTemplate(t notes.Template) {
	name := widgets.NewTextField("template.name", voice.T("Name"), voice.T("e.g. Regular one-on-one"))
	name.SetText(t.Name)
	body := widgets.NewTextArea("template.body", voice.T("Headings and questions"), voice.T("## Your work\nWhere are you stuck?"), 12)
	body.SetText(t.Body)
	fields := form.Fields{notes.FieldTemplateName: name, notes.FieldTemplateBody: body}
	title := voice.T("Edit template")
	parts := []fyne.CanvasObject{name, body}
	if t.ID == 0 {
		title = voice.T("Add a template")
	}
	var d *widgets.Dialog
	if t.ID != 0 {
		parts = append(
			parts,
			widgets.HStack(0, widgets.NewSmallButton("template.remove", widgets.Quiet, "trash", voice.T("Remove template"), func() {
				d.Close()
				_, _ = r.host.Apply(
					notes.Change{Rows: []notes.Row{notes.Remove{Row: t}}},
					voice.T("Removed “{name}”", "name", t.Name),
				) // an error has been shown
			})),
		)
	}
	d = widgets.NewDialog(r.host.Window().Canvas(), title, voice.T("Save"), func() error {
		change, err := notes.PutTemplate(notes.Template{ID: t.ID, UID: t.UID, Name: name.Text(), Body: body.Text()}, r.formed, r.words)
		if err != nil {
			return fields.Refuse(err)
		}
		_, err = r.host.Apply(change, voice.T("Template saved"))
		return err
	}, parts...)
	d.Wide(560).Show(name.Entry)
}
