package prompt

// What a manager writes without a label counts where its words are beyond doubt: that something was done unasked or was
// admired, that they had an idea, that they need something. It is looked for in open lines about the person alone, never in
// private ones, and only a line about somebody else names somebody else first.
const (
	somebody piece = `(?:her|him|them|Themself)`
	who      piece = `(?:she|he|they|Themself)`
	unasked  piece = `(?:nobody|no one|no-one|none of us) (?:had )?(?:asked|told) ` + somebody + ` (?:to|for)|` +
		`(?:unasked|unprompted|of (?:her|his|their) own accord|on (?:her|his|their) own initiative|off (?:her|his|their) own bat)|` +
		`without (?:being|anyone|anybody|me|my) (?:asked|asking|told|telling|prompting)|` +
		`(?:her|his|their) own (?:free )?(?:time|evening|weekend|break)s?|` +
		`before (?:I|anyone|anybody|any of us) (?:had )?(?:asked|noticed|knew|thought of it)`
	admired piece = `(?:clapped|applauded|cheered)|(?:brought|baked|gave|sent) ` + somebody + ` ` +
		`(?:a |an |some )?(?:cake|applause)|` +
		`(?:thanked|congratulated|complimented|raved about) ` + somebody + `|` +
		`(?:proud of|impressed (?:by|with)|grateful to|hats off to|good of|great of|kudos to|well done,?) ` + somebody + `|` +
		`(?:all )?(?:her|his|their) (?:own )?doing(?:[.,;!]|$)|that(?: was|['’]s| is) (?:all )?` + somebody + `(?:[.,;!]|$)|` +
		`(?:alone|on (?:her|his|their) own),? (?:and )?(?:for )?the first time|first time (?:alone|on (?:her|his|their) own)|` +
		who + ` (?:did|ran|led|handled|managed|held|explained|presented) (?:it|this|that|the \w+|her \w+|his \w+|their \w+) ` +
		`(?:really |very |so |quite )?(?:well|perfectly|beautifully|brilliantly|calmly)|` +
		`(?:better|faster|calmer) than (?:I|me|mine|we|ours)\b|` + who + `(?:['’]d| had| has| have)? been right`
)

var praiseProse = prose{
	hintsOf(
		"asked", "told", "prompt", "own ", "clapped", "applau", "cheer", "cake", "flowers", "card", "thank", "congrat", "complim",
		"raved", "proud", "impress", "grateful", "well done", "hats off", "good of", "great of", "kudos", "well", "perfectly", "beautifully",
		"brilliantly", "calmly", "than i", "than m", "than we", "than ours", "been right", "doing",
		"that was", "that's", "that’s", "that is", "first time",
		"before i", "before any",
	),
	proseOf(unasked + `|` + admired),
}

var ideaProse = prose{
	hintsOf("idea", "propos", "suggest", "to try"),
	proseOf(who + ` (?:(?:has|had|brought|came (?:up )?with|told me) (?:me )?(?:an?|another|a new|two|three|the) (?:\w+ )?ideas?|` +
		`(?:proposed|proposes|suggested|suggests)|(?:wants|would like|['’]d like|wanted) to try)\b|` +
		`(?:Themself['’]s|her|his|their) (?:\w+ )?(?:ideas?|proposals?|suggestions?)`),
}

var needProse = prose{
	hintsOf("need", "asked", "asks", "could use", "short of", "missing", "waits for", "waiting for"),
	proseOf(who + ` (?:(?:really |still |also )?needs?|would need|asked (?:me )?(?:again )?for|asks (?:me )?for|` +
		`could use|is short of|is missing)\b|` +
		`what ` + who + ` needs?`),
}

// lessWork and untilWhen are pieces of words, one of each stands in every line that hoursUntil fits: to look for them
// first spares the work where there is nothing, which is nearly always.
var (
	lessWork = hintsOf("reduced", "shorter", "fewer", "half", "phased", "part", "light", "lifting", "nights", "only", "cent",
		" %", "0%", "1%", "2%", "3%", "4%", "5%", "6%", "7%", "8%", "9%")
	untilWhen = hintsOf("until", "till", "up to", "through")
)

// mayBeReward are pieces of words, one of which stands in every note of which rewardWords finds one.
var mayBeReward = hintsOf("reward", "bonus", "voucher", "gift card", "pay r", "promotion")

// asksWhat finds that somebody asks what something is, is for or means; mayAskWhat are pieces of words, one of which every such
// line has.
var (
	asksWhat = pattern(`(?:^|` + wordBegins + `(?:she|he|they|{who}) )(?:also |again |then |just )?` +
		`(?:ask(?:s|ed)|wonder(?:s|ed)|want(?:s|ed) to know|(?:did|does|do)(?:n['’]t| not) (?:know|understand|get|see)) ` +
		`(?:me |us )?(?:what|why|how come)\b`)
	mayAskWhat = hintsOf("ask", "wonder", "to know", "n't ", "n’t ", "not ")
)
