package storage

import (
	"errors"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/goingaway"
	"handback/notes/voice"
)

// ExportMine writes to a folder, as ExportArchive does, what of the journal is the manager's own to take when they leave the
// company (goingaway.Tables). The folder has to be another one than that of a whole archive.
func (j *Journal) ExportMine(folder string, progress archive.Progress) (taken goingaway.Taken, err error) {
	c, _, err := j.besides()
	if err != nil {
		return taken, err
	}
	defer func() { err = errors.Join(err, translate(c.close())) }()
	seen, err := c.setting(mineArchivesKey)
	if err != nil {
		return taken, err
	}
	d, err := openArchiveFolder(folder, seen, voice.T("{folder} has another archive already. Choose an empty folder.", "folder", folder))
	if err != nil {
		return taken, explainArchive(folder, err)
	}
	x := &exporter{c: c, d: d, progress: progress}
	if x.along, err = newAlong(c); err == nil {
		err = x.all()
	}
	if err == nil {
		err = d.finish()
	}
	if err != nil {
		return taken, explainArchive(folder, errors.Join(err, d.abandon()))
	}
	taken = x.along.taken
	taken.Notes = x.done
	return taken, j.sawArchive(mineArchivesKey, d.stamp)
}

// mineArchivesKey keeps which folders have what is the manager's own alone.
const mineArchivesKey = archiveKeys + "mine"

// along picks of a journal what goes with a manager who leaves.
type along struct {
	c      *conn
	others goingaway.Others
	me     string                     // the manager's uid
	goes   map[string]map[string]bool // the uids of rows that go, by table
	taken  goingaway.Taken
	note   string // whose lines are known, and these, normalised
	lines  map[string]bool
}

func newAlong(c *conn) (*along, error) {
	a := &along{c: c, goes: map[string]map[string]bool{}}
	people, err := list(c, "SELECT "+personColumns+" FROM person p ORDER BY p.id", nil, scanPerson)
	if err != nil {
		return nil, err
	}
	names, err := c.aliases()
	if err != nil {
		return nil, err
	}
	var me notes.PersonID
	for i := range people {
		people[i].Aliases = names[people[i].ID]
		if people[i].Kind == notes.KindMe {
			me, a.me = people[i].ID, people[i].UID
		}
	}
	a.others = goingaway.NewOthers(people, me)
	tables, err := c.arcTables()
	if err != nil {
		return nil, err
	}
	for _, ofLines := range []bool{false, true} { // what is said about a line goes only if its note does
		for _, t := range tables {
			if _, names := t.column("note_uid"); names == ofLines && a.wants(t.name) {
				if err := a.find(t); err != nil {
					return nil, err
				}
			}
		}
	}
	return a, nil
}

// wants reports whether any row of a table goes.
func (a *along) wants(table string) bool { return goingaway.Tables[table] == goingaway.Manager }

// find finds which rows of a table go.
func (a *along) find(t *arcTable) error {
	a.goes[t.name] = map[string]bool{}
	where := ""
	if i, ok := t.column("person_id"); ok && t.columns[i].must {
		where = " WHERE r.person_id = (SELECT id FROM person WHERE kind = 'me')"
	} else if t.name == "revision" {
		where = " WHERE r.note_id IN (SELECT id FROM note WHERE person_id = (SELECT id FROM person WHERE kind = 'me'))"
	}
	rows, err := list(a.c, "SELECT uid FROM "+t.name+" r"+where+" ORDER BY uid", nil, scalar[string])
	if err != nil {
		return err
	}
	for _, uid := range rows {
		values, err := one(a.c, t.query+" WHERE r.uid = ?", t.scanValues, uid)
		if err != nil {
			return err
		}
		ok, err := a.isMine(t, values)
		if err != nil {
			return err
		}
		if ok {
			a.goes[t.name][uid] = true
		}
	}
	return nil
}

