package storage

import (
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"handback/storage/sealed"
)

// diskOp is one thing that a program asked of the disk, or said.
type diskOp struct {
	call       string // write, truncate, sync, make, mkdir, rename, remove, ack
	path, to   string
	at         int64
	data       []byte
	size, said int64
}

// diskNode is a file or a folder as the disk has it, and what was done to it since it was synced.
type diskNode struct {
	folder  bool
	data    []byte               // of a file, for certain
	pending []diskOp             // writes and cuts of a file
	now     map[string]*diskNode // the names in a folder as the program sees them
	safe    map[string]*diskNode // those that are synced
	naming  []naming             // what was done to the names
}

// naming is a name that goes, one that is given, or both at once.
type naming struct {
	gone, given string
	node        *diskNode
}

func newDiskNode(folder bool) *diskNode {
	return &diskNode{folder: folder, now: map[string]*diskNode{}, safe: map[string]*diskNode{}}
}

func (n naming) on(names map[string]*diskNode) {
	if n.gone != "" {
		delete(names, n.gone)
	}
	if n.given != "" {
		names[n.given] = n.node
	}
}

func (n *diskNode) name(change naming) {
	change.on(n.now)
	n.naming = append(n.naming, change)
}

// sync makes what was done to a file last, or to the names in a folder. Mutant disks leave that out, as a program would that
// doesn't ask for it.
func (n *diskNode) sync(mutant string) {
	switch {
	case n.folder && mutant != "no folder sync":
		n.safe, n.naming = maps.Clone(n.now), nil
	case !n.folder && mutant != "no file sync":
		for _, p := range n.pending {
			n.data = p.on(n.data)
		}
		n.pending = nil
	}
}

// disk is a folder on a disk that keeps for certain only what was synced: of files the bytes, of folders the names.
type disk struct {
	root string
	top  *diskNode
}

func newDisk(root string) *disk { return &disk{root, newDiskNode(true)} }

// at is what the program sees at a path; nil for nothing.
func (d *disk) at(path string) *diskNode {
	n := d.top
	rest, below := strings.CutPrefix(path, d.root)
	if !below {
		return nil
	}
	for _, name := range strings.FieldsFunc(rest, func(r rune) bool { return r == '/' }) {
		if n == nil {
			return nil
		}
		n = n.now[name]
	}
	return n
}

// do does what was asked.
func (d *disk) do(op diskOp, mutant string) {
	n, folder, name := d.at(op.path), d.at(filepath.Dir(op.path)), filepath.Base(op.path)
	switch op.call {
	case "make", "mkdir":
		if n == nil && folder != nil {
			folder.name(naming{given: name, node: newDiskNode(op.call == "mkdir")})
		}
	case "write", "truncate":
		if n != nil {
			n.pending = append(n.pending, op)
		}
	case "rename":
		to := d.at(filepath.Dir(op.to))
		if n == nil || to == nil {
			return
		}
		if to != folder {
			folder.name(naming{gone: name})
			name = ""
		}
		to.name(naming{gone: name, given: filepath.Base(op.to), node: n})
	case "remove":
		if folder != nil {
			folder.name(naming{gone: name})
		}
	case "sync":
		if n != nil {
			n.sync(mutant)
		}
	}
}

// on is what a file is after a write or a cut.
func (op diskOp) on(data []byte) []byte {
	if op.call == "truncate" {
		if op.size <= int64(len(data)) {
			return slices.Clone(data[:op.size])
		}
		return append(slices.Clone(data), make([]byte, op.size-int64(len(data)))...)
	}
	out := slices.Clone(data)
	if end := op.at + int64(len(op.data)); end > int64(len(out)) {
		out = append(out, make([]byte, end-int64(len(out)))...)
	}
	copy(out[op.at:], op.data)
	return out
}

