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

// TestFilesOfTwoComputersAreNotTakenForOne has two computers go on with one journal, and a sync program leave some files of the one and
// some of the other, in every way. What was never committed anywhere is never shown.
func TestFilesOfTwoComputersAreNotTakenForOne(t *testing.T) {
	k, err := NewKey()
	mustDo(t, err)
	begun, _, _ := lived(t, k)
	const says = "SELECT group_concat(n) FROM (SELECT n FROM t ORDER BY id)"
	committed := map[string]bool{}
	note := func(b *bed) {
		got, err := b.db.text(says)
		mustDo(t, err)
		committed[got] = true
	}
	sides := [2]*memDisk{begun.clone(), begun.clone()}
	for side, disk := range sides {
		b := mustBed(t)(openBed(disk, k))
		note(b)
		for n := range 9 {
			mustDo(t, b.db.exec(fmt.Sprintf("UPDATE t SET n = %d WHERE id = %d", 100*(side+1)+n, n+1+9*side)))
			note(b)
			if n%4 == 2 {
				mustDo(t, b.store.Checkpoint(nil))
			}
		}
		mustDo(t, b.close())
	}
	var names []string
	for name := range sides[0].names {
		if !bytes.Equal(sides[0].names[name].data, sides[1].names[name].data) {
			names = append(names, name)
		}
	}
	refused, shown := 0, 0
	for mix := range 1 << len(names) {
		disk := sides[0].clone()
		for i, name := range names {
			if mix>>i&1 == 1 {
				disk.names[name].data = bytes.Clone(sides[1].names[name].data)
			}
		}
		b, err := openBed(disk, k)
		if err != nil {
			var damage *DamageError
			if !errors.As(err, &damage) {
				t.Fatal(err)
			}
			refused++
			continue
		}
		got, err := b.db.text(says)
		if err == nil {
			err = b.whole()
		}
		if err != nil || !committed[got] {
			t.Errorf("of %b of %v is shown %s, %v", mix, names, got, err)
		}
		shown++
		mustDo(t, b.close())
	}
	if len(names) < 4 || refused == 0 || shown < 2 {
		t.Errorf("of %v %d are refused and %d shown", names, refused, shown)
	}
}

// TestASnapshotThatRotsIsMendedForWhoeverReadsIt damages the newest snapshot under an open store: a second connection, a copy and the
// store itself each read the older one with its log.
func TestASnapshotThatRotsIsMendedForWhoeverReadsIt(t *testing.T) {
	k := testKey(t)
	whole, last, _ := lived(t, k)
	filled := mustBed(t)(openBed(whole, k))
	mustDo(t, filled.db.exec("INSERT INTO big VALUES (randomblob(300000))"))
	mustDo(t, filled.store.Checkpoint(nil))
	last++
	mustDo(t, filled.commit(last))
	newest := "/j/" + snapshotName(filled.store.view.base.generation)
	mustDo(t, filled.close())
	const says = "SELECT sum(length(hex(b))) || ' ' || (SELECT max(n) FROM t) FROM big"
	b := mustBed(t)(openBed(whole.clone(), k))
	want, err := b.db.text(says)
	mustDo(t, err)
	mustDo(t, b.close())
	for name, read := range map[string]func(t *testing.T, b *bed, disk *memDisk) (string, error){
		"a second connection": func(t *testing.T, b *bed, _ *memDisk) (string, error) {
			t.Helper()
			second, err := connect(b.store.Reader(), "PRAGMA query_only = ON")
			mustDo(t, err)
			got, err := second.text(says)
			return got, errors.Join(err, second.close())
		},
		"a copy": func(t *testing.T, b *bed, disk *memDisk) (string, error) {
			t.Helper()
			mustDo(t, b.store.CopyTo("/copy", nil))
			s, err := Open("/copy", k, Options{Disk: disk, ReadOnly: true})
			mustDo(t, err)
			copied := mustBed(t)(connectBed(s))
			got, err := copied.db.text(says)
			return got, errors.Join(err, copied.close())
		},
		"the store": func(_ *testing.T, b *bed, _ *memDisk) (string, error) { return b.db.text(says) },
	} {
		t.Run(name, func(t *testing.T) {
			disk := whole.clone()
			b := mustBed(t)(openBed(disk, k))
			data := disk.names[newest].data
			for at := 1000; at < len(data); at += 10_000 {
				data[at] ^= 4
			}
			if got, err := read(t, b, disk); err != nil || got != want || !b.store.Worn() {
				t.Errorf("it reads %q, %v; want %q", got, err, want)
			}
			mustBe(t, b, last)
			mustDo(t, b.close())
		})
	}
}
