package prompt

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestSomebodyIsNewHereForSixtyDays(t *testing.T) {
	joined := func(day notes.Date, change ...func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Person.Joined = day
			for _, c := range change {
				c(f)
			}
		}
	}
	agreed := func(f *notes.PromptFacts) { f.Agreed = true }
	off := func(from, to int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Person.Off = notes.DaysOff{{From: ago(from), To: ago(to)}} }
	}
	runDue(t, newHere, []dueCase{
		{"they come tomorrow", joined(ago(-1)), ""},
		{"they came today", joined(today), newStart},
		{"six days ago", joined(ago(6)), newStart},
		{"a week ago", joined(ago(7)), newEyes},
		{"29 days ago", joined(ago(29)), newEyes},
		{"30 days ago", joined(ago(30)), newAgree},
		{"30 days ago, and it is noted what to expect", joined(ago(30), agreed), newEyes},
		{"30 days ago, one of them away", joined(ago(30), off(9, 9)), newEyes},
		{"60 days ago", joined(ago(60)), newAgree},
		{"61 days ago", joined(ago(61)), ""},
		{"61 days ago, one of them away", joined(ago(61), off(9, 9)), newAgree},
		{"nobody said when they joined", func(f *notes.PromptFacts) { f.Person.Since, f.Person.State = today, notes.StateNew }, ""},
	})
}

// A team that is typed in when the journal begins has been there for long: the day of adding is none of joining.
func TestATeamThatIsTypedInIsNotNew(t *testing.T) {
	f := calm()
	f.Person.Since, f.Held, f.Goals, f.LastPraise = f.Today, nil, nil, ""
	for day := range newDays {
		f.Today = today.AddDays(day)
		if got := newHere.due(f); len(got) > 0 {
			t.Fatalf("after %d days: %s", day, got[0].reason)
		}
	}
}

func TestAReachedGoalIsCelebratedAndThenItGoesOn(t *testing.T) {
	closed := func(day notes.Date, change ...func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			reached(f, "Own the release train", day)
			for _, c := range change {
				c(f)
			}
		}
	}
	goalOf := func(day notes.Date) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Goals[0].Start = day }
	}
	dropped := func(f *notes.PromptFacts) { f.Reached[0].State = notes.GoalDropped }
	away := func(f *notes.PromptFacts) { f.Person.Off = notes.DaysOff{{From: ago(2), To: ago(2)}} }
	runDue(t, goalReached, []dueCase{
		{"today", closed(today), reachedToday},
		{"28 days ago", closed(ago(28)), reachedToday},
		{"29 days ago", closed(ago(29)), reachedNext},
		{"29 days ago, one of them away", closed(ago(29), away), reachedToday},
		{"29 days ago, and a goal began before it", closed(ago(29), goalOf(ago(30))), reachedNext},
		{"29 days ago, and a goal began that day", closed(ago(29), goalOf(ago(29))), reachedCredit},
		{"60 days ago", closed(ago(60)), reachedNext},
		{"61 days ago", closed(ago(61)), ""},
		{"tomorrow", closed(ago(-1)), ""},
		{"dropped", closed(ago(3), dropped), ""},
	})
	for days, want := range map[int]int{13: 1, 14: 3, 28: 3, 29: 2} {
		f := calm()
		reached(&f, "Own the release train", ago(days))
		if got := goalReached.due(f); len(got) != want {
			t.Errorf("%d days after it: %d reasons, want %d", days, len(got), want)
		}
	}
}

// What is asked or done is settled, each of the three for itself; what is looked past is not.
func TestWhatWasSaidOfAReachedGoalIsSettled(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer func(Prompt, notes.PromptFacts) notes.Change
		want   string
	}{{"done", Done, reachedNext}, {"another", Another, reachedToday}} {
		t.Run(c.name, func(t *testing.T) {
			w := &world{f: calm()}
			reached(&w.f, "Own the release train", ago(7))
			p := w.show(t)
			if p.Kind != GoalReached || p.Reason != "because Ana reached this goal on 16 Nov: “Own the release train”" {
				t.Fatalf("%+v", p)
			}
			w.store(c.answer(p, w.f))
			w.f.Today = today.AddDays(10)
			p = w.show(t)
			if p.Kind != GoalReached {
				t.Fatalf("%+v", p)
			}
			o, ok := occasionOf(notes.PromptEvent{Kind: p.Kind, Key: p.Key, Text: p.Text}, w.f)
			if !ok || (o.name == reachedToday) != (c.want == reachedToday) {
				t.Errorf("then it is %s, want %s: %+v", o.name, c.want, p)
			}
		})
	}
}

