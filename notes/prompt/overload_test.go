package prompt

import (
	"slices"
	"testing"

	"handback/notes"
)

func TestOverloadByCount(t *testing.T) {
	open := func(n, days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { given(f, n, ago(days), "check the till") }
	}
	runDue(t, overload, []dueCase{
		{"six open", open(6, 20), ""},
		{"seven open", open(7, 20), overloadCount},
		{"seven open, noted 90 days ago", open(7, 90), overloadCount},
		{"seven open, noted 91 days ago", open(7, 91), ""},
		{"91 days ago, one of them off", func(f *notes.PromptFacts) {
			open(7, 91)(f)
			f.Person.Off = notes.DaysOff{{From: ago(30), To: ago(30)}}
		}, overloadCount},
		{"six open and one of mine", func(f *notes.PromptFacts) {
			open(6, 20)(f)
			f.IOwe = append(f.IOwe, line(notes.Todo, notes.Me, "answer her", ago(5)))
		}, ""},
		{"six open and one done", func(f *notes.PromptFacts) {
			open(6, 20)(f)
			f.GivenDates = append(f.GivenDates, ago(40))
		}, ""},
	})
}

func TestOverloadCountsWhatIWrote(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"nine, seven open", "because you've put nine actions on Ana's list since 3 Sep, and seven are open"},
		{"seven, all open", "because you've put seven actions on Ana's list since 3 Nov, and all of them are open"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := calm()
			given(&f, 7, ago(20), "check the till")
			if c.name == "nine, seven open" {
				f.GivenDates = append(f.GivenDates, "2026-09-03", "2026-09-03", ago(200))
			}
			got := overload.due(f)
			if len(got) != 1 || got[0].reason != c.want || len(got[0].because) != 7 {
				t.Errorf("%+v, want %q", got, c.want)
			}
		})
	}
}

func TestOverloadIsDueSinceTheSeventh(t *testing.T) {
	f := calm()
	given(&f, 3, ago(5), "late")
	given(&f, 6, ago(30), "early")
	if got := overload.due(f); len(got) != 1 || got[0].since != ago(5) || got[0].because[0].NoteDate != ago(30) {
		t.Errorf("%+v", got)
	}
}

func TestOverloadInTheirOwnLines(t *testing.T) {
	in := func(l notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Agenda, f.Needs, f.Stuck = []notes.Filed{l}, nil, nil
			if l.Label == notes.Need {
				f.Agenda, f.Needs, f.NeedDates = nil, []notes.Filed{l}, []notes.Date{l.NoteDate}
			}
		}
	}
	plain := func(body string, days int) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { jotted(f, ago(days), body) }
	}
	runDue(t, overload, []dueCase{
		{"a topic of theirs", in(line(notes.Topic, notes.Them, "I can't keep up with the orders", ago(60))), overloadWords},
		{"the same, answered", in(closed(line(notes.Topic, notes.Them, "I can't keep up with the orders", ago(60)), notes.Answered, ago(2))), ""},
		{"a topic of mine", in(line(notes.Topic, notes.Me, "I can't keep up with the orders", ago(5))), ""},
		{"a need", in(line(notes.Need, notes.Them, "less to do, my plate is full", ago(5))), overloadWords},
		{"a plain line, 21 days ago", plain("Talked about winter.\nShe says it is too much.", 21), overloadWords},
		{"a plain line, 22 days ago", plain("She says it is too much.", 22), ""},
		{"22 days ago, one of them off", func(f *notes.PromptFacts) {
			plain("She says it is too much.", 22)(f)
			f.Person.Off = notes.DaysOff{{From: ago(8), To: ago(8)}}
		}, overloadWords},
		{"a private line", plain("private: she says it is too much", 3), ""},
		{"praise", plain("praise: said it is too much, and what could wait", 3), ""},
		{"an idea", plain("idea: say so when it is too much", 3), ""},
		{"a note about somebody else", func(f *notes.PromptFacts) {
			plain("She says it is too much.", 3)(f)
			f.Written[0].Person = 3
		}, ""},
	})
}

// loadLines are lines as people write them in a note about Ana, and whether they say that she has too much.
var loadLines = map[string]bool{
	"her words: if one more form lands here I walk out":            true,
	"“One more shift and I'm out of here”":                         true,
	"She says one more event like that and she quits":              true,
	"One more complaint and she leaves.":                           true,
	"one more stop and she leaves for the airport":                 false,
	"one more number and he has the whole set":                     false,
	"anything more for the van? She walks out to the yard at noon": false,
	"Ben: one more shift and I quit":                               false,
	"Says it is too much":                                          true,
	"Ana says it's all too much":                                   true,
	"She said everything is just too much for her":                 true,
	"says it is too much at the moment":                            true,
	"told me it's too much, and I believe her":                     true,
	"Drowning":                                  true,
	"drowning in mail again":                    true,
	"She's drowning in tickets":                 true,
	"Working weekends":                          true,
	"- working weekends again":                  true,
	"Ana has been working weekends since March": true,
	"She works every weekend":                   true,
	"overwhelmed, by her own account":           true,
	"Ana is completely snowed under":            true,
	"They are overworked":                       true,
	"He feels swamped":                          true,
	"She has too much on":                       true,
	"Too much on her plate":                     true,
	"Her plate is full":                         true,
	"her workload is unsustainable":             true,
	"She can't take on anything more":           true,
	"she has no capacity left":                  true,
	"It's more than she can handle":             true,
	`Ana: "I'm drowning"`:                       true,
	"Ana: I'm drowning":                         true,
	"“I can't keep up,” she said":               true,
	"Stretched too thin since Ines left":        true,
	"She is at her limit":                       true,

	"The server is overloaded":                       false,
	"Overloaded server again":                        false,
	"The circuit was overloaded, she replaced it":    false,
	"She fixed the overloaded queue":                 false,
	"She overloaded the counter":                     false,
	"He is drowning the chips":                       false,
	"She overloaded the van":                         false,
	"Drowning the fries in sauce":                    false,
	"She was overwhelmed by the kindness":            false,
	"The soup has too much salt":                     false,
	"She says there is too much noise in the hall":   false,
	"She says the price is too much":                 false,
	"It's too much work to migrate both databases":   false,
	"I'm drowning in mail":                           false,
	"I worked the weekend":                           false,
	"My plate for the team is full of ideas":         false,
	"Ben is drowning":                                false,
	"Ben says it is too much":                        false,
	"She says Ben is drowning":                       false,
	"She is no longer overwhelmed":                   false,
	"She isn't overwhelmed any more":                 false,
	"Not too much on her plate":                      false,
	"Ask her if she is overwhelmed":                  false,
	"If she takes the rota too, it's too much":       false,
	"Is she drowning?":                               false,
	"She used to be working weekends":                false,
	"Don't overload her":                             false,
	"Working at the weekend market is her favourite": false,
	"The weekend rota works":                         false,
	"She handed over the load plan":                  false,
	"Everything went well":                           false,
}

