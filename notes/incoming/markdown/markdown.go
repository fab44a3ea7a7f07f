// Package markdown reads folders of Markdown, of whatever program: a note of each file, or one of each day that a file has a heading
// for. Obsidian's folders are such folders too, with more in them.
package markdown

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"handback/notes/incoming"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is that of Markdown which is no program's in particular.
var Format = incoming.Format{Name: "Markdown", Reads: reads, Notes: read}

// Endings are those of files of Markdown.
var Endings = []string{".md", ".markdown", ".mdown", ".mkd"}

func reads(tree fs.FS) (int, error) {
	if Any(tree, Endings, 5000) {
		return 30, nil
	}
	return 0, nil
}

// Any reports whether there is a file with one of the endings among the first few of a tree.
func Any(tree fs.FS, endings []string, most int) bool {
	found := false
	_ = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if most--; err != nil || most < 0 {
			return fs.SkipAll
		}
		if hidden := name != "." && strings.HasPrefix(path.Base(name), "."); hidden && d.IsDir() {
			return fs.SkipDir
		} else if !hidden && !d.IsDir() && slices.Contains(endings, strings.ToLower(path.Ext(name))) {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	if sure, err := reads(tree); err != nil || sure == 0 {
		return notMine(err)
	}
	return Read(Folder{Tree: tree, In: in, Take: take})
}

func notMine(err error) error {
	if err == nil {
		return incoming.ErrNotMine
	}
	return err
}

// Folder is a folder of Markdown that is read.
type Folder struct {
	Tree fs.FS
	In   incoming.Options
	Take incoming.Taker
	Wiki bool                         // as Obsidian writes it
	Leaf func(file string) string     // why a file isn't read at all; "" where it is. It may be nil.
	Page func(page *pages.Page) error // what the program's own shape says of a page. It may be nil.
}

// Read reads all files of Markdown of a folder, and names those that stay where they are.
func Read(f Folder) error {
	files, err := AllFiles(f.Tree, f.Take.Skip)
	if err != nil {
		return err
	}
	order := OrderOf(files, f.In)
	for i, file := range files {
		if err := f.Take.Progress(i, len(files)); err != nil {
			return err
		}
		if !slices.Contains(Endings, strings.ToLower(path.Ext(file))) {
			if err := f.Take.Skip(incoming.Skipped{File: file, Why: WhyNot(file)}); err != nil {
				return err
			}
			continue
		}
		if err := f.file(file, order); err != nil {
			return err
		}
	}
	return f.Take.Progress(len(files), len(files))
}

func (f Folder) file(file string, order reading.Order) error {
	skip := func(why string) error { return f.Take.Skip(incoming.Skipped{File: file, Why: why}) }
	if f.Leaf != nil {
		if why := f.Leaf(file); why != "" {
			return skip(why)
		}
	}
	text, err := incoming.ReadText(f.Tree, file)
	if err != nil {
		return skip(incoming.Why(err))
	}
	front, body, line := reading.FrontMatter(text)
	page := pages.Page{File: file, Line: line, Text: body, Fields: front, Wiki: f.Wiki}
	if front.Broken {
		page.Loose = append(page.Loose, voice.T("The lines at the top have a mistake, so Handback reads them one by one."))
	}
	if f.Page != nil {
		if err := f.Page(&page); err != nil {
			return skip(incoming.Why(err))
		}
	}
	return page.Give(f.In, order, f.Take)
}

// AllFiles are all files of a tree, by path, but hidden ones.
func AllFiles(tree fs.FS, skip func(incoming.Skipped) error) ([]string, error) {
	endings := map[string]bool{}
	var all []string
	// The endings are gathered first, so that incoming.Files, which knows links and folders without permission, finds them all.
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // incoming.Files says it below
		}
		if name != "." && strings.HasPrefix(path.Base(name), ".") && d.IsDir() {
			return fs.SkipDir
		}
		if !d.IsDir() {
			endings[strings.ToLower(path.Ext(name))] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for ending := range endings {
		all = append(all, ending)
	}
	return incoming.Files(tree, skip, all...)
}

// OrderOf is what the names of the files say of the order of day and month in them.
func OrderOf(files []string, in incoming.Options) reading.Order {
	var orders reading.Orders
	for _, file := range files {
		if written, _, ok := reading.DateIn(path.Base(file)); ok {
			orders.See(written)
		}
	}
	return orders.Order(in.DayFirst)
}

// WhyNot says why a file that holds no Markdown isn't read.
func WhyNot(file string) string {
	switch strings.ToLower(path.Ext(file)) {
	case ".canvas", ".excalidraw", ".base":
		return voice.T("An Obsidian drawing or table. It stays where it is.")
	case ".docx", ".csv", ".txt", ".html", ".htm", ".zip", ".jex", ".org":
		return voice.T("Another kind of file. Import it by itself.")
	}
	return voice.T("An attachment. It stays where it is.")
}
