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
		{"cleared", stuck(closed(l, notes.Cleared, ago(2))), ""},
	})
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
