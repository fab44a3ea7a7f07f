package csvfile

import (
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"pgregory.net/rapid"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
)

func readOne(t testing.TB, text string, in incoming.Options) *incomingtest.Taken {
	t.Helper()
	return incomingtest.Read(t, Format, fstest.MapFS{"n.csv": {Data: []byte(text)}}, in)
}

// said is what was taken, a line a note.
func said(taken *incomingtest.Taken) string {
	var all []string
	for _, n := range taken.Notes {
		line := fmt.Sprintf("%s|%s|%s|%s", n.Date, n.Person, n.Title, n.Body)
		if len(n.Loose) > 0 {
			line += "|~" + strings.Join(n.Loose, "; ")
		}
		all = append(all, strings.ReplaceAll(line, "\n", "⏎"))
	}
	for _, s := range taken.Skipped {
		all = append(all, fmt.Sprintf("--%d %s", s.Line, s.Why))
	}
	return strings.Join(all, "\n")
}

func TestRows(t *testing.T) {
	yes, no := true, false
	for _, c := range []struct {
		name, from string
		in         incoming.Options
		want       string
	}{
		{"commas", "Person,Date,Notes\nAna Lima,2026-11-27,\"We met, and talked\"\n", incoming.Options{}, "2026-11-27|Ana Lima||We met, and talked"},
		{"semicolons", "Name;Datum;Date;Text\nAna;x;27.11.2026;Hello, you\nBen;y;26.11.2026;Hi, again\n", incoming.Options{}, "2026-11-27|Ana||Hello, you|~Datum: x\n2026-11-26|Ben||Hi, again|~Datum: y"},
		{"tabs", "Employee\tDate\tSubject\tBody\nAna\t11/27/2026\tGrowth\ttodo: x\n", incoming.Options{}, "2026-11-27|Ana|Growth|todo: x"},
		{"bars, as somebody types them", "who | date | note\nAna | 2026-11-27 | hello\n", incoming.Options{}, "2026-11-27|Ana||hello"},
		{"as Excel says it", "sep=;\nPerson;Date;Notes\nAna, B;2026-11-27;a,b\n", incoming.Options{}, "2026-11-27|Ana, B||a,b"},
		{"lines in a cell", "Person,Date,Notes\nAna,2026-11-27,\"a\n- todo: b\n\n\"\"c\"\"\"\nBen,2026-11-28,d\n", incoming.Options{}, "2026-11-27|Ana||a⏎- todo: b⏎⏎\"c\"\n2026-11-28|Ben||d"},
		{"a quotation mark inside", "Person,Date,Notes\nAna,2026-11-27,he said \"no\", twice\nAna,2026-11-28,\"he \"really\" did\"\n", incoming.Options{}, "2026-11-27|Ana||he said \"no\"|~Column 4: twice\n2026-11-28|Ana||he \"really\" did"},
		{"one that nothing closes", "Person,Date,Notes\nAna,2026-11-27,\"a\nBen,2026-11-28,b\n", incoming.Options{}, "2026-11-27|Ana||\"a\n2026-11-28|Ben||b"},
		{"without a head", "2026-11-27,Ana Lima,We talked about the rollout today\n2026-11-28,Ben Okafor,He asked what comes after it\n", incoming.Options{}, "2026-11-27|Ana Lima||We talked about the rollout today\n2026-11-28|Ben Okafor||He asked what comes after it"},
		{"heads that nobody knows", "Wer,Wann,Was\nAna Lima,27.11.2026,We talked about the rollout today\n", incoming.Options{}, "2026-11-27|Ana Lima||We talked about the rollout today"},
		{"several questions", "Employee,Date,What went well this week?,What is in your way?,Mood\nAna,2026-11-27,The rollout went out on time,todo: nothing at all is in it,4\n", incoming.Options{}, "2026-11-27|Ana||### What went well this week?⏎The rollout went out on time⏎⏎### What is in your way?⏎todo: nothing at all is in it|~Mood: 4"},
		{"mapped", "a,b,c\nhello,2026-11-27,Ana\n", incoming.Options{Columns: map[string]int{Body: 0, Date: 1, Person: 2}}, "2026-11-27|Ana||hello"},
		{"mapped, out of the table", "Person,Notes\nAna,hello\n", incoming.Options{Columns: map[string]int{Body: 1, Date: 9}}, "|||hello|~Person: Ana"},
		{"tags", "Person,Date,Notes,Tags\nAna,2026-11-27,a,\"#okapi, big plans; 7\"\n", incoming.Options{}, "2026-11-27|Ana||a⏎⏎#okapi #big-plans|~Tags: 7"},
		{"month first, by the whole column", "Person,Date,Notes\nAna,4/12/2026,a\nAna,11/27/2026,b\n", incoming.Options{}, "2026-04-12|Ana||a\n2026-11-27|Ana||b"},
		{"day first, by the whole column", "Person,Date,Notes\nAna,4/12/2026,a\nAna,27/11/2026,b\n", incoming.Options{}, "2026-12-04|Ana||a\n2026-11-27|Ana||b"},
		{"in two ways", "Person,Date,Notes\nAna,4/12/2026,a\nAna,5/5/2026,b\n", incoming.Options{}, "|Ana||a|~Date: 4/12/2026\n2026-05-05|Ana||b\n--1 Dates such as 4/12/2026 can be read in two ways. Choose which number is the day."},
		{"told the day", "Person,Date,Notes\nAna,4/12/2026,a\n", incoming.Options{DayFirst: &yes}, "2026-12-04|Ana||a"},
		{"told the month", "Person,Date,Notes\nAna,4/12/2026,a\n", incoming.Options{DayFirst: &no}, "2026-04-12|Ana||a"},
		{"no date in one row", "Person,Date,Notes\nAna,soon,a\nAna,2026-11-27,b\n", incoming.Options{}, "|Ana||a|~Date: soon\n2026-11-27|Ana||b"},
		{"a title alone", "Person,Date,Title\nAna,2026-11-27,Growth\n", incoming.Options{}, "2026-11-27|Ana||Growth"},
		{"a private title", "Person,Date,Title,Notes\nAna,2026-11-27,private: she may leave,a\n", incoming.Options{}, "2026-11-27|Ana||private: she may leave⏎a"},
		{"a person that is none", "Person,Date,Notes\n\"private: Ana\n may leave\",2026-11-27,b\n", incoming.Options{}, "2026-11-27|||private: Ana⏎ may leave⏎b"},
		{"a row without text", "Person,Date,Notes\nAna,2026-11-27,\n,,\nBen,2026-11-28,b\n", incoming.Options{}, "2026-11-28|Ben||b\n--2 This row has no text."},
		{"a head alone", "Person,Date,Notes\n", incoming.Options{}, "--0 It has headings, but no rows."},
		{"nothing", " \n", incoming.Options{}, "--0 It's empty."},
		{"a column of tasks", "Person,Date,todo,Notes\nAna,2026-11-27,call the lab and ask for the key,b\n", incoming.Options{}, "2026-11-27|Ana||b⏎- [ ] call the lab and ask for the key"},
		{"private tasks", "Person,Date,todo,Notes\nAna,2026-11-27,\"private: pay\n  and more\",b\n", incoming.Options{}, "2026-11-27|Ana||b⏎private: pay⏎  and more"},
		{"the same row twice", "Person,Date,Notes\nAna,2026-11-27,a\nAna,2026-11-27,a\n", incoming.Options{}, "2026-11-27|Ana||a\n2026-11-27|Ana||a"},
		{"Windows-1252", "Person;Date;Notes\nZo\xeb;27.11.2026;Caf\xe9 \x96 5 \x80\n", incoming.Options{}, "2026-11-27|Zoë||Café – 5 €"},
		{"a page of Notion's", "\ufeffName,Created,Tags,Text\nWeekly sync about it all,\"November 27, 2026 3:04 PM\",okapi,hello\n", incoming.Options{}, "2026-11-27||Weekly sync about it all|hello⏎⏎#okapi"},
		{"line ends of old", "Person,Date,Notes\rAna,2026-11-27,a\r", incoming.Options{}, "2026-11-27|Ana||a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := said(readOne(t, c.from, c.in)); got != c.want {
				t.Errorf("%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestUTF16(t *testing.T) {
	b := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune("Person\tDate\tNotes\r\nZoë\t2026-11-27\tHi\r\n")) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	if got := said(readOne(t, string(b), incoming.Options{})); got != "2026-11-27|Zoë||Hi" {
		t.Errorf("what Excel calls Unicode text: %s", got)
	}
}

// TestARowKeepsItsOrigin exports a table anew, with rows above and another order.
func TestARowKeepsItsOrigin(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{"by what it says", "Person,Date,Title,Notes\nAna,2026-11-27,Growth,a\n", "Person,Date,Title,Notes\nBen,2026-12-01,Pay,c\nAna,2026-11-27,Growth,a and more\n"},
		{"by its id", "ID,Person,Date,Notes\n7,Ana,2026-11-27,a\n", "ID,Person,Date,Notes\n9,Ben,2026-12-01,c\n7,Ana,2026-11-28,b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, after := readOne(t, c.before, incoming.Options{}), readOne(t, c.after, incoming.Options{})
			if before.Notes[0].Origin != after.Notes[1].Origin || before.Notes[0].Origin == after.Notes[0].Origin {
				t.Errorf("%s\n%s", before, after)
			}
		})
	}
}

