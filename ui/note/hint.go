package note

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// readDismissed reads which suggestions about the open note are not made any more.
func (f *filed) readDismissed() error {
	n, open := f.host.Draft().Note()
	if !open {
		f.dismissed = nil
		return nil
	}
	all, err := f.host.Journal().Dismissals(n.UID)
	f.dismissed = all
	return err
}

// longestHint is how many letters of its line a suggestion shows.
const longestHint = 90

// hintCard shows a line that nearly files, offers to file it, and is dismissed for good in one tap.
func (f *filed) hintCard(n notes.Note, h notes.Hint) fyne.CanvasObject {
	line := widgets.NewRow("filed.hint.line", 24, widgets.NewPara(13, widgets.Plain(notes.Shorten(notes.Tidy(h.Old), longestHint))).Lead(19),
		func() { f.show(h.Line) })
	parts := []fyne.CanvasObject{line, widgets.NewPara(13, widgets.Dim(h.Say)).Lead(19)}
	if room.ReadOnly(f.host) {
		return widgets.ChipCard(parts...)
	}
	var buttons []fyne.CanvasObject
	if h.New != "" {
		buttons = append(buttons, widgets.NewSmallButton("filed.hint", widgets.Outlined, "check", voice.T("File it"), func() {
			f.edit(notes.LineEdit{Op: notes.ReplaceLine, Note: n.ID, Line: h.Line, Old: h.Old, New: h.New}, nil, voice.T("Filed"))
		}))
	}
	buttons = append(buttons, widgets.NewSmallButton("filed.hint.dismiss", widgets.Quiet, "", voice.T("Don't suggest again"), func() {
		_, _ = f.host.Apply(notes.Change{Rows: []notes.Row{h.Dismissal(n.UID)}}, dismissedSay(h)) // an error has been shown
	}))
	return widgets.ChipCard(append(parts, widgets.HStack(6, buttons...))...)
}

// dismissedSay is what is said once a suggestion was dismissed.
func dismissedSay(h notes.Hint) string {
	if h.Nobody {
		return voice.T("Suggestions about “{name}” turned off", "name", h.Name)
	}
	return voice.T("Suggestions for this line turned off")
}
