package review

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
	"handback/notes/document"
)

var (
	sam    = notes.Person{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"}
	ben    = notes.Person{ID: 4, Name: "Ben Okoro", Kind: notes.KindReport}
	people = []notes.Person{sam, ana, kim, ben}
)

// filed reads a body as a note about a person.
func filed(t *testing.T, note notes.NoteID, who notes.PersonID, kind notes.NoteKind, day notes.Date, body string) []notes.Filed {
	t.Helper()
	var out []notes.Filed
	in := notes.Context{Date: day, Person: who, Me: sam.ID, Names: notes.NewNames(people)}
	for _, i := range notes.Parse(body, in) {
		for _, p := range i.People {
			out = append(out, notes.Filed{
				Item: i, Person: p, Note: note, NoteUID: fmt.Sprint("n", note), NoteDate: day, NoteKind: kind, NotePerson: who,
			})
		}
	}
	return out
}

// said is a pack as text, a line each.
func said(p Pack) string {
	var b strings.Builder
	for _, part := range p.Parts {
		fmt.Fprintf(&b, "%s\n", part.Title)
		for _, l := range part.Lines {
			fmt.Fprintf(&b, "  %s %s | %s%s\n", l.Day[5:], l.Says, l.Rest, map[bool]string{true: " // " + l.Comment}[l.Comment != ""])
		}
	}
	return b.String()
}

const yearBody = `decided Ana: Kafka it is #bus
decided we: reviews on Thursdays (reversed 2026-05-01: too late in the week)
decided me: no Friday releases
decided: the vendor
todo Ana: draft the plan (done 2026-03-04)
todo Ana: send it to legal by 2026-03-06 (done 2026-03-05)
todo Ana: never done
todo me: answer on the budget by 2026-03-20 (done 2026-03-21)
todo we: book the room (done 2026-03-03)
need: a test copy by 2026-03-10 (met 2026-03-09)
need: some quiet (met 2026-03-09)
praise: demo broke — she fixed it calmly — the customer stayed (rewarded 2026-03-03: dinner voucher)
praise: ran the audit (said)
praise: not said yet
feedback: the review ran over — you took every question (said)
feedback: not said yet
idea: drop the Monday mail (adopted 2026-04-02: from May on)
idea: a wiki
idea: pairs on call (declined: too few of us)
private: thinking about her pay
ask: what would you stop?
stuck: no answer from legal
praise Ben: calm (said)
`

func yearFacts(t *testing.T) notes.ReviewFacts {
	t.Helper()
	return notes.ReviewFacts{
		Person: ana, Lines: filed(t, 1, ana.ID, notes.HeldNote, "2026-03-02", yearBody),
		Goals: []notes.Goal{
			{
				ID: 7, UID: "g7", Person: ana.ID, Title: "Lead platform.", State: notes.GoalReached, Closed: "2026-06-01",
				Steps: []notes.Step{
					{UID: "s1", Text: "name a deputy", Owner: notes.Them, Done: "2026-04-01"},
					{UID: "s2", Text: "mine", Owner: notes.Me, Done: "2026-04-01"},
					{UID: "s3", Text: "open", Owner: notes.Them},
				},
				Opportunities: []notes.Opportunity{
					{UID: "o1", Kind: notes.Workshop, Text: "platform days", State: notes.Attended, Date: "2026-05-12"},
					{UID: "o2", Kind: notes.Coaching, Text: "coaching", State: notes.Booked, Date: "2026-05-12"},
					{UID: "o3", Kind: notes.Mentoring, Text: "mentor Ben", State: notes.Used, Since: "2026-05-20"},
				},
			},
			{ID: 8, UID: "g8", Title: "Dropped", State: notes.GoalDropped, Closed: "2026-06-01"},
		},
		Areas: []notes.Area{{UID: "a1", Tag: "customer-visits", Levels: []notes.DatedLevel{
			{From: "2026-01-01", Level: notes.Tell},
			{From: "2026-02-01", Level: notes.Consult},
			{From: "2026-05-04", Level: notes.Agree},
			{From: "2026-06-04", Level: notes.Delegate},
			{From: "2026-06-10", Level: notes.Sell},
		}}},
	}
}

func yearPack(t *testing.T) Pack {
	t.Helper()
	return Show(yearFacts(t), PeriodOf(ThisYear, "", "", today), today)
}

const wholeYear = `Ana decided
  03-02 Kafka it is | 
  03-02 Reviews on Thursdays | reversed 1 May: too late in the week
Ana did
  03-04 Draft the plan | 
How Ana grew
  04-01 Name a deputy | step towards the goal: Lead platform
  05-04 Customer visits | decided together from then on
  05-12 Platform days | workshop for the goal: Lead platform
  05-20 Mentor Ben | mentoring others for the goal: Lead platform
  06-01 Lead platform. | goal reached
  06-04 Customer visits | their call from then on
Praise and rewards for Ana
  03-02 Demo broke. She fixed it calmly. The customer stayed. | rewarded: dinner voucher
  03-02 Ran the audit | 
Ana's ideas and what happened with them
  03-02 Drop the Monday mail | adopted 2 Apr: from May on
  03-02 A wiki | no answer noted
  03-02 Pairs on call | declined 2 Mar: too few of us
Promises Ana kept
  03-03 Book the room | promised together
  03-05 Send it to legal | promised for 6 Mar
Promises kept to Ana
  03-09 A test copy | promised for 10 Mar
  03-21 Answer on the budget | promised for 20 Mar
Feedback given to Ana
  03-02 The review ran over. You took every question. | 
`

func TestAYearInAPack(t *testing.T) {
	p := yearPack(t)
	if got := said(p); got != wholeYear {
		t.Errorf("%s", got)
	}
	if p.Lines != strings.Count(wholeYear, "|") || len(p.Out) != 0 {
		t.Errorf("%d lines", p.Lines)
	}
	flags := "1 piece of feedback isn't marked as said, so it's left out. 1 praise line isn't marked as said, so it's left out."
	if got := strings.Join(p.Flags(), " "); got != flags {
		t.Errorf("%q", got)
	}
}

func TestWhatBelongsToAPeriod(t *testing.T) {
	period := Period{FromTo, "2026-03-01", "2026-03-31"}
	for _, c := range []struct {
		name, line string
		kind       notes.NoteKind
		day        notes.Date
		want       string // its day in the pack, "" for not in it
	}{
		{"noted on the first day", "decided Ana: x", notes.HeldNote, "2026-03-01", "2026-03-01"},
		{"noted on the last day", "decided Ana: x", notes.JournalNote, "2026-03-31", "2026-03-31"},
		{"noted the day before", "decided Ana: x", notes.HeldNote, "2026-02-28", ""},
		{"noted the day after", "decided Ana: x", notes.HeldNote, "2026-04-01", ""},
		{"in a plan", "decided Ana: x", notes.PlannedNote, "2026-03-10", ""},
		{"in a meeting that was not held", "decided Ana: x", notes.MissedNote, "2026-03-10", ""},
		{"done in it", "todo Ana: x (done 2026-03-31)", notes.HeldNote, "2025-03-01", "2026-03-31"},
		{"done in it, in a plan", "todo Ana: x (done 2026-03-31)", notes.PlannedNote, "2026-04-01", "2026-03-31"},
		{"done after it", "todo Ana: x (done 2026-04-01)", notes.HeldNote, "2026-03-01", ""},
		{"done on the note's day", "- [x] x", notes.HeldNote, "2026-03-05", "2026-03-05"},
		{"dropped", "todo Ana: x (dropped 2026-03-05)", notes.HeldNote, "2026-03-05", ""},
		{"an idea noted in it, answered later", "idea: x (adopted 2026-07-01)", notes.HeldNote, "2026-03-05", "2026-03-05"},
		{"an idea answered in it", "idea: x (adopted 2026-03-06)", notes.HeldNote, "2026-01-05", "2026-03-06"},
		{"an idea of mine", "idea me: x", notes.HeldNote, "2026-03-05", ""},
		{"praise said later", "praise: x (said 2026-07-01)", notes.HeldNote, "2026-03-05", "2026-03-05"},
		{"praise rewarded in it", "praise: x (rewarded 2026-03-06: a book)", notes.HeldNote, "2026-02-20", "2026-03-06"},
		{"praise said in it", "praise: x (said 2026-03-06)", notes.HeldNote, "2026-02-20", "2026-03-06"},
		{"praise said on a day that is not known", "praise: x (said)", notes.HeldNote, "2026-02-20", ""},
		{"praise rewarded after it", "praise: x (rewarded 2026-04-06)", notes.HeldNote, "2026-02-20", ""},
		{"feedback said in it", "feedback: x (said 2026-03-06)", notes.JournalNote, "2026-02-20", "2026-03-06"},
		{"praise that was for me", "praise me: x (said)", notes.HeldNote, "2026-03-05", ""},
		{"feedback not said", "feedback: x", notes.HeldNote, "2026-03-05", ""},
		{"a need without a date", "need: x (met)", notes.HeldNote, "2026-03-05", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := notes.ReviewFacts{Person: ana, Lines: filed(t, 1, ana.ID, c.kind, c.day, c.line)}
			got := ""
			for _, part := range Show(f, period, today).Parts {
				got = string(part.Lines[0].Day)
			}
			if len(f.Lines) != 1 || got != c.want {
				t.Errorf("%q of %+v", got, f.Lines)
			}
		})
	}
}

