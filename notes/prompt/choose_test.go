package prompt

import (
	"fmt"
	"testing"

	"handback/notes"
)

// owing are facts with one promise of mine overdue and one idea unanswered.
func owing() *world {
	w := &world{f: calm()}
	w.f.IOwe = []notes.Filed{due(line(notes.Todo, notes.Me, "answer on the budget", ago(20)), ago(2))}
	w.f.Ideas = []notes.Filed{line(notes.Idea, notes.Them, "drop the Monday mail", ago(40))}
	return w
}

func first(t *testing.T, w *world) Prompt {
	t.Helper()
	ps := Choose(w.f)
	if len(ps) == 0 {
		t.Fatal("nothing is asked")
	}
	return ps[0]
}

func (w *world) show(t *testing.T) Prompt {
	t.Helper()
	p := first(t, w)
	w.store(Shown(p, w.f))
	return p
}

func asked(w *world, name notes.PromptKind) bool {
	for _, p := range Choose(w.f) {
		if p.Kind == name {
			return true
		}
	}
	return false
}

func TestNobodyIsAskedAboutWhoIsAwayOrNoReport(t *testing.T) {
	for name, change := range map[string]func(*notes.Person){
		"away":                   func(p *notes.Person) { p.State, p.Until = notes.StateAway, today.AddDays(1) },
		"away without an end":    func(p *notes.Person) { p.State = notes.StateAway },
		"left":                   func(p *notes.Person) { p.State = notes.StateLeft },
		"a peer":                 func(p *notes.Person) { p.Kind = notes.KindOther },
		"the manager themselves": func(p *notes.Person) { p.Kind = notes.KindMe },
	} {
		t.Run(name, func(t *testing.T) {
			w := owing()
			change(&w.f.Person)
			if ps := Choose(w.f); len(ps) > 0 {
				t.Errorf("%s: %v", name, ps)
			}
		})
	}
	w := owing()
	w.f.Person.State, w.f.Person.Until = notes.StateAway, today
	if len(Choose(w.f)) == 0 {
		t.Error("back today, and nothing is asked")
	}
}

// TestTheReasonOfAPromptInViewIsSaidAnew: a question that came into view under an older version keeps its words, not its reason.
func TestTheReasonOfAPromptInViewIsSaidAnew(t *testing.T) {
	w := owing()
	p := w.show(t)
	for i := range w.f.History {
		w.f.History[i].Reason = "because of something that was said at great length, the way it used to be said"
	}
	if got := first(t, w); got.Text != p.Text || got.Reason != p.Reason {
		t.Errorf("%q because %q", got.Text, got.Reason)
	}
}

func TestAPromptStaysUntilActedOn(t *testing.T) {
	w := owing()
	p := w.show(t)
	w.f.IOwe = append(w.f.IOwe, due(line(notes.Todo, notes.Me, "an older one", ago(50)), ago(40)))
	w.f.Today = w.f.Today.AddDays(9)
	if got := first(t, w); got.Text != p.Text || got.Reason != p.Reason || len(got.Because) != 1 {
		t.Errorf("%+v came for %+v", got, p)
	}
	w.f.IOwe = nil
	if got := first(t, w); got.Kind != Ideas {
		t.Errorf("the promise is kept, and %s is in view", got.Kind)
	}
	got := w.show(t)
	for _, e := range w.f.History {
		if e.Key == p.Key && (e.Outcome != notes.ActedOn || e.Left != w.f.Today) {
			t.Errorf("kept as %+v", e)
		}
	}
	if got.Kind == p.Kind {
		t.Error("the same kind twice running")
	}
}

func TestAPromptStaysWhenItsLineIsRewritten(t *testing.T) {
	w := owing()
	p := w.show(t)
	w.f.IOwe[0].Raw = "- [ ] " + w.f.IOwe[0].Raw
	if got := first(t, w); got.Text != p.Text {
		t.Errorf("%q came for %q", got.Text, p.Text)
	}
}

func TestAHeldOneOnOnePassesOverWhatIsInView(t *testing.T) {
	for _, closed := range []bool{true, false} {
		w := owing()
		p := w.show(t)
		w.f.Today = w.f.Today.AddDays(1)
		w.holdOneOnOne(closed)
		w.f.Today = w.f.Today.AddDays(1)
		if got := first(t, w); got.Kind == p.Kind {
			t.Errorf("closed %v: %s is still in view", closed, got.Kind)
		}
		w.show(t)
		if e := w.f.History[0]; e.Outcome != notes.PassedOver || e.Left != w.f.Today.AddDays(-1) {
			t.Errorf("closed %v: kept as %+v", closed, e)
		}
	}
}

