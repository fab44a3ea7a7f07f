//go:build journey

package journey

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const plannedBody = "select body from note where kind = 'planned'"

// TestTickOnTodayKeepsTyping ticks a line on Today while the same note holds typing that is not saved yet.
func TestTickOnTodayKeepsTyping(t *testing.T) {
	m := newManager(t, logging)
	file := filepath.Join(m.home, "journal.handback")
	noteWith(t, file, "begun\ntodo me: answer on the budget\n")
	m.start("-journal", file)
	m.openNote()
	m.types("and then some words")
	m.key("alt+d") // at once, before a pause that would save
	m.sees("You promised")
	m.ticks("Answer on the budget")
	m.storedIn(
		file,
		[]string{"1"},
		"select count(*) from note where body like ?",
		"begun\ntodo me: answer on the budget (done %)\nand then some words",
	)
	m.sees("Undo")
	m.key("ctrl+z")
	m.storedIn(file, []string{"begun\ntodo me: answer on the budget\nand then some words"}, plannedBody)
	m.quit()
}

// TestKilledTwoSecondsAfterTheLastKey loses nothing.
func TestKilledTwoSecondsAfterTheLastKey(t *testing.T) {
	m := newManager(t, shipped)
	file := filepath.Join(m.home, "journal.handback")
	noteWith(t, file, "begun\n")
	m.start("-journal", file)
	m.openNote()
	const typed = "praise: kept calm when the line went down - and told everybody what she knew"
	m.types(typed)
	time.Sleep(2 * time.Second) // the time is the test
	m.kill()
	m.storedIn(file, []string{"begun\n" + typed}, plannedBody)
	m.start("-journal", file)
	m.sees("kept calm")
	m.quit()
	m.storedIn(file, []string{"begun\n" + typed}, plannedBody)
}

// TestEndedAtOnce ends the program right after the last key, in each of the ways in which it is not asked: the end of the
// session, the end of its terminal, a display that breaks off.
func TestEndedAtOnce(t *testing.T) {
	for name, end := range map[string]func(*App) error{
		"terminated": (*App).Terminate, "hung up": (*App).HangUp, "without a display": (*App).LoseDisplay,
	} {
		t.Run(name, func(t *testing.T) {
			if name == "hung up" && signal.Ignored(syscall.SIGHUP) {
				t.Skip("under nohup the program outlives its terminal, as whoever started it wants")
			}
			m := newManager(t, shipped)
			file := filepath.Join(m.home, "journal.handback")
			noteWith(t, file, "begun\n")
			m.start("-journal", file)
			m.openNote()
			m.types("the last words")
			m.must(m.display.Still()) // all keys have reached the program
			m.types("!")
			time.Sleep(100 * time.Millisecond) // too short for it to be saved by itself
			m.must(end(m.app))
			m.left()
			m.storedIn(file, []string{"begun\nthe last words!"}, plannedBody)
		})
	}
}

// TestFullDisk says "Not saved" in the window while there is no room, and saves once there is.
func TestFullDisk(t *testing.T) {
	m := newManager(t, logging)
	disk := filepath.Join(m.home, "disk")
	m.must(os.Mkdir(disk, 0o700))
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("NOT TESTED: a full disk. Mounting a small one needs root: %v: %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", disk).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, out)
		}
	})
	file := filepath.Join(disk, "journal.handback")
	noteWith(t, file, "begun\n")
	// Room for a few saves is left at first, so that the log does not grow to what all of the saves need.
	filler, rest := filepath.Join(disk, "filler"), filepath.Join(disk, "rest")
	fill(t, filler, 256<<10)
	m.start("-journal", file)
	m.openNote()
	m.types("fits ")
	m.storedIn(file, []string{"begun\nfits "}, plannedBody)
	fill(t, rest, 0)
	long := strings.Repeat("does not fit ", 120)
	m.types(long)
	m.sees("Not saved")
	m.must(errors.Join(os.Remove(filler), os.Remove(rest)))
	m.storedIn(file, []string{"begun\nfits " + long}, plannedBody)
	m.sees("Saved")
	m.quit()
}

// fill writes a file until all but the bytes of left are taken.
func fill(t *testing.T, file string, left int64) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	for size := 64 << 10; size > 0; size /= 2 { // the last bytes too
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err := errors.Join(err, f.Truncate(size-left), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestALongNoteLeavesTheTabsToTheMouse: the caret is at the end of a note that is scrolled far down, a word was typed just now, and one
// click on a tab above leads there.
func TestALongNoteLeavesTheTabsToTheMouse(t *testing.T) {
	m := newManager(t, shipped)
	file := filepath.Join(m.home, "journal.handback")
	long := strings.Repeat("a line of a long note\n", 120)
	noteWith(t, file, long)
	m.start("-journal", file)
	m.openNote()
	m.types("the end")
	m.clicks("Growth")
	m.sees("Add a goal")
	m.storedIn(file, []string{long + "the end"}, plannedBody)
	m.quit()
}
