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
	Say   string     // "No praise noted for Ana since 14 Sep"
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
			line.Cells = quietCells(rows[i], p, today)
		}
		out = append(out, line)
	}
	slices.SortFunc(out, func(a, b QuietLine) int {
		return cmp.Or(strings.Compare(notes.FoldName(a.Person.Name), notes.FoldName(b.Person.Name)), cmp.Compare(a.Person.ID, b.Person.ID))
	})
	return out
}

func quietCells(r notes.QuietRow, who notes.Person, today notes.Date) []QuietCell {
	dates := []notes.Date{r.Praised, r.HandedOver, r.IdeaTakenUp, r.GrowthTalked, r.AskedNeed}
	cells := make([]QuietCell, len(dates))
	for i, d := range dates {
		cells[i] = quietCell(QuietKinds[i], who, d, today)
	}
	return cells
}

var quietNames = map[QuietKind]string{
	QuietPraise: voice.T("praise"), QuietDecision: voice.T("a decision handed back"), QuietIdea: voice.T("an idea adopted"),
	QuietGrowth: voice.T("a conversation about growth"), QuietNeed: voice.T("asking what they need"),
}

// Name is the head of the column.
func (k QuietKind) Name() string { return quietNames[k] }

// say says since when there was nothing of a kind with somebody, or that there was nothing yet where no day is said.
func (k QuietKind) say(first, day string) string {
	switch {
	case k == QuietPraise && day == "":
		return voice.T("No praise noted for {first} yet", "first", first)
	case k == QuietPraise:
		return voice.T("No praise noted for {first} since {date}", "first", first, "date", day)
	case k == QuietDecision && day == "":
		return voice.T("No decision handed back to {first} yet", "first", first)
	case k == QuietDecision:
		return voice.T("No decision handed back to {first} since {date}", "first", first, "date", day)
	case k == QuietIdea && day == "":
		return voice.T("None of {first}'s ideas adopted yet", "first", first)
	case k == QuietIdea:
		return voice.T("None of {first}'s ideas adopted since {date}", "first", first, "date", day)
	case k == QuietGrowth && day == "":
		return voice.T("No growth conversation with {first} yet", "first", first)
	case k == QuietGrowth:
		return voice.T("No growth conversation with {first} since {date}", "first", first, "date", day)
	case day == "":
		return voice.T("You haven't asked what {first} needs yet", "first", first)
	}
	return voice.T("You haven't asked what {first} needs since {date}", "first", first, "date", day)
}

func quietCell(kind QuietKind, who notes.Person, since, today notes.Date) QuietCell {
	c := QuietCell{Kind: kind, Since: since, Text: "–", Long: true, Say: kind.say(who.First(), "")}
	if since != "" {
		weeks := max(0, who.Off.Since(since, today)) / 7 // a clock set back makes it this week
		c.Text, c.Long = strconv.Itoa(weeks), weeks >= quietLong
		c.Say = kind.say(who.First(), notes.SayDate(since, today))
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
