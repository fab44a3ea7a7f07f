package sealed

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
)

const (
	snapshotEnd = ".age"
	logEnd      = ".log"
)

func snapshotName(generation uint64) string { return fmt.Sprintf("%08d%s", generation, snapshotEnd) }
func logName(generation uint64) string      { return fmt.Sprintf("%08d%s", generation, logEnd) }

// generations are the files of a folder that hold pages.
type generations struct {
	snapshots, logs []uint64 // ascending
	remains         []string // of tries to write one
}

func list(d Disk, folder string) (g generations, err error) {
	names, err := d.Names(folder)
	if err != nil {
		return g, err
	}
	for _, name := range names {
		if number, ok := numberOf(name, snapshotEnd); ok {
			g.snapshots = append(g.snapshots, number)
		} else if number, ok := numberOf(name, logEnd); ok {
			g.logs = append(g.logs, number)
		} else if strings.HasSuffix(name, newEnd) {
			g.remains = append(g.remains, name)
		}
	}
	slices.Sort(g.snapshots)
	slices.Sort(g.logs)
	return g, nil
}

func numberOf(name, end string) (uint64, bool) {
	digits, ok := strings.CutSuffix(name, end)
	number, err := strconv.ParseUint(digits, 10, 64)
	return number, ok && err == nil && len(digits) >= 8
}

// IsPages reports whether a file of that name holds pages.
func IsPages(name string) bool {
	_, snapshot := numberOf(name, snapshotEnd)
	_, log := numberOf(name, logEnd)
	return snapshot || log
}

// HasPages reports whether a folder holds pages of a protected journal, whether or not its key is there.
func HasPages(folder string) bool {
	g, err := list(System, folder)
	return err == nil && len(g.snapshots)+len(g.logs) > 0
}

// DamageError says what is damaged in the folder of a protected journal. It is notes.ErrDamaged.
type DamageError struct {
	File   string // its name in the folder
	Gone   bool   // it isn't there
	Behind int    // how many later changes stand whole behind what can't be read
	Why    error
}

func (e *DamageError) Error() string {
	switch {
	case e.Gone:
		return e.File + " is missing"
	case e.Behind > 0:
		return fmt.Sprintf("%s is damaged, with %d later changes behind", e.File, e.Behind)
	case e.Why != nil:
		return fmt.Sprintf("%s: %v", e.File, e.Why)
	}
	return e.File + " is damaged"
}

func (e *DamageError) Unwrap() []error { return []error{notes.ErrDamaged, e.Why} }