func TestAOneOnOneOnTheSameDay(t *testing.T) {
	w := owing()
	before := w.show(t)
	w.holdOneOnOne(false)
	if got := first(t, w); got.Text != before.Text {
		t.Errorf("still that day: %q came for %q", got.Text, before.Text)
	}
	w.f.Today = w.f.Today.AddDays(1)
	if got := first(t, w); got.Kind == before.Kind {
		t.Error("the day after it is still in view")
	}

	w = owing()
	before = w.show(t)
	w.holdOneOnOne(true)
	later := w.show(t)
	if later.Kind == before.Kind {
		t.Error("closed, and still in view")
	}
	w.f.Today = w.f.Today.AddDays(1)
	if got := first(t, w); got.Text != later.Text {
		t.Errorf("what came after the meeting has gone: %q", got.Text)
	}
}

func TestTheCooldownBeginsWhenAPromptLeavesView(t *testing.T) {
	w := owing()
	p := w.show(t)
	w.f.Today = w.f.Today.AddDays(30)
	w.store(Done(p, w.f))
	w.show(t) // the idea, so that the promise would not be the same kind twice running
	for day, want := range map[int]bool{0: false, 2: false, 3: true} {
		t.Run(fmt.Sprint(day), func(t *testing.T) {
			later := *w
			later.f.Today = w.f.Today.AddDays(day)
			if got := asked(&later, MyPromise); got != want {
				t.Errorf("asked %v on day %d, want %v", got, day, want)
			}
		})
	}
}

// between puts a prompt of another kind into the history, so that the next would not be the same kind twice running.
func (w *world) between() {
	w.keepEvent(notes.PromptEvent{
		Person: ana, Kind: "crisis", Shown: w.f.Today, Left: w.f.Today, Outcome: notes.ActedOn,
	})
}

func TestLaterHidesADayAndDoublesTheCooldown(t *testing.T) {
	w := owing()
	w.f.Ideas = nil
	for _, days := range []int{6, 12, 24, 48, 96, 180, 180} {
		w.store(Later(w.show(t), w.f))
		w.between()
		left := w.f.Today
		for day, want := range map[int]bool{0: false, 1: false, days - 1: false, days: true} {
			t.Run(fmt.Sprint(day), func(t *testing.T) {
				w.f.Today = left.AddDays(day)
				if got := asked(w, MyPromise); got != want {
					t.Fatalf("cooldown %d: asked %v on day %d, want %v", days, got, day, want)
				}
			})
		}
		w.f.Today = left.AddDays(days)
		w.f.Goals, w.f.IdeaDates, w.f.LastPraise = nil, []notes.Date{w.f.Today}, w.f.Today
		w.f.NeedDates, w.f.Held = []notes.Date{w.f.Today}, nil
	}
}

func TestNotForThisPersonMutesTheKind(t *testing.T) {
	w := owing()
	p := w.show(t)
	w.store(NotForThem(p, w.f))
	w.f.Today = w.f.Today.AddDays(400)
	if asked(w, MyPromise) {
		t.Error("muted, and asked")
	}
	w.store(Another(w.show(t), w.f))
	w.store(Unmute(w.f.Mutes[0]))
	if !asked(w, MyPromise) {
		t.Error("undone, and not asked")
	}
}

func TestThreeComeIntoViewOnADay(t *testing.T) {
	w := &world{f: allDue()}
	for left := 3; left > 0; left-- {
		ps := Choose(w.f)
		if len(ps) != left {
			t.Fatalf("%d prompts, want %d", len(ps), left)
		}
		w.store(Shown(ps[0], w.f))
		w.store(Another(ps[0], w.f))
	}
	if ps := Choose(w.f); len(ps) > 0 {
		t.Errorf("a fourth one: %v", ps)
	}
	w.f.Today = w.f.Today.AddDays(1)
	if len(Choose(w.f)) == 0 {
		t.Error("nothing the day after")
	}
}

func TestTheColumnsTakeTurns(t *testing.T) {
	w := owing()
	w.f.IOwe = nil
	var columns []bool
	for range 4 {
		p := w.show(t)
		columns = append(columns, p.ForThem)
		w.store(Another(p, w.f))
		w.between()
		w.f.Today = w.f.Today.AddDays(30)
		w.f.LastPraise, w.f.NeedDates = w.f.Today, []notes.Date{w.f.Today}
		w.f.Evidence[1] = line(notes.Praise, notes.Them, "x #platform", w.f.Today)
	}
	for i, forThem := range columns {
		if forThem != (i%2 == 0) {
			t.Fatalf("columns %v", columns)
		}
	}
}

func TestAskGoesOnTheAgenda(t *testing.T) {
	w := owing()
	w.f.IOwe = nil
	p := w.show(t)
	if !p.ForThem {
		t.Fatalf("%+v", p)
	}
	a := Ask(p, w.f).Appends[0]
	if a.Person != ana || a.Kind != notes.PlannedNote || a.Date != today || a.Text != "ask: "+p.Text {
		t.Errorf("%+v", a)
	}
	rows := Ask(p, w.f).Rows
	if e, ok := rows[0].(notes.PromptEvent); !ok || e.ID == 0 || e.Outcome != notes.Asked || e.Left != today || e.Line == "" {
		t.Errorf("the history: %+v", rows)
	}
}
