// Package storagetest makes journals of any size for benchmarks: the same notes each time.
package storagetest

import (
	"fmt"
	"math"
	"math/rand"
	"strings"

	"handback/notes"
)

// people is how many reports the journal has.
const people = 12

// Writer makes notes that look like a manager's: prose of words with the frequencies of a language, headings, and some
// labelled lines.
type Writer struct {
	rand  *rand.Rand
	Words []string // from the most frequent to the rarest
	cum   []float64
}

// NewWriter is a writer; the same seed makes the same notes.
func NewWriter(seed int64) *Writer {
	w := &Writer{rand: rand.New(rand.NewSource(seed))}
	seen := map[string]bool{}
	syllables := strings.Fields(
		"ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo",
	)
	for len(w.Words) < 20000 {
		var b strings.Builder
		for range 1 + len(w.Words)/2000 + w.rand.Intn(3) {
			b.WriteString(syllables[w.rand.Intn(len(syllables))])
		}
		word := b.String()
		if len(word) > 14 {
			word = word[:14]
		}
		if !seen[word] {
			seen[word] = true
			w.Words = append(w.Words, word)
		}
	}
	sum := 0.0
	for i := range w.Words {
		sum += 1 / math.Pow(float64(i+2), 1.05)
		w.cum = append(w.cum, sum)
	}
	return w
}

// Word draws a word as often as Zipf's law has it.
func (w *Writer) Word() string {
	x := w.rand.Float64() * w.cum[len(w.cum)-1]
	lo, hi := 0, len(w.cum)-1
	for lo < hi {
		if mid := (lo + hi) / 2; w.cum[mid] < x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return w.Words[lo]
}

// Sentence is n words.
func (w *Writer) Sentence(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = w.Word()
	}
	return strings.Join(words, " ")
}

// Note is about 2 KB. What it asks for is closed where the note is old: a manager's journal has some open lines a
// person, not thousands.
func (w *Writer) Note(old bool) string {
	done, said, met, answered := "", "", "", ""
	if old {
		done, said, met, answered = " (done)", " (said)", " (met)", " (answered)"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", w.Sentence(3))
	for _, line := range []string{
		"todo: " + w.Sentence(5) + " #" + w.Words[300+w.rand.Intn(40)] + " by next Fri" + done,
		"todo me: " + w.Sentence(4) + done,
		"decided we: " + w.Sentence(6),
		"praise: " + w.Sentence(4) + " — " + w.Sentence(5) + " — " + w.Sentence(4) + said,
		"topic: " + w.Sentence(4) + answered,
		"need: " + w.Sentence(4) + met,
		"idea: " + w.Sentence(5) + map[bool]string{true: " (adopted)", false: ""}[old],
	} {
		if w.rand.Intn(2) == 0 {
			b.WriteString(line + "\n")
		}
	}
	for b.Len() < 2000 {
		fmt.Fprintf(&b, "%s.\n", w.Sentence(12+w.rand.Intn(14)))
	}
	return b.String()
}

// Fill writes n notes about the people, weekly where ten years are enough for that and closer where not, and returns
// how many bytes of text they hold.
func Fill(j notes.Journal, n int, today notes.Date) (text int64, err error) {
	if err := addPeople(j, today); err != nil || n == 0 {
		return 0, err
	}
	all, err := j.People()
	if err != nil {
		return 0, err
	}
	var reports []notes.PersonID
	for _, p := range all {
		if p.Kind == notes.KindReport {
			reports = append(reports, p.ID)
		}
	}
	daysApart := math.Min(7, 3650/(float64(n)/people))
	w := NewWriter(1)
	var change notes.Change
	for i := range n {
		age := (n - 1 - i) / people // one-on-ones ago
		day := today.AddDays(-1 - int(float64(age)*daysApart))
		row := notes.NewNote{Person: reports[i%people], Kind: notes.HeldNote, Date: day, Body: w.Note(age > 2)}
		text += int64(len(row.Body))
		change.Rows = append(change.Rows, row)
		if len(change.Rows) == 500 || i == n-1 {
			if _, err := j.Apply(change); err != nil {
				return 0, err
			}
			change = notes.Change{}
		}
	}
	return text, nil
}

func addPeople(j notes.Journal, today notes.Date) error {
	var change notes.Change
	for i, name := range strings.Fields("Ana Ben Chidi Dana Elif Farid Gwen Hugo Ines Jonas Kira Liam") {
		change.Rows = append(
			change.Rows,
			notes.Person{Kind: notes.KindReport, Name: name, State: notes.StateHere, Since: today.AddDays(-3650), Order: i + 1},
		)
	}
	_, err := j.Apply(change)
	return err
}
