package pages

import (
	"regexp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/incoming/reading"
)

var (
	wikiLink  = regexp.MustCompile(`!?\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]`)
	nestedTag = regexp.MustCompile(`(^|\s)#([\p{L}][\p{L}\p{M}\p{N}_-]*(?:/[\p{L}\p{M}\p{N}_-]+)+)`)
	blockID   = regexp.MustCompile(`\s\^([0-9a-z]{6})$`)
	dataLine  = regexp.MustCompile(`^\[([^\[\]]+)\]:\s*<?data:image/[^\s<>]*>?\s*$`)
	sized     = regexp.MustCompile(`^\d+(?:x\d+)?$`)
	callout   = regexp.MustCompile(`^(\s*(?:>\s*)+)\[!([\p{L}\d-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$`)
	dataImage = regexp.MustCompile(`!\[([^\[\]]*)\]\(<?data:image/[^\s()<>]*>?\)`)
	wholeKey  = regexp.MustCompile(`^\s*(?:[-*+]\s+)?[\[(]?([\p{L}][\p{L}\p{N} _-]{0,30})::\s*(\S[^\]]*(?:\]\])?)[\])]?\s*$`)
)

// unlinked is a text with the names of pages in place of links to them.
func unlinked(s string) string {
	said, _ := links(s)
	return said
}

// links is unlinked with the pages whose names the text doesn't say, since it calls them otherwise.
func links(s string) (said string, loose []string) {
	if !strings.Contains(s, "[[") {
		return s, nil
	}
	said = wikiLink.ReplaceAllStringFunc(s, func(link string) string {
		m := wikiLink.FindStringSubmatch(link)
		target, alias := strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
		if file, ok := reading.Attached(target); ok {
			loose = append(loose, reading.LeftOut(file))
			if sized.MatchString(alias) {
				alias = ""
			}
			return reading.SayAttached(alias, file)
		}
		if alias == "" {
			return target
		}
		if target != alias {
			loose = append(loose, alias+": [["+target+"]]")
		}
		return alias
	})
	return said, loose
}

// quoted is a line of a quotation that says what it is as Obsidian and GitHub do, "> [!note] Title", as it is read: "> Note: Title".
func quoted(line string) string {
	if !strings.Contains(line, "[!") {
		return line
	}
	m := callout.FindStringSubmatch(line)
	if m == nil {
		return line
	}
	said := m[1] + notes.UpperFirst(strings.ToLower(m[2]))
	if m[3] != "" {
		said += ": " + m[3]
	}
	return said
}

// body are lines as a note keeps them, and what of them has no place there.
func (r *page) body(from, to int) (body string, loose []string) {
	lines := r.lines[from:to]
	fenced, opens := reading.Fences(lines)
	out := make([]string, 0, len(lines))
	query := false // within one of a plugin
	for i, line := range lines {
		if fenced[i] {
			if opens[i] {
				kind := ofPlugin(line)
				if query = kind != ""; query {
					r.asked = true
					loose = append(loose, reading.AsksOnly(kind))
				}
			}
			if !query {
				out = append(out, line)
			}
			continue
		}
		said, left := r.inline(line)
		loose = append(loose, left...)
		if said == "" && line != "" {
			continue // a picture that stands in the text itself
		}
		task, ok := reading.ReadTask(said)
		if !ok && said == line {
			out = append(out, line)
			continue
		}
		if !ok {
			out = append(out, reading.Made(said, line))
			continue
		}
		said, left = task.Say()
		if said == "" {
			said = reading.Made(line, line)
		}
		out, loose = append(out, said), append(loose, left...)
	}
	return reading.Body(out), loose
}

// plugins are the kinds of blocks of code in whose place a plugin shows something else: what they ask for, which isn't there.
var plugins = map[string]bool{
	"dataview": true, "dataviewjs": true, "tasks": true, "query": true, "base": true, "button": true, "tracker": true,
	"meta-bind": true, "meta-bind-button": true, "meta-bind-js-view": true,
}

// ofPlugin is the kind of the block that a line opens, where a plugin shows something else in its place; "" where it is code that is read.
func ofPlugin(fence string) string {
	if kind := strings.ToLower(strings.TrimSpace(strings.TrimLeft(fence, " \t-*+`~"))); plugins[kind] {
		return kind
	}
	return ""
}

// inline is a line without the marks that only its program reads.
func (r *page) inline(line string) (said string, loose []string) {
	if strings.Contains(line, "data:") {
		if m := dataLine.FindStringSubmatch(line); m != nil {
			return "", []string{m[1]}
		}
		line = dataImage.ReplaceAllString(line, "$1")
	}
	if len(line) > 100_000 {
		return line, nil
	}
	said, loose = links(quoted(line))
	said, left := reading.Unfiled(said)
	loose = append(loose, left...)
	if strings.Contains(said, "#") && strings.Contains(said, "/") {
		said = nestedTag.ReplaceAllStringFunc(said, func(tag string) string { return strings.ReplaceAll(tag, "/", "-") })
	}
	if r.Wiki && strings.Contains(said, " ^") {
		if m := blockID.FindStringSubmatchIndex(said); m != nil {
			loose = append(loose, said[m[2]-1:])
			said = said[:m[0]]
		}
	}
	return said, loose
}

