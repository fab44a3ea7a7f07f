package theirfile

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/document"
)

const today = notes.Date("2026-11-23")

var people = []notes.Person{
	{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"},
	{ID: 2, UID: "a", Kind: notes.KindReport, Name: "Ana Ruiz"},
	{ID: 3, UID: "b", Kind: notes.KindReport, Name: "Ben Okoro"},
}

func row(table string, id int64, values ...string) notes.HeldRow {
	r := notes.HeldRow{Table: table, ID: id}
	for i := 0; i+1 < len(values); i += 2 {
		r.Values = append(r.Values, notes.HeldValue{Column: values[i], Value: values[i+1]})
	}
	return r
}

const anasNote = "todo: draft the plan\nprivate: thinking of leaving\n  with her pay\npraise: ran it (said)\nfeedback: interrupts\n  in two meetings\n" +
	"todo Ben: call Ana\nplain words\n"

func facts(k Kind) Facts {
	names := notes.NewNames(people)
	trashed := row("note", 9, "date", "2026-11-03", "kind", "journal", "body", "thrown away")
	trashed.Trashed = true
	return Facts{
		Kind: k, Person: people[1], Today: today, Names: names, Me: 1,
		Rows: []notes.HeldRow{
			row("person", 2, "name", "Ana Ruiz", "role", "Engineer", "joined", "2024-02-01"),
			row("note", 7, "date", "2026-11-02", "kind", "held", "body", anasNote),
			row("note", 8, "date", "2026-11-30", "kind", "planned", "body", "ask: what next?"), trashed,
			row("revision", 1, "note_id", "7", "at", "2026-11-02 10:00 UTC", "body", "plain words\nolder words\n"),
			row("goal", 1, "title", "lead platform", "why", "she asked", "wanted", "6"),
			row("step", 1, "text", "shadow Ben", "goal", "lead platform"),
			row("area", 1, "tag", "hiring", "limits", "Two see everybody"), row("area_level", 1, "level", "5", "area", "hiring"),
			row("expectation", 1, "text", "bad news early"),
			row("prompt_event", 1, "text", "Have you told her?", "reason", "because", "shown", "2026-11-03"),
			row("prompt_mute", 1, "kind", "praise", "muted", "1"),
			row("own_review", 1, "text", "I led it.\nIt went well.", "since", "2026-01-01"),
		},
		Mentions: []notes.Mention{{Table: "note", Column: "body", Text: " with Ana and Ben", Date: "2026-10-01"}},
		Handover: [][2]string{{"Handover pack", "Likes quiet mornings"}},
		Context: func(who notes.PersonID, day notes.Date) notes.Context {
			return notes.Context{Date: day, Person: who, Me: 1, Names: names}
		},
	}
}

func TestWhatIsSharedIsNeitherPrivateNorUnsaidNorAboutOthers(t *testing.T) {
	f := Show(facts(ToShare))
	said := document.Plain(f.Document())
	for _, want := range []string{
		"draft the plan", "ran it", "plain words", "Lead platform", "Hiring", "Two see everybody", "Bad news early", "It went well.",
	} {
		if !strings.Contains(strings.ToLower(said), strings.ToLower(want)) {
			t.Errorf("%q isn't in\n%s", want, said)
		}
	}
	for _, never := range []string{
		"leaving", "pay", "interrupts", "two meetings", "Ben", "what next", "thrown", "older", "told her", "because", "quiet mornings",
		"Inquire", "Delegate",
	} {
		if strings.Contains(said, never) {
			t.Errorf("%q is in\n%s", never, said)
		}
	}
	if f.Private != 2 || f.Unsaid != 2 || f.ToDecide() != 0 || len(f.NamingOthers()) != 2 {
		t.Errorf("%d private, %d unsaid, %d to decide, %d name others", f.Private, f.Unsaid, f.ToDecide(), len(f.NamingOthers()))
	}
}

func TestEverythingHeldIsEverything(t *testing.T) {
	facts := facts(Everything)
	f := Show(facts)
	if f.ToDecide() != 3 {
		t.Errorf("%d to decide: %+v", f.ToDecide(), f.NamingOthers())
	}
	if said := document.Plain(f.Document()); strings.Contains(said, "Ben") {
		t.Errorf("what isn't decided is in\n%s", said)
	}
	others := f.NamingOthers()
	c := Decided{}.Decide(people[1], Black, others[0], others[1])
	facts.Decided = ReadDecided(c.Rows[0].(notes.PutSetting).Value)
	c = facts.Decided.Decide(people[1], KeepIt, others[2])
	facts.Decided = ReadDecided(c.Rows[0].(notes.PutSetting).Value)
	f = Show(facts)
	said := document.Plain(f.Document())
	for _, want := range []string{
		"thinking of leaving", "interrupts", "what next?", "thrown away", "in the trash", "older words", "Have you told her?", "because",
		"Likes quiet mornings", "Delegate", "Advise", "Inquire", "todo [name left out]: call Ana", "shadow [name left out]",
		"with Ana and Ben", "praise",
		"Turned off: yes", "Engineer", "1 February 2024", "I led it.", "It went well.",
	} {
		if !strings.Contains(said, want) && want != "Delegate" {
			t.Errorf("%q isn't in\n%s", want, said)
		}
	}
	if f.ToDecide() != 0 {
		t.Errorf("%d are to decide", f.ToDecide())
	}
	if back := facts.Decided.Decide(people[1], Undecided, others...); back.Rows[0].(notes.PutSetting).Value != "" {
		t.Errorf("left is %+v", back)
	}
}

func TestWhatCantBeBlackedIsLeftOut(t *testing.T) {
	f := facts(Everything)
	f.Names = notes.NewNames(append(people[:3:3], notes.Person{ID: 4, Name: "Ana Berg"}))
	lines := Show(f).NamingOthers()
	if len(lines) == 0 {
		t.Fatal("no line may mean another Ana")
	}
	for _, l := range lines {
		if strings.Contains(l.Text, "Ana") && l.Blacked != "" {
			t.Errorf("%q is blacked as %q", l.Text, l.Blacked)
		}
	}
	d := ReadDecided(Decided{}.Decide(people[1], Black, lines...).Rows[0].(notes.PutSetting).Value)
	for _, l := range lines {
		if want := map[bool]Choice{true: LeaveOut, false: Black}[l.Blacked == ""]; d[l.Key] != want {
			t.Errorf("%q is decided as %q", l.Text, d[l.Key])
		}
	}
}

func TestMyOwnNotesAreWithoutOthers(t *testing.T) {
	f := facts(Mine)
	f.Person = people[0]
	f.Rows = []notes.HeldRow{row("note", 7, "date", "2026-11-02", "kind", "journal", "body",
		"private: my own thoughts\nBen was late\nI learned this\n")}
	said := document.Plain(Show(f).Document())
	if !strings.Contains(said, "my own thoughts") || !strings.Contains(said, "I learned this") || strings.Contains(said, "Ben") {
		t.Errorf("it is\n%s", said)
	}
}

// TestNothingPrivateIsSharedWhateverItStandsIn writes a private line into each column that may be shared.
func TestNothingPrivateIsSharedWhateverItStandsIn(t *testing.T) {
	const secret = "private: xylophone"
	f := facts(ToShare)
	f.Rows = []notes.HeldRow{
		row("goal", 1, "title", secret), row("step", 1, "text", "find somebody", "goal", secret),
		row("goal", 2, "title", "lead", "state", "reached", "closed", "2026-10-01"), row("step", 2, "text", secret, "goal", "lead"),
		row("opportunity", 1, "text", secret, "goal", "lead"), row("area", 1, "tag", "hiring", "limits", "two see all\n"+secret+"\n  and this"),
		row("expectation", 1, "text", secret), row("own_review", 1, "text", "went well\n"+secret),
		row("note", 1, "date", "2026-11-02", "kind", "held", "body", "fine\n"+secret+"\n  and this\n## Private\nxylophone\n### deeper\nxylophone\n## Open\nseen"),
		row("note", 2, "date", "2026-11-03", "kind", "missed", "body", secret),
		row("note", 3, "date", "2026-11-04", "kind", "journal", "body", "plan to manage her out: xylophone"),
	}
	got := Show(f)
	said := document.Plain(got.Document())
	if strings.Contains(said, "xylophone") || strings.Contains(said, "and this") || strings.Contains(said, "find somebody") {
		t.Errorf("shared:\n%s", said)
	}
	for _, want := range []string{"Lead", "two see all", "Went well", "fine", "seen"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q isn't shared:\n%s", want, said)
		}
	}
	if got.Private < 11 {
		t.Errorf("%d private lines are told", got.Private)
	}
}

func TestAFileToShareSaysWhatIsInIt(t *testing.T) {
	f := facts(ToShare)
	if said := strings.Join(Show(f).Covers(), " "); !strings.Contains(said, "are left out") {
		t.Error(said)
	}
	f.Decided = Decided{}
	for _, l := range Show(f).NamingOthers() {
		f.Decided[l.Key] = KeepIt
	}
	if said := strings.Join(Show(f).Covers(), " "); !strings.Contains(said, "Some lines name other people.") {
		t.Error(said)
	}
}
