package backups_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	backuproom "handback/ui/backups"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// keeper is a shell that keeps these backups, and notes what is wanted of it.
type keeper struct {
	all      backups.All
	looked   []int64
	restored []int64
	secret   notes.Secret
	older    int
	gone     []string
	left     bool
	open     bool
	wrong    error

	protected bool
}

func (k *keeper) Protected() bool { return k.protected }

func (k *keeper) List(done func(backups.All, error)) { done(k.all, k.wrong) }

func (k *keeper) LookInto(b backups.Backup, secret notes.Secret, done func(error)) {
	k.looked, k.secret = append(k.looked, b.Number), secret
	done(nil)
}

func (k *keeper) Restore(b backups.Backup, secret notes.Secret) {
	k.restored, k.secret = append(k.restored, b.Number), secret
}

func (k *keeper) At(path string) (backups.Backup, error) {
	if path != "/cloud/one.zip" {
		return backups.Backup{}, errors.New("there's no backup")
	}
	return backups.Backup{Path: path, Number: 99, Sealed: true}, nil
}

func (k *keeper) DeleteOlder(done func(int, error)) {
	k.older++
	done(3, nil)
}

func (k *keeper) Delete(b backups.Backup, done func(error)) {
	k.gone = append(k.gone, b.Path)
	done(nil)
}

func (k *keeper) Leave() func() {
	if k.open {
		return nil
	}
	return func() { k.left = true }
}

func enter(t *testing.T, k *keeper) *roomtest.Host {
	t.Helper()
	h := roomtest.New(t, nil)
	if k.open {
		h = roomtest.Open(t)
	}
	h.Enter(backuproom.New(h, k), room.Place{Screen: room.Backups})
	return h
}

func some() *keeper {
	at := time.Date(2026, 11, 23, 9, 3, 0, 0, time.UTC)
	return &keeper{all: backups.All{
		Own: []backups.Backup{
			{Number: 7, Made: at, People: 6, Notes: 163, LastNote: "2026-11-20", Counted: true, Size: 3 << 20},
			{Number: 6, Made: at.AddDate(0, 0, -20), People: 1, Notes: 1, Counted: true},
			{Number: 5, Made: at.AddDate(0, -2, 0)},
		},
		Folder: "/cloud", Second: []backups.Backup{{Number: 4, Made: at, People: 6, Notes: 160, Counted: true, Sealed: true}},
	}}
}

func TestEachBackupIsToldWithItsDayAndWhatIsInIt(t *testing.T) {
	h := enter(t, some())
	h.Sees("Today 9:03", "6 people, 163 notes, the last one from 20 Nov", "1 person, 1 note", "Look inside to see what's in it.",
		"In the second folder", "/cloud", "3 MB")
	h.SeesNot("Delete older backups")
}

func TestABackupIsRestoredOnlyOnceThatIsConfirmed(t *testing.T) {
	k := some()
	h := enter(t, k)
	h.Tap("backups.own.6.restore")
	h.Sees("Restore the backup from", "1 person, 1 note", "The one you have now is kept as a file in the same folder")
	h.Tap("dialog/cancel")
	h.Tap("backups.own.7.restore")
	h.Tap("dialog/confirm")
	if len(k.restored) != 1 || k.restored[0] != 7 || k.secret != (notes.Secret{}) {
		t.Errorf("restored are %v with %v", k.restored, k.secret)
	}
}

func TestASealedBackupAsksForItsPassphrase(t *testing.T) {
	k := some()
	h := enter(t, k)
	h.Tap("backups.second.4.look")
	h.Tap("dialog/confirm")
	h.Sees("Type the passphrase you had that day, or the recovery key.")
	h.Type("backups/passphrase", "four brave words")
	h.Tap("dialog/confirm")
	if len(k.looked) != 1 || k.looked[0] != 4 || k.secret.Passphrase != "four brave words" {
		t.Errorf("looked into %v with %v", k.looked, k.secret)
	}
}

func TestABackupFromElsewhereIsChosen(t *testing.T) {
	k := some()
	h := enter(t, k)
	h.Tap("backups.file")
	h.Type("backups/path", "/cloud/none.zip")
	h.Tap("dialog/confirm")
	h.Sees("There's no backup")
	h.Fill("backups/path", "/cloud/one.zip")
	h.Tap("dialog/confirm")
	h.Type("backups/passphrase", "four brave words")
	h.Tap("dialog/confirm")
	if len(k.restored) != 1 || k.restored[0] != 99 {
		t.Errorf("restored are %v", k.restored)
	}
}

func TestWithoutABackupOneCanBeMade(t *testing.T) {
	h := enter(t, &keeper{open: true})
	h.Sees("No backups yet.")
	h.Tap("backups.now")
	if len(h.Ran) != 1 || h.Ran[0] != "backup.now" {
		t.Errorf("it ran %q", h.Ran)
	}
}

func TestWithoutAJournalTheListLeadsBack(t *testing.T) {
	k := &keeper{}
	h := enter(t, k)
	h.Sees("No backups yet.")
	h.Tap("backups.leave")
	if !k.left {
		t.Error("it doesn't")
	}
}

