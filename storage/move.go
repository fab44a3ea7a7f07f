package storage

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// stagedFolder is where a journal that is moved is put together, in the folder that it goes to.
const stagedFolder = ".handback-moving"

// withJournal stands in the names of the files that go with a journal wherever it goes: copies from before an update, logs that
// were put aside, what was salvaged, merged, or kept before a merge.
var withJournal = []string{olderMark, earlierMark, salvageMark, mergedMark, beforeMergeMark, keptMark, replacedMark}

// folderEnds end the names of the folders that go with a journal.
var folderEnds = []string{backupsEnd}

// goesWith are the names of what goes with a journal when it is moved, itself last: its files and folders, and its log. What is
// missing is left out.
func goesWith(path string) (names []string, err error) {
	folder, own := filepath.Split(path)
	stem := strings.TrimSuffix(own, filepath.Ext(own))
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := e.Name()
		rest, ok := strings.CutPrefix(name, stem)
		switch {
		case !ok || name == own:
		case e.IsDir() && slices.Contains(folderEnds, rest), e.IsDir() && name == own+inboxEnd, name == own+"-wal", name == own+"-journal":
			names = append(names, name)
		case (e.Type().IsRegular() || e.IsDir()) && slices.ContainsFunc(withJournal, func(mark string) bool {
			return strings.HasPrefix(rest, mark) || strings.HasPrefix(strings.TrimPrefix(rest, filepath.Ext(own)), mark) ||
				strings.HasPrefix(rest, filepath.Ext(own)+"-wal"+mark)
		}):
			names = append(names, name)
		}
	}
	return append(names, own), nil
}

// Move brings a closed journal to another folder, with all that goes with it, and returns where it is then. Everything is copied
// there, made lasting, read back and compared before the first file goes from the old folder; where that is broken off at any
// moment, Now finds a whole journal. Where Move returns an error everything is as it was. progress, which may be nil, is told of
// bytes; an error of it ends the move.
func (p Places) Move(path, folder string, progress func(done, of int64) error) (at string, err error) {
	if isFolder(path) && exists(filepath.Join(path, sealedKey)) {
		path, err = realPath(path)
	} else {
		path, err = place(path, false)
	}
	if err != nil {
		return "", err
	}
	to, err := moveTarget(path, folder)
	if err != nil {
		return "", err
	}
	mv := &mover{places: p, move: relocation{From: path, To: to, Phase: phaseCopying}, progress: progress}
	held, err := mv.hold()
	if err != nil {
		return "", explain(path, err)
	}
	defer func() {
		if lost := mv.letGo(held); err == nil && lost != nil {
			err = explainMove(to, lost)
		}
	}()
	if err := mv.run(); err != nil {
		return "", explainMove(to, err)
	}
	keychainFollows(path, to)
	return to, nil
}

// keychainFollows has the system's keychain keep the key of a protected journal under its new place. Where it can't, the passphrase is
// asked for.
func keychainFollows(from, to string) {
	if !IsProtected(to) {
		return
	}
	k, err := sealed.FromKeychain(from)
	if err != nil {
		return
	}
	defer k.Wipe()
	_ = errors.Join(sealed.KeepInKeychain(to, k), sealed.DropFromKeychain(from))
}

// LeftBehind are the copies of a journal that stayed in the folder that it was moved from: those that a sync program or a hand made.
func LeftBehind(from string) ([]string, error) {
	left, err := (&Journal{path: from}).Copies()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return left, err
}

