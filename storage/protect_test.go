package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"filippo.io/age"

	"handback/notes"
	"handback/storage/sealed"
)

// Words of notes, names and the schema, which must stand in no file of a protected journal.
var planted = []string{"xylophonesecret", "Quentinplanted", "CREATE TABLE", "SQLite format", "note_person", "marzipanbefore"}

// plantedJournal is a closed plain journal with planted words in it.
func plantedJournal(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Create: true}))
	ana := addPerson(t, j, "Quentinplanted")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "praise: xylophonesecret\ntodo: marzipanbefore\n")
	addNote(t, j, ana, notes.HeldNote, "2026-11-21", strings.Repeat("todo: one of many lines\n", 2000))
	n := must[notes.Note](t)(j.Note(id))
	must[int64](t)(j.SaveBody(id, n.Rev, "praise: xylophonesecret\ntodo: and more\n"))
	try(t, j.Close())
	return path
}

func protectPlanted(t *testing.T) (path string, k *sealed.Key) {
	t.Helper()
	path, k = plantedJournal(t), must[*sealed.Key](t)(testKey())
	left := must[[]string](t)(Protect(path, k, quickKey(k), newClock().now, nil))
	if len(left) > 0 {
		t.Fatalf("left: %v", left)
	}
	return path, k
}

// plantedIn are those of the planted words that stand in files below a folder.
func plantedIn(t *testing.T, folder string) (found []string) {
	t.Helper()
	try(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, w := range planted {
			if bytes.Contains(data, []byte(w)) || bytes.Contains(data, utf16(w)) {
				found = append(found, w+" in "+path)
			}
			if strings.Contains(path, w) {
				found = append(found, w+" in the name "+path)
			}
		}
		return err
	}))
	return found
}

func utf16(w string) (b []byte) {
	for _, c := range []byte(w) {
		b = append(b, c, 0)
	}
	return b
}

func TestAJournalIsProtectedAndBack(t *testing.T) {
	path := plantedJournal(t)
	older := filepath.Join(filepath.Dir(path), "journal.before-update-3.handback")
	try(t, copyFile(path, older))
	k := must[*sealed.Key](t)(testKey())
	before := dumpAt(t, path, nil)
	told := int64(0)
	left := must[[]string](t)(Protect(path, k, quickKey(k), newClock().now, func(done, _ int64) error { told = max(told, done); return nil }))
	if !slices.Equal(left, []string{older}) || told == 0 {
		t.Errorf("left %v, told of %d bytes", left, told)
	}
	try(t, os.Remove(older))
	if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
		t.Error(found)
	}
	st := must[fs.FileInfo](t)(os.Stat(path))
	if runtime.GOOS != "windows" && st.Mode().Perm() != 0o700 {
		t.Errorf("the folder is %v", st.Mode())
	}
	if got := dumpAt(t, path, k); got != before {
		t.Errorf("the protected journal says\n%s\nthe plain one\n%s", got, before)
	}
	if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
		t.Error("after it was open:", found)
	}
	if _, err := Protect(path, k, quickKey(k), newClock().now, nil); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("once more: %v", err)
	}
	try(t, Unprotect(path, k, newClock().now, nil))
	if got := dumpAt(t, path, nil); got != before {
		t.Errorf("the plain journal says\n%s\nbefore\n%s", got, before)
	}
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(filepath.Dir(path))) {
		if e.Name() != FileName && e.Name() != FileName+".lock" {
			t.Errorf("%s is left", e.Name())
		}
	}
}

// dumpAt is what the journal at path says; it is closed again.
func dumpAt(t *testing.T, path string, k *sealed.Key) string {
	t.Helper()
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	defer func() { try(t, j.Close()) }()
	return dump(t, j)
}