func TestLook(t *testing.T) {
	got := Look("Employee;When;Mood;What we talked about\nAna;27.11.2026;4;the rollout\n")
	want := map[string]int{Person: 0, Date: 1, Body: 3}
	if !got.Headed || len(got.Head) != 4 || len(got.Example) != 1 || !maps.Equal(got.Guess, want) {
		t.Errorf("%+v, want %v", got, want)
	}
	if got := Look(""); len(got.Head) != 0 || len(got.Guess) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsATable(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []string
		sure  int
	}{
		{"a table", []string{"n.csv"}, 70},
		{"two", []string{"a.CSV", "b.tsv"}, 70},
		{"in a folder", []string{"export/a.csv", ".hidden/b.md"}, 70},
		{"among others", []string{"a.csv", "b.md"}, 15},
		{"none", []string{"b.md"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := fstest.MapFS{}
			for _, f := range c.files {
				tree[f] = &fstest.MapFile{}
			}
			if sure, err := Format.Reads(tree); sure != c.sure || err != nil {
				t.Errorf("%d, %v", sure, err)
			}
		})
	}
}

// TestWhatIsWrittenIsRead writes tables by another program's rules and reads their cells back, whatever they hold.
func TestWhatIsWrittenIsRead(t *testing.T) {
	cell := rapid.StringOf(rapid.RuneFrom([]rune("ab, ;\t|\"\n'é")))
	rapid.Check(t, func(t *rapid.T) {
		delimiter := rapid.SampledFrom(delimiters).Draw(t, "delimiter")
		columns := rapid.IntRange(1, 5).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, columns, columns), 1, 8).Draw(t, "rows")
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Comma = rune(delimiter)
		var want [][]string
		for _, r := range rows {
			if strings.TrimSpace(strings.Join(r, "")) != "" {
				want = append(want, r)
			}
			if err := w.Write(r); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		var got [][]string
		for _, r := range rowsOf(b.String(), delimiter, 1) {
			got = append(got, r.cells)
			if line := strings.Split(b.String(), "\n")[r.line-1]; r.line > 1 && line == "" && r.cells[0] != "" {
				t.Errorf("the row %q isn't in line %d of %q", r.cells, r.line, b.String())
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q\nwant %q\nof %q", got, want, b.String())
		}
	})
}

