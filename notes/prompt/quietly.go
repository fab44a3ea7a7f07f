package prompt

import (
	"regexp"
	"strings"

	"handback/notes"
)

// Where a note of the last two weeks says that the person themselves lost somebody, is ill or on leave, questions are held
// back: only a step-in's end, promises of mine and needs of theirs speak. Nothing is stored and nothing else is read from
// such a line. Hidden lines are read too, since what is kept private is most likely to be meant.
const (
	whose  = `(?:my|her|his|their|{who}['’]s)`
	they   = `(?:^|\b(?:she|he|they|{who})\b)(?:['’]s|['’]re| is| are| was| were| has been| have been| been| will be| went| has gone)?`
	family = `(?:mother|father|mum|mom|dad|parents?|wife|husband|partner|son|daughter|child|baby|brother|sister|twin|` +
		`gran|grandmother|grandfather|grandma|grandpa|grandad|nan|aunt|uncle|cousin|friend|family)`
	leaveOf = `(?:sick|medical|maternity|paternity|parental|compassionate|bereavement|family|carer['’]?s['’]?) leave`
)

// ownNews are the shapes of such a line, {who} being the person's names.
var ownNews = []string{
	whose + ` (?:[\p{L}-]+ ){0,2}` + family + `\b.*\b(?:died|dying|passed away|death|funeral|` +
		`hospital|hospice|cancer|stroke|very ill|seriously ill)\b`,
	`\b(?:death|funeral|illness|loss) of ` + whose + ` (?:[\p{L}-]+ ){0,2}` + family + `\b`,
	`\b(?:lost|buried|is burying|mourning|grieving for) ` + whose + ` (?:[\p{L}-]+ ){0,2}` + family + `\b`,
	they + `(?: currently| now| still)? ?(?:off sick|off ill|signed off|on ` + leaveOf + `|` +
		`in hospital|very ill|seriously ill|unwell|grieving|in mourning)\b`,
	`\b(?:goes|going|gone|went|starts|started|taking|takes|begins) (?:on |into )?(?:(?:her|his|their|a) )?` + leaveOf + `\b`,
	whose + ` (?:own )?(?:operation|surgery|chemo|chemotherapy|diagnosis|miscarriage|bereavement|sick note|` + leaveOf + `)\b`,
	`\b(?:had a miscarriage|was diagnosed with|has been diagnosed with|called in sick|bereavement in the family|death in the family)\b`,
}

var (
	// ofTheWork are words of a line about the work, where people and things fall ill and die as well.
	ofTheWork = regexp.MustCompile(`(?i)\b(?:patients?|residents?|clients?|customers?|callers?|guests?|visitors?|pupils?|students?|` +
		`process(?:es)?|servers?|products?|machines?|policy|policies|rota|script|template|form|chapter|character|scene)\b`)
	// isOver are words of a line that says that it is past, or is not so.
	isOver = regexp.MustCompile(`(?i)\b(?:back from|recovered|all clear|not (?:ill|sick|unwell)|years ago|returned from)\b`)
)

// ownNewsOf makes the shapes for one person.
func ownNewsOf(p notes.Person) *regexp.Regexp {
	names := []string{regexp.QuoteMeta(p.Name), regexp.QuoteMeta(p.First())}
	for _, a := range p.Aliases {
		names = append(names, regexp.QuoteMeta(a))
	}
	who := "(?:" + strings.Join(names, "|") + ")"
	return regexp.MustCompile("(?i)" + strings.ReplaceAll(strings.Join(ownNews, "|"), "{who}", who))
}

// mayBeNews are pieces of words, one of which stands in every line that the shapes find: to look for them first spares
// the work where there is nothing, which is nearly always.
var mayBeNews = []string{
	"died", "dying", "passed away", "death", "funeral", "hospi", "cancer", "stroke", " ill", "loss of", "lost ", "buri", "bury", "mourn",
	"griev", "sick", "signed off", " leave", "unwell", "operation", "surgery", "chemo", "diagnos", "miscarriage", "bereave",
}

// holdsBack reports whether a note of the last two weeks, and not before the day on which they came back, holds the
// questions back.
func holdsBack(f notes.PromptFacts, back notes.Date) bool {
	var shapes *regexp.Regexp
	for _, n := range f.Lately {
		if n.Date > f.Today || f.Today.DaysSince(n.Date) > upwardDays || n.Date < back || n.Person != f.Person.ID {
			continue
		}
		for _, line := range strings.Split(n.Body, "\n") {
			line = strings.TrimLeft(strings.TrimSpace(line), "-*+•> ")
			if !mayHoldBack(line, f.Others) {
				continue
			}
			if shapes == nil {
				shapes = ownNewsOf(f.Person)
			}
			if shapes.MatchString(line) {
				return true
			}
		}
	}
	return false
}

func mayHoldBack(line string, others []string) bool {
	low := strings.ToLower(" " + line)
	for _, piece := range mayBeNews {
		if strings.Contains(low, piece) {
			return !ofTheWork.MatchString(line) && !isOver.MatchString(line) && !namesOneOf(line, others)
		}
	}
	return false
}

// stillSaid are the occasions of a kind that are due: while questions are held back, of support the open needs alone.
func stillSaid(k kind, f notes.PromptFacts, quiet bool) []occasion {
	if quiet && k.name == Support {
		return oldestFirst(openNeeds(f))
	}
	return k.due(f)
}
