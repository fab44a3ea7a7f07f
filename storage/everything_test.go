package storage

import (
	"flag"
	"fmt"

	"pgregory.net/rapid"

	"handback/notes"
)

// some is a property that is checked so many times where rapid isn't told otherwise: each time is long. Once it failed it goes on to be
// checked, so that rapid can make the case smaller.
func some(checks int, holds func(*rapid.T)) func(*rapid.T) {
	done, failed := 0, false
	return func(rt *rapid.T) {
		if told := flag.Lookup("rapid.checks"); done >= checks && !failed && told.Value.String() == told.DefValue {
			return
		}
		fine := false
		defer func() { failed = failed || !fine }()
		holds(rt)
		done, fine = done+1, true
	}
}

// oneOf draws one of so many, as rapid likes it: small ones far more often; or all as often.
func (a actor) oneOf(n int, what string) int {
	if !a.even {
		return rapid.IntRange(0, n-1).Draw(a.T, what)
	}
	v := rapid.Uint32().Draw(a.T, what) * 2654435761
	return int(v>>12) % n
}

// keptRow is a row of what is agreed with people, or with all of them, and of what is kept beside notes: nil where there is none of
// that kind to change.
func (a actor) keptRow(person notes.PersonID, text string) notes.Row {
	note, anyNote := pick(a, "note of a line", a.uids("note", "deleted_at IS NULL"))
	if !anyNote {
		return nil
	}
	line := rapid.SampledFrom(someLines[:7]).Draw(a.T, "whole line")
	switch a.oneOf(9, "kept row") {
	case 0:
		return notes.Verdict{NoteUID: note, Line: line, Verdict: notes.NotYetVerdict, Why: text, Until: a.day()}
	case 1:
		return notes.Dismissal{Kind: notes.DismissedLine, NoteUID: note, Text: notes.NormaliseLine(line)}
	case 2:
		return notes.QuietAnswer{NoteUID: note, Mark: text}
	case 3:
		return notes.SavedSearch{Name: text, Query: rapid.SampledFrom([]string{"kafka", "person:Ana", `"a b"`}).Draw(a.T, "query")}
	case 4:
		return notes.Template{Name: text, Body: rapid.SampledFrom([]string{"## one\n", "what?"}).Draw(a.T, "template")}
	case 5:
		return a.removed()
	case 6:
		place := rapid.SampledFrom([]string{"", "a"}).Draw(a.T, "place")
		return notes.ReviewEdit{Person: person, NoteUID: note, Line: line, Comment: text, Place: place}
	case 7:
		if id, ok := pick(a, "versioned note", a.ids("note", "search_id IS NOT NULL AND body <> ''")); ok {
			return notes.KeepRevision{Note: notes.NoteID(id)}
		}
	case 8:
		return a.otherwise(person, text)
	}
	return nil
}

func (a actor) uids(table, where string) []string {
	uids, err := list(a.j.c, "SELECT uid FROM "+table+" WHERE "+where+" ORDER BY id", nil, scalar[string])
	if err != nil {
		a.Fatal(err)
	}
	return uids
}

// removed takes away something that has no trash.
func (a actor) removed() notes.Row {
	table := rapid.SampledFrom([]string{"verdict", "dismissal", "saved_search", "template", "prompt_event"}).Draw(a.T, "of which one goes")
	where := "1"
	if table == "template" {
		where = "deleted_at IS NULL"
	}
	id, ok := pick(a, "goes", a.ids(table, where))
	if !ok {
		return nil
	}
	switch table {
	case "verdict":
		return notes.Remove{Row: notes.Verdict{ID: id}}
	case "dismissal":
		return notes.Remove{Row: notes.Dismissal{ID: id}}
	case "saved_search":
		return notes.Remove{Row: notes.SavedSearch{ID: id}}
	case "template":
		return notes.Remove{Row: notes.Template{ID: notes.TemplateID(id)}}
	}
	return notes.Remove{Row: notes.PromptEvent{ID: id}}
}

// otherwise is a person of whom something else is said.
func (a actor) otherwise(person notes.PersonID, text string) notes.Row {
	p, err := a.j.Person(person)
	if err != nil {
		a.Fatal(err)
	}
	p.Role = text
	if p.Kind == notes.KindMe {
		return p
	}
	switch a.oneOf(5, "otherwise") {
	case 0:
		p.State, p.LeftOn, p.DeleteBy = notes.StateLeft, "2026-11-30", a.day()
	case 1:
		p.State, p.Until = notes.StateAway, a.day()
	case 2:
		p.QuietUntil, p.Joined = a.day(), "2020-02-01"
	case 3:
		p.Rhythm = notes.Rhythm{Every: 2, Unit: notes.Weeks}
	case 4:
		if id, ok := pick(a, "template of theirs", a.ids("template", "deleted_at IS NULL")); ok {
			p.Template = notes.TemplateID(id)
		}
	}
	return p
}

