package notes

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/text"
)

// span is a range of bytes of a line.
type span struct{ from, to int }

func (s span) empty() bool           { return s.from >= s.to }
func (s span) in(line string) string { return line[s.from:s.to] }

// splitLines cuts a body at LF and CRLF. It always returns one line more than there are line ends; a CR that is not
// followed by an LF stays in its line.
func splitLines(body string) []string {
	lines := strings.Split(body, "\n")
	for i := range lines[:len(lines)-1] {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	return lines
}

// sheet is a body cut into lines, with what can be said of them before a label is read.
type sheet struct {
	lines  []string
	hidden []bool // private, or below a private line
	quiet  []bool // quoted, or in a closed fence
	lists  []bool // boxes that list people or an agenda; see listsOf
	owned  []bool // lines below a heading that says that their boxes are somebody else's than the note's person
}

func newSheet(body string) sheet {
	lines := splitLines(body)
	s := sheet{lines: lines, hidden: hiddenLines(lines), quiet: fenced(lines)}
	for i, l := range lines {
		if at := blanks(l); at < len(l) && l[at] == '>' {
			s.quiet[i] = true
		}
	}
	return s
}

// files reports whether a label on line i would be read.
func (s sheet) files(i int) bool { return !s.hidden[i] && !s.quiet[i] }

// Hidden says for each line of body whether it is private: its first word is `private`, or it stands deeper below such
// a line. Nothing is filed from these lines, and nothing that is shared or seen by others may hold them.
func Hidden(body string) []bool { return hiddenLines(splitLines(body)) }

// HiddenFromThem is Hidden for what leaves the journal for the person's eyes: there what stands under a private heading is
// private too, up to the next heading that is no deeper.
func HiddenFromThem(body string) []bool {
	lines := splitLines(body)
	hidden := hiddenLines(lines)
	open := 0 // the depth of the private heading above, 0 for none
	for i, line := range lines {
		if depth := headingDepth(line); depth > 0 && (open == 0 || depth <= open) {
			if open = 0; hidden[i] {
				open = depth
			}
		}
		hidden[i] = hidden[i] || open > 0
	}
	return hidden
}

// headingDepth is how deep a heading is, 0 for a line that is none.
func headingDepth(line string) int {
	marks := len(line) - len(strings.TrimLeft(line, "#"))
	if marks == 0 || marks == len(line) || line[marks] != ' ' && line[marks] != '\t' {
		return 0
	}
	return marks
}

func hiddenLines(lines []string) []bool {
	cut := false
	for _, line := range lines {
		cut = cut || endsWithin(line)
	}
	if !cut {
		return hiddenPieces(lines)
	}
	var pieces []string
	var of []int // line of each piece
	for i, line := range lines {
		for _, piece := range piecesOf(line) {
			pieces, of = append(pieces, piece), append(of, i)
		}
	}
	hidden := make([]bool, len(lines))
	for i, h := range hiddenPieces(pieces) {
		hidden[of[i]] = hidden[of[i]] || h
	}
	return hidden
}

// hiddenPieces is hiddenLines for lines that hold no line end of any kind.
func hiddenPieces(lines []string) []bool {
	hidden := make([]bool, len(lines))
	depth := -1 // of the private line whose block is open
	blank := 0  // blank lines just before; they belong to the block where it goes on after them
	for i, line := range lines {
		if blankLine(line) {
			blank++
			continue
		}
		d, private := depthOf(line), beginsPrivate(line)
		inside := depth >= 0 && d > depth
		if inside {
			for j := i - blank; j < i; j++ {
				hidden[j] = true
			}
		}
		hidden[i] = inside || private
		if !inside {
			depth = -1
			if private {
				depth = d
			}
		}
		blank = 0
	}
	return hidden
}

// blankLine reports whether a line holds nothing but blanks and quote marks.
func blankLine(line string) bool { return depthEnd(line) == len(line) }

// depthEnd is where a line's indentation ends, quote marks included.
func depthEnd(line string) int {
	return len(line) - len(strings.TrimLeftFunc(line, func(r rune) bool { return r == '>' || unicode.IsSpace(r) || text.Unseen(r) }))
}

// depthOf is the width of a line's indentation, quote marks included, with tab stops every four columns.
func depthOf(line string) int {
	w := 0
	for _, r := range line[:depthEnd(line)] {
		switch {
		case r == '\t':
			w += 4 - w%4
		case !text.Unseen(r):
			w++
		}
	}
	return w
}

// IsPrivate reports whether the first word of a line is `private`, or the first behind a line end of another kind in it.
func IsPrivate(line string) bool { return slices.ContainsFunc(piecesOf(line), beginsPrivate) }

func beginsPrivate(line string) bool {
	_, ok := privateWord(line)
	return ok
}

// privateWord finds the word `private` where it is the first of a line. It fails closed: whatever is neither letter nor
// digit is stepped over, a list number and a ticked box as well. Only a backslash before the word says that it is meant.
func privateWord(line string) (span, bool) {
	for at := 0; at < len(line); {
		if n := boxAt(line[at:]); n > 0 {
			at += n
			continue
		}
		r, n := utf8.DecodeRuneInString(line[at:])
		switch {
		case r == '\\':
			return span{}, false
		case unicode.IsDigit(r):
			if n = numberAt(line[at:]); n == 0 {
				return span{}, false
			}
		case unicode.IsLetter(r):
			if r < utf8.RuneSelf && lowerByte(line[at]) != Private[0] {
				return span{}, false
			}
			end := len(line)
			if n := strings.IndexFunc(line[at:], endsWord); n >= 0 {
				end = at + n
			}
			return span{at, end}, saysPrivate(line[at:end])
		}
		at += n
	}
	return span{}, false
}

// endsWord reports whether a word ends before r; one that cannot be seen is inside it.
func endsWord(r rune) bool { return (!IsWordRune(r) || r == '_') && !text.Unseen(r) }

// saysPrivate reports whether a word is `private`, whatever unseen characters and accents are in it.
func saysPrivate(word string) bool {
	seen := strings.Map(func(r rune) rune {
		if text.Unseen(r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, word)
	return len(seen) <= 4*len(Private) && Fold(seen) == string(Private)
}

// boxAt returns the length of a checkbox at the start of s, 0 where there is none. Any blank may stand in it.
func boxAt(s string) int {
	if s == "" || s[0] != '[' && s[0] != "☐"[0] {
		return 0
	}
	for _, b := range [...]string{"[ ]", "[]", "[x]", "[X]", "[/]", "☐", "☑"} {
		if strings.HasPrefix(s, b) {
			return len(b)
		}
	}
	if !strings.HasPrefix(s, "[") {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s[1:]); r >= utf8.RuneSelf && unicode.IsSpace(r) && strings.HasPrefix(s[1+n:], "]") {
		return n + len("[]")
	}
	return 0
}

// numberAt returns the length of `12.` or `12)` at the start of s, 0 where there is none.
func numberAt(s string) int {
	n := 0
	for n < len(s) && n < 9 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')') {
		return n + 1
	}
	return 0
}

// fence is a line of three or more backquotes or tildes.
type fence struct {
	char   byte
	length int
	closes bool // nothing stands after it, so it can close as well as open
}

func fenceAt(line string) (fence, bool) {
	s := strings.TrimFunc(line, unicode.IsSpace)
	inItem := 0 // a fence may open in an item of a list
	if n := markerAt(s); n > 0 && s[0] != '`' && s[0] != '~' {
		if b := blanks(s[n:]); b > 0 {
			inItem = n + b
			s = s[inItem:]
		}
	}
	if len(s) < 3 || (s[0] != '`' && s[0] != '~') {
		return fence{}, false
	}
	n := 0
	for n < len(s) && s[n] == s[0] {
		n++
	}
	if n < 3 || (s[0] == '`' && strings.IndexByte(s[n:], '`') >= 0) {
		return fence{}, false
	}
	return fence{char: s[0], length: n, closes: n == len(s) && inItem == 0}, true
}

// fenced marks the lines of closed fences, their first and last lines included. A fence that is never closed marks none.
func fenced(lines []string) []bool {
	in := make([]bool, len(lines))
	closer := fenceEnds(lines)
	for i := 0; i < len(lines); i++ {
		end, ok := closer[i]
		if !ok {
			continue
		}
		for ; i <= end; i++ {
			in[i] = true
		}
		i--
	}
	return in
}

// fenceEnds maps each line that could open a fence to the nearest line that closes it. It goes through the lines once,
// from the last: of each character it keeps the closing lines still ahead that no nearer, longer one hides.
func fenceEnds(lines []string) map[int]int {
	type end struct{ line, length int }
	ends := map[int]int{}
	ahead := map[byte][]end{} // nearest last; lengths fall towards the end
	for i := len(lines) - 1; i >= 0; i-- {
		f, ok := fenceAt(lines[i])
		if !ok {
			continue
		}
		stack := ahead[f.char]
		if k := sort.Search(len(stack), func(k int) bool { return stack[k].length < f.length }); k > 0 {
			ends[i] = stack[k-1].line
		}
		if f.closes {
			for len(stack) > 0 && stack[len(stack)-1].length <= f.length {
				stack = stack[:len(stack)-1]
			}
			ahead[f.char] = append(stack, end{i, f.length})
		}
	}
	return ends
}
