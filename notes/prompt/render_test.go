package prompt

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// unseen makes the facts of a journal that no question was written for: names, titles and lines out of a bag of words,
// with an occasion of every kind in it. Which of two occasions of a kind it has depends on odd.
func unseen(seed int64, odd bool) notes.PromptFacts {
	rnd := rand.New(rand.NewSource(seed))
	bag := strings.Fields(`draft review rollout tender “ready” (first) guide Zürich naïve 10:30 https://x.y/z#a #data C# **soon**
		the a of for with before after #ops Quartal plan Ωmega 東京 café it's "quoted" half-done e.g. 3/4 :-) {slot} …`)
	text := func() string {
		words := make([]string, 1+rnd.Intn(16))
		for i := range words {
			words[i] = bag[rnd.Intn(len(bag))]
		}
		return "w" + fmt.Sprint(rnd.Intn(100)) + " " + strings.Join(words, " ")
	}
	f := calm()
	f.Person.Name = []string{"Åsa Öberg", "J. R. Smith", "X", "María-José Ñ.", "Ng"}[rnd.Intn(5)]
	f.Person.Pronoun = []notes.Pronoun{notes.They, notes.She, notes.He, ""}[rnd.Intn(4)]
	f.Person.UID = fmt.Sprint(rnd.Int63())
	past := func(n int) notes.Date { return ago(n + rnd.Intn(30)) }
	f.IOwe = []notes.Filed{
		due(line(notes.Todo, notes.Me, text()+" #platform", past(40)), past(1)),
		line(notes.Todo, notes.Me, text()+" #platform", past(40)),
	}
	f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, text(), past(21))}
	f.Needs = []notes.Filed{line(notes.Need, notes.Them, text(), past(14))}
	f.Unsaid = []notes.Filed{line(notes.Praise, notes.Them, text()+" — "+text()+" — "+text(), past(1))}
	f.LastPraise = ago(65)
	f.DoneLately = []notes.Filed{closed(line(notes.Todo, notes.Them, text(), ago(30)), notes.Done, past(7))}
	for range 3 {
		f.DoneLately = append(f.DoneLately, line(notes.Decided, notes.Them, text()+" #platform", past(7)))
	}
	f.Goals[0].Title, f.Evidence = text(), nil
	f.Goals[0].Moves = []notes.TargetMove{
		{On: ago(50), From: ago(60), To: ago(40)}, {On: ago(40), From: ago(40), To: ago(1)},
	}
	f.Goals = append(f.Goals, notes.Goal{
		ID: 2, Title: text(), Start: past(40), State: notes.GoalOpen,
		Steps: []notes.Step{{Text: text(), Owner: notes.Me}},
	})
	f.TheyOwn = []notes.Filed{due(line(notes.Todo, notes.Them, text(), past(60)), past(20))}
	unseenLead(&f, text, past, odd)
	unseenMore(&f, text, past, odd)
	unseenLying(&f, text, past)
	unseenGrowing(&f, text, odd)
	unseenHanded(&f, text, past)
	if odd { // what is not there
		f.Held, f.LastPraise = append(f.Held, ago(100)), ago(95)
		f.Goals, f.Ideas, f.IdeaDates, f.Needs, f.NeedDates, f.TheyOwn, f.IOwe = nil, nil, nil, nil, nil, nil, nil
		f.Written = slices.DeleteFunc(f.Written, func(n notes.Note) bool { return strings.Contains(n.Body, "idea") })
	}
	return f
}

