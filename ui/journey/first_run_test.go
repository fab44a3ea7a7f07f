//go:build journey

package journey

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// everyLabel is a note as somebody would type it, with every label in it.
const everyLabel = `Rollout, review, what next
todo: draft the rollout plan by 2031-12-05
todo me: choose the queue #lead-platform
todo me: settle the budget
decided we: one queue for both teams #lead-platform
praise: ran the incident review - let the juniors speak first
feedback: the status mail came late
idea: rotate who leads the review
need: an hour with legal
ask: what should I stop doing?
topic: the holiday rota
stuck: waits for the test machine
step in: the tender until Friday
private: pay round in March`

// TestFirstRunToRestart is the main job from end to end.
func TestFirstRunToRestart(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.beginsJournal()
	m.writesEveryLabel()
	m.ticksOnPrep()
	m.logsPraise()
	m.setsGoal()
	m.asks()
	m.meets()
	m.comesBack()
}

// beginsJournal goes from the first run to a journal with Ana and Ben in it.
func (m *manager) beginsJournal() {
	m.sees("Explore with a sample team")
	m.clicks("Start my journal")
	m.sees("Your name")
	m.types("Mo Lindt\n")
	m.types("Ana Ruiz\nBen Kofi")
	m.sees("Kofi")
	m.presses("Start my journal")
	m.sees("Next one-on-ones")
	m.stored([]string{"Ana Ruiz", "Ben Kofi"}, "select name from person where kind = 'report' order by id")
	m.stored([]string{"Mo Lindt"}, "select name from person where kind = 'me'")
}

func (m *manager) writesEveryLabel() {
	m.key("alt+Down", "ctrl+n")
	m.sees("Filed from this note")
	m.types(everyLabel)
	m.body("journal", everyLabel)
	m.sees("Filed from this note 12", "Choose the queue")
}

// ticksOnPrep ticks a line on another screen, takes it back, and ticks it for good.
func (m *manager) ticksOnPrep() {
	done := strings.Replace(everyLabel, "the budget", "the budget (done "+time.Now().Format(time.DateOnly)+")", 1)
	m.key("alt+1")
	m.sees("Agenda", "The holiday rota")
	m.ticks("Settle the budget")
	m.body("journal", done)
	m.key("ctrl+z")
	m.body("journal", everyLabel)
	m.ticks("Settle the budget")
	m.body("journal", done)
}

func (m *manager) logsPraise() {
	m.key("alt+4")
	m.presses("Log praise")
	m.sees("What happened")
	m.types("the tender")
	m.key("Tab")
	m.types("kept it short")
	m.presses("Log it")
	m.stored(
		[]string{"the tender — kept it short"},
		"select text from praise where text like 'the tender%' and person = 'Ana Ruiz' and state = 'open'",
	)
	m.sees("The tender")
}

func (m *manager) setsGoal() {
	m.key("alt+3")
	m.presses("Add a goal")
	m.sees("Next step")
	m.types("Lead platform")
	m.key("Tab")
	m.types("run the review")
	m.presses("Add the goal")
	m.stored([]string{"Lead platform"}, "select title from goal where deleted_at is null")
	m.sees("Lead platform")
}

// asks puts the question that hands the queue back, and a topic of mine, on the next one-on-one.
func (m *manager) asks() {
	m.key("alt+1")
	m.sees("because")
	m.clicks("Ask Ana")
	const mine = "select count(*) from agenda where note_kind in ('planned', 'journal') and actor = 'me' and state = 'open'"
	m.stored([]string{"2"}, mine) // beside the one that was written into the first note
	m.clicks("Add a topic")
	m.clicks("You bring it up")
	m.clicks("What do you want to talk")
	m.types("how is the new rota?\n")
	m.stored([]string{"how is the new rota?"}, "select text from agenda where text like 'how is%' and actor = 'me' and state = 'open'")
	m.sees("How is the new rota")
}

// meets holds the one-on-one: what is private or names somebody else is not on the screen.
func (m *manager) meets() {
	m.key("ctrl+shift+o")
	m.sees("How is the new rota")
	m.types("todo Ana: write to legal")
	m.stored([]string{"write to legal"}, "select text from action where note_kind = 'held'")
	m.key("Escape")
	m.clicks("Show everything")
	m.sees("Filed from this note")
}

// comesBack quits and starts again: every text is the same, byte for byte, and so is the screen's.
func (m *manager) comesBack() {
	const all = "select id || ':' || body from note where deleted_at is null order by id"
	before, err := rows(m.journalFile(), all)
	m.must(err)
	if !slices.ContainsFunc(before, func(s string) bool {
		return strings.Contains(s, "step in: the tender until Friday\nprivate: pay round in March")
	}) {
		m.Fatalf("the note is not among %q", before)
	}
	m.quit()
	after, err := rows(m.journalFile(), all)
	m.must(err)
	if fmt.Sprint(before) != fmt.Sprint(after) {
		m.Fatalf("quitting changed a text:\nbefore %q\n after %q", before, after)
	}
	m.start()
	m.key("alt+2")
	m.sees("Filed from this note")
	m.quit()
	m.stored(before, all)
}
