package storage

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// findsHistory are the readings that may show imported notes: search, look back, reviews, what lists the notes themselves, and the
// log of decisions, which shows them as history. A reading that is new is not among them until somebody says why.
var findsHistory = []string{
	"Note", "NotesOf", "FiledFrom", "Revisions", "Search", "Targets", "TagsOf", // the notes themselves
	"Past", "Review", "Disclosed", "FirstNoted", // the past
	"Decisions",                       // "those whose state is History are on record but count nowhere"
	"Imports", "WouldBeOpen", "Stand", // what is said of imports
	"PartsWait",            // that some words are not taken yet
	"HeldRows", "Mentions", // everything that is held about somebody, and lines that are looked through before they're deleted
}

// heldAllTheSame are readings of everything that lies in the file, also of imports that aren't part of the journal.
var heldAllTheSame = []string{"HeldRows", "Mentions"}

// notRead are methods of a journal that read nothing that a screen shows.
var notRead = []string{
	"Apply", "SaveBody", "WriteFile", "ReadOnly", "Files", "BeginImport", "BringPeople", "Bring", "DropImport", "WouldUnfile", "WouldRefile",
	"ReadAhead", // what PromptFacts gives
}

// allRead is what every method of notes.Journal gives for everybody, but for those that are left out.
func allRead(t testing.TB, j *Journal, leave []string) (out []string) {
	t.Helper()
	ids := must[[]notes.PersonID](t)(list(j.c, "SELECT id FROM person WHERE import_id IS NULL ORDER BY id", nil, scalar[notes.PersonID]))
	typ := reflect.TypeFor[notes.Journal]()
	for i := range typ.NumMethod() {
		m := typ.Method(i)
		if slices.Contains(notRead, m.Name) || slices.Contains(leave, m.Name) {
			continue
		}
		for _, args := range every(m.Type, ids, j.now()) {
			in := make([]reflect.Value, len(args))
			for k, a := range args {
				in[k] = reflect.ValueOf(a).Convert(m.Type.In(k))
			}
			got := reflect.ValueOf(j).MethodByName(m.Name).Call(in)
			var b strings.Builder
			fmt.Fprintf(&b, "%s%v:", m.Name, args)
			for _, v := range got {
				fmt.Fprintf(&b, " %s", asText(t, v.Interface()))
			}
			out = append(out, b.String())
		}
	}
	return out
}

