package notes

// ownWordsNote names the note of the table in which the manager has words of their own.
const ownWordsNote = "own words"

var tableWords = labelWordsOf(
	[]ownWord{{"Aufgabe", Todo}, {"à faire", Todo}, {"follow up call", Ask}}, []string{"todo", "win"},
)

var wordRows = labelGroup{
	title: "9. Words of your own",
	says: "Settings adds words for a label, and switches built-in ones off; a label always keeps one word. They are read as the built-in " +
		"ones are, of two that fit the longer one. Handback writes the label's own word, and where that is off the first of yours. In the lines " +
		"marked *own words*, `Aufgabe` and `à faire` are added for todo, `follow up call` for ask, and `todo` and `win` are off.",
	rows: []labelRow{
		{line: "Aufgabe: call HR", in: ownWordsNote, reads: "todo · Ana · call HR"},
		{line: "AUFGABE Ben: call HR", in: ownWordsNote, reads: "todo · Ben · call HR"},
		{line: "- [ ] aufgabe: call HR", in: ownWordsNote, reads: "todo · Ana · call HR"},
		{line: "[]Aufgabe: call HR", in: ownWordsNote, reads: "todo · Ana · call HR"},
		{line: "**Aufgabe:** call HR by Fri", in: ownWordsNote, reads: "todo · Ana · call HR · by 2026-11-27"},
		{line: "Aufgabe me: call HR", in: ownWordsNote, reads: "todo · me, for Ana · call HR"},
		{line: "Aufgabe Ben - call HR", in: ownWordsNote, reads: "todo · Ben · call HR"},
		{line: "À  FAIRE: two blanks", in: ownWordsNote, reads: "todo · Ana · two blanks"},
		{line: "a\u0300 faire: an accent of its own", in: ownWordsNote, reads: "todo · Ana · an accent of its own"},
		{line: "Aufgaben: call HR", in: ownWordsNote, reads: "prose"},
		{line: "Aufgabe für Freitag: call HR", in: ownWordsNote, reads: "prose"},
		{line: "\\Aufgabe: call HR", in: ownWordsNote, reads: "prose"},
		{line: "follow up: call HR", in: ownWordsNote, reads: "todo · Ana · call HR"},
		{line: "follow up call: how was it?", in: ownWordsNote, reads: "ask · me, for Ana · how was it?"},
		{line: "todo: call HR", in: ownWordsNote, reads: "prose"},
		{line: "[]todo: call HR", in: ownWordsNote, reads: "prose"},
		{line: "- [ ] call HR", in: ownWordsNote, reads: "todo · Ana · call HR"},
		{line: "win: the first sale", in: ownWordsNote, reads: "prose"},
		{line: "praise: the first sale", in: ownWordsNote, reads: "praise · Ana · the first sale"},
		{line: "Aufgabe: call HR", reads: "prose"},
	},
}
