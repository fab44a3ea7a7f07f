package storage

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/handover"
)

// packed keeps a pack of a person whose lines are about the uids, worded as they are.
func packed(t *testing.T, j *Journal, who notes.PersonID, k handover.Kept) string {
	t.Helper()
	key := handover.Key(must[notes.Person](t)(j.Person(who)))
	do(t, j, notes.PutSetting{Key: key, Value: k.String()})
	return key
}

// uidOf is the uid of the newest row of a table.
func uidOf(t *testing.T, j *Journal, table string) string {
	t.Helper()
	return must[string](t)(one(j.c, "SELECT uid FROM "+table+" ORDER BY id DESC LIMIT 1", scalar[string]))
}

// saidAnywhere are the tables and columns of the journal in which a word stands.
func saidAnywhere(t *testing.T, j *Journal, word string) (where []string) {
	t.Helper()
	if err := j.Idle(); err != nil { // it empties what the index has of the words
		t.Fatal(err)
	}
	columns := must[[][2]string](t)(list(j.c, `SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1, 2`, nil,
		func(s scanner) (c [2]string, err error) { return c, s.Scan(&c[0], &c[1]) }))
	for _, c := range columns {
		n := must[int](t)(one(j.c, `SELECT count(*) FROM "`+c[0]+`" WHERE instr(lower(CAST("`+c[1]+`" AS TEXT)), ?) > 0`, scalar[int], word))
		if n > 0 {
			where = append(where, c[0]+"."+c[1])
		}
	}
	return where
}

func TestNoWordOfWhatIsDeletedForGoodIsKept(t *testing.T) {
	const word = "zucchetto"
	for name, c := range map[string]struct {
		kind  notes.Kind
		row   func(notes.PersonID) []notes.Row
		table string
		key   string // of its line in a pack
	}{
		"a note": {notes.KindNote, func(ana notes.PersonID) []notes.Row {
			return []notes.Row{notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-20", Body: "todo: ask HR about the " + word + "\n"}}
		}, "note", "line:"},
		"a goal": {notes.KindGoal, func(ana notes.PersonID) []notes.Row {
			return []notes.Row{notes.Goal{Person: ana, Title: word + " for all", State: notes.GoalOpen}}
		}, "goal", "goal:"},
		"an opportunity": {notes.KindOpportunity, func(ana notes.PersonID) []notes.Row {
			goal := notes.Goal{Person: ana, Title: "Lead", State: notes.GoalOpen}
			return []notes.Row{goal, notes.Opportunity{Kind: notes.Workshop, Text: word + " days", State: notes.Offered}}
		}, "opportunity", "chance:"},
		"an area": {notes.KindArea, func(ana notes.PersonID) []notes.Row {
			return []notes.Row{notes.Area{Person: ana, Tag: "hiring", Limits: "no " + word}}
		}, "area", "area:"},
		"an expectation": {notes.KindExpectation, func(ana notes.PersonID) []notes.Row {
			return []notes.Row{notes.Expectation{Person: ana, Text: "a " + word}}
		}, "expectation", "count:"},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := addPerson(t, j, "Ana Ruiz")
			do(t, j, c.row(ana)...)
			uid := uidOf(t, j, c.table)
			key := packed(t, j, ana, handover.Kept{State: handover.Reading, On: "2026-11-20", Lines: []handover.KeptLine{
				{Key: c.key + uid + ":0123", Was: "The " + word, Text: "Her " + word, Said: "Which " + word + "?"},
				{Key: "added:1", Text: "Likes quiet mornings", Part: handover.Helps},
			}})
			event := notes.PromptEvent{Person: ana, Kind: "praise", Key: "k", Text: "How is the Lead?", Shown: "2026-11-20", Outcome: notes.InView}
			if c.kind == notes.KindNote || c.kind == notes.KindGoal {
				event.Text = "How is the " + strings.ToUpper(word[:1]) + word[1:] + " for all?"
			}
			if c.kind == notes.KindNote {
				event.NoteUID, event.Line = uid, word
			}
			do(t, j, event, notes.PutSetting{Key: notes.SettingForms, Value: "half a " + word})
			id := must[int64](t)(one(j.c, "SELECT id FROM "+c.table+" WHERE uid = ?", scalar[int64], uid))
			do(t, j, notes.Purge{Kind: c.kind, ID: id})
			if where := saidAnywhere(t, j, word); len(where) > 0 {
				t.Errorf("it is still said in %q", where)
			}
			if kept := must[string](t)(j.Setting(key)); !strings.Contains(kept, "quiet mornings") || !strings.Contains(kept, "reading") {
				t.Errorf("of the pack there is left %q", kept)
			}
		})
	}
}

