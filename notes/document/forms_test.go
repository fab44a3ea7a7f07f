package document

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

// said is what a reader of a document reads: every text, in order, each with its place.
func said(d Document) []string {
	var all []string
	add := func(place string, texts ...string) {
		for _, text := range texts {
			if text != "" {
				all = append(all, place+": "+text)
			}
		}
	}
	d = Tidy(d)
	add("title", d.Title)
	add("text", d.Lead...)
	for _, part := range d.Parts {
		add("part", part.Title)
		add("text", part.Prose...)
		for _, l := range part.Lines {
			add("line", l.Text+l.Rest)
			add("comment", l.Comment)
		}
	}
	add("text", d.Foot())
	return all
}

// readMarkdown is what CommonMark, with GitHub's tables, ticks and links, reads in a text. It fails where anything but
// headings, paragraphs and lists of them is read.
func readMarkdown(t interface{ Errorf(string, ...any) }, source string) []string {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote))
	root := md.Parser().Parse(text.NewReader([]byte(source)))
	var all []string
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		place := ""
		switch n := n.(type) {
		case *ast.Document, *ast.List, *ast.ListItem, *ast.ThematicBreak:
			return ast.WalkContinue, nil
		case *ast.Heading:
			place = map[int]string{1: "title", 2: "part"}[n.Level]
		case *ast.Paragraph, *ast.TextBlock:
			place = "text"
			if item, ok := n.Parent().(*ast.ListItem); ok {
				place = "line"
				if item.FirstChild() != n {
					place = "comment"
				}
			}
		default:
			t.Errorf("a %s is read in %q", n.Kind(), source)
			return ast.WalkSkipChildren, nil
		}
		all = append(all, place+": "+inline(t, n, []byte(source)))
		return ast.WalkSkipChildren, nil
	})
	return all
}

func inline(t interface{ Errorf(string, ...any) }, n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(unescaped(c.Segment.Value(source)))
			if c.HardLineBreak() {
				b.WriteString("\n")
			} else if c.SoftLineBreak() {
				b.WriteString("<soft>")
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink: // an address stays the text it is
			b.Write(c.Label(source))
		default:
			t.Errorf("a %s is read in %q", c.Kind(), source)
		}
	}
	return b.String()
}

var entity = regexp.MustCompile(`^&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);`)

// unescaped is how a piece of text is shown: goldmark leaves that to what draws it.
func unescaped(piece []byte) []byte {
	var b strings.Builder
	for i := 0; i < len(piece); i++ {
		if piece[i] == '\\' && i+1 < len(piece) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", piece[i+1]) >= 0 {
			i++
		} else if entity.Match(piece[i:]) {
			b.WriteString("<entity>")
		}
		b.WriteByte(piece[i])
	}
	return []byte(b.String())
}

// readHTML is what a page says. It is read as XML, which takes no unescaped sign and no element that is not closed.
func readHTML(source string) (all []string, err error) {
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(source, "<!doctype html>")))
	places := map[string]string{"h1": "title", "h2": "part", "p": "text", "li": "line", "td": "foot"}
	open := []int{-1} // of all, for each element that is open
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			at := open[len(open)-1]
			if place := places[token.Name.Local]; place != "" {
				if slices.ContainsFunc(token.Attr, func(a xml.Attr) bool { return a.Value == "more" }) {
					place = "comment"
				}
				all, at = append(all, place+": "), len(all)
			}
			open = append(open, at)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if at := open[len(open)-1]; at >= 0 {
				all[at] += string(token)
			}
		}
	}
}

// readPage is readHTML in the order of the document: the foot stands before it, and around it the cell of a table.
func readPage(t interface{ Fatalf(string, ...any) }, source string) []string {
	all, err := readHTML(source)
	if err != nil || len(all) < 2 {
		t.Fatalf("%v in %s", err, source)
	}
	foot, all := strings.TrimPrefix(all[0], "foot: "), all[2:]
	for i, s := range all {
		all[i] = strings.TrimSuffix(s, "\n") // between two elements
	}
	if foot != "" {
		all = append(all, "text: "+foot)
	}
	return all
}

// hard is what has gone wrong in texts that were written into a file of another kind.
var hard = []string{
	"", "Draft the plan", "# no heading", "## nor this", "- no item", "+ nor this", "* nor this", "1. not first", "12) nor this",
	"2026. Was a year", "> no quote", "    no code", "\tno code", "a\tb", "```", "~~~ x", "`no code`", "*not slanted*",
	"_not slanted_", "snake_case_name", "__init__", "**not strong**", "~~not gone~~", "[no](link)", "![no](picture)",
	"[ref]: http://example.org", "[x] not ticked", "[ ] nor this", "<b>not bold</b>", "<script>alert(1)</script>", "<!-- seen -->",
	"https://example.org/?a=1&b=2", "<https://example.org>", "AT&T &amp; &lt;sons&gt; &#35;", "a | b", "a | b\n--- | ---",
	"a\n:---", "Title\n===", "Title\n---", "***", "- - -", "___", "C#", "# C #", "a #", "\\", "a \\ b", "ends in \\", "one\ntwo",
	"one\n\ntwo", "one\r\ntwo", "  blanks  inside ", "\u200bunseen\u00ad", "zero\x00byte", "\xff\xfe", "😀 smile", "Ωμέγα",
	"Привет", "שלום", "“quoted” – ‘so’", "5 > 4 < 6", "a: b", ": a", "{curly} {#id}", "$x$", "!", "^x^", "=", "1.", "1)", "-", "+",
	"[^1]", "[^1]: foot", "www.example.org", "me@example.org", "\uffff\ufdd0", "(c)", "&copy;", "& c", "&#x41;", "a\u2028b",
}

