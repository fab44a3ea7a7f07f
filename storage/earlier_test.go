package storage

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// olderJournal is a copy of a journal that was filled by a program with the first grammar. Some of its lines read
// otherwise now.
func olderJournal(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	packed := must[*os.File](t)(os.Open(filepath.Join("testdata", "grammar-1.db.gz")))
	defer packed.Close() //nolint:errcheck // it was only read
	z := must[*gzip.Reader](t)(gzip.NewReader(packed))
	try(t, os.WriteFile(path, must[[]byte](t)(io.ReadAll(z)), 0o600))
	return path
}

// whatIsFiled is what every item row says, but for how much of its line is its text.
func whatIsFiled(t *testing.T, c *conn) []string {
	t.Helper()
	return must[[]string](t)(list(c, `SELECT concat_ws('|', note_id, line, person_id, label, note_date, open, owed, coalesce(actor, '-'),
		coalesce(due, '-'), state, coalesce(state_date, '-'), people, tags) FROM item ORDER BY note_id, line, person_id`, nil, scalar[string]))
}

// filedInFile is whatIsFiled in a file that nobody has open.
func filedInFile(t *testing.T, path string) []string {
	t.Helper()
	c := must[*conn](t)(openConn(readable(path, true)))
	rows := whatIsFiled(t, c)
	try(t, c.close())
	return rows
}

func openOlder(t *testing.T, path string) *Journal {
	t.Helper()
	j := must[*Journal](t)(openAt(path, false))
	t.Cleanup(func() { _ = j.Close() })
	return j
}

// A decided line could have no date before: what it says keeps its meaning until the manager decides.
func TestADateThatADecidedLineHadAsTextWaitsForAnAnswer(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(openAt(path, true))
	ana := addPerson(t, j, "Ana Ruiz")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "decided Ana: Kafka by 4 Dec\ndecided Ana: NATS until 4 Dec\ntodo: ship it by 4 Dec")
	try(t, j.script("UPDATE item SET due = NULL, text = text || ' by 4 Dec' WHERE line = 1; UPDATE reading SET grammar = 2"))
	try(t, j.Close())
	j = openOlder(t, path)
	list := rereadings(t, j)
	if len(list) != 1 || list[0].Line != 1 || list[0].Before.Due != "" || list[0].After.Due != "2026-12-04" {
		t.Fatalf("waiting: %+v", list)
	}
	if f := must[notes.PromptFacts](t)(j.PromptFacts(ana, newClock().at.AddDate(0, 1, 0))); len(f.Revisit) > 0 {
		t.Errorf("asked about before it is decided: %+v", f.Revisit)
	}
	do(t, j, notes.TakeNewReading{Note: list[0].Note, Line: list[0].Raw})
	if f := must[notes.PromptFacts](t)(j.PromptFacts(ana, newClock().at.AddDate(0, 1, 0))); len(f.Revisit) != 1 {
		t.Errorf("not asked about: %+v", f.Revisit)
	}
}

func rereadings(t *testing.T, j *Journal) []notes.Rereading {
	t.Helper()
	return must[[]notes.Rereading](t)(j.Rereadings())
}

// counts are the open and owed items of each person, and those of each note, as lists count them.
func counts(t *testing.T, c *conn) []string {
	t.Helper()
	return must[[]string](t)(list(c, `SELECT concat_ws('|', 'person', person_id, label, count(*), sum(open), sum(owed)) FROM item
		GROUP BY person_id, label UNION ALL SELECT concat_ws('|', 'note', id, open) FROM note ORDER BY 1`, nil, scalar[string]))
}

// olderJournals are journals of each schema before this one, each with lines that read otherwise now.
func olderJournals(t *testing.T) map[string]string {
	t.Helper()
	paths := map[string]string{"grammar 1": olderJournal(t)}
	for schema := 1; schema <= 4; schema++ {
		paths[fmt.Sprint("schema ", schema)] = withOlderLines(t, keptJournal(t, schema))
	}
	return paths
}

