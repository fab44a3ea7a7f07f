// Package growth is what the Growth screen shows of a person's goals, and what its forms change: goals, steps,
// opportunities and the levels of an area. Begin with ShowGoal and GoalForm.
package growth
