package storage

import (
	"strings"
	"testing"
)

// What an import did to a row is looked up at each row that it brings: it must be found by its key, not among all of a table.
func TestWhatIsLoggedOfARowIsFoundByItsKey(t *testing.T) {
	j, _ := newJournal(t)
	tables, err := j.c.logTables()
	if err != nil {
		t.Fatal(err)
	}
	if err := j.c.startLog(tables); err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		key := "id"
		if table.name == arcTombstones {
			key = "uid"
		}
		plan, err := list(j.c, "EXPLAIN QUERY PLAN SELECT 1 FROM "+table.name+" r CROSS JOIN archive_change WHERE "+table.logOf("r", key), nil,
			func(s scanner) (step string, err error) {
				var id, parent, unused int
				err = s.Scan(&id, &parent, &unused, &step)
				return step, err
			})
		if err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(plan, "; "); !strings.Contains(all, "import_id=? AND tab=? AND row=?") {
			t.Errorf("what is logged of %s is looked for so: %s", table.name, all)
		}
	}
}
