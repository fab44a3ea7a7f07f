package paper

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/go-text/typesetting/fontscan"
	"pgregory.net/rapid"

	"handback/notes/document"
)

// TestMain takes the system's fonts away: what they have is another thing on each computer.
func TestMain(m *testing.M) {
	systemFonts = func() []fontscan.Footprint { return nil }
	m.Run()
}

// read is what pdftotext reads on each page of a PDF. Where a package has to be installed first, .ci/needs says so.
func read(t interface{ Fatalf(string, ...any) }, folder string, pdf []byte) []string {
	path := filepath.Join(folder, "read.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatalf("%v", err)
	}
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", "-layout", path, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext, of poppler-utils: %v: %s", err, out)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

func needsPDFToText(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil && runtime.GOOS != "linux" {
		t.Skip("pdftotext is not on this system")
	}
}

func pdf(t interface{ Fatalf(string, ...any) }, d document.Document, size Size) []byte {
	made, err := PDF(d, size)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return made
}

func TestAPDFReadsBackInFourScripts(t *testing.T) {
	needsPDFToText(t)
	for name, says := range map[string]string{
		"Latin":           "Draft the rollout plan — “for José, Łukasz and Ağaoğlu” (5 €)",
		"Cyrillic":        "Підготувати план: ёлка, щастя, Њујорк",
		"Greek":           "Το σχέδιο είναι έτοιμο, Ωμέγα",
		"Armenian":        "Պատրաստել ծրագիրը մինչեւ ուրբաթ",
		"Georgian":        "გეგმის მომზადება პარასკევამდე",
		"Hebrew":          "להכין את התוכנית עד 12 בחודש",
		"with accents":    "re\u0301sume\u0301 and q\u0303",
		"with signs":      "C++ & C# → <b> 100 % ✓ ☐ ★ #platform \\(ok\\)",
		"two at a time":   "Проект Kafka για όλους",
		"a soft hyphen":   "Donau\u00addampf\u00adschiff",
		"a wide language": "Việt Nam: kế hoạch",
	} {
		for _, size := range []Size{A4, Letter} {
			t.Run(name+", "+string(size), func(t *testing.T) {
				d := document.Document{Title: says, Whose: says, On: "2026-11-26", Parts: []document.Part{
					{Title: says, Prose: []string{says}, Lines: []document.Line{{Text: says, Rest: "12 May", Comment: says}}},
				}}
				if missing, err := Undrawn(d); err != nil || len(missing) > 0 {
					t.Fatalf("%q can't be drawn (%v)", missing, err)
				}
				got := read(t, t.TempDir(), pdf(t, d, size))
				want := strings.ReplaceAll(strings.Split(document.Plain(d), "\n")[0], "re\u0301sume\u0301", "résumé")
				if n := strings.Count(bare(strings.Join(got, "")), bare(want)); n != 6 {
					t.Errorf("%q is read %d times, not 6, in %q", want, n, got)
				}
			})
		}
	}
}

// bare is a text without blanks, and without the marks that tell a reader of which direction it is.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r >= 0x202a && r <= 0x202e {
			return -1
		}
		return r
	}, s)
}

// aWord is of letters that every reader reads back, or too long for a line.
var aWord = rapid.OneOf(
	rapid.StringMatching("[a-zA-Zäßéñ0-9#,;:.]{1,9}"), rapid.StringMatching("[а-яА-ЯёЁ]{1,9}"), rapid.StringMatching("[α-ωΑ-Ρ]{1,9}"),
	rapid.StringMatching("[ա-ֆ]{1,9}"), rapid.StringMatching("[a-z]{80,300}"),
)

var aText = rapid.Map(rapid.SliceOfN(aWord, 1, 40), func(words []string) string { return strings.Join(words, " ") })

var aTitle = rapid.Map(rapid.SliceOfN(aWord, 1, 3), func(words []string) string { return strings.Join(words, " ") })

var aDocument = rapid.Custom(func(t *rapid.T) document.Document {
	text := func(name string) string { return aText.Draw(t, name) }
	d := document.Document{Title: aTitle.Draw(t, "title"), Whose: "Ana", On: "2026-11-26"}
	for range rapid.IntRange(0, 6).Draw(t, "parts") {
		part := document.Part{Title: aTitle.Draw(t, "part"), Room: rapid.IntRange(0, 3).Draw(t, "room")}
		for range rapid.IntRange(0, 12).Draw(t, "lines") {
			l := document.Line{Text: text("line"), Rest: "5 May", Box: rapid.Bool().Draw(t, "box")}
			if rapid.Bool().Draw(t, "comment") {
				l.Comment = text("comment")
			}
			part.Lines = append(part.Lines, l)
		}
		d.Parts = append(d.Parts, part)
	}
	return d
})

