package notes

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"handback/notes/text"
)

var update = flag.Bool("update", false, "write docs/LABELS.md anew")

// labelRow is a line, or several, and what is read from it in a note: "prose" for nothing, "private" for a hidden line.
type labelRow struct {
	line, reads string
	in          string // one of the notes of tableNotes; "" is Ana's
}

// labelGroup is the table of one rule.
type labelGroup struct {
	title, says string
	rows        []labelRow
}

// The people of the table. Sam is the manager.
var tableTeam = []Person{
	{ID: 1, Kind: KindMe, Name: "Sam Lee"},
	{ID: 2, Kind: KindReport, Name: "Ana Ruiz"},
	{ID: 3, Kind: KindReport, Name: "Ben Okoro", Aliases: []string{"Benny"}},
	{ID: 4, Kind: KindReport, Name: "Chidi Eze"},
	{ID: 5, Kind: KindReport, Name: "Zoë Brandt"},
	{ID: 6, Kind: KindReport, Name: "O'Neil Grant"},
	{ID: 7, Kind: KindReport, Name: "Mary-Jane Fox"},
	{ID: 8, Kind: KindReport, Name: "To Lan"},
	{ID: 9, Kind: KindReport, Name: "Lars Holm", State: StateLeft},
	{ID: 10, Kind: KindOther, Name: "李雷"},
	{ID: 11, Kind: KindOther, Name: "محمد"},
}

// Two people share a first name, or are called like a label.
var (
	twoAnas    = append(append([]Person(nil), tableTeam...), Person{ID: 12, Kind: KindReport, Name: "Ana Kim", Aliases: []string{"AK"}})
	labelNames = append(append([]Person(nil), tableTeam...), Person{ID: 13, Name: "Praise Moyo"}, Person{ID: 14, Name: "Todo Silva"})
)

const tableDay = Date("2026-11-23") // a Monday

// tableNotes are the notes that the lines stand in, by how the table names them.
var tableNotes = map[string]Context{
	"":                                       {Date: tableDay, Person: 2, Me: 1, Names: NewNames(tableTeam)},
	"in Chidi's note":                        {Date: tableDay, Person: 4, Me: 1, Names: NewNames(tableTeam)},
	"in my own note":                         {Date: tableDay, Person: 1, Me: 1, Names: NewNames(tableTeam)},
	"imported":                               {Date: tableDay, Person: 2, Me: 1, Names: NewNames(tableTeam), Imported: true},
	"two Anas":                               {Date: tableDay, Person: 2, Me: 1, Names: NewNames(twoAnas)},
	"two Anas, Ana Kim's note":               {Date: tableDay, Person: 12, Me: 1, Names: NewNames(twoAnas)},
	"two Anas, Chidi's note":                 {Date: tableDay, Person: 4, Me: 1, Names: NewNames(twoAnas)},
	ownWordsNote:                             {Date: tableDay, Person: 2, Me: 1, Names: NewNames(tableTeam), Words: tableWords},
	"a team with Praise Moyo and Todo Silva": {Date: tableDay, Person: 2, Me: 1, Names: NewNames(labelNames)},
}

// describe says what is read from a body, as the table does.
func describe(body string, in Context) string {
	lines, hidden := splitLines(body), Hidden(body)
	reads := make([]string, len(lines))
	for i := range lines {
		if hidden[i] && !isBlank(lines[i]) {
			reads[i] = "private"
		}
	}
	for _, it := range Parse(body, in) {
		reads[it.Line-1] = describeItem(it, in)
	}
	var said []string
	for i, r := range reads {
		if r != "" && len(lines) > 1 {
			r = fmt.Sprintf("line %d: %s", i+1, r)
		}
		if r != "" {
			said = append(said, r)
		}
	}
	if said == nil {
		return "prose"
	}
	return strings.Join(said, " ⏎ ")
}

func describeItem(it Item, in Context) string {
	parts := []string{string(it.Label), describeWho(it, in), it.Text}
	if it.Due != "" {
		parts = append(parts, "by "+string(it.Due))
	}
	if it.State != Open {
		state := strings.TrimSpace(string(it.State) + " " + string(it.StateDate))
		if it.Remark != "" {
			state += ": " + it.Remark
		}
		parts = append(parts, "("+state+")")
	}
	if len(it.Tags) > 0 {
		parts = append(parts, "tagged "+strings.Join(it.Tags, ", "))
	}
	return strings.Join(parts, " · ")
}

func describeWho(it Item, in Context) string {
	names, _ := in.nameList(it.People)
	own := equalIDs(it.People, []PersonID{in.Person})
	switch {
	case it.Actor == Unsaid:
		return "not said yet"
	case it.Actor == Them:
		return names
	case own && it.Actor == We && in.Person != in.Me:
		return "me and " + names
	case it.Actor == We && in.Person != in.Me:
		return "we: me and " + names
	case own && in.Person == in.Me:
		return string(it.Actor)
	}
	return string(it.Actor) + ", for " + names
}

