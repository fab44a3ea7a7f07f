package storage

import (
	"strings"
	"testing"
)

// TestTheYearOfPraiseIsCountedFromItsIndex: a year of marks is read at each step to Praise, and no row of a line is needed; of
// its note nothing but whether it was imported.
func TestTheYearOfPraiseIsCountedFromItsIndex(t *testing.T) {
	j, _ := newJournal(t)
	plan := must[[]string](t)(list(j.c, "EXPLAIN QUERY PLAN "+marksQuery, []any{2, "2025-11-23"}, func(s scanner) (step string, err error) {
		return step, s.Scan(new(int64), new(int64), new(int64), &step)
	}))
	if len(plan) != 3 || !strings.Contains(plan[0], "COVERING INDEX item_praise") || !strings.Contains(plan[2], "h USING INTEGER PRIMARY KEY") {
		t.Errorf("it is read by %q", plan)
	}
}
