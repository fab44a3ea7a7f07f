package storage

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"handback/notes"
)

// foundBy are the days of the notes that a query finds, and the snippets of their first lines, matches in brackets.
func foundBy(t *testing.T, j *Journal, q notes.Query) (days, snippets []string) {
	t.Helper()
	hits, _, err := j.Search(q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	for _, h := range hits {
		days, snippets = append(days, string(h.Date)), append(snippets, bracketed(h.Lines[0].Snippet))
	}
	return days, snippets
}

// bracketed is a snippet with its matches in brackets.
func bracketed(snippet []notes.SnippetRun) string {
	var b strings.Builder
	for _, run := range snippet {
		if run.Match {
			b.WriteString("[" + run.Text + "]")
		} else {
			b.WriteString(run.Text)
		}
	}
	return b.String()
}

func searchable(t *testing.T) (j *Journal, ana, ben notes.PersonID) {
	t.Helper()
	j, _ = newJournal(t)
	ana, ben = addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	addNote(
		t,
		j,
		ana,
		notes.HeldNote,
		"2026-11-20",
		"# Weekly\nTalked about Kafka and e-mail.\ntodo: Kafka plan #lead\nprivate: kafka worries me\n  and secretly more\ntodo Ben: kafka review\n",
	)
	addNote(t, j, ana, notes.HeldNote, "2026-11-06", "Café with Zoë, naïve KAFKAESQUE ideas\r\npraise: KAFKA talk\r\n")
	addNote(t, j, ben, notes.HeldNote, "2026-11-13", "kafka kafka kafka with Ben\ntodo Ana: explain kafka\nmail and an e\n")
	addNote(t, j, 1, notes.JournalNote, "2026-11-21", "nothing of note\n")
	return j, ana, ben
}

func TestSearch(t *testing.T) {
	j, ana, ben := searchable(t)
	for name, c := range map[string]struct {
		q    notes.Query
		want []string // days
		says string   // the first snippet
	}{
		"newest first":           {notes.Query{Text: "kafka", Newest: true}, []string{"2026-11-20", "2026-11-13", "2026-11-06"}, "Talked about [Kafka] and e-mail."},
		"best first":             {notes.Query{Text: "kafka"}, []string{"2026-11-13", "2026-11-20", "2026-11-06"}, "[kafka] [kafka] [kafka] with Ben"},
		"the beginning":          {notes.Query{Text: "k", Newest: true}, []string{"2026-11-20", "2026-11-13", "2026-11-06"}, "Talked about [Kafka] and e-mail."},
		"a whole word":           {notes.Query{Text: "\"kaf\"", Newest: true}, nil, ""},
		"inside of a word":       {notes.Query{Text: "afkaes", Newest: true}, []string{"2026-11-06"}, "Café with Zoë, naïve K[AFKAES]QUE ideas"},
		"without accents":        {notes.Query{Text: "CAFE naive zoe"}, []string{"2026-11-06"}, "[Café] with [Zoë], [naïve] KAFKAESQUE ideas"},
		"with accents":           {notes.Query{Text: "Käfka wèekly"}, []string{"2026-11-20"}, "# [Weekly]"},
		"a word with a hyphen":   {notes.Query{Text: "e-mail"}, []string{"2026-11-20"}, "Talked about Kafka and [e-mail]."},
		"of a person":            {notes.Query{Text: "kafka", Person: ben, Newest: true}, []string{"2026-11-20", "2026-11-13"}, "todo Ben: [kafka] review"},
		"a label":                {notes.Query{Text: "kafka", Label: notes.Todo, Newest: true}, []string{"2026-11-20", "2026-11-13"}, "todo: [Kafka] plan #lead"},
		"a label and a person":   {notes.Query{Text: "kafka", Label: notes.Todo, Person: ana, Newest: true}, []string{"2026-11-20", "2026-11-13"}, "todo: [Kafka] plan #lead"},
		"a label and two words":  {notes.Query{Text: "weekly kafka", Label: notes.Todo}, nil, ""},
		"a tag":                  {notes.Query{Tag: "#Lead"}, []string{"2026-11-20"}, "todo: Kafka plan #lead"},
		"from a day":             {notes.Query{Text: "kafka", From: "2026-11-13", Newest: true}, []string{"2026-11-20", "2026-11-13"}, "Talked about [Kafka] and e-mail."},
		"to a day":               {notes.Query{Text: "kafka", To: "2026-11-13", Newest: true}, []string{"2026-11-13", "2026-11-06"}, "[kafka] [kafka] [kafka] with Ben"},
		"nothing typed":          {notes.Query{Newest: true}, []string{"2026-11-21", "2026-11-20", "2026-11-13", "2026-11-06"}, "nothing of note"},
		"signs alone":            {notes.Query{Text: "\"*(("}, nil, ""},
		"a private line":         {notes.Query{Text: "worries"}, []string{"2026-11-20"}, "private: kafka [worries] me"},
		"shared":                 {notes.Query{Text: "kafka", Person: ana, Shared: true, Newest: true}, []string{"2026-11-20", "2026-11-06"}, "Talked about [Kafka] and e-mail."},
		"shared: private":        {notes.Query{Text: "worries", Person: ana, Shared: true}, nil, ""},
		"shared: below private":  {notes.Query{Text: "secretly", Person: ana, Shared: true}, nil, ""},
		"shared: half hidden":    {notes.Query{Text: "kafka worries", Person: ana, Shared: true}, nil, ""},
		"shared: names others":   {notes.Query{Text: "review", Person: ana, Shared: true}, nil, ""},
		"shared: another's note": {notes.Query{Text: "explain", Person: ana, Shared: true}, nil, ""},
		"shared without person":  {notes.Query{Text: "kafka", Shared: true}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			days, snippets := foundBy(t, j, c.q)
			if !slices.Equal(days, c.want) || len(snippets) > 0 && snippets[0] != c.says {
				t.Errorf("%s: %v %q", name, days, snippets)
			}
		})
	}
}

