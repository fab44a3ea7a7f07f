package brief

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
)

// QueueFacts is what the hand-back queue is made from.
type QueueFacts struct {
	Today     notes.Date
	People    []notes.Person
	Actions   []notes.Filed // open actions that I hold, of everybody
	Decisions []notes.Filed // decided lines of everybody, of the last 90 days at least
	Praise    []notes.Filed // praise for everybody, of the last year
	Areas     []notes.Area
	Goals     []notes.Goal // open ones
	Verdicts  []notes.Verdict
}

// HandBack is an action or a decision that I hold and a report could take.
type HandBack struct {
	Item     notes.Filed
	Person   notes.Person
	Text     string
	Evidence []string      // why they could: similar calls, the level, praise; dated, each a sentence without its full stop
	Lines    []notes.Filed // the lines that the evidence comes from
	Sentence string        // what to say; safe to read aloud to the person
	// Same are the other lines that say the same thing of the person: they are one row, and handed back together.
	Same     []notes.Filed
	strength int
}

// thing is what a line is about, in whichever line it stands.
type thing struct {
	who  notes.PersonID
	text string
}

func thingOf(f notes.Filed) thing {
	return thing{f.Person, strings.TrimRight(notes.FoldName(notes.SayText(f.Text)), ".!")}
}

// ShowQueue lists what I hold and they could take: an open action of mine that carries the tag of one of their goals
// or areas, or a call of mine nearer me than agreed. What was kept, put off or handed back is left out, in whichever line
// it stands. Strongest evidence first, then oldest first.
func ShowQueue(f QueueFacts) []HandBack {
	var out []HandBack
	settled, at := f.settled(), map[thing]int{}
	for _, item := range slices.Concat(f.Actions, f.nearerThanAgreed()) {
		about := thingOf(item)
		if i, known := at[about]; known {
			out[i].Same = append(out[i].Same, item)
			continue
		}
		if h, ok := f.handBack(item); ok && !settled[about] {
			at[about] = len(out)
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b HandBack) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(a.Item.NoteDate, b.Item.NoteDate))
	})
	return out
}

// Candidates are the people of whom the queue may hold something: the evidence of the others need not be read. They have
// an area that is theirs, or there is an action of mine that carries the tag of one of their goals or areas.
func (f QueueFacts) Candidates() []notes.PersonID {
	var out []notes.PersonID
	for _, p := range f.People {
		theirs := slices.ContainsFunc(f.Areas, func(a notes.Area) bool { return a.Person == p.ID && a.LevelOn(f.Today).Call() == notes.Theirs })
		held := slices.ContainsFunc(f.Actions, func(i notes.Filed) bool {
			tag, goal := f.theirTag(i)
			return i.Person == p.ID && tag+goal != ""
		})
		if theirs || held {
			out = append(out, p.ID)
		}
	}
	return out
}

// nearerThanAgreed are the calls of mine of the last 30 days in areas where the call was agreed to be theirs.
func (f QueueFacts) nearerThanAgreed() []notes.Filed {
	var out []notes.Filed
	for _, d := range f.Decisions {
		if d.Actor != notes.Me || d.State == notes.Reversed || d.NoteDate < f.Today.AddDays(-30) {
			continue
		}
		if line := decisions.ShowLedgerLine(d, f.areasOf(d.Person), nil); line.Agreed.Call() == notes.Theirs {
			out = append(out, d)
		}
	}
	return out
}

func (f QueueFacts) areasOf(p notes.PersonID) []notes.Area {
	return slices.DeleteFunc(slices.Clone(f.Areas), func(a notes.Area) bool { return a.Person != p })
}

// settled are the things of which one line was kept, put off or handed back.
func (f QueueFacts) settled() map[thing]bool {
	out := map[thing]bool{}
	for _, item := range slices.Concat(f.Actions, f.Decisions) {
		if notes.Settled(item, f.Verdicts, f.Today) {
			out[thingOf(item)] = true
		}
	}
	return out
}

func (f QueueFacts) handBack(item notes.Filed) (HandBack, bool) {
	i := slices.IndexFunc(f.People, func(p notes.Person) bool { return p.ID == item.Person })
	if i < 0 || !f.People[i].Active(f.Today) {
		return HandBack{}, false
	}
	tag, goal := f.theirTag(item)
	if tag == "" && goal == "" {
		return HandBack{}, false
	}
	h := HandBack{Item: item, Person: f.People[i], Text: notes.SayText(item.Text)}
	f.gather(&h, tag)
	if len(h.Evidence) == 0 && goal != "" {
		h.Evidence = append(h.Evidence, voice.T("It counts towards {first}'s goal: {goal}", "first", h.Person.First(), "goal", goal))
	}
	if len(h.Evidence) == 0 {
		return HandBack{}, false
	}
	h.Sentence = notes.HandSentence(item)
	return h, true
}

// theirTag is the first tag of a line that names an area or an open goal of the person, and that goal's title; where no tag
// does, those of a goal whose title the line says.
func (f QueueFacts) theirTag(item notes.Filed) (tag, goal string) {
	for _, t := range item.Tags {
		for _, g := range f.Goals {
			if g.Person == item.Person && g.Tag == t {
				return t, g.Title
			}
		}
		if notes.AreaNamed(f.areasOf(item.Person), t).Tag != "" {
			return t, ""
		}
	}
	for _, g := range f.Goals { // without a tag, by the same words
		if g.Person == item.Person && notes.SaysTitle(item.Text, g) {
			return g.Tag, g.Title
		}
	}
	return "", ""
}

