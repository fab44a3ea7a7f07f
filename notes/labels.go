package notes

import (
	"slices"

	"handback/notes/voice"
)

// Label is the kind of a labelled line, by its canonical word.
type Label string

// The labels of docs/LABELS.md.
const (
	Todo     Label = "todo"
	Decided  Label = "decided"
	Praise   Label = "praise"
	Feedback Label = "feedback"
	Idea     Label = "idea"
	Need     Label = "need"
	Ask      Label = "ask"
	Topic    Label = "topic"
	Stuck    Label = "stuck"
	StepIn   Label = "step in"
	Private  Label = "private"
)

// LabelKind is a row of LabelKinds: what differs from label to label.
type LabelKind struct {
	Label Label // its word, as Format writes it

	// The words. In each a blank stands for any run of blanks and '-' for any hyphen.
	Also     []string // other words for it
	DoneWord string   // another word for it, of a line that is done already
	Named    []string // other words for it, where somebody is named
	Dashed   []string // those after which " - " counts as the colon even where nobody is named
	Offered  []string // those in small letters to which the missing colon is offered; to words in capitals it always is

	Hidden bool  // it files nothing, and nobody is shown it
	Owner  Owner // who acts in a line that does not say
	For    bool  // `for` or `to` may stand before its names
	Due    bool  // it can have a date it is due by
	Again  bool  // that date is the day on which it comes back, and only `by` says one

	States    []State // what may become of it
	Mine      []State // what may become of a line of mine or ours, where that differs
	StillOpen []State // those of its states in which it still asks for something
	Tick      State   // what a tick makes of it; Open where a tick says nothing
	OnRecord  bool    // it asks for nothing, whatever its state

	Icon   string // by the name in ui/look
	Colour string // of the palette, by the name in ui/look

	// The panel "Filed from this note".
	Under  Label // the label whose heading it shares, "" for a heading of its own
	First  bool  // its heading stands before the others
	Boxed  bool  // a line has a box to tick, not the label's icon
	Owned  bool  // its menu says whose it is, and changes that
	Growth bool  // a line of theirs tells of growth: a goal's tag is offered

	Waiting string // what is said of an open line without a date: "not said yet"
	Counted string // how the brief counts several of them: "ideas"; "" where its other cards list them
	Signal  string // how a line is said that stays open through many one-on-ones, "" where that is no step-in signal
	Upward  bool   // what they bring: the detector reads in it whether they hand a call up; in other labels it reads nothing

	View   string // the SQL view that it is listed in (docs/VIEWS.md), "" for none but `filed`
	Listed string // where it turns up, as README says it

	Help    string // what it is, in a manager's words
	Example string // a line of it
}

// Owner is who acts in a line that does not say.
type Owner int

// The owners.
const (
	NotesPerson Owner = iota // whose note it is, which in my own notes is me; or those named
	Manager                  // me, whoever is named
	NotSaid                  // nobody, until somebody says whose call it was; or those named
)