func TestWhatWasImportedAsOpenIsNoDeed(t *testing.T) {
	in := notes.Context{Date: "2026-03-02", Person: ana.ID, Me: sam.ID, Names: notes.NewNames(people), Imported: true}
	var f notes.ReviewFacts
	f.Person = ana
	for _, i := range notes.Parse("praise: x\nfeedback: x\nidea: x\ntodo: x\nneed: x\n", in) {
		f.Lines = append(f.Lines, notes.Filed{
			Item: i, Person: ana.ID, Note: 1, NoteDate: in.Date, NoteKind: notes.JournalNote, NotePerson: ana.ID,
		})
	}
	p := Show(f, PeriodOf(ThisYear, "", "", today), today)
	if said(p) != "Ana's ideas and what happened with them\n  03-02 X | \n" || len(f.Lines) != 5 {
		t.Errorf("%q of %+v", said(p), f.Lines)
	}
	want := "2 lines of praise or feedback that you imported aren't marked as said, so they're left out."
	if got := p.Flags(); len(got) != 1 || got[0] != want {
		t.Errorf("it flags %q", got)
	}
	for _, tt := range []struct{ says, never string }{
		{document.Plain(ShowForThem(p, notes.NewNames(people), sam.ID).Document), "I owe you"}, {document.Plain(p.Prose("")), "answer"},
	} {
		if !strings.Contains(tt.says, "X") || strings.Contains(tt.says, tt.never) {
			t.Errorf("it says %q", tt.says)
		}
	}
}

