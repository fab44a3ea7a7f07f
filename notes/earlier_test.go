package notes

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// olderBody is a body and what the first grammar filed from it. testdata/earlier holds some of which the present one reads
// a line otherwise; they were written with a program of that time, from real lines and random ones.
type olderBody struct {
	Note  string // of tableNotes
	Date  Date
	Body  string
	Items []Item
}

func olderBodies(t *testing.T) []olderBody {
	t.Helper()
	f, err := os.Open("testdata/earlier/grammar-1.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	var all []olderBody
	for s := bufio.NewScanner(f); s.Scan(); {
		var b olderBody
		if err := json.Unmarshal(s.Bytes(), &b); err != nil {
			t.Fatal(err)
		}
		all = append(all, b)
	}
	return all
}

// keptAll keeps every line of a body that is read otherwise, one after the other, and returns the lines of which no
// writing says what they said.
func keptAll(body string, in Context) (kept string, after Context, cannot []Rereading) {
	for _, r := range Reread(body, in) {
		c, now, ok := KeepReading(body, in, r)
		if !ok {
			cannot = append(cannot, r)
			continue
		}
		if len(c.Rows) > 0 {
			in.Earlier = in.Earlier.Without(r.Raw)
		}
		body = now
	}
	return body, in, cannot
}

// sayAlike reports whether two lists of items say the same of each line, whatever the line looks like.
func sayAlike(a, b []Item) bool {
	return slices.EqualFunc(a, b, func(a, b Item) bool { return a.Line == b.Line && sameItem(a, b) })
}

func TestNothingMovesUntilItIsDecided(t *testing.T) {
	for _, b := range olderBodies(t) {
		in := tableNotes[b.Note]
		in.Earlier = ReadOtherwise(b.Body, in, b.Items)
		if len(in.Earlier) == 0 {
			t.Errorf("%q is read as before", b.Body)
		}
		hidden := Hidden(b.Body)
		was := slices.DeleteFunc(slices.Clone(b.Items), func(it Item) bool { return hidden[it.Line-1] })
		now := Parse(b.Body, in)
		same := slices.EqualFunc(was, now, func(a, b Item) bool { return a.Line == b.Line && meansTheSame(&a, &b) })
		if !same {
			t.Errorf("%q was read\n%+v\nand is read\n%+v", b.Body, was, now)
		}
	}
}

func TestALineThatIsKeptReadsAsBeforeAndNoOtherChanges(t *testing.T) {
	lines, lost := 0, 0
	for _, b := range olderBodies(t) {
		in := tableNotes[b.Note]
		in.Earlier = ReadOtherwise(b.Body, in, b.Items)
		before := Parse(b.Body, in)
		differ := Reread(b.Body, in)
		kept, after, cannot := keptAll(b.Body, in)
		lines += len(differ)
		lost += len(cannot)
		for _, r := range cannot {
			t.Logf("%q in %q: before %+v, after %+v", r.Raw, b.Body, r.Before, r.After)
		}
		if !sayAlike(before, Parse(kept, after)) {
			t.Errorf("%q became %q, which is read\n%+v\nnot\n%+v", b.Body, kept, Parse(kept, in), before)
		}
		if len(cannot) == 0 && !sayAlike(before, Parse(kept, in.now())) {
			t.Errorf("%q became %q, which the grammar reads\n%+v\nnot\n%+v", b.Body, kept, Parse(kept, in.now()), before)
		}
	}
	if lines < 500 || lost*100 > lines {
		t.Errorf("of %d lines %d cannot be kept", lines, lost)
	}
}

// TestAnyReadingIsKeptOrRefused holds the same for readings that no grammar ever had, in bodies that nobody wrote.
func TestAnyReadingIsKeptOrRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyNote().Draw(t, "in")
		few := rapid.SampledFrom(rapid.SliceOfN(rapid.OneOf(anyLine(in), rapid.SampledFrom(beside)), 1, 5).Draw(t, "of"))
		body := strings.Join(rapid.SliceOfN(few, 1, 6).Draw(t, "lines"), rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end"))
		was := anyReadings(t, body, in)
		in.Earlier = ReadOtherwise(body, in, was)
		before := Parse(body, in)
		kept, after, cannot := keptAll(body, in)
		if !sayAlike(before, Parse(kept, after)) {
			t.Fatalf("%q became %q, which is read\n%+v\nnot\n%+v", body, kept, Parse(kept, in), before)
		}
		if len(cannot) == 0 && !sayAlike(before, Parse(kept, in.now())) {
			t.Fatalf("%q became %q, which the grammar reads\n%+v\nnot\n%+v", body, kept, Parse(kept, in.now()), before)
		}
		checkSameBut(t, body, kept, in)
	})
}

// beside are lines that say how others are read.
var beside = []string{
	"- [ ] Ana", "- [ ] Ben", "- [ ] Zorro Vega", "- [ ] Lou", "Attendees:", "## Agenda", "## Notes", "Next steps (Ben):", "**To do (me)**",
	"```", "- ```", "~~~", "private: x", "  - [ ] below", "- [ ] draft the plan", "plain", "",
}

// anyReadings are what an older grammar may have filed from a body.
func anyReadings(t *rapid.T, body string, in Context) []Item {
	now := map[int]Item{}
	for _, it := range Parse(body, in) {
		now[it.Line] = it
	}
	hidden := Hidden(body)
	var was []Item
	for i, line := range splitLines(body) {
		it, filed := now[i+1]
		switch rapid.IntRange(0, 4).Draw(t, "reading") {
		case 0:
			filed = false
		case 1:
			if filed {
				it = in.asRead(smallChange(t, in, it))
			}
		case 2:
			it, filed = in.asRead(anyItem(in).Draw(t, "item")), true
		}
		if filed && !hidden[i] {
			it.Line, it.Raw = i+1, line
			was = append(was, it)
		}
	}
	return was
}

// checkSameBut holds that only lines that were read otherwise are written out.
func checkSameBut(t interface{ Fatalf(string, ...any) }, body, kept string, in Context) {
	a, b := splitLines(body), splitLines(kept)
	if len(a) != len(b) {
		t.Fatalf("%q became %q", body, kept)
	}
	for i := range a {
		if a[i] != b[i] && !in.isEarlier(a[i]) {
			t.Fatalf("line %q became %q", a[i], b[i])
		}
	}
}
