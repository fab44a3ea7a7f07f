package word_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/word"
)

func TestRealDocuments(t *testing.T) {
	all := os.DirFS("testdata")
	tree := fstest.MapFS{}
	for _, name := range []string{"Ana Lima.docx", "Ben Okafor.docx"} {
		b, err := fs.ReadFile(all, name)
		if err != nil {
			t.Fatal(err)
		}
		tree[name] = &fstest.MapFile{Data: b}
	}
	if sure, err := word.Format.Reads(tree); sure != 90 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	got := incomingtest.Read(t, word.Format, tree, incoming.Options{})
	incomingtest.Kept(t, "testdata/documents.txt", got)
	sources := map[string]string{}
	for of, name := range map[string]string{"pandoc.md": "Ana Lima.docx", "libreoffice.html": "Ben Okafor.docx"} {
		b, err := fs.ReadFile(all, of)
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = string(b)
	}
	known := map[string]bool{}
	for _, w := range strings.Fields("title Friday html body p b ul li i s ol br 27 Nov 20 13 6 30") { // of HTML and of dates
		known[w] = true
	}
	if lost := incomingtest.Lost(got, sources, func(w string) bool { return known[w] }); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	sources["Ben Okafor.docx"] = "Topic: growth" // the tags of HTML are no text
	task := func(line string) bool { return strings.Contains(line, "☐") || strings.Contains(line, "☒") }
	if unsaid := incomingtest.Unsaid(got, sources, task); len(unsaid) > 0 {
		t.Errorf("nobody said %q", unsaid)
	}
}

