package taking

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Answers are what the manager said to a preview.
type Answers struct {
	People map[string]Choice // by Name.Text; a name that isn't among them is left out
	// Nobody is of notes that name nobody, by the origin of one, the path of a file or that of a folder: the nearest counts, and where
	// there is none what People says of "". It is Existing, Same or Skip.
	Nobody  map[string]Choice
	Undated notes.Date // the day of notes without a date; "" leaves them out
	// ByFile gives notes without a date the day on which their file was changed last, as far as that is known.
	ByFile bool
	Days   map[string]notes.Date // the day of a note without a date, by its origin: before what holds for all; "" leaves it out
}

// Counts are what came of a taking in.
type Counts struct {
	New     int
	Changed int // took the place of what was taken in before
	Same    int // were here already
	Kept    int // the manager changed them here: theirs stay
	Deleted int // the manager deleted them here
	LeftOut int // the manager said so, of the person or for want of a date
}

// Taken is how many notes come in.
func (c Counts) Taken() int { return c.New + c.Changed }

// piece is how many notes are written at once.
const piece = 200

// Into is where notes are taken to: all of notes.Intake that it needs.
type Into interface {
	BeginImport(program, source string) (notes.ImportID, error)
	BringPeople(notes.ImportID, []notes.Person) ([]notes.PersonID, error)
	Bring(notes.ImportID, []notes.Brought) ([]notes.Standing, error)
	Stand([]notes.Brought) ([]notes.Standing, error)
	DropImport(notes.ImportID) error
}

// ErrNothingNew says that all of it is here already, or was left out.
var ErrNothingNew = notes.Invalid{Why: voice.T("There's nothing new to import. What you chose is here already.")}

// Bring brings what a preview shows into the journal, where it is seen once notes.TakeImport is applied. Where it fails, or stop
// says so, nothing of it is left.
func (p *Preview) Bring(into Into, a Answers, stop Stop) (id notes.ImportID, counts Counts, err error) {
	if id, err = into.BeginImport(p.Program, p.Source); err != nil {
		return 0, counts, err
	}
	counts, err = p.bring(into, id, a, stop)
	if err == nil && counts.Taken() == 0 {
		err = ErrNothingNew
	}
	if err != nil {
		return 0, counts, errors.Join(err, into.DropImport(id))
	}
	return id, counts, nil
}

func (p *Preview) bring(into Into, id notes.ImportID, a Answers, stop Stop) (Counts, error) {
	who, err := p.people(into, id, a)
	if err != nil {
		return Counts{}, err
	}
	t := &taker{
		who: who, answers: a, pasted: p.src.Pasted, dayOf: p.dayBy(a), stop: stop, program: p.Program, scope: p.scope(),
		put: func(b []notes.Brought) ([]notes.Standing, error) { return into.Bring(id, b) },
	}
	counts, err := t.all(p)
	p.Came = t.came
	return counts, err
}

// Compared is what would come in.
type Compared struct {
	Counts
	Stands map[string]notes.Standing // how the rows of the preview stand, by their origin, but for those that are left out
}

// Compare counts what would come in, and says how each row of the preview stands. Whom new names mean is nobody yet.
func (p *Preview) Compare(into Into, a Answers, stop Stop) (Compared, error) {
	who := map[string]notes.PersonID{}
	for name := range a.People {
		switch _, c := a.Means(name); c.What {
		case Existing:
			who[keyOf(name)] = c.Person
		case NewReport, NewOther:
			who[keyOf(name)] = -1
		}
	}
	t := &taker{
		who: who, answers: a, pasted: p.src.Pasted, dayOf: p.dayBy(a), stop: stop, program: p.Program, scope: p.scope(), put: into.Stand,
		stands: map[string]notes.Standing{}, rows: map[string]bool{},
	}
	for _, row := range p.Rows {
		t.rows[row.Origin] = true
	}
	counts, err := t.all(p)
	return Compared{counts, t.stands}, err
}

// people are whom names mean, by key. New people are made, each name once.
func (p *Preview) people(into Into, id notes.ImportID, a Answers) (map[string]notes.PersonID, error) {
	who := map[string]notes.PersonID{}
	var keys []string
	var fresh []notes.Person
	for _, n := range p.Names {
		c := a.People[n.Text]
		switch {
		case c.What == Skip || c.What == Same || n.Added && !a.wanted(n.Text):
		case c.What == Existing:
			who[keyOf(n.Text)] = c.Person
		default:
			kind := notes.KindReport
			if c.What == NewOther {
				kind = notes.KindOther
			}
			keys = append(keys, keyOf(n.Text))
			fresh = append(fresh, notes.Person{Kind: kind, Name: AsNew(n.Text), State: notes.StateHere, Since: p.in.Today})
		}
	}
	if len(fresh) > 0 {
		ids, err := into.BringPeople(id, fresh)
		if err != nil {
			return nil, err
		}
		for i, made := range ids {
			who[keys[i]] = made
		}
	}
	for _, n := range p.Names {
		if a.People[n.Text].What == Same {
			if as, _ := a.Means(n.Text); who[keyOf(as)] != 0 {
				who[keyOf(n.Text)] = who[keyOf(as)]
			}
		}
	}
	return who, nil
}

// scope begins the origin of every note: the program, and the folder, since another folder may hold files of the same names.
// Archives and files have other names at each export, so theirs say nothing.
func (p *Preview) scope() string {
	if p.src.Folder {
		return p.Program + "\n" + p.src.Name + "\n"
	}
	return p.Program + "\n\n"
}

