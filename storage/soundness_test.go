package storage

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"handback/notes"
)

var damages = flag.Int("damages", 60, "how many damaged journals are opened and checked")

// checkAll runs the checks of a day to their end.
func checkAll(t testing.TB, j *Journal) {
	t.Helper()
	for n := 0; ; n++ {
		more, err := j.CheckSome()
		if err != nil {
			t.Fatal(err)
		}
		if !more {
			return
		}
		if n > 10000 {
			t.Fatal("it never ends")
		}
	}
}

// tomorrow is a clock of the day after newClock's.
func tomorrow() func() time.Time {
	c := newClock()
	c.pass(24 * time.Hour)
	return c.now
}

var (
	checkedOnce sync.Once
	checkedFile []byte
	checkedSays map[string]string
)

// checkedJournal is the file of a journal that was checked once, and all that it says: see allItSays.
func checkedJournal(t *testing.T) ([]byte, map[string]string) {
	t.Helper()
	checkedOnce.Do(func() {
		file, _ := soundJournal(t)
		path := filepath.Join(t.TempDir(), FileName)
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		j := openedAt(t, path)
		ana := must[[]notes.Person](t)(j.People())[0].ID
		for i := range 20 {
			do(t, j, notes.Goal{Person: ana, Title: fmt.Sprintf("goal %d of hers", i), Why: "because of the word goalwhy", State: notes.GoalOpen})
		}
		checkAll(t, j)
		if found := j.Found(); len(found) > 0 {
			t.Fatalf("in a sound journal is found %+v", found)
		}
		checkedSays = allItSays(t, j)
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		checkedFile = must[[]byte](t)(os.ReadFile(path))
	})
	return slices.Clone(checkedFile), checkedSays
}

