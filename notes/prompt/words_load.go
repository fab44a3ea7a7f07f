package prompt

import (
	"strings"

	"handback/notes"
)

// Words for having too much say it of a person: she, he, they, a name, or I where the line is theirs or quotes them. A line
// without a subject counts where it begins so ("Drowning in mail"); of the work the same words say something else.
const (
	loadAux  = `(?:['’]s|['’]re|['’]m| is| are| am| was| were| has been| have been|['’]ve been| feels?| felt| feeling| keeps?| got)?`
	loadMore = `(?: still| just| completely| totally| really| quite| so| rather| pretty| already| currently| again| absolutely| ` +
		`a bit| a little| constantly| simply| now)*`
	loadVerb = `(?:drowning|overloaded|overwhelmed|overworked|overstretched|swamped|snowed under|stretched (?:too|very|so) thin|` +
		`run off (?:her|his|their|my) feet|at (?:her|his|their|my) limits?|burn(?:t|ed|ing) out|at breaking point|maxed out|over capacity|` +
		`under ?water|up to (?:her|his|their|my) (?:neck|ears|eyes|eyeballs)|struggling to (?:keep up|cope)|` +
		`working (?:at |on |through |over )?(?:the |all |both |most |every )*weekends?|working (?:late )?every (?:evening|night)|` +
		`working late (?:most|every) (?:evenings?|nights?|days?))`
	loadDoes = `(?: just| simply| really| still| often| regularly| now| also| always)*(?: can(?:no|['’])t)(?: any ?more| really| just)? ` +
		`(?:keep up|cope|take (?:any ?more|anything more|more)(?: on)?|take on (?:any ?more|anything|more)|manage (?:it|this|` +
		`them) all|do it all)\b|` +
		`(?: just| simply| really| often| regularly| has| have| had|['’]s|['’]ve)* ` +
		`work(?:s|ed)? (?:again )?(?:at |on |through |over )?(?:the |all |both |most |every |last )*weekends?\b|` +
		`(?:['’]s| has|['’]ve| have| had| has got| have got|['’]s got|['’]ve got)(?: far| way| just| simply| really)? too (?:much|` +
		`many things) ` +
		`(?:work|to do|on|at once|going on)\b|` +
		`(?: has|['’]s got| has got| have| had|['’]s|['’]ve got) no (?:capacity|room|air)(?: left| for (?:more|anything (?:more|` +
		`else)|another \w+))\b`
	loadSays = `(?:just |also |again )?(?:says?|said|told me|tells me|feels?|felt|thinks?|finds?|found)(?: that| like)? ` + loadIt
	loadIt   = `["“‘']?(?:it|this|that|all this|all of it|it all|everything|the load|the work ?load|her load|his load|` +
		`their load|my load|her week|his week|their week|my week)` +
		`(?:['’]s| is| was| has become| feels| felt| gets| is getting| got)?(?: all| just| simply| really| far| way| getting|` +
		` becoming)* too much`
	tooMuchEnd = `(?: work| for (?:her|him|them|me)| right now| at the moment| at once| to (?:do|handle|carry)| by now| again|` +
		` lately| now| these days|` +
		` this (?:week|month)| since \w+)*\s*(?:$|[.,;:!)"”’'–—]| and | with | so | but | because )`
	loadOfTheirs = `(?:too much|so much|enough|more than enough|a lot) (?:is )?on (?:her|his|their|my) (?:plate|shoulders|desk)\b|` +
		`\b(?:her|his|their|my) plate(?: is|['’]s) (?:too |over)?full\b|` +
		`\b(?:her|his|their|my) (?:work ?)?load (?:is|was|feels|felt|has become|got)(?: just| far| way| really| simply)* ` +
		`(?:too (?:much|high|heavy|big)|unsustainable|not sustainable|unmanageable)\b|` +
		`\bmore than (?:she|he|they|I|{who}) can (?:do|handle|manage|take|carry|cope with)\b`
	// lastStraw is that one thing more would be the end of it.
	lastStraw = `(?:(?:if|when) (?:I (?:get|have to (?:do|take))|she (?:gets|has to (?:do|take))|he (?:gets|has to (?:do|take))|` +
		`they (?:get|have to (?:do|take))|there['’]s) )?(?:(?:if|when) )?(?:one|another|anything) (?:single )?more[^.;!?]{0,50}?,? ` +
		`(?:and |then )?(?:I|she|he|they|{who})(?:['’]ll|['’]d|['’]m| will| would| am| is| are)? (?:just )?` +
		`(?:walks? out|quits?|leaves?(?: us| for good| this place)?(?:[.,;!"”’']|$)|resigns?|gone|out of here|` +
		`hands? in (?:her|his|their|my) notice|breaks? down|screams?|explodes?|snaps?)(?:$|[^\p{L}])`
	// loadStart is what may follow words that begin a line without a subject.
	loadStart = `(?:\s*(?:$|[.,;:!)–—"”])| in | with | by | at | again| this | these | since | right now| lately| and | because |, )`
)

