package notes

// The words of dates that are said roughly, or wrong.

// roughParts are the words for a part of a week, a month and the like: its beginning, its middle and its end.
var roughParts = map[string]byte{
	"early": 'b', "start": 'b', "beginning": 'b', "begin": 'b', "mid": 'm', "middle": 'm', "late": 'e', "end": 'e',
}

// roughFill adds nothing.
// notDueAfter are words after which a day at the end of a line says something else than by when: "ask about Friday".
var notDueAfter = words(`a about after an and as at between by each every for from in last no not of off or past per since than that
	the till to until versus vs with without`)

var roughFill = words("the of in at a around about")

// misspeltDays are words with more wrong letters than one.
var misspeltDays = map[string]string{
	"tommorow": "tomorrow", "tommorrow": "tomorrow", "tomorow": "tomorrow", "wensday": "wednesday", "wendsday": "wednesday",
	"thrusday": "thursday", "thirsday": "thursday", "febuary": "february",
}
