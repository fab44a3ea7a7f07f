package whosecall

// mistyped are the verbs that most rules hang on, found also where a letter is doubled, left out or swapped.
var mistyped = [...]string{
	"told", "asked", "decided", "picked", "approved", "overruled", "overrode", "instructed", "rewrote", "rewritten", "wanted", "finished", "rejected",
	"cancelled", "cancel", "vetoed", "waiting", "choose", "selected", "stepped",
}

// untyped is the verb that word was meant to be, or "". The first letter is right, and no letter stands for another, since
// then "bold" would be "told".
func untyped(word string) string {
	if len(word) < 3 {
		return ""
	}
	for _, want := range mistyped {
		if word[0] == want[0] && slipped(word, want) {
			return want
		}
	}
	return ""
}

// slipped reports whether word is want with one letter more or less, or with two neighbours swapped.
func slipped(word, want string) bool {
	short, long := word, want
	if len(short) > len(long) {
		short, long = long, short
	}
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	switch len(long) - len(short) {
	case 1:
		return short[i:] == long[i+1:]
	case 0:
		return i+1 < len(long) && word[i] == want[i+1] && word[i+1] == want[i] && word[i+2:] == want[i+2:]
	}
	return false
}
