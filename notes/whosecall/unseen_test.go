package whosecall

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// unseenLine is one of the sets that nobody who wrote a rule has read: its kind and whose note it stands in besides.
type unseenLine struct {
	kind, who, line string
}

// readUnseen reads such a set; what is wrong with a line is told by its number, so that nothing of it is shown.
func readUnseen(t testing.TB, name string) []unseenLine {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var set []unseenLine
	number := 0
	for s := bufio.NewScanner(f); s.Scan(); {
		number++
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		part := strings.Split(s.Text(), "\t")
		if len(part) != 3 {
			t.Fatalf("%s, line %d: it has %d columns", name, number, len(part))
		}
		set = append(set, unseenLine{part[0], part[1], part[2]})
	}
	return set
}

// unseenPeople are those of the sets, as they are named at the head of each.
var unseenPeople = map[string]notes.Person{
	"Ana": {Name: "Ana", Pronoun: notes.She}, "Ben": {Name: "Ben", Pronoun: notes.He},
	"Leila": {Name: "Leila", Pronoun: notes.She}, "Marek": {Name: "Marek", Pronoun: notes.He},
	"Zoë": {Name: "Zoë", Pronoun: notes.She}, "Hamid": {Name: "Hamid", Pronoun: notes.He},
	"Noor": {Name: "Noor", Pronoun: notes.She}, "Chidi": {Name: "Chidi", Pronoun: notes.He},
}

// tally is how many lines of each kind fire.
type tally struct {
	kinds      []string
	fired, all map[string]int
}

func tallied(t testing.TB, set []unseenLine) (n tally, fired int) {
	t.Helper()
	n = tally{fired: map[string]int{}, all: map[string]int{}}
	for i, l := range set {
		p, ok := unseenPeople[l.who]
		if !ok {
			t.Fatalf("line %d stands in nobody's note", i+1)
		}
		if !slices.Contains(n.kinds, l.kind) {
			n.kinds = append(n.kinds, l.kind)
		}
		n.all[l.kind]++
		if _, found := Find(l.line, p); found {
			n.fired[l.kind]++
			fired++
		}
	}
	slices.Sort(n.kinds)
	return n, fired
}

// unseenSets are lines of other hands, with what is kept of how they are heard.
var unseenSets = []struct {
	name              string
	calls, neutral    func(t testing.TB) []unseenLine
	precision, recall float64
	wrong             int
}{
	{"unseen", linesOf("calls-unseen.tsv", nil), linesOf("neutral-unseen.tsv", nil), 0.93, 0.72, 8},
	{"hand3", linesOf("hand3.tsv", isCall), linesOf("hand3.tsv", isNone), 0.95, 0.68, 5},
	{"hand4", linesOf("hand4.tsv", isCall), linesOf("hand4.tsv", isNone), 0.92, 0.75, 2}, // the bars: 1 in 100
	{"hand5", linesOf("hand5.tsv", isCall), linesOf("hand5.tsv", isNone), 0.92, 0.75, 2},
}

func isCall(l unseenLine) bool { return handCalls[l.kind] }

func isNone(l unseenLine) bool { return !isCall(l) }

// linesOf reads those lines of a set that are wanted, nil for all.
func linesOf(set string, wanted func(unseenLine) bool) func(t testing.TB) []unseenLine {
	return func(t testing.TB) []unseenLine {
		t.Helper()
		var some []unseenLine
		for _, l := range readUnseen(t, set) {
			if wanted == nil || wanted(l) {
				some = append(some, l)
			}
		}
		return some
	}
}

// TestUnseenSet counts the lines of other hands, which are never read while rules are written or lines to learn from: with -v it
// prints figures alone, the tables of docs/DETECTOR.md.
func TestUnseenSet(t *testing.T) {
	for _, set := range unseenSets {
		t.Run(set.name, func(t *testing.T) {
			calls, neutral := set.calls(t), set.neutral(t)
			seen, right := tallied(t, calls)
			still, wrong := tallied(t, neutral)
			all := score{right: right, wrong: wrong, missed: len(calls) - right, silent: len(neutral) - wrong}
			t.Logf("| lines | of the kind | fired |")
			t.Logf("|---|---|---|")
			for _, part := range []struct {
				name string
				n    tally
			}{{"should fire", seen}, {"should not", still}} {
				for _, kind := range part.n.kinds {
					t.Logf("| %s | %s | %d of %d |", part.name, kind, part.n.fired[kind], part.n.all[kind])
				}
			}
			t.Logf("%s: precision %.2f, recall %.2f: %d of %d lines that should fire do, and %d of %d neutral ones (%.1f %%)", set.name,
				all.precision(), all.recall(), right, len(calls), wrong, len(neutral), 100*ratio(wrong, len(neutral)))
			if all.precision() < set.precision || all.recall() < set.recall || wrong > set.wrong {
				t.Errorf("precision %.2f, recall %.2f, %d neutral lines fire: it was better", all.precision(), all.recall(), wrong)
			}
		})
	}
}
