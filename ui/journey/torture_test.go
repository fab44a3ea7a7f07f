//go:build journey

package journey

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

// mayBeLost is what a crash may take: what was typed in the second before it, and what was on its way from the keyboard
// to the program.
const mayBeLost = 1500 * time.Millisecond

// TestKilledWhileTyping kills the program at a moment that chance chooses, while somebody types, HANDBACK_ROUNDS times
// (3). From outside it learns of every save that the program says it has made: none of those may be missing in the
// file, nor anything typed longer ago than mayBeLost, and the text must be exactly what was typed, up to where it ends.
func TestKilledWhileTyping(t *testing.T) { killedWhileTyping(t, "plain") }

// TestKilledWhileTypingInAProtectedJournal is the same with one that has to be unlocked first, which takes long: it is left to
// `make torture`.
func TestKilledWhileTypingInAProtectedJournal(t *testing.T) {
	if os.Getenv("HANDBACK_ROUNDS") == "" {
		t.Skip("NOT TESTED: HANDBACK_ROUNDS isn't set")
	}
	killedWhileTyping(t, "protected")
}

func killedWhileTyping(t *testing.T, kind string) {
	rounds := 3
	if n, err := strconv.Atoi(os.Getenv("HANDBACK_ROUNDS")); err == nil {
		rounds = n
	}
	seed := time.Now().UnixNano()
	t.Logf("%d rounds, seed %d", rounds, seed)
	chance := rand.New(rand.NewSource(seed))
	m := newManager(t, shipped)
	m.protected = kind == "protected"
	acknowledged := 0
	for round := range rounds {
		file := filepath.Join(m.home, fmt.Sprintf("round-%d", round), "journal.handback")
		noteWith(t, file, "begun\n")
		if m.protected {
			_, err := storage.ProtectWith(file, notes.Protection{Passphrase: ownPassphrase}, time.Now, nil)
			m.must(err)
		}
		acknowledged += m.killedRound(file, time.Duration(500+chance.Intn(3500))*time.Millisecond)
		if round%50 == 49 {
			t.Logf("%d rounds, %d saves acknowledged", round+1, acknowledged)
		}
		_ = os.RemoveAll(filepath.Dir(file))
	}
	if acknowledged == 0 {
		t.Error("no save was acknowledged in any round")
	}
	if !t.Failed() {
		noteFigure(t, fmt.Sprintf("%s\tkill -9 of the window while somebody types\t%d rounds, %d acknowledged saves\tnothing lost\n",
			kind, rounds, acknowledged))
	}
}

