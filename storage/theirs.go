package storage

import (
	"slices"
	"strings"

	"handback/notes"
)

// source is a table that can hold something about a person, and how.
type source struct {
	table string
	// of are the columns that say something about the person, each with what it is read by where that is not the column alone:
	// "until" or "goal: (SELECT …)". No column that is read says less than it holds.
	of []string
	// typed are columns of anybody's rows in which a line may name somebody else. They hold text by the line, or a tag.
	typed []string
	apart string // rows in which that stands for another row, where it is found already
	// about finds the rows about the person ?1. goes finds those that go with them, "" where it is the same ones.
	about, goes string
	whose       string // whose row it is; "" is nobody's
}

// The notes, and goals, of person ?1.
const (
	ofTheirNotes    = "IN (SELECT id FROM note WHERE person_id = ?1)"
	ofTheirNoteUIDs = "IN (SELECT uid FROM note WHERE person_id = ?1)"
	ofTheirGoals    = "IN (SELECT id FROM goal WHERE person_id = ?1)"
	ofTheirAreas    = "IN (SELECT id FROM area WHERE person_id = ?1)"
	theirs          = "person_id = ?1"
	nobodys         = "0"
	importOf        = "import: (SELECT source FROM import WHERE id = import_id)"
	goalOf          = "goal: (SELECT title FROM goal WHERE goal.id = goal_id)"
	areaOf          = "area: (SELECT tag FROM area WHERE area.id = area_id)"
	noteOf          = "note: (SELECT date FROM note WHERE note.uid = note_uid)"
	companyGoalOf   = "company goal: (SELECT title FROM company_goal g WHERE g.id = company_goal_id)"
	whoseGoal       = "(SELECT person_id FROM goal WHERE goal.id = goal_id)"
)

// inUTC reads a column of milliseconds as a time.
func inUTC(column string) string {
	return column + ": strftime('%Y-%m-%d %H:%M UTC', " + column + " / 1000, 'unixepoch')"
}

