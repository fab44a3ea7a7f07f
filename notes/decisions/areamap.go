package decisions

import (
	"cmp"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

func sortMost(tags []string, count map[string]int) {
	slices.SortStableFunc(tags, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
}

// AreaRow is one area in the map of areas and levels: where it is now, and where a growth goal is to bring it.
type AreaRow struct {
	Area   notes.Area // of a goal's tag that is no area yet: only Person and Tag
	Now    notes.Level
	Wanted notes.Level
	Goal   notes.Goal // the open goal with the area's tag; the zero Goal where there is none
}

// ShowAreas is the growth plan as areas and levels: every area with what an open goal wants of it, then the goals that
// want a level in an area that is not there yet. The areas keep their order.
func ShowAreas(areas []notes.Area, goals []notes.Goal, today notes.Date) []AreaRow {
	var rows []AreaRow
	placed := map[notes.GoalID]bool{}
	for _, a := range areas {
		row := AreaRow{Area: a, Now: a.LevelOn(today)}
		for _, g := range goals {
			if g.State == notes.GoalOpen && notes.AreaOf([]notes.Area{a}, g.Tag).ID == a.ID && g.Tag != "" && row.Goal.ID == 0 {
				row.Goal, row.Wanted = g, g.Wanted
				placed[g.ID] = true
			}
		}
		rows = append(rows, row)
	}
	for _, g := range goals {
		if g.State == notes.GoalOpen && g.Tag != "" && g.Wanted != notes.NoLevel && !placed[g.ID] && notes.AreaOf(areas, g.Tag).Tag == "" {
			rows = append(rows, AreaRow{Area: notes.Area{Person: g.Person, Tag: g.Tag}, Wanted: g.Wanted, Goal: g})
		}
	}
	return rows
}

// Say is the row in words: "Consult → Advise", "Advise, as planned", "no level yet".
func (r AreaRow) Say() string {
	switch {
	case r.Now == notes.NoLevel && r.Wanted == notes.NoLevel:
		return voice.T("no level yet")
	case r.Now == notes.NoLevel:
		return voice.T("no level yet → {wanted}", "wanted", r.Wanted)
	case r.Wanted == notes.NoLevel:
		return voice.T("now {level}", "level", r.Now)
	case r.Wanted == r.Now:
		return voice.T("{level}, as planned", "level", r.Now)
	}
	return voice.T("{now} → {wanted}", "now", r.Now, "wanted", r.Wanted)
}
