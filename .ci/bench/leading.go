package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/storage"
	"handback/storage/storagetest"
	"handback/ui/journey"
)

// leading is what was measured of ten years of leading 15 reports: 8,000 notes with goals, areas, calls and step-ins.
type leading struct {
	reads  map[string]times
	clicks map[string]float64 // ms to the last paint after a click
}

// leadingClicks are the words that are clicked on, one after the other: every screen, and another person.
var leadingClicks = []string{
	"Team",
	"Today",
	"Ana",
	"Notes",
	"Growth",
	"Praise",
	"Decisions",
	"Their page",
	"Look back",
	"Prep",
	"Ben",
	"My notes",
	"Settings",
}

// leadingRounds is how often each of them is clicked on; the median counts.
const leadingRounds = 3

// measureLeading makes the journal in folder and measures it.
func measureLeading(w *windows, o options, folder string, now time.Time) (l leading, err error) {
	fmt.Fprintln(os.Stderr, "bench: ten years of leading")
	path := filepath.Join(folder, "leading.handback")
	if err := fillLeading(path, now); err != nil {
		return l, err
	}
	if l.reads, err = measureReads(path, now); err != nil {
		return l, err
	}
	l.clicks, err = measureLeadingClicks(w, program{
		title: "^Handback",
		cmd:   []string{o.app, "-journal", path},
		env:   []string{"XDG_DATA_HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "TMPDIR=" + folder},
	})
	return l, err
}

// printLeading measures it on a display of its own and prints it.
func printLeading(o options, folder string) error {
	d, err := journey.OpenDisplay(1280, 800)
	if err != nil {
		return err
	}
	defer d.Close()
	l, err := measureLeading(&windows{Display: d, tools: o.tools}, o, folder, time.Now())
	if err != nil {
		return err
	}
	for _, b := range l.bars() {
		fmt.Printf("%s: %s, measured %s\n", b.what, b.limit, b.measured)
	}
	fmt.Print(l.markdown())
	return nil
}

// fillLeading makes the journal at path.
func fillLeading(path string, now time.Time) (err error) {
	j, err := storage.Open(path, storage.Options{Now: func() time.Time { return now }, Create: true})
	if err != nil {
		return err
	}
	defer func() {
		if e := j.Close(); err == nil {
			err = e
		}
	}()
	if _, err := storagetest.Decade(j, notes.DateOf(now)); err != nil {
		return err
	}
	return j.Idle()
}

// measureReads times what the screens ask the journal, of one report after the other.
func measureReads(path string, now time.Time) (map[string]times, error) {
	j, err := storage.Open(path, storage.Options{Now: func() time.Time { return now }})
	if err != nil {
		return nil, err
	}
	defer j.Close()
	people, err := j.People()
	if err != nil {
		return nil, err
	}
	people = slices.DeleteFunc(people, func(p notes.Person) bool { return p.Kind != notes.KindReport })
	reads := map[string]times{}
	for what, read := range screenReads(j, now) {
		for i := range 20 * len(people) {
			start := time.Now()
			if err := read(people[i%len(people)].ID); err != nil {
				return nil, fmt.Errorf("%s: %w", what, err)
			}
			if i >= len(people) { // the first of each warms the statement
				reads[what] = append(reads[what], time.Since(start))
			}
		}
	}
	return reads, nil
}

type readOf func(notes.PersonID) error

// screenReads is what each screen asks the journal, by the screen that asks it.
func screenReads(j notes.Journal, now time.Time) map[string]readOf {
	today := notes.DateOf(now)
	year := today.AddDays(-365)
	tags := []string{"area0", "area1", "area2"} // of the open goals
	return map[string]readOf{
		"Today: who is next":            func(notes.PersonID) error { return failed(j.Roster(now)) },
		"Today: what I owe":             func(notes.PersonID) error { return failed(j.IOwe()) },
		"Today: what I hold":            func(notes.PersonID) error { return failed(j.OpenActions()) },
		"Team: who has been quiet":      func(notes.PersonID) error { return failed(j.Quiet(now)) },
		"Team: ideas of a year":         func(notes.PersonID) error { _, _, err := j.Ideas(year, 200); return err },
		"Team: who did what":            func(notes.PersonID) error { return failed(j.DoneUnder(tags, year, 12)) },
		"Their page: ideas":             func(id notes.PersonID) error { return failed(j.IdeasOf(id, year)) },
		"Team: questions of a year":     func(notes.PersonID) error { return failed(j.Asks(year)) },
		"Team: goals":                   func(notes.PersonID) error { return failed(j.AllGoals()) },
		"Team: areas":                   func(notes.PersonID) error { return failed(j.AllAreas()) },
		"Prep: brief":                   func(id notes.PersonID) error { return failed(j.Facts(id, now)) },
		"Prep: prompts":                 func(id notes.PersonID) error { return failed(j.PromptFacts(id, now)) },
		"Notes: list":                   func(id notes.PersonID) error { return failed(j.NotesOf(id, 61)) },
		"Growth: goals":                 func(id notes.PersonID) error { return failed(j.Goals(id)) },
		"Praise: log of a year":         func(id notes.PersonID) error { return failed(j.PraiseLog(id, year)) },
		"Decisions: ledger ever":        func(id notes.PersonID) error { return failed(j.Decisions(id, "")) },
		"Decisions: step-ins":           func(id notes.PersonID) error { return failed(j.StepIns(id)) },
		"Their page: what we count on":  func(id notes.PersonID) error { return failed(j.Expectations(id)) },
		"Everywhere: what was answered": func(notes.PersonID) error { return failed(j.Verdicts(today)) },
	}
}

func failed[T any](_ T, err error) error { return err }

// measureLeadingClicks goes from screen to screen in a window.
func measureLeadingClicks(w *windows, p program) (map[string]float64, error) {
	r, err := w.run(p)
	if err != nil {
		return nil, err
	}
	defer r.end()
	all, places := map[string][]float64{}, map[string]journey.Spot{}
	for range leadingRounds {
		for _, words := range leadingClicks {
			ms, err := w.clickToDrawn(words, places)
			if err != nil {
				return nil, err
			}
			all[words] = append(all[words], ms)
		}
	}
	clicks := map[string]float64{}
	for words, ms := range all {
		clicks[words] = median(ms, func(ms float64) float64 { return ms })
	}
	return clicks, nil
}

// bars are those that ten years of leading have.
func (l leading) bars() []bar {
	var what string
	var longest time.Duration
	for _, name := range slices.Sorted(maps.Keys(l.reads)) {
		if took := l.reads[name].at(99); took > longest {
			what, longest = name, took
		}
	}
	click, worst := slowest(l.clicks)
	return []bar{
		{
			"15 reports over ten years: a screen's query, p99, slowest of " + fmt.Sprint(len(l.reads)),
			"≤ 10 ms",
			ms(longest) + " (" + what + ")",
			longest <= 10*time.Millisecond,
		},
		{
			"15 reports over ten years: click to a drawn screen, slowest of " + fmt.Sprint(len(l.clicks)),
			"≤ 100 ms",
			fmt.Sprintf("%.0f ms (%s)", worst, click),
			worst <= 100,
		},
		{
			"Look back at one person over ten years: click to a drawn screen",
			"≤ 100 ms",
			fmt.Sprintf("%.0f ms", l.clicks["Look back"]),
			l.clicks["Look back"] <= 100,
		},
	}
}

// markdown is the table of all of them.
func (l leading) markdown() string {
	var b strings.Builder
	b.WriteString("\n## Leading 15 reports for ten years (8,000 notes)\n\n| query | p50 | p99 |\n|---|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(l.reads)) {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", name, ms(l.reads[name].at(50)), ms(l.reads[name].at(99)))
	}
	b.WriteString("\n| click on | to the last paint, ms |\n|---|---|\n")
	for _, words := range slices.Sorted(maps.Keys(l.clicks)) {
		fmt.Fprintf(&b, "| %s | %.0f |\n", words, l.clicks[words])
	}
	return b.String()
}
