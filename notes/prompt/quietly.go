package prompt

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"sync"

	"handback/notes"
	"handback/notes/voice"
)

// Where a note says that the person themselves lost somebody, is ill or on leave, questions are held back: only a step-in's
// end, promises of mine and needs of theirs speak. The manager is asked once, beside the note, until when; what is stored is
// that day and that it was asked. Where nobody answers it ends by itself, QuietDays after the note. Hidden lines are read
// too, since what is kept private is most likely to be meant.
const (
	whose  = `(?:my|her|his|their|{who}['’]s)`
	they   = `(?:^|\b(?:she|he|they|{who})\b)(?:['’]s|['’]re| is| are| was| were| has been| have been| been| will be| went| has gone)?`
	family = `(?:mother|father|mum|mom|dad|parents?|wife|husband|partner|son|daughter|child|children|kids?|baby|brother|sister|twin|` +
		`gran|grandmother|grandfather|grandma|grandpa|grandad|nan|aunt|uncle|cousin|nephew|niece|friend|family)`
	spell   = `an?|\d+|one|two|three|four|five|six|some|several|the rest|now|good`
	clinic  = `(?:hospital|A&E|emergency room)`
	leaveOf = `(?:sick|medical|mat|maternity|paternity|parental|compassionate|bereavement|family|carer['’]?s['’]?) leave`
)

// ownLosses are the shapes of a line about somebody close to them, Themself standing for each of the person's names:
// they say whose it is, so that of the work no more than what stands before or in them counts.
var ownLosses = []string{
	whose + ` (?:[\p{L}-]+ ){0,2}` + family + `\b.*?\b(?:died|dying|dies|passed away|death|funeral|burial|` +
		`hospital|hospice|intensive care|cancer|stroke|heart attack|accident|coma|chemo(?:therapy)?|very ill|seriously ill|dementia)\b`,
	whose + ` (?:[\p{L}-]+ ){0,2}` + family + `(?:['’]s| is| has| was)? passed` +
		`(?:[.,;!]|$| (?:on (?:\w+day|the \d|\d)|in the night|last (?:night|\w+day|week)|this (?:morning|week)|yesterday|today))`,
	`\b(?:off|away|leave|home|flies|flying|drives|driving|travels|travelling|gone) [^.;]{0,25}\bfuneral\b`,
	`\b(?:death|funeral|illness|loss) of ` + whose + ` (?:[\p{L}-]+ ){0,2}` + family + `\b`,
	`\b(?:lost|buried|is burying|mourning|grieving for) ` + whose + ` (?:[\p{L}-]+ ){0,2}` + family + `\b`,
}

