package storage

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// naive reads every note and looks at every line, as a search does it that has no index: term by term, word by word.
type naive struct {
	q       notes.Query
	terms   []term
	without []term
}

// says reports how a line says a term: 2 as a word or the beginning of one, 1 inside a word, 0 not at all.
func (n naive) says(line string, t term) int {
	inside := 0
	for w, ok := nextWord(line, 0); ok; w, ok = nextWord(line, w.to) {
		if _, _, ok := t.at(line, w); ok {
			return 2
		}
		if word := line[w.from:w.to]; t.inside && !aloneWord(word) && strings.Contains(foldWord(word), t.folds[0]) {
			inside = 1
		}
	}
	return inside
}

// naiveNote is a note with what is filed from it.
type naiveNote struct {
	notes.Note
	filed []notes.Filed
}

func (n naive) may(note naiveNote, hidden []bool, line int) bool {
	q := n.q
	foreign := q.Person != 0 && note.Person != q.Person
	asked := q.Label == "" && len(q.AllTags()) == 0 && !foreign
	for _, f := range note.filed {
		if f.Line != line {
			continue
		}
		if q.Shared && f.Person != q.Person || slices.Contains(q.Not.Labels, f.Label) || slices.Contains(q.Not.People, f.Person) {
			return false
		}
		fits := (q.Person == 0 || f.Person == q.Person) && (q.Label == "" || f.Label == q.Label)
		for _, tag := range q.Not.Tags {
			if slices.Contains(f.Tags, tag) {
				return false
			}
		}
		for _, tag := range q.AllTags() {
			fits = fits && slices.Contains(f.Tags, tag)
		}
		asked = asked || fits
	}
	return asked && !(q.Shared && (foreign || hidden[line-1]))
}

// lines are those of a note that are found, sorted, and how it says everything: 2 as words, 1 with some inside of words.
func (n naive) lines(note naiveNote) (found []int, how int) {
	q := n.q
	if slices.Contains(q.Not.People, note.Person) || q.From != "" && note.Date < q.From || q.To != "" && note.Date > q.To {
		return nil, 0
	}
	items := q.Label != "" || len(q.AllTags()) > 0
	hidden := notes.Hidden(note.Body)
	var all, allInside, some, any []int
	best := make([]int, len(n.terms))
	for i, line := range strings.Split(note.Body, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if !n.may(note, hidden, i+1) {
			continue
		}
		if slices.ContainsFunc(n.without, func(t term) bool { return n.says(line, t) == 2 }) {
			if !items {
				return nil, 0
			}
			continue
		}
		least, most := 2, 0
		for k, t := range n.terms {
			said := n.says(line, t)
			best[k] = max(best[k], said)
			least, most = min(least, said), max(most, said)
		}
		switch {
		case len(n.terms) == 0:
			if strings.TrimSpace(line) != "" {
				all = append(all, i+1)
			}
		case least == 2:
			all = append(all, i+1)
		case least == 1:
			allInside = append(allInside, i+1)
		case most == 2:
			some, any = append(some, i+1), append(any, i+1)
		case most == 1:
			any = append(any, i+1)
		}
	}
	how = 2
	for _, said := range best {
		how = min(how, said)
	}
	switch {
	case len(n.terms) == 0 && len(all) > 0 && !items && (q.Person == 0 || note.Person == q.Person):
		return all[:1], 2
	case items && len(all) == 0 && len(n.terms) > 0:
		how = min(how, 1)
	}
	found = append(all, allInside...)
	switch {
	case len(found) > 0 || items:
	case how == 2:
		found = some
	default:
		found = any
	}
	if how == 0 || len(found) == 0 {
		return nil, 0
	}
	slices.Sort(found)
	return found, how
}

// anyNote is a text in which searched words stand whole, begun, inside of others, hidden, filed and left alone.
func anyNote(r *rand.Rand) string {
	words := []string{
		"board", "onboarding", "Board", "boards", "kafka", "Kafka,", "on-call", "oncall", "Café", "cafe\u0301", "straße", "Łódź", "C++", "C#",
		"c",
		"#123", "123", "24/7", "24", "#hiring", "#ops", "R&D", "e-mail", "招聘", "我们用Kafka招聘", "会議を開く", "ประชุม", "👍", "👍🏽", "Ana", "Ben",
		"abo", "ab", "x", "“exact words”", "exact, words", "naïveboard", "ﬁn", "ʼkafka", "Ωboard",
	}
	starts := []string{
		"", "", "", "todo: ", "praise: ", "private: ", "todo Ben: ", "praise Ana: ", "idea: ", "- ", "# ", "  ", "decided Ana, Ben: ",
	}
	var b strings.Builder
	for range 1 + r.Intn(6) {
		b.WriteString(starts[r.Intn(len(starts))])
		for range r.Intn(5) {
			b.WriteString(words[r.Intn(len(words))] + []string{" ", " ", ", ", "-"}[r.Intn(4)])
		}
		b.WriteString([]string{"\n", "\n", "\r\n", "\n\n"}[r.Intn(4)])
	}
	return b.String()
}

var naiveTexts = []string{
	"board", "boa", "oard", "o", "ab", "kafka", "KAFKA ", "afk", "oncall", "on-call", "nca", "cafe", "afe", "strasse", "rass", "lodz", "odz",
	"c++", "C+",
	"c#", "c", "#123", "123", "#12", "24/7", "24", "#hiring", "hiring", "r&d", "e-mail", "mail", "招", "招聘", "聘", "用kafka", "会議", "議を", "ะช",
	"ประ", "👍",
	`"exact words"`, `"exact wo`, `"board"`, "ana", "kafka board", "board oard", "b kafka", "招聘 board", "", "", "zzz", "fin", "ωboa", "*", "in",
}

