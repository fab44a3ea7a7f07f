// Package notestest is what the tests of the domain's features share.
package notestest

import (
	"errors"

	"handback/notes"
)

// Field is the field that an error names as wrong; "" for no error, or one that names none.
func Field(err error) string {
	var invalid notes.Invalid
	if errors.As(err, &invalid) {
		return invalid.Field
	}
	return ""
}
