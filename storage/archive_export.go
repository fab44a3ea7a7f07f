package storage

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

// somePlaces is how many rows are read at once.
const somePlaces = 500

// ExportArchive writes everything that is in the journal to a folder as text (docs/ARCHIVE.md). It reads the journal as it
// is at the beginning and holds nobody up meanwhile. The folder is changed at the end or not at all: ErrOtherArchive where it
// holds what this journal doesn't have, ErrFull, ErrNoAccess.
func (j *Journal) ExportArchive(folder string, progress archive.Progress) (done archive.Exported, err error) {
	return j.exportArchive(folder, progress)
}

// UpdateArchive is ExportArchive for a folder that had an archive when it was written last. Where there is none any more it is
// archive.ErrGone, and nothing is written: somebody deleted it, or its disk isn't connected and what would be written lies below it.
func (j *Journal) UpdateArchive(folder string, progress archive.Progress) (archive.Exported, error) {
	j.mu.Lock()
	closed := j.c.closed()
	j.mu.Unlock()
	_, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(listFile)))
	switch {
	case closed:
		return archive.Exported{}, notes.ErrClosed
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return archive.Exported{}, say(archive.ErrGone, err, voice.T(
			"The archive is no longer in {folder}. If it's on another disk, connect that disk. Or export it again in Settings, under Archive.",
			"folder", folder))
	case err != nil:
		return archive.Exported{}, explainArchive(folder, err)
	}
	return j.exportArchive(folder, progress)
}

func (j *Journal) exportArchive(folder string, progress archive.Progress) (done archive.Exported, err error) {
	c, seen, err := j.besides()
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, translate(c.close())) }()
	began, left := j.leavesFor(folder)
	defer left()
	d, err := openArchiveFolder(j.archiveDisk(), folder, seen, voice.T(
		"{folder} has an archive with things that aren't in this journal. Import it first, or choose another folder.", "folder", folder))
	if err != nil {
		return done, explainArchive(folder, err)
	}
	d.tookIn, d.saw = c.tookIn, func(stamp string) error { return j.sawArchive(seenArchivesKey, stamp) }
	x := &exporter{c: c, d: d, progress: progress}
	if err = x.all(); err == nil {
		err = d.finish()
	}
	if err != nil {
		return done, explainArchive(folder, errors.Join(err, d.abandon()))
	}
	done = archive.Exported{Notes: x.done, Written: d.written, Removed: d.removed}
	if err := j.sawArchive(seenArchivesKey, d.stamp); err != nil || d.written+d.removed == 0 {
		return done, err
	}
	return done, j.met(folder, began)
}

// besides is a second connection, for reading what the journal holds at this moment, and which archives are known.
func (j *Journal) besides() (*conn, string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return nil, "", notes.ErrClosed
	}
	seen, err := j.c.setting(seenArchivesKey)
	if err != nil {
		return nil, "", err
	}
	c, err := openConn(j.mode.beside())
	if err != nil {
		return nil, "", err
	}
	if _, err = c.exec("BEGIN"); err == nil {
		_, err = c.setting(seenArchivesKey) // from here on it sees nothing newer
	}
	if err != nil {
		return nil, "", errors.Join(err, c.close())
	}
	return c, seen, nil
}

const (
	seenArchivesKey = archiveKeys + "seen"
	mostSeen        = 20
)

// sawArchive remembers that everything of an archive is in the journal.
func (j *Journal) sawArchive(key, stamp string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() || j.why != "" {
		return nil
	}
	return j.write(func(t *tx) error { return t.keepSeen(key, stamp) })
}

// keepSeen remembers the stamp of an archive as the last one seen.
func (t *tx) keepSeen(key, stamp string) error {
	had, err := t.setting(key)
	if err != nil {
		return err
	}
	now := []string{stamp}
	for _, s := range strings.Fields(had) {
		if s != stamp && len(now) < mostSeen {
			now = append(now, s)
		}
	}
	if value := strings.Join(now, " "); value != had {
		return t.keepSetting(notes.PutSetting{Key: key, Value: value})
	}
	return nil
}

// archiveSink is where an archive is written to.
type archiveSink interface {
	// put takes a file; known says whether all of what something else wrote in its place is known.
	put(file string, data []byte, known func(*archive.Row) (bool, error)) error
	// begin takes a file piece by piece.
	begin(file string) (archiveStream, error)
	// around takes what tells how the rows are shown.
	around(files []archive.File) error
}

type archiveStream interface {
	io.Writer
	end() error
	drop() error // leaves nothing of it
}

// exporter writes the rows of a journal to an archive.
type exporter struct {
	c        *conn
	d        archiveSink
	progress archive.Progress
	along    *along // where not all of it goes
	done, of int
	names    map[string]map[string]called // of the rows that files refer to: by table, by uid
}

// called is what a row is called, and what its file.
type called struct{ name, stem string }

