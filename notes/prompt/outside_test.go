package prompt

import (
	"testing"

	"handback/notes"
)

func TestAGoalThatIsStuckIsNotStalled(t *testing.T) {
	stuck := func(text string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Evidence, f.GrowthTalk = nil, ""
			if text != "" {
				f.Stuck = []notes.Filed{line(notes.Stuck, notes.Them, text, ago(30))}
			}
		}
	}
	runDue(t, stalled, []dueCase{
		{"nothing is stuck", stuck(""), goalQuiet},
		{"stuck under its tag", stuck("legal has not signed #platform"), ""},
		{"stuck under no tag", stuck("legal has not signed"), ""},
		{"stuck under another tag", stuck("legal has not signed #hiring"), goalQuiet},
	})
}

func TestAGoalThatIsWrittenAboutIsNotStalled(t *testing.T) {
	written := func(text string, day int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			weekly(f)
			f.Evidence, f.Goals[0].Person, f.Goals[0].Title = nil, ana, "Speak at a meetup"
			wrote(text, day)(f)
		}
	}
	runDue(t, stalled, []dueCase{
		{"its tag in prose", written("Long talk about the #platform.", 27), ""},
		{"its tag in prose, 28 days ago", written("Long talk about the #platform.", 28), goalQuiet},
		{"the words of its title", written("She will speak first at the meetup in May", 10), ""},
		{"one word of it", written("She will speak to Mia", 10), goalQuiet},
		{"its tag as a word", written("The platform again, all hour", 10), ""},
		{"in a private line", written("private the #platform again", 10), goalQuiet},
		{"28 days, five of them away", func(f *notes.PromptFacts) {
			written("the #platform", 28)(f)
			f.Person.Off = notes.DaysOff{{From: ago(9), To: ago(5)}}
		}, ""},
	})
}

func TestStuckOutsideIsDue(t *testing.T) {
	stuck := func(l notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Stuck = []notes.Filed{l} }
	}
	l := line(notes.Stuck, notes.Them, "legal has not signed", ago(30))
	runDue(t, stuckOutside, []dueCase{
		{"under a goal's tag", stuck(line(notes.Stuck, notes.Them, "legal has not signed #platform", ago(30))), waitsGoal},
		{"under no tag", stuck(l), waitsLine},
		{"noted today", stuck(line(notes.Stuck, notes.Them, "legal has not signed", today)), waitsLine},
		{"noted for tomorrow", stuck(line(notes.Stuck, notes.Them, "legal has not signed", ago(-1))), ""},
		{"in their own hands", stuck(line(notes.Stuck, notes.Them, "the press doesn't close", ago(30))), ""},
		{"cleared", stuck(closed(l, notes.Cleared, ago(2))), ""},
	})
}

// What waits for somebody else says so; that a thing does not work is no wait.
func TestWhatWaitsForSomebodyElse(t *testing.T) {
	for text, want := range map[string]bool{
		"waiting for the second oven":                  true,
		"the landlord has not signed":                  true,
		"parts from Turin haven't arrived":             true,
		"the mayor never answered":                     true,
		"no reply about the hall":                      true,
		"IT: the account":                              true,
		"lies at the tax office since May":             true,
		"depends on the crane":                         true,
		"the other ward won't give us the bed":         true,
		"Ben has the key":                              true,
		"the customer has not confirmed the colour":    true,
		"closed until May":                             true,
		"customers walk past the window":               false,
		"she doesn't trust her own judgement":          false,
		"it does not come together":                    false,
		"the dough does not rise":                      false,
		"the jars leak, every third one":               false,
		"the export can't read the old dates":          false,
		"the second verse":                             false,
		"she doesn't find the right tone with parents": false,
		"it keeps breaking at the seam":                false,
		"the kiln isn't hot enough":                    false,
	} {
		t.Run(text, func(t *testing.T) {
			if got := waitsForOthers(text, []string{"Ben Kofi", "Ben"}); got != want {
				t.Errorf("waits for somebody else: %v", got)
			}
		})
	}
}

// What waits for somebody else is no matter of another try.
func TestWhatWaitsForSomebodyElseIsNotEncouraged(t *testing.T) {
	stuck := func(text string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Stuck = []notes.Filed{line(notes.Stuck, notes.Them, text, ago(5))} }
	}
	runDue(t, encourage, []dueCase{
		{"waiting", stuck("waiting on the supplier"), ""},
		{"not signed", stuck("the board hasn't signed"), ""},
		{"no answer", stuck("no answer about the room"), ""},
		{"their own hands", stuck("the second half of the talk"), isStuck},
	})
}

func TestPraiseTakesTheNewestActFirst(t *testing.T) {
	f := calm()
	f.LastPraise = ago(50)
	f.DoneLately = []notes.Filed{
		line(notes.Decided, notes.Them, "an old call", ago(40)), line(notes.Decided, notes.Them, "a new call", ago(8)),
		line(notes.Decided, notes.Them, "too new a call", ago(6)),
	}
	due := praiseDue(f)
	if len(due) < 2 || due[0].because[0].Text != "a new call" || due[1].because[0].Text != "an old call" {
		t.Errorf("%+v", due)
	}
}

// A goal that waits for somebody else is nobody's to grow in, to learn for or to explain meanwhile.
func TestNothingElseIsAskedAboutAGoalThatWaits(t *testing.T) {
	stuck := func(text string, with func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			with(f)
			if text != "" {
				f.Stuck = []notes.Filed{line(notes.Stuck, notes.Them, text, ago(30))}
			}
		}
	}
	myStep := func(f *notes.PromptFacts) { f.Goals[0].Steps = []notes.Step{{Text: "open the door", Owner: notes.Me}} }
	peer := func(f *notes.PromptFacts) {
		f.Team = []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}}
		s := line(notes.Praise, notes.Them, "the rollout #platform", ago(30))
		s.Person = 3
		f.Strengths = []notes.Filed{s}
	}
	company := func(f *notes.PromptFacts) { f.Company = []notes.CompanyGoal{{ID: 1, Title: "Fewer releases"}} }
	for _, k := range []struct {
		kind kind
		with func(*notes.PromptFacts)
		want string
	}{{growth, myStep, growMyStep}, {connect, peer, colleague}, {context, company, noCompanyGoal}} {
		t.Run(string(k.kind.name), func(t *testing.T) {
			runDue(t, k.kind, []dueCase{
				{"nothing is stuck", stuck("", k.with), k.want},
				{"its tag waits", stuck("legal has not signed #platform", k.with), ""},
				{"another tag waits", stuck("legal has not signed #hiring", k.with), k.want},
				{"stuck in their own hands", stuck("the second half #platform", k.with), k.want},
			})
		})
	}
}
