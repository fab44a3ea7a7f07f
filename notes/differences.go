package notes

import (
	"slices"
	"strings"
	"unicode"
)

// Difference is what became of one line of a text, or of several that stayed the same.
type Difference struct {
	Was []DiffRun // nil where the line came
	Now []DiffRun // nil where the line went
	// Same is how many lines stayed as they are; 0 where this is one that didn't.
	Same  int
	Lines []string // those that stayed
}

// DiffRun is a piece of a line.
type DiffRun struct {
	Text    string
	Differs bool // it is not in the other line
}

// Differences holds two texts side by side: line by line, and word by word in a line that was changed.
func Differences(was, now string) []Difference {
	a, b := shownLines(was), shownLines(now)
	m := matchLines(a, b)
	var all []Difference
	at := 0
	same := func(to int) {
		if to > at {
			all = append(all, Difference{Same: to - at, Lines: a[at:to]})
		}
	}
	for _, h := range hunksOf(a, b, m) {
		same(h.from)
		all = append(all, changedLines(a[h.from:h.to], h.lines)...)
		at = h.to
	}
	same(len(a))
	return all
}

// shownLines are the lines of a text, without their ends.
func shownLines(text string) []string {
	if text == "" {
		return nil
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	return lines
}

// changedLines pairs lines that became others with what they became, as far as they are alike.
func changedLines(was, now []string) (all []Difference) {
	j := 0
	for _, line := range was {
		k := j
		for k < len(now) && !becameOf(line, now[k]) {
			k++
		}
		if k == len(now) {
			all = append(all, Difference{Was: []DiffRun{{line, true}}})
			continue
		}
		for ; j < k; j++ {
			all = append(all, Difference{Now: []DiffRun{{now[j], true}}})
		}
		d := Difference{}
		d.Was, d.Now = changedWords(line, now[k])
		all = append(all, d)
		j = k + 1
	}
	for ; j < len(now); j++ {
		all = append(all, Difference{Now: []DiffRun{{now[j], true}}})
	}
	return all
}

// becameOf reports whether a line is another one that was changed: half of what stands in the shorter one is in both.
func becameOf(was, now string) bool {
	blank := func(token string) bool { return strings.TrimSpace(token) == "" }
	a, b := slices.DeleteFunc(tokensOf(was), blank), slices.DeleteFunc(tokensOf(now), blank)
	least := min(len(a), len(b))
	if least == 0 {
		return len(a) == len(b)
	}
	common := 0
	for _, j := range matchLines(a, b) {
		if j >= 0 {
			common++
		}
	}
	return common*2 >= least
}

// changedWords are two lines in runs of words that are in both and of such as are not.
func changedWords(was, now string) (a, b []DiffRun) {
	x, y := tokensOf(was), tokensOf(now)
	m := matchLines(x, y)
	there := make([]bool, len(y))
	for i, token := range x {
		a = addRun(a, token, m[i] < 0)
		if m[i] >= 0 {
			there[m[i]] = true
		}
	}
	for j, token := range y {
		b = addRun(b, token, !there[j])
	}
	if a == nil {
		a = []DiffRun{{}} // a blank line is one too
	}
	if b == nil {
		b = []DiffRun{{}}
	}
	return a, b
}

func addRun(runs []DiffRun, text string, differs bool) []DiffRun {
	if n := len(runs); n > 0 && runs[n-1].Differs == differs {
		runs[n-1].Text += text
		return runs
	}
	return append(runs, DiffRun{text, differs})
}

// tokensOf are the words of a line, and what stands between them.
func tokensOf(line string) (tokens []string) {
	start, kind := 0, 0
	for i, r := range line {
		now := 3 // a mark stands alone
		switch {
		case unicode.IsSpace(r):
			now = 1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			now = 2
		}
		if i > start && (now != kind || now == 3) {
			tokens = append(tokens, line[start:i])
			start = i
		}
		kind = now
	}
	if start < len(line) {
		tokens = append(tokens, line[start:])
	}
	return tokens
}

// LinesChanged is how many lines of a text went, and how many came; one that was changed counts as both.
func LinesChanged(was, now string) (went, came int) {
	a, b := shownLines(was), shownLines(now)
	for _, h := range hunksOf(a, b, matchLines(a, b)) {
		went += h.to - h.from
		came += len(h.lines)
	}
	return went, came
}