func (x *exporter) all() error {
	tables, err := x.c.arcTables()
	if err != nil {
		return err
	}
	if x.along != nil {
		x.of = x.along.counted()
	} else if err := x.c.row("SELECT count(*) FROM note WHERE import_id IS NULL OR import_id NOT IN "+hiddenImports, nil, &x.of); err != nil {
		return err
	}
	x.names = map[string]map[string]called{}
	for _, t := range tables {
		kind, hasFiles := archive.KindOf(t.name)
		switch {
		case x.along != nil && !x.along.wants(t.name):
		case !hasFiles:
			err = x.lines(t)
		case t.name == archive.Notes:
			err = x.notes(t, kind)
		default:
			err = x.files(t, kind)
		}
		if err != nil {
			return err
		}
	}
	if x.along != nil {
		return x.d.around(archive.AroundMine())
	}
	if err := x.tombstones(); err != nil {
		return err
	}
	return x.d.around(archive.Around())
}

// files writes the rows of a table that is not of notes: there are few enough to know all of their names.
func (x *exporter) files(t *arcTable, kind archive.Kind) error {
	rows, err := list(x.c, t.query+" WHERE "+t.shown+" ORDER BY r.uid", nil, t.scanValues)
	if err != nil {
		return err
	}
	rows = x.along.pickAll(t, rows)
	names := archive.Names{}
	x.names[t.name] = map[string]called{}
	for _, values := range rows {
		uid, name := t.text(values, "uid"), t.text(values, kind.Name)
		stem := name
		if who, ok := x.names["person"][t.text(values, "person_id")]; ok {
			stem = who.name + " " + name
		}
		stem = names.Give(stem, uid)
		x.names[t.name][uid] = called{name, stem}
		if err := x.file(t, kind, values, path.Join(kind.Folder, stem+".md")); err != nil {
			return err
		}
	}
	return nil
}

// notes writes the notes, person by person and day by day.
func (x *exporter) notes(t *arcTable, kind archive.Kind) error {
	people, err := list(x.c, "SELECT uid FROM person ORDER BY uid", nil, scalar[string])
	if err != nil {
		return err
	}
	for _, uid := range people {
		if _, shown := x.names["person"][uid]; !shown {
			continue
		}
		if x.along != nil && uid != x.along.me {
			continue
		}
		if err := x.notesOf(t, kind, uid); err != nil {
			return err
		}
	}
	return nil
}

func (x *exporter) notesOf(t *arcTable, kind archive.Kind, person string) error {
	who := x.names["person"][person]
	var id int64
	if err := x.c.row("SELECT id FROM person WHERE uid = ?", []any{person}, &id); err != nil {
		return err
	}
	date, uid := "", ""
	names, day := archive.Names{}, ""
	for {
		rows, err := list(x.c, t.query+" WHERE "+t.shown+` AND r.person_id = ? AND r.date >= ? AND (r.date > ? OR r.uid > ?)
			ORDER BY r.date, r.uid LIMIT ?`, []any{id, date, date, uid, somePlaces}, t.scanValues)
		if err != nil {
			return err
		}
		written := 0
		for _, values := range rows {
			date, uid = t.text(values, "date"), t.text(values, "uid")
			if date != day {
				names, day = archive.Names{}, date
			}
			values, goes := x.along.pick(t, values)
			if !goes {
				continue
			}
			written++
			file := path.Join(kind.Folder, who.stem, names.Give(date+" "+who.stem, uid)+".md")
			if err := x.file(t, kind, values, file); err != nil {
				return err
			}
		}
		if err := x.step(written); err != nil || len(rows) < somePlaces {
			return err
		}
	}
}

func (x *exporter) step(more int) error {
	x.done += more
	if x.progress == nil {
		return nil
	}
	return x.progress(x.done, x.of)
}

// file writes a row as a file, in the folder of the trash where it is there.
func (x *exporter) file(t *arcTable, kind archive.Kind, values []any, file string) error {
	r := archive.Row{}
	for _, f := range t.fields(values, kind.Body) {
		r.Fields = append(r.Fields, f)
		i, _ := t.column(f.Name)
		if link, ok := x.link(t.columns[i].refers, f.Text); ok {
			r.Fields = append(r.Fields, archive.Field{Name: strings.TrimSuffix(f.Name, "_id"), Text: link})
		}
	}
	if t.name == stepInTable {
		people, err := x.stepInPeople(t.text(values, "uid"))
		if err != nil {
			return err
		}
		if len(people) > 0 {
			r.Fields = append(r.Fields, archive.Field{Name: peopleField, List: true, Items: people})
		}
	}
	if kind.Body != "" {
		r.Body = t.text(values, kind.Body)
	}
	if t.value(values, "deleted_at") != nil {
		file = archive.Trash + "/" + file
	}
	return x.d.put(file, archive.Write(&r), func(there *archive.Row) (bool, error) { return x.knows(t, values, r.Body, there) })
}

// knows reports whether the journal has all that a file says: it was imported, and what was changed by hand in it is here.
func (x *exporter) knows(t *arcTable, values []any, body string, there *archive.Row) (bool, error) {
	uid := t.text(values, "uid")
	if of, _ := there.Get("uid"); of != uid {
		return false, nil
	}
	theirs, err := t.values(there)
	if err != nil {
		return false, nil //nolint:nilerr // what can't be read isn't known
	}
	older := t.int(theirs, "updated_at") < t.int(values, "updated_at")
	if t.name != archive.Notes || there.Body == body {
		return older, nil
	}
	n, err := one(x.c, "SELECT count(*) FROM revision v JOIN note n ON n.id = v.note_id WHERE n.uid = ? AND v.body = ?", scalar[int],
		uid, there.Body)
	return older && n > 0, err
}