// ownNews are the shapes of a line about themselves; a word of the work before or beside them makes it one about the work.
var ownNews = []string{
	they + `(?: currently| now| still| back)? ?(?:(?:off|out|home|at home),? (?:sick|ill)|on ` + leaveOf + `|` +
		`in (?:the )?hospital|very ill|seriously ill|unwell|grieving|in mourning)\b`,
	they + `(?: currently| now| still)? ?signed off ` +
		`(?:sick|ill|work|again|by (?:the|her|his|their|a) (?:doctor|GP)|until|till|for (?:` + spell + `)|` +
		`with (?:stress|depression|burn[- ]?out|exhaustion|(?:her|his|their|a bad) (?:back|knee|hip|shoulder|heart)))\b`,
	`\b(?:doctor|GP)(?:['’]s)?\b.{0,15} (?:wrote|written|writes|signed|sent|sends|put|puts) ` +
		`(?:her|him|them|Themself) (?:off|home|on rest)\b`,
	`\b(?:off|out) [^.,;:]{0,25}[,:;] ?(?:(?:the|her|his|their) (?:knee|hip|shoulder|wrist|ankle|heart)|(?:her|his|their) back)` +
		`(?:[.,;!]|$)`,
	`\bdown with (?:the |a )?(?:bad )?(?:flu|covid|fever|migraine|pneumonia|burn[- ]?out)\b`,
	`\b(?:call|phon|report|r[au]ng|ring)(?:ed|s|ing)? (?:in )?(?:sick|ill)\b`,
	`\b(?:miscarried|(?:is|was|feels|are|were|been) (?:\w+ )?burn(?:ed|t)[- ]out|chemo(?:therapy)? (?:starts|began|begins|from|on))\b`,
	`\b(?:she|he|they|{who})\b.{0,20}\b(?:wrote|writes|called|calls|rang|phoned|texted|messaged|e?mailed)\b` +
		`(?: me| us)? from (?:the |a )?` + clinic + `\b`,
	they + `(?:['’]d)? ?(?:taken|admitted|rushed|brought) (?:in)?to (?:the |a )?` + clinic + `\b`,
	they + `(?:['’]s| is| are| was)? ?(?:being|to be) operated(?: on)?\b`,
	`\b(?:she|he|they|{who})\b(?:['’]s|['’]ll| is| are| was| will)? ` +
		`(?:has|have|had|needs?|needed|gets?|got|getting|having|facing|waits for|waiting for) ` +
		`(?:an? |the |another )?(?:\w+ )?(?:operation|surgery|biopsy|mammogram)\b`,
	`\b(?:they|doctors?|the hospital|the clinic)(?:['’]ve| have| has)? found (?:something|an? (?:\w+ )?(?:lump|shadow|growth|tumou?r|cyst)) ` +
		`(?:in|on) (?:her|his|their|Themself['’]s) (?:\w+ )?` +
		`(?:breast|lungs?|liver|brain|head|stomach|bowel|kidneys?|skin|neck|throat|prostate|blood|scan)\b`,
	`\b(?:broke|broken|fractured|tore|torn|dislocated) (?:her|his|their) (?:(?:left|right|other) )?` +
		`(?:arm|leg|wrist|ankle|hip|collar ?bone|foot|hand|rib|shoulder|elbow|knee|finger|achilles|ligament)s?\b`,
	`\b(?:out|off|away|not in|at home) (?:today |again )?with (?:a |the |her |his |their |an )?(?:bad |slipped |broken )?` +
		`(?:burn[- ]?out|depression|stress|flu|covid|pneumonia|migraines?|fever|concussion|` +
		`disc|knee|back|hip|shoulder|leg|arm|wrist|ankle|foot)\b`,
	`\b(?:she|he|they|{who})(?:['’]s|['’]re| is| are| was| were| has been| have been)(?: currently| now| still| quite| really)? ` +
		`(?:ill|sick)\b`,
	`\b(?:she|he|they|{who})(?:['’]s got| has| had| has got| has had) (?:an? )?(?:bad |small |mild |minor )?` +
		`(?:cancer|stroke|heart attack|miscarriage|burn[- ]?out|breakdown|concussion|accident)\b`,
	`\b(?:goes|going|gone|went|starts|started|taking|takes|begins) (?:on |into )?(?:(?:her|his|their|a) )?` + leaveOf + `\b`,
	whose + ` (?:own )?(?:operation|surgery|biopsy|mammogram|chemo|chemotherapy|diagnosis|miscarriage|bereavement|` +
		`sick note|` + leaveOf + `)\b`,
	`\b(?:was diagnosed with|has been diagnosed with|bereavement in the family|death in the family)\b`,
}

var (
	// ofTheWork are words of a line about the work, where people and things fall ill and die as well.
	ofTheWork = regexp.MustCompile(`(?i)\b(?:patients?|residents?|clients?|customers?|callers?|guests?|visitors?|pupils?|students?|` +
		`process(?:es)?|servers?|products?|machines?|policy|policies|rota|script|template|form|chapter|character|scene)\b`)
	// isOver are words of a line that says that it is past, or is not so.
	isOver = regexp.MustCompile(`(?i)\b(?:back from|recovered|all clear|benign|not (?:ill|sick|unwell)|years ago|returned from|` +
		`(?:sick|ill) (?:and tired|of|at ease)|ill-\w+)\b`)
)

var anyLoss, anyNews = shapesOf(ownLosses), shapesOf(ownNews)

// themself stands in a line for the person's own name, so that one set of shapes does for everybody.
const themself = "Themself"

// shapesOf makes one expression of shapes, when it is needed first.
func shapesOf(all []string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("(?i)" + strings.ReplaceAll(strings.Join(all, "|"), "{who}", themself))
	})
}

