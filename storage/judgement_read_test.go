package storage

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
)

// judged is a journal of notes/prompt/testdata/judgement, whose README says how it is written.
type judged struct {
	today      notes.Date
	me         notes.Person
	off        []notes.Span
	company    [][]string
	people     []*judgedPerson
	notes      []judgedNote
	situations []situation
}

type judgedPerson struct {
	notes.Person
	away  []notes.Span
	head  []headLine
	goals []*judgedGoal
	leads [][]string // help or "crisis" first, then as written
}

type headLine struct {
	word  string
	parts []string
	whole string // all behind the colon, untrimmed of " | "
}

type judgedGoal struct {
	parts []string
	below []headLine
}

type judgedNote struct {
	kind      notes.NoteKind
	day       notes.Date
	who       string // a first name, or Me
	calledOff string
	body      string
}

type situation struct {
	who  string
	day  notes.Date
	says []verdictLine
}

// verdictLine is one line of a judgement: exact, near, accept or must not.
type verdictLine struct {
	grade string
	kind  string // "none", or a kind as the README names it; empty where words are forbidden
	words string
	line  string
}

func readJudged(text string) (*judged, error) {
	jd := &judged{}
	part := "head"
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		var err error
		switch heading, isHeading := strings.CutPrefix(line, "== "); {
		case isHeading && strings.TrimSpace(heading) == "judged":
			part = "judged"
		case isHeading && part != "judged":
			part = "notes"
			err = jd.heading(heading)
		case part == "notes":
			n := &jd.notes[len(jd.notes)-1]
			n.body += line + "\n"
		case strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimSpace(line), "#"):
		case part == "head":
			err = jd.headLine(strings.TrimSpace(line))
		default:
			err = jd.verdict(strings.TrimSpace(line))
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	for i := range jd.notes {
		jd.notes[i].body = strings.TrimSpace(jd.notes[i].body) + "\n"
	}
	return jd, nil
}

func (jd *judged) heading(text string) error {
	main, calledOff, _ := strings.Cut(text, " | ")
	f := strings.Fields(main)
	if len(f) < 3 || !notes.Date(f[1]).Valid() {
		return fmt.Errorf("a note begins with == kind day name")
	}
	n := judgedNote{kind: notes.NoteKind(f[0]), day: notes.Date(f[1]), who: strings.Join(f[2:], " ")}
	if n.kind == notes.MissedNote {
		n.calledOff = strings.TrimSpace(calledOff)
	}
	jd.notes = append(jd.notes, n)
	return nil
}

const headParts = 8

func judgedParts(text string) []string {
	for strings.Contains(text, "| |") { // an empty part, of which the blank divides it on both sides
		text = strings.ReplaceAll(text, "| |", "|  |")
	}
	v := strings.Split(text, " | ")
	for i := range v {
		v[i] = strings.TrimSpace(strings.Trim(strings.TrimSpace(v[i]), "|"))
	}
	for len(v) < headParts {
		v = append(v, "")
	}
	return v
}

func (jd *judged) headLine(line string) error {
	word, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("no word and colon")
	}
	value = strings.TrimSpace(value)
	v := judgedParts(value)
	switch word {
	case "today":
		jd.today = notes.Date(value)
		return nil
	case "me":
		jd.me = notes.Person{Kind: notes.KindMe, Name: v[0], Pronoun: notes.Pronoun(v[1]), Role: v[2]}
		return nil
	case "off":
		s, err := readSpan(value)
		jd.off = append(jd.off, s)
		return err
	case "company":
		jd.company = append(jd.company, v)
		return nil
	case "person":
		jd.people = append(jd.people, &judgedPerson{Person: notes.Person{
			Kind: notes.KindReport, State: notes.StateHere, Name: value, Pronoun: notes.They,
		}})
		return nil
	}
	if len(jd.people) == 0 {
		return fmt.Errorf("%q before the first person", word)
	}
	return jd.people[len(jd.people)-1].read(headLine{word, v, value})
}

