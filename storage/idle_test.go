package storage

import (
	"errors"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage/storagetest"
)

func TestIdleGivesFreePagesBack(t *testing.T) {
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", strings.Repeat("a long text about many things ", 20000))
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(id)})
	before := freePages(t, j)
	if before == 0 {
		t.Fatal("nothing was freed")
	}
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if after := freePages(t, j); after != 0 {
		t.Errorf("%d pages were free, %d still are", before, after)
	}
}

// TestTheLogIsWrittenOver holds that saves after a quiet moment take no further space, and that closing leaves no log.
func TestTheLogIsWrittenOver(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "a note\n")
	var size [4]int
	rev := int64(1)
	for round := range size {
		for i := range 10 {
			rev = must[int64](t)(j.SaveBody(id, rev, strings.Repeat("a note ", 10*round+i+1)))
		}
		if err := j.Idle(); err != nil {
			t.Fatal(err)
		}
		size[round] = len(must[[]byte](t)(readFile(j.Path() + "-wal")))
	}
	if size[3] == 0 || size[3] > 2*size[0] {
		t.Errorf("the log has %v bytes", size)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if log := must[[]byte](t)(readFile(j.Path() + "-wal")); len(log) != 0 {
		t.Errorf("%d bytes are left", len(log))
	}
}

// TestIdleJoinsTheSearchIndexes holds that what many saves left in pieces is one in a quiet moment of the day, and few on.
func TestIdleJoinsTheSearchIndexes(t *testing.T) {
	aloneUnderRace(t)
	j, clock := newJournal(t)
	ana := addPerson(t, j, "Ana")
	write := func(rounds int) {
		t.Helper()
		for range rounds {
			for range 12 {
				addNote(t, j, ana, notes.HeldNote, "2026-11-20", storagetest.NewWriter(int64(j.unread)).Note(false))
			}
			if err := j.Idle(); err != nil {
				t.Fatal(err)
			}
		}
	}
	write(1)
	if n := pieces(t, j); n != 2 {
		t.Fatalf("after the first quiet moment there are %d pieces", n)
	}
	write(12)
	clock.pass(24 * time.Hour)
	j.unread = 0 // as after the merge of a hand that never rests
	addNote(t, j, ana, notes.HeldNote, "2026-11-21", "praise Ana: for the words\n")
	j.unread = 0
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if n := pieces(t, j); n != 2 {
		t.Errorf("a day later there are %d pieces", n)
	}
	clock.pass(24 * time.Hour)
	addNote(t, j, ana, notes.HeldNote, "2026-11-22", "praise Ana: for more words\n")
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if n := pieces(t, j); n == 2 {
		t.Error("for one short note the whole of both indexes is written anew")
	}
	if got, _, err := j.Search(notes.Query{Text: "te", Limit: 5}); err != nil || len(got) == 0 {
		t.Errorf("nothing is found any more: %v", err)
	}
}

// pieces is how many there are of both search indexes.
func pieces(t *testing.T, j *Journal) (n int) {
	t.Helper()
	err := j.c.row("SELECT (SELECT count(DISTINCT segid) FROM search_idx) + (SELECT count(DISTINCT segid) FROM search_pair_idx)", nil, &n)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func freePages(t *testing.T, j *Journal) (n int) {
	t.Helper()
	if err := j.c.row("PRAGMA freelist_count", nil, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestWhatIsDeletedForGoodIsGone looks for a word of a purged note in every byte of the journal's files.
func TestWhatIsDeletedForGoodIsGone(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: the xylophonesecret plan\n")
	addNote(t, j, ana, notes.HeldNote, "2026-11-21", "another note\n")
	if _, err := j.SaveBody(id, 1, "todo: the xylophonesecret plan again\n"); err != nil {
		t.Fatal(err)
	}
	if err := j.Idle(); err != nil { // the log's space is kept, with what is in it
		t.Fatal(err)
	}
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(id)})
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"", "-wal"} {
		if strings.Contains(string(must[[]byte](t)(readFile(j.Path()+end))), "xylophonesecret") {
			t.Errorf("the word is still in *%s", end)
		}
	}
	var graves int
	if err := j.c.row("SELECT count(*) FROM tombstone WHERE kind = 'note'", nil, &graves); err != nil || graves != 1 {
		t.Errorf("%d tombstones, %v", graves, err)
	}
}

func TestRevisionsAreKeptAsPromised(t *testing.T) {
	j, clock := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "first\n")
	rev := int64(1)
	save := func(body string) {
		t.Helper()
		var err error
		if rev, err = j.SaveBody(id, rev, body); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 12 { // a save each minute: what was there at the start, after five minutes and after ten
		save(strings.Repeat("x", i+1))
		clock.pass(time.Minute)
	}
	if all := must[[]notes.Revision](t)(j.Revisions(id)); len(all) != 3 || all[2].Body != "first\n" || all[0].Rev != 11 {
		t.Fatalf("%+v", all)
	}
	do(t, j, notes.KeepRevision{Note: id})
	if all := must[[]notes.Revision](t)(j.Revisions(id)); len(all) != 4 || all[0].Body != "xxxxxxxxxxxx" {
		t.Fatalf("%+v", all)
	}
	clock.pass(29 * 24 * time.Hour)
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if all := must[[]notes.Revision](t)(j.Revisions(id)); len(all) != 4 {
		t.Errorf("%d revisions after 29 days", len(all))
	}
	clock.pass(2 * 24 * time.Hour)
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if all := must[[]notes.Revision](t)(j.Revisions(id)); len(all) != 1 || all[0].Body != "xxxxxxxxxxxx" {
		t.Errorf("after 31 days: %+v", all)
	}
}

func TestARestedJournalIsReadAndWrittenAsBefore(t *testing.T) {
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "todo me: ask finance\n")
	if err := j.Rest(); err != nil {
		t.Fatal(err)
	}
	n := must[notes.Note](t)(j.Note(id))
	if _, err := j.SaveBody(id, n.Rev, n.Body+"praise: asked early\n"); err != nil {
		t.Fatal(err)
	}
	if filed := must[[]notes.Filed](t)(j.FiledFrom(id)); len(filed) != 2 {
		t.Errorf("filed: %+v", filed)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if err := j.Rest(); !errors.Is(err, notes.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}
