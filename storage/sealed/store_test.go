package sealed

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"handback/notes"
)

func TestCommitsComeBack(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	for n := 1; n <= 30; n++ {
		mustDo(t, b.commit(n))
		if n%10 == 9 {
			mustDo(t, b.store.Checkpoint(nil))
		}
		if n == 15 {
			mustDo(t, b.close())
			b = mustBed(t)(openBed(disk, k))
		}
		mustBe(t, b, n)
	}
	mustDo(t, b.close())
	b = mustBed(t)(openBed(disk, k))
	mustBe(t, b, 30)
	mustDo(t, b.close())
	found, err := list(disk, "/j")
	if err != nil || len(found.snapshots) != 2 || len(found.remains) > 0 {
		t.Errorf("%+v, %v: two generations are kept", found, err)
	}
}

// TestASnapshotIsWrittenWhileCommitsGoOn writes one in small pieces, with a commit between each two.
func TestASnapshotIsWrittenWhileCommitsGoOn(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	mustDo(t, b.db.exec("INSERT INTO big VALUES (randomblob(900000))"))
	n := 0
	for more := true; more; {
		n++
		mustDo(t, b.commit(n))
		var err error
		more, err = b.store.CheckpointSome(1)
		mustDo(t, err)
	}
	if n < 3 {
		t.Fatalf("it took %d pieces", n)
	}
	mustBe(t, b, n)
	mustDo(t, b.close())
	b = mustBed(t)(openBed(disk, k))
	mustBe(t, b, n)
	mustDo(t, b.close())
}

func TestWhatIsTakenBackIsGone(t *testing.T) {
	for _, tt := range []struct {
		name  string
		cache string
	}{
		{"from memory", "PRAGMA cache_size = -4000"},
		{"after it was written already", "PRAGMA cache_size = 10; PRAGMA cache_spill = ON"}, // SQLite needs the room before the commit
	} {
		t.Run(tt.name, func(t *testing.T) {
			disk, k := newMemDisk(), testKey(t)
			b := mustBed(t)(makeBed(disk, k, tt.cache))
			mustDo(t, b.commit(1))
			for _, s := range []string{
				"BEGIN", "UPDATE t SET n = 99", "INSERT INTO big SELECT randomblob(20000) FROM t", "DELETE FROM t WHERE id % 2", "ROLLBACK",
			} {
				mustDo(t, b.db.exec(s))
			}
			mustBe(t, b, 1)
			mustDo(t, b.close())
			b = mustBed(t)(openBed(disk, k))
			mustBe(t, b, 1)
			mustDo(t, b.close())
		})
	}
}

