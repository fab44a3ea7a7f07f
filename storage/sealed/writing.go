package sealed

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"path/filepath"

	"filippo.io/age"
)

// writing writes a snapshot, some of it at a time, and reads it back before it gets its name.
type writing struct {
	trailer
	disk  Disk
	path  string
	key   *Key
	from  func(to []byte, at int64) error
	after func() error // once it is read back and lasts, before it gets its name; may be nil

	out    File
	end    int64
	sealer io.WriteCloser
	back   io.ReaderAt
	sum    hash.Hash
	want   []byte
	at     int64
	buf    []byte
	synced int64
}

// block is how much of a snapshot is written at once.
const block = 256 << 10

// newWriting begins a snapshot beside its place.
func newWriting(d Disk, path string, k *Key, t trailer, from func(to []byte, at int64) error) (*writing, error) {
	w := &writing{trailer: t, disk: d, path: path, key: k, from: from, sum: sha256.New(), buf: make([]byte, block)}
	if err := removeIfThere(d, path+newEnd); err != nil {
		return nil, err
	}
	var err error
	if w.out, err = d.Create(path + newEnd); err != nil {
		return nil, err
	}
	if w.sealer, err = age.Encrypt(w, k.Recipient()); err != nil {
		return nil, errors.Join(err, w.abandon())
	}
	return w, nil
}

// Write appends to the file; age calls it.
func (w *writing) Write(p []byte) (int, error) {
	n, err := w.out.WriteAt(p, w.end)
	w.end += int64(n)
	return n, err
}

// some does as much of it as is asked for, in bytes, and reports whether it has its name then.
func (w *writing) some(bytes int64) (done bool, err error) {
	for ; bytes > 0 && !done && err == nil; bytes -= block {
		if w.back == nil {
			err = w.writeBlock()
		} else {
			done, err = w.readBlock()
		}
	}
	if err != nil {
		return false, errors.Join(err, w.abandon())
	}
	return done, nil
}

// progress is how many bytes were written and read back, of how many that are to be.
func (w *writing) progress() (done, of int64) {
	if w.back != nil {
		return w.padded() + w.at, 2 * w.padded()
	}
	return w.at, 2 * w.padded()
}

// syncEvery keeps short what a sync has to wait for.
const syncEvery = 4 << 20

func (w *writing) writeBlock() error {
	n := min(block, w.padded()-w.at)
	b := w.buf[:n]
	if err := w.content(b, w.at); err != nil {
		return err
	}
	w.sum.Write(b)
	if _, err := w.sealer.Write(b); err != nil {
		return err
	}
	w.at += n
	if w.at < w.padded() {
		if w.end-w.synced < syncEvery {
			return nil
		}
		w.synced = w.end
		return w.out.Sync()
	}
	return w.finish()
}

// content is what stands in the snapshot from at on.
func (w *writing) content(to []byte, at int64) error {
	clear(to)
	if at < w.length() {
		if err := w.from(to[:min(int64(len(to)), w.length()-at)], at); err != nil {
			return err
		}
	}
	if at+int64(len(to)) == w.padded() {
		copy(to[len(to)-trailerSize:], w.bytes())
	}
	return nil
}

// finish ends the file and begins to read it back.
func (w *writing) finish() error {
	err := w.sealer.Close()
	if err == nil {
		err = w.out.Sync()
	}
	err = errors.Join(err, w.out.Close())
	w.out = nil
	if err != nil {
		return err
	}
	if w.out, err = w.disk.Open(w.path + newEnd); err != nil {
		return err
	}
	size, err := w.out.Size()
	if err != nil {
		return err
	}
	plain, padded, err := age.DecryptReaderAt(w.out, size, w.key.Identity())
	if err != nil || padded != w.padded() {
		return errors.Join(errReadBack, err)
	}
	w.back, w.want, w.at = plain, w.sum.Sum(nil), 0
	w.sum.Reset()
	return nil
}

// readBlock reads some of it back, and at the end of it gives it its name.
func (w *writing) readBlock() (done bool, err error) {
	n := min(block, w.padded()-w.at)
	if _, err := io.ReadFull(io.NewSectionReader(w.back, w.at, n), w.buf[:n]); err != nil {
		return false, errors.Join(errReadBack, err)
	}
	w.sum.Write(w.buf[:n])
	if w.at += n; w.at < w.padded() {
		return false, nil
	}
	if !bytes.Equal(w.sum.Sum(nil), w.want) {
		return false, errReadBack
	}
	err = w.out.Close()
	w.out = nil
	if err == nil && w.after != nil {
		err = w.after()
	}
	if err == nil {
		err = w.disk.Rename(w.path+newEnd, w.path)
	}
	if err == nil {
		err = w.disk.SyncFolder(filepath.Dir(w.path))
	}
	return err == nil, err
}

// abandon leaves nothing of it.
func (w *writing) abandon() error {
	var err error
	if w.out != nil {
		err = w.out.Close()
		w.out = nil
	}
	return errors.Join(err, removeIfThere(w.disk, w.path+newEnd))
}

// all writes the whole of it. An error of progress, which may be nil, ends it before it has its name, and nothing of it is left.
func (w *writing) all(progress func(done, of int64) error) error {
	for {
		done, err := w.some(4 * block)
		if err != nil {
			return err
		}
		if progress != nil {
			err = progress(w.progress())
		}
		if done {
			return nil
		}
		if err != nil {
			return errors.Join(err, w.abandon())
		}
	}
}
