package prompt

import (
	"testing"

	"handback/notes"
)

func TestIdeasOnTrial(t *testing.T) {
	tried := func(days int, remark string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			i := closed(line(notes.Idea, notes.Them, "rotate who leads the review", ago(100)), notes.Trying, ago(days))
			i.Remark = remark
			f.Ideas = []notes.Filed{i}
		}
	}
	off := func(with func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			with(f)
			f.Person.Off = notes.DaysOff{{From: ago(5), To: ago(5)}}
		}
	}
	runDue(t, ideaOnTrial, []dueCase{
		{"27 days on trial", tried(27, ""), ""},
		{"28 days on trial", tried(28, "her call"), trialRuns},
		{"28 days on trial, one of them off", off(tried(28, "")), ""},
		{"until today", tried(60, "her call, until 23 Nov 2026"), ""},
		{"until yesterday", tried(20, "her call, until 22 Nov 2026, with Ben"), trialEnded},
		{"until yesterday, in another spelling", tried(20, "until 2026-11-22"), trialEnded},
		{"until a day that is off", func(f *notes.PromptFacts) {
			tried(20, "until 2026-11-22")(f)
			f.Person.Off = notes.DaysOff{{From: ago(1), To: ago(1)}}
		}, ""},
		{"until no day", tried(28, "until it works"), trialRuns},
		{"an open idea", func(f *notes.PromptFacts) {
			f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "rotate who leads the review", ago(5))}
		}, ""},
	})
}

func TestAdoptedIdeasAreInSomePlan(t *testing.T) {
	adopted := func(days int, more func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Answered = []notes.Filed{closed(line(notes.Idea, notes.Them, "rotate who leads the review", ago(100)), notes.Adopted, ago(days))}
			if more != nil {
				more(f)
			}
		}
	}
	plan := func(body string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Plans = []notes.Note{{Body: notes.PlanHeading("January to March") + "\n\n" + body}}
		}
	}
	later := func(l notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.TheyOwn = []notes.Filed{l} }
	}
	runDue(t, ideaOnTrial, []dueCase{
		{"20 days ago", adopted(20, nil), ""},
		{"21 days ago", adopted(21, nil), trialAdopted},
		{"90 days ago", adopted(90, nil), trialAdopted},
		{"91 days ago", adopted(91, nil), ""},
		{"in the plan", adopted(30, plan("## What to keep\n\n- Ana: Rotate who leads the review")), ""},
		{"in the plan is another", adopted(30, plan("- Ana: Drop the Monday mail")), trialAdopted},
		{"an action since", adopted(30, later(line(notes.Todo, notes.Them, "rotate who leads each review", ago(20)))), ""},
		{"an action before", adopted(30, later(line(notes.Todo, notes.Them, "rotate who leads each review", ago(101)))), trialAdopted},
		{"a goal", adopted(30, func(f *notes.PromptFacts) { f.Goals[0].Title = "Rotate who leads the review" }), ""},
		{"a step", adopted(30, func(f *notes.PromptFacts) {
			f.Goals[0].Steps = []notes.Step{{Owner: notes.Them, Text: "rotate who leads the review"}}
		}), ""},
		{"declined", adopted(30, func(f *notes.PromptFacts) { f.Answered[0].State = notes.Declined }), ""},
	})
}

func TestTheReasonSaysSinceWhenAnIdeaIsTried(t *testing.T) {
	w := &world{f: calm()}
	i := closed(line(notes.Idea, notes.Them, "rotate who leads the review", ago(40)), notes.Trying, ago(30))
	w.f.Ideas = []notes.Filed{i}
	p := w.show(t)
	want := "because you've been trying this idea since 24 Oct and no result is noted: “Rotate who leads the review”"
	if p.Kind != IdeaOnTrial || p.Reason != want || len(p.Because) != 1 {
		t.Fatalf("%+v, want %q", p, want)
	}
	w.f.Ideas = nil // a result is noted
	if ps := Choose(w.f); len(ps) > 0 {
		t.Errorf("%+v", ps)
	}
}

func TestAnAdoptedIdeaThatIsSpokenOfIsUnderWay(t *testing.T) {
	for _, c := range []struct {
		name, line string
		days       int
		want       string
	}{
		{"two of its words since", "the review went well, she let Ben rotate in", 20, ""},
		{"in praise", "praise: had three people rotate the review — unasked", 20, ""},
		{"on the day of the answer", "review rotates: Ben may rotate first", 30, ""},
		{"before the answer", "the review went well, she let Ben rotate in", 31, trialAdopted},
		{"one of its words", "the review went well", 20, trialAdopted},
		{"it has not begun", "nobody asked to rotate in the review", 20, trialAdopted},
		{"not yet", "review: didn't rotate", 20, trialAdopted},
		{"it is asked", "does the review rotate?", 20, trialAdopted},
		{"in a private line", "private: the review, let Ben rotate in", 20, trialAdopted},
	} {
		t.Run(c.name, func(t *testing.T) {
			runDue(t, ideaOnTrial, []dueCase{{c.name, func(f *notes.PromptFacts) {
				f.Answered = []notes.Filed{
					closed(line(notes.Idea, notes.Them, "rotate who leads the review", ago(100)), notes.Adopted, ago(30)),
				}
				f.Written = []notes.Note{{
					NoteHead: notes.NoteHead{UID: "w", Person: ana, Kind: notes.HeldNote, Date: ago(c.days)}, Body: "short\n" + c.line,
				}}
			}, c.want}})
		})
	}
}