// LabelKinds has a row for each label, in the order in which labels stand everywhere. To add one: docs/RECIPES.md.
var LabelKinds = []LabelKind{
	{
		Label: Todo, Also: []string{
			"to do", "to-do", "action", "actions", "action item", "action items", "action point", "next step", "next steps", "follow-up",
			"follow up", "task",
		},
		DoneWord: "done", Named: []string{"ai", "ap"},
		Dashed: []string{
			"todo", "action item", "action items", "action point", "next step", "next steps", "follow-up", "follow up",
		},
		Offered: []string{"todo", "to-do", "action item", "action point"}, For: true, Due: true,
		States: []State{Done, Told, Dropped}, Mine: []State{Done, Told}, Tick: Done,
		Icon: "todo", Colour: "todo", Boxed: true, Owned: true, Growth: true,
		View: "action", Listed: voice.T("their actions, my promises"),
		Help:    voice.T("Something to do: for the person the note is about, for “me”, or for someone you name."),
		Example: "todo: draft the rollout plan by Fri",
	},
	{
		Label: Decided, Also: []string{"decision", "agreed"}, Dashed: []string{"decided", "decision"}, Owner: NotSaid,
		Due: true, Again: true,
		States: []State{Held, Reversed}, OnRecord: true,
		Icon: "decided", Colour: "decided", First: true, Owned: true, Growth: true,
		Counted: "decided", View: "decision", Listed: voice.T("decisions, which come up again on the `by DATE` day"),
		Help:    voice.T("What was decided, and who decided: me, we or a name. Add “by 4 Dec” to look at it again that day."),
		Example: voice.T("decided Ana: rollout moves to January"),
	},
	{
		Label: Praise, Also: []string{"kudos", "shout-out", "shoutout", "win"},
		Dashed:  []string{"praise", "kudos", "shout-out", "shoutout"},
		Offered: []string{"kudos", "shout-out", "shoutout"}, For: true,
		States: []State{Said, Rewarded}, Tick: Said,
		Icon: "praise", Colour: "praise", Growth: true, Waiting: voice.T("not said yet"),
		Counted: "praise", View: "praise", Listed: "praise",
		Help:    voice.T("What happened — what they did — what it changed."),
		Example: "praise: demo broke — she fixed it calmly — the customer stayed",
	},
	{
		Label: Feedback, Dashed: []string{"feedback"}, For: true,
		States: []State{Said}, Tick: Said,
		Icon: "quote", Colour: "need", Waiting: voice.T("not said yet"),
		Counted: "feedback", View: "feedback", Listed: voice.T("feedback, flagged until you've given it"),
		Help:    voice.T("The same three parts as praise, for feedback you'll give them."),
		Example: "feedback: review ran over — you took every question — two left early",
	},
	{
		Label: Idea, Dashed: []string{"idea"},
		States: []State{Trying, Adopted, Declined, Learned}, StillOpen: []State{Trying},
		Icon: "idea", Colour: "idea", Growth: true, Waiting: voice.T("waiting for an answer"),
		Counted: "ideas", View: "idea", Listed: "ideas",
		Help:    voice.T("Their idea. Try it, adopt it or say why not."),
		Example: "idea: pair the new people on call",
	},
	{
		Label: Need, Also: []string{"needs", "support", "support needed"}, Dashed: []string{"need", "support needed"}, For: true, Due: true,
		States: []State{Met, Told}, Tick: Met,
		Icon: "need", Colour: "need", Boxed: true,
		Counted: "needs", Upward: true, View: "need", Listed: voice.T("needs, or my promise if it has `by DATE`"),
		Help:    voice.T("What they need from you. With a date, it's your promise."),
		Example: "need: a test copy of the data by 12 Dec",
	},
	{
		Label: Ask, Also: []string{"question", "q"}, Owner: Manager, For: true,
		States: []State{Answered, Dropped}, Tick: Answered,
		Icon: "ask", Colour: "ask", Under: Need, Boxed: true, Waiting: voice.T("on the agenda"),
		View: "agenda", Listed: voice.T("the agenda, mine"),
		Help:    voice.T("You bring it up in the next one-on-one."),
		Example: "ask: what would you stop, if you could?",
	},
	{
		Label: Topic, Also: []string{"discuss"}, Dashed: []string{"topic"},
		States: []State{Answered, Dropped}, Tick: Answered,
		Icon: "topic", Colour: "muted", Under: Need, Boxed: true, Waiting: voice.T("on the agenda"),
		Signal: voice.T("On the agenda"), Upward: true, View: "agenda", Listed: voice.T("the agenda, with theirs first"),
		Help:    voice.T("They bring it up in the next one-on-one."),
		Example: "topic: holiday in March",
	},
	{
		Label: Stuck, Also: []string{"blocker", "blocked", "risk", "risk/blocker"}, Dashed: []string{"stuck", "blocker"},
		States: []State{Cleared}, Tick: Cleared,
		Icon: "stuck", Colour: "stuck", Boxed: true,
		Counted: "stuck", Signal: voice.T("Stuck"), Upward: true, View: "stuck", Listed: voice.T("what is in the way"),
		Help:    voice.T("Something is in their way."),
		Example: "stuck: no answer from legal since Monday",
	},
	{
		Label: StepIn, Also: []string{"step-in"}, OnRecord: true,
		Icon: "flag", Colour: "stuck", Under: Stuck,
		Counted: voice.T("step in"), Listed: voice.T("the note's panel, where you can start it"),
		Help:    voice.T("You step in and lead, for a while."),
		Example: voice.T("step in: I'm taking the outage calls this week"),
	},
	{
		Label: Private, Hidden: true,
		Icon: "lock", Colour: "muted", Listed: voice.T("nowhere: left out of the meeting view"),
		Help:    voice.T("Not filed, and not shown to anyone. You might still have to disclose it by law."),
		Example: "private: I was short with her, say sorry",
	},
}

// Labels lists the labels that file something, in the order of LabelKinds.
var Labels = filing()

func filing() []Label {
	var list []Label
	for _, k := range LabelKinds {
		if !k.Hidden {
			list = append(list, k.Label)
		}
	}
	return list
}

// kinds are the rows of LabelKinds by their label.
var kinds = kindsByLabel()

func kindsByLabel() map[Label]*LabelKind {
	by := make(map[Label]*LabelKind, len(LabelKinds))
	for i := range LabelKinds {
		by[LabelKinds[i].Label] = &LabelKinds[i]
	}
	return by
}

// noKind stands for a label without a row: prose, or one that a newer version has filed in a journal that this one reads.
var noKind = LabelKind{Hidden: true, Icon: "page", Colour: "muted"}

// kind is the label's row, which nobody changes.
func (l Label) kind() *LabelKind {
	if k, ok := kinds[l]; ok {
		return k
	}
	return &noKind
}

// Kind is the label's row of LabelKinds. Of a label without one it has an icon and a colour.
func (l Label) Kind() LabelKind { return *l.kind() }

// Ticked is the state that a tick gives a line of this label; Open where a tick says nothing.
func (l Label) Ticked() State { return l.kind().Tick }

// Words are all words for the label, its own first.
func (k *LabelKind) Words() []string {
	words := append([]string{string(k.Label)}, k.Also...)
	if k.DoneWord != "" {
		words = append(words, k.DoneWord)
	}
	return words
}

// statesOf lists the states that a line of this actor can have, apart from Open.
func (k *LabelKind) statesOf(a Actor) []State {
	if k.Mine != nil && a != Them {
		return k.Mine
	}
	return k.States
}

func (k *LabelKind) knows(a Actor, s State) bool { return slices.Contains(k.statesOf(a), s) }

// StatesOf lists the states that a line of this label and actor can have, apart from Open. A promise of mine cannot be
// dropped, only done, told why not, or still open.
func StatesOf(l Label, a Actor) []State { return l.kind().statesOf(a) }