// lay lays down below a folder a state in which the disk may be when the power is cut now. How is "dropped" where nothing that
// wasn't synced is there, "kept" where all of it is, and otherwise by chance: each write is there, is not, in part, or as zeros.
func (n *diskNode) lay(t *testing.T, at, how string, chance *rand.Rand) {
	t.Helper()
	names, most := maps.Clone(n.safe), 0
	switch how {
	case "kept":
		most = len(n.naming)
	case "chance":
		most = chance.Intn(len(n.naming) + 1)
	}
	for _, c := range n.naming[:most] {
		c.on(names)
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		child, path := names[name], filepath.Join(at, name)
		switch {
		case child.folder:
			try(t, os.Mkdir(path, 0o700))
			child.lay(t, path, how, chance)
		case !strings.HasSuffix(name, "-shm"): // which is no part of what lasts
			try(t, os.WriteFile(path, child.bytes(how, chance), 0o600))
		}
	}
}

func (n *diskNode) bytes(how string, chance *rand.Rand) []byte {
	data := n.data
	for _, op := range n.pending {
		switch how {
		case "kept":
			data = op.on(data)
		case "chance":
			data = op.torn(chance).on(data)
		}
	}
	return data
}

// torn is a write of which chance says what is on the disk.
func (op diskOp) torn(chance *rand.Rand) diskOp {
	const sector = 512
	switch chance.Intn(4) {
	case 0:
		op.call, op.data = "write", nil
		op.at = 0
	case 1:
		if n := len(op.data) / sector; n > 0 {
			op.data = op.data[:chance.Intn(n)*sector]
		}
	case 2:
		op.data = make([]byte, len(op.data))
	}
	return op
}