// agreedRow is a row of a goal, of an area, or of what the company wants.
func (a actor) agreedRow(person notes.PersonID, goal int64, text string) notes.Row {
	switch a.oneOf(10, "agreed row") {
	case 0:
		if goal != 0 {
			state := rapid.SampledFrom(notes.OpportunityStates).Draw(a.T, "state")
			return notes.Opportunity{Goal: notes.GoalID(goal), Kind: notes.Coaching, Text: text, State: state, Date: a.day()}
		}
	case 1:
		all, err := a.j.Areas(person)
		if err != nil {
			a.Fatal(err)
		}
		if area, ok := pick(a, "area", all); ok {
			area.Tag, area.Limits = rapid.SampledFrom([]string{"one", "two", "lead"}).Draw(a.T, "tag"), text
			return area
		}
		return notes.Area{Person: person, Tag: "lead", Limits: text} // of which lines have the tag
	case 2:
		return notes.CompanyGoal{Title: text, Leader: person}
	case 3, 4:
		all, err := a.j.CompanyGoals()
		if err != nil {
			a.Fatal(err)
		}
		g, ok := pick(a, "company goal", all)
		if !ok {
			return nil
		}
		g.Title, g.Why, g.Closed = text, text, rapid.SampledFrom([]notes.Date{"", "2026-11-30"}).Draw(a.T, "closed")
		on := rapid.SampledFrom([]notes.Date{"2026-11-20", "2026-11-27"}).Draw(a.T, "on")
		talk := notes.CompanyTalk{Company: g.ID, Person: person, On: on, Words: text}
		return rapid.SampledFrom([]notes.Row{g, talk, notes.Remove{Row: talk}}).Draw(a.T, "company row")
	case 5:
		kind := rapid.SampledFrom(otherKinds).Draw(a.T, "deleted kind")
		if id, ok := pick(a, "deleted", a.ids(kindTable[kind], "deleted_at IS NULL")); ok {
			return notes.Delete{Kind: kind, ID: id}
		}
	case 6:
		kind := rapid.SampledFrom(otherKinds).Draw(a.T, "restored kind")
		if id, ok := pick(a, "restored", a.ids(kindTable[kind], "deleted_at IS NOT NULL")); ok {
			return notes.Restore{Kind: kind, ID: id}
		}
	case 7:
		all, err := a.j.Expectations(person)
		if err != nil {
			a.Fatal(err)
		}
		if e, ok := pick(a, "expectation", all); ok {
			e.Text, e.Agreed = text, a.day()
			return e
		}
	case 9: // what goes on in goals and areas
		if goal != 0 {
			g, err := a.j.Goal(notes.GoalID(goal))
			if err != nil {
				a.Fatal(err)
			}
			g.Target = a.day()
			return rapid.SampledFrom([]notes.Row{g, notes.Step{Goal: g.ID, Text: text, Owner: notes.Me}}).Draw(a.T, "of the goal")
		}
	case 8:
		if note, ok := pick(a, "begun note", a.ids("note", "search_id IS NOT NULL")); ok {
			return notes.NoteBegun{Note: notes.NoteID(note), Text: text}
		}
	}
	return nil
}

// otherKinds are what goes to the trash besides notes and people.
var otherKinds = []notes.Kind{
	notes.KindGoal, notes.KindStep, notes.KindOpportunity, notes.KindCompanyGoal, notes.KindArea, notes.KindStepIn, notes.KindExpectation,
}

// takesNotes takes notes of another program, or takes them back.
func (a actor) takesNotes() {
	if id, ok := pick(a, "import", append([]int64{0}, a.ids("import", "done_at IS NOT NULL AND undone_at IS NULL")...)); ok && id != 0 {
		a.apply(notes.Change{Rows: []notes.Row{notes.TakeBackImport{Import: notes.ImportID(id)}}})
		return
	}
	id, err := a.j.BeginImport("Obsidian", "vault")
	if err != nil {
		a.Fatal(err)
	}
	who, _ := pick(a, "whose notes", a.ids("person", "deleted_at IS NULL"))
	if rapid.Bool().Draw(a.T, "of somebody new") {
		name := a.name() + " New"
		came, err := a.j.BringPeople(id, []notes.Person{{Kind: notes.KindReport, State: notes.StateHere, Name: name}})
		if err == nil {
			who = int64(came[0])
		}
	}
	var brought []notes.Brought
	for i := range rapid.IntRange(1, 3).Draw(a.T, "notes brought") {
		origin := fmt.Sprintf("Obsidian\nvault\n%d.md", i)
		brought = append(brought, notes.Brought{Origin: origin, Person: notes.PersonID(who), Date: a.day(), Body: a.body()})
	}
	if _, err := a.j.Bring(id, brought); err != nil {
		a.Fatal(err)
	}
	a.apply(notes.Change{Rows: []notes.Row{notes.TakeImport{Import: id}}})
}
