package storage

import (
	"cmp"
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
// under it while it was typed on doesn't stop the rest from being filed. Of a text and the one that takes its place, which are both
// there where the program is killed in between, one is filed.
func KeepLine(path, before, line string, now time.Time) (id string, err error) {
	if path, err = place(path, false); err != nil {
		return before, err
	}
	shut := IsProtected(path)
	if line = strings.TrimSpace(line); line != "" {
		lineStep()
		if shut {
			id, err = sealed.Keep(path, before, line, now)
		} else {
			id, err = keepPlain(path+inboxEnd, before, line, now)
		}
		if err != nil {
			return before, explainLine(path, err)
		}
	}
	if before != "" {
		err = dropDraft(path, before, id)
	}
	if err == nil && line == "" && before != "" && shut {
		err = syncFolder(filepath.Join(path, sealed.InboxName))
	}
	return id, explainLine(path, err)
}

// LinesWaiting is how many lines wait sealed beside the protected journal at path, which may be locked.
func LinesWaiting(path string) int {
	path, err := place(path, false)
	if err != nil {
		return 0
	}
	return sealed.Waiting(path)
}

// lineStep is called before each step that changes the disk while a line is kept or filed; tests look there what a killed program leaves.
var lineStep = func() {}

// dropDraft deletes every text of the draft with an id, but for the one with the id but. Those beside a plain journal are there where
// that was protected meanwhile.
func dropDraft(path, id, but string) error {
	var errs []error
	for folder, end := range map[string]string{path + inboxEnd: plainLineEnd, filepath.Join(path, sealed.InboxName): sealed.LineEnd} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // there is none, or it says so when a line is kept or filed next
		}
		for _, e := range entries {
			of, ours := strings.CutSuffix(e.Name(), end)
			if ours && of != but && sealed.DraftOf(of) == sealed.DraftOf(id) {
				lineStep()
				file := filepath.Join(folder, e.Name())
				_ = overwrite(file) // it is deleted all the same
				errs = append(errs, removed(file))
			}
		}
	}
	return errors.Join(errs...)
}

func keepPlain(folder, before, line string, now time.Time) (string, error) {
	if len(line) > mostPlainLine {
		return "", notes.Invalid{Field: voice.T("Line"), Why: voice.T("That's too long for one line. Write a note instead.")}
	}
	id, err := sealed.NextLine(before, now)
	if err != nil {
		return "", err
	}
	for range 2 { // once more where what waited was filed meanwhile, and the folder went with it
		if err = makeFolder(folder); err == nil {
			err = writeWhole(filepath.Join(folder, id+plainLineEnd), []byte(line+"\n"))
		}
		if !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return id, err
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

// dropPlain deletes lines that are in the journal by now, what a program left that was killed while it kept one, and the folder once it
// is empty. What is gone already is deleted.
func dropPlain(folder string, ids []string) error {
	gone := tornLines(folder)
	for _, id := range ids {
		gone = append(gone, filepath.Join(folder, id+plainLineEnd))
	}
	var errs []error
	for _, file := range gone {
		lineStep()
		_ = overwrite(file) // it is deleted all the same
		errs = append(errs, removed(file))
	}
	_ = os.Remove(folder) // unless something else is in it
	return errors.Join(errs...)
}

// tornLines are pieces of lines that weren't kept yet when a program was killed. Each gets another name first: a program that is alive, and
// writes one now, misses it then and begins anew.
func tornLines(folder string) (torn []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		file := filepath.Join(folder, e.Name())
		switch filepath.Ext(file) {
		case ".part":
			lineStep()
			if os.Rename(file, file+tornEnd) == nil {
				torn = append(torn, file+tornEnd)
			}
		case tornEnd:
			torn = append(torn, file)
		}
	}
	return torn
}

const tornEnd = ".torn"

// FileLines files the lines that wait beside the journal, and reports how many it filed.
func (j *Journal) FileLines() (filed int, err error) {
	change, filed, drop, err := j.Waiting("")
	if err != nil {
		return 0, err
	}
	if !change.IsZero() {
		lineStep()
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
	is := func(l sealed.Captured) bool { return typing != "" && sealed.DraftOf(l.ID) == sealed.DraftOf(typing) }
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
	drop = func() error {
		err := dropPlain(folder, idsOf(plain))
		if j.vault != nil {
			err = errors.Join(err, sealed.DropCaptured(j.path, idsOf(shut)))
		}
		return err
	}
	if len(plain)+len(shut) == 0 {
		return change, 0, drop, nil
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
	lines, older := sealed.LastOf(lines)
	ids := before
	note := func(id string) (isNew bool) {
		if isNew = !notes.WasCaptured(ids, id); isNew { // otherwise it was filed, and the program ended before it was deleted
			ids = notes.NoteCaptured(ids, id)
		}
		return isNew
	}
	for _, id := range older {
		note(id)
	}
	for _, line := range lines {
		if !note(line.ID) {
			continue
		}
		change.Appends = append(change.Appends, notes.FileCaptured(line.Text, line.At.In(j.now().Location()), names, me)...)
		filed++
	}
	if ids != before {
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
