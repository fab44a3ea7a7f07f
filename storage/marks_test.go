package storage

import (
	"strings"
	"testing"
)

// TestTheYearIsCountedFromIndexes: a year of marks and of days is read at each step to Praise, and no row of a line or of a note is
// needed.
func TestTheYearIsCountedFromIndexes(t *testing.T) {
	j, _ := newJournal(t)
	for query, index := range map[string]string{marksQuery: "COVERING INDEX item_praise", heldDays + "AND date >= ?": "INDEX note_held"} {
		plan := must[[]string](t)(list(j.c, "EXPLAIN QUERY PLAN "+query, []any{2, "2025-11-23"}, func(s scanner) (step string, err error) {
			return step, s.Scan(new(int64), new(int64), new(int64), &step)
		}))
		if len(plan) != 3 || !strings.Contains(plan[0], index) || !strings.Contains(plan[2], "h USING INDEX note_brought") {
			t.Errorf("it is read by %q", plan)
		}
	}
}
