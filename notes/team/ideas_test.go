package team

import (
	"errors"
	"strings"
	"testing"

	"handback/notes"
)

// ideaTeam is Ana and Ben with me, and how lines of a note of each are read.
type ideaTeam struct {
	people []notes.Person
	names  *notes.Names
}

func newIdeaTeam() ideaTeam {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Mia Berg"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.She, State: notes.StateHere},
		{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi", Pronoun: notes.He, State: notes.StateHere},
	}
	return ideaTeam{people: people, names: notes.NewNames(people)}
}

func (t ideaTeam) in(person notes.PersonID, day notes.Date) notes.Context {
	return notes.Context{Date: day, Person: person, Me: 1, Names: t.names}
}

func (t ideaTeam) of(f notes.Filed) notes.Context { return t.in(f.NotePerson, f.NoteDate) }

// file reads a note's lines as a journal files them, newest first within the note.
func (t ideaTeam) file(note notes.NoteID, person notes.PersonID, kind notes.NoteKind, day notes.Date, body string) []notes.Filed {
	var all []notes.Filed
	for _, it := range notes.Parse(body, t.in(person, day)) {
		for _, p := range it.People {
			all = append([]notes.Filed{{Item: it, Person: p, Note: note, NoteDate: day, NoteKind: kind, NotePerson: person}}, all...)
		}
	}
	return all
}

// ideas are the lines of three notes, newest first.
func (t ideaTeam) ideas() []notes.Filed {
	all := t.file(3, 2, notes.HeldNote, "2026-11-20", strings.Join([]string{
		"idea: rotate who leads the review (trying 2026-11-21: Ana's call, until 12 Feb 2027)",
		"idea: one wiki #platform",
		"idea Ben: hand over by voice note (learned 2026-11-20: shorter nights)",
		"idea: a party (declined: too much fuss)",
		"idea me: a lottery",
	}, "\n"))
	all = append(all, t.file(2, 3, notes.HeldNote, "2026-11-06", "idea: Drop the Monday mail.\nidea: one wiki")...)
	return append(
		all,
		t.file(1, 2, notes.HeldNote, "2025-06-01", "idea: drop the Monday mail\nidea: too old (adopted)\nidea: still on trial (trying)")...)
}

func sayCards(cards []IdeaCard) string {
	var out []string
	for _, c := range cards {
		out = append(out, c.Text+" | "+c.SayAuthors()+" | "+c.Says)
	}
	return strings.Join(out, "\n")
}

func TestTheIdeasBoard(t *testing.T) {
	team := newIdeaTeam()
	areas := []notes.Area{{Person: 2, Tag: "platform", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Delegate}}}}
	b := ShowIdeas(team.ideas(), team.people, areas, "2026-11-23")
	for _, c := range []struct{ lane, got, want string }{
		{"waiting", sayCards(b.Waiting), "Drop the Monday mail | Ana and Ben | since 1 Jun 2025\nOne wiki | Ben and Ana | since 6 Nov, their call\nA lottery | You | since 20 Nov"},
		{"trying", sayCards(b.Trying), "Rotate who leads the review | Ana | her call, until 12 Feb 2027\nStill on trial | Ana | since 1 Jun 2025"},
		{"adopted or tried", sayCards(b.TakenUp), "Hand over by voice note | Ben | learned: shorter nights"},
		{"declined", sayCards(b.Declined), "A party | Ana | too much fuss"},
	} {
		t.Run(c.lane, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%s:\n%s\nwant\n%s", c.lane, c.got, c.want)
			}
		})
	}
	if n := len(b.Waiting[0].Items); n != 2 {
		t.Errorf("the Monday mail has %d lines", n)
	}
	if got := SayDeclined(append(b.Declined, b.Waiting...)); got != "four, most recently: A party" {
		t.Errorf("declined: %q", got)
	}
}

