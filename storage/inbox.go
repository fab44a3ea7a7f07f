package storage

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// Lines wait beside a journal to be filed at its next opening: those that were typed while it was locked or in use, and those that
// were being typed when the program ended. Beside a protected journal they are sealed, beside a plain one they are plain.

// inboxEnd ends the name of the folder of the lines that wait beside a plain journal.
const inboxEnd = ".lines"

const plainLineEnd = ".txt"

// mostPlainLine is how long a line may be, as a sealed one.
const mostPlainLine = 10_000

// KeepLine keeps a line beside the journal at path, which may be locked or in use, and returns by which id. What was kept by the id
// before goes then; an empty line is dropped. It is on the disk when KeepLine returns. An id stands for one text alone: what was filed
// under it while it was typed on doesn't stop the rest from being filed.
func KeepLine(path, before, line string, now time.Time) (id string, err error) {
	if path, err = place(path, false); err != nil {
		return before, err
	}
	folder, end := path+inboxEnd, plainLineEnd
	keep := keepPlain
	if IsProtected(path) {
		folder, end, keep = filepath.Join(path, sealed.InboxName), sealed.LineEnd, func(_, line string, now time.Time) (string, error) {
			return sealed.Keep(path, line, now)
		}
	}
	if line = strings.TrimSpace(line); line != "" {
		if id, err = keep(folder, line, now); err != nil {
			return before, explainLine(path, err)
		}
	}
	if before != "" && before != id {
		file := filepath.Join(folder, before+end)
		_ = overwrite(file) // it is deleted all the same
		err = removed(file)
	}
	return id, explainLine(path, err)
}

func keepPlain(folder, line string, now time.Time) (string, error) {
	if len(line) > mostPlainLine {
		return "", notes.Invalid{Field: voice.T("Line"), Why: voice.T("That's too long for one line. Write a note instead.")}
	}
	if err := makeFolder(folder); err != nil {
		return "", err
	}
	chance := make([]byte, 6)
	if _, err := rand.Read(chance); err != nil {
		return "", err
	}
	id := fmt.Sprintf("%012d-%s", max(now.Unix(), 0), hex.EncodeToString(chance))
	return id, writeWhole(filepath.Join(folder, id+plainLineEnd), []byte(line+"\n"))
}

// explainLine says in a sentence why a line couldn't be kept. It is in view, and nothing of it is lost.
func explainLine(path string, err error) error {
	if err == nil {
		return nil
	}
	var invalid notes.Invalid
	if errors.As(err, &invalid) {
		return invalid
	}
	err = translate(err)
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, notes.ErrFull):
		return say(notes.ErrFull, err, voice.T("There's no space left on the disk with {folder}, so this line isn't saved yet. "+
			"Free up some space and try again.", "folder", folder))
	case errors.Is(err, notes.ErrNoAccess), errors.Is(err, notes.ErrReadOnly), errors.Is(err, fs.ErrPermission):
		return say(notes.ErrNoAccess, err, voice.T("You can't save in the folder {folder}, so this line isn't saved yet. "+
			"Copy it somewhere safe.", "folder", folder))
	}
	return err
}

// plainInbox reads the lines that wait in a folder, oldest first. What can't be read stays there: damaged counts it.
func plainInbox(folder string) (lines []sealed.Captured, damaged int) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, 0
	}
	for _, e := range entries {
		id, ours := strings.CutSuffix(e.Name(), plainLineEnd)
		if !ours || !e.Type().IsRegular() {
			continue
		}
		var seconds int64
		info, err := e.Info()
		if err == nil && info.Size() <= 2*mostPlainLine {
			_, err = fmt.Sscanf(id, "%d-", &seconds)
		}
		var data []byte
		if err == nil {
			data, err = os.ReadFile(filepath.Join(folder, e.Name()))
		}
		if err != nil {
			damaged++
			continue
		}
		lines = append(lines, sealed.Captured{ID: id, At: time.Unix(seconds, 0), Text: string(data)})
	}
	slices.SortFunc(lines, func(a, b sealed.Captured) int { return cmp.Compare(a.ID, b.ID) })
	return lines, damaged
}

