package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/theirfile"
)

// columnsOf are the columns of every table of the journal that is not part of another one's index.
func columnsOf(t *testing.T, j *Journal) map[string][]string {
	t.Helper()
	of := map[string][]string{}
	for _, c := range must[[][2]string](t)(list(j.c, `SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'search\_%' ESCAPE '\' OR m.name = 'search_pair'
		ORDER BY m.name, c.cid`, nil, func(s scanner) (c [2]string, err error) { return c, s.Scan(&c[0], &c[1]) })) {
		of[c[0]] = append(of[c[0]], c[1])
	}
	return of
}

// TestEveryTableIsInAPersonsFile walks the schema: a table, or a column, that is new has to be in a person's file, or be named
// with the reason why it isn't.
func TestEveryTableIsInAPersonsFile(t *testing.T) {
	j, _ := newJournal(t)
	of := columnsOf(t, j)
	for table, columns := range of {
		t.Run(table, func(t *testing.T) {
			at := slices.IndexFunc(sources, func(s source) bool { return s.table == table })
			if _, out := notIn[table]; out != (at < 0) {
				t.Fatalf("it is in the file: %v, and there is a reason why not: %v", at >= 0, out)
			}
			if at < 0 {
				return
			}
			read := " " + strings.Join(sources[at].of, " ") + " "
			for _, c := range columns {
				_, here := unsaidColumns[table+"."+c]
				_, everywhere := unsaidColumns[c]
				isRead := slices.ContainsFunc([]string{" " + c + " ", " " + c + ": ", "(" + c + ",", "WHEN " + c + " "}, func(as string) bool {
					return strings.Contains(read, as)
				})
				if !isRead && !here && !everywhere && !strings.HasPrefix(sources[at].about, c+" = ") {
					t.Errorf("%s is neither read nor named with a reason", c)
				}
			}
			for _, c := range sources[at].typed {
				if !slices.Contains(columns, c) {
					t.Errorf("there is no column %s", c)
				}
			}
		})
	}
	for _, s := range sources {
		if of[s.table] == nil {
			t.Errorf("there is no table %s", s.table)
		}
	}
	for table := range notIn {
		if of[table] == nil {
			t.Errorf("there is no table %s", table)
		}
	}
}

func isText(t *testing.T, j *Journal, table, column string) bool {
	t.Helper()
	kind, err := one(j.c, "SELECT type FROM pragma_table_info(?) WHERE name = ?", scalar[string], table, column)
	if err != nil {
		t.Fatal(err)
	}
	return kind == "TEXT"
}