func TestAnAnswerToAnIdea(t *testing.T) {
	team := newIdeaTeam()
	ben, me := team.people[2], team.people[0]
	for _, c := range []struct {
		name   string
		body   string
		answer IdeaAnswer
		want   string // the line, or what is wrong
	}{
		{"plainly", "idea: a wiki", IdeaAnswer{State: notes.Trying}, "idea: a wiki (trying 2026-11-23)"},
		{"whole", "idea: a wiki #it", IdeaAnswer{State: notes.Trying, Call: notes.Theirs, Who: ben, Until: "4 Dec", Remark: " two weeks\nat most "}, "idea: a wiki #it (trying 2026-11-23: Ana's call, Ben will try it, until 4 Dec 2026, two weeks at most)"},
		{"mine", "- idea - a wiki", IdeaAnswer{State: notes.Trying, Call: notes.Mine, Who: me}, "- idea - a wiki (trying 2026-11-23: my call, I'll try it)"},
		{"of two", "idea Ana, Ben: swap", IdeaAnswer{State: notes.Trying, Call: notes.Theirs}, "idea Ana, Ben: swap (trying 2026-11-23: their call)"},
		{"past", "idea: a wiki", IdeaAnswer{State: notes.Trying, Until: "2026-11-22"}, "That day is in the past"},
		{"no day", "idea: a wiki", IdeaAnswer{State: notes.Trying, Until: "31 Feb"}, "That isn't a date"},
		{"adopted", "idea: a wiki", IdeaAnswer{State: notes.Adopted, Remark: "from March"}, "idea: a wiki (adopted 2026-11-23: from March)"},
		{"declined", "idea: a wiki", IdeaAnswer{State: notes.Declined, Remark: "we had one (twice)"}, "idea: a wiki (declined 2026-11-23: we had one (twice))"},
		{"no reason", "idea: a wiki", IdeaAnswer{State: notes.Declined, Remark: " "}, "Say why, as you'd say it in person"},
		{"learnt", "idea: a wiki (trying 2026-11-01: her call)", IdeaAnswer{State: notes.Learned, Remark: "nobody reads it"}, "idea: a wiki (learned 2026-11-23: nobody reads it)"},
		{"nothing learnt", "idea: a wiki", IdeaAnswer{State: notes.Learned}, "Say what you learned"},
		{"too long", "idea: a wiki", IdeaAnswer{State: notes.Adopted, Remark: strings.Repeat("x", 1001)}, "too long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := ShowIdeas(team.file(1, 2, notes.HeldNote, "2026-11-20", c.body), team.people, nil, "2026-11-23")
			card := append(b.Waiting, b.Trying...)[0]
			change, err := card.Answer(c.answer, team.of, "2026-11-23")
			var invalid notes.Invalid
			switch {
			case errors.As(err, &invalid):
				if !strings.Contains(invalid.Why, c.want) {
					t.Errorf("%s: %q, want %q", c.name, invalid.Why, c.want)
				}
			case err != nil || len(change.Edits) != 1 || change.Edits[0].New != c.want:
				t.Errorf("%s: %+v, %v, want %q", c.name, change.Edits, err, c.want)
			}
		})
	}
}

func TestAnIdeaOfTwoNotesIsAnsweredInBoth(t *testing.T) {
	team := newIdeaTeam()
	card := ShowIdeas(team.ideas(), team.people, nil, "2026-11-23").Waiting[0]
	change, err := card.Answer(IdeaAnswer{State: notes.Adopted}, team.of, "2026-11-23")
	if err != nil || len(change.Edits) != 2 || change.Edits[0].Note == change.Edits[1].Note {
		t.Fatalf("%+v, %v", change, err)
	}
	trying := ShowIdeas(team.ideas(), team.people, nil, "2026-11-23").Trying[0]
	back, err := trying.Reopen(team.of)
	if err != nil || len(back.Edits) != 1 || back.Edits[0].New != "idea: rotate who leads the review" {
		t.Errorf("%+v, %v", back, err)
	}
}
