package room

import (
	"strings"

	"handback/notes/voice"
)

// nextSentence divides what is said of an act from what came of it, in what Host.Apply is to say.
const nextSentence = "\n"

// AndSay is what Host.Apply is to say of an act with what came of it beside, "" for nothing: that is said once, and not
// again where the act is taken back.
func AndSay(act, cameOfIt string) string {
	if cameOfIt == "" {
		return act
	}
	return act + nextSentence + cameOfIt
}

// Said is the act of what AndSay made, and all of it as it is shown.
func Said(say string) (act, all string) {
	act, cameOfIt, more := strings.Cut(say, nextSentence)
	if !more {
		return act, act
	}
	return act, voice.T("{act}. {more}", "act", act, "more", cameOfIt)
}
