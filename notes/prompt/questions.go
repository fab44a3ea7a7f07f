package prompt

import (
	_ "embed" // for questions.txt
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"handback/notes"
)

//go:embed questions.txt
var questionFile string

// bank holds the questions of questions.txt, read when the first prompt is wanted, so that the start does not pay for
// them. A file that breaks a rule never reaches a user: a test reads it too.
var bank = sync.OnceValue(func() questions { return mustRead(questionFile) })

// question is one line of questions.txt.
type question struct {
	key      string
	kind     notes.PromptKind
	forThem  bool
	occasion string // "" for any
	text     string
	parts    []part // the text, cut at its slots
	bound    bool   // it has a slot that comes from the occasion
}

// questions is a file that was read.
type questions struct {
	all      []question
	byKey    map[string]question
	byColumn map[column][]question
}

type column struct {
	kind    notes.PromptKind
	forThem bool
}

// of are the questions of a kind and column that fit an occasion, in the order of the file.
func (b questions) of(name notes.PromptKind, forThem bool, occasion string) []question {
	var qs []question
	for _, q := range b.byColumn[column{name, forThem}] {
		if q.occasion == "" || q.occasion == occasion {
			qs = append(qs, q)
		}
	}
	return qs
}

func mustRead(file string) questions {
	b, err := readQuestions(file)
	if err != nil {
		panic(err)
	}
	return b
}

// readQuestions reads a file of questions by the rules at its head. The error names the line.
func readQuestions(file string) (questions, error) {
	b := questions{byKey: map[string]question{}, byColumn: map[column][]question{}}
	var section question
	for i, line := range strings.Split(file, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		var err error
		if strings.HasPrefix(line, "[") {
			section, err = readSection(line)
		} else {
			err = b.add(section, line)
		}
		if err != nil {
			return questions{}, fmt.Errorf("questions.txt, line %d: %w", i+1, err)
		}
	}
	return b, nil
}

// readSection reads "[kind · for them · occasion]".
func readSection(line string) (question, error) {
	parts := strings.Split(strings.Trim(line, "[]"), "·")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) < 2 || len(parts) > 3 || (parts[1] != "for them" && parts[1] != "for me") {
		return question{}, fmt.Errorf("a section is [kind · for them] or [kind · for me · occasion], not %s", line)
	}
	q := question{kind: notes.PromptKind(parts[0]), forThem: parts[1] == "for them"}
	k, ok := kindOf(q.kind)
	if !ok {
		return question{}, fmt.Errorf("there is no kind %q", parts[0])
	}
	if len(parts) == 3 {
		q.occasion = parts[2]
		if _, ok := k.occasions[q.occasion]; !ok {
			return question{}, fmt.Errorf("%s has no occasion %q", q.kind, q.occasion)
		}
	}
	return q, nil
}

var keyShape = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

func (b *questions) add(section question, line string) error {
	if section.kind == "" {
		return fmt.Errorf("a question before the first section: %s", line)
	}
	key, text, ok := strings.Cut(line, ": ")
	if !ok || !keyShape.MatchString(key) {
		return fmt.Errorf("a question is written key: text, with a key of small letters: %s", line)
	}
	q := section
	q.key, q.text = key, strings.TrimSpace(text)
	q.parts = partsOf(q.text)
	if _, twice := b.byKey[key]; twice {
		return fmt.Errorf("the key %s is there twice", key)
	}
	if err := q.check(); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	for _, p := range q.parts {
		q.bound = q.bound || (p.slot != "" && !personSlot(p.slot))
	}
	b.all = append(b.all, q)
	b.byKey[key] = q
	of := column{q.kind, q.forThem}
	b.byColumn[of] = append(b.byColumn[of], q)
	return nil
}

// ruledOut are words that no question uses: they judge, blame, or ask for an excuse.
var ruledOut = []string{
	"why", "always", "never", "lazy", "careless", "neglect", "neglected", "lack", "lacks", "lacking", "fault", "blame",
	"fail", "failed", "failure", "attitude", "bad", "weak", "weakness", "excuse", "late", "score", "rank", "lags",
}

func (q question) check() error {
	if !strings.Contains(q.text, "?") {
		return fmt.Errorf("it asks nothing")
	}
	for _, w := range words(q.text) {
		for _, r := range ruledOut {
			if w == r {
				return fmt.Errorf("the word %q judges", w)
			}
		}
	}
	for _, p := range q.parts {
		switch {
		case p.slot == "" && strings.ContainsAny(p.text, "{}"):
			return fmt.Errorf("a brace is open or empty")
		case p.slot == "":
		case q.forThem && (personSlot(p.slot) || p.slot == "count"):
			return fmt.Errorf("{%s} is only for questions for me", p.slot)
		case !personSlot(p.slot) && !q.fills(p.slot):
			return fmt.Errorf("{%s} is not filled here", p.slot)
		}
	}
	return nil
}

// fills reports whether a slot is filled on the question's occasion, or on all occasions where it names none.
func (q question) fills(slot string) bool {
	k, _ := kindOf(q.kind)
	for name, slots := range k.occasions {
		if q.occasion != "" && q.occasion != name {
			continue
		}
		found := false
		for _, s := range slots {
			found = found || s == slot
		}
		if !found {
			return false
		}
	}
	return true
}

func kindOf(name notes.PromptKind) (kind, bool) {
	for _, k := range kinds {
		if k.name == name {
			return k, true
		}
	}
	return kind{}, false
}

// words are the words of a text in small letters: letters, digits, and an apostrophe within.
func words(s string) []string {
	all := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && r != '\''
	})
	for i := range all {
		all[i] = strings.Trim(all[i], "'")
	}
	return all
}
