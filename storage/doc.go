// Package storage keeps a journal in one SQLite file and is the only place that knows SQL. It implements notes.Journal.
//
// The text of a note is the truth; item, tag and search rows are made from it in the transaction that saves it, and
// "Rebuild index" makes the same ones again. Every write goes through tx.go: it is committed whole or not at all, and an
// error of the commit reaches the caller. Driver errors come out as those of package notes.
//
// Begin with open.go (what is opened, locked and refused) and tx.go (the one place that begins and commits). Then follow a
// save: save.go, filing.go (what is read from the text), filing_rows.go (which rows of it change). A change of several notes
// and rows comes in by apply.go, and the undo that it returns is made there row by row. What a screen reads is in the file of
// its name (facts.go for Prep, roster.go for Today, leading.go for Decisions and Team, search.go); docs/ARCHITECTURE.md has
// the table. The schema is migrations/; docs/VIEWS.md is what of it is public.
package storage
