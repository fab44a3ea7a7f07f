// Package googledocs reads what Google Docs exports, and pages of the web in general.
package googledocs

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is more than any page nests, and as much as is followed.
const maxDepth = 500

// Markdown is a page of the web in lines of Markdown: headings, lists, boxes and bold lines are kept, pictures are named.
func Markdown(page string) (text string, loose []string) {
	doc, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		return words(page), nil
	}
	w := &writer{bold: map[string]bool{}, struck: map[string]bool{}}
	w.styles(doc, 0)
	w.block(doc, 0)
	w.flush()
	return strings.Trim(strings.Join(w.lines, "\n"), "\n"), w.loose
}

// words are those of a page that nests deeper than any that can be read as one, a line for each piece.
func words(page string) string {
	var lines []string
	for t := html.NewTokenizer(strings.NewReader(page)); ; {
		switch t.Next() {
		case html.ErrorToken:
			return strings.Join(lines, "\n")
		case html.TextToken:
			if said := strings.TrimSpace(string(t.Text())); said != "" {
				lines = append(lines, html.UnescapeString(said))
			}
		}
	}
}

// writer writes Markdown while it walks a page.
type writer struct {
	bold, struck map[string]bool // by class, as Google's style sheet says
	lines        []string
	loose        []string
	line         strings.Builder
	prefix       string // of the next line: a heading's marks, or a list's
	lists        []list
	plain        bool // no marks of bold: the line is a heading
	pre          bool
}

type list struct {
	ordered bool
	n       int
	level   int
}

var (
	rule      = regexp.MustCompile(`\.([\w-]+)\s*\{([^{}]*)\}`)
	listClass = regexp.MustCompile(`\blst-[\w-]+-(\d)\b`)
	isBold    = regexp.MustCompile(`font-weight\s*:\s*(bold|[6-9]00)`)
	isStruck  = regexp.MustCompile(`text-decoration[\w-]*\s*:[^;]*line-through`)
)

// styles reads which classes are bold.
func (w *writer) styles(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	if n.DataAtom == atom.Style && n.FirstChild != nil {
		for _, m := range rule.FindAllStringSubmatch(n.FirstChild.Data, -1) {
			if isBold.MatchString(m[2]) {
				w.bold[m[1]] = true
			}
			if isStruck.MatchString(m[2]) {
				w.struck[m[1]] = true
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.styles(c, depth+1)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// has reports whether a node is styled so, by its style or one of its classes.
func (w *writer) has(n *html.Node, style *regexp.Regexp, classes map[string]bool) bool {
	if style.MatchString(attr(n, "style")) {
		return true
	}
	for _, class := range strings.Fields(attr(n, "class")) {
		if classes[class] {
			return true
		}
	}
	return false
}

var levels = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

func (w *writer) block(n *html.Node, depth int) {
	if depth > maxDepth {
		w.loose = append(w.loose, strings.Join(strings.Fields(deepText(n)), " "))
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, depth)
	}
}

func (w *writer) node(n *html.Node, depth int) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		w.element(n, depth)
	case html.CommentNode:
		if said := strings.TrimSpace(n.Data); said != "" && said != "StartFragment" && said != "EndFragment" {
			w.loose = append(w.loose, said)
		}
	default:
		w.block(n, depth+1)
	}
}

func (w *writer) element(n *html.Node, depth int) {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Template:
	case atom.Br:
		w.flush()
	case atom.Hr:
		w.flush()
		w.lines = append(w.lines, "", "---", "")
	case atom.Img:
		w.picture(n)
	case atom.Input:
		w.box(attr(n, "type") == "checkbox", hasAttr(n, "checked"))
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.own(n, depth, "\n"+strings.Repeat("#", levels[n.DataAtom])+" ")
	case atom.Ul, atom.Ol:
		w.list(n, depth)
	case atom.Li:
		w.item(n, depth)
	case atom.Td, atom.Th:
		w.cell(n, depth)
	case atom.Pre:
		w.code(n, depth)
	case atom.P, atom.Div, atom.Tr, atom.Table, atom.Section, atom.Article, atom.Blockquote, atom.Body, atom.Dt, atom.Dd, atom.Figure,
		atom.Header, atom.Footer, atom.Main, atom.Details, atom.Summary, atom.Title:
		w.own(n, depth, "")
	default:
		w.inline(n, depth)
	}
}

