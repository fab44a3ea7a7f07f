package notes

import (
	"slices"
	"testing"
)

func TestQueryPieces(t *testing.T) {
	word := func(text string) QueryPiece { return QueryPiece{Text: text} }
	quoted := func(text string) QueryPiece { return QueryPiece{Text: text, Quoted: true} }
	open := func(text string) QueryPiece { return QueryPiece{Text: text, Quoted: true, Open: true} }
	for _, c := range []struct {
		typed string
		want  []QueryPiece
	}{
		{"", nil},
		{"two  words ", []QueryPiece{word("two"), word("words")}},
		{`a "b c" d`, []QueryPiece{word("a"), quoted("b c"), word("d")}},
		{`"b c`, []QueryPiece{open("b c")}},
		{`a"b"c`, []QueryPiece{word("a"), quoted("b"), word("c")}},
		{`„b c“ «d» “e”`, []QueryPiece{quoted("b c"), quoted("d"), quoted("e")}},
		{`"`, []QueryPiece{open("")}},
		{`""`, []QueryPiece{quoted("")}},
	} {
		t.Run(c.typed, func(t *testing.T) {
			if got := QueryPieces(c.typed); !slices.Equal(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}
