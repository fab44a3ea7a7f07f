package storage

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

// anyLine draws a line of any label, owner, date and state; what a label does not know stays text.
func anyLine(t *rapid.T) string {
	from := func(what string, choices ...string) string { return rapid.SampledFrom(choices).Draw(t, what) }
	label := string(rapid.SampledFrom(notes.Labels).Draw(t, "label"))
	return label + from("who", "", " me", " we", " Ana", " Ben", " Ana and Ben", " me for Ben") + ": " +
		from("text", "draft the plan", "the rota #lead", "a desk") + from("due", "", " by 2026-11-20", " by 2026-12-01") +
		from("state", "", "", "", " (done)", " (said)", " (told: no money)", " (dropped)", " (trying)", " (adopted)", " (met)",
			" (answered)", " (cleared)", " (reversed)", " (done 2026-11-10)")
}

// anyJournal is a journal of a few notes about Ana, Ben and the manager, several on a day.
func anyJournal(t *rapid.T, path string) (*Journal, *clock) {
	c := newClock()
	j, err := Open(path, Options{Now: c.now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	change := notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindReport, Name: "Ana"}, notes.Person{Kind: notes.KindReport, Name: "Ben"},
	}}
	kinds := []notes.NoteKind{notes.HeldNote, notes.HeldNote, notes.JournalNote, notes.PlannedNote}
	for range rapid.IntRange(1, 6).Draw(t, "notes") {
		change.Rows = append(change.Rows, notes.NewNote{
			Person: notes.PersonID(rapid.IntRange(1, 3).Draw(t, "person")), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"),
			Date: notes.Date("2026-11-18").AddDays(rapid.IntRange(0, 4).Draw(t, "day")),
			Body: strings.Join(rapid.SliceOfN(rapid.Custom(anyLine), 0, 6).Draw(t, "lines"), "\n"),
		})
	}
	if _, err := j.Apply(change); err != nil {
		t.Fatal(err)
	}
	return j, c
}

// TestTheIndexesHoldWhatTheRulesSay compares what is found by the columns and conditions of SQL with what the rules of
// package notes say of every line.
func TestTheIndexesHoldWhatTheRulesSay(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		j, c := anyJournal(rt, filepath.Join(dir, fmt.Sprint(n), FileName))
		defer j.Close() //nolint:errcheck // the file goes
		all, err := j.c.filed("ORDER BY i.note_date, i.note_id, i.line, i.person_id")
		if err != nil {
			rt.Fatal(err)
		}
		finds := func(name string, got []notes.Filed, err error, rule func(notes.Filed) bool) {
			rt.Helper()
			want := slices.DeleteFunc(slices.Clone(all), func(f notes.Filed) bool { return !rule(f) })
			if err != nil || !slices.Equal(keysOf(got), keysOf(want)) {
				rt.Errorf("%s finds %v, and by the rule it is %v (%v)", name, keysOf(got), keysOf(want), err)
			}
		}
		pending, err := j.c.filed("WHERE i.open = 1 ORDER BY i.note_date, i.note_id, i.line, i.person_id")
		finds("what is open", pending, err, func(f notes.Filed) bool { return f.Pending() })
		owed, err := j.IOwe()
		finds("what I owe", owed, err, func(f notes.Filed) bool { return f.IsOwed() })
		mine, err := j.OpenActions()
		finds("what I owe alone", mine, err, func(f notes.Filed) bool { return f.IsOwedByMe() })
		ideas, _, err := j.Ideas("2027-01-01", 1)
		slices.Reverse(ideas)
		finds("ideas that wait", ideas, err, func(f notes.Filed) bool { return f.Label == notes.Idea && f.Pending() })
		unsaid, _, err := j.OlderPraise(2, "2027-01-01")
		slices.Reverse(unsaid)
		finds("what is unsaid", unsaid, err, func(f notes.Filed) bool {
			return (f.Label == notes.Praise || f.Label == notes.Feedback) && f.Person == 2 && f.Pending()
		})
		checkPraise(rt, j, 2)
		facts, err := j.Facts(2, c.now())
		finds("what is new", facts.Since, err, func(f notes.Filed) bool {
			return f.Person == 2 && f.NoteDate >= facts.SinceDay() && (facts.LastHeld == nil || f.Note == facts.LastHeld.ID ||
				f.NoteDate > facts.LastHeld.Date || f.NoteKind != notes.HeldNote || f.NotePerson != 2)
		})
		checkRoster(rt, j, c, pending)
	})
}

// checkPraise compares what the Praise screen reads first with the whole log.
func checkPraise(t *rapid.T, j *Journal, id notes.PersonID) {
	const since, each = "2026-01-01", 2
	log, err := j.PraiseLog(id, since)
	if err != nil {
		t.Fatal(err)
	}
	var want, marks []notes.Filed
	seen := map[notes.Label]int{}
	for _, f := range log {
		marks = append(marks, notes.Filed{Item: notes.Item{Label: f.Label, Actor: f.Actor, State: f.State}, NoteDate: f.NoteDate})
		if f.Actor == notes.Me {
			continue
		}
		if seen[f.Label]++; seen[f.Label] <= each || f.Pending() {
			want = append(want, f)
		}
	}
	got, err := j.NewestPraise(id, since, each)
	if err != nil || !slices.Equal(keysOf(got), keysOf(want)) {
		t.Errorf("the newest praise is %v, and by the rule %v (%v)", keysOf(got), keysOf(want), err)
	}
	byMark := func(a, b notes.Filed) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) }
	read, err := j.PraiseMarks(id, since)
	slices.SortFunc(read, byMark)
	slices.SortFunc(marks, byMark)
	if err != nil || !reflect.DeepEqual(read, marks) {
		t.Errorf("the marks are %v, and by the log %v (%v)", read, marks, err)
	}
}

// checkRoster compares the roster with what it is of everything that is pending, whatever its label.
func checkRoster(t *rapid.T, j *Journal, c *clock, pending []notes.Filed) {
	roster, err := j.Roster(c.now())
	if err != nil {
		t.Fatal(err)
	}
	people, err := j.People()
	want := notes.RosterOf(people, pending, notes.DateOf(c.now()))
	for i := range want {
		want[i].Planned, want[i].LastHeld, want[i].Before = roster[i].Planned, roster[i].LastHeld, roster[i].Before
	}
	if err != nil || !reflect.DeepEqual(roster, want) {
		t.Errorf("the roster is %+v, and by the rule %+v (%v)", roster, want, err)
	}
}

func keysOf(items []notes.Filed) []string {
	var keys []string
	for _, f := range items {
		keys = append(keys, fmt.Sprintf("%d:%d:%d %s", f.Note, f.Line, f.Person, f.Raw))
	}
	return keys
}
