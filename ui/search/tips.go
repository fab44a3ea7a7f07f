package search

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// tip is a piece of the language of the field: how it is written, and what it finds.
type tip struct {
	example string // shown
	begin   string // what a tap writes into the field, to be gone on with
	says    string
}

// tipsOf explain the language. The label is the manager's own word.
func (r *Room) tipsOf() []tip {
	praise := room.Word(r.host, notes.Praise)
	return []tip{
		{"person:ana", "person:", voice.T("Only one person's notes")},
		{"label:" + praise, "label:", voice.T("Only lines with this label")},
		{"#hiring", "#", voice.T("Only lines with this tag")},
		{"after:2026-01", "after:", voice.T("Only notes from then on. Use before: and on: the same way.")},
		{voice.T("\"exact words\""), "\"", voice.T("Words in this order")},
		{"-kafka", "-", voice.T("Leaves out notes that say this. It works with filters too: -#hiring")},
	}
}

// tips is the fold that explains the language.
func (r *Room) tips() fyne.CanvasObject {
	gist := []widgets.Run{widgets.Dim(voice.T("Filters you can type"))}
	return widgets.FoldCard(widgets.NewFold("search.tips", "info", look.C().Muted, voice.T("Search tips"), gist, func() fyne.CanvasObject {
		var rows []fyne.CanvasObject
		for i, t := range r.tipsOf() {
			example := widgets.Width(220, widgets.NewPara(13, widgets.Strong(t.example)))
			line := widgets.HTop(12, example, widgets.Grow(widgets.NewPara(13, widgets.Dim(t.says))))
			rows = append(rows, widgets.NewRow("search.tip/"+strconv.Itoa(i), rowHeight, line, func() { r.begin(t.begin) }))
		}
		rows = append(rows, widgets.Pad(4, 0, 4, 0, widgets.NewPara(13, widgets.Dim(voice.T(
			"Use as many as you like. Without a filter, Handback finds your words anywhere, even inside longer words.")))))
		return widgets.VStack(0, rows...)
	}))
}

// begin begins a filter in the field, behind what stands there.
func (r *Room) begin(with string) {
	text := r.typed.Text
	if n := len(text); n > 0 && text[n-1] != ' ' {
		text += " "
	}
	r.host.Window().Canvas().Focus(r.field.entry)
	r.write(text + with)
}
