package storage

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"handback/notes"
)

// keep is set once before a schema is followed by a new one: it keeps a journal of the present schema for the tests of
// later ones.
var keep = flag.Bool("keep", false, "keep a journal of the present schema in testdata")

func TestKeepAJournalOfThisSchema(t *testing.T) {
	if !*keep {
		t.Skip("a journal of each schema is kept once, with -keep")
	}
	steps := must[[]string](t)(migrations())
	path, c := filepath.Join(t.TempDir(), FileName), newClock()
	j, err := Open(path, Options{Now: c.now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	fillWithEverything(t, j, c)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(must[[]byte](t)(os.ReadFile(path))); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(keptName(len(steps)), packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// keptName is where the journal of a schema is kept, packed with gzip.
func keptName(schema int) string {
	return filepath.Join("testdata", fmt.Sprintf("schema-%d.db.gz", schema))
}

// fillWithEverything writes rows of every kind: open, closed, changed, in the trash and deleted for good.
func fillWithEverything(t *testing.T, j *Journal, c *clock) {
	t.Helper()
	do(t, j, notes.Person{ID: 1, Kind: notes.KindMe, Name: "Sam Lee", Aliases: []string{"Boss"}})
	ana := addPerson(t, j, "Ana Ruiz", "Annie")
	ben := addPerson(t, j, "Ben Okoro")
	do(
		t,
		j,
		notes.Person{
			Kind:   notes.KindOther,
			Name:   "李雷",
			Role:   "peer",
			Rhythm: notes.Rhythm{Every: 2, Fixed: true, Weekday: time.Friday, At: "10:00", Zone: "Europe/Berlin"},
		},
		notes.Person{Kind: notes.KindReport, Name: "Lars Holm", State: notes.StateLeft, Since: "2024-01-01", LeftOn: "2026-06-30", DeleteBy: "2027-06-30"},
		notes.Person{
			Kind: notes.KindReport, Name: "Nadia Haas", QuietUntil: "2026-12-09", Joined: "2026-10-12",
			Absences: notes.DaysOff{{From: "2026-08-03", To: "2026-08-21"}},
		},
	)
	keptGoals(t, j, c, ana, ben)
	keptNotes(t, j, c, ana, ben)
	keptPrompts(t, j, ana, ben)
	do(t, j, notes.SavedSearch{Name: "Hiring, not said", Query: `label:praise #hiring -"said" after:2026-01`})
}

func keptGoals(t *testing.T, j *Journal, c *clock, ana, ben notes.PersonID) {
	t.Helper()
	company := notes.CompanyGoalID(do(t, j, notes.CompanyGoal{Title: "Ship weekly", Why: "to learn sooner", Leader: ben})[0])
	do(t, j, notes.CompanyTalk{Company: company, Person: ana, On: "2026-10-01", Words: "smaller steps"})
	goal := notes.Goal{
		Person: ana, Title: "Lead platform", Why: "she asked to", Tag: "platform", Wanted: notes.Inquire,
		Start: "2026-09-01", Target: "2026-12-01", Company: company, StepInIf: "two releases slip", StepInAgreed: "2026-09-02",
	}
	goal.ID = notes.GoalID(do(t, j, goal,
		notes.Step{Text: "write the plan", Owner: notes.Them, Due: "2026-10-01", Done: "2026-09-28"},
		notes.Step{Text: "name a deputy", Owner: notes.Me, Order: 1},
		notes.Opportunity{Kind: notes.Workshop, Text: "platform days", State: notes.Booked, Date: "2027-01-12", Since: "2026-11-02"})[0])
	c.pass(24 * time.Hour)
	goal.Target, goal.Tag = "2027-02-01", "lead-platform"
	do(t, j, goal)
	gone := do(t, j, notes.Goal{Person: ben, Title: "Speak at a meetup"}, notes.Goal{Person: ben, Title: "By mistake"})
	do(t, j, notes.Delete{Kind: notes.KindGoal, ID: gone[0]}, notes.Purge{Kind: notes.KindGoal, ID: gone[1]})
	do(t, j, notes.Area{Person: ana, Tag: "hiring", Limits: "two of us see everybody"},
		notes.AreaLevel{Person: ana, Tag: "hiring", DatedLevel: notes.DatedLevel{From: "2026-01-01", Level: notes.Sell}},
		notes.AreaLevel{Person: ana, Tag: "hiring", DatedLevel: notes.DatedLevel{From: "2026-09-01", Level: notes.Agree}})
}

const everyLabel = "# One-on-one\r\n" +
	"todo: draft the plan #platform by 2026-12-01\n\ttodo me: ask legal (told 2026-11-02: they will not)\n- [x] book the room\n" +
	"decided Annie: Kafka it is #hiring\ndecided me: no Friday releases (reversed 2026-11-10: it was hers)\ndecided: which vendor\n" +
	"praise: calm in the outage — let the juniors speak — two fixes came from them (said)\nfeedback Ben: talked over Ana\n" +
	"idea: drop the Monday mail (trying 2026-11-05)\nneed: an hour with legal by 2026-11-20\nask: what should I stop doing?\n" +
	"topic: the demo (answered)\nstuck: waiting on the vendor\nstep in: the release slipped twice\nprivate: thinking about her pay\n" +
	"\ntodo Ana, Ben: \u00a0swap on call (done)\n```\ntodo: only an example\n```\nZoë said “no” 🙂\x00\u2028\n  trailing  "

func keptNotes(t *testing.T, j *Journal, c *clock, ana, ben notes.PersonID) {
	t.Helper()
	for i, n := range []notes.NewNote{
		{Person: ana, Kind: notes.HeldNote, Date: "2026-11-02", At: "09:30", Zone: "Europe/Berlin", Body: everyLabel},
		{Person: ana, Kind: notes.PlannedNote, Date: "2026-11-30", At: "10:00", Body: "ask: what would you choose?"},
		{Person: ben, Kind: notes.JournalNote, Date: "2026-11-12", Body: everyLabel},
		{Person: ben, Kind: notes.MissedNote, Date: "2026-11-10", CalledOff: "them"},
		{Person: 1, Kind: notes.JournalNote, Date: "2026-11-11", Body: "Team meeting\npraise Ana: ran it\nidea Ben: a wiki\n"},
		{Person: ben, Kind: notes.HeldNote, Date: "2026-11-03", Body: "in the trash #lost"},
	} {
		id := addNote(t, j, n.Person, n.Kind, n.Date, n.Body)
		if i == 2 {
			c.pass(10 * time.Minute)
			if _, err := j.SaveBody(id, 1, n.Body+"\nmore"); err != nil {
				t.Fatal(err)
			}
		}
		if i == 5 {
			do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(id)})
		}
	}
}

func keptPrompts(t *testing.T, j *Journal, ana, ben notes.PersonID) {
	t.Helper()
	n := must[notes.Note](t)(j.Note(1))
	do(t, j,
		notes.PromptEvent{
			Person: ana, Kind: "praise", Key: "p1", Text: "Have you told her?", Reason: "praise of 2 Nov", NoteUID: n.UID,
			Line: "praise: calm", Shown: "2026-11-03", Left: "2026-11-05", Outcome: notes.ActedOn,
		},
		notes.PromptEvent{
			Person: ana, Kind: "support", Key: "s1", ForThem: true, Text: "What is in the way?", Reason: "no need noted",
			Shown: "2026-11-20", Outcome: notes.InView,
		},
		notes.PromptMute{Person: ben, Kind: "growth", Muted: true}, notes.PromptMute{Person: ana, Kind: "ideas", Doubled: 2},
		notes.Verdict{NoteUID: n.UID, Line: "todo me: ask legal", Verdict: "mine to keep"},
		notes.ReviewEdit{Person: ana, NoteUID: n.UID, Line: "decided: kafka it is", Comment: "set the pattern", Place: "2026-11-01V"},
		notes.ReviewEdit{Person: ana, NoteUID: n.UID, Line: "praise: calm in the outage", Out: true},
		notes.OwnReview{Person: ana, From: "2026-07-01", To: "2026-12-31", Text: "I led the move.\n\nIt went well."},
		notes.SavedSearch{Name: "Praise for Ana", Query: "person:ana label:praise -kafka"},
		notes.PutSetting{Key: "theme", Value: "dark"}, notes.PutSetting{Key: "screen", Value: "person/2/notes"})
}
