package storage

import (
	"bufio"
	"bytes"
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
	disk        archiveDisk
	made        bool                       // the folder was not there before
	had         map[digest]bool            // what the list said: files together with what was in them
	tookIn      func(digest) (bool, error) // whether a file, together with what is in it, was imported
	saw         func(stamp string) error   // is told what the folder is about to be
	kept        map[digest]bool
	solid       map[string]bool // folders that are known to be ones, and no links
	list        *bufio.Writer
	listed      io.WriteCloser
	listSum     hash.Hash

	lastDir          string // that was made for what is staged
	foreign          int
	first            string // the first file that would be lost
	stamp            string
	written, removed int
}

// openArchiveFolder opens a folder for an archive. Other is said where it has one that isn't among those seen.
func openArchiveFolder(disk archiveDisk, root, seen, other string) (*archiveFolder, error) {
	d := &archiveFolder{
		disk: disk, root: root, stage: filepath.Join(root, stageName), had: map[digest]bool{}, kept: map[digest]bool{},
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
	if err := RemoveAll(d.stage); err != nil { // of an export that didn't end
		return nil, err
	}
	if err := d.disk.MkdirAll(d.stage); err != nil {
		return nil, err
	}
	var err error
	if d.listed, err = d.disk.Create(filepath.Join(d.stage, "files.txt")); err != nil {
		return nil, errors.Join(err, d.abandon())
	}
	d.list = bufio.NewWriter(io.MultiWriter(d.listed, d.listSum))
	return d, nil
}

// readList reads what was written to the folder last; everything of that has to be in the journal.
func (d *archiveFolder) readList(seen, other string) error {
	stamp, err := eachListed(d.root, func(file string, s digest) { d.had[pairOf(file, s)] = true })
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if stamp != "" && !strings.Contains(" "+seen+" ", " "+stamp+" ") {
		return say(ErrOtherArchive, nil, other)
	}
	return nil
}

func stampOf(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:hashBytes]) }

// pairOf stands for a file together with what is in it.
func pairOf(file string, s digest) digest { return digestOf([]byte(file + "\x00" + string(s[:]))) }

// goesOn is a line of a list that is about to be another one: what the folder was stands before it, what it is to be behind it.
const goesOn = "+"

// eachListed reads the list of a folder, and says by which stamp the journal knows it. What is no path within the folder is passed
// over, and how lines end, which a program that keeps the folder may change.
func eachListed(root string, do func(file string, s digest)) (stamp string, err error) {
	at := filepath.Join(root, filepath.FromSlash(listFile))
	if st, err := os.Lstat(at); err != nil {
		return "", err
	} else if !st.Mode().IsRegular() { // it is of somebody else, and reading it may never end
		return "", &fs.PathError{Op: "read", Path: listFile, Err: fs.ErrNotExist}
	}
	f, err := os.Open(at)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // it is only read
	h := sha256.New()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if lines.Text() == goesOn {
			h.Reset()
			continue
		}
		_, _ = io.WriteString(h, lines.Text()+"\n") // a hash takes everything
		text, file, _ := strings.Cut(lines.Text(), " ")
		var s digest
		if n, err := hex.Decode(s[:], []byte(text[:min(len(text), 2*hashBytes)])); err != nil || n != hashBytes {
			continue
		}
		if fs.ValidPath(file) && filepath.IsLocal(filepath.FromSlash(file)) && !strings.HasPrefix(file, ".") {
			do(file, s)
		}
	}
	return stampOf(h), lines.Err()
}

// put writes a file, if it isn't there as it is to be. Known says whether all of what something else wrote there is known.
func (d *archiveFolder) put(file string, data []byte, known func(*archive.Row) (bool, error)) error {
	return d.place(file, digestOf(data), known, func() error {
		to := filepath.Join(d.stage, "f", filepath.FromSlash(file))
		if dir := filepath.Dir(to); dir != d.lastDir {
			if err := d.disk.MkdirAll(dir); err != nil {
				return err
			}
			d.lastDir = dir
		}
		return d.disk.WriteFile(to, data)
	})
}

