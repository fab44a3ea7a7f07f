package help

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func answers(t *testing.T) []Answer {
	t.Helper()
	all, err := Answers()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestThereAreThirtyAnswersThatLeadSomewhere(t *testing.T) {
	all := answers(t)
	if len(all) < 30 {
		t.Errorf("%d answers", len(all))
	}
	seen := map[string]bool{}
	for _, a := range all {
		t.Run(a.Question, func(t *testing.T) {
			if seen[a.Question] || !strings.HasSuffix(a.Question, "?") || a.Section == "" || a.Text == "" || len(a.Acts) == 0 {
				t.Errorf("%+v", a)
			}
			seen[a.Question] = true
		})
	}
}

// banned are words that nobody says across a desk.
var banned = regexp.MustCompile(`(?i)\b(shall|whom|whoever|thereby|lest|stands here|beforehand)\b`)

func TestAnswersAreSaidInPlainWords(t *testing.T) {
	for _, a := range answers(t) {
		t.Run(a.Question, func(t *testing.T) {
			if word := banned.FindString(a.Question + a.Text); word != "" {
				t.Errorf("says %q", word)
			}
			sentences := regexp.MustCompile(`[.?!]”?(?:\s|$)`).Split(a.Text, -1)
			if len(sentences) > 5 {
				t.Errorf("%d sentences", len(sentences)-1)
			}
			for _, s := range sentences {
				if n := len(strings.Fields(s)); n > 20 {
					t.Errorf("%d words: %q", n, s)
				}
			}
		})
	}
}

func TestAnswersAreFoundAsPeopleAsk(t *testing.T) {
	all := answers(t)
	for typed, want := range map[string]string{
		"how do i cancel a one-on-one": "How do I move or cancel a one-on-one?",
		"one on one CANCEL":            "How do I move or cancel a one-on-one?",
		"reschedule":                   "How do I move or cancel a one-on-one?",
		"holiday xyzzy":                "How do I set my own days off?",
		"days off":                     "How do I set my own days off?",
		"dark mode":                    "How do I change colors or text size?",
		"templates":                    "How do I start a note from a template?",
		"deleted notes":                "How do I get back what I deleted?",
		"backup":                       "How do I make a backup?",
		"prompts stop":                 "How do I get a different question, or none?",
		"hide line":                    "How do I keep something private?",
		"bóld":                         "How do I make text bold, or open a link?",
		"who owns a decision":          "How do I hand a decision back?",
		"add report":                   "How do I add somebody to my team?",
		"xyzzy":                        "",
	} {
		t.Run(typed, func(t *testing.T) {
			found := Find(all, typed)
			if want == "" {
				if len(found) != 0 {
					t.Errorf("%q", found[0].Question)
				}
				return
			}
			if !slices.ContainsFunc(found[:min(3, len(found))], func(a Answer) bool { return a.Question == want }) {
				t.Errorf("%d found, not %q", len(found), want)
			}
		})
	}
	if got := len(Find(all, "  ")); got != len(all) {
		t.Errorf("nothing typed finds %d", got)
	}
	for _, a := range all {
		if found := Find(all, a.Question); len(found) == 0 || found[0].Question != a.Question {
			t.Errorf("%q does not find itself first", a.Question)
		}
	}
}

func TestAnswersThatAreMisspelledAreRefused(t *testing.T) {
	for _, text := range []string{"text first", "? Q\nA\n> run x", "? Q\nA\n> fly x Away", "? Q\n> go"} {
		t.Run(text, func(t *testing.T) {
			if all, err := parse(text); err == nil {
				t.Errorf("%+v", all)
			}
		})
	}
}

// ask opens the help where commands may be done.
func ask(t *testing.T, can func(string) bool) *roomtest.Host {
	t.Helper()
	h := roomtest.Open(t)
	Show(h, Commands{Can: can, Keys: func(id string) string { return "Ctrl+<" + id + ">, F9" }})
	return h
}

func yes(string) bool { return true }

func TestAnAnswerIsAskedReadAndFollowed(t *testing.T) {
	h := ask(t, yes)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	h.Sees("How do I write a note?", "Your data")
	if h.Focused() != "help.ask" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Fill("help.ask", "prepare")
	h.Sees("How do I prepare a one-on-one?", "Prep shows what's open")
	h.SeesNot("How do I print?", "Your data")
	h.Press(fyne.KeyReturn)
	if got := h.Places[len(h.Places)-1]; got != (room.Place{Screen: room.Prep, Person: ana}) {
		t.Errorf("leads to %+v", got)
	}
	if h.Window().Canvas().Overlays().Top() != nil {
		t.Error("the help stays open")
	}
}

func TestAnAnswerSaysTheShortcutOfToday(t *testing.T) {
	h := ask(t, yes)
	h.Fill("help.ask", "write a note")
	h.Sees("Press Ctrl+<note.new> anywhere.", "Write a note")
	h.Fill("help.ask", "bold")
	h.Sees(mainKey+"B", mainKey+"I")
	h.Fill("help.ask", "write a note")
	h.Press(fyne.KeyReturn)
	if !slices.Equal(h.Ran, []string{"note.new"}) {
		t.Errorf("ran %q", h.Ran)
	}
}

func TestAQuestionOpensAndClosesItsAnswer(t *testing.T) {
	h := ask(t, yes)
	h.Tap("help.0")
	h.Sees("Press Ctrl+<note.new>")
	h.Tap("help.1")
	h.SeesNot("Press Ctrl+<note.new>")
	h.Tap("help.1")
	h.Tap("help.0")
	h.Tap("help.0")
	h.SeesNot("Press Ctrl+<note.new>", "draft the plan")
	h.Press(fyne.KeyEscape)
}

// TestNoAnswerLeadsAwayWhereThePersonLooksOn: in a meeting the window may not go elsewhere.
func TestNoAnswerLeadsAwayWhereThePersonLooksOn(t *testing.T) {
	h := ask(t, func(id string) bool { return id == "meeting.close" })
	roomtest.Person(t, h.J, "Ana Ruiz")
	h.Fill("help.ask", "prepare")
	h.Sees("Prep shows what's open")
	h.SeesNot("Open Prep")
	h.Press(fyne.KeyReturn)
	h.Fill("help.ask", "finish one-on-one")
	h.Press(fyne.KeyReturn)
	if len(h.Places) != 0 || !slices.Equal(h.Ran, []string{"meeting.close"}) {
		t.Errorf("went %+v, ran %q", h.Places, h.Ran)
	}
}

func TestAnAnswerAboutAPersonAsksForOneFirst(t *testing.T) {
	h := ask(t, yes)
	h.Fill("help.ask", "growth goal")
	h.Press(fyne.KeyReturn)
	if !slices.Equal(h.Ran, []string{"person.add"}) {
		t.Errorf("ran %q", h.Ran)
	}
	if notes.PersonID(0) != h.Place().Person {
		t.Error("it went to nobody's page")
	}
}

func TestNothingFoundSaysWhatToDo(t *testing.T) {
	h := ask(t, yes)
	h.Fill("help.ask", "xyzzy")
	h.Sees("No answer for that yet. Try different words.")
	h.Press(fyne.KeyEscape)
}

// TestWhatPeopleAskWithAWordComesFirst: before the answers that only have the word in their text.
func TestWhatPeopleAskWithAWordComesFirst(t *testing.T) {
	all, err := Answers()
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"skip": "How do I move or cancel a one-on-one?", "delete": "How do I delete a note or a goal?",
		"dark": "How do I change colors or text size?",
	} {
		if found := Find(all, typed); found[0].Question != want {
			t.Errorf("%q: first comes %q", typed, found[0].Question)
		}
	}
}
