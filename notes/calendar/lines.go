package calendar

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// part is a component: what stands between BEGIN and END.
type part struct {
	name  string
	props []prop
	parts []*part
}

// prop is a content line.
type prop struct {
	name   string
	params map[string]string
	value  string
}

func (p *part) find(name string) (prop, bool) {
	for _, q := range p.props {
		if q.name == name {
			return q, true
		}
	}
	return prop{}, false
}

func (p *part) text(name string) string {
	q, _ := p.find(name)
	return strings.ToUpper(strings.TrimSpace(q.value))
}

// parse reads the calendars of a file.
func parse(file []byte) ([]*part, error) {
	if len(file) > MaxFile {
		return nil, ErrTooBig
	}
	r := reader{rest: bytes.TrimPrefix(file, []byte("\ufeff"))}
	root := &part{}
	open := []*part{root}
	for {
		line, ok := r.line()
		if !ok {
			break
		}
		p, ok := readProp(line)
		if !ok {
			continue
		}
		top := open[len(open)-1]
		switch name := strings.ToUpper(strings.TrimSpace(p.value)); {
		case p.name == "BEGIN":
			if len(open) > maxDepth {
				return nil, ErrNoCalendar
			}
			made := &part{name: name}
			top.parts = append(top.parts, made)
			open = append(open, made)
		case p.name == "END":
			open = closePart(open, name)
		case slices.Contains(kept, p.name):
			top.props = append(top.props, p)
		}
	}
	calendars := slices.DeleteFunc(root.parts, func(p *part) bool { return p.name != "VCALENDAR" })
	if len(calendars) == 0 {
		return nil, ErrNoCalendar
	}
	if len(open) > 1 {
		return nil, ErrCutOff
	}
	return calendars, nil
}

// closePart closes the part of that name and those that were left open within it. An END of nothing that is open is nothing.
func closePart(open []*part, name string) []*part {
	for i := len(open) - 1; i > 0; i-- {
		if open[i].name == name {
			return open[:i]
		}
	}
	return open
}

// reader gives the lines of a file, unfolded. Lines end with CRLF, LF or CR.
type reader struct{ rest []byte }

// maxLine is how long a line is read; what is behind that is dropped.
const maxLine = 1 << 16

func (r *reader) line() (string, bool) {
	if len(r.rest) == 0 {
		return "", false
	}
	line := append([]byte(nil), r.raw()...)
	for len(r.rest) > 0 && (r.rest[0] == ' ' || r.rest[0] == '\t') {
		more := r.raw()[1:]
		if len(line) < maxLine {
			line = append(line, more...)
		}
	}
	if len(line) > maxLine {
		line = line[:maxLine]
	}
	if !utf8.Valid(line) {
		return latin(line), true
	}
	return string(line), true
}

func (r *reader) raw() []byte {
	i := bytes.IndexAny(r.rest, "\r\n")
	if i < 0 {
		line := r.rest
		r.rest = nil
		return line
	}
	line := r.rest[:i]
	if r.rest[i] == '\r' && i+1 < len(r.rest) && r.rest[i+1] == '\n' {
		i++
	}
	r.rest = r.rest[i+1:]
	return line
}

// latin reads a line that isn't UTF-8 as Latin-1.
func latin(line []byte) string {
	runes := make([]rune, len(line))
	for i, b := range line {
		runes[i] = rune(b)
	}
	return string(runes)
}

// readProp reads NAME;PARAM=value;PARAM="value":value.
func readProp(line string) (prop, bool) {
	end := strings.IndexAny(line, ";:")
	if end <= 0 {
		return prop{}, false
	}
	p := prop{name: strings.ToUpper(strings.TrimSpace(line[:end]))}
	rest := line[end:]
	for strings.HasPrefix(rest, ";") {
		name, value, after, ok := readParam(rest[1:])
		if !ok {
			return prop{}, false
		}
		if p.params == nil {
			p.params = map[string]string{}
		}
		if _, twice := p.params[name]; !twice {
			p.params[name] = value
		}
		rest = after
	}
	value, ok := strings.CutPrefix(rest, ":")
	p.value = value
	return p, ok
}

func readParam(s string) (name, value, rest string, ok bool) {
	end := strings.IndexAny(s, "=;:")
	if end < 0 {
		return "", "", "", false
	}
	name = strings.ToUpper(s[:end])
	if s[end] != '=' {
		return name, "", s[end:], true
	}
	quoted := false
	i := end + 1
	for ; i < len(s); i++ {
		if s[i] == '"' {
			quoted = !quoted
		} else if !quoted && (s[i] == ';' || s[i] == ':') {
			break
		}
	}
	value = strings.NewReplacer(`"`, "", "^n", " ", "^'", `"`, "^^", "^").Replace(s[end+1 : i])
	return name, value, s[i:], true
}

// plain is a text without its escapes, on one line.
func plain(s string) string {
	s = strings.NewReplacer(`\\`, `\`, `\n`, " ", `\N`, " ", `\,`, ",", `\;`, ";").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}