// edited is the pack after a change, as the journal would give it.
func edited(t *testing.T, f *notes.ReviewFacts, c notes.Change) Pack {
	t.Helper()
	for _, row := range c.Rows {
		e := row.(notes.ReviewEdit)
		f.Edits = slices.DeleteFunc(f.Edits, func(x notes.ReviewEdit) bool { return x.NoteUID == e.NoteUID && x.Line == e.Line })
		if !e.IsZero() {
			f.Edits = append(f.Edits, e)
		}
	}
	return Show(*f, PeriodOf(ThisYear, "", "", today), today)
}

func TestALineIsLeftOutCommentedAndPutBack(t *testing.T) {
	f := yearFacts(t)
	p := edited(t, &f, notes.Change{})
	line := p.Parts[0].Lines[0]
	c, err := p.Say(line, "  it set\nthe pattern ")
	if err != nil {
		t.Fatal(err)
	}
	p = edited(t, &f, c)
	if got := p.Parts[0].Lines[0]; got.Comment != "it set the pattern" {
		t.Errorf("%+v", got)
	}
	p = edited(t, &f, p.LeaveOut(p.Parts[0].Lines[0]))
	if p.Lines != 18 || len(p.Out) != 1 || p.Out[0].Comment != "it set the pattern" || strings.Contains(said(p), "Kafka") {
		t.Errorf("left out: %s %+v", said(p), p.Out)
	}
	if d := p.Document(""); strings.Contains(fmt.Sprint(d), "Kafka") {
		t.Errorf("%+v", d)
	}
	p = edited(t, &f, p.PutBack(p.Out[0]))
	if c, _ = p.Say(p.Parts[0].Lines[0], " "); said(edited(t, &f, c)) != wholeYear || len(f.Edits) != 0 {
		t.Errorf("put back: %+v", f.Edits)
	}
	if _, err := p.Say(line, strings.Repeat("x", notes.MostLine+1)); err == nil {
		t.Error("a comment of any length is taken")
	}
	if _, err := p.Paste(strings.Repeat("x", MostOwn+1)); err == nil {
		t.Error("a review of any length is taken")
	}
	for _, grown := range p.Parts[2].Lines {
		if q := edited(t, &f, p.LeaveOut(grown)); q.Lines != p.Lines-1 {
			t.Errorf("%+v is not left out", grown)
		}
		f.Edits = nil
	}
}

