package notes

import "testing"

func TestAGoalMovesOrIsQuiet(t *testing.T) {
	const today = Date("2026-12-01")
	for _, c := range []struct {
		name               string
		start, noted, done Date
		want               Movement
	}{
		{"nothing is known of it", "", "", "", Movement{}},
		{"begun lately and nothing noted", "2026-11-20", "", "", Movement{Since: "2026-11-20"}},
		{"begun 28 days ago and nothing noted", "2026-11-03", "", "", Movement{Since: "2026-11-03", Quiet: true}},
		{"noted 27 days ago", "2026-01-01", "2026-11-04", "", Movement{On: "2026-11-04", Since: "2026-11-04"}},
		{"noted 28 days ago", "2026-01-01", "2026-11-03", "", Movement{On: "2026-11-03", Since: "2026-11-03", Quiet: true}},
		{"noted 29 days ago", "2026-01-01", "2026-11-02", "", Movement{On: "2026-11-02", Since: "2026-11-02", Quiet: true}},
		{"a step done after the last line", "", "2026-06-01", "2026-11-25", Movement{On: "2026-11-25", Since: "2026-11-25"}},
		{"a step done long ago, nothing noted", "", "", "2026-06-01", Movement{On: "2026-06-01", Since: "2026-06-01", Quiet: true}},
		{"noted before it began", "2026-11-20", "2026-09-01", "", Movement{On: "2026-09-01", Since: "2026-11-20"}},
		{"noted for a day to come", "", "2026-12-04", "", Movement{On: "2026-12-04", Since: "2026-12-04"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := Goal{Start: c.start, Steps: []Step{{Text: "open"}, {Text: "done", Done: c.done}}}
			if got := MovementOf(g, c.noted, nil, today); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}
