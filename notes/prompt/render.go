package prompt

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

var slotShape = regexp.MustCompile(`\{([A-Za-z]+)\}`)

func slotsIn(text string) []string {
	var slots []string
	for _, m := range slotShape.FindAllStringSubmatch(text, -1) {
		slots = append(slots, m[1])
	}
	return slots
}

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
// or a question for the report would name somebody else.
func render(q question, o occasion, f notes.PromptFacts) (string, bool) {
	if q.text == "" || (q.occasion != "" && q.occasion != o.name) {
		return "", false
	}
	ok := true
	text := slotShape.ReplaceAllStringFunc(q.text, func(slot string) string {
		name := slot[1 : len(slot)-1]
		if personSlot(name) {
			v := ofPerson(name, f.Person)
			ok = ok && v != ""
			return v
		}
		v := o.slots[name]
		if v == "" || (q.forThem && namesOneOf(v, f.Others)) {
			ok = false
		}
		return v
	})
	return text, ok
}

// namesOneOf reports whether a text holds one of the names as whole words, in any case.
func namesOneOf(text string, names []string) bool {
	padded := " " + strings.Join(words(text), " ") + " "
	bare := strings.ReplaceAll(padded, "'s ", " ")
	for _, n := range names {
		n = " " + strings.Join(words(n), " ") + " "
		if strings.TrimSpace(n) != "" && (strings.Contains(padded, n) || strings.Contains(bare, n)) {
			return true
		}
	}
	return false
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
	line = tailTags.ReplaceAllString(line, "")
	line = tagShape.ReplaceAllString(line, "$1$2")
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

// sayDates joins days: "6 Nov, 20 Nov".
func sayDates(days []notes.Date, today notes.Date) string {
	said := make([]string, len(days))
	for i, d := range days {
		said[i] = notes.SayDate(d, today)
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
