package googledocs

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"handback/notes/incoming"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is that of Google Docs: a document saved as a web page, alone or with its pictures in a zip, or as Markdown. Saved for Word it is
// read as Word's.
var Format = incoming.Format{Name: "Google Docs", Reads: reads, Notes: read}

// maxPage is as large a page of the web as is read: HTML takes many times as much memory.
const maxPage = 16 << 20

var (
	pageEndings = []string{".html", ".htm", ".xhtml"}
	escaped     = regexp.MustCompile(`\\([!"#$%&'()*+,./:;<=>?@\[\]^_{|}~\\-]|` + "`)")
	escapes     = regexp.MustCompile(`(?m)^(.*\w\\[-.!+=~>#_].*|\\[-+#=>~].*|\d+\\\. .*|\[image\d+\]: <data:image/.*)$`)
)

func reads(tree fs.FS) (int, error) {
	if file, ok := single(tree); ok && slices.Contains(markdown.Endings, strings.ToLower(path.Ext(file))) {
		text, err := incoming.Beginning(tree, file)
		if err == nil && escapes.MatchString(text) && !strings.HasPrefix(text, "---\n") {
			return 40, nil
		}
		return 0, nil
	}
	if markdown.Any(tree, pageEndings, 5000) && !markdown.Any(tree, markdown.Endings, 5000) {
		return 35, nil
	}
	return 0, nil
}

// single is the file of a tree that has one.
func single(tree fs.FS) (string, bool) {
	entries, err := fs.ReadDir(tree, ".")
	if err != nil || len(entries) != 1 || entries[0].IsDir() {
		return "", false
	}
	return entries[0].Name(), true
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
	ending := strings.ToLower(path.Ext(file))
	isPage := slices.Contains(pageEndings, ending)
	if !isPage && !slices.Contains(markdown.Endings, ending) {
		return skip(markdown.WhyNot(file))
	}
	text, err := incoming.ReadText(tree, file)
	switch {
	case err != nil:
		return skip(incoming.Why(err))
	case isPage && len(text) > maxPage:
		return skip(voice.T("This web page is larger than {n} MB. Save it as a Word document (.docx) and try again.", "n", maxPage>>20))
	}
	p := pages.Page{File: file, Text: text, Line: 1}
	if isPage {
		p.Text, p.Loose = Markdown(text)
		p.Line = 0
	} else {
		p.Text = unescaped(text)
	}
	return p.Give(in, order, take)
}

// unescaped is Markdown as Google writes it without the backslashes before what might be a mark. What would file without one keeps it.
func unescaped(text string) string {
	lines := strings.Split(text, "\n")
	fenced, _ := reading.Fences(lines)
	for i, line := range lines {
		if !fenced[i] && strings.Contains(line, `\`) {
			lines[i] = reading.Made(escaped.ReplaceAllString(line, "$1"), line)
		}
	}
	return strings.Join(lines, "\n")
}
