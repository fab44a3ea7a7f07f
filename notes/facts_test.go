package notes

import (
	"reflect"
	"strings"
	"testing"
)

func wordsOf(items []Filed) string {
	var words []string
	for _, f := range items {
		words = append(words, f.Text)
	}
	return strings.Join(words, ", ")
}

func line(text string, label Label, actor Actor, due Date) Filed {
	return Filed{Item: Item{Text: text, Label: label, Actor: actor, Due: due}, Person: 2}
}

func TestWhatIsPendingStandsWhereTheBriefListsIt(t *testing.T) {
	var f Facts
	f.SortOpen([]Filed{
		line("my question", Ask, Me, ""), line("their topic", Topic, Them, ""), line("undated", Todo, Them, ""),
		line("mine", Todo, Me, ""), line("late", Todo, Them, "2026-12-02"), line("soon", Todo, Them, "2026-12-01"),
		line("ours", Todo, We, ""),
		line("a desk", Need, Them, "2026-12-01"), line("rest", Need, Them, ""), line("well done", Praise, Them, ""),
		line("louder", Feedback, Them, ""), line("rotate", Idea, Them, ""), line("the build", Stuck, Them, ""),
		line("their question", Ask, Them, ""),
	})
	for name, got := range map[string][2]string{
		"agenda, theirs first":        {wordsOf(f.Agenda), "their topic, their question, my question"},
		"I owe":                       {wordsOf(f.IOwe), "mine, ours, a desk"},
		"they own, what is due first": {wordsOf(f.TheyOwn), "soon, late, undated"},
		"unsaid":                      {wordsOf(f.Unsaid), "well done, louder"},
		"ideas":                       {wordsOf(f.Ideas), "rotate"},
		"needs":                       {wordsOf(f.Needs), "a desk, rest"},
		"stuck":                       {wordsOf(f.Stuck), "the build"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %q, not %q", name, got[0], got[1])
		}
	}
}

func TestOfOtherOneOnOnesOfTheDayNothingIsNew(t *testing.T) {
	of := func(text string, note NoteID, person PersonID, kind NoteKind, date Date) Filed {
		return Filed{Item: Item{Text: text, Label: Topic}, Person: 2, Note: note, NotePerson: person, NoteKind: kind, NoteDate: date}
	}
	filed := []Filed{
		of("an earlier one-on-one", 1, 2, HeldNote, "2026-11-20"), of("journal", 2, 2, JournalNote, "2026-11-20"),
		of("with Ben", 3, 3, HeldNote, "2026-11-20"), of("the last", 4, 2, HeldNote, "2026-11-20"), of("next", 5, 2, PlannedNote, "2026-11-27"),
	}
	f := Facts{Person: Person{ID: 2}}
	if f.KeepSince(append([]Filed(nil), filed...)); f.SinceDay() != "" || len(f.Since) != len(filed) {
		t.Errorf("before the first one-on-one: %q since %q", wordsOf(f.Since), f.SinceDay())
	}
	f.LastHeld = &Note{NoteHead: NoteHead{ID: 4, Date: "2026-11-20"}}
	if f.KeepSince(filed); f.SinceDay() != "2026-11-20" || wordsOf(f.Since) != "journal, with Ben, the last, next" {
		t.Errorf("%q since %q", wordsOf(f.Since), f.SinceDay())
	}
}

func TestTheRosterNamesWhatIsOverdueBeforeWhatIsOlder(t *testing.T) {
	people := []Person{{ID: 1, Kind: KindMe}, {ID: 2, Kind: KindReport}, {ID: 3, Kind: KindReport, State: StateLeft}, {ID: 4, Kind: KindOther}}
	pending := []Filed{
		line("old", Todo, Me, ""), line("late", Todo, We, "2026-11-22"), line("later still", Need, Them, "2026-11-21"),
		line("due today", Todo, Me, "2026-11-23"),
		line("theirs", Topic, Them, ""), line("theirs too", Topic, Them, ""), line("mine", Topic, Me, ""), line("question", Ask, Me, ""),
		line("not mine", Todo, Them, "2026-11-01"),
		{Item: Item{Label: Todo, Actor: Me}, Person: 3},
	}
	lines := RosterOf(people, pending, "2026-11-23")
	want := []RosterLine{
		{Person: people[1], Topics: 2, Asks: 2, Owed: 4, Overdue: true, FirstOwe: "late", FirstTop: "theirs"}, {Person: people[3]},
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("%+v", lines)
	}
}