var aText = rapid.OneOf(
	rapid.SampledFrom(hard),
	rapid.String(),
	rapid.StringMatching("[-+*_#>=:.)(\\[\\]<&;|~`!\\\\ a1\\n\\t]{0,12}"),
	rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(hard).Draw(t, "one") + rapid.SampledFrom([]string{" ", "\n", "", "\t"}).Draw(t, "between") +
			rapid.SampledFrom(hard).Draw(t, "other")
	}),
)

var aDocument = rapid.Custom(func(t *rapid.T) Document {
	text := func(name string) string { return aText.Draw(t, name) }
	texts := func(name string) []string { return rapid.SliceOfN(aText, 0, 3).Draw(t, name) }
	d := Document{Title: text("title"), Whose: text("whose"), On: "2026-11-26", Lead: texts("lead")}
	for range rapid.IntRange(0, 3).Draw(t, "parts") {
		part := Part{Title: text("part"), Prose: texts("prose"), Room: rapid.IntRange(0, 2).Draw(t, "room")}
		for range rapid.IntRange(0, 3).Draw(t, "lines") {
			part.Lines = append(part.Lines, Line{
				Text: text("text"), Rest: text("rest"), Comment: text("comment"), Box: rapid.Bool().Draw(t, "box"),
			})
		}
		d.Parts = append(d.Parts, part)
	}
	return d
})

func TestMarkdownReadsBackAsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDocument.Draw(t, "document")
		if got, want := readMarkdown(t, Markdown(d)), said(d); !slices.Equal(got, want) {
			t.Fatalf("it reads\n%q, not\n%q, in\n%s", got, want, Markdown(d))
		}
	})
}

func TestHTMLReadsBackAsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDocument.Draw(t, "document")
		for _, made := range []string{HTML(d), HTMLToPrint(d)} {
			if got, want := readPage(t, made), said(d); !slices.Equal(got, want) {
				t.Fatalf("it reads\n%q, not\n%q, in\n%s", got, want, made)
			}
		}
	})
}

func TestPlainTextSaysEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDocument.Draw(t, "document")
		rest := Plain(d)
		for _, s := range said(d) {
			_, says, _ := strings.Cut(s, ": ")
			if strings.HasPrefix(s, "line: ") || strings.HasPrefix(s, "comment: ") {
				says = indented(says)
			}
			_, after, found := strings.Cut(rest, says)
			if !found {
				t.Fatalf("%q is not said, or not in its place, in\n%s", says, Plain(d))
			}
			rest = after
		}
		if strings.Trim(rest, "\n") != "" {
			t.Fatalf("more is said: %q", rest)
		}
	})
}

func TestADocumentInEachForm(t *testing.T) {
	d := Document{
		Title: "Ana Ruiz, *2026*", Whose: "Ana Ruiz", On: "2026-11-26", Lead: []string{"From May to October."},
		Parts: []Part{
			{Title: "Decided", Prose: []string{"In her words."}, Lines: []Line{
				{Text: "One queue", Rest: "12 May", Comment: "#hiring, too"},
				{Text: "- Hire two\n3. or three", Rest: "(held)"},
			}},
			{Title: "Empty", Lines: []Line{{Text: " \t"}}},
			{Room: 2, Lines: []Line{{Text: "Ask <finance>", Rest: ", by Fri", Box: true}}},
			{},
		},
	}
	for name, c := range map[string]struct{ got, want string }{
		"plain": {Plain(d), `Ana Ruiz, *2026*

From May to October.

Decided
In her words.

- One queue · 12 May
  #hiring, too
- - Hire two
  3. or three (held)

Empty

- Ask <finance>, by Fri

Ana Ruiz · 26 November 2026
`},
		"Markdown": {Markdown(d), `# Ana Ruiz, \*2026\*

From May to October.

## Decided

In her words.

- One queue · 12 May

  \#hiring, too
- \- Hire two\
  3\. or three (held)

## Empty

- Ask \<finance>, by Fri

---

Ana Ruiz · 26 November 2026
`},
	} {
		t.Run(name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("it is\n%s", c.got)
			}
		})
	}
}

func TestAPageStandsAlone(t *testing.T) {
	d := Document{Title: "Ana", Lead: []string{`<img src="https://example.org/a.png">`}, Parts: []Part{{Room: 2, Lines: []Line{{Text: "Tick", Box: true}}}}}
	for name, c := range map[string]struct {
		page    string
		scripts int
	}{"to keep": {HTML(d), 0}, "to print": {HTMLToPrint(d), 1}} {
		t.Run(name, func(t *testing.T) {
			if n := strings.Count(c.page, "<script"); n != c.scripts {
				t.Errorf("%d scripts run", n)
			}
			for _, fetched := range []string{"<img", "<link", "url(", "@import", "src=", "href="} {
				if strings.Contains(strings.ReplaceAll(c.page, "src=&#34;", ""), fetched) {
					t.Errorf("it fetches by %q", fetched)
				}
			}
			for _, part := range []string{"default-src 'none'", `class="box"`, "counter(page)", "size: auto", "section, li { break-inside: avoid }"} {
				if !strings.Contains(c.page, part) {
					t.Errorf("%q is not in it", part)
				}
			}
			if n := strings.Count(c.page, `class="room"`); n != 2 {
				t.Errorf("it has room of %d lines", n)
			}
		})
	}
}
