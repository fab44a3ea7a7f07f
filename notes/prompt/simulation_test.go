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

// habit is what a manager does with prompts, and with the question whether to keep quiet.
type habit struct {
	name  string
	says  string
	apply func(*life, Prompt) (notes.Change, string) // what is done, in a word; "" for nothing
	quiet func(*life, Quiet) notes.Change
}

var habits = []habit{
	{"answers", "asks what can be asked, does what can be done, sometimes looks on, and keeps quiet until the day offered", func(
		l *life, p Prompt,
	) (notes.Change, string) {
		if l.chance(6) {
			return Another(p, l.f), "another"
		}
		return l.doneOrAsked(p)
	}, func(l *life, q Quiet) notes.Change {
		c, _ := q.Keep(l.f.Person, q.Offer())
		return c
	}},
	{"mixes", "does or asks one in three, lets the rest pass, and keeps quiet for a month, or not at all", func(
		l *life, p Prompt,
	) (notes.Change, string) {
		if l.chance(3) {
			return l.doneOrAsked(p)
		}
		return notes.Change{}, ""
	}, func(l *life, q Quiet) notes.Change {
		if l.chance(2) {
			return q.Lift(l.f.Person)
		}
		c, _ := q.Keep(l.f.Person, l.f.Today.AddDays(30))
		return c
	}},
	{"ignores", "looks at the brief and does nothing, with no question of any kind", func(*life, Prompt) (notes.Change, string) {
		return notes.Change{}, ""
	}, func(*life, Quiet) notes.Change { return notes.Change{} }},
	{"mutes", "says Later to most, and Not for this person to some, and never keeps quiet", func(l *life, p Prompt) (notes.Change, string) {
		switch {
		case l.chance(12):
			return NotForThem(p, l.f), "not for them"
		case l.chance(2):
			return Later(p, l.f), "later"
		}
		return notes.Change{}, ""
	}, func(l *life, q Quiet) notes.Change { return q.Lift(l.f.Person) }},
}

// doneOrAsked is what a manager does who takes a prompt up.
func (l *life) doneOrAsked(p Prompt) (notes.Change, string) {
	if p.ForThem {
		return Ask(p, l.f), "asked"
	}
	c := Done(p, l.f)
	l.act(p)
	return c, "done"
}

// tally is what was asked of the managers of one habit.
type tally struct {
	first     map[notes.PromptKind]int // came into view
	passed    map[notes.PromptKind]int // left view at a one-on-one
	acted     map[notes.PromptKind]int // asked, or done, or done without a word
	ready     map[notes.PromptKind]int // one-on-ones at which it was asked or could have been
	longest   map[notes.PromptKind]int // one-on-ones in a row at which others were asked while one reason held
	texts     map[string]int
	did       map[string]int
	oneOnOnes int
	silent    int // one-on-ones for which there was nothing to ask
	several   int // one-on-ones for which one came after another that was answered, or whose reason had gone
	quiet     int // one-on-ones at which questions were held back
	away      int // days away
	shortest  int // days until a text came back, reviews left out; 0 where none did
	retired   int
	muted     int
}

func newTally() *tally {
	s := &tally{texts: map[string]int{}, did: map[string]int{}}
	for _, m := range []*map[notes.PromptKind]int{&s.first, &s.passed, &s.acted, &s.ready, &s.longest} {
		*m = map[notes.PromptKind]int{}
	}
	return s
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
		twoYears(t, newLife(int64(i+1), name, []int{7, 14, 28}[i/len(habits)]), h, all[h.name])
	}
	return all
}

// watch is what is remembered of one report while the two years go by.
type watch struct {
	last   map[string]notes.Date // when a text was in view last
	waits  map[notes.PromptKind]waiting
	before notes.PromptKind
	came   int // prompts that came into view since the last one-on-one
}

// twoYears lets a manager look at the brief on the day before each one-on-one and on that day.
func twoYears(t *testing.T, l *life, h habit, sum *tally) {
	w := &watch{last: map[string]notes.Date{}, waits: map[notes.PromptKind]waiting{}}
	for day := range simDays {
		l.f.Today = simStart.AddDays(day)
		l.day()
		if l.f.Person.AwayOn(l.f.Today) {
			sum.away++
			if ps := Choose(l.f); len(ps) > 0 {
				t.Errorf("%s, %s: away, and %+v is asked", l.f.Person.Name, l.f.Today, ps[0])
			}
			continue
		}
		if q := QuietOf(l.f); len(q.Asks) > 0 {
			l.store(h.quiet(l, q))
		}
		meeting := day%l.every == l.every-1
		if !meeting && day%l.every != l.every-2 {
			continue
		}
		look(t, l, h, sum, w)
		if meeting {
			sum.hold(l, w)
		}
	}
	sum.sumUp(l)
}

// look is the manager at the brief.
func look(t *testing.T, l *life, h habit, sum *tally, w *watch) {
	t.Helper()
	ps := Choose(l.f)
	checkQuiet(t, l, ps)
	if len(ps) == 0 {
		return
	}
	p := ps[0]
	if rows := Shown(p, l.f).Rows; len(rows) > 0 {
		checkShown(t, l, p, w.before, w.last, sum)
		checkOneNew(t, l, w)
		sum.first[p.Kind]++
		sum.texts[p.Key]++
		w.before = p.Kind
		w.came++
		l.store(Shown(p, l.f))
	}
	w.last[p.Key] = l.f.Today
	c, did := h.apply(l, p)
	if did != "" {
		sum.did[did]++
	}
	l.store(c)
}

