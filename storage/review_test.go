package storage

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/review"
)

// anyReviewLine is anyLine and what no pack may hold: private lines, what stands below them, prose.
func anyReviewLine(t *rapid.T) string {
	line := anyLine(t)
	switch rapid.IntRange(0, 20).Draw(t, "kind of line") {
	case 13, 14: // private behind the label, or in what became of it
		return rapid.SampledFrom([]string{
			"praise: private: a SECRET (said)", "feedback: private: a SECRET (said)", "decided Ana, Ben: private: a SECRET",
			"todo: private: a SECRET (done 2026-02-03)", "todo me: private: a SECRET (done 2026-02-03)",
			"feedback: the demo — private: a SECRET — it went on (said)", "idea: a wiki (adopted 2026-02-03: private: a SECRET)",
			"praise: calm (rewarded 2026-02-03: private: a SECRET)", "need: private: a SECRET by 2026-02-01 (met 2026-02-03)",
		}).Draw(t, "private inside")
	case 15, 16, 17, 18, 19, 20: // about the person, or somebody else by any name
		label := rapid.SampledFrom([]string{"praise: ", "feedback: ", "decided Ana: ", "decided Ben: "}).Draw(t, "what was")
		line = label + rapid.SampledFrom([]string{
			"Ana Ruiz shipped it", "Ana Jones decided to ship", "let Okoro talk", "let Ruiz talk", "helped Ben Okoro",
			"because Ana knows Kafka", "Ana always helps", "she was calm", "thanked her for the talk", "Ruiz wrote it", "Ben ran it", "they stayed",
		}).Draw(t, "about whom")
		if strings.HasPrefix(label, "decided") {
			return line
		}
		return line + rapid.SampledFrom([]string{" (said)", " (said 2026-02-03)"}).Draw(t, "was said")
	case 0:
		return "private: " + line
	case 1:
		return "private\n  " + line
	case 2:
		return "Ana was here, " + line
	case 3:
		return "- [x] " + line
	case 4, 5:
		label := rapid.SampledFrom([]string{"praise", "feedback"}).Draw(t, "of what was said")
		return label + ": the demo broke — she stayed — it went on" + rapid.SampledFrom([]string{"", " (said)", " (said 2026-02-03)"}).Draw(t, "said")
	case 6, 7, 8, 9, 10, 11: // of each part one
		return rapid.SampledFrom([]string{
			"decided Ana, Ben: the bus it is", "todo: a plan (done 2026-02-03)", "todo: a plan by 2026-02-02 (done 2026-02-03)",
			"praise: calm (said)", "idea: a wiki (adopted 2026-02-03)", "todo me: a desk (done 2026-02-03)", "feedback: it ran over (said)",
		}).Draw(t, "one of each part")
	}
	return line
}

// anyReviewed is a journal of notes of every kind over a year and a half, with goals and areas.
func anyReviewed(t *rapid.T, path string) (*Journal, *clock) {
	c := newClock()
	j, err := Open(path, Options{Now: c.now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	day := func() notes.Date { return notes.Date("2025-07-01").AddDays(rapid.IntRange(0, 520).Draw(t, "day")) }
	change := notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.She},
		notes.Person{Kind: notes.KindReport, Name: "Ben Okoro"},
		notes.Goal{Person: 2, Title: "Lead platform", Tag: "lead", State: notes.GoalReached, Closed: day()},
		notes.Step{Text: "write the plan", Owner: notes.Them, Done: day()},
		notes.Step{Text: "private: a SECRET", Owner: notes.Them, Done: day()},
		notes.AreaLevel{Person: 2, Tag: "hiring", DatedLevel: notes.DatedLevel{From: "2025-01-01", Level: notes.Sell}},
		notes.AreaLevel{Person: 2, Tag: "hiring", DatedLevel: notes.DatedLevel{From: day(), Level: notes.Advise}},
	}}
	kinds := []notes.NoteKind{notes.HeldNote, notes.HeldNote, notes.JournalNote, notes.PlannedNote, notes.MissedNote}
	change.Rows = append(change.Rows, notes.NewNote{Person: 2, Kind: notes.HeldNote, Date: "2026-01-15", Body: linesOfEachPart})
	for range rapid.IntRange(1, 8).Draw(t, "notes") {
		change.Rows = append(change.Rows, notes.NewNote{
			Person: notes.PersonID(rapid.IntRange(1, 3).Draw(t, "person")), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"),
			Date: day(), Body: strings.Join(rapid.SliceOfN(rapid.Custom(anyReviewLine), 0, 7).Draw(t, "lines"), "\n"),
		})
	}
	if _, err := j.Apply(change); err != nil {
		t.Fatal(err)
	}
	return j, c
}

