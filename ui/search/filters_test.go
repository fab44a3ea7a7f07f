package search

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// chipsOf are the keys of the chips of filters.
func chipsOf(h *roomtest.Host) (keys []string) {
	for _, key := range h.Keys() {
		if strings.HasPrefix(key, "search.chip/") {
			keys = append(keys, key)
		}
	}
	return keys
}

func TestWhatIsTypedAndTheChipsAgree(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		chips       []string // as they are shown
		found       string
		without     string // the text once the first chip is taken away
	}{
		{"a person", "person:ana rollout", []string{"Ana"}, "2 lines in 2 notes", "rollout"},
		{"a label", "label:todo rollout", []string{"todo"}, "1 line in 1 note", "rollout"},
		{"a tag", "#platform", []string{"#platform"}, "1 line in 1 note", ""},
		{"days", "after:2026-11 before:2026-11-15 rollout", []string{"since 1 Nov", "until 14 Nov"}, "1 line in 1 note", "before:2026-11-15 rollout"},
		{"leaves out", "rollout -support -length", []string{"without: support", "without: length"}, "1 line in 1 note", "rollout -length"},
		{"a phrase is no filter", `"the rollout at"`, nil, "1 line in 1 note", ""},
		{"several", "rollout label:decided person:ana #platform", []string{"decided", "Ana", "#platform"}, "1 line in 1 note", "rollout person:ana #platform"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, _ := enter(t, room.Place{})
			h.Type("search.text", c.typed)
			if got := len(chipsOf(h)); got != len(c.chips) {
				t.Fatalf("%d chips: %s", got, h.Text())
			}
			h.Sees(append(c.chips, c.found)...)
			if len(c.chips) == 0 {
				return
			}
			h.Tap("search.chip/0")
			if got := text(h); got != c.without {
				t.Errorf("the field says %q", got)
			}
			if got := len(chipsOf(h)); got != len(c.chips)-1 {
				t.Errorf("%d chips are left", got)
			}
		})
	}
}

// Every way in writes the same text: a menu, a tap on what is offered, the keyboard.
func TestAFilterThatIsChosenStandsInTheField(t *testing.T) {
	for name, c := range map[string]struct {
		act  func(h *roomtest.Host)
		want string
	}{
		"the menu of people": {func(h *roomtest.Host) { h.Tap("search.person"); h.Tap("menu/Ana Ruiz") }, "rollout person:Ana "},
		"the menu of labels": {func(h *roomtest.Host) { h.Tap("search.label"); h.Tap("menu/praise") }, "rollout label:praise "},
		"the menu of tags":   {func(h *roomtest.Host) { h.Tap("search.tag"); h.Tap("menu/#platform") }, "rollout #platform "},
		"the menu of dates":  {func(h *roomtest.Host) { h.Tap("search.when"); h.Tap("menu/This year") }, "rollout on:this-year "},
		"another person": {func(h *roomtest.Host) {
			h.Tap("search.person")
			h.Tap("menu/Ana Ruiz")
			h.Tap("search.person")
			h.Tap("menu/Ben Kofi")
		}, "rollout person:Ben "},
		"the same again": {func(h *roomtest.Host) {
			h.Tap("search.when")
			h.Tap("menu/This year")
			h.Tap("search.when")
			h.Tap("menu/This year")
		}, "rollout on:this-year "},
		"another date": {func(h *roomtest.Host) {
			h.Tap("search.when")
			h.Tap("menu/This year")
			h.Tap("search.when")
			h.Tap("menu/This month")
		}, "rollout on:this-month "},
		"any date": {func(h *roomtest.Host) {
			h.Tap("search.when")
			h.Tap("menu/This year")
			h.Tap("search.when")
			h.Tap("menu/Any time")
		}, "rollout"},
		"any label": {func(h *roomtest.Host) {
			h.Tap("search.label")
			h.Tap("menu/praise")
			h.Tap("search.label")
			h.Tap("menu/Any label")
		}, "rollout"},
		"any tag": {func(h *roomtest.Host) {
			h.Tap("search.tag")
			h.Tap("menu/#platform")
			h.Tap("search.tag")
			h.Tap("menu/Any tag")
		}, "rollout"},
		"what is offered": {func(h *roomtest.Host) { h.Type("search.text", " person:r"); h.Tap("search.offer.0") }, "rollout person:Ana "},
		"Enter":           {func(h *roomtest.Host) { h.Type("search.text", " label:dec"); h.Press(fyne.KeyReturn) }, "rollout label:decided "},
		"Tab":             {func(h *roomtest.Host) { h.Type("search.text", " #pl"); h.Press(fyne.KeyTab) }, "rollout #platform "},
		"Down and Enter": {func(h *roomtest.Host) {
			h.Type("search.text", " person:")
			h.Press(fyne.KeyDown)
			h.Press(fyne.KeyDown)
			h.Press(fyne.KeyReturn)
		}, "rollout person:Ben "},
	} {
		t.Run(name, func(t *testing.T) {
			h, _ := enter(t, room.Place{Text: "rollout"})
			h.Focus("search.text")
			c.act(h)
			if got := text(h); got != c.want {
				t.Errorf("the field says %q, not %q", got, c.want)
			}
			h.Reload() // draws what the room knows
			want := 1
			if c.want == "rollout" {
				want = 0
			}
			if got := chipsOf(h); len(got) != want {
				t.Errorf("the chips are %q", got)
			}
			if len(h.Shown) > 0 || len(h.Places) > 0 {
				t.Errorf("shown %v, went to %v", h.Shown, h.Places)
			}
		})
	}
}

