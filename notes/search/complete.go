package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// Completion is what may go on from where one types a filter.
type Completion struct {
	Kind  ChipKind
	Label notes.Label // what is offered as one; "" for people and tags
	Say   string      // what is chosen: a name, a label, "#hiring"
	Text  string      // all of the text with it
	Caret int         // where one goes on typing, in runes
}

// mostCompletions is how many are offered: as many as there are labels.
const mostCompletions = 10

// Complete offers what the filter may say that is being typed, at so many runes of the text: names for person:, words for
// label:, and tags. Nothing is offered where one types words, or where nothing is left to choose. Pending is true where
// the filter says nothing as it stands, so that it is to be chosen rather than searched for.
func Complete(typed Typed, caret int, in notes.Context, people []notes.Person, tags func() []string) (offers []Completion, pending bool) {
	at := byteAt(typed.Text, caret)
	p, begun, ok := filterAt(typed.Text, at)
	if !ok {
		return nil, false
	}
	switch p.key {
	case string(TagChip):
		offers = completeTags(tags(), begun)
	case string(LabelChip):
		offers = completeLabels(in.Words, begun)
	case string(PersonChip):
		offers = completePeople(typed, in, people, begun)
	}
	for i := range offers {
		offers[i].Kind = ChipKind(p.key)
		offers[i].write(typed.Text, p)
	}
	return offers, len(offers) > 0 && !typed.taken(p)
}

// taken reports whether a filter says something as it stands.
func (t Typed) taken(p piece) bool {
	return slices.ContainsFunc(t.Chips, func(c Chip) bool { return c.From == p.from && c.Why == "" })
}

// filterAt is the filter in which a byte stands, or at whose end, though nothing may stand behind its colon yet, and what of
// its value stands before.
func filterAt(text string, at int) (p piece, begun string, ok bool) {
	for p, ok = nextPiece(text, 0); ok && p.to < at; p, ok = nextPiece(text, p.to) {
		continue
	}
	if !ok || p.from >= at {
		return piece{}, "", false
	}
	head := strings.TrimPrefix(text[p.from:at], "-")
	if strings.HasPrefix(head, "#") {
		p.key = string(TagChip)
		return p, head[1:], true
	}
	key, begun, colon := cutColon(head)
	key = strings.ToLower(key)
	switch key {
	case string(PersonChip), string(LabelChip), string(TagChip):
	default:
		return piece{}, "", false
	}
	p.key = key
	return p, strings.TrimLeftFunc(begun, func(r rune) bool { return strings.ContainsRune(quotes, r) }), colon
}

// write makes the text with the completion in the place of a piece.
func (c *Completion) write(text string, p piece) {
	said := c.Text
	if strings.ContainsFunc(said, unicode.IsSpace) {
		said = `"` + said + `"`
	}
	sign, key := "", p.key+":"
	raw := text[p.from:]
	if strings.HasPrefix(raw, "-") {
		sign, raw = "-", raw[1:]
	}
	if strings.HasPrefix(raw, "#") {
		key = "#"
	}
	before := text[:p.from] + sign + key + said + " "
	c.Text = before + strings.TrimLeftFunc(text[p.to:], unicode.IsSpace)
	c.Caret = utf8.RuneCountInString(before)
}

func completeTags(tags []string, begun string) (offers []Completion) {
	begun = notes.Tag(begun)
	for _, tag := range tags {
		if strings.HasPrefix(tag, begun) && tag != begun && len(offers) < mostCompletions {
			offers = append(offers, Completion{Say: "#" + tag, Text: tag})
		}
	}
	return offers
}

func completeLabels(words *notes.LabelWords, begun string) (offers []Completion) {
	begun = notes.Fold(begun)
	for _, l := range notes.Labels {
		word := words.For(l)
		fits := strings.HasPrefix(notes.Fold(word), begun) || strings.HasPrefix(string(l), begun)
		if fits && notes.Fold(word) != begun && len(offers) < mostCompletions {
			offers = append(offers, Completion{Label: l, Say: word, Text: word})
		}
	}
	return offers
}

func completePeople(typed Typed, in notes.Context, people []notes.Person, begun string) (offers []Completion) {
	folded := notes.Fold(begun)
	for _, p := range people {
		name := NameOf(p, in)
		if name == "" || notes.Fold(name) == folded || typed.Person == p.ID || len(offers) == mostCompletions {
			continue
		}
		if slices.ContainsFunc(append([]string{p.Name, name}, p.Aliases...), func(n string) bool { return wordBegins(n, folded) }) {
			offers = append(offers, Completion{Say: p.Name, Text: name})
		}
	}
	return offers
}

// wordBegins reports whether a name, or a word of it, begins with something that is folded already.
func wordBegins(name, folded string) bool {
	name = notes.Fold(name)
	for {
		if strings.HasPrefix(name, folded) {
			return true
		}
		i := strings.IndexByte(name, ' ')
		if i < 0 {
			return false
		}
		name = strings.TrimLeft(name[i:], " ")
	}
}

// NameOf is the shortest name by which person: means this person alone; "" where none does.
func NameOf(p notes.Person, in notes.Context) string {
	if p.ID == in.Me {
		return "me"
	}
	for _, name := range append([]string{in.Names.Short(p.ID, 0), p.Name}, p.Aliases...) {
		if name != "" && Read(Typed{}.With(PersonChip, name), in).Person == p.ID {
			return name
		}
	}
	return ""
}

// byteAt is the byte at which a rune of a text begins.
func byteAt(text string, runes int) int {
	for i := range text {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(text)
}
