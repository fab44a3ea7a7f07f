package archive

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/voice"
)

// Bad says what of a file can't be read.
type Bad struct {
	File string
	Line int // 0 where it is the whole file
	Why  string
}

func (b Bad) Error() string {
	if b.Line == 0 {
		return voice.T("{file}: {why}", "file", b.File, "why", b.Why)
	}
	return voice.T("{file}, line {line}: {why}", "file", b.File, "line", strconv.Itoa(b.Line), "why", b.Why)
}

const fence = "---"

// Write is a row as a file.
func Write(r *Row) []byte {
	var b strings.Builder
	b.WriteString(fence + "\n")
	for _, f := range r.Fields {
		b.WriteString(f.Name + ":")
		switch {
		case f.List:
			for _, item := range f.Items {
				b.WriteString("\n  - " + scalar(item, false))
			}
		default:
			b.WriteString(" " + scalar(f.Text, f.Number))
		}
		b.WriteByte('\n')
	}
	b.WriteString(fence + "\n")
	b.WriteString(r.Body)
	return []byte(b.String())
}

// plainText is what every reader of YAML takes as the text that it is, or a date as a date.
var (
	plainText = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*$`)
	plainDate = regexp.MustCompile(`^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$`)
	meansMore = regexp.MustCompile(`(?i)^(y|n|yes|no|true|false|on|off|null)$`)
)

func scalar(text string, number bool) string {
	if number || plainDate.MatchString(text) || plainText.MatchString(text) && !meansMore.MatchString(text) {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == ' ' || unicode.IsGraphic(r) && !unicode.Is(unicode.Zs, r):
			b.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Read reads a file; ok is false where it has no front matter. What is flat is read, anything else refused by its line.
func Read(file string, data []byte) (r *Row, ok bool, err error) {
	text := strings.TrimPrefix(string(data), "\uFEFF")
	if !utf8.ValidString(firstLine(text)) || strings.TrimRight(firstLine(text), " \t\r") != fence {
		return nil, false, nil
	}
	if strings.HasSuffix(firstLine(text), "\r") { // a program that keeps the folder, such as git on Windows, made all lines end so
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	r = &Row{File: file, Line: 1}
	rest := text[len(firstLine(text)):]
	var block *longText
	for n := 2; ; n++ {
		rest = strings.TrimPrefix(rest, "\n")
		line := firstLine(rest)
		if line == "" && rest == "" {
			return nil, true, Bad{file, 1, voice.T("the lines at the top aren't closed: a line with --- is missing.")}
		}
		rest = rest[len(line):]
		if block != nil && block.takes(line) {
			continue
		}
		if block != nil {
			r.Fields = append(r.Fields, Field{Name: block.name, Text: block.text()})
			block = nil
		}
		if strings.TrimRight(line, " \t\r") == fence {
			r.Body = strings.TrimPrefix(rest, "\n")
			return r, true, nil
		}
		if block = blockOf(r, line); block != nil {
			continue
		}
		if why := r.property(strings.TrimRight(line, " \t\r")); why != "" {
			return nil, true, Bad{file, n, why}
		}
	}
}

func firstLine(text string) string {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return text[:i]
	}
	return text
}

// notFlat is said of what YAML knows and an archive doesn't.
func notFlat() string {
	return voice.T("only “name: value” and lists of values are read here. Put longer text below the second ---.")
}

// property reads a line of front matter, and says why it can't.
func (r *Row) property(line string) (why string) {
	trimmed := strings.TrimLeft(line, " \t")
	if !utf8.ValidString(line) {
		return voice.T("this line isn't text in UTF-8.")
	}
	if trimmed == "" || trimmed[0] == '#' {
		return ""
	}
	if item, is := strings.CutPrefix(trimmed, "-"); is && (item == "" || item[0] == ' ') {
		return r.item(strings.TrimLeft(item, " "))
	}
	if len(trimmed) != len(line) {
		return notFlat()
	}
	name, rest, ok := strings.Cut(line, ":")
	if !ok || name == "" || rest != "" && rest[0] != ' ' && rest[0] != '\t' || strings.ContainsAny(name, "\"'{}[]&*!|>%@`?") {
		return notFlat()
	}
	return r.value(strings.TrimRight(name, " "), strings.TrimLeft(rest, " \t"))
}

