// Package brief is what the manager reads and does around one-on-ones: Today, Prep, planning and closing a meeting, their
// page, the hand-back queue, and a person's leaving.
//
// A Show function makes what a screen draws from what the journal holds: begin with Show, the preparation itself. What
// the manager does there is a function, or a form's method, that returns a Change.
package brief