func TestSearchSaysWhetherThereIsMore(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for i := range 45 {
		addNote(t, j, ana, notes.JournalNote, notes.Date("2026-01-01").AddDays(i), "todo: same words\n")
	}
	for _, q := range []notes.Query{{Text: "same", Newest: true}, {Text: "same"}, {Label: notes.Todo}, {Text: "same", Person: ana, Shared: true}, {}} {
		for limit, want := range map[int]int{0: 20, 44: 44, 45: 45, 100: 45} {
			t.Run(fmt.Sprint(limit), func(t *testing.T) {
				q.Limit = limit
				hits, more, err := j.Search(q)
				if err != nil || len(hits) != want || more != (want < 45) {
					t.Errorf("%+v: %d hits, more %v, %v", q, len(hits), more, err)
				}
			})
		}
	}
}

func TestManyNotesOfOneDayAreAllFound(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	var rows []notes.Row
	for range placesADay + 20 {
		rows = append(rows, notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: "2026-01-01", Body: "same"})
	}
	do(t, j, append(rows, notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: "2026-01-02", Body: "same"})...)
	hits, _, err := j.Search(notes.Query{Text: "same", Newest: true, To: "2026-01-01", Limit: 1000})
	if err != nil || len(hits) != placesADay+20 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
}

func TestAnyTextMayBeSearchedFor(t *testing.T) {
	aloneUnderRace(t)
	j, ana, _ := searchable(t)
	r := rand.New(rand.NewSource(1))
	pieces := []string{
		"\"",
		"“",
		"»",
		"\"kafka",
		"*",
		"NEAR(",
		"NEAR(a b, 5)",
		"AND",
		" OR ",
		"NOT",
		"(",
		")",
		":",
		"body:",
		"who : p2",
		"^",
		"-",
		"+",
		"{a b}",
		"😀",
		"👩‍👩‍👧",
		"é",
		"e\u0301",
		"\x00",
		"\xff\xfe",
		"\n",
		"\t",
		"'",
		"''",
		";--",
		"\\",
		"%",
		"_",
		"kafka",
		"ƀ",
		"ß",
		"ﬁ",
		"Σς",
		"中文",
		"हिन्दी",
		"\u202e",
		"ᦰ",
		"\U000e0001",
		"İ",
	}
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.Intn(5) {
			switch r.Intn(3) {
			case 0:
				b.WriteRune(rune(r.Intn(0x11000)))
			case 1:
				b.WriteByte(byte(r.Intn(256)))
			default:
				b.WriteString(pieces[r.Intn(len(pieces))])
			}
		}
		anything(t, j, notes.Query{Text: b.String(), Newest: r.Intn(2) == 0})
	}
	for _, q := range []notes.Query{
		{Text: strings.Repeat("x", 5000)},
		{Text: strings.Repeat("kafka ", 900)},
		{Text: strings.Repeat("\"", 5000)},
		{Text: "\"" + strings.Repeat("kafka ", 900)},
		{Text: strings.Repeat("\"kafka\"", 900)},
		{Text: strings.Repeat("é-", 2500)},
		{Text: "kafka", Tag: "\"*NEAR("},
		{Text: "kafka", Label: "no such"},
		{Text: "kafka", From: "never", To: "2026-99-99"},
		{Text: "k", Person: ana, Shared: true, Tag: "😀"},
	} {
		anything(t, j, q)
	}
}