// withOlderLines adds a note of Ana's as an older program filed it.
func withOlderLines(t *testing.T, path string) string {
	t.Helper()
	c := must[*conn](t)(openConn(writable(path)))
	body := "- [ ] Ben to check the logs\nrisk: late\ntodo: none\n"
	for _, s := range []string{
		`INSERT INTO note (uid, person_id, kind, date, open, who, search_id, made_at, updated_at, body)
			VALUES ('older', 2, 'held', '2026-10-05', 2, 'ltodo p2', 888888888, 0, 0, '` + body + `')`,
		`INSERT INTO search (rowid, body, who) VALUES (888888888, '` + body + `', 'ltodo p2')`,
		`INSERT INTO item (note_id, line, person_id, label, note_date, open, owed, actor, state, remark, people, tags, text, raw_at, raw_length)
			SELECT id, 1, 2, 'todo', date, 1, 0, 'them', '', '', '', '', 'Ben to check the logs', 0, 27 FROM note WHERE uid = 'older'`,
		`INSERT INTO item (note_id, line, person_id, label, note_date, open, owed, actor, state, remark, people, tags, text, raw_at, raw_length)
			SELECT id, 3, 2, 'todo', date, 1, 0, 'them', '', '', '', '', 'none', 39, 10 FROM note WHERE uid = 'older'`,
	} {
		try(t, c.script(s))
	}
	try(t, c.close())
	return path
}

func TestNothingOfAnOlderJournalMovesUntilDecided(t *testing.T) {
	for name, path := range olderJournals(t) {
		t.Run(name, func(t *testing.T) {
			c := must[*conn](t)(openConn(readable(path, true)))
			filed, counted := whatIsFiled(t, c), counts(t, c)
			try(t, c.close())
			for range 2 { // at the next start, too
				j := openOlder(t, path)
				same(t, "filed", whatIsFiled(t, j.c), filed)
				same(t, "counted", counts(t, j.c), counted)
				try(t, j.CheckIndex())
				try(t, j.Rebuild())
				same(t, "filed, rebuilt", whatIsFiled(t, j.c), filed)
				if len(rereadings(t, j)) < 3 {
					t.Errorf("%d lines are to decide", len(rereadings(t, j)))
				}
				try(t, j.Close())
			}
		})
	}
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, row := range got {
		if !slices.Contains(want, row) {
			t.Errorf("%s: %s is new", what, row)
		}
	}
	for _, row := range want {
		if !slices.Contains(got, row) {
			t.Errorf("%s: %s is gone", what, row)
		}
	}
}

func TestAJournalOfTodayHasNothingToDecide(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addPerson(t, j, "Ben")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "- [ ] Ben to check the logs\nBlockers: none\n")
	path := j.Path()
	try(t, j.Close())
	j = openOlder(t, path)
	if r := rereadings(t, j); len(r) != 0 {
		t.Errorf("%+v", r)
	}
}