func TestWhatAProtectedJournalIsOpenedWith(t *testing.T) {
	path, k := protectPlanted(t)
	other := must[*sealed.Key](t)(sealed.NewKey())
	open := func(key *sealed.Key) error {
		j, err := Open(path, Options{Now: newClock().now, Key: key})
		if err == nil {
			err = j.Close()
		}
		return err
	}
	for _, tt := range []struct {
		name   string
		change func()
		key    *sealed.Key
		want   error
		says   string
	}{
		{"no key", nil, nil, notes.ErrLocked, "passphrase"},
		{"another's", nil, other, notes.ErrSecret, "another journal"},
		{"its own", nil, k, nil, ""},
		{"the key file is gone", func() { try(t, os.Remove(filepath.Join(path, sealed.KeyName))) }, nil, notes.ErrNoKey, "recovery key"},
		{"and the recovery key", nil, k, nil, ""},
		{"the log is gone", func() {
			logs := must[[]string](t)(filepath.Glob(filepath.Join(path, "*.log")))
			try(t, os.Remove(logs[len(logs)-1]))
		}, k, notes.ErrDamaged, "is missing from"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.change != nil {
				tt.change()
			}
			err := open(tt.key)
			if !errors.Is(err, tt.want) || err != nil && (!strings.Contains(err.Error(), tt.says) || !strings.Contains(err.Error(), path)) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestASecondWindowFindsAProtectedJournalInUse(t *testing.T) {
	path, k := protectPlanted(t)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	if _, err := Open(path, Options{Now: newClock().now, Key: k}); !errors.Is(err, notes.ErrInUse) {
		t.Error(err)
	}
	try(t, j.Close())
}

// TestWhatIsDeletedForGoodIsInNoGeneration looks into every snapshot, opened by its key.
func TestWhatIsDeletedForGoodIsInNoGeneration(t *testing.T) {
	path, k := protectPlanted(t)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: 1})
	try(t, j.Idle())
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
	try(t, j.Close())
	snapshots := must[[]string](t)(filepath.Glob(filepath.Join(path, "0*.age")))
	if len(snapshots) != 2 {
		t.Errorf("%v", snapshots)
	}
	for _, s := range snapshots {
		plain := readSnapshot(t, s, k)
		for _, w := range []string{"xylophonesecret", "marzipanbefore"} {
			if bytes.Contains(plain, []byte(w)) {
				t.Errorf("%s is in %s", w, s)
			}
		}
		if !bytes.Contains(plain, []byte("Quentinplanted")) {
			t.Errorf("%s holds nothing", s)
		}
	}
	// What the older generation with its log says is what the newer snapshot does: nothing stands in the log either.
	for _, log := range must[[]string](t)(filepath.Glob(filepath.Join(path, "*.log"))) {
		if said := bytes.TrimRight(must[[]byte](t)(os.ReadFile(log)), "\x00"); len(said) > 60_000 {
			t.Errorf("%s has %d bytes", log, len(said))
		}
	}
}

// readSnapshot is what a snapshot says.
func readSnapshot(t *testing.T, path string, k *sealed.Key) []byte {
	t.Helper()
	f := must[*os.File](t)(os.Open(path))
	defer f.Close() //nolint:errcheck // it was only read
	r, err := age.Decrypt(f, k.Identity())
	try(t, err)
	var b bytes.Buffer
	_, err = b.ReadFrom(r)
	try(t, err)
	return b.Bytes()
}

// TestOtherProgramsReadASnapshot opens one with age and sqlite3 as they come.
func TestOtherProgramsReadASnapshot(t *testing.T) {
	for _, program := range []string{"age", "sqlite3"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s isn't there", program)
		}
	}
	path, k := protectPlanted(t)
	folder := t.TempDir()
	identity := filepath.Join(folder, "key.txt")
	try(t, os.WriteFile(identity, []byte(k.Identity().(*age.X25519Identity).String()+"\n"), 0o600))
	snapshots := must[[]string](t)(filepath.Glob(filepath.Join(path, "0*.age")))
	database := filepath.Join(folder, "journal.db")
	if out, err := exec.Command("age", "-d", "-i", identity, "-o", database, snapshots[len(snapshots)-1]).CombinedOutput(); err != nil {
		t.Fatalf("age: %v: %s", err, out)
	}
	out, err := exec.Command("sqlite3", database, "PRAGMA integrity_check; SELECT name FROM person WHERE kind = 'report';").CombinedOutput()
	if got := string(out); err != nil || got != "ok\nQuentinplanted\n" {
		t.Errorf("sqlite3: %v: %q", err, got)
	}
}

