package ui

import (
	"slices"
	"time"
)

// manual is a Clock that a test moves by hand.
type manual struct {
	now    time.Time
	timers []*timer
	queue  []func()
}

type timer struct {
	at   time.Time
	f    func()
	live bool
}

func (m *manual) After(d time.Duration, f func()) (stop func()) {
	t := &timer{at: m.now.Add(d), f: f, live: true}
	m.timers = append(m.timers, t)
	return func() { t.live = false }
}

func (m *manual) Background(work func() error, done func(error)) {
	m.Soon(func() { done(work()) })
}

func (m *manual) Promptly(work func() error, done func(error)) { m.Background(work, done) }

func (m *manual) Soon(f func()) { m.queue = append(m.queue, f) }

func (m *manual) Stop() {}

// settle runs what is waiting for the UI goroutine.
func (m *manual) settle() {
	for len(m.queue) > 0 {
		f := m.queue[0]
		m.queue = m.queue[1:]
		f()
	}
}

// pass lets time go by and runs what falls due, in order.
func (m *manual) pass(d time.Duration) {
	end := m.now.Add(d)
	for {
		m.settle()
		m.timers = slices.DeleteFunc(m.timers, func(t *timer) bool { return !t.live })
		if len(m.timers) == 0 {
			break
		}
		next := slices.MinFunc(m.timers, func(a, b *timer) int { return a.at.Compare(b.at) })
		if next.at.After(end) {
			break
		}
		m.now = next.at
		next.live = false
		next.f()
	}
	m.now = end
	m.settle()
}