// dropPlain deletes lines that are in the journal by now, and the folder once it is empty. What is gone already is deleted.
func dropPlain(folder string, ids []string) error {
	var errs []error
	for _, id := range ids {
		file := filepath.Join(folder, id+plainLineEnd)
		_ = overwrite(file) // it is deleted all the same
		errs = append(errs, removed(file))
	}
	_ = os.Remove(folder) // unless something else is in it
	return errors.Join(errs...)
}

// FileLines files the lines that wait beside the journal, and reports how many it filed.
func (j *Journal) FileLines() (filed int, err error) {
	change, filed, drop, err := j.Waiting("")
	if err != nil {
		return 0, err
	}
	if !change.IsZero() {
		if _, err := j.Apply(change); err != nil {
			return 0, err
		}
	}
	j.captured.Filed += filed
	return filed, drop()
}

// Waiting is the change that files the lines that wait beside the journal, and how many it files; drop deletes them once it is
// committed. Each is filed once also where the program is killed before that: which they are is written in the same transaction. The
// line that is being typed now, by its id, waits on; "" is none.
func (j *Journal) Waiting(typing string) (change notes.Change, filed int, drop func() error, err error) {
	drop = func() error { return nil }
	if j.isClosed() {
		return change, 0, drop, notes.ErrClosed
	}
	if _, ro := j.ReadOnly(); ro {
		return change, 0, drop, nil // they wait until it can be written in
	}
	is := func(l sealed.Captured) bool { return l.ID == typing }
	folder := j.path + inboxEnd
	plain, damaged := plainInbox(folder) // beside a protected journal it is from before it was
	plain = slices.DeleteFunc(plain, is)
	var shut []sealed.Captured
	if j.vault != nil {
		var bad int
		if shut, bad, err = sealed.Inbox(j.path, j.key); err != nil {
			return change, 0, drop, err
		}
		shut, damaged = slices.DeleteFunc(shut, is), damaged+bad
	}
	j.captured.Damaged = damaged
	if len(plain)+len(shut) == 0 {
		return change, 0, drop, nil
	}
	drop = func() error {
		var err error
		if len(plain) > 0 {
			err = dropPlain(folder, idsOf(plain))
		}
		return errors.Join(err, sealed.DropCaptured(j.path, idsOf(shut)))
	}
	change, filed, err = j.filing(append(slices.Clone(plain), shut...))
	return change, filed, drop, err
}

func idsOf(lines []sealed.Captured) (ids []string) {
	for _, l := range lines {
		ids = append(ids, l.ID)
	}
	return ids
}

func (j *Journal) filing(lines []sealed.Captured) (change notes.Change, filed int, err error) {
	before, err := j.Setting(notes.SettingCaptured)
	if err != nil {
		return change, 0, err
	}
	names, me, err := j.whoIsWho()
	if err != nil {
		return change, 0, err
	}
	ids := before
	for _, line := range lines {
		if notes.WasCaptured(before, line.ID) {
			continue // it was filed, and the program ended before it was deleted
		}
		ids = notes.NoteCaptured(ids, line.ID)
		change.Appends = append(change.Appends, notes.FileCaptured(line.Text, line.At.In(j.now().Location()), names, me)...)
		filed++
	}
	if filed > 0 {
		change.Rows = []notes.Row{notes.PutSetting{Key: notes.SettingCaptured, Value: ids}}
	}
	return change, filed, nil
}

func (j *Journal) whoIsWho() (names *notes.Names, me notes.PersonID, err error) {
	people, err := j.People()
	if err != nil {
		return nil, 0, err
	}
	for _, p := range people {
		if p.Kind == notes.KindMe {
			me = p.ID
		}
	}
	return notes.NewNames(people), me, nil
}
