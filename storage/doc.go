// Package storage keeps a journal in one SQLite file and is the only place that knows SQL. It implements notes.Journal.
//
// The text of a note is the truth; item, tag and search rows are made from it in the transaction that saves it, and
// "Rebuild index" makes the same ones again. Every write goes through tx.go: it is committed whole or not at all, and an
// error of the commit reaches the caller. Driver errors come out as those of package notes.
package storage
