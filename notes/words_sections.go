package notes

// The words of headings that are listened for.

var sectionTitles = map[Label][]string{
	Todo: {
		"action items", "actions", "action points", "next steps", "next step", "to do", "todo", "to-do", "to dos", "todos", "to-dos", "tasks",
		"follow-ups", "follow ups", "follow-up", "actions and next steps", "nächste schritte", "aufgaben", "tareas", "próximos pasos",
		"acciones",
		"à faire", "prochaines étapes", "próximas ações", "a fazer", "задачи", "ネクストアクション",
	},
	Decided: {
		"decisions", "decision", "decided", "agreed", "agreements", "beschlüsse", "entscheidungen", "decisiones", "acuerdos",
		"décisions", "decisões",
	},
	Praise: {"praise", "kudos", "shout-outs", "shoutouts", "wins", "lob", "elogios"},
	Stuck:  {"blockers", "blocker", "blocked", "stuck", "risks", "risks/blockers", "bloqueos", "blocages", "hindernisse"},
	Idea:   {"ideas", "idea", "ideen", "idées", "ideias"},
	Ask:    {"questions", "open questions", "question", "fragen", "offene fragen", "preguntas"},
	Need:   {"needs", "support needed", "needed from me", "needed"},
}

var (
	mineTitles  = map[string]bool{"mine": true, "my actions": true, "for me": true, "for me to do": true, "me": true}
	theirTitles = words("theirs hers his")
	// mineWords stand behind a heading, in brackets or after a dash, and mean me.
	mineWords = words("me mine manager i my self")
)

// nameParticles are the words of a name that have no capital.
var nameParticles = words("van von de der den del da dos di le la and und y et")

var (
	// listTitles begin the headings of lists of people and of agendas; listTitlesAlone are such headings by themselves.
	listTitles = []string{
		"attendees", "attendance", "participants", "roll call", "agenda", "who's here", "who is here", "in the room", "invitees",

		"anwesend", "anwesende", "anwesenheit", "teilnehmer", "teilnehmende", "teilnehmerinnen", "tagesordnung",
		"asistentes",
		"asistencia", "participantes", "orden del día", "présents", "présentes", "participants", "ordre du jour",
		"presenti", "presentes", "ordine del giorno", "pauta",
		"участники", "повестка",
	}
	listTitlesAlone = map[string]bool{
		"present": true, "absent": true, "apologies": true, "here": true, "people": true,
		"guests": true, "top": true,
	}
)
