package prompt

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

// world is a journal about one person that goes on from day to day, as far as the engine sees it.
type world struct {
	f      notes.PromptFacts
	nextID int64
}

func newWorld(t *rapid.T) *world {
	w := &world{f: calm()}
	w.f.Held, w.f.LastPraise, w.f.IdeaDates, w.f.NeedDates = nil, "", nil, nil
	w.f.Person.Pronoun = rapid.SampledFrom([]notes.Pronoun{notes.They, notes.She, notes.He}).Draw(t, "pronoun")
	w.f.Person.UID = rapid.StringMatching(`[a-z0-9]{8}`).Draw(t, "uid")
	return w
}

// store keeps the rows of a change as storage would.
func (w *world) store(c notes.Change) {
	for _, r := range c.Rows {
		switch r := r.(type) {
		case notes.PromptEvent:
			w.keepEvent(r)
		case notes.PromptMute:
			w.keepMute(r)
		case notes.Person:
			w.f.Person = r
		case notes.QuietAnswer:
			w.f.QuietAnswers = append(w.f.QuietAnswers, r)
		}
	}
}

func (w *world) keepEvent(e notes.PromptEvent) {
	for i := range w.f.History {
		if e.ID != 0 && w.f.History[i].ID == e.ID {
			w.f.History[i] = e
			return
		}
	}
	w.nextID++
	e.ID = w.nextID
	w.f.History = append(w.f.History, e)
}

func (w *world) keepMute(m notes.PromptMute) {
	for i := range w.f.Mutes {
		if w.f.Mutes[i].Kind == m.Kind {
			w.f.Mutes[i] = m
			return
		}
	}
	w.f.Mutes = append(w.f.Mutes, m)
}

var texts = rapid.Custom(func(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{
		"draft", "the", "rollout", "plan", "“queue”", "(or", "NATS)", "#platform", "by", "Ben", "chidi's", "10:30",
		"C#", "**bold**", "{date}", "Ärger", "😀", "https://a.b/c#d", "verylongwordthatgoesonandonandonforever",
	}), 1, 14).Draw(t, "words")
	return strings.Join(words, " ")
})

// live changes what the journal holds, as a day of work does.
func (w *world) live(t *rapid.T) {
	f := &w.f
	on := func(label notes.Label, actor notes.Actor) notes.Filed {
		return line(label, actor, texts.Draw(t, "text"), f.Today)
	}
	switch rapid.IntRange(0, 24).Draw(t, "event") {
	case 0:
		f.IOwe = append(f.IOwe, due(on(notes.Todo, notes.Me), f.Today.AddDays(rapid.IntRange(0, 9).Draw(t, "due"))))
	case 1:
		f.TheyOwn = append(f.TheyOwn, due(on(notes.Todo, notes.Them), f.Today.AddDays(5)))
	case 2:
		f.Unsaid = append(f.Unsaid, on(notes.Praise, notes.Them))
		f.LastPraise = f.Today
	case 3:
		f.Ideas = append(f.Ideas, on(notes.Idea, notes.Them))
		f.IdeaDates = append([]notes.Date{f.Today}, f.IdeaDates...)
	case 4:
		f.Needs = append(f.Needs, on(notes.Need, notes.Them))
		f.NeedDates = append([]notes.Date{f.Today}, f.NeedDates...)
	case 5:
		f.DoneLately = append([]notes.Filed{on(notes.Decided, notes.Them)}, f.DoneLately...)
	case 6:
		f.IOwe, f.Unsaid = nil, nil
	case 7:
		f.Ideas, f.Needs, f.TheyOwn, f.DoneLately = nil, nil, nil, nil
	case 8:
		g := goal(texts.Draw(t, "title"), "platform")
		g.Start = f.Today
		g.Steps = []notes.Step{{Text: texts.Draw(t, "step"), Owner: notes.Me}}
		f.Goals, f.Evidence = []notes.Goal{g}, nil
	case 9:
		f.Goals = nil
	case 10:
		for range 3 {
			call := on(notes.Decided, rapid.SampledFrom([]notes.Actor{notes.Me, notes.We, notes.Them, ""}).Draw(t, "who"))
			f.Decisions = slices.Insert(f.Decisions, 0, call)
		}
	case 11:
		f.Stuck = append(f.Stuck, on(notes.Stuck, notes.Them))
	case 20, 21, 22:
		w.lying(t)
	case 23:
		w.handed(t)
	default:
		w.lead(t)
	}
}

