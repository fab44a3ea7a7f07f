package storage

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"handback/notes"
)

// secret draws a word that nobody else says.
func secret(t *rapid.T, name string) string {
	stem := rapid.SampledFrom([]string{"quarz", "Žluťou", "größen", "Ωmegal", "жираф", "xylo", "señal", "İzmir"}).Draw(t, name)
	return stem + rapid.StringMatching(`[bcdfgh][aeiou][jklmnp][aeiou][qrstvw]`).Draw(t, name+" end")
}

// bytesOf are the bytes of the journal's files.
func bytesOf(t fataler, j *Journal) []byte {
	t.Helper()
	var all []byte
	for _, end := range []string{"", "-wal", "-shm"} {
		data, err := os.ReadFile(j.Path() + end)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	return all
}

// variants are the ways in which a word may stand in the file: as typed, as folded for the search, composed and taken apart.
func variants(word string) []string {
	all := []string{}
	for _, w := range []string{word, strings.ToLower(word), strings.ToUpper(word), notes.Fold(word), foldWord(word)} {
		all = append(all, w, norm.NFC.String(w), norm.NFD.String(w))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// others are the bodies, versions and rows of everybody else.
func others(t fataler, j *Journal, but notes.PersonID) string {
	t.Helper()
	rows, err := list(j.c, `SELECT 'note ' || id || ' ' || hex(body) FROM note WHERE person_id <> ?1
		UNION ALL SELECT 'version ' || r.id || ' ' || hex(r.body) FROM revision r JOIN note n ON n.id = r.note_id WHERE n.person_id <> ?1
		UNION ALL SELECT 'goal ' || id || ' ' || hex(title) || hex(why) FROM goal WHERE person_id <> ?1
		UNION ALL SELECT 'person ' || id || ' ' || hex(name) FROM person WHERE id <> ?1 ORDER BY 1`, []any{but}, scalar[string])
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(rows, "\n")
}

// aboutThem writes about a person wherever something can be written about them, each time with another word.
func aboutThem(t *rapid.T, j *Journal, c *clock, who, ben notes.PersonID) (words []string) {
	n := 0
	word := func() string {
		n++
		w := secret(t, fmt.Sprint("word ", n))
		words = append(words, w)
		return w
	}
	apply := func(rows ...notes.Row) []int64 {
		done, err := j.Apply(notes.Change{Rows: rows})
		if err != nil {
			t.Fatal(err)
		}
		return done.IDs
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "notes") {
		filler := strings.Repeat("some words that everybody says\n", rapid.IntRange(0, 400).Draw(t, "filler"))
		id := notes.NoteID(apply(notes.NewNote{
			Person: who, Kind: notes.HeldNote, Date: notes.Date("2026-11-01").AddDays(i),
			Body: "todo: " + word() + " #" + notes.Fold(word()) + "\n" + filler + "private: " + word() + " " + word() + "\n",
		})[0])
		c.pass(10 * time.Minute)
		if _, err := j.SaveBody(id, 1, "feedback: "+word()+"\n"+filler); err != nil {
			t.Fatal(err)
		}
		if rapid.Bool().Draw(t, "idle") {
			if err := j.Idle(); err != nil {
				t.Fatal(err)
			}
		}
		uid, err := one(j.c, "SELECT uid FROM note WHERE id = ?", scalar[string], id)
		if err != nil {
			t.Fatal(err)
		}
		apply(
			notes.PromptEvent{
				Person: who, Kind: "praise", Key: fmt.Sprint(i), Text: word(), Reason: word(), NoteUID: uid, Line: word(), Shown: "2026-11-03",
				Outcome: notes.InView,
			},
			notes.Verdict{NoteUID: uid, Line: word(), Verdict: "mine"},
			notes.ReviewEdit{Person: who, NoteUID: uid, Line: word(), Comment: word()},
		)
		if rapid.Bool().Draw(t, "trash") {
			apply(notes.Delete{Kind: notes.KindNote, ID: int64(id)})
		}
	}
	apply(notes.Goal{Person: who, Title: word(), Why: word(), StepInIf: word(), State: notes.GoalOpen}, notes.Step{
		Text:  word(),
		Owner: notes.Them,
	})
	apply(
		notes.Area{Person: who, Tag: "hiring", Limits: word()}, notes.Expectation{Person: who, Text: word()},
		notes.OwnReview{Person: who, From: "2026-01-01", To: "2026-06-30", Text: word()},
		notes.PutSetting{Key: notes.SettingForms, Value: word()},
		notes.SteppingIn{What: word(), Began: "2026-11-01", Help: notes.HelpAdvise, Reason: word(), People: []notes.PersonID{who}},
	)
	_ = ben
	return words
}

// TestNothingOfWhoIsErasedIsInTheFile erases somebody from journals of all kinds, and looks for each of their words in the
// bytes of the files, and in the terms of the indexes, which hold only the ends of words that begin alike.
func TestNothingOfWhoIsErasedIsInTheFile(t *testing.T) {
	t.Parallel() // it is long, and waits for the disk
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		c := newClock()
		j, err := Open(filepath.Join(dir, fmt.Sprint(n), FileName), Options{Now: c.now, Create: true})
		if err != nil {
			rt.Fatal(err)
		}
		defer j.Close() //nolint:errcheck // the file goes
		name := secret(rt, "first") + " " + secret(rt, "last")
		done, err := j.Apply(notes.Change{Rows: []notes.Row{
			notes.Person{Kind: notes.KindReport, Name: name, Aliases: []string{secret(rt, "nick")}},
			notes.Person{Kind: notes.KindReport, Name: "Ben Okoro"},
		}})
		if err != nil {
			rt.Fatal(err)
		}
		who, ben := notes.PersonID(done.IDs[0]), notes.PersonID(done.IDs[1])
		for i := range 3 {
			if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
				Person: ben, Kind: notes.JournalNote, Date: notes.Date("2026-11-05").AddDays(i),
				Body: strings.Repeat("todo: Ben's own words stay here\n", rapid.IntRange(1, 300).Draw(rt, "bens")),
			}}}); err != nil {
				rt.Fatal(err)
			}
		}
		words := append(aboutThem(rt, j, c, who, ben), strings.Fields(name)...)
		before := others(rt, j, who)
		done, err = j.Apply(notes.Change{Rows: []notes.Row{notes.Erase{Person: who}}})
		if err != nil || !done.Undo.IsZero() {
			rt.Fatalf("%v, %+v takes it back", err, done.Undo)
		}
		if after := others(rt, j, who); after != before {
			rt.Fatalf("others were\n%s\nand are\n%s", before, after)
		}
		if err := errors.Join(j.Idle(), j.CheckIndex()); err != nil {
			rt.Fatal(err)
		}
		data := bytesOf(rt, j)
		terms, err := indexedTerms(j)
		if err != nil {
			rt.Fatal(err)
		}
		for _, w := range words {
			for _, v := range variants(w) {
				if bytes.Contains(data, []byte(v)) {
					rt.Fatalf("%q is in the file", v)
				}
				if strings.Contains(terms, v) {
					rt.Fatalf("%q is in an index", v)
				}
			}
		}
	})
}

