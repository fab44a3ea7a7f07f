package review

import (
	"slices"
	"strings"
	"unicode"

	"handback/notes"
	"handback/notes/voice"
)

// toYou is a text about the person as it is said to them. It is worded anew only where that is sure: where a sentence begins
// with their name, or the text with their pronoun, and a verb follows whose form is known. A text that says anything else
// about them is quoted as it was written.
func (w writer) toYou(text string) string { return w.toYouParts(text) }

// toYouParts is toYou of a text in parts: of the three of praise or feedback the first two may begin with the pronoun, since
// they tell of the person. The second says what they did: "she" there is them too where no pronoun of theirs is known.
func (w writer) toYouParts(parts ...string) string {
	var said, was []string
	sure := true
	for i, part := range parts {
		if part = notes.SayText(part); part == "" {
			continue
		}
		who := []notes.Pronoun{w.pronoun()}
		switch {
		case i > 1:
			who = nil
		case i == 1 && w.pronoun() == notes.They:
			who = append(who, notes.She, notes.He)
		}
		yours, ok := w.address(part, who...)
		said, was, sure = append(said, yours), append(was, part), sure && ok
	}
	if !sure {
		return voice.T("“{line}”", "line", joined(was))
	}
	return joined(said)
}

// pronoun is that of the person. They is also of those of whom none is known.
func (w writer) pronoun() notes.Pronoun { return notes.Pronoun(w.pack.Person.Pronoun.Subject()) }

// address words a text anew, which may begin with one of some pronouns for the person; false where anything in it may be about the
// person and cannot be.
func (w writer) address(text string, who ...notes.Pronoun) (string, bool) {
	words := strings.Fields(text)
	var out []string
	begins := true
	for at := 0; at < len(words); {
		if begins {
			if at > 0 {
				who = nil
			}
			if you, n := w.subject(words[at:], who); n > 0 {
				out, at, begins = append(out, you...), at+n, false
				continue
			}
		}
		if w.about(words[at], at == 0) {
			return text, false
		}
		out = append(out, words[at])
		begins = strings.ContainsAny(words[at][len(words[at])-1:], ".!?")
		at++
	}
	if changed := !slices.Equal(out, words); changed && agreesLater(out) {
		return text, false
	}
	return strings.Join(out, " "), true
}

// subject is the person with the verb behind them as it is said to them, and how many words that was; none where the words
// do not begin so.
func (w writer) subject(words []string, who []notes.Pronoun) ([]string, int) {
	n, as := w.named(words), w.pronoun()
	if said := notes.Pronoun(bare(words[0])); n == 0 && slices.Contains(who, said) {
		n, as = 1, said
	}
	if n == 0 {
		return nil, 0
	}
	out := []string{voice.T("You")}
	for n < len(words) && isAdverb(words[n]) {
		out, n = append(out, words[n]), n+1
	}
	if n == len(words) {
		return nil, 0
	}
	verb, known := agreeing(words[n], as)
	if !known {
		return nil, 0
	}
	return append(out, verb), n + 1
}

// named is how many words at the beginning are a name of the person; the longest counts.
func (w writer) named(words []string) (most int) {
	who := w.pack.Person
	for _, name := range append([]string{who.FirstName(), who.Name}, who.Aliases...) {
		n := len(strings.Fields(name))
		if n > most && n <= len(words) && notes.FoldName(strings.Join(words[:n], " ")) == notes.FoldName(name) {
			most = n
		}
	}
	return most
}

// about reports whether a word may be about the person. They and them may be anybody: only what begins a text is taken as
// about somebody who is called so. She and he may be somebody of whom no pronoun is known.
func (w writer) about(word string, first bool) bool {
	core := strings.TrimSuffix(bare(word), "'s")
	for _, name := range append([]string{w.pack.Person.Name}, w.pack.Person.Aliases...) {
		if slices.Contains(strings.Fields(notes.FoldName(name)), core) {
			return true
		}
	}
	core, _, _ = strings.Cut(core, "'")
	if p := w.pronoun(); p != notes.They {
		return slices.Contains(pronouns[p], core)
	}
	return first && slices.Contains(pronouns[notes.They], core) || slices.Contains(pronouns[notes.She], core) ||
		slices.Contains(pronouns[notes.He], core)
}