// value reads what a property is.
func (r *Row) value(name, rest string) (why string) {
	f, ok := Field{Name: name}, false
	if _, twice := r.Get(name); twice {
		return voice.T("“{name}” is there twice. Keep one of them.", "name", name)
	}
	if strings.HasPrefix(rest, "[") {
		f.List = true
		if f.Items, ok = inBrackets(rest); !ok {
			return notFlat()
		}
	} else if f.Text, ok = unscalar(rest); !ok {
		return notFlat()
	}
	r.Fields = append(r.Fields, f)
	return ""
}

// item reads a line of a list.
func (r *Row) item(text string) (why string) {
	n := len(r.Fields) - 1
	if n < 0 || r.Fields[n].Text != "" {
		return notFlat()
	}
	v, ok := unscalar(text)
	if !ok {
		return notFlat()
	}
	r.Fields[n].List = true
	r.Fields[n].Items = append(r.Fields[n].Items, v)
	return ""
}

// inBrackets reads a list on one line. A comma in quotes divides nothing.
func inBrackets(text string) (items []string, ok bool) {
	text, ok = strings.CutSuffix(strings.TrimRight(text[1:], " "), "]")
	var quote rune
	from := 0
	for i, c := range text + "," {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == c && c != ',':
			quote = 0
		case quote == 0 && c == ',':
			piece := strings.Trim(text[from:min(i, len(text))], " ")
			if from = i + 1; piece == "" {
				continue
			}
			v, is := unscalar(piece)
			if !is {
				return nil, false
			}
			items = append(items, v)
		}
	}
	return items, ok && quote == 0
}

// unscalar reads a value on one line; false where it is more than a value.
func unscalar(text string) (string, bool) {
	switch {
	case text == "" || text[0] == '#':
		return "", true
	case text[0] == '"':
		return unquote(text[1:])
	case text[0] == '\'':
		for i := 1; i < len(text); i++ {
			if text[i] != '\'' {
				continue
			}
			if i+1 < len(text) && text[i+1] == '\'' {
				i++
				continue
			}
			return strings.ReplaceAll(text[1:i], "''", "'"), onlyComment(text[i+1:])
		}
		return "", false
	case strings.ContainsAny(text[:1], "&*!|>{}[]%@`,"), strings.Contains(text, ": "), strings.HasSuffix(text, ":"),
		strings.HasPrefix(text, "- "), strings.HasPrefix(text, "? "):
		return "", false
	}
	if i := strings.Index(text, " #"); i >= 0 {
		text = strings.TrimRight(text[:i], " \t")
	}
	if text == "~" || text == "null" || text == "Null" || text == "NULL" {
		return "", true
	}
	return text, true
}

func onlyComment(rest string) bool {
	trimmed := strings.TrimLeft(rest, " \t")
	return trimmed == "" || trimmed[0] == '#' && len(trimmed) < len(rest)
}

// escapes are those of YAML of one letter.
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1b", ' ': " ", '"': `"`,
	'/': "/", '\\': `\`, 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

// wide are how many digits follow which letter.
var wide = map[byte]int{'x': 2, 'u': 4, 'U': 8}

// unquote reads what follows a double quote.
func unquote(text string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '"':
			return b.String(), onlyComment(text[i+1:])
		case c != '\\':
			b.WriteByte(c)
			continue
		case i+1 == len(text):
			return "", false
		}
		i++
		if plain, ok := escapes[text[i]]; ok {
			b.WriteString(plain)
			continue
		}
		n := wide[text[i]]
		if n == 0 || i+n >= len(text) {
			return "", false
		}
		code, err := strconv.ParseUint(text[i+1:i+1+n], 16, 32)
		if err != nil || code > unicode.MaxRune || !utf8.ValidRune(rune(code)) {
			return "", false
		}
		b.WriteRune(rune(code))
		i += n
	}
	return "", false
}
