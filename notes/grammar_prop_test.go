package notes

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// pieces are what text is made of that a reader could trip over.
var pieces = []string{
	" ",
	"  ",
	"\n",
	"\r\n",
	"\r",
	"\t",
	":",
	" : ",
	"(",
	")",
	"[",
	"]",
	"\\",
	"\\\\",
	"#",
	".",
	",",
	"-",
	" - ",
	" – ",
	" — ",
	"**",
	"`",
	"|",
	"•",
	"by",
	" by ",
	"due ",
	"by Friday",
	"due 2026-12-04",
	"(by 4 Dec)",
	"by Friday.",
	"by 10:30",
	"by EOD",
	"\\by Friday",
	"by Fri!",
	"by 28.11.",
	"bis KW 49",
	"by Fri, Ben",
	"until Fri please",
	"before Friday",
	" - due: 27 Nov",
	"deadline KW 49",
	"📅 28.11.",
	"by 4/12",
	"by 5 Nov",
	"by EOD Friday!!",
	"tomorrow",
	"in 3 days",
	"(done)",
	"(Done 2026-11-20)",
	"(told: why (not))",
	"(told",
	"(said 2026-01-01: yes)",
	"(met)",
	"(trying)",
	"(answered)",
	"(reversed)",
	"(held 2026-12-04)",
	"(cleared)",
	"(dropped: x)",
	"(done\\)",
	"done",
	"done)",
	"(done Friday)",
	"(or NATS)",
	"#tag",
	"#Tag",
	"\\#tag",
	"#été",
	"C#",
	"#1",
	"#a_b-c",
	"https://example.org/a?b=c#d",
	"C:\\temp\\new",
	"10:30",
	"x",
	"A",
	"word",
	"Ben",
	"Ben:",
	"Ana and Ben:",
	"me:",
	"we",
	"I",
	"@Ben: ",
	"\\Ben:",
	"for Ben:",
	"todo:",
	"private",
	"Zoë",
	"e\u0301",
	"é",
	"İ",
	"ß",
	"日本",
	"אב",
	"👩‍💻",
	"\u00a0",
	"\u2028",
	"\u0085",
	"\u200b",
	"\ufeff",
	"\u200c",
	"\u00ad",
	"\u3164",
	"\f",
	"\u2028private: x",
	"\u2029  ",
	"：",
	"Ben：",
	"(told：x)",
	"·",
	"o\t",
	"o   ",
	"\uf0b7",
	"[\u00a0]",
	"Bén: ",
	"’",
	"\x00",
	"\xff",
}

func nastyText() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.StringN(0, 6, -1), rapid.Just(" "))
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 9).Draw(t, "pieces"), "")
	})
}

func anyNote() *rapid.Generator[Context] {
	var all []Context
	for _, name := range []string{"", "in Chidi's note", "in my own note", "imported", "two Anas", "two Anas, Chidi's note", "a team with Praise Moyo and Todo Silva"} {
		all = append(all, tableNotes[name])
	}
	return rapid.Custom(func(t *rapid.T) Context {
		in := rapid.SampledFrom(all).Draw(t, "note")
		in.Date = rapid.SampledFrom([]Date{tableDay, "2027-01-31", "2028-02-29"}).Draw(t, "date")
		if rapid.IntRange(0, 3).Draw(t, "own words") == 0 {
			in.Words = anyWords().Draw(t, "words")
		}
		return in
	})
}