// namesOf finds the names of one person.
func namesOf(p notes.Person) *regexp.Regexp {
	var names []string
	for _, name := range append([]string{p.Name, p.First()}, p.Aliases...) {
		if name != "" {
			names = append(names, regexp.QuoteMeta(name))
		}
	}
	return regexp.MustCompile(`(?i)(^|[^\p{L}])(?:` + strings.Join(names, "|") + `)($|[^\p{L}])`)
}

// mayBeNews are pieces of words, one of which stands in every line that the shapes find: to look for them first spares
// the work where there is nothing, which is nearly always.
var mayBeNews = hintsOf(
	"died", "dying", "passed away", "death", "funeral", "hospi", "cancer", "stroke", " ill", "loss of", "lost ", "buri", "bury", "mourn",
	"griev", "sick", "signed off", " leave", "unwell", "operation", "surgery", "chemo", "diagnos", "miscarriage", "bereave",
	"heart attack", "burn", "a&e", "emergency", "operat", "broke", "fractur", " tore ", " torn ", "dislocat", "depress", "stress", " flu",
	"intensive", " knee", " hip", "shoulder", "wrist", "ankle", " heart", "his back", "her back", "their back",
	"coma", "dementia", "passed", " gone", " ill", "miscarried", "doctor", " gp",
	"covid", "pneumonia", "migraine", "fever", "concussion", "breakdown", "accident", "off with", "out with", "away with", "home with",
	"in with", "today with", "again with", "biopsy", "mammogram", "found ",
)

// workReach is how far behind the news a word of the work makes it one about the work: "the sick leave policy".
const workReach = 12

// newsOf is what of a line is news of the person's own, "" for nothing; others are the names of everybody else.
func newsOf(line string, own *regexp.Regexp, others []string) string {
	if isOver.MatchString(line) {
		return ""
	}
	said := own.ReplaceAllString(line, "${1}"+themself+"${2}")
	if at := anyLoss().FindStringIndex(said); at != nil && !ofTheWork.MatchString(said[:at[1]]) && !namesOneOf(said[:at[1]], others) {
		return said[at[0]:at[1]]
	}
	if at := anyNews().FindStringIndex(said); at != nil && !namesOneOf(said, others) {
		if !ofTheWork.MatchString(said[:min(len(said), at[1]+workReach)]) && (ofOne.MatchString(said[at[0]:at[1]]) || !ofSeveral(said[:at[0]])) {
			return said[at[0]:at[1]]
		}
	}
	return ""
}