func anyNaiveQuery(r *rand.Rand, ana, ben notes.PersonID) (q notes.Query) {
	one := func(n int) bool { return r.Intn(n) == 0 }
	q = notes.Query{Text: naiveTexts[r.Intn(len(naiveTexts))], Newest: one(2), Limit: 1000, Lines: 1000}
	if one(3) {
		q.Person = []notes.PersonID{ana, ben}[r.Intn(2)]
		q.Shared = one(2)
	}
	if one(4) {
		q.Label = []notes.Label{notes.Todo, notes.Praise, notes.Decided}[r.Intn(3)]
	}
	if one(5) {
		q.Tags = [][]string{{"hiring"}, {"ops"}, {"hiring", "ops"}}[r.Intn(3)]
	}
	if one(4) {
		q.From, q.To = "2026-01-05", "2026-01-20"
	}
	if one(4) {
		q.Not.Text = []string{"kafka", "board", `"exact words"`, "c++", "招", "oncall", "board kafka", "strasse"}[r.Intn(8)]
	}
	if one(6) {
		q.Not.Labels = []notes.Label{notes.Todo}
	}
	if one(6) {
		q.Not.Tags = []string{"ops"}
	}
	if one(8) {
		q.Not.People = []notes.PersonID{ben}
	}
	return q
}

// TestSearchFindsWhatANaiveReadingFinds searches random journals, with notes in and out of the trash, with words that wait to
// be taken and without, and holds every note and line that is found, and their order, against reading all of it.
func TestSearchFindsWhatANaiveReadingFinds(t *testing.T) {
	aloneUnderRace(t)
	found := 0
	for seed := range 3 {
		r := rand.New(rand.NewSource(int64(seed)))
		j, _ := newJournal(t)
		ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
		var ids []notes.NoteID
		for i := range 60 {
			who := []notes.PersonID{ana, ben, 1}[r.Intn(3)]
			ids = append(ids, addNote(t, j, who, notes.JournalNote, notes.Date("2026-01-01").AddDays(i/2), anyNote(r)))
			if i%20 == 19 {
				if err := j.Idle(); err != nil {
					t.Fatal(err)
				}
			}
		}
		for round := range 3 {
			if round > 0 {
				ids = changeSome(t, j, r, ids)
			}
			all := everyNaiveNote(t, j, ids)
			for range 250 {
				found += holdAgainstNaive(t, j, anyNaiveQuery(r, ana, ben), all)
			}
		}
		if err := j.CheckIndex(); err != nil {
			t.Error(err)
		}
	}
	if found < 2500 {
		t.Errorf("only %d notes were found", found)
	}
}

// changeSome rewrites some notes, puts some into the trash and deletes some for good; it returns those that are left.
func changeSome(t *testing.T, j *Journal, r *rand.Rand, ids []notes.NoteID) (left []notes.NoteID) {
	t.Helper()
	for _, id := range ids {
		switch r.Intn(6) {
		case 0:
			n := must[notes.Note](t)(j.Note(id))
			if _, err := j.SaveBody(id, n.Rev, anyNote(r)); err != nil {
				t.Fatal(err)
			}
		case 1:
			do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(id)})
			if r.Intn(2) == 0 {
				do(t, j, notes.Restore{Kind: notes.KindNote, ID: int64(id)})
				break
			}
			if r.Intn(2) == 0 {
				do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(id)})
			}
			continue
		}
		left = append(left, id)
	}
	if r.Intn(2) == 0 {
		if err := j.Idle(); err != nil {
			t.Fatal(err)
		}
	}
	return left
}

func everyNaiveNote(t *testing.T, j *Journal, ids []notes.NoteID) (all []naiveNote) {
	t.Helper()
	for _, id := range ids {
		all = append(all, naiveNote{must[notes.Note](t)(j.Note(id)), must[[]notes.Filed](t)(j.FiledFrom(id))})
	}
	return all
}

func holdAgainstNaive(t *testing.T, j *Journal, q notes.Query, all []naiveNote) (found int) {
	t.Helper()
	hits, _, err := j.Search(q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	n := naive{q: q, terms: termsOf(q.Text), without: wholeTermsOf(q.Not.Text)}
	got, want := map[notes.NoteID]string{}, map[notes.NoteID]string{}
	how := map[notes.NoteID]int{}
	for _, note := range all {
		if len(n.terms) == 0 && !blankQuery(q.Text) {
			break
		}
		if lines, as := n.lines(note); as > 0 {
			want[note.ID], how[note.ID] = fmt.Sprint(lines), as
		}
	}
	last, day := 2, notes.Date("9999-12-31")
	for _, h := range hits {
		var lines []int
		for _, l := range h.Lines {
			lines = append(lines, l.Line)
		}
		slices.Sort(lines)
		got[h.ID] = fmt.Sprint(lines)
		as, ok := how[h.ID]
		if !ok { // a blank note, where nothing but days are looked for
			continue
		}
		if as > last || as == last && q.Newest && h.Date > day {
			t.Errorf("%+v: a note of %s that says it as %d stands behind one of %s as %d", q, h.Date, as, day, last)
		}
		last, day = as, h.Date
	}
	for _, note := range all {
		if body := note.Body; got[note.ID] != want[note.ID] && !(strings.TrimSpace(body) == "" && len(n.terms) == 0) {
			t.Errorf("%+v: of\n%s\n(person %d) lines %s are found, not %s", q, body, note.Person, got[note.ID], want[note.ID])
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return len(hits)
}
