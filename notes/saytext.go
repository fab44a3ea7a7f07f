package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/voice"
)

// SayText is an item's text as a list shows it: without marks and the tags that end it, beginning with a capital.
func SayText(text string) string { return UpperFirst(PlainText(text)) }

// PlainText is SayText as it was typed, to stand in a sentence.
func PlainText(text string) string {
	return untagged(strings.Fields(Unmarked(text)))
}

// untagged are words without the tags that end them.
func untagged(words []string) string {
	for len(words) > 1 && isTag(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// unbold is PlainText where it is kept as what tells a line from others: it never changes.
func unbold(text string) string {
	words := strings.Fields(text)
	if plain := strings.Fields(strings.ReplaceAll(text, "**", "")); len(plain) > 0 {
		words = plain
	}
	return untagged(words)
}

func isTag(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(word, "#"))
	return strings.HasPrefix(word, "#") && unicode.IsLetter(r)
}

// FirstPart is what happened, of a praise's or feedback's three parts, to stand in a sentence.
func FirstPart(text string) string {
	first, _, _ := PraiseParts(text)
	return strings.TrimSuffix(first, ".")
}

// UpperFirst is s as a sentence begins with it.
func UpperFirst(s string) string { return mapFirst(s, unicode.ToUpper) }

// LowerFirst is s as a sentence goes on with it: with a small letter where it begins with a word that no name is. All else
// stays as it was typed, since nobody is called "lena" because a sentence begins with Lena.
func LowerFirst(s string) string {
	word, _, _ := strings.Cut(s, " ")
	word = strings.TrimRight(strings.ToLower(strings.ReplaceAll(word, "’", "'")), ",.:;!?")
	if !noNames[word] {
		return s
	}
	return mapFirst(s, unicode.ToLower)
}

// mapFirst changes the first rune of a word that holds no capital after it ("iPhone" and "API" stay as they are) and
// is longer than a letter ("I" stays).
func mapFirst(s string, change func(rune) rune) string {
	word, _, _ := strings.Cut(s, " ")
	first, size := utf8.DecodeRuneInString(word)
	if strings.IndexFunc(word[size:], unicode.IsUpper) >= 0 || (word == "I" || strings.HasPrefix(word, "I'")) {
		return s
	}
	if first == utf8.RuneError {
		return s
	}
	return string(change(first)) + s[size:]
}

// Shorten cuts s after the last word that ends within n runes and says so with "…".
func Shorten(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := string(runes[:n])
	if runes[n] != ' ' {
		if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
			cut = cut[:at]
		}
	}
	return strings.TrimRight(cut, " ,;:.–—-") + "…"
}

// FirstProse is the first paragraph of a note that nothing is filed from, at most about n runes of it. Headings,
// quotes, code and everything private are left out.
func FirstProse(body string, n int, words *LabelWords) string {
	var said strings.Builder
	s := newSheet(body)
	for i, line := range s.lines {
		if s.hidden[i] {
			continue
		}
		text := strings.TrimSpace(line)
		if text == "" && said.Len() > 0 || said.Len() > 4*n {
			break
		}
		if text == "" || s.quiet[i] || strings.ContainsRune("#>|", rune(text[0])) || words.filedLooking(line) {
			continue
		}
		addProse(&said, line)
	}
	return Shorten(said.String(), n)
}

// filedLooking reports whether a line begins like a filed one. It is wider than the grammar, which needs the names of
// people: leaving out a line of prose costs less here than showing a filed line twice, or one that names somebody else.
func (w *LabelWords) filedLooking(line string) bool {
	in := Context{Words: w}
	o := in.readStart(line)
	if !o.box.empty() {
		return true
	}
	after := strings.TrimLeft(line[o.after:], "*")
	_, n, ok := in.labelAt(after)
	if !ok {
		return false
	}
	if end := strings.IndexAny(after[n:], ".!?:"); end >= 0 {
		return after[n+end] == ':' || strings.Contains(after[n:n+end], " - ")
	}
	return strings.Contains(after[n:], " - ") || strings.Contains(after[n:], " – ") || strings.Contains(after[n:], " — ")
}

// betweenLines divides lines that are said as one where the first has no end of its own.
const betweenLines = " · "

// addProse joins a line to those before it, so that each is still one: lines are what a note is written in, and a line that
// goes on in the next one can't be told from one that doesn't.
func addProse(said *strings.Builder, line string) {
	o := readStart(line)
	if before := strings.TrimRight(said.String(), "*_`\"')”’»"); before != "" {
		if last, _ := utf8.DecodeLastRuneInString(before); strings.ContainsRune(".!?;:,…。！？", last) {
			said.WriteByte(' ')
		} else {
			said.WriteString(betweenLines)
		}
	}
	said.WriteString(strings.NewReplacer("__", "", "`", "").Replace(Unmarked(line[o.after:])))
}

// SayOn is a state with the day that it is of: "done 27 Nov".
func (s State) SayOn(day string) string {
	switch s {
	case Done:
		return voice.T("done {day}", "day", day)
	case Told:
		return voice.T("told why not {day}", "day", day)
	case Dropped:
		return voice.T("dropped {day}", "day", day)
	case Held:
		return voice.T("kept {day}", "day", day)
	case Reversed:
		return voice.T("reversed {day}", "day", day)
	case Said:
		return voice.T("said {day}", "day", day)
	case Rewarded:
		return voice.T("rewarded {day}", "day", day)
	case Trying:
		return voice.T("trying since {day}", "day", day)
	case Adopted:
		return voice.T("adopted {day}", "day", day)
	case Declined:
		return voice.T("declined {day}", "day", day)
	case Learned:
		return voice.T("learned {day}", "day", day)
	case Met:
		return voice.T("need met {day}", "day", day)
	case Answered:
		return voice.T("answered {day}", "day", day)
	}
	return voice.T("no longer stuck since {day}", "day", day)
}

// SayState is what became of an item, in a few words: "open, due Fri 5 Dec", "done 27 Nov", "Ana decided", "not said
// yet". First is the first name of the person whom it is about. "" where there is nothing to say.
func (i Item) SayState(first string, today Date) string {
	if i.State != Open && i.State != History {
		if i.StateDate.Valid() {
			return i.State.SayOn(SayDate(i.StateDate, today))
		}
		return string(i.State)
	}
	kind := i.Label.kind()
	switch {
	case i.Label == Decided && i.State == Open && i.Due.Valid():
		if who := sayWhoDecided(i.Actor, first); who != "" {
			return voice.T("{decided}, revisit {day}", "decided", who, "day", SayFull(i.Due, today))
		}
		return voice.T("revisit {day}", "day", SayFull(i.Due, today))
	case i.Label == Decided:
		return sayWhoDecided(i.Actor, first)
	case i.State != Open, kind.OnRecord:
		return ""
	case kind.Tick == Said:
		return kind.Waiting
	case kind.Due && i.Due.Valid():
		return voice.T("open, due {day}", "day", SayFull(i.Due, today))
	}
	return voice.T("open")
}

func sayWhoDecided(a Actor, first string) string {
	switch a {
	case Me:
		return voice.T("I decided")
	case We:
		return voice.T("we decided")
	case Them:
		return voice.T("{who} decided", "who", first)
	}
	return ""
}
