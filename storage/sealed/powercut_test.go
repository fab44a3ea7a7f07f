package sealed

import (
	"errors"
	"fmt"
	"math/rand"
	"syscall"
	"testing"
)

// life is what is done to a store while every call is remembered: commits, snapshots in pieces and whole, a compaction, a restart.
func life(t *testing.T, disk *memDisk, k *Key) {
	t.Helper()
	b := mustBed(t)(makeBed(disk, k))
	disk.ack(0)
	for n := 1; n <= 40; n++ {
		mustDo(t, b.commit(n))
		disk.ack(n)
		switch {
		case n >= 8 && n < 14 && b.store.writing != nil, n == 8:
			_, err := b.store.CheckpointSome(1)
			mustDo(t, err)
		case n == 18, n == 19, n == 30:
			mustDo(t, b.store.Checkpoint(nil))
		case n == 24:
			name, err := b.store.Scratch()
			mustDo(t, err)
			mustDo(t, b.db.exec("VACUUM INTO 'file://"+name+"?vfs="+VFS+"'"))
			mustDo(t, b.db.close())
			mustDo(t, b.store.Replace())
			b = mustBed(t)(connectBed(b.store))
		case n == 34:
			mustDo(t, b.close())
			b = mustBed(t)(openBed(disk, k))
		}
	}
	mustDo(t, b.close())
}

// cutStates makes what power cuts leave of a life and says of how many something is lost, and the first of these.
func cutStates(k *Key, trace []call, from, rounds int, m mutant, enough bool) (states, lost int, first error) {
	r := rand.New(rand.NewSource(int64(rounds)))
	for n := from; n <= len(trace); n++ {
		for kind := cutDropped; kind < cutKinds; kind++ {
			if kind >= cutTorn {
				for range rounds - 1 {
					states++
					if err := afterCut(k, trace[:n], kind, m, r); err != nil {
						lost++
						first = firstOf(first, fmt.Errorf("call %d, cut %d: %w", n, kind, err))
					}
				}
			}
			states++
			if err := afterCut(k, trace[:n], kind, m, r); err != nil {
				lost++
				first = firstOf(first, fmt.Errorf("call %d, cut %d: %w", n, kind, err))
			}
			if enough && lost > 0 {
				return states, lost, first
			}
		}
	}
	return states, lost, first
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// afterCut opens what a power cut leaves: the last commit that was acknowledged is there, or the one that was on its way, whole.
// Then it goes on, and what it commits is there too.
func afterCut(k *Key, trace []call, kind cutKind, m mutant, r *rand.Rand) error {
	disk, acked := after(trace, kind, m, r)
	b, err := openBed(disk, k)
	if err != nil {
		return err
	}
	got, err := b.state()
	if err == nil {
		err = b.whole()
	}
	if err == nil && got != acked && got != acked+1 {
		err = fmt.Errorf("commit %d is there, %d was acknowledged", got, acked)
	}
	if err == nil && r.Intn(4) == 0 {
		err = b.commit(1000)
	} else {
		return errors.Join(err, b.close())
	}
	if err = errors.Join(err, b.close()); err != nil {
		return err
	}
	if b, err = openBed(disk, k); err != nil {
		return fmt.Errorf("opened again: %w", err)
	}
	if got, err = b.state(); err == nil && got != 1000 {
		err = fmt.Errorf("commit %d is there behind the cut", got)
	}
	return errors.Join(err, b.close())
}

// afterBegin is the first call behind which the store is there.
func afterBegin(trace []call) int {
	for i, c := range trace {
		if c.kind == callAck {
			return i + 1
		}
	}
	return len(trace)
}

func TestAPowerCutLosesNothing(t *testing.T) {
	aloneUnderRace(t)
	disk, k := newMemDisk(), testKey(t)
	life(t, disk, k)
	from := afterBegin(disk.trace)
	states, lost, err := cutStates(k, disk.trace, from, 3, mutant{}, false)
	t.Logf("%d calls, %d states, %d lost", len(disk.trace), states, lost)
	if err != nil {
		t.Error(err)
	}
	if states < 2000 {
		t.Errorf("only %d states", states)
	}
	for _, tt := range []struct {
		name string
		m    mutant
	}{
		{"without the sync of a file", mutant{noSync: true}},
		{"without the sync of a folder", mutant{noFolderSync: true}},
	} {
		t.Run(tt.name+" it does", func(t *testing.T) {
			states, lost, err := cutStates(k, disk.trace, from, 1, tt.m, true)
			t.Logf("lost in state %d: %v", states, err)
			if lost == 0 {
				t.Error("the simulation doesn't notice")
			}
		})
	}
}

// TestAFailedCallLosesNothing has each call fail that changes something, once and from then on for a while, whole or half done.
func TestAFailedCallLosesNothing(t *testing.T) {
	aloneUnderRace(t)
	k := testKey(t)
	calls := failing(t, k, 0, 0, nil, false)
	faults := 0
	for at := 1; at <= calls; at++ {
		for _, f := range []struct {
			errno syscall.Errno
			times int
			short bool
		}{{syscall.EIO, 1, false}, {syscall.ENOSPC, 1, true}, {syscall.ENOSPC, 9, true}} {
			failing(t, k, at, f.times, f.errno, f.short)
			faults++
		}
		if t.Failed() {
			t.Fatalf("at call %d of %d", at, calls)
		}
	}
	t.Logf("%d faults", faults)
}

// failing runs a life in which the calls from one on fail so many times, and returns how many calls it made.
func failing(t *testing.T, k *Key, at, times int, errno error, short bool) int {
	t.Helper()
	disk := newMemDisk()
	b := mustBed(t)(makeBed(disk, k))
	begin := disk.calls
	disk.short = short
	disk.fail = func(n int, _ call) error {
		if n >= begin+at && n < begin+at+times {
			return errno
		}
		return nil
	}
	last := 0
	for n := 1; n <= 12; n++ {
		switch err := b.commit(n); {
		case err == nil:
			last = n
		case errors.Is(errno, syscall.ENOSPC) && !isFullText(err):
			t.Errorf("call %d: the disk is full, and what is said is %v", at, err)
		}
		if got, err := b.state(); err != nil || got != last {
			t.Errorf("call %d, %v: commit %d, %v; %d was acknowledged", at, errno, got, err, last)
			return 0
		}
		if n == 4 || n == 9 {
			_ = b.store.Checkpoint(nil) // it is tried again
		}
	}
	disk.fail = nil
	if err := b.commit(13); err != nil {
		t.Errorf("call %d, %v: once there is no fault any more: %v", at, errno, err)
	}
	_ = b.close()
	b, err := openBed(disk, k)
	if err != nil {
		t.Errorf("call %d, %v: %v", at, errno, err)
		return 0
	}
	mustBe(t, b, 13)
	calls := disk.calls - begin
	mustDo(t, b.close())
	return calls
}

func isFullText(err error) bool { return sqliteFull(err) }
