package team

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// planAhead is how many days before its end a quarter is no longer the one to be planned.
const planAhead = 45

// Quarter is three months of a calendar year, by their first day.
type Quarter struct{ From notes.Date }

// NextQuarter is the quarter that a plan made today is for: this one, or towards its end the next.
func NextQuarter(today notes.Date) Quarter {
	t := today.AddDays(planAhead).Time()
	month := t.Month() - (t.Month()-1)%3
	from, _ := notes.NewDate(t.Year(), month, 1)
	return Quarter{From: from}
}

// String is the quarter in words: "January to March 2027".
func (q Quarter) String() string {
	first := q.From.Time()
	return voice.T("{from} to {to}", "from", first.Format("January"), "to", first.AddDate(0, 2, 0).Format("January 2006"))
}

// PickedIdea is an idea that may be chosen for a plan or a sheet; On is whether it is at first.
type PickedIdea struct {
	IdeaCard
	On bool
}

// ForPlan is the ideas that a quarter's plan can be drawn from: those on trial and those waiting, which are chosen at
// first, then those taken up.
func (b IdeaBoard) ForPlan() []PickedIdea {
	var out []PickedIdea
	for _, c := range slices.Concat(b.Trying, b.Waiting, b.TakenUp) {
		out = append(out, PickedIdea{IdeaCard: c, On: c.State == notes.Open || c.State == notes.Trying})
	}
	return out
}

// ForSheet is the ideas that a sheet to show the team can hold. One that was declined, or whose words name somebody who
// is not its author, is not chosen at first.
func (b IdeaBoard) ForSheet(names *notes.Names, me notes.PersonID) []PickedIdea {
	var out []PickedIdea
	for _, c := range slices.Concat(b.Waiting, b.Trying, b.TakenUp, b.Declined) {
		apart := []notes.PersonID{me}
		for _, p := range c.Authors {
			apart = append(apart, p.ID)
		}
		out = append(out, PickedIdea{IdeaCard: c, On: c.State != notes.Declined && !names.Mentions(c.Text+" "+c.Items[0].Remark, apart...)})
	}
	return out
}

func chosen(all []PickedIdea, states ...notes.State) []IdeaCard {
	var out []IdeaCard
	for _, p := range all {
		if p.On && slices.Contains(states, p.State) {
			out = append(out, p.IdeaCard)
		}
	}
	return out
}

var noneChosen = notes.Invalid{Field: voice.T("Ideas"), Why: voice.T("Choose at least one idea.")}

// PlanQuarter writes the chosen ideas as a plan, with the names of those whose ideas they are, into a new journal note of
// the manager. It is plain Markdown from which nothing is filed; the manager goes on from there. It returns Invalid where
// nothing is chosen.
func PlanQuarter(q Quarter, ideas []PickedIdea, me notes.Person, today notes.Date) (notes.Change, error) {
	var b strings.Builder
	b.WriteString(notes.PlanHeading(q.String()) + "\n\n" + voice.T("From the team's ideas.") + "\n")
	n := 0
	for _, part := range []struct {
		title, says string
		ideas       []IdeaCard
	}{
		{voice.T("What to keep trying"), "", chosen(ideas, notes.Trying)},
		{voice.T("What to try next"), voice.T("Whose call is each one, and until when?"), chosen(ideas, notes.Open)},
		{voice.T("What to keep"), "", chosen(ideas, notes.Adopted, notes.Learned)},
	} {
		if len(part.ideas) == 0 {
			continue
		}
		b.WriteString("\n## " + part.title + "\n\n")
		if part.says != "" {
			b.WriteString(part.says + "\n\n")
		}
		for _, c := range part.ideas {
			n++
			b.WriteString("- " + joinSaid(" – ", sayAuthors(c.Authors, me.First())+": "+c.Text, c.Items[0].Remark) + "\n")
		}
	}
	if n == 0 {
		return notes.Change{}, noneChosen
	}
	return notes.Change{Rows: []notes.Row{notes.NewNote{Person: me.ID, Kind: notes.JournalNote, Date: today, Body: b.String()}}}, nil
}

// IdeaSheet is the chosen ideas to be shown to the team: what each is, whose it is and what the answer was. It returns
// Invalid where nothing is chosen.
func IdeaSheet(ideas []PickedIdea, me notes.Person, today notes.Date) ([]notes.PagePart, error) {
	var parts []notes.PagePart
	for _, part := range []struct {
		title string
		ideas []IdeaCard
	}{
		{voice.T("Waiting for an answer"), chosen(ideas, notes.Open)},
		{voice.T("Trying"), chosen(ideas, notes.Trying)},
		{voice.T("Adopted or tried"), chosen(ideas, notes.Adopted, notes.Learned)},
		{voice.T("Declined"), chosen(ideas, notes.Declined)},
	} {
		p := notes.PagePart{Icon: "idea", Title: part.title}
		for _, c := range part.ideas {
			c.Call = "" // a level is between two people
			p.Lines = append(p.Lines, notes.PageLine{
				Text: c.Text + ". ",
				Rest: joinSaid(" – ", sayAuthors(c.Authors, me.First()), c.says(today)),
			})
		}
		parts = notes.AddPart(parts, p)
	}
	if len(parts) == 0 {
		return nil, noneChosen
	}
	return parts, nil
}

// SheetTitle heads a sheet of ideas.
func SheetTitle(today notes.Date) string {
	return voice.T("Team ideas, {day}", "day", notes.SayLong(today))
}
