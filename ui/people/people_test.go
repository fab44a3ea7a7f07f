package people

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/roomtest"
)

func open(t *testing.T) *roomtest.Host {
	t.Helper()
	h := roomtest.Open(t)
	return h
}

func names(h *roomtest.Host) []string {
	var said []string
	for _, p := range h.People() {
		if p.Kind != notes.KindMe {
			said = append(said, p.Name)
		}
	}
	return said
}

func TestEightPeopleAtOnce(t *testing.T) {
	h := open(t)
	roomtest.Person(t, h.J, "Ana Ruiz")
	ShowAdd(h)
	if h.Focused() != "people.names" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Fill("people.names", "Ben Kofi\nChidi Okafor\n\nDana Weiss\nElif Kaya\nFarid Haddad\nGus Lund\nHana Sato\nIda Berg\n")
	h.Sees("Add 8 people")
	h.Focus("people.rhythm")
	h.Press(fyne.KeyRight)
	h.Press(fyne.KeyRight)
	h.Tap("dialog/confirm")
	want := []string{"Ana Ruiz", "Ben Kofi", "Chidi Okafor", "Dana Weiss", "Elif Kaya", "Farid Haddad", "Gus Lund", "Hana Sato", "Ida Berg"}
	if got := names(h); !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	if r := h.People()[8].Rhythm; r != (notes.Rhythm{Every: 2, Unit: notes.Weeks}) && h.People()[8].Kind != notes.KindMe {
		t.Errorf("the rhythm is %+v", r)
	}
	if !reflect.DeepEqual(h.Said, []string{"Added 8 people"}) {
		t.Errorf("said %q", h.Said)
	}
	if _, err := h.J.Apply(h.Undo); err != nil || len(names(h)) != 1 {
		t.Errorf("undo left %q, %v", names(h), err)
	}
}

// TestPeopleKeepTheColourOfTheirPreview: it comes from the person, who is given it with the first letter of the name.
func TestPeopleKeepTheColourOfTheirPreview(t *testing.T) {
	box := NewBox(nil)
	box.Field.SetText("An")
	before := box.newcomers[0].UID
	box.Field.SetText("Ana\nBen")
	people := box.People("2026-11-23")
	if len(people) != 2 || people[0].UID != before || before == "" || people[1].UID == "" || people[1].UID == before {
		t.Fatalf("%q becomes %+v", before, people)
	}
	h := open(t)
	roomtest.Do(t, h.J, people[0])
	for _, p := range h.People() {
		if p.Name == "Ana" && p.UID != before {
			t.Errorf("in the journal it is %q", p.UID)
		}
	}
}

func TestNamesThatCannotBeAddedAreSaidAndNothingIsAdded(t *testing.T) {
	h := open(t)
	roomtest.Person(t, h.J, "Ana Ruiz")
	ShowAdd(h)
	h.Tap("dialog/confirm")
	h.Sees("Enter at least one name.")
	h.Fill("people.names", "Ben\nana ruiz\nMe\nBen\nC#")
	h.Sees(
		"Ana Ruiz is already called “Ana Ruiz”.",
		"means something else in a line",
		"Two people have this name.",
		"Leave out the “#”",
		"Add 1 person",
	)
	h.Tap("dialog/confirm")
	h.Sees("Some names can't be added yet.")
	if got := names(h); len(got) != 1 {
		t.Errorf("added %q", got)
	}
	h.Press(fyne.KeyEscape)
	if h.Window().Canvas().Overlays().Top() != nil {
		t.Error("Esc did not close it")
	}
}

func TestAMegabyteOfNamesIsPasted(t *testing.T) {
	h := open(t)
	ShowAdd(h)
	h.Paste("people.names", strings.Repeat("Ana Ruiz\n", 110_000))
	h.Sees("That's too long to paste")
	h.Paste("people.names", strings.Repeat("Ana Ruiz\n", 1000))
	h.Sees("Two people have this name.", "Add 1 person")
}

func TestAPersonIsChanged(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	note := roomtest.Note(t, h.J, id, "2026-11-20", "todo Anita: draft a plan\n")
	ShowEdit(h, id)
	h.Fill("person.aliases", "Anita")
	h.Fill("person.role", "Platform")
	h.Tap("person.pronoun")
	h.Tap("menu/she/her")
	h.Tap("person.unit")
	h.Tap("menu/every … weeks")
	h.Fill("person.every", "3")
	h.Tap("person.day")
	h.Tap("menu/Tuesday")
	h.Fill("person.at", "9.30")
	h.Fill("person.zone", "Europe/Zurich")
	h.Tap("dialog/confirm")
	p := h.Person(id)
	want := notes.Rhythm{Every: 3, Unit: notes.Weeks, Fixed: true, Weekday: time.Tuesday, At: "09:30", Zone: "Europe/Zurich"}
	if p.Role != "Platform" || p.Pronoun != notes.She || p.Rhythm != want || !reflect.DeepEqual(p.Aliases, []string{"Anita"}) {
		t.Errorf("%+v", p)
	}
	filed, err := h.J.FiledFrom(note)
	if err != nil || len(filed) != 1 || filed[0].Person != id {
		t.Errorf("the new name is not read: %+v, %v", filed, err)
	}
}

