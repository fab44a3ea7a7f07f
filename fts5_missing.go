//go:build !sqlite_fts5

package main

// Handback searches with SQLite's FTS5, which mattn/go-sqlite3 compiles in only with a build tag.
var _ = build_with_make_build_or_go_build_tags_sqlite_fts5
