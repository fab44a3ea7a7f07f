package sample_test

import (
	"testing"

	"handback/notes/prompt"
)

func BenchmarkChoose(b *testing.B) {
	book := open("2026-11-23")
	f := book.facts(3)
	b.ResetTimer()
	for range b.N {
		prompt.Choose(f)
	}
}
