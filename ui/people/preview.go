// Package people holds the dialogs in which people are added and changed.
package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes/people"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

// preview shows who will be added, and for each name that cannot be added what to do.
func preview(newcomers []people.Newcomer) fyne.CanvasObject {
	if len(newcomers) == 0 {
		return widgets.EmptyLine(voice.T("Just names for now. You can add the rest later."))
	}
	var names, wrong []fyne.CanvasObject
	for _, n := range newcomers {
		if n.Why != "" {
			wrong = append(wrong, widgets.HTop(
				8,
				widgets.Pad(2, 0, 0, 0, widgets.Icon("info", 14, look.C().Stuck)),
				widgets.Grow(
					widgets.NewPara(12, widgets.Run{Text: n.Name + ": ", Color: look.C().Text, Face: look.Medium}, widgets.Dim(n.Why)),
				),
			))
			continue
		}
		said := []widgets.Run{widgets.Plain(n.Name)}
		if len(n.Aliases) > 0 {
			said = append(said, widgets.Dim("  "+strings.Join(n.Aliases, ", ")))
		}
		names = append(names, widgets.HMiddle(8, widgets.Disc(n.Name, n.UID, 22), widgets.Grow(widgets.NewElided(14, said...))))
	}
	return widgets.VStack(8, append(wrong, widgets.VStack(4, twoColumns(names)...))...)
}

// twoColumns puts objects into rows of two, filled row by row, so that eight people are seen at once.
func twoColumns(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i := 0; i < len(objects); i += 2 {
		right := widgets.Gap(0)
		if i+1 < len(objects) {
			right = objects[i+1]
		}
		rows = append(rows, widgets.Columns(12, []float32{1, 1}, objects[i], right))
	}
	return rows
}

// count is how many of the newcomers can be added.
func count(newcomers []people.Newcomer) int {
	n := 0
	for _, c := range newcomers {
		if c.Why == "" {
			n++
		}
	}
	return n
}

// sayAdd is what the button says that adds so many people.
func sayAdd(n int) string {
	if n == 0 {
		return voice.T("Add people")
	}
	return voice.N(n, "Add {n} person", "Add {n} people")
}
