package storage

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/goingaway"
)

// planter puts a row into every table, with the same word in each of its texts.
type planter struct {
	t      *testing.T
	j      *Journal
	word   string
	person int64
	ids    map[string]int64 // of the rows that were put, by table
	also   map[string]int64 // of rows that others may refer to
	note   string
}

// given are values that a table, or what reads it, asks for.
func (p *planter) given(table, column string) (any, bool) {
	switch table + "." + column {
	case "person.kind":
		return "other", true
	case "note.kind":
		return "journal", true
	case "note.date", "earlier.due", "earlier.state_date":
		return "2026-11-20", true
	case "note.at", "note.zone", "note.begun", "note.called_off", "earlier.state", "earlier.tags", "earlier.actor":
		return "", true
	case "note.body", "revision.body":
		return p.word + "\n", true
	case "setting.key":
		if p.word == mineWord {
			return notes.SettingDaysOff, true
		}
	case "goal.state":
		return "open", true
	}
	switch column {
	case "id", "deleted_at", "import_id", "search_id", "replaced_by", "import.undone_at":
		return nil, true
	case "note_uid":
		return p.note, true
	case "line":
		return p.word, true
	case "updated_at", "at", "kept_at", "made_at":
		return int64(1795000000000), true
	}
	return nil, false
}

func (p *planter) plant(at *arcTable) {
	type column struct {
		name, kind string
		must       bool
	}
	all := must[[]column](p.t)(list(p.j.c, `SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid`, []any{at.name},
		func(s scanner) (c column, err error) { return c, s.Scan(&c.name, &c.kind, &c.must) }))
	var names, marks []string
	var values []any
	uid := newUID()
	for _, c := range all {
		v, ok := p.given(at.name, c.name)
		refers := ""
		if i, is := at.column(c.name); is {
			refers = at.columns[i].refers
		}
		switch {
		case c.name == "uid":
			v = uid
		case refers == "person":
			v = p.person
		case refers != "" && refers != "import":
			if v = p.ids[refers]; v == int64(0) {
				v = p.also[refers]
			}
		case ok:
		case c.kind == "INTEGER":
			v = int64(1)
		default:
			v = p.word
		}
		if v != nil {
			names, marks, values = append(names, c.name), append(marks, "?"), append(values, v)
		}
	}
	err := p.j.write(func(t *tx) error {
		id, err := t.exec("INSERT INTO "+at.name+" ("+strings.Join(names, ", ")+") VALUES ("+strings.Join(marks, ", ")+")", values...)
		p.ids[at.name] = id
		return err
	})
	if err != nil {
		p.t.Fatalf("%s: %v", at.name, err)
	}
	if at.name == archive.Notes {
		p.note = uid
	}
}

const (
	mineWord   = "minegoes"
	theirsWord = "theirsstays"
)

// planted is a journal in which every table has a row of the manager's and one of somebody else's.
func planted(t *testing.T) *Journal {
	t.Helper()
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Lima", "Lima Bean")
	me := must[notes.PersonID](t)(one(j.c, "SELECT id FROM person WHERE kind = 'me'", scalar[notes.PersonID]))
	tables := must[[]*arcTable](t)(j.c.arcTables())
	theirs := &planter{t: t, j: j, word: theirsWord, person: int64(ana), ids: map[string]int64{}}
	mine := &planter{t: t, j: j, word: mineWord, person: int64(me), ids: map[string]int64{}, also: theirs.ids}
	for _, p := range []*planter{theirs, mine} {
		for _, ofLines := range []bool{false, true} {
			for _, at := range tables {
				if _, of := at.column("note_uid"); of != ofLines || at.name == "person" || p == mine && goingaway.Tables[at.name] != goingaway.Manager {
					continue
				}
				p.plant(at)
			}
		}
	}
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(addNote(t, j, ana, notes.HeldNote, "2026-11-19", "x"))}) // a tombstone
	return j
}

func TestEveryTableIsSomebodys(t *testing.T) {
	j, _ := newJournal(t)
	known := map[string]bool{arcTombstones: true}
	for _, at := range must[[]*arcTable](t)(j.c.arcTables()) {
		known[at.name] = true
		if goingaway.Tables[at.name] == "" {
			t.Errorf("nobody has said whose the rows of %s are", at.name)
		}
	}
	for table := range goingaway.Tables {
		if !known[table] {
			t.Errorf("there is no table %s", table)
		}
	}
}

