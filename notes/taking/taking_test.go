package taking

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"handback/notes"
	"handback/notes/incoming"
)

// rows is a format whose notes are what the test says.
type rows struct {
	notes   []incoming.Note
	skipped []incoming.Skipped
}

func (r rows) format() incoming.Format {
	return incoming.Format{
		Name:  "Fake",
		Reads: func(fs.FS) (int, error) { return 100, nil },
		Notes: func(_ fs.FS, in incoming.Options, take incoming.Taker) error {
			for i, n := range r.notes {
				if n.Date == "4/12" {
					n.Date = ""
					if in.DayFirst != nil {
						n.Date = "2024-12-04"
					}
				}
				if err := errors.Join(take.Note(n), take.Progress(i+1, len(r.notes))); err != nil {
					return err
				}
			}
			for _, s := range r.skipped {
				if err := take.Skip(s); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// into is a journal that keeps what it is given.
type into struct {
	people  []notes.Person
	brought []notes.Brought
	pieces  []int
	dropped bool
	fails   error
}

func (j *into) BeginImport(string, string) (notes.ImportID, error) { return 7, nil }
func (j *into) DropImport(notes.ImportID) error                    { j.dropped = true; return nil }

func (j *into) BringPeople(_ notes.ImportID, people []notes.Person) (ids []notes.PersonID, err error) {
	for range people {
		ids = append(ids, notes.PersonID(100+len(ids)))
	}
	j.people = people
	return ids, nil
}

func (j *into) Bring(_ notes.ImportID, b []notes.Brought) ([]notes.Standing, error) {
	j.brought = append(j.brought, b...)
	j.pieces = append(j.pieces, len(b))
	return make([]notes.Standing, len(b)), j.fails
}

func (j *into) Stand(b []notes.Brought) ([]notes.Standing, error) {
	return make([]notes.Standing, len(b)), nil
}

var team = []notes.Person{
	{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"},
	{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", Aliases: []string{"Annie"}},
	{ID: 3, Kind: notes.KindReport, Name: "Ben Okoro"},
	{ID: 4, Kind: notes.KindReport, Name: "Ben Hall"},
}

func on(int, int) error { return nil }

func look(t *testing.T, r rows, folder bool) *Preview {
	t.Helper()
	src := notes.Source{Tree: fstest.MapFS{}, Name: "Vault", Folder: folder}
	p, err := Look(r.format(), src, incoming.Options{Today: "2026-11-23"}, team, on)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhomNamesMean(t *testing.T) {
	for _, c := range []struct {
		name string
		want Choice
	}{
		{"", Choice{What: Existing, Person: 1}},
		{"Ana Ruiz", Choice{What: Existing, Person: 2}},
		{"annie", Choice{What: Existing, Person: 2}},
		{"Ana", Choice{What: Existing, Person: 2}},
		{"Ben", Choice{}},
		{"Eve Stone", Choice{What: NewReport}},
		{"Ruiz, Ana", Choice{What: Existing, Person: 2}},
		{"me", Choice{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := guess(c.name, team); got != c.want {
				t.Errorf("it means %+v, not %+v", got, c.want)
			}
		})
	}
}

// TestOtherWaysToWriteAName holds that whoever is there already is proposed, and that it is asked where it may be two.
func TestOtherWaysToWriteAName(t *testing.T) {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Sam Lee"},
		{ID: 2, Kind: notes.KindReport, Name: "Dee Okafor", Aliases: []string{"Didi"}},
		{ID: 3, Kind: notes.KindReport, Name: "José María Peña"},
		{ID: 4, Kind: notes.KindReport, Name: "Ben Hall"},
		{ID: 5, Kind: notes.KindReport, Name: "Bea Hall"},
		{ID: 6, Kind: notes.KindReport, Name: "Noor"},
	}
	likely := func(id notes.PersonID) Name { return Name{Guess: Choice{What: Existing, Person: id}, Likely: true} }
	sure := func(id notes.PersonID) Name { return Name{Guess: Choice{What: Existing, Person: id}} }
	fresh := Name{Guess: Choice{What: NewReport}}
	for name, want := range map[string]Name{
		"D. Okafor": likely(2), "D Okafor": likely(2), "D.Okafor": likely(2),
		"Okafor, Dee": sure(2), "dee okafor": sure(2), "DEE OKAFOR": sure(2),
		"Dee O.": likely(2), "dee o": likely(2), "Okafor Dee": likely(2), "Okafor, D.": likely(2), "Didi Okafor": likely(2),
		"Jose Pena": likely(3), "J. Peña": likely(3), "Peña, José María": sure(3), "Noor Haddad": likely(6),
		"B. Hall": {Could: []string{"Ben Hall", "Bea Hall"}}, "E. Okafor": fresh, "Dee Park": fresh, "Dora Okafor": fresh, "D. O.": fresh,
		"Okafor, Ben": {}, "Cy Park": fresh,
	} {
		all := []Name{{Text: name}}
		guessAll(all, nil, people)
		want.Text = name
		if got := all[0]; fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
			t.Errorf("%+v, not %+v", got, want)
		}
	}
	all := []Name{{Text: "Cy Park"}, {Text: "C. Park"}, {Text: "Park, Cy"}, {Text: "Park Cy"}}
	guessAll(all, nil, people)
	if all[0].Guess.What != NewReport {
		t.Errorf("%+v", all[0])
	}
	for _, n := range all[1:] {
		if n.Guess != (Choice{What: Same, As: "Cy Park"}) || !n.Likely {
			t.Errorf("%+v", n)
		}
	}
	table := []Name{{Text: "Park, Cy"}, {Text: "Lima, Ana"}, {Text: "Okafor, Dee"}, {Text: "Stone, Eve"}}
	guessAll(table, nil, people)
	for _, n := range table {
		if n.Guess.What != NewReport && n.Text != "Okafor, Dee" {
			t.Errorf("%+v", n)
		}
	}
	if AsNew("cy park") != "Cy Park" || AsNew("Park,  Cy") != "Cy Park" || AsNew("Ana, Ben, Cy") != "Ana, Ben, Cy" {
		t.Error(AsNew("Park,  Cy"), AsNew("Ana, Ben, Cy"))
	}
	lists := []Name{{Text: "Ana, Ben"}, {Text: "Ben, Ana"}, {Text: "Cy, Ana"}}
	guessAll(lists, nil, people)
	if lists[0].Guess.What != Skip {
		t.Errorf("two people are one: %+v", lists[0])
	}
}

// TestANameInSmallLetters holds that a file that is called like somebody of the journal is theirs, and no other.
func TestANameInSmallLetters(t *testing.T) {
	var all []incoming.Note
	files := []string{"1-1 ana ruiz 2026-11-10.md", "ana_ruiz.md", "ana ruiz/3.md", "ben okoro plan.md", "rollout.md"}
	for i, file := range files {
		all = append(all, incoming.Note{Origin: fmt.Sprint(i), File: file, Date: "2024-03-01", Body: fmt.Sprint("text ", i)})
	}
	p := look(t, rows{notes: all}, true)
	j := &into{}
	a := Answers{People: map[string]Choice{}}
	for _, n := range p.Names {
		a.People[n.Text] = n.Guess
	}
	if _, _, err := p.Bring(j, a, on); err != nil {
		t.Fatal(err)
	}
	for i, want := range []notes.PersonID{2, 2, 2, 1, 1} {
		if row := p.Rows[i].Person == "Ana Ruiz"; j.brought[i].Person != want || row != (want == 2) {
			t.Errorf("%s is of %d, in the preview of %q", files[i], j.brought[i].Person, p.Rows[i].Person)
		}
	}
}

// TestWhatStaysOutIsWhatWasNotRead holds that headings and properties that say whose a note is, and of when, aren't among what stays out.
func TestWhatStaysOutIsWhatWasNotRead(t *testing.T) {
	used := []string{
		"Ana Ruiz", "Ana", "1:1 notes with Ana Ruiz", "Ana Ruiz, one-on-ones", "2024", "March 2024", "2024-03", "1 March 2024", "[[Ana Ruiz]]",
		"Created: March 1, 2024 9:00 AM", "date: 2024-03-01", "1:1 notes", "Ana / 2024-03-01", "Ben: [[Ben Okoro]]",
	}
	left := []string{"Ben Okoro", "the plan: [[Okapi]]", "Ana Ruiz rollout", "Goals", "2024-03-02", "Created: March 2, 2024 9:00 AM", "cover: x.png", "mood: 3", "role: engineer"}
	p := look(t, rows{notes: []incoming.Note{
		{Origin: "1", File: "a.md", Person: "Ana Ruiz", Date: "2024-03-01", Body: "one", Loose: append(used, left...)},
	}}, true)
	var stays []string
	for _, thing := range p.Loose {
		stays = append(stays, thing.Text)
	}
	if got, want := strings.Join(stays, ";"), strings.Join(left, ";"); got != want {
		t.Errorf("%s\nnot %s", got, want)
	}
}

// TestATitleThatSaysNoMore holds that "Ana : 1:1" isn't written above what was said, whose note and day it is are said anyway.
func TestATitleThatSaysNoMore(t *testing.T) {
	for title, want := range map[string]string{"Ana : 1:1": "text", "Ana Ruiz": "text", "Ana : 1:1 rollout": "# Ana : 1:1 rollout\n\ntext"} {
		n := incoming.Note{Person: "Ana Ruiz", Date: "2024-03-01", Title: title, Body: "text"}
		if got := bodyOf(n); got != want {
			t.Errorf("%s: %q", title, got)
		}
	}
}

// TestNamesOfOnePerson holds that what is plainly the same person comes in as one, and that nobody is taken where it isn't plain.
func TestNamesOfOnePerson(t *testing.T) {
	note := func(origin, name string, called ...string) incoming.Note {
		return incoming.Note{Origin: origin, Person: name, Called: called, Date: "2024-03-01", Body: "text " + origin}
	}
	p := look(t, rows{notes: []incoming.Note{
		note("1", "Marta Lindqvist", "Marta", "ML"), note("2", "Marta"), note("3", "ml"),
		note("4", "Jonas Weber"), note("5", "Jonas Brandt"), note("6", "Jonas"),
		note("7", "Tom Becker"), note("8", "tom"), note("9", "Ben"), note("10", "Ana"),
	}}, true)
	a := Answers{People: map[string]Choice{}}
	for _, n := range p.Names {
		a.People[n.Text] = n.Guess
		if want := map[string]string{"Jonas": "Jonas Brandt, Jonas Weber", "Ben": "Ben Okoro, Ben Hall"}[n.Text]; strings.Join(n.Could, ", ") != want {
			t.Errorf("%s could be %q", n.Text, n.Could)
		}
	}
	for name, want := range map[string]Choice{
		"Marta": {What: Same, As: "Marta Lindqvist"}, "ml": {What: Same, As: "Marta Lindqvist"}, "tom": {What: Same, As: "Tom Becker"},
		"Jonas": {}, "Ben": {}, "Ana": {What: Existing, Person: 2}, "Jonas Weber": {What: NewReport},
	} {
		if a.People[name] != want {
			t.Errorf("%s is %+v", name, a.People[name])
		}
	}
	a.People["Jonas"] = Choice{What: Same, As: "Jonas Weber"}
	j := &into{}
	_, counts, err := p.Bring(j, a, on)
	if err != nil || len(j.people) != 4 || counts.New != 9 || counts.LeftOut != 1 {
		t.Fatalf("%+v, %+v, %v", j.people, counts, err)
	}
	of := map[string]notes.PersonID{}
	for _, b := range j.brought {
		of[b.Origin[strings.LastIndexByte(b.Origin, '\n')+1:]] = b.Person
	}
	if of["1"] != of["2"] || of["1"] != of["3"] || of["4"] != of["6"] || of["4"] == of["5"] || of["7"] != of["8"] {
		t.Errorf("they are of %v", of)
	}
	a.People["Marta"], a.People["Marta Lindqvist"] = Choice{What: Same, As: "Marta Lindqvist"}, Choice{What: Same, As: "Marta"}
	if _, c := a.Means("Marta"); c.What != Skip {
		t.Errorf("a circle means %+v", c)
	}
}

func TestAPreview(t *testing.T) {
	p := look(t, rows{
		notes: []incoming.Note{
			{Origin: "1", File: "a.md", Person: "Ana Ruiz", Date: "2024-03-01", Body: "- one"},
			{Origin: "2", Person: "ana ruiz", Date: "2025-01-01", Title: "Two"},
			{Origin: "3", Body: "nobody", Loose: []string{"cover: x.png"}},
			{Origin: "4", Person: "Eve Stone", Date: "4/12", Body: "x"},
		},
		skipped: []incoming.Skipped{{File: "b.md", Line: 3, Why: "Broken."}},
	}, true)
	if p.Notes != 4 || p.Undated != 2 || p.Skips != 1 || !p.Orders || p.From != "2024-03-01" || p.To != "2025-01-01" || len(p.Loose) != 1 ||
		p.Loose[0].Text != "cover: x.png" {
		t.Errorf("%+v", p)
	}
	var names []string
	for _, n := range p.Names {
		names = append(names, fmt.Sprint(n.Text, " ", n.Notes))
	}
	if got, want := fmt.Sprint(names), "[Ana Ruiz 2  1 Eve Stone 1]"; got != want {
		t.Errorf("names %s, not %s", got, want)
	}
	if p.Rows[0].Title != "one" || p.Rows[1].Title != "Two" {
		t.Errorf("rows %+v", p.Rows)
	}
}

func TestTakingIn(t *testing.T) {
	p := look(t, rows{notes: []incoming.Note{
		{Origin: "1", Person: "Ana Ruiz", Date: "2024-03-01", Body: "one"},
		{Origin: "2", Person: "Eve Stone", Date: "2025-01-01", Title: "Two", Body: "text"},
		{Origin: "3", Person: "Gus Hall", Date: "2025-01-01", Body: "x"},
		{Origin: "4", Person: "eve stone", Body: "undated"},
	}}, true)
	j := &into{}
	id, counts, err := p.Bring(j, Answers{People: map[string]Choice{
		"Ana Ruiz": {What: Existing, Person: 2}, "Eve Stone": {What: NewOther}, "Gus Hall": {},
	}}, on)
	if err != nil || id != 7 || counts != (Counts{New: 2, LeftOut: 2}) || j.dropped {
		t.Errorf("%+v, %v", counts, err)
	}
	want := "[{Fake\nVault\n1 2 2024-03-01 one} {Fake\nVault\n2 100 2025-01-01 # Two\n\ntext}]"
	if got := fmt.Sprint(j.brought); got != want {
		t.Errorf("brought %q, not %q", got, want)
	}
	if len(j.people) != 1 || j.people[0].Kind != notes.KindOther || j.people[0].Name != "Eve Stone" {
		t.Errorf("people %+v", j.people)
	}
}

// TestMemoryDoesNotGrowWithTheCount holds that what is kept of a source has a bound, and that it is written in pieces.
func TestMemoryDoesNotGrowWithTheCount(t *testing.T) {
	var r rows
	for i := range 5000 {
		n := fmt.Sprint(i)
		r.notes = append(r.notes, incoming.Note{Origin: n, Person: "Person " + n, Date: "2024-03-01", Body: "x", Loose: []string{n}})
		r.skipped = append(r.skipped, incoming.Skipped{File: fmt.Sprint(i), Why: "Broken."})
	}
	p := look(t, r, true)
	if len(p.Rows) > mostRows || len(p.Skipped) > mostSkipped || len(p.Names) > mostNames || len(p.Loose) > mostLoose ||
		p.Skips != 5000 || p.MoreOf != 3000 {
		t.Errorf("%d rows, %d skipped, %d names, %d loose", len(p.Rows), len(p.Skipped), len(p.Names), len(p.Loose))
	}
	a := Answers{People: map[string]Choice{}}
	for _, n := range p.Names {
		a.People[n.Text] = Choice{What: Existing, Person: 2}
	}
	j := &into{}
	if _, _, err := p.Bring(j, a, on); err != nil || len(j.pieces) != 10 || j.pieces[0] != piece {
		t.Errorf("pieces %v, %v", j.pieces, err)
	}
}

func TestWhatFailsOrIsStoppedIsDropped(t *testing.T) {
	stopped := errors.New("stopped")
	r := rows{notes: []incoming.Note{{Origin: "1", Person: "Ana Ruiz", Date: "2024-03-01", Body: "one"}}}
	ana := Answers{People: map[string]Choice{"Ana Ruiz": {What: Existing, Person: 2}}}
	for _, c := range []struct {
		name    string
		into    *into
		answers Answers
		stop    Stop
		want    error
	}{
		{"a full disk", &into{fails: notes.ErrFull}, ana, on, notes.ErrFull},
		{"stopped", &into{}, ana, func(int, int) error { return stopped }, stopped},
		{"nothing new", &into{}, Answers{}, on, ErrNothingNew},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := look(t, r, true).Bring(c.into, c.answers, c.stop)
			if !errors.Is(err, c.want) || !c.into.dropped {
				t.Errorf("dropped %v, %v", c.into.dropped, err)
			}
		})
	}
}

func TestBringingForward(t *testing.T) {
	names := notes.NewNames(team)
	in := func(who notes.PersonID, day notes.Date) notes.Context {
		return notes.Context{Date: day, Person: who, Me: 1, Names: names}
	}
	var filed []notes.Filed
	for i, it := range notes.Parse("todo: ship it by friday\ntodo: lead the team #goal\n", in(2, "2024-03-04")) {
		filed = append(filed, notes.Filed{Item: it, Person: 2, NotePerson: 2, NoteDate: "2024-03-04", Note: notes.NoteID(i + 1)})
	}
	lines := Forward(filed, in, "2026-11-23")
	if len(lines) != 2 || lines[0].Text != "todo: ship it by 2024-03-08" || lines[1].Goal != "lead the team" {
		t.Fatalf("%+v", lines)
	}
	c, err := Change(lines, in, "2026-11-23")
	if err != nil || len(c.Appends) != 1 || c.Appends[0].Kind != notes.PlannedNote ||
		len(c.Rows) != 1 || c.Rows[0].(notes.Goal).Title != "lead the team" {
		t.Errorf("%+v", c)
	}
}

// TestWhoseABoxIs holds that a box of nobody is brought forward as the manager's, and becomes whose they say.
func TestWhoseABoxIs(t *testing.T) {
	names := notes.NewNames(team)
	in := func(who notes.PersonID, day notes.Date) notes.Context {
		return notes.Context{Date: day, Person: who, Me: 1, Names: names}
	}
	box := func(who notes.PersonID, line string) notes.Filed {
		old := in(who, "2025-03-01")
		old.Imported = true
		items := notes.OpenBoxes(line, old)
		if len(items) != 1 {
			t.Fatalf("%q has %d boxes", line, len(items))
		}
		return notes.Filed{Item: items[0], Person: who, NotePerson: who, NoteDate: "2025-03-01"}
	}
	for _, c := range []struct {
		name   string
		filed  notes.Filed
		choose notes.Actor
		want   string
	}{
		{"nothing chosen", box(2, "- [ ] find her a mentee by 2025-03-20"), "", "todo me: find her a mentee by 2025-03-20"},
		{"the person", box(2, "- [ ] ask HR by 2025-03-20"), notes.Them, "todo: ask HR by 2025-03-20"},
		{"both", box(2, "- [ ] ask HR"), notes.We, "todo we: ask HR"},
		{"a name that nobody has", box(2, "- [ ] Jonas: finish it"), "", `todo me: Jonas: finish it`},
		{"in my journal", box(1, "- [ ] call the office"), "", "todo: call the office"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := Forward([]notes.Filed{c.filed}, in, "2026-11-23")
			if lines[0].Asked != (c.filed.NotePerson != 1) || lines[0].Whose != notes.Me {
				t.Errorf("it is asked: %v, and would be %q's", lines[0].Asked, lines[0].Whose)
			}
			if c.choose != "" {
				lines[0].Whose = c.choose
			}
			change, err := Change(lines, in, "2026-11-23")
			if err != nil || len(change.Appends) != 1 || change.Appends[0].Text != c.want {
				t.Fatalf("%+v, %v", change.Appends, err)
			}
			items := notes.Parse(change.Appends[0].Text, in(c.filed.NotePerson, "2026-11-23"))
			if len(items) != 1 || items[0].State != notes.Open || items[0].Due != c.filed.Due {
				t.Errorf("it reads %+v", items)
			}
		})
	}
}

// TestAGoalIsBroughtForwardOnce holds that what became a goal isn't offered again.
func TestAGoalIsBroughtForwardOnce(t *testing.T) {
	lines := []Line{{Filed: notes.Filed{Person: 2}, Goal: "lead the team"}, {Filed: notes.Filed{Person: 3}, Goal: "lead the team"}, {Text: "todo: x"}}
	left := WithoutGoals(lines, []notes.Goal{{Person: 2, Title: "Lead the team"}})
	if len(left) != 2 || left[0].Person != 3 || len(lines) != 3 {
		t.Errorf("%+v", left)
	}
}

// TestNotesWithoutADateGetOne gives them one each, or one for all.
func TestNotesWithoutADateGetOne(t *testing.T) {
	changed := time.Date(2023, 5, 6, 12, 0, 0, 0, time.UTC)
	r := rows{notes: []incoming.Note{
		{Origin: "1", File: "a.md", Person: "Ana Ruiz", Body: "one"},
		{Origin: "2", File: "b.md", Person: "Ana Ruiz", Body: "two"},
		{Origin: "3", File: "gone.md", Person: "Ana Ruiz", Body: "three"},
		{Origin: "4", File: "a.md", Person: "Ana Ruiz", Date: "2024-03-01", Body: "dated"},
	}}
	src := notes.Source{Tree: fstest.MapFS{
		"a.md": {ModTime: changed}, "b.md": {ModTime: changed.AddDate(20, 0, 0)},
	}, Name: "Vault", Folder: true}
	p, err := Look(r.format(), src, incoming.Options{Today: "2026-11-23"}, team, on)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.NoDate) != 3 || !p.Changed || p.NoDate[0].Changed != "2023-05-06" ||
		p.NoDate[1].Changed != "2026-11-23" || p.NoDate[2].Changed != "" {
		t.Errorf("%+v", p.NoDate)
	}
	ana := map[string]Choice{"Ana Ruiz": {What: Existing, Person: 2}}
	for name, tt := range map[string]struct {
		a    Answers
		want string
	}{
		"left out":      {Answers{}, "2024-03-01"},
		"one for all":   {Answers{Undated: "2020-01-02"}, "2020-01-02 2020-01-02 2020-01-02 2024-03-01"},
		"by their file": {Answers{ByFile: true}, "2023-05-06 2026-11-23 2024-03-01"},
		"each its own": {
			Answers{ByFile: true, Undated: "2020-01-02", Days: map[string]notes.Date{"1": "2021-01-01", "2": ""}},
			"2021-01-01 2020-01-02 2024-03-01",
		},
	} {
		t.Run(name, func(t *testing.T) {
			tt.a.People = ana
			j := &into{}
			if _, _, err := p.Bring(j, tt.a, on); err != nil {
				t.Fatal(err)
			}
			var days []string
			for _, b := range j.brought {
				days = append(days, string(b.Date))
			}
			if got := strings.Join(days, " "); got != tt.want {
				t.Errorf("the days are %s, not %s", got, tt.want)
			}
		})
	}
}

// TestAnArchiveOfOursIsNotTakenForAnotherProgramsNotes holds that one is refused by its name, and leads to where it is read.
func TestAnArchiveOfOursIsNotTakenForAnotherProgramsNotes(t *testing.T) {
	for _, at := range []string{"", "journal/"} {
		t.Run("below "+at, func(t *testing.T) {
			tree := fstest.MapFS{at + "Handback/archive.json": {Data: []byte("{}")}, at + "Notes/Ana/2026-01-01.md": {Data: []byte("hello [[Ana]]")}}
			if _, err := Open(notes.Source{Tree: tree}, on); err == nil || !strings.Contains(err.Error(), "archive that Handback wrote") {
				t.Errorf("%v", err)
			}
			delete(tree, at+"Handback/archive.json")
			if _, err := Open(notes.Source{Tree: tree}, on); err != nil {
				t.Errorf("without it: %v", err)
			}
		})
	}
}

// TestAnEmptyFolderIsCalledEmpty holds that nothing there isn't said as if it were something unreadable.
func TestAnEmptyFolderIsCalledEmpty(t *testing.T) {
	for name, c := range map[string]struct {
		tree fstest.MapFS
		want error
	}{
		"nothing":      {fstest.MapFS{}, errEmpty},
		"hidden files": {fstest.MapFS{".DS_Store": {}, "sub/.keep": {}}, errEmpty},
		"a picture":    {fstest.MapFS{"a.png": {}}, errNotRead},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Open(notes.Source{Tree: c.tree}, on); !errors.Is(err, c.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestTheDayOfARow holds that a row of the preview says the day that its note gets.
func TestTheDayOfARow(t *testing.T) {
	r := Row{Origin: "1", Changed: "2023-05-06"}
	for want, a := range map[notes.Date]Answers{
		"": {}, "2020-01-02": {Undated: "2020-01-02"}, "2023-05-06": {ByFile: true, Undated: "2020-01-02"},
		"2021-01-01": {ByFile: true, Days: map[string]notes.Date{"1": "2021-01-01"}},
	} {
		if got := a.DayOf(r); got != want {
			t.Errorf("%+v gives %q", a, got)
		}
	}
}
