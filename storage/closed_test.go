package storage

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// TestAClosedJournalAnswersWithAnError calls everything that a journal can do once it is closed, as a search does that
// was still on its way when the window closed.
func TestAClosedJournalAnswersWithAnError(t *testing.T) {
	// What it knows without its file.
	says := map[string]bool{
		"Path": true, "ReadOnly": true, "Close": true, "Copies": true, "SetAside": true, "Found": true, "Captured": true,
		"OwnBackups": true, "Unread": true, "NewBackupKey": true, "WhereItLies": true,
	}
	typ := reflect.TypeFor[*Journal]()
	j := usedAndClosed(t)
	for i := range typ.NumMethod() {
		m := typ.Method(i)
		if strings.HasPrefix(m.Name, "WriteFile") {
			continue // it writes beside the journal, as long as there is a disk
		}
		if m.Name == "NewBackupKey" && testing.Short() {
			continue // it asks nothing of the journal, and makes a key: a second, and a minute under the race detector
		}
		t.Run(m.Name, func(t *testing.T) {
			out := reflect.ValueOf(j).Method(i).Call(argumentsOf(m.Type))
			if says[m.Name] {
				return
			}
			err, _ := out[len(out)-1].Interface().(error)
			if !errors.Is(err, notes.ErrClosed) {
				t.Errorf("it says %v", err)
			}
		})
	}
}

// usedAndClosed is a closed journal that has statements and names in its memory.
func usedAndClosed(t *testing.T) *Journal {
	t.Helper()
	j, err := openAt(closedJournal(t), false)
	if err != nil {
		t.Fatal(err)
	}
	addPerson(t, j, "Ben")
	must[[]notes.Person](t)(j.People())
	for range 2 {
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return j
}

// argumentsOf are arguments for a method with which it would have something to do.
func argumentsOf(m reflect.Type) []reflect.Value {
	var args []reflect.Value
	for i := 1; i < m.NumIn(); i++ {
		v := reflect.New(m.In(i)).Elem()
		switch v.Interface().(type) {
		case time.Time:
			v.Set(reflect.ValueOf(newClock().now()))
		case notes.Date:
			v.SetString("2026-11-23")
		case notes.Query:
			v.Set(reflect.ValueOf(notes.Query{Text: "lines"}))
		case []string:
			v.Set(reflect.ValueOf([]string{"hiring"}))
		default:
			switch {
			case v.Kind() == reflect.String:
				v.SetString("x")
			case v.CanInt():
				v.SetInt(1)
			}
		}
		args = append(args, v)
	}
	return args
}
