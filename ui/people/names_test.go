package people

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/roomtest"
)

func TestAFirstNameThatChangesIsKept(t *testing.T) {
	h := open(t)
	ana, id := roomtest.Person(t, h.J, "Ana Ruiz"), roomtest.Person(t, h.J, "Priya")
	note := roomtest.Note(t, h.J, ana, "2026-11-20", "action Priya: draft a plan\ntodo Priya: b\n")
	ShowEdit(h, id)
	h.Fill("person.name", "Pia")
	h.Sees("“Priya” stays as a nickname")
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.Name != "Pia" || !reflect.DeepEqual(p.Aliases, []string{"Priya"}) {
		t.Fatalf("%+v", p)
	}
	filed, err := h.J.FiledFrom(note)
	if err != nil || len(filed) != 2 || filed[0].Person != id {
		t.Errorf("her lines went: %+v, %v", filed, err)
	}
	h.TakeBack()
	if p := h.Person(id); p.Name != "Priya" || len(p.Aliases) != 0 {
		t.Errorf("undo left %+v", p)
	}
}

func TestTakingANameAwaySaysFirstWhatItUnfiles(t *testing.T) {
	h := open(t)
	ana, id := roomtest.Person(t, h.J, "Ana Ruiz"), roomtest.Person(t, h.J, "Priya")
	note := roomtest.Note(t, h.J, ana, "2026-11-20", "action Priya: draft a plan\ntodo Priya: b\n")
	ShowEdit(h, id)
	h.Fill("person.name", "Pia")
	h.Fill("person.aliases", "")
	h.SeesNot("as a nickname, so")
	h.Tap("dialog/confirm")
	h.Sees("2 lines say “Priya”. They will no longer be filed for Pia.", "Save anyway")
	if p := h.Person(id); p.Name != "Priya" {
		t.Fatalf("it was saved: %+v", p)
	}
	h.Fill("person.aliases", "Pri")
	h.SeesNot("2 lines say", "Save anyway")
	h.Tap("dialog/confirm")
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.Name != "Pia" || !reflect.DeepEqual(p.Aliases, []string{"Pri"}) {
		t.Errorf("%+v", p)
	}
	if filed, err := h.J.FiledFrom(note); err != nil || len(filed) != 0 {
		t.Errorf("%+v, %v", filed, err)
	}
}

func TestASecondOfAFirstNameIsSaidWhereItIsTyped(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Chris Brown")
	ShowAdd(h)
	h.Fill("people.names", "Chris Davis")
	h.Sees("You'll see “Chris B.” and “Chris D.”, because both are called Chris.")
	h.Fill("people.names", "Kit Davis")
	h.SeesNot("both are called Chris")
	h.Fill("people.names", "Chris Davis")
	h.Tap("dialog/confirm")
	ShowEdit(h, id)
	h.Sees("because both are called Chris")
	h.Fill("person.name", "Kit Brown")
	h.SeesNot("both are called Chris")
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.First() != "Kit" || !reflect.DeepEqual(p.Aliases, []string{"Chris", "Chris Brown"}) {
		t.Errorf("called %q, %q", p.First(), p.Aliases)
	}
}

func TestTwoEntriesAreMergedFromTheForm(t *testing.T) {
	h := open(t)
	id, other := roomtest.Person(t, h.J, "Priya Shah"), roomtest.Person(t, h.J, "Pia Nair")
	note := roomtest.Note(t, h.J, other, "2026-11-20", "todo: draft a plan\ntodo Pia: b\n")
	roomtest.Note(t, h.J, id, "2026-11-20", "a\n")
	ShowEdit(h, id)
	h.Tap("person.merge")
	h.Tap("dialog/confirm")
	h.Sees("Choose a person first.")
	h.Tap("merge.with")
	h.Tap("menu/Pia Nair")
	h.Tap("dialog/confirm")
	h.Sees("Priya Shah gets the nickname “Pia Nair”", "This will move to Priya: 1 note")
	h.Tap("dialog/confirm")
	if got := names(h); !reflect.DeepEqual(got, []string{"Priya Shah"}) {
		t.Errorf("there are %q", got)
	}
	filed, err := h.J.FiledFrom(note)
	if err != nil || len(filed) != 2 || filed[0].Person != id || filed[1].Person != id {
		t.Errorf("%+v, %v", filed, err)
	}
	h.TakeBack()
	if got := names(h); len(got) != 2 {
		t.Errorf("undo left %q", got)
	}
}

func TestWhichOfTwoEntriesIsKeptIsAsked(t *testing.T) {
	h := open(t)
	double, id := roomtest.Person(t, h.J, "M. Oyelaran"), roomtest.Person(t, h.J, "Maria Oyelaran")
	roomtest.Note(t, h.J, id, "2026-11-19", "a\n")
	roomtest.Note(t, h.J, id, "2026-11-20", "b\n")
	roomtest.Note(t, h.J, double, "2026-11-20", "c\n")
	ShowEdit(h, double) // from the duplicate's form
	h.Tap("person.merge")
	h.Tap("merge.with")
	h.Tap("menu/Maria Oyelaran")
	h.Sees("Entry to keep")
	h.Tap("dialog/confirm")
	h.Sees("Maria Oyelaran gets the nickname “M. Oyelaran”")
	h.Press(fyne.KeyEscape)
	ShowMerge(h, h.Person(double))
	h.Tap("merge.with")
	h.Tap("menu/Maria Oyelaran")
	h.Tap("merge.keep")
	h.Tap("menu/M. Oyelaran")
	h.Tap("dialog/confirm")
	h.Tap("dialog/confirm")
	if got := names(h); !reflect.DeepEqual(got, []string{"M. Oyelaran"}) {
		t.Errorf("there are %q", got)
	}
}
