// Package paper prints: Fyne has no printing, so a page is written as HTML into a private folder and opened in the
// system's browser, whose print dialog does the rest. Paper lies about: nothing private is ever printed, neither on what was made to be
// shown nor on the manager's own brief.
package paper

import (
	"html/template"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"

	"handback/notes/voice"
)

// prefix begins the names of the folders that pages are printed from.
const prefix = "handback-print-"

// Print opens a page in the browser to be printed. The file is readable by the user alone; Clean removes it.
func Print(open func(*url.URL) error, title string, parts []notes.PagePart) error {
	if err := Clean(); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", prefix)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, "page.html")
	if err := os.WriteFile(path, []byte(HTML(title, parts)), 0o600); err != nil {
		return err
	}
	if err := open(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		return notes.Invalid{
			Why: voice.T(
				"No web browser opened, so the page can't be printed. Install a browser or set a default one.",
			),
		}
	}
	return nil
}

// Open opens a URL with the system's program for it.
func Open(u *url.URL) error { return fyne.CurrentApp().OpenURL(u) }

// Clean removes what earlier prints have left behind.
func Clean() error {
	old, err := filepath.Glob(filepath.Join(os.TempDir(), prefix+"*"))
	if err != nil {
		return err
	}
	for _, folder := range old {
		if err := os.RemoveAll(folder); err != nil && !os.IsPermission(err) { // another user's stays
			return err
		}
	}
	return nil
}

var page = template.Must(template.New("page").Parse(`<!doctype html><meta charset="utf-8"><title>{{.Title}}</title>
<style>
@page { margin: 20mm }
body { font: 12pt/1.5 Inter, "Segoe UI", sans-serif; color: #1f2328; max-width: 42em; margin: 2em auto }
h1 { font-size: 20pt; margin: 0 0 .2em } h2 { font-size: 13pt; margin: 1.4em 0 .3em; color: #1f6f5c }
ul { margin: 0; padding-left: 1.2em } span { color: #5b626b }
</style>
<h1>{{.Title}}</h1>
{{range .Parts}}<h2>{{.Title}}</h2><ul>{{range .Lines}}<li>{{.Text}}<span>{{.Rest}}</span></li>{{end}}</ul>
{{end}}<script>window.print()</script>
`))

// HTML is a page as HTML that stands alone and asks the browser to print it.
func HTML(title string, parts []notes.PagePart) string {
	var b strings.Builder
	// A template that was parsed can't fail on values of its own types.
	_ = page.Execute(&b, struct {
		Title string
		Parts []notes.PagePart
	}{title, parts})
	return b.String()
}
