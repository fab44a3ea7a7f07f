package storage

import (
	"errors"
	"reflect"
	"testing"

	"handback/notes"
)

// TestAClosedJournalSaysSo asks for everything that the window asks for, as what was begun in the background does when
// its turn comes after the journal was closed.
func TestAClosedJournalSaysSo(t *testing.T) {
	j, _ := newJournal(t)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	asked := reflect.TypeFor[notes.Journal]()
	for i := range asked.NumMethod() {
		name := asked.Method(i).Name
		if name == "ReadOnly" {
			continue
		}
		method := reflect.ValueOf(j).MethodByName(name)
		var with []reflect.Value
		for n := range method.Type().NumIn() {
			with = append(with, reflect.Zero(method.Type().In(n)))
		}
		if name == "Search" {
			with[0] = reflect.ValueOf(notes.Query{Text: "plan"})
		}
		answers := method.Call(with)
		if err, _ := answers[len(answers)-1].Interface().(error); !errors.Is(err, notes.ErrClosed) {
			t.Errorf("%s returns %v", name, err)
		}
	}
}