// unseenLead adds what is known of leading: step-ins, calls, strengths of others, company goals.
func unseenLead(f *notes.PromptFacts, text func() string, past func(int) notes.Date, odd bool) {
	stepIn := func(began, ends int) notes.SteppingIn {
		return notes.SteppingIn{
			People: []notes.PersonID{ana}, What: text(), Help: notes.HelpAgree, Reason: text(), ExitSign: text(),
			Sentence: text(), Began: past(began), Ends: ago(ends), Tag: "elsewhere",
		}
	}
	seen, again, crisis := stepIn(20, 9), stepIn(40, 5), stepIn(2, -5)
	seen.ExitSeen, again.Extended = ago(8), ago(20)
	crisis.Crisis, crisis.Help = true, ""
	f.StepIns = []notes.SteppingIn{seen, stepIn(20, 3), again, stepIn(2, -9)}
	if odd {
		f.StepIns = append(f.StepIns, crisis)
	}
	for range 4 {
		f.Decisions = append(f.Decisions, line(notes.Decided, notes.Them, text()+" #platform", past(4)))
	}
	for range 3 {
		f.Decisions = append([]notes.Filed{line(notes.Decided, notes.Me, text(), ago(2))}, f.Decisions...)
	}
	f.Stuck = []notes.Filed{
		line(notes.Stuck, notes.Them, text()+" #elsewhere", past(1)), line(notes.Stuck, notes.Them, text()+" #export", past(1)),
		line(notes.Stuck, notes.Them, "waiting for "+text()+" #elsewhere", past(1)),
		line(notes.Stuck, notes.Them, "no answer on "+text()+" #export", past(1)),
	}
	f.Person.Absences = notes.DaysOff{{From: ago(30), To: ago(9)}}
	if odd {
		f.Written = []notes.Note{{
			NoteHead: notes.NoteHead{UID: "hours", Person: ana, Kind: notes.HeldNote, Date: ago(9)},
			Body:     text() + "\n- reduced hours until " + string(ago(-9)) + ", then we'll see",
		}}
	}
	f.Written = append(f.Written, notes.Note{
		NoteHead: notes.NoteHead{UID: "unasked", Person: ana, Kind: notes.JournalNote, Date: ago(22)},
		Body:     "She sorted this unasked, " + text(),
	})
	f.Written = append(f.Written, notes.Note{
		NoteHead: notes.NoteHead{UID: "myself", Person: ana, Kind: notes.JournalNote, Date: ago(15)},
		Body:     "I did the tools list myself on Sunday, it was just quicker",
	})
	f.Lately = []notes.Note{{
		NoteHead: notes.NoteHead{ID: 8, UID: "lately", Person: ana, Kind: notes.HeldNote, Date: ago(2)},
		Body:     "Asked me which vendor to pick, " + text() + "\n\n- waiting on my ok for the tender\n",
	}}
	f.Areas = append(f.Areas, notes.Area{Tag: "budget", Levels: []notes.DatedLevel{{From: past(1), Level: notes.Delegate}}})
	f.Areas = append(f.Areas, notes.Area{
		Tag: "tools", Limits: "none", Levels: []notes.DatedLevel{{From: ago(150), Level: notes.Delegate}},
	})
	for n := range 2 {
		f.Decisions = append(f.Decisions, line(notes.Decided, notes.Me, text()+" #tools", ago(10+n)))
	}
	f.Company = []notes.CompanyGoal{{ID: 7, Title: text()}}
	f.CompanyChanged = map[notes.CompanyGoalID]notes.Date{7: past(1)}
	f.Team = []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}}
	strength := line(notes.Praise, notes.Them, text()+" #platform", past(1))
	strength.Person = 3
	f.Strengths = []notes.Filed{strength}
	f.Goals = append(f.Goals, notes.Goal{
		ID: 3, Title: text(), Tag: "export", Start: past(40), State: notes.GoalOpen,
		Moves: []notes.TargetMove{{On: ago(9), From: ago(1), To: ago(-20)}},
	})
}

func TestEveryQuestionReadsWellOnTenUnseenJournals(t *testing.T) {
	asked := map[string]int{}
	for seed := range int64(10) {
		for _, odd := range []bool{false, true} {
			f := unseen(seed, odd)
			for _, k := range kinds {
				t.Run(string(k.name), func(t *testing.T) {
					f := f
					if k.name == Upward || k.name == HandBack {
						f.StepIns = nil // while one is in force, bringing things up is right, and so is doing them
					}
					for _, o := range k.due(f) {
						renderAll(t, k, o, f, asked)
					}
				})
			}
			month, _ := MonthsEnd(Looking{Today: ago(int(seed) + 13)})
			renderAll(t, reflect, occasion{name: monthEnd, slots: map[string]string{"month": month.Month}}, f, asked)
		}
	}
	for _, q := range bank().all {
		if asked[q.key] < 10 {
			t.Errorf("%s could be asked on %d of ten journals: %q", q.key, asked[q.key], q.text)
		}
	}
}

