package team

import (
	"fmt"
	"testing"

	"handback/notes"
	"handback/notes/notestest"
)

const companyDay = notes.Date("2026-12-01") // a Tuesday

func TestHowCompanyGoalsAreShown(t *testing.T) {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Mo"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"},
		{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"},
		{ID: 4, Kind: notes.KindReport, Name: "Gone Girl", State: notes.StateLeft},
		{ID: 5, Kind: notes.KindOther, Name: "Peer"},
	}
	company := []notes.CompanyGoal{
		{ID: 12, Order: 3, Title: "One sign-in"},
		{ID: 10, Order: 1, Title: "Calmer releases", Leader: 2, Talks: []notes.CompanyTalk{
			{Person: 2, On: "2026-10-01", Words: "slower"}, {Person: 2, On: "2026-11-17", Words: "no Fridays"}, {Person: 5, On: "2026-11-01"},
		}},
		{ID: 11, Order: 2, Title: "Answers in a day", Leader: 1, Talks: []notes.CompanyTalk{{Person: 4, On: "2026-01-01"}}},
		{ID: 13, Closed: "2026-03-01"},
		{ID: 14, Closed: "2026-06-01"},
	}
	goals := []notes.Goal{
		{ID: 1, Company: 10, State: notes.GoalOpen},
		{ID: 2, Company: 10, State: notes.GoalOpen},
		{ID: 3, Company: 10, State: notes.GoalReached},
		{ID: 4, Company: 11, State: notes.GoalOpen},
		{ID: 5, State: notes.GoalOpen},
	}
	held, closed := ShowCompany(company, people, goals)
	if len(held) != 3 || len(closed) != 2 || closed[0].ID != 14 {
		t.Fatalf("held %+v, closed %+v", held, closed)
	}
	for i, want := range []struct {
		id          notes.CompanyGoalID
		leads, hang string
		talked      string
	}{
		{10, "Ana leads", "2 goals linked", "Ana Ruiz 2026-11-17,Ben Kofi ,Peer 2026-11-01,"},
		{11, "you lead", "1 goal linked", "Ana Ruiz ,Ben Kofi ,Gone Girl 2026-01-01,"},
		{12, "nobody leads it yet", "no goals linked", "Ana Ruiz ,Ben Kofi ,"},
	} {
		t.Run(fmt.Sprint(want.id), func(t *testing.T) {
			talked := ""
			for _, p := range held[i].Talked {
				talked += p.Person.Name + " " + string(p.Talk.On) + ","
			}
			if l := held[i]; l.ID != want.id || l.Leads != want.leads || l.Hangs != want.hang || talked != want.talked {
				t.Errorf("%d: %q %q %q, want %+v", l.ID, l.Leads, l.Hangs, talked, want)
			}
		})
	}
	if got := SayClosedCompany(closed, companyDay); got != "2 goals, the last on 1 Jun" {
		t.Error(got)
	}
	if got := SayTalk(held[0].Talked[0], companyDay); got != "Talked through with Ana on 17 Nov: “no Fridays”" {
		t.Error(got)
	}
	if got := SayTalk(held[0].Talked[1], companyDay); got != "Not talked through with Ben yet" {
		t.Error(got)
	}
}

func TestACompanyGoalsForm(t *testing.T) {
	all := []notes.CompanyGoal{{ID: 1, Title: "Calmer releases", Order: 4}, {ID: 2, Title: "Old", Order: 2, Closed: "2026-01-01"}}
	for _, c := range []struct {
		title string
		goal  notes.CompanyGoal
		want  string
	}{
		{" ", notes.CompanyGoal{}, notes.FieldTitle},
		{"calmer releases", notes.CompanyGoal{}, notes.FieldTitle},
		{"Calmer  Releases", all[0], ""},
		{"Old", notes.CompanyGoal{}, ""},
	} {
		t.Run(c.title, func(t *testing.T) {
			_, err := CompanyForm{Title: c.title}.Change(c.goal, all)
			if got := notestest.Field(err); got != c.want {
				t.Errorf("%q: %v, want %q", c.title, err, c.want)
			}
		})
	}
	c, err := CompanyForm{Title: "One sign-in", Why: " fewer passwords ", Leader: 3}.Change(notes.CompanyGoal{}, all)
	if err != nil {
		t.Fatal(err)
	}
	if g := c.Rows[0].(notes.CompanyGoal); g.Title != "One sign-in" || g.Why != "fewer passwords" || g.Leader != 3 || g.Order != 5 {
		t.Errorf("%+v", g)
	}
	shut := CloseCompany(all[0], companyDay).Rows[0].(notes.CompanyGoal)
	if shut.Closed != companyDay || CloseCompany(shut, companyDay).Rows[0].(notes.CompanyGoal).Closed != "" {
		t.Errorf("%+v", shut)
	}
}

func TestATalkHasADayThatHasBeen(t *testing.T) {
	for day, want := range map[string]string{
		"2026-11-17": "", "2026-12-01": "", "": FieldDate, "2026-12-02": FieldDate, "31 Feb": FieldDate,
	} {
		t.Run(day, func(t *testing.T) {
			c, err := TalkThrough(7, 2, day, " no\nFridays ", companyDay)
			if got := notestest.Field(err); got != want {
				t.Errorf("%q: %v, want %q", day, err, want)
			}
			if err == nil {
				if talk := c.Rows[0].(notes.CompanyTalk); talk.Company != 7 || talk.Person != 2 || talk.Words != "no Fridays" {
					t.Errorf("%+v", talk)
				}
			}
		})
	}
}
