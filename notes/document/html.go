package document

import (
	"html"
	"strings"
)

// HTML is a document as one file that stands alone: nothing is fetched, no script runs, and it prints well.
func HTML(d Document) string { return page(d, false) }

// HTMLToPrint is HTML that asks the browser to print it as soon as it is shown.
func HTMLToPrint(d Document) string { return page(d, true) }

// style is laid out for A4 and Letter alike: no size is asked for, so that the paper in the printer is the one that is
// used, and its margins leave a line of some 80 letters on both. A browser repeats the foot of a table on every sheet; the
// number stands in the margin, where the browser draws there, and otherwise the browser has its own.
const style = `
@page { size: auto; margin: 18mm 20mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Inter, "Segoe UI", sans-serif; color: #5b626b } }
body { font: 11pt/1.5 Inter, "Segoe UI", sans-serif; color: #1f2328; background: #fff; max-width: 42em; margin: 2em auto;
  padding: 0 1em; overflow-wrap: break-word }
table { width: 100%; border-collapse: collapse; table-layout: fixed } td { padding: 0 }
tfoot td { padding-top: 5mm; font-size: 9pt; color: #5b626b }
h1 { font-size: 20pt; line-height: 1.25; margin: 0 0 .2em } h2 { font-size: 13pt; margin: 1.4em 0 .3em; color: #1f6f5c }
p { margin: 0 0 .5em } ul { margin: 0; padding-left: 1.2em } li { margin: 0 0 .15em } span, .more { color: #5b626b }
h1, h2, p, li { white-space: pre-line } .more { margin: 0 }
li.box { list-style: none; position: relative } li.box::before { content: ""; position: absolute; left: -1.2em; top: .35em;
  width: .7em; height: .7em; border: 1px solid #5b626b; border-radius: 2px }
.room { border-bottom: 1px solid #d0d4d9; height: 8mm }
h1, h2 { break-after: avoid } section, li { break-inside: avoid } li { orphans: 3; widows: 3 }
@media screen { .room { display: none } }
@media print { body { max-width: none; margin: 0; padding: 0 } }
`

// Nothing may be fetched, whatever the texts say.
const (
	policy      = `default-src 'none'; style-src 'unsafe-inline'`
	printPolicy = policy + `; script-src 'unsafe-inline'`
)

func page(d Document, prints bool) string {
	var w htmlWriter
	d = Tidy(d)
	allow := policy
	if prints {
		allow = printPolicy
	}
	w.raw(`<!doctype html>` + "\n" + `<html lang="en"><head><meta charset="utf-8"/>` +
		`<meta http-equiv="Content-Security-Policy" content="` + allow + `"/>` +
		`<meta name="viewport" content="width=device-width, initial-scale=1"/>`)
	w.element("title", "", d.Title)
	w.raw(`<style>` + style + `</style></head><body>` + "\n" + `<table>`)
	w.raw(`<tfoot><tr>`)
	w.element("td", ` dir="auto"`, d.Foot())
	w.raw(`</tr></tfoot><tbody><tr><td>` + "\n")
	w.text("h1", d.Title)
	for _, p := range d.Lead {
		w.text("p", p)
	}
	for _, part := range d.Parts {
		w.part(part)
	}
	w.raw(`</td></tr></tbody></table>`)
	if prints {
		w.raw(`<script>window.print()</script>`)
	}
	w.raw("</body></html>\n")
	return w.String()
}

// filled is how many ruled lines stand for room to the end of a page, whose height a browser does not tell.
const filled = 10

type htmlWriter struct{ strings.Builder }

func (w *htmlWriter) raw(s string) { w.WriteString(s) }

// element is an element of a text, as said.
func (w *htmlWriter) element(name, attributes, text string) {
	w.raw("<" + name + attributes + ">" + html.EscapeString(text) + "</" + name + ">")
}

// text is an element of what the document says, in the direction of its script; none for an empty one.
func (w *htmlWriter) text(name, says string) {
	if says == "" {
		return
	}
	w.element(name, ` dir="auto"`, says)
	w.raw("\n")
}

func (w *htmlWriter) part(part Part) {
	w.raw("<section>")
	w.text("h2", part.Title)
	for _, p := range part.Prose {
		w.text("p", p)
	}
	if len(part.Lines) > 0 {
		w.raw("<ul>")
		for _, l := range part.Lines {
			w.line(l)
		}
		w.raw("</ul>")
	}
	room := part.Room
	if part.Fill {
		room += filled
	}
	for range room {
		w.raw(`<div class="room"></div>`)
	}
	w.raw("</section>\n")
}

func (w *htmlWriter) line(l Line) {
	w.raw(`<li dir="auto"`)
	if l.Box {
		w.raw(` class="box"`)
	}
	w.raw(">" + html.EscapeString(l.Text))
	if l.Rest != "" {
		w.element("span", "", l.Rest)
	}
	if l.Comment != "" {
		w.element("p", ` class="more" dir="auto"`, l.Comment)
	}
	w.raw("</li>\n")
}
