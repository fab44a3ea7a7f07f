package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func TestPartsSignsAndScriptsWithoutBlanks(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	lines := []string{
		"the onboarding went well", "a board of four", "boards and keyboards", "C++ and Rust", "C and C#", "ticket #123, not 1234",
		"on call 24/7",
		"24 of 7", "R&D pays 50%", "今天我们讨论了招聘流程", "来週の会議でKafkaを話す", "ประชุมทีมวันนี้", "thanks 👍🏽 team", "Œuvre à Łódź", "naïve Zoë",
		"Straßenbahn", "todo: see http://example.com/a?b=1", "データベース", "R and D",
	}
	for _, line := range lines {
		addNote(t, j, ana, notes.JournalNote, "2026-01-01", line)
	}
	for typed, want := range map[string]string{
		"board":      "[boards] and keyboards|a [board] of four|the on[board]ing went well",
		"oard":       "a b[oard] of four|b[oard]s and keyb[oard]s|the onb[oard]ing went well",
		`"board"`:    "a [board] of four",
		"keyb":       "boards and [keyboards]",
		"C++":        "[C++] and Rust",
		"c+":         "[C+]+ and Rust",
		"c#":         "C and [C#]",
		"#123":       "ticket [#123], not 1234",
		"#12":        "ticket [#123], not 1234",
		"24/7":       "on call [24/7]",
		"24/":        "on call [24/]7",
		"r&d":        "[R&D] pays 50%",
		"50%":        "R&D pays [50%]",
		"招":          "今天我们讨论了[招]聘流程",
		"招聘":         "今天我们讨论了[招聘]流程",
		"讨论了招聘":      "今天我们[讨论了招聘]流程",
		"聘招":         "",
		"kafka":      "来週の会議で[Kafka]を話す",
		"会議でkafka":   "来週の[会議でKafka]を話す",
		"afk":        "来週の会議でK[afk]aを話す",
		"を":          "来週の会議でKafka[を]話す",
		"ทีม":        "ประชุม[ทีม]วันนี้",
		"ประชุม":     "[ประชุม]ทีมวันนี้",
		"ベース":        "データ[ベース]",
		"👍":          "thanks [👍🏽] team",
		"uvre":       "Œ[uvre] à Łódź",
		"odz":        "Œuvre à Ł[ódź]",
		"aive":       "n[aïve] Zoë",
		"assenb":     "Str[aßenb]ahn",
		"example":    "todo: see http://[example].com/a?b=1",
		"//example":  "todo: see http:[//example].com/a?b=1",
		"+":          "",
		"on 24 call": "[on] [call] [24]/7",
		"oarding on": "the [onboarding] went well",
	} {
		for _, idle := range []bool{false, true} {
			t.Run(fmt.Sprint(typed, idle), func(t *testing.T) {
				if idle {
					if err := j.Idle(); err != nil {
						t.Fatal(err)
					}
				}
				_, found := foundBy(t, j, notes.Query{Text: typed})
				inside := slices.IndexFunc(found, func(s string) bool { return strings.Contains(s, "n[board]") })
				if inside >= 0 && inside != len(found)-1 {
					t.Errorf("what holds it inside of a word does not come last: %q", found)
				}
				slices.Sort(found)
				if got := strings.Join(found, "|"); got != want {
					t.Errorf("%q finds %s, want %s", typed, got, want)
				}
			})
		}
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestABetterOlderNoteComesFirst(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.JournalNote, "2024-01-01", "# Kafka\nkafka, and kafka again")
	addNote(t, j, ana, notes.JournalNote, "2024-02-01", "about kaf and kaf and kaf\nof kaf")
	for i := range 100 {
		addNote(t, j, ana, notes.JournalNote, notes.Date("2026-01-01").AddDays(i), "much else\nand kafkaesque things in passing")
	}
	for typed, want := range map[string]notes.Date{"kafka": "2024-01-01", "kaf": "2024-02-01"} {
		t.Run(typed, func(t *testing.T) {
			days, _ := foundBy(t, j, notes.Query{Text: typed})
			if len(days) != defaultHits || days[0] != string(want) {
				t.Errorf("first comes %v", days)
			}
			if days, _ := foundBy(t, j, notes.Query{Text: typed, Newest: true}); days[0] != "2026-04-10" {
				t.Errorf("newest first begins with %v", days)
			}
		})
	}
}

// TestOfALineOfALabelAllIsAskedTogether holds what a filter and words mean together: one line has to have all.
func TestOfALineOfALabelAllIsAskedTogether(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	addNote(t, j, ana, notes.JournalNote, "2026-01-01", "praise: a calm demo #ops #hiring\ntodo: kafka demo #ops\nplain kafka")
	addNote(t, j, ben, notes.JournalNote, "2026-01-02", "praise Ana: the kafka demo\npraise: kafka talk #ops\ntopic: private demo")
	for name, c := range map[string]struct {
		q    notes.Query
		want []string
	}{
		"a label and a word":       {notes.Query{Text: "kafka", Label: notes.Praise}, []string{"1 praise Ana: the [kafka] demo", "2 praise: [kafka] talk #ops"}},
		"without a word":           {notes.Query{Label: notes.Praise, Not: notes.Without{Text: "kafka"}}, []string{"1 praise: a calm demo #ops #hiring"}},
		"two tags":                 {notes.Query{Tags: []string{"ops", "hiring"}}, []string{"1 praise: a calm demo #ops #hiring"}},
		"a tag but not another":    {notes.Query{Tag: "ops", Not: notes.Without{Tags: []string{"hiring"}}, To: "2026-01-01"}, []string{"2 todo: kafka demo #ops"}},
		"not a label":              {notes.Query{Text: "demo", Not: notes.Without{Labels: []notes.Label{notes.Praise}}, Newest: true}, []string{"3 topic: private [demo]", "--", "2 todo: kafka [demo] #ops"}},
		"a note that says another": {notes.Query{Text: "demo", Not: notes.Without{Text: "talk"}}, []string{"1 praise: a calm [demo] #ops #hiring", "2 todo: kafka [demo] #ops"}},
		"not somebody":             {notes.Query{Text: "kafka", Not: notes.Without{People: []notes.PersonID{ana}}}, []string{"2 praise: [kafka] talk #ops"}},
		"of a person":              {notes.Query{Person: ana, Label: notes.Praise, Text: "demo", Newest: true}, []string{"1 praise Ana: the kafka [demo]", "--", "1 praise: a calm [demo] #ops #hiring"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := linesFound(t, j, c.q); !slices.Equal(got, c.want) {
				t.Errorf("found\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// TestWhatIsLeftOutTellsNothingOfHiddenLines searches with the person looking on, in two journals that differ in what they may
// not see.
func TestWhatIsLeftOutTellsNothingOfHiddenLines(t *testing.T) {
	var found [2][]string
	for i, hidden := range []string{"private: nothing much", "private: her kafka pay, onboarding"} {
		j, _ := newJournal(t)
		ana := addPerson(t, j, "Ana")
		for day := range 60 {
			addNote(t, j, ana, notes.JournalNote, notes.Date("2026-01-01").AddDays(day), fmt.Sprintf("we met on %d\n%s\n", day, hidden))
		}
		for _, q := range []notes.Query{
			{Text: "met", Not: notes.Without{Text: "kafka"}},
			{Text: "met board"},
			{Text: "board"},
			{Not: notes.Without{Text: "pay"}},
			{Text: "met", Not: notes.Without{Text: "kafka"}, Newest: true},
			{Text: `met "kafka pay"`},
		} {
			q.Person, q.Shared = ana, true
			found[i] = append(found[i], strings.Join(linesFound(t, j, q), "\n"))
		}
	}
	if !slices.Equal(found[0], found[1]) || found[0][0] == "" || found[0][2] != "" {
		t.Errorf("with hidden words\n%s\nwithout\n%s", found[1], found[0])
	}
}

// TestBesideThePersonOlderNotesAreFound holds that notes that match in hidden lines alone do not stand in the way of others.
func TestBesideThePersonOlderNotesAreFound(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.JournalNote, "2025-01-01", "kafka, said openly")
	for day := range 50 {
		addNote(t, j, ana, notes.JournalNote, notes.Date("2026-01-01").AddDays(day), "private: kafka kafka\n")
	}
	for _, newest := range []bool{true, false} {
		t.Run(fmt.Sprint(newest), func(t *testing.T) {
			if days, _ := foundBy(t, j, notes.Query{Text: "kafka", Person: ana, Shared: true, Newest: newest}); !slices.Equal(days, []string{"2025-01-01"}) {
				t.Errorf("found %v", days)
			}
		})
	}
}
