package prompt

import "strings"

// handedWords are the manager's own words for handing back; a subject that is left out is the manager.
const handedWords = `^(?:I(?:['’]ve| have)? )?handed (?:[^.,;:]{2,60}? )?(?:back|over)(?: to (?:her|him|them|` +
	`{who}))?\s*(?:$|[.,;:–—(]| and | with | today| this )|` +
	`\bI(?:['’]ve| have)? handed (?:[^.,;:]{2,60}? )?(?:back|over)(?: to (?:her|him|them|{who}))?\s*(?:$|[.,;:–—(]| and |` +
	` with | today| this )|` +
	`^(?:I(?:['’]ve| have)? )?handed (?:her|him|them|{who}) (?:the|my|our|all) |` +
	`\b(?:is|are) (?:hers|his|theirs|{who}['’]s) (?:now|again)\b`

// mayBeHanded reports whether one of the words stands in a line without which none of the shapes finds anything.
func mayBeHanded(line string) bool {
	low := strings.ToLower(line)
	return strings.Contains(low, "handed ") || strings.Contains(low, "s now") || strings.Contains(low, "s again")
}
