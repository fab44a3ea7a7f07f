package widgets

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func longText(length int) string {
	var b strings.Builder
	for i := 0; b.Len() < length; i++ {
		fmt.Fprintf(&b, "line %d ends with a word é\n", i)
	}
	return b.String()
}

func TestThePartsAreTheText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		line := rapid.Custom(func(r *rapid.T) string {
			return strings.Repeat(rapid.SampledFrom([]string{"é", "word ", "🎉", ""}).Draw(r, "of"), rapid.IntRange(0, 9000).Draw(r, "n"))
		})
		text := strings.Join(rapid.SliceOfN(line, 1, 6).Draw(r, "lines"), "\n")
		var all strings.Builder
		for _, p := range partsOf(text) {
			piece := text[p.start:p.end]
			if len(piece) > partLength || !utf8.ValidString(piece) {
				r.Fatalf("a part of %d bytes", len(piece))
			}
			all.WriteString(piece)
		}
		if all.String() != text {
			r.Fatal("the parts are not the text")
		}
	})
}

func TestALongNoteIsEditedInParts(t *testing.T) {
	ed, _ := showEditor(t, 600, 400)
	text := longText(100_000)
	told := ""
	ed.OnChanged = func(text string) { told = text }
	ed.SetText(text)
	ed.reader.turn(3)
	ed.reader.edit()
	if n := len(ed.entry.Text); n > partLength {
		t.Fatalf("%d characters are laid out at each key", n)
	}
	at := ed.Caret()
	if runes := []rune(text); !strings.HasPrefix(string(runes[at:]), "line ") || ed.Line() != strings.Count(string(runes[:at]), "\n") {
		t.Errorf("caret %d, line %d", at, ed.Line())
	}
	write(ed, "new ")
	want := string(exchanged([]rune(text), at, at, []rune("new ")))
	if ed.Text() != want || told != want {
		t.Fatal("what is told is not the whole text with the word in it")
	}
	ed.SetCaret(len([]rune(want)))
	write(ed, "end")
	ed.SetCaret(0)
	write(ed, "begin ")
	if ed.Text() != "begin "+want+"end" {
		t.Error("words at both ends are not where they belong")
	}
	ed.SetText("short")
	if ed.part.on || ed.Text() != "short" || ed.Caret() != 0 {
		t.Errorf("another note: %q, caret %d", ed.Text(), ed.Caret())
	}
}

// TestReplacingAroundThePartThatIsEdited: what comes from outside goes where it belongs.
func TestReplacingAroundThePartThatIsEdited(t *testing.T) {
	ed, _ := showEditor(t, 600, 400)
	text := longText(40_000)
	rapid.Check(t, func(r *rapid.T) {
		ed.SetText(text)
		ed.editPart(text, rapid.IntRange(0, 4).Draw(r, "part"))
		model := []rune(text)
		for range 4 {
			start := rapid.IntRange(0, len(model)).Draw(r, "start")
			end := min(len(model), start+rapid.SampledFrom([]int{0, 3, 200, 9000}).Draw(r, "length"))
			with := []rune(rapid.SampledFrom([]string{"", "x", "a\nb", longText(300)}).Draw(r, "with"))
			ed.Replace(start, end, string(with))
			model = exchanged(model, start, end, with)
			if ed.Text() != string(model) {
				r.Fatalf("replacing %d to %d differs", start, end)
			}
			if ed.part.on && (ed.part.runes != len([]rune(ed.part.head)) || ed.part.lines != strings.Count(ed.part.head, "\n")) {
				r.Fatal("the part does not know where it stands")
			}
		}
	})
}

func TestANoteThatIsTooLongToSaveIsSplit(t *testing.T) {
	ed, _ := showEditor(t, 600, 400)
	split := 0
	ed.OnSplit = func() { split++ }
	ed.SetText(longText(2 * LongestWritten))
	var keys []string
	walk(ed, func(o fyne.CanvasObject) bool {
		if b, ok := o.(*Button); ok {
			keys = append(keys, b.FocusKey())
			if strings.HasSuffix(b.FocusKey(), "split") {
				b.Tapped(nil)
			}
		}
		return true
	})
	if split != 1 || strings.Contains(strings.Join(keys, " "), "reader/edit") {
		t.Errorf("split %d times, buttons %q", split, keys)
	}
}