func (p *judgedPerson) read(l headLine) (err error) {
	switch l.word {
	case "also":
		for _, a := range strings.Split(l.whole, ",") {
			p.Aliases = append(p.Aliases, strings.TrimSpace(a))
		}
	case "role":
		p.Role = l.whole
	case "pronoun":
		p.Pronoun = notes.Pronoun(l.whole)
	case "joined":
		p.Since, p.Joined = notes.Date(l.whole), notes.Date(l.whole)
	case "rhythm":
		p.Rhythm, err = judgedRhythm(l.whole)
	case "away":
		var s notes.Span
		s, err = readSpan(l.whole)
		p.away = append(p.away, s)
	case "goal":
		p.goals = append(p.goals, &judgedGoal{parts: l.parts})
	case "why", "step in if", "step", "chance", "moved", "closed":
		if len(p.goals) == 0 {
			return fmt.Errorf("%q without a goal", l.word)
		}
		g := p.goals[len(p.goals)-1]
		g.below = append(g.below, l)
	case "led":
		p.leads = append(p.leads, l.parts)
	case "crisis":
		p.leads = append(p.leads, append([]string{"crisis", l.parts[0], ""}, l.parts[1:]...))
	case "led because", "led until":
		if len(p.leads) == 0 {
			return fmt.Errorf("%q without a led", l.word)
		}
		at := &p.leads[len(p.leads)-1]
		*at = append(*at, l.word, l.whole)
	case "area", "talk", "prompt":
		p.head = append(p.head, l)
	default:
		return fmt.Errorf("unknown word %q", l.word)
	}
	return err
}

func readSpan(text string) (notes.Span, error) {
	from, to, _ := strings.Cut(text, "..")
	s := notes.Span{From: notes.Date(strings.TrimSpace(from)), To: notes.Date(strings.TrimSpace(to))}
	if s.To == "" {
		s.To = s.From
	}
	if !s.From.Valid() || !s.To.Valid() {
		return s, fmt.Errorf("not FIRST .. LAST")
	}
	return s, nil
}

var rhythmWords = regexp.MustCompile(`^(about )?(\d+) (week|month)s?$`)

func judgedRhythm(text string) (notes.Rhythm, error) {
	m := rhythmWords.FindStringSubmatch(text)
	if m == nil {
		return notes.Rhythm{}, fmt.Errorf("not a rhythm")
	}
	n, err := strconv.Atoi(m[2])
	return notes.Rhythm{Every: n, Unit: notes.RhythmUnit(m[3])}, err
}

func (jd *judged) verdict(line string) error {
	if rest, ok := strings.CutPrefix(line, "judge "); ok {
		at := strings.LastIndex(rest, " on ")
		if at < 0 || !notes.Date(rest[at+4:]).Valid() {
			return fmt.Errorf("not: judge PERSON on DAY")
		}
		jd.situations = append(jd.situations, situation{who: rest[:at], day: notes.Date(rest[at+4:])})
		return nil
	}
	grade, value, ok := strings.Cut(line, ":")
	if !ok || len(jd.situations) == 0 || !slices.Contains([]string{"exact", "near", "accept", "must not", "because"}, grade) {
		return fmt.Errorf("no judgement")
	}
	if grade == "because" {
		return nil
	}
	v := verdictLine{grade: grade}
	value = strings.TrimSpace(value)
	if words, quoted := strings.CutPrefix(value, `"`); quoted {
		v.words, _, _ = strings.Cut(words, `"`)
	} else {
		v.kind, v.line, _ = strings.Cut(value, " | ")
		v.kind = strings.TrimSpace(v.kind)
	}
	if grade == "must not" {
		v.line = "" // it is the reason
	}
	s := &jd.situations[len(jd.situations)-1]
	s.says = append(s.says, v)
	return nil
}

// asOf is a line as it stood in the morning of a day: without a state of that day or later.
func asOf(line string, day notes.Date) string {
	at := strings.LastIndex(line, "(")
	for at >= 0 {
		m := laterState.FindStringSubmatch(line[at:])
		if m != nil && notes.Date(m[1]) >= day {
			box := doneBox.ReplaceAllString(line[:at], "${1}[ ]")
			return strings.TrimRight(box, " ") + m[3]
		}
		at = strings.LastIndex(line[:at], "(")
	}
	return line
}

var (
	laterState = regexp.MustCompile(`^\([a-z]+ (\d{4}-\d\d-\d\d)(:.*)?\)([ .]*(?:#\S+ *)*)$`)
	doneBox    = regexp.MustCompile(`^(\s*[-*+] )\[[xX]\]`)
)

func bodyAsOf(body string, day notes.Date) string {
	lines := strings.Split(body, "\n")
	for i, l := range lines {
		lines[i] = asOf(l, day)
	}
	return strings.Join(lines, "\n")
}
