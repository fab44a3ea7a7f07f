package sealed

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// lived is a store with two generations and commits in both logs, and where in the newest log each of its commits ends.
func lived(t *testing.T, k *Key) (disk *memDisk, last int, ends []int64) {
	t.Helper()
	disk = newMemDisk()
	b := mustBed(t)(makeBed(disk, k))
	mustDo(t, b.db.exec("INSERT INTO big VALUES (randomblob(200000))"))
	for n := 1; n <= 4; n++ {
		mustDo(t, b.commit(n))
	}
	mustDo(t, b.store.Checkpoint(nil))
	ends = append(ends, b.store.log.end)
	for n := 13; n <= 40; n++ {
		mustDo(t, b.commit(n))
		ends = append(ends, b.store.log.end)
	}
	mustDo(t, b.close())
	return disk, 40, ends
}

func (d *memDisk) clone() *memDisk {
	c := newMemDisk()
	for name, n := range d.names {
		c.names[name] = &inode{data: bytes.Clone(n.data)}
	}
	return c
}

// stateOf opens a store and returns which commit it shows.
func stateOf(disk *memDisk, k *Key, opt Options) (int, error) {
	opt.Disk = disk
	s, err := Open("/j", k, opt)
	if err != nil {
		return 0, err
	}
	b, err := connectBed(s)
	if err != nil {
		return 0, errors.Join(err, s.Close())
	}
	n, err := b.state()
	if err == nil {
		err = b.whole()
	}
	return n, errors.Join(err, b.close())
}

// TestTheEndOfALogThatWasNotWritten cuts the newest log anywhere, and puts zeros or noise behind the cut: what was committed before
// is there, and no word is said.
func TestTheEndOfALogThatWasNotWritten(t *testing.T) {
	k := testKey(t)
	whole, _, ends := lived(t, k)
	name := "/j/" + logName(2)
	r := rand.New(rand.NewSource(5))
	for i := range 450 {
		cut := ends[0] + r.Int63n(ends[len(ends)-1]-ends[0]+1)
		disk := whole.clone()
		data := disk.names[name].data[:cut]
		tail := make([]byte, r.Intn(9000))
		switch i % 3 {
		case 1: // zeros
			data = append(data, tail...)
		case 2:
			r.Read(tail)
			data = append(data, tail...)
		}
		disk.names[name].data = data
		want := 4
		for j, end := range ends[1:] {
			if end <= cut {
				want = 13 + j
			}
		}
		if got, err := stateOf(disk, k, Options{}); err != nil || got != want {
			t.Fatalf("cut at %d, %d: commit %d, %v; want %d", cut, i%3, got, err, want)
		}
	}
}

// TestDamageIsToldOrMended flips a bit of, cuts and empties every file: what is shown is all that was committed, or nothing, and then
// the file is named; or only what was not known to be there is gone, where the last record is hit.
func TestDamageIsToldOrMended(t *testing.T) {
	aloneUnderRace(t)
	k := testKey(t)
	whole, last, ends := lived(t, k)
	r := rand.New(rand.NewSource(6))
	told, mended := 0, 0
	for path, file := range whole.names {
		for i := range 300 {
			disk := whole.clone()
			data := disk.names[path].data
			at := r.Intn(len(data))
			switch {
			case i == 0:
				data = nil
			case i < 200:
				data[at] ^= 1 << r.Intn(8)
			default:
				data = data[:at]
			}
			disk.names[path].data = data
			got, err := stateOf(disk, k, Options{})
			name := filepath.Base(path)
			var damage *DamageError
			switch {
			case err == nil && got == last:
				mended++
			case err == nil && name == logName(2) && mayEndAt(at, i, ends, got):
			case errors.As(err, &damage) && damage.File == name && errors.Is(err, notes.ErrDamaged):
				told++
			default:
				t.Fatalf("%s of %d bytes, %d at %d: commit %d, %v", name, len(file.data), i, at, got, err)
			}
		}
	}
	if told == 0 || mended == 0 {
		t.Errorf("%d told, %d mended", told, mended)
	}
	t.Logf("%d told, %d mended", told, mended)
}

// mayEndAt reports whether a log that was cut or hit there may end silently with a commit: all before it is there.
func mayEndAt(at, i int, ends []int64, commit int) bool {
	cut := i >= 200
	if !cut && int64(at) < ends[len(ends)-2] {
		return false // whole commits are behind it
	}
	want := 4
	for j, end := range ends[1:] {
		if end <= int64(at) {
			want = 13 + j
		}
	}
	return commit == want
}

func TestHowManyChangesAreBehindADamage(t *testing.T) {
	k := testKey(t)
	whole, _, ends := lived(t, k)
	disk := whole.clone()
	disk.names["/j/"+logName(2)].data[ends[10]+100] ^= 4
	_, err := stateOf(disk, k, Options{})
	var damage *DamageError
	if !errors.As(err, &damage) || damage.Behind != len(ends)-12 || !strings.Contains(err.Error(), fmt.Sprint(damage.Behind)) {
		t.Errorf("%v", err)
	}
	before := disk.clone()
	got, err := stateOf(disk, k, Options{ReadOnly: true, Anyway: true})
	if err != nil || got != 22 {
		t.Errorf("what stands before it is commit %d, %v", got, err)
	}
	for name, n := range disk.names {
		if !bytes.Equal(n.data, before.names[name].data) {
			t.Errorf("%s was written to", name)
		}
	}
}

// TestAFileOfAnotherGeneration puts one file in the place of another.
func TestAFileOfAnotherGeneration(t *testing.T) {
	k := testKey(t)
	whole, last, _ := lived(t, k)
	for _, tt := range []struct{ from, to string }{
		{snapshotName(1), snapshotName(2)},
		{logName(1), logName(2)},
		{logName(2), logName(1)},
	} {
		t.Run(tt.from+" as "+tt.to, func(t *testing.T) {
			disk := whole.clone()
			disk.names["/j/"+tt.to].data = bytes.Clone(disk.names["/j/"+tt.from].data)
			got, err := stateOf(disk, k, Options{})
			if err == nil && got != last || err != nil && !errors.Is(err, notes.ErrDamaged) {
				t.Errorf("commit %d, %v", got, err)
			}
		})
	}
}

// TestNothingReadableIsOnTheDisk looks for words of the data and of the schema in every file, also in those that were there for a
// moment.
func TestNothingReadableIsOnTheDisk(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	for n := 1; n < 20; n++ {
		mustDo(t, b.commit(n))
	}
	mustDo(t, b.store.Checkpoint(nil))
	name, err := b.store.Scratch()
	mustDo(t, err)
	mustDo(t, b.db.exec("VACUUM INTO 'file://"+name+"?vfs="+VFS+"'"))
	mustDo(t, b.db.close())
	mustDo(t, b.store.Replace())
	mustDo(t, b.store.Close())
	writes := 0
	for _, c := range disk.trace {
		for _, w := range []string{"commit ", "CREATE TABLE", "SQLite format", "0000000000000000"} {
			if bytes.Contains(c.data, []byte(w)) {
				t.Errorf("%q was written at %d", w, c.at)
			}
		}
		if c.kind == callWrite {
			writes++
		}
	}
	if writes < 50 {
		t.Errorf("only %d writes", writes)
	}
}