func TestNothingThatStaysGoesAlong(t *testing.T) {
	j := planted(t)
	me := must[notes.PersonID](t)(one(j.c, "SELECT id FROM person WHERE kind = 'me'", scalar[notes.PersonID]))
	gone := addPerson(t, j, "Gordon Quill")
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(gone)})
	addNote(t, j, me, notes.JournalNote, "2026-11-21", "a walk alone\ntodo Ana: theirsstays\nabout quill\n- Lima bean\n    - theirsstays too\n- mine again\n"+
		"## Ana\ntheirsstays below\n### theirsstays deeper\n## Mine\nlast\n")
	addNote(t, j, me, notes.JournalNote, "2026-11-22", "only Ana here\n")
	trashed := addNote(t, j, me, notes.JournalNote, "2026-11-23", "theirsstays in the trash\n")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(trashed)})
	do(t, j, notes.Goal{Person: me, Title: "Be as calm as Ana"})
	do(t, j, notes.SavedSearch{Name: "theirsstays too", Query: "theirsstays"})
	do(t, j, notes.PutSetting{Key: notes.SettingHandover + "x", Value: "theirsstays"})
	theirUIDs := must[[]string](t)(list(j.c, "SELECT uid FROM person WHERE kind <> 'me'", nil, scalar[string]))
	folder := filepath.Join(t.TempDir(), "mine")
	taken, err := j.ExportMine(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	// The rows are the goal, and a template that has a nickname in it.
	if taken != (goingaway.Taken{Notes: 2, Lines: 8, Rows: 2}) {
		t.Errorf("it says %+v", taken)
	}
	text := folderText(t, folder)
	for _, no := range append(theirUIDs, theirsWord, "Ana", "Lima", "Gordon", "quill", "only", "tombstone") {
		if strings.Contains(text, no) {
			i := strings.Index(text, no)
			t.Errorf("%q goes along: %q", no, text[max(0, i-200):min(len(text), i+100)])
		}
	}
	if !strings.Contains(text, "a walk alone\n- mine again\n## Mine\nlast\n") {
		t.Errorf("the note isn't what is the manager's of it:\n%s", text)
	}
	t.Run("another journal takes it in", func(t *testing.T) { takesIn(t, j, folder) })
	t.Run("again it changes nothing", func(t *testing.T) {
		if _, err := j.ExportMine(folder, nil); err != nil || folderText(t, folder) != text {
			t.Errorf("%v", err)
		}
	})
}

// takesIn holds a new journal that takes an archive in against the journal that it is of.
func takesIn(t *testing.T, j *Journal, folder string) {
	t.Helper()
	other, _ := newJournal(t)
	if done := importFrom(t, other, folder); len(done.Skipped)+len(done.Conflicts) > 0 || done.New != 2 {
		t.Errorf("%+v", done)
	}
	for table, whose := range goingaway.Tables {
		if whose != goingaway.Manager || table == "person" {
			continue
		}
		at := (&merger{tables: must[[]*arcTable](t)(j.c.arcTables())}).tableOf(table)
		found := false
		for _, values := range must[[][]any](t)(list(other.c, at.query, nil, at.scanValues)) {
			found = found || strings.Contains(fmt.Sprint(values...), mineWord)
		}
		_, said := at.column("tag")
		if !found && (said || table != "prompt_mute" && table != "area_level" && table != "earlier_person") {
			t.Errorf("of %s nothing goes along", table)
		}
		if n := must[int](t)(one(other.c, "SELECT count(*) FROM "+table, scalar[int])); n == 0 {
			t.Errorf("there is no %s", table)
		}
	}
	if err := other.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestWhatIsMineIsWrittenOverNoWholeArchive(t *testing.T) {
	j, folder := exported(t)
	before := folderText(t, folder)
	if _, err := j.ExportMine(folder, nil); !errors.Is(err, ErrOtherArchive) || !strings.Contains(err.Error(), "another archive") {
		t.Errorf("it says %v", err)
	}
	mine := filepath.Join(t.TempDir(), "mine")
	if _, err := j.ExportMine(mine, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := j.ExportArchive(mine, nil); !errors.Is(err, ErrOtherArchive) {
		t.Errorf("the whole journal goes into the folder of what is the manager's: %v", err)
	}
	if folderText(t, folder) != before {
		t.Error("the whole archive was changed")
	}
}
