package prompt

// handedWords are the manager's own words for handing back; a subject that is left out is the manager.
const handedWords = `^(?:I(?:['’]ve| have)? )?handed (?:[^.,;:]{2,60}? )?(?:back|over)(?: to (?:her|him|them|` +
	`{who}))?\s*(?:$|[.,;:–—(]| and | with | today| this )|` +
	`\bI(?:['’]ve| have)? handed (?:[^.,;:]{2,60}? )?(?:back|over)(?: to (?:her|him|them|{who}))?\s*(?:$|[.,;:–—(]| and |` +
	` with | today| this )|` +
	`^(?:I(?:['’]ve| have)? )?handed (?:her|him|them|{who}) (?:the|my|our|all) |` +
	`\b(?:is|are) (?:hers|his|theirs|{who}['’]s) (?:now|again)\b`

var saysHanded = pattern(handedWords)

// mayBeHanded are pieces of words, one of which stands in every line in which the shapes find something.
var mayBeHanded = hintsOf("handed ", "s now", "s again")

// toDecide begins an action that is to make a decision, or to agree to one.
var toDecide = pattern(`^\W*(?:please )?(?:decide|choose|make (?:the|a) (?:decision|call) (?:on|about)|have the last word|rule on|` +
	`approve|ok|okay|sign off(?: on)?|` +
	`(?:tell|let) (?:her|him|them|{who}) (?:know )?(?:whether|which|if|yes or no)|say (?:yes or no|whether|which))\b`)

// didMyself finds that the manager did a piece of work in somebody's place, wasAsked that it had been asked for or agreed.
// mayBeDoneMyself are pieces of words, one of which every such line has.
var (
	didMyself = pattern(`\bI(?:['’]ve| have)? (?:(?:just|then|quickly|simply|had to|ended up) )?` +
		`(?:d(?:id|o|one)|made|wr(?:ote|itten)|re?did|redone|finished|planned|drew up|set up|sorted|filled in|changed|rearranged|took over)` +
		` (?:it|that|this|the|her|his|their|all|half|most|\w+ of)\b[^.;!?]*?` +
		`(?:\bmyself\b|\b(?:for|instead of) (?:her|him|them|{who})(?:$|[^\p{L}])|\b(?:quicker|faster|easier)\b)`)
	wasAsked        = pattern(`\b(?:asked me|asked if I|wanted me|we['’]d agreed|as agreed|agreed that I|with (?:her|him|them)|together)\b`)
	mayBeDoneMyself = hintsOf("myself", "for ", "instead of ", "quicker", "faster", "easier")
)