func anything(t *testing.T, j *Journal, q notes.Query) {
	t.Helper()
	hits, _, err := j.Search(q)
	if err != nil {
		t.Fatalf("%q: %v", q.Text, err)
	}
	for _, h := range hits {
		for _, l := range h.Lines {
			if said := bracketed(l.Snippet); !utf8.ValidString(said) {
				t.Fatalf("%q: a snippet is cut within a letter: %q", q.Text, said)
			}
		}
	}
}

// TestWordsAreReadAsTheIndexReadsThem asks FTS5 about every letter there is.
func TestWordsAreReadAsTheIndexReadsThem(t *testing.T) {
	j, _ := newJournal(t)
	for _, r := range everyLetter() {
		text := "a" + string(r) + "b"
		words := wordsIn(text)
		for _, w := range words {
			// A word that FTS5 reads as two is an error, since it keeps no positions.
			if _, err := list(j.c, "SELECT rowid FROM search WHERE search MATCH ?", []any{"body : (" + quoted(w) + ")"}, scalar[int64]); err != nil {
				t.Errorf("%q (U+%04X) is read as %q: %v", text, r, words, err)
			}
		}
	}
}

// everyLetter is every letter that isLetter takes for one, thinned out where thousands behave alike.
func everyLetter() []rune {
	var all []rune
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if r >= 0x3400 && r%97 != 0 { // ideographs, syllables and private characters
			continue
		}
		if isLetter(r) {
			all = append(all, r)
		}
	}
	return all
}

func TestAWordIsFoundHoweverItIsAccented(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	words := []string{"Zoë", "zoe\u0308", "ÅNGSTRÖM", "façade", "Ωmega", "ΣΊΣΥΦΟΣ", "Ёлка", "straße", "Øre", "İzmir", "ﬁn", "naïve"}
	for i, w := range words {
		addNote(t, j, ana, notes.JournalNote, notes.Date("2026-01-01").AddDays(i), "x "+w+" y")
	}
	for _, w := range words {
		for _, as := range []string{w, strings.ToLower(w), w[:len(w)-1]} {
			hits, _, err := j.Search(notes.Query{Text: as})
			if err != nil || len(hits) == 0 && utf8.ValidString(as) {
				t.Errorf("%q as %q: %d hits, %v", w, as, len(hits), err)
			}
		}
	}
}
