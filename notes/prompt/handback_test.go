package prompt

import (
	"testing"

	"handback/notes"
)

func TestABrokenAgreementIsAskedAboutAsAPattern(t *testing.T) {
	mine := func(days ...int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Areas[0].Levels = []notes.DatedLevel{{From: ago(200), Level: notes.Advise}}
			f.Areas[0].Limits = "tell support first"
			for _, d := range days {
				f.Decisions = append(f.Decisions, line(notes.Decided, notes.Me, "use Kafka #platform", ago(d)))
			}
		}
	}
	runDue(t, handBack, []dueCase{
		{"one call is a line", mine(5), callOfMine},
		{"two calls are a pattern", mine(5, 20), callsOfMine},
		{"the second was 89 days ago", mine(5, 89), callsOfMine},
		{"the second was 90 days ago", mine(5, 90), callOfMine},
		{"the last was 30 days ago", mine(30, 40), callsOfMine},
		{"the last was 31 days ago", mine(31, 40), callsOfMine},
		{"they made the newest call", func(f *notes.PromptFacts) {
			f.Decisions = append(f.Decisions, line(notes.Decided, notes.Them, "skip the release #platform", ago(5)))
			mine(31, 40)(f)
		}, ""},
		{"they made one in another area", func(f *notes.PromptFacts) {
			f.Decisions = append(f.Decisions, line(notes.Decided, notes.Them, "hire her #hiring", ago(5)))
			mine(31, 40)(f)
		}, callsOfMine},
		{"they made a call in the area since", func(f *notes.PromptFacts) {
			f.Decisions = append(f.Decisions, line(notes.Decided, notes.Them, "skip the release #platform", ago(4)))
			mine(5)(f)
		}, ""},
		{"they made one that day", func(f *notes.PromptFacts) {
			f.Decisions = append(f.Decisions, line(notes.Decided, notes.Them, "skip the release #platform", ago(5)))
			mine(5)(f)
		}, callOfMine},
		{"one call of 31 days ago is a line no more", mine(31), ""},
		{"before an action of mine", func(f *notes.PromptFacts) {
			mine(5, 20)(f)
			f.IOwe = []notes.Filed{line(notes.Todo, notes.Me, "choose the queue #platform", ago(60))}
		}, callsOfMine},
		{"a call that is carried out", func(f *notes.PromptFacts) {
			f.Decisions = []notes.Filed{line(notes.Decided, notes.Me, "the contract is signed", ago(5))}
		}, ""},
	})
}
