// Package notes is the domain of Handback: people, notes and what is filed from them, growth goals, praise, the
// agenda, the brief and the rules by which lines are read and rewritten (docs/LABELS.md).
//
// It is pure: no window, no SQL, no files and no clock. Time is always an argument. Decisions about what is due, what
// to show and in which order are functions from facts to values, so that a screen only draws and storage only stores.
package notes
