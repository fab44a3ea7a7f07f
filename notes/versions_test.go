package notes

import (
	"fmt"
	"strings"
	"testing"
)

func TestRemoved(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"", "", 0},
		{"", "new words", 0},
		{"hel", "hello", 0},
		{"hello wor", "hello world", 0},
		{"hello world", "hello", 5},
		{"hello world", "hello wor", 2},
		{"one\ntwo\nthree\n", "three\none\ntwo\n", 0}, // moved
		{"one two", "  one\n\ntwo", 0},
		{"xyz cat", "xzy cat", 2},
		{"größe é", "größe è", 1},
		{"wörter", "", 6},
		{"a a a", "a", 2},
		{"todo: x", "todo: x (done 2026-11-23)", 0},
	} {
		t.Run(fmt.Sprintf("%q to %q", c.from, c.to), func(t *testing.T) {
			if got := Removed(c.from, c.to); got != c.want {
				t.Errorf("%d, not %d", got, c.want)
			}
		})
	}
}

func TestRemovesMuch(t *testing.T) {
	for _, c := range []struct {
		removed, of int
		want        bool
	}{
		{0, 0, false},
		{1, 1, false}, // a letter, typed and taken back
		{7, 7, true},
		{7, 30, false},
		{19, 30, false},
		{20, 30, true},
		{20, 200, false},
		{66, 200, true},
		{79, 5000, false},
		{80, 5000, true},
	} {
		t.Run(fmt.Sprintf("%d of %d", c.removed, c.of), func(t *testing.T) {
			if got := RemovesMuch(c.removed, strings.Repeat("word ", c.of/4)+strings.Repeat("x", c.of%4)); got != c.want {
				t.Errorf("it is %v", got)
			}
		})
	}
}
