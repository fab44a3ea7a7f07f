package switcher

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

var commands = []Command{
	{ID: "go.today", Name: "Today", Keys: "Alt+D"},
	{ID: "meeting.start", Name: "Start one-on-one", Keys: "Ctrl+Shift+O"},
}

func open(t *testing.T) (*roomtest.Host, notes.PersonID, notes.NoteID) {
	t.Helper()
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	roomtest.Person(t, h.J, "Ben Kofi")
	note := roomtest.Note(t, h.J, ana, "2026-11-20", "# One-on-one\n\ntodo: draft the rollout plan #platform\n")
	roomtest.Do(t, h.J, notes.Goal{Person: ana, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen, Start: "2026-11-01"})
	Show(h, commands, nil)
	return h, ana, note
}

func last(h *roomtest.Host) room.Place {
	if len(h.Places) == 0 {
		return room.Place{}
	}
	return h.Places[len(h.Places)-1]
}

func TestEmptyItListsPeopleAndCommands(t *testing.T) {
	h, ana, _ := open(t)
	if h.Focused() != "switcher" {
		t.Fatalf("the keyboard is at %q", h.Focused())
	}
	h.Sees("Ana Ruiz", "Ben Kofi", "Today", "Alt+D")
	h.SeesNot("Show all results")
	h.Press(fyne.KeyReturn)
	if want := (room.Place{Screen: room.Prep, Person: ana}); last(h) != want {
		t.Errorf("went to %+v", last(h))
	}
	if h.Window().Canvas().Overlays().Top() != nil {
		t.Error("it is still there")
	}
}

func TestJumpByKeyboard(t *testing.T) {
	for _, c := range []struct {
		typed string
		downs int
		want  func(ana notes.PersonID, note notes.NoteID) room.Place
	}{
		{"bk", 0, func(ana notes.PersonID, _ notes.NoteID) room.Place {
			return room.Place{Screen: room.Prep, Person: ana + 1}
		}},
		{"lead pl", 0, func(ana notes.PersonID, _ notes.NoteID) room.Place {
			return room.Place{Screen: room.Growth, Person: ana, Goal: 1}
		}},
		{"#platform", 0, func(notes.PersonID, notes.NoteID) room.Place {
			return room.Place{Screen: room.Search, Text: "#platform"}
		}},
		{"draft", 0, func(ana notes.PersonID, note notes.NoteID) room.Place {
			return room.Place{Screen: room.Notes, Person: ana, Note: note, Line: 3}
		}},
		{"draft", 1, func(notes.PersonID, notes.NoteID) room.Place {
			return room.Place{Screen: room.Search, Text: "draft"}
		}},
	} {
		t.Run(c.typed, func(t *testing.T) {
			h, ana, note := open(t)
			h.Type("switcher", c.typed)
			for range c.downs {
				h.Press(fyne.KeyDown)
			}
			h.Press(fyne.KeyReturn)
			if want := c.want(ana, note); last(h) != want {
				t.Errorf("%q: went to %+v, not to %+v", c.typed, last(h), want)
			}
		})
	}
}

func TestCommandsRun(t *testing.T) {
	h, _, _ := open(t)
	h.Type("switcher", "start one")
	h.Press(fyne.KeyReturn)
	if len(h.Ran) != 1 || h.Ran[0] != "meeting.start" {
		t.Errorf("ran %q", h.Ran)
	}
}

func TestALateHitDrawsNothing(t *testing.T) {
	h, _, _ := open(t)
	h.Hold = true
	h.Type("switcher", "d")
	h.Type("switcher", "z")
	h.Answer(1)
	h.Answer(0)
	h.SeesNot("rollout plan")
	h.Press(fyne.KeyEscape)
	h.Answer(1)
	if h.Window().Canvas().Overlays().Top() != nil || len(h.Places) > 0 {
		t.Error("Esc did not close it")
	}
}

func TestAnyTextCanBeTyped(t *testing.T) {
	h, _, _ := open(t)
	for _, text := range []string{`"`, "*", "NEAR(", "\x00", "🙂🙂", string(make([]byte, 5000))} {
		h.Fill("switcher", text)
	}
	if len(h.Shown) > 0 {
		t.Errorf("%v", h.Shown)
	}
	h.Fill("switcher", "qqqq")
	h.Sees("Show all results")
}

func TestASavedSearchIsJumpedTo(t *testing.T) {
	h, _, _ := open(t)
	h.Press(fyne.KeyEscape)
	roomtest.Do(t, h.J, notes.SavedSearch{Name: "Praise of spring", Query: "label:praise after:2026-03"})
	Show(h, commands, nil)
	h.Type("switcher", "spring")
	h.Sees("Praise of spring", "label:praise")
	h.Press(fyne.KeyReturn)
	if want := (room.Place{Screen: room.Search, Text: "label:praise after:2026-03"}); last(h) != want {
		t.Errorf("went to %+v", last(h))
	}
}

func TestTheSwitcherReadsFilters(t *testing.T) {
	h, ana, note := open(t)
	h.Type("switcher", "person:ana draft")
	h.Sees("draft", "the rollout plan")
	h.Press(fyne.KeyReturn)
	if want := (room.Place{Screen: room.Notes, Person: ana, Note: note, Line: 3}); last(h) != want {
		t.Errorf("went to %+v", last(h))
	}
	Show(h, commands, nil)
	h.Fill("switcher", "person:ben draft")
	h.SeesNot("the rollout plan")
}

