package settings

import (
	"testing"

	"handback/notes"
)

func TestTemplatesAreAddedChangedAndRemoved(t *testing.T) {
	h := enter(t)
	h.Sees("Templates for one-on-ones", notes.FirstTemplates[0].Name, notes.FirstTemplates[2].Name)
	h.Tap("settings.template.add")
	h.Fill("template.name", "Mine")
	h.Fill("template.body", "# How are you?\ntodo: plan")
	h.Tap("dialog/confirm")
	h.Sees("Line 2 would be filed")
	h.Fill("template.body", "# How are you?\nWhat's new?")
	h.Tap("dialog/confirm")
	h.Sees("Mine", "What's new?")
	all, err := h.J.Templates()
	if err != nil || len(all) != 4 {
		t.Fatalf("%+v, %v", all, err)
	}
	h.Tap(templateKey(all[3], "edit"))
	h.Fill("template.name", "Ours")
	h.Tap("dialog/confirm")
	h.Sees("Ours")
	h.SeesNot("Mine")
	h.Tap(templateKey(all[3], "edit"))
	h.Tap("template.remove")
	h.SeesNot("Ours")
	h.TakeBack()
	h.Sees("Ours")
}