// anyItem is an item that a line of the note can say.
func anyItem(in Context) *rapid.Generator[Item] {
	return rapid.Custom(func(t *rapid.T) Item {
		it := Item{
			Label:  rapid.SampledFrom(Labels).Draw(t, "label"),
			Actor:  rapid.SampledFrom([]Actor{Unsaid, Me, We, Them}).Draw(t, "actor"),
			People: rapid.SliceOfNDistinct(rapid.SampledFrom([]PersonID{1, 2, 3, 4, 5, 6, 8, 10}), 1, 3, rapid.ID[PersonID]).Draw(t, "people"),
			Text:   oneLine(nastyText().Filter(func(s string) bool { return oneLine(s) != "" }).Draw(t, "text")),
		}
		for _, tag := range TagsIn(it.Text) {
			if rapid.Bool().Draw(t, "tag") {
				it.Tags = append(it.Tags, tag)
			}
		}
		days := rapid.SampledFrom([]Date{"2026-12-04", "2026-02-28", in.Date})
		if it.Label.kind().Due && rapid.Bool().Draw(t, "has due") {
			it.Due = days.Draw(t, "due")
		}
		if states := StatesOf(it.Label, it.Actor); len(states) > 0 && rapid.Bool().Draw(t, "has state") {
			it.State = rapid.SampledFrom(states).Draw(t, "state")
			it.StateDate = days.Draw(t, "state date")
			it.Remark = oneLine(nastyText().Draw(t, "remark"))
		}
		if in.checkSayable(it) != nil { // fall back on what every note can say
			it.Actor, it.People = in.actor(it.Label, who{}), []PersonID{in.Person}
			if !it.Label.kind().knows(it.Actor, it.State) {
				it.State, it.StateDate, it.Remark = Open, "", ""
			}
		}
		return it
	})
}

func TestWhatIsWrittenReadsBackAsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyNote().Draw(t, "in")
		it := anyItem(in).Draw(t, "item")
		line := Format(it, in)
		if strings.ContainsAny(line, "\n\r") {
			t.Fatalf("%q is more than one line", line)
		}
		got := Parse(line, in)
		if len(got) != 1 || !sameItem(got[0], in.asRead(it)) {
			t.Fatalf("%+v\n is written %q\n and reads %+v", in.asRead(it), line, got)
		}
	})
}

// anyLine is a line that somebody might have typed: often an item's, with all sorts of things before and after it.
func anyLine(in Context) *rapid.Generator[string] {
	before := rapid.SampledFrom([]string{
		"", "- ", "  * ", "\t", "- [ ] ", "- [x] ", "[] ", "1. ", "-", "**", "> ",
		"· ", "◦\t", "\uf0b7", "o\t", "o   ", "\u200b", "\ufeff- ", "[\u00a0] ", "- [\u2003]",
	})
	heads := rapid.SampledFrom([]string{
		"todo: ",
		"Todo Ben: ",
		"todo me: ",
		"done: ",
		"praise - ",
		"kudos to Ben: ",
		"**Idea:** ",
		"**Need Ben**: ",
		"todo: Ben: ",
		"",
		"",
		"Ben: ",
		"ask me and Ben: ",
		"decided we: ",
		"feedback (Ben, Chidi) - ",
		"stuck : ",
		"TOPIC: ",
		"step-in: ",
		"todo @Ben – ",
		"todo：",
		"todo Ben：",
		"praise\u200b: ",
		"todo: Bén：",
		"Aufgabe: ",
		"TÂCHE Ben: ",
		"- [ ] à faire: ",
		"action: ",
		"discuss me: ",
	})
	return rapid.Custom(func(t *rapid.T) string {
		line := before.Draw(t, "before") + heads.Draw(t, "head") + nastyText().Draw(t, "text") +
			rapid.SampledFrom([]string{"", "", " by Friday", " (done)", " (said)", " #a (told: x) by 4 Dec.", "  ", "\r"}).Draw(t, "after")
		return strings.ReplaceAll(line, "\n", " ")
	})
}

func TestRewriteSaysWhatWasWantedOrRefuses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyNote().Draw(t, "in")
		line := anyLine(in).Draw(t, "line")
		want := anyItem(in).Draw(t, "want")
		now, ok := in.read(line)
		if ok && rapid.Bool().Draw(t, "a small change") {
			want = smallChange(t, in, now.item)
		}
		got, err := Rewrite(line, in, want)
		if err != nil {
			if ok && in.checkSayable(want) == nil {
				t.Fatalf("%q cannot be made to say %+v: %v", line, want, err)
			}
			return
		}
		r, ok := in.read(got)
		if !ok || !sameItem(r.item, in.asRead(want)) {
			t.Fatalf("%q became %q, which is %+v, not %+v", line, got, r.item, want)
		}
		if utf8.ValidString(line) && utf8.ValidString(want.Text+want.Remark) && !utf8.ValidString(got) {
			t.Fatalf("%q became %q", line, got)
		}
	})
}