// TestEveryLineOfAPackStandsInItsNote holds every line of packs of random journals against the text of the note that it
// names: the line stands there, is filed for the person, is not private, is no feedback or praise that was not said. Read by
// the indexes it is the pack that the rules make of all lines.
func TestEveryLineOfAPackStandsInItsNote(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		j, c := anyReviewed(rt, filepath.Join(dir, fmt.Sprint(n), FileName))
		defer j.Close() //nolint:errcheck // the file goes
		today := notes.DateOf(c.now())
		period := review.PeriodOf(rapid.SampledFrom(review.Kinds).Draw(rt, "period"), "2025-09-01", "2026-05-31", today)
		person := notes.PersonID(rapid.IntRange(2, 3).Draw(rt, "whose"))
		facts, err := j.Review(person, period.From, period.Last(today))
		if err != nil {
			rt.Fatal(err)
		}
		pack := review.Show(facts, period, today)
		for _, part := range pack.Parts {
			for _, l := range part.Lines {
				checkLine(rt, j, pack, part.Kind, l)
			}
		}
		checkFound(rt, j, facts, pack)
		checkWritten(rt, pack)
		checkForThem(rt, pack, review.ShowForThem(pack, notes.NewNames(mustPeople(rt, j)), 1))
	})
}

// linesOfEachPart are lines of which one at least goes into each part of a pack.
const linesOfEachPart = `decided Ana: one queue
todo Ana: measure the night shift (done 2026-02-01)
todo Ana: send the plan by 2026-01-30 (done 2026-01-29)
todo me: ask finance (done 2026-02-02)
praise: ran the review (said 2026-01-16)
idea: rotate the lead (adopted 2026-02-03)
feedback: late with the plan — told nobody — we waited (said 2026-01-17)
`

// TestAPackOfEverythingHasEveryPart is what the random packs are measured on: none of the parts is out of their reach.
func TestAPackOfEverythingHasEveryPart(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	do(t, j, notes.Goal{Person: ana, Title: "Lead platform", Tag: "lead", State: notes.GoalReached, Closed: "2026-03-01"})
	addNote(t, j, ana, notes.HeldNote, "2026-01-15", linesOfEachPart)
	today := notes.DateOf(c.now())
	period := review.PeriodOf(review.Since, "2026-01-01", "", today)
	pack := review.Show(must[notes.ReviewFacts](t)(j.Review(ana, period.From, period.Last(today))), period, today)
	seen := map[review.PartKind]int{}
	for _, part := range pack.Parts {
		seen[part.Kind] += len(part.Lines)
	}
	for k := review.Decided; k <= review.Told; k++ {
		if seen[k] == 0 {
			t.Errorf("the pack has no line of part %d: %v", k, seen)
		}
	}
}

func mustPeople(t *rapid.T, j *Journal) []notes.Person {
	people, err := j.People()
	if err != nil {
		t.Fatal(err)
	}
	return people
}

