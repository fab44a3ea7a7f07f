// Package help shows what can be looked up while working: the labels in a manager's words (F1) and all shortcuts
// (Ctrl+/).
package help

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Shortcut is a command with the keys that do it, as shown.
type Shortcut struct{ Name, Keys string }

// labelHelp is a label in a manager's words.
type labelHelp struct {
	label   notes.Label
	what    string
	example string
}

var labels = []labelHelp{
	{notes.Todo, "Somebody will do it: the person whose note it is, or “me”, or a name.", "todo: draft the rollout plan by Fri"},
	{notes.Decided, "What was decided, and who did: me, we, or a name.", "decided Ana: rollout moves to January"},
	{notes.Praise, "What happened — what they did — what it changed.", "praise: demo broke — she fixed it calmly — the customer stayed"},
	{notes.Feedback, "The same three parts, to be said to them.", "feedback: review ran over — you took every question — two left early"},
	{notes.Idea, "An idea of theirs. Try it, take it up, or say why not.", "idea: pair the new people on call"},
	{notes.Need, "What they need from me. With a date it is my promise.", "need: a test copy of the data by 12 Dec"},
	{notes.Ask, "I bring it to the next one-on-one.", "ask: what would you stop, if you could?"},
	{notes.Topic, "They bring it.", "topic: holiday in March"},
	{notes.Stuck, "They cannot go on.", "stuck: no answer from legal since Monday"},
	{notes.StepIn, "I lead from the front here, for a while.", "step in: I take the outage calls this week"},
	{notes.Private, "Filed nowhere, shown to nobody. It may still have to be disclosed.", "private: I was short with her, say sorry"},
}

var rules = []string{
	"Every other line is plain text. Nothing has to have a label.",
	"A name before the colon says who: todo me: …, todo Ben: …, praise Ana and Ben: …",
	"A word with # files the line under a goal or an area: #platform.",
	"At the end, “by Fri” or “by 4 Dec” is the date, and (done), (said), (met), (answered) what became of it. Ticking writes that for you.",
	"A \\ at the start of a line keeps it plain text.",
}

// ShowLabels shows the labels and the rules for lines.
func ShowLabels(host room.Host) {
	parts := []fyne.CanvasObject{
		widgets.NewPara(14, widgets.Plain("Write as you think. A line that begins with one of these words, and a colon, is filed.")),
	}
	rows := make([]fyne.CanvasObject, 0, len(labels))
	for _, l := range labels {
		rows = append(rows, labelRow(l))
	}
	said := make([]fyne.CanvasObject, 0, len(rules))
	for _, r := range rules {
		said = append(said, widgets.NewPara(13, widgets.Dim(r)))
	}
	parts = append(parts, widgets.VStack(4, rows...), widgets.Hairline(), widgets.VStack(2, said...))
	widgets.NewDialog(host.Window().Canvas(), "Labels", "", nil, parts...).Wide(680).Show(nil)
}

func labelRow(l labelHelp) fyne.CanvasObject {
	word := string(l.label)
	ink := look.C().Label(word)
	return widgets.HTop(10,
		widgets.Pad(2, 0, 0, 0, widgets.Icon(look.LabelIcon(word), 16, ink)),
		widgets.Width(72, widgets.TextIn(word, 14, ink, look.Medium)),
		widgets.Grow(widgets.VStack(0, widgets.NewPara(14, widgets.Plain(l.what)), widgets.NewPara(12, widgets.Dim(l.example)))),
	)
}

// ShowShortcuts shows every command that has keys.
func ShowShortcuts(host room.Host, shortcuts []Shortcut) {
	var left, right []fyne.CanvasObject
	all := withKeys(shortcuts)
	for i, s := range all {
		row := widgets.LineHeight(28, widgets.HStack(10, widgets.Grow(widgets.NewElided(14, widgets.Plain(s.Name))), widgets.KeyHint(s.Keys)))
		if i < (len(all)+1)/2 {
			left = append(left, row)
		} else {
			right = append(right, row)
		}
	}
	widgets.NewDialog(host.Window().Canvas(), "Shortcuts", "", nil,
		widgets.Columns(28, []float32{1, 1}, widgets.VStack(2, left...), widgets.VStack(2, right...))).Wide(720).Show(nil)
}

// others are the keys that are no commands of the window.
var others = []Shortcut{
	{"Next and previous control", "Tab, Shift+Tab"},
	{"Close what lies on top", "Esc"},
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