// lead changes what is known of leading: step-ins and crises, colleagues, company goals, what they brought up.
func (w *world) lead(t *rapid.T) {
	f := &w.f
	s := notes.SteppingIn{
		People: []notes.PersonID{ana}, What: texts.Draw(t, "what"), Began: f.Today, Ends: f.Today.AddDays(7), Tag: "tender",
	}
	switch rapid.IntRange(0, 7).Draw(t, "leading") {
	case 0:
		s.Crisis = true
		f.StepIns = append(f.StepIns, s)
	case 1:
		s.Help, s.Reason, s.ExitSign, s.Sentence = notes.HelpAgree, "r", texts.Draw(t, "sign"), "s"
		f.StepIns = append(f.StepIns, s)
	case 2, 3, 4:
		f.StepIns, f.Stuck = nil, nil
	case 5:
		l := line(notes.Praise, notes.Them, texts.Draw(t, "text")+" #platform", f.Today)
		l.Person = 3
		f.Strengths, f.Team = []notes.Filed{l}, []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}}
	case 6:
		f.Company = []notes.CompanyGoal{{ID: 9, Title: texts.Draw(t, "title")}}
		f.CompanyChanged = map[notes.CompanyGoalID]notes.Date{9: f.Today}
	case 7:
		f.Lately = []notes.Note{{
			NoteHead: notes.NoteHead{UID: "u" + string(f.Today), Person: ana, Kind: notes.HeldNote, Date: f.Today},
			Body:     "She asked me which " + texts.Draw(t, "text") + " to pick\nwaiting on my ok",
		}}
	}
}

// comeOut says of the questions that were put on the agenda what came of them.
func (w *world) comeOut(t *rapid.T) {
	for i, e := range w.f.History {
		if e.Outcome == notes.Asked && e.Came == "" {
			w.f.History[i].Came = rapid.SampledFrom([]notes.Outcome{
				notes.TheyDecided, notes.IDecided, notes.DidNotComeUp, notes.DidNotComeUp, "",
			}).Draw(t, "came")
		}
	}
}

func (w *world) holdOneOnOne(tell bool) {
	if tell {
		w.store(AfterHeld(w.f, w.f.Today))
	}
	heldOn(&w.f, w.f.Today)
	w.f.Held = w.f.Held[:min(60, len(w.f.Held))]
}

// needless reports whether a prompt of the kind that was in view last stands before another that could be asked.
func needless(p Prompt, f notes.PromptFacts) bool {
	f.StepIns = speaking(f)
	h := readHistory(f)
	if h.inView != nil || p.Kind == Review || (p.Kind == MyPromise || p.Kind == Ideas) && h.running < 2 {
		return false
	}
	return slices.ContainsFunc(rankedDue(f, h), func(c candidate) bool { return c.place <= inRank && c.prompt.Kind != p.Kind })
}

var dated = regexp.MustCompile(`\d [A-Z][a-z]{2}`)