// moveTarget is where the journal at path will be in a folder, which is made where there is none.
func moveTarget(path, folder string) (string, error) {
	from := filepath.Dir(path)
	if !mayWrite(from) {
		return "", say(notes.ErrNoAccess, nil, voice.T(
			"You can't delete files in {folder}, so your journal can't be moved from there. Save a copy of it instead.", "folder", from))
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	if st, err := os.Stat(folder); err == nil && !st.IsDir() {
		return "", wrongFolder(voice.T("{folder} is a file. Choose a folder.", "folder", folder))
	}
	if err := makeFolder(folder); err != nil {
		return "", explainMove(filepath.Join(folder, "x"), err)
	}
	if folder, err = filepath.EvalSymlinks(folder); err != nil {
		return "", explainMove(filepath.Join(folder, "x"), err)
	}
	to := filepath.Join(folder, filepath.Base(path))
	switch {
	case sameFolder(folder, from):
		return "", wrongFolder(voice.T("Your journal is already in {folder}. Choose another folder.", "folder", folder))
	case folder == path || strings.HasPrefix(folder, path+string(filepath.Separator)):
		return "", wrongFolder(voice.T("{folder} is part of your journal. Choose another folder.", "folder", folder))
	case len(to) > mostPath:
		return "", wrongFolder(voice.T("The path of this folder is too long. Choose one higher up."))
	case !mayWrite(folder):
		return "", explainMove(to, fs.ErrPermission)
	}
	names, err := goesWith(path)
	if err != nil {
		return "", explain(path, err)
	}
	for _, name := range append(names, filepath.Base(path)+"-wal") {
		if exists(filepath.Join(folder, name)) {
			return "", say(notes.ErrExists, nil, voice.T(
				"There's already a file called {name} in {folder}. Nothing was moved. Choose another folder.", "name", name, "folder", folder))
		}
	}
	return to, nil
}

func wrongFolder(why string) error { return notes.Invalid{Field: voice.T("Folder"), Why: why} }

func sameFolder(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// sealedKey and sealedLock are the key and the lock of a protected journal, which is a folder.
const (
	sealedKey  = "key.age"
	sealedLock = "lock"
)

func isFolder(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.IsDir()
}

// mover moves one journal.
type mover struct {
	places   Places
	move     relocation
	resumed  bool // it goes on after a crash
	progress func(done, of int64) error
	done, of int64
}

// moveStep is called before each step of a move that changes the disk; tests end the process there.
var moveStep = func() {}

// hold takes the journal that is to be moved, as opening it does.
func (m *mover) hold() (*os.File, error) {
	if isFolder(m.move.From) {
		return lock(filepath.Join(m.move.From, sealedLock))
	}
	return lock(m.move.From + ".lock")
}

// letGo gives it back. Where the journal is gone from there, so does its lock.
func (m *mover) letGo(held *os.File) error {
	err := held.Close()
	if !exists(m.move.From) {
		err = errors.Join(err, removed(m.move.From+".lock"))
	}
	return err
}

func (m *mover) staged() string { return filepath.Join(filepath.Dir(m.move.To), stagedFolder) }

func (m *mover) run() error {
	moveStep()
	if err := m.places.note(m.move); err != nil {
		return err
	}
	if err := m.copy(); err != nil {
		return errors.Join(err, m.abandon())
	}
	m.move.Phase = phaseCopied
	moveStep()
	if err := m.places.note(m.move); err != nil {
		m.move.Phase = phaseCopying
		return errors.Join(err, m.abandon())
	}
	return m.finish()
}

// abandon takes back what was begun; the journal is where it was.
func (m *mover) abandon() error {
	moveStep()
	return errors.Join(RemoveAll(m.staged()), m.places.forget(m.move))
}

// copy puts everything together beside its place, and compares it.
func (m *mover) copy() error {
	names, err := goesWith(m.move.From)
	if err != nil {
		return err
	}
	from, staged := filepath.Dir(m.move.From), m.staged()
	moveStep()
	if err := errors.Join(RemoveAll(staged), mkdirPrivate(staged)); err != nil {
		return err
	}
	for _, name := range names {
		if err := m.measure(filepath.Join(from, name)); err != nil {
			return err
		}
	}
	for _, name := range names {
		if err := m.copyTree(filepath.Join(from, name), filepath.Join(staged, name)); err != nil {
			return err
		}
	}
	moveStep()
	if err := errors.Join(syncFolder(staged), syncFolder(filepath.Dir(staged))); err != nil {
		return err
	}
	for _, name := range names {
		if err := m.compareTree(filepath.Join(from, name), filepath.Join(staged, name)); err != nil {
			return err
		}
	}
	return nil
}

// measure counts the bytes that are to be copied and compared.
func (m *mover) measure(path string) error {
	return filepath.WalkDir(path, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		st, err := e.Info()
		if err == nil {
			m.of += 2 * st.Size()
		}
		return err
	})
}

// copyTree copies a file or a folder with what is in it, for the user alone; each file lasts.
func (m *mover) copyTree(from, to string) error {
	st, err := os.Lstat(from)
	if err != nil {
		return err
	}
	moveStep()
	switch {
	case st.Mode().IsRegular():
		return errors.Join(copyFile(from, to), syncFile(to), os.Chtimes(to, st.ModTime(), st.ModTime()), m.tell(st.Size()))
	case !st.IsDir():
		return say(notes.ErrNotOurs, nil, voice.T("{path} is a link or a special file, so your journal can't be moved. Nothing was moved.",
			"path", from))
	}
	if err := mkdirPrivate(to); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := m.copyTree(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return syncFolder(to)
}

// errDiffers says that what was written isn't what is read back.
var errDiffers = errors.New("what was copied reads differently")

// compareTree reads a copy back, and holds it against what it is of.
func (m *mover) compareTree(from, to string) error {
	st, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if !st.IsDir() {
		return errors.Join(sameContent(from, to), m.tell(st.Size()))
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	there, err := os.ReadDir(to)
	if err != nil {
		return err
	}
	if len(there) != len(entries) {
		return errDiffers
	}
	for _, e := range entries {
		if err := m.compareTree(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// sameContent returns errDiffers where two files differ.
func sameContent(one, other string) error {
	a, err := os.Open(one)
	if err != nil {
		return err
	}
	defer a.Close() //nolint:errcheck // it is only read
	b, err := os.Open(other)
	if err != nil {
		return err
	}
	defer b.Close() //nolint:errcheck // it is only read
	left, right := make([]byte, 1<<16), make([]byte, 1<<16)
	for {
		n, errA := io.ReadFull(a, left)
		k, errB := io.ReadFull(b, right)
		ended := errors.Is(errA, io.EOF) || errors.Is(errA, io.ErrUnexpectedEOF)
		switch {
		case errA != nil && !ended:
			return errA
		case errB != nil && !errors.Is(errB, io.EOF) && !errors.Is(errB, io.ErrUnexpectedEOF):
			return errB
		case n != k || !bytes.Equal(left[:n], right[:k]):
			return errDiffers
		case ended:
			return nil
		}
	}
}

func (m *mover) tell(more int64) error {
	m.done += more
	if m.progress == nil {
		return nil
	}
	return m.progress(min(m.done, m.of), m.of)
}

// finish puts in place what was compared, and removes what it was copied from. It may go on where a crash broke it off.
func (m *mover) finish() error {
	names, err := m.putInPlace()
	if err != nil {
		return err
	}
	if !exists(m.move.To) { // its disk is gone, say: the old one stays
		return fs.ErrNotExist
	}
	if !m.resumed || m.asItWas() {
		if err := m.removeOld(names); err != nil {
			return err
		}
	}
	m.move.Phase = phaseMoved
	moveStep()
	return m.places.note(m.move)
}

// asItWas reports whether the journal still is in its old place as it was copied: nobody wrote in it since the crash.
func (m *mover) asItWas() bool {
	err := m.compareTree(m.move.From, m.move.To)
	return err == nil || errors.Is(err, fs.ErrNotExist) && !exists(m.move.From)
}

// putInPlace gives everything that is staged its name, the journal last, and says what there is.
func (m *mover) putInPlace() (names []string, err error) {
	folder := filepath.Dir(m.move.To)
	entries, err := os.ReadDir(m.staged())
	if errors.Is(err, fs.ErrNotExist) { // that was done
		return goesWith(m.move.To)
	}
	if err != nil {
		return nil, err
	}
	own := filepath.Base(m.move.To)
	for _, e := range entries {
		if e.Name() != own {
			names = append(names, e.Name())
		}
	}
	if exists(filepath.Join(m.staged(), own)) {
		names = append(names, own)
	}
	for _, name := range names {
		moveStep()
		if err := os.Rename(filepath.Join(m.staged(), name), filepath.Join(folder, name)); err != nil {
			return nil, err
		}
	}
	moveStep()
	if err := errors.Join(os.Remove(m.staged()), syncFolder(folder)); err != nil {
		return nil, err
	}
	return goesWith(m.move.To)
}

// removeOld removes what was copied. The journal goes first: from then on there is one alone.
func (m *mover) removeOld(names []string) error {
	folder := filepath.Dir(m.move.From)
	slices.Reverse(names)
	for _, name := range append(names, filepath.Base(m.move.From)+"-shm") {
		moveStep()
		if err := RemoveAll(filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	return syncFolder(folder)
}

// explainMove says in a sentence why a journal could not be moved.
func explainMove(to string, err error) error {
	var said sayError
	var invalid notes.Invalid
	if errors.As(err, &said) || errors.As(err, &invalid) {
		return err
	}
	folder := filepath.Dir(to)
	kind := translate(err)
	switch {
	case errors.Is(err, errDiffers):
		return say(notes.ErrDamaged, err, voice.T(
			"The copy in {folder} wasn't the same when it was read back, so your journal stays where it is. Choose another disk.", "folder", folder))
	case errors.Is(kind, notes.ErrFull):
		return say(notes.ErrFull, err, voice.T(
			"There's no space left on the disk with {folder}. Your journal stays where it is. Choose another disk.", "folder", folder))
	case errors.Is(kind, notes.ErrNoAccess), errors.Is(kind, notes.ErrReadOnly):
		return say(notes.ErrNoAccess, err, voice.T(
			"You don't have permission to save in {folder}. Your journal stays where it is. Choose another folder.", "folder", folder))
	}
	return kind
}
