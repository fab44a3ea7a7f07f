package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"handback/notes"
	"handback/storage/sealed"
)

// lockedJournal is a protected journal with Ana in it, closed; its passphrase is "correct horse", and opening it costs no second.
func lockedJournal(t *testing.T) (path string, k *sealed.Key, now func() time.Time) {
	t.Helper()
	plainOnly(t)
	path, now = filepath.Join(t.TempDir(), FileName), newClock().now
	j, err := Open(path, Options{Now: now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	_, err = j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}}})
	if err = errors.Join(err, j.Close()); err != nil {
		t.Fatal(err)
	}
	if k, err = sealed.NewKey(); err != nil {
		t.Fatal(err)
	}
	if _, err := Protect(path, k, quickKey(k), now, nil); err != nil {
		t.Fatal(err)
	}
	if path, err = place(path, false); err != nil {
		t.Fatal(err)
	}
	return path, k, now
}

var horse = notes.Secret{Passphrase: "correct horse"}

func unlocked(t *testing.T, path string, now func() time.Time) *Journal {
	t.Helper()
	j, err := Unlock(path, horse, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	return j
}

func TestAJournalIsProtectedUnlockedAndFreed(t *testing.T) {
	aloneUnderRace(t)
	plainOnly(t)
	keyring.MockInit()
	path, now := filepath.Join(t.TempDir(), FileName), newClock().now
	j, err := Open(path, Options{Now: now, Create: true})
	if err = errors.Join(err, j.Close()); err != nil {
		t.Fatal(err)
	}
	made, err := ProtectWith(path, notes.Protection{Passphrase: "Zu\u0308rich", Keychain: true}, now, nil)
	if err != nil || len(strings.Fields(made.Recovery)) != 11 {
		t.Fatal(made, err)
	}
	if !IsProtected(path) || !HasKeychain(path) {
		t.Errorf("protected: %v, in the keychain: %v", IsProtected(path), HasKeychain(path))
	}
	if _, err := Open(path, Options{Now: now}); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("without a key: %v", err)
	}
	if j, err = UnlockByKeychain(path, now); err != nil {
		t.Fatal(err)
	}
	recovery := notes.Secret{Recovery: strings.ToLower(made.Recovery)}
	if err := errors.Join(CheckSecret(path, recovery), j.Close()); err != nil { // also while it is open
		t.Fatal(err)
	}
	if j, err = Unlock(path, notes.Secret{Passphrase: "Z\u00fcrich"}, now); err != nil {
		t.Fatal(err)
	}
	key := j.ownKey
	if err := j.Close(); err != nil || key.Identity() != nil && !wiped(key) {
		t.Errorf("closed: %v, its key stays in memory", err)
	}
	if err := os.Remove(filepath.Join(path, sealed.KeyName)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(path, sealed.KeyCopyName)); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{Now: now}); !errors.Is(err, notes.ErrNoKey) || !strings.Contains(err.Error(), "key.age") {
		t.Errorf("without its key files: %v", err)
	}
	if err := ChangePassphrase(path, recovery, "anew"); err != nil {
		t.Fatal(err)
	}
	anew := notes.Secret{Passphrase: "anew"}
	if err := SetKeychain(path, anew, false); err != nil || HasKeychain(path) {
		t.Errorf("out of the keychain: %v", err)
	}
	if err := UnprotectWith(path, anew, now, nil); err != nil || IsProtected(path) {
		t.Fatal(err)
	}
	if j, err = Open(path, Options{Now: now}); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

func wiped(k *sealed.Key) (is bool) {
	defer func() { is = recover() != nil }()
	_ = k.RecoveryText()
	return false
}

func TestAnotherJournalsKeyIsRefused(t *testing.T) {
	path, _, _ := lockedJournal(t)
	other, err := sealed.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]notes.Secret{
		"a passphrase": {Passphrase: "wrong horse"}, "nothing": {}, "a recovery key": {Recovery: other.RecoveryText()},
	} {
		t.Run(name, func(t *testing.T) {
			before := folderAt(t, path)
			for act, err := range map[string]error{
				"unlock": failure(Unlock(path, s, newClock().now)), "check": CheckSecret(path, s),
				"change": ChangePassphrase(path, s, "mine"), "keychain": SetKeychain(path, s, true),
				"off": UnprotectWith(path, s, newClock().now, nil),
			} {
				if !errors.Is(err, notes.ErrSecret) {
					t.Errorf("%s: %v", act, err)
				}
			}
			if folderAt(t, path) != before {
				t.Error("files are changed")
			}
		})
	}
}

