// Package voice turns a sentence of the app into the words on the screen. Every sentence that a user can read is whole in
// one call of T or N, written in the code where it is shown and nowhere glued from pieces, so that it can be read,
// judged and translated as a sentence. The calls together are the catalogue: `make texts` prints it, by screen, into
// docs/TEXTS.md, and a test reads every call.
//
// It stands below the rules in notes, which know no window; so it is a few lines of its own and not Fyne's lang, whose
// templates are parsed anew at each call (6.5 µs for two slots, 0.2 µs here).
package voice

import (
	"fmt"
	"strconv"
	"strings"
)

// T is text with its slots filled. A slot is a name in braces, "Moved to {date}"; slots are name and value in turn:
//
//	voice.T("Moved to {date}", "date", day)
//
// A value is a string, an int, or says itself with String. A slot without a value stays as it is written, a value
// without a slot is left out; a test over all calls holds that neither happens. What stands in a value is not read for
// slots again.
func T(text string, slots ...any) string {
	if len(slots) == 0 {
		return text
	}
	var said strings.Builder
	said.Grow(len(text) + 16*len(slots))
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			break
		}
		end += open
		said.WriteString(text[:open])
		if value, ok := slot(text[open+1:end], slots); ok {
			said.WriteString(value)
		} else {
			said.WriteString(text[open : end+1])
		}
		text = text[end+1:]
	}
	said.WriteString(text)
	return said.String()
}

// N is T for a count of n, which stands in the slot {n}: one where n is 1, other for every other count, 0 too. English
// has these two forms.
func N(n int, one, other string, slots ...any) string {
	text := other
	if n == 1 {
		text = one
	}
	return T(text, append([]any{"n", n}, slots...)...)
}

func slot(name string, slots []any) (string, bool) {
	for i := 0; i+1 < len(slots); i += 2 {
		if slots[i] == name {
			return value(slots[i+1]), true
		}
	}
	return "", false
}

func value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprint(v)
}