func TestWordsForTooMuch(t *testing.T) {
	for text, want := range loadLines {
		t.Run(text, func(t *testing.T) {
			got := mayBeLoad.in(bare(text)) && tooMuch(bare(text), false, calm())
			if got != want {
				t.Errorf("%v, want %v", got, want)
			}
		})
	}
}

func TestTooMuchIsSaidOfANameOfAnyLetters(t *testing.T) {
	for _, name := range []string{"Åsa Öberg", "Zoë", "李雷"} {
		t.Run(name, func(t *testing.T) {
			f := calm()
			f.Person.Name = name
			if !tooMuch("Since May "+f.Person.First()+" is drowning", false, f) {
				t.Error("not heard")
			}
		})
	}
}

func TestWhileTheyHaveTooMuchNothingAsksForMore(t *testing.T) {
	for _, c := range []struct {
		name string
		with func(*notes.PromptFacts)
		want bool // whether more is asked for
	}{
		{"nothing", func(*notes.PromptFacts) {}, true},
		{"six open", func(f *notes.PromptFacts) { given(f, 6, ago(9), "check") }, true},
		{"seven open", func(f *notes.PromptFacts) { given(f, 7, ago(9), "check") }, false},
		{"asked about already", func(f *notes.PromptFacts) {
			given(f, 7, ago(9), "check")
			f.History = append(f.History, notes.PromptEvent{
				ID: 1, Person: ana, Kind: Overload, Key: "load-off", Outcome: notes.Asked, Shown: ago(8), Left: ago(8),
			})
		}, false},
		{"turned off", func(f *notes.PromptFacts) {
			given(f, 7, ago(9), "check")
			f.Mutes = []notes.PromptMute{{Person: ana, Kind: Overload, Muted: true}}
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := calm()
			f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "drop the Monday mail", ago(25))}
			f.Goals[0].Steps = []notes.Step{{Text: "open the door", Owner: notes.Me}}
			s := line(notes.Praise, notes.Them, "the rollout #platform", ago(30))
			s.Person = 3
			f.Strengths, f.Team = []notes.Filed{s}, []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}}
			c.with(&f)
			var asks []notes.PromptKind
			for _, d := range rankedDue(f, readHistory(f)) {
				if asksForMore[d.prompt.Kind] || d.prompt.Kind == HandBack { // of a step of mine
					asks = append(asks, d.prompt.Kind)
				}
			}
			slices.Sort(asks)
			if want := []notes.PromptKind{Connect, Growth, HandBack, Ideas}; c.want && !slices.Equal(asks, want) {
				t.Errorf("%v ask, not %v", asks, want)
			} else if !c.want && len(asks) > 0 {
				t.Errorf("%v ask for more", asks)
			}
		})
	}
}

func TestWhatIsInViewWaitsWhileTheyHaveTooMuch(t *testing.T) {
	w := &world{f: calm()}
	w.f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "drop the Monday mail", ago(25))}
	if p := w.show(t); p.Kind != Ideas {
		t.Fatalf("%+v", p)
	}
	given(&w.f, tooMany, ago(1), "check the till")
	if ps := Choose(w.f); len(ps) == 0 || ps[0].Kind != Overload {
		t.Errorf("%+v", ps)
	}
}

// What they say is not read back to them, and who asks whether it is too much is answered for 90 days.
func TestOverloadDoesNotQuoteThem(t *testing.T) {
	w := &world{f: calm()}
	jotted(&w.f, ago(2), "She says it is too much, the mail above all")
	p := w.show(t)
	want := "because you noted this on 21 Nov: “She says it is too much, the mail above all”"
	if p.Kind != Overload || p.Reason != want || len(p.Because) != 1 || p.Because[0].Line != 1 {
		t.Fatalf("%+v", p)
	}
	for _, q := range bank().all {
		if q.kind == Overload && q.forThem {
			for _, part := range q.parts {
				if part.slot != "" {
					t.Errorf("%s fills {%s}", q.key, part.slot)
				}
			}
		}
	}
	w.store(leave(p, w.f, notes.ActedOn))
	w.f.Today = today.AddDays(15)
	for _, p := range Choose(w.f) {
		if p.Kind == Overload {
			t.Errorf("done, and asked again: %+v", p)
		}
	}
}