func renderAll(t *testing.T, k kind, o occasion, f notes.PromptFacts, asked map[string]int) {
	t.Helper()
	for _, forThem := range []bool{false, true} {
		for _, q := range bank().of(k.name, forThem, o.name) {
			text, ok := render(q, o, f)
			if !ok {
				continue
			}
			asked[q.key]++
			for _, bad := range []string{"{", "}", "“”", "“ ", " ”", "  ", " ?", " ,", "\n", "**", "““", "””"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s: %q in %q", q.key, bad, text)
				}
			}
			if len([]rune(text)) > 260 {
				t.Errorf("%s is %d characters long: %q", q.key, len([]rune(text)), text)
			}
			if strings.Contains(q.text, "{first}") && !strings.Contains(text, f.Person.First()) {
				t.Errorf("%s does not name %s: %q", q.key, f.Person.First(), text)
			}
		}
	}
}

func TestPronounsTakeTheirVerbs(t *testing.T) {
	q := question{
		parts: partsOf(
			"What {does} {they} need, where {is} {they}, and {has} {first} {themselves} told {them}? {They} {was} there, it is {theirs}, in {their} hands.",
		),
	}
	for p, want := range map[notes.Pronoun]string{
		notes.She:  "What does she need, where is she, and has Ana herself told her? She was there, it is hers, in her hands.",
		notes.He:   "What does he need, where is he, and has Ana himself told him? He was there, it is his, in his hands.",
		notes.They: "What do they need, where are they, and have Ana themselves told them? They were there, it is theirs, in their hands.",
		"":         "What do they need, where are they, and have Ana themselves told them? They were there, it is theirs, in their hands.",
	} {
		t.Run(string(p), func(t *testing.T) {
			f := calm()
			f.Person.Pronoun = p
			if got, ok := render(q, occasion{}, f); !ok || got != want {
				t.Errorf("%q:\n%s\nwant\n%s", p, got, want)
			}
		})
	}
}

// The verbs of the file go with {they} alone: "{does} {first}" would read "do Ana".
func TestVerbsOfTheFileGoWithThey(t *testing.T) {
	for _, q := range bank().all {
		for _, verb := range []string{"{is}", "{has}", "{was}", "{does}"} {
			at := strings.Index(q.text, verb)
			if at < 0 {
				continue
			}
			before, after := strings.TrimSpace(q.text[:at]), strings.TrimSpace(q.text[at+len(verb):])
			if !strings.HasSuffix(strings.ToLower(before), "{they}") && !strings.HasPrefix(after, "{they}") {
				t.Errorf("%s: %s stands without {they}: %q", q.key, verb, q.text)
			}
		}
	}
}

func TestAQuotationBeginsWithACapital(t *testing.T) {
	q := question{parts: partsOf("“{line}”: what would help with {tag}?")}
	o := occasion{slots: map[string]string{"line": "éclair order", "tag": "ops"}}
	if got, ok := render(q, o, calm()); !ok || got != "“Éclair order”: what would help with ops?" {
		t.Errorf("%v, %q", ok, got)
	}
}

func TestAReasonNamesEachDayOnceAndNotAllOfMany(t *testing.T) {
	cases := map[string][]notes.Date{
		"":              nil,
		"6 Nov, 20 Nov": {"2026-11-06", "2026-11-20"},
		"27 Oct, 6 Nov": {"2026-10-27", "2026-10-27", "2026-10-27", "2026-11-06", "2026-11-06"},
		"1 Nov, 2 Nov, 3 Nov, 4 Nov, 5 Nov, 6 Nov": {
			"2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06",
		},
	}
	for want, days := range cases {
		if said := sayDates(days, "2026-11-23"); said != want {
			t.Errorf("%v: %q, want %q", days, said, want)
		}
	}
	var year []notes.Date
	for i := range 300 {
		year = append(year, notes.Date("2026-01-01").AddDays(i))
	}
	if said := sayDates(year, "2026-11-23"); said != "1 Jan, 2 Jan, 3 Jan, 4 Jan, 5 Jan and 295 more" {
		t.Errorf("300 days: %q", said)
	}
}