// A copy of a protected journal that is saved beside it, and the one that an update makes, are sealed.
func TestCopiesOfAProtectedJournalAreSealed(t *testing.T) {
	path, k := protectPlanted(t)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	copied := must[string](t)(j.SaveCopy(filepath.Join(filepath.Dir(path), "journal copy.handback")))
	try(t, j.keepOlder(4))
	older := j.olderName(4)
	want := dump(t, j)
	addPerson(t, j, "Later")
	try(t, j.Close())
	if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
		t.Error(found)
	}
	for _, c := range []string{copied, older} {
		if !IsProtected(c) || !exists(filepath.Join(c, sealed.KeyName)) {
			t.Errorf("%s isn't protected", c)
		}
		if got := dumpAt(t, c, k); got != want {
			t.Errorf("%s says\n%s\nthe journal\n%s", c, got, want)
		}
	}
	copies := must[[]string](t)((&Journal{path: path}).Copies())
	if !slices.Contains(copies, older) {
		t.Errorf("%v", copies)
	}
	left := must[[]string](t)(Destroy(path))
	if exists(path) || exists(older) || !exists(copied) || !slices.Equal(left, []string{copied}) {
		t.Errorf("left %v", left)
	}
}

// changerEnv names the journal that the test binary, started again by itself, protects or unprotects until it is killed.
const changerEnv, changerAtEnv, changerKeyEnv = "HANDBACK_TEST_CHANGER", "HANDBACK_TEST_CHANGER_AT", "HANDBACK_TEST_CHANGER_KEY"

// deadlyDisk ends the process at a call that changes something.
type deadlyDisk struct {
	sealed.Disk
	left *int
}

func (d deadlyDisk) call() {
	if *d.left--; *d.left < 0 {
		p, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = p.Kill()
		}
		fmt.Fprintln(os.Stderr, "killed:", err)
		select {}
	}
}

func (d deadlyDisk) Create(path string) (sealed.File, error) {
	d.call()
	f, err := d.Disk.Create(path)
	return deadlyFile{f, d}, err
}
func (d deadlyDisk) Rename(from, to string) error { d.call(); return d.Disk.Rename(from, to) }
func (d deadlyDisk) Remove(path string) error     { d.call(); return d.Disk.Remove(path) }
func (d deadlyDisk) SyncFolder(path string) error { d.call(); return d.Disk.SyncFolder(path) }

type deadlyFile struct {
	sealed.File
	disk deadlyDisk
}

func (f deadlyFile) WriteAt(p []byte, at int64) (int, error) {
	f.disk.call()
	return f.File.WriteAt(p, at)
}
func (f deadlyFile) Sync() error { f.disk.call(); return f.File.Sync() }

// changeUntilKilled changes the form of a journal and says how many calls it was.
func changeUntilKilled(path string) error {
	at, err := strconv.Atoi(os.Getenv(changerAtEnv))
	if err != nil {
		return err
	}
	k, err := sealed.ReadKey("", notes.Secret{Recovery: os.Getenv(changerKeyEnv)})
	if err != nil {
		return err
	}
	left := at
	changeDisk = deadlyDisk{sealed.System, &left}
	if IsProtected(path) {
		err = Unprotect(path, k, newClock().now, nil)
	} else {
		_, err = Protect(path, k, quickKey(k), newClock().now, nil)
	}
	fmt.Println("calls", at-left)
	return err
}

// TestAKillLeavesTheOldFormOrTheNew kills a process at every call by which a journal changes its form.
func TestAKillLeavesTheOldFormOrTheNew(t *testing.T) {
	aloneUnderRace(t)
	if runtime.GOOS == "windows" {
		t.Skip("the process is killed by a signal")
	}
	path, k := protectPlanted(t)
	want := dumpAt(t, path, k)
	states := map[bool]int{}
	for round, at := 0, 0; round < 2; at++ {
		was := IsProtected(path)
		finished := changeAndKill(t, path, k, at)
		switch is := IsProtected(path); {
		case finished && is == was:
			t.Fatal("it ended and changed nothing")
		default:
			states[is]++
		}
		key := k
		if !Exists(path) {
			t.Fatalf("killed at %d: nothing is there", at)
		}
		if !IsProtected(path) {
			key = nil
		}
		if got := dumpAt(t, path, key); got != want {
			t.Fatalf("killed at %d: it says\n%s", at, got)
		}
		for _, end := range []string{changingEnd, beforeEnd} {
			if exists(path + end) {
				t.Fatalf("killed at %d: %s is left after it was opened", at, end)
			}
		}
		if now := IsProtected(path); now {
			if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
				t.Fatalf("killed at %d: %v", at, found)
			}
		}
		if finished || IsProtected(path) != was {
			if finished {
				round++
				at = -1
				continue
			}
			changeBack(t, path, k)
		}
	}
	t.Log("protected", states[true], "plain", states[false])
	figureOf("both", "kill -9 while it is protected or freed", fmt.Sprintf("at each of %d calls", states[true]+states[false]), lost(t, 0))
}

