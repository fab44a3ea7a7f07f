package praise

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/notestest"
)

const praiseDay = notes.Date("2026-12-01") // a Tuesday

func TestPraiseIsShownInItsThreeParts(t *testing.T) {
	for _, c := range []struct {
		text, happened, rest string
	}{
		{
			"ran the incident review — let the juniors speak first — two of the fixes came from them",
			"Ran the incident review", "Let the juniors speak first. Two of the fixes came from them.",
		},
		{"ran the review — asked why? #platform", "Ran the review", "Asked why?"},
		{"ran the review #platform", "Ran the review", ""},
		{"ran it —  — nobody called", "Ran it", "Nobody called."},
	} {
		t.Run(c.text, func(t *testing.T) {
			praise, _ := ShowLog([]notes.Filed{{Item: notes.Item{Label: notes.Praise, Text: c.text}}}, praiseDay)
			if got := praise[0]; got.Happened != c.happened || got.Rest != c.rest {
				t.Errorf("%q: %q and %q, want %q and %q", c.text, got.Happened, got.Rest, c.happened, c.rest)
			}
		})
	}
}

func TestWhatWasSaidAndWhatNot(t *testing.T) {
	for _, c := range []struct {
		state  notes.State
		on     notes.Date
		remark string
		want   string
		unsaid bool
	}{
		{notes.Open, "", "", "", true},
		{notes.Said, "2026-11-06", "", "said 6 Nov", false},
		{notes.Said, "", "", "said", false},
		{notes.Rewarded, "2026-11-06", "book voucher", "said · rewarded: book voucher", false},
		{notes.Rewarded, "2026-11-06", "", "said · rewarded", false},
		{notes.History, "", "", "said", false},
	} {
		t.Run(string(c.state), func(t *testing.T) {
			f := notes.Filed{Item: notes.Item{Label: notes.Praise, Actor: notes.Them, State: c.state, StateDate: c.on, Remark: c.remark, Text: "x"}}
			praise, _ := ShowLog([]notes.Filed{f}, praiseDay)
			if got := praise[0]; got.Status != c.want || got.Unsaid != c.unsaid || CountUnsaid(praise) == 1 != c.unsaid {
				t.Errorf("%s: %q %v, want %q %v", c.state, got.Status, got.Unsaid, c.want, c.unsaid)
			}
		})
	}
}

func TestPraiseAndFeedbackArePartedAndMineIsLeftOut(t *testing.T) {
	praise, feedback := ShowLog([]notes.Filed{
		{Item: notes.Item{Label: notes.Feedback, Actor: notes.Them, Text: "f"}},
		{Item: notes.Item{Label: notes.Praise, Actor: notes.Me, Text: "mine"}},
		{Item: notes.Item{Label: notes.Praise, Actor: notes.Them, Text: "a"}},
		{Item: notes.Item{Label: notes.Praise, Actor: notes.We, Text: "b"}},
	}, praiseDay)
	if len(praise) != 2 || praise[0].Happened != "A" || len(feedback) != 1 {
		t.Errorf("praise %+v, feedback %+v", praise, feedback)
	}
}

func TestAPraiseFormWritesALine(t *testing.T) {
	people := []notes.Person{{ID: 1, Kind: notes.KindMe, Name: "Mo"}, {ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"}}
	in := notes.Context{Date: praiseDay, Person: 2, Me: 1, Names: notes.NewNames(people)}
	for _, c := range []struct {
		form  Form
		want  string
		field string
	}{
		{
			Form{Label: notes.Praise, Happened: "ran the review", Did: "let the juniors\nspeak", Changed: "two fixes"},
			"praise: ran the review — let the juniors speak — two fixes", "",
		},
		{Form{Label: notes.Feedback, Happened: "late change", Said: true}, "feedback: late change (said 2026-12-01)", ""},
		{Form{Label: notes.Praise, Happened: " Ben: left early ", Did: "a — b"}, `praise: Ben: left early — a – b`, ""},
		{Form{Label: notes.Praise, Happened: "(said)"}, "", ""},
		{Form{Label: notes.Praise, Happened: "x", Did: strings.Repeat("y", 1<<20)}, "", FieldDid},
		{Form{Label: notes.Praise, Happened: "a\x00b\u2028c"}, "praise: a b c", ""},
		{Form{Label: notes.Praise, Did: "spoke"}, "", FieldHappened},
		{Form{Label: notes.Praise, Happened: "ran it", Changed: "fixes"}, "", FieldDid},
	} {
		t.Run(c.want, func(t *testing.T) {
			change, err := c.form.Change(2, in)
			if got := notestest.Field(err); got != c.field {
				t.Errorf("%+v: %v, want field %q", c.form, err, c.field)
			}
			if err != nil {
				return
			}
			a := change.Appends[0]
			if a.Person != 2 || a.Kind != notes.JournalNote || a.Date != praiseDay || c.want != "" && a.Text != c.want {
				t.Errorf("%+v, want %q", a, c.want)
			}
			items := notes.Parse(a.Text, in)
			if len(items) != 1 || items[0].Label != c.form.Label || items[0].Actor == notes.Me || len(items[0].People) != 1 ||
				items[0].People[0] != 2 {
				t.Errorf("%q is read as %+v", a.Text, items)
				return
			}
			happened, _, _ := notes.PraiseParts(items[0].Text)
			if happened != notes.Tidy(c.form.Happened) || items[0].Closed() != c.form.Said {
				t.Errorf("%q is read as %+v", a.Text, items[0])
			}
		})
	}
}

func TestWhatPraiseIsMadeOf(t *testing.T) {
	if got := Remark(notes.Person{Name: "Ana Ruiz"}); got != "What happened, what Ana did, and what it changed." {
		t.Error(got)
	}
}
