package settings

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
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

func TestAPartThatIsAskedForComesIntoView(t *testing.T) {
	h := enter(t, "Ana", "Ben", "Chidi", "Dana", "Elif", "Farid", "Gus", "Hana", "Ida", "Jo", "Kim", "Lea")
	for _, part := range []string{PartTemplates, PartDaysOff, PartLook, PartData} {
		t.Run(part, func(t *testing.T) {
			place := room.Place{Screen: room.Settings, Part: part}
			r := New(h, place).(*Room)
			h.Enter(r, place)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.parts[part]).Y
			if bottom := at + r.parts[part].Size().Height; at < 0 || bottom > 800 && at > 8 {
				t.Errorf("it stands from %v to %v", at, bottom)
			}
		})
	}
}
