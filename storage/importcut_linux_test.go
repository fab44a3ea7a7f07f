package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"handback/notes"
)

const (
	cutNotes    = 40
	importedAck = 1_000 // is added to the rev that is acknowledged once an import is
)

// childImports takes a folder in, piece by piece, saves a note between the pieces, and says what is acknowledged.
func childImports(path string) error {
	runtime.LockOSThread()
	folder, err := os.MkdirTemp("", "import-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // of a test
	for i := range cutNotes {
		text := fmt.Sprintf("---\nperson: Person %c\ndate: 2026-%02d-%02d\n---\ntodo: thing %d\n", 'A'+i%7, 1+i%11, 1+i%28, i)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.md", i)), []byte(text), 0o600); err != nil {
			return err
		}
	}
	j, err := openAgain(path, slowKey)
	if err != nil {
		return err
	}
	done, err := applyAgain(j, notes.Person{Kind: notes.KindReport, Name: childPerson})
	if err != nil {
		return err
	}
	note := notes.NewNote{Person: notes.PersonID(done.IDs[0]), Kind: notes.HeldNote, Date: "2026-11-20", Body: bodyOfRev(1)}
	if done, err = applyAgain(j, note); err != nil {
		return err
	}
	id, rev := notes.NoteID(done.IDs[0]), int64(1)
	fmt.Println("ack", rev)
	j.mu.waiting.Add(1) // somebody always waits
	var failed error
	j.afterPiece = func() {
		var ended int
		if err := j.c.row("SELECT count(*) FROM archive_import WHERE done_at IS NOT NULL", nil, &ended); err != nil || ended > 0 {
			failed = err
			return // a save would make the end lasting
		}
		next, err := j.SaveBody(id, rev, bodyOfRev(rev+1))
		if err != nil {
			failed = err
			return
		}
		rev = next
		fmt.Println("ack", rev)
	}
	if _, err := j.ImportArchive(folder, nil); err != nil {
		return err
	}
	fmt.Println("ack", rev+importedAck)
	if failed != nil {
		return failed
	}
	return j.Close()
}

// importLostAt says what of the acknowledged is not in the journal at path, or what of an import that wasn't is.
func importLostAt(path string, acked int64) string {
	if what := lostAt(path, acked%importedAck); what != "" || acked == 0 {
		return what
	}
	j, err := openFreed(path)
	if err != nil {
		return err.Error()
	}
	defer j.Close() //nolint:errcheck // only looked at
	var there, logged int
	err = j.c.row("SELECT (SELECT count(*) FROM note), (SELECT count(*) FROM archive_change)", nil, &there, &logged)
	whole := there == 1+cutNotes
	switch {
	case err != nil:
		return err.Error()
	case acked >= importedAck && !whole:
		return fmt.Sprintf("the import was acknowledged, and %d notes are there", there)
	case !whole && (there != 1 || logged > 0):
		return fmt.Sprintf("%d notes and %d rows of a log are left of an import", there, logged)
	}
	return ""
}

// openFreed opens a journal that was closed just now. A test beside this one may begin a program at that moment, which has the lock too
// until it is the other program.
func openFreed(path string) (j *Journal, err error) {
	again := time.NewTicker(time.Millisecond) // nothing tells of it
	defer again.Stop()
	for enough := time.After(10 * time.Second); ; {
		if j, err = openAt(path, false); !errors.Is(err, notes.ErrInUse) {
			return j, err
		}
		select {
		case <-again.C:
		case <-enough:
			return j, err
		}
	}
}

// TestAPowerCutInAnImportLosesNothing cuts the power behind everything that an import asks of the disk, pieces of which don't wait for
// it, and saves in between, which do.
func TestAPowerCutInAnImportLosesNothing(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	traced := traced(t, "import")
	traced.lost = importLostAt
	acks, syncs := 0, 0
	for _, op := range traced.ops {
		switch op.call {
		case "ack":
			acks++
		case "sync":
			syncs++
		}
	}
	if acks < 12 || syncs < acks {
		t.Fatalf("%d are acknowledged and %d synced in the trace", acks, syncs)
	}
	opened, losses := cutStates(t, traced, "", *states/3)
	for _, l := range losses[:min(10, len(losses))] {
		t.Error(l)
	}
	if len(losses) > 10 {
		t.Errorf("%d of %d states have lost something", len(losses), opened)
	}
	figure("power cut in an import", fmt.Sprintf("behind each of %d calls, %d states of the disk", len(traced.ops), opened), lost(t, len(losses)))
}