// checkOneNew fails where a second prompt comes into view for one one-on-one and the first is neither answered nor has lost
// its reason.
func checkOneNew(t *testing.T, l *life, w *watch) {
	t.Helper()
	if w.came == 0 {
		return
	}
	f := l.f
	f.StepIns = speaking(f)
	h := readHistory(f)
	if h.inView != nil {
		t.Errorf("%s, %s: a second prompt comes while %s is in view", f.Person.Name, f.Today, h.inView.Kind)
	}
}

// checkQuiet fails where a question is asked that has to wait while questions are held back.
func checkQuiet(t *testing.T, l *life, ps []Prompt) {
	t.Helper()
	if QuietOf(l.f).Until == "" {
		return
	}
	for _, p := range ps {
		if p.Kind != Review && p.Kind != MyPromise && p.Kind != Support && !inCrisis(l.f) {
			t.Errorf("%s, %s: quiet, and %s is asked", l.f.Person.Name, l.f.Today, p.Kind)
		}
	}
}

// hold is the one-on-one, and what comes of it.
func (s *tally) hold(l *life, w *watch) {
	s.oneOnOnes++
	if QuietOf(l.f).Until != "" {
		s.quiet++
	}
	if len(Choose(l.f)) == 0 && w.came == 0 {
		s.silent++
	}
	if w.came > 1 {
		s.several++
	}
	s.wait(l, w)
	l.holdOneOnOne(true)
	l.comeOut()
	w.came = 0
}

// sumUp counts what became of the prompts of a report.
func (s *tally) sumUp(l *life) {
	for _, e := range l.f.History {
		switch e.Outcome {
		case notes.PassedOver:
			s.passed[e.Kind]++
		case notes.Asked, notes.ActedOn:
			s.acted[e.Kind]++
		}
	}
	s.retired += len(retired(l.f))
	for _, m := range l.f.Mutes {
		if m.Muted {
			s.muted++
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
func (s *tally) wait(l *life, w *watch) {
	f := l.f
	f.StepIns = speaking(f)
	h := readHistory(f)
	now := map[notes.PromptKind]notes.Date{}
	for _, c := range rankedDue(f, h) {
		now[c.prompt.Kind] = c.since
	}
	for _, k := range kinds {
		if now[k.name] != "" || k.name == w.before && w.came > 0 {
			s.ready[k.name]++
		}
		one := w.waits[k.name]
		if now[k.name] != one.since || k.name == w.before || h.crisis || h.quiet {
			one = waiting{since: now[k.name]}
		} else if one.since != "" {
			one.oneOnOnes++
		}
		w.waits[k.name] = one
		s.longest[k.name] = max(s.longest[k.name], one.oneOnOnes)
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
		t.Run(h.name, func(t *testing.T) { checkStarved(t, all[h.name]) })
	}
	for _, k := range kinds {
		t.Run(string(k.name), func(t *testing.T) {
			n := 0
			for _, s := range all {
				n += s.first[k.name]
			}
			if n == 0 {
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

// checkStarved fails where a kind waited for ever, or was ready again and again and never asked.
func checkStarved(t *testing.T, s *tally) {
	t.Helper()
	for _, k := range kinds {
		if n := s.longest[k.name]; n > 2*len(kinds) {
			t.Errorf("%s waited for %d one-on-ones", k.name, n)
		}
		if s.first[k.name] == 0 && s.ready[k.name] > len(kinds) {
			t.Errorf("%s was ready at %d one-on-ones and never asked", k.name, s.ready[k.name])
		}
	}
	if s.away == 0 {
		t.Error("nobody was away")
	}
}

func report(all map[string]*tally) string {
	var b strings.Builder
	b.WriteString(`# Two years of prompts

A simulation: twelve reports for two years, with chance for what their journals bring (the same each time). The managers
of three of them answer prompts, of three mix, of three ignore them, of three put them away. Each looks at the brief on the
day before a one-on-one and on the day; one-on-ones are every week, every two weeks and every four. People are away, get
stuck on others, and have news of their own, after which it is asked whether to keep quiet. Written by
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
	row("prompts that came into view", func(s *tally) string { return fmt.Sprint(sumOf(s.first)) })
	row("one-on-ones without one", func(s *tally) string { return fmt.Sprint(s.silent) })
	row("one-on-ones for which another came once one was answered", func(s *tally) string { return fmt.Sprint(s.several) })
	row("one-on-ones at which questions were held back", func(s *tally) string { return fmt.Sprint(s.quiet) })
	row("days away", func(s *tally) string { return fmt.Sprint(s.away) })
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
	b.WriteString("\n## How often each kind was asked, and what became of it\n\n" +
		"Asked first · passed over at a one-on-one · acted on · at how many one-on-ones in a row others were asked while one and\n" +
		"the same reason held.\n\n| kind |")
	for _, h := range habits {
		b.WriteString(" " + h.name + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(habits)) + "\n")
	for _, k := range kinds {
		row(string(k.name), func(s *tally) string {
			return fmt.Sprintf("%d · %d · %d · %d", s.first[k.name], s.passed[k.name], s.acted[k.name], s.longest[k.name])
		})
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