// quotes begin what somebody is quoted with.
const quotes = `"“‘`

// loadOf are the words with their subject.
func loadOf(subject string) string {
	return wordBegins + subject + loadAux + loadMore + ` ` + loadVerb + `\b|` +
		wordBegins + subject + `(?:` + loadDoes + `)|` +
		`(?:` + wordBegins + subject + ` |^)` + loadSays + tooMuchEnd + `|` +
		wordBegins + subject + `: ` + loadIt + tooMuchEnd
}

var (
	// saysTheirLoad finds them said of the person, or without a subject; saysMyLoad by somebody of themselves.
	saysTheirLoad = pattern(loadOf(`(?:she|he|they|{who}|{who}: (?:I|we))`) + `|` +
		`^["“‘']?(?:still |again |completely |totally |really |just |so |feels |feeling |is |was )*` + loadVerb + loadStart + `|` +
		`^["“‘']?(?:it['’]s |this is |it is |all this is |it all is |everything is )?(?:all |just |simply |far |way )*too much` +
		tooMuchEnd + `|` +
		`^["“‘']?(?:just |simply |really )?can(?:no|['’])?t (?:keep up|cope|take (?:any ?more|more)(?: on)?)\b|` +
		`^too much (?:work|to do|at once|going on)\b|` + loadOfTheirs + `|` + wordBegins + lastStraw)
	saysMyLoad = pattern(loadOf(`I`))
)

var (
	// loadOfWork are words of a line that says it of the work: of a server, a circuit, or of what they do to something.
	loadOfWork = pattern(`\b(?:servers?|systems?|databases?|clusters?|queues?|networks?|machines?|circuits?|` +
		`fuses?|grids?|pipelines?|` +
		`disks?|drives?|vans?|lorr(?:y|ies)|trucks?|trolleys?|ovens?|fryers?|switchboards?|printers?|apps?|websites?|endpoints?|` +
		`kindness|thank(?:s|ed)|flowers|applause|joy|praise|sauce|butter|syrup|rota|roster|opening hours|overtime rate|shift pattern)\b|` +
		`\b(?:overloaded|drowning|swamped|overwhelmed|burn(?:t|ed|ing)) (?:the|a|an|our|my|her|his|their|it|them|us|me)\b`)
	// loadIsOver are words of a line that says that it is past, not so, or only thought of.
	loadIsOver = pattern(`\b(?:no longer|not any ?more|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|won['’]t be|` +
		`not (?:over|drown|swamp|stretch|work|too)\w*|` +
		`never|any ?longer|last year|years ago|back then|used to|in (?:her|his|their) (?:last|old) (?:job|place|team)|better now|` +
		`fine now|caught up|` +
		`instead of|rather than|stopped working|volunteers?|volunteered|offered to)\b`)
	// loadIf stands before what is not so yet.
	loadIf = pattern(`\b(?:if|whether|unless|in case|before|lest|would|could|might|(?-i:may)|will|afraid|` +
		`worried|risk|so that|ask(?:ed)? (?:her|him|them))\b`)
)

// tooMuch reports whether a line says that it is too much for the person; theirs are lines of which they are the speaker.
// What names somebody else before it may be about them.
func tooMuch(line string, theirs bool, f notes.PromptFacts) bool {
	line = withWho(line, f.Person)
	if loadIsOver().MatchString(line) || loadOfWork().MatchString(line) || strings.HasSuffix(strings.TrimSpace(line), "?") {
		return false
	}
	at := saysTheirLoad().FindStringIndex(line)
	if at == nil {
		at = saysMyLoad().FindStringIndex(line)
		if at == nil || !theirs && !strings.ContainsAny(line[:at[1]], quotes) {
			return false
		}
	}
	return !loadIf().MatchString(line[:at[0]]) && !namesOneOf(line[:at[1]], f.Others)
}

// mayBeLoad are pieces of words, one of which stands in every line that the shapes find.
var mayBeLoad = hintsOf(
	"too much", "too many", "drowning", "overl", "overw", "overs", "over cap", "swamped", "snowed", "stretched", "feet", "limit", "burn",
	"breaking point", "maxed", "underwater", "under water", "up to", "struggling", "weekend", "every evening", "every night",
	"working late", "cope", "can't", "can’t", "cannot", "plate", "load", "more than", "no capacity", "no room", "no air", "shoulders", "desk",
	"e more", "r more", "g more",
)
