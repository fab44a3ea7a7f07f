package notes

// The words that say in a text that there is nothing to say.

const emptyList = `none nothing nil n/a na nope nichts keine keiner kein keins nada ninguno ninguna ningún rien néant
		aucun aucune niente nessuno nessuna nenhum nenhuma nix geen нет`

var (
	emptyWords = words(emptyList)
	noAnswers  = words("no n " + emptyList) // with what begins "no blockers" and "n.a."
	emptyFill  = words(`yet this that week weeks month time today now for at the moment so far new really sadly here to
		report right currently present still more else of note special thanks round meeting quarter sprint
		bisher diese dieser woche heute im moment zurzeit derzeit cette semaine pour l'instant l’instant
		esta semana por ahora hoy mes de momento le la aujourd'hui questa settimana offen offene neue neues
		aktuell sonst besonderes nuevo nouveau spécial à signaler`)
)
