package notes

import (
	"strings"
	"unicode/utf8"
)

// QueryPiece is a piece of what somebody looks for: a word, or what stands between quotes, which has to be said so.
type QueryPiece struct {
	Text   string
	Quoted bool
	Open   bool // the quote is not closed: it is still being typed
}

// QueryPieces are the pieces of what was typed into a search, in its order. Any text is allowed.
func QueryPieces(typed string) (pieces []QueryPiece) {
	for {
		outside, rest, quote := cutQuote(typed)
		for _, word := range strings.Fields(outside) {
			pieces = append(pieces, QueryPiece{Text: word})
		}
		if !quote {
			return pieces
		}
		inside, rest, closed := cutQuote(rest)
		pieces, typed = append(pieces, QueryPiece{Text: inside, Quoted: true, Open: !closed}), rest
	}
}

// cutQuote cuts a text at its first double quote, as keyboards and programs of several languages write them.
func cutQuote(text string) (before, after string, found bool) {
	at := strings.IndexAny(text, `"“”„‟«»`)
	if at < 0 {
		return text, "", false
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return text[:at], text[at+size:], true
}
