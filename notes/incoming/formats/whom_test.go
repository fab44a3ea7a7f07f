package formats

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
)

// files is a tree of texts, by their paths.
func files(of ...string) fs.FS {
	tree := fstest.MapFS{}
	for i := 0; i+1 < len(of); i += 2 {
		tree[of[i]] = &fstest.MapFile{Data: []byte(of[i+1])}
	}
	return tree
}

// asUTF16 is a text as Excel saves one of "Unicode".
func asUTF16(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// TestWhoAndWhen holds whom the notes of a source are about, of which day they are, and what they are called.
func TestWhoAndWhen(t *testing.T) {
	for _, c := range []struct {
		name    string
		program string
		tree    fs.FS
		want    []string // person | date | title
	}{
		{
			"a link with another name in a dated heading", "Obsidian", files("Log.md", "# 2026-02-03 1:1 [[Ana Lima|Ana]]\ntalked\n"),
			[]string{"Ana Lima | 2026-02-03 | 1:1 Ana Lima"},
		},
		{
			"a link to a page in a folder", "Obsidian", files("Log.md", "# 2026-02-03 1:1 [[People/Ana Lima|Ana]]\ntalked\n"),
			[]string{"Ana Lima | 2026-02-03 | 1:1 Ana Lima"},
		},
		{
			"links with other names below a daily note", "Obsidian", files("2026-02-03.md", "## [[Ben Okoro|Ben]]\nfine\n## [[Ana Lima#Now|Ana]]\ntired\n"),
			[]string{"Ben Okoro | 2026-02-03 | ", "Ana Lima | 2026-02-03 | "},
		},
		{
			"a page that was made on a day in a folder of a name", "Obsidian",
			files(".obsidian/app.json", "{}", "Ana Lima/Promotion.md", "---\ncreated: 2026-03-01\n---\nShe wants to lead\n"),
			[]string{"Ana Lima | 2026-03-01 | Promotion"},
		},
		{
			"a notebook of a name", "Joplin",
			files("Ana Lima/Promotion.md", "---\ntitle: Promotion\ncreated: 2026-03-01 10:00:00Z\nupdated: 2026-03-02 10:00:00Z\n---\nShe wants to lead\n"),
			[]string{"Ana Lima | 2026-03-01 | Promotion"},
		},
		{
			"a folder of a project", "Obsidian", files(".obsidian/app.json", "{}", "Kafka Rollout/2026-01-02.md", "brokers\n"),
			[]string{" | 2026-01-02 | "},
		},
		{
			"a table with tabs that a spreadsheet saved as text", "CSV",
			files("Talks.txt", asUTF16("Person\tDate\tNotes\nAna Lima\t2026-03-01\thello\n")),
			[]string{"Ana Lima | 2026-03-01 | "},
		},
		{
			"a text with a tab", "Text", files("talks.txt", "hello\tthere\nand more\n"),
			[]string{" |  | talks"},
		},
		{
			"months in German", "CSV", files("t.csv", "Person,Date,Notes\nAna Lima,3. März 2026,a\nAna Lima,3. Dezember 2026,b\nAna Lima,1. Jänner 2026,c\n"),
			[]string{"Ana Lima | 2026-03-03 | ", "Ana Lima | 2026-12-03 | ", "Ana Lima | 2026-01-01 | "},
		},
		{
			"months in other languages", "CSV",
			files("t.csv", "Person,Date,Notes\nAna Lima,3 août 2026,a\nAna Lima,3 de febrero de 2026,b\nAna Lima,3 maggio 2026,c\n"),
			[]string{"Ana Lima | 2026-08-03 | ", "Ana Lima | 2026-02-03 | ", "Ana Lima | 2026-05-03 | "},
		},
		{
			"a page of a person, without a day", "Obsidian",
			files(".obsidian/app.json", "{}", "People/Ana Lima.md", "Quiet in meetings.\n", "Ben Okoro.md", "---\ntype: person\n---\nCalm.\n", "Big Plans.md", "Later.\n"),
			[]string{"Ben Okoro |  | ", " |  | Big Plans", "Ana Lima |  | "},
		},
		{
			"a first line that says whom and when", "Markdown",
			files("13-10-2026 evening.md", "1-1 Priya. She is worried\n", "chat.md", "Chat about numbers on 2026-09-30. Weekly.\n", "todo.md", "- [ ] send it by 2026-09-30\n"),
			[]string{"Priya | 2026-10-13 | evening", " | 2026-09-30 | chat", " |  | todo"},
		},
		{
			"a line that begins with a day and a name", "Text", files("talks.txt", "3 Oct 2026 Tom: said he is happy\n\n10 Oct 2026\nlater\n"),
			[]string{"Tom | 2026-10-03 | ", " | 2026-10-10 | "},
		},
		{
			"last names first", "CSV", files("t.csv", "Person,Date,Notes\n\"Lima, Ana\",2026-03-01,a\n\"Okoro, Ben\",2026-03-02,b\n"),
			[]string{"Ana Lima | 2026-03-01 | ", "Ben Okoro | 2026-03-02 | "},
		},
		{
			"two who were there", "CSV", files("t.csv", "Person,Date,Notes\n\"Ana, Ben\",2026-03-01,a\nBen,2026-03-02,b\n"),
			[]string{"Ana, Ben | 2026-03-01 | ", "Ben | 2026-03-02 | "},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, ok, err := Of(c.tree)
			if err != nil || !ok || f.Name != c.program {
				t.Fatalf("%q, %v, %v", f.Name, ok, err)
			}
			var got []string
			for _, n := range incomingtest.Read(t, f, c.tree, incoming.Options{}).Notes {
				got = append(got, fmt.Sprintf("%s | %s | %s", n.Person, n.Date, n.Title))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestOneDocumentOfSeveralPeople holds that a note is about whom the nearest heading says, however the document marks it: never about
// whom the first one says.
func TestOneDocumentOfSeveralPeople(t *testing.T) {
	want := []string{
		"Priya | 2026-03-12 | She asked why", "Priya | 2026-02-19 | rota", "Jonas | 2026-03-05 | lead", "Jonas | 2026-03-26 | vendor",
		"Mo | 2026-03-20 | budget",
	}
	for name, tree := range map[string]fs.FS{
		"headings": files("One on ones.md", "# 1:1 Priya\n## 3/12\nShe asked why\n## 19 Feb 26\nrota\n# 1:1 Jonas\n## 3/5\nlead\n## Mar 26\nvendor\n"+
			"# Mo (skip level)\n## Mar 20\nbudget\n"),
		"headings of one level": files("One on ones.md", "## 1:1 Priya\n## 3/12\nShe asked why\n## 19 Feb 26\nrota\n## 1:1 Jonas\n\n## 3/5\nlead\n"+
			"## Mar 26\nvendor\n## 1:1 Mo\n## Mar 20\nbudget\n"),
		"plain lines": files("One on ones.txt", "1:1 Priya\n\n3/12\nShe asked why\n\n19 Feb 26\nrota\n\n1:1 Jonas\n3/5\nlead\n\nMar 26\nvendor\n\n"+
			"1:1 Mo\nMar 20\nbudget\n"),
		"plain lines with years": files("One on ones.txt", "1:1 Priya\n\n2026-03-12\nShe asked why\n\n2026-02-19\nrota\n\n1:1 Jonas\n2026-03-05\nlead\n\n"+
			"2026-03-26\nvendor\n\n1:1 Mo\n2026-03-20\nbudget\n"),
	} {
		t.Run(name, func(t *testing.T) {
			f, ok, err := Of(tree)
			if err != nil || !ok {
				t.Fatal(ok, err)
			}
			var got []string
			dayFirst := false
			read := incomingtest.Read(t, f, tree, incoming.Options{Today: "2026-11-27", DayFirst: &dayFirst})
			for _, n := range read.Notes {
				got = append(got, fmt.Sprintf("%s | %s | %s", n.Person, n.Date, n.Body))
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

// TestAHeadingThatSaysNobodyStaysWithThePage holds that a page of one person keeps its days below headings that are no names.
func TestAHeadingThatSaysNobodyStaysWithThePage(t *testing.T) {
	tree := files("log.md", "# 1:1 Priya\n## 2026-03-12\na\n# Ideas\n## 2026-03-05\nb\n")
	f, _, err := Of(tree)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range incomingtest.Read(t, f, tree, incoming.Options{}).Notes {
		if n.Person != "Priya" {
			t.Errorf("%q of %s", n.Person, n.Date)
		}
	}
}