var (
	straceLine = regexp.MustCompile(`^(\d+) +(.*)$`)
	callLine   = regexp.MustCompile(`^(\w+)\((.*)\) += (-?\d+)`)
	fdPath     = regexp.MustCompile(`^(\d+)<([^>]*)>`)
	quotedText = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?`)
)

func unhex(s string) []byte {
	data, err := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
	if err != nil {
		panic(err)
	}
	return data
}

// readTrace reads what strace wrote of a child that works in folder.
func readTrace(t *testing.T, text, folder string) (ops []diskOp) {
	t.Helper()
	begun, offsets := map[string]string{}, map[string]int64{}
	for _, line := range strings.Split(text, "\n") {
		m := straceLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		pid, rest := m[1], m[2]
		if before, unfinished := strings.CutSuffix(rest, " <unfinished ...>"); unfinished {
			begun[pid] = before
			continue
		}
		if _, end, resumed := strings.Cut(rest, " resumed>"); resumed && strings.HasPrefix(rest, "<... ") {
			rest = begun[pid] + end
		}
		if m = callLine.FindStringSubmatch(rest); m != nil && !strings.HasPrefix(m[3], "-") {
			ops = append(ops, opsOf(t, m[1], m[2], m[3], folder, offsets)...)
		}
	}
	return ops
}

// opsOf is what a call that succeeded did.
func opsOf(t *testing.T, call, args, result, folder string, offsets map[string]int64) []diskOp {
	t.Helper()
	here := func(path string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }
	var texts [][]byte
	for _, q := range quotedText.FindAllStringSubmatch(args, -1) {
		if q[2] != "" {
			t.Fatalf("strace left out a part of %s", call)
		}
		texts = append(texts, unhex(q[1]))
	}
	fd, path := "", ""
	if m := fdPath.FindStringSubmatch(args); m != nil {
		fd, path = m[1], m[2]
	}
	named := func(i int) string { // a name is meant within the folder that is open
		if name := string(texts[i]); filepath.IsAbs(name) {
			return name
		}
		return filepath.Join(path, string(texts[i]))
	}
	last := args[strings.LastIndex(args, ",")+1:]
	number, _ := strconv.ParseInt(strings.TrimSpace(last), 10, 64)
	switch call {
	case "openat":
		return opened(named(0), args, result, here, offsets)
	case "lseek":
		offsets[fd], _ = strconv.ParseInt(result, 10, 64)
	case "write", "pwrite64":
		if fd == "1" && len(texts) > 0 {
			var rev int64
			if n, _ := fmt.Sscanf(string(texts[0]), "ack %d", &rev); n == 1 {
				return []diskOp{{call: "ack", said: rev}}
			}
		}
		if !here(path) {
			return nil
		}
		at := number
		if call == "write" {
			at = offsets[fd]
			offsets[fd] += int64(len(texts[0]))
		}
		return []diskOp{{call: "write", path: path, at: at, data: texts[0]}}
	case "ftruncate":
		return []diskOp{{call: "truncate", path: path, size: number}}
	case "fsync", "fdatasync":
		if here(path) {
			return []diskOp{{call: "sync", path: path}}
		}
	case "mkdir", "mkdirat":
		if here(named(0)) {
			return []diskOp{{call: "mkdir", path: named(0)}}
		}
	case "rename", "renameat", "renameat2":
		return []diskOp{{call: "rename", path: named(0), to: named(1)}}
	case "unlink", "unlinkat", "rmdir":
		if here(named(0)) {
			return []diskOp{{call: "remove", path: named(0)}}
		}
	}
	return nil
}

func opened(path, args, result string, here func(string) bool, offsets map[string]int64) (ops []diskOp) {
	fd, _, _ := strings.Cut(result, "<")
	offsets[fd] = 0
	if !here(path) {
		return nil
	}
	if strings.Contains(args, "O_CREAT") {
		ops = append(ops, diskOp{call: "make", path: path})
	}
	if strings.Contains(args, "O_TRUNC") {
		ops = append(ops, diskOp{call: "truncate", path: path})
	}
	return ops
}

// trace is what a program that makes a journal and saves asks of the disk, and what is in its folder in the end.
type trace struct {
	folder string
	ops    []diskOp
	left   map[string]string
	lost   func(path string, acked int64) string // what of the acknowledged isn't there
}

var (
	tracedOnce sync.Once
	tracedSave trace
)

// tracedSaves traces one that saves, once for all tests.
func tracedSaves(t *testing.T) trace {
	t.Helper()
	tracedOnce.Do(func() { tracedSave = traced(t, "save whole") })
	if len(tracedSave.ops) == 0 {
		t.Skip("NOT TESTED: nothing could be traced")
	}
	return tracedSave
}

// traced is what a child asks of the disk.
func traced(t *testing.T, child string) trace {
	t.Helper()
	folder := must[string](t)(filepath.EvalSymlinks(t.TempDir()))
	log := filepath.Join(t.TempDir(), "trace")
	_, err := straced(t, child, filepath.Join(folder, FileName), "", "-f", "-qq", "-y", "-xx", "-s", "10000000", "-o", log,
		"-e", "trace=openat,lseek,write,pwrite64,ftruncate,fsync,fdatasync,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir")
	if err != nil {
		t.Fatal(err)
	}
	ops := readTrace(t, unquotePaths(string(must[[]byte](t)(os.ReadFile(log)))), folder)
	return trace{folder, ops, onDiskIn(t, folder), lostAt}
}

// unquotePaths writes the paths of open files as they are; with -xx strace writes them as it writes what is written.
func unquotePaths(trace string) string {
	return regexp.MustCompile(`<((?:\\x[0-9a-f]{2})+)>`).ReplaceAllStringFunc(trace, func(s string) string {
		return "<" + string(unhex(s[1:len(s)-1])) + ">"
	})
}

// cutStates opens the journal in states after a power cut at each thing that was asked of the disk, and returns how many it opened,
// and what was lost.
func cutStates(t *testing.T, traced trace, mutant string, most int) (opened int, losses []string) {
	t.Helper()
	hows := []string{"dropped", "kept", "chance", "chance", "chance"}
	wanted := map[int]bool{}
	for _, p := range points(len(traced.ops)*len(hows), most) {
		wanted[p-1] = true
	}
	d, acked := newDisk(traced.folder), int64(0)
	for i, op := range traced.ops {
		if op.call == "ack" {
			acked = op.said
		} else {
			d.do(op, mutant)
		}
		for h, how := range hows {
			worst := how == "dropped" && op.call == "ack" // is always looked at
			if !wanted[i*len(hows)+h] && !worst || mutant != "" && (acked == 0 || op.call != "ack") {
				continue
			}
			state := t.TempDir()
			d.top.lay(t, state, how, rand.New(rand.NewSource(int64(i*len(hows)+h)))) //nolint:gosec // which states doesn't matter
			opened++
			path := filepath.Join(state, FileName)
			what := traced.lost(path, acked)
			if what == "" && acked > 0 {
				what = keyLostAt(t, path, traced.left)
			}
			if what != "" {
				losses = append(losses,
					fmt.Sprintf("cut behind %d (%s %s), %s: %s", i, op.call, strings.TrimPrefix(op.path, traced.folder), how, what))
				if mutant != "" {
					return opened, losses
				}
			}
			if err := os.RemoveAll(state); err != nil {
				t.Fatal(err)
			}
		}
	}
	return opened, losses
}

// keyLostAt says which file of the key of a protected journal isn't what it was in the end.
func keyLostAt(t *testing.T, path string, left map[string]string) string {
	t.Helper()
	for _, name := range []string{sealed.KeyName, sealed.KeyCopyName} {
		if *protectedFlag && string(must[[]byte](t)(readFile(filepath.Join(path, name)))) != left[FileName+"/"+name] {
			return name + " is another one"
		}
	}
	return ""
}

// TestAPowerCutLosesNothing cuts the power behind everything that a program asks of the disk while it makes a journal and saves.
func TestAPowerCutLosesNothing(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	traced := tracedSaves(t)
	acks, beneath := 0, 0
	for _, op := range traced.ops {
		if op.call == "ack" {
			acks++
		}
		if strings.HasPrefix(op.path, filepath.Join(traced.folder, FileName)+"/") {
			beneath++
		}
	}
	if acks != 24 || len(traced.ops) < 100 || *protectedFlag && beneath < 60 {
		t.Fatalf("%d acknowledged saves and %d calls are in the trace, %d of them in the folder", acks, len(traced.ops), beneath)
	}
	opened, losses := cutStates(t, traced, "", *states)
	for i, l := range losses {
		if i < 10 {
			t.Error(l)
		}
	}
	if len(losses) > 10 {
		t.Errorf("%d of %d states have lost something", len(losses), opened)
	}
	figure("power cut", fmt.Sprintf("behind each of %d calls, %d states of the disk", len(traced.ops), opened), lost(t, len(losses)))
}

// TestAProgramThatDoesNotSyncIsFound is the same with programs that don't sync files, or folders.
func TestAProgramThatDoesNotSyncIsFound(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	traced := tracedSaves(t)
	for _, mutant := range []string{"no file sync", "no folder sync"} {
		t.Run(mutant, func(t *testing.T) {
			opened, losses := cutStates(t, traced, mutant, 0)
			if len(losses) == 0 {
				t.Errorf("it is not found in %d states", opened)
				return
			}
			figure("mutant: "+mutant, "power cut", fmt.Sprintf("found in state %d", opened))
		})
	}
}

// TestNoWordIsWrittenByAProtectedJournal searches every byte that the same program has written into the journal's folder for words of
// notes, names and the schema, also in files that were there for a moment.
func TestNoWordIsWrittenByAProtectedJournal(t *testing.T) {
	aloneUnderRace(t)
	if !*protectedFlag {
		t.Skip("a plain journal is there to be read")
	}
	t.Parallel()
	traced := tracedSaves(t)
	within := filepath.Join(traced.folder, FileName)
	bytes, hits := 0, 0
	for _, op := range traced.ops {
		inside := strings.HasPrefix(op.path, within+"/") || strings.HasPrefix(op.path, within+changingEnd+"/")
		if !inside {
			continue
		}
		bytes += len(op.data)
		for _, word := range []string{"todo:", "line of the note", childPerson, "CREATE TABLE", "SQLite format", "revision"} {
			if strings.Contains(string(op.data), word) {
				hits++
				t.Errorf("%q is written to %s", word, op.path)
			}
		}
	}
	if bytes < 300_000 {
		t.Errorf("only %d bytes were searched", bytes)
	}
	figure("every byte searched for words", fmt.Sprintf("%d bytes written, words of notes, names and the schema", bytes), fmt.Sprintf("%d hits", hits))
}
