package search

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

// Period limits a search in time.
type Period string

// The periods that a search offers. Picked is a span that the user chose.
const (
	AnyTime     Period = "any"
	ThisMonth   Period = "month"
	ThisQuarter Period = "quarter"
	ThisYear    Period = "year"
	Picked      Period = "picked"
)

// Periods are the periods in the order in which they are offered.
var Periods = []Period{AnyTime, ThisMonth, ThisQuarter, ThisYear, Picked}

// String is the period as a menu says it.
func (p Period) String() string {
	switch p {
	case ThisMonth:
		return voice.T("This month")
	case ThisQuarter:
		return voice.T("This quarter")
	case ThisYear:
		return voice.T("This year")
	case Picked:
		return voice.T("Pick dates …")
	}
	return voice.T("Any time")
}

// The fields of a span's form, as they are shown and as Invalid names them.
var (
	FieldFrom = voice.T("From")
	FieldTo   = voice.T("To")
)

// Typed is the period as the search field says it; "" for AnyTime and Picked.
func (p Period) Typed() string {
	switch p {
	case ThisMonth:
		return "this-month"
	case ThisQuarter:
		return "this-quarter"
	case ThisYear:
		return "this-year"
	}
	return ""
}

// SaySpan is a span of days as a filter shows it: "1 Oct – 31 Dec", "since 1 Oct", "until 31 Dec"; "" for no span.
func SaySpan(from, to, today notes.Date) string {
	switch {
	case from.Valid() && to.Valid():
		return notes.SayDate(from, today) + " – " + notes.SayDate(to, today)
	case from.Valid():
		return voice.T("since {date}", "date", notes.SayDate(from, today))
	case to.Valid():
		return voice.T("until {date}", "date", notes.SayDate(to, today))
	}
	return ""
}

// CheckSpan returns Invalid for a span that ends before it begins. Either end may be no date.
func CheckSpan(from, to notes.Date) error {
	if from.Valid() && to.Valid() && to < from {
		return notes.Invalid{Field: FieldTo, Why: voice.T("That's before the first day. Pick a later one.")}
	}
	return nil
}

// SayFound counts what was found: "5 lines in 2 notes, 1 goal".
func SayFound(hits []notes.Hit, goals int) string {
	lines := 0
	for _, h := range hits {
		lines += len(h.Lines) + h.More
	}
	inNotes := voice.N(lines, "{n} line in 1 note", "{n} lines in 1 note")
	if len(hits) != 1 {
		inNotes = voice.N(lines, "{n} line in {notes} notes", "{n} lines in {notes} notes", "notes", len(hits))
	}
	inGoals := voice.N(goals, "{n} goal", "{n} goals")
	switch {
	case goals == 0:
		return inNotes
	case lines == 0:
		return inGoals
	}
	return inNotes + ", " + inGoals
}

// SayKind is what a note is, in a list: "one-on-one", "note".
func SayKind(k notes.NoteKind) string {
	switch k {
	case notes.PlannedNote:
		return voice.T("next one-on-one")
	case notes.HeldNote:
		return voice.T("one-on-one")
	case notes.MissedNote:
		return voice.T("not held")
	}
	return voice.T("note")
}

// Text is what a list shows of a line that was found: the filed line's own text, or the snippet, with what matched told
// apart. An empty line becomes the note's title.
func Text(l notes.HitLine, title string) []notes.SnippetRun {
	if l.Item == nil || l.Item.Text == "" {
		return tidySnippet(l.Snippet, title)
	}
	return markMatches(notes.Unmarked(l.Item.Text), matchesOf(l.Snippet))
}

// lineMark is what Markdown puts before the text of a heading, a quote or a list's item.
var lineMark = regexp.MustCompile(`\n\s*(?:#{1,6}|[-*+>])[ \t]+(?:\[[ xX]?\][ \t]+)?`)

// tidySnippet puts a snippet on one line, without the marks that begin lines; an empty one becomes the note's title.
func tidySnippet(runs []notes.SnippetRun, title string) []notes.SnippetRun {
	var tidy []notes.SnippetRun
	for i, r := range runs {
		if i == 0 {
			r.Text = "\n" + r.Text
		}
		r.Text = strings.ReplaceAll(lineMark.ReplaceAllString(r.Text, "\n"), "**", "")
		if r.Text = oneBlank(r.Text); r.Text != "" {
			tidy = append(tidy, r)
		}
	}
	if len(tidy) == 0 {
		return []notes.SnippetRun{{Text: notes.Unmarked(title)}}
	}
	if tidy[0].Text = strings.TrimLeft(tidy[0].Text, " "); tidy[0].Text == "" {
		tidy = tidy[1:]
	}
	return tidy
}

