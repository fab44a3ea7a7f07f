// Package word reads Word's documents (.docx), also those that Google Docs, Pages and LibreOffice save: a note of each day that a
// document has a heading for, or one of the whole.
package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"handback/notes/incoming"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is Word's.
var Format = incoming.Format{Name: "Word", Reads: reads, Notes: read}

// maxText is as much text as is read of one document.
const maxText = 64 << 20

func reads(tree fs.FS) (int, error) {
	others := []string{".md", ".markdown", ".csv", ".org"}
	switch word := markdown.Any(tree, []string{".docx", ".docm"}, 5000); {
	case word && !markdown.Any(tree, others, 5000):
		return 90, nil
	case word:
		return 20, nil
	case markdown.Any(tree, []string{".doc", ".odt", ".pages", ".rtf"}, 200) && !markdown.Any(tree, others, 200):
		return 5, nil // to say how to get to one
	}
	return 0, nil
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	if sure, err := reads(tree); err != nil || sure == 0 {
		return errors.Join(err, incoming.ErrNotMine)
	}
	files, err := markdown.AllFiles(tree, take.Skip)
	if err != nil {
		return err
	}
	order := markdown.OrderOf(files, in)
	for i, file := range files {
		if err := take.Progress(i, len(files)); err != nil {
			return err
		}
		if err := readFile(tree, file, in, order, take); err != nil {
			return err
		}
	}
	return take.Progress(len(files), len(files))
}

func readFile(tree fs.FS, file string, in incoming.Options, order reading.Order, take incoming.Taker) error {
	skip := func(why string) error { return take.Skip(incoming.Skipped{File: file, Why: why}) }
	switch strings.ToLower(path.Ext(file)) {
	case ".docx", ".docm":
	case ".doc", ".rtf", ".odt", ".pages":
		return skip(voice.T("Save it as a Word document (.docx) and try again."))
	default:
		return skip(markdown.WhyNot(file))
	}
	if strings.HasPrefix(path.Base(file), "~$") {
		return skip(voice.T("Word makes this file while a document is open. There is no text in it."))
	}
	text, loose, err := document(tree, file)
	if err != nil {
		return skip(incoming.Why(err))
	}
	return pages.Page{File: file, Text: text, Loose: loose}.Give(in, order, take)
}

// document is the text of a document as Markdown, and what isn't of it.
func document(tree fs.FS, file string) (text string, loose []string, err error) {
	f, err := tree.Open(file)
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, incoming.MaxFile+1))
	switch {
	case err != nil:
		return "", nil, err
	case len(b) > incoming.MaxFile:
		return "", nil, incoming.Refused{
			Why: voice.T("This file is larger than {n} MB. Split it into smaller files and try again.", "n", incoming.MaxFile>>20),
		}
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")):
		return "", nil, incoming.Refused{
			Why: voice.T("It has a password, or it's an older kind of document. Save it as .docx without a password and try again."),
		}
	}
	zipped, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", nil, damaged()
	}
	d := &doc{zip: zipped}
	if err := d.read(); err != nil {
		return "", nil, err
	}
	return strings.Trim(strings.Join(d.lines, "\n"), "\n"), d.loose, nil
}

func damaged() error {
	return incoming.Refused{Why: voice.T("This document is damaged. Open it in Word, save it again and try once more.")}
}