func TestEveryWordOfADocumentIsOnItsPages(t *testing.T) {
	needsPDFToText(t)
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		d := aDocument.Draw(t, "document")
		size := rapid.SampledFrom([]Size{A4, Letter}).Draw(t, "size")
		pages := read(t, folder, pdf(t, d, size))
		got := ""
		for i, page := range pages {
			foot := bare(fmt.Sprintf("Ana · 26 November 2026 %d / %d", i+1, len(pages)))
			text, found := strings.CutSuffix(bare(page), foot)
			if !found {
				t.Fatalf("%q is not the foot of page %d: %q", foot, i+1, page)
			}
			got += text
		}
		want := d.Title
		for _, part := range d.Parts {
			want += part.Title
			for _, l := range part.Lines {
				want += l.Text + " · " + l.Rest + l.Comment
			}
		}
		if want = bare(want); got != want {
			t.Fatalf("it reads\n%s, not\n%s", got, want)
		}
	})
}

// laidOut are the pages of a document.
func laidOut(t interface{ Fatalf(string, ...any) }, d document.Document, size Size) (w *writer, pages [][]row, height float64) {
	w, pages, err := layOut(document.Tidy(d), size)
	if err != nil {
		t.Fatalf("%v", err)
	}
	_, high := size.of()
	return w, pages, high - top - bottom
}

func TestRowsStayOnTheirPageAndTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDocument.Draw(t, "document")
		w, pages, height := laidOut(t, d, rapid.SampledFrom([]Size{A4, Letter}).Draw(t, "size"))
		n := 0
		for i, page := range pages {
			if h := heightOf(page); h > height+0.01 {
				t.Fatalf("page %d is %v high, of %v", i+1, h, height)
			}
			for j, r := range page {
				n++
				if wide := widthOf(r.letters)*r.size + r.indent; wide > w.wide+0.01 {
					t.Fatalf("a row of page %d is %v wide, of %v", i+1, wide, w.wide)
				}
				heads := len(r.letters) > 0 && r.letters[0].face == w.faces.bold && r.size == headSize
				if heads && j == len(page)-1 && i < len(pages)-1 {
					t.Fatalf("a heading stands alone at the foot of page %d", i+1)
				}
			}
		}
		if n != len(w.rows) {
			t.Fatalf("of %d rows %d are on a page", len(w.rows), n)
		}
	})
}

func TestWhatBelongsTogetherIsNotTornAtTheEndOfAPage(t *testing.T) {
	line := func(text string, times int) document.Line {
		return document.Line{Text: strings.TrimSpace(strings.Repeat(text+" ", times))}
	}
	filler := func(rows int) document.Part {
		p := document.Part{}
		for range rows {
			p.Lines = append(p.Lines, line("Filler", 1))
		}
		return p
	}
	for name, c := range map[string]struct {
		parts []document.Part
		tail  string // begins the second page
	}{
		"a part of few lines goes on the next page whole": {
			[]document.Part{filler(37), {Title: "Ideas", Lines: []document.Line{line("One", 1), line("Two", 1), line("Three", 1)}}}, "Ideas",
		},
		"a heading goes with its first line": {
			[]document.Part{filler(34), {Title: "Long", Lines: slices.Repeat([]document.Line{line("Row", 1)}, 60)}}, "Row",
		},
		"a line of two rows goes whole": {
			[]document.Part{{Lines: append(filler(39).Lines, document.Line{Text: "Whole " + line("words", 20).Text})}}, "Whole",
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, pages, _ := laidOut(t, document.Document{Title: "Ana", Parts: c.parts}, A4)
			if len(pages) < 2 {
				t.Fatal("all is on one page")
			}
			var text []rune
			for _, l := range pages[1][0].letters {
				text = append(text, l.r)
			}
			if !strings.HasPrefix(string(text), c.tail) {
				t.Errorf("the second page begins with %q", string(text))
			}
			if pages[1][0].above != 0 {
				t.Error("there is a gap above it")
			}
		})
	}
}

func TestWhatAPDFCannotShowIsKnownAndMarked(t *testing.T) {
	needsPDFToText(t)
	for name, c := range map[string]struct{ says, missing, reads string }{
		"all is there":        {"Ana, Привет", "", "Ana, Привет"},
		"an emoji":            {"Well done 🎉🎉", "🎉", "Well done ��"},
		"its looks":           {"Tick ✔️ done", "", "Tick ✔ done"},
		"a letter of its own": {"𝒳 marks", "𝒳", "� marks"},
		"in order, once":      {"東京 and 東", "東京", "�� and �"},
		"letters that join":   {"سلام", "سلام", "����"},
	} {
		t.Run(name, func(t *testing.T) {
			d := document.Document{Title: c.says}
			missing, err := Undrawn(d)
			if err != nil || string(missing) != c.missing {
				t.Errorf("%q can't be drawn, not %q (%v)", string(missing), c.missing, err)
			}
			got := read(t, t.TempDir(), pdf(t, d, A4))
			if !strings.Contains(bare(got[0]), bare(c.reads)) {
				t.Errorf("it reads %q", got)
			}
		})
	}
}

