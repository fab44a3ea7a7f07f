package storage

import (
	"runtime"
	"sync"
	"testing"
)

// TestWhoWaitsForATurnIsSeen holds the turn while others come for it.
func TestWhoWaitsForATurnIsSeen(t *testing.T) {
	var turn turns
	turn.Lock()
	if turn.wanted() {
		t.Fatal("it is wanted, and nobody waits")
	}
	var all sync.WaitGroup
	count := 0
	for range 4 {
		all.Go(func() {
			turn.Lock()
			defer turn.Unlock()
			count++
		})
	}
	for turn.waiting.Load() < 4 {
		runtime.Gosched()
	}
	if !turn.wanted() || count > 0 {
		t.Errorf("wanted is %v, and %d had their turn while it was held", turn.wanted(), count)
	}
	turn.Unlock()
	all.Wait()
	if turn.wanted() || count != 4 {
		t.Errorf("wanted is %v after all had their turn, %d", turn.wanted(), count)
	}
}
