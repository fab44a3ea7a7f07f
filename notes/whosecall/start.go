package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelKind is what a label at a line's start means to the detector.
type labelKind int

const (
	labelNone   labelKind = iota
	labelSilent           // filed already, or theirs
	labelUpward           // what the report brings: only the upward hand is read
)

var silentLabels = words("todo to-do action decided decision praise kudos shout-out feedback idea ask question step-in private done")

var upwardLabels = words("stuck blocker blocked topic need needs support")

// lineStart is where the text of a line begins after indentation and a list mark, -1 for a heading, a quote or a box,
// and what kind of label stands there.
func lineStart(line string) (int, labelKind) {
	at := skipBlank(line, 0)
	if at == len(line) || line[at] == '#' || line[at] == '>' || line[at] == '|' || strings.HasPrefix(line[at:], "```") {
		return -1, labelNone
	}
	switch r, n := utf8.DecodeRuneInString(line[at:]); {
	case strings.ContainsRune("-*+•–—", r) && !strings.HasPrefix(line[at:], "**"):
		at = skipBlank(line, at+n)
	case unicode.IsDigit(r):
		end := at
		for end < len(line) && line[end] >= '0' && line[end] <= '9' {
			end++
		}
		if end < len(line) && (line[end] == '.' || line[end] == ')') && end+1 < len(line) && line[end+1] == ' ' {
			at = skipBlank(line, end+1)
		}
	}
	for _, box := range []string{"[ ]", "[]", "[x]", "[X]"} {
		if strings.HasPrefix(line[at:], box) {
			return -1, labelNone
		}
	}
	return at, labelOf(line[at:])
}

func skipBlank(line string, at int) int {
	for at < len(line) && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') {
		at++
	}
	return at
}

// labelOf reads a label with whoever it names before its colon or dash. A line that begins with the word of a label and
// goes on as prose has none: "Decided for her: no talk".
func labelOf(line string) labelKind {
	if len(line) > 0 && line[0] == '\\' {
		return labelNone
	}
	head := line[:min(len(line), 60)]
	end := strings.IndexByte(head, ':')
	if dash := strings.Index(head, " - "); dash >= 0 && (end < 0 || dash < end) {
		end = dash
	}
	if end < 0 {
		if words := strings.Fields(head); len(words) > 0 && plain(strings.Trim(words[0], "*_")) == "private" {
			return labelSilent
		}
		return labelNone
	}
	words := strings.FieldsFunc(plain(strings.NewReplacer("*", " ", "@", " ", "(", " ", ")", " ", "[", " ", "]", " ").Replace(head[:end])), func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '&' || r == '+' })
	if len(words) == 0 || len(words) > 6 {
		return labelNone
	}
	first := words[0]
	rest := words[1:]
	if (first == "to" || first == "step" || first == "action") && len(rest) > 0 {
		switch rest[0] {
		case "do", "in", "item", "point":
			first, rest = first+"-"+rest[0], rest[1:]
		}
	}
	kind := labelNone
	switch {
	case silentLabels.has(first) || first == "to-do" || first == "action-item" || first == "action-point":
		kind = labelSilent
	case upwardLabels.has(first):
		kind = labelUpward
	}
	for _, w := range rest { // names only
		if w == "for" && first == "decided" || w != "for" && w != "to" && noObject.has(w) && w != "and" || len(rest) > 4 {
			return labelNone
		}
		if _, isPronoun := pronouns[w]; isPronoun && w != "me" && w != "i" && w != "we" && w != "us" {
			return labelNone
		}
	}
	return kind
}
