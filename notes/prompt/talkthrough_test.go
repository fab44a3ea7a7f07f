package prompt

import (
	"testing"

	"handback/notes"
)

func TestCompanyGoalsThatWereNeverTalkedThrough(t *testing.T) {
	with := func(more func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Company = []notes.CompanyGoal{{ID: 7, Title: "Answer customers within a day"}}
			f.Goals[0].Company = 7
			if more != nil {
				more(f)
			}
		}
	}
	held := func(days ...int) func(*notes.PromptFacts) {
		return with(func(f *notes.PromptFacts) {
			f.Held = nil
			for _, n := range days {
				f.Held = append(f.Held, ago(n))
			}
		})
	}
	runDue(t, talkThrough, []dueCase{
		{"none", func(*notes.PromptFacts) {}, ""},
		{"one that a goal of theirs serves", with(nil), talkOfTheirGoal},
		{"one that none serves", with(func(f *notes.PromptFacts) { f.Goals[0].Company = 8 }), talkOfCompany},
		{"two one-on-ones", held(3, 60), ""},
		{"three in 20 days", held(3, 10, 20), ""},
		{"three in 21 days", held(3, 10, 21), talkOfTheirGoal},
		{"three in 21 days, one of them off", func(f *notes.PromptFacts) {
			held(3, 10, 21)(f)
			f.Person.Off = notes.DaysOff{{From: ago(5), To: ago(5)}}
		}, ""},
		{"talked through long ago", with(func(f *notes.PromptFacts) {
			f.Company[0].Talks = []notes.CompanyTalk{{Company: 7, Person: ana, On: ago(400)}}
		}), ""},
		{"talked through with somebody else", with(func(f *notes.PromptFacts) {
			f.Company[0].Talks = []notes.CompanyTalk{{Company: 7, Person: 3, On: ago(40)}}
		}), talkOfTheirGoal},
		{"a note says its words", with(func(f *notes.PromptFacts) {
			jotted(f, ago(40), "Went through what it means to answer customers within a day")
		}), ""},
		{"they lead it", with(func(f *notes.PromptFacts) { f.Company[0].Leader = ana }), ""},
		{"closed", with(func(f *notes.PromptFacts) {
			f.Company[0].Closed = ago(4)
			f.Company = append(f.Company[:0:0], f.Company[0])
		}), ""},
	})
}

func TestAChangedCompanyGoalIsTheMatterOfContext(t *testing.T) {
	f := calm()
	f.Company = []notes.CompanyGoal{{ID: 7, Title: "Answer customers within a day"}}
	f.Goals[0].Company = 7
	f.CompanyChanged = map[notes.CompanyGoalID]notes.Date{7: ago(4)}
	if got := talkThrough.due(f); len(got) > 0 {
		t.Errorf("%+v", got)
	}
	if got := context.due(f); len(got) != 1 || got[0].name != companyChanged {
		t.Errorf("%+v", got)
	}
}

func TestWhatTheirGoalServesComesFirst(t *testing.T) {
	w := &world{f: calm()}
	w.f.Company = []notes.CompanyGoal{{ID: 7, Title: "Fewer releases"}, {ID: 8, Title: "Answer customers within a day"}}
	w.f.Goals[0].Company = 8
	p := w.show(t)
	want := "because one of Ana's goals counts towards this and no note since 25 Aug mentions it: “Answer customers within a day”"
	if p.Kind != TalkThrough || p.Reason != want {
		t.Fatalf("%+v, want %q", p, want)
	}
	w.store(leave(p, w.f, notes.ActedOn))
	w.f.Today = today.AddDays(30)
	want = "because no note about Ana since 24 Sep mentions this: “Fewer releases”"
	for _, o := range talkThrough.due(w.f) {
		if o.absent && o.reason == want {
			return
		}
	}
	t.Errorf("%+v", talkThrough.due(w.f))
}

func TestWhatTheyAskedAboutIsTalkedThrough(t *testing.T) {
	for _, c := range []struct {
		name, line string
		days       int
		want       string
	}{
		{"what it is about", "fine. She asked what this thing with the customers is about", 20, talkOfQuestion},
		{"why", "Ana wanted to know why customers come first now", 20, talkOfQuestion},
		{"she doesn't understand", "doesn't understand what customers have to do with her", 90, talkOfQuestion},
		{"91 days ago", "doesn't understand what customers have to do with her", 91, talkOfCompany},
		{"about something else", "she asked what the new door is for", 20, talkOfCompany},
		{"somebody else asked", "Ben asked what the customers want", 20, talkOfCompany},
		{"no question", "the customers were pleased", 20, talkOfCompany},
		{"in a private line", "private: she asked what the customers are about", 20, talkOfCompany},
	} {
		t.Run(c.name, func(t *testing.T) {
			runDue(t, talkThrough, []dueCase{{c.name, func(f *notes.PromptFacts) {
				f.Company = []notes.CompanyGoal{{ID: 7, Title: "Answer customers within a day"}}
				jotted(f, ago(c.days), c.line)
			}, c.want}})
		})
	}
}
