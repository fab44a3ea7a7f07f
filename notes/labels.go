package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelWord is one way to say a label. In Word a blank stands for any run of blanks and '-' for any hyphen.
type labelWord struct {
	word  string
	label Label
	dash  bool // " - " counts as the colon even where nobody is named
}

// doneWord begins a todo that is done already.
const doneWord = "done"

// labelWords holds longer words before the shorter ones that begin them.
var labelWords = []labelWord{
	{"action point", Todo, false},
	{"action item", Todo, false},
	{"action", Todo, false},
	{"to-do", Todo, false},
	{"to do", Todo, false},
	{"todo", Todo, true},
	{doneWord, Todo, false},
	{"decided", Decided, true},
	{"decision", Decided, false},
	{"praise", Praise, true},
	{"kudos", Praise, true},
	{"shout-out", Praise, false},
	{"feedback", Feedback, true},
	{"idea", Idea, true},
	{"needs", Need, false},
	{"need", Need, true},
	{"support", Need, false},
	{"ask", Ask, false},
	{"question", Ask, false},
	{"topic", Topic, true},
	{"stuck", Stuck, true},
	{"blocker", Stuck, false},
	{"blocked", Stuck, false},
	{"step-in", StepIn, false},
	{"step in", StepIn, false},
}

// Labels lists the labels that file something, in the order of docs/LABELS.md.
var Labels = []Label{Todo, Decided, Praise, Feedback, Idea, Need, Ask, Topic, Stuck, StepIn}

var statesOf = map[Label][]State{
	Todo:     {Done, Told, Dropped},
	Decided:  {Reversed},
	Praise:   {Said, Rewarded},
	Feedback: {Said},
	Idea:     {Trying, Adopted, Declined, Learned},
	Need:     {Met, Told},
	Ask:      {Answered, Dropped},
	Topic:    {Answered, Dropped},
	Stuck:    {Cleared},
}

// StatesOf lists the states that a line of this label and actor can have, apart from Open. A promise of mine cannot be
// dropped, only done, told why not, or still open.
func StatesOf(l Label, a Actor) []State {
	all := statesOf[l]
	if l == Todo && a != Them {
		return all[:2]
	}
	return all
}

// Ticked is the state that a tick gives a line of this label; Open where a tick says nothing.
func (l Label) Ticked() State {
	switch l {
	case Todo:
		return Done
	case Praise, Feedback:
		return Said
	case Need:
		return Met
	case Ask, Topic:
		return Answered
	case Stuck:
		return Cleared
	}
	return Open
}

// takesDue reports whether a line of this label can have a date it is due by.
func (l Label) takesDue() bool { return l == Todo || l == Need }

// takesFor reports whether `for` or `to` may stand before the names of this label.
func (l Label) takesFor() bool {
	switch l {
	case Todo, Praise, Feedback, Ask, Need:
		return true
	}
	return false
}

func knowsState(l Label, a Actor, s State) bool {
	for _, k := range StatesOf(l, a) {
		if k == s {
			return true
		}
	}
	return false
}

// labelAt reads a label word at the start of s and returns its length in bytes.
func labelAt(s string) (labelWord, int, bool) {
	for _, w := range labelWords {
		if n := wordAt(s, w.word); n > 0 {
			return w, n, true
		}
	}
	return labelWord{}, 0, false
}

// wordAt returns how many bytes of s the whole word takes at its start, 0 where s does not begin with it.
func wordAt(s, word string) int {
	at := 0
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case ' ':
			n := blanks(s[at:])
			if n == 0 {
				return 0
			}
			at += n
		case '-':
			r, n := utf8.DecodeRuneInString(s[at:])
			if !isHyphen(r) {
				return 0
			}
			at += n
		default:
			if at >= len(s) || lowerByte(s[at]) != word[i] {
				return 0
			}
			at++
		}
	}
	if r, _ := utf8.DecodeRuneInString(s[at:]); IsWordRune(r) {
		return 0
	}
	return at
}

func lowerByte(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// IsWordRune reports whether r is part of a word or a tag: a letter, a digit, a mark or '_'.
func IsWordRune(r rune) bool {
	return r == '_' || (r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)))
}

// isHyphen knows the characters that names and labels treat as '-'. The long dashes are not among them: they divide.
func isHyphen(r rune) bool {
	switch r {
	case '-', '\u00ad', '\u2010', '\u2011', '\u2012', '\u2212', '\ufe63', '\uff0d':
		return true
	}
	return false
}

// blanks counts the bytes of white space that s begins with.
func blanks(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
}

// trimmedEnd is the length of s without the white space at its end.
func trimmedEnd(s string) int { return len(strings.TrimRightFunc(s, unicode.IsSpace)) }