func TestAnOpportunityThatNothingCameOf(t *testing.T) {
	of := func(o notes.Opportunity, change ...func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			o.Kind, o.Text = notes.Workshop, "two days on queues"
			f.Goals[0].Opportunities = []notes.Opportunity{o}
			for _, c := range change {
				c(f)
			}
		}
	}
	away := func(f *notes.PromptFacts) { f.Person.Off = notes.DaysOff{{From: ago(2), To: ago(2)}} }
	reached := func(f *notes.PromptFacts) { f.Goals[0].State = notes.GoalReached }
	runDue(t, opportunity, []dueCase{
		{"offered 20 days ago", of(notes.Opportunity{State: notes.Offered, Since: ago(20)}), ""},
		{"offered 21 days ago", of(notes.Opportunity{State: notes.Offered, Since: ago(21)}), chanceOffered},
		{"offered 21 days ago, one of them away", of(notes.Opportunity{State: notes.Offered, Since: ago(21)}, away), ""},
		{"offered for today", of(notes.Opportunity{State: notes.Offered, Since: ago(21), Date: today}), chanceOffered},
		{"offered for yesterday", of(notes.Opportunity{State: notes.Offered, Since: ago(21), Date: ago(1)}), ""},
		{"offered nobody knows when", of(notes.Opportunity{State: notes.Offered}), ""},
		{"its goal was reached", of(notes.Opportunity{State: notes.Offered, Since: ago(21)}, reached), ""},
		{"booked for 13 days ago", of(notes.Opportunity{State: notes.Booked, Since: ago(90), Date: ago(13)}), ""},
		{"booked for 14 days ago", of(notes.Opportunity{State: notes.Booked, Since: ago(90), Date: ago(14)}), chanceBooked},
		{"booked for tomorrow", of(notes.Opportunity{State: notes.Booked, Since: ago(90), Date: ago(-1)}), ""},
		{"booked afterwards, 13 days ago", of(notes.Opportunity{State: notes.Booked, Since: ago(13), Date: ago(30)}), ""},
		{"booked 41 days ago without a day", of(notes.Opportunity{State: notes.Booked, Since: ago(41)}), ""},
		{"booked 42 days ago without a day", of(notes.Opportunity{State: notes.Booked, Since: ago(42)}), chanceBooked},
		{"done 20 days ago", of(notes.Opportunity{State: notes.Attended, Since: ago(20)}), ""},
		{"done 21 days ago", of(notes.Opportunity{State: notes.Attended, Since: ago(21)}), chanceDone},
		{"done, of which only its day is known", of(notes.Opportunity{State: notes.Attended, Date: ago(21)}), chanceDone},
		{"used", of(notes.Opportunity{State: notes.Used, Since: ago(90)}), ""},
	})
}

func TestWhyAnOpportunityIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		o    notes.Opportunity
		want string
	}{
		{notes.Opportunity{State: notes.Offered, Since: ago(30)}, "because you offered this on 24 Oct and it isn't booked yet: “Two days”"},
		{
			notes.Opportunity{State: notes.Booked, Since: ago(60), Date: ago(30)},
			"because this was booked for 24 Oct and isn't marked as done: “Two days”",
		},
		{notes.Opportunity{State: notes.Booked, Since: ago(60)}, "because this was booked on 24 Sep and isn't marked as done: “Two days”"},
		{notes.Opportunity{State: notes.Attended, Since: ago(30)}, "because this was done on 24 Oct and isn't marked as used yet: “Two days”"},
	} {
		t.Run(string(c.o.State), func(t *testing.T) {
			f := calm()
			c.o.Text = "two days"
			f.Goals[0].Opportunities = []notes.Opportunity{c.o}
			if got := opportunity.due(f); len(got) != 1 || got[0].reason != c.want {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestADeedThatComesAgainIsWorthAReward(t *testing.T) {
	praised := func(days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			for _, d := range days {
				deed(f, "closed the till alone — counted twice — no cent was missing", ago(d))
			}
		}
	}
	and := func(more ...func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			for _, m := range more {
				m(f)
			}
		}
	}
	done := func(days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			for _, d := range days {
				f.Deeds = append(f.Deeds, closed(line(notes.Todo, notes.Them, "close the till alone", ago(d+2)), notes.Done, ago(d)))
			}
		}
	}
	rewarded := func(day notes.Date) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Deeds = append(f.Deeds, closed(line(notes.Praise, notes.Them, "wrote the rota", ago(170)), notes.Rewarded, day))
		}
	}
	wrote := func(n int, body string) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			for _, day := range []notes.Date{ago(n), ago(n + 100)} {
				f.Written = append(f.Written, notes.Note{
					NoteHead: notes.NoteHead{UID: "w" + string(day), Person: ana, Kind: notes.HeldNote, Date: day}, Body: body,
				})
			}
		}
	}
	runDue(t, reward, []dueCase{
		{"on two days", praised(30, 2), ""},
		{"on three days", praised(60, 30, 2), deedAgain},
		{"three times on two days", praised(30, 2, 2), ""},
		{"last 30 days ago", praised(90, 60, 30), deedAgain},
		{"last 31 days ago", praised(90, 60, 31), ""},
		{"first 180 days ago", praised(180, 30, 2), deedAgain},
		{"first 181 days ago", praised(181, 30, 2), ""},
		{"done on three days", done(60, 30, 2), deedAgain},
		{"done on two and praised on another", and(done(60, 30), praised(2)), deedAgain},
		{"done on two and praised within a week", and(done(60, 30), praised(23)), ""},
		{"praised eight days after it was done", and(done(60, 30), praised(22)), deedAgain},
		{"different deeds", func(f *notes.PromptFacts) {
			deed(f, "closed the till", ago(30))
			deed(f, "opened the account", ago(20))
			deed(f, "wrote the rota", ago(10))
		}, ""},
		{"a reward was noted before the first", and(praised(60, 30, 2), rewarded(ago(61))), deedAgain},
		{"a reward was noted on the day of the first", and(praised(60, 30, 2), rewarded(ago(60))), ""},
		{"a reward was noted since", and(praised(60, 30, 2), rewarded(ago(1))), ""},
		{"the notes speak of one", and(praised(60, 30, 2), wrote(1, "Gave her a book voucher for the till")), ""},
		{"the notes spoke of one before", and(praised(60, 30, 2), wrote(61, "Gave her a book voucher for the till")), deedAgain},
		{"the notes speak of nothing like it", and(praised(60, 30, 2), wrote(1, "The spring promotion brought nothing")), deedAgain},
	})
}

func TestWhyARewardIsAskedAbout(t *testing.T) {
	w := &world{f: calm()}
	for _, d := range []int{60, 30, 2} {
		deed(&w.f, "closed the till alone", ago(d))
	}
	p := w.show(t)
	want := "because you noted this on 24 Sep, 24 Oct, 21 Nov, and no line has mentioned a reward since: “Closed the till alone”"
	if p.Kind != Reward || p.ForThem || p.Reason != want || len(p.Because) != rewardTimes ||
		!strings.Contains(p.Text, "Closed the till alone") {
		t.Fatalf("%+v", p)
	}
	w.store(Done(p, w.f))
	w.f.Today = today.AddDays(28)
	deed(&w.f, "closed the till alone", w.f.Today)
	if ps := Choose(w.f); len(ps) > 0 && ps[0].Kind == Reward {
		t.Errorf("asked again after it was done: %+v", ps[0])
	}
}