func TestLinesAreMoved(t *testing.T) {
	order := func(p Pack) string {
		var out []string
		for _, l := range p.Parts[2].Lines {
			out = append(out, l.UID)
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		name  string
		moves string // line and move
		want  string
	}{
		{"none", "", "s1 a1 o1 o3 g7 a1"},
		{"up", "o1 up", "s1 o1 a1 o3 g7 a1"},
		{"up twice", "o1 up o1 up", "o1 s1 a1 o3 g7 a1"},
		{"beyond the top", "s1 up", "s1 a1 o1 o3 g7 a1"},
		{"down", "o1 down", "s1 a1 o3 o1 g7 a1"},
		{"down and up", "o1 down o1 up", "s1 a1 o1 o3 g7 a1"},
		{"to the top", "g7 top", "g7 s1 a1 o1 o3 a1"},
		{"to the bottom", "s1 bottom", "a1 o1 o3 g7 a1 s1"},
		{"all turned round", "o1 top o3 top g7 top", "g7 o3 o1 s1 a1 a1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := yearFacts(t)
			p := edited(t, &f, notes.Change{})
			words := strings.Fields(c.moves)
			for i := 0; i+1 < len(words); i += 2 {
				at := slices.IndexFunc(p.Parts[2].Lines, func(l Line) bool { return l.UID == words[i] })
				where := map[string]Where{"up": Up, "down": Down, "top": Top, "bottom": Bottom}[words[i+1]]
				if change, ok := p.Move(p.Parts[2].Lines[at], where); ok {
					p = edited(t, &f, change)
				}
			}
			if got := order(p); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// TestAnyMoveMovesOneLine holds random moves against moving in a slice, and that nothing but the order changes.
func TestAnyMoveMovesOneLine(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := yearFacts(t)
		p := edited(t, &f, notes.Change{})
		part := &p.Parts[2]
		want := slices.Clone(part.Lines)
		for range rapid.IntRange(1, 25).Draw(rt, "moves") {
			at := rapid.IntRange(0, len(want)-1).Draw(rt, "line")
			where := Where(rapid.IntRange(0, 3).Draw(rt, "where"))
			change, ok := p.Move(p.Parts[2].Lines[at], where)
			to := min(max(map[Where]int{Up: at - 1, Down: at + 1, Top: 0, Bottom: len(want) - 1}[where], 0), len(want)-1)
			if ok != (to != at) {
				rt.Fatalf("line %d of %d, move %d: %v", at, len(want), where, ok)
			}
			if !ok {
				continue
			}
			moved := want[at]
			want = slices.Insert(slices.Delete(want, at, at+1), to, moved)
			p = edited(t, &f, change)
			for i, l := range p.Parts[2].Lines {
				if l.UID != want[i].UID || l.Key != want[i].Key {
					rt.Fatalf("line %d is %s, want %s", i, l.UID, want[i].UID)
				}
			}
		}
	})
}

func TestBetweenAnyTwoPlacesIsAThird(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := []string{"2026-03-02.000000001.000001", "2026-03-02.000000001.000002", "2026-03-02.goal.s1"}
		for range rapid.IntRange(1, 60).Draw(t, "moves") {
			i := rapid.IntRange(0, len(places)).Draw(t, "at")
			after, before := "", ""
			if i > 0 {
				after = places[i-1]
			}
			if i < len(places) {
				before = places[i]
			}
			x := between(after, before)
			if x <= after || before != "" && x >= before {
				t.Fatalf("%q is not between %q and %q", x, after, before)
			}
			places = slices.Insert(places, i, x)
		}
	})
}

func TestFiveThousandLines(t *testing.T) {
	f := notes.ReviewFacts{Person: ana}
	for i := range 5000 {
		day := notes.Date("2026-01-01").AddDays(i % 320)
		f.Lines = append(f.Lines, filed(t, notes.NoteID(i+1), ana.ID, notes.HeldNote, day, "decided Ana: call "+fmt.Sprint(i))...)
	}
	p := Show(f, PeriodOf(ThisYear, "", "", today), today)
	if p.Lines != 5000 || len(p.Prose("").Parts[0].Prose) != 1000 {
		t.Errorf("%d lines", p.Lines)
	}
}

