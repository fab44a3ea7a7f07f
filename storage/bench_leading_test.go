package storage

import (
	"path/filepath"
	"testing"
	"time"

	"handback/notes"
	"handback/storage/storagetest"
)

// decadeJournal is a journal of ten years with 15 reports.
func decadeJournal(b *testing.B) (*Journal, []notes.PersonID) {
	b.Helper()
	j, err := Open(filepath.Join(b.TempDir(), FileName), Options{Now: func() time.Time { return benchNow }, Create: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = j.Close() })
	reports, err := storagetest.Decade(j, notes.DateOf(benchNow))
	if err != nil {
		b.Fatal(err)
	}
	if err := j.Idle(); err != nil {
		b.Fatal(err)
	}
	return j, reports
}

// BenchmarkLeading measures every read that the screens of leading make.
func BenchmarkLeading(b *testing.B) {
	j, reports := decadeJournal(b)
	year := notes.DateOf(benchNow).AddDays(-365)
	for _, c := range []struct {
		name string
		read func(j *Journal, id notes.PersonID) error
	}{
		{"Decisions in 180 days", func(j *Journal, id notes.PersonID) error {
			_, err := j.Decisions(id, notes.DateOf(benchNow).AddDays(-180))
			return err
		}},
		{"Decisions ever", func(j *Journal, id notes.PersonID) error { _, err := j.Decisions(id, ""); return err }},
		{"OpenActions", func(j *Journal, _ notes.PersonID) error { _, err := j.OpenActions(); return err }},
		{"Ideas of a year", func(j *Journal, _ notes.PersonID) error { _, _, err := j.Ideas(year, 200); return err }},
		{"AllGoals", func(j *Journal, _ notes.PersonID) error { _, err := j.AllGoals(); return err }},
		{"AllAreas", func(j *Journal, _ notes.PersonID) error { _, err := j.AllAreas(); return err }},
		{"Asks of a year", func(j *Journal, _ notes.PersonID) error { _, err := j.Asks(year); return err }},
		{"Asks ever", func(j *Journal, _ notes.PersonID) error { _, err := j.Asks(""); return err }},
		{"StepIns of one", func(j *Journal, id notes.PersonID) error { _, err := j.StepIns(id); return err }},
		{"StepIns of all", func(j *Journal, _ notes.PersonID) error { _, err := j.StepIns(0); return err }},
		{"Expectations", func(j *Journal, id notes.PersonID) error { _, err := j.Expectations(id); return err }},
		{"PromptHistory", func(j *Journal, id notes.PersonID) error { _, err := j.PromptHistory(id); return err }},
		{"Quiet", func(j *Journal, _ notes.PersonID) error { _, err := j.Quiet(benchNow); return err }},
		{"Verdicts", func(j *Journal, _ notes.PersonID) error { _, err := j.Verdicts(notes.DateOf(benchNow)); return err }},
		{"PromptFacts", func(j *Journal, id notes.PersonID) error { _, err := j.PromptFacts(id, benchNow); return err }},
		{"Facts", func(j *Journal, id notes.PersonID) error { _, err := j.Facts(id, benchNow); return err }},
		{"Past", func(j *Journal, id notes.PersonID) error { _, err := j.Past(id); return err }},
		{"IOwe", func(j *Journal, _ notes.PersonID) error { _, err := j.IOwe(); return err }},
		{"Roster", func(j *Journal, _ notes.PersonID) error { _, err := j.Roster(benchNow); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			timed(b, func(i int) error { return c.read(j, reports[i%len(reports)]) })
		})
	}
}
