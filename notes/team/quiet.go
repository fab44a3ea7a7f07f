package team

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// QuietKind is one column of the quiet table: something a report may not have had from the manager for a while.
type QuietKind string

// The columns of the quiet table, in their order.
const (
	QuietPraise   QuietKind = "praise"
	QuietDecision QuietKind = "decision"
	QuietIdea     QuietKind = "idea"
	QuietGrowth   QuietKind = "growth"
	QuietNeed     QuietKind = "need"
)

// QuietKinds lists the columns.
var QuietKinds = []QuietKind{QuietPraise, QuietDecision, QuietIdea, QuietGrowth, QuietNeed}

// quietLong is after how many weeks a cell stands out.
const quietLong = 10

// QuietCell says how many weeks ago something was last noted.
type QuietCell struct {
	Kind  QuietKind
	Since notes.Date // no date where nothing was noted yet
	Text  string     // "11", "–" for not yet
	Long  bool       // it stands out
	Say   string     // "no praise noted since 14 Sep"
}

// QuietLine is one person of the table.
type QuietLine struct {
	Person notes.Person
	Away   bool // paused: no cells
	Cells  []QuietCell
}

// ShowQuiet is the quiet table: alphabetical, never by number. Rows are of the active reports; who is away is listed
// without cells.
func ShowQuiet(rows []notes.QuietRow, people []notes.Person, today notes.Date) []QuietLine {
	var out []QuietLine
	for _, p := range people {
		if !p.OnTeam() {
			continue
		}
		line := QuietLine{Person: p, Away: p.AwayOn(today)}
		if i := slices.IndexFunc(rows, func(r notes.QuietRow) bool { return r.Person == p.ID }); i >= 0 && !line.Away {
			line.Cells = quietCells(rows[i], today, p.Off)
		}
		out = append(out, line)
	}
	slices.SortFunc(out, func(a, b QuietLine) int {
		return cmp.Or(strings.Compare(notes.FoldName(a.Person.Name), notes.FoldName(b.Person.Name)), cmp.Compare(a.Person.ID, b.Person.ID))
	})
	return out
}

func quietCells(r notes.QuietRow, today notes.Date, off notes.DaysOff) []QuietCell {
	dates := []notes.Date{r.Praised, r.HandedOver, r.IdeaTakenUp, r.GrowthTalked, r.AskedNeed}
	cells := make([]QuietCell, len(dates))
	for i, d := range dates {
		cells[i] = quietCell(QuietKinds[i], d, today, off)
	}
	return cells
}

var quietNames = map[QuietKind]string{
	QuietPraise: voice.T("praise"), QuietDecision: voice.T("a decision handed back"), QuietIdea: voice.T("an idea adopted"),
	QuietGrowth: voice.T("a conversation about growth"), QuietNeed: voice.T("asking what they need"),
}

// Name is the head of the column.
func (k QuietKind) Name() string { return quietNames[k] }

var quietYet = map[QuietKind]string{
	QuietPraise: voice.T("no praise noted yet"), QuietDecision: voice.T("no decision handed back yet"),
	QuietIdea: voice.T("no idea adopted yet"), QuietGrowth: voice.T("no growth conversation yet"),
	QuietNeed: voice.T("not asked what they need yet"),
}

// saySince says since when there was nothing of a kind.
func (k QuietKind) saySince(day string) string {
	switch k {
	case QuietPraise:
		return voice.T("no praise noted since {date}", "date", day)
	case QuietDecision:
		return voice.T("no decision handed back since {date}", "date", day)
	case QuietIdea:
		return voice.T("no idea adopted since {date}", "date", day)
	case QuietGrowth:
		return voice.T("no growth conversation since {date}", "date", day)
	}
	return voice.T("not asked what they need since {date}", "date", day)
}

func quietCell(kind QuietKind, since, today notes.Date, off notes.DaysOff) QuietCell {
	c := QuietCell{Kind: kind, Since: since, Text: "–", Long: true, Say: quietYet[kind]}
	if since != "" {
		weeks := max(0, off.Since(since, today)) / 7 // a clock set back makes it this week
		c.Text, c.Long = strconv.Itoa(weeks), weeks >= quietLong
		c.Say = kind.saySince(notes.SayDate(since, today))
	}
	return c
}

// QuietLongest is the one line of Today: the cell that was noted longest ago, and whose it is; false where nothing is
// long ago. What was not noted yet counts from the day the person was added.
func QuietLongest(table []QuietLine, today notes.Date) (QuietLine, QuietCell, bool) {
	var who QuietLine
	var what QuietCell
	oldest := today
	for _, line := range table {
		for _, c := range line.Cells {
			since := c.Since
			if since == "" {
				since = line.Person.Since
			}
			if c.Long && since != "" && since < oldest && line.Person.Off.Since(since, today) >= quietLong*7 {
				who, what, oldest = line, c, since
			}
		}
	}
	return who, what, oldest < today
}