func TestLinesOfTwoDirections(t *testing.T) {
	for name, c := range map[string]struct{ says, stands string }{
		"from the left":            {"plan", "plan"},
		"from the right":           {"שלום", "םולש"},
		"a word in the other":      {"see שלום עולם now", "see םלוע םולש now"},
		"the other way round":      {"עולם Kafka שלום", "םולש Kafka םלוע"},
		"a number keeps its order": {"עד 12 בחודש", "שדוחב 12 דע"},
		"brackets turn":            {"עד (12) כאן", "ןאכ (12) דע"},
		"a mark stays behind":      {"שָׁלוֹם", "םוֹלשָׁ"},
		"no letter":                {"12 + 3", "12 + 3"},
	} {
		t.Run(name, func(t *testing.T) {
			var letters []letter
			for _, r := range c.says {
				letters = append(letters, letter{r: r})
			}
			var got []rune
			for _, l := range inView(letters, fromRight(letters)) {
				got = append(got, l.r)
			}
			if string(got) != c.stands {
				t.Errorf("it stands as %q, not %q", string(got), c.stands)
			}
		})
	}
}

func TestADayBehindALineKeepsItsDirection(t *testing.T) {
	for name, c := range map[string]struct{ text, rest, stands string }{
		"behind a text from the left":  {"plan", " · 12 May", "plan · 12 May"},
		"behind one from the right":    {"שלום", " · 12 May", "12 May · םולש"},
		"of the same direction":        {"שלום", " · מאי 12", "12 יאמ · םולש"},
		"with no letter in it":         {"שלום", " ·", "· םולש"},
		"and a word in between":        {"שלום Kafka", ", 12 May", "12 May ,Kafka םולש"},
		"a line that is nothing else":  {"", "12 May", "12 May"},
		"from the right, nothing else": {"", "שלום 12", "12 םולש"},
	} {
		t.Run(name, func(t *testing.T) {
			var line []letter
			for _, r := range c.text {
				line = append(line, letter{r: r})
			}
			for _, r := range c.rest {
				line = append(line, letter{r: r, ink: light})
			}
			var got []rune
			for _, l := range besideRest(line, fromRight(line)) {
				got = append(got, l.r)
			}
			if string(got) != c.stands {
				t.Errorf("it stands as %q, not %q", string(got), c.stands)
			}
		})
	}
}

func TestADocumentAlwaysGivesTheSameBytes(t *testing.T) {
	d := document.Document{Title: "Ana, Ωμέγα, Հայ", Whose: "Ana", Parts: []document.Part{{Title: "Yours", Lines: []document.Line{{Text: "one ✔"}}}}}
	for _, on := range []string{"", "2026-11-26"} {
		t.Run("on "+on, func(t *testing.T) {
			if on != "" {
				d.On = "2026-11-26"
			}
			one := pdf(t, d, A4)
			for range 5 {
				if !bytes.Equal(one, pdf(t, d, A4)) {
					t.Fatal("two PDFs of it differ")
				}
			}
			if made := "/CreationDate (D:20261126"; on != "" && !bytes.Contains(one, []byte(made)) {
				t.Errorf("it was not made on its day: %q", one[bytes.Index(one, []byte("/CreationDate")):])
			}
		})
	}
}

func longDocument(lines int) document.Document {
	d := document.Document{Title: "Ana", Whose: "Ana", On: "2026-11-26"}
	for i := range lines {
		if i%50 == 0 {
			d.Parts = append(d.Parts, document.Part{Title: fmt.Sprintf("Month %d", i/50+1)})
		}
		p := &d.Parts[len(d.Parts)-1]
		p.Lines = append(p.Lines, document.Line{
			Text: fmt.Sprintf("Decided %d: one queue for both teams, so that nobody waits for the other to pick a ticket up", i), Rest: "12 May",
		})
	}
	return d
}

func TestFiveThousandLinesAreLaidOut(t *testing.T) {
	needsPDFToText(t)
	began := time.Now()
	pages := read(t, t.TempDir(), pdf(t, longDocument(5000), A4))
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
	all := strings.Join(pages, "")
	for _, i := range []int{0, 1234, 4999} {
		if !strings.Contains(all, fmt.Sprintf("Decided %d:", i)) {
			t.Errorf("line %d is missing in %d pages", i, len(pages))
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	for _, lines := range []int{50, 5000} {
		b.Run(fmt.Sprint(lines, " lines"), func(b *testing.B) {
			d := longDocument(lines)
			for range b.N {
				pdf(b, d, A4)
			}
		})
	}
}
