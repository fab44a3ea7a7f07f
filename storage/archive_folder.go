package storage

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"handback/notes/archive"
	"handback/notes/voice"
)

// ErrOtherArchive is returned where a folder holds what would be lost if the journal were written there.
var ErrOtherArchive = errors.New("the folder holds something else")

const (
	listFile  = archive.Beside + "/files.txt" // every file that was written, with what was in it
	stageName = ".handback-new"
	hashBytes = 16
)

type digest [hashBytes]byte

func digestOf(data []byte) (s digest) {
	all := sha256.Sum256(data)
	copy(s[:], all[:])
	return s
}

// archiveFolder writes an archive to a folder of the disk. What is new is written beside first and put in place when all of
// it is there; what is the same already is not touched. A file that something else wrote is never replaced.
type archiveFolder struct {
	root, stage string
	made        bool              // the folder was not there before
	had         map[digest]digest // what the list said: by path, what was in it
	kept        map[digest]bool
	solid       map[string]bool // folders that are known to be ones, and no links
	list        *bufio.Writer
	listed      *os.File
	listSum     hash.Hash

	lastDir          string // that was made for what is staged
	foreign          int
	first            string // the first file that would be lost
	stamp            string
	written, removed int
}

// openArchiveFolder opens a folder for an archive. Other is said where it has one that isn't among those seen.
func openArchiveFolder(root, seen, other string) (*archiveFolder, error) {
	d := &archiveFolder{
		root: root, stage: filepath.Join(root, stageName), had: map[digest]digest{}, kept: map[digest]bool{},
		solid: map[string]bool{}, listSum: sha256.New(),
	}
	if st, err := os.Stat(root); err == nil && !st.IsDir() {
		return nil, say(ErrOtherArchive, nil, voice.T("{folder} is a file. Choose a folder.", "folder", root))
	} else if errors.Is(err, fs.ErrNotExist) {
		d.made = true
	}
	if err := d.readList(seen, other); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(d.stage); err != nil { // of an export that didn't end
		return nil, err
	}
	if err := os.MkdirAll(d.stage, 0o700); err != nil {
		return nil, err
	}
	var err error
	if d.listed, err = os.Create(filepath.Join(d.stage, "files.txt")); err != nil {
		return nil, errors.Join(err, d.abandon())
	}
	d.list = bufio.NewWriter(io.MultiWriter(d.listed, d.listSum))
	return d, nil
}

// readList reads what was written to the folder last; everything of that has to be in the journal.
func (d *archiveFolder) readList(seen, other string) error {
	stamp := sha256.New()
	err := eachListed(filepath.Join(d.root, filepath.FromSlash(listFile)), stamp, func(file string, s digest) {
		d.had[digestOf([]byte(file))] = s
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if stampOf(stamp) != "" && !strings.Contains(" "+seen+" ", " "+stampOf(stamp)+" ") {
		return say(ErrOtherArchive, nil, other)
	}
	return nil
}

func stampOf(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:hashBytes]) }

// eachListed reads a list of files. What is no path within the folder is passed over.
func eachListed(list string, stamp io.Writer, do func(file string, s digest)) error {
	f, err := os.Open(list)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it is only read
	lines := bufio.NewScanner(io.TeeReader(f, stamp))
	for lines.Scan() {
		text, file, _ := strings.Cut(lines.Text(), " ")
		var s digest
		if n, err := hex.Decode(s[:], []byte(text[:min(len(text), 2*hashBytes)])); err != nil || n != hashBytes {
			continue
		}
		if fs.ValidPath(file) && filepath.IsLocal(filepath.FromSlash(file)) && !strings.HasPrefix(file, ".") {
			do(file, s)
		}
	}
	return lines.Err()
}

// put writes a file, if it isn't there as it is to be. Known says whether all of what something else wrote there is known.
func (d *archiveFolder) put(file string, data []byte, known func(*archive.Row) (bool, error)) error {
	return d.place(file, digestOf(data), known, func() error {
		to := filepath.Join(d.stage, "f", filepath.FromSlash(file))
		if dir := filepath.Dir(to); dir != d.lastDir {
			if err := os.MkdirAll(dir, 0o700); err != nil {
				return err
			}
			d.lastDir = dir
		}
		return os.WriteFile(to, data, 0o600)
	})
}