// inlineFields takes from the lines what the fields of Dataview, "person:: [[Ana Lima]]", say of the whole page.
func (r *page) inlineFields() {
	quiet := reading.Quiet(r.lines)
	var lines []string
	var at []int
	for i, line := range r.lines {
		if !quiet[i] && r.inlineField(line) {
			continue
		}
		lines, at = append(lines, line), append(at, r.at[i])
	}
	r.lines, r.at = lines, at
}

// inlineField reports whether a line is a field that says whom or which day the page is about, and nothing else did.
func (r *page) inlineField(line string) bool {
	before, _, ok := strings.Cut(line, "::")
	if !ok || len(line) > 400 {
		return false
	}
	key := strings.ToLower(strings.TrimLeft(before, " \t-*+[("))
	ofPerson, ofDay := slices.Contains(personKeys, key), slices.Contains(dayKeys, key)
	if !ofPerson && !ofDay {
		return false
	}
	m := wholeKey.FindStringSubmatch(line)
	switch {
	case m == nil:
		return false
	case ofPerson && r.Person == "":
		r.Person = OnePerson([]string{strings.TrimSpace(m[2])})
		return r.Person != ""
	case ofDay && r.Date == "":
		r.Date, ok = r.day(strings.TrimSpace(m[2]))
		return ok
	}
	return false
}

// hidden is a way to write what a page doesn't show.
type hidden struct{ open, shut string }

// unhidden makes what a page doesn't show private: comments, of HTML and of Obsidian. A comment that nothing closes is none.
func unhidden(lines []string, at []int, wiki bool) ([]string, []int) {
	ways := []hidden{{"<!--", "-->"}}
	if wiki {
		ways = append(ways, hidden{"%%", "%%"})
	}
	for _, way := range ways {
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, way.open) }) {
			continue
		}
		lines, at = way.out(lines, at)
	}
	return lines, at
}

// span is a comment: from a place in a line to one in the same or another.
type span struct{ line, from, lineTo, to int }

func (h hidden) find(lines []string) []span {
	fenced, _ := reading.Fences(lines)
	var spans []span
	open := span{line: -1}
	for i, line := range lines {
		if fenced[i] && open.line < 0 {
			continue
		}
		for from := 0; from < len(line); {
			mark := h.open
			if open.line >= 0 {
				mark = h.shut
			}
			n := strings.Index(line[from:], mark)
			if n < 0 {
				break
			}
			if open.line < 0 {
				open = span{line: i, from: from + n}
			} else {
				open.lineTo, open.to = i, from+n+len(mark)
				spans = append(spans, open)
				open = span{line: -1}
			}
			from += n + len(mark)
		}
	}
	return spans
}

func (h hidden) out(lines []string, at []int) ([]string, []int) {
	spans := h.find(lines)
	if len(spans) == 0 {
		return lines, at
	}
	var out []string
	var outAt []int
	add := func(i int, line string) { out, outAt = append(out, line), append(outAt, at[i]) }
	next := 0
	for i := 0; i < len(lines); i++ {
		var shown strings.Builder
		var secret []string
		from, within := 0, false
		for next < len(spans) && spans[next].line == i {
			s := spans[next]
			shown.WriteString(lines[i][from:s.from])
			within = true
			if s.lineTo == i {
				secret = append(secret, h.bare(lines[i][s.from:s.to]))
				from = s.to
				next++
				continue
			}
			secret = append(secret, h.bare(lines[i][s.from:]))
			for i++; i < s.lineTo; i++ {
				secret = append(secret, lines[i])
			}
			secret = append(secret, h.bare(lines[i][:s.to]))
			from = s.to
			for next++; next < len(spans) && spans[next].line < i; next++ {
			}
		}
		if !within {
			add(i, lines[i])
			continue
		}
		shown.WriteString(lines[i][from:])
		if said := shown.String(); strings.TrimSpace(said) != "" {
			add(i, reading.Made(said, lines[i]))
		}
		for _, line := range secret {
			if strings.TrimSpace(line) != "" {
				add(i, "private: "+strings.TrimSpace(line))
			}
		}
	}
	return out, outAt
}

// bare is a piece of a comment without its marks.
func (h hidden) bare(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(s, h.open), h.shut)
}

// Prose are lines that never file: what is said of a page by its program, and by nobody.
func Prose(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		if out[i] = reading.Made(line, ""); notes.IsPrivate(line) {
			out[i] = line
		}
	}
	return out
}