// indexedTerms are all terms of the search index.
func indexedTerms(j *Journal) (string, error) {
	if err := j.c.script("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, search, row)"); err != nil {
		return "", err
	}
	all, err := list(j.c, "SELECT term FROM temp.terms", nil, scalar[string])
	return strings.Join(all, "\n"), err
}

func TestErasingRewordsWhatNamesThemElsewhere(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Okoro")
	id := addNote(t, j, ben, notes.HeldNote, "2026-11-02", "todo: sit with Ana\r\nfeedback: Ana was right\r\nkept: Ana\r\nplain\r\n")
	c.pass(10 * time.Minute)
	if _, err := j.SaveBody(id, 1, "todo: sit with Ana\r\nfeedback: Ana was right\r\nkept: Ana\r\nplain\r\nmore\r\n"); err != nil {
		t.Fatal(err)
	}
	uid := must[notes.Note](t)(j.Note(id)).UID
	trashed := addNote(t, j, ben, notes.JournalNote, "2026-11-03", "Ana in the trash")
	goal := do(
		t, j, notes.Delete{Kind: notes.KindNote, ID: int64(trashed)}, notes.Goal{
			Person: ben, Title: "Take over from Ana",
			State: notes.GoalOpen,
		},
		notes.PromptEvent{
			Person: ben, Kind: "praise", Key: "k", Text: "What about Ana?", Reason: "x", Shown: "2026-11-03",
			Outcome: notes.InView,
		},
		notes.Verdict{NoteUID: uid, Line: "kept: ana", Verdict: "mine"}, notes.Verdict{NoteUID: uid, Line: "gone with ana", Verdict: "mine"},
		notes.PutSetting{Key: "search.last", Value: "what ana said"}, notes.PutSetting{Key: "theme", Value: "dark"},
	)[1]
	found := must[[]notes.Mention](t)(j.Mentions(ana))
	var e notes.Erase
	e.Person = ana
	for _, m := range found {
		switch {
		case strings.HasPrefix(m.Text, "todo"):
			e.Reworded = append(e.Reworded, notes.Reworded{Mention: m, New: "todo: sit with the team"})
		case strings.HasPrefix(m.Text, "feedback"):
			e.Reworded = append(e.Reworded, notes.Reworded{Mention: m, Gone: true})
		case m.Table == "goal":
			e.Reworded = append(e.Reworded, notes.Reworded{Mention: m, New: "Take over"})
		case m.Trashed:
			e.Reworded = append(e.Reworded, notes.Reworded{Mention: m, New: "somebody in the trash"})
		}
	}
	do(t, j, e)
	for what, c := range map[string]struct{ got, want string }{
		"the note":    {must[notes.Note](t)(j.Note(id)).Body, "todo: sit with the team\r\nkept: Ana\r\nplain\r\nmore\r\n"},
		"its version": {must[[]notes.Revision](t)(j.Revisions(id))[0].Body, "todo: sit with the team\r\nkept: Ana\r\nplain\r\nmore\r\n"},
		"the first":   {must[[]notes.Revision](t)(j.Revisions(id))[1].Body, "todo: sit with the team\r\nkept: Ana\r\nplain\r\n"},
		"the goal":    {must[notes.Goal](t)(j.Goal(notes.GoalID(goal))).Title, "Take over"},
		"the trash": {
			must[string](t)(one(j.c, "SELECT body || title FROM note WHERE id = ?", scalar[string], trashed)),
			"somebody in the trashsomebody in the trash",
		},
		"what was said of lines": {
			strings.Join(must[[]string](t)(list(j.c, "SELECT line FROM verdict", nil, scalar[string])), ","), "kept: ana",
		},
		"what was asked": {fmt.Sprint(len(must[[]notes.PromptEvent](t)(j.PromptHistory(ben)))), "0"},
		"the search":     {must[string](t)(j.Setting("search.last")), ""},
		"the theme":      {must[string](t)(j.Setting("theme")), "dark"},
	} {
		t.Run(what, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("it is %q", c.got)
			}
		})
	}
	where := saidAnywhere(t, j, "ana")
	if want := []string{
		"note.body", "note.who", "template.body", "revision.body", "verdict.line",
		"word.word",
	}; len(slices.DeleteFunc(where, func(w string) bool {
		return slices.Contains(want, w) || strings.HasPrefix(w,
			"search")
	})) > 0 { // a template analyses
		t.Errorf("the name stands in %q", where)
	}
}