// code is a block whose lines stay as they are.
func (w *writer) code(n *html.Node, depth int) {
	w.flush()
	w.lines, w.prefix, w.pre = append(w.lines, "```"), "", true
	w.block(n, depth+1)
	w.flush()
	w.lines, w.pre = append(w.lines, "```"), false
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// own is a block on lines of its own. Within a cell of a table, and at the beginning of an item, it is none.
func (w *writer) own(n *html.Node, depth int, prefix string) {
	if prefix == "" && w.prefix != "" && w.line.Len() == 0 { // the paragraph of an item
		w.block(n, depth+1)
		return
	}
	w.flush()
	before := len(w.lines)
	if strings.HasPrefix(prefix, "\n") {
		if len(w.lines) > 0 {
			w.lines = append(w.lines, "")
		}
		prefix, w.plain = prefix[1:], true
	}
	w.prefix = prefix
	w.block(n, depth+1)
	w.flush()
	w.plain = false
	if n.DataAtom == atom.P && len(w.lists) == 0 && len(w.lines) == before && before > 0 && w.lines[before-1] != "" {
		w.lines = append(w.lines, "") // an empty paragraph is an empty line
	}
}

// cell is a cell of a table, on the line of its row; one with more in it than a row holds has lines of its own.
func (w *writer) cell(n *html.Node, depth int) {
	row := strings.TrimSpace(w.line.String())
	w.line.Reset()
	w.prefix = ""
	from := len(w.lines)
	w.block(n, depth+1)
	w.flush()
	said := slices.DeleteFunc(slices.Clone(w.lines[from:]), func(l string) bool { return l == "" })
	if len(said) > 12 {
		if row != "" {
			w.lines = slices.Insert(w.lines, from, row)
		}
		return
	}
	w.lines, w.prefix = w.lines[:from], ""
	if row != "" && len(said) > 0 {
		row += " | "
	}
	w.line.WriteString(row + strings.Join(said, " / "))
}

func (w *writer) list(n *html.Node, depth int) {
	w.flush()
	level := len(w.lists)
	if m := listClass.FindStringSubmatch(attr(n, "class")); m != nil {
		level, _ = strconv.Atoi(m[1]) // Google writes a list within a list beside it
	}
	start, _ := strconv.Atoi(attr(n, "start"))
	w.lists = append(w.lists, list{ordered: n.DataAtom == atom.Ol, n: max(start, 1), level: level})
	w.block(n, depth+1)
	w.flush()
	w.lists = w.lists[:len(w.lists)-1]
	w.prefix = strings.Repeat("  ", len(w.lists))
}

func (w *writer) item(n *html.Node, depth int) {
	w.flush()
	w.prefix = "- "
	if len(w.lists) > 0 {
		l := &w.lists[len(w.lists)-1]
		mark := "- "
		if l.ordered {
			mark = strconv.Itoa(l.n) + ". "
			l.n++
		}
		w.prefix = strings.Repeat("  ", l.level) + mark
	}
	switch attr(n, "aria-checked") {
	case "true":
		w.prefix += "[x] "
	case "false":
		w.prefix += "[ ] "
	}
	w.block(n, depth+1)
	w.flush()
}

func (w *writer) box(isBox, ticked bool) {
	if !isBox {
		return
	}
	if w.line.Len() == 0 && strings.TrimSpace(w.prefix) == "" {
		w.prefix = "- "
	}
	if ticked {
		w.prefix += "[x] "
	} else {
		w.prefix += "[ ] "
	}
}

func (w *writer) picture(n *html.Node) {
	if alt := strings.TrimSpace(attr(n, "alt")); alt != "" {
		if roles := attr(n, "aria-roledescription"); strings.HasPrefix(roles, "check") || alt == "checked" || alt == "unchecked" {
			w.box(true, alt == "checked")
			return
		}
		w.text(" " + alt + " ")
	}
	if src := attr(n, "src"); src != "" && !strings.HasPrefix(src, "data:") && len(src) < 300 {
		w.loose = append(w.loose, src)
	}
}

// marks are those of Markdown for how an element is shown.
func (w *writer) marks(n *html.Node) string {
	switch {
	case w.plain || w.pre:
	case n.DataAtom == atom.B && strings.Contains(attr(n, "style"), "font-weight:normal"): // Google wraps what is copied in it
	case n.DataAtom == atom.B || n.DataAtom == atom.Strong || w.has(n, isBold, w.bold):
		return "**"
	case n.DataAtom == atom.S || n.DataAtom == atom.Del || n.DataAtom == atom.Strike || w.has(n, isStruck, w.struck):
		return "~~"
	}
	return ""
}

func (w *writer) inline(n *html.Node, depth int) {
	marks := w.marks(n)
	lines, from := len(w.lines), w.line.Len()
	w.block(n, depth+1)
	if n.DataAtom == atom.A {
		w.link(attr(n, "href"))
	}
	if marks == "" || len(w.lines) != lines || w.line.Len() < from {
		return
	}
	all := w.line.String()
	said := all[from:]
	trimmed := strings.TrimSpace(said)
	if trimmed == "" {
		return
	}
	at := strings.Index(said, trimmed)
	w.line.Reset()
	w.line.WriteString(all[:from] + said[:at] + marks + trimmed + marks + said[at+len(trimmed):])
}

// link says where a link leads; within Google's own wrapping of it, to what is meant.
func (w *writer) link(href string) {
	if at := strings.Index(href, "google.com/url?q="); at >= 0 {
		href, _, _ = strings.Cut(href[at+len("google.com/url?q="):], "&")
		href = strings.NewReplacer("%3A", ":", "%2F", "/", "%3F", "?", "%3D", "=", "%26", "&", "%23", "#", "%25", "%").Replace(href)
	}
	switch {
	case href == "" || strings.HasPrefix(href, "#") || strings.Contains(w.line.String(), href):
	case strings.HasPrefix(href, "mailto:"):
		w.loose = append(w.loose, href)
	default:
		w.line.WriteString(" (" + href + ")")
	}
}

func (w *writer) text(s string) {
	if w.pre {
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			if i > 0 {
				w.flush()
			}
			w.line.WriteString(l)
		}
		return
	}
	said := strings.Join(strings.FieldsFunc(s, blank), " ")
	if said == "" {
		if s != "" && w.line.Len() > 0 && !strings.HasSuffix(w.line.String(), " ") {
			w.line.WriteString(" ")
		}
		return
	}
	if first := []rune(s)[0]; blank(first) && w.line.Len() > 0 && !strings.HasSuffix(w.line.String(), " ") {
		w.line.WriteString(" ")
	}
	w.line.WriteString(said)
	if all := []rune(s); blank(all[len(all)-1]) {
		w.line.WriteString(" ")
	}
}

func blank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || r == '\f'
}

// flush ends the line.
func (w *writer) flush() {
	said := strings.ReplaceAll(strings.ReplaceAll(w.line.String(), "****", ""), "** **", " ")
	if !w.pre {
		said = strings.TrimSpace(said)
	}
	w.line.Reset()
	if said == "" {
		if strings.TrimSpace(w.prefix) != "" && strings.Contains(w.prefix, "#") {
			w.prefix = ""
		}
		return
	}
	w.lines = append(w.lines, w.prefix+said)
	if w.prefix != "" {
		w.prefix = strings.Repeat(" ", len(w.prefix)-len(strings.TrimLeft(w.prefix, " ")))
		if w.prefix == "" && len(w.lists) > 0 {
			w.prefix = "  "
		}
	}
}

func deepText(n *html.Node) string {
	var b strings.Builder
	stack := []*html.Node{n}
	for len(stack) > 0 && b.Len() < 1<<20 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if at.Type == html.TextNode {
			b.WriteString(at.Data + " ")
		}
		for c := at.LastChild; c != nil; c = c.PrevSibling {
			stack = append(stack, c)
		}
	}
	return b.String()
}
