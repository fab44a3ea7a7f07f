package widgets

// Fyne's own undo is lost by SetText, takes two steps for what is typed over a selection, and can't be put away and
// taken up again. So an Entry keeps its own: what each act changed, and what was selected before it.

// deed is one act of writing: at a place some runes became others.
type deed struct {
	kind     stepKind
	at       int
	was, now []rune
	from, to int  // what was selected before: the anchor and the caret
	joined   bool // it is undone, and done again, with the one before it
}

type stepKind int

const (
	stepOther  stepKind = iota // never joined with the next
	stepTyped                  // a rune
	stepErased                 // a rune, by Backspace or Delete
)

// How much is kept for one text: the oldest goes first.
const mostSteps, mostUndoRunes = 400, 400_000

// history is what can be undone and done again of one text.
type history struct {
	past, future []deed
	runes        int // in past
	together     together
}

// together tells whether acts are joined to one.
type together int

const (
	apart   together = iota
	opening          // the next act begins what is undone at once
	joining          // the next act belongs to it
)

func (h *history) clear() { *h = history{} }

// add remembers an act; what was undone can't be done again then.
func (h *history) add(s deed) {
	h.future = nil
	switch h.together {
	case opening:
		h.together = joining
	case joining:
		s.joined = true
	}
	if n := len(h.past); n > 0 && h.past[n-1].join(s) {
		h.runes += len(s.was) + len(s.now)
		return
	}
	h.past = append(h.past, s)
	h.runes += len(s.was) + len(s.now)
	for len(h.past) > 1 && (len(h.past) > mostSteps || h.runes > mostUndoRunes) {
		h.runes -= len(h.past[0].was) + len(h.past[0].now)
		h.past = h.past[1:]
	}
}

// join takes the next act into this one, where both are of one word, and tells whether it did.
func (s *deed) join(next deed) bool {
	if s.kind != next.kind || s.kind == stepOther {
		return false
	}
	switch {
	case s.kind == stepTyped:
		if len(next.was) > 0 || next.at != s.at+len(s.now) || wordEnds(s.now[len(s.now)-1], next.now[0]) {
			return false
		}
		s.now = append(s.now[:len(s.now):len(s.now)], next.now...)
	case next.at == s.at: // Delete
		if wordEnds(s.was[len(s.was)-1], next.was[0]) {
			return false
		}
		s.was = append(s.was[:len(s.was):len(s.was)], next.was...)
	case next.at+len(next.was) == s.at: // Backspace
		if wordEnds(next.was[len(next.was)-1], s.was[0]) {
			return false
		}
		s.at, s.was = next.at, append(next.was[:len(next.was):len(next.was)], s.was...)
	default:
		return false
	}
	return true
}

// wordEnds tells whether a word or a line is over between two runes.
func wordEnds(a, b rune) bool { return a == '\n' || b == '\n' || isBlankRune(a) && !isBlankRune(b) }

// undo takes the last act back, with those that are joined to it: it returns the text before them, the first of them, and
// how far they reached in the text that they left.
func (h *history) undo(text []rune) (before []rune, first deed, reached int, ok bool) {
	before, first, ok = h.back(text)
	if !ok || !first.joined {
		return before, first, first.at + len(first.now), ok
	}
	for more := true; more && first.joined; {
		var s deed
		if before, s, more = h.back(before); more {
			first = s
		}
	}
	_, reached, _ = difference(text, before)
	return before, first, reached, true
}

// redo does again what undo took back: it returns the text after it, the last act, and how far they reached before.
func (h *history) redo(text []rune) (after []rune, last deed, reached int, ok bool) {
	after, last, ok = h.again(text)
	reached = last.at + len(last.was)
	for ok && len(h.future) > 0 && h.future[len(h.future)-1].joined {
		var s deed
		var more bool
		if after, s, more = h.again(after); !more {
			break
		}
		last = s
		_, reached, _ = difference(text, after)
	}
	return after, last, reached, ok
}

// back takes the last act back: it returns the text before it.
func (h *history) back(text []rune) (before []rune, s deed, ok bool) {
	n := len(h.past)
	if n == 0 || !h.past[n-1].fits(text, h.past[n-1].now) {
		return text, deed{}, false
	}
	s = h.past[n-1]
	h.past, h.future = h.past[:n-1], append(h.future, s)
	h.runes -= len(s.was) + len(s.now)
	return exchanged(text, s.at, s.at+len(s.now), s.was), s, true
}

// again does again what back took back.
func (h *history) again(text []rune) (after []rune, s deed, ok bool) {
	n := len(h.future)
	if n == 0 || !h.future[n-1].fits(text, h.future[n-1].was) {
		return text, deed{}, false
	}
	s = h.future[n-1]
	h.past, h.future = append(h.past, s), h.future[:n-1]
	h.runes += len(s.was) + len(s.now)
	return exchanged(text, s.at, s.at+len(s.was), s.now), s, true
}

// fits tells whether runes stand where the step left them.
func (s *deed) fits(text, runes []rune) bool {
	return s.at+len(runes) <= len(text) && string(text[s.at:s.at+len(runes)]) == string(runes)
}

// prune forgets each act that a line would come back with, or stands in, that may not be shown.
func (h *history) prune(text []rune, shows func(line string) bool) {
	for i, at := len(h.past)-1, text; i >= 0; i-- {
		s := h.past[i]
		if !s.fits(at, s.now) {
			h.past = append([]deed(nil), h.past[i+1:]...)
			break
		}
		at = exchanged(at, s.at, s.at+len(s.now), s.was)
		if !linesShow(at, s.at, s.at+len(s.was), shows) {
			h.past = append([]deed(nil), h.past[i+1:]...)
			break
		}
	}
	for i, at := len(h.future)-1, text; i >= 0; i-- {
		s := h.future[i]
		if !s.fits(at, s.was) {
			h.future = append([]deed(nil), h.future[i+1:]...)
			break
		}
		at = exchanged(at, s.at, s.at+len(s.was), s.now)
		if !linesShow(at, s.at, s.at+len(s.now), shows) {
			h.future = append([]deed(nil), h.future[i+1:]...)
			break
		}
	}
	h.runes = 0
	for _, s := range h.past {
		h.runes += len(s.was) + len(s.now)
	}
}

// linesShow tells whether every line that a span touches may be shown.
func linesShow(text []rune, start, end int, shows func(string) bool) bool {
	for start > 0 && text[start-1] != '\n' {
		start--
	}
	for from := start; ; {
		to := from
		for to < len(text) && text[to] != '\n' {
			to++
		}
		if !shows(string(text[from:to])) {
			return false
		}
		if to >= end || to == len(text) {
			return true
		}
		from = to + 1
	}
}

// exchanged is a text with other runes in the place of a span.
func exchanged(text []rune, start, end int, with []rune) []rune {
	out := make([]rune, 0, len(text)+len(with)-(end-start))
	out = append(out, text[:start]...)
	out = append(out, with...)
	return append(out, text[end:]...)
}
