package brief

import (
	"strings"
	"testing"

	"handback/notes"
)

const queueToday = notes.Date("2025-12-02")

var queueArea = notes.Area{
	Person: 2,
	Tag:    "platform",
	Levels: []notes.DatedLevel{{From: "2025-09-01", Level: notes.Consult}, {From: "2025-11-01", Level: notes.Advise}},
}

func closeReads(notes.Filed) notes.Context { return closeContext() }

// madeCall is a decision about Ana in a one-on-one so many days ago.
func madeCall(daysAgo int, a notes.Actor, tags ...string) notes.Filed {
	return notes.Filed{
		Item:   notes.Item{Label: notes.Decided, Actor: a, Text: "x", Tags: tags, People: []notes.PersonID{2}},
		Person: 2, NoteDate: queueToday.AddDays(-daysAgo), NoteKind: notes.HeldNote, NotePerson: 2,
	}
}

func queueFacts() QueueFacts {
	ana := closeAna
	hold := notes.Filed{
		Item: notes.Item{
			Line:   1,
			Raw:    "todo me: choose the queue #platform",
			Label:  notes.Todo,
			Actor:  notes.Me,
			People: []notes.PersonID{2},
			Text:   "choose the queue #platform",
			Tags:   []string{"platform"},
		},
		Person:     2,
		Note:       9,
		NoteUID:    "u9",
		NoteDate:   "2025-11-20",
		NoteKind:   notes.HeldNote,
		NotePerson: 2,
	}
	return QueueFacts{
		Today: queueToday, People: []notes.Person{closeMe, ana}, Actions: []notes.Filed{hold},
		Decisions: []notes.Filed{madeCall(12, notes.Them, "platform"), madeCall(26, notes.Them, "platform"), madeCall(26, notes.Them, "other")},
		Areas:     []notes.Area{queueArea},
		Goals:     []notes.Goal{{ID: 4, Person: 2, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen}},
	}
}

func TestTheQueueSaysWhyTheyCouldTakeIt(t *testing.T) {
	q := ShowQueue(queueFacts())
	if len(q) != 1 || q[0].Text != "Choose the queue" {
		t.Fatalf("%+v", q)
	}
	want := "Ana made 2 decisions in #platform (20 Nov, 6 Nov); You agreed on Advise for #platform"
	if got := strings.Join(q[0].Evidence, "; "); got != want {
		t.Errorf("because %q, want %q", got, want)
	}
}

func TestTheQueueWorksWithoutATag(t *testing.T) {
	f := queueFacts()
	f.Actions[0].Tags, f.Actions[0].Text = nil, "Choose the next platform"
	if q := ShowQueue(f); len(q) != 1 || q[0].Text != "Choose the next platform" {
		t.Errorf("the words of the goal: %+v", q)
	}
	f.Goals[0].Title, f.Goals[0].Tag, f.Actions[0].Text = "Speak at a meetup", "", "find a meetup where she can speak"
	if q := ShowQueue(f); len(q) != 1 || q[0].Evidence[0] != "It counts towards Ana's goal: Speak at a meetup" {
		t.Errorf("a goal without a tag: %+v", q)
	}
	f.Actions[0].Text = "find a room for the meetup"
	if q := ShowQueue(f); len(q) != 0 {
		t.Errorf("one word of the goal: %+v", q)
	}
}

func TestTheQueueLeavesOut(t *testing.T) {
	for name, change := range map[string]func(*QueueFacts){
		"a promise without a tag of theirs": func(f *QueueFacts) { f.Actions[0].Tags, f.Actions[0].Text = nil, "choose the queue" },
		"a tag that is nothing of theirs": func(f *QueueFacts) {
			f.Actions[0].Tags, f.Actions[0].Text = []string{"budget"}, "choose the queue #budget"
		},
		"who is away":  func(f *QueueFacts) { f.People[1].State, f.People[1].Until = notes.StateAway, "2025-12-20" },
		"who has left": func(f *QueueFacts) { f.People[1].State = notes.StateLeft },
		"what is mine to keep": func(f *QueueFacts) {
			f.Verdicts = []notes.Verdict{{NoteUID: "u9", Line: "todo me: choose the queue #platform", Verdict: notes.MineToKeepVerdict}}
		},
		"what is put off": func(f *QueueFacts) {
			f.Verdicts = []notes.Verdict{{NoteUID: "u9", Line: "todo me: choose the queue #platform", Verdict: notes.NotYetVerdict, Until: queueToday}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := queueFacts()
			change(&f)
			if q := ShowQueue(f); len(q) != 0 {
				t.Errorf("%+v", q)
			}
		})
	}
	f := queueFacts()
	f.Verdicts = []notes.Verdict{
		{NoteUID: "u9", Line: "todo me: choose the queue #platform", Verdict: notes.NotYetVerdict, Until: queueToday.AddDays(-1)},
	}
	if len(ShowQueue(f)) != 1 {
		t.Error("what was put off does not come back")
	}
}

