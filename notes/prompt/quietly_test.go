package prompt

import (
	"testing"

	"handback/notes"
)

func TestOwnNewsHoldsQuestionsBack(t *testing.T) {
	for line, held := range map[string]bool{
		"Her mother died on Sunday":                        true,
		"Ana's father is in hospital":                      true,
		"private: his brother has cancer":                  true,
		"- off sick since Tuesday":                         true,
		"Ana is signed off until the 4th":                  true,
		"goes on maternity leave in March":                 true,
		"She had a miscarriage":                            true,
		"Told me about the death of her grandmother":       true,
		"funeral of her old friend on Thursday":            true,
		"her surgery is on Friday":                         true,
		"A patient died on her shift":                      false,
		"Her patient's mother died":                        false,
		"The process died twice":                           false,
		"Chidi's mother died":                              false,
		"she wrote the sick leave policy":                  false,
		"back from sick leave, glad to be here":            false,
		"her sister runs a bakery":                         false,
		"the funeral scene works now":                      false,
		"lost her temper with the vendor":                  false,
		"operation of the plant, her call":                 false,
		"will leave it with her":                           false,
		"Her friend ran the same plant, no stroke of luck": true, // told apart by nothing that can be read: quiet is the safer side
	} {
		t.Run(line, func(t *testing.T) {
			f := calm()
			f.Lately = []notes.Note{{NoteHead: notes.NoteHead{Person: ana, Date: ago(3)}, Body: "Talked.\n" + line + "\n"}}
			if got := holdsBack(f, ""); got != held {
				t.Errorf("held back: %v", got)
			}
		})
	}
}

func TestWhileQuestionsAreHeldBack(t *testing.T) {
	sad := func(days int) notes.PromptFacts {
		f := calm()
		f.Lately = []notes.Note{{NoteHead: notes.NoteHead{Person: ana, Date: ago(days)}, Body: "her father died\n"}}
		f.Stuck = []notes.Filed{line(notes.Stuck, notes.Them, "the export", ago(30))}
		f.TheyOwn = []notes.Filed{due(line(notes.Todo, notes.Them, "write the alert rules", ago(60)), ago(40))}
		return f
	}
	t.Run("nothing is asked", func(t *testing.T) {
		if p := Choose(sad(14)); len(p) > 0 {
			t.Errorf("%+v", p)
		}
	})
	t.Run("after two weeks", func(t *testing.T) {
		if p := Choose(sad(15)); len(p) == 0 {
			t.Error("silent for ever")
		}
	})
	t.Run("promises and needs speak", func(t *testing.T) {
		f := sad(3)
		f.IOwe = []notes.Filed{due(line(notes.Todo, notes.Me, "answer on the budget", ago(30)), ago(20))}
		f.Needs = []notes.Filed{line(notes.Need, notes.Them, "an hour with legal", ago(40))}
		p := Choose(f)
		if len(p) != 2 || p[0].Kind != MyPromise || p[1].Kind != Support || p[1].Because[0].Text != "an hour with legal" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("what is in view goes", func(t *testing.T) {
		f := sad(3)
		f.History = []notes.PromptEvent{{
			ID: 1, Person: ana, Kind: Encourage, Key: "k", Shown: ago(4), Line: f.Stuck[0].Raw, NoteUID: f.Stuck[0].NoteUID,
			Outcome: notes.InView,
		}}
		if p := Choose(f); len(p) > 0 {
			t.Errorf("%+v", p)
		}
	})
}
