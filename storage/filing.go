package storage

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
)

// readNames is what reading a body takes beside the note.
type readNames struct {
	me    notes.PersonID
	names *notes.Names
	words *notes.LabelWords
}

// people that lines find now, in this transaction, and the words that label them.
func (t *tx) readNames() (*readNames, error) { return t.j.readNames() }

func (j *Journal) readNames() (*readNames, error) {
	if j.names != nil {
		return j.names, nil
	}
	people, err := j.c.people()
	if err != nil {
		return nil, err
	}
	words, err := j.c.labelWords()
	if err != nil {
		return nil, err
	}
	r := &readNames{names: notes.NewNames(people), words: words}
	for _, p := range people {
		if p.Kind == notes.KindMe {
			r.me = p.ID
		}
	}
	j.names = r
	return r, nil
}

// record is a note as it stands in its row, with what the index was made from.
type record struct {
	notes.Note
	saved    int64 // updated_at
	who      string
	also     string // what the index was given besides the body
	rest     string // what else stands in the row, for its checksum
	searchID int64  // 0 where it is not to be found
	shown    bool   // neither it nor its person is in the trash
	trashed  bool   // it is itself
}

// restOfNote are the columns of a note that a record doesn't read one by one.
const restOfNote = "concat_ws('|', n.made_at, n.taken, n.origin, n.import_id, n.replaced_by)"

// record reads a note, in the trash or not; ErrNotFound where there is none.
func (c *conn) record(id notes.NoteID) (r record, err error) {
	var personShown bool
	dest := headDest(&r.NoteHead, &r.saved, &r.who, &r.searchID, &r.trashed, &personShown, &r.Body, &r.also, &r.Begun,
		&r.rest)
	err = c.row("SELECT "+headColumns+`, n.updated_at, n.who, coalesce(n.search_id, 0),
		n.deleted_at IS NOT NULL, p.deleted_at IS NULL, n.body, n.also, n.begun, `+restOfNote+` FROM note n
		JOIN person p ON p.id = n.person_id WHERE n.id = ?`, []any{id}, dest...)
	r.shown = personShown && !r.trashed
	return r, err
}

// filing is what is made from the body of a note.
type filing struct {
	rows  []itemRow
	who   string
	also  string
	title string
	open  int
}

// context is how the lines of a note are read.
func (j *Journal) context(r *record) (notes.Context, error) {
	known, err := j.readNames()
	if err != nil {
		return notes.Context{}, err
	}
	earlier, err := j.earlierReadings()
	in := known.context(r)
	in.Earlier = earlier[r.ID]
	return in, err
}

// context is how the lines of a note are read of which none was read otherwise before an update.
func (k *readNames) context(r *record) notes.Context {
	return notes.Context{Date: r.Date, Person: r.Person, Me: k.me, Names: k.names, Words: k.words, Imported: r.Imported}
}

// read reads the body of a note; nothing is filed of one that is not shown.
func (t *tx) read(r *record) (filing, error) {
	if !r.shown {
		return filing{title: r.Title, open: r.Open, also: r.also}, nil
	}
	in, err := t.j.context(r)
	if err != nil {
		return filing{}, err
	}
	return filingOf(r, in), nil
}

// filingOf is what is made from the body of a note that is shown.
func filingOf(r *record, in notes.Context) filing {
	items := notes.Parse(r.Body, in)
	rows := itemRows(r, items)
	title := notes.TitleOf(notes.WithoutBegun(r.Body, r.Begun), in)
	return filing{rows: rows, who: whoWords(r.Person, rows), also: alsoOf(r.Body), title: title, open: openIn(items)}
}

// file reads the body of a note anew and brings everything that is made from it to what it says. The note was taken out
// of the search index before its body or date changed.
func (t *tx) file(r *record) error {
	f, err := t.read(r)
	if err != nil {
		return err
	}
	if err := t.replaceItems(r.ID, f.rows); err != nil {
		return err
	}
	if !r.shown {
		return t.unfind(r)
	}
	if r.searchID != 0 && r.who == f.who && r.also == f.also {
		if f.title == r.Title && f.open == r.Open {
			return nil
		}
		if err := t.wordsWait(r.ID); err != nil { // for its title
			return err
		}
		_, err := t.exec("UPDATE note SET title = ?, open = ? WHERE id = ?", f.title, f.open, r.ID)
		return err
	}
	if err := t.unfind(r); err != nil {
		return err
	}
	return t.find(r, f)
}