// link is how Obsidian refers to the file of a row.
func (x *exporter) link(table, uid string) (string, bool) {
	c, ok := x.names[table][uid]
	if !ok {
		return "", false
	}
	plain := strings.Join(strings.Fields(strings.NewReplacer("[", "", "]", "", "|", "").Replace(c.name)), " ")
	if plain == c.stem || plain == "" {
		return "[[" + c.stem + "]]", true
	}
	return "[[" + c.stem + "|" + plain + "]]", true
}

// lines writes the rows of a table that have no file each.
func (x *exporter) lines(t *arcTable) error {
	var b bytes.Buffer
	last, some := "", false
	s, err := x.d.begin(archive.LinesFile(t.name))
	if err != nil {
		return err
	}
	for {
		rows, err := list(x.c, t.query+" WHERE "+t.shown+" AND r.uid > ? ORDER BY r.uid LIMIT ?", []any{last, somePlaces}, t.scanValues)
		if err != nil {
			return errors.Join(err, s.drop())
		}
		b.Reset()
		for _, values := range rows {
			last = t.text(values, "uid")
			if t.name == "setting" && ofMachine(t.text(values, "key")) {
				continue
			}
			values, goes := x.along.pick(t, values)
			if !goes {
				continue
			}
			b.Write(archive.WriteLine(&archive.Row{Fields: t.fields(values, "")}))
		}
		some = some || b.Len() > 0
		if _, err := s.Write(b.Bytes()); err != nil {
			return errors.Join(err, s.drop())
		}
		if err := x.step(0); err != nil {
			return errors.Join(err, s.drop())
		}
		if len(rows) < somePlaces {
			break
		}
	}
	if !some {
		return s.drop()
	}
	return s.end()
}

// withTakenBack are the tombstones, and what is to be one once the import that was taken back is dropped, at the next start at the
// latest: other computers may have it.
const withTakenBack = `SELECT uid, kind, at FROM tombstone
	UNION ALL SELECT r.uid, 'note', max(r.updated_at, m.undone_at) FROM import m JOIN note r ON r.import_id = m.id
		WHERE m.undone_at IS NOT NULL
	UNION ALL SELECT r.uid, 'person', max(r.updated_at, m.undone_at) FROM import m JOIN person r ON r.import_id = m.id
		WHERE m.undone_at IS NOT NULL AND r.deleted_at IS NOT NULL
	UNION ALL SELECT uid, 'import', max(updated_at, undone_at) FROM import WHERE undone_at IS NOT NULL`

// tombstones writes what was deleted for good.
func (x *exporter) tombstones() error {
	s, err := x.d.begin(archive.LinesFile(arcTombstones))
	if err != nil {
		return err
	}
	some := false
	err = x.c.each("SELECT uid, kind, max(at) FROM ("+withTakenBack+") GROUP BY uid ORDER BY uid", nil, func(sc scanner) (bool, error) {
		var uid, kind string
		var at int64
		if err := sc.Scan(&uid, &kind, &at); err != nil {
			return false, err
		}
		some = true
		_, err := s.Write(archive.WriteLine(&archive.Row{Fields: []archive.Field{
			{Name: "uid", Text: uid}, {Name: "kind", Text: kind}, {Name: "at", Text: msText(at)},
		}}))
		return true, err
	})
	if err != nil || !some {
		return errors.Join(err, s.drop())
	}
	return s.end()
}

// explainArchive says in a sentence why a folder can't be written or read.
func explainArchive(folder string, err error) error {
	err = translate(err)
	var at *fs.PathError
	switch {
	case errors.As(err, &at) && strings.Contains(at.Err.Error(), "escapes"): // package os names no such error
		return say(ErrOtherArchive, err, voice.T(
			"{file} in {folder} is a link that leads out of it, so nothing was imported. Put the file itself there.",
			"file", at.Path, "folder", folder))
	case errors.Is(err, syscall.ENOTDIR):
		return say(ErrOtherArchive, err, voice.T("There's no folder {folder}. Choose another one.", "folder", folder))
	case errors.Is(err, fs.ErrNotExist): // not even what it would be made in, as where a disk isn't connected
		return say(ErrOtherArchive, err, voice.T(
			"Handback can't find {folder}. If it's on another disk, connect that disk. Or choose another folder.", "folder", folder))
	case errors.Is(err, notes.ErrFull):
		return say(notes.ErrFull, err, voice.T(
			"There's no space left on the disk with {folder}. What was there before is unchanged. Free up some space, or choose another disk.",
			"folder", folder))
	case errors.Is(err, notes.ErrNoAccess), errors.Is(err, notes.ErrReadOnly):
		return say(notes.ErrNoAccess, err, voice.T(
			"You don't have full permissions for the folder {folder}. Choose another folder.", "folder", folder))
	}
	return err
}
