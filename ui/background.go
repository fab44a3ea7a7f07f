package ui

import (
	"os"
	"os/signal"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
)

// background is the real Clock. It is the only place that starts goroutines and calls fyne.Do.
type background struct {
	stopped  atomic.Bool
	patience time.Duration
	promptly time.Duration
	over     chan struct{}
	once     sync.Once
	pass     func(f func()) // to the UI goroutine; nil is fyne.Do
}

// newBackground is that of a program, which quit ends.
func newBackground(quit func()) *background {
	b := &background{patience: endAnywayAfter, promptly: promptlyWithin, over: make(chan struct{})}
	onEnd(fyne.Do, quit)
	b.endAnyway(os.Exit)
	return b
}

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

// promptlyWithin is how long the UI goroutine waits for what is mostly done at once: less than a frame.
const promptlyWithin = 8 * time.Millisecond

// Promptly does work off the UI goroutine and then calls done on it, as Background does. It is for what is mostly done at
// once: then done is called before Promptly returns, so that what comes of a key is painted together with the key, in one
// frame. Work that takes longer is waited for no more.
func (b *background) Promptly(work func() error, done func(error)) {
	result := make(chan error, 1)
	go func() { result <- work() }()
	late := time.NewTimer(b.promptly)
	defer late.Stop()
	select {
	case err := <-result:
		done(err)
	case <-late.C:
		go func() {
			err := <-result
			b.do(func() { done(err) })
		}()
	}
}

// Soon runs f on the UI goroutine after what it is doing now.
func (b *background) Soon(f func()) { go b.do(f) }

// Stop lets nothing further through; for the end of the app.
func (b *background) Stop() {
	b.stopped.Store(true)
	b.once.Do(func() { close(b.over) })
}

// loopEnded lets nothing further through, since there is no UI goroutine any more: fyne.Do now runs what it is given wherever it is
// called, beside the end of the app, which saves what is typed.
func (b *background) loopEnded() { b.stopped.Store(true) }

// ending is how the app ends where the toolkit's loop has ended by itself, as it does on SIGTERM.
func ending(c Clock, stop func()) func() {
	return func() {
		if b, ok := c.(*background); ok {
			b.loopEnded()
		}
		stop()
	}
}

func (b *background) do(f func()) {
	if b.stopped.Load() {
		return
	}
	var begun atomic.Bool
	defer func() {
		if p := recover(); p != nil && (begun.Load() || !ofAClosedQueue(p)) {
			panic(p)
		}
	}()
	pass := b.pass
	if pass == nil {
		pass = fyne.Do
	}
	pass(func() {
		begun.Store(true)
		if !b.stopped.Load() { // it may have ended while f was waiting
			f()
		}
	})
}

// ofAClosedQueue reports whether a panic is that of fyne.Do where the toolkit's loop ends just then: it closes its queue, and whoever has
// seen it open before sends to it all the same. Nothing is left to be drawn then.
func ofAClosedQueue(p any) bool {
	err, ok := p.(runtime.Error)
	return ok && strings.Contains(err.Error(), "send on closed channel")
}

// onEnd calls f on the UI goroutine (do) when the system asks the program to end, or the terminal or the session that it was started
// from goes away. Fyne sees to SIGTERM and SIGINT as well, but only once its loop runs: a SIGTERM of before, while the journal is being
// opened, would be heard by endAnyway alone. Who wants the program to outlive its terminal (nohup) has SIGHUP ignored.
func onEnd(do func(func()), f func()) {
	ends := []os.Signal{syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		ends = append(ends, syscall.SIGHUP)
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, ends...)
	go func() {
		<-asked
		do(f)
	}()
}

// endAnywayAfter is how long the window may take to save and close once the system asks it to end.
const endAnywayAfter = 10 * time.Second

// endAnyway ends the program where the system asked it to and the window does not come to it. Fyne closes the window on
// SIGTERM as soon as the UI goroutine is free; one that is held up would never end. What was typed is saved within a
// second of the last key, so that nothing is left to be saved then.
func (b *background) endAnyway(exit func(code int)) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTERM)
	go func() {
		defer signal.Stop(asked)
		select {
		case <-asked:
		case <-b.over:
			return
		}
		select {
		case <-time.After(b.patience):
			exit(1)
		case <-b.over:
		}
	}()
}

// aside does what waits for the system as long as the program runs.
func aside(work func()) { go work() }
