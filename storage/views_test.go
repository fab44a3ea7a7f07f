package storage

import (
	"os"
	"strings"
	"testing"

	"handback/notes"
)

const viewColumns = "person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line"

// views are the public interface of the file, and the labels that each shows.
var views = viewsOfLabels()

func viewsOfLabels() map[string][]string {
	of := map[string][]string{}
	for _, k := range notes.LabelKinds {
		if k.View != "" {
			of[k.View] = append(of[k.View], string(k.Label))
		}
	}
	return of
}

func TestTheViewsStayAsTheyAreDescribed(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Lopez")
	addPerson(t, j, "Ben")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", strings.Join([]string{
		"todo: draft the plan #lead #q4 by 2026-12-01", "todo me: ask HR (done 2026-11-21: by mail)", "decided: use Kafka",
		"praise Ana and Ben: calm", "feedback: late again", "idea: fewer meetings (trying)", "need: a desk", "topic: pay", "ask: how is it?",
		"stuck: the build",
	}, "\n"))
	uid := must[notes.Note](t)(j.Note(id)).UID
	for view, labels := range views {
		t.Run(view, func(t *testing.T) {
			columns, err := list(j.c, "SELECT group_concat(name, ', ') FROM pragma_table_info('"+view+"')", nil, scalar[string])
			if err != nil || len(columns) != 1 || columns[0] != viewColumns {
				t.Errorf("%s has the columns %v (%v)", view, columns, err)
			}
			var rows, want int
			if err := j.c.row("SELECT count(*) FROM "+view, nil, &rows); err != nil {
				t.Fatal(err)
			}
			if err := j.c.row("SELECT count(*) FROM item WHERE label IN ('"+strings.Join(labels, "', '")+"')", nil, &want); err != nil {
				t.Fatal(err)
			}
			if rows != want {
				t.Errorf("%s has %d rows of %d", view, rows, want)
			}
		})
	}
	row := func(query, want string) {
		t.Helper()
		got := must[string](t)(one(j.c, "SELECT concat_ws('|', person, coalesce(actor, 'null'), text, tags, coalesce(due, 'null'), state, "+
			"coalesce(state_date, 'null'), remark, note_date, note_kind, note_uid, line) FROM "+query, scalar[string]))
		if got != strings.ReplaceAll(want, "UID", uid) {
			t.Errorf("%s:\n%s, not\n%s", query, got, want)
		}
	}
	row("action WHERE line = 1", "Ana Lopez|them|draft the plan #lead #q4|lead q4|2026-12-01|open|null||2026-11-20|held|UID|1")
	row("action WHERE line = 2", "Ana Lopez|me|ask HR||null|done|2026-11-21|by mail|2026-11-20|held|UID|2")
	row("decision", "Ana Lopez|null|use Kafka||null|open|null||2026-11-20|held|UID|3")
	row("praise WHERE person = 'Ben'", "Ben|them|calm||null|open|null||2026-11-20|held|UID|4")
	row("agenda WHERE actor = 'me'", "Ana Lopez|me|how is it?||null|open|null||2026-11-20|held|UID|9")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(id)})
	var left int
	if err := j.c.row("SELECT count(*) FROM filed", nil, &left); err != nil || left != 0 {
		t.Errorf("%d lines of a trashed note are shown (%v)", left, err)
	}
}

func TestTheViewsAreDescribed(t *testing.T) {
	doc := string(must[[]byte](t)(os.ReadFile("../docs/VIEWS.md")))
	for view := range views {
		t.Run(view, func(t *testing.T) {
			if !strings.Contains(doc, "| `"+view+"` |") {
				t.Errorf("docs/VIEWS.md says nothing of %s", view)
			}
		})
	}
	for _, column := range strings.Split(viewColumns, ", ") {
		if !strings.Contains(doc, "| `"+column+"` |") {
			t.Errorf("docs/VIEWS.md says nothing of the column %s", column)
		}
	}
}

const stepInViewColumns = "person, what, crisis, help, reason, goal, tag, began, ends, exit_sign, exit_seen, extended, " +
	"extended_why, handed_back, did_well, learned, step_in_uid"

func TestTheViewOfStepIns(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	s := stepIn(ana, ben)
	s.Goal = notes.GoalID(do(t, j, notes.Goal{Person: ana, Title: "Lead tenders"})[0])
	id := do(t, j, s)[0]
	columns := must[string](t)(one(j.c, "SELECT group_concat(name, ', ') FROM pragma_table_info('step_in')", scalar[string]))
	if columns != stepInViewColumns {
		t.Errorf("its columns are %s", columns)
	}
	rows := func(want string) {
		t.Helper()
		got := must[[]string](t)(list(j.c, `SELECT concat_ws('|', person, what, crisis, help, reason, goal, tag, began, ends)
			FROM step_in ORDER BY person`, nil, scalar[string]))
		if strings.Join(got, "\n") != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	const rest = "|the tender|0|decide this one|it is due on Friday|Lead tenders|tender|2026-11-09|2026-11-23"
	rows("Ana" + rest + "\nBen" + rest)
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	rows("Ben" + rest)
	do(t, j, notes.Delete{Kind: notes.KindStepIn, ID: id})
	rows("")
	doc := string(must[[]byte](t)(os.ReadFile("../docs/VIEWS.md")))
	for _, column := range strings.Split(stepInViewColumns, ", ") {
		if !strings.Contains(doc, "`"+column+"`") {
			t.Errorf("docs/VIEWS.md says nothing of its column %s", column)
		}
	}
}