// severalWords are the end of what stands before news about a number of people: "nine helpers", "half of the kitchen".
var severalWords = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{N}./-])(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|half|most|` +
	`both|several|some|many|all|a few|a couple|a third|everybody|everyone)((?: [\p{L}'’-]+){0,5}) ?$`)

// theirsAgain are words with which what stands before news comes back to one person.
var theirsAgain = regexp.MustCompile(`(?i)\b(?:she|he|they|her|his|their|Themself|days?|weeks?|months?|hours?|times?|and|but|reason|` +
	`jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b`)

// ofOne is the beginning of news that says itself whose it is, whatever number stands before it: "On 3 May she went on sick leave".
var ofOne = regexp.MustCompile(`(?i)^[^\p{L}]*(?:she|he|Themself)\b`)

// ofSeveral reports whether news is of several people, by what stands right before it.
func ofSeveral(before string) bool {
	m := severalWords.FindStringSubmatch(before)
	return m != nil && !theirsAgain.MatchString(m[1])
}

// News is a line of a note that says something of the person's own.
type News struct {
	Line int // counts from 1
	notes.QuietAnswer
}

// NewsIn are such lines of a note about p; others are the names of everybody else.
func NewsIn(n notes.Note, p notes.Person, others []string) []News {
	if !mayBeNews.in(n.Body) {
		return nil
	}
	var found []News
	var own *regexp.Regexp
	if !mayBeNews.in(strings.ReplaceAll(n.Body, "\n", " ")) {
		return nil
	}
	for i, line := range strings.Split(n.Body, "\n") {
		line = strings.TrimLeft(strings.TrimSpace(line), "-*+•> ")
		if !mayBeNews.in(line) {
			continue
		}
		if own == nil {
			own = namesOf(p)
		}
		if says := newsOf(line, own, others); says != "" {
			found = append(found, News{i + 1, notes.QuietAnswer{NoteUID: n.UID, Mark: markOf(n.UID, says)}})
		}
	}
	return found
}

// markOf tells a line of a note from its others by the words that make it news, whatever else is written into it.
func markOf(uid, says string) string {
	sum := sha256.Sum256([]byte(uid + "\n" + plain(says)))
	return hex.EncodeToString(sum[:8])
}

// OthersThan are the names of everybody else than a person and the manager, as PromptFacts.Others has them.
func OthersThan(id notes.PersonID, people []notes.Person) []string {
	var names []string
	for _, p := range people {
		if p.ID != id && p.Kind != notes.KindMe {
			names = append(append(names, p.Name, notes.Person{Name: p.Name}.FirstName()), p.Aliases...)
		}
	}
	return names
}

// How long questions are held back, in days: after a note where nobody answers, and what is offered as an answer.
const (
	QuietDays  = 14
	quietOffer = 14
	quietMost  = 366
)

// Quiet is the silence about a person.
type Quiet struct {
	Until notes.Date // the day from which questions come again, "" where none are held back
	Asks  []News     // the lines about which the manager is to be asked

	today notes.Date
	news  []News // all lines that were not asked about
}

// QuietOf is the silence about a person as things stand.
func QuietOf(f notes.PromptFacts) Quiet {
	back, _ := cameBack(f)
	return quietSince(f, back.since)
}

// HeldBack reports whether questions about a person are held back: because of news of their own, by what was agreed, or while
// they find their way back.
func HeldBack(f notes.PromptFacts) bool {
	back, gentle := cameBack(f)
	return gentle || quietSince(f, back.since).Until != ""
}

// quietSince is QuietOf where they came back on a day: what was written before it is over.
func quietSince(f notes.PromptFacts, back notes.Date) Quiet {
	q := Quiet{today: f.Today}
	if f.Today < f.Person.QuietUntil {
		q.Until = f.Person.QuietUntil
	}
	for _, n := range slices.Concat(f.Lately, f.NotHeld) {
		if n.Date > f.Today || f.Today.DaysSince(n.Date) >= QuietDays || n.Date < back || n.Person != f.Person.ID {
			continue
		}
		for _, news := range NewsIn(n, f.Person, f.Others) {
			if slices.Contains(f.QuietAnswers, news.QuietAnswer) {
				continue
			}
			q.news = append(q.news, news)
			if n.Date >= f.Person.QuietUntil { // what was written before is meant by what was agreed
				q.Asks = append(q.Asks, news)
				q.Until = max(q.Until, n.Date.AddDays(QuietDays))
			}
		}
	}
	return q
}

// Offer is the day that is offered as the end of a silence.
func (q Quiet) Offer() notes.Date { return q.today.AddDays(quietOffer) }

// FieldQuiet is the field of the day on which a silence ends, as Invalid names it.
var FieldQuiet = voice.T("Quiet until")

// Keep holds questions about p back until a day; none of the lines that are known is asked about again.
func (q Quiet) Keep(p notes.Person, until notes.Date) (notes.Change, error) {
	switch {
	case until <= q.today:
		return notes.Change{}, notes.Invalid{Field: FieldQuiet, Why: voice.T("Pick a day after today.")}
	case until.DaysSince(q.today) > quietMost:
		return notes.Change{}, notes.Invalid{Field: FieldQuiet, Why: voice.T("Pick a day within a year.")}
	}
	return q.answer(p, until), nil
}

// Lift ends the silence about p at once.
func (q Quiet) Lift(p notes.Person) notes.Change { return q.answer(p, "") }

func (q Quiet) answer(p notes.Person, until notes.Date) notes.Change {
	var c notes.Change
	if p.QuietUntil != until {
		p.QuietUntil = until
		c.Rows = append(c.Rows, p)
	}
	for _, n := range q.news {
		c.Rows = append(c.Rows, n.QuietAnswer)
	}
	return c
}

// stillSaid are the occasions of a kind that are due: while questions are held back, of support the open needs alone.
func stillSaid(k kind, f notes.PromptFacts, quiet bool) []occasion {
	if quiet && k.name == Support {
		return oldestFirst(openNeeds(f))
	}
	return k.due(f)
}
