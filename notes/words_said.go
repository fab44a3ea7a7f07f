package notes

// The words that lines say plainly without a label, as they are listened for; nobody reads them on a screen.

// beginnings are how lines begin that say plainly what they are without a label, and what is left of them in the line.
var beginnings = []struct {
	begin string
	label Label
	keep  bool // the beginning stays in the text
}{
	{"need to talk about ", Topic, true},
	{"we need to talk about ", Topic, true},
	{"want to talk about ", Topic, true},
	{"to discuss next time", Topic, false},
	{"parking lot: ", Topic, false},
	{"follow up with ", Todo, true},
	{"follow up w/ ", Todo, true},
	{"follow up on ", Todo, true},
	{"follow-up with ", Todo, true},
	{"chase ", Todo, true},
	{"decided to ", Decided, false},
	{"we decided to ", Decided, false},
	{"we decided: ", Decided, false},
	{"we agreed to ", Decided, false},
	{"we decided that ", Decided, false},
	{"we agreed: ", Decided, false},
	{"we're going with ", Decided, false},
	{"we are going with ", Decided, false},
	{"hemos acordado ", Decided, false},
	{"acordamos ", Decided, false},
	{"quedamos en ", Decided, false},
	{"wir haben entschieden", Decided, true},
	{"wir haben vereinbart", Decided, true},
	{"needs a ", Need, false},
	{"needs an ", Need, false},
	{"needs help with ", Need, true},
	{"really proud of ", Praise, true},
	{"nice work on ", Praise, true},
	{"good job on ", Praise, true},
	{"blocked on ", Stuck, true},
	{"we agreed on ", Decided, false},
	{"we agreed that ", Decided, false},
	{"decided we ", Decided, true},
	{"decided that ", Decided, false},
	{"decision made: ", Decided, false},
	{"decidimos ", Decided, false},
	{"hemos decidido ", Decided, false},
	{"on a décidé de ", Decided, false},
	{"nous avons décidé de ", Decided, false},
	{"wir haben beschlossen", Decided, true},
	{"ask her ", Ask, false},
	{"ask him ", Ask, false},
	{"great job on ", Praise, true},
	{"great job with ", Praise, true},
	{"well done on ", Praise, true},
	{"she needs a", Need, false},
	{"he needs a", Need, false},
	{"she is stuck ", Stuck, false},
	{"he is stuck ", Stuck, false},
	{"she's stuck ", Stuck, false},
	{"he's stuck ", Stuck, false},
	{"stuck on ", Stuck, true},
	{"blocked by ", Stuck, true},
}

// foreignLabels are words for labels in other languages, which are offered where a colon follows.
var foreignLabels = map[string]Label{
	"aufgabe": Todo, "aufgaben": Todo, "acción": Todo, "tarea": Todo, "à faire": Todo, "tâche": Todo, "a fazer": Todo,
	"tarefa": Todo, "задача": Todo, "宿題": Todo,
	"entscheidung": Decided, "beschluss": Decided, "beschlossen": Decided, "decisión": Decided, "acuerdo": Decided,
	"décision": Decided, "decisão": Decided, "решение": Decided,
	"lob": Praise, "danke": Praise, "bravo": Praise, "frage": Ask, "pregunta": Ask, "idee": Idea, "idée": Idea, "thema": Topic,
	"tema": Topic, "sujet": Topic,
	"help": Need, "besoin": Need, "necesidad": Need, "blockers": Stuck, "risks": Stuck, "hindernis": Stuck, "bloqueo": Stuck,
	"blocage": Stuck, "decisions": Decided, "ideas": Idea, "questions": Ask,
}

// handings are how somebody is thanked.
var handings = []string{
	"kudos to ", "props to ", "shout out to ", "shout-out to ", "shoutout to ", "thanks to ", "thx to ", "thank you ", "thanks ",
	"thx ", "danke an ", "dank an ", "merci à ",
	"gracias a ", "enhorabuena a ", "bravo à ", "lob an ", "muy buen trabajo de ", "buen trabajo de ", "great work by ",
	"hats off to ", "nice work by ", "vielen dank an ", "felicidades a ", "chapeau à ", "grazie a ", "great job by ", "well done ",
}

var whyWords = words("for für fürs pour por con who")

// talksOf are words after a label in capitals that make it a word of a sentence.
var talksOf = words("from of is was are were has have had list lists items comments comment but and or but made pending the")

// areWords are words before a `due` that make it part of a sentence.
var areWords = words("is are was were be been not")
