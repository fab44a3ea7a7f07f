package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/text"
	"handback/notes/voice"
)

// Tidy is what was typed into a field, on one line, clean (see text.Clean), without control characters and without blanks
// at its ends or two in a row.
func Tidy(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	return strings.Join(strings.Fields(text.Clean(s)), " ")
}

// The fields that several forms have, as Invalid names them.
var (
	FieldTitle = voice.T("Title")
	FieldWhy   = voice.T("Why")
)

// MostTag, MostTitle, MostLine and MostText are how many characters a field of a form takes. What is
// longer was pasted by mistake, or belongs into a note.
const (
	MostTag   = 60
	MostTitle = 200
	MostLine  = 1000
	MostText  = 5000
)

// Fits returns Invalid where a field holds more than most characters.
func Fits(field, typed string, most int) error {
	if len(typed) <= most || utf8.RuneCountInString(typed) <= most {
		return nil
	}
	return Invalid{Field: field, Why: voice.T("That's too long: only {most} characters fit here. Put the rest in a note.", "most", most)}
}