// oneBlank makes each run of blanks, tabs and line ends one blank.
func oneBlank(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r':
			blank = true
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	if blank {
		b.WriteByte(' ')
	}
	return b.String()
}

// matched is what matched somewhere, and whether it may stand inside a word.
type matched struct {
	text   string
	inside bool
}

func matchesOf(runs []notes.SnippetRun) []matched {
	var found []matched
	for i, r := range runs {
		if m := strings.TrimSpace(r.Text); r.Match && m != "" {
			found = append(found, matched{m, i > 0 && strings.HasPrefix(r.Text, m) && endsInWord(runs[i-1].Text)})
		}
	}
	return found
}

// markWords tells apart the words of text that begin with one of some words.
func markWords(text string, words []string) []notes.SnippetRun {
	matches := make([]matched, len(words))
	for i, w := range words {
		matches[i].text = w
	}
	return markMatches(text, matches)
}

// markMatches tells apart the places of text that are one of the matches, compared without case, the longest first.
func markMatches(text string, matches []matched) []notes.SnippetRun {
	var runs []notes.SnippetRun
	start := 0
	for i := 0; i < len(text); {
		n := matchAt(text, i, matches)
		if n == 0 {
			i++
			continue
		}
		if i > start {
			runs = append(runs, notes.SnippetRun{Text: text[start:i]})
		}
		runs = append(runs, notes.SnippetRun{Text: text[i : i+n], Match: true})
		i += n
		start = i
	}
	if start < len(text) {
		runs = append(runs, notes.SnippetRun{Text: text[start:]})
	}
	return runs
}

func matchAt(text string, at int, matches []matched) (length int) {
	rest := text[at:]
	for _, m := range matches {
		n := len(m.text)
		if n > length && n <= len(rest) && strings.EqualFold(rest[:n], m.text) && (m.inside || !endsInWord(text[:at])) {
			length = n
		}
	}
	return length
}

// endsInWord reports whether what comes behind s would go on with its last word.
func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

// Head is what stands over the lines of a note, in pieces: whose note it is, its day and kind, and its title where the
// first of the lines does not begin with it.
func Head(h notes.Hit, person notes.Person, today notes.Date) []string {
	said := []string{person.Name, notes.SayDate(h.Date, today) + ", " + SayKind(h.Kind)}
	if person.Kind == notes.KindMe {
		said[0] = voice.T("Me")
	}
	if first := plainText(Text(h.Lines[0], h.Title)); !strings.HasPrefix(first, strings.TrimSuffix(h.Title, "…")) {
		said = append(said, notes.Unmarked(h.Title))
	}
	return said
}

func plainText(runs []notes.SnippetRun) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Remark is what is said beside a line: of a filed one what became of it. The person is the one whose note it is.
func Remark(l notes.HitLine, person notes.Person, today notes.Date) string {
	if l.Item == nil {
		return ""
	}
	return l.Item.SayState(person.First(), today)
}

// MergeTags are the tags of several lists, each most used first: those that stand first anywhere come first.
func MergeTags(lists [][]string) []string {
	var all []string
	seen := map[string]bool{}
	for i, more := 0, true; more; i++ {
		more = false
		for _, tags := range lists {
			if i >= len(tags) {
				continue
			}
			more = true
			if !seen[tags[i]] {
				seen[tags[i]] = true
				all = append(all, tags[i])
			}
		}
	}
	return all
}

// ReadSpan reads the first and the last day of a span as they are typed, either of them may be empty. Days without a
// year are past ones. It returns Invalid, of the field From or To, for a day that is none and for an end before the
// beginning.
func ReadSpan(from, to string, today notes.Date) (first, last notes.Date, err error) {
	if first, err = notes.ReadPastDate(FieldFrom, from, today); err != nil {
		return "", "", err
	}
	if last, err = notes.ReadPastDate(FieldTo, to, today); err != nil {
		return "", "", err
	}
	return first, last, CheckSpan(first, last)
}