func changeBack(t *testing.T, path string, k *sealed.Key) {
	t.Helper()
	if IsProtected(path) {
		try(t, Unprotect(path, k, newClock().now, nil))
		return
	}
	must[[]string](t)(Protect(path, k, quickKey(k), newClock().now, nil))
}

// changeAndKill reports whether the change was done before the process would have been killed.
func changeAndKill(t *testing.T, path string, k *sealed.Key, at int) bool {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run", "^$")
	c.Env = append(os.Environ(), changerEnv+"="+path, changerAtEnv+"="+strconv.Itoa(at),
		changerKeyEnv+"="+k.Identity().(*age.X25519Identity).String())
	out, err := c.CombinedOutput()
	if strings.Contains(string(out), "calls ") {
		if !strings.Contains(string(out), "<nil>") {
			t.Fatalf("%v: %s", err, out)
		}
		return true
	}
	return false
}

// TestNoOtherFileIsWrittenTo watches by strace what a process opens that saves into a protected journal.
func TestNoOtherFileIsWrittenTo(t *testing.T) {
	aloneUnderRace(t)
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace isn't there")
	}
	path := filepath.Join(t.TempDir(), FileName)
	k := must[*sealed.Key](t)(testKey())
	j := must[*Journal](t)(newProtected(path, newClock().now))
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", bodyOfRev(1))
	try(t, j.Close())
	trace := filepath.Join(t.TempDir(), "trace")
	c := exec.Command("strace", "-f", "-o", trace, "-e", "trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,memfd_create",
		os.Args[0], "-test.run", "^$")
	c.Env = append(os.Environ(), writerEnv+"="+path, changerKeyEnv+"="+k.Identity().(*age.X25519Identity).String())
	if out, err := c.CombinedOutput(); err != nil {
		if strings.Contains(string(out), "ptrace") {
			t.Skipf("strace may not: %s", out)
		}
		t.Fatalf("%v: %s", err, out)
	}
	seen := 0
	for line := range strings.Lines(string(must[[]byte](t)(os.ReadFile(trace)))) {
		writes := strings.Contains(line, "O_WRONLY") || strings.Contains(line, "O_RDWR") || strings.Contains(line, "O_CREAT") ||
			strings.Contains(line, "rename") || strings.Contains(line, "link") || strings.Contains(line, "memfd") || strings.Contains(line, "creat(")
		if !writes || strings.Contains(line, "ENOENT") || strings.Contains(line, `"/dev/null"`) {
			continue
		}
		if seen++; !strings.Contains(line, path+"/") {
			t.Errorf("%s", line)
		}
	}
	if seen < 10 {
		t.Errorf("only %d files were opened", seen)
	}
}

// writerEnv names the journal that a process writes to in every way.
const writerEnv = "HANDBACK_TEST_WRITER"

// writeInEveryWay saves, sorts, deletes for good, compacts, writes snapshots and reads beside.
func writeInEveryWay(path string) error {
	j, err := openAt(path, false)
	if err != nil {
		return err
	}
	n, err := j.Note(1)
	if err != nil {
		return err
	}
	for range 60 {
		if n.Rev, err = j.SaveBody(n.ID, n.Rev, bodyOfRev(n.Rev+1)); err != nil {
			return err
		}
	}
	made, err := j.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: n.Person, Kind: notes.HeldNote, Date: "2026-11-21", Body: strings.Repeat("praise: xylophonesecret\n", 3000),
	}}})
	if err != nil {
		return err
	}
	if _, _, err := j.Search(notes.Query{Text: "xylo", Limit: 20}); err != nil {
		return err
	}
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Purge{Kind: notes.KindNote, ID: int64(made.Made[0])}}}); err != nil {
		return err
	}
	c, _, err := j.besides()
	if err != nil {
		return err
	}
	_, err = list(c, "SELECT text FROM item ORDER BY text, random()", nil, scalar[string])
	return errors.Join(err, c.close(), j.Rebuild(), j.Idle(), j.Close())
}