// smallChange is an item with one thing changed, as an act changes it.
func smallChange(t *rapid.T, in Context, it Item) Item {
	it.State, it.StateDate = plainState(it)
	switch rapid.IntRange(0, 4).Draw(t, "change") {
	case 0:
		it.Due = ""
	case 1:
		it.Due = "2027-03-01"
	case 2:
		it.State, it.StateDate, it.Remark = it.Label.Ticked(), "2027-03-01", ""
		if it.State == Open {
			it.StateDate = ""
		}
	case 3:
		it.State, it.StateDate, it.Remark = Open, "", ""
	case 4:
		it.Actor, it.People = Them, []PersonID{3}
	}
	return it
}

func TestAnActChangesOneLineAndNoOtherByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyNote().Draw(t, "in")
		eol := rapid.SampledFrom([]string{"\n", "\r\n"})
		var body string
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			body += anyLine(in).Draw(t, "line") + eol.Draw(t, "end")
		}
		if rapid.Bool().Draw(t, "no last end") {
			body = strings.TrimRight(body, "\r\n")
		}
		for _, it := range Parse(body, in) {
			e, err := SetState(Filed{Item: it, Note: 7}, in, it.Label.Ticked(), "2026-11-25", "")
			if err != nil {
				continue
			}
			got, line, err := ApplyEdit(body, e)
			if err != nil || line != it.Line || e.Note != 7 {
				t.Fatalf("%+v: line %d, %v", e, line, err)
			}
			spans := lineSpans(body)
			at := spans[line-1]
			if got != body[:at.from]+e.New+body[at.to:] || e.Old != at.in(body) {
				t.Fatalf("%q became %q", body, got)
			}
		}
	})
}

func TestItemsAreWhatTheyPromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyNote().Draw(t, "in")
		body := strings.Join(rapid.SliceOfN(anyLine(in), 0, 8).Draw(t, "lines"), rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "end"))
		checkItems(t, body, in)
	})
}

// checkItems holds what every item promises, for a test or a fuzzer.
func checkItems(t interface{ Fatalf(string, ...any) }, body string, in Context) {
	lines := splitLines(body)
	hidden := Hidden(body)
	if len(hidden) != len(lines) {
		t.Fatalf("%d lines, of which %d are judged", len(lines), len(hidden))
	}
	last := 0
	for _, it := range Parse(body, in) {
		switch {
		case it.Line <= last || it.Line > len(lines) || it.Raw != lines[it.Line-1]:
			t.Fatalf("item %+v is not on line %d", it, it.Line)
		case hidden[it.Line-1]:
			t.Fatalf("filed from a private line: %+v", it)
		case it.Text == "" || it.Text != oneLine(it.Text) || it.Remark != oneLine(it.Remark):
			t.Fatalf("text or remark of %+v is not one line", it)
		case len(it.People) == 0 || it.Label == Private:
			t.Fatalf("%+v is about nobody", it)
		case it.Due != "" && (!it.Due.Valid() || !it.Label.kind().Due):
			t.Fatalf("%+v cannot be due", it)
		case it.State != Open && it.State != History && !it.Label.kind().knows(it.Actor, it.State):
			t.Fatalf("%+v cannot be %s", it, it.State)
		case in.Imported && !it.Closed():
			t.Fatalf("%+v is open in an imported note", it)
		}
		last = it.Line
		again := Parse(Format(it, in), in)
		if len(again) != 1 || !sameItem(again[0], it) {
			t.Fatalf("%+v\n is written %q\n and reads %+v", it, Format(it, in), again)
		}
		if same, err := Rewrite(it.Raw, in, it); err != nil || same != it.Raw {
			t.Fatalf("%q became %q though nothing changed: %v", it.Raw, same, err)
		}
	}
	for _, m := range MarksOf(body, in) {
		if line := lines[m.Line]; m.From < 0 || m.From > m.To || m.To > utf8.RuneCountInString(line) {
			t.Fatalf("mark %+v is outside of %q", m, line)
		}
	}
}