// sources are all tables but notIn, in the order of a person's file. A test walks the schema and misses any other.
var sources = []source{
	{
		table: "person", about: "id = ?1", whose: "id", typed: []string{"role", "origin"},
		of: []string{
			"name", "kind", "role", "pronoun", "state", "since", "joined", "until", "left_on", "delete_by", "absences", "quiet_until",
			"rhythm_every: nullif(rhythm_every, 0)", "rhythm_unit", "rhythm_fixed: nullif(rhythm_fixed, 0)",
			"rhythm_weekday: CASE WHEN rhythm_fixed THEN rhythm_weekday END", "rhythm_at", "rhythm_zone", "rhythm_nth: nullif(rhythm_nth, 0)",
			"rhythm_day: nullif(rhythm_day, 0)", "template: (SELECT name FROM template t WHERE t.id = template_id)", "origin", importOf,
		},
	},
	{table: "alias", about: theirs, of: []string{"name"}},
	{
		table: "note", about: theirs, whose: "person_id", typed: []string{"body", "begun", "origin"},
		of: []string{"date", "kind", "at", "zone", "called_off", inUTC("made_at"), "body", "begun", "origin", importOf},
	},
	{
		table: "revision", about: "note_id " + ofTheirNotes,
		of: []string{"note_id", "note: (SELECT date FROM note WHERE note.id = note_id)", inUTC("at"), "body"},
	},
	{table: "goal", about: theirs, whose: "person_id", typed: []string{"title", "why", "step_in_if", "tag", "origin"}, of: []string{
		"title", "why", "tag", "wanted: nullif(wanted, 0)", "start", "target", companyGoalOf, "step_in_if", "step_in_agreed", "state", "closed",
		"origin", importOf,
	}},
	{
		table: "step", about: "goal_id " + ofTheirGoals, whose: whoseGoal, typed: []string{"text"},
		of: []string{"text", "owner", "due", "done", goalOf},
	},
	{
		table: "opportunity", about: "goal_id " + ofTheirGoals, whose: whoseGoal, typed: []string{"text"},
		of: []string{"text", "kind", "state", "date", "since", goalOf},
	},
	{table: "target_move", about: "goal_id " + ofTheirGoals, of: []string{"date", "from_target", "to_target", goalOf}},
	{
		table: "goal_tag", about: theirs, whose: "person_id", typed: []string{"tag"}, of: []string{"tag", goalOf},
		apart: "tag = (SELECT tag FROM goal WHERE goal.id = goal_id)",
	},
	{
		table: "area", about: theirs, whose: "person_id", typed: []string{"tag", "limits", "origin"},
		of: []string{"tag", "limits", "origin", importOf},
	},
	{table: "area_level", about: "area_id " + ofTheirAreas, of: []string{"date", "level", areaOf}},
	{
		table: "area_former", about: "area_id " + ofTheirAreas, whose: "(SELECT person_id FROM area WHERE area.id = area_id)",
		typed: []string{"tag"}, of: []string{"tag", areaOf},
	},
	{
		table: "expectation", about: theirs, whose: "person_id", typed: []string{"text", "origin"},
		of: []string{"text", "theirs", "agreed", "origin", importOf},
	},
	{
		table: "stepping_in", about: "id IN (SELECT stepping_in_id FROM stepping_in_person WHERE person_id = ?1)",
		goes:  strings.ReplaceAll(onlyAboutThem, "?", "?1"),
		whose: "coalesce((SELECT min(person_id) FROM stepping_in_person s WHERE s.stepping_in_id = stepping_in.id), 0)",
		typed: []string{"what", "tag", "reason", "exit_sign", "sentence", "extended_why", "did_well", "learned", "origin"},
		of: []string{
			"what", "crisis: nullif(crisis, 0)", "goal: (SELECT title FROM goal WHERE goal.id = goal_id)", "tag", "before: nullif(before, 0)",
			"help", "reason", "began", "ends", "exit_sign", "exit_seen", "sentence", "extended", "extended_why", "handed_back", "did_well",
			"learned", "origin", importOf,
		},
	},
	{
		table: "stepping_in_person", about: theirs,
		of: []string{"step-in: (SELECT what FROM stepping_in s WHERE s.id = stepping_in_id)"},
	},
	{
		table: "company_goal", about: "leader_id = ?1", goes: nobodys, whose: "coalesce(leader_id, 0)", typed: []string{"title", "why", "origin"},
		of: []string{"title", "why", "closed", "origin", importOf},
	},
	{
		table: "company_change", about: "company_goal_id IN (SELECT id FROM company_goal WHERE leader_id = ?1)", goes: nobodys,
		typed: []string{"from_title", "from_why"}, of: []string{"date", "from_title", "from_why", companyGoalOf},
	},
	{table: "company_talk", about: theirs, whose: "person_id", typed: []string{"words"}, of: []string{"date", "words", companyGoalOf}},
	{
		table: "own_review", about: theirs, whose: "person_id", typed: []string{"text"},
		of: []string{"since", "until", "text"},
	},
	{
		table: "review_line", about: theirs + " OR note_uid " + ofTheirNoteUIDs, whose: "person_id", typed: []string{"comment"},
		of: []string{"line", "left_out: nullif(left_out, 0)", "comment", "place", noteOf},
	},
	{
		table: "prompt_event", about: theirs + " OR note_uid " + ofTheirNoteUIDs,
		of: []string{
			"shown", "kind", "key", "for_them: nullif(for_them, 0)", "text", "reason", "line", "gone", "outcome", "came", "came_on", noteOf,
		},
	},
	{table: "prompt_mute", about: theirs, of: []string{"kind", "muted: nullif(muted, 0)", "doubled: nullif(doubled, 0)"}},
	{
		table: "verdict", about: "note_uid " + ofTheirNoteUIDs, typed: []string{"why"},
		of: []string{"line", "verdict", "until", "why", noteOf},
	},
	{table: "dismissal", about: "note_uid " + ofTheirNoteUIDs, of: []string{"kind", "text", noteOf}},
	{table: "quiet_answer", about: "note_uid " + ofTheirNoteUIDs, of: []string{"mark", noteOf}},
	{table: "saved_search", about: nobodys, typed: []string{"name", "query"}, of: []string{"name", "query"}}, // see searchesFor
	{
		table: "setting", of: []string{"key", "value"},
		about: "key IN ('" + notes.SettingHandover + "' || (SELECT uid FROM person WHERE id = ?1), '" +
			notes.SettingTheirFile + "' || (SELECT uid FROM person WHERE id = ?1), '" +
			notes.SettingCalendar + "' || (SELECT uid FROM person WHERE id = ?1))",
	},
	{table: "template", about: nobodys, typed: []string{"name", "body"}, of: []string{"name", "body"}},
	{
		table: "import", goes: nobodys, typed: []string{"source"},
		about: `id IN (SELECT import_id FROM note WHERE person_id = ?1 UNION SELECT import_id FROM person WHERE id = ?1
			UNION SELECT import_id FROM goal WHERE person_id = ?1 UNION SELECT import_id FROM area WHERE person_id = ?1
			UNION SELECT import_id FROM expectation WHERE person_id = ?1)`,
		of: []string{"source", "program", inUTC("begun_at"), inUTC("done_at"), inUTC("undone_at")},
	},
}