// TestNothingIsLostOrMadeUp reads random tables.
func TestNothingIsLostOrMadeUp(t *testing.T) {
	cell := rapid.SampledFrom([]string{
		"alpha", "beta gamma delta epsilon zeta eta", "todo: theta", "2026-11-27", "4/12/2026", "Ana Lima", "", "private: iota\n  kappa", "- [ ] lambda\nmu", "#nu",
		"\"quoted\"", "a\ntodo: xi", "ask", "7",
	})
	head := rapid.SampledFrom([]string{"Person", "Date", "Notes", "Title", "Tags", "todo", "Mood", "private", "x", ""})
	rapid.Check(t, func(rt *rapid.T) {
		columns := rapid.IntRange(1, 5).Draw(rt, "columns")
		var b strings.Builder
		w := csv.NewWriter(&b)
		rows := append([][]string{rapid.SliceOfN(head, columns, columns).Draw(rt, "head")},
			rapid.SliceOfN(rapid.SliceOfN(cell, columns, columns), 1, 6).Draw(rt, "rows")...)
		var plain []string
		tasks := map[string]bool{}
		for n, r := range rows {
			for c, cell := range r {
				for _, line := range strings.Split(cell, "\n") {
					tasks[line] = tasks[line] || n > 0 && rows[0][c] == "todo"
				}
			}
			if err := w.Write(r); err != nil {
				rt.Fatal(err)
			}
			plain = append(plain, r...)
		}
		w.Flush()
		got := &incomingtest.Taken{}
		if err := Format.Notes(fstest.MapFS{"n.csv": {Data: []byte(b.String())}}, incoming.Options{}, got); err != nil {
			rt.Fatal(err)
		}
		sources := map[string]string{"n.csv": strings.Join(plain, "\n")}
		skipped := ""
		for _, s := range got.Skipped {
			if s.Line > 1 {
				skipped += strings.Join(strings.Split(b.String(), "\n")[s.Line-1:][:2], "\n")
			}
		}
		ok := func(w string) bool {
			return len(w) == 1 || strings.Contains(skipped, w) || len(got.Notes) == 0 || contains(rows[0], w) || strings.Trim(w, "0123456789") == ""
		}
		if lost := incomingtest.Lost(got, sources, ok); len(lost) > 0 {
			rt.Errorf("lost %q of\n%s\n%s", lost, b.String(), got)
		}
		if unsaid := incomingtest.Unsaid(got, sources, func(line string) bool { return tasks[line] }); len(unsaid) > 0 {
			rt.Errorf("nobody said %q in\n%s\n%s", unsaid, b.String(), got)
		}
	})
}

