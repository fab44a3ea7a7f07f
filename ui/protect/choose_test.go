package protect

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// TestWordsThatAreSuggestedAreToBeWrittenDown: nobody has seen them before, and what stands in the field is gone with the page.
func TestWordsThatAreSuggestedAreToBeWrittenDown(t *testing.T) {
	test.NewTempApp(t)
	c := NewChooser("lost", nil, func() {})
	says := func() string { return c.strength.String() }
	const down = "Write these words down"
	if c.offer(); !strings.Contains(says(), down) {
		t.Errorf("of words that are suggested it says %q", says())
	}
	c.First.SetText(c.First.Text() + " and mine")
	if strings.Contains(says(), down) {
		t.Errorf("of words of one's own it says %q", says())
	}
}