func TestWhatReadsOtherwiseIsListed(t *testing.T) {
	j := openOlder(t, olderJournal(t))
	var said []string
	for _, r := range rereadings(t, j) {
		said = append(said, fmt.Sprintf("%d:%d ×%d %s", r.Note, r.Line, r.Places, r.Raw))
	}
	want := []string{
		"4:1 ×1 - [ ] Ana to bring numbers by EOQ", "4:2 ×1 ☐ order cake", "4:4 ×2 - [ ] n/a",
		"5:2 ×1 todo: [Ben] clean the wiki by KW 49", "5:3 ×1 - [ ] Ana to coach Ben",
		"2:2 ×1 - [ ] Ana", "2:3 ×1 - [ ] Ben", "2:4 ×1 - [ ] Zorro", "2:6 ×1 todo me: ask legal by 28.11.",
		"2:7 ×1 - [ ] draft the plan (Ben)", "2:8 ×1 - [x] Chidi to call legal",
		"3:1 ×1 todo: none", "3:2 ×1 todo: send the invoice → Chidi", "3:3 ×1 risk: the vendor is late", "3:4 ×1 win: the demo went well",
		"1:3 ×1 - [ ] Ben to check the logs", "1:4 ×1 - [ ] @Chidi order the badges by Fri 5pm", "1:6 ×1 Action: I'll ask HR about the budget",
		"1:10 ×1 next step: call the vendor", "1:11 ×1 needs:review",
	}
	if !slices.Equal(said, want) {
		t.Errorf("listed:\n%s\nnot\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
}

// readNow is what a rebuild files from the bodies of a journal where nothing is read as before.
func readNow(t *testing.T, path string) []string {
	t.Helper()
	other := filepath.Join(t.TempDir(), FileName)
	try(t, copyFile(path, other))
	j := openOlder(t, other)
	try(t, j.c.script("DELETE FROM earlier"))
	j.earlier = nil
	try(t, j.Rebuild())
	rows := whatIsFiled(t, j.c)
	try(t, j.Close())
	return rows
}

func TestWhatIsAcceptedIsFiledAsARebuildWould(t *testing.T) {
	for name, path := range olderJournals(t) {
		t.Run(name, func(t *testing.T) {
			want, before := readNow(t, path), filedInFile(t, path)
			j := openOlder(t, path)
			var c notes.Change
			for _, r := range rereadings(t, j) {
				c.Rows = append(c.Rows, notes.TakeNewReading{Note: r.Note, Line: r.Raw})
			}
			done := must[notes.Applied](t)(j.Apply(c))
			same(t, "accepted", whatIsFiled(t, j.c), want)
			if r := rereadings(t, j); len(r) != 0 {
				t.Errorf("still to decide: %+v", r)
			}
			again := must[notes.Applied](t)(j.Apply(done.Undo))
			same(t, "taken back", whatIsFiled(t, j.c), before)
			if r := rereadings(t, j); len(r) != len(c.Rows) {
				t.Errorf("%d are to decide again, not %d", len(r), len(c.Rows))
			}
			must[notes.Applied](t)(j.Apply(again.Undo))
			same(t, "accepted again", whatIsFiled(t, j.c), want)
			try(t, j.CheckIndex())
			try(t, j.Rebuild())
			same(t, "rebuilt", whatIsFiled(t, j.c), want)
			try(t, j.Close())
			same(t, "at the next start", whatIsFiled(t, openOlder(t, path).c), want)
		})
	}
}

// keepAll is the change that keeps everything as it was read.
func keepAll(t *testing.T, j *Journal) notes.Change {
	t.Helper()
	var c notes.Change
	bodies := map[notes.NoteID]string{}
	for _, r := range rereadings(t, j) {
		rec := must[record](t)(j.c.record(r.Note))
		if body, begun := bodies[r.Note]; begun {
			rec.Body = body
		}
		one, body, ok := notes.KeepReading(rec.Body, must[notes.Context](t)(j.context(&rec)), r)
		if !ok {
			t.Fatalf("%q cannot be kept", r.Raw)
		}
		bodies[r.Note] = body
		c = c.Then(one)
	}
	return c
}

func TestWhatIsKeptReadsAsBeforeForGood(t *testing.T) {
	for name, path := range olderJournals(t) {
		t.Run(name, func(t *testing.T) {
			before := filedInFile(t, path)
			j := openOlder(t, path)
			texts := must[[]string](t)(list(j.c, "SELECT body FROM note ORDER BY id", nil, scalar[string]))
			todo := len(rereadings(t, j))
			done := must[notes.Applied](t)(j.Apply(keepAll(t, j)))
			same(t, "kept", whatIsFiled(t, j.c), before)
			if r := rereadings(t, j); len(r) != 0 {
				t.Errorf("still to decide: %+v", r)
			}
			again := must[notes.Applied](t)(j.Apply(done.Undo))
			if now := must[[]string](t)(list(j.c, "SELECT body FROM note ORDER BY id", nil, scalar[string])); !slices.Equal(now, texts) {
				t.Errorf("taken back, the texts are %q", now)
			}
			if r := rereadings(t, j); len(r) != todo {
				t.Errorf("%d are to decide again, not %d", len(r), todo)
			}
			must[notes.Applied](t)(j.Apply(again.Undo))
			try(t, j.Close())
			j = openOlder(t, path)
			var left int
			if err := j.c.row("SELECT count(*) FROM earlier", nil, &left); err != nil || left != 0 {
				t.Errorf("%d readings are kept for nothing, %v", left, err)
			}
			try(t, j.Rebuild())
			same(t, "rebuilt", whatIsFiled(t, j.c), before)
			same(t, "read by the grammar alone", readNow(t, path), before)
		})
	}
}

func TestAnOlderNoteIsWrittenIn(t *testing.T) {
	path := olderJournal(t)
	j := openOlder(t, path)
	n := must[notes.Note](t)(j.Note(1))
	ben := func() string { return filedUnder(t, j, 3) }
	if was := ben(); strings.Contains(was, "check the logs") {
		t.Fatalf("Ben has %s", was)
	}
	save := func(body string) {
		t.Helper()
		n.Rev = must[int64](t)(j.SaveBody(1, n.Rev, body))
	}
	t.Run("around a line that waits", func(t *testing.T) {
		save("first\n" + strings.Replace(n.Body, "talked about", "we talked about", 1) + "todo Ben: more\n")
		if now := ben(); strings.Contains(now, "check the logs") || !strings.Contains(now, "more") {
			t.Errorf("Ben has %s", now)
		}
		if filed := filedUnder(t, j, 2); !strings.Contains(filed, "Ben to check the logs") {
			t.Errorf("Ana has %s", filed)
		}
	})
	t.Run("in the line itself, and taken back", func(t *testing.T) {
		save(strings.Replace(n.Body, "check the logs", "check all logs", 1))
		if now := ben(); !strings.Contains(now, "check all logs") {
			t.Errorf("Ben has %s", now)
		}
		save(n.Body)
		if now := ben(); strings.Contains(now, "check the logs") {
			t.Errorf("Ben has %s", now)
		}
	})
	t.Run("by a tick in a list", func(t *testing.T) {
		items := must[[]notes.Filed](t)(j.FiledFrom(1))
		i := slices.IndexFunc(items, func(f notes.Filed) bool { return f.Text == "Ben to check the logs" })
		rec := must[record](t)(j.c.record(1))
		e := must[notes.LineEdit](t)(notes.Tick(items[i], must[notes.Context](t)(j.context(&rec)), "2026-11-23"))
		must[notes.Applied](t)(j.Apply(notes.Change{Edits: []notes.LineEdit{e}}))
		items = must[[]notes.Filed](t)(j.FiledFrom(1))
		if items[i].Text != "Ben to check the logs" || items[i].Person != 2 || items[i].State != notes.Done {
			t.Errorf("%+v", items[i])
		}
	})
	t.Run("by a tick of what would not be filed any more", func(t *testing.T) {
		items := must[[]notes.Filed](t)(j.FiledFrom(3))
		rec := must[record](t)(j.c.record(3))
		e := must[notes.LineEdit](t)(notes.Tick(items[0], must[notes.Context](t)(j.context(&rec)), "2026-11-23"))
		must[notes.Applied](t)(j.Apply(notes.Change{Edits: []notes.LineEdit{e}}))
		if items = must[[]notes.Filed](t)(j.FiledFrom(3)); items[0].Text != "none" || items[0].State != notes.Done {
			t.Errorf("%+v", items[0])
		}
	})
}

func TestAnActThatWouldLoseALineIsRefused(t *testing.T) {
	j := openOlder(t, olderJournal(t))
	n := must[notes.Note](t)(j.Note(1))
	body := strings.Replace(n.Body, "- [ ] Ben to check", "- ```\n- [ ] Ben to check", 1) + "```\n"
	must[int64](t)(j.SaveBody(1, n.Rev, body))
	items := must[[]notes.Filed](t)(j.FiledFrom(1))
	rec := must[record](t)(j.c.record(1))
	e := must[notes.LineEdit](t)(notes.Tick(items[0], must[notes.Context](t)(j.context(&rec)), "2026-11-23"))
	if _, err := j.Apply(notes.Change{Edits: []notes.LineEdit{e}}); err != notes.ErrCannotSay { //nolint:errorlint // it is a value
		t.Errorf("it says %v", err)
	}
	if now := must[notes.Note](t)(j.Note(1)); now.Body != body {
		t.Errorf("%q", now.Body)
	}
}

func TestWhatElseChangesLeavesEarlierReadingsAlone(t *testing.T) {
	for name, act := range map[string][]notes.Row{
		"another day":            {notes.NoteMeta{ID: 1, Kind: notes.HeldNote, Date: "2026-11-02", At: "09:00"}},
		"the trash and back":     {notes.Delete{Kind: notes.KindNote, ID: 1}, notes.Restore{Kind: notes.KindNote, ID: 1}},
		"a nickname":             {notes.Person{ID: 3, Kind: notes.KindReport, Name: "Ben Okoro", Aliases: []string{"Benny"}}},
		"a person gone and back": {notes.Delete{Kind: notes.KindPerson, ID: 3}, notes.Restore{Kind: notes.KindPerson, ID: 3}},
	} {
		t.Run(name, func(t *testing.T) {
			path := olderJournal(t)
			before := filedInFile(t, path)
			j := openOlder(t, path)
			todo := len(rereadings(t, j))
			do(t, j, act...)
			same(t, "filed", whatIsFiled(t, j.c), before)
			if r := rereadings(t, j); len(r) != todo {
				t.Errorf("%d are to decide, not %d", len(r), todo)
			}
		})
	}
}

func TestEarlierReadingsGoAlongWithAMergeOfPeople(t *testing.T) {
	j := openOlder(t, olderJournal(t))
	before := whatIsFiled(t, j.c)
	todo := len(rereadings(t, j))
	done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.MergePeople{From: 2, Into: 4}}}))
	if now := filedUnder(t, j, 4); !strings.Contains(now, "Ben to check the logs") {
		t.Errorf("Chidi has %s", now)
	}
	if now := filedUnder(t, j, 3); strings.Contains(now, "check the logs") {
		t.Errorf("Ben has %s", now)
	}
	must[notes.Applied](t)(j.Apply(done.Undo))
	same(t, "taken back", whatIsFiled(t, j.c), before)
	if r := rereadings(t, j); len(r) != todo {
		t.Errorf("%d are to decide, not %d", len(r), todo)
	}
}