// notIn are the tables that are in nobody's file, each with why.
var notIn = map[string]string{
	"item":           "read from the notes, which are in it",
	"item_tag":       "read from the notes, which are in it",
	"earlier":        "how an older version read lines of the notes, which are in it",
	"earlier_person": "how an older version read lines of the notes, which are in it",
	"word":           "the words of all notes, for the search",
	"unworded":       "which notes the search has not taken yet",
	"unindexed":      "the words of the notes, for the search",
	"search":         "the words of the notes, for the search",
	"search_pair":    "the words of the notes, for the search",
	"own_log":        "numbers of files",
	"archive_import": "when a folder was imported that can be taken back; deleting anything for good ends that",
	"archive_change": "what such an import changed; deleting anything for good ends that",
	"archive_file":   "marks of files that were imported, from which nothing can be read",
	"peer":           "marks of folders, from which no name can be read",
	"peer_text":      "which earlier versions of notes are kept, which are in it",
	"reading":        "a number of the program",
	"row_sum":        "checksums of rows",
	"tombstone":      "that something was deleted, and when; none of its words",
}

// unsaidColumns are columns that say nothing about a person, each with why.
var unsaidColumns = map[string]string{
	"id": "local", "uid": "random", "updated_at": "when the row was written", "deleted_at": "said as: in the trash",
	"place":     "where it stands in a list",
	"import_id": "said as: import", "person_id": "whose it is", "note_uid": "said as: note", "goal_id": "said as: goal",
	"area_id":         "said as: area",
	"company_goal_id": "said as: company goal", "stepping_in_id": "said as: step-in", "template_id": "said as: template",
	"leader_id": "whose it is",
	"note.rev":  "how often it was saved", "note.title": "read from the text", "note.open": "read from the text",
	"note.who": "read from the text",
	"note.sum": "a checksum of the text", "revision.sum": "a checksum of the text",
	"note.taken": "a fingerprint of the text", "note.replaced_by": "which import brought a newer text",
	"note.search_id": "of the search", "note.also": "read from the text", "revision.rev": "how often it was saved",
	"revision.kept_at": "when it was put there",
}

// names are the columns of a source as they are called, and by what they are read.
func (s source) columns() (names, exprs []string) {
	for _, c := range s.of {
		name, expr, ok := strings.Cut(c, ": ")
		if !ok {
			expr = name
		}
		names, exprs = append(names, name), append(exprs, expr)
	}
	return names, exprs
}

// canBeTrashed are the tables whose rows go to the trash.
var canBeTrashed = []string{
	"person", "note", "goal", "step", "opportunity", "area", "expectation", "stepping_in", "company_goal", "template",
}

func (s source) trashed() string {
	if s.whose == whoseGoal { // what belongs to a goal goes with it
		return "(deleted_at IS NOT NULL OR EXISTS (SELECT 1 FROM goal g WHERE g.id = goal_id AND g.deleted_at IS NOT NULL))"
	}
	if slices.Contains(canBeTrashed, s.table) {
		return "deleted_at IS NOT NULL"
	}
	return "0"
}

func (s source) goesWith() string {
	if s.goes != "" {
		return s.goes
	}
	return s.about
}

