package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// The search field has a small language:
//
//	person:ana label:praise #hiring after:2026-01 before:"3 Mar" kafka -meeting "exact words" -#x -label:todo
//
// Whatever is none of these is looked for as it stands: a filter that is only half typed ("person:"), a word before a colon
// that is no filter ("http://…"), a sign. A quote may stay open while it is being typed. Several filters hold together;
// of days after: and since: begin with the first day of what is named, before: ends the day before it, until: with its last
// one, and on: is all of it.

// Asked is what a search asks for, as the language says it.
type Asked struct {
	Said   []notes.QueryPiece // words and phrases that have to be said, in the order typed
	Not    []notes.QueryPiece // those that must not be
	Person string             // as typed, "" for everybody; "me" is the manager
	// NotPeople are those whose notes and lines are left out, as typed.
	NotPeople []string
	Label     notes.Label // "" for any line and prose
	NotLabels []notes.Label
	Tags      []string // all of which a line has to have, without '#'
	NotTags   []string
	From, To  notes.Date
}

// ChipKind is a kind of filter.
type ChipKind string

// The kinds of filters. SaidChip is a word or phrase to leave out.
const (
	PersonChip ChipKind = "person"
	LabelChip  ChipKind = "label"
	TagChip    ChipKind = "tag"
	AfterChip  ChipKind = "after"
	BeforeChip ChipKind = "before"
	UntilChip  ChipKind = "until"
	OnChip     ChipKind = "on"
	SaidChip   ChipKind = "said"
)

// Chip is a filter that stands in what was typed.
type Chip struct {
	Kind     ChipKind
	Not      bool
	Value    string // as typed, without quotes
	Say      string // as a chip shows it: "Ana", "since 1 Jan", "not #hiring"
	Why      string // what is wrong with it, as a sentence; "" where nothing is
	From, To int    // the bytes of what was typed that it takes
}

// Typed is the text of the search field, read.
type Typed struct {
	Text   string
	Asked  Asked
	Person notes.PersonID // whom Asked.Person means
	Chips  []Chip         // in the order in which they stand
	// Why says in a sentence what could not be taken as it was typed, "" where everything was. Nothing is found then.
	Why string

	notPeople []notes.PersonID
}

// Query is the search that was typed; false where a filter could not be taken, which Why says.
func (t Typed) Query() (q notes.Query, ok bool) {
	q = notes.Query{
		Text: quoteAll(t.Asked.Said), Person: t.Person, Label: t.Asked.Label, Tags: t.Asked.Tags, From: t.Asked.From, To: t.Asked.To,
		Not: notes.Without{
			Text: quoteAll(t.Asked.Not), Labels: t.Asked.NotLabels, Tags: t.Asked.NotTags, People: t.notPeople,
		},
	}
	return q, t.Why == ""
}

// Blank reports whether nothing is asked for.
func (a Asked) Blank() bool {
	return len(a.Said)+len(a.Not)+len(a.NotPeople)+len(a.NotLabels)+len(a.Tags)+len(a.NotTags) == 0 &&
		a.Person == "" && a.Label == "" && a.From == "" && a.To == ""
}

// Read reads what was typed into the search field. Of the context it takes the day as today, the names, the manager and the
// words for labels. It takes any text.
func Read(typed string, in notes.Context) Typed {
	r := reader{in: in, Typed: Typed{Text: typed}}
	for p, ok := nextPiece(typed, 0); ok; p, ok = nextPiece(typed, p.to) {
		r.take(p)
	}
	if a := r.Asked; a.From != "" && a.To != "" && a.To < a.From {
		r.fault(sayNoDays())
	}
	return r.Typed
}

// piece is a word, a phrase or a filter of what was typed.
type piece struct {
	from, to int
	not      bool
	key      string // of a filter as it is listed in filters, "" for words and phrases
	value    string
	quoted   bool
	open     bool // the quote is not closed
}

// quotes are double quotes as keyboards and programs of several languages write them.
const quotes = `"“”„‟«»`

// nextPiece is the first piece from byte at on.
func nextPiece(typed string, at int) (p piece, ok bool) {
	at += len(typed[at:]) - len(strings.TrimLeftFunc(typed[at:], unicode.IsSpace))
	if at == len(typed) {
		return piece{}, false
	}
	p.from = at
	if typed[at] == '-' && leavesOut(typed[at+1:]) {
		p.not = true
		at++
	}
	if n := quoteAt(typed[at:]); n > 0 {
		p.quoted = true
		p.value, p.to, p.open = quotedAt(typed, at+n)
		return p, true
	}
	p.to = at + wordLength(typed[at:])
	p.value = typed[at:p.to]
	return p.asFilter(typed), true
}

// asFilter is the piece as the filter that it is, if it is one.
func (p piece) asFilter(typed string) piece {
	key, value, colon := cutColon(p.value)
	switch {
	case !colon && strings.HasPrefix(p.value, "#") && notes.ValidTag(p.value[1:]):
		p.key, p.value = string(TagChip), p.value[1:]
		return p
	case !colon || filters[strings.ToLower(key)].take == nil || p.not && !filters[strings.ToLower(key)].not:
		return p
	}
	whole := p
	whole.key, whole.value = strings.ToLower(key), value
	if n := quoteAt(typed[p.to:]); value == "" && n > 0 {
		whole.quoted = true
		whole.value, whole.to, whole.open = quotedAt(typed, p.to+n)
	}
	whole.value = strings.TrimSpace(whole.value)
	if whole.value == "" {
		return p // half typed
	}
	return whole
}

