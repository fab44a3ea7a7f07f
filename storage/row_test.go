package storage

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"math"
	"testing"

	"handback/notes"
)

func TestRowsAreReadAsTheyAre(t *testing.T) {
	var text string
	var date notes.Date
	var number int64
	var whole int
	var level notes.Level
	var id notes.NoteID
	var is bool
	r := row{"text", "2026-11-23", int64(math.MinInt64), int64(7), int64(3), int64(4), int64(1)}
	if err := r.Scan(&text, &date, &number, &whole, &level, &id, &is); err != nil {
		t.Fatal(err)
	}
	if text != "text" || date != "2026-11-23" || number != math.MinInt64 || whole != 7 || level != 3 || id != 4 || !is {
		t.Error(text, date, number, whole, level, id, is)
	}
	var small int8
	for _, c := range []struct {
		from driver.Value
		to   any
	}{
		{"text", &number},
		{"text", &level},
		{"1", &is},
		{int64(1), &text},
		{int64(1), &date},
		{nil, &text},
		{nil, &number},
		{1.5, &number},
		{[]byte("x"), &text},
		{int64(300), &small},
	} {
		t.Run(fmt.Sprintf("%+v", c), func(t *testing.T) {
			if err := (row{c.from}).Scan(c.to); err == nil {
				t.Errorf("%v was read into a %T", c.from, c.to)
			}
		})
	}
	if (row{"a", "b"}).Scan(&text) == nil {
		t.Error("two columns were read into one")
	}
}

func TestArgumentsArriveAsTheyAre(t *testing.T) {
	j, _ := newJournal(t)
	for want, arg := range map[string]any{
		"null": nil, "'a''b'": "a'b", "'2026-11-23'": notes.Date("2026-11-23"), "5": 5, "-6": int64(-6), "7": notes.NoteID(7),
		"1": true, "0": false, "''": "", "'held'": notes.HeldNote,
	} {
		t.Run(want, func(t *testing.T) {
			var got string
			if err := j.c.row("SELECT lower(quote(?))", []any{arg}, &got); err != nil || got != want {
				t.Errorf("%#v arrives as %s, %v", arg, got, err)
			}
		})
	}
	if err := j.c.row("SELECT ?", []any{struct{}{}}); err == nil {
		t.Error("anything is an argument")
	}
}

func TestReadingStopsWhenAsked(t *testing.T) {
	j, _ := newJournal(t)
	const three = "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
	for range 2 {
		read := 0
		err := j.c.each(three, nil, func(scanner) (bool, error) { read++; return read < 2, nil })
		if err != nil || read != 2 {
			t.Errorf("%d rows, %v", read, err)
		}
	}
	oops := errors.New("oops")
	if err := j.c.each(three, nil, func(scanner) (bool, error) { return true, oops }); !errors.Is(err, oops) {
		t.Error(err)
	}
	if _, err := one(j.c, "SELECT 1 WHERE 0", scalar[int]); !errors.Is(err, notes.ErrNotFound) {
		t.Error(err)
	}
	if all := must[[]int](t)(list(j.c, three, nil, scalar[int])); len(all) != 3 {
		t.Error(all)
	}
}
