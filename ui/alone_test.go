package ui

import "testing"

// aloneUnderRace skips a test under the race detector, which `make race` runs with -short, that goes through screens and dialogs one
// after the other: what happens at once in them has tests of its own, and it takes long there.
func aloneUnderRace(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("it is run without the race detector")
	}
}
