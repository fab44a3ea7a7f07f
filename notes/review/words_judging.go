package review

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"handback/notes"
)

// A line judges the person where it says a trait of them and nothing that happened. The rule would rather miss one than
// mark a line that tells of an act: whatever may be an act, a day or an example, in the line or just below it, clears it.
// It reads words and draws no conclusion about anybody.

// traits can be said of people alone, so that they need no name before them. They are sorted.
var traits = []string{
	"abrasive", "apathetic", "arrogant", "bossy", "childish", "clueless", "conceited", "cowardly", "cynical", "dishonest",
	"disloyal", "egotistical", "gullible", "hot-headed", "immature", "incompetent", "indecisive", "insecure", "lazy", "moody",
	"narcissistic", "needy", "oversensitive", "passive-aggressive", "selfish", "self-centered", "self-centred", "short-tempered",
	"spineless", "stubborn", "thin-skinned", "timid", "unambitious", "uncooperative", "undisciplined", "unmotivated",
	"unprofessional", "untrustworthy", "vain",
}

// unclear are traits that things have too: they count where the person is named, or she or he stands before them.
var unclear = []string{
	"aggressive", "average", "brilliant", "careless", "chaotic", "confrontational", "defensive", "difficult",
	"disengaged", "disorganised", "disorganized", "dramatic", "emotional", "fragile", "gifted", "hopeless", "hostile",
	"inflexible", "intimidating", "irrational", "mediocre", "messy", "negative", "passive", "pushy", "quiet", "rigid",
	"rude", "scatterbrained", "shallow", "shy", "slow", "sloppy", "strange", "talented", "toxic", "unreliable",
	"unstable", "useless", "weak", "weird",
}

// phrases are traits of several words, which are of people.
var phrases = []string{
	"a bad attitude", "a born leader", "a genius", "a know-it-all", "a natural leader", "a people person", "a poor attitude",
	"a pushover", "a rock star", "a rockstar", "a star", "a troublemaker", "an attitude problem", "an ego", "hard to work with",
	"high maintenance", "high-maintenance", "no ambition", "no backbone", "no drive", "no initiative", "no leadership material",
	"not a leader", "not a team player", "not leadership material", "not management material", "not very bright",
	"too big an ego", "too sensitive",
}

// lacked is what somebody is said to lack.
var lacked = []string{
	"ambition", "backbone", "charisma", "confidence", "discipline", "drive", "initiative", "maturity",
	"motivation", "presence",
}

// Words that stand between a person and a trait.
const (
	being   = `(?:is|'s|are|'re|was|were|seems?|seemed|has been|have been|can be|comes across as|came across as|looks|remains|acts)`
	degrees = `(?:(?:just|so|too|very|really|quite|rather|pretty|always|often|generally|usually|basically|simply|a bit|` +
		`a little|kind of|still|such|again) )*`
	owning = `(?:has|'s got|has got|have|shows|showed)`
	lacks  = `(?:lacks|lack|lacked|has no|shows no)`
)

// Before the words of a subject: the line begins, or a clause does.
const clause = `(?:^|[.!?;:,–—-] |\b(?:that|but|and|because|feel|think|find|honestly|maybe) )`

// happened finds what may be an act, a day, a place in time or an example. It errs on the side of yes.
var happened = regexp.MustCompile(`[0-9"“”«»?]|\be\.g\b|\b(?:` + strings.Join([]string{
	"when", "while", "after", "before", "during", "because", "since", "until", "yesterday", "today", "tonight", "morning", "afternoon",
	"week", "weeks", "month", "months", "quarter", "sprint", "last", "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
	"december", "mon", "tue", "wed", "thu", "fri", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
	"e g", "eg", "for example", "for instance", "such as", "like when", "as in", "once", "twice", "times",
	"said", "told", "asked", "sent", "wrote", "left", "made", "took", "gave", "went", "came", "ran", "did", "didn't", "broke",
	"let", "cut", "spoke", "met", "led", "held", "got", "kept", "brought", "built", "chose", "fell", "forgot", "found", "hid",
	"lost", "paid", "put", "read", "refuses", "saw", "set", "shouts", "slept", "stood", "threw", "won", "interrupts",
}, "|") + `)\b|\b\pL{3,}(?:ed|ing)\b| [—–] | - `)

