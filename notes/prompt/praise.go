package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const (
	praiseAfter    = 7  // days in which something finished may wait for a word
	praiseFresh    = 45 // days for which it is worth one
	praiseStale    = 28 // days after which what is at hand comes before it
	praiseLongGone = 21 // days without praise
)

const (
	praiseNotSaid = "not said"
	praiseDone    = "finished"
	praiseCall    = "decided"
	praiseLongAgo = "long ago"
	praiseBegan   = "began"
	praiseNoted   = "noted"
)

// praise speaks when praise was written but not said, when something of theirs was finished or decided without a word
// for a week, or when no praise was noted for three.
var praise = kind{
	name: Praise, cooldown: 7,
	occasions: map[string][]string{
		praiseNotSaid: {"line", "did", "date"}, praiseDone: {"line", "date"}, praiseCall: {"line", "date"},
		praiseNoted: {"line", "date"}, praiseLongAgo: {"date"}, praiseBegan: {"date"},
	},
	due: praiseDue,
}

func praiseDue(f notes.PromptFacts) []occasion {
	found := oldestFirst(unsaidPraise(f))
	found = append(found, newestFirst(append(finishedWithoutPraise(f), notedWithoutPraise(f)...))...)
	if o, ok := longWithoutPraise(f); ok {
		found = append(found, o)
	}
	return found
}

// unsaidPraise counts from the day after it was written: what is written in the meeting is as good as said there.
func unsaidPraise(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Unsaid {
		if i.Label != notes.Praise || i.NoteDate >= f.Today || i.Closed() {
			continue
		}
		happened, did, _ := notes.PraiseParts(i.Text)
		slots := map[string]string{
			"line": short(happened), "did": short(did), "date": notes.SayDate(i.NoteDate, f.Today),
		}
		found = append(found, occasion{
			name: praiseNotSaid, since: i.NoteDate.AddDays(1), slots: slots, because: []notes.Filed{i},
			reason: voice.T("because you wrote this praise on {day} and haven't marked it as said", "day", slots["date"]),
		})
	}
	return found
}

func finishedWithoutPraise(f notes.PromptFacts) []occasion {
	var found []occasion
	answered := settledOn(Praise, f, anyEvent)
	for _, i := range f.DoneLately {
		day, name := i.NoteDate, praiseCall
		if i.Label == notes.Todo {
			day, name = max(i.StateDate, i.NoteDate), praiseDone
		}
		days := f.Person.Off.Since(day, f.Today)
		if day == "" || f.LastPraise >= day || answered >= day || days < praiseAfter || days > praiseFresh {
			continue
		}
		line, said := short(i.Text), notes.SayDate(day, f.Today)
		why := voice.T("because {who} decided this ({day}) and you haven't noted any praise for it since: “{line}”",
			"who", f.Person.First(), "day", said, "line", quoted(i.Text))
		if name == praiseDone {
			why = voice.T("because {who} finished this ({day}) and you haven't noted any praise for it since: “{line}”",
				"who", f.Person.First(), "day", said, "line", quoted(i.Text))
		}
		found = append(found, occasion{
			name: name, since: day.AddDays(praiseAfter), because: []notes.Filed{i},
			slots:  map[string]string{"line": line, "date": said},
			reason: why, before: stale(days),
		})
	}
	return found
}

// notedWithoutPraise are deeds of which a line without a label says that they were done unasked, or were admired. What is
// written in a one-on-one may have been said there, and waits as what was finished does.
func notedWithoutPraise(f notes.PromptFacts) []occasion {
	var found []occasion
	after := max(f.LastPraise, settledOn(Praise, f, anyEvent), f.Today.AddDays(-praiseFresh-1))
	for _, l := range praiseProse.linesIn(f, after) {
		days := f.Person.Off.Since(l.NoteDate, f.Today)
		waits := 1
		if l.NoteKind == notes.HeldNote {
			waits = praiseAfter
		}
		if days < waits {
			continue
		}
		said := notes.SayDate(l.NoteDate, f.Today)
		found = append(found, occasion{
			name: praiseNoted, since: l.NoteDate.AddDays(waits), because: []notes.Filed{l}, before: stale(days),
			slots: map[string]string{"line": short(l.Text), "date": said},
			reason: voice.T("because you noted this on {day} and haven't noted any praise for it since: “{line}”",
				"day", said, "line", quoted(l.Text)),
		})
	}
	return found
}

// stale is the kind before which something finished is praised: what lies back for a month can wait for what is at hand.
func stale(days int) notes.PromptKind {
	if days > praiseStale {
		return Context
	}
	return ""
}

// longWithoutPraise holds three weeks and three one-on-ones after the last praise, or the first one-on-one. After ninety days
// what they began to do meanwhile can be asked.
func longWithoutPraise(f notes.PromptFacts) (occasion, bool) {
	since, enough := heldFor(praiseLongGone, f.LastPraise, f)
	if !enough || len(pastHeld(f.Held, f.LastPraise)) < enoughHeld ||
		len(praiseProse.linesIn(f, max(f.LastPraise, f.Today.AddDays(-praiseLongGone)))) > 0 {
		return occasion{}, false
	}
	o := occasion{name: praiseLongAgo, absent: true, since: since, slots: map[string]string{}}
	if later, long := heldFor(startWaits, f.LastPraise, f); long {
		o.name, o.since = praiseBegan, later
	}
	if f.LastPraise == "" {
		o.reason = voice.T("because you haven't noted any praise for {who} yet, after one-on-ones on {days}",
			"who", f.Person.First(), "days", sayDates(lastHeld(f.Held), f.Today))
		return o, true
	}
	o.slots["date"] = notes.SayDate(f.LastPraise, f.Today)
	o.reason = voice.T("because you haven't noted any praise for {who} since {day}", "who", f.Person.First(), "day", o.slots["date"])
	return o, true
}
