// Package taking is how notes of other programs come into the journal: what a source would become is looked at first (Look), the
// manager says whom names mean and what else can't be known (Answers), and then it is taken in (Take). What was open in it can be
// brought forward. It reads through package incoming and writes through notes.Intake, a piece at a time, so that memory doesn't
// grow with the count of notes.
package taking
