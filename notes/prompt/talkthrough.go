package prompt

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

const (
	talkOfTheirGoal = "linked"
	talkOfCompany   = "company"
	talkOfQuestion  = "asked"
)

// askedDays is how long a question about a company goal is worth an answer.
const askedDays = 90

// writtenDays is how far back the notes are read.
const writtenDays = 90

// talkThrough speaks when a company goal was never talked through with them: no talk is recorded and no note of the last 90
// days says its words. One that changed since it was written is the matter of context; whoever leads it knows it.
var talkThrough = kind{
	name: TalkThrough, cooldown: 30,
	occasions: map[string][]string{
		talkOfTheirGoal: {"company", "goal", "date"}, talkOfCompany: {"company", "date"},
		talkOfQuestion: {"company", "date"},
	},
	due: talkThroughDue,
}

// talkThroughDue waits for three one-on-ones and 21 days. First comes what a goal of theirs is linked to; of any other company goal
// it is merely not noted.
func talkThroughDue(f notes.PromptFacts) []occasion {
	since, enough := heldFor(absenceWaits, "", f)
	if !enough {
		return nil
	}
	unmentioned := notes.SayDate(f.Today.AddDays(-writtenDays), f.Today)
	var asked, linked, others []occasion
	for _, c := range f.Company {
		if c.Closed != "" || c.Leader == f.Person.ID || f.CompanyChanged[c.ID] != "" || talkedOf(c, f) {
			continue
		}
		if l, ok := askedAboutGoal(c, f); ok {
			day := notes.SayDate(l.NoteDate, f.Today)
			asked = append(asked, occasion{
				name: talkOfQuestion, since: max(since, l.NoteDate), because: []notes.Filed{l},
				slots:  map[string]string{"company": short(c.Title), "date": day},
				reason: voice.T("because you noted this on {day}: “{line}”", "day", day, "line", quoted(l.Text)),
			})
			continue
		}
		g, theirs := goalFor(c.ID, f)
		if theirs {
			day := notes.SayDate(g.Start, f.Today)
			linked = append(linked, occasion{
				name: talkOfTheirGoal, since: max(since, g.Start),
				slots: map[string]string{"company": short(c.Title), "goal": short(g.Title), "date": day},
				reason: voice.T("because one of {who}'s goals counts towards this and no note since {day} mentions it: “{goal}”",
					"who", f.Person.First(), "day", unmentioned, "goal", quoted(c.Title)),
			})
			continue
		}
		day := notes.SayDate(f.Held[0], f.Today)
		others = append(others, occasion{
			name: talkOfCompany, absent: true, since: since, slots: map[string]string{"company": short(c.Title), "date": day},
			reason: voice.T("because no note about {who} since {day} mentions this: “{goal}”",
				"who", f.Person.First(), "day", unmentioned, "goal", quoted(c.Title)),
		})
	}
	return slices.Concat(newestFirst(asked), linked, others)
}

// askedAboutGoal is the newest plain line of the last 90 days in which they ask about something that the title of a company goal
// names: then it is written that it was not explained to them.
func askedAboutGoal(c notes.CompanyGoal, f notes.PromptFacts) (notes.Filed, bool) {
	found := plainLines(f, askedDays, mayAskWhat, func(line string) bool {
		line = withWho(line, f.Person)
		at := asksWhat().FindStringIndex(line)
		return at != nil && notes.WordsInCommon(line[at[1]:], c.Title) > 0 && !namesOneOf(line[:at[1]], f.Others)
	})
	if len(found) == 0 {
		return notes.Filed{}, false
	}
	return found[0], true
}

// talkedOf reports whether a company goal came up with them: as a talk, or in the words of a note.
func talkedOf(c notes.CompanyGoal, f notes.PromptFacts) bool {
	if slices.ContainsFunc(c.Talks, func(t notes.CompanyTalk) bool { return t.Person == f.Person.ID }) {
		return true
	}
	asGoal := notes.Goal{Title: c.Title}
	return slices.ContainsFunc(f.Written, func(n notes.Note) bool {
		return n.Person == f.Person.ID && slices.ContainsFunc(strings.Split(n.Body, "\n"), func(line string) bool {
			return notes.SaysTitle(line, asGoal)
		})
	})
}

// goalFor is their oldest open goal that hangs on a company goal.
func goalFor(c notes.CompanyGoalID, f notes.PromptFacts) (oldest notes.Goal, ok bool) {
	for _, g := range f.Goals {
		if g.State == notes.GoalOpen && g.Company == c && g.Start.Valid() && g.Start <= f.Today && (!ok || g.Start < oldest.Start) {
			oldest, ok = g, true
		}
	}
	return oldest, ok
}
