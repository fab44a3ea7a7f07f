package notes

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEditsFindTheirLine(t *testing.T) {
	for _, c := range []struct {
		name, body string
		e          LineEdit
		want       string
		line       int
	}{
		{"in its place", "a\nb\nc", LineEdit{Line: 2, Old: "b", New: "B"}, "a\nB\nc", 2},
		{"moved", "x\na\nb", LineEdit{Line: 1, Old: "b", New: "B"}, "x\na\nB", 3},
		{"twice, one in its place", "b\na\nb", LineEdit{Line: 3, Old: "b", New: "B"}, "b\na\nB", 3},
		{"CRLF", "a\r\nb\r\n", LineEdit{Line: 2, Old: "b", New: "B"}, "a\r\nB\r\n", 2},
		{"line past the end", "b", LineEdit{Line: 9, Old: "b", New: "B"}, "B", 1},
		{"taken away", "a\nb\nc", LineEdit{Op: DeleteLine, Line: 2, Old: "b"}, "a\nc", 2},
		{"the last taken away", "a\nb", LineEdit{Op: DeleteLine, Line: 2, Old: "b"}, "a", 2},
		{"the last with its end", "a\r\nb\r\n", LineEdit{Op: DeleteLine, Line: 2, Old: "b"}, "a\r\n", 2},
		{"the only one", "a", LineEdit{Op: DeleteLine, Line: 1, Old: "a"}, "", 1},
		{"put before", "a\nb", LineEdit{Op: InsertLine, Line: 2, New: "x"}, "a\nx\nb", 2},
		{"put at the end", "a", LineEdit{Op: InsertLine, New: "x"}, "a\nx", 2},
		{"put after the last end", "a\r\n", LineEdit{Op: InsertLine, Line: 9, New: "x"}, "a\r\nx\r\n", 2},
		{"put into nothing", "", LineEdit{Op: InsertLine, New: "x"}, "x", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, line, err := ApplyEdit(c.body, c.e)
			if err != nil || got != c.want || line != c.line {
				t.Errorf("%s: %q at %d, want %q at %d (%v)", c.name, got, line, c.want, c.line, err)
			}
		})
	}
}

func TestEditsThatMeanNoLineAreRefused(t *testing.T) {
	for _, e := range []LineEdit{
		{Line: 1, Old: "gone"},
		{Line: 2, Old: "b"},
		{Op: DeleteLine, Line: 9, Old: "b"},
	} {
		t.Run(fmt.Sprint(e.Op), func(t *testing.T) {
			if body, _, err := ApplyEdit("b\nx\nb\n", e); !errors.Is(err, ErrConflict) || body != "b\nx\nb\n" {
				t.Errorf("%+v: %q, %v", e, body, err)
			}
		})
	}
	var invalid Invalid
	if _, _, err := ApplyEdit("a", LineEdit{Line: 1, Old: "a", New: "b\nc"}); !errors.As(err, &invalid) {
		t.Errorf("two lines: %v", err)
	}
	if _, _, err := ApplyEdit("a", LineEdit{Op: 9}); err == nil {
		t.Error("an unknown operation was applied")
	}
}

// What was put in can be taken out again, and the other way round, as undo does.
func TestPuttingInAndTakingOutAreOpposites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.StringOfN(rapid.SampledFrom([]rune("ab\n")), 1, 12, -1).Draw(t, "body")
		at := rapid.IntRange(0, 8).Draw(t, "line")
		with, line, err := ApplyEdit(body, LineEdit{Op: InsertLine, Line: at, New: "unlike any"})
		if err != nil {
			t.Fatal(err)
		}
		back, _, err := ApplyEdit(with, LineEdit{Op: DeleteLine, Line: line, Old: "unlike any"})
		if err != nil || back != body {
			t.Fatalf("%q, then %q, then %q (%v)", body, with, back, err)
		}
	})
}

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