// gather collects the evidence: calls they made, the level held, praise.
func (f QueueFacts) gather(h *HandBack, tag string) {
	same := func(l notes.Filed) bool { return l.Person == h.Item.Person && slices.Contains(l.Tags, tag) }
	var calls []notes.Filed
	for _, d := range f.Decisions {
		if same(d) && d.Actor == notes.Them && d.State != notes.Reversed {
			calls = append(calls, d)
		}
	}
	if len(calls) > 0 {
		h.Evidence = append(h.Evidence, voice.N(len(calls), "{first} made {n} decision in #{tag} ({days})",
			"{first} made {n} decisions in #{tag} ({days})",
			"first", h.Person.First(), "tag", tag, "days", sayDays(calls, f.Today)))
		h.Lines = append(h.Lines, calls...)
	}
	if level := notes.AreaNamed(f.areasOf(h.Item.Person), tag).LevelOn(f.Today); level.Call() == notes.Theirs || level.Call() == notes.Shared {
		h.Evidence = append(h.Evidence, voice.T("You agreed on {level} for #{tag}", "level", level, "tag", tag))
		h.strength += int(level)
	}
	for _, p := range f.Praise {
		if same(p) && p.Label == notes.Praise {
			happened, _, _ := notes.PraiseParts(p.Text)
			h.Evidence = append(h.Evidence, voice.T("You praised {first} on {day}: {line}", "first", h.Person.First(),
				"day", notes.SayDate(p.NoteDate, f.Today), "line", notes.SayText(happened)))
			h.Lines = append(h.Lines, p)
			h.strength++
			break
		}
	}
	h.strength += 2 * len(calls)
}

// sayDays lists the days of at most three lines, newest first.
func sayDays(lines []notes.Filed, today notes.Date) string {
	var days []string
	for i, l := range lines {
		if i == 3 {
			days = append(days, voice.T("and {n} earlier", "n", len(lines)-3))
			break
		}
		days = append(days, notes.SayDate(l.NoteDate, today))
	}
	return strings.Join(days, ", ")
}

// Back hands it back: an action's line becomes theirs, a decision is kept as handed back, and the sentence goes on the
// agenda, once. In is how a line is read where it stands, planned how a line of the person's next one-on-one is; agenda is
// what is open on it.
func (h HandBack) Back(
	in func(notes.Filed) notes.Context, planned notes.Context, agenda []notes.Filed, today notes.Date,
) (notes.Change, error) {
	var c notes.Change
	for _, item := range append([]notes.Filed{h.Item}, h.Same...) {
		if item.Label == notes.Decided {
			c.Rows = append(c.Rows, verdictOn(item, notes.HandedBackVerdict, "", ""))
			continue
		}
		edit, err := notes.SetOwner(item, in(item), notes.Them, item.People)
		if err != nil {
			return notes.Change{}, err
		}
		c.Edits = append(c.Edits, edit)
	}
	asked := func(f notes.Filed) bool {
		return f.Person == h.Person.ID && f.State == notes.Open && notes.NormaliseLine(f.Text) == notes.NormaliseLine(h.Sentence)
	}
	if slices.ContainsFunc(agenda, asked) {
		return c, nil
	}
	line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{h.Person.ID}, h.Sentence, "", planned)
	if err != nil {
		return notes.Change{}, err
	}
	return c.Then(notes.OnAgenda(h.Person.ID, line, today)), nil
}

// NotYet puts it off over a day.
func (h HandBack) NotYet(until notes.Date) notes.Change {
	return h.verdict(notes.NotYetVerdict, until, "")
}

// Keep keeps it; it is not asked again. Why may be empty.
func (h HandBack) Keep(why string) notes.Change { return h.verdict(notes.MineToKeepVerdict, "", why) }

// verdict is said about each of its lines.
func (h HandBack) verdict(what string, until notes.Date, why string) notes.Change {
	c := notes.Change{Rows: []notes.Row{verdictOn(h.Item, what, until, why)}}
	for _, item := range h.Same {
		c.Rows = append(c.Rows, verdictOn(item, what, until, why))
	}
	return c
}

func verdictOn(item notes.Filed, what string, until notes.Date, why string) notes.Verdict {
	return notes.Verdict{NoteUID: item.NoteUID, Line: notes.NormaliseLine(item.Raw), Verdict: what, Until: until, Why: why}
}

// HoldsFold is the queue of one person as a folded line of their brief; false where it is empty.
func HoldsFold(queue []HandBack, who notes.Person) (Fold, bool) {
	if len(queue) == 0 {
		return Fold{}, false
	}
	var texts []string
	for _, h := range queue {
		texts = append(texts, notes.LowerFirst(notes.PlainText(h.Item.Text)))
	}
	return Fold{
		Kind: FoldHolds, Title: voice.T("Could be {who}'s call", "who", who.First()),
		Summary: strconv.Itoa(len(queue)) + ": " + strings.Join(texts, ", "),
	}, true
}