func TestTakingAnAnswerBackTooLateIsRefused(t *testing.T) {
	for name, meanwhile := range map[string]func(*testing.T, *Journal){
		"the line was changed": func(t *testing.T, j *Journal) {
			n := must[notes.Note](t)(j.Note(1))
			must[int64](t)(j.SaveBody(1, n.Rev, strings.Replace(n.Body, "check the logs", "check", 1)))
		},
		"the note is gone":  func(t *testing.T, j *Journal) { do(t, j, notes.Purge{Kind: notes.KindNote, ID: 1}) },
		"whose note it was": func(t *testing.T, j *Journal) { do(t, j, notes.Purge{Kind: notes.KindPerson, ID: 2}) },
	} {
		t.Run(name, func(t *testing.T) {
			j := openOlder(t, olderJournal(t))
			answer := notes.TakeNewReading{Note: 1, Line: "- [ ] Ben to check the logs"}
			done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{answer}}))
			meanwhile(t, j)
			before := whatIsFiled(t, j.c)
			if _, err := j.Apply(done.Undo); !errors.Is(err, notes.ErrConflict) {
				t.Errorf("it says %v", err)
			}
			same(t, "filed", whatIsFiled(t, j.c), before)
		})
	}
}

func TestEarlierReadingsGoWithANoteForGood(t *testing.T) {
	j := openOlder(t, olderJournal(t))
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: 1}, notes.Purge{Kind: notes.KindPerson, ID: 3})
	var left int
	if err := j.c.row("SELECT count(*) FROM earlier WHERE note_id IN (1, 3)", nil, &left); err != nil || left != 0 {
		t.Errorf("%d are left, %v", left, err)
	}
	for _, r := range rereadings(t, j) {
		if r.Note == 1 || r.Note == 3 {
			t.Errorf("%+v", r)
		}
	}
}