// sound checks what holds for any prompt at any time.
func (w *world) sound(t *rapid.T, p Prompt) {
	if !strings.HasPrefix(p.Reason, "because ") || !dated.MatchString(p.Reason) {
		t.Fatalf("%s: the reason %q has no date", p.Key, p.Reason)
	}
	if strings.ContainsAny(p.Text, "{}\n") || strings.Contains(p.Text, "“”") || strings.Contains(p.Text, "  ") {
		t.Fatalf("%s: a slot is empty or raw in %q", p.Key, p.Text)
	}
	c := Ask(p, w.f)
	if !p.ForThem {
		if p.Agenda != "" || len(c.Appends)+len(c.Rows)+len(c.Edits) > 0 {
			t.Fatalf("%s is for the manager alone, and Ask writes %+v", p.Key, c)
		}
		lie := p
		lie.ForThem, lie.Agenda = true, p.Text
		if len(Ask(lie, w.f).Appends) > 0 {
			t.Fatalf("%s reached the agenda with a wrong flag", p.Key)
		}
		return
	}
	if p.Kind != Connect && namesOneOf(p.Text, w.f.Others) {
		t.Fatalf("%s names somebody else: %q", p.Key, p.Text)
	}
	in := notes.Context{
		Date: w.f.Today, Person: ana, Me: 1,
		Names: notes.NewNames([]notes.Person{w.f.Person, {ID: 3, Name: "Ben Kofi"}, {ID: 4, Name: "Chidi"}}),
	}
	items := notes.Parse(c.Appends[0].Text, in)
	if len(items) != 1 || items[0].Label != notes.Ask || items[0].Actor != notes.Me || items[0].Text != p.Text ||
		items[0].State != notes.Open || len(items[0].Tags) > 0 {
		t.Fatalf("%s: %q does not read as the question: %+v", p.Key, c.Appends[0].Text, items)
	}
}

func TestAYearOfPrompts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		lastSeen := map[string]notes.Date{} // text and column → the last day in view
		var lastKind notes.PromptKind
		inView := ""
		for range rapid.IntRange(20, 80).Draw(t, "days") {
			w.f.Today = w.f.Today.AddDays(rapid.IntRange(1, 9).Draw(t, "later"))
			w.live(t)
			w.live(t)
			ps := Choose(w.f)
			if again := Choose(w.f); fmt.Sprint(ps) != fmt.Sprint(again) {
				t.Fatalf("the same facts give %v and %v", ps, again)
			}
			kinds := map[notes.PromptKind]bool{}
			for _, p := range ps {
				w.sound(t, p)
				kinds[p.Kind] = true
			}
			for _, p := range ps {
				if retired(w.f)[p.Key] {
					t.Fatalf("%s has retired", p.Key)
				}
				if inCrisis(w.f) && p.Kind != Review && p.Kind != StepBack {
					t.Fatalf("%s speaks during a crisis", p.Kind)
				}
			}
			if len(kinds) != len(ps) || len(ps) > inADay {
				t.Fatalf("%d prompts of %d kinds", len(ps), len(kinds))
			}
			if len(ps) > 0 {
				p := ps[0]
				column := fmt.Sprint(p.ForThem, p.Text)
				if column != inView {
					if last, seen := lastSeen[column]; seen && w.f.Today.DaysSince(last) < rest && p.Kind != Review {
						t.Fatalf("%q came back after %d days", p.Text, w.f.Today.DaysSince(last))
					}
					if p.Kind == lastKind && needless(p, w.f) {
						t.Fatalf("%s twice running: %+v", p.Kind, w.f.History)
					}
					lastKind, inView = p.Kind, column
				}
				w.store(Shown(p, w.f))
				lastSeen[column] = w.f.Today
				if again := Choose(w.f); len(again) == 0 || again[0].Text != p.Text {
					t.Fatalf("%q was shown, then %v is in view", p.Text, again)
				}
				if len(Shown(p, w.f).Rows) > 0 {
					t.Fatal("what is in view is stored twice")
				}
				inView = w.answer(t, p, inView)
			}
			if rapid.IntRange(0, 3).Draw(t, "meeting") == 0 {
				w.holdOneOnOne(rapid.Bool().Draw(t, "closed"))
				w.comeOut(t)
			}
		}
	})
}

