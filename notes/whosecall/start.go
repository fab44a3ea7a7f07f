package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// labelKind is what a label at a line's start means to the detector.
type labelKind int

const (
	labelNone   labelKind = iota
	labelSilent           // filed already, or theirs
	labelUpward           // what the report brings: only the upward hand is read
)

var silentLabels, upwardLabels, doubleLabels = wordsOfLabels()

// lineStart is where the text of a line begins after indentation and a list mark, -1 for a heading, a quote or a box,
// and what kind of label stands there.
func lineStart(line string, own *notes.LabelWords) (int, labelKind) {
	at := skipBlank(line, 0)
	if at == len(line) || strings.IndexByte("#>|", line[at]) >= 0 || strings.HasPrefix(line[at:], "```") {
		return -1, labelNone
	}
	at = skipListMark(line, at)
	for _, box := range []string{"[ ]", "[]", "[x]", "[X]"} {
		if strings.HasPrefix(line[at:], box) {
			return -1, labelNone
		}
	}
	return at, labelOf(line[at:], own)
}

// skipListMark is where the text begins after a dash or a number at at.
func skipListMark(line string, at int) int {
	r, n := utf8.DecodeRuneInString(line[at:])
	if strings.ContainsRune("-*+•–—", r) && !strings.HasPrefix(line[at:], "**") {
		return skipBlank(line, at+n)
	}
	if !unicode.IsDigit(r) {
		return at
	}
	end := at
	for end < len(line) && line[end] >= '0' && line[end] <= '9' {
		end++
	}
	if end+1 < len(line) && (line[end] == '.' || line[end] == ')') && line[end+1] == ' ' {
		return skipBlank(line, end+1)
	}
	return at
}

func skipBlank(line string, at int) int {
	for at < len(line) && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') {
		at++
	}
	return at
}

// The longest label with whoever it names, in bytes and in words.
const (
	labelBytes = 60
	labelWords = 6
)

// labelOf reads a label with whoever it names before its colon or dash. A line that begins with the word of a label and
// goes on as prose has none: "Decided for her: no talk".
func labelOf(line string, own *notes.LabelWords) labelKind {
	if strings.HasPrefix(line, "\\") {
		return labelNone
	}
	head := line[:min(len(line), labelBytes)]
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
	if kind := ownLabelOf(head[:end], own); kind != labelNone {
		return kind
	}
	words := strings.FieldsFunc(plain(head[:end]), partsLabel)
	if len(words) == 0 || len(words) > labelWords {
		return labelNone
	}
	first, rest := joinLabel(words)
	said := strings.Join(words[:len(words)-len(rest)], " ")
	if !namesOnly(first, rest) || own.IsOff(said) {
		return labelNone
	}
	return builtInLabel(first)
}

func builtInLabel(first string) labelKind {
	switch {
	case silentLabels.has(first):
		return labelSilent
	case upwardLabels.has(first):
		return labelUpward
	}
	return labelNone
}

// ownLabelOf is labelOf for the manager's own words.
func ownLabelOf(head string, own *notes.LabelWords) labelKind {
	head = strings.TrimLeft(head, "*_")
	label, n := own.At(head)
	if n == 0 || !namesOnly(string(label), strings.FieldsFunc(plain(head[n:]), partsLabel)) {
		return labelNone
	}
	if label.Kind().Upward {
		return labelUpward
	}
	return labelSilent
}

func partsLabel(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",&+*@()[]", r) }

// joinLabel makes one of labels that are two words: "to do", "action item".
func joinLabel(words []string) (label string, rest []string) {
	label, rest = words[0], words[1:]
	if len(rest) > 0 && doubleLabels.has(label+"-"+rest[0]) {
		return label + "-" + rest[0], rest[1:]
	}
	return label, rest
}

// namesOnly reports whether what follows a label names people: no prepositions but "for" and "to", and no pronouns but mine.
func namesOnly(label string, rest []string) bool {
	if silentLabels.has(label) && saysWhose(rest) {
		return true
	}
	for _, w := range rest {
		switch w {
		case "and", "to", "me", "i", "we", "us":
			continue
		case "for":
			if label == "decided" {
				return false
			}
			continue
		}
		if _, isPronoun := pronouns[w]; isPronoun || noObject.has(w) {
			return false
		}
	}
	return len(rest) <= 4
}

// saysWhose reads whoever a label names as a pronoun: "decided her:", "decided by them:".
func saysWhose(rest []string) bool {
	if len(rest) == 2 && rest[0] == "by" {
		rest = rest[1:]
	}
	if len(rest) != 1 {
		return false
	}
	_, ok := pronouns[rest[0]]
	return ok
}