func TestOlderBackupsAreDeletedOnlyOnceThatIsConfirmed(t *testing.T) {
	k := some()
	k.open = true
	h := enter(t, k)
	h.Tap("backups.delete")
	h.Sees("What's in your journal now is backed up first.", "You can't undo this.")
	h.Tap("dialog/cancel")
	if k.older != 0 {
		t.Error("they are deleted all the same")
	}
	h.Tap("backups.delete")
	h.Tap("dialog/confirm")
	if k.older != 1 || len(h.Said) != 1 || h.Said[0] != "3 backups deleted" {
		t.Errorf("said %q", h.Said)
	}
}

func TestAListThatCantBeReadSaysSo(t *testing.T) {
	h := enter(t, &keeper{wrong: notes.ErrNoAccess})
	h.Sees(widgets.Sentence(notes.ErrNoAccess))
	h.SeesNot("Looking for backups", "No backups yet")
}

func TestAPlainBackupOfAProtectedJournalIsToldBeforeItTakesItsPlace(t *testing.T) {
	const says = "from before you protected your journal"
	for _, protected := range []bool{true, false} {
		k := some()
		k.open, k.protected = true, protected
		h := enter(t, k)
		h.Tap("backups.own.7.restore")
		if protected {
			h.Sees(says)
		} else {
			h.SeesNot(says)
		}
		h.Tap("dialog/cancel")
		h.Tap("backups.second.4.restore")
		h.SeesNot(says)
	}
}

func TestARecoveryKeyOpensASealedBackup(t *testing.T) {
	k := some()
	k.open = true
	h := enter(t, k)
	h.Tap("backups.second.4.look")
	h.Fill("backups/passphrase", "age-secret-key-1 qpzry9 x8gf2t")
	h.Tap("dialog/confirm")
	if k.secret.Recovery == "" || k.secret.Passphrase != "" {
		t.Errorf("%+v", k.secret)
	}
}

// TestASealedBackupIsRestoredByTypingWhatOpensIt begins in the field: Return goes on.
func TestASealedBackupIsRestoredByTypingWhatOpensIt(t *testing.T) {
	k := some()
	k.open = true
	h := enter(t, k)
	h.Tap("backups.second.4.restore")
	if on := h.Focused(); on != "backups/passphrase" {
		t.Errorf("the focus is on %q", on)
	}
	h.Type("backups/passphrase", "four brave words")
	h.Press(fyne.KeyReturn)
	if len(k.restored) != 1 || k.secret.Passphrase != "four brave words" {
		t.Errorf("restored are %v with %v", k.restored, k.secret)
	}
}

// TestABackupIsDeletedOnlyOnceThatIsConfirmed and so is a journal that was put aside; the newest of a folder stays.
func TestABackupIsDeletedOnlyOnceThatIsConfirmed(t *testing.T) {
	k := some()
	k.open = true
	k.all.Own[1].Path, k.all.Own[1].ByHand = "/own/6", true
	at := k.all.Own[0].Made
	k.all.Aside = []backups.Backup{{Number: 1, Path: "/aside", Made: at, Copy: backups.Replaced, Counted: true, People: 6, Notes: 170}}
	k.all.Copies = []backups.Backup{
		{Number: 2, Path: "/copy", Made: k.all.Own[0].Made, Copy: backups.BeforeMerge},
		{Number: 1, Path: "/log", Made: k.all.Own[0].Made, Copy: backups.LogAlone},
	}
	h := enter(t, k)
	if h.Has("backups.own.7.delete") || h.Has("backups.second.4.delete") || h.Has("backups.copies.1.look") {
		t.Error("the newest can be deleted, or a log be looked into")
	}
	h.Tap("backups.own.6.delete")
	h.Sees("Delete this backup?", "3 Nov 9:03, made by you", "1 person, 1 note", "/own/6", "You can't undo this.")
	h.Tap("dialog/cancel")
	if len(k.gone) > 0 {
		t.Error("it is deleted all the same")
	}
	for key, path := range map[string]string{
		"backups.own.6": "/own/6", "backups.aside.1": "/aside", "backups.copies.2": "/copy", "backups.copies.1": "/log",
	} {
		k.gone = nil
		h.Tap(key + ".delete")
		h.Tap("dialog/confirm")
		if !slices.Equal(k.gone, []string{path}) {
			t.Errorf("%s: gone is %q", key, k.gone)
		}
	}
	h.Tap("backups.aside.1.delete")
	h.Sees("Delete this copy of your journal?", "as it was until today 9:03", "6 people, 170 notes")
}

// TestNothingIsDeletedWithoutAJournal where it can't be opened the backups may be all that is left.
func TestNothingIsDeletedWithoutAJournal(t *testing.T) {
	h := enter(t, some())
	for _, key := range h.Keys() {
		if strings.HasSuffix(key, ".delete") {
			t.Errorf("there is %s", key)
		}
	}
}

// TestWithoutAJournalTheKeyboardBeginsOnABackup and not on the way out.
func TestWithoutAJournalTheKeyboardBeginsOnABackup(t *testing.T) {
	h := enter(t, some())
	if on := h.Focused(); on != "backups.own.7.restore" {
		t.Errorf("it begins on %q", on)
	}
	if on := enter(t, &keeper{}).Focused(); on != "backups.leave" {
		t.Errorf("without a backup it begins on %q", on)
	}
}

// TestASecondFolderThatCantBeReadHidesNoOtherBackup says why it can't.
func TestASecondFolderThatCantBeReadHidesNoOtherBackup(t *testing.T) {
	k := some()
	k.all.Second, k.all.Away = nil, errors.New("the second folder isn't there")
	h := enter(t, k)
	h.Sees("Today 9:03", "In the second folder", "The second folder isn't there")
}
