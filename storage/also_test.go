package storage

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestWordsAreFoundHoweverTheyAreSpelt(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	day := notes.Date("2026-01-01")
	for _, c := range []struct{ said, typed, match string }{
		{"Łukasz came", "lukasz", "Łukasz"},
		{"in Łódź", "lodz", "Łódź"},
		{"a GROẞ and groß day", "gross", "GROẞ"},
		{"Ørsted wind", "ørsted", "Ørsted"},
		{"Ørsted wind", "orst", "Ørsted"},
		{"met Αθηνά", "αθηνα", "Αθηνά"},
		{"met αθηνα", "Αθηνά", "αθηνα"},
		{"Işık and ışık", "isik", "Işık"},
		{"IZMIR", "ızmır", "IZMIR"},
		{"a ﬁne day", "fine", "ﬁne"},
		{"Ёлка", "елка", "Ёлка"},
		{"per\u00adfor\u00admance", "performance", "per\u00adfor\u00admance"},
		{"Jose\u0301", "josé", "Jose\u0301"},
		{"OʼNeil", "o'neil", "OʼNeil"},
		{"the on-call rota", "oncall", "on-call"},
		{"the on‑call rota", "onca", "on‑call"},
		{"an e-mail", "email", "e-mail"},
		{"a follow-up-call", "followupcall", "follow-up-call"},
		{"Łódź-Łęg road", "lodzleg", "Łódź-Łęg"},
		{"مُحَمَّد", "محمد", "مُحَمَّد"},
	} {
		t.Run(c.said+" "+c.typed, func(t *testing.T) {
			day = day.AddDays(1)
			id := addNote(t, j, ana, notes.JournalNote, day, "x "+c.said+" y")
			for _, newest := range []bool{true, false} {
				hits, _, err := j.Search(notes.Query{Text: c.typed, Newest: newest, From: day, To: day})
				if err != nil || len(hits) != 1 {
					t.Fatalf("%d hits, %v", len(hits), err)
				}
				marked := ""
				for _, run := range hits[0].Lines[0].Snippet {
					if run.Match && marked == "" {
						marked = run.Text
					}
				}
				if marked != c.match {
					t.Errorf("%q is marked", marked)
				}
			}
			n := must[notes.Note](t)(j.Note(id))
			if _, err := j.SaveBody(id, n.Rev, "nothing"); err != nil {
				t.Fatal(err)
			}
			if hits, _, err := j.Search(notes.Query{Text: c.typed, From: day, To: day}); err != nil || len(hits) != 0 {
				t.Errorf("%d hits after it was taken out, %v", len(hits), err)
			}
		})
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
	if err := j.Rebuild(); err != nil {
		t.Error(err)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestWhatIsNoCompoundIsNotJoined(t *testing.T) {
	for _, body := range []string{
		"plain text, nothing more", "a - b", "2026-11-20", "the-long-road-to-nowhere", "x2-y3", "- list\n-list",
		"dinner – or not", "“quoted” text…", "café naïve Zoë",
		"МОСКВА Ωmega", "end-\nof-",
	} {
		t.Run(body, func(t *testing.T) {
			if got := alsoOf(body); got != "" {
				t.Errorf("%q also says %q", body, got)
			}
		})
	}
}

// TestEveryLetterIsFoundAsItFolds asks the index, with what it is given besides, about every letter there is.
func TestEveryLetterIsFoundAsItFolds(t *testing.T) {
	aloneUnderRace(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	var rows []notes.Row
	letters := everyLetter()
	const aNote = 40 // letters of a note
	for i := 0; i < len(letters); i += aNote {
		var b strings.Builder
		for _, r := range letters[i:min(i+aNote, len(letters))] {
			b.WriteString("qa" + string(r) + "b ")
		}
		rows = append(rows, notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: notes.Date("1990-01-01").AddDays(i), Body: b.String()})
	}
	do(t, j, rows...)
	for i, r := range letters {
		day := notes.Date("1990-01-01").AddDays(i / aNote * aNote)
		word := "qa" + string(r) + "b"
		if i%9 > 0 && notes.Fold(string(r)) == string(r) {
			continue // thinned out: the index keeps it as it is
		}
		for _, typed := range []string{word, notes.Fold(word)} {
			if len(wordsIn(typed)) > 1 {
				continue // a vowel sign of its own divides the word, as it does in the text
			}
			hits, _, err := j.Search(notes.Query{Text: typed, From: day, To: day})
			if err != nil || len(hits) != 1 {
				t.Errorf("%q (U+%04X): %d hits, %v", typed, r, len(hits), err)
			}
		}
	}
}
