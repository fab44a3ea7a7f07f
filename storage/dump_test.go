package storage

import (
	"fmt"
	"strings"
)

// derived are the tables that are made from notes.
var derived = []string{"item", "item_tag"}

// kept are the tables in which rows are truth, with the columns that change when nothing has.
var kept = []string{
	"person", "alias", "note", "goal", "goal_tag", "step", "opportunity", "target_move", "area", "area_level", "company_goal",
	"company_talk", "prompt_event", "prompt_mute", "verdict", "setting", "stepping_in", "stepping_in_person", "expectation",
	"company_change", "area_former", "dismissal", "template", "quiet_answer", "saved_search",
	"review_line", "own_review",
}

// dump is every row of the journal that is shown to the user, as text. Ids of rows that can come and go, times and what
// is in the trash are left out, so that two journals that look the same are the same.
func dump(t fataler, j *Journal) string {
	t.Helper()
	var b strings.Builder
	for _, table := range append(append([]string{}, kept...), derived...) {
		b.WriteString(dumpTable(t, j, table))
	}
	return b.String()
}

func dumpTable(t fataler, j *Journal, table string) string {
	t.Helper()
	columns, err := list(j.c, "SELECT name FROM pragma_table_info('"+table+"') ORDER BY cid", nil, scalar[string])
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	where := " WHERE 1"
	for _, c := range columns {
		switch c {
		case "deleted_at":
			where += " AND deleted_at IS NULL"
		case "updated_at", "made_at", "rev", "search_id", "uid", "sum":
		case "id":
			if table == "note" || table == "person" || table == "goal" {
				shown = append(shown, c)
			}
		case "goal_id", "area_id", "person_id", "stepping_in_id": // what hangs on something in the trash is there with it
			parent := strings.TrimSuffix(c, "_id")
			where += " AND (" + c + " IS NULL OR " + c + " IN (SELECT id FROM " + parent + " WHERE deleted_at IS NULL))"
			shown = append(shown, c)
		default:
			shown = append(shown, c)
		}
	}
	rows, err := list(j.c, "SELECT concat_ws('|', "+strings.Join(shown, ", ")+") AS row FROM "+table+where+" ORDER BY 1", nil, scalar[string])
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s: %s\n", table, strings.Join(rows, "\n  "))
}

// fataler is a test, ordinary or of properties.
type fataler interface {
	Helper()
	Fatal(args ...any)
}
