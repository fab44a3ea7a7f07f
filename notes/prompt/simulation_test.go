package prompt

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

var update = flag.Bool("update", false, "write docs/PROMPTS-SIMULATION.md anew")

const (
	simDays = 730
	simDoc  = "../../docs/PROMPTS-SIMULATION.md"
)

// habit is what a manager does with prompts.
type habit struct {
	name  string
	says  string
	apply func(*life, Prompt) (notes.Change, string) // what is done, in a word; "" for nothing
}

var habits = []habit{
	{"answers", "asks what can be asked, does what can be done, and sometimes looks on", func(l *life, p Prompt) (notes.Change, string) {
		switch {
		case l.chance(6):
			return Another(p, l.f), "another"
		case p.ForThem:
			return Ask(p, l.f), "asked"
		}
		c := Done(p, l.f)
		l.act(p)
		return c, "done"
	}},
	{"ignores", "looks at the brief and does nothing with the prompt", func(*life, Prompt) (notes.Change, string) {
		return notes.Change{}, ""
	}},
	{"mutes", "says Later to most, and Not for this person to some", func(l *life, p Prompt) (notes.Change, string) {
		switch {
		case l.chance(12):
			return NotForThem(p, l.f), "not for them"
		case l.chance(2):
			return Later(p, l.f), "later"
		}
		return notes.Change{}, ""
	}},
}

// tally is what was asked of the managers of one habit.
type tally struct {
	shown     map[notes.PromptKind]int
	texts     map[string]int
	did       map[string]int
	oneOnOnes int
	silent    int // one-on-ones for which there was nothing to ask
	shortest  int // days until a text came back, reviews left out; 0 where none did
	longest   map[notes.PromptKind]int
	retired   int
	muted     int
}

func newTally() *tally {
	return &tally{
		shown: map[notes.PromptKind]int{}, texts: map[string]int{}, did: map[string]int{}, longest: map[notes.PromptKind]int{},
	}
}

var reports = []string{
	"Ana", "Ben", "Chidi", "Dana", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Kofi", "Lena",
}

func simulate(t *testing.T) map[string]*tally {
	all := map[string]*tally{}
	for i, name := range reports {
		h := habits[i%len(habits)]
		if all[h.name] == nil {
			all[h.name] = newTally()
		}
		twoYears(t, newLife(int64(i+1), name, []int{7, 14, 14, 28}[i/len(habits)]), h, all[h.name])
	}
	return all
}

// twoYears lets a manager look at the brief on the day before each one-on-one and on that day.
func twoYears(t *testing.T, l *life, h habit, sum *tally) {
	last := map[string]notes.Date{}
	waits := map[notes.PromptKind]waiting{}
	var before notes.PromptKind
	for day := range simDays {
		l.f.Today = simStart.AddDays(day)
		l.day()
		if l.f.Person.AwayOn(l.f.Today) {
			if ps := Choose(l.f); len(ps) > 0 {
				t.Errorf("%s, %s: away, and %+v is asked", l.f.Person.Name, l.f.Today, ps[0])
			}
			continue
		}
		meeting := day%l.every == l.every-1
		if !meeting && day%l.every != l.every-2 {
			continue
		}
		ps := Choose(l.f)
		if len(ps) > 0 {
			p := ps[0]
			if rows := Shown(p, l.f).Rows; len(rows) > 0 {
				checkShown(t, l, p, before, last, sum)
				sum.shown[p.Kind]++
				sum.texts[p.Key]++
				before = p.Kind
				l.store(Shown(p, l.f))
			}
			last[p.Key] = l.f.Today
			c, did := h.apply(l, p)
			if did != "" {
				sum.did[did]++
			}
			l.store(c)
		} else if meeting {
			sum.silent++
		}
		if meeting {
			sum.oneOnOnes++
			sum.wait(l, before, waits)
			l.holdOneOnOne(true)
			l.comeOut()
		}
	}
	sum.retired += len(retired(l.f))
	for _, m := range l.f.Mutes {
		if m.Muted {
			sum.muted++
		}
	}
}

// checkShown fails where a prompt comes into view that should not.
func checkShown(t *testing.T, l *life, p Prompt, before notes.PromptKind, last map[string]notes.Date, sum *tally) {
	t.Helper()
	if p.Kind == before && needless(p, l.f) {
		t.Errorf("%s, %s: %s twice running", l.f.Person.Name, l.f.Today, p.Kind)
	}
	if !dated.MatchString(p.Reason) {
		t.Errorf("%s: the reason %q has no date", p.Key, p.Reason)
	}
	if seen, again := last[p.Key]; again && p.Kind != Review {
		days := l.f.Today.DaysSince(seen)
		if days < rest {
			t.Errorf("%s, %s: %s came back after %d days", l.f.Person.Name, l.f.Today, p.Key, days)
		}
		if sum.shortest == 0 || days < sum.shortest {
			sum.shortest = days
		}
	}
	for key := range retired(l.f) {
		if key == p.Key {
			t.Errorf("%s, %s: %s has retired", l.f.Person.Name, l.f.Today, p.Key)
		}
	}
}

// waiting is a reason that has not been asked about yet.
type waiting struct {
	since     notes.Date
	oneOnOnes int
}

