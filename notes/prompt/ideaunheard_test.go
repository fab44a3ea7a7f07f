package prompt

import (
	"testing"

	"handback/notes"
)

func TestIdeasThatAreNotHeard(t *testing.T) {
	wrote := func(body string, days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { jotted(f, ago(days), body) }
	}
	declined := func(remark string, days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			i := closed(line(notes.Idea, notes.Them, "rotate who leads the review", ago(90)), notes.Declined, ago(days))
			i.Remark = remark
			f.Answered = []notes.Filed{i}
		}
	}
	runDue(t, ideaUnheard, []dueCase{
		{"a line, 30 days ago", wrote("Team meeting.\nNobody picked up her idea.", 30), unheardLine},
		{"a line, 31 days ago", wrote("Nobody picked up her idea.", 31), ""},
		{"31 days ago, one of them off", func(f *notes.PromptFacts) {
			wrote("Nobody picked up her idea.", 31)(f)
			f.Person.Off = notes.DaysOff{{From: ago(5), To: ago(5)}}
		}, unheardLine},
		{"a private line", wrote("private: nobody picked up her idea", 3), ""},
		{"feedback about her", wrote("feedback: talked over Ben twice", 3), ""},
		{"a topic of hers", func(f *notes.PromptFacts) {
			f.Agenda = []notes.Filed{line(notes.Topic, notes.Them, "my paper: nobody read her paper", ago(60))}
		}, unheardLine},
		{"declined by the board", declined("the board said no", 30), unheardDeclined},
		{"declined by the board, 31 days ago", declined("the board said no", 31), ""},
		{"declined by somebody", declined("by Ben", 3), unheardDeclined},
		{"declined by me", declined("too dear this year", 3), ""},
		{"declined by me, for the team", declined("the team is too small this year", 3), ""},
		{"declined by the team", declined("the team", 3), unheardDeclined},
		{"declined without a word", declined("", 3), ""},
		{"adopted by the board", func(f *notes.PromptFacts) {
			declined("by the board", 3)(f)
			f.Answered[0].State = notes.Adopted
		}, ""},
	})
}

func TestWordsForAnIdeaThatIsNotHeard(t *testing.T) {
	for text, want := range map[string]bool{
		"Nobody picked up her idea":                                true,
		"no one in the meeting reacted to Ana's proposal":          true,
		"Her suggestion was ignored":                               true,
		"Her idea fell flat":                                       true,
		"Ana was talked over twice":                                true,
		"She gets interrupted a lot in meetings":                   true,
		"She was interrupted twice by the fire alarm":              false,
		"Nobody answered her at the supplier":                      false,
		"Ben talked over her":                                      true,
		"She couldn't get a word in":                               true,
		"She could not get her point across":                       true,
		"her proposal got no answer from the board":                true,
		"Someone else got the credit":                              true,
		"We talked over the plan":                                  false,
		"She talked over Ben":                                      false,
		"I talked over her":                                        false,
		"Talked over her in the review, sorry for that":            false,
		"Ben says nobody picked up his idea":                       false,
		"Nobody answered the phone":                                false,
		"Nobody heard the alarm":                                   false,
		"She handed over the rota":                                 false,
		"Asked whether her idea was ignored":                       false,
		"Was her idea ignored?":                                    false,
		"Her idea was picked up at once":                           false,
		"She is no longer talked over":                             false,
		"The reporter interrupted the line":                        false,
		"Nobody came late":                                         false,
		"Her plan was discussed for an hour":                       false,
		"I interrupted her":                                        false,
		"She made herself heard across the table":                  false,
		"The first batch was ignored by the scanner":               false,
		"Nobody in the kitchen listened to her when she warned us": true,
	} {
		t.Run(text, func(t *testing.T) {
			f := calm()
			jotted(&f, ago(3), "- "+text)
			if got := ideaUnheard.due(f); (len(got) > 0) != want {
				t.Errorf("%+v, want %v", got, want)
			}
		})
	}
}

func TestAnUnheardIdeaIsSeenToOnce(t *testing.T) {
	w := &world{f: calm()}
	jotted(&w.f, ago(2), "Nobody picked up her idea")
	p := w.show(t)
	if want := "because you noted this on 21 Nov: “Nobody picked up her idea”"; p.Kind != IdeaUnheard || p.Reason != want || len(p.Because) != 1 {
		t.Fatalf("%+v, want %q", p, want)
	}
	w.store(leave(p, w.f, notes.ActedOn))
	w.f.Today = today.AddDays(20)
	if got := ideaUnheard.due(w.f); len(got) > 0 {
		t.Errorf("done, and due again: %+v", got)
	}
	jotted(&w.f, w.f.Today.AddDays(-1), "Her idea was talked over")
	if got := ideaUnheard.due(w.f); len(got) != 1 {
		t.Errorf("another line, and due: %+v", got)
	}
}
