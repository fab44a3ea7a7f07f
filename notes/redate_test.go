package notes

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// on is the note of Ana's on another day.
func onDay(d Date) Context {
	in := tableNotes[""]
	in.Date = d
	return in
}

// moved is the body of a note of a kind, and what is due in it, after its day became another one.
func moved(kind NoteKind, body string, from, to Date) (after string, r Redated) {
	n := Note{NoteHead: NoteHead{ID: 7, Kind: kind}, Body: body}
	r = RedateNote(n, onDay(from), onDay(to))
	return withLines(body, r.Edits), r
}

func TestANoteThatGetsAnotherDay(t *testing.T) {
	const written, planned = Date("2026-11-26"), Date("2026-12-03") // both a Thursday
	for _, c := range []struct {
		name     string
		kind     NoteKind
		from, to Date
		line     string
		after    string // "" where it stays as it was typed
		due      Date   // as it is read then
		asked    bool   // which day is meant
		said     string
	}{
		{
			"backdated: an unclear day is clear", HeldNote, written, "2026-11-10", "todo: x by 20 Nov", "", "2026-11-20", false,
			"One line is now due Fri 20 Nov.",
		},
		{
			"backdated: next year's day was this year's", JournalNote, written, "2026-04-14", "todo: x by 30 April", "", "2026-04-30", false,
			"One line is now due Thu 30 Apr, not Fri 30 Apr 2027.",
		},
		{
			"backdated: a weekday", HeldNote, written, "2026-11-10", "todo: x by Friday", "", "2026-11-13", false,
			"One line is now due Fri 13 Nov, not tomorrow.",
		},
		{
			"backdated: tomorrow", MissedNote, written, "2026-11-10", "todo: x by tomorrow", "", "2026-11-11", false,
			"One line is now due Wed 11 Nov, not tomorrow.",
		},
		{"backdated: the same day still", HeldNote, written, "2026-11-10", "todo: x by 4 Dec", "", "2026-12-04", false, ""},
		{"backdated: ISO", HeldNote, written, "2026-11-10", "todo: x by 2026-11-20", "", "2026-11-20", false, ""},
		{
			"backdated: clear before, unclear now", HeldNote, written, "2026-05-14", "todo: x by 30 April", "", "", true,
			"In 1 line, pick which day you mean.",
		},
		{"backdated: unclear on both days", HeldNote, written, "2026-11-24", "todo: x by 20 Nov", "", "", true, ""},
		{
			"backdated: a weekday that fits one year only", HeldNote, written, "2025-11-20", "todo: x by Fri 4 Dec",
			"todo: x by 2026-12-04", "2026-12-04", false, "",
		},
		{"backdated: a ticked box is of that day", HeldNote, written, "2026-11-10", "- [x] x", "", "", false, ""},
		{"backdated: what a backslash keeps", HeldNote, written, "2026-11-10", `todo: x \by 20 Nov`, "", "", false, ""},
		{"moved on: a weekday", PlannedNote, planned, "2026-12-10", "todo: x by Friday", "todo: x by 2026-12-04", "2026-12-04", false, ""},
		{"moved on: a state", PlannedNote, planned, "2026-12-10", "- [x] x", "- [x] x (done 2026-12-03)", "", false, ""},
		{"moved on: an unclear day", PlannedNote, planned, "2026-12-10", "todo: x by 20 Nov", "", "", true, ""},
		{
			"moved on: an unclear day that is clear now", PlannedNote, planned, "2026-12-31", "todo: x by 20 Nov", "", "2027-11-20", false,
			"One line is now due Sat 20 Nov 2027.",
		},
		{
			"moved on: that and a state", PlannedNote, planned, "2026-12-31", "- [x] x by 20 Nov", "- [x] x by 20 Nov (done 2026-12-03)",
			"2027-11-20", false, "",
		},
		{
			"moved on: a remark with a bracket", PlannedNote, planned, "2026-12-31", "todo: x (told: a) b)", "todo: x (told 2026-12-03: a) b)",
			"", false, "",
		},
		{
			"moved on: what a backslash keeps, ticked", PlannedNote, planned, "2026-11-16", `- [x] x \by 20 Nov`,
			`- [x] x \by 20 Nov (done 2026-12-03)`, "", false, "",
		},
		{"moved on: what a backslash keeps", PlannedNote, planned, "2026-12-31", `todo: x \by 20 Nov`, "", "", false, ""},
		{"moved nearer: a weekday", PlannedNote, planned, "2026-11-27", "todo: x by Mon", "todo: x by 2026-12-07", "2026-12-07", false, ""},
		{
			"moved nearer: an unclear day", PlannedNote, planned, "2026-11-16", "todo: x by 20 Nov", "", "2026-11-20", false,
			"One line is now due Fri 20 Nov.",
		},
		{"what has been, on a later day", HeldNote, "2026-11-10", written, "todo: x by 20 Nov", "todo: x by 2026-11-20", "2026-11-20", false, ""},
		{"what has been, on a later day, relative", HeldNote, "2026-11-10", written, "todo: x by Fri", "todo: x by 2026-11-13", "2026-11-13", false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, r := moved(c.kind, c.line, c.from, c.to)
			want := c.after
			if want == "" {
				want = c.line
			}
			if got != want {
				t.Errorf("%q became %q, want %q", c.line, got, want)
			}
			items := Parse(got, onDay(c.to))
			if len(items) != 1 || items[0].Due != c.due {
				t.Errorf("%q is read %+v", got, items)
			}
			asked := slices.ContainsFunc(Suggestions(got, onDay(c.to), 0), func(s Suggestion) bool { return s.Question == AskDay })
			if said := r.Say(written); asked != c.asked || said != c.said {
				t.Errorf("%q: asked %v, said %q", got, asked, said)
			}
		})
	}
}

