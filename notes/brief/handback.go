package brief

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/decisions"
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
	Evidence []string      // why they could: similar calls they made, the level held, praise for it; dated
	Lines    []notes.Filed // the lines that the evidence comes from
	Sentence string        // what to say; safe to read aloud to the person
	strength int
}

// ShowQueue lists what I hold and they could take: an open action of mine that carries the tag of one of their goals
// or areas, or a call of mine nearer me than agreed. What was kept or put off is left out. Strongest evidence first,
// then oldest first.
func ShowQueue(f QueueFacts) []HandBack {
	var out []HandBack
	for _, item := range slices.Concat(f.Actions, f.nearerThanAgreed()) {
		if h, ok := f.handBack(item); ok && !f.said(item) {
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
			tag, _ := f.theirTag(i)
			return i.Person == p.ID && tag != ""
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

// said reports whether the item was kept, or put off to a day that has not come.
func (f QueueFacts) said(item notes.Filed) bool { return notes.KeptOrPutOff(item, f.Verdicts, f.Today) }

func (f QueueFacts) handBack(item notes.Filed) (HandBack, bool) {
	i := slices.IndexFunc(f.People, func(p notes.Person) bool { return p.ID == item.Person })
	if i < 0 || !f.People[i].Active(f.Today) {
		return HandBack{}, false
	}
	tag, goal := f.theirTag(item)
	if tag == "" {
		return HandBack{}, false
	}
	h := HandBack{Item: item, Person: f.People[i], Text: notes.SayText(item.Text)}
	f.gather(&h, tag)
	if len(h.Evidence) == 0 && goal != "" {
		h.Evidence = append(h.Evidence, "it counts for “"+goal+"”")
	}
	if len(h.Evidence) == 0 {
		return HandBack{}, false
	}
	h.Sentence = handBackSentence(item)
	return h, true
}

// theirTag is the first tag of a line that names an area or an open goal of the person, and that goal's title.
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
		h.Evidence = append(h.Evidence, "made "+notes.Plural(len(calls), "call")+" in #"+tag+" ("+sayDays(calls, f.Today)+")")
		h.Lines = append(h.Lines, calls...)
	}
	if level := notes.AreaNamed(f.areasOf(h.Item.Person), tag).LevelOn(f.Today); level.Call() == notes.Theirs || level.Call() == notes.Shared {
		h.Evidence = append(h.Evidence, "you agreed on "+level.String()+" there")
		h.strength += int(level)
	}
	for _, p := range f.Praise {
		if same(p) && p.Label == notes.Praise {
			happened, _, _ := notes.PraiseParts(p.Text)
			h.Evidence = append(h.Evidence, "praised on "+notes.SayDate(p.NoteDate, f.Today)+": "+notes.SayText(happened))
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
			days = append(days, "and "+strconv.Itoa(len(lines)-3)+" before")
			break
		}
		days = append(days, notes.SayDate(l.NoteDate, today))
	}
	return strings.Join(days, ", ")
}

func handBackSentence(item notes.Filed) string {
	text := notes.LowerFirst(strings.TrimRight(notes.SayText(item.Text), "."))
	if item.Label == notes.Decided {
		return "I decided this one: " + text + ". The next one like it is yours. What would you need from me?"
	}
	return "This has been with me: " + text + ". Would you take it, and what would you need from me?"
}

// Back hands it back: an action's line becomes theirs, and the sentence goes on the agenda. In reads the line's note,
// planned the person's planned note.
func (h HandBack) Back(in, planned notes.Context, agenda func(line string) notes.Change) (notes.Change, error) {
	var c notes.Change
	if h.Item.Label != notes.Decided {
		edit, err := notes.SetOwner(h.Item, in, notes.Them, h.Item.People)
		if err != nil {
			return notes.Change{}, err
		}
		c.Edits = append(c.Edits, edit)
	}
	line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{h.Person.ID}, h.Sentence, "", planned)
	if err != nil {
		return notes.Change{}, err
	}
	return c.Then(agenda(line)), nil
}

// NotYet puts it off over a day.
func (h HandBack) NotYet(until notes.Date) notes.Change {
	return h.verdict(notes.NotYetVerdict, until, "")
}

// Keep keeps it; it is not asked again. Why may be empty.
func (h HandBack) Keep(why string) notes.Change { return h.verdict(notes.MineToKeepVerdict, "", why) }

func (h HandBack) verdict(what string, until notes.Date, why string) notes.Change {
	return notes.Change{
		Rows: []notes.Row{notes.Verdict{NoteUID: h.Item.NoteUID, Line: notes.NormaliseLine(h.Item.Raw), Verdict: what, Until: until, Why: why}},
	}
}

// HoldsFold is the queue of one person as a folded line of their brief; false where it is empty.
func HoldsFold(queue []HandBack, who notes.Person) (Fold, bool) {
	if len(queue) == 0 {
		return Fold{}, false
	}
	var texts []string
	for _, h := range queue {
		texts = append(texts, notes.LowerFirst(h.Text))
	}
	return Fold{
		Kind: FoldHolds, Title: "Could be " + who.First() + "'s call",
		Summary: strconv.Itoa(len(queue)) + ": " + strings.Join(texts, ", "),
	}, true
}
