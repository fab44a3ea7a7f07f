package theirfile

import (
	"cmp"
	"slices"
	"strconv"

	"handback/notes"
	"handback/notes/voice"
)

// mainColumn is the column with the words of a row.
var mainColumn = map[string]string{
	"goal": "title", "step": "text", "opportunity": "text", "area": "tag", "expectation": "text", "stepping_in": "what",
	"company_goal": "title", "company_talk": "words", "own_review": "text", "review_line": "line", "prompt_event": "text",
	"verdict": "line", "dismissal": "text", "saved_search": "name", "company_change": "from_title",
}

// yes is how a value that holds is said.
var yes = map[string]string{
	"rhythm_fixed": voice.T("yes"), "crisis": voice.T("yes"), "theirs": voice.T("yes"), "left_out": voice.T("yes"),
	"for_them": voice.T("yes"), "muted": voice.T("yes"),
}

// values is how a value reads that is kept as a word of the program, by table and column, or by the column alone.
var values = map[string]map[string]string{
	"person.kind":  {"report": voice.T("reports to me"), "other": voice.T("doesn't report to me"), "me": voice.T("me")},
	"person.state": {"new": voice.T("new"), "here": voice.T("here"), "away": voice.T("away"), "left": voice.T("left")},
	"rhythm_unit":  {"week": voice.T("weeks"), "month": voice.T("months")},
	"rhythm_weekday": {
		"0": voice.T("Sunday"), "1": voice.T("Monday"), "2": voice.T("Tuesday"), "3": voice.T("Wednesday"), "4": voice.T("Thursday"),
		"5": voice.T("Friday"), "6": voice.T("Saturday"),
	},
	"prompt_event.outcome": {
		"in view": voice.T("saw it"), "asked": voice.T("added it to a note"), "acted on": voice.T("did it"), "later": voice.T("put it off"),
		"not for": voice.T("turned it off for them"), "passed over": voice.T("skipped it"), "another": voice.T("looked at another question"),
	},
}

// levels are the levels by their numbers.
var levels = func() map[string]notes.Level {
	of := map[string]notes.Level{}
	for l := notes.Tell; l <= notes.Delegate; l++ {
		of[strconv.Itoa(int(l))] = l
	}
	return of
}()

// columnNames are what the columns are called, by the table where it matters.
var columnNames = map[string]string{
	"name": voice.T("Name"), "kind": voice.T("Kind"), "role": voice.T("Role"), "pronoun": voice.T("Pronouns"), "state": voice.T("Status"),
	"since": voice.T("Since"), "joined": voice.T("Joined on"), "until": voice.T("Until"), "left_on": voice.T("Date left"),
	"delete_by": voice.T("Delete by"), "absences": voice.T("Days away"), "quiet_until": voice.T("Questions paused until"),
	"rhythm_every": voice.T("One-on-ones every"), "rhythm_unit": voice.T("Weeks or months"), "rhythm_fixed": voice.T("On a fixed day"),
	"rhythm_weekday": voice.T("Weekday"), "rhythm_at": voice.T("Time"), "rhythm_zone": voice.T("Time zone"),
	"rhythm_nth": voice.T("Week of the month"), "rhythm_day": voice.T("Day of the month"), "template": voice.T("Notes begin with"),
	"origin": voice.T("Came from"), "import": voice.T("Imported from"), "date": voice.T("Day"), "at": voice.T("Time"),
	"zone": voice.T("Time zone"), "called_off": voice.T("Called off by"), "made_at": voice.T("Written"), "body": voice.T("Text"),
	"begun": voice.T("Began with"), "note_id": voice.T("Note"), "note": voice.T("Note"), "title": voice.T("Title"), "why": voice.T("Why"),
	"tag": voice.T("Tag"), "wanted": voice.T("Target level"), "start": voice.T("Started"), "target": voice.T("Target date"),
	"company goal": voice.T("Company goal"), "step_in_if": voice.T("When I'd step in"), "step_in_agreed": voice.T("Agreed on"),
	"closed": voice.T("Closed"), "text": voice.T("Words"), "owner": voice.T("Who does it"), "due": voice.T("Due"), "done": voice.T("Done"),
	"goal": voice.T("Goal"), "from_target": voice.T("Previous target date"), "to_target": voice.T("New target date"),
	"limits": voice.T("Limits"),
	"level":  voice.T("Level"), "area": voice.T("Area"), "theirs": voice.T("What I count on them for"), "agreed": voice.T("Agreed on"),
	"what": voice.T("Step-in"), "crisis": voice.T("In a crisis"), "before": voice.T("Previous level"), "help": voice.T("What I did"),
	"reason": voice.T("Reason"), "began": voice.T("Started"), "ends": voice.T("Ends"), "exit_sign": voice.T("It's over when"),
	"exit_seen": voice.T("Ready to hand back"), "sentence": voice.T("What I told them"), "extended": voice.T("Extended"),
	"extended_why": voice.T("Why it was extended"), "handed_back": voice.T("Handed back"), "did_well": voice.T("What they did well"),
	"learned": voice.T("What I learned"), "step-in": voice.T("Step-in"), "from_title": voice.T("Previous title"),
	"from_why": voice.T("Previous reason"),
	"words":    voice.T("Their words"), "line": voice.T("Line"), "left_out": voice.T("Left out of reviews"), "comment": voice.T("Comment"),
	"place": voice.T("Place in the review"), "shown": voice.T("Shown"), "key": voice.T("What it was about (internal code)"),
	"for_them": voice.T("A question for them"),
	"gone":     voice.T("Last shown"), "outcome": voice.T("What I did with it"), "came": voice.T("What it led to"),
	"came_on": voice.T("When"),
	"muted":   voice.T("Turned off"), "doubled": voice.T("How often it was put off"), "verdict": voice.T("Remark"),
	"mark":  voice.T("What Handback asked about after a gap (internal code)"),
	"value": voice.T("Text"), "query": voice.T("Search"), "source": voice.T("Imported from"), "program": voice.T("Program"),
	"begun_at": voice.T("Import started"), "done_at": voice.T("Import done"),
	"undone_at": voice.T("Import undone"), "alias.name": voice.T("Nickname"), "review_line.place": voice.T("Place in the review"),
	"goal.title": voice.T("Goal"), "step.text": voice.T("Step"), "opportunity.text": voice.T("Opportunity"),
	"expectation.text": voice.T("What we count on each other for"),
	"area.limits":      voice.T("Limits"), "template.name": voice.T("Name of a template"), "template.body": voice.T("Template"),
	"company_goal.title": voice.T("Company goal"), "company_goal.why": voice.T("Why a company goal matters"),
	"saved_search.name": voice.T("Name of a saved search"),
	"own_review.text":   voice.T("Their self-review"), "prompt_mute.kind": voice.T("Question"), "prompt_event.kind": voice.T("Question"),
	"note.begun": voice.T("Began with"), "person.role": voice.T("Role"), "verdict.why": voice.T("Why"),
	"review_line.comment": voice.T("Comment in a review"),
}

// Name is what a column is called; "" where it has no name.
func Name(table, column string) string {
	return cmp.Or(columnNames[table+"."+column], columnNames[column])
}

// newest are the notes, newest first.
func newest(rows []notes.HeldRow) []notes.HeldRow {
	var out []notes.HeldRow
	for _, r := range rows {
		if r.Table == "note" {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b notes.HeldRow) int {
		return cmp.Or(cmp.Compare(b.Value("date"), a.Value("date")), cmp.Compare(b.ID, a.ID))
	})
	return out
}

func id(r notes.HeldRow) string { return strconv.FormatInt(r.ID, 10) }
