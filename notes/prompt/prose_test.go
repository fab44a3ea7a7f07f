package prompt

import (
	"testing"

	"handback/notes"
)

func TestWhatProseSays(t *testing.T) {
	for _, c := range []struct {
		sort  string
		prose prose
		lines map[string]bool
	}{
		{"praise", praiseProse, map[string]bool{
			"She stayed and sorted the van, nobody asked her to":          true,
			"Ana cleaned the kiln of her own accord.":                     true,
			"In his own time he wrote the list for the new ones":          true,
			"- had the forms ready before I asked, as they do":            true,
			"They led the handover very well":                             true,
			"The guests clapped, she only nodded":                         true,
			"Her father died on Friday. We sent her flowers.":             false,
			"We sent her a card":                                          false,
			"Her mother died, and she ran the round, nobody asked her to": false,
			"The night shift brought her a cake":                          true,
			"I'm proud of her":                                            true,
			"he had been right about the valve":                           true,
			"Ben thanked her in front of everybody":                       false, // Ben stands first: it may be about him
			"Chidi did the round, unasked":                                false,
			"Pharmacy sends the list at eleven, that was her.":            true,
			"The number is on the glass, his doing":                       true,
			"Ana opened alone for the first time":                         true,
			"that was her problem":                                        false,
			"what is he doing there":                                      false,
			"the first time she was late":                                 false,
			"Proud of myself":                                             false,
			"she was not impressed with him":                              false,
			"She couldn't have run the stall well":                        false,
			"If she did it well, we keep it":                              false,
			"Did she do it unasked?":                                      false,
			"private she did it unasked":                                  false,
			"> she did it unasked":                                        false,
			"praise: stayed late unasked, she did":                        false,
			"nobody asked her about the plan":                             false,
			"He's well again":                                             false,
			"she asked me before the meeting":                             false,
			"the till is faster than ours":                                false,
			"Ana and Ben did the round unasked":                           true,
			"The market stall went on, unasked questions everywhere":      false,
		}},
		{"idea", ideaProse, map[string]bool{
			"She suggested two doors":                 true,
			"Ana had a good idea about the queue":     true,
			"his proposal on the rota is on my desk":  true,
			"they would like to try it on Mondays":    true,
			"I suggested two doors to her":            false,
			"no idea what she wants":                  false,
			"Ben suggested it, she nodded":            false,
			"idea: two doors, she says":               false,
			"she didn't like the idea of the auditor": false,
		}},
		{"need", needProse, map[string]bool{
			"She needs a second key":               true,
			"Ana asked for an hour with legal":     true,
			"he is short of hands on Saturdays":    true,
			"I need her on Friday":                 false,
			"Does she need a key?":                 false,
			"need: a second key, she says":         false,
			"Chidi needs the van, she can have it": false,
		}},
	} {
		t.Run(c.sort, func(t *testing.T) {
			for line, want := range c.lines {
				f := calm()
				f.Written = []notes.Note{{NoteHead: notes.NoteHead{UID: "w", Person: ana, Kind: notes.JournalNote, Date: ago(3)}, Body: "Short.\n" + line + "\n"}}
				if got := len(c.prose.linesIn(f, ago(9))) > 0; got != want {
					t.Errorf("%q: %v", line, got)
				}
			}
		})
	}
}

// A deed that prose admires waits a day, and seven where it was written in a one-on-one; it is none after praise.
func TestADeedInProseIsPraised(t *testing.T) {
	noted := func(kind notes.NoteKind, days, praised int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.LastPraise = ago(praised)
			wrote("She cleared the store, nobody asked her to.", days)(f)
			f.Written[0].Kind = kind
		}
	}
	runDue(t, praise, []dueCase{
		{"journal, today", noted(notes.JournalNote, 0, 20), ""},
		{"journal, yesterday", noted(notes.JournalNote, 1, 20), praiseNoted},
		{"one-on-one, 6 days ago", noted(notes.HeldNote, 6, 20), ""},
		{"one-on-one, 7 days ago", noted(notes.HeldNote, 7, 20), praiseNoted},
		{"45 days ago", noted(notes.JournalNote, 45, 60), praiseNoted},
		{"46 days ago", noted(notes.JournalNote, 46, 60), praiseLongAgo},
		{"praised since", noted(notes.JournalNote, 9, 8), ""},
		{"praised that day", noted(notes.JournalNote, 9, 9), ""},
		{"somebody else's note", func(f *notes.PromptFacts) { noted(notes.JournalNote, 9, 20)(f); f.Written[0].Person = 9 }, ""},
		{"praise was asked about and done since", func(f *notes.PromptFacts) {
			noted(notes.JournalNote, 9, 20)(f)
			f.History = []notes.PromptEvent{{Person: ana, Kind: Praise, Shown: ago(8), Left: ago(8), Outcome: notes.ActedOn}}
		}, ""},
	})
}

// The sentence for which a line counts is quoted, and the line is kept whole.
func TestTheSentenceOfADeedIsQuoted(t *testing.T) {
	for line, want := range map[string]string{
		"Busy day. She cleared the store, nobody asked her to. Rain.": "She cleared the store, nobody asked her to.",
		"She cleared the store, nobody asked her to":                  "She cleared the store, nobody asked her to",
		"Cleared the store! Of her own accord. She laughed":           "Cleared the store! Of her own accord.",
	} {
		t.Run(line, func(t *testing.T) {
			f := calm()
			wrote(line, 3)(&f)
			if got := praiseProse.linesIn(f, ago(9)); len(got) != 1 || got[0].Text != want || got[0].Raw != line {
				t.Errorf("%+v", got)
			}
		})
	}
}

// What prose says is not missing.
func TestWhatProseSaysIsNotMissing(t *testing.T) {
	with := func(text string, days int, bare func(*notes.PromptFacts)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			bare(f)
			wrote(text, days)(f)
		}
	}
	noIdea := func(f *notes.PromptFacts) { f.IdeaDates = []notes.Date{ago(100)} }
	noNeed := func(f *notes.PromptFacts) { f.NeedDates = []notes.Date{ago(100)} }
	noPraise := func(f *notes.PromptFacts) { f.LastPraise = ago(60) }
	runDue(t, ideas, []dueCase{
		{"said lately", with("She suggested two doors", 17, noIdea), ""},
		{"said before the last three", with("She suggested two doors", 32, noIdea), ideaNone},
	})
	runDue(t, support, []dueCase{
		{"said lately", with("She needs a second key", 17, noNeed), ""},
		{"said before the last three", with("She needs a second key", 32, noNeed), helpNone},
	})
	runDue(t, praise, []dueCase{
		{"today", with("She cleared the store, nobody asked her to.", 0, noPraise), ""},
		{"nothing", with("She cleared the store.", 0, noPraise), praiseLongAgo},
	})
}
