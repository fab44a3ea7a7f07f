package storagetest

import (
	"fmt"
	"strings"

	"handback/notes"
)

// What a journal of ten years holds: 15 reports, a one-on-one with each every week.
const (
	decadeWeeks = 533
	areas       = 6
)

var decadeNames = strings.Fields("Ana Ben Chidi Dana Elif Farid Gwen Hugo Ines Jonas Kira Liam Mona Noor Otto")

// Decade fills a journal with ten years of leading 15 reports: 8,000 notes with decisions, goals, areas, step-ins,
// prompts and what came of them. It returns the reports.
func Decade(j notes.Journal, today notes.Date) ([]notes.PersonID, error) {
	reports, err := decadePeople(j, today)
	if err != nil {
		return nil, err
	}
	w := NewWriter(7)
	for week := range decadeWeeks {
		day := today.AddDays(7 * (week - decadeWeeks))
		var change notes.Change
		for i, id := range reports {
			change.Rows = append(change.Rows,
				notes.NewNote{Person: id, Kind: notes.HeldNote, Date: day, Body: w.leadingNote(week, i)},
				notes.PromptEvent{
					Person: id, Kind: kinds[(week+i)%len(kinds)], Key: fmt.Sprint(week % 90), ForThem: week%2 == 0,
					Text: w.Sentence(12), Reason: w.Sentence(8), Shown: day, Left: day.AddDays(5), Outcome: notes.Asked,
					Came: notes.TheyDecided, CameOn: day.AddDays(5),
				})
			if week%26 == i {
				change.Rows = append(change.Rows, decadeStepIn(id, day, week+26 >= decadeWeeks))
			}
		}
		if _, err := j.Apply(change); err != nil {
			return nil, err
		}
	}
	return reports, nil
}

var kinds = []notes.PromptKind{"praise", "support", "ideas", "growth", "hand back", "connect", "context"}

func areaTag(i int) string { return fmt.Sprintf("area%d", i%areas) }

// leadingNote is a note of half a page in which things are decided.
func (w *Writer) leadingNote(week, i int) string {
	state := func(word string) string {
		if week+4 < decadeWeeks {
			return " (" + word + ")"
		}
		return ""
	}
	tag := " #" + areaTag(week+i)
	actor := []string{"me", decadeNames[i], "we"}[(week+i)%3]
	lines := []string{
		"decided " + actor + ": " + w.Sentence(7) + tag,
		"praise: " + w.Sentence(9) + tag + state("said"),
		"todo: " + w.Sentence(5) + tag + state("done"),
		"todo me: " + w.Sentence(5) + state("done"),
		w.Sentence(40) + ".",
	}
	switch week % 4 {
	case 0:
		lines = append(lines, "idea: "+w.Sentence(6)+state("adopted"))
	case 1:
		lines = append(lines, "need: "+w.Sentence(5)+" by next Fri"+state("met"))
	case 2:
		lines = append(lines, "ask: "+w.Sentence(8)+"?"+state("answered"))
	case 3:
		lines = append(lines, "stuck: "+w.Sentence(5)+state("cleared"), "decided: "+w.Sentence(5)+tag)
	}
	return strings.Join(lines, "\n") + "\n"
}

func decadeStepIn(id notes.PersonID, day notes.Date, open bool) notes.SteppingIn {
	s := notes.SteppingIn{
		People: []notes.PersonID{id}, What: "the release", Tag: areaTag(int(id)), Before: notes.Advise,
		Help: notes.HelpDecide, Reason: "it slipped twice", Began: day, Ends: day.AddDays(notes.StepInDays), ExitSign: "it is out",
	}
	if !open {
		s.HandedBack, s.DidWell = s.Ends, "named the risk early"
	}
	return s
}

func decadePeople(j notes.Journal, today notes.Date) (reports []notes.PersonID, err error) {
	for i, name := range decadeNames {
		applied, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{
			Kind: notes.KindReport, Name: name, State: notes.StateHere, Since: today.AddDays(-3650), Order: i + 1,
		}}})
		if err != nil {
			return nil, err
		}
		id := notes.PersonID(applied.IDs[0])
		reports = append(reports, id)
		if _, err := j.Apply(notes.Change{Rows: decadeRows(id, today)}); err != nil {
			return nil, err
		}
	}
	return reports, nil
}

// decadeRows are the goals, areas and expectations of a person.
func decadeRows(id notes.PersonID, today notes.Date) (rows []notes.Row) {
	for i := range 10 {
		goal := notes.Goal{Person: id, Title: fmt.Sprint("Lead ", i), Tag: areaTag(i), Wanted: notes.Inquire, Target: today.AddDays(90)}
		if i >= 3 {
			goal.State, goal.Closed = notes.GoalReached, today.AddDays(-200*i)
		}
		rows = append(rows, goal, notes.Step{Text: "write the plan", Owner: notes.Them}, notes.Step{Text: "name a deputy", Owner: notes.Me},
			notes.Opportunity{Kind: notes.Workshop, Text: "two days", State: notes.Offered},
			notes.Expectation{Person: id, Theirs: i%2 == 0, Text: "say early when it slips", Order: i},
			notes.Verdict{NoteUID: fmt.Sprint(id), Line: fmt.Sprint("todo me: ", i), Verdict: "mine to keep"})
	}
	for i := range areas {
		for year := range 5 {
			rows = append(rows, notes.AreaLevel{Person: id, Tag: areaTag(i), DatedLevel: notes.DatedLevel{
				From: today.AddDays(-700 * year), Level: notes.Levels[(i+4-year+7)%7],
			}})
		}
	}
	return rows
}
