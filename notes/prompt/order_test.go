package prompt

import (
	"testing"

	"handback/notes"
)

// What they wait for from the manager for four weeks comes before a word about what they did, and that before what is due of
// other kinds, as long as it is fresh.
func TestWhatTheyWaitForComesBeforePraise(t *testing.T) {
	decided := func(days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.LastPraise = ago(60)
			f.DoneLately = append(f.DoneLately, line(notes.Decided, notes.Them, "no posters", ago(days)))
		}
	}
	need := func(days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Needs = []notes.Filed{line(notes.Need, notes.Them, "a lamp", ago(days))} }
	}
	idea := func(days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "a window", ago(days))}
		}
	}
	noLimits := func(f *notes.PromptFacts) { f.Areas[0].Levels[0].Level, f.Goals[0].Wanted = notes.Advise, notes.Advise }
	for _, c := range []struct {
		name string
		with []func(*notes.PromptFacts)
		want notes.PromptKind
	}{
		{"a need of 27 days", []func(*notes.PromptFacts){decided(10), need(27)}, Praise},
		{"a need of 28 days", []func(*notes.PromptFacts){decided(10), need(28)}, Support},
		{"an idea of 27 days", []func(*notes.PromptFacts){decided(10), idea(27)}, Praise},
		{"an idea of 28 days", []func(*notes.PromptFacts){decided(10), idea(28)}, Ideas},
		{"what was decided 28 days ago, and limits", []func(*notes.PromptFacts){decided(28), noLimits}, Praise},
		{"what was decided 29 days ago, and a need of 20", []func(*notes.PromptFacts){decided(29), need(20)}, Praise},
		{"praise not said, and a need of 28 days", []func(*notes.PromptFacts){need(28), func(f *notes.PromptFacts) {
			f.Unsaid = []notes.Filed{line(notes.Feedback, notes.Them, "came late", ago(9))}
		}}, Feedback},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := calm()
			for _, with := range c.with {
				with(&f)
			}
			if ps := Choose(f); len(ps) == 0 || ps[0].Kind != c.want {
				t.Errorf("%+v, want %s", ps, c.want)
			}
		})
	}
}

// What was finished a month ago can wait for what is at hand.
func TestOldPraiseWaits(t *testing.T) {
	for days, want := range map[int]notes.PromptKind{28: Praise, 29: CalledOff} {
		t.Run(string(want), func(t *testing.T) {
			f := calm()
			f.LastPraise = ago(60)
			f.DoneLately = []notes.Filed{line(notes.Decided, notes.Them, "no posters", ago(days))}
			missed(&f, notes.CalledOffByMe, ago(2))
			missed(&f, notes.CalledOffByMe, ago(1))
			if ps := Choose(f); len(ps) < 2 || ps[0].Kind != want {
				t.Errorf("%+v, want %s", ps, want)
			}
		})
	}
}

// An idea that waits for an answer may be asked about at two one-on-ones running, and no oftener.
func TestAnIdeaThatWaitsMayComeTwice(t *testing.T) {
	for times, want := range map[int]notes.PromptKind{1: Ideas, 2: Encourage} {
		t.Run(string(want), func(t *testing.T) {
			f := calm()
			f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "a window", ago(70))}
			f.Stuck = []notes.Filed{line(notes.Stuck, notes.Them, "the second half", ago(2))}
			for n := range times {
				f.History = append(f.History, notes.PromptEvent{
					ID: int64(n + 1), Person: ana, Kind: Ideas, Key: "k", Line: f.Ideas[0].Raw, NoteUID: f.Ideas[0].NoteUID,
					Shown: ago(18 - n), Left: ago(17 - n), Outcome: notes.PassedOver,
				})
			}
			if ps := Choose(f); len(ps) != 2 || ps[0].Kind != want {
				t.Errorf("%+v, want %s", ps, want)
			}
		})
	}
}

// While an idea of theirs is under way, none is missed.
func TestNoIdeaIsMissedWhileOneIsUnderWay(t *testing.T) {
	none := func(going notes.Date) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.IdeaDates, f.IdeaGoing = []notes.Date{ago(100)}, going }
	}
	runDue(t, ideas, []dueCase{{"none", none(""), ideaNone}, {"one that was adopted", none(ago(80)), ""}})
}

// While they wait for something of the manager's, no more is asked of them.
func TestNoMoreIsAskedOfThemWhileTheyWait(t *testing.T) {
	promise := due(line(notes.Todo, notes.Me, "answer on the budget", ago(20)), ago(1))
	for _, c := range []struct {
		name string
		with func(*notes.PromptFacts)
		wait bool
	}{
		{"nothing", func(*notes.PromptFacts) {}, false},
		{"a promise overdue", func(f *notes.PromptFacts) { f.IOwe = []notes.Filed{promise} }, true},
		{"a promise due today", func(f *notes.PromptFacts) { f.IOwe = []notes.Filed{due(promise, today)} }, false},
		{"a need", func(f *notes.PromptFacts) { f.Needs = []notes.Filed{line(notes.Need, notes.Them, "a lamp", ago(100))} }, true},
		{"an idea", func(f *notes.PromptFacts) {
			f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "a window", ago(100))}
		}, true},
		{"an idea on trial", func(f *notes.PromptFacts) {
			f.Ideas = []notes.Filed{closed(line(notes.Idea, notes.Them, "a window", ago(100)), notes.Trying, ago(90))}
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := calm()
			f.Goals, f.GoalClosed, f.IdeaDates, f.NeedDates = nil, ago(100), []notes.Date{ago(100)}, []notes.Date{ago(100)}
			c.with(&f)
			for _, k := range []kind{ideas, support, growth} {
				missed := false
				for _, o := range k.due(f) {
					missed = missed || o.absent
				}
				if missed == c.wait {
					t.Errorf("%s: missed: %v", k.name, missed)
				}
			}
		})
	}
}