// docx is a document with the paragraphs of body, and other parts by name.
func docx(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	write := func(name, content string) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	write("word/document.xml", `<?xml version="1.0"?><w:document `+ns+`><w:body>`+body+`</w:body></w:document>`)
	for i := 0; i+1 < len(parts); i += 2 {
		write(parts[i], strings.ReplaceAll(parts[i+1], "NS", ns))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const numbering = `<w:numbering NS><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="☐"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num></w:numbering>`

func p(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func item(num, level, rest string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr>` + rest + `</w:p>`
}

func TestParagraphs(t *testing.T) {
	run := func(text, props string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	box := func(ticked string) string {
		return `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="` + ticked + `"/><w14:checkedState w14:val="2612"/></w14:checkbox></w:sdtPr>` +
			`<w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", p("one") + p("") + p("") + p("two"), "one\n\ntwo"},
		{"a heading by its outline", `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Plan</w:t></w:r></w:p>` + p("x"), "## Plan\nx"},
		{"bold", `<w:p>` + run("All", `<w:b/>`) + run(" of it", `<w:b w:val="1"/>`) + `</w:p>`, "**All of it**"},
		{"not bold", `<w:p>` + run("not", `<w:b w:val="0"/>`) + `</w:p>`, "not"},
		{"the mark of a paragraph is bold", `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>not</w:t></w:r></w:p>`, "not"},
		{"a list", item("7", "0", run("a", "")) + item("7", "1", run("b", "")) + item("7", "1", run("c", "")) + item("7", "0", run("d", "")), "- a\n  1. b\n  2. c\n- d"},
		{"a list taken away", item("0", "0", run("a", "")), "a"},
		{"Word's box", `<w:p>` + box("0") + run(" send it", "") + `</w:p><w:p>` + box("1") + run(" ask her", "") + `</w:p>`, "- [ ] send it\n- [x] ask her"},
		{"Google's box", item("8", "0", run("send it", "")) + item("8", "0", run("ask her", "<w:strike/>")), "- [ ] send it\n- [x] ask her"},
		{"a typed box", p("☐ send it") + p("☑ ask her"), "- [ ] send it\n- [x] ask her"},
		{"a tick in a sentence", p("✓ fine") + p("it is ☐ there"), "✓ fine\nit is ☐ there"},
		{"a symbol's box", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>` + run(" send it", "") + `</w:p>`, "- [ ] send it"},
		{"lines and tabs", `<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>`, "one\ntwo    three"},
		{"hidden text", `<w:p>` + run("seen ", "") + run("unseen", "<w:vanish/>") + `</w:p>`, "seen\nprivate: unseen"},
		{"deleted text", `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>` + run("new", "") + `</w:ins></w:p>`, "new\n~ Deleted in the document: old"},
		{
			"moved text", `<w:p><w:moveFrom><w:r><w:t>the rota</w:t></w:r></w:moveFrom></w:p>` + p("between") + `<w:p><w:moveTo>` + run("the rota", "") + `</w:moveTo></w:p>`,
			"between\nthe rota\n~ Deleted in the document: the rota",
		},
		{"a code of a field", `<w:p><w:r><w:instrText>DATE \@ x</w:instrText></w:r><w:r><w:t>the 27th</w:t></w:r></w:p>`, "the 27th"},
		{"a table", `<w:tbl><w:tr><w:tc>` + p("a") + `</w:tc><w:tc>` + p("b") + p("c") + `</w:tc></w:tr></w:tbl>` + p("after"), "a | b / c\nafter"},
		{"a table in a table", `<w:tbl><w:tr><w:tc>` + p("a") + `</w:tc><w:tc><w:tbl><w:tr><w:tc>` + p("b") + `</w:tc><w:tc>` + p("c") + `</w:tc></w:tr></w:tbl>` + p("d") + `</w:tc></w:tr></w:tbl>`, "a | b | c / d"},
		{"a box of text, drawn twice", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + p("boxed") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + p("boxed") + `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "boxed"},
		{"a sentence with a label inside", p("The todo: is not first"), "The todo: is not first"},
		{"an entity", p("Tom &amp; Ana"), "Tom & Ana"},
		{"an outline beyond the six", `<w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`, "x"},
		{"a level that isn't", item("7", "-4", run("a", "")) + item("7", "9999999999", run("b", "")), "- a\n                - b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := fstest.MapFS{"a.docx": {Data: docx(t, c.body, "word/numbering.xml", numbering)}}
			got := incomingtest.Read(t, word.Format, tree, incoming.Options{})
			if len(got.Notes) != 1 {
				t.Fatalf("%s", got)
			}
			said := strings.Join(append([]string{got.Notes[0].Body}, got.Notes[0].Loose...), "\n~ ")
			if said != c.want {
				t.Errorf("%q, want %q", said, c.want)
			}
		})
	}
}

func TestStylesAndNotes(t *testing.T) {
	styles := `<w:styles NS><w:style w:styleId="berschrift1"><w:name w:val="heading 2"/></w:style>` +
		`<w:style w:styleId="mine"><w:name w:val="Meeting"/><w:basedOn w:val="berschrift1"/></w:style></w:styles>`
	comments := `<w:comments NS><w:comment>` + p("she was tired") + `</w:comment></w:comments>`
	body := `<w:p><w:pPr><w:pStyle w:val="mine"/></w:pPr><w:r><w:t>27.11.2026</w:t></w:r></w:p>` + p("hello")
	tree := fstest.MapFS{"Ana Lima.docx": {Data: docx(t, body, "word/styles.xml", styles, "word/comments.xml", comments)}}
	const want = "=== Ana Lima.docx#27.11.2026 | Ana Lima.docx:0 | Ana Lima | 2026-11-27 | \nhello\n~ she was tired\n"
	if got := incomingtest.Read(t, word.Format, tree, incoming.Options{}).String(); got != want {
		t.Errorf("%q", got)
	}
}

// TestATitleIsAboveTheHeadings holds that a document is about whom its title says, and that its days are those of its headings.
func TestATitleIsAboveTheHeadings(t *testing.T) {
	styles := `<w:styles NS><w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>`
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := styled("T", "One-on-ones with Ana Lima") + styled("H", "27 November 2026") + p("hello") +
		styled("H", "13 November 2026") + p("bye")
	tree := fstest.MapFS{"One on ones.docx": {Data: docx(t, body, "word/styles.xml", styles)}}
	got := incomingtest.Read(t, word.Format, tree, incoming.Options{})
	if len(got.Notes) != 2 {
		t.Fatalf("%s", got)
	}
	for i, day := range []notes.Date{"2026-11-27", "2026-11-13"} {
		if n := got.Notes[i]; n.Person != "Ana Lima" || n.Date != day {
			t.Errorf("note %d is of %q, %q", i, n.Person, n.Date)
		}
	}
}

func TestWhatIsNoDocument(t *testing.T) {
	bomb := docx(t, strings.Repeat(p(strings.Repeat("a", 1<<16)), 1100))
	for _, c := range []struct {
		name, file string
		data       []byte
		why        string
	}{
		{"an old one", "a.doc", []byte("x"), "Save it as a Word document (.docx) and try again."},
		{"a locked one", "a.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "It has a password, or it's an older kind of document. Save it as .docx without a password and try again."},
		{"no zip", "a.docx", []byte("hello"), "This document is damaged. Open it in Word, save it again and try once more."},
		{"cut off", "a.docx", docx(t, p("one"))[:200], "This document is damaged. Open it in Word, save it again and try once more."},
		{"broken inside", "a.docx", docx(t, "<w:p>"), "This document is damaged. Open it in Word, save it again and try once more."},
		{"nested without end", "a.docx", docx(t, strings.Repeat("<w:sdt>", 1000)+strings.Repeat("</w:sdt>", 1000)), "This document is damaged. Open it in Word, save it again and try once more."},
		{"packed far too well", "a.docx", bomb, "This document is larger than 64 MB. Split it into smaller ones and try again."},
		{"an open one's shadow", "~$a.docx", []byte("x"), "Word makes this file while a document is open. There is no text in it."},
		{"empty", "a.docx", docx(t, ""), "It's empty."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := incomingtest.Read(t, word.Format, fstest.MapFS{c.file: {Data: c.data}}, incoming.Options{})
			if len(got.Notes) != 0 || len(got.Skipped) != 1 || got.Skipped[0].Why != c.why {
				t.Errorf("%s", got)
			}
		})
	}
}

func FuzzDocument(f *testing.F) {
	for _, body := range []string{
		p("2026-11-27") + p("hello"), item("7", "1", "<w:r><w:t>x</w:t></w:r>"),
		`<w:tbl><w:tr><w:tc>` + p("a") + `</w:tc></w:tr></w:tbl>`, `<w:tc><w:tr></w:tr></w:tc><w:p><w:r><w:br/></w:r></w:p>`,
		`<w:hyperlink r:id="x"><w:r><w:t>y</w:t></w:r></w:hyperlink>`,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		data := docx(t, body, "word/numbering.xml", numbering)
		incomingtest.Read(t, word.Format, fstest.MapFS{"a.docx": {Data: data}}, incoming.Options{})
	})
}
