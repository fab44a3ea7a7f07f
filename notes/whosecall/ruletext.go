package whosecall

import (
	"slices"
	"strings"
)

// ruleText reads the sections of rules.txt into a book.
type ruleText struct {
	*book
	conditions conditionSet
	looks      map[string]look
}

func (b *book) readRules(parts []section) error {
	t := ruleText{b, conditions(), looks()}
	for i := range parts {
		w, err := t.way(&parts[i])
		if err != nil {
			return err
		}
		b.sections = append(b.sections, w)
		switch {
		case w.rule == "guard":
			b.guards = append(b.guards, w)
		case w.rule != "phrases":
			b.ways = append(b.ways, w)
		}
	}
	return nil
}

// way reads a section.
func (t ruleText) way(s *section) (*way, error) {
	w := &way{section: *s, rule: s.kind()}
	if w.rule != "guard" && w.rule != "phrases" && !slices.Contains(Rules, w.rule) {
		return nil, s.fail(0, "a section is of a rule, a guard or phrases, not %q", w.rule)
	}
	place := "at the verb"
	if w.rule == "phrases" {
		place = "from the verb on"
	}
	p := named(t.phrases, strings.TrimPrefix(s.title, "phrases · "))
	p.line, p.look, p.begins = s.line, t.looks[place], t.begins
	var err error
	if p.number, err = t.begins.next(); err != nil {
		return nil, err
	}
	for _, l := range s.lines {
		if err := t.line(w, p, l); err != nil {
			return nil, err
		}
	}
	if len(p.all) > 0 {
		w.says = p
	}
	if w.rule == "guard" && len(w.rules) == 0 {
		return nil, s.fail(0, "a guard says for which rules it is")
	}
	return w, nil
}

// line reads a line of a section.
func (t ruleText) line(w *way, p *phrases, l textLine) error {
	if text, ok := strings.CutPrefix(l.text, "+ "); ok {
		w.examples = append(w.examples, example{true, textLine{l.number, text}})
		return nil
	}
	if text, ok := strings.CutPrefix(l.text, "- "); ok {
		w.examples = append(w.examples, example{false, textLine{l.number, text}})
		return nil
	}
	key, rest, _ := strings.Cut(l.text, ": ")
	switch key {
	case "when", "unless", "silent when", "silent unless":
		t.add(w, key, rest, l.number, len(p.all) > 0)
	case "silent":
		w.silences = true
	case "for":
		w.rules = strings.Split(rest, ", ")
		for _, rule := range w.rules {
			if !slices.Contains(Rules, rule) {
				return w.fail(l.number, "there is no rule %q", rule)
			}
		}
	case "look":
		if p.look = t.looks[rest]; p.look == nil {
			return w.fail(l.number, "phrases stand nowhere called %q", rest)
		}
	default:
		with, err := compile(l.text, t.listed)
		if err != nil {
			return w.fail(l.number, "%v", err)
		}
		p.add(with)
	}
	return nil
}

// add adds the conditions of a line, which names conditions of the code or phrases.
func (t ruleText) add(w *way, key, names string, line int, after bool) {
	silences := strings.HasPrefix(key, "silent")
	// To be silent when something holds is to go on unless it does.
	unless := key == "unless" || key == "silent when"
	for _, name := range strings.Split(names, ", ") {
		k := condition{name: name, holds: t.conditions[name], unless: unless, silences: silences}
		if k.holds == nil {
			p := named(t.phrases, name)
			p.used, p.namedAt = true, line
			k.holds = func(r *reader, f fit) bool {
				_, ok := p.find(r, f)
				return ok
			}
		}
		if after || silences {
			w.after = append(w.after, k)
		} else {
			w.before = append(w.before, k)
		}
	}
}