func checkLine(t *rapid.T, j *Journal, pack review.Pack, k review.PartKind, l review.Line) {
	today := pack.Today
	if l.Day < pack.Period.From || l.Day > pack.Period.Last(today) {
		t.Errorf("%q of %s is in %+v", l.Says, l.Day, pack.Period)
	}
	if !l.HasNote() {
		if k != review.Grew || l.Goal == 0 && l.Area == "" {
			t.Errorf("%+v names nothing", l)
		}
		return
	}
	n, err := j.Note(l.Note)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(n.Body, "\n")
	if l.Filed.Line < 1 || l.Filed.Line > len(lines) || lines[l.Filed.Line-1] != l.Raw || n.UID != l.UID || n.Date != l.NoteDate {
		t.Errorf("%q is not line %d of %q", l.Raw, l.Filed.Line, n.Body)
		return
	}
	if notes.Hidden(n.Body)[l.Filed.Line-1] {
		t.Errorf("%q is private in %q", l.Raw, n.Body)
	}
	if !saysAll(l.Raw, l.Says) || !saysAll(l.Raw, l.Remark) {
		t.Errorf("%q does not say %q and %q", l.Raw, l.Says, l.Remark)
	}
	in := notes.Context{Date: n.Date, Person: n.Person, Me: 1, Names: notes.NewNames(mustPeople(t, j))}
	mine := slices.ContainsFunc(notes.Parse(n.Body, in), func(i notes.Item) bool {
		return i.Line == l.Filed.Line && i.Label == l.Label && slices.Contains(i.People, pack.Person.ID)
	})
	if !mine {
		t.Errorf("%q is not filed for %s", l.Raw, pack.Person.Name)
	}
	if (l.Label == notes.Feedback || l.Label == notes.Praise) && l.State != notes.Said && l.State != notes.Rewarded {
		t.Errorf("%q was not said", l.Raw)
	}
}

// saysAll reports whether all words of what is said stand in a line, one behind the other and with nothing between them but
// signs.
func saysAll(line, said string) bool {
	words := func(s string) string {
		of := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		return " " + strings.Join(of, " ") + " "
	}
	return said == "" || strings.Contains(words(line), words(said))
}

// checkWritten holds the pack as it leaves the journal, line by line and as sentences, against its lines.
func checkWritten(t *rapid.T, pack review.Pack) {
	lines, prose := pack.Document(""), pack.Prose("")
	if len(lines.Parts) != len(pack.Parts) || len(prose.Parts) != len(pack.Parts) {
		t.Fatalf("%d parts, written are %d and %d", len(pack.Parts), len(lines.Parts), len(prose.Parts))
	}
	for i, part := range pack.Parts {
		said := strings.Join(prose.Parts[i].Prose, " ")
		for k, l := range part.Lines {
			day := notes.SayDate(l.Day, pack.Today)
			if w := lines.Parts[i].Lines[k]; w.Text != l.Says || !strings.HasPrefix(w.Rest, day) || !strings.HasSuffix(w.Rest, l.Rest) {
				t.Errorf("%+v is written as %+v", l, w)
			}
			at := strings.Index(said, l.Says)
			if at < 0 || l.Remark != "" && l.HasNote() && part.Kind != review.Did && part.Kind != review.Told && part.Kind != review.Promised &&
				part.Kind != review.Owed && !saysAll(said[at:], l.Remark) {
				t.Errorf("%q does not say %q and %q", said, l.Says, l.Remark)
			} else {
				said = said[at+len(l.Says):]
			}
		}
	}
	checkOpen(t, lines)
	checkOpen(t, prose)
}

// checkOpen holds that nothing private is in what leaves the journal.
func checkOpen(t *rapid.T, d document.Document) {
	if s := fmt.Sprint(d); strings.Contains(s, "SECRET") || strings.Contains(strings.ToLower(s), "private") {
		t.Errorf("private: %s", s)
	}
}

// checkForThem holds what the page for the person may not hold, and that it says nothing but what the pack says: as it is
// written, or with You and the verb behind it in the place of the person.
func checkForThem(t *rapid.T, pack review.Pack, page review.ForThem) {
	checkOpen(t, page.Document)
	whose := page.Document.Whose
	others := map[string][]string{"Ana Ruiz": {"Ben", "Okoro"}, "Ben Okoro": {"Ana", "Ruiz"}}[whose]
	was := map[string]bool{}
	for _, part := range pack.Parts {
		for _, l := range part.Lines {
			was[l.Says] = true
		}
	}
	yours := map[string]string{ // of the lines that begin with them
		"You shipped it": "Ana Ruiz shipped it", "You always help": "Ana always helps", "You were calm": "She was calm",
		"You ran it": "Ben ran it",
		"You stayed": "They stayed", "The demo broke. You stayed. It went on.": "The demo broke. She stayed. It went on.",
	}
	for _, part := range page.Document.Parts {
		for _, l := range part.Lines {
			if slices.ContainsFunc(others, func(o string) bool { return strings.Contains(l.Text+l.Rest, o) }) || l.Comment != "" {
				t.Errorf("%+v is not for %s", l, whose)
			}
			plain := strings.TrimSuffix(strings.TrimPrefix(l.Text, "“"), "”")
			if !was[plain] && !was[yours[plain]] {
				t.Errorf("%q is said to %s, and the pack holds %q", l.Text, whose, slices.Collect(maps.Keys(was)))
			}
		}
	}
}

