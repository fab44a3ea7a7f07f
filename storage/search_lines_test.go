package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// linesFound are the lines that a query finds, each with its number, matches in brackets, a note from the next by "--".
func linesFound(t *testing.T, j *Journal, q notes.Query) (lines []string) {
	t.Helper()
	hits, _, err := j.Search(q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	for i, h := range hits {
		if i > 0 {
			lines = append(lines, "--")
		}
		for _, l := range h.Lines {
			lines = append(lines, fmt.Sprint(l.Line, " ", bracketed(l.Snippet)))
		}
		if h.More > 0 {
			lines = append(lines, fmt.Sprint("and ", h.More))
		}
	}
	return lines
}

func TestEveryLineThatMatchesIsFound(t *testing.T) {
	j, ana, ben := searchable(t)
	for name, c := range map[string]struct {
		q    notes.Query
		want []string
	}{
		"a word, note by note": {notes.Query{Text: "kafka", Newest: true}, []string{
			"2 Talked about [Kafka] and e-mail.", "3 todo: [Kafka] plan #lead", "4 private: [kafka] worries me", "6 todo Ben: [kafka] review", "--",
			"1 [kafka] [kafka] [kafka] with Ben", "2 todo Ana: explain [kafka]", "--",
			"1 Café with Zoë, naïve [KAFKAESQUE] ideas", "2 praise: [KAFKA] talk",
		}},
		"two words, where lines say both":  {notes.Query{Text: "kafka ben", Newest: true}, []string{"6 todo [Ben]: [kafka] review", "--", "1 [kafka] [kafka] [kafka] with [Ben]"}},
		"two words, where no line does":    {notes.Query{Text: "weekly review"}, []string{"1 # [Weekly]", "6 todo Ben: kafka [review]"}},
		"of a person, in another's note":   {notes.Query{Text: "kafka", Person: ana, Newest: true, From: "2026-11-13", To: "2026-11-13"}, []string{"2 todo Ana: explain [kafka]"}},
		"a label":                          {notes.Query{Text: "kafka", Label: notes.Todo, Newest: true, From: "2026-11-20"}, []string{"3 todo: [Kafka] plan #lead", "6 todo Ben: [kafka] review"}},
		"a label alone":                    {notes.Query{Label: notes.Todo, Newest: true, From: "2026-11-20"}, []string{"3 todo: Kafka plan #lead", "6 todo Ben: kafka review"}},
		"a day alone":                      {notes.Query{From: "2026-11-21"}, []string{"1 nothing of note"}},
		"shared":                           {notes.Query{Text: "kafka", Person: ana, Shared: true, From: "2026-11-20"}, []string{"2 Talked about [Kafka] and e-mail.", "3 todo: [Kafka] plan #lead"}},
		"shared, the other one":            {notes.Query{Text: "kafka", Person: ben, Shared: true}, []string{"1 [kafka] [kafka] [kafka] with Ben"}},
		"shared, what goes on in a hidden": {notes.Query{Text: "me-and", Person: ana, Shared: true}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := linesFound(t, j, c.q); !slices.Equal(got, c.want) {
				t.Errorf("found\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestAFiledLineComesWithItsItem(t *testing.T) {
	j, _, _ := searchable(t)
	for _, q := range []notes.Query{{Text: "kafka", From: "2026-11-20"}, {Text: "kafka", Label: notes.Todo, From: "2026-11-20"}} {
		t.Run(string(q.Label), func(t *testing.T) {
			hits, _, err := j.Search(q)
			if err != nil || len(hits) != 1 {
				t.Fatalf("%+v, %v", hits, err)
			}
			for _, l := range hits[0].Lines {
				if filed := l.Line == 3 || l.Line == 6; filed != (l.Item != nil) || filed && l.Item.Label != notes.Todo {
					t.Errorf("line %d: %+v", l.Line, l.Item)
				}
			}
		})
	}
}

func TestANoteWithVeryManyLinesShowsSome(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	many := addNote(t, j, ana, notes.JournalNote, "2026-01-02", strings.Repeat("todo: same words\nand between\n", 40))
	addNote(t, j, ana, notes.JournalNote, "2026-01-01", strings.Repeat("same words\n", fewLines+1))
	for name, c := range map[string]struct {
		q           notes.Query
		lines, more []int
	}{
		"some":             {notes.Query{Text: "same"}, []int{fewLines, fewLines + 1}, []int{40 - fewLines, 0}},
		"newest first":     {notes.Query{Text: "same", Newest: true}, []int{fewLines, fewLines + 1}, []int{40 - fewLines, 0}},
		"a label":          {notes.Query{Label: notes.Todo}, []int{fewLines}, []int{40 - fewLines}},
		"one is asked for": {notes.Query{Text: "same", Lines: 1}, []int{1, 1}, []int{39, fewLines}},
		"unfolded":         {notes.Query{Text: "same", Unfolded: map[notes.NoteID]int{many: 1000}}, []int{40, fewLines + 1}, []int{0, 0}},
		"unfolded by so many": {
			notes.Query{Text: "same", Unfolded: map[notes.NoteID]int{many: 30}}, []int{30, fewLines + 1}, []int{10, 0},
		},
		"unfolded, all but the last": {notes.Query{Text: "same", Unfolded: map[notes.NoteID]int{many: 39}}, []int{40, fewLines + 1}, []int{0, 0}},
		"shared":                     {notes.Query{Text: "same", Person: ana, Shared: true, Lines: 2}, []int{2, 2}, []int{38, fewLines - 1}},
	} {
		t.Run(name, func(t *testing.T) {
			hits, _, err := j.Search(c.q)
			var lines, more []int
			for _, h := range hits {
				lines, more = append(lines, len(h.Lines)), append(more, h.More)
				for i, l := range h.Lines {
					if next := 1 + i*2; h.ID == many && (l.Line != next || l.Item == nil) {
						t.Errorf("line %d is %+v", next, l)
					}
				}
			}
			if err != nil || !slices.Equal(lines, c.lines) || !slices.Equal(more, c.more) {
				t.Errorf("%v lines, %v more, %v", lines, more, err)
			}
		})
	}
}

func TestQuotesSearchAPhrase(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", strings.Join([]string{
		"the on-call rota for Łódź", "rota on call", "on the call, a rota", "calls on rota",
		"On call; Rota!", "the on", "call rota", "an oncall rota",
	}, "\n")+"\nprivate: his on call\n  rota\n")
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{`"on call rota"`, []string{"1 the [on-call rota] for Łódź", "5 [On call; Rota]!"}},
		{`"ON-CALL rota"`, []string{"1 the [on-call rota] for Łódź", "5 [On call; Rota]!"}},
		{`"oncall rota"`, []string{"1 the [on-call rota] for Łódź", "8 an [oncall rota]"}},
		{`"rota for lodz"`, []string{"1 the on-call [rota for Łódź]"}},
		{`„rota for lodz“`, []string{"1 the on-call [rota for Łódź]"}},
		{`«rota for lodz»`, []string{"1 the on-call [rota for Łódź]"}},
		{`"rota for lo`, []string{"1 the on-call [rota for Łódź]"}},
		{`"rota for lo"`, nil},
		{`"rota for lo `, nil},
		{`"call rota`, []string{"1 the on-[call rota] for Łódź", "5 On [call; Rota]!", "7 [call rota]"}},
		{`"oncall ro`, []string{"1 the [on-call rota] for Łódź", "8 an [oncall rota]"}},
		{`"the onc`, []string{"1 [the on-call] rota for Łódź"}},
		{`"rota call"`, nil},
		{`"rota"`, []string{
			"1 the on-call [rota] for Łódź", "2 [rota] on call", "3 on the call, a [rota]", "and 5",
		}},
		{`"calls"`, []string{"4 [calls] on rota"}},
		{`lodz "on call"`, []string{"1 the [on-call] rota for [Łódź]"}},
		{`"on call" lo`, []string{"1 the [on-call] rota for [Łódź]"}},
		{`"on call""rota for"`, []string{"1 the [on-call] [rota for] Łódź"}},
		{`"on the" "call`, []string{"3 [on the] [call], a rota"}},
		{`"the on call rota for lodz rota"`, nil}, // over the end of a line
		{`"call rota" "calls on"`, []string{"1 the on-[call rota] for Łódź", "4 [calls on] rota", "5 On [call; Rota]!", "7 [call rota]"}},
	} {
		t.Run(c.typed, func(t *testing.T) {
			for _, newest := range []bool{true, false} {
				if got := linesFound(t, j, notes.Query{Text: c.typed, Newest: newest}); !slices.Equal(got, c.want) {
					t.Errorf("found\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
				}
			}
		})
	}
	for _, typed := range []string{`"his on"`, `"call rota" his`, `rota-private`, `"rota private"`, `"on call rota private"`} {
		t.Run("beside her "+typed, func(t *testing.T) {
			if got := linesFound(t, j, notes.Query{Text: typed, Person: ana, Shared: true}); got != nil {
				t.Errorf("found %q", got)
			}
		})
	}
}

// TestWhatFollowsInAHiddenLineIsNotTold looks for words of which the first ends a line that may be seen, and the next
// begins one that may not.
func TestWhatFollowsInAHiddenLineIsNotTold(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "we spoke of her\r\nprivate: pay\n")
	for _, typed := range []string{"her-private", `"her private"`, `"spoke of her priv`} {
		for _, shared := range []bool{true, false} {
			t.Run(fmt.Sprint(typed, shared), func(t *testing.T) {
				if got := linesFound(t, j, notes.Query{Text: typed, Person: ana, Shared: shared}); got != nil {
					t.Errorf("found %q", got)
				}
			})
		}
	}
}
