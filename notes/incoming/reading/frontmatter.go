package reading

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"handback/notes"
)

// maxFront is more bytes than any front matter that a person or a program wrote.
const maxFront = 256 << 10

// Front is what stands between two lines --- at the beginning of a file: its keys in their order.
type Front struct {
	Fields []Field
	Broken bool // it isn't YAML, and was read line by line
}

// Field is a key of front matter with its values, which are none where it holds more than text and lists of text.
type Field struct {
	Key    string
	Values []string
	Raw    string // as it is written, over all its lines
}

// FrontMatter divides a text into its front matter, the text after it, and the line at which that begins, from 1. A text without any
// is all body. Front matter that isn't YAML is read line by line; nothing of it is left out of Fields.
func FrontMatter(text string) (front Front, body string, line int) {
	first, rest, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimRight(first, " \t") != "---" {
		return Front{}, text, 1
	}
	lines := strings.SplitAfter(rest, "\n")
	size := 0
	for i, l := range lines {
		if end := strings.TrimRight(l, " \t\n"); end == "---" || end == "..." {
			if !looksLikeFront(lines[:i]) {
				break
			}
			return readFront(lines[:i]), strings.Join(lines[i+1:], ""), i + 3
		}
		if size += len(l); size > maxFront {
			break
		}
	}
	return Front{}, text, 1
}

// looksLikeFront reports whether lines hold a key at all; a rule at the top of a text has prose after it.
func looksLikeFront(lines []string) bool {
	blank := true
	for _, l := range lines {
		if strings.TrimSpace(l) == "" || strings.HasPrefix(l, "#") {
			continue
		}
		blank = false
		if key, _, ok := strings.Cut(l, ":"); ok && len(key) < 60 && !strings.HasPrefix(l, " ") {
			return true
		}
	}
	return blank
}

func readFront(lines []string) Front {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Join(lines, "")), &doc); err != nil {
		return lenient(lines)
	}
	if len(doc.Content) == 0 {
		return Front{Fields: comments(nil, lines)}
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode || top.Style&yaml.FlowStyle != 0 {
		return lenient(lines)
	}
	front := Front{}
	if first := top.Content; len(first) > 0 {
		front.Fields = comments(nil, lines[:first[0].Line-1])
	}
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		end := len(lines)
		if i+2 < len(top.Content) {
			end = top.Content[i+2].Line - 1
		}
		from := key.Line - 1
		if from < 0 || from >= end || end > len(lines) || key.Kind != yaml.ScalarNode {
			return lenient(lines)
		}
		front.Fields = append(front.Fields, Field{
			Key: key.Value, Values: values(value), Raw: strings.TrimRight(strings.Join(lines[from:end], ""), "\n "),
		})
	}
	return front
}

// comments are the lines of front matter before its first key.
func comments(fields []Field, lines []string) []Field {
	if raw := strings.TrimSpace(strings.Join(lines, "")); raw != "" {
		fields = append(fields, Field{Raw: raw})
	}
	return fields
}

// values are the texts of a value. An alias isn't followed: what is said in one place isn't said again.
func values(n *yaml.Node) []string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" || strings.TrimSpace(n.Value) == "" {
			return nil
		}
		return []string{strings.TrimSpace(n.Value)}
	case yaml.SequenceNode:
		if link := wikilink(n); link != "" {
			return []string{link}
		}
		var all []string
		for _, c := range n.Content {
			switch {
			case c.Kind == yaml.ScalarNode:
				all = append(all, values(c)...)
			case wikilink(c) != "":
				all = append(all, wikilink(c))
			default:
				return nil
			}
		}
		return all
	}
	return nil
}

// wikilink is the text of a link [[Ana Lima]] that isn't quoted, which YAML takes for a list in a list.
func wikilink(n *yaml.Node) string {
	for range 2 {
		if n.Kind != yaml.SequenceNode || n.Style&yaml.FlowStyle == 0 || len(n.Content) != 1 {
			return ""
		}
		n = n.Content[0]
	}
	if n.Kind != yaml.ScalarNode {
		return ""
	}
	return "[[" + n.Value + "]]"
}

// lenient reads front matter that isn't YAML: each line that begins with a key and a colon is a field, and what follows it is its own.
func lenient(lines []string) Front {
	front := Front{Broken: true}
	for _, l := range lines {
		l = strings.TrimRight(l, "\n \t")
		key, value, ok := strings.Cut(l, ":")
		switch {
		case l == "":
		case ok && key != "" && !strings.ContainsAny(key[:1], " \t-#[{\"'") && len(key) < 60:
			f := Field{Key: strings.TrimSpace(key), Raw: l}
			if value = strings.Trim(strings.TrimSpace(value), `"'`); value != "" {
				f.Values = []string{value}
			}
			front.Fields = append(front.Fields, f)
		case len(front.Fields) == 0:
			front.Fields = append(front.Fields, Field{Raw: l})
		default:
			last := &front.Fields[len(front.Fields)-1]
			last.Raw += "\n" + l
			if item, ok := strings.CutPrefix(strings.TrimSpace(l), "- "); ok && item != "" {
				last.Values = append(last.Values, strings.Trim(strings.TrimSpace(item), `"'`))
			}
		}
	}
	return front
}

// Take gives the values of the first of the keys, in any case, that accept takes, and takes that field out; comments in it stay.
func (f *Front) Take(accept func(values []string) bool, keys ...string) bool {
	for _, key := range keys {
		for i, field := range f.Fields {
			if strings.EqualFold(field.Key, key) && len(field.Values) > 0 && accept(field.Values) {
				f.Fields = slices.Concat(f.Fields[:i], f.besides(field), f.Fields[i+1:])
				return true
			}
		}
	}
	return false
}

// besides is what a field holds besides its values.
func (f *Front) besides(field Field) []Field {
	var left []string
	for i, line := range strings.Split(field.Raw, "\n") {
		_, comment, ok := strings.Cut(line, " #")
		switch {
		case strings.HasPrefix(strings.TrimSpace(line), "#"), i > 0 && f.Broken:
			left = append(left, line)
		case ok && !strings.Contains(strings.Join(field.Values, " "), "#"+comment):
			left = append(left, "#"+comment)
		}
	}
	if len(left) == 0 {
		return nil
	}
	return []Field{{Raw: strings.Join(left, "\n")}}
}

// Loose is what is left of front matter, a field a line.
func (f *Front) Loose() []string {
	var loose []string
	for _, field := range f.Fields {
		loose = append(loose, strings.Join(strings.Fields(field.Raw), " "))
	}
	return loose
}

// TagLine is a line of prose with tags as Handback writes them; what can't be a tag is left as words.
func TagLine(tags []string) string {
	var line []string
	for _, t := range tags {
		for _, tag := range strings.FieldsFunc(t, func(r rune) bool { return r == ',' || r == ' ' }) {
			said := AsTag(tag)
			if !strings.HasPrefix(said, "#") && SaysOneOnOne(said) {
				continue // a bare "1on1" would say nothing
			}
			line = append(line, said)
		}
	}
	return strings.Join(line, " ")
}

// AsTag is a tag as Handback writes it, #lead-platform for #lead/platform; one that can't be is left as it is.
func AsTag(tag string) string {
	name := strings.Trim(strings.NewReplacer("/", "-", " ", "-").Replace(strings.TrimPrefix(tag, "#")), "-")
	if !notes.ValidTag(name) {
		return tag
	}
	return "#" + name
}