func contains(head []string, w string) bool {
	for _, h := range head {
		if h == w {
			return true
		}
	}
	return false
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("Person,Date,Notes\nAna,2026-11-27,\"a\nb \"\"c\"\"\"\n"))
	f.Add([]byte("sep=;\nName;Datum\nZo\xeb;27.11.2026\n"))
	f.Add([]byte("a|b\n\"x\n|\"\"\n"))
	f.Add([]byte("ID,Date,Tags,private\n1,4/12/2026,\"#a;b c\",todo: x\n"))
	f.Fuzz(func(t *testing.T, b []byte) { incomingtest.Fuzz(t, Format, "n.csv", b) })
}

// TestTasksOfATable holds that a column of tasks, with one of days, comes in as boxes, whatever language its head has.
func TestTasksOfATable(t *testing.T) {
	tree := fstest.MapFS{"g.csv": {Data: []byte("Datum;Name;Notiz;Aufgabe;Fällig\n" +
		"03.09.2026;Priya Raman;Ziele;Ziele schicken;10.09.2026\n17.09.2026;Priya Raman;Müde;;\n01.10.2026;Tom Becker;Kunde;;05.10.2026\n")}}
	got := incomingtest.Read(t, Format, tree, incoming.Options{})
	const want = "Ziele\n- [ ] Ziele schicken by 2026-09-10"
	if len(got.Notes) != 3 || got.Notes[0].Body != want || got.Notes[0].Date != "2026-09-03" || len(got.Notes[0].Loose) > 0 || got.Notes[1].Body != "Müde" {
		t.Fatalf("%s", got)
	}
	if l := got.Notes[2].Loose; len(l) != 1 || l[0] != "Fällig: 05.10.2026" {
		t.Errorf("a day without a task is lost: %q", l)
	}
	mapped := incomingtest.Read(t, Format, tree, incoming.Options{Columns: map[string]int{"person": 1, "date": 0, "task": 3, "due": 4}})
	if mapped.Notes[0].Body != "### Notiz\nZiele\n- [ ] Ziele schicken by 2026-09-10" && !strings.Contains(mapped.Notes[0].Body, "- [ ] Ziele schicken by 2026-09-10") {
		t.Errorf("%s", mapped)
	}
}
