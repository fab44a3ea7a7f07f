package notes

// QuietDays is after how many days without a sign of life a goal is quiet.
const QuietDays = 28

// Movement is when something last happened on a goal, in the one meaning that Prep, Growth and the prompts share.
type Movement struct {
	On    Date // the newest sign of life: a line with the goal's tag, or a step done; "" for none yet
	Since Date // the day from which stillness counts: On, or the day the goal began; "" where neither is known
	Quiet bool // QuietDays or more have passed since Since
}

// MovementOf is the movement of a goal whose newest line with its tag was noted on the day noted, "" for none.
func MovementOf(g Goal, noted, today Date) Movement {
	m := Movement{On: noted}
	for _, s := range g.Steps {
		m.On = max(m.On, s.Done)
	}
	m.Since = max(m.On, g.Start)
	m.Quiet = m.Since.Valid() && today.DaysSince(m.Since) >= QuietDays
	return m
}