// HeldRows are the rows about a person of every table that holds any.
func (j *Journal) HeldRows(id notes.PersonID) (out []notes.HeldRow, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, s := range sources {
		var rows []notes.HeldRow
		switch {
		case s.table == "saved_search":
			rows, err = j.c.searchRows(id)
		case s.about != nobodys:
			rows, err = j.c.heldIn(s, id)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

func (c *conn) heldIn(s source, id notes.PersonID) ([]notes.HeldRow, error) {
	names, exprs := s.columns()
	for i, e := range exprs {
		exprs[i] = "CAST(coalesce(" + e + ", '') AS TEXT)"
	}
	return list(c, "SELECT id, "+s.trashed()+", "+strings.Join(exprs, ", ")+" FROM "+s.table+" WHERE "+s.about+" ORDER BY id", []any{id},
		func(r scanner) (notes.HeldRow, error) {
			row := notes.HeldRow{Table: s.table}
			values := make([]string, len(names))
			dest := []any{&row.ID, &row.Trashed}
			for i := range values {
				dest = append(dest, &values[i])
			}
			err := r.Scan(dest...)
			for i, v := range values {
				if v != "" {
					row.Values = append(row.Values, notes.HeldValue{Column: names[i], Value: v})
				}
			}
			return row, err
		})
}

// searchRows are the saved searches about a person.
func (c *conn) searchRows(id notes.PersonID) (rows []notes.HeldRow, err error) {
	about, err := c.searchesFor(id)
	for _, s := range about {
		rows = append(rows, notes.HeldRow{Table: "saved_search", ID: s.ID, Values: []notes.HeldValue{
			{Column: "name", Value: s.Name}, {Column: "query", Value: s.Query},
		}})
	}
	return rows, err
}

// mentionsAtOnce is how many rows of a table are looked through before others have their turn.
const mentionsAtOnce = 400

// Mentions are the lines elsewhere that may name a person.
func (j *Journal) Mentions(id notes.PersonID) (out []notes.Mention, err error) {
	for _, s := range sources {
		for after, more := int64(0), len(s.typed) > 0; more; {
			var found []notes.Mention
			if found, after, more, err = j.someMentions(s, id, after); err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
	}
	return out, nil
}

func (j *Journal) someMentions(s source, id notes.PersonID, after int64) (out []notes.Mention, last int64, more bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	who, err := j.c.withNames(id)
	if err != nil {
		return nil, 0, false, err
	}
	all, err := j.c.people()
	if err != nil {
		return nil, 0, false, err
	}
	return j.c.mentionsIn(s, id, notes.MayName(who, all...), after)
}

// withNames is a person with all their names, in the trash or not.
func (c *conn) withNames(id notes.PersonID) (notes.Person, error) {
	p, err := one(c, "SELECT "+personColumns+" FROM person p WHERE p.id = ?", c.readPerson, id)
	if err != nil {
		return p, err
	}
	p.Aliases, err = list(c, "SELECT name FROM alias WHERE person_id = ? ORDER BY place", []any{id}, scalar[string])
	return p, err
}

// mentionsIn looks through the next rows of a table.
func (c *conn) mentionsIn(
	s source, id notes.PersonID, says func(string) bool, after int64,
) (out []notes.Mention, last int64, more bool, err error) {
	whose, date := s.whose, "''"
	if whose == "" {
		whose = "0"
	}
	if s.table == "note" {
		date = "date"
	}
	rows := 0
	query := "SELECT id, " + whose + ", " + date + ", " + s.trashed()
	for _, column := range s.typed {
		query += ", coalesce(" + column + ", '')"
	}
	query += " FROM " + s.table + " WHERE id > ?2 AND NOT (" + s.goesWith() + ")"
	if s.apart != "" {
		query += " AND NOT (" + s.apart + ")"
	}
	query += " ORDER BY id LIMIT ?3"
	gone, err := c.searchRows(id)
	if err != nil {
		return nil, 0, false, err
	}
	err = c.each(query, []any{id, after, mentionsAtOnce}, func(r scanner) (bool, error) {
		m := notes.Mention{Table: s.table}
		texts := make([]string, len(s.typed))
		dest := []any{&m.ID, &m.Whose, &m.Date, &m.Trashed}
		for i := range texts {
			dest = append(dest, &texts[i])
		}
		if err := r.Scan(dest...); err != nil {
			return false, err
		}
		rows, last = rows+1, m.ID
		if s.table == "saved_search" && slices.ContainsFunc(gone, func(g notes.HeldRow) bool { return g.ID == m.ID }) {
			return true, nil
		}
		for i, text := range texts {
			if text == "" || !says(text) {
				continue
			}
			if m.Column = s.typed[i]; m.IsTag() {
				text = "#" + text
			}
			numbers, lines := notes.LinesNaming(text, says)
			for k := range lines {
				m.Line, m.Text = numbers[k], lines[k]
				out = append(out, m)
			}
		}
		return true, nil
	})
	return out, last, rows == mentionsAtOnce, err
}
