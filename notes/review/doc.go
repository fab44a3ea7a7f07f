// Package review is Person · Review: what a person decided, did, grew into and was praised for in a period, every line with
// its day and its note; how evenly the notes cover the period; the same as prose and as a page for the person; and all that
// is held about them, as they would read it.
//
// Begin with period.go, then pack.go (facts to lines) and edits.go (what the manager does with a line).
package review
