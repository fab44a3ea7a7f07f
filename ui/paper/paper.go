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

// Page is what is printed.
type Page struct {
	Title string
	Whose string     // the name of the person whom it is about, at the foot of every sheet; "" is nobody's
	On    notes.Date // when it was printed, at the foot as well
	Parts []notes.PagePart
}

// Foot is what stands at the foot of every sheet, but for its number.
func (p Page) Foot() string {
	day := ""
	if p.On.Valid() {
		day = p.On.Time().Format("2 January 2006") // on paper a day is read years later
	}
	if p.Whose == "" || day == "" {
		return p.Whose + day
	}
	return p.Whose + " · " + day
}

// Print opens a page in the browser to be printed. The file is readable by the user alone; Clean removes it.
func Print(open func(*url.URL) error, p Page) error {
	if err := Clean(); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", prefix)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, "page.html")
	if err := os.WriteFile(path, []byte(HTML(p)), 0o600); err != nil {
		return err
	}
	if err := open(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		return notes.Invalid{
			Why: voice.T(
				"Printing needs a web browser, but Handback couldn't open one. Install one or set a default.",
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

// page is laid out for A4 and Letter alike: no size is asked for, so that the paper in the printer is the one that is used,
// and its margins leave a line of some 80 letters on both. A browser repeats the foot of a table on every sheet; the
// number stands in the margin, where the browser draws there, and otherwise the browser has its own.
var page = template.Must(template.New("page").Parse(`<!doctype html><html lang="en"><meta charset="utf-8"><title>{{.Title}}</title>
<style>
@page { size: auto; margin: 18mm 20mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Inter, "Segoe UI", sans-serif; color: #5b626b } }
body { font: 11pt/1.5 Inter, "Segoe UI", sans-serif; color: #1f2328; max-width: 42em; margin: 2em auto; overflow-wrap: break-word }
table { width: 100%; border-collapse: collapse } td { padding: 0 }
tfoot td { padding-top: 5mm; font-size: 9pt; color: #5b626b }
h1 { font-size: 20pt; line-height: 1.25; margin: 0 0 .2em } h2 { font-size: 13pt; margin: 1.4em 0 .3em; color: #1f6f5c }
ul { margin: 0; padding-left: 1.2em } li { margin: 0 0 .15em } span { color: #5b626b }
h1, h2 { break-after: avoid } section, li { break-inside: avoid } li { orphans: 3; widows: 3 }
@media print { body { max-width: none; margin: 0 } }
</style>
<table><tfoot><tr><td>{{.Foot}}</td></tr></tfoot><tbody><tr><td>
<h1>{{.Title}}</h1>
{{range .Parts}}<section><h2>{{.Title}}</h2><ul>{{range .Lines}}<li>{{.Text}}<span>{{.Rest}}</span></li>{{end}}</ul></section>
{{end}}</td></tr></tbody></table><script>window.print()</script>
`))

// HTML is a page as HTML that stands alone and asks the browser to print it.
func HTML(p Page) string {
	var b strings.Builder
	_ = page.Execute(&b, p) // a template that was parsed can't fail on values of its own types
	return b.String()
}
