package prompt

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

var slotShape = regexp.MustCompile(`\{([A-Za-z]+)\}`)

var pronouns = map[notes.Pronoun]map[string]string{
	notes.They: {
		"they": "they", "them": "them", "their": "their", "theirs": "theirs", "themselves": "themselves",
		"is": "are", "has": "have", "was": "were", "does": "do",
	},
	notes.She: {
		"they": "she", "them": "her", "their": "her", "theirs": "hers", "themselves": "herself",
		"is": "is", "has": "has", "was": "was", "does": "does",
	},
	notes.He: {
		"they": "he", "them": "him", "their": "his", "theirs": "his", "themselves": "himself",
		"is": "is", "has": "has", "was": "was", "does": "does",
	},
}

// personSlot reports whether a slot is filled from the person alone: the first name, a pronoun, its verb.
func personSlot(s string) bool {
	if s == "first" {
		return true
	}
	_, ok := pronouns[notes.They][strings.ToLower(s)]
	return ok
}

// ofPerson fills a person slot; one with a capital begins a sentence.
func ofPerson(s string, p notes.Person) string {
	if s == "first" {
		return p.First()
	}
	forms, ok := pronouns[p.Pronoun]
	if !ok {
		forms = pronouns[notes.They]
	}
	word := forms[strings.ToLower(s)]
	if unicode.IsUpper(rune(s[0])) {
		return upperFirst(word)
	}
	return word
}

// render fills a question's slots. It reports false where the question is of another occasion, a slot would be empty,
// or a question for the report would name somebody else. A quotation stands apart, so its first letter is raised.
func render(q question, o occasion, f notes.PromptFacts) (string, bool) {
	if len(q.parts) == 0 || (q.occasion != "" && q.occasion != o.name) {
		return "", false
	}
	var text strings.Builder
	for _, part := range q.parts {
		value := part.text
		switch {
		case part.slot == "":
		case personSlot(part.slot):
			value = ofPerson(part.slot, f.Person)
		default:
			value = o.slots[part.slot]
			if q.forThem && !(part.slot == peer && q.kind == Connect) && namesOneOf(value, f.Others) {
				return "", false
			}
		}
		if value == "" {
			return "", false
		}
		if part.slot != "" && strings.HasSuffix(text.String(), "“") {
			value = notes.UpperFirst(value)
		}
		text.WriteString(value)
	}
	return text.String(), true
}

// peer is the one slot that may name somebody else, in the one kind that may.
const peer = "peer"

// part is a piece of a question: a slot, or the text between two.
type part struct{ text, slot string }

func partsOf(text string) []part {
	var parts []part
	at := 0
	for _, m := range slotShape.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > at {
			parts = append(parts, part{text: text[at:m[0]]})
		}
		parts = append(parts, part{slot: text[m[2]:m[3]]})
		at = m[1]
	}
	if at < len(text) {
		parts = append(parts, part{text: text[at:]})
	}
	return parts
}

// namesOneOf reports whether a text holds one of the names as whole words, in any case, with or without accents, also
// before 's.
func namesOneOf(text string, names []string) bool {
	if len(names) == 0 {
		return false
	}
	padded := " " + plain(text) + " "
	bare := strings.ReplaceAll(padded, "'s ", " ")
	for _, n := range names {
		n = " " + plain(n) + " "
		if n != "  " && (strings.Contains(padded, n) || strings.Contains(bare, n)) {
			return true
		}
	}
	return false
}

// plain is the words of a text in small letters without accents, one blank between them.
func plain(text string) string {
	return strings.Join(words(notes.Fold(text)), " ")
}

const shortTo = 60 // characters of a line in a question

var (
	tagShape  = regexp.MustCompile(`(^|\s)#(\p{L}[\p{L}\p{M}\p{N}_-]*)`)
	tailTags  = regexp.MustCompile(`(\s+#\p{L}[\p{L}\p{M}\p{N}_-]*)+\s*$`)
	markShape = strings.NewReplacer("**", "", "__", "", "*", "", "`", "", "“", "‘", "”", "’", "\"", "'", "{", "(", "}", ")")
)

// short makes a line ready to stand between quotes in a sentence: tags and marks of Markdown out, inner quotes single,
// no full stop, cut at a word with an ellipsis where it is long.
func short(line string) string {
	if strings.Contains(line, "#") {
		line = tailTags.ReplaceAllString(line, "")
		line = tagShape.ReplaceAllString(line, "$1$2")
	}
	line = strings.Join(strings.Fields(markShape.Replace(line)), " ")
	line = strings.TrimRight(line, " .,;:!?–—-")
	if utf8.RuneCountInString(line) <= shortTo {
		return line
	}
	cut, n := 0, 0
	for i, r := range line {
		if unicode.IsSpace(r) && n > 0 {
			cut = i
		}
		if n++; n >= shortTo {
			break
		}
	}
	if cut == 0 { // one long word: cut it between two characters that do not belong together
		for i, r := range line {
			if n--; n <= 0 && !unicode.Is(unicode.M, r) && r != '\u200d' {
				cut = i
				break
			}
		}
	}
	return strings.TrimRight(line[:cut], " .,;:!?–—-") + "…"
}

// quoted is a line or title as a reason quotes it, at its end after a colon.
func quoted(line string) string { return notes.UpperFirst(short(line)) }

// mostDates is how many days a reason names.
const mostDates = 5

// sayDates joins days, each once: "6 Nov, 20 Nov". Of many it names the first ones.
func sayDates(days []notes.Date, today notes.Date) string {
	var said []string
	for i, d := range days {
		if !slices.Contains(days[:i], d) {
			said = append(said, notes.SayDate(d, today))
		}
	}
	if more := len(said) - mostDates; more > 1 {
		return voice.T("{some} and {n} more", "some", strings.Join(said[:mostDates], ", "), "n", more)
	}
	return strings.Join(said, ", ")
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