// wait counts for each kind at how many one-on-ones in a row another was asked while one and the same reason held.
func (s *tally) wait(l *life, asked notes.PromptKind, waits map[notes.PromptKind]waiting) {
	f := l.f
	f.StepIns = speaking(f)
	h := readHistory(f)
	now := map[notes.PromptKind]notes.Date{}
	for _, c := range rankedDue(f, h) {
		now[c.prompt.Kind] = c.since
	}
	for _, k := range kinds {
		w := waits[k.name]
		if now[k.name] != w.since || k.name == asked || h.crisis {
			w = waiting{since: now[k.name]}
		} else if w.since != "" {
			w.oneOnOnes++
		}
		waits[k.name] = w
		s.longest[k.name] = max(s.longest[k.name], w.oneOnOnes)
	}
}

// comeOut says at the closing what came of the questions on the agenda.
func (l *life) comeOut() {
	for i, e := range l.f.History {
		if e.Outcome == notes.Asked && e.Came == "" {
			l.f.History[i].Came = []notes.Outcome{notes.TheyDecided, notes.TheyDecided, notes.IDecided, notes.DidNotComeUp}[l.rnd.Intn(4)]
		}
	}
}

func TestTwoYearsWithTwelveReports(t *testing.T) {
	all := simulate(t)
	for _, h := range habits {
		t.Run(h.name, func(t *testing.T) {
			for _, k := range kinds {
				if n := all[h.name].longest[k.name]; n > 2*len(kinds) {
					t.Errorf("%s: %s waited for %d one-on-ones", h.name, k.name, n)
				}
			}
		})
	}
	for _, k := range kinds {
		t.Run(string(k.name), func(t *testing.T) {
			if all["answers"].shown[k.name]+all["ignores"].shown[k.name]+all["mutes"].shown[k.name] == 0 {
				t.Errorf("%s was not asked in two years", k.name)
			}
		})
	}
	doc := report(all)
	if *update {
		if err := os.WriteFile(simDoc, []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile(simDoc); err != nil || string(kept) != doc {
		t.Errorf("docs/PROMPTS-SIMULATION.md is not what the engine does now (%v); run: .ci/simulation", err)
	}
}

func report(all map[string]*tally) string {
	var b strings.Builder
	b.WriteString(`# Two years of prompts

A simulation: twelve reports for two years, with chance for what their journals bring (the same each time). The managers
of four of them answer prompts, of four ignore them, of four put them away. Each looks at the brief on the day before a
one-on-one and on the day; one-on-ones are every week, every two weeks (twice) and every four. Written by
` + "`.ci/simulation`" + `, which ` + "`make bench`" + ` runs; a test holds it to what the engine does.

| the manager |`)
	row := func(name string, cell func(*tally) string) {
		b.WriteString("| " + name + " |")
		for _, h := range habits {
			b.WriteString(" " + cell(all[h.name]) + " |")
		}
		b.WriteString("\n")
	}
	for _, h := range habits {
		b.WriteString(" " + h.name + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(habits)) + "\n")
	row("one-on-ones held", func(s *tally) string { return fmt.Sprint(s.oneOnOnes) })
	row("prompts that came into view", func(s *tally) string { return fmt.Sprint(sumOf(s.shown)) })
	row("one-on-ones without one", func(s *tally) string { return fmt.Sprint(s.silent) })
	row("different texts", func(s *tally) string { return fmt.Sprint(len(s.texts)) })
	row("shortest time until a text came back, days", func(s *tally) string { return fmt.Sprint(s.shortest) })
	row("texts retired", func(s *tally) string { return fmt.Sprint(s.retired) })
	row("kinds muted", func(s *tally) string { return fmt.Sprint(s.muted) })
	for _, did := range []string{"asked", "done", "another", "later", "not for them"} {
		row("answered: "+did, func(s *tally) string { return fmt.Sprint(s.did[did]) })
	}
	b.WriteString("\n")
	for _, h := range habits {
		b.WriteString("- The one who *" + h.name + "*: " + h.says + ".\n")
	}
	b.WriteString(
		"\n## How often each kind was asked, and how long it waited\n\nThe second figure is at how many one-on-ones in a row other kinds were asked while one and the same reason held.\n\n| kind |",
	)
	for _, h := range habits {
		b.WriteString(" " + h.name + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(habits)) + "\n")
	for _, k := range kinds {
		row(string(k.name), func(s *tally) string { return fmt.Sprintf("%d · %d", s.shown[k.name], s.longest[k.name]) })
	}
	writeTexts(&b, all)
	return b.String()
}

// writeTexts lists every text that was asked, as it stands in the file of questions.
func writeTexts(b *strings.Builder, all map[string]*tally) {
	b.WriteString("\n## What was asked\n")
	for _, k := range kinds {
		var lines []string
		for _, q := range bank().all {
			n := 0
			for _, s := range all {
				n += s.texts[q.key]
			}
			if q.kind == k.name && n > 0 {
				lines = append(lines, fmt.Sprintf("- %3d × %s", n, q.text))
			}
		}
		slices.SortStableFunc(lines, func(a, b string) int { return strings.Compare(b[:5], a[:5]) })
		b.WriteString("\n### " + string(k.name) + "\n\n" + strings.Join(lines, "\n") + "\n")
	}
}

func sumOf(counts map[notes.PromptKind]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}