// answer does what a manager may do with a prompt; it returns what stays in view.
func (w *world) answer(t *rapid.T, p Prompt, inView string) string {
	var c notes.Change
	switch rapid.SampledFrom([]string{"", "", "ask", "done", "later", "another", "not"}).Draw(t, "answer") {
	case "ask":
		if c = Ask(p, w.f); len(c.Appends) == 0 {
			return inView
		}
	case "done":
		c = Done(p, w.f)
	case "later":
		c = Later(p, w.f)
	case "another":
		c = Another(p, w.f)
	case "not":
		if rapid.IntRange(0, 5).Draw(t, "mute") > 0 {
			return inView
		}
		c = NotForThem(p, w.f)
	default:
		return inView
	}
	w.store(c)
	for _, e := range w.f.History {
		if e.Outcome == notes.InView {
			t.Fatalf("answered, and %+v is still in view", e)
		}
	}
	return ""
}

// Every kind that stays due is asked within a few one-on-ones, whatever the manager does with the others.
func TestNoKindStarves(t *testing.T) {
	for name, answer := range map[string]func(Prompt, notes.PromptFacts) notes.Change{
		"passed over": func(Prompt, notes.PromptFacts) notes.Change { return notes.Change{} },
		"done":        Done,
		"another":     Another,
	} {
		t.Run(name, func(t *testing.T) {
			w := &world{f: allDue()}
			shown := map[notes.PromptKind]int{}
			for meeting := range 60 {
				w.f.Today = w.f.Today.AddDays(14)
				f := &w.f
				f.LastPraise, f.DoneLately = "", nil
				stayDue(f)
				stayGrowing(f)
				handedAgain(f)
				for range manyMine {
					f.Decisions = slices.Insert(f.Decisions, 0, line(notes.Decided, notes.Me, "a call", f.Today.AddDays(-1)))
				}
				if ps := Choose(*f); len(ps) > 0 {
					if shown[ps[0].Kind] == 0 {
						shown[ps[0].Kind] = meeting + 1
					}
					w.store(Shown(ps[0], *f))
					w.store(answer(ps[0], *f))
				}
				w.holdOneOnOne(true)
			}
			for _, k := range kinds {
				if k.name != Review && k.name != Upward && k.name != Back && !passing[k.name] && (shown[k.name] == 0 || shown[k.name] > 2*len(kinds)) {
					t.Errorf("%s: %s was asked first at one-on-one %d of %v", name, k.name, shown[k.name], shown)
				}
			}
		})
	}
}

// allDue are facts that give every kind a lasting reason.
func allDue() notes.PromptFacts {
	f := calm()
	f.IOwe = []notes.Filed{
		due(line(notes.Todo, notes.Me, "answer on the budget", ago(30)), ago(20)),
		line(notes.Todo, notes.Me, "choose the queue #platform", ago(30)),
	}
	f.TheyOwn = []notes.Filed{due(line(notes.Todo, notes.Them, "write the alert rules", ago(60)), ago(40))}
	f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "drop the Monday mail", ago(40))}
	f.Needs = []notes.Filed{line(notes.Need, notes.Them, "an hour with legal", ago(40))}
	f.Unsaid = []notes.Filed{line(notes.Praise, notes.Them, "ran the review — let others speak", ago(10))}
	f.Evidence = nil
	f.Goals[0].Steps = []notes.Step{{Text: "open the door", Owner: notes.Me}}
	f.StepIns = []notes.SteppingIn{{
		People: []notes.PersonID{ana}, What: "the tender", Help: notes.HelpAgree, Began: ago(5), Ends: ago(-900),
		Tag: "tender", ExitSign: "two offers",
	}}
	f.Stuck = []notes.Filed{
		line(notes.Stuck, notes.Them, "no answer about the export #export", ago(30)),
		line(notes.Stuck, notes.Them, "the second half #export", ago(30)),
	}
	f.Company, f.CompanyChanged = []notes.CompanyGoal{{ID: 1, Title: "Fewer releases"}}, nil
	f.Areas = append(f.Areas, notes.Area{Tag: "tools", Levels: []notes.DatedLevel{{From: ago(150), Level: notes.Delegate}}})
	f.Team = []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}}
	strength := line(notes.Praise, notes.Them, "the rollout #platform", ago(30))
	strength.Person = 3
	f.Strengths = []notes.Filed{strength}
	moreDue(&f)
	handedDue(&f)
	lyingDue(&f)
	growingDue(&f)
	return f
}