// place lists a file and, where it isn't there yet, has it staged.
func (d *archiveFolder) place(file string, s digest, known func(*archive.Row) (bool, error), stage func() error) error {
	d.kept[digestOf([]byte(archive.Folded(file)))] = true
	if _, err := d.list.WriteString(hex.EncodeToString(s[:]) + " " + file + "\n"); err != nil {
		return err
	}
	now, there, err := d.onDisk(file)
	switch {
	case err != nil:
		return err
	case there && now.is(s):
		return nil
	case there && !d.wrote(file, now):
		if ok, err := d.isKnown(file, now, known); err != nil || !ok {
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
func (d *archiveFolder) isKnown(file string, now content, known func(*archive.Row) (bool, error)) (bool, error) {
	if ok, err := d.imported(file, now); err != nil || ok || known == nil {
		return ok, err
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

// wrote reports whether a file is as it was written.
func (d *archiveFolder) wrote(file string, now content) bool {
	return d.had[pairOf(file, now.exact)] || d.had[pairOf(file, now.plain)]
}

// imported reports whether what is in a file was taken into the journal.
func (d *archiveFolder) imported(file string, now content) (bool, error) {
	if d.tookIn == nil {
		return false, nil
	}
	return d.tookIn(pairOf(file, now.exact))
}

// onDisk is what is in a file of the folder now.
func (d *archiveFolder) onDisk(file string) (s content, there bool, err error) {
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
	h := newContentHash()
	_, err = io.Copy(h, f)
	return h.content(), true, errors.Join(err, f.Close())
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
	at   string // where it is staged
	f    io.WriteCloser
	b    *bufio.Writer
	sum  hash.Hash
}

func (d *archiveFolder) begin(file string) (archiveStream, error) {
	to := filepath.Join(d.stage, "f", filepath.FromSlash(file))
	if err := d.disk.MkdirAll(filepath.Dir(to)); err != nil {
		return nil, err
	}
	f, err := d.disk.Create(to)
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	return &stream{d: d, file: file, at: to, f: f, sum: h, b: bufio.NewWriter(io.MultiWriter(f, h))}, nil
}

func (s *stream) Write(data []byte) (int, error) { return s.b.Write(data) }

// drop leaves nothing of it.
func (s *stream) drop() error { return errors.Join(s.f.Close(), os.Remove(s.at)) }

func (s *stream) end() error {
	if err := errors.Join(s.b.Flush(), s.f.Close()); err != nil {
		return err
	}
	var of digest
	copy(of[:], s.sum.Sum(nil))
	fresh := false
	err := s.d.place(s.file, of, nil, func() error { fresh = true; return nil })
	if err == nil && !fresh {
		err = os.Remove(s.at)
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
		if err := errors.Join(d.disk.MkdirAll(filepath.Dir(to)), d.disk.WriteFile(to, data)); err != nil {
			return err
		}
	}
	return nil
}

// ready says which files go, when nothing of the folder was touched yet.
func (d *archiveFolder) ready() (stale []string, err error) {
	if err := errors.Join(d.list.Flush(), d.listed.Close()); err != nil {
		return nil, err
	}
	if stale, err = d.stale(); err != nil {
		return nil, err
	}
	if d.foreign > 0 {
		return nil, say(ErrOtherArchive, nil, voice.N(d.foreign,
			"{file} in {folder} was changed outside Handback. Import the folder first, or choose another one.",
			"{n} files in {folder} were changed outside Handback, such as {file}. Import the folder first, or choose another one.",
			"file", d.first, "folder", d.root))
	}
	d.stamp = stampOf(d.listSum)
	return stale, d.announce(len(stale))
}

// finish puts everything in place. Until then nothing in the folder was touched.
func (d *archiveFolder) finish() error {
	stale, err := d.ready()
	if err != nil {
		return err
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
	if err := d.moveList(); err != nil {
		return err
	}
	return RemoveAll(d.stage)
}

// announce says in the list, before the first file is put in place, what the folder is to be beside what it was: should the power
// fail on the way, the next export finds each file to be one or the other, and nothing of it changed by somebody else.
func (d *archiveFolder) announce(stale int) error {
	if d.written+stale == 0 {
		return nil
	}
	if d.saw != nil {
		if err := d.saw(d.stamp); err != nil {
			return err
		}
	}
	if _, _, err := d.onDisk(listFile); err != nil { // it is a link to somewhere else
		return err
	}
	was, err := os.ReadFile(filepath.Join(d.root, filepath.FromSlash(listFile)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	is, err := os.ReadFile(filepath.Join(d.stage, "files.txt"))
	if err != nil {
		return err
	}
	both := append(append(bytes.TrimRight(was, "\r\n"), "\n"+goesOn+"\n"...), is...)
	f, err := d.disk.Create(filepath.Join(d.stage, "both.txt"))
	if err != nil {
		return err
	}
	_, err = f.Write(both)
	if onDisk, ok := f.(interface{ Sync() error }); ok {
		err = errors.Join(err, onDisk.Sync())
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return d.move("both.txt", listFile)
}

// moveList puts the list in place, unless it says the same already.
func (d *archiveFolder) moveList() error {
	now, there, err := d.onDisk(listFile)
	if err != nil {
		return err
	}
	if there && hex.EncodeToString(now.plain[:]) == d.stamp {
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
	if err := d.disk.MkdirAll(filepath.Dir(to)); err != nil {
		return err
	}
	return d.disk.Rename(filepath.Join(d.stage, from), to)
}

// stale are the files that were written once and are of nothing any more.
func (d *archiveFolder) stale() (files []string, err error) {
	seen := map[string]bool{}
	_, walked := eachListed(d.root, func(file string, _ digest) {
		if err != nil || seen[file] || d.kept[digestOf([]byte(archive.Folded(file)))] {
			return
		}
		seen[file] = true
		now, there, readErr := d.onDisk(file)
		if err = readErr; err != nil || !there {
			return
		}
		known := d.wrote(file, now)
		if !known {
			known, err = d.imported(file, now)
		}
		if known {
			files = append(files, file)
		} else if err == nil {
			d.wouldLose(file)
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
	errs = append(errs, RemoveAll(d.stage))
	if d.made {
		_ = os.Remove(d.root) // unless something is in it
	}
	return errors.Join(errs...)
}
