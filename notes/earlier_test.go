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
		checkMarked(t, b.Body, in, now)
		same := slices.EqualFunc(was, now, func(a, b Item) bool { return a.Line == b.Line && meansTheSame(&a, &b) })
		if !same {
			t.Errorf("%q was read\n%+v\nand is read\n%+v", b.Body, was, now)
		}
	}
}

// checkMarked holds that the editor marks exactly the lines that are filed.
func checkMarked(t *testing.T, body string, in Context, filed []Item) {
	t.Helper()
	lines := map[int]Label{}
	for _, it := range filed {
		lines[it.Line] = it.Label
	}
	for _, m := range MarksOf(body, in) {
		if m.Heading || m.Label == Private {
			continue
		}
		if lines[m.Line+1] != m.Label || m.From > m.To {
			t.Errorf("%q: %+v is marked, %q is filed", body, m, lines[m.Line+1])
		}
		delete(lines, m.Line+1)
	}
	if len(lines) > 0 {
		t.Errorf("%q: %v are not marked", body, lines)
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

func TestALineIsWrittenOutBySmallestEdit(t *testing.T) {
	todo := func(text string) *Item {
		return &Item{Line: 1, Label: Todo, Actor: Them, People: []PersonID{2}, Text: text}
	}
	for _, c := range []struct {
		line string
		was  *Item // nil where nothing was filed
		want string
	}{
		{"- [ ] Ben to check the logs", todo("Ben to check the logs"), "- [ ] todo Ana: Ben to check the logs"},
		{"todo: send it → Ben", todo("send it → Ben"), "todo Ana: send it → Ben"},
		{"todo: call by 28.11.", todo("call by 28.11."), `todo: call \by 28.11.`},
		{"todo: none", todo("none"), `todo: \none`},
		{"- [ ] n/a", todo("n/a"), `- [ ] todo: \n/a`},
		{"  - [ ] Ben", todo("Ben"), "  - [ ] todo: Ben"},
		{"risk: late", nil, `\risk: late`},
		{"  * Next step: call", nil, `  * \Next step: call`},
		{"☐ order cake", nil, `☐ \order cake`},
		{"🎉 win: the demo", nil, `\🎉 win: the demo`},
	} {
		t.Run(c.line, func(t *testing.T) {
			in := tableNotes[""]
			var filed []Item
			if c.was != nil {
				filed = append(filed, *c.was)
			}
			in.Earlier = ReadOtherwise(c.line, in, filed)
			differ := Reread(c.line, in)
			if len(differ) != 1 {
				t.Fatalf("%+v", differ)
			}
			change, kept, ok := KeepReading(c.line, in, differ[0])
			if !ok || kept != c.want || len(change.Edits) != 1 || change.Edits[0].New != c.want {
				t.Errorf("%q, %t, %+v", kept, ok, change)
			}
		})
	}
}

func TestPlacesOfOneTextAreDecidedTogether(t *testing.T) {
	in := tableNotes[""]
	body := "Attendees:\n- [ ] Ask HR\n\n## Notes\n- [ ] Ask HR\n- [ ] Ben to check\n- [ ] Ben to check\n"
	was := []Item{
		{Line: 2, Label: Todo, Actor: Them, People: []PersonID{2}, Text: "Ask HR"},
		{Line: 5, Label: Todo, Actor: Them, People: []PersonID{2}, Text: "Ask HR"},
		{Line: 6, Label: Todo, Actor: Them, People: []PersonID{2}, Text: "Ben to check"},
		{Line: 7, Label: Todo, Actor: Them, People: []PersonID{2}, Text: "Ben to check"},
	}
	in.Earlier = ReadOtherwise(body, in, was)
	differ := Reread(body, in)
	if len(differ) != 2 || differ[0].Places != 2 || differ[1].Places != 2 || differ[1].Line != 6 {
		t.Fatalf("%+v", differ)
	}
	kept, after, cannot := keptAll(body, in)
	want := strings.Replace(body, "- [ ] Ask", "- [ ] todo: Ask", 1)
	want = strings.ReplaceAll(want, "] Ben", "] todo Ana: Ben")
	if kept != want || len(cannot) != 0 {
		t.Errorf("%q, %+v", kept, cannot)
	}
	if !sayAlike(Parse(kept, after), was) || !sayAlike(Parse(kept, after.now()), was) {
		t.Errorf("%+v", Parse(kept, after))
	}
}

func TestWhatIsPrivateIsHiddenAtOnce(t *testing.T) {
	in := tableNotes[""]
	body := "private: x\n  todo: her pay\n"
	was := []Item{{Line: 2, Label: Todo, Actor: Them, People: []PersonID{2}, Text: "her pay"}}
	if e := ReadOtherwise(body, in, was); len(e) != 0 {
		t.Errorf("%+v", e)
	}
	in.Earlier = Earlier{"todo: her pay": {&was[0]}}
	if items := Parse(strings.Replace(body, "  todo", "todo", 1), in); len(items) != 1 {
		t.Errorf("%+v", items)
	}
	in.Earlier = Earlier{"  todo: her pay": {&was[0]}}
	if items := Parse(body, in); len(items) != 0 {
		t.Errorf("%+v", items)
	}
}

func TestANoteOfWhomALineWasIsFoldedBesideThem(t *testing.T) {
	in := tableNotes[""]
	body := "- [ ] call about the move"
	in.Earlier = Earlier{body: {{Line: 1, Label: Todo, Actor: Them, People: []PersonID{3}, Text: "call about the move"}}}
	if p := Project(body, in); p.Folded() != 1 {
		t.Error("a line that counts for Ben is shown to Ana")
	}
}

func TestAnotherDayLeavesEarlierReadingsAlone(t *testing.T) {
	before := tableNotes[""]
	after := before
	after.Date = before.Date.AddDays(7)
	body := "todo: a by Friday\n- [ ] Ben to check by Friday\n"
	was := []Item{
		{Line: 1, Label: Todo, Actor: Them, People: []PersonID{2}, Text: "a", Due: "2026-11-27"},
		{Line: 2, Label: Todo, Actor: Them, People: []PersonID{2}, Text: "Ben to check", Due: "2026-11-27"},
	}
	before.Earlier = ReadOtherwise(body, before, was)
	after.Earlier = before.Earlier
	moved := Redate(body, before, after)
	if want := "todo: a by 2026-11-27\n- [ ] Ben to check by Friday\n"; moved != want {
		t.Errorf("%q", moved)
	}
	if !sayAlike(Parse(moved, after), was) {
		t.Errorf("%+v", Parse(moved, after))
	}
}

// TestAnActOnAnUndecidedLineTakesWhatItSaid ticks, in the state that lists show, every line that waits.
func TestAnActOnAnUndecidedLineTakesWhatItSaid(t *testing.T) {
	ticked, refused := 0, 0
	for _, b := range olderBodies(t) {
		in := tableNotes[b.Note]
		in.Earlier = ReadOtherwise(b.Body, in, b.Items)
		for _, it := range Parse(b.Body, in) {
			if !in.isEarlier(it.Raw) || it.Closed() || it.Label.Ticked() == Open {
				continue
			}
			e, err := Tick(Filed{Item: it}, in, "2026-12-01")
			if err != nil {
				refused++
				continue
			}
			ticked++
			body, _, err := ApplyEdit(b.Body, e)
			if err != nil {
				t.Fatal(err)
			}
			want := it
			want.State, want.StateDate = it.Label.Ticked(), "2026-12-01"
			items := Parse(body, in)
			at := slices.IndexFunc(items, func(now Item) bool { return now.Line == it.Line })
			if ActLost(body, in, e) { // in what is a code fence by now nothing can be said: storage refuses it
				refused++
				continue
			}
			if at < 0 || !sameItem(items[at], want) {
				t.Errorf("in %q %q became %q", b.Body, it.Raw, e.New)
			}
		}
	}
	if ticked < 300 || refused*50 > ticked {
		t.Errorf("%d are ticked, %d refused", ticked, refused)
	}
}