// TestEveryWordOfTheirsIsInTheirFile puts a word of its own into each text of each row about a person and looks for all of
// them in the file.
func TestEveryWordOfTheirsIsInTheirFile(t *testing.T) {
	j, c := newJournal(t)
	fillWithEverything(t, j, c)
	ana := must[notes.PersonID](t)(one(j.c, "SELECT id FROM person WHERE name = 'Ana Ruiz'", scalar[notes.PersonID]))
	do(t, j, notes.PutSetting{Key: notes.SettingHandover + must[notes.Person](t)(j.Person(ana)).UID, Value: `{"to":"Kim"}`})
	do(t, j, notes.Dismissal{Kind: notes.DismissedLine, NoteUID: must[notes.Note](t)(j.Note(1)).UID, Text: "no todo"})
	do(t, j, notes.QuietAnswer{NoteUID: must[notes.Note](t)(j.Note(1)).UID, Mark: "1a2b"})
	if err := j.c.script(`INSERT INTO revision (uid, note_id, rev, at, kept_at, body) VALUES ('r', 1, 1, 0, 0, 'x');
		UPDATE company_goal SET leader_id = ` + fmt.Sprint(ana)); err != nil {
		t.Fatal(err)
	}
	planted := map[string]string{}
	for _, s := range sources {
		if s.about == nobodys {
			continue
		}
		names, exprs := s.columns()
		for i, column := range names {
			if exprs[i] != column || slices.Contains([]string{"kind", "state", "key"}, column) || !isText(t, j, s.table, column) {
				continue
			}
			word := fmt.Sprintf("plant%sx%s", strings.ReplaceAll(s.table, "_", ""), strings.ReplaceAll(column, "_", ""))
			n, err := j.c.changed("UPDATE "+s.table+" SET "+column+" = '"+word+"' || rowid WHERE "+s.about, ana)
			if err != nil {
				t.Fatalf("%s.%s: %v", s.table, column, err)
			}
			if n > 0 {
				planted[word] = s.table
			}
		}
	}
	var said strings.Builder
	for _, r := range must[[]notes.HeldRow](t)(j.HeldRows(ana)) {
		fmt.Fprintln(&said, r)
	}
	for word := range planted {
		if !strings.Contains(said.String(), word) {
			t.Errorf("%s is not in the file", word)
		}
	}
	tables := map[string]bool{}
	for _, table := range planted {
		tables[table] = true
	}
	for _, s := range sources {
		if !tables[s.table] && !slices.Contains([]string{
			"target_move", "stepping_in", "stepping_in_person", "area_former", "company_change", "saved_search", "template", "import",
			"prompt_mute", "opportunity", "expectation",
		}, s.table) {
			t.Errorf("no row of %s is about the person of the test", s.table)
		}
	}
}

func TestMentionsAreFoundWhereverTheyAreTyped(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz", "Annie"), addPerson(t, j, "Ben Okoro")
	addNote(t, j, ana, notes.HeldNote, "2026-11-02", "Ana said no")
	addNote(t, j, ben, notes.HeldNote, "2026-11-02", "talked\r\ntodo: ask Annie's team\r\nnothing\r\n")
	addNote(t, j, 1, notes.JournalNote, "2026-11-02", "RUIZ and I\nbanana")
	do(t, j,
		notes.Goal{Person: ben, Title: "Take over from Ana", StepInIf: "ana leaves"}, notes.Step{Text: "sit with ana"},
		notes.CompanyGoal{Title: "Ship", Why: "Ana Ruiz asked"}, notes.Template{Name: "With Ana", Body: "a\nwhat about Ana?"},
		notes.SavedSearch{Name: "Ana", Query: "person:ana"}, notes.SavedSearch{Name: "ana and kafka", Query: "kafka"},
		notes.OwnReview{Person: ben, From: "2026-01-01", To: "2026-06-30", Text: "I\nhelped Ana"},
	)
	trashed := addNote(t, j, ben, notes.JournalNote, "2026-11-03", "as Ana")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(trashed)})
	var got []string
	for _, m := range must[[]notes.Mention](t)(j.Mentions(ana)) {
		got = append(got, fmt.Sprintf("%s.%s %d %d %v %s", m.Table, m.Column, m.Line, m.Whose, m.Trashed, m.Text))
	}
	want := []string{
		"note.body 2 3 false todo: ask Annie's team", "note.body 1 1 false RUIZ and I", "note.body 1 3 true as Ana",
		"goal.title 1 3 false Take over from Ana", "goal.step_in_if 1 3 false ana leaves", "step.text 1 3 false sit with ana",
		"company_goal.why 1 0 false Ana Ruiz asked", "own_review.text 2 3 false helped Ana", "saved_search.name 1 0 false ana and kafka",
		"template.name 1 0 false With Ana", "template.body 2 0 false what about Ana?",
	}
	if !slices.Equal(got, want) {
		t.Errorf("found\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEveryColumnOfAPersonsFileHasAName(t *testing.T) {
	for _, s := range sources {
		names, _ := s.columns()
		for _, column := range append(names, s.typed...) {
			if theirfile.Name(s.table, column) == "" {
				t.Errorf("%s.%s has no name", s.table, column)
			}
		}
	}
}