func TestACallOfMineNearerThanAgreedIsInTheQueue(t *testing.T) {
	f := queueFacts()
	f.Actions = nil
	f.Decisions = append(f.Decisions, madeCall(5, notes.Me, "platform"), madeCall(40, notes.Me, "platform"))
	q := ShowQueue(f)
	if len(q) != 1 || q[0].Item.Label != notes.Decided || q[0].Item.NoteDate != queueToday.AddDays(-5) {
		t.Fatalf("%+v", q)
	}
	change, err := q[0].Back(closeReads, closeContext(), nil, queueToday)
	if err != nil || len(change.Edits) != 0 || len(change.Appends) != 1 || len(change.Rows) != 1 {
		t.Errorf("handing a call back changes %+v, %v", change, err)
	}
}

func TestHandingBackRewritesTheLineAndAsks(t *testing.T) {
	h := ShowQueue(queueFacts())[0]
	change, err := h.Back(closeReads, closeContext(), nil, queueToday)
	if err != nil {
		t.Fatal(err)
	}
	if change.Edits[0].New != "todo Ana: choose the queue #platform" && change.Edits[0].New != "todo: choose the queue #platform" {
		t.Errorf("the line becomes %q", change.Edits[0].New)
	}
	items := notes.Parse(change.Appends[0].Text, closeContext())
	if len(items) != 1 || items[0].Label != notes.Ask || items[0].Actor != notes.Me || !strings.Contains(items[0].Text, "“Choose the queue”") {
		t.Errorf("the agenda gets %q", change.Appends[0].Text)
	}
	if v := h.Keep("it is mine").Rows[0].(notes.Verdict); v.Line != "todo me: choose the queue #platform" || v.Why == "" {
		t.Errorf("kept as %+v", v)
	}
}

func TestADecisionThatWasHandedBackStaysAway(t *testing.T) {
	f := queueFacts()
	f.Actions = nil
	mine := madeCall(5, notes.Me, "platform")
	mine.NoteUID, mine.Note, mine.Line, mine.Raw, mine.Text = "u7", 7, 1, "decided me: take Kafka #platform", "take Kafka #platform"
	f.Decisions = append(f.Decisions, mine)
	h := ShowQueue(f)[0]
	change, err := h.Back(closeReads, closeContext(), nil, queueToday)
	if err != nil {
		t.Fatal(err)
	}
	f.Verdicts = append(f.Verdicts, change.Rows[0].(notes.Verdict))
	if q := ShowQueue(f); len(q) != 0 {
		t.Errorf("it is offered again: %+v", q)
	}
	again := mine
	again.NoteUID, again.Note, again.Raw, again.Text = "u8", 8, "- Decided me: Take Kafka. #platform", "Take Kafka. #platform"
	f.Decisions = append(f.Decisions, again)
	todo := queueFacts().Actions[0]
	todo.Raw, todo.Text = "todo me: take Kafka #platform", "take Kafka #platform"
	f.Actions = []notes.Filed{todo}
	if q := ShowQueue(f); len(q) != 0 {
		t.Errorf("it is offered under another line: %+v", q)
	}
	other := again
	other.Text = "take Rabbit #platform"
	f.Decisions = append(f.Decisions, other)
	if q := ShowQueue(f); len(q) != 1 {
		t.Errorf("another decision is not offered: %+v", q)
	}
}

func TestTheSameThingInSeveralLinesIsOneRowAndHandedBackAtOnce(t *testing.T) {
	f := queueFacts()
	second := f.Actions[0]
	second.Note, second.NoteUID, second.Line, second.Raw = 10, "u10", 3, "- todo me: choose the queue #platform"
	call := madeCall(5, notes.Me, "platform")
	call.NoteUID, call.Note, call.Raw, call.Text = "u7", 7, "decided me: choose the queue #platform", "choose the queue #platform"
	f.Actions, f.Decisions = append(f.Actions, second), append(f.Decisions, call)
	q := ShowQueue(f)
	if len(q) != 1 || len(q[0].Same) != 2 {
		t.Fatalf("%+v", q)
	}
	change, err := q[0].Back(closeReads, closeContext(), nil, queueToday)
	if err != nil || len(change.Edits) != 2 || len(change.Rows) != 1 || len(change.Appends) != 1 {
		t.Errorf("%+v, %v", change, err)
	}
	if kept := q[0].Keep(""); len(kept.Rows) != 3 {
		t.Errorf("kept as %+v", kept)
	}
}

func TestHandingBackTwiceMakesOneAgendaLine(t *testing.T) {
	h := ShowQueue(queueFacts())[0]
	first, err := h.Back(closeReads, closeContext(), nil, queueToday)
	if err != nil {
		t.Fatal(err)
	}
	open := notes.Filed{Item: notes.Parse(first.Appends[0].Text, closeContext())[0], Person: 2}
	second, err := h.Back(closeReads, closeContext(), []notes.Filed{open}, queueToday)
	if err != nil || len(second.Appends) != 0 {
		t.Errorf("again: %+v, %v", second, err)
	}
	open.State = notes.Answered
	if later, err := h.Back(closeReads, closeContext(), []notes.Filed{open}, queueToday); err != nil || len(later.Appends) != 1 {
		t.Errorf("once the first was talked about: %+v, %v", later, err)
	}
}