func TestErasingIsAllOrNothing(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Okoro")
	addNote(t, j, ben, notes.HeldNote, "2026-11-02", "with Ana")
	do(t, j, notes.Goal{Person: ben, Title: "As Ana", State: notes.GoalOpen})
	m := must[[]notes.Mention](t)(j.Mentions(ana))
	before := dump(t, j)
	for name, c := range map[string]struct {
		erase notes.Erase
		want  error
	}{
		"a line that changed": {notes.Erase{Person: ana, Reworded: []notes.Reworded{{Mention: notes.Mention{
			Table:  "note",
			Column: "body", ID: m[0].ID, Line: 1, Text: "with Ann",
		}, New: "x"}}}, notes.ErrConflict},
		"a goal without a title": {notes.Erase{Person: ana, Reworded: []notes.Reworded{{Mention: m[0], New: "with"}, {
			Mention: m[1],
			Gone:    true,
		}}}, notes.Invalid{Field: "Line", Why: "This can't be empty. Enter a few words."}},
		"the manager": {notes.Erase{Person: 1}, notes.Invalid{
			Field: "Person",
			Why:   "You can't delete your own entry. Your own notes stay in this journal.",
		}},
		"nobody": {notes.Erase{Person: 99}, notes.ErrNotFound},
		"a column of nobody's": {notes.Erase{Person: ana, Reworded: []notes.Reworded{{Mention: notes.Mention{
			Table:  "note",
			Column: "uid", ID: m[0].ID,
		}}}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := j.Apply(notes.Change{Rows: []notes.Row{c.erase}})
			if err == nil || c.want != nil && !errors.Is(err, c.want) && err != c.want { //nolint:errorlint // Invalid is a value
				t.Errorf("it says %v", err)
			}
			if after := dump(t, j); after != before {
				t.Errorf("it left\n%s", after)
			}
		})
	}
}

