package prompt

import (
	"testing"

	"handback/notes"
)

func TestWorkThatIDidForThemIsHandedBack(t *testing.T) {
	for _, c := range []struct {
		name, line string
		days       int
		with       func(*notes.PromptFacts)
		want       string
	}{
		{"myself", "I did the platform list myself on Sunday, no time", 30, nil, doneForThem},
		{"for her", "busy day. I wrote the platform plan for Ana", 3, nil, doneForThem},
		{"quicker", "I made the platform list, it was just quicker", 3, nil, doneForThem},
		{"31 days ago", "I did the platform list myself", 31, nil, ""},
		{"something else", "I did the window myself on Sunday", 3, nil, ""},
		{"she did", "she did the platform list herself", 3, nil, ""},
		{"she asked me to", "I did the platform list for her, she asked me to", 3, nil, ""},
		{"together", "I did the platform list myself, then we went through it together", 3, nil, ""},
		{"at a funeral", "I did the platform list myself, she was at her father's funeral", 20, nil, ""},
		{"in a private line", "private: I did the platform list myself", 3, nil, ""},
		{"agreed to be shared", "I did the platform list myself", 3, func(f *notes.PromptFacts) { f.Areas[0].Levels[0].Level = notes.Agree }, ""},
		{"she was away", "I did the platform list myself", 3, func(f *notes.PromptFacts) {
			f.Person.Off = notes.DaysOff{{From: ago(3), To: ago(3)}}
		}, ""},
		{"a call of hers since", "I did the platform list myself", 3, func(f *notes.PromptFacts) {
			d := line(notes.Decided, notes.Them, "the list goes up on Fridays #platform", ago(2))
			d.Tags = []string{"platform"}
			f.Decisions = []notes.Filed{d}
		}, ""},
		{"during a step-in", "I did the platform list myself", 3, tender(5, -9, nil), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			runDue(t, handBack, []dueCase{{c.name, func(f *notes.PromptFacts) {
				f.Areas[0].Levels[0].Level, f.Goals[0].Wanted = notes.Delegate, notes.Delegate
				jotted(f, ago(c.days), c.line)
				if c.with != nil {
					c.with(f)
				}
			}, c.want}})
		})
	}
}
