//go:build journey

package journey

import (
	"strings"
	"testing"
)

// everyLabel is a note as somebody would type it, with every label in it.
const everyLabel = `Rollout, review, what next
todo: draft the rollout plan by 2031-12-05
todo me: answer on the offsite budget
decided we: one queue for both teams #platform
praise: ran the incident review - let the juniors speak first
feedback: the status mail came late
idea: rotate who leads the review
need: an hour with legal
ask: what should I stop doing?
topic: the holiday rota
stuck: waits for the test machine
step in: the tender until Friday
private: pay round in March`

func TestFirstRunToRestart(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.sees("Look round with a sample team")
	m.clicks("Start my journal")
	m.sees("one a line")
	m.types("Mo")
	m.key("Tab")
	m.types("Ana Ruiz\nBen Kofi")
	m.sees("Ben Kofi")
	m.clicks("Start")
	m.stored([]string{"Ana Ruiz", "Ben Kofi"}, "select name from person where kind = 'report' order by id")

	m.clicks("Ana")
	m.key("ctrl+n")
	m.sees("Filed from this note")
	m.types(everyLabel)
	m.body("journal", everyLabel)
	m.sees("Filed from this note 11", "Draft the rollout plan")

	m.key("alt+1")
	m.sees("Agenda", "The holiday rota", "Answer on the offsite budget")
	m.ticks("Answer on the offsite budget")
	ticked := strings.Replace(everyLabel, "offsite budget", "offsite budget (done", 1)
	m.stored([]string{"1"}, "select count(*) from note where instr(body, ?)", ticked[:strings.Index(ticked, "(done")+5])
	m.key("ctrl+z")
	m.body("journal", everyLabel)

	m.quit()
	m.start()
	m.body("journal", everyLabel)
}
