package prompt

import (
	"cmp"
	"hash/fnv"
	"slices"
	"sort"

	"handback/notes"
)

// inADay is how many prompts may come into view for one person on one day: one, and two more behind "Another question".
const inADay = 3

// Choose returns what to ask about a person: first the prompt that is or comes into view, then those behind "Another question".
// No two are of one kind. It returns nothing for people who are away, left, or no reports.
func Choose(f notes.PromptFacts) []Prompt {
	if !f.Person.Active(f.Today) {
		return nil
	}
	f.StepIns = speaking(f)
	h := readHistory(f)
	var chosen []Prompt
	if p, ok := stillInView(f, h); ok {
		chosen = append(chosen, p)
	}
	room := inADay - h.leftOn(f.Today)
	for _, c := range rankedDue(f, h) {
		if len(chosen) >= room {
			break
		}
		if len(chosen) > 0 && (c.prompt.Kind == chosen[0].Kind || c.place == notWritten) {
			continue // what was not noted is asked about when there is nothing else, and then alone
		}
		chosen = append(chosen, c.prompt)
	}
	return chosen
}

// candidate is a prompt that may be shown, with what decides its place.
type candidate struct {
	prompt Prompt
	place  place
	rank   int
	since  notes.Date
}

// place is what decides before any rank.
type place int

const (
	beforeAll place = iota // as kind.first
	inRank
	again      // the kind was in view last: not the same twice running, unless there is nothing else
	notWritten // the reason is that something was not noted
)

func placeOf(k kind, o occasion, h history) place {
	switch {
	case k.first:
		return beforeAll
	case o.absent:
		return notWritten
	case h.last == k.name && (!(k.twice || o.mine) || h.running > 1):
		return again
	}
	return inRank
}

// rankedDue are the prompts of all kinds that are due, one a kind, in the order in which they are asked.
func rankedDue(f notes.PromptFacts, h history) []candidate {
	var all []candidate
	for rank, k := range kinds {
		if h.muted[k.name] || h.silent(k) || h.inViewNow(k) {
			continue
		}
		due := stillSaid(k, f, h.quiet || h.gentle)
		for _, o := range due {
			if h.settled(k, o) || h.coolingFor(k, o) || h.asksMore(k, o) {
				continue
			}
			if p, ok := pick(k, o, f, h); ok {
				passed := max(h.passedOver(k, oldest(due, o.absent), f.Held), h.unheard(k, f.Held))
				all = append(all, candidate{p, placeOf(k, o, h), rankOf(o, rank) - 2*passed, o.since})
				break
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].place != all[j].place {
			return all[i].place < all[j].place
		}
		if all[i].rank != all[j].rank {
			return all[i].rank < all[j].rank
		}
		return all[i].since < all[j].since
	})
	return all
}

// rankOf is the rank of a reason: twice that of its kind, or just before another kind's.
func rankOf(o occasion, rank int) int {
	if o.before != "" {
		rank = slices.IndexFunc(kinds, func(k kind) bool { return k.name == o.before })
		return 2*rank - 1
	}
	return 2 * rank
}

// oldest is the day since which a kind is due, whatever the newest of its reasons: one reason may take another's place,
// and the kind still waits. What was not noted counts apart.
func oldest(due []occasion, absent bool) notes.Date {
	var since notes.Date
	for _, o := range due {
		if o.absent == absent && (since == "" || o.since < since) {
			since = o.since
		}
	}
	return since
}

// pick finds the question for an occasion: the two columns take turns; in a column those bound to the facts in hand
// come before general ones, beginning at a place that differs from person to person.
func pick(k kind, o occasion, f notes.PromptFacts, h history) (Prompt, bool) {
	forThem := h.shown[k.name]%2 == 0
	longAgo, again := Prompt{}, notes.Date("")
	for _, column := range []bool{forThem, !forThem} {
		for _, q := range inOrder(bank().of(k.name, column, o.name), f.Person) {
			if h.retired[q.key] {
				continue
			}
			last, used := h.used(q.key, f.Today)
			if used && (!k.first || (again != "" && last >= again)) {
				continue
			}
			text, ok := render(q, o, f)
			switch {
			case ok && !used:
				return newPrompt(q, text, o), true
			case ok:
				longAgo, again = newPrompt(q, text, o), last
			}
		}
	}
	return longAgo, again != ""
}

func newPrompt(q question, text string, o occasion) Prompt {
	p := Prompt{
		Kind: q.kind, Key: q.key, ForThem: q.forThem, Text: text,
		Reason: o.reason, Because: o.because,
	}
	if q.forThem {
		p.Agenda = text
	}
	return p
}

// inOrder turns the questions round by a number of the person's own, bound ones first.
func inOrder(qs []question, p notes.Person) []question {
	if len(qs) == 0 {
		return nil
	}
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(p.Name)) // never fails
	at := int(sum.Sum32() % uint32(len(qs)))
	turned := append(append([]question(nil), qs[at:]...), qs[:at]...)
	sort.SliceStable(turned, func(i, j int) bool { return turned[i].bound && !turned[j].bound })
	return turned
}

// stillInView is the prompt that was shown and waits to be acted on. It has gone once its reason has. The question stays as it
// was asked; the reason is said as it is today, not as it was when the question came into view.
func stillInView(f notes.PromptFacts, h history) (Prompt, bool) {
	e := h.inView
	if e == nil || h.muted[e.Kind] {
		return Prompt{}, false
	}
	o, ok := occasionOf(*e, f)
	if !ok {
		return Prompt{}, false
	}
	p := Prompt{Kind: e.Kind, Key: e.Key, Text: e.Text, Reason: cmp.Or(o.reason, e.Reason), Because: o.because}
	if q, known := bank().byKey[e.Key]; known && q.forThem {
		p.ForThem, p.Agenda = true, e.Text
	}
	return p, true
}

// occasionOf finds the occasion from which a prompt in view came: by its line, or where that was rewritten or there is
// none, by the text that it gives.
func occasionOf(e notes.PromptEvent, f notes.PromptFacts) (occasion, bool) {
	k, known := kindOf(e.Kind)
	if !known {
		return occasion{}, false
	}
	for _, o := range k.due(f) {
		for _, b := range o.because {
			if e.Line != "" && b.NoteUID == e.NoteUID && b.Raw == e.Line {
				return o, true
			}
		}
		q := bank().byKey[e.Key]
		if text, ok := render(q, o, f); ok && text == e.Text {
			return o, true
		}
	}
	return occasion{}, false
}