// bare is a word folded, without what stands around it.
func bare(word string) string {
	return notes.FoldName(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// pronouns are the words that stand for somebody.
var pronouns = map[notes.Pronoun][]string{
	notes.She:  {"she", "her", "hers", "herself"},
	notes.He:   {"he", "him", "his", "himself"},
	notes.They: {"they", "them", "their", "theirs", "themselves", "themself"},
}

// agreesLater reports whether, behind a comma or an "and", there may be a second verb that would have to agree with "you" too:
// “carries it and always has”.
func agreesLater(words []string) bool {
	for i, word := range words {
		joins := slices.Contains(joining, bare(word)) || strings.ContainsAny(word[len(word)-1:], ",;:") || bare(word) == ""
		if !joins {
			continue
		}
		next := i + 1
		for next < len(words) && isAdverb(words[next]) {
			next++
		}
		if next < len(words) && strings.HasSuffix(strings.TrimSuffix(bare(words[next]), "n't"), "s") {
			return true
		}
	}
	return false
}

var joining = strings.Fields("and or but yet then nor")

// isAdverb reports whether a word may stand between somebody and their verb.
func isAdverb(word string) bool {
	b := bare(word)
	return slices.Contains(adverbs, b) || len(b) > 4 && strings.HasSuffix(b, "ly") && word == strings.TrimRight(word, ".,;:!?")
}

var adverbs = strings.Fields("always also never often sometimes usually really just still now soon even then first again already")

// agreeing is a verb as it stands behind "you"; false where its form isn't known.
func agreeing(verb string, of notes.Pronoun) (string, bool) {
	core := strings.TrimRight(verb, ".,;:!?")
	tail := verb[len(core):]
	b := strings.ReplaceAll(core, "’", "'")
	if you, is := changing[b]; is {
		return you + tail, true
	}
	if p := of.Subject(); p == string(notes.They) && slices.Contains(plurals, b) {
		return verb, true
	}
	if slices.Contains(unchanged, b) || len(b) > 4 && strings.HasSuffix(b, "ed") && !slices.Contains(noPast, b) {
		return verb, true
	}
	for _, stem := range present {
		if b == third(stem) {
			return stem + tail, true
		}
	}
	return "", false
}

// third is a verb as it stands behind "she".
func third(stem string) string {
	switch {
	case strings.HasSuffix(stem, "ch"), strings.HasSuffix(stem, "sh"), strings.HasSuffix(stem, "ss"), strings.HasSuffix(stem, "x"):
		return stem + "es"
	case strings.HasSuffix(stem, "y") && !strings.ContainsAny(stem[len(stem)-2:len(stem)-1], "aeou"):
		return strings.TrimSuffix(stem, "y") + "ies"
	}
	return stem + "s"
}

// changing are the verbs that change with you.
var changing = map[string]string{
	"was": "were", "is": "are", "has": "have", "does": "do", "goes": "go", "wasn't": "weren't", "isn't": "aren't", "hasn't": "haven't",
	"doesn't": "don't",
}

// plurals are those of them as they stand behind they already.
var plurals = strings.Fields("were are have do go weren't aren't haven't don't")

// unchanged are verbs in forms that stay with you: of the past, and those that never change.
var unchanged = strings.Fields(`had did went came ran led let took gave made kept held wrote spoke brought built bought found got said told
	taught thought sent set put cut shut stood sat began became chose drove drew broke caught dealt felt fought forgot grew heard
	hid hit knew left lent lost meant met paid rose sold spent split spread stuck swept understood won wore withdrew saw
	bet bent dug fell flew forbade forgave froze overcame oversaw quit rode sang shook shot showed shrank slept slid stole struck
	swam swore threw undertook woke can can't could couldn't should shouldn't would wouldn't may might must will won't didn't hadn't`)

// noPast end like a verb of the past and are none.
var noPast = strings.Fields("hundred sacred naked wicked rugged kindred need indeed speed breed exceed proceed succeed")

// present are verbs as they stand behind you.
var present = strings.Fields(`add agree aim ask bring build call care carry catch change check choose coach come decide deserve do draft
	explain find finish fix give grow handle hear help hire hold keep know lead learn let like listen look maintain make manage
	mentor move need notice offer open own pair plan prepare present propose put raise reach read review run say see send share
	show speak start stay stop suggest support take talk teach tell test think try turn understand use visit wait want watch work write`)
