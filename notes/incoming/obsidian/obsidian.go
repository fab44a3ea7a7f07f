// Package obsidian reads a vault of Obsidian: its pages with their front matter, its daily notes, and what its most used plugins
// write into them, the dates of Tasks and the fields of Dataview.
package obsidian

import (
	"encoding/json"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/pages"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Format is Obsidian's.
var Format = incoming.Format{Name: "Obsidian", Reads: reads, Notes: read}

// root is the folder of a tree that the vault is in: the top, or one folder below it as in a zip of the folder.
func root(tree fs.FS) (at string, sure int) {
	candidates := []string{"."}
	if entries, err := fs.ReadDir(tree, "."); err == nil {
		for i, e := range entries {
			if e.IsDir() && i < 50 {
				candidates = append(candidates, e.Name())
			}
		}
	}
	for _, folder := range candidates {
		if info, err := fs.Stat(tree, path.Join(folder, ".obsidian")); err == nil && info.IsDir() {
			return folder, 90
		}
	}
	if ofObsidian(tree) {
		return ".", 50
	}
	return ".", 0
}

func reads(tree fs.FS) (int, error) {
	_, sure := root(tree)
	return sure, nil
}

// ofObsidian looks for what Obsidian alone writes at the beginnings of a few files.
func ofObsidian(tree fs.FS) bool {
	left, seen, found := 20, 2000, false
	_ = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if seen--; err != nil || seen < 0 || left == 0 {
			return fs.SkipAll
		}
		if d.IsDir() || !slices.Contains(markdown.Endings, strings.ToLower(path.Ext(name))) {
			return nil
		}
		left--
		b := make([]byte, 4096)
		f, err := tree.Open(name)
		if err != nil {
			return nil //nolint:nilerr // the next file may open
		}
		defer f.Close()
		n, _ := io.ReadFull(f, b)
		text := string(b[:n])
		if strings.Contains(text, "[[") && strings.Contains(text, "]]") || strings.Contains(text, "📅 20") || strings.Contains(text, "> [!") {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

func read(tree fs.FS, in incoming.Options, take incoming.Taker) error {
	at, sure := root(tree)
	if sure == 0 {
		return incoming.ErrNotMine
	}
	v := vault{templates: []string{
		settings(tree, path.Join(at, ".obsidian/templates.json"), "folder"),
		settings(tree, path.Join(at, ".obsidian/plugins/templater-obsidian/data.json"), "templates_folder"),
	}}
	v.daily = settings(tree, path.Join(at, ".obsidian/daily-notes.json"), "folder")
	v.format = settings(tree, path.Join(at, ".obsidian/daily-notes.json"), "format")
	v.root = at
	return markdown.Read(markdown.Folder{Tree: tree, In: in, Take: take, Wiki: true, Leaf: v.leaf, Page: v.page})
}

// vault is what the settings of a vault say.
type vault struct {
	root, daily, format string
	templates           []string // folders, of Obsidian's own and of Templater
}

func settings(tree fs.FS, file, key string) string {
	text, err := incoming.ReadText(tree, file)
	var all map[string]any
	if err != nil || json.Unmarshal([]byte(text), &all) != nil {
		return ""
	}
	value, _ := all[key].(string)
	return value
}

// inFolder is the path of a file in the vault, and within a folder of it, where it is in that one.
func (v vault) inFolder(file, folder string) (string, bool) {
	if v.root != "." {
		file = strings.TrimPrefix(file, v.root+"/")
	}
	folder = strings.Trim(folder, "/")
	if folder == "" {
		return file, true
	}
	return strings.CutPrefix(file, folder+"/")
}

func (v vault) leaf(file string) string {
	for _, folder := range v.templates {
		if folder == "" {
			continue
		}
		if _, ok := v.inFolder(file, folder); ok {
			return voice.T("A template. It stays where it is.")
		}
	}
	if strings.HasSuffix(strings.ToLower(file), ".excalidraw.md") {
		return voice.T("A drawing. It stays where it is.")
	}
	return ""
}

// template is what stands in a page that others are made from, of Templater or of Obsidian's own.
var template = regexp.MustCompile(`<%[-_*+]?\s*(?:tp\.|"-{3}"%>)|` +
	`<%[-_*+]?[^%]*?\stp\.[a-z]+\.|\{\{\s*(?:date|time|title|name)(?::[^{}]*)?\s*\}\}`)

func isTemplate(text string) bool {
	return (strings.Contains(text, "<%") || strings.Contains(text, "{{")) && template.MatchString(text)
}

// page reads the day of a daily note by the format that the vault's settings say.
func (v vault) page(page *pages.Page) error {
	inField := func(f reading.Field) bool { return isTemplate(f.Raw) }
	if isTemplate(page.Text) || slices.ContainsFunc(page.Fields.Fields, inField) {
		return incoming.Refused{Why: voice.T("A template. It stays where it is.")}
	}
	within, ok := v.inFolder(page.File, v.daily)
	if !ok || v.format == "" {
		return nil
	}
	if day, ok := byFormat(strings.TrimSuffix(within, path.Ext(within)), v.format); ok {
		page.Date, page.Name = day, string(day)
	}
	return nil
}

// byFormat reads a day by a format of moment.js, as "YYYY/MM-MMMM/DD dddd".
func byFormat(name, format string) (notes.Date, bool) {
	var layout strings.Builder
	for format != "" {
		if strings.HasPrefix(format, "[") {
			if end := strings.IndexByte(format, ']'); end > 0 {
				layout.WriteString(format[1:end])
				format = format[end+1:]
				continue
			}
		}
		found := false
		for _, s := range shapes {
			if strings.HasPrefix(format, s.theirs) {
				if s.ours == "" {
					return "", false
				}
				layout.WriteString(s.ours)
				format, found = format[len(s.theirs):], true
				if s.theirs == "Do" {
					name = withoutOrdinal(name)
				}
				break
			}
		}
		if !found {
			layout.WriteByte(format[0])
			format = format[1:]
		}
	}
	at, err := time.Parse(layout.String(), name)
	if err != nil || at.Year() < 1900 || at.Year() > 2200 {
		return "", false
	}
	return notes.DateOf(at), true
}

func withoutOrdinal(name string) string {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		for figure := '0'; figure <= '9'; figure++ {
			name = strings.ReplaceAll(name, string(figure)+end, string(figure))
		}
	}
	return name
}
