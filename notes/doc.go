// Package notes is the domain of Handback: people, notes and what is filed from them, growth goals, praise, the
// agenda, and the rules by which lines are read and rewritten (docs/LABELS.md).
//
// It is pure: no window, no SQL, no files and no clock. Time is always an argument. Decisions about what is due, what
// to show and in which order are functions from facts to values, so that a screen only draws and storage only stores.
//
// Begin with item.go (what a line is read as) and grammar.go (Parse, from the top down: the start of a line in labels.go
// and who.go, its end in tail.go and dates.go). Then rewrite.go and format.go, which are Parse the other way round; then
// change.go, the one way in which anything is changed, and journal.go, what the screens ask of storage. What one screen
// shows stands in the folder of its name; docs/CONCEPTS.md explains the words.
package notes
