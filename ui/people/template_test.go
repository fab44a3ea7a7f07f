package people

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/ui/roomtest"
)

func TestAPersonsOneOnOnesStartFromTheirTemplate(t *testing.T) {
	h := open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	all, err := h.J.Templates()
	if err != nil {
		t.Fatal(err)
	}
	ShowEdit(h, ana)
	h.Sees("New one-on-ones start from", "An empty note")
	h.Choose("person.template", all[1].Name)
	h.Tap("dialog/confirm")
	who := h.Person(ana)
	if who.Template != all[1].ID {
		t.Fatalf("the template is %d", who.Template)
	}
	planned, err := brief.PlanOneOnOne(who, h.Today().AddDays(7), "", h.Now())
	if err != nil {
		t.Fatal(err)
	}
	next, _ := brief.PlanNext(nil, notes.Person{
		ID: ana, Template: all[1].ID, Rhythm: notes.Rhythm{Every: 1, Unit: notes.Weeks, Fixed: true},
	}, h.Today(), h.Now())
	for name, change := range map[string]notes.Change{
		"planned":         planned,
		"by the rhythm":   next,
		"started at once": brief.StartOneOnOne(nil, who, "", h.Now(), nil),
	} {
		t.Run(name, func(t *testing.T) {
			applied, err := h.J.Apply(change)
			if err != nil || len(applied.Made) != 1 {
				t.Fatalf("%+v, %v", applied, err)
			}
			if n, err := h.J.Note(applied.Made[0]); err != nil || n.Body != all[1].Body || n.Title != "" {
				t.Errorf("%+v, %v", n, err)
			}
		})
	}
	h.Press(fyne.KeyEscape)
}