// isMine reports whether a row goes along, and counts what stays for the names in it.
func (a *along) isMine(t *arcTable, values []any) (bool, error) {
	if t.name == "person" {
		return t.text(values, "uid") == a.me, nil
	}
	if t.value(values, "deleted_at") != nil || !a.belongs(t, values) {
		return false, nil
	}
	if key := t.text(values, "key"); t.name == "setting" && (ofMachine(key) || !goingaway.SettingGoes(key)) {
		return false, nil
	}
	if body, gone := a.others.Without(t.text(values, "body")); t.name == archive.Notes || t.name == "revision" {
		a.taken.Lines += gone
		return strings.TrimSpace(body) != "" || gone == 0, nil
	}
	if ok, err := a.ofLine(t, values); err != nil || !ok {
		return false, err
	}
	for i, c := range t.columns {
		if text, is := values[i].(string); is && c.refers == "" && !strings.HasSuffix(c.name, "uid") && a.others.Named(text) {
			a.taken.Rows++
			return false, nil
		}
	}
	return true, nil
}

// belongs reports whether all that a row has to belong to goes along.
func (a *along) belongs(t *arcTable, values []any) bool {
	for i, c := range t.columns {
		if c.refers == "" || !c.must {
			continue
		}
		if uid, _ := values[i].(string); !a.goes[c.refers][uid] {
			return false
		}
	}
	return true
}

// ofLine reports whether what a row says about a line can go: its note goes, and so does the line.
func (a *along) ofLine(t *arcTable, values []any) (bool, error) {
	if _, names := t.column("note_uid"); !names {
		return true, nil
	}
	uid := t.text(values, "note_uid")
	if uid == "" {
		return t.name == "prompt_event", nil // a spelling that is dismissed everywhere may be anybody's name
	}
	if !a.goes[archive.Notes][uid] {
		for table := range a.goes {
			if a.goes[table][uid] {
				return true, nil // about a goal or a step of it
			}
		}
		return false, nil
	}
	if err := a.readLines(uid); err != nil {
		return false, err
	}
	for _, column := range []string{"line", "text"} {
		if line := t.text(values, column); line != "" {
			return a.lines[notes.NormaliseLine(line)], nil
		}
	}
	return true, nil
}

// readLines reads the lines of a note that go.
func (a *along) readLines(uid string) error {
	if a.note == uid {
		return nil
	}
	body, err := one(a.c, "SELECT body FROM note WHERE uid = ?", scalar[string], uid)
	if err != nil {
		return err
	}
	a.note, a.lines = uid, map[string]bool{}
	rest, _ := a.others.Without(body)
	for line := range strings.SplitSeq(rest, "\n") {
		a.lines[notes.NormaliseLine(line)] = true
	}
	return nil
}

// pick is a row as it goes along; false where it stays. A nil along takes all as it is.
func (a *along) pick(t *arcTable, values []any) ([]any, bool) {
	switch {
	case a == nil:
		return values, true
	case !a.goes[t.name][t.text(values, "uid")]:
		return nil, false
	}
	out := slices.Clone(values)
	for i, c := range t.columns {
		if uid, _ := out[i].(string); c.refers != "" && !a.goes[c.refers][uid] {
			out[i] = nil
		}
	}
	for _, name := range goingaway.Forgotten[t.name] {
		if i, ok := t.column(name); ok && out[i] != nil {
			out[i] = map[bool]any{true: "", false: nil}[t.columns[i].must]
		}
	}
	if t.name == archive.Notes || t.name == "revision" {
		for _, name := range []string{"body", "begun"} {
			rest, _ := a.others.Without(t.text(out, name))
			t.set(out, name, rest)
		}
		if t.value(out, "origin") != nil { // that it is history stays known, and nothing of where it was read
			t.set(out, "origin", derivedUID("taken along", t.text(out, "uid")))
		}
	}
	return out, true
}

// pickAll are those rows that go along, as they do.
func (a *along) pickAll(t *arcTable, rows [][]any) [][]any {
	if a == nil {
		return rows
	}
	var out [][]any
	for _, values := range rows {
		if picked, ok := a.pick(t, values); ok {
			out = append(out, picked)
		}
	}
	return out
}

// counted is how many notes go along.
func (a *along) counted() int { return len(a.goes[archive.Notes]) }
