package taking

import (
	"cmp"
	"path"
	"slices"

	"handback/notes"
	"handback/notes/incoming"
)

// How many of the files whose notes name nobody a preview keeps, and how many notes of each.
const (
	mostNobodyFiles = 1000
	mostNobodyNotes = 60
)

// Group are notes that name nobody and belong together: those of a file, or of the files of a folder. Whose they are can be said of
// all, or of each.
type Group struct {
	Path   string // of the file or folder; "." is the top
	Folder bool
	Notes  int
	Rows   []Row // the first of them
}

// nobody gathers the notes that name nobody, by file.
type nobody struct {
	files map[string]*Group
	order []string
	more  int // notes of further files
}

func (b *nobody) note(n incoming.Note) {
	g := b.files[n.File]
	if g == nil {
		if len(b.files) == mostNobodyFiles {
			b.more++
			return
		}
		g = &Group{Path: n.File}
		b.files[n.File] = g
		b.order = append(b.order, n.File)
	}
	if g.Notes++; len(g.Rows) < mostNobodyNotes {
		g.Rows = append(g.Rows, rowOf(n))
	}
}

// groups are the files with several such notes, and the folders of those with one.
func (b *nobody) groups() (all []Group) {
	at := map[string]int{}
	for _, file := range b.order {
		g := b.files[file]
		if g.Notes > 1 {
			all = append(all, *g)
			continue
		}
		folder := path.Dir(file)
		i, known := at[folder]
		if !known {
			i = len(all)
			at[folder] = i
			all = append(all, Group{Path: folder, Folder: true})
		}
		of := &all[i]
		if of.Notes++; len(of.Rows) < mostNobodyNotes {
			of.Rows = append(of.Rows, g.Rows...)
		}
	}
	slices.SortStableFunc(all, func(a, b Group) int { return cmp.Compare(a.Path, b.Path) })
	return all
}

// OfNobody is what is said of a note, file or folder of those that name nobody, and false where it is as for all of them.
func (a Answers) OfNobody(origin, file string) (Choice, bool) {
	for _, key := range []string{origin, file, path.Dir(file)} {
		if c, said := a.Nobody[key]; said {
			return c, true
		}
	}
	return Choice{}, false
}

// Whose is whom a row of a preview is about in the end, as Means says it.
func (a Answers) Whose(r Row) (as string, c Choice) {
	if r.Person == "" {
		if own, said := a.OfNobody(r.Origin, r.File); said {
			if own.What == Same {
				return a.Means(own.As)
			}
			return "", own
		}
	}
	return a.Means(r.Person)
}

// Add has a name that no note says among those that notes can be given to, and returns what it means. It fails where it can't be a
// name.
func (p *Preview) Add(name string, people []notes.Person) (Choice, error) {
	name = notes.Tidy(name)
	if i := slices.IndexFunc(p.Names, func(n Name) bool { return keyOf(n.Text) == keyOf(name) }); i >= 0 && name != "" {
		return Choice{What: Same, As: p.Names[i].Text}, nil
	}
	if c := guess(name, people); name != "" && c.What == Existing {
		return c, nil
	}
	if err := notes.CheckName(name, notes.Person{}, people); err != nil {
		return Choice{}, err
	}
	p.Names = append(p.Names, Name{Text: name, Guess: Choice{What: NewReport}, Added: true})
	return Choice{What: Same, As: name}, nil
}

// wanted reports whether a name that no note says was given to any.
func (a Answers) wanted(name string) bool {
	for _, all := range []map[string]Choice{a.People, a.Nobody} {
		for _, c := range all {
			if c.What == Same && keyOf(c.As) == keyOf(name) {
				return true
			}
		}
	}
	return false
}
