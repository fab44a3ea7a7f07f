package text

import "unicode"

// The two joiners. They are unseen, but change how the letters or the pictures beside them are drawn.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// Unseen reports whether r takes no room and shows nothing: zero-width characters, direction marks, byte order marks, soft
// hyphens, fillers, tags, and the joiners.
func Unseen(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == '\u034f', r == '\u115f', r == '\u1160', r == '\u17b4', r == '\u17b5', r == '\u3164', r == '\uffa0':
		return true // a joiner and fillers that are no format characters
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false // Arabic number signs and the like, which are drawn
	case r >= 0x13430 && r <= 0x1345f:
		return false // how hieroglyphs stand together
	}
	return unicode.Is(unicode.Cf, r)
}

// lineEnd reports whether r ends a line in the programs that text is pasted from.
func lineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// Seen reports whether there is anything in s that can be seen.
func Seen(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !Unseen(r) && !unicode.Is(unicode.Mn, r) && r != '\u2800' {
			return true
		}
	}
	return false
}

// joined are the scripts in whose words a joiner between two letters is part of the spelling.
var joined = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mandaic, unicode.Mongolian, unicode.Phags_Pa, unicode.Adlam,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu,
	unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Myanmar, unicode.Khmer, unicode.Tibetan, unicode.Balinese,
	unicode.Javanese, unicode.Meetei_Mayek, unicode.Limbu, unicode.Chakma,
}

func inJoinedScript(r rune) bool { return r >= 0x600 && unicode.IsOneOf(joined, r) }

// pictured reports whether r may stand on a side of a joiner that makes one emoji of two.
func pictured(r rune) bool {
	return r == '\ufe0f' || r == '\u20e3' || r >= 0x1f000 && r <= 0x1faff || r >= 0x2190 && r <= 0x2bff
}