// checkFound makes the pack of all lines there are, and finds the same as by the queries.
func checkFound(t *rapid.T, j *Journal, facts notes.ReviewFacts, got review.Pack) {
	all, err := j.c.filed("WHERE i.person_id = ? ORDER BY i.note_date, i.note_id, i.line", facts.Person.ID)
	if err != nil {
		t.Fatal(err)
	}
	facts.Lines = all
	if want := review.Show(facts, got.Period, got.Today); !reflect.DeepEqual(got, want) {
		t.Errorf("by the queries it is\n%+v\nby the rules\n%+v", got, want)
	}
}

// reviewed is a journal with a note about Ana and an edit of each kind.
func reviewed(t *testing.T) (j *Journal, ana notes.PersonID, note notes.NoteID) {
	t.Helper()
	j, _ = newJournal(t)
	ana = addPerson(t, j, "Ana")
	note = addNote(t, j, ana, notes.HeldNote, "2026-11-02", "decided Ana: Kafka it is\ntodo Ana: draft the plan (done)\nidea: a wiki\n")
	uid := must[notes.Note](t)(j.Note(note)).UID
	do(t, j,
		notes.ReviewEdit{Person: ana, NoteUID: uid, Line: "decided: kafka it is", Comment: "set the pattern"},
		notes.ReviewEdit{Person: ana, NoteUID: uid, Line: "todo: draft the plan", Out: true},
		notes.ReviewEdit{Person: ana, NoteUID: uid, Line: "idea: a wiki", Place: "2026V"},
		notes.OwnReview{Person: ana, From: "2026-07-01", To: "2026-12-31", Text: "I led the move."})
	return j, ana, note
}

func editsOf(t *testing.T, j *Journal, id notes.PersonID) notes.ReviewFacts {
	t.Helper()
	return must[notes.ReviewFacts](t)(j.Review(id, "2026-07-01", "2026-12-31"))
}

func TestWhatWasDoneForAReviewIsKeptAndTakenBack(t *testing.T) {
	j, ana, _ := reviewed(t)
	before := dump(t, j)
	f := editsOf(t, j, ana)
	if len(f.Edits) != 3 || len(f.Gone) != 0 || f.Edits[0].Comment != "set the pattern" || !f.Edits[1].Out || f.Edits[2].Place == "" {
		t.Fatalf("%+v, gone %+v", f.Edits, f.Gone)
	}
	e := f.Edits[0]
	e.Comment, e.Out = "", false // nothing is left of it
	o := notes.OwnReview{Person: ana, From: "2026-07-01", To: "2026-12-31"}
	done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{e, o}}))
	if f = editsOf(t, j, ana); len(f.Edits) != 2 || must[string](t)(j.OwnReview(ana, o.From, o.To)) != "" {
		t.Errorf("taken away: %+v", f.Edits)
	}
	redo := must[notes.Applied](t)(j.Apply(done.Undo))
	if after := dump(t, j); after != before {
		t.Errorf("undone it is\n%s\nand was\n%s", after, before)
	}
	must[notes.Applied](t)(j.Apply(redo.Undo))
	if f = editsOf(t, j, ana); len(f.Edits) != 2 {
		t.Errorf("done again: %+v", f.Edits)
	}
}

func TestAnUndoOfAReviewThatComesLateIsRefused(t *testing.T) {
	j, ana, _ := reviewed(t)
	e := editsOf(t, j, ana).Edits[0]
	o := notes.OwnReview{Person: ana, From: "2026-07-01", To: "2026-12-31", Text: "one"}
	for name, rows := range map[string][2]notes.Row{
		"a comment": {with(e, "one"), with(e, "two")}, "their own review": {o, notes.OwnReview{Person: ana, From: o.From, To: o.To, Text: "two"}},
	} {
		t.Run(name, func(t *testing.T) {
			done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{rows[0]}}))
			do(t, j, rows[1])
			before := dump(t, j)
			if _, err := j.Apply(done.Undo); !errors.Is(err, notes.ErrConflict) || dump(t, j) != before {
				t.Errorf("%v", err)
			}
		})
	}
}