// allItSays is all that a journal says: every row of every table but those of numbers and words of the search, and what some
// searches find.
func allItSays(t testing.TB, j *Journal) map[string]string {
	t.Helper()
	says := map[string]string{}
	tables, err := list(j.c, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'
		AND name NOT IN ('row_sum', 'own_log', 'word', 'unworded', 'unindexed', 'tombstone') ORDER BY name`, nil, scalar[string])
	if err != nil {
		says["error"] = err.Error()
	}
	for _, table := range tables {
		var b strings.Builder
		query := "SELECT * FROM " + table
		if table == "setting" {
			query += " WHERE key NOT IN ('checked', 'clock')"
		}
		err := j.c.each(query, nil, func(s scanner) (bool, error) {
			fmt.Fprintln(&b, []any{s.(row)}...)
			return true, nil
		})
		if err != nil {
			b.WriteString(err.Error())
		}
		says[table] = b.String()
	}
	for p := range 3 {
		for n := range 8 {
			word := fmt.Sprintf("unique%dx%d", p, n*5)
			hits, total, err := j.Search(notes.Query{Text: word})
			says[word] = fmt.Sprint(len(hits), total, err)
		}
	}
	return says
}

// TestNoDamageIsUnsaid flips bits, and cuts and clears pages, all over the file of a journal: whatever it says otherwise then is
// told, by the error of its opening or by the checks.
func TestNoDamageIsUnsaid(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t)
	t.Parallel()
	file, _ := checkedJournal(t)
	refused, differs, told, unsaid, alarms := 0, 0, 0, 0, 0
	for seed := range int64(*damages) {
		chance := rand.New(rand.NewSource(seed))
		damaged, what := damageOf(chance, file)
		outcome := outcomeOf(t, damaged)
		switch {
		case outcome.refused:
			refused++
		case outcome.differs && len(outcome.found) == 0:
			unsaid++
			t.Errorf("seed %d, %s: %s says something else, and nothing is told", seed, what, outcome.where)
		case outcome.differs:
			differs, told = differs+1, told+1
		case len(outcome.found) > 0:
			alarms++
		}
	}
	t.Logf("%d damages: %d refused at opening, %d opened with something different and told, %d unsaid, %d told where nothing that is read differs",
		*damages, refused, differs, unsaid, alarms)
	figure("damage", fmt.Sprintf("%d flips, cut and cleared pages of a journal's file", *damages),
		fmt.Sprintf("%d refused or repaired at opening, %d opened with something different and told, **%d unsaid**", refused, told, unsaid))
	if *damages >= 60 && (differs == 0 || refused == 0) {
		t.Error("the damages reach nothing")
	}
}

// damageOf damages a file.
func damageOf(chance *rand.Rand, file []byte) (damaged []byte, what string) {
	damaged = slices.Clone(file)
	at := chance.Intn(len(file))
	switch page := at / pageSize; chance.Intn(8) {
	case 0:
		clear(damaged[page*pageSize : (page+1)*pageSize])
		return damaged, fmt.Sprintf("page %d cleared", page+1)
	case 1:
		return damaged[:at], fmt.Sprintf("cut at %d", at)
	default:
		for range 100 { // where something is
			if damaged[at] != 0 {
				break
			}
			at = chance.Intn(len(file))
		}
		damaged[at] ^= 1 << chance.Intn(8)
		return damaged, fmt.Sprintf("byte %d flipped in page %d", at%pageSize, at/pageSize+1)
	}
}

type outcome struct {
	refused, differs bool
	where            string
	found            []notes.Found
}

// outcomeOf opens and checks a damaged journal, and tells what became of it.
func outcomeOf(t testing.TB, damaged []byte) (o outcome) {
	t.Helper()
	_, says := checkedFile, checkedSays
	path := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	j, err := Open(path, Options{Now: tomorrow()})
	if err != nil {
		o.refused = true
		return o
	}
	defer j.Close() //nolint:errcheck // it may be damaged
	if why, readOnly := j.ReadOnly(); readOnly {
		o.found = append(o.found, notes.Found{What: why})
	}
	for more := true; more; {
		if more, err = j.CheckSome(); err != nil {
			o.found = append(o.found, notes.Found{What: err.Error()})
		}
	}
	o.found = append(o.found, j.Found()...)
	now := allItSays(t, j)
	for _, table := range slices.Sorted(maps.Keys(says)) {
		if now[table] != says[table] {
			o.differs, o.where = true, table
		}
	}
	return o
}

// TestWhatIsChangedByHandIsNoDamage changes rows as a program would that knows no checksums.
func TestWhatIsChangedByHandIsNoDamage(t *testing.T) {
	j, clock := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "plain words\n")
	do(t, j, notes.Goal{Person: ana, Title: "first title", State: notes.GoalOpen})
	checkAll(t, j)
	for _, statement := range []string{
		"UPDATE goal SET title = 'second title'", "UPDATE note SET at = '10:00'", "UPDATE person SET role = 'lead' WHERE kind <> 'me'",
		"INSERT OR REPLACE INTO setting (id, uid, key, value, updated_at) SELECT id, uid, key, 'x', 0 FROM setting WHERE key = 'clock'",
	} {
		if err := j.c.script(statement); err != nil {
			t.Fatal(err)
		}
	}
	note := must[notes.Note](t)(j.Note(id))
	must[int64](t)(j.SaveBody(id, note.Rev, "todo: other words\n"))
	clock.pass(24 * time.Hour)
	checkAll(t, j)
	if found := j.Found(); len(found) > 0 {
		t.Errorf("found is %+v", found)
	}
	if n := must[int](t)(one(j.c, "SELECT count(*) FROM note WHERE sum = 0", scalar[int])); n > 0 {
		t.Errorf("%d notes have no checksum", n)
	}
}

// TestEveryRowIsSummed walks the schema: a table is summed row by row, or named with the reason why it isn't.
func TestEveryRowIsSummed(t *testing.T) {
	j, _ := newJournal(t)
	tables := must[[]string](t)(j.c.summedTables())
	if len(tables) < 20 {
		t.Fatalf("only %v", tables)
	}
	for _, table := range tables {
		n := must[int](t)(one(j.c, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'sum%'",
			scalar[int], table))
		if n != 3 {
			t.Errorf("%s has %d triggers", table, n)
		}
	}
}

// TestTheChecksFindEachKind writes other values below the checksums, as a damaged disk does.
func TestTheChecksFindEachKind(t *testing.T) {
	for want, damage := range map[notes.FoundKind]string{
		notes.FoundBrokenNote:    "DROP TRIGGER note_said; UPDATE note SET body = replace(body, 'plain', 'plaim')",
		notes.FoundBrokenVersion: "DROP TRIGGER revision_said; UPDATE revision SET body = body || 'x'",
		notes.FoundBrokenRow:     "DROP TRIGGER sum_goal_update; UPDATE goal SET title = 'another'",
		notes.FoundBrokenList:    "UPDATE item SET text = 'another'",
		notes.FoundBrokenSearch:  "DELETE FROM search_data WHERE id > 10",
	} {
		t.Run(string(want), func(t *testing.T) {
			j, clock := newJournal(t)
			ana := addPerson(t, j, "Ana")
			id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: plain words\n")
			clock.pass(time.Hour)
			must[int64](t)(j.SaveBody(id, 1, "todo: plain words and more\n"))
			do(t, j, notes.Goal{Person: ana, Title: "title", State: notes.GoalOpen})
			if err := j.Idle(); err != nil {
				t.Fatal(err)
			}
			checkAll(t, j)
			if err := j.c.script(damage); err != nil {
				t.Fatal(err)
			}
			clock.pass(24 * time.Hour)
			checkAll(t, j)
			if !slices.Contains(kindsOf(j), want) {
				t.Errorf("found is %+v", j.Found())
			}
			if f := j.Found()[0]; want == notes.FoundBrokenNote && (f.Person != "Ana" || f.Date != "2026-11-20" || f.Note != id) {
				t.Errorf("%+v", f)
			}
			if derived := (notes.Found{Kind: want}).OnlyDerived(); derived {
				if err := j.Rebuild(); err != nil || len(j.Found()) > 0 {
					t.Errorf("rebuilt: %v, %+v", err, j.Found())
				}
				clock.pass(24 * time.Hour)
				checkAll(t, j)
				if found := j.Found(); len(found) > 0 {
					t.Errorf("rebuilt, found is %+v", found)
				}
			}
		})
	}
}

// TestAJournalIsClosedWhileItIsChecked closes between portions, and checks what is closed.
func TestAJournalIsClosedWhileItIsChecked(t *testing.T) {
	j, _ := newJournal(t)
	addPerson(t, j, "Ana")
	must[bool](t)(j.CheckSome())
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := j.CheckSome(); !errors.Is(err, notes.ErrClosed) {
		t.Error(err)
	}
}

// TestADamagedDerivedTableLocksNobodyOut clears each page of the tables that are made from the notes, one at a time, and all.
func TestADamagedDerivedTableLocksNobodyOut(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t)
	t.Parallel()
	file, _ := checkedJournal(t)
	path := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	j := openedAt(t, path)
	want := textsByID(t, j)
	pages := must[[]int64](t)(list(j.c, `SELECT rootpage FROM sqlite_schema WHERE rootpage > 1 AND
		(tbl_name IN ('item', 'item_tag', 'word', 'unworded', 'unindexed') OR tbl_name LIKE 'search%')`, nil, scalar[int64]))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	cases := [][]int64{pages}
	for _, p := range pages {
		cases = append(cases, []int64{p})
	}
	for _, cleared := range cases {
		t.Run(fmt.Sprint(cleared), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), FileName)
			damaged := slices.Clone(file)
			for _, p := range cleared {
				for i := range damaged[(p-1)*pageSize : p*pageSize] {
					damaged[int(p-1)*pageSize+i] = 0xa5
				}
			}
			if err := os.WriteFile(path, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			j, err := Open(path, Options{Now: tomorrow()})
			if err != nil {
				t.Fatal(err)
			}
			defer j.Close() //nolint:errcheck // only looked at
			opened := kindsOf(j)
			if !slices.Contains(opened, notes.FoundMended) {
				checkAll(t, j)
				if len(j.Found()) == 0 {
					t.Error("nothing is told")
				}
				if err := j.Rebuild(); err != nil {
					t.Fatalf("opened with %v: %v", opened, err)
				}
			} else if kept := j.Found()[0].Path; !slices.Equal(must[[]byte](t)(os.ReadFile(kept)), damaged) {
				t.Error("the file isn't kept as it was")
			}
			if !maps.Equal(textsByID(t, j), want) {
				t.Error("notes are not what they were")
			}
			if err := j.CheckIndex(); err != nil {
				t.Error(err)
			}
			if said := must[string](t)(one(j.c, "PRAGMA integrity_check", scalar[string])); said != "ok" {
				t.Error(said)
			}
		})
	}
}

// figure notes what was measured, for docs/RELIABILITY.md, where HANDBACK_FIGURES names the file that collects it.
func figure(row, what, came string) {
	kind := "plain"
	if *protectedFlag {
		kind = "protected"
	}
	figureOf(kind, row, what, came)
}

// figureOf is that for "plain", "protected" or "both" kinds of journals.
func figureOf(kind, row, what, came string) {
	path := os.Getenv("HANDBACK_FIGURES")
	if path == "" {
		return
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = fmt.Fprintf(f, "%s\t%s\t%s\t%s\n", kind, row, what, came)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		panic(err)
	}
}

// TestTheOpenJournalIsSalvaged reads what can be read while the journal is open and written to.
func TestTheOpenJournalIsSalvaged(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: in the log alone\n")
	report := must[notes.Salvaged](t)(j.SaveReadable())
	addNote(t, j, ana, notes.HeldNote, "2026-11-21", "goes on\n")
	made := openedAt(t, report.Path)
	if got := textsByID(t, made); len(got) != 1 || report.Notes != 1 || got[1] != "todo: in the log alone\n" {
		t.Errorf("%v, %+v", got, report)
	}
	if len(textsByID(t, j)) != 2 {
		t.Error("the open journal doesn't go on")
	}
}
