package ui

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
)

// background is the real Clock. It is the only place that starts goroutines and calls fyne.Do.
type background struct{ stopped atomic.Bool }

func newBackground() *background { return &background{} }

// After runs f on the UI goroutine once d has passed, unless stop is called before. Stop is for the UI goroutine; once
// it has returned f does not run.
func (b *background) After(d time.Duration, f func()) (stop func()) {
	live := true // touched on the UI goroutine alone
	t := time.AfterFunc(d, func() {
		b.do(func() {
			if live {
				live = false
				f()
			}
		})
	})
	return func() {
		live = false
		t.Stop()
	}
}

// Background does work off the UI goroutine and then calls done on it.
func (b *background) Background(work func() error, done func(error)) {
	go func() {
		err := work()
		b.do(func() { done(err) })
	}()
}

// Soon runs f on the UI goroutine after what it is doing now.
func (b *background) Soon(f func()) { go b.do(f) }

// Stop lets nothing further through; for the end of the app.
func (b *background) Stop() { b.stopped.Store(true) }

func (b *background) do(f func()) {
	if b.stopped.Load() {
		return
	}
	fyne.Do(func() {
		if !b.stopped.Load() { // it may have ended while f was waiting
			f()
		}
	})
}

// onHangup calls f on the UI goroutine when the terminal or the session that the program was started from goes away; Fyne
// itself sees to SIGTERM and SIGINT. Who wants the program to outlive it (nohup) has it ignored.
func onHangup(f func()) {
	if signal.Ignored(syscall.SIGHUP) {
		return
	}
	gone := make(chan os.Signal, 1)
	signal.Notify(gone, syscall.SIGHUP)
	go func() {
		<-gone
		fyne.Do(f)
	}()
}