func TestAStepThatIsDeletedForGoodLeavesThePack(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	do(t, j, notes.Goal{Person: ana, Title: "Lead", State: notes.GoalOpen}, notes.Step{Text: "Write the zucchetto guide"})
	packed(t, j, ana, handover.Kept{State: handover.Reading, On: "2026-11-20", Lines: []handover.KeptLine{
		{Key: "goal:" + uidOf(t, j, "goal"), Was: "Lead · next: write the zucchetto guide", Said: "fine"},
	}})
	do(t, j, notes.PromptEvent{
		Person: ana, Kind: "growth", Key: "k", Text: "“Write the zucchetto guide”: what helps?", Shown: "2026-11-20", Outcome: notes.InView,
	})
	do(t, j, notes.Purge{Kind: notes.KindStep, ID: must[int64](t)(one(j.c, "SELECT id FROM step", scalar[int64]))})
	if where := saidAnywhere(t, j, "zucchetto"); len(where) > 0 {
		t.Errorf("it is still said in %q", where)
	}
	if where := saidAnywhere(t, j, "fine"); len(where) != 1 {
		t.Errorf("what Ana said is in %q", where)
	}
}

func TestANameThatIsDeletedForGoodLeavesThePacksOfOthers(t *testing.T) {
	j, _ := newJournal(t)
	ana, berg, will := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ana Berg"), addPerson(t, j, "Will Park", "Parky")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: ask finance\n")
	line := "line:" + uidOf(t, j, "note") + ":0"
	key := packed(t, j, ana, handover.Kept{To: "Will Park", Lines: []handover.KeptLine{
		{Key: line, Was: "Ask finance", Text: "Ask finance with Will", Said: "we will see", Out: true},
		{Key: "added:1", Text: "Ask parky", Part: handover.Helps},
		{Key: "added:2", Text: "Ask Ana Berg", Part: handover.Helps},
	}})
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(will)})
	want := handover.Kept{Lines: []handover.KeptLine{
		{Key: line, Was: "Ask finance", Said: "we will see", Out: true}, {Key: "added:2", Text: "Ask Ana Berg", Part: handover.Helps},
	}}
	if got := must[string](t)(j.Setting(key)); got != want.String() {
		t.Errorf("there is %s", got)
	}
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(berg)})
	want.Lines = want.Lines[:1]
	if got := must[string](t)(j.Setting(key)); got != want.String() {
		t.Errorf("after Ana Berg there is %s", got)
	}
}

func TestAMergeKeepsThePackAndItsUndoBringsBothBack(t *testing.T) {
	read := handover.Kept{State: handover.Reading, On: "2026-11-20", To: "Kim", Lines: []handover.KeptLine{
		{Key: "line:a:1", Was: "Ask finance", Said: "it is late"}, {Key: "added:1", Text: "hers", Part: handover.Helps},
	}}
	draft := handover.Kept{Lines: []handover.KeptLine{
		{Key: "line:a:1", Text: "Asks", Out: true}, {Key: "added:1", Text: "his", Part: handover.Goals},
	}}
	both := handover.Kept{State: handover.Amended, On: "2026-11-20", To: "Kim", Lines: []handover.KeptLine{
		{Key: "line:a:1", Was: "Ask finance", Text: "Asks", Said: "it is late", Out: true},
		{Key: "added:1", Text: "his", Part: handover.Goals},
		{Key: "added:2", Text: "hers", Part: handover.Helps},
	}}
	for name, c := range map[string]struct{ from, into, want handover.Kept }{
		"only who goes had one":  {read, handover.Kept{}, read},
		"only who stays had one": {handover.Kept{}, read, read},
		"neither":                {},
		"both":                   {read, draft, both},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			from, into := addPerson(t, j, "Pia Nair"), addPerson(t, j, "Priya Shah")
			gone, stays := packed(t, j, from, c.from), packed(t, j, into, c.into)
			has := func(key string) string { return must[string](t)(j.Setting(key)) }
			done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.MergePeople{From: from, Into: into}}}))
			if has(stays) != c.want.String() || has(gone) != "" {
				t.Errorf("who stays has %s, who goes %s", has(stays), has(gone))
			}
			must[notes.Applied](t)(j.Apply(done.Undo))
			if has(stays) != c.into.String() || has(gone) != c.from.String() {
				t.Errorf("taken back, who stays has %s, who goes %s", has(stays), has(gone))
			}
			must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{notes.MergePeople{From: from, Into: into}}}))
			do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(from)})
			if got := has(stays); (got == "") != (c.want.String() == "") {
				t.Errorf("once the other is deleted for good there is %q", got)
			}
		})
	}
}