// TestTheFileIsWipedAfterTheNextStart ends the program between the erasing and the wiping.
func TestTheFileIsWipedAfterTheNextStart(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Quillonia Zarvek")
	addNote(t, j, ana, notes.HeldNote, "2026-11-02", "todo: xylophoneword\n"+strings.Repeat("more words\n", 900))
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	do(t, j, notes.Erase{Person: ana})
	path := j.Path()
	if err := j.close(); err != nil { // as it is left by a kill
		t.Fatal(err)
	}
	j = must[*Journal](t)(Open(path, optionsOf(t, c.now)))
	defer j.Close() //nolint:errcheck // the test has said what it found
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"xylophone", "quillonia", "Zarvek"} {
		if bytes.Contains(bytesOf(t, j), []byte(word)) {
			t.Errorf("%q is in the file", word)
		}
	}
	if left := must[string](t)(j.Setting(erasedKey)); left != "" {
		t.Errorf("it would be wiped again: %q", left)
	}
}

// TestNoWordStaysInABigIndex erases somebody of years of notes: the index was one piece before, as it is after a quiet day, and
// kept words of what was deleted.
func TestNoWordStaysInABigIndex(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t)
	j, c := newJournal(t)
	r := rand.New(rand.NewSource(1)) //nolint:gosec // it is to be the same each time
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Okoro")
	var words []string
	var ids []notes.NoteID
	for i := range 250 {
		day := notes.Date("2024-01-01").AddDays(i)
		word := fmt.Sprintf("zq%05dxylo%d", i, r.Intn(1000))
		words = append(words, word)
		ids = append(ids, addNote(t, j, ana, notes.JournalNote, day, word+" "+strings.Repeat("filler ", r.Intn(1500))+"\ntodo: "+word))
		addNote(t, j, ben, notes.JournalNote, day, strings.Repeat("words of others ", r.Intn(300)))
		n := must[notes.Note](t)(j.Note(ids[r.Intn(len(ids))]))
		words = append(words, fmt.Sprintf("yp%05dtru%d", i, r.Intn(1000)))
		if _, err := j.SaveBody(n.ID, n.Rev, n.Body+"\n"+words[len(words)-1]+strings.Repeat(" more", r.Intn(1500))); err != nil {
			t.Fatal(err)
		}
		if c.pass(6 * time.Minute); r.Intn(10) == 0 {
			if err := j.Idle(); err != nil {
				t.Fatal(err)
			}
		}
	}
	do(t, j, notes.Erase{Person: ana})
	if err := errors.Join(j.Idle(), j.CheckIndex()); err != nil {
		t.Fatal(err)
	}
	data, left := bytesOf(t, j), 0
	for _, w := range words {
		if bytes.Contains(data, []byte(w)) {
			left++
		}
	}
	if left > 0 {
		t.Errorf("%d of %d words are left", left, len(words))
	}
}