func with(e notes.ReviewEdit, comment string) notes.ReviewEdit { e.Comment = comment; return e }

func TestALineThatWasRewordedLetsItsEditGoButKeepsIt(t *testing.T) {
	j, ana, note := reviewed(t)
	rewrite := func(body string) notes.ReviewFacts {
		n := must[notes.Note](t)(j.Note(note))
		must[int64](t)(j.SaveBody(note, n.Rev, body))
		return editsOf(t, j, ana)
	}
	// A line that something became of is the same line, as is one that was moved or got a tag.
	if f := rewrite("todo Ana: draft the plan #lead (done 2026-11-20)\nidea: A  wiki (adopted)\n\ndecided Ana: Kafka is it\n"); len(f.Gone) != 1 ||
		f.Gone[0].Comment != "set the pattern" {
		t.Errorf("gone: %+v", f.Gone)
	}
	if f := rewrite("decided Ana: Kafka it is\ntodo Ana: draft the plan (done)\nidea: a wiki\n"); len(f.Gone) != 0 || len(f.Edits) != 3 {
		t.Errorf("back again, gone: %+v", f.Gone)
	}
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(note)})
	if f := editsOf(t, j, ana); len(f.Edits)+len(f.Gone) != 0 {
		t.Errorf("in the trash: %+v", f)
	}
	do(t, j, notes.Restore{Kind: notes.KindNote, ID: int64(note)})
	if f := editsOf(t, j, ana); len(f.Edits) != 3 || len(f.Gone) != 0 {
		t.Errorf("restored: %+v", f)
	}
}

func TestErasureTakesReviewsWithIt(t *testing.T) {
	left := func(t *testing.T, j *Journal) (n int) {
		t.Helper()
		if err := j.c.row("SELECT (SELECT count(*) FROM review_line) + (SELECT count(*) FROM own_review)", nil, &n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	t.Run("of the person", func(t *testing.T) {
		j, ana, _ := reviewed(t)
		do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
		if n := left(t, j); n != 0 {
			t.Errorf("%d rows outlive the person", n)
		}
	})
	t.Run("of the note", func(t *testing.T) {
		j, _, note := reviewed(t)
		do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(note)})
		if n := left(t, j); n != 1 {
			t.Errorf("%d rows, and only their own review has no note", n)
		}
	})
	t.Run("of another person's note", func(t *testing.T) {
		j, ana, _ := reviewed(t)
		ben := addPerson(t, j, "Ben")
		n := must[notes.Note](t)(j.Note(addNote(t, j, ben, notes.HeldNote, "2026-11-03", "praise Ana: calm (said)\n")))
		do(t, j, notes.ReviewEdit{Person: ana, NoteUID: n.UID, Line: "praise: calm", Out: true})
		do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ben)})
		if n := left(t, j); n != 4 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("of what stands in rows", func(t *testing.T) {
		j, ana, _ := reviewed(t)
		ids := do(t, j, notes.Goal{Person: ana, Title: "Lead"}, notes.Step{Text: "a step"},
			notes.Opportunity{Kind: notes.Workshop, Text: "days", State: notes.Booked}, notes.Area{Person: ana, Tag: "hiring"})
		g := must[notes.Goal](t)(j.Goal(notes.GoalID(ids[0])))
		areas := must[[]notes.Area](t)(j.Areas(ana))
		for _, uid := range []string{g.UID, g.Steps[0].UID, g.Opportunities[0].UID, areas[0].UID} {
			do(t, j, notes.ReviewEdit{Person: ana, NoteUID: uid, Line: "goal: x", Out: true})
		}
		do(t, j, notes.Purge{Kind: notes.KindStep, ID: ids[1]})
		if n := left(t, j); n != 7 {
			t.Errorf("%d rows after the step", n)
		}
		do(t, j, notes.Purge{Kind: notes.KindArea, ID: ids[3]}, notes.Purge{Kind: notes.KindGoal, ID: ids[0]})
		if n := left(t, j); n != 4 {
			t.Errorf("%d rows after goal and area", n)
		}
	})
}

