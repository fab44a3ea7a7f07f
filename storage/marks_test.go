package storage

import (
	"strings"
	"testing"
)

// TestTheYearOfPraiseIsCountedFromItsIndex: a year of marks is read at each step to Praise, and no row of a line is needed.
func TestTheYearOfPraiseIsCountedFromItsIndex(t *testing.T) {
	j, _ := newJournal(t)
	plan := must[[]string](t)(list(j.c, "EXPLAIN QUERY PLAN "+marksQuery, []any{2, "2025-11-23"}, func(s scanner) (step string, err error) {
		return step, s.Scan(new(int64), new(int64), new(int64), &step)
	}))
	if len(plan) != 1 || !strings.Contains(plan[0], "COVERING INDEX item_praise") {
		t.Errorf("it is read by %q", plan)
	}
}