// noteFigure notes what was measured, for docs/RELIABILITY.md, where HANDBACK_FIGURES names the file that collects it.
func noteFigure(t *testing.T, line string) {
	t.Helper()
	path := os.Getenv("HANDBACK_FIGURES")
	if path == "" {
		return
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(line); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// noteWith makes a journal with one person and one planned note that holds text.
func noteWith(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	j, err := storage.Open(file, storage.Options{Now: time.Now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	today := notes.DateOf(time.Now())
	applied, err := j.Apply(
		notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere, Since: today, Order: 1}}},
	)
	if err != nil {
		t.Fatal(err)
	}
	_, err = j.Apply(
		notes.Change{
			Rows: []notes.Row{notes.NewNote{Person: notes.PersonID(applied.IDs[0]), Kind: notes.PlannedNote, Date: today.AddDays(1), Body: text}},
		},
	)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

// killedRound types until the time is over, kills the program, and compares. It returns how many saves it learnt of.
func (m *manager) killedRound(file string, after time.Duration) int {
	m.Helper()
	m.start("-journal", file)
	if m.protected {
		m.sees("Your journal is locked")
		m.types(ownPassphrase + "\n")
		m.seesInTheEnd("Next one-on-ones")
	}
	m.openNote()
	var sent strings.Builder
	var at []time.Time // of the last key of each character sent
	slow := m.slow()
	sent.WriteString(probe)
	at = append(at, time.Now())
	begin := time.Now()
	for i := 0; time.Since(begin) < after; i++ {
		word := fmt.Sprintf("word%d ", i)
		m.types(word)
		for range word {
			at = append(at, time.Now())
		}
		sent.WriteString(word)
		time.Sleep(perWord) // faster than anybody types: keys must not pile up where other programs have the processor
	}
	killed := time.Now()
	marks := m.app.Marks("saved ")
	m.kill()

	body, rev := m.plannedNote(file)
	typed, found := strings.CutPrefix(body, "begun\n")
	if !found || !strings.HasPrefix(sent.String(), typed) {
		m.Fatalf("the file holds %q, typed was %q", body, sent.String())
	}
	if n := len(typed); n < len(at) && killed.Sub(at[n]) > mayBeLost+2*slow {
		m.Fatalf("killed %s (keys take %s longer than on an idle computer) after typing %q, which is not in the file: %q",
			killed.Sub(at[n]), slow, sent.String()[n:], body)
	}
	for _, mark := range marks {
		if r := revOf(mark.Text); r > rev {
			m.Fatalf("rev %d was acknowledged, the file has rev %d", r, rev)
		}
	}
	return len(marks) - 1
}

// perWord is how long whoever types rests after a word.
const perWord = 250 * time.Millisecond

// probe is typed first, and waited for.
const probe = "x"

// slow types a letter, waits until the program says that it is saved, and returns by how much that took longer than the second that
// it may take: where other programs have the processor, a key waits on its way, and what hasn't arrived isn't lost.
func (m *manager) slow() time.Duration {
	m.Helper()
	begin := time.Now()
	m.types(probe)
	for len(m.app.Marks("saved ")) == 0 {
		if time.Since(begin) > time.Minute {
			m.Fatalf("a letter isn't saved within a minute")
		}
		time.Sleep(10 * time.Millisecond) // nothing tells of a mark
	}
	return max(0, time.Since(begin)-time.Second)
}

// plannedNote is what the file says of the one planned note.
func (m *manager) plannedNote(file string) (body string, rev int) {
	m.Helper()
	if m.protected {
		return m.plannedNoteInside(file)
	}
	got, err := rows(file, "select body || '|' || rev from note where kind = 'planned'")
	m.must(err)
	if len(got) != 1 {
		m.Fatalf("%d planned notes", len(got))
	}
	at := strings.LastIndexByte(got[0], '|')
	return got[0][:at], atoi(got[0][at+1:])
}

// plannedNoteInside is that for a protected journal.
func (m *manager) plannedNoteInside(file string) (body string, rev int) {
	m.Helper()
	j, err := storage.Unlock(file, notes.Secret{Passphrase: ownPassphrase}, time.Now)
	m.must(err)
	people, err := j.People()
	m.must(err)
	found := 0
	for _, p := range people {
		heads, err := j.NotesOf(p.ID, 0)
		m.must(err)
		for _, h := range heads {
			n, err := j.Note(h.ID)
			m.must(err)
			if n.Kind == notes.PlannedNote {
				body, rev = n.Body, int(n.Rev)
				found++
			}
		}
	}
	m.must(j.Close())
	if found != 1 {
		m.Fatalf("%d planned notes", found)
	}
	return body, rev
}

// openNote goes to the first person's notes, where the planned note opens, and puts the caret at its end.
func (m *manager) openNote() {
	m.Helper()
	m.key("alt+d", "alt+Down", "alt+2")
	m.sees("Filed from this note")
	m.must(m.app.Click(700, 400)) // the sheet, below its first lines
	m.key("ctrl+End")
}

// revOf reads the mark "saved note=3 rev=7".
func revOf(mark string) int {
	_, rev, _ := strings.Cut(mark, "rev=")
	rev, _, _ = strings.Cut(rev, " ")
	return atoi(rev)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
