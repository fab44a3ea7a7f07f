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
	"testing"
)

// diskOp is one thing that a program asked of the disk, or said.
type diskOp struct {
	call       string // write, truncate, sync, make, rename, remove, ack
	path, to   string
	at         int64
	data       []byte
	size, said int64
}

// change is what isn't on the disk for certain before the next sync.
type change struct {
	op   diskOp
	file *diskFile
}

// diskFile is a file as the disk has it, and what was done to it since.
type diskFile struct {
	data    []byte
	pending []diskOp
}

// disk is a folder on a disk that keeps for certain only what was synced: of files the bytes, of the folder the names.
type disk struct {
	now     map[string]*diskFile // the names as the program sees them
	safe    map[string]*diskFile // those that are synced
	pending []change             // of names
}

func newDisk() *disk { return &disk{now: map[string]*diskFile{}, safe: map[string]*diskFile{}} }

// do does what was asked. Mutant disks leave out the syncs of files, or of folders, as a program would that doesn't ask for them.
func (d *disk) do(op diskOp, mutant string) {
	f := d.now[op.path]
	switch op.call {
	case "make":
		if f == nil {
			d.now[op.path] = &diskFile{}
			d.pending = append(d.pending, change{op, d.now[op.path]})
		}
	case "write", "truncate":
		if f != nil {
			f.pending = append(f.pending, op)
		}
	case "rename":
		d.now[op.to] = f
		delete(d.now, op.path)
		d.pending = append(d.pending, change{op, f})
	case "remove":
		delete(d.now, op.path)
		d.pending = append(d.pending, change{op, f})
	case "sync":
		if f == nil { // the folder
			if mutant != "no folder sync" {
				d.safe, d.pending = maps.Clone(d.now), nil
			}
			return
		}
		if mutant != "no file sync" {
			for _, p := range f.pending {
				f.data = p.on(f.data)
			}
			f.pending = nil
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

// after is a state in which the disk may be when the power is cut now. How is "dropped" where nothing that wasn't synced is there,
// "kept" where all of it is, and otherwise by chance: each write is there, is not, in part, or as zeros.
func (d *disk) after(how string, chance *rand.Rand) map[string][]byte {
	names := maps.Clone(d.safe)
	apply := 0
	switch how {
	case "kept":
		apply = len(d.pending)
	case "chance":
		apply = chance.Intn(len(d.pending) + 1)
	}
	for _, c := range d.pending[:apply] {
		switch c.op.call {
		case "make":
			names[c.op.path] = c.file
		case "rename":
			delete(names, c.op.path)
			names[c.op.to] = c.file
		case "remove":
			delete(names, c.op.path)
		}
	}
	files := map[string][]byte{}
	for name, f := range names {
		if f == nil {
			continue
		}
		data := f.data
		for _, op := range f.pending {
			switch {
			case how == "kept":
				data = op.on(data)
			case how == "chance":
				data = op.torn(chance).on(data)
			}
		}
		files[name] = data
	}
	return files
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
	last := args[strings.LastIndex(args, ",")+1:]
	number, _ := strconv.ParseInt(strings.TrimSpace(last), 10, 64)
	switch call {
	case "openat":
		return opened(string(texts[0]), args, result, here, offsets)
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
	case "rename", "renameat", "renameat2":
		return []diskOp{{call: "rename", path: string(texts[0]), to: string(texts[1])}}
	case "unlink", "unlinkat":
		if here(string(texts[0])) {
			return []diskOp{{call: "remove", path: string(texts[0])}}
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

// tracedSaves are what a program that makes a journal and saves asks of the disk.
func tracedSaves(t *testing.T) (folder string, ops []diskOp) {
	t.Helper()
	folder = must[string](t)(filepath.EvalSymlinks(t.TempDir()))
	log := filepath.Join(t.TempDir(), "trace")
	_, err := straced(t, "save", filepath.Join(folder, FileName), "", "-f", "-qq", "-y", "-xx", "-s", "10000000", "-o", log,
		"-e", "trace=openat,lseek,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat")
	if err != nil {
		t.Fatal(err)
	}
	return folder, readTrace(t, unquotePaths(string(must[[]byte](t)(os.ReadFile(log)))), folder)
}

// unquotePaths writes the paths of open files as they are; with -xx strace writes them as it writes what is written.
func unquotePaths(trace string) string {
	return regexp.MustCompile(`<((?:\\x[0-9a-f]{2})+)>`).ReplaceAllStringFunc(trace, func(s string) string {
		return "<" + string(unhex(s[1:len(s)-1])) + ">"
	})
}

// cutStates opens the journal in states after a power cut at each thing that was asked of the disk, and returns how many it opened,
// and what was lost.
func cutStates(t *testing.T, folder string, ops []diskOp, mutant string, most int) (opened int, losses []string) {
	t.Helper()
	hows := []string{"dropped", "kept", "chance", "chance", "chance"}
	wanted := map[int]bool{}
	for _, p := range points(len(ops)*len(hows), most) {
		wanted[p-1] = true
	}
	d, acked := newDisk(), int64(0)
	for i, op := range ops {
		if op.call == "ack" {
			acked = op.said
		} else {
			d.do(op, mutant)
		}
		for h, how := range hows {
			if !wanted[i*len(hows)+h] || mutant != "" && (acked == 0 || op.call != "ack") {
				continue
			}
			state := t.TempDir()
			for name, data := range d.after(how, rand.New(rand.NewSource(int64(i*len(hows)+h)))) { //nolint:gosec // which states doesn't matter
				if strings.HasSuffix(name, "-shm") {
					continue // it is no part of what lasts
				}
				if err := os.WriteFile(filepath.Join(state, filepath.Base(name)), data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			opened++
			if what := lostAt(filepath.Join(state, filepath.Base(FileName)), acked); what != "" {
				losses = append(losses, fmt.Sprintf("cut behind %d (%s %s), %s: %s", i, op.call, strings.TrimPrefix(op.path, folder), how, what))
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

// TestAPowerCutLosesNothing cuts the power behind everything that a program asks of the disk while it makes a journal and saves.
func TestAPowerCutLosesNothing(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	folder, ops := tracedSaves(t)
	acks := 0
	for _, op := range ops {
		if op.call == "ack" {
			acks++
		}
	}
	if acks != 24 || len(ops) < 100 {
		t.Fatalf("%d acknowledged saves and %d calls are in the trace", acks, len(ops))
	}
	opened, losses := cutStates(t, folder, ops, "", *states)
	for i, l := range losses {
		if i < 10 {
			t.Error(l)
		}
	}
	if len(losses) > 10 {
		t.Errorf("%d of %d states have lost something", len(losses), opened)
	}
	figure("power cut", fmt.Sprintf("behind each of %d calls, %d states of the disk", len(ops), opened), lost(t, len(losses)))
}

// TestAProgramThatDoesNotSyncIsFound is the same with programs that don't sync files, or folders.
func TestAProgramThatDoesNotSyncIsFound(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	folder, ops := tracedSaves(t)
	for _, mutant := range []string{"no file sync", "no folder sync"} {
		t.Run(mutant, func(t *testing.T) {
			opened, losses := cutStates(t, folder, ops, mutant, 0)
			if len(losses) == 0 {
				t.Errorf("it is not found in %d states", opened)
				return
			}
			figure("mutant: "+mutant, "power cut", fmt.Sprintf("found in state %d", opened))
		})
	}
}
