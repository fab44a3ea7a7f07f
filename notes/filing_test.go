package notes

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// The material of testdata/filing is read by these flags of `make filing`. The unseen half is counted only: no line of it
// is ever printed.
var (
	filingHalf  = flag.String("filing", "", "count how lines are filed: tuning, heldout or both")
	filingLines = flag.Bool("filing-lines", false, "print the lines of the tuning half that are read otherwise than they should be")
)

// filingLine is a line of the material with what a careful reader would want done with it.
type filingLine struct {
	expect, style, language, line string
}

// filingBlock is a note of the material.
type filingBlock struct {
	in    Context
	lines []filingLine
}

// filingPeople reads the people of a file's head. The manager is person 1.
func filingPeople(text string) []Person {
	var people []Person
	for _, line := range strings.Split(text, "\n") {
		if name, ok := strings.CutPrefix(line, "# manager\t"); ok {
			people = append(people, Person{ID: 1, Kind: KindMe, Name: name})
		}
		if list, ok := strings.CutPrefix(line, "# known\t"); ok {
			for i, name := range strings.Split(list, ", ") {
				name, alias, has := strings.Cut(name, " (")
				p := Person{ID: PersonID(i + 2), Kind: KindReport, Name: name}
				if has {
					p.Aliases = []string{strings.TrimSuffix(alias, ")")}
				}
				people = append(people, p)
			}
		}
	}
	return people
}

func readFiling(t *testing.T, file string) ([]filingBlock, []Person) {
	raw, err := os.ReadFile("testdata/filing/" + file)
	if err != nil {
		t.Fatal(err)
	}
	people := filingPeople(string(raw))
	names := NewNames(people)
	var blocks []filingBlock
	for _, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "# block "):
			blocks = append(blocks, filingBlock{in: filingContext(line, people, names)})
		case line == "# blank":
			last := &blocks[len(blocks)-1]
			last.lines = append(last.lines, filingLine{})
		case strings.HasPrefix(line, "#"):
		default:
			f := strings.SplitN(line, "\t", 4)
			last := &blocks[len(blocks)-1]
			last.lines = append(last.lines, filingLine{f[0], f[1], f[2], f[3]})
		}
	}
	return blocks, people
}

func filingContext(head string, people []Person, names *Names) Context {
	f := strings.Split(head, " | ")
	in := Context{Date: Date(f[2]), Me: 1, Person: 1, Names: names}
	for _, p := range people {
		if p.Name == f[1] {
			in.Person = p.ID
		}
	}
	withFilingWords(&in, f[3:])
	return in
}

// filingCount is what became of the lines of one kind.
type filingCount struct {
	want, right, wrongOwner, bold, offered, offeredWrong, silent int // of the lines that are to be filed or offered
	none, filed, suggested                                       int // of those that are not
}

