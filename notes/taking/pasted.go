package taking

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/voice"
)

// asMarkdown are the marks by which a text is read as Markdown: a heading, a box, a link to a page, a line in bold.
var asMarkdown = regexp.MustCompile(`(?m)^#{1,6} \S|^\s*[-*+] \[[ xX]\] |\[\[|^\*\*\S`)

// errNothingPasted says that there is no text to read.
var errNothingPasted = notes.Invalid{Why: voice.T("There's no text to paste. Copy your notes in the other program, then try again.")}

// Pasted is a text as a source, as if it were a file without a name: that says neither whom nor what it is about.
func Pasted(text string) (notes.Source, error) {
	if strings.TrimSpace(text) == "" {
		return notes.Source{}, errNothingPasted
	}
	if len(text) > incoming.MaxFile {
		return notes.Source{}, notes.Invalid{Why: voice.T("This text is too long to paste. Save it as a file, then choose that file.")}
	}
	name := "_.txt"
	if asMarkdown.MatchString(text) {
		name = "_.md"
	}
	return notes.Source{Tree: incoming.OfText(name, text), Name: voice.T("Pasted text"), Pasted: true, Closer: closeNothing{}}, nil
}

type closeNothing struct{}

func (closeNothing) Close() error { return nil }

// pastedOrigin tells a pasted note apart by what it says: the text has no name, and another one may have the same headings.
func pastedOrigin(n incoming.Note, day notes.Date) string {
	sum := sha256.Sum256([]byte(string(day) + "\n" + bodyOf(n)))
	return strings.Join([]string{"pasted", "", hex.EncodeToString(sum[:16])}, "\n")
}
