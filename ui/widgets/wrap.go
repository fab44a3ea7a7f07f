package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// wrapper breaks the runs of a Para into lines.
type wrapper struct {
	para  *Para
	limit float32

	objects []fyne.CanvasObject
	made    []Run   // what each of them is drawn from
	line    int     // the current line, from 0
	x       float32 // where the next word goes
	piece   string  // words of the current run on this line, not yet made into a text
	start   float32 // where piece begins
	full    bool    // the last allowed line is cut
}

func (w *wrapper) wrap() (objects []fyne.CanvasObject, lines int) {
	for _, run := range w.para.runs {
		w.start = w.x
		for i, part := range strings.Split(run.Text, "\n") {
			if i > 0 {
				w.flush(run)
				w.newLine()
			}
			for _, word := range strings.SplitAfter(part, " ") {
				w.word(run, word)
				if w.full {
					return w.objects, w.line + 1
				}
			}
		}
		w.flush(run)
	}
	return w.objects, w.line + 1
}

// word adds a word, with the blank after it, to this line or the next.
func (w *wrapper) word(run Run, word string) {
	if word == "" {
		return
	}
	if w.piece != "" && !sameSource(w.piece, word, run.Face) {
		w.flush(run) // one text is drawn in one face: a word that ours lacks would widen its neighbours
	}
	bare := textWidth(strings.TrimRight(word, " "), w.para.size, run.Face)
	if w.x > 0 && w.x+bare > w.limit+.5 {
		if w.last() {
			w.elide(run, word)
			return
		}
		w.flush(run)
		w.newLine()
	}
	if bare > w.limit+.5 {
		w.breakWord(run, word)
		return
	}
	w.piece += word
	w.x += textWidth(word, w.para.size, run.Face)
}

// sameSource tells whether two texts are drawn from the same font.
func sameSource(a, b string, face fyne.Resource) bool {
	of, style := look.Source(a, face)
	other, otherStyle := look.Source(b, face)
	return of == other && style == otherStyle
}

// breakWord spreads a word that is wider than a whole line (an address) over lines.
func (w *wrapper) breakWord(run Run, word string) {
	if w.last() {
		w.elide(run, word)
		return
	}
	for word != "" {
		n := fitting(word, w.limit-w.x, func(s string) float32 { return textWidth(s, w.para.size, run.Face) })
		if n == 0 {
			n = len(string([]rune(word)[:1]))
		}
		w.piece += word[:n]
		w.x += textWidth(word[:n], w.para.size, run.Face)
		if word = word[n:]; word != "" {
			w.flush(run)
			w.newLine()
		}
	}
}

// last tells whether no further line is allowed.
func (w *wrapper) last() bool { return w.para.most > 0 && w.line == w.para.most-1 }

// elide ends the last line with as much of the word as fits before "…".
func (w *wrapper) elide(run Run, word string) {
	text := w.piece + word
	if last := len(w.objects) - 1; last >= 0 && w.start > 0 && w.start+textWidth("…", w.para.size, run.Face) > w.limit {
		before := w.made[last] // the dots themselves have no room: what stands before them gives way
		w.start, w.piece = w.objects[last].Position().X, ""
		w.objects, w.made = w.objects[:last], w.made[:last]
		w.elide(before, before.Text+" ")
		return
	}
	n := fitting(text, w.limit-w.start, func(s string) float32 {
		return textWidth(strings.TrimRight(s, " ")+"…", w.para.size, run.Face)
	})
	w.piece = strings.TrimRight(text[:n], " ") + "…"
	w.flush(run)
	w.full = true
}

// fitting is how many bytes of s, at a border of characters, are no wider than the limit. Each width says where to look next, as
// letters are about equally wide: two or three are asked for, where halving took six of a line.
func fitting(s string, limit float32, width func(string) float32) int {
	borders := make([]int, 0, len(s)+1)
	for i := range s {
		borders = append(borders, i)
	}
	borders = append(borders, len(s))
	low, high := 0, len(borders)-1
	at := (low + high + 1) / 2
	for turn := 0; low < high; turn++ {
		wide := width(s[:borders[at]])
		if wide <= limit {
			low = at
		} else {
			high = at - 1
		}
		if wide > 0 && turn < guesses {
			at = int(float32(at) * limit / wide)
		} else {
			at = (low + high + 1) / 2
		}
		at = max(low+1, min(high, at))
	}
	return borders[low]
}

// guesses is how often fitting goes by the width before it halves what is left, so that odd letters cost a few steps at most.
const guesses = 4

func (w *wrapper) newLine() {
	w.line++
	w.x, w.start = 0, 0
}

// flush makes what stands of this run on this line into a text.
func (w *wrapper) flush(run Run) {
	if w.piece == "" {
		return
	}
	t := canvas.NewText(w.piece, run.Color)
	t.TextSize = w.para.size
	look.Face(t, run.Face)
	size := t.MinSize()
	y := float32(w.line)*w.para.lead + round((w.para.lead-size.Height)/2)
	t.Move(fyne.NewPos(w.start, y))
	t.Resize(size)
	w.objects, w.made = append(w.objects, t), append(w.made, Run{Text: w.piece, Color: run.Color, Face: run.Face})
	w.x = w.start + size.Width
	w.start, w.piece = w.x, ""
}