func (c *filingCount) add(outcome string) {
	for what, n := range map[string]*int{
		"right": &c.right, "wrong owner": &c.wrongOwner, "too bold": &c.bold, "offered": &c.offered, "offered wrong": &c.offeredWrong,
		"silent": &c.silent, "wrongly filed": &c.filed, "wrongly offered": &c.suggested,
	} {
		if what == outcome {
			*n++
		}
	}
	switch outcome {
	case "left alone", "wrongly filed", "wrongly offered":
		c.none++
	default:
		c.want++
	}
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// filingOutcome judges what is read from a line against what is expected.
func filingOutcome(expect string, item *Item, offers []Item, offered bool, in Context, people []Person) string {
	want, rest, _ := strings.Cut(expect, ":")
	if want == "none" {
		switch {
		case item != nil:
			return "wrongly filed"
		case offered:
			return "wrongly offered"
		}
		return "left alone"
	}
	label, owner, _ := strings.Cut(rest, ":")
	fits := func(it Item) bool { return filingLabel(label, it) && filingOwner(owner, it, in, people) }
	switch {
	case item != nil && !fits(*item):
		return "wrong owner"
	case item != nil && want == "offer":
		return "too bold"
	case item != nil:
		return "right"
	case slices.ContainsFunc(offers, fits) || offered && len(offers) == 0 && owner == "-":
		return "offered"
	case offered:
		return "offered wrong"
	}
	return "silent"
}

func filingLabel(want string, it Item) bool {
	for _, l := range strings.Split(want, "/") {
		if l == "done" && it.Label == Todo && it.State == Done || Label(l) == it.Label && (it.Label != Todo || it.State == Open) {
			return true
		}
	}
	return false
}

func filingOwner(want string, it Item, in Context, people []Person) bool {
	switch {
	case want == "-" || it.Label == Ask:
		return true
	case want == "me":
		return it.Actor == Me
	case want == "we":
		return it.Actor == We
	}
	if it.Actor == Me || it.Actor == Unsaid || it.Actor == We && it.Label != Praise {
		return false
	}
	var named []string
	for _, id := range it.People {
		for _, p := range people {
			if p.ID == id {
				named = append(named, p.Name)
			}
		}
	}
	wanted := strings.Split(want, "+")
	slices.Sort(named)
	slices.Sort(wanted)
	return slices.Equal(named, wanted)
}

// countFiling judges every line of a file, in total and by style and language. Each is called for every judgement.
func countFiling(t *testing.T, file string, each func(b filingBlock, l filingLine, outcome string)) map[string]*filingCount {
	counts := map[string]*filingCount{}
	blocks, people := readFiling(t, file)
	for _, b := range blocks {
		var lines []string
		for _, l := range b.lines {
			lines = append(lines, l.line)
		}
		body := strings.Join(lines, "\n")
		items := map[int]*Item{}
		for _, it := range Parse(body, b.in) {
			items[it.Line] = &it
		}
		offers := filingOffers(body, b.in)
		for i, l := range b.lines {
			if l.expect == "" {
				continue
			}
			offer, offered := offers[i+1]
			outcome := filingOutcome(l.expect, items[i+1], offer, offered, b.in, people)
			for _, key := range []string{"total", "style " + l.style, "language " + l.language} {
				if counts[key] == nil {
					counts[key] = &filingCount{}
				}
				counts[key].add(outcome)
			}
			each(b, l, outcome)
		}
	}
	return counts
}

func printFiling(half string, counts map[string]*filingCount) {
	fmt.Printf("\nLines, %s half\n\n| | to file or offer | filed right | wrong owner | filed, should be offered | offered right | offered wrong | silent "+
		"| not to file | wrongly filed | wrongly offered |\n|---|---|---|---|---|---|---|---|---|---|---|\n", half)
	var keys []string
	for key := range counts {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	i := slices.Index(keys, "total")
	keys = append([]string{"total"}, slices.Delete(keys, i, i+1)...)
	for _, key := range keys {
		c := counts[key]
		fmt.Printf("| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |\n", key, c.want, c.right, c.wrongOwner, c.bold, c.offered,
			c.offeredWrong, c.silent, c.none, c.filed, c.suggested)
	}
	c := counts["total"]
	fmt.Printf("\nfiled or offered right %.1f %% (at least 75), wrong owner %.1f %% (at most 1), wrongly filed %.1f %% (at most 2), wrongly offered %.1f %% (at most 5)\n",
		share(c.right+c.offered, c.want), share(c.wrongOwner, c.want), share(c.filed, c.none), share(c.suggested, c.none))
}

// dateCount is what became of the dates of one file.
type dateCount struct {
	days, right, wrong, dayOffered, daySilent int // those that are a day
	choices, offered, offeredWrong, read      int // those that are to be offered
	silent                                    int
	none, noneRead, noneOffered               int // those that are no date
}

func countDates(t *testing.T, file string, each func(on, said, expect, got string)) dateCount {
	raw, err := os.ReadFile("testdata/filing/" + file)
	if err != nil {
		t.Fatal(err)
	}
	_, people := readFiling(t, "tuning.tsv")
	names := NewNames(people)
	var c dateCount
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(f) < 3 {
			continue
		}
		in := Context{Date: Date(f[0]), Me: 1, Person: 5, Names: names}
		each(f[0], f[1], f[2], c.judge(in, "todo: count the boxes "+f[1], f[2]))
	}
	return c
}

// judge counts one date and says in a word what became of it.
func (c *dateCount) judge(in Context, line, expect string) string {
	var due Date
	for _, it := range Parse(line, in) {
		due = it.Due
	}
	offers, offered := filingOffers(line, in)[1]
	var days []string
	for _, it := range offers {
		days = append(days, string(it.Due))
	}
	slices.Sort(days)
	count := func(what *int, say string) string { *what++; return say + " " + string(due) + strings.Join(days, ",") }
	choice, isChoice := strings.CutPrefix(expect, "choice:")
	switch {
	case expect == "none":
		c.none++
		if due != "" {
			return count(&c.noneRead, "wrongly read")
		}
		if offered {
			return count(&c.noneOffered, "wrongly offered")
		}
	case !isChoice:
		c.days++
		switch {
		case string(due) == expect:
			c.right++
		case due != "":
			return count(&c.wrong, "read wrong")
		case offered:
			return count(&c.dayOffered, "only offered")
		default:
			return count(&c.daySilent, "silent")
		}
	default:
		c.choices++
		wanted := strings.Split(choice, ",")
		slices.Sort(wanted)
		switch {
		case due != "":
			return count(&c.read, "read, should be offered")
		case !offered:
			return count(&c.silent, "silent")
		case choice != "-" && !slices.Equal(wanted, days):
			return count(&c.offeredWrong, "offered wrong")
		}
		c.offered++
	}
	return ""
}

func (c dateCount) print(half string) {
	fmt.Printf("\nDates, %s half\n\n| to read | right | wrong | only offered | silent | to offer | offered | read | offered wrong | silent "+
		"| no date | read | offered |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n", half)
	fmt.Printf("| %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |\n", c.days, c.right, c.wrong, c.dayOffered, c.daySilent,
		c.choices, c.offered, c.read, c.offeredWrong, c.silent, c.none, c.noneRead, c.noneOffered)
}

// TestFiling is `make filing`.
func TestFiling(t *testing.T) {
	if *filingHalf == "" {
		t.Skip("counted by make filing only")
	}
	for _, half := range []string{"tuning", "heldout"} {
		if *filingHalf != half && *filingHalf != "both" {
			continue
		}
		show := *filingLines && half == "tuning"
		counts := countFiling(t, half+".tsv", func(b filingBlock, l filingLine, outcome string) {
			if show && outcome != "right" && outcome != "offered" && outcome != "left alone" {
				fmt.Printf("%-15s %-28s %s %d\n", outcome, l.expect, l.line, b.in.Person)
			}
		})
		dates := countDates(t, "dates-"+half+".tsv", func(on, said, expect, got string) {
			if show && got != "" {
				fmt.Printf("%s %-26s %-30s %s\n", on, said, expect, got)
			}
		})
		printFiling(half, counts)
		dates.print(half)
	}
}