// place lists a file and, where it isn't there yet, has it staged.
func (d *archiveFolder) place(file string, s digest, known func(*archive.Row) (bool, error), stage func() error) error {
	d.kept[digestOf([]byte(archive.Folded(file)))] = true
	if _, err := d.list.WriteString(hex.EncodeToString(s[:]) + " " + file + "\n"); err != nil {
		return err
	}
	now, there, err := d.onDisk(file)
	switch was, listed := d.had[digestOf([]byte(file))]; {
	case err != nil:
		return err
	case there && now == s:
		return nil
	case there && (!listed || was != now):
		if ok, err := d.isKnown(file, known); err != nil || !ok {
			d.wouldLose(file)
			return err
		}
	}
	if err := stage(); err != nil {
		return err
	}
	d.written++
	return nil
}

// isKnown reports whether nothing is lost where a file is written over.
func (d *archiveFolder) isKnown(file string, known func(*archive.Row) (bool, error)) (bool, error) {
	if known == nil {
		return false, nil
	}
	data, err := os.ReadFile(filepath.Join(d.root, filepath.FromSlash(file)))
	if err != nil {
		return false, err
	}
	r, ok, err := archive.Read(file, data)
	if err != nil || !ok {
		return false, nil //nolint:nilerr // what can't be read isn't known
	}
	return known(r)
}

func (d *archiveFolder) wouldLose(file string) {
	if d.foreign++; d.first == "" {
		d.first = file
	}
}

// onDisk is what is in a file of the folder now.
func (d *archiveFolder) onDisk(file string) (s digest, there bool, err error) {
	if ok, err := d.within(path.Dir(file)); err != nil || !ok {
		return s, false, err
	}
	at := filepath.Join(d.root, filepath.FromSlash(file))
	st, err := os.Lstat(at)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, false, nil
	case err != nil:
		return s, false, err
	case !st.Mode().IsRegular():
		return s, true, d.notOrdinary(file)
	}
	f, err := os.Open(at)
	if err != nil {
		return s, true, err
	}
	h := sha256.New()
	_, err = io.Copy(h, f)
	copy(s[:], h.Sum(nil))
	return s, true, errors.Join(err, f.Close())
}

// within reports whether a folder is there; it must be one, and no link to another place.
func (d *archiveFolder) within(dir string) (bool, error) {
	if dir == "." || d.solid[dir] {
		return true, nil
	}
	if ok, err := d.within(path.Dir(dir)); err != nil || !ok {
		return ok, err
	}
	st, err := os.Lstat(filepath.Join(d.root, filepath.FromSlash(dir)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !st.IsDir():
		return false, d.notOrdinary(dir)
	}
	d.solid[dir] = true
	return true, nil
}

func (d *archiveFolder) notOrdinary(file string) error {
	return say(ErrOtherArchive, nil, voice.T(
		"{file} in {folder} is a link or a special file, so nothing is written there. Remove it, or choose another folder.",
		"file", file, "folder", d.root))
}

// stream is a file that is written piece by piece.
type stream struct {
	d    *archiveFolder
	file string
	f    *os.File
	b    *bufio.Writer
	sum  hash.Hash
}

func (d *archiveFolder) begin(file string) (*stream, error) {
	to := filepath.Join(d.stage, "f", filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	return &stream{d: d, file: file, f: f, sum: h, b: bufio.NewWriter(io.MultiWriter(f, h))}, nil
}

func (s *stream) Write(data []byte) (int, error) { return s.b.Write(data) }

// drop leaves nothing of it.
func (s *stream) drop() error { return errors.Join(s.f.Close(), os.Remove(s.f.Name())) }

func (s *stream) end() error {
	if err := errors.Join(s.b.Flush(), s.f.Close()); err != nil {
		return err
	}
	var of digest
	copy(of[:], s.sum.Sum(nil))
	fresh := false
	err := s.d.place(s.file, of, nil, func() error { fresh = true; return nil })
	if err == nil && !fresh {
		err = os.Remove(s.f.Name())
	}
	return err
}

// around writes what tells how the rows are shown, where that isn't there: the user may have made their own of it.
func (d *archiveFolder) around(files []archive.File) error {
	for _, f := range files {
		file, data := f.Path, f.Data
		if _, there, err := d.onDisk(file); err != nil {
			return err
		} else if there {
			continue
		}
		to := filepath.Join(d.stage, "f", filepath.FromSlash(file))
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), os.WriteFile(to, data, 0o600)); err != nil {
			return err
		}
	}
	return nil
}

