package storage

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/prompt"
)

var judgement = flag.Bool("judgement", false, "hold the prompt engine to the twelve judged journals, and print the figures")

var judgementSays = flag.Bool("judgement-says", false, "print also what is asked in each situation, and what the coach says of it")

const judgedDir = "../notes/prompt/testdata/judgement"

// judgementLater takes the eight of "later", which another hand wrote when the twelve had been tuned on.
var judgementLater = flag.Bool("judgement-later", false, "take the eight journals that were written later")

// grade is what a coach thinks of a prompt, the worst last.
type grade int

const (
	exact grade = iota
	near
	acceptable
	missed // nothing was asked where something should have been
	wrong
	harmful
	grades
)

var gradeNames = [grades]string{"exact", "near", "acceptable", "missed", "wrong", "harmful"}

func engineKind(name string) notes.PromptKind {
	if name == "crisis" {
		return prompt.Review
	}
	return notes.PromptKind(name)
}

// judge says what the coach thinks of one prompt.
func (s situation) judge(p prompt.Prompt) grade {
	said := strings.ToLower(p.Text + " " + p.Reason)
	best := wrong
	for _, v := range s.says {
		same := v.kind != "" && engineKind(v.kind) == p.Kind
		switch {
		case v.grade == "must not" && (same || (v.words != "" && strings.Contains(said, strings.ToLower(v.words)))):
			return harmful
		case !same:
		case v.grade == "exact" && from(p, v.line):
			best = exact
		case v.grade == "exact", v.grade == "near":
			best = min(best, near)
		case v.grade == "accept":
			best = min(best, acceptable)
		}
	}
	return best
}

// silence says what the coach thinks of no prompt.
func (s situation) silence() grade {
	for _, v := range s.says {
		if v.kind == "none" {
			switch v.grade {
			case "exact":
				return exact
			case "near":
				return near
			case "accept":
				return acceptable
			}
		}
	}
	return missed
}

// first is the grade of what comes into view; three is that of the best of all that are offered, harm before all.
func (s situation) first(ps []prompt.Prompt) (first, three grade) {
	if len(ps) == 0 {
		return s.silence(), s.silence()
	}
	first = s.judge(ps[0])
	three = first
	for _, p := range ps[1:] {
		switch g := s.judge(p); {
		case three == harmful || g == harmful:
			three = harmful
		default:
			three = min(three, g)
		}
	}
	return first, three
}

const sameChars = 40

// from reports whether a prompt comes from a line: one of its own, or of the head what its words name.
func from(p prompt.Prompt, line string) bool {
	line = strings.TrimSpace(line)
	if line == "" {
		return true
	}
	for _, b := range p.Because {
		if strings.TrimSpace(b.Raw) == line {
			return true
		}
	}
	word, value, ok := strings.Cut(line, ": ")
	v := judgedParts(value)
	named := ""
	switch word {
	case "away":
		return ok
	case "goal", "company", "area", "talk", "why", "crisis":
		named = v[0]
	case "step", "chance", "led":
		named = v[1]
	default:
		return false
	}
	named = strings.ToLower(strings.TrimPrefix(named, "#"))
	if utf8.RuneCountInString(named) > sameChars {
		named = string([]rune(named)[:sameChars])
	}
	return named != "" && strings.Contains(strings.ToLower(p.Text+" "+p.Reason), named)
}

type figures struct{ first, three [grades]int }

func (f *figures) add(o figures) {
	for g := range grades {
		f.first[g] += o.first[g]
		f.three[g] += o.three[g]
	}
}

func sayFigures(of [grades]int) string {
	total := 0
	for _, n := range of {
		total += n
	}
	said := make([]string, grades)
	for g, n := range of {
		said[g] = fmt.Sprintf("%s %d", gradeNames[g], n)
	}
	good := 0.0
	if total > 0 {
		good = 100 * float64(of[exact]+of[near]) / float64(total)
	}
	return fmt.Sprintf("%s · %.0f %% exact or near of %d", strings.Join(said, ", "), good, total)
}

func (jd *judged) run(t *testing.T, also func(situation, []prompt.Prompt)) (sum figures) {
	t.Helper()
	for _, s := range jd.situations {
		c := newClock()
		j, err := Open(filepath.Join(t.TempDir(), FileName), Options{Now: c.now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		ids := jd.fill(t, j, c, s.day)
		id, ok := ids[s.who]
		if !ok {
			t.Fatal("a situation is about nobody known")
		}
		ps := prompt.Choose(must[notes.PromptFacts](t)(j.PromptFacts(id, c.now())))
		first, three := s.first(ps)
		sum.first[first]++
		sum.three[three]++
		if also != nil {
			also(s, ps)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return sum
}

// said is a situation in words: what is asked, and what the coach would ask.
func (s situation) said(name string, ps []prompt.Prompt) string {
	var b strings.Builder
	first, three := s.first(ps)
	fmt.Fprintf(&b, "\n%s %s %s: %s, %s\n", name, s.who, s.day, gradeNames[first], gradeNames[three])
	for _, p := range ps {
		fmt.Fprintf(&b, "  %-10s %s: %s (%s)\n", gradeNames[s.judge(p)], p.Kind, p.Text, p.Reason)
		for _, line := range p.Because {
			fmt.Fprintf(&b, "             < %s\n", line.Raw)
		}
	}
	for _, v := range s.says {
		fmt.Fprintf(&b, "    %s: %s%s | %s\n", v.grade, v.kind, v.words, v.line)
	}
	return b.String()
}

// TestJudgement prints figures alone, unless it is asked for more: whoever writes the rules must not see the lines.
func TestJudgement(t *testing.T) {
	if !*judgement {
		t.Skip("with -judgement")
	}
	dir := judgedDir
	if *judgementLater {
		dir = filepath.Join(dir, "later")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no journals", err)
	}
	slices.Sort(files)
	var all figures
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		jd, err := readJudged(string(text))
		if err != nil {
			t.Fatalf("%s: %v", filepath.Base(file), err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		var also func(situation, []prompt.Prompt)
		if *judgementSays {
			also = func(s situation, ps []prompt.Prompt) { fmt.Print(s.said(name, ps)) }
		}
		f := jd.run(t, also)
		all.add(f)
		fmt.Printf("%-14s first: %s\n%-14s three: %s\n", name, sayFigures(f.first), "", sayFigures(f.three))
	}
	fmt.Printf("%-14s first: %s\n%-14s three: %s\n", "all", sayFigures(all.first), "", sayFigures(all.three))
}