func TestAMonthlyRhythmKeepsToTheDayThatWasPicked(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	ShowEdit(h, id)
	h.Tap("person.unit")
	h.Tap("menu/every … months")
	h.Fill("person.next", "25 Dec 2026")
	h.Tap("person.month")
	h.Tap("menu/on the last Friday")
	h.Fill("person.at", "5:30 pm")
	h.Fill("person.zone", "new y")
	h.Tap("person.zone/New York")
	h.Tap("dialog/confirm")
	want := notes.Rhythm{
		Every: 1, Unit: notes.Months, Fixed: true, Weekday: time.Friday, Nth: notes.LastWeekday, At: "17:30", Zone: "America/New_York",
	}
	if got := h.Person(id).Rhythm; got != want {
		t.Fatalf("%+v", got)
	}
	ShowEdit(h, id) // and is kept where only something else is changed
	h.Sees("on the last Friday")
	h.Fill("person.role", "Platform")
	h.Tap("dialog/confirm")
	if got := h.Person(id).Rhythm; got != want {
		t.Errorf("%+v", got)
	}
}

func TestAnUnknownCityIsSaid(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	ShowEdit(h, id)
	h.Tap("person.unit")
	h.Tap("menu/every … weeks")
	h.Tap("person.day")
	h.Tap("menu/Tuesday")
	h.Fill("person.zone", "Atlantis")
	h.Tap("dialog/confirm")
	h.Sees("Handback doesn't know that city.")
	h.Fill("person.zone", "lodz")
	if !h.Has("person.zone/Łódź") {
		t.Error("Łódź is not offered")
	}
	h.Tap("dialog/confirm")
	if got := h.Person(id).Rhythm.Zone; got != "Europe/Warsaw" {
		t.Errorf("the zone is %q", got)
	}
}

func TestWhatIsWrongIsSaidAtItsField(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	roomtest.Person(t, h.J, "Ben Kofi")
	ShowEdit(h, id)
	for _, c := range []struct{ key, typed, said string }{
		{"person.name", " ", "Enter a name."},
		{"person.name", "Ben Kofi", "Ben Kofi is already called “Ben Kofi”."},
	} {
		h.Fill(c.key, c.typed)
		h.Tap("dialog/confirm")
		h.Sees(c.said)
	}
	h.Fill("person.name", "Ana R")
	h.Tap("person.state")
	h.Tap("menu/away for a while")
	h.Fill("person.until", "1 Jan 2020")
	h.Tap("dialog/confirm")
	h.Sees("That day is in")
	h.Fill("person.until", "30 Feb")
	h.Tap("dialog/confirm")
	h.Sees("That isn't a date.")
	h.Fill("person.until", "in 2 weeks")
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.Name != "Ana R" || p.State != notes.StateAway || p.Until != "2026-12-07" {
		t.Errorf("%+v", p)
	}
}

func TestMyNameHasAShorterForm(t *testing.T) {
	h := open(t)
	me := h.Me()
	ShowEdit(h, me.ID)
	if h.Has("person.state") || h.Has("person.delete") {
		t.Error("I can leave, or be deleted")
	}
	h.Fill("person.name", "Robin Vale")
	h.Press(fyne.KeyReturn)
	if got := h.Me().Name; got != "Robin Vale" {
		t.Errorf("I am called %q", got)
	}
}

func TestAPersonGoesToTheTrashWhenConfirmed(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	ShowEdit(h, id)
	h.Tap("person.delete")
	h.Sees("Move Ana Ruiz to trash?", "only left the team")
	h.Tap("dialog/confirm")
	if got := names(h); len(got) != 0 {
		t.Errorf("%q", got)
	}
	if _, err := h.J.Apply(h.Undo); err != nil || len(names(h)) != 1 {
		t.Errorf("undo left %q, %v", names(h), err)
	}
}

func TestTheDayOfJoiningIsSaidInTheForm(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	ShowEdit(h, id)
	if h.Has("person.joined") {
		t.Error("it is asked of everybody who is here when somebody joined")
	}
	h.Tap("person.state")
	h.Tap("menu/new to the team")
	h.Sees("For 60 days from then")
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.State != notes.StateNew || p.Joined != h.Today() {
		t.Fatalf("%+v", p)
	}
	ShowEdit(h, id)
	h.Fill("person.joined", "sometime")
	h.Tap("dialog/confirm")
	h.Sees("That isn't a date.")
	h.Fill("person.joined", "12 Oct")
	h.Tap("person.state")
	h.Tap("menu/here")
	if !h.Has("person.joined") {
		t.Error("the day that was said can't be corrected")
	}
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.State != notes.StateHere || p.Joined != "2026-10-12" {
		t.Errorf("%+v", p)
	}
}
