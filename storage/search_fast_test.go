package storage

import (
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/storage/storagetest"
)

// TestAWiderQuestionFindsTheSame searches with every beginning taken for a frequent one, with the first word taken for a usual one,
// and with none.
func TestAWiderQuestionFindsTheSame(t *testing.T) {
	aloneUnderRace(t)
	j, ana, _ := searchable(t)
	w, r := storagetest.NewWriter(3), rand.New(rand.NewSource(4))
	words := w.Words[:60] // so few that some are in most notes, and beginnings are shared
	var rows []notes.Row
	for i := range 150 {
		var b strings.Builder
		for range 12 {
			b.WriteString(words[min(r.Intn(60), r.Intn(60))] + []string{" ", "-", "\n", "\ntodo: ", "\nprivate: "}[r.Intn(5)])
		}
		rows = append(rows, notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: notes.Date("2026-01-01").AddDays(i / 3), Body: b.String()})
	}
	do(t, j, rows...)
	wide := 0
	for range 600 {
		q := notes.Query{Text: words[r.Intn(60)], Newest: r.Intn(2) == 0, Limit: 1 + r.Intn(30), Shared: r.Intn(4) == 0}
		q.Text = q.Text[:1+r.Intn(len(q.Text))]
		if r.Intn(2) == 0 {
			q.Text = words[r.Intn(60)] + []string{" ", "-"}[r.Intn(2)] + q.Text
		}
		if r.Intn(4) == 0 {
			q.Text = `"` + q.Text
		}
		if q.Shared || r.Intn(4) == 0 {
			q.Person = ana
		}
		if r.Intn(4) == 0 {
			q.From, q.To = "2026-01-10", "2026-02-20"
		}
		var found [3][]notes.Hit
		var more [3]bool
		first, _, _ := strings.Cut(strings.TrimPrefix(q.Text, `"`), " ")
		for i, often := range []frequent{{}, everyBeginning(q.Text), {}} {
			var err error
			j.frequent, j.usual = often, frequent{}
			if i == 2 {
				j.usual = everyBeginning(first)
				if _, ok := asked(termsOf(q.Text)).without(j.usual); ok {
					wide++
				}
			}
			if found[i], more[i], err = j.Search(q); err != nil {
				t.Fatal(err)
			}
		}
		for i := range found[1:] {
			if !reflect.DeepEqual(found[0], found[1+i]) || more[0] != more[1+i] {
				t.Fatalf("%+v: %d hits, more %v, or %d hits, more %v", q, len(found[0]), more[0], len(found[1+i]), more[1+i])
			}
		}
	}
	if wide < 50 {
		t.Errorf("only %d searches asked for less", wide)
	}
}

func everyBeginning(text string) frequent {
	all := frequent{}
	for _, w := range wordsIn(text) {
		all[foldWord(w)] = true
	}
	return all
}

func TestWhatIsFrequent(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for i := range 10 {
		body := "Kafka " + map[bool]string{true: "seldom"}[i == 0]
		addNote(t, j, ana, notes.JournalNote, notes.Date("2026-01-01").AddDays(i), body)
	}
	often, err := j.readFrequent()
	if want := (frequent{"kafk": true, "kafka": true}); err != nil || !reflect.DeepEqual(often, want) {
		t.Errorf("%v, %v", often, err)
	}
	if want := (frequent{"k": true, "ka": true, "kaf": true, "kafk": true, "kafka": true}); !reflect.DeepEqual(j.usual, want) {
		t.Errorf("usual: %v", j.usual)
	}
}

// TestPlainWordsAreFoldedAlike holds that the index and foldWord agree on what a word of plain letters is the beginning of.
func TestPlainWordsAreFoldedAlike(t *testing.T) {
	aloneUnderRace(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	var rows []notes.Row
	letters := map[notes.Date]rune{}
	for _, r := range everyLetter() {
		if allASCII(foldWord(string(r))) {
			day := notes.Date("2026-01-01").AddDays(-len(rows))
			letters[day] = r
			rows = append(rows, notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: day, Body: "xyzz" + string(r) + "x"})
		}
	}
	do(t, j, rows...)
	for c := byte('0'); c <= 'z'; c++ {
		if !asciiLetters[c] || c >= 'A' && c <= 'Z' {
			continue
		}
		found := must[[]notes.Date](t)(list(j.c, "SELECT n.date FROM search s JOIN note n ON n.search_id = s.rowid WHERE search MATCH ?",
			[]any{fmt.Sprintf(`body : ("xyzz%c" *)`, c)}, scalar[notes.Date]))
		for day, r := range letters {
			t.Run(string(day), func(t *testing.T) {
				if folds := strings.HasPrefix(foldWord(string(r))+"x", string(c)); folds != slices.Contains(found, day) {
					t.Errorf("%q (U+%04X) is folded to %q: %v, and found so: %v", r, r, c, folds, !folds)
				}
			})
		}
	}
}