func TestReviewsOfTwoEntriesAreBroughtTogether(t *testing.T) {
	j, ana, _ := reviewed(t)
	again := addPerson(t, j, "Ana R")
	both := must[notes.Note](t)(j.Note(addNote(t, j, ana, notes.HeldNote, "2026-11-04", "praise Ana, Ana R: calm (said)\n")))
	own := notes.OwnReview{Person: again, From: "2026-07-01", To: "2026-12-31", Text: "I ran the audit."}
	do(t, j, own, notes.OwnReview{Person: again, From: "2026-01-01", To: "", Text: "So far."},
		notes.ReviewEdit{Person: ana, NoteUID: both.UID, Line: "praise: calm", Comment: "one"},
		notes.ReviewEdit{Person: again, NoteUID: both.UID, Line: "praise: calm", Comment: "two", Out: true})
	before := dump(t, j)
	done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.MergePeople{From: again, Into: ana}}}))
	if got := must[string](t)(j.OwnReview(ana, own.From, own.To)); got != "I led the move.\n\nI ran the audit." {
		t.Errorf("their own review is %q", got)
	}
	if got := must[string](t)(j.OwnReview(ana, "2026-01-01", "")); got != "So far." {
		t.Errorf("their other review is %q", got)
	}
	f := editsOf(t, j, ana)
	if e := f.Edits[len(f.Edits)-1]; len(f.Edits) != 4 || e.Comment != "one / two" || !e.Out {
		t.Errorf("%+v", f.Edits)
	}
	must[notes.Applied](t)(j.Apply(done.Undo))
	if after := dump(t, j); after != before {
		t.Errorf("taken apart it is\n%s\nand was\n%s", after, before)
	}
}

func TestWhatIsHeldAboutSomebodyIsRead(t *testing.T) {
	j, ana, _ := reviewed(t)
	ben := addPerson(t, j, "Ben")
	addNote(t, j, ben, notes.HeldNote, "2026-11-03", "praise Ana: calm\nnothing about her\n")
	addNote(t, j, ben, notes.HeldNote, "2026-11-05", "only Ben\n")
	addNote(t, j, ana, notes.JournalNote, "2025-03-01", "long ago\n")
	d := must[notes.Disclosed](t)(j.Disclosed(ana, "2026-01-01", "2026-12-31"))
	if len(d.Notes) != 1 || len(d.Others) != 1 || len(d.Filed) != 1 || d.Filed[0].Line != 1 {
		t.Errorf("%+v", d)
	}
	if len(d.Own) != 1 || d.Own[0].Text != "I led the move." || len(d.Trashed) != 0 {
		t.Errorf("their own reviews %+v, in the trash %+v", d.Own, d.Trashed)
	}
	gone := addNote(t, j, ana, notes.JournalNote, "2024-03-01", "she is late again\n")
	do(t, j, notes.OwnReview{Person: ana, From: "2024-01-01", To: "2024-06-30", Text: "Of old."},
		notes.Delete{Kind: notes.KindNote, ID: int64(gone)})
	d = must[notes.Disclosed](t)(j.Disclosed(ana, "2026-01-01", "2026-12-31"))
	if len(d.Own) != 2 || d.Own[0].Text != "Of old." || len(d.Trashed) != 1 || d.Trashed[0].Body != "she is late again\n" {
		t.Errorf("their own reviews %+v, in the trash %+v", d.Own, d.Trashed)
	}
	if d = must[notes.Disclosed](t)(j.Disclosed(ana, "", "")); len(d.Notes) != 2 {
		t.Errorf("ever: %d notes", len(d.Notes))
	}
	if first := must[notes.Date](t)(j.FirstNoted(ana)); first != "2025-03-01" {
		t.Errorf("first noted %s", first)
	}
	if first := must[notes.Date](t)(j.FirstNoted(addPerson(t, j, "Chidi"))); first != "" {
		t.Errorf("of nobody %s", first)
	}
}