func TestALongCommitIsAllThere(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	mustDo(t, b.db.exec("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x < 90) INSERT INTO big SELECT randomblob(100000) FROM c"))
	want, err := b.db.text("SELECT count(*), sum(length(b)) FROM big")
	mustDo(t, err)
	mustDo(t, b.close())
	b = mustBed(t)(openBed(disk, k))
	if got, err := b.db.text("SELECT count(*), sum(length(b)) FROM big"); err != nil || got != want || got != "90 9000000" {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
	mustBe(t, b, 0)
	mustDo(t, b.close())
}

// TestAReaderSeesWhatWas reads by a second connection while commits and snapshots go on.
func TestAReaderSeesWhatWas(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	mustDo(t, b.commit(1))
	second, err := connect(b.store.Reader(), "PRAGMA query_only = ON")
	mustDo(t, err)
	read := &bed{db: second}
	for n := 2; n < 40; n++ {
		mustDo(t, b.commit(n))
		if n%12 == 0 {
			mustDo(t, b.store.Checkpoint(nil))
		}
		mustBe(t, read, 1)
	}
	if err := second.exec("UPDATE t SET n = 77"); err == nil {
		t.Error("it can be written to")
	}
	mustDo(t, second.close())
	mustBe(t, b, 39)
	mustDo(t, b.close())
}

func TestOtherKeysAndFolders(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	mustDo(t, b.close())
	if _, err := openBed(disk, testKey(t)); !errors.Is(err, notes.ErrSecret) {
		t.Errorf("another key: %v", err)
	}
	if _, err := Open("/none", k, Options{Disk: disk}); !errors.Is(err, notes.ErrNoJournal) {
		t.Errorf("no folder: %v", err)
	}
}

// TestARottenSnapshotLosesNothing damages the newest snapshot, at its end and inside, where only a read finds it.
func TestARottenSnapshotLosesNothing(t *testing.T) {
	for _, tt := range []struct {
		name   string
		damage func(data []byte) []byte
	}{
		{"cut", func(data []byte) []byte { return data[:len(data)-3] }},
		{"empty", func([]byte) []byte { return nil }},
		{"its beginning", func(data []byte) []byte { data[30] ^= 1; return data }},
		{"its end", func(data []byte) []byte { data[len(data)-5] ^= 1; return data }},
		{"its first page", func(data []byte) []byte { data[1000] ^= 1; return data }},
		{"inside", func(data []byte) []byte { data[70_000] ^= 1; return data }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			disk, k := newMemDisk(), testKey(t)
			b := mustBed(t)(makeBed(disk, k))
			for n := 1; n < 12; n++ {
				mustDo(t, b.commit(n))
			}
			mustDo(t, b.db.exec("INSERT INTO big VALUES (randomblob(200000))"))
			mustDo(t, b.store.Checkpoint(nil))
			for n := 13; n < 15; n++ { // of which none deletes what is large
				mustDo(t, b.commit(n))
			}
			mustDo(t, b.close())
			newest := disk.names["/j/"+snapshotName(2)]
			newest.data = tt.damage(bytes.Clone(newest.data))
			b = mustBed(t)(openBed(disk, k))
			mustBe(t, b, 14)
			if !b.store.Worn() || !b.store.Due() {
				t.Error("it isn't told, and no snapshot is written in its place")
			}
			mustDo(t, b.store.Checkpoint(nil))
			mustDo(t, b.commit(15))
			if b.store.Worn() {
				t.Error("it is worn still")
			}
			mustDo(t, b.close())
			b = mustBed(t)(openBed(disk, k))
			mustBe(t, b, 15)
			mustDo(t, b.close())
		})
	}
}

