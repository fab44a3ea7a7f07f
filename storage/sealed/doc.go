// Package sealed keeps the pages of a protected journal: SQLite over a file system of its own, whose only files are stock age
// snapshots and a log of sealed pages (docs/ARCHITECTURE.md, "A protected journal").
//
// A folder holds generations. Snapshot N is the whole database as it was when log N was begun; log N holds every commit since then.
// So snapshot N with log N is what snapshot N+1 says, and a snapshot that rots is replaced by the one before it.
package sealed
