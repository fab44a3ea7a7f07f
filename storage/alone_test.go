package storage

import "testing"

// aloneUnderRace skips a test under the race detector that starts the program again and again, opens hundreds of damaged files or
// asks hundreds of questions: nothing in it happens at once, and it takes long there.
func aloneUnderRace(t testing.TB) {
	t.Helper()
	if underRace {
		t.Skip("nothing in it happens at once")
	}
}