// TestWhatIsMissingIsNamed takes each file away.
func TestWhatIsMissingIsNamed(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	for n := 1; n < 12; n++ {
		mustDo(t, b.commit(n))
	}
	mustDo(t, b.store.Checkpoint(nil))
	mustDo(t, b.commit(12))
	mustDo(t, b.close())
	for _, tt := range []struct {
		gone []string
		want string // the file that is named; "" where nothing is lost
	}{
		{[]string{snapshotName(2)}, ""},
		{[]string{snapshotName(1)}, ""},
		{[]string{logName(1)}, ""},
		{[]string{logName(2)}, logName(2)},
		{[]string{snapshotName(1), snapshotName(2)}, snapshotName(1)},
		{[]string{snapshotName(2), logName(1)}, logName(1)},
	} {
		t.Run(fmt.Sprint(tt.gone), func(t *testing.T) {
			left := newMemDisk()
			for name, n := range disk.names {
				left.names[name] = &inode{data: bytes.Clone(n.data)}
			}
			for _, name := range tt.gone {
				delete(left.names, "/j/"+name)
			}
			b, err := openBed(left, k)
			if tt.want == "" {
				mustBe(t, mustBed(t)(b, err), 12)
				return
			}
			var damage *DamageError
			if !errors.As(err, &damage) || damage.File != tt.want || !damage.Gone || !errors.Is(err, notes.ErrDamaged) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestACopyIsAStoreOfItsOwn(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	mustDo(t, b.commit(5))
	mustDo(t, b.store.CopyTo("/copy", nil))
	mustDo(t, b.commit(6))
	mustDo(t, b.close())
	s, err := Open("/copy", k, Options{Disk: disk})
	mustDo(t, err)
	c := mustBed(t)(connectBed(s))
	mustBe(t, c, 5)
	mustDo(t, c.commit(7))
	mustDo(t, c.close())
	s, err = Open("/copy", k, Options{Disk: disk})
	mustDo(t, err)
	c = mustBed(t)(connectBed(s))
	mustBe(t, c, 7)
	mustDo(t, c.close())
}

// TestACopyIsOfOneMoment whatever is committed while it is written: with the pages of two moments it is damaged, and a layer that is
// written to while it is read ends the program.
func TestACopyIsOfOneMoment(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	for _, s := range []string{ // what commits change is at the end, which is copied last
		"INSERT INTO big VALUES (randomblob(3000000))", "CREATE TABLE late (id INTEGER PRIMARY KEY, n INT, body TEXT)",
		"INSERT INTO late SELECT * FROM t", "DROP TABLE t", "ALTER TABLE late RENAME TO t",
	} {
		mustDo(t, b.db.exec(s))
	}
	mustDo(t, b.commit(6))
	n := 6
	mustDo(t, b.store.CopyTo("/copy", func(int64, int64) error {
		n += 7 // which change rows alone
		return b.commit(n)
	}))
	if n < 20 {
		t.Fatalf("%d was committed last", n)
	}
	mustBe(t, b, n)
	mustDo(t, b.close())
	s, err := Open("/copy", k, Options{Disk: disk})
	mustDo(t, err)
	c := mustBed(t)(connectBed(s))
	mustBe(t, c, 6)
	mustDo(t, c.close())
}

func TestCompactingLeavesNothingBehind(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k))
	mustDo(t, b.db.exec("INSERT INTO big VALUES (randomblob(400000))"))
	mustDo(t, b.store.Checkpoint(nil))
	mustDo(t, b.commit(3))
	mustDo(t, b.db.exec("DELETE FROM big"))
	name, err := b.store.Scratch()
	mustDo(t, err)
	mustDo(t, b.db.exec("VACUUM INTO 'file://"+name+"?vfs="+VFS+"'"))
	mustDo(t, b.db.close())
	mustDo(t, b.store.Replace())
	b = mustBed(t)(connectBed(b.store))
	mustBe(t, b, 3)
	if b.store.size() > 200_000 {
		t.Errorf("%d bytes", b.store.size())
	}
	mustDo(t, b.commit(4))
	mustDo(t, b.close())
	for name, n := range disk.names {
		if len(n.data) > 300_000 {
			t.Errorf("%s has %d bytes", name, len(n.data))
		}
	}
	b = mustBed(t)(openBed(disk, k))
	mustBe(t, b, 4)
	mustDo(t, b.close())
}

// TestNoOtherFile has SQLite do what it wants temporary files for.
func TestNoOtherFile(t *testing.T) {
	disk, k := newMemDisk(), testKey(t)
	b := mustBed(t)(makeBed(disk, k, "PRAGMA cache_size = 10; PRAGMA cache_spill = ON; PRAGMA temp_store = FILE"))
	mustDo(t, b.db.exec("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x < 3000) INSERT INTO big SELECT hex(randomblob(300)) FROM c"))
	for _, q := range []string{
		"SELECT count(*) FROM (SELECT DISTINCT b FROM big ORDER BY b DESC)",
		"CREATE TEMP TABLE x AS SELECT * FROM big",
		"VACUUM",
		"ATTACH '/tmp/handback-other.db' AS other",
		"PRAGMA journal_mode = WAL",
		"PRAGMA journal_mode = DELETE",
		"UPDATE big SET b = b || 'x'",
	} {
		_, err := b.db.text(q)
		t.Log(q, err)
	}
	if n := refused.Load(); n == 0 {
		t.Error("SQLite has asked for no other file: the test tests nothing")
	}
	mustDo(t, b.close())
	found, err := disk.Names("/j")
	mustDo(t, err)
	for _, name := range found {
		if _, snapshot := numberOf(name, snapshotEnd); snapshot {
			continue
		}
		if _, log := numberOf(name, logEnd); !log {
			t.Errorf("%s is there", name)
		}
	}
}

// TestNobodyElseHoldsTheLock keeps the answer that SQLite relies on before it takes a journal for the remains of another process.
func TestNobodyElseHoldsTheLock(t *testing.T) {
	if held := reservedLockHeld(); held {
		t.Error("SQLite is told that another process writes")
	}
}