// TestAnUpdateThatEndsAnywhereIsDoneAtTheNextStart lets each commit of an update fail in turn.
func TestAnUpdateThatEndsAnywhereIsDoneAtTheNextStart(t *testing.T) {
	path := olderJournal(t)
	before := filedInFile(t, path)
	whole := openOlder(t, path)
	want := rereadings(t, whole)
	try(t, whole.Close())
	steps := must[[]string](t)(migrations())
	failed := 0
	for at := 0; at < 4; at++ {
		path := olderJournal(t)
		m := writable(path)
		commits := 0
		m.durable = func(commit func() error) error {
			if commits++; commits > at {
				failed++
				return errors.New("the power is gone")
			}
			return commit()
		}
		j := &Journal{path: path, now: newClock().now, mode: m, clean: func() error { return nil }}
		j.c = must[*conn](t)(openConn(m))
		_ = j.migrate(4, steps)
		try(t, j.c.close())
		j = openOlder(t, path)
		same(t, fmt.Sprint("after commit ", at), whatIsFiled(t, j.c), before)
		if got := rereadings(t, j); !reflect.DeepEqual(got, want) {
			t.Errorf("after commit %d: %+v", at, got)
		}
		try(t, j.Close())
	}
	if failed < 2 {
		t.Errorf("%d commits failed", failed)
	}
}

// openerEnv names the journal that the test binary, started again by itself, opens until it is killed.
const openerEnv = "HANDBACK_TEST_OPENER"

func TestAnUpdateThatIsKilledIsDoneAtTheNextStart(t *testing.T) {
	path := olderJournal(t)
	before := filedInFile(t, path)
	for ms := 2; ms < 60; ms += 4 {
		opener := exec.Command(os.Args[0]) //nolint:gosec // the test starts itself
		opener.Env = append(os.Environ(), openerEnv+"="+path)
		try(t, opener.Start())
		kill := time.AfterFunc(time.Duration(ms)*time.Millisecond, func() { _ = opener.Process.Kill() })
		_ = opener.Wait()
		kill.Stop()
		if head := must[header](t)(look(path)); head.schema == 4 {
			same(t, "not begun", filedInFile(t, path), before)
			continue
		}
		j := openOlder(t, path)
		same(t, fmt.Sprint("killed after ", ms), whatIsFiled(t, j.c), before)
		if r := rereadings(t, j); len(r) != 20 {
			t.Errorf("killed after %d ms: %d to decide", ms, len(r))
		}
		try(t, j.Close())
		path = olderJournal(t)
	}
}
