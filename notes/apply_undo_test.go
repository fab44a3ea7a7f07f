package notes

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestALineThatWasDeletedComesBackWhereItStood puts back what a deletion took, with the line end that went with it.
func TestALineThatWasDeletedComesBackWhereItStood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end")
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "b", "todo: c"}), 1, 6).Draw(t, "lines")
		body := strings.Join(lines, end) + rapid.SampledFrom([]string{"", end}).Draw(t, "last end")
		spans := lineSpans(body)
		if len(spans) == 0 {
			return
		}
		at := rapid.IntRange(1, len(spans)).Draw(t, "line")
		old := spans[at-1].in(body)
		without, line, err := ApplyEdit(body, LineEdit{Op: DeleteLine, Line: at, Old: old})
		if err != nil {
			t.Fatal(err)
		}
		back := LineEdit{Op: InsertLine, Line: line, New: old}
		if len(body)-len(without)-len(old) > 0 {
			back.End = end
		}
		if got, _, err := ApplyEdit(without, back); err != nil || got != body {
			t.Fatalf("%q without line %d is %q, and with it again %q, %v", body, at, without, got, err)
		}
	})
}