// TestADamagedProtectedJournalIsSalvaged damages a log inside: what stands before the damage comes into a new protected journal.
func TestADamagedProtectedJournalIsSalvaged(t *testing.T) {
	path, k := protectPlanted(t)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	for _, name := range []string{"Before", "Hit", "Behind", "Last"} {
		addPerson(t, j, name)
	}
	try(t, j.close()) // as a kill leaves it
	logs := must[[]string](t)(filepath.Glob(filepath.Join(path, "*.log")))
	data := must[[]byte](t)(os.ReadFile(logs[len(logs)-1]))
	records := len(bytes.TrimRight(data, "\x00"))
	data[records/2] ^= 1
	try(t, os.WriteFile(logs[len(logs)-1], data, 0o600))
	_, err := Open(path, Options{Now: newClock().now, Key: k})
	if !errors.Is(err, notes.ErrDamaged) || !strings.Contains(err.Error(), "after it") {
		t.Fatal(err)
	}
	if _, err := Salvage(path, newClock().now); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("without the key: %v", err)
	}
	before := bytesOfFolder(t, path)
	report := must[notes.Salvaged](t)(SalvageProtected(path, notes.Secret{Recovery: k.RecoveryText()}, newClock().now))
	if after := bytesOfFolder(t, path); after != before {
		t.Error("the damaged journal was changed")
	}
	if report.Notes != 2 || !IsProtected(report.Path) || len(report.Lost) > 0 || report.Behind == 0 {
		t.Errorf("%+v", report)
	}
	whole := must[*Journal](t)(Open(report.Path, Options{Now: newClock().now, Key: k}))
	names := make([]string, 0, 3)
	for _, p := range must[[]notes.Person](t)(whole.People()) {
		names = append(names, p.Name)
	}
	if !slices.Contains(names, "Quentinplanted") || !slices.Contains(names, "Before") || slices.Contains(names, "Last") {
		t.Errorf("%v", names)
	}
	try(t, errors.Join(whole.CheckIndex(), whole.Close()))
	if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
		t.Error(found)
	}
}

// bytesOfFolder are the names and contents of a folder's files.
func bytesOfFolder(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(folder)) {
		if e.Name() != lockName {
			fmt.Fprintf(&b, "%s %x\n", e.Name(), must[[]byte](t)(os.ReadFile(filepath.Join(folder, e.Name()))))
		}
	}
	return b.String()
}

// TestAnOlderProtectedJournalIsBroughtUp seals a journal of an older schema as it is, and opens it: it is brought to the present one,
// and the copy that is made before lies sealed beside it, as it was. Where it can only be read, nothing is written.
func TestAnOlderProtectedJournalIsBroughtUp(t *testing.T) {
	for schema := 1; schema < presentSchema(t); schema += 3 {
		t.Run(strconv.Itoa(schema), func(t *testing.T) {
			k := must[*sealed.Key](t)(testKey())
			path := sealedAsItIs(t, keptJournal(t, schema), k)

			aside := &Journal{path: path, now: newClock().now, key: k, why: "it can only be read", clean: func() error { return nil }}
			before := bytesOfFolder(t, path)
			try(t, aside.openVault(sealed.Options{ReadOnly: true}))
			try(t, aside.bringUpInMemory(schema, must[[]string](t)(migrations())))
			checkBodies(t, aside, false)
			try(t, aside.close())
			if bytesOfFolder(t, path) != before {
				t.Error("one that is only read was written to")
			}

			j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
			checkBodies(t, j, true)
			older := j.olderName(schema)
			try(t, j.Close())
			s := must[*sealed.Store](t)(sealed.Open(older, k, sealed.Options{ReadOnly: true}))
			c := must[*conn](t)(openConn(protected(s)))
			if is := must[int64](t)(one(c, "PRAGMA user_version", scalar[int64])); is != int64(schema) {
				t.Errorf("the copy is of schema %d", is)
			}
			try(t, errors.Join(c.close(), s.Close()))
		})
	}
}

// TestAProtectedJournalThatLostItsPlace moves the folder away: no save is taken, and it goes on in a copy, which is sealed.
func TestAProtectedJournalThatLostItsPlace(t *testing.T) {
	path, k := protectPlanted(t)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	try(t, os.Rename(path, path+"-away"))
	_, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Lost"}}})
	if !errors.Is(err, notes.ErrMoved) || !errors.Is(j.InPlace(), notes.ErrMoved) {
		t.Fatal(err)
	}
	try(t, os.Rename(path+"-away", path))
	addPerson(t, j, "Kept")
	to := must[string](t)(j.GoOnIn(filepath.Join(filepath.Dir(path), "other.handback")))
	addPerson(t, j, "Later")
	try(t, j.Close())
	if !IsProtected(to) || !strings.Contains(dumpAt(t, to, k), "Later") || strings.Contains(dumpAt(t, path, k), "Later") {
		t.Errorf("it went on somewhere else than in %s", to)
	}
	if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
		t.Error(found)
	}
}
