//go:build unix

package ui

import (
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
