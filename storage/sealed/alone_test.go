package sealed

import "testing"

// aloneUnderRace skips a test under the race detector that starts the program again and again, or opens hundreds of damaged files:
// nothing in it happens at once, and it takes minutes there.
func aloneUnderRace(t testing.TB) {
	t.Helper()
	if underRace {
		t.Skip("nothing in it happens at once")
	}
}
