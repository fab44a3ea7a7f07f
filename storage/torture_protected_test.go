package storage

import (
	"errors"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage/sealed"
)

// protectedOnly leaves out a test of the files of a protected journal where the tests are run on plain ones.
func protectedOnly(t *testing.T) {
	t.Helper()
	if !*protectedFlag {
		t.Skip("it is about the files of a protected journal")
	}
}

// pageFiles are the names of the files in the folder of a protected journal that hold its pages.
func pageFiles(t *testing.T, folder string) (names []string) {
	t.Helper()
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(folder)) {
		if sealed.IsPages(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// damageFile damages the file of that name in a copy of a folder: it flips a bit, cuts, clears a part, empties it or takes it away.
func damageFile(t *testing.T, chance *rand.Rand, folder, name string) (copied, what string, at int64) {
	t.Helper()
	copied = filepath.Join(t.TempDir(), FileName)
	try(t, copyFolder(folder, copied))
	path := filepath.Join(copied, name)
	data := must[[]byte](t)(os.ReadFile(path))
	written := len(strings.TrimRight(string(data), "\x00")) // behind it a log is only made long
	i := chance.Intn(written)
	switch chance.Intn(12) {
	case 0:
		try(t, os.Remove(path))
		return copied, "missing", 0
	case 1:
		data, what, i = nil, "empty", 0
	case 2, 3, 4:
		data, what = data[:i], "cut"
	case 5:
		clear(data[i:min(written, i+4096)])
		what = "cleared"
	default:
		data[i] ^= 1 << chance.Intn(8)
		what = "flipped"
	}
	try(t, os.WriteFile(path, data, 0o600))
	return copied, fmt.Sprintf("%s %s at %d", name, what, i), int64(i)
}

// TestNoDamageOfAProtectedJournalIsUnsaid damages each file of a closed one wherever chance says: what is opened says what it said, to
// the last row, or it is refused, and the file that is damaged is named and stays as it is.
func TestNoDamageOfAProtectedJournalIsUnsaid(t *testing.T) {
	aloneUnderRace(t)
	protectedOnly(t)
	t.Parallel()
	j, clock := newJournal(t)
	fillSound(t, j, clock)
	try(t, j.Close())
	folder := j.Path()
	j = must[*Journal](t)(openAt(folder, false))
	addPerson(t, j, "Zoe") // so that both generations differ
	says := allItSays(t, j)
	try(t, j.Close())
	names := pageFiles(t, folder)
	if len(names) < 4 {
		t.Fatalf("there are only %v", names)
	}
	mended, refused, unsaid := 0, 0, 0
	for seed := range int64(*damages) {
		chance := rand.New(rand.NewSource(seed)) //nolint:gosec // which damage doesn't matter
		name := names[int(seed)%len(names)]
		copied, what, _ := damageFile(t, chance, folder, name)
		before := bytesOfFolder(t, copied)
		opened, err := openAt(copied, false)
		if err != nil {
			refused++
			if !errors.Is(err, notes.ErrDamaged) || !strings.Contains(err.Error(), name) || bytesOfFolder(t, copied) != before {
				t.Errorf("seed %d, %s: %v", seed, what, err)
			}
			continue
		}
		if now := allItSays(t, opened); !maps.Equal(now, says) {
			unsaid++
			t.Errorf("seed %d, %s: it says something else, and nothing is told", seed, what)
		}
		mended++
		try(t, opened.close())
	}
	if *damages >= 40 && (mended == 0 || refused == 0) {
		t.Errorf("%d mended, %d refused: the damages reach nothing", mended, refused)
	}
	figure("damage", fmt.Sprintf("%d flips, cuts, cleared, empty and missing files of a closed journal", *damages),
		fmt.Sprintf("%d opened with all there, %d refused with the name of the file, **%d unsaid**", mended, refused, unsaid))
}

// TestNoDamageOfAProtectedLogIsUnsaid damages the newest log of a killed journal: where that isn't told it is what a power cut leaves,
// a state that was committed; of a log that wasn't cut it is told, but for the very last save.
func TestNoDamageOfAProtectedLogIsUnsaid(t *testing.T) {
	aloneUnderRace(t)
	protectedOnly(t)
	t.Parallel()
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "begun\n")
	texts := []string{"begun\n"}
	for rev := int64(1); rev <= 30; rev++ {
		texts = append(texts, fmt.Sprintf("todo: rev %d\n%s", rev, strings.Repeat("and a line\n", int(rev))))
		must[int64](t)(j.SaveBody(id, rev, texts[rev]))
	}
	killed := filepath.Join(t.TempDir(), FileName)
	try(t, copyFolder(j.Path(), killed))
	names := pageFiles(t, killed)
	name := names[len(names)-1]
	last := len(texts) - 1
	whole, asCut, told, unsaid := 0, 0, 0, 0
	for seed := range int64(*damages) {
		chance := rand.New(rand.NewSource(seed)) //nolint:gosec // which damage doesn't matter
		copied, what, _ := damageFile(t, chance, killed, name)
		before := bytesOfFolder(t, copied)
		opened, err := openAt(copied, false)
		if err != nil {
			told++
			if !errors.Is(err, notes.ErrDamaged) || !strings.Contains(err.Error(), name) || bytesOfFolder(t, copied) != before {
				t.Errorf("seed %d, %s: %v", seed, what, err)
			}
			continue
		}
		n, err := opened.Note(id)
		state := -1
		if err == nil {
			state = slices.Index(texts, n.Body)
		}
		cut := strings.Contains(what, " cut ") || strings.Contains(what, " empty ") || strings.Contains(what, " cleared ")
		switch {
		case state == last:
			whole++
		case cut && (state >= 0 || errors.Is(err, notes.ErrNotFound)), state == last-1:
			asCut++
		default:
			unsaid++
			t.Errorf("seed %d, %s: state %d of %d is shown, and nothing is told: %v", seed, what, state, last, err)
		}
		try(t, opened.CheckIndex())
		try(t, opened.close())
	}
	if told == 0 || *damages >= 40 && asCut == 0 {
		t.Errorf("%d told, %d as a power cut leaves it: the damages reach nothing", told, asCut)
	}
	figure("damage of the log", fmt.Sprintf("%d flips, cuts, cleared, empty and missing logs of a killed journal", *damages),
		fmt.Sprintf("%d with all there, %d refused and told, %d ended earlier as after a power cut, **%d unsaid**", whole, told, asCut, unsaid))
}

// TestBackupsOfAYear makes backups over thirteen months, of which those of 24 hours, 14 days and 12 months stay: each was read back
// and counted, and opens with what was written then.
func TestBackupsOfAYear(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	j, c := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.JournalNote, "2026-11-20", "made 0")
	secret := notes.Secret{}
	if *protectedFlag {
		secret.Recovery = must[*sealed.Key](t)(testKey()).RecoveryText()
	}
	var steps []time.Duration
	for range 12 {
		steps = append(steps, 30*24*time.Hour)
	}
	for range 15 {
		steps = append(steps, 24*time.Hour)
	}
	for range 26 {
		steps = append(steps, time.Hour)
	}
	rev := int64(1)
	texts := map[int64]string{}
	for i, step := range steps {
		c.pass(step)
		text := fmt.Sprintf("made %d", i+1)
		rev = must[int64](t)(j.SaveBody(id, rev, text))
		made := backUp(t, j).Made
		if made == nil || !made.Counted || made.Notes != 1 || made.People != 1 {
			t.Fatalf("backup %d: %+v", i, made)
		}
		texts[made.Number] = text
	}
	kept := listed(t, j)
	if len(kept) < 24+12+10 || len(kept) > 24+14+12 {
		t.Errorf("%d backups are kept", len(kept))
	}
	for _, b := range kept {
		old := must[*Journal](t)(OpenBackup(b.Path, secret, c.now))
		if got := must[notes.Note](t)(old.Note(id)).Body; got != texts[b.Number] {
			t.Errorf("backup %d says %q", b.Number, got)
		}
		try(t, old.Close())
	}
	figure("backups of thirteen months", fmt.Sprintf("%d made, %d kept: hours, days and months", len(steps), len(kept)),
		"each read back, counted, opened and compared")
}