func failure(_ *Journal, err error) error { return err }

// folderAt is what the files of a folder say.
func folderAt(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		b.WriteString(path + "\x00" + string(content) + "\x00")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// noteTexts are the texts of all notes, oldest first.
func noteTexts(t *testing.T, j *Journal) (texts []string) {
	t.Helper()
	people, err := j.People()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		heads, err := j.NotesOf(p.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range heads {
			n, err := j.Note(h.ID)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, p.FirstName()+"|"+strings.TrimSpace(n.Body))
		}
	}
	return texts
}

func TestCapturedLinesAreFiledOnce(t *testing.T) {
	path, _, now := lockedJournal(t)
	j := unlocked(t, path, now) // makes the recipient
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"Ana: ask about the rollout", "todo: call legal"} {
		if _, err := KeepLine(path, "", line, now()); err != nil {
			t.Fatal(err)
		}
	}
	inbox := filepath.Join(path, sealed.InboxName)
	if got := folderAt(t, path); strings.Contains(got, "rollout") || strings.Contains(got, "legal") {
		t.Error("a captured line can be read")
	}
	kept := t.TempDir()
	if err := os.CopyFS(kept, os.DirFS(inbox)); err != nil {
		t.Fatal(err)
	}
	j = unlocked(t, path, now)
	if filed, damaged := j.Captured(); filed != 2 || damaged != 0 {
		t.Errorf("filed %d, damaged %d", filed, damaged)
	}
	want := noteTexts(t, j)
	if got := strings.Join(want, "; "); !strings.Contains(got, "Ana|ask about the rollout") || !strings.Contains(got, "todo: call legal") {
		t.Errorf("filed are %q", want)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(inbox); err != nil || len(left) != 0 {
		t.Errorf("%d stay in the inbox, %v", len(left), err)
	}
	if err := os.CopyFS(inbox, os.DirFS(kept)); err != nil { // as if it was killed before it deleted them
		t.Fatal(err)
	}
	if _, err := KeepLine(path, "", "one more", now()); err != nil {
		t.Fatal(err)
	}
	j = unlocked(t, path, now)
	if filed, _ := j.Captured(); filed != 1 {
		t.Errorf("the second time %d are filed", filed)
	}
	if got := strings.Join(noteTexts(t, j), "; "); strings.Count(got, "rollout") != 1 || strings.Count(got, "legal") != 1 ||
		strings.Count(got, "one more") != 1 {
		t.Errorf("filed are %q", got)
	}
	if left, err := os.ReadDir(inbox); err != nil || len(left) != 0 {
		t.Errorf("%d stay in the inbox, %v", len(left), err)
	}
}

func TestForgettingLeavesWhatOthersWrote(t *testing.T) {
	plainOnly(t)
	folder, now := t.TempDir(), newClock().now
	j, err := Open(filepath.Join(folder, FileName), Options{Now: now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	people, err := j.People()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: people[0].ID, Kind: notes.JournalNote, Date: "2026-11-20", Body: "the rollout\n",
	}}}); err != nil {
		t.Fatal(err)
	}
	vault, copied := filepath.Join(folder, "vault"), filepath.Join(folder, "copy.handback")
	if _, err := j.ExportArchive(vault, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := j.SaveCopy(copied); err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(vault, "own.md")
	if err := os.WriteFile(own, []byte("of another program"), 0o600); err != nil {
		t.Fatal(err)
	}
	strange := t.TempDir()
	err = ForgetCopies([]string{vault, copied, strange, filepath.Join(folder, "gone")})
	if !errors.As(err, &notes.Invalid{}) || !strings.Contains(err.Error(), strange) {
		t.Errorf("a folder of somebody else: %v", err)
	}
	if got := folderAt(t, vault); got != own+"\x00of another program\x00" {
		t.Errorf("left is %q", got)
	}
	if exists(copied) || !exists(strange) {
		t.Errorf("the copy is there: %v, the other folder: %v", exists(copied), exists(strange))
	}
}
