package notes

import (
	"strings"
	"sync"

	"handback/notes/voice"
)

// HandSentence is what the manager says who hands back an action, or a decision like the one that was taken. It stands on the
// agenda, and there tells for good what was handed back, and when.
func HandSentence(item Filed) string {
	return handSentence(item.Label, strings.TrimRight(SayText(item.Text), "."))
}

func handSentence(label Label, line string) string {
	if label == Decided {
		return voice.T("I decided this one: “{line}”. The next one like it is yours. What would you need from me?", "line", line)
	}
	return voice.T("I've been holding on to this: “{line}”. Would you take it on, and what would you need from me?", "line", line)
}

// handPart is what stands in such a sentence before what was handed back, and behind it.
type handPart struct {
	label         Label
	before, after string
}

var handParts = sync.OnceValue(func() []handPart {
	var parts []handPart
	for _, label := range []Label{Todo, Decided} {
		before, after, _ := strings.Cut(handSentence(label, "\x00"), "\x00")
		parts = append(parts, handPart{label, before, after})
	}
	return parts
})

// HandedIn is what a line says was handed back, which is a decision or an action; false where it says no such sentence.
func HandedIn(line string) (what string, label Label, ok bool) {
	for _, p := range handParts() {
		_, rest, begins := strings.Cut(line, p.before)
		if what, _, ends := strings.Cut(rest, p.after); begins && ends && what != "" {
			return what, p.label, true
		}
	}
	return "", "", false
}
