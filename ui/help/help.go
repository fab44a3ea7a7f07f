// Package help shows what can be looked up while working: answers to "how do I …" (F1; they stand in answers.txt), the
// labels in a manager's words, and all shortcuts (Ctrl+/).
package help

import (
	"runtime"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"

	"handback/notes/voice"
)

// Shortcut is a command with the keys that do it, as shown.
type Shortcut struct{ Name, Keys string }

var rules = []string{
	voice.T("Every other line is plain text. Nothing has to have a label."),
	voice.T("A name before the colon says who: todo me: …, todo Ben: …, praise Ana and Ben: …"),
	voice.T("A word with # files the line under a goal or an area: #platform."),
	voice.T(
		"At the end, “by Fri” or “by 4 Dec” is the date, and (done), (said), (met), (answered) what became of it. Ticking writes that for you.",
	),
	voice.T("A \\ at the start of a line keeps it plain text."),
}

// ShowLabels shows the labels and the rules for lines.
func ShowLabels(host room.Host) {
	parts := []fyne.CanvasObject{
		widgets.NewPara(
			14,
			widgets.Plain(voice.T("Write as you think. A line that begins with one of these words, and a colon, is filed.")),
		),
	}
	rows := make([]fyne.CanvasObject, 0, len(notes.LabelKinds))
	for _, k := range notes.LabelKinds {
		rows = append(rows, labelRow(k))
	}
	said := make([]fyne.CanvasObject, 0, len(rules))
	for _, r := range rules {
		said = append(said, widgets.NewPara(13, widgets.Dim(r)))
	}
	parts = append(parts, widgets.VStack(4, rows...), widgets.Hairline(), widgets.VStack(2, said...))
	widgets.NewDialog(host.Window().Canvas(), voice.T("Labels"), "", nil, parts...).Wide(680).Show(nil)
}

func labelRow(k notes.LabelKind) fyne.CanvasObject {
	ink := look.C().Ink(k.Colour)
	return widgets.HTop(10,
		widgets.Pad(2, 0, 0, 0, widgets.Icon(k.Icon, 16, ink)),
		widgets.Width(72, widgets.TextIn(string(k.Label), 14, ink, look.Medium)),
		widgets.Grow(widgets.VStack(0, widgets.NewPara(14, widgets.Plain(k.Help)), widgets.NewPara(12, widgets.Dim(k.Example)))),
	)
}

// ShowShortcuts shows every command that has keys.
func ShowShortcuts(host room.Host, shortcuts []Shortcut) {
	var left, right []fyne.CanvasObject
	all := withKeys(shortcuts)
	for i, s := range all {
		row := widgets.LineHeight(
			28,
			widgets.HStack(10, widgets.Grow(widgets.NewElided(14, widgets.Plain(s.Name))), widgets.KeyHint(s.Keys)),
		)
		if i < (len(all)+1)/2 {
			left = append(left, row)
		} else {
			right = append(right, row)
		}
	}
	widgets.NewDialog(host.Window().Canvas(), voice.T("Shortcuts"), "", nil,
		widgets.Columns(28, []float32{1, 1}, widgets.VStack(2, left...), widgets.VStack(2, right...))).Wide(720).Show(nil)
}

// mainKey is held for most shortcuts.
var mainKey = map[bool]string{true: "Cmd+", false: "Ctrl+"}[runtime.GOOS == "darwin"]

// others are the keys that are no commands of the window.
var others = []Shortcut{
	{voice.T("Next and previous control"), voice.T("Tab, Shift+Tab")},
	{voice.T("Close what lies on top"), voice.T("Esc")},
	{voice.T("Bold, italic"), mainKey + "B, " + mainKey + "I"},
	{voice.T("Open the link at the caret"), mainKey + "Enter"},
	{voice.T("Move lines in"), mainKey + "M, " + mainKey + "]"},
	{voice.T("Move lines out"), mainKey + "Shift+M, " + mainKey + "["},
}

func withKeys(shortcuts []Shortcut) []Shortcut {
	var with []Shortcut
	for _, s := range shortcuts {
		if s.Keys != "" {
			with = append(with, s)
		}
	}
	return append(with, others...)
}