func TestDueDatesThatMoveTogetherAreCounted(t *testing.T) {
	body := "todo: a by 20 Nov\ntodo: b by Fri\nprose\ntodo: c by 1 Nov\ntodo: d by 5 Nov"
	_, r := moved(HeldNote, body, "2026-12-15", "2026-11-10")
	if got, want := r.Say("2026-12-15"), "2 lines have a new due date. In 2 lines, pick which day you mean."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if r := (Redated{}); r.Say("2026-12-15") != "" {
		t.Error("where nothing moved something is said")
	}
}

// keepsMeaning reports whether an item says on another day what it said: a day that was unclear may be clear there, and
// what a backslash keeps may not need it.
func keepsMeaning(now, was Item) bool {
	if was.Due == "" {
		was.Text, was.Due, was.Tags = now.Text, now.Due, now.Tags
		if now.Due != "" { // what stands before the day is read there, too
			was.State, was.StateDate, was.Remark = now.State, now.StateDate, now.Remark
		}
	}
	return sameItem(now, was)
}

// TestAStateBeforeADayIsNotLost where the day alone could be asked for.
func TestAStateBeforeADayIsNotLost(t *testing.T) {
	body, _ := moved(HeldNote, "todo: x (told: no) by 30 April", "2025-05-31", "2025-05-01")
	if is := Parse(body, onDay("2025-05-01")); len(is) != 1 || is[0].State != Told || is[0].Due != "2026-04-30" {
		t.Errorf("%q files %+v", body, is)
	}
}

// TestNoDayIsLostWhereANoteMoves moves notes of lines with dates of all kinds from any day to any other.
func TestNoDayIsLostWhereANoteMoves(t *testing.T) {
	starts := []string{"todo: x ", "- [ ] x ", "- [x] x ", "done: x ", "need: y ", "decided: z ", "todo Ben: a #b ", "praise: p "}
	days := []string{
		"by Fri", "by tomorrow", "by today", "by 20 Nov", "by 30 April", "by Fri 4 Dec", "by 29 Feb", "by 2026-11-20", "by 4/12", "by 28/11",
		"by the 4th", "by end of month", "by EOD", "before 1 May", "(due 3 Oct)", "by KW 49", "by Q1", "by mid June", `\by 20 Nov`, "Fri 4 Dec",
		"by 20 Nov (done)", "(told: no) by 30 April", "by next week, please", "by 31 Jan!",
	}
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom(starts).Draw(t, "start") + rapid.SampledFrom(days).Draw(t, "day")
		from := Date("2025-01-01").AddDays(rapid.IntRange(0, 1500).Draw(t, "from"))
		to := Date("2025-01-01").AddDays(rapid.IntRange(0, 1500).Draw(t, "to"))
		kind := rapid.SampledFrom([]NoteKind{HeldNote, JournalNote, MissedNote, PlannedNote}).Draw(t, "kind")
		body, r := moved(kind, line, from, to)
		if strings.Count(body, `\`) > strings.Count(line, `\`) {
			t.Fatalf("%q became %q", line, body)
		}
		was, is := Parse(line, onDay(from)), Parse(body, onDay(to))
		if len(was) != len(is) {
			t.Fatalf("%q of %s became %q of %s: %+v, %+v", line, from, body, to, was, is)
		}
		for i := range was {
			checkMoved(t, was[i], is[i], kind, from, to, r)
			asks := slices.ContainsFunc(Suggestions(body, onDay(to), 0), func(s Suggestion) bool { return s.Question == AskDay })
			if was[i].Due != "" && is[i].Due == "" && !asks {
				t.Fatalf("%q of %s lost its day as %q of %s", line, from, body, to)
			}
		}
	})
}

func checkMoved(t *rapid.T, was, is Item, kind NoteKind, from, to Date, r Redated) {
	t.Helper()
	anew := kind != PlannedNote && to < from
	if !anew && !keepsMeaning(is, was) {
		t.Fatalf("%+v is %+v", was, is)
	}
	if was.State == Open && was.Due != is.Due && r.Say(to) == "" {
		t.Fatalf("due %s, was %s, and nothing is said", is.Due, was.Due)
	}
	if anew && was.State != Open && was.StateDate == from && is.StateDate != to {
		t.Fatalf("%+v was read anew from %s as %+v", was, to, is)
	}
}