func TestWhileAFilterIsTypedNothingIsWrongYet(t *testing.T) {
	h, _ := enter(t, room.Place{})
	h.Type("search.text", "person:a")
	h.Sees("Ana Ruiz")
	h.SeesNot("Nobody is called", "0 lines")
	h.Press(fyne.KeyEscape)
	h.SeesNot("Ana Ruiz")
	h.Sees("Nobody is called “a”")
	if len(h.Ran) > 0 {
		t.Errorf("Esc went on to the window: %q", h.Ran)
	}
	h.Press(fyne.KeyEscape)
	if len(h.Ran) != 1 {
		t.Errorf("the second Esc did not: %q", h.Ran)
	}
	h.Type("search.text", "n")
	h.Press(fyne.KeyBackspace)
	h.Sees("Ana Ruiz") // it is typed again
	h.Press(fyne.KeyEscape)
	h.Type("search.text", "na rollout")
	h.Sees("Ana Ruiz", "20 Nov")
	h.SeesNot("Nobody is called")
}

func TestWhatCannotBeTakenIsSaid(t *testing.T) {
	for typed, says := range map[string]string{
		"person:zoe rollout":          "Nobody is called “zoe”",
		"label:nothing rollout":       "That isn't a label: “nothing”",
		"after:someday rollout":       "That isn't a date: “someday”",
		"after:2026-05 until:2026-04": "These dates leave no days to search",
		"person:ana person:ben x":     "Search for one person at a time",
	} {
		t.Run(typed, func(t *testing.T) {
			h, _ := enter(t, room.Place{})
			h.Type("search.text", typed)
			h.Sees(says)
			h.SeesNot("rollout to January", "search failed")
			h.Press(fyne.KeyReturn) // opens nothing
			if len(h.Places) > 0 || len(h.Shown) > 0 {
				t.Errorf("went to %v, shown %v", h.Places, h.Shown)
			}
		})
	}
}

func TestTheCaretWithinTheTextIsOffered(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "person:r rollout"})
	h.Focus("search.text")
	for range len(" rollout") {
		h.Press(fyne.KeyLeft)
	}
	h.Sees("Ana Ruiz")
	h.Press(fyne.KeyTab)
	if got := text(h); got != "person:Ana rollout" {
		t.Fatalf("the field says %q", got)
	}
	test.Type(h.Window().Canvas().Focused(), "old ")
	if got := text(h); got != "person:Ana old rollout" {
		t.Errorf("typed goes on at %q", got)
	}
}

// A name that the language has no way to write is chosen all the same.
func TestSomebodyWhomNoTextNamesIsChosen(t *testing.T) {
	h, _ := enter(t, room.Place{Text: "rollout"})
	odd := roomtest.Person(t, h.J, `Bo"b`)
	roomtest.Note(t, h.J, odd, "2026-11-10", "the rollout of the odd one\n")
	place := room.Place{Screen: room.Search, Person: odd, Text: "rollout"}
	h.Enter(New(h, place), place)
	h.Sees("1 line in 1 note", `Bo"b`)
	h.Tap("search.chip/only")
	h.Sees("4 lines in 4 notes")
	h.Tap("search.person")
	h.Tap(`menu/Bo"b`)
	h.Sees("1 line in 1 note")
	h.Tap("search.person")
	h.Tap("menu/Ana Ruiz")
	h.Sees("2 lines in 2 notes")
	if len(chipsOf(h)) != 1 {
		t.Errorf("the chips are %q", chipsOf(h))
	}
}

func TestSearchOfAPersonBeginsWithTheirFilter(t *testing.T) {
	h, w := enter(t, room.Place{Person: -1})
	if got := text(h); got != "person:Ana " {
		t.Fatalf("the field says %q", got)
	}
	h.Sees("Search everything you wrote about Ana")
	test.Type(h.Window().Canvas().Focused(), "rollout")
	h.Sees("2 lines in 2 notes")
	h.Press(fyne.KeyReturn)
	if want := (room.Place{Screen: room.Search, Person: w.ana, Text: "person:Ana rollout"}); h.Places[0] != want {
		t.Errorf("kept is %+v", h.Places[0])
	}
	h.Enter(New(h, h.Places[0]), h.Places[0])
	if got := text(h); got != "person:Ana rollout" {
		t.Errorf("back at it the field says %q", got)
	}
}

func TestTheLanguageIsExplained(t *testing.T) {
	h, _ := enter(t, room.Place{})
	h.SeesNot("person:ana")
	h.Tap("search.tips")
	h.Sees("person:ana", "label:praise", "#hiring", "after:2026-01", "-kafka")
	h.Tap("search.tip/0")
	if text(h) != "person:" || h.Focused() != "search.text" {
		t.Fatalf("the field says %q, the keyboard is at %q", text(h), h.Focused())
	}
	h.Sees("Ana Ruiz", "Ben Kofi")
	h.Press(fyne.KeyReturn)
	h.Type("search.text", "rollout") // in one's own journal
	h.Sees("Nothing found with these filters")
}

func TestSearchingAgainKeepsWhatStandsThere(t *testing.T) {
	h, _ := enter(t, room.Place{})
	h.Fill("search.text", "person:ana rollout")
	h.Go(room.Place{Screen: room.Search}) // everything: that is another search
	if got := text(h); got != "" {
		t.Errorf("the field says %q", got)
	}
	h.Fill("search.text", "rollout")
	h.Go(room.Place{Screen: room.Search})
	if e := h.Find("search.text").(*widgets.Entry); e.Text != "rollout" || e.SelectedText() != "rollout" {
		t.Errorf("the field says %q, %q is selected", e.Text, e.SelectedText())
	}
	h.Go(room.Place{Screen: room.Search, Text: "#platform"})
	if got := text(h); got != "#platform" {
		t.Errorf("the field says %q", got)
	}
}
