package storage

import (
	"path/filepath"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// besideEnds end the names of the files that SQLite and this package make beside a journal, and take for their own where
// they find them: the next opening deletes, replaces or reads them.
var besideEnds = []string{"-journal", "-wal", "-shm", ".lock", ".new", ".making", changingEnd, beforeEnd, restoredEnd, inboxEnd}

// notReserved returns Invalid where a file at path would be taken for one that belongs to a journal beside it, or to own,
// which is a journal wherever its file went.
func notReserved(path, own string) error {
	journal := belongsTo(path, own)
	if journal == "" {
		return nil
	}
	return notes.Invalid{Field: "Where", Why: voice.T(
		"Handback uses the name {name} for your journal {journal}, so your file could get lost. Choose another name.",
		"name", filepath.Base(path), "journal", filepath.Base(journal),
	)}
}

// belongsTo is the journal that a file at path would be taken for a part of; "" where there is none.
func belongsTo(path, own string) string {
	for _, end := range besideEnds {
		at := len(path) - len(end)
		if at <= 0 || !strings.EqualFold(path[at:], end) { // some disks take both cases for one
			continue
		}
		base := path[:at]
		if base == own || isDatabase(base) || IsProtected(base) {
			return base
		}
		if of := belongsTo(base, own); of != "" {
			return of
		}
	}
	folder, name := filepath.Split(path)
	before, after, marked := strings.Cut(name, olderMark)
	end := filepath.Ext(after)
	if _, err := strconv.Atoi(strings.TrimSuffix(after, end)); !marked || err != nil {
		return ""
	}
	if base := folder + before + end; base == own || isDatabase(base) || IsProtected(base) {
		return base
	}
	return ""
}