//go:embed testdata/year-prose.txt
var yearProse string

func TestAPackAsProse(t *testing.T) {
	var all []string
	d := yearPack(t).Prose("I led the move.\n\nIt went well.")
	for _, part := range d.Parts {
		all = append(all, part.Prose...)
	}
	if got := strings.Join(all, "\n") + "\n"; got != yearProse {
		t.Errorf("%s", got)
	}
	if d.Title != "Review of Ana Ruiz, 1 Jan – 31 Dec 2026" || d.Whose != "Ana Ruiz" || d.On != today || len(d.Lead) > 0 {
		t.Errorf("%+v", d)
	}
}

func TestThePageForThem(t *testing.T) {
	f := yearFacts(t)
	f.Lines = append(f.Lines, filed(t, 2, ben.ID, notes.HeldNote, "2026-03-03", "praise Ana: in a note about him (said)\n")...)
	f.Lines = append(f.Lines, filed(t, 3, sam.ID, notes.JournalNote, "2026-03-04", "praise Ana: from my journal (said)\npraise Ana, Kim: both (said)\n")...)
	f.Lines = append(f.Lines, filed(t, 4, ana.ID, notes.HeldNote, "2026-03-05", "decided Ana: Ben takes over the rota\npraise: helped Ben's team (said)\n")...)
	p := Show(f, PeriodOf(ThisYear, "", "", today), today)
	c, _ := p.Say(p.Parts[0].Lines[0], "between you and me")
	p = edited(t, &f, c)
	page := ShowForThem(p, notes.NewNames(people), sam.ID)
	text := fmt.Sprint(page.Document)
	for _, never := range []string{"Ben", "Kim", "in a note", "both", "between you", "She", "she", "pay", "not said", "Ana de", "Ana did"} {
		if strings.Contains(text, never) {
			t.Errorf("%q stands on %s", never, text)
		}
	}
	for _, want := range []string{
		"You decided", "Kafka it is", "You fixed it calmly.", "From my journal", "4 May · decided together from then on", "4 Jun · your call from then on",
		"2 Mar · yes: from May on", "2 Mar · I owe you an answer", "3 Mar · promised together", "rewarded: dinner voucher",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing on %s", want, text)
		}
	}
	if page.Kept != 5 { // a note about Ben, two people, two lines that name Ben, and mentoring him
		t.Errorf("%d lines stay out", page.Kept)
	}
}

