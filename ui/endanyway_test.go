//go:build unix

package ui

import (
	"os/signal"
	"syscall"
	"testing"
	"time"
)

// TestTheSystemEndsAWindowThatIsHeldUp asks this very process to end; its UI goroutine never answers.
func TestTheSystemEndsAWindowThatIsHeldUp(t *testing.T) {
	b := &background{patience: time.Millisecond, over: make(chan struct{})}
	ended := make(chan int, 1)
	b.endAnyway(func(code int) { ended <- code })
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if code := <-ended; code == 0 {
		t.Error("it ends as if all went well")
	}
	b.Stop()
	b.Stop() // twice, as when a window is closed while the system asks
}

// TestTheSystemEndsAWindowThatIsBeingOpened asks this very process to end before Fyne listens.
func TestTheSystemEndsAWindowThatIsBeingOpened(t *testing.T) {
	for _, asks := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		if asks == syscall.SIGHUP && signal.Ignored(asks) {
			continue
		}
		done, quit := make(chan func(), 1), make(chan bool, 1)
		onEnd(func(f func()) { done <- f }, func() { quit <- true })
		if err := syscall.Kill(syscall.Getpid(), asks); err != nil {
			t.Fatal(err)
		}
		(<-done)() // the UI goroutine comes to it later
		<-quit
	}
}
