package notes

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Completion is something that can be typed at the caret.
type Completion struct {
	Text    string   // what stands there in the end
	Replace int      // how many runes before the caret it replaces
	Person  PersonID // whom it names; 0 for a label
	Label   Label    // the label that it is; "" for a name
}

// mostCompletions is how many a list shows.
const mostCompletions = 8

// Completions lists what the line, as far as the caret, could go on with: a label at its start, names after a label or
// an @, in the order in which people were given. In prose it is empty.
func Completions(upToCaret string, in Context) []Completion {
	o := in.readStart(upToCaret)
	rest := strings.TrimPrefix(upToCaret[o.after:], "**")
	_, n, ok := in.labelAt(rest)
	switch {
	case !ok && !o.box.empty() && strings.HasPrefix(rest, "@"):
		return in.completeName(rest, 0)
	case !ok:
		return in.completeLabel(rest)
	}
	who := rest[n:]
	if colon, size := indexColon(who); colon >= 0 {
		at := n + colon + size
		at += blanks(rest[at:])
		if who = rest[at:]; !strings.HasPrefix(who, "@") || strings.ContainsAny(who, ":"+wideColon) {
			return nil
		}
		return in.completeName(rest, at)
	}
	if who == "" {
		return nil
	}
	return in.completeName(rest, n)
}

// completeLabel lists the labels that typed begins, each by the word that the app writes for it and by the manager's own ones;
// two letters at the least, since most lines are prose.
func (in Context) completeLabel(typed string) []Completion {
	if len(typed) < 2 || len(typed) > utf8.UTFMax*longestWord {
		return nil
	}
	n := utf8.RuneCountInString(typed)
	if n < 2 {
		return nil
	}
	var list []Completion
	prefix := foldedWord(typed)
	add := func(word string, l Label) {
		if folded := foldedWord(word); len(prefix) >= len(folded) || !strings.HasPrefix(folded, prefix) {
			return
		}
		written := matchCase(word, typed)
		if !slices.ContainsFunc(list, func(c Completion) bool { return c.Text == written }) {
			list = append(list, Completion{Text: written, Replace: n, Label: l})
		}
	}
	for _, k := range LabelKinds {
		add(in.wordFor(k.Label), k.Label)
		for _, word := range in.Words.Own(k.Label) {
			add(word, k.Label)
		}
	}
	return list
}

// completeName lists the people whose name begins with what is typed after the names that stand there already.
func (in Context) completeName(rest string, at int) []Completion {
	from := in.readKnown(rest, at, true)
	typed := strings.TrimLeft(rest[from:], "([@")
	opened := from > at+blanks(rest[at:]) || typed != rest[from:] // after a comma, `for`, a bracket or an @ all fit
	if in.Names == nil || (typed == "" && !opened) || strings.ContainsAny(typed, nameForbids) || typed != strings.TrimLeft(typed, " ") {
		return nil
	}
	prefix := foldedName(typed)
	if strings.HasSuffix(typed, " ") {
		prefix += " "
	}
	var list []Completion
	for _, id := range in.Names.order {
		if len(list) == mostCompletions {
			break
		}
		if name := in.Names.Short(id, in.Person); name != "" && in.Names.anyBegins(id, prefix) && foldedName(name) != prefix {
			list = append(list, Completion{Text: name, Replace: utf8.RuneCountInString(typed), Person: id})
		}
	}
	return list
}

// anyBegins reports whether a name of the person begins with prefix.
func (n *Names) anyBegins(id PersonID, prefix string) bool {
	for _, name := range n.written[id] {
		if strings.HasPrefix(foldedName(name), prefix) {
			return true
		}
	}
	return false
}
