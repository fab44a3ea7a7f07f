package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/archive"
)

// filesOf are the files of a table in an archive, without those of a folder that isn't there.
func filesOf(t *testing.T, folder string, k archive.Kind) (files []string) {
	t.Helper()
	for _, dir := range []string{k.Folder, archive.Trash + "/" + k.Folder} {
		some, err := filepath.Glob(filepath.Join(folder, dir, "*.md"))
		deeper, deepErr := filepath.Glob(filepath.Join(folder, dir, "*", "*.md"))
		if err := errors.Join(err, deepErr); err != nil {
			t.Fatal(err)
		}
		files = append(append(files, some...), deeper...)
	}
	return files
}

// otherValues are values of a property before and behind the one that it has, by how they are sorted.
func otherValues(c arcColumn, f archive.Field) []string {
	switch {
	case c.time || f.Text >= "2026-01-01" && f.Text < "2027":
		return []string{"2026-01-02" + f.Text[min(10, len(f.Text)):], "2026-12-30" + f.Text[min(10, len(f.Text)):]}
	case c.number:
		return []string{"1", "2", "3"}
	}
	return []string{"aaa", "zzz", "AAA"}
}

// TestEachPropertyCountsThatIsChangedByHand changes one property after the other in files, to what sorts before and behind it.
func TestEachPropertyCountsThatIsChangedByHand(t *testing.T) {
	aloneUnderRace(t)
	// What says which row it is, or has few values, of which the table holds each.
	few := []string{"uid", "updated_at", "rev", "import_id", "replaced_by", "kind", "state", "origin", "deleted_at", "taken", "tag"}
	for _, kind := range archive.Kinds {
		t.Run(kind.Folder, func(t *testing.T) {
			p := newPair(t, "todo: one\n")
			do(t, p.a, oneOfEach(p.person)...)
			exportTo(t, p.a, p.folderA)
			importFrom(t, p.b, p.folderA)
			tables := must[[]*arcTable](t)(p.b.c.arcTables())
			at := tables[slices.IndexFunc(tables, func(at *arcTable) bool { return at.name == kind.Table })]
			tried := 0
			for _, file := range filesOf(t, p.folderA, kind) {
				rel := must[string](t)(filepath.Rel(p.folderA, file))
				r, _, err := archive.Read(rel, must[[]byte](t)(os.ReadFile(file)))
				if err != nil {
					t.Fatal(err)
				}
				for i, f := range r.Fields {
					column, ok := at.column(f.Name)
					if !ok || slices.Contains(few, f.Name) || at.columns[column].refers != "" {
						continue
					}
					for _, value := range append(otherValues(at.columns[column], f), f.Text) {
						had := r.Fields[i].Text
						if r.Fields[i].Text = value; value == had {
							continue
						}
						tried++
						file = p.changedByHand(t, at, file, r, f.Name)
					}
				}
			}
			if tried == 0 && kind.Table != "area" {
				t.Error("nothing was changed")
			}
		})
	}
}

// oneOfEach are rows of each table whose rows have files.
func oneOfEach(person notes.PersonID) []notes.Row {
	return []notes.Row{
		notes.Goal{Person: person, Title: "lead", Tag: "lead", Why: "because", Start: "2026-11-01", Target: "2026-12-01"},
		notes.AreaLevel{Person: person, Tag: "hiring", DatedLevel: notes.DatedLevel{From: "2026-11-20", Level: notes.Advise}},
		notes.CompanyGoal{Title: "grow", Why: "to live"},
		notes.Template{Name: "usual", Body: "# one\n"},
		stepIn(person),
	}
}

// changedByHand writes a file, imports it and expects that the property is what the file says, and that the folder takes the
// next export. It returns where the file lies then.
func (p *pair) changedByHand(t *testing.T, at *arcTable, file string, r *archive.Row, property string) string {
	t.Helper()
	p.cb.pass(time.Second)
	writeFile(t, file, string(archive.Write(r)))
	importFrom(t, p.b, p.folderA)
	uid, _ := r.Get("uid")
	want, _ := r.Get(property)
	rows := must[[][]any](t)(list(p.b.c, at.query+" WHERE r.uid = ?", []any{uid}, at.scanValues))
	if len(rows) != 1 {
		t.Fatalf("%d rows", len(rows))
	}
	got := ""
	for _, f := range at.fields(rows[0], "") {
		if f.Name == property {
			got = f.Text
		}
	}
	if got != want {
		t.Errorf("%s of %s is %q and was made %q", property, at.name, got, want)
	}
	exportTo(t, p.b, p.folderA)
	file = findUID(t, p.folderA, uid)
	now, _, err := archive.Read(r.File, must[[]byte](t)(os.ReadFile(file)))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range r.Fields { // from here on it is as old as what was written
		if f.Name == "updated_at" {
			r.Fields[i].Text, _ = now.Get("updated_at")
		}
	}
	return file
}

// findUID is the file of a row.
func findUID(t *testing.T, folder, uid string) (file string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(string(data), "\nuid: "+uid+"\n") || strings.Contains(string(data), "\nuid: \""+uid+"\"\n") {
			file = path
		}
		return err
	})
	if err != nil || file == "" {
		t.Fatal("no file of ", uid, err)
	}
	return file
}
