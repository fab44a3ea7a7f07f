package whosecall

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

var (
	noInitials    = words("no initials")
	beforeInitial = words("before an initial")
)

// naming is how lines name a person.
type naming struct {
	words    []string
	one, all string
}

func (in *naming) names(word string) bool { return slices.Contains(in.words, word) }

// namesOf are the words under which lines name p.
func namesOf(p notes.Person) naming {
	var names []string
	add := func(name string) {
		for _, w := range strings.Fields(plain(name)) {
			if len(w) > 1 {
				names = append(names, w)
			}
		}
	}
	add(p.Name)
	for _, a := range p.Aliases {
		add(a)
	}
	one, all := initials(p.Name)
	return naming{names, one, all}
}

// initials are the letters by which a line may name somebody: "A" and "AR" for Ana Ruiz. I is me.
func initials(name string) (one, all string) {
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		all += string(unicode.ToLower(r))
	}
	if all != "" {
		one = all[:1]
	}
	if one == "i" || one != "" && one[0] >= utf8.RuneSelf {
		one = ""
	}
	if len(all) < 2 || len(all) > 3 || noInitials.has(all) {
		all = ""
	}
	return one, all
}

// isInitial reports whether raw, in capitals, names the report by an initial: after what is done to somebody, or before
// what somebody does.
func isInitial(raw, next string, toks []token, in *naming) bool {
	if len(raw) > 3 || strings.ToUpper(raw) != raw {
		return false
	}
	low := strings.ToLower(raw)
	if low == in.all && in.all != "" {
		return true
	}
	if low != in.one || in.one == "" {
		return false
	}
	if len(toks) > 0 && takesSomebody(&toks[len(toks)-1]) {
		return true
	}
	v, f := verbOf(next)
	return isAux(next) || v != nil && f&(past|third) != 0 && f&base == 0
}

// takesSomebody reports whether somebody is named after a word: "told A", "with A".
func takesSomebody(t *token) bool {
	return t.has(says|soft) || t.isOne("get", "make", "let", "need", "push", "instruct") || beforeInitial.has(t.word)
}

// joinsName reports whether a name goes on from the word before it: "Ana Ruiz".
func joinsName(before, t token, at int) bool {
	return before.who == whoR && before.capital && t.capital && before.role == nameRole && t.role == nameRole && at <= before.end+1
}