// labelTable is every rule with its lines, in the order of docs/LABELS.md.
func labelTable() []labelGroup {
	return []labelGroup{
		labelRows, startRows, whoRows, nameRows, tailRows, dateRows, boxRows, praiseRows, slashRows, wordRows, importedRows,
		privateRows, pastedRows,
	}
}

func TestEachLineOfTheTableIsReadAsItSays(t *testing.T) {
	for _, g := range labelTable() {
		for _, row := range g.rows {
			in, ok := tableNotes[row.in]
			if !ok {
				t.Fatalf("no such note: %q", row.in)
			}
			if got := describe(row.line, in); got != row.reads {
				t.Errorf("%s: %q %s\n got %s\nwant %s", g.title, row.line, row.in, got, row.reads)
			}
		}
	}
	for _, row := range dateTable {
		t.Run(row.said, func(t *testing.T) {
			m := readMeant(row.said, row.on)
			if !m.looks {
				m = readRoughly(row.said, row.on)
			}
			if got := m.on + m.either(); got != row.is || !m.looks && got != "" {
				t.Errorf("%q on %s is %q, want %q", row.said, row.on, got, row.is)
			}
		})
	}
}

func TestEachLineOfTheTableIsWrittenBack(t *testing.T) {
	for _, g := range labelTable() {
		for _, row := range g.rows {
			in := tableNotes[row.in]
			for _, it := range Parse(row.line, in) {
				again := Parse(Format(it, in), in)
				if len(again) != 1 || !sameItem(again[0], it) {
					t.Errorf("%q\n  is written %q\n  and reads %v", row.line, Format(it, in), again)
				}
				same, err := Rewrite(it.Raw, in, it)
				if err != nil || same != it.Raw {
					t.Errorf("%q changed though nothing was: %q %v", it.Raw, same, err)
				}
			}
		}
	}
}

const labelsFile = "../docs/LABELS.md"

func TestLabelsAreDocumentedAsTheyAre(t *testing.T) {
	want := labelsDocument()
	if *update {
		if err := os.WriteFile(labelsFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(labelsFile)
	if err != nil || !bytes.Equal(have, want) {
		t.Errorf("docs/LABELS.md is not what the code does: run go test ./notes -run Documented -update (%v)", err)
	}
}

// labelsDocument is docs/LABELS.md: the introduction and the tables of the tests.
func labelsDocument() []byte {
	var b bytes.Buffer
	b.WriteString(labelsIntro + labelsTable() + labelsRules)
	for _, g := range labelTable() {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", g.title, g.says)
		if g.rows == nil {
			writeDates(&b)
			continue
		}
		b.WriteString("\n| line | read as |\n|---|---|\n")
		for _, row := range g.rows {
			note := ""
			if row.in != "" {
				note = " *(" + row.in + ")*"
			}
			fmt.Fprintf(&b, "| %s%s | %s |\n", code(row.line), note, cell(row.reads))
		}
	}
	return b.Bytes()
}

func writeDates(b *bytes.Buffer) {
	var on Date
	for _, row := range dateTable {
		if row.on != on {
			on = row.on
			day := "In a note of " + on.Time().Format("Monday, 2006-01-02")
			if on == "" {
				day = "Where the note has no date"
			}
			fmt.Fprintf(b, "\n%s:\n\n| said | is |\n|---|---|\n", day)
		}
		is := "no date"
		if row.is.Valid() {
			is = row.is.Time().Format("Mon 2006-01-02")
		} else if row.is != "" {
			is = "offered: " + string(row.is)
		}
		fmt.Fprintf(b, "| %s | %s |\n", code(row.said), is)
	}
}

// code is a line as it stands, in a cell of a Markdown table; what cannot be seen is shown.
func code(line string) string {
	var shown []string
	for _, l := range strings.Split(line, "\n") {
		l = strings.NewReplacer("\r", "␍", "\t", "⇥", "|", `\|`).Replace(l)
		l = showUnseen(l)
		fence := "`"
		for strings.Contains(l, fence) {
			fence += "`"
		}
		pad := ""
		if len(fence) > 1 || strings.HasPrefix(l, " ") {
			pad = " "
		}
		shown = append(shown, fence+pad+l+pad+fence)
	}
	return strings.Join(shown, "<br>")
}

// showUnseen writes what cannot be seen by its number: ⟨U+2028⟩.
func showUnseen(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r != ' ' && unicode.IsSpace(r) || text.Unseen(r) || ownBullet(r) {
			fmt.Fprintf(&b, "⟨%U⟩", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cell is text in a cell of a Markdown table, without being read as Markdown.
func cell(s string) string {
	s = strings.NewReplacer("\\", `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "#", `\#`, "[", `\[`, "<", "&lt;", "`", "\\`", "\t", "⇥").Replace(s)
	return strings.ReplaceAll(s, " ⏎ ", "<br>")
}

// either is the days that are offered, of which one must be chosen.
func (m meant) either() Date {
	if len(m.choices) < 2 {
		return ""
	}
	var days []string
	for _, d := range m.choices {
		days = append(days, string(d))
	}
	return Date(strings.Join(days, " or "))
}
