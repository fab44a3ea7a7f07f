//go:build !sqlite_fts5

package main

// Search needs SQLite's FTS5, which go-sqlite3 compiles in only with a build tag. Without it this line is the
// one error of the build, and it says what to run instead.
const _ int = "Handback is built with: make build (or go build -tags sqlite_fts5 .)"
