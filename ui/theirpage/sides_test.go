package theirpage

import (
	"testing"

	"handback/notes"
)

func TestBothColumnsAreUsed(t *testing.T) {
	parts := func(n int) []notes.PagePart { return make([]notes.PagePart, n) }
	for name, c := range map[string]struct{ left, right, first, second int }{
		"both have parts":   {2, 3, 2, 3},
		"only the left":     {3, 0, 2, 1},
		"only the right":    {0, 2, 1, 1},
		"one part":          {0, 1, 0, 1},
		"nothing there yet": {0, 0, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			first, second := sides(parts(c.left), parts(c.right))
			if len(first) != c.first || len(second) != c.second {
				t.Errorf("%d and %d", len(first), len(second))
			}
		})
	}
}
