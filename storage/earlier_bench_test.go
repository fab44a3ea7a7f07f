package storage

import (
	"path/filepath"
	"testing"

	"handback/notes"
	"handback/storage/storagetest"
)

// BenchmarkReadByThisGrammar is the first open after an update: ten years of notes are held against what was filed.
func BenchmarkReadByThisGrammar(b *testing.B) {
	j := must[*Journal](b)(openAt(filepath.Join(b.TempDir(), FileName), true))
	defer j.Close() //nolint:errcheck // it was only measured
	if _, err := storagetest.Decade(j, notes.Date("2026-11-23")); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for range b.N {
		if err := j.c.script("UPDATE reading SET grammar = 1"); err != nil {
			b.Fatal(err)
		}
		if err := j.readByThisGrammar(); err != nil {
			b.Fatal(err)
		}
	}
}