// finish puts everything in place. Until then nothing in the folder was touched.
func (d *archiveFolder) finish() error {
	if err := errors.Join(d.list.Flush(), d.listed.Close()); err != nil {
		return err
	}
	stale, err := d.stale()
	if err != nil {
		return err
	}
	if d.foreign > 0 {
		return say(ErrOtherArchive, nil, voice.N(d.foreign,
			"{file} in {folder} was changed outside Handback. Import the folder first, or choose another one.",
			"{n} files in {folder} were changed outside Handback, such as {file}. Import the folder first, or choose another one.",
			"file", d.first, "folder", d.root))
	}
	if err := d.moveAll("."); err != nil {
		return err
	}
	for _, file := range stale {
		if err := os.Remove(filepath.Join(d.root, filepath.FromSlash(file))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		d.removed++
		for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
			if os.Remove(filepath.Join(d.root, filepath.FromSlash(dir))) != nil { // something else is in it
				break
			}
		}
	}
	d.stamp = stampOf(d.listSum)
	if err := d.moveList(); err != nil {
		return err
	}
	return os.RemoveAll(d.stage)
}

// moveList puts the list in place, unless it says the same already.
func (d *archiveFolder) moveList() error {
	now, there, err := d.onDisk(listFile)
	if err != nil {
		return err
	}
	if there && hex.EncodeToString(now[:]) == d.stamp {
		return nil
	}
	return d.move("files.txt", listFile)
}

// moveAll puts in place what is staged of a folder; all of it at once where there is no such folder yet.
func (d *archiveFolder) moveAll(dir string) error {
	entries, err := os.ReadDir(filepath.Join(d.stage, "f", filepath.FromSlash(dir)))
	if errors.Is(err, fs.ErrNotExist) && dir == "." {
		return nil // nothing is
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		file := path.Join(dir, e.Name())
		if e.IsDir() {
			there, err := d.within(file)
			if err != nil {
				return err
			}
			if there {
				if err := d.moveAll(file); err != nil {
					return err
				}
				continue
			}
		}
		if err := d.move(filepath.Join("f", filepath.FromSlash(file)), file); err != nil {
			return err
		}
	}
	return nil
}

func (d *archiveFolder) move(from, file string) error {
	to := filepath.Join(d.root, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	return os.Rename(filepath.Join(d.stage, from), to)
}

// stale are the files that were written once and are of nothing any more.
func (d *archiveFolder) stale() (files []string, err error) {
	list := filepath.Join(d.root, filepath.FromSlash(listFile))
	walked := eachListed(list, io.Discard, func(file string, was digest) {
		if err != nil || d.kept[digestOf([]byte(archive.Folded(file)))] {
			return
		}
		now, there, readErr := d.onDisk(file)
		switch {
		case readErr != nil:
			err = readErr
		case there && now != was:
			d.wouldLose(file)
		case there:
			files = append(files, file)
		}
	})
	if errors.Is(walked, fs.ErrNotExist) {
		walked = nil
	}
	return files, errors.Join(err, walked)
}

// abandon leaves the folder as it was.
func (d *archiveFolder) abandon() error {
	var errs []error
	if d.listed != nil {
		_ = d.listed.Close() // it may be closed already
	}
	errs = append(errs, os.RemoveAll(d.stage))
	if d.made {
		_ = os.Remove(d.root) // unless something is in it
	}
	return errors.Join(errs...)
}
