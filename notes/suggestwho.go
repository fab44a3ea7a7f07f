package notes

import (
	"slices"
	"strings"

	"handback/notes/voice"
)

// askOwner asks whose a todo is that was held back.
func (in Context) askOwner(line string, h heading) (Suggestion, bool) {
	if h.label != Todo || !h.whoAt.empty() || h.named {
		return Suggestion{}, false
	}
	from := h.textBegin + blanks(line[h.textBegin:])
	if name, end := in.ambiguousAt(line, from+openingMark(line[from:])); end > 0 {
		return in.askName(line, name)
	}
	rest := strings.TrimSpace(line[from:])
	if rest == "" || isEmptyAnswer(rest, Todo) || in.onlyNames(rest) {
		return Suggestion{}, false
	}
	s := Suggestion{Question: AskMine, Say: voice.T("Who will do it?")}
	if in.handsOver(rest) {
		s.Say = voice.T("Is this yours to do?")
	}
	head := line[:h.after] + in.wordFor(Todo)
	for _, o := range in.ownersOf(rest) {
		fix := head + spaced(o.who) + ": " + o.text
		if slices.ContainsFunc(s.Choices, func(c Choice) bool { return c.New == fix }) {
			continue
		}
		if r, ok := in.read(fix); ok && o.who != "" {
			s.choose(o.who, fix, r.item)
		}
	}
	return s, len(s.Choices) > 0
}

// openingMark is 1 where s begins with what stands before a name.
func openingMark(s string) int {
	if s != "" && strings.IndexByte("@[(", s[0]) >= 0 {
		return 1
	}
	return 0
}

// ownedText is somebody, as WHO writes them, and what they would have to do.
type ownedText struct{ who, text string }

// ownersOf are whose a todo may be: who is named at its start, the manager and the note's person, the likeliest first.
func (in Context) ownersOf(text string) []ownedText {
	theirs := in.Names.Short(in.Person, in.Person)
	w, end, ok := in.readList(text, 0, false)
	if !ok || len(w.ids) == 0 {
		return []ownedText{{"me", text}, {theirs, text}}
	}
	named := ownedText{text[:end], text}
	if own := strings.TrimSpace(text[end:]); own != "" {
		named.text = own
	}
	return []ownedText{named, {theirs, text}, {"me", text}}
}
