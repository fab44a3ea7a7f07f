package prompt

// Words for it. Talking something over is no such thing: somebody is talked over, or their turn is. What the manager did
// themselves is none, and neither is what was done to others.
const (
	whoseIdea = `(?:her|his|their|{who}['’]s) (?:own |first |last |new )?(?:ideas?|proposals?|suggestions?|points?|question|` +
		`paper|plan|draft|view)`
	unheard = `(?:nobody|no one|none of (?:them|the \w+)) (?:(?:in|at|from|on) (?:the )?[\p{L}-]+ )?` +
		`(?:picked up|took up|answered|reacted to|asked about|listened to|responded to|heard|wanted to hear|read|followed up on|noticed) ` +
		`(?:(?:on )?` + whoseIdea + `|(?:her|him|{who})` + wordEnds + `)|` +
		wordBegins + whoseIdea + ` (?:was|were|got|is|has been|have been|gets?|keeps? (?:getting|being)) (?:again |simply |just |then )?` +
		`(?:ignored|talked over|spoken over|passed over|brushed (?:off|aside)|waved (?:away|aside)|laughed (?:at|off)|drowned out|` +
		`shot down|` +
		`dismissed|not (?:heard|picked up|taken up|discussed)|overlooked|skipped|lost in the (?:talk|discussion|noise))\b|` +
		wordBegins + whoseIdea + ` (?:fell flat|went nowhere|went unheard|got no (?:answer|reaction|reply|hearing)|` +
		`didn['’]t (?:land|get across|come across|get through)|` +
		`did not (?:land|get across|come across|get through)|died in the room)\b|` +
		wordBegins + `(?:she|he|they|{who}) (?:was|were|got|gets?|is|are|keeps? (?:getting|being)|has been|have been) (?:again |` +
		`simply |just |constantly |twice |often )?` +
		`(?:talked over|spoken over|interrupted|cut off|cut short|shouted down|drowned out|not (?:heard|listened to))\b|` +
		`(?:[\p{L}-]+ |^)(?:talked|spoke|speaks|talks|talking|shouted) (?:right )?over (?:her|him|{who})` + wordEnds + `|` +
		wordBegins + `(?:she|he|they|{who}) (?:could|can|did)(?:n['’]t| not|not) (?:get a word in|get (?:it|the idea|her idea|` +
		`his idea|their idea|her point|` +
		`his point|their point) (?:across|through)|make (?:herself|himself|themselves) heard|get through to)\b|` +
		`\b(?:somebody|someone) else (?:got|took|was given) the credit\b`
)

var (
	saysUnheard = pattern(unheard)
	// alsoOfOthers are shapes that tell of other things than ideas, too, unless the line has one of the words of aboutIdeas.
	alsoOfOthers = pattern(`interrupted|cut (?:off|short)|(?:answered|noticed|read|asked about|heard) (?:her|him|{who})`)
	aboutIdeas   = pattern(`\b(?:ideas?|proposals?|suggest\w*|points?|plans?|papers?|drafts?|` +
		`meetings?|discussions?|round|retro|stand-?up|board)\b`)
	// byMe are words of a line in which the manager is the one who did it, and of what is meant as a joke about hearing.
	byMe = pattern(`(?:^|\bI(?:['’]ve| have)? )(?:(?:just|again|simply) )?(?:talked|spoke|shouted|interrupted|` +
		`cut) (?:right )?(?:over|off)?|\bby me\b|\bI (?:interrupted|ignored)\b`)
	// unheardNot are words of a line that says that it is over, or only thought of.
	unheardNot = pattern(`\b(?:if|whether|so that|no longer|not any ?more|never again|afraid|worried|used to|instead of)\b`)
	// mayBeUnheard are pieces of words, one of which stands in every line that the shapes find.
	mayBeUnheard = hintsOf(
		"nobody", "no one", "none of", "ignored", " over", "brushed", "waved", "laughed", "drowned", "shot down", "dismissed", "not heard",
		"not picked", "not taken", "not discussed", "skipped", "lost in", "fell flat", "nowhere", "unheard", "no answer", "no reaction",
		"no reply", "no hearing", "land", "across", "through", "died in", "interrupted", "cut off", "cut short", "shouted", "not listened",
		"word in", "heard", "the credit",
	)
)

// turnsDown are those who may turn an idea down.
const turnsDown = `board|team|others|group|council|committee|management|` +
	`management team|leads?|head office|` +
	`finance|legal|HR|IT|sales|support|union|owner|owners|chef|head|director|client|customer|ward|staff`

// sayNo are words of a remark that says that somebody else said no. A remark that only gives a reason is the manager's own.
var sayNo = pattern(`^by (?:the )?(?:` + turnsDown + `)\b|^(?:the )?(?:` + turnsDown + `)\W*$|` +
	`\b(?:the )?(?:board|team|others|group|committee|management|head office|finance|legal|director|owners?) ` +
	`(?:said no|voted|turned it down|declined|didn['’]t want|did not want|don['’]t want|refused|was against|were against|` +
	`wouldn['’]t hear)\b|` +
	`\b(?:nobody|no one) (?:else )?(?:wanted|picked|took|agreed|voted)\b|\boutvoted\b`)

// trialEnds finds the day until which an idea is tried, in the answer to it: "her call, until 12 Feb 2027".
var trialEnds = pattern(`\buntil (.+)$`)

// notBegun are words of a line that says of an adopted idea that nothing has come of it so far, or asks.
var notBegun = pattern(`n['’]t\b|\b(?:not|never|no|nobody|nothing|none|still to|yet|waits?|waiting|forgot(?:ten)?|dropped|instead of|` +
	`should|must|would|could|wants? to|going to|next (?:week|month|year|time))\b|\?`)
