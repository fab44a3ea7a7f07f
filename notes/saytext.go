package notes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SayText is an item's text as a list shows it: without the tags that end it, beginning with a capital.
func SayText(text string) string {
	words := strings.Fields(text)
	for len(words) > 1 && isTag(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return upperFirst(strings.Join(words, " "))
}

func isTag(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(word, "#"))
	return strings.HasPrefix(word, "#") && unicode.IsLetter(r)
}

// firstPart is what happened, of a praise's or feedback's three parts.
func firstPart(text string) string {
	first, _, _ := strings.Cut(text, " — ")
	return strings.TrimSuffix(strings.TrimSpace(first), ".")
}

func upperFirst(s string) string { return mapFirst(s, unicode.ToUpper) }

// lowerFirst is s as a sentence goes on with it.
func lowerFirst(s string) string { return mapFirst(s, unicode.ToLower) }

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

// shorten cuts s after the last word that ends within n runes and says so with "…".
func shorten(s string, n int) string {
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

var (
	proseMarker = regexp.MustCompile(`^\s*(?:[-*+•–—]\s+|\d+[.)]\s+)`)
	// proseLabel is a line that begins like a filed one. It is wider than the grammar, which needs the names of people:
	// leaving out a line of prose costs less here than showing a filed line twice, or one that names somebody else.
	proseLabel = regexp.MustCompile(`(?i)^\W*(?:to[ -]?do|action(?: item| point)?|done|decided|decision|praise|kudos|shout-out|` +
		`feedback|idea|needs?|support|ask|question|topic|stuck|block(?:er|ed)|step[ -]in)\b[^.!?:]{0,60}(?::| [-–—] )`)
	proseBox    = regexp.MustCompile(`^\s*(?:[-*+•–—]\s*|\d+[.)]\s*)?\[[ xX]?\]`)
	privateLine = regexp.MustCompile(`(?i)^[\s>]*(?:(?:[-*+•–—]|\d+[.)])\s*)*(?:\[[ xX]?\]\s*)?[\s*_\\]*private\b`)
)

// FirstProse is the first paragraph of a note that nothing is filed from, at most about n runes of it. Headings,
// quotes, code and everything private are left out.
func FirstProse(body string, n int) string {
	var said strings.Builder
	fenced, private := false, -1
	for _, line := range strings.Split(body, "\n") {
		line = strings.TrimRight(line, " \t\r")
		text := strings.TrimLeft(line, " \t")
		indent := len(line) - len(text)
		if private >= 0 && (indent > private || text == "") {
			continue
		}
		private = -1
		if privateLine.MatchString(line) {
			private = indent
			continue
		}
		if strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~") {
			fenced = !fenced
			continue
		}
		if text == "" && said.Len() > 0 {
			break
		}
		if fenced || text == "" || strings.ContainsRune("#>|", rune(text[0])) || filedLooking(text) {
			continue
		}
		addProse(&said, text)
		if said.Len() > 4*n {
			break
		}
	}
	return shorten(said.String(), n)
}

func filedLooking(text string) bool {
	return proseBox.MatchString(text) || proseLabel.MatchString(proseMarker.ReplaceAllString(text, ""))
}

// addProse joins a line to those before it; the items of a list become sentences.
func addProse(said *strings.Builder, text string) {
	bare := proseMarker.ReplaceAllString(text, "")
	if said.Len() > 0 {
		if bare != text && !strings.ContainsAny(said.String()[said.Len()-1:], ".!?;:,") {
			said.WriteByte('.')
		}
		said.WriteByte(' ')
	}
	said.WriteString(strings.NewReplacer("**", "", "__", "", "`", "").Replace(bare))
}
