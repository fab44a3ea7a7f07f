// Package help shows what can be looked up while working: answers to "how do I …" (F1; they stand in answers.txt), the
// labels in a manager's words, and all shortcuts (Ctrl+/).
package help

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Shortcut is a command with the keys that do it, as shown.
type Shortcut struct{ Name, Keys string }

// rules are what is said of lines, with the words that labels are written with.
func rules(words *notes.LabelWords) []string {
	return []string{
		voice.T("All other lines are plain text. Labels are optional."),
		voice.T("Put a name before the colon to say who: {todo} me: …, {todo} Ben: …, {praise} Ana and Ben: …",
			"todo", words.For(notes.Todo), "praise", words.For(notes.Praise)),
		voice.T("Add a word with #, like #platform, to file the line under a goal or an area."),
		voice.T(
			"End a line with “by Fri” or “by 4 Dec” to set a date. " +
				"When you tick a line off, Handback adds (done), (said), (met) or (answered) for you.",
		),
		voice.T("Start a line with \\ to keep it plain text."),
		voice.T("Add your own words for labels, or turn one off, in Settings."),
	}
}

// ShowLabels shows the labels and the rules for lines.
func ShowLabels(host room.Host) {
	parts := []fyne.CanvasObject{
		widgets.NewPara(
			14,
			widgets.Plain(voice.T("Write as you think. Handback files each line that starts with one of these words and a colon.")),
		),
	}
	words := room.Words(host)
	rows := make([]fyne.CanvasObject, 0, len(notes.LabelKinds))
	for _, k := range notes.LabelKinds {
		rows = append(rows, labelRow(k, words))
	}
	var said []fyne.CanvasObject
	for _, r := range rules(words) {
		said = append(said, widgets.NewPara(13, widgets.Dim(r)))
	}
	parts = append(parts, widgets.VStack(4, rows...), widgets.Hairline(), widgets.VStack(2, said...))
	widgets.NewDialog(host.Window().Canvas(), voice.T("Labels"), "", nil, parts...).Wide(680).Show(nil)
}

func labelRow(k notes.LabelKind, words *notes.LabelWords) fyne.CanvasObject {
	ink := look.C().Ink(k.Colour)
	say := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(k.Help)), widgets.NewPara(12, widgets.Dim(words.Example(k.Label)))}
	own := slices.DeleteFunc(words.Own(k.Label), func(word string) bool { return word == words.For(k.Label) })
	if len(own) > 0 {
		say = append(say, widgets.NewPara(12, widgets.Dim(voice.T("Also: {words}", "words", strings.Join(own, ", ")))))
	}
	return widgets.HTop(10,
		widgets.Pad(2, 0, 0, 0, widgets.Icon(k.Icon, 16, ink)),
		widgets.Width(72, widgets.NewElided(14, widgets.Colored(words.For(k.Label), ink))),
		widgets.Grow(widgets.VStack(0, say...)),
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
var mainKey = map[bool]string{true: voice.T("Cmd+"), false: voice.T("Ctrl+")}[runtime.GOOS == "darwin"]

// others are the keys that are no commands of the window.
var others = []Shortcut{
	{voice.T("Next or previous field or button"), voice.T("Tab, Shift+Tab")},
	{voice.T("Close the top window"), voice.T("Esc")},
	{voice.T("Bold, italic"), strings.Join([]string{mainKey + "B", mainKey + "I"}, ", ")},
	{voice.T("Open the link at the cursor"), mainKey + voice.T("Enter")},
	{voice.T("Indent lines"), strings.Join([]string{mainKey + "M", mainKey + "]"}, ", ")},
	{voice.T("Outdent lines"), strings.Join([]string{mainKey + "Shift+M", mainKey + "["}, ", ")},
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