// leavesOut reports whether a '-' before rest leaves out what follows.
func leavesOut(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	return n > 0 && r != '-' && !unicode.IsSpace(r)
}

func quoteAt(s string) (size int) {
	if r, n := utf8.DecodeRuneInString(s); n > 0 && strings.ContainsRune(quotes, r) {
		return n
	}
	return 0
}

// quotedAt is what stands in quotes of which the first ends at byte at, and where the second ends.
func quotedAt(typed string, at int) (inside string, to int, open bool) {
	n := strings.IndexAny(typed[at:], quotes)
	if n < 0 {
		return typed[at:], len(typed), true
	}
	return typed[at : at+n], at + n + quoteAt(typed[at+n:]), false
}

// wordLength is how many bytes of s there are before a blank or a quote.
func wordLength(s string) int {
	for i, r := range s {
		if unicode.IsSpace(r) || strings.ContainsRune(quotes, r) {
			return i
		}
	}
	return len(s)
}

// cutColon cuts a word at its first colon.
func cutColon(word string) (key, value string, ok bool) {
	if key, value, ok = strings.Cut(word, "："); ok && !strings.Contains(key, ":") {
		return key, value, true
	}
	return strings.Cut(word, ":")
}

// String is the text that asks for the same: Read gives it back. The word for a label is the one that lines have.
func (a Asked) String(words *notes.LabelWords) string {
	var said []string
	add := func(not bool, key, value string) {
		if strings.ContainsFunc(value, unicode.IsSpace) {
			value = `"` + value + `"`
		}
		said = append(said, map[bool]string{true: "-"}[not]+key+value)
	}
	if a.Person != "" {
		add(false, "person:", a.Person)
	}
	if a.Label != "" {
		add(false, "label:", words.For(a.Label))
	}
	for _, t := range a.Tags {
		add(false, "#", t)
	}
	switch {
	case a.From != "" && a.From == a.To:
		add(false, "on:", string(a.From))
	default:
		if a.From != "" {
			add(false, "after:", string(a.From))
		}
		if a.To != "" {
			add(false, "until:", string(a.To))
		}
	}
	for _, p := range a.NotPeople {
		add(true, "person:", p)
	}
	for _, l := range a.NotLabels {
		add(true, "label:", words.For(l))
	}
	for _, t := range a.NotTags {
		add(true, "#", t)
	}
	return strings.Join(append(said, a.pieces()...), " ")
}

// pieces are the words and phrases, one with an open quote last.
func (a Asked) pieces() (said []string) {
	last := ""
	for i, list := range [][]notes.QueryPiece{a.Not, a.Said} {
		sign := []string{"-", ""}[i]
		for _, p := range list {
			if p.Open {
				last = sign + quotePiece(p)
				continue
			}
			said = append(said, sign+quotePiece(p))
		}
	}
	if last != "" {
		said = append(said, last)
	}
	return said
}

func quotePiece(p notes.QueryPiece) string {
	switch {
	case p.Open:
		return `"` + p.Text
	case p.Quoted:
		return `"` + p.Text + `"`
	}
	return p.Text
}

// quoteAll is pieces as a Query has them.
func quoteAll(pieces []notes.QueryPiece) string {
	said := make([]string, len(pieces))
	for i, p := range pieces {
		said[i] = quotePiece(p)
	}
	return strings.Join(said, " ")
}

// Without is what was typed without one of its chips.
func (t Typed) Without(c Chip) string {
	before, after := strings.TrimRightFunc(t.Text[:c.From], unicode.IsSpace), strings.TrimLeftFunc(t.Text[c.To:], unicode.IsSpace)
	if before == "" || after == "" {
		return before + after
	}
	return before + " " + after
}

// single are the kinds of which there is one at a time; a new one takes the place of the old.
var single = []ChipKind{PersonChip, LabelChip, AfterChip, BeforeChip, UntilChip, OnChip}

// With is what was typed with one more filter: the value of a person is a name, of a label one of its words, of days
// whatever after: takes. Of what there can be only one, and of days where they would contradict, the new one takes the place
// of the old. An open quote is closed.
func (t Typed) With(kind ChipKind, value string) string {
	typed := t
	for i := len(t.Chips) - 1; i >= 0; i-- {
		c := t.Chips[i]
		if !c.Not && (c.Kind == kind && (slices.Contains(single, kind) || notes.Tag(c.Value) == notes.Tag(value)) || replaces(kind, c.Kind)) {
			typed.Text = typed.Without(c)
		}
	}
	text := typed.Text
	if openQuote(text) {
		text += `"`
	}
	key := string(kind) + ":"
	if kind == TagChip {
		key, value = "#", strings.TrimPrefix(value, "#")
	}
	if strings.ContainsFunc(value, unicode.IsSpace) {
		value = `"` + value + `"`
	}
	if text = strings.TrimSpace(text); text != "" {
		text += " "
	}
	return text + key + value
}

// replaces reports whether a filter of days would contradict another one.
func replaces(kind, other ChipKind) bool {
	switch kind {
	case OnChip:
		return other == AfterChip || other == BeforeChip || other == UntilChip
	case AfterChip:
		return other == OnChip
	case BeforeChip, UntilChip:
		return other == OnChip || other == BeforeChip || other == UntilChip
	}
	return false
}

func openQuote(typed string) bool {
	open := false
	for p, ok := nextPiece(typed, 0); ok; p, ok = nextPiece(typed, p.to) {
		open = p.open
	}
	return open
}