// taken finds a trait that is denied, doubted, or was said by somebody.
var taken = regexp.MustCompile(`\b(?:not|isn't|aren't|wasn't|weren't|never|no longer|less|anything but|far from|nothing) (?:\pL+ )?$`)

// Judge finds lines that judge one person.
type Judge struct {
	named, anyone *regexp.Regexp // a trait of the person by name or pronoun; one that begins the line
}

// NewJudge makes the judge of what is said about a person.
func NewJudge(who notes.Person) Judge {
	names := []string{regexp.QuoteMeta(fold(who.Name)), regexp.QuoteMeta(fold(who.FirstName()))}
	for _, a := range who.Aliases {
		names = append(names, regexp.QuoteMeta(fold(a)))
	}
	names = slices.DeleteFunc(names, func(n string) bool { return n == "" })
	sure := names
	if p := who.Pronoun; p == notes.She || p == notes.He {
		sure = append(slices.Clone(names), p.Subject())
	}
	people := append(slices.Clone(sure), "they") // in a note about the person, of what only people are
	if len(sure) == len(names) {
		people = append(people, "she", "he")
	}
	or := func(words []string) string { return `(?:` + strings.Join(words, "|") + `)` }
	quoted := func(lists ...[]string) []string {
		var out []string
		for _, list := range lists {
			for _, w := range list {
				out = append(out, regexp.QuoteMeta(w))
			}
		}
		return out
	}
	trait := `(?:` + being + ` ` + degrees + or(quoted(unclear, traits, phrases)) + `|` + owning + ` ` + degrees + or(quoted(phrases)) +
		`|` + lacks + ` ` + degrees + or(lacked) + `)`
	whole := `(?:` + being + ` ` + degrees + or(quoted(traits, phrases)) + `|` + owning + ` ` + degrees + or(quoted(phrases)) +
		`|` + lacks + ` ` + degrees + or(lacked) + `)`
	return Judge{
		named: regexp.MustCompile(clause + `((?:` + or(sure) + ` ?` + trait + `|` + or(people) + ` ?` + whole + `))(?:$|[^\pL\pN-])`),
		anyone: regexp.MustCompile(`^((?:` + degrees + or(quoted(traits, phrases)) + `|` + lacks + ` ` + degrees + or(lacked) +
			`))(?: (?:again|as ever|as always|as usual))?[.!…]*$`),
	}
}

// fold is a text as the judge reads it: small letters, plain apostrophes, single blanks, without marks.
func fold(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "*", "", "_", "", "#", "").Replace(s)
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
}

// telling are words one of which stands in every line that is found: looking for them is a hundred times as fast.
var telling = tellingWords()

func tellingWords() map[string]bool {
	words := map[string]bool{}
	for _, list := range [][]string{traits, unclear, phrases, lacked} {
		for _, w := range list {
			words[w[strings.LastIndexByte(w, ' ')+1:]] = true
		}
	}
	return words
}

// MayJudge reports whether it is worth asking Judges about a line.
func MayJudge(line string) bool {
	from := -1
	for i, r := range line {
		switch in := unicode.IsLetter(r) || r == '-'; {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			if telling[strings.ToLower(line[from:i])] {
				return true
			}
			from = -1
		}
	}
	return from >= 0 && telling[strings.ToLower(line[from:])]
}

// Judges reports whether a line says a trait of the person without an event. text is the line without its label; below is
// the line under it where that is indented deeper, or "".
func (j Judge) Judges(text, below string) bool {
	said := fold(strings.TrimLeft(text, "-+>•·[] \t"))
	at := j.named.FindStringSubmatchIndex(said)
	if at == nil {
		at = j.anyone.FindStringSubmatchIndex(said)
	}
	if at == nil || taken.MatchString(said[:at[2]]) {
		return false
	}
	return !happened.MatchString(said[:at[2]]+" | "+said[at[3]:]) && !happened.MatchString(fold(below))
}