// find puts a note into the search index.
func (t *tx) find(r *record, f filing) (err error) {
	if r.searchID, err = t.searchPlace(r.Date); err != nil {
		return err
	}
	if err := t.setAlso(r, f.also); err != nil {
		return err
	}
	if err := t.index(r, f.who); err != nil {
		return err
	}
	r.who = f.who
	_, err = t.exec("UPDATE note SET search_id = ?, who = ?, title = ?, open = ? WHERE id = ?",
		r.searchID, f.who, f.title, f.open, r.ID)
	return err
}

func (t *tx) index(r *record, who string) error {
	if err := t.wordsWait(r.ID); err != nil {
		return err
	}
	return t.give(r.searchID, indexed(r.Body, r.also), who)
}

// give gives the search index the words of a note.
func (t *tx) give(place int64, body, who string) error {
	_, err := t.exec("INSERT INTO search (rowid, body, who) VALUES (?, ?, ?)", place, body, who)
	return err
}

// setAlso keeps what the index is to be given besides the body, before it is.
func (t *tx) setAlso(r *record, also string) error {
	if r.also == also {
		return nil
	}
	r.also = also
	_, err := t.exec("UPDATE note SET also = ? WHERE id = ?", also, r.ID)
	return err
}

// unindex makes the search index forget a note. It comes before any change of the body, the who-words or search_id of the
// row: the index is told what to forget by the values it was made from.
func (t *tx) unindex(r *record) error {
	return t.forget(r.searchID, indexed(r.Body, r.also), r.who)
}

// forget makes the search index forget what it was given at a place.
func (t *tx) forget(place int64, body, who string) error {
	_, err := t.exec("INSERT INTO search (search, rowid, body, who) VALUES ('delete', ?, ?, ?)", place, body, who)
	return err
}

// unfind takes a note out of the search index and gives up its place there.
func (t *tx) unfind(r *record) error {
	if r.searchID == 0 {
		return nil
	}
	if err := t.unindex(r); err != nil {
		return err
	}
	if err := t.dropPairs(r.searchID); err != nil {
		return err
	}
	r.searchID = 0
	_, err := t.exec("UPDATE note SET search_id = NULL WHERE id = ?", r.ID)
	return err
}

// placesADay is how many notes of one day keep the order of days in the search index; more of them are found as well,
// among those of the next days.
const placesADay = 256

// searchPlace is a free search_id for a note of that day. They ascend with the days, so that the index gives the newest
// notes first without sorting.
func (t *tx) searchPlace(day notes.Date) (int64, error) {
	from := searchFrom(day)
	var id int64
	err := t.row("SELECT coalesce(max(search_id) + 1, ?1) FROM note WHERE search_id >= ?1 AND search_id < ?1 + ?2",
		[]any{from, placesADay}, &id)
	if err != nil || id < from+placesADay {
		return id, err
	}
	err = t.row(`SELECT min(n.search_id) + 1 FROM note n WHERE n.search_id >= ?
		AND NOT EXISTS (SELECT 1 FROM note m WHERE m.search_id = n.search_id + 1)`, []any{from}, &id)
	return id, err
}

// searchFrom is the first search_id of a day.
func searchFrom(day notes.Date) int64 {
	return int64(day.DaysSince("0001-01-01")+1) * placesADay
}

// openIn counts the open todos and needs.
func openIn(items []notes.Item) int {
	n := 0
	for _, it := range items {
		if (it.Label == notes.Todo || it.Label == notes.Need) && !it.Closed() {
			n++
		}
	}
	return n
}

// whoWords are the words by which search is limited to a person, a label or a tag.
func whoWords(note notes.PersonID, rows []itemRow) string {
	words := []string{personWord(note)}
	for _, f := range rows {
		words = append(words, personWord(f.person), labelWord(f.Label))
		for _, tag := range f.Tags {
			words = append(words, tagWord(tag))
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

func personWord(id notes.PersonID) string { return "p" + strconv.FormatInt(int64(id), 10) }

func labelWord(l notes.Label) string { return "l" + strings.ReplaceAll(string(l), " ", "") }

func tagWord(tag string) string { return "t" + hex.EncodeToString([]byte(tag)) }