// TestMatchesAreFoundInEveryWord holds the finder's way through a text to going from word to word.
func TestMatchesAreFoundInEveryWord(t *testing.T) {
	aloneUnderRace(t)
	r := rand.New(rand.NewSource(5))
	pieces := []string{
		"a",
		"e",
		"E",
		"b",
		"ab",
		"1",
		" ",
		"-",
		"é",
		"e\u0301",
		"\u0301",
		"É",
		"ё",
		"中",
		"😀",
		"\xff",
		"\xc3",
		"ﬁ",
		"\n",
		"’",
		"\u202e",
	}
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(pieces[r.Intn(len(pieces))])
		}
		return b.String()
	}
	for range 20_000 {
		f, in := newFinder(termsOf(text(1+r.Intn(4)))), text(r.Intn(30))
		var want []hitSpan
		for w, ok := nextWord(in, 0); ok && len(f.terms) > 0; w, ok = nextWord(in, w.to) {
			want = f.at(want, in, w.from)
		}
		if got := f.in(in); !slices.Equal(got, want) {
			t.Fatalf("%+v in %q: %v, not %v", f.terms, in, got, want)
		}
	}
}

// TestReadingOnChangesNeitherRankNorLines holds that what stands behind enough matches is not missed: a text counts as much
// and the same lines of it are shown.
func TestReadingOnChangesNeitherRankNorLines(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	pieces := []string{"ab", "abc", "AB", "é", " ", " ", "-", "\n", "\n", "x"}
	read := func(f *finder, body string) (said bool, points int, lines []string) {
		n := found{text: markedText{body: body}}
		if !f.mark(&n.text) {
			return false, 0, nil
		}
		points = int(f.relevance(candidate{found: n}))
		f.markRest(&n.text)
		n.text.findLines()
		for line, terms := range n.text.saying() {
			lines = append(lines, fmt.Sprint(line, terms, n.text.snippet(line)))
		}
		return true, points, lines
	}
	cut := 0
	for range 5_000 {
		var b strings.Builder
		for range r.Intn(60) {
			b.WriteString(pieces[r.Intn(len(pieces))])
		}
		all, some := newFinder(termsOf("ab")), newFinder(termsOf("ab"))
		some.enough = scored
		said, points, shown := read(all, b.String())
		gotSaid, gotPoints, gotShown := read(some, b.String())
		if gotSaid != said || gotPoints != points || !reflect.DeepEqual(gotShown, shown) {
			t.Fatalf("%q: %v %d %v, not %v %d %v", b.String(), gotSaid, gotPoints, gotShown, said, points, shown)
		}
		if len(some.room) < len(all.room) {
			cut++
		}
	}
	if cut < 100 {
		t.Errorf("only %d texts were not read to their end", cut)
	}
}

// TestEveryFiledLineMayBeOne reads the lines of which the documentation tells what is filed from them.
func TestEveryFiledLineMayBeOne(t *testing.T) {
	doc, err := os.ReadFile("../docs/LABELS.md")
	if err != nil {
		t.Fatal(err)
	}
	in := notes.Context{Date: "2026-11-23", Person: 2, Me: 1, Names: notes.NewNames([]notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"}, {ID: 2, Name: "Ana Ruiz"}, {ID: 3, Name: "Ben Okoro"}, {ID: 4, Name: "Chidi Eze"},
	})}
	filed := 0
	for _, span := range strings.Split(string(doc), "`") {
		for _, it := range notes.Parse(span, in) {
			if filed++; !mayBeFiled(it.Raw) {
				t.Errorf("%q is filed", it.Raw)
			}
		}
	}
	if filed < 100 {
		t.Errorf("only %d lines were read", filed)
	}
}