// DayOf is the day that a row of a preview would get, "" where it is left out for want of one.
func (a Answers) DayOf(r Row) notes.Date {
	if r.Date != "" {
		return r.Date
	}
	if day, said := a.Days[r.Origin]; said {
		return day
	}
	if a.ByFile && r.Changed != "" {
		return r.Changed
	}
	return a.Undated
}

// dayBy is the day of each note by the answers, "" where it is left out.
func (p *Preview) dayBy(a Answers) func(incoming.Note) notes.Date {
	return func(n incoming.Note) notes.Date {
		if n.Date != "" {
			return n.Date
		}
		if day, said := a.Days[n.Origin]; said {
			return day
		}
		if a.ByFile {
			if day := p.byFile(n); day != "" {
				return day
			}
		}
		return a.Undated
	}
}

// byFile is the day that a note without one has by its file, "" where that isn't known.
func (p *Preview) byFile(n incoming.Note) notes.Date {
	if n.Partly {
		return n.ByFile
	}
	return p.changedOn(n.File)
}

// changedOn is the day on which a file was changed last, "" where that isn't known, or would be to come.
func (p *Preview) changedOn(file string) notes.Date {
	st, err := fs.Stat(p.src.Tree, file)
	if err != nil || st.ModTime().Unix() <= 0 {
		return ""
	}
	return min(notes.DateOf(st.ModTime()), p.in.Today)
}

// taker writes what is read, in pieces.
type taker struct {
	who     map[string]notes.PersonID
	answers Answers
	pasted  bool
	dayOf   func(incoming.Note) notes.Date
	program string
	scope   string
	put     func([]notes.Brought) ([]notes.Standing, error)
	stop    Stop

	rows   map[string]bool // the origins of which it is said how they stand; nil for none
	stands map[string]notes.Standing

	waiting []notes.Brought
	origins []string // of these, as their format has them
	counts  Counts
	came    []notes.PersonID // of whom notes came
}

func (t *taker) all(p *Preview) (Counts, error) {
	err := read(p.format, p.src.Tree, p.in, newNaming(t, p.team), t.stop)
	if err == nil {
		err = t.flush()
	}
	if err != nil {
		return t.counts, plain(err)
	}
	return t.counts, nil
}

// Note implements incoming.Taker.
func (t *taker) Note(n incoming.Note) error {
	who, day := t.whose(n), t.dayOf(n)
	if who == 0 || day == "" {
		t.counts.LeftOut++
		return nil
	}
	t.waiting = append(t.waiting, notes.Brought{Origin: t.origin(n, day), Person: who, Date: day, Body: bodyOf(n)})
	t.origins = append(t.origins, n.Origin)
	if len(t.waiting) < piece {
		return nil
	}
	return t.flush()
}

// origin tells a note apart from those of all other programs and folders. An id of its program does so wherever the files lie.
func (t *taker) origin(n incoming.Note, day notes.Date) string {
	switch {
	case t.pasted:
		return pastedOrigin(n, day)
	case n.ByID:
		return t.program + "\n\n" + n.Origin
	}
	return t.scope + n.Origin
}

// whose is who a note is of, 0 where it is left out.
func (t *taker) whose(n incoming.Note) notes.PersonID {
	if n.Person == "" {
		if c, said := t.answers.OfNobody(n.Origin, n.File); said {
			switch c.What {
			case Existing:
				return c.Person
			case Same:
				return t.who[keyOf(c.As)]
			}
			return 0
		}
	}
	return t.who[keyOf(n.Person)]
}

// bodyOf is the text of a note, below its title where the text doesn't say it.
func bodyOf(n incoming.Note) string {
	first, _, _ := strings.Cut(n.Body, "\n")
	if n.Title == "" || reading.SaysNoMore(n.Title, n.Person, n.Date) || strings.TrimSpace(strings.TrimLeft(first, "# ")) == n.Title {
		return n.Body
	}
	return strings.TrimRight("# "+n.Title+"\n\n"+n.Body, "\n")
}

// Skip implements incoming.Taker.
func (t *taker) Skip(incoming.Skipped) error { return nil }

// Progress implements incoming.Taker.
func (t *taker) Progress(done, of int) error { return t.stop(done, of) }

func (t *taker) flush() error {
	if len(t.waiting) == 0 {
		return nil
	}
	stand, err := t.put(t.waiting)
	if err != nil {
		return err
	}
	for i, s := range stand {
		if s <= notes.BroughtChanged && !slices.Contains(t.came, t.waiting[i].Person) {
			t.came = append(t.came, t.waiting[i].Person)
		}
		if origin := t.origins[i]; t.rows[origin] {
			t.stands[origin] = s
		}
		switch s {
		case notes.BroughtNew:
			t.counts.New++
		case notes.BroughtChanged:
			t.counts.Changed++
		case notes.BroughtSame:
			t.counts.Same++
		case notes.BroughtKept:
			t.counts.Kept++
		case notes.BroughtDeleted:
			t.counts.Deleted++
		}
	}
	t.waiting, t.origins = t.waiting[:0], t.origins[:0]
	return t.stop(-1, 0)
}

// Clone is a copy that nobody changes.
func (a Answers) Clone() Answers {
	a.People, a.Nobody, a.Days = maps.Clone(a.People), maps.Clone(a.Nobody), maps.Clone(a.Days)
	return a
}
