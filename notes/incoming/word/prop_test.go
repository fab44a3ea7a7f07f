package word_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/word"
)

// TestNoWordOfADocumentIsLost makes documents of paragraphs, tables in tables, and what is hidden or deleted.
func TestNoWordOfADocumentIsLost(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := 0
		next := func() string { n++; return fmt.Sprintf("w%dq", n) }
		run := func() string {
			props := rapid.SampledFrom([]string{"", "<w:b/>", "<w:strike/>", "<w:vanish/>", "<w:b w:val='0'/>"}).Draw(rt, "look")
			return "<w:r><w:rPr>" + props + "</w:rPr><w:t>" + next() + " </w:t>" + rapid.SampledFrom([]string{"", "<w:br/>", "<w:tab/>"}).Draw(rt, "end") + "</w:r>"
		}
		var block func(depth int) string
		block = func(depth int) string {
			switch kind := rapid.IntRange(0, 7).Draw(rt, "kind"); {
			case kind == 0 && depth < 3:
				var rows strings.Builder
				for range rapid.IntRange(1, 3).Draw(rt, "rows") {
					rows.WriteString("<w:tr>")
					for range rapid.IntRange(1, 3).Draw(rt, "cells") {
						rows.WriteString("<w:tc>")
						for range rapid.SampledFrom([]int{0, 1, 2, 15}).Draw(rt, "blocks") {
							rows.WriteString(block(depth + 1))
						}
						rows.WriteString("</w:tc>")
					}
					rows.WriteString("</w:tr>")
				}
				return "<w:tbl>" + rows.String() + "</w:tbl>"
			case kind == 1:
				return item(rapid.SampledFrom([]string{"7", "8"}).Draw(rt, "list"), "0", run()+run())
			case kind == 2:
				return "<w:p><w:del><w:r><w:delText>" + next() + "</w:delText></w:r></w:del>" + run() + "</w:p>"
			case kind == 3:
				return "<w:p><w:r><mc:AlternateContent><mc:Choice>" + block(depth+1) + "</mc:Choice></mc:AlternateContent></w:r>" + run() + "</w:p>"
			}
			return "<w:p>" + run() + run() + "</w:p>"
		}
		var body strings.Builder
		for range rapid.IntRange(1, 5).Draw(rt, "blocks") {
			body.WriteString(block(0))
		}
		taken := &incomingtest.Taken{}
		tree := fstest.MapFS{"a.docx": {Data: docx(t, body.String(), "word/numbering.xml", numbering)}}
		if err := word.Format.Notes(tree, incoming.Options{Today: "2026-11-27"}, taken); err != nil {
			rt.Fatal(err)
		}
		for i := 1; i <= n; i++ {
			if word := fmt.Sprintf("w%dq", i); strings.Count(taken.String(), word) != 1 {
				rt.Fatalf("%s is there %d times in\n%s\nof %s", word, strings.Count(taken.String(), word), taken, body.String())
			}
		}
	})
}