func TestALongSavedSearchEndsInDotsAndIsNotSaidTwice(t *testing.T) {
	const long = "label:praise after:2026-01 -label:feedback person:ana #platform"
	for name, c := range map[string]struct {
		saved notes.SavedSearch
		sees  []string
		not   string
	}{
		"cut":                 {notes.SavedSearch{Name: "Praise", Query: long}, []string{"Praise", "label:praise after:2026-01…"}, long},
		"whole":               {notes.SavedSearch{Name: "Praise", Query: "label:praise"}, []string{"Praise", "label:praise"}, "…"},
		"named as it is":      {notes.SavedSearch{Name: long[:45], Query: long[:45]}, []string{long[:45]}, "…"},
		"the same, in a case": {notes.SavedSearch{Name: "Label:praise", Query: "label:praise"}, []string{"Label:praise"}, "label:praise"},
	} {
		t.Run(name, func(t *testing.T) {
			h := roomtest.Open(t)
			roomtest.Do(t, h.J, c.saved)
			Show(h, nil, nil)
			h.Sees(c.sees...)
			h.SeesNot(c.not)
		})
	}
}

func TestTheSameLineIsListedOnce(t *testing.T) {
	for name, body := range map[string]string{
		"the title of a note that is listed": "# Kafka rollout\n\nwords\n",
		"a line in two notes of a day":       "# One-on-one\n\ntodo: kafka rollout\n",
	} {
		t.Run(name, func(t *testing.T) {
			h := roomtest.Open(t)
			ana := roomtest.Person(t, h.J, "Ana Ruiz")
			roomtest.Note(t, h.J, ana, "2026-11-20", body)
			if strings.Contains(body, "todo") {
				roomtest.Note(t, h.J, ana, "2026-11-20", body)
			}
			Show(h, nil, nil)
			h.Type("switcher", "kafka rollout")
			said := strings.ToLower(strings.Join(strings.Fields(h.Text()), " "))
			if n := strings.Count(said, "kafka rollout"); n != 2 { // once it is typed
				t.Errorf("it is listed %d times: %q", n, h.Text())
			}
		})
	}
}

// aboutOne is what the tests offer for one person.
func aboutOne(did *[]string) []Command {
	one := func(name, also string, now bool) Command {
		c := Command{Name: name, Also: also, Now: now, Fits: func(p notes.Person) bool { return p.Kind == notes.KindReport }}
		c.ID = name
		c.For = func(who notes.PersonID) { *did = append(*did, fmt.Sprintf("%s %d", name, who)) }
		return c
	}
	return []Command{
		one("Praise", "", false), one("New note", "write", true), one("Log praise", "add thank", false),
		one("Type up your paper notes …", "handwritten", false), one("Start one-on-one", "meeting 1:1", false),
	}
}

func TestWhatIsAboutSomebodyIsDoneForWhoeverIsNamed(t *testing.T) {
	for typed, want := range map[string]string{
		"ana praise":       "Praise 2",
		"praise for ben":   "Praise 3",
		"log praise ana":   "Log praise 2",
		"thank ben kofi":   "Log praise 3",
		"new note ana":     "New note 2",
		"Ana's 1:1":        "Start one-on-one 2",
		"type up be":       "Type up your paper notes … 3",
		"handwritten anas": "",
	} {
		t.Run(typed, func(t *testing.T) {
			h := roomtest.Open(t)
			roomtest.Person(t, h.J, "Ana Ruiz")
			roomtest.Person(t, h.J, "Ben Kofi")
			var did []string
			Show(h, aboutOne(&did), nil)
			h.Type("switcher", typed)
			h.Press(fyne.KeyReturn)
			if got := strings.Join(did, ","); got != want {
				t.Errorf("did %q, not %q", got, want)
			}
			if len(h.Ran) > 0 {
				t.Errorf("ran %q", h.Ran)
			}
		})
	}
}

func TestWhoItIsForIsAskedWhereNobodyIsNamed(t *testing.T) {
	h := roomtest.Open(t)
	roomtest.Person(t, h.J, "Ana Ruiz")
	roomtest.Person(t, h.J, "Ben Kofi")
	var did []string
	Show(h, aboutOne(&did), nil)
	h.Type("switcher", "type up")
	h.Sees("Type up your paper notes …", "pick a person")
	h.Press(fyne.KeyReturn)
	h.Sees("Ana Ruiz", "Ben Kofi")
	h.SeesNot("Type up your paper notes …", "Show all results")
	h.Type("switcher", "ben")
	h.Press(fyne.KeyReturn)
	if got := strings.Join(did, ","); got != "Type up your paper notes … 3" {
		t.Errorf("did %q", got)
	}
	if h.Window().Canvas().Overlays().Top() != nil {
		t.Error("it is still there")
	}
}

func TestWhatCanBeDoneNowAsksNobody(t *testing.T) {
	h := roomtest.Open(t)
	roomtest.Person(t, h.J, "Ana Ruiz")
	var did []string
	Show(h, aboutOne(&did), nil)
	h.Type("switcher", "new note")
	h.Press(fyne.KeyReturn)
	if len(did) > 0 || len(h.Ran) != 1 || h.Ran[0] != "New note" {
		t.Errorf("did %q, ran %q", did, h.Ran)
	}
}