func TestWhatIsSaidToThem(t *testing.T) {
	for _, c := range []struct {
		who        notes.Person
		text, want string
	}{
		{ana, "Ana let the juniors speak first", "You let the juniors speak first"},
		{ana, "Ana Ruiz decided to ship", "You decided to ship"},
		{ana, "Ana was calm. Ana was right.", "You were calm. You were right."},
		{ana, "She always helps", "You always help"},
		{ana, "she carries the rota", "You carry the rota"},
		{ana, "She quietly fixed it", "You quietly fixed it"},
		{ana, "Anabel stayed, Shelly too", "Anabel stayed, Shelly too"},
		{ana, "Ran the audit", "Ran the audit"},
		// What is not surely theirs stays as it was written.
		{ana, "Ana Jones decided to ship", "“Ana Jones decided to ship”"},
		{ana, "Thanked Ana Jones for the demo", "“Thanked Ana Jones for the demo”"},
		{ana, "Because Ana knows Kafka", "“Because Ana knows Kafka”"},
		{ana, "helped Ana with the demo", "“Helped Ana with the demo”"},
		{ana, "Ana's plan", "“Ana's plan”"},
		{ana, "Ana’s plan", "“Ana’s plan”"},
		{ana, "Ana, then the others", "“Ana, then the others”"},
		{ana, "Ana", "“Ana”"},
		{ana, "she carries it and always has", "“She carries it and always has”"},
		{ana, "she carries it, keeps it", "“She carries it, keeps it”"},
		{ana, "Ana frobs the gate", "“Ana frobs the gate”"},
		{ana, "Ana was calm, and she was right", "“Ana was calm, and she was right”"},
		{ana, "The customer was upset. She stayed.", "“The customer was upset. She stayed.”"},
		{ana, "gave her the lead", "“Gave her the lead”"},
		{ana, "She runs it herself", "“She runs it herself”"},
		{ana, "let Ruiz talk", "“Let Ruiz talk”"},
		{ana, "it was “she’s late”", "“It was “she’s late””"},
		{notes.Person{Name: "Bo", Pronoun: notes.He}, "He led the team", "You led the team"},
		{notes.Person{Name: "Bo", Pronoun: notes.He}, "He led his team", "“He led his team”"},
		{kim, "They stayed calm. We thanked them.", "You stayed calm. We thanked them."},
		{kim, "They were calm", "You were calm"},
		{kim, "The customers said they stay", "The customers said they stay"},
		{kim, "Their plan", "“Their plan”"},
		// Whose pronoun isn't known may be she or he.
		{kim, "She stayed calm", "“She stayed calm”"},
		{kim, "gave him the lead", "“Gave him the lead”"},
		{ana, "", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			w := writer{pack: Pack{Person: c.who}}
			if got := w.toYou(c.text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestPraiseInPartsIsSaidToThem(t *testing.T) {
	for _, c := range []struct {
		who        notes.Person
		text, want string
	}{
		{ana, "demo broke — she fixed it calmly — the customer stayed", "Demo broke. You fixed it calmly. The customer stayed."},
		{ana, "demo broke — fixed it — she slept better", "“Demo broke. Fixed it. She slept better.”"},
		{ana, "she ran it", "You ran it"},
		{ana, "she gave her slot away — Ana smiled", "“She gave her slot away. Ana smiled.”"},
		{kim, "demo broke — she fixed it calmly — the customer stayed", "Demo broke. You fixed it calmly. The customer stayed."},
		{kim, "demo broke — they are calm — he stayed", "“Demo broke. They are calm. He stayed.”"},
		{kim, "demo broke — he keeps calm", "Demo broke. You keep calm."},
		{kim, "she ran it", "“She ran it”"},
	} {
		t.Run(c.text, func(t *testing.T) {
			w := writer{pack: Pack{Person: c.who}}
			if got := w.toYouParts(strings.Split(c.text, " — ")...); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestNothingIsRewordedHalfWay holds that what is said to somebody is as it was written, or begins with You where the text
// began with them, and has no word about them any more.
func TestNothingIsRewordedHalfWay(t *testing.T) {
	words := strings.Fields("Ana Ruiz Jones she She her was decided knows helps always and , the plan. Ana's quickly has it :")
	rapid.Check(t, func(rt *rapid.T) {
		text := notes.SayText(strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 9).Draw(rt, "words"), " "))
		w := writer{pack: Pack{Person: ana}}
		got := w.toYou(text)
		if got == text || got == "“"+text+"”" {
			return
		}
		for i, word := range strings.Fields(got) {
			if w.about(word, i == 0) || word == "Jones" && i > 0 && strings.HasPrefix(strings.Fields(got)[i-1], "You") {
				rt.Fatalf("%q is %q", text, got)
			}
		}
		for _, never := range []string{"You knows", "You helps", "You was", "You has", "You decided's"} {
			if strings.Contains(got, never) || !strings.Contains(got, "You") {
				rt.Fatalf("%q is %q", text, got)
			}
		}
	})
}

const privateBody = `decided Ana: private: leave the vendor
decided Ana: private cloud
praise: private: too slow (said)
feedback: private: too slow (said)
feedback: the demo — private: she wept — it went on (said)
praise: calm (rewarded: private: a raise)
idea: private: leave (adopted 2026-03-04)
idea: a wiki (adopted 2026-03-04: private: to please her)
todo Ana: private: see the doctor (done 2026-03-04)
todo Ana: [ ] Private: see the doctor by 2026-03-05 (done 2026-03-04)
todo me: private: ask HR (done 2026-03-04)
need: private: a day off by 2026-03-05 (met 2026-03-04)
praise: private: not said
decided Ana: Kafka
`

func TestNoPrivateLineIsInAPack(t *testing.T) {
	f := notes.ReviewFacts{
		Person: ana, Lines: filed(t, 1, ana.ID, notes.HeldNote, "2026-03-02", privateBody),
		Goals: []notes.Goal{{UID: "g", Title: "private: leave", State: notes.GoalReached, Closed: "2026-03-02", Steps: []notes.Step{
			{UID: "s", Text: "a step", Owner: notes.Them, Done: "2026-03-02"},
		}}},
	}
	p := Show(f, PeriodOf(ThisYear, "", "", today), today)
	for name, d := range map[string]fmt.Stringer{
		"pack": written(p.Document("")), "prose": written(p.Prose("")), "page": written(ShowForThem(p, notes.NewNames(people), sam.ID).Document),
	} {
		t.Run(name, func(t *testing.T) {
			if s := d.String(); strings.Contains(strings.ToLower(s), "private") || strings.Contains(s, "doctor") || !strings.Contains(s, "Kafka") {
				t.Errorf("%s", s)
			}
		})
	}
	if flags := strings.Join(p.Flags(), " "); p.Lines != 1 || flags != "14 lines are marked private, so they're left out." {
		t.Errorf("%s %q", said(p), flags)
	}
	c, err := p.Say(p.Parts[0].Lines[0], "private: for me")
	if err != nil {
		t.Fatal(err)
	}
	p = edited(t, &f, c)
	if s := written(p.Document("")).String() + written(p.Prose("")).String(); strings.Contains(s, "for me") || p.Parts[0].Lines[0].Comment == "" {
		t.Errorf("the comment leaves with %s", s)
	}
}

// written is a document as a test compares it.
type written document.Document

func (d written) String() string { return fmt.Sprint(document.Document(d)) }

const heldBody = `# One-on-one
Ana is lazy
- she is stubborn
  refused the second design
todo Ana: draft the plan
private: she is hard to work with
  her pay

decided Ana: Kafka
`

func TestEverythingThatIsHeld(t *testing.T) {
	note := func(id notes.NoteID, who notes.PersonID, body string) notes.Note {
		return notes.Note{NoteHead: notes.NoteHead{ID: id, Person: who, Kind: notes.HeldNote, Date: "2026-03-02"}, Body: body}
	}
	names := notes.NewNames(append(people[:len(people):len(people)], notes.Person{ID: 9, Name: "Ana Bell"}))
	h := ShowHeld(HeldFacts{
		Person: ana, Today: today,
		Disclosed: notes.Disclosed{
			Notes:  []notes.Note{note(1, ana.ID, heldBody)},
			Others: []notes.Note{note(2, ben.ID, "praise Ana: calm\nnothing\nAnnie is arrogant\nKim is lazy\n")},
			Filed:  []notes.Filed{{Item: notes.Item{Line: 1}, Note: 2}},
			Own:    []notes.OwnReview{{From: "2025-01-01", To: "2025-06-30", Text: "I led the move."}},
		},
		Ever:  true,
		Found: []notes.Note{note(2, ben.ID, "twice"), note(3, sam.ID, "met Ana\nnobody\nAnabel was there\nAna's talk\n"), note(1, ana.ID, "her own")},
		Goals: []notes.Goal{{ID: 7, Title: "Lead", Why: "she is timid"}},
		Areas: []notes.Area{{Tag: "bus", Limits: "one budget"}, {Tag: "empty"}},
		Context: func(p notes.PersonID, d notes.Date) notes.Context {
			return notes.Context{Date: d, Person: p, Me: sam.ID, Names: names}
		},
	})
	var got []string
	for _, l := range h.Lines {
		got = append(got, fmt.Sprintf("%d:%d %s|%s", l.Note.ID, l.Line, l.Text, l.Mark()))
	}
	want := `1:1 # One-on-one|
1:2 Ana is lazy|doesn't say what happened
1:3 - she is stubborn|
1:4 refused the second design|
1:5 todo Ana: draft the plan|
1:6 private: she is hard to work with|doesn't say what happened · private, may still have to be disclosed
1:7 her pay|private, may still have to be disclosed
1:9 decided Ana: Kafka|
2:1 praise Ana: calm|
2:3 Annie is arrogant|doesn't say what happened
3:1 met Ana|
3:4 Ana's talk|`
	if strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if h.Private != 2 || h.Judging != 4 || h.Notes != 1 || h.Others != 2 || len(h.Marked()) != 3 || len(h.Besides) != 4 {
		t.Errorf("%d private, %d judging, %d and %d notes, %+v", h.Private, h.Judging, h.Notes, h.Others, h.Besides)
	}
	says := strings.Join(h.Says(), " ")
	for _, part := range []string{"12 lines", "4 lines describe Ana, not what happened", "they may still have to be disclosed"} {
		if !strings.Contains(says, part) {
			t.Errorf("%q is not in %q", part, says)
		}
	}
	d := h.Document()
	if len(d.Parts) != 4 || d.Parts[1].Title != "Mon 2 Mar, in another note" || d.Parts[3].Lines[1].Text != "she is timid" {
		t.Errorf("%+v", d)
	}
}

// TestNoWordsAboutSomebodyAreForgotten holds that each text that is kept about a person, in whatever row, is in what they
// would read.
func TestNoWordsAboutSomebodyAreForgotten(t *testing.T) {
	f := HeldFacts{
		Person: ana, Today: today, Period: PeriodOf(ThisHalf, "", "", today), More: true,
		Context: func(notes.PersonID, notes.Date) notes.Context { return notes.Context{} },
		Goals: []notes.Goal{{
			Title: "w-goal", Why: "w-why", StepInIf: "w-if", Steps: []notes.Step{{Text: "w-step"}},
			Opportunities: []notes.Opportunity{{Text: "w-chance"}},
		}},
		Areas:        []notes.Area{{Tag: "bus", Limits: "w-limits"}},
		Expectations: []notes.Expectation{{Text: "w-expect"}},
		StepIns: []notes.SteppingIn{{
			What: "w-what", Reason: "w-reason", Sentence: "w-sentence", ExitSign: "w-exit", ExtendedWhy: "w-longer", DidWell: "w-well",
			Learned: "w-learned",
		}},
		Edits: []notes.ReviewEdit{{Comment: "w-comment"}},
		Talks: []notes.CompanyTalk{{On: "2026-03-02", Words: "w-talk"}},
		Asked: []notes.PromptEvent{
			{Text: "w-asked", Reason: "w-because", Shown: "2026-03-02"}, {Text: "w-them", ForThem: true, Shown: "2026-03-02"},
		},
		Handover: []Extra{{What: "Handover pack", Text: "w-pack"}},
		Bin: []notes.Trashed{
			{Kind: notes.KindGoal, Text: "w-binned", Person: ana.ID},
			{Kind: notes.KindGoal, Text: "of-ben", Person: ben.ID},
			{Kind: notes.KindNote, Text: "title", Person: ana.ID},
		},
	}
	f.Own = []notes.OwnReview{{From: "2024-01-01", To: "2024-06-30", Text: "w-old"}, {From: "2026-07-01", Text: "w-own"}}
	f.Trashed = []notes.Note{{NoteHead: notes.NoteHead{Date: "2026-03-02"}, Body: "w-trash\n\nAna is lazy\n"}}
	h := ShowHeld(f)
	d := h.Document()
	all := fmt.Sprint(d)
	for _, want := range strings.Fields(`w-goal w-why w-if w-step w-chance w-limits w-expect w-what w-reason w-sentence w-exit w-longer w-well
		w-learned w-comment w-talk w-asked W-because w-them w-pack w-binned w-old w-own w-trash lazy`) {
		t.Run(want, func(t *testing.T) {
			if !strings.Contains(all, want) {
				t.Errorf("it is not in %s", all)
			}
		})
	}
	if strings.Contains(all, "of-ben") || h.Judging != 1 {
		t.Errorf("%d judging: %s", h.Judging, all)
	}
	covers := "Notes are from 1 Jul – 31 Dec 2026 only. Everything else is from all years. " +
		"Older notes about other people may mention Ana too. They aren't listed here."
	if got := strings.Join(d.Lead, " "); d.Title != "Everything held about Ana Ruiz, 1 Jul – 31 Dec 2026" || got != covers {
		t.Errorf("%q, %q", d.Title, got)
	}
	h.Ever, h.More = true, false
	if d = h.Document(); d.Title != "Everything held about Ana Ruiz" || len(d.Lead) != 0 {
		t.Errorf("%+v", d)
	}
}

func TestNamesThatNotesMayMention(t *testing.T) {
	who := notes.Person{Name: "Ana de la Cruz", Aliases: []string{"Annie"}}
	if got := strings.Join(NamesOf(who), " "); got != "Ana Cruz Annie" {
		t.Errorf("%q", got)
	}
	if got := NamesOf(notes.Person{Name: "Ana"}); len(got) != 1 {
		t.Errorf("%q", got)
	}
}
