package storage

import (
	"sync"
	"sync/atomic"
)

// turns lets one goroutine at a time work with the connection. Long work asks whether somebody waits, and lets them have their turn.
type turns struct {
	mu      sync.Mutex
	waiting atomic.Int32
}

// Lock implements sync.Locker.
func (t *turns) Lock() {
	if t.mu.TryLock() {
		return
	}
	t.waiting.Add(1)
	t.mu.Lock()
	t.waiting.Add(-1)
}

// Unlock implements sync.Locker.
func (t *turns) Unlock() { t.mu.Unlock() }

// wanted reports whether somebody waits for their turn.
func (t *turns) wanted() bool { return t.waiting.Load() > 0 }
