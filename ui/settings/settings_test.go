package settings

import (
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

func enter(t *testing.T, people ...string) *roomtest.Host {
	t.Helper()
	h := roomtest.Open(t)
	for i, name := range people {
		id := roomtest.Person(t, h.J, name)
		p := h.Person(id)
		p.Order = i + 1
		roomtest.Do(t, h.J, p)
	}
	h.Enter(New(h, room.Place{Screen: room.Settings}), room.Place{Screen: room.Settings})
	return h
}

func TestHowItLooksIsKeptAndApplied(t *testing.T) {
	h := enter(t)
	h.Focus("settings.theme")
	h.Press(fyne.KeyLeft) // from light, which one begins with
	h.Press(fyne.KeyRight)
	h.Press(fyne.KeyRight)
	h.Focus("settings.scale")
	h.Press(fyne.KeyRight)
	for key, want := range map[string]string{"look.theme": "dark", "look.scale": "1.15"} {
		t.Run(key, func(t *testing.T) {
			if got, err := h.J.Setting(key); err != nil || got != want {
				t.Errorf("%s is %q, %v", key, got, err)
			}
		})
	}
	if !reflect.DeepEqual(h.Ran, []string{"look.apply", "look.apply", "look.apply", "look.apply"}) {
		t.Errorf("ran %q", h.Ran)
	}
	if h.Focused() != "settings.scale" {
		t.Errorf("the keyboard went to %q", h.Focused())
	}
}

func TestPeopleMoveInTheSidebar(t *testing.T) {
	h := enter(t, "Ana", "Ben", "Chidi")
	order := func() []string {
		var said []string
		for _, p := range h.People() {
			if p.Kind != notes.KindMe {
				said = append(said, p.Name)
			}
		}
		return said
	}
	chidi := h.People()[len(h.People())-1]
	if chidi.Name != "Chidi" {
		t.Fatalf("%q", order())
	}
	h.Focus(personKey(chidi, "up"))
	h.Press(fyne.KeyReturn)
	h.Press(fyne.KeyReturn)
	if got := order(); !reflect.DeepEqual(got, []string{"Chidi", "Ana", "Ben"}) {
		t.Errorf("%q", got)
	}
}

func TestThoseWhoLeftAreFolded(t *testing.T) {
	h := enter(t, "Ana", "Ben")
	ben := h.People()[len(h.People())-1]
	ben.State, ben.LeftOn = notes.StateLeft, "2026-10-31"
	roomtest.Do(t, h.J, ben)
	h.Reload()
	h.SeesNot("left 31 Oct")
	h.Tap("settings.left")
	h.Sees("left 31 Oct")
	h.Tap(personKey(ben, "edit"))
	h.Sees("Date left")
}

func TestAMutedQuestionIsAskedAgain(t *testing.T) {
	h := enter(t, "Ana")
	ana := h.People()[len(h.People())-1]
	h.Sees("None. Questions you turn off for someone appear here.")
	roomtest.Do(t, h.J, notes.PromptMute{Person: ana.ID, Kind: prompt.Stalled, Muted: true, Doubled: 2})
	h.Reload()
	h.Sees("goals that aren't moving")
	h.Tap(personKey(ana, "ask."+string(prompt.Stalled)))
	h.Sees("None. Questions you turn off for someone appear here.")
	mutes, err := h.J.Mutes()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mutes {
		if m.Muted || m.Doubled != 2 {
			t.Errorf("%+v", m)
		}
	}
}

func TestEveryKindOfQuestionIsSaidInWords(t *testing.T) {
	for _, k := range []notes.PromptKind{
		prompt.Review, prompt.MyPromise, prompt.Upward, prompt.StepBack, prompt.Back, prompt.StuckOutside, prompt.DatePassed, prompt.Stalled,
		prompt.HandBack, prompt.Praise, prompt.Context, prompt.Growth, prompt.Ideas, prompt.Connect, prompt.Encourage,
		prompt.Support, prompt.Reflect, prompt.Revisit, prompt.Feedback, prompt.TopicWaiting, prompt.CalledOff,
		prompt.NewHere, prompt.GoalReached, prompt.Opportunity, prompt.Reward,
		prompt.Overload, prompt.IdeaUnheard, prompt.DoesItHold, prompt.IdeaOnTrial, prompt.TalkThrough,
	} {
		if said := kindAbout(k); said == string(k) && k != prompt.Praise {
			t.Errorf("a question that was turned off is said to be about %q", said)
		}
	}
}

func TestWhereTheDataLies(t *testing.T) {
	h := enter(t, "Ana")
	h.Sees(filepath.Base(h.J.(Keeper).Path()), "sqlite3")
	h.Tap("settings.path")
	if got := fyne.CurrentApp().Clipboard().Content(); got != h.J.(Keeper).Path() {
		t.Errorf("copied %q", got)
	}
}

func TestTheIndexIsRebuilt(t *testing.T) {
	h := enter(t, "Ana")
	ana := h.People()[len(h.People())-1]
	roomtest.Note(t, h.J, ana.ID, "2026-11-20", "todo: draft a plan\n")
	h.Hold = true
	h.Tap("settings.rebuild")
	h.Sees("Rebuilding")
	h.Answer(0)
	h.Sees("Rebuild lists and search")
	if len(h.Said) == 0 || len(h.Shown) > 0 {
		t.Errorf("said %q, %v", h.Said, h.Shown)
	}
	if hits, _, err := h.J.Search(notes.Query{Text: "draft"}); err != nil || len(hits) != 1 {
		t.Errorf("%v, %v", hits, err)
	}
}

// TestTheThemeInForceIsShown looks at every setting that can be kept: none, those of the screen, and one that no version
// knows.
func TestTheThemeInForceIsShown(t *testing.T) {
	const darkNow, lightNow = "Your system is set to dark right now.", "Your system is set to light right now."
	cases := map[string]struct {
		kept   string
		system fyne.ThemeVariant
		chosen string
		says   string
	}{
		"none is kept, on a dark system": {"", theme.VariantDark, "Light", ""},
		"light on a dark system":         {"light", theme.VariantDark, "Light", ""},
		"dark on a light system":         {"dark", theme.VariantLight, "Dark", ""},
		"as a dark system":               {"system", theme.VariantDark, "Same as system", darkNow},
		"as a light system":              {"system", theme.VariantLight, "Same as system", lightNow},
		"a theme of another version":     {"sepia", theme.VariantDark, "Same as system", darkNow},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			h := roomtest.Open(t)
			roomtest.Do(t, h.J, notes.PutSetting{Key: keyTheme, Value: c.kept})
			look.Use(look.ModeOf(c.kept), c.system, 1)
			t.Cleanup(func() { look.Use(look.ModeLight, theme.VariantLight, 1) })
			r := New(h, room.Place{Screen: room.Settings})
			h.Enter(r, room.Place{Screen: room.Settings})
			if got := chosenTheme(t, h); got != c.chosen {
				t.Errorf("%q is chosen", got)
			}
			for _, said := range []string{darkNow, lightNow} {
				if said == c.says {
					h.Sees(said)
				} else {
					h.SeesNot(said)
				}
			}
		})
	}
}

// chosenTheme is the name of the theme that the screen shows as chosen.
func chosenTheme(t *testing.T, h *roomtest.Host) string {
	t.Helper()
	for _, o := range test.LaidOutObjects(h.Window().Canvas().Content()) {
		if s, ok := o.(*widgets.Segmented); ok && s.FocusKey() == "settings.theme" && s.Chosen() >= 0 {
			return themes[s.Chosen()].name
		}
	}
	t.Fatal("no theme is chosen")
	return ""
}