// asText is a value with what its pointers lead to, but for the count of readings, which says nothing.
func asText(t testing.TB, v any) string {
	t.Helper()
	if err, is := v.(error); is {
		return err.Error()
	}
	if f, is := v.(notes.PromptFacts); is {
		f.Reading = 0
		v = f
	}
	if _, is := v.(notes.Undecided); is {
		return fmt.Sprint(v)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// every are the arguments to call a method with: each person, a day long ago, a hundred.
func every(m reflect.Type, ids []notes.PersonID, now time.Time) [][]any {
	all := [][]any{{}}
	for i := range m.NumIn() {
		var values []any
		switch in := m.In(i); in {
		case reflect.TypeFor[notes.PersonID]():
			for _, id := range ids {
				values = append(values, id)
			}
		case reflect.TypeFor[time.Time]():
			values = []any{now}
		case reflect.TypeFor[notes.Date]():
			values = []any{notes.Date("2020-01-01"), notes.DateOf(now)}
		case reflect.TypeFor[[]string]():
			values = []any{[]string{"lead-platform", "hiring", "platform"}}
		case reflect.TypeFor[int]():
			values = []any{100}
		case reflect.TypeFor[notes.GoalID](), reflect.TypeFor[notes.NoteID](), reflect.TypeFor[notes.ImportID]():
			values = []any{1, 2, 3}
		default:
			values = []any{reflect.Zero(in).Interface()}
		}
		var longer [][]any
		for _, have := range all {
			for _, v := range values {
				longer = append(longer, append(slices.Clone(have), v))
			}
		}
		all = longer
	}
	return all
}

// ofEverything is a note in which there is everything that asks for something, counts for something, or was dealt with lately.
const ofEverything = `todo: an old thing #platform by 2026-11-20
todo me: an old promise #hiring by 2026-11-24
todo me: an old promise that was kept #platform (done 2026-11-20)
todo: theirs, done #lead-platform (done 2026-11-21)
todo me: told (told 2026-11-19: not now)
decided Ana: which queue #hiring
decided Ben: which queue #hiring by 2026-11-23
decided: whose was it
decided me: stands (held 2026-11-20)
decided me: taken back (reversed 2026-11-20: it was hers)
praise: kept calm #lead-platform — let the juniors speak
praise: ran the review #hiring (said 2026-11-20)
praise: great work (rewarded 2026-11-20: dinner)
feedback: the mail came late (said 2026-11-21)
feedback Ben: talked over Ana
idea: drop the mail (trying 2026-11-10)
idea: a wiki (adopted 2026-11-18)
idea: a rota
idea: another (declined 2026-11-12: no money)
need: an hour with legal by 2026-11-20
need: time (met 2026-11-20)
ask: what should I stop doing?
ask: what do you need? (answered 2026-11-20: time)
ask me: how is it?
topic: the rota
topic me: the other rota (answered 2026-11-20)
stuck: waits for the vendor
stuck: waited (cleared 2026-11-20)
step in: the release slipped
todo Ana, Ben: together (done 2026-11-22)
private: thinking about pay`

// TestImportedNotesAreHistory reads all that the screens read, before and after notes of everything were imported.
func TestImportedNotesAreHistory(t *testing.T) {
	j, c := newJournal(t)
	fillWithEverything(t, j, c)
	before := allRead(t, j, findsHistory)
	var brought []notes.Brought
	for _, who := range must[[]notes.PersonID](t)(list(j.c, "SELECT id FROM person", nil, scalar[notes.PersonID])) {
		for _, day := range []notes.Date{"2021-03-01", "2026-06-10", "2026-11-05", "2026-11-20", "2026-11-22", "2026-11-23"} {
			b := notes.Brought{Origin: fmt.Sprint(who, day), Person: who, Date: day, Body: ofEverything}
			brought = append(brought, b)
		}
	}
	_, undo := takeIn(t, j, brought...)
	after := allRead(t, j, findsHistory)
	until := regexp.MustCompile(`"Before":"[^"]*"`) // that there are such notes is all that is said of them
	for i := range before {
		if after[i] = until.ReplaceAllString(after[i], `"Before":""`); after[i] != before[i] {
			name, _, _ := strings.Cut(before[i], "[")
			t.Errorf("%s differs:\n%s\n%s", name, differs(before[i], after[i]), "")
		}
	}
	open := 0
	if err := j.c.row(`SELECT count(*) FROM item i JOIN note n ON n.id = i.note_id WHERE n.origin IS NOT NULL
		AND (i.open OR i.owed OR i.state = '')`, nil, &open); err != nil || open > 0 {
		t.Errorf("%d lines are open, %v", open, err)
	}
	if hits, _, err := j.Search(notes.Query{Text: "kept calm"}); err != nil || len(hits) < 3 {
		t.Errorf("%d notes are found, %v", len(hits), err)
	}
	past := must[notes.Past](t)(j.Past(2))
	if !slices.ContainsFunc(past.Notes, func(h notes.NoteHead) bool { return h.Date == "2021-03-01" }) {
		t.Error("look back doesn't show them")
	}
	if pack := must[notes.Disclosed](t)(j.Disclosed(2, "2021-01-01", "2021-12-31")); len(pack.Notes) != 1 {
		t.Errorf("reviews read %d notes", len(pack.Notes))
	}
	apply(t, j, undo)
	same(t, "taken back", allRead(t, j, findsHistory), before)
}

// differs is where two readings part.
func differs(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	from := max(0, n-60)
	return a[from:min(len(a), n+160)] + "\n   →\n" + b[from:min(len(b), n+260)]
}
