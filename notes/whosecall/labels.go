package whosecall

import (
	"strings"

	"handback/notes"
)

// labelSet holds words of labels, those of two words joined by '-'.
type labelSet map[string]bool

func (s labelSet) has(word string) bool { return s[word] }

// wordsOfLabels are the words of the labels that nothing is read in, of those in which the upward hand is, and those that
// are two words.
func wordsOfLabels() (silent, upward, double labelSet) {
	silent, upward, double = labelSet{}, labelSet{}, labelSet{}
	for _, k := range notes.LabelKinds {
		of := silent
		if k.Upward {
			of = upward
		}
		for _, w := range k.Words() {
			joined := strings.ReplaceAll(w, " ", "-")
			of[joined] = true
			if w != joined {
				double[joined] = true
			}
		}
	}
	return silent, upward, double
}
