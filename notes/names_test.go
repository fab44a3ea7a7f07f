package notes

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAFirstNameThatTwoShareIsClearOnlyInTheirOwnNotes(t *testing.T) {
	n := NewNames(twoAnas)
	for in, want := range map[PersonID][]PersonID{2: {2}, 12: {12}, 4: {2, 12}, 1: {2, 12}} {
		t.Run(fmt.Sprint(in), func(t *testing.T) {
			if got := n.Find("Ana", in); !slices.Equal(got, want) {
				t.Errorf("Ana in a note from %d is %v, want %v", in, got, want)
			}
		})
	}
	for id, want := range map[PersonID]string{2: "Ana Ruiz", 12: "Ana Kim", 3: "Ben"} {
		t.Run(fmt.Sprint(id), func(t *testing.T) {
			if got := n.Short(id, 4); got != want {
				t.Errorf("%d is written %q, want %q", id, got, want)
			}
		})
	}
	if got := n.Short(2, 2); got != "Ana" {
		t.Errorf("in her own note Ana Ruiz is %q", got)
	}
}

func TestAGivenNameComesBeforeADerivedOne(t *testing.T) {
	n := NewNames(
		[]Person{{ID: 1, Name: "Ana Ruiz"}, {ID: 2, Name: "Kim Ana", Aliases: []string{"Ana"}}, {ID: 3, Name: "Zoë"}, {ID: 4, Name: "Zoe"}},
	)
	for name, want := range map[string]PersonID{"ana": 2, "Kim": 2, "ANA RUIZ": 1, "zoë": 3, "zoe": 4} {
		t.Run(name, func(t *testing.T) {
			if got := n.Find(name, 9); !slices.Equal(got, []PersonID{want}) {
				t.Errorf("%s is %v, want %d", name, got, want)
			}
		})
	}
	if got := n.Find("Ana", 1); !slices.Equal(got, []PersonID{1}) {
		t.Errorf("in Ana Ruiz's own note Ana is %v", got)
	}
}

func TestNamesThatFoldAlikeMeanTheSamePerson(t *testing.T) {
	n := NewNames([]Person{
		{ID: 1, Name: "Jose Alvarez"},
		{ID: 2, Name: "Łukasz Groß"},
		{ID: 3, Name: "Αθηνά Ørsted"},
		{ID: 4, Name: "Işık"},
		{ID: 5, Name: "Zoë Brandt"},
		{ID: 6, Name: "Zoe Kim"},
		{ID: 7, Name: "Renée", Aliases: []string{"Finn"}},
		{ID: 8, Name: "Mé Li"},
	})
	for name, want := range map[string][]PersonID{
		"José": {1}, "JOSÉ ÁLVAREZ": {1}, "Jose\u0301": {1}, "J\u00adose": {1}, "lukasz": {2}, "Lukasz Gross": {2}, "LUKASZ GROẞ": {2},
		"Αθηνα": {3}, "ΑΘΗΝΆ ORSTED": {3}, "Isik": {4}, "IŞIK": {4}, "Zoë": {5}, "Zoe\u0308": {5}, "Zoe": {6}, "zoe brandt": {5},
		"Zoé": {5, 6}, "Renee": {7}, "ﬁnn": {7}, "me": nil, "Mé Li": {8}, "Mé": {8}, "\u200b": nil,
	} {
		t.Run(name, func(t *testing.T) {
			if got := n.Find(name, 99); !slices.Equal(got, want) {
				t.Errorf("%s is %v, want %v", name, got, want)
			}
		})
	}
	if got := n.Find("Zoe", 5); !slices.Equal(got, []PersonID{5}) {
		t.Errorf("in Zoë's own note Zoe is %v", got)
	}
	if !n.Mentions("ask jo\u200bsé's team", 2) || n.Mentions("ask José", 1) {
		t.Error("a mention is missed, or one of the person themselves taken for another's")
	}
}

// However two people are called, each is found under the whole name as it was given.
func TestEverybodyIsFoundUnderTheirOwnSpelling(t *testing.T) {
	letter := rapid.SampledFrom([]string{
		"a", "á", "ł", "l", "ø", "o", "ß", "ss", "ı", "i", "İ", "é", "e\u0301", "ﬁ", "fi", "Σ",
		"ς", "ё", "е", "\u200d", "\u00ad", "-", "’", "が",
	})
	rapid.Check(t, func(t *rapid.T) {
		var people []Person
		for i := range rapid.IntRange(1, 4).Draw(t, "people") {
			p := Person{ID: PersonID(i + 1), Name: strings.Join(rapid.SliceOfN(letter, 1, 4).Draw(t, "name"), "")}
			if CheckAlias(p.Name, 0, people) == nil {
				people = append(people, p)
			}
		}
		n := NewNames(people)
		for _, p := range people {
			if Fold(p.Name) == "" || FoldName(p.Name) == "" {
				t.Fatalf("%q folds to nothing", p.Name)
			}
			if got := n.Find(p.Name, 99); !slices.Equal(got, []PersonID{p.ID}) {
				t.Fatalf("of %+v %q is %v", people, p.Name, got)
			}
			alone := NewNames([]Person{p})
			if got := alone.Find(Fold(p.Name), 99); !reservedName(Fold(p.Name)) && !slices.Equal(got, []PersonID{p.ID}) {
				t.Fatalf("%q alone is not found as %q", p.Name, Fold(p.Name))
			}
		}
	})
}

func TestNobodyIsFoundByWhatIsNoName(t *testing.T) {
	n := NewNames([]Person{{ID: 1, Name: "We Chen"}, {ID: 2, Name: ""}, {ID: 3, Name: "Me"}})
	for _, name := range []string{"we", "me", "I", "us", "and", "", " ", "chen"} {
		if got := n.Find(name, 1); len(got) != 0 {
			t.Errorf("%q is %v", name, got)
		}
	}
	if got := n.Find("we  chen", 9); !slices.Equal(got, []PersonID{1}) {
		t.Errorf("We Chen is %v", got)
	}
	var none *Names
	if none.Find("Ana", 1) != nil || none.Short(1, 1) != "" {
		t.Error("no names know somebody")
	}
}

func TestARenamedPersonIsFoundUnderBothNames(t *testing.T) {
	const line = "todo Ana Ruiz: call"
	renamed := []Person{{ID: 1, Kind: KindMe, Name: "Sam"}, {ID: 2, Name: "Ana Silva", Aliases: []string{"Ana Ruiz"}}}
	in := Context{Date: tableDay, Person: 1, Me: 1, Names: NewNames(renamed)}
	items := Parse(line, in)
	if len(items) != 1 || items[0].People[0] != 2 {
		t.Fatalf("%+v", items)
	}
	if got, err := Rewrite(line, in, items[0]); err != nil || got != line {
		t.Errorf("the text was not left alone: %q, %v", got, err)
	}
	if got := Format(items[0], in); got != "todo Ana: call" {
		t.Errorf("written anew it is %q", got)
	}
}

func TestAliasesAreChecked(t *testing.T) {
	people := append([]Person(nil), twoAnas...)
	for _, c := range []struct {
		name string
		of   PersonID
		why  string // "" where it is fine
	}{
		{"Dana", 0, ""},
		{"Ben Okoro", 3, ""},
		{"Ana", 2, ""},
		{"To", 0, ""},
		{"Praise", 0, ""},
		{"محمد علي", 0, ""},
		{"ben okoro", 0, "Ben Okoro is already called"},
		{"BENNY", 4, "Ben Okoro is already called"},
		{"Zoe\u0308 Brandt", 0, "Zoë Brandt is already called"},
		{"O’Neil Grant", 0, "O'Neil Grant is already called"},
		{"", 0, "Enter a name"},
		{" \t", 0, "Enter a name"},
		{strings.Repeat("é", 80), 0, ""},
		{strings.Repeat("é", 81), 0, "too long"},
		{"Me", 0, "something else"},
		{"i", 0, "something else"},
		{"AND", 0, "something else"},
		{"Ana (QA)", 0, "“(”"},
		{"Ana: QA", 0, "“:”"},
		{"a/b", 0, "“/”"},
		{"Ana – QA", 0, "“–”"},
		{"Ana - QA", 0, "dash with spaces"},
		{"@ana", 0, "“@”"},
		{"An\x00a", 0, "invisible characters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := CheckAlias(c.name, c.of, people)
			if (err == nil) != (c.why == "") || (err != nil && !strings.Contains(err.Error(), c.why)) {
				t.Errorf("%q: %v, want %q", c.name, err, c.why)
			}
		})
	}
}

// Whatever may be a name can be read where WHO stands.
func TestWhatMayBeANameIsReadAsOne(t *testing.T) {
	for _, name := range []string{
		"Dana", "To", "For", "Jean-Luc d'Arc", "Mr. X", "A", "7of9", "Ünsal", "x y z w",
		"List", "Friday", "@", "-", "a - b", "“Q”", "Step", "In", "İlker", "Straße",
	} {
		in := Context{Date: tableDay, Person: 1, Me: 9, Names: NewNames([]Person{{ID: 1, Name: "Ana"}, {ID: 2, Name: name}})}
		if CheckAlias(name, 0, nil) != nil {
			continue
		}
		for _, line := range []string{
			"todo " + name + ": x", "praise: " + name + ": x", "- [ ] " + name + " - x", "ask me and " + name + ": x",
			"step in " + strings.ToUpper(name) + ": x",
		} {
			if items := Parse(line, in); len(items) != 1 || items[0].People[0] != 2 || items[0].Text != "x" {
				t.Errorf("%q reads %+v", line, items)
			}
		}
	}
}

func TestNamesArePastedOneALine(t *testing.T) {
	got := SplitNames(
		"- Ana Ruiz <ana@example.org>\r\n* Ben\tOkoro\n\n  3. Chidi Eze,\n“Zoë”\nana ruiz\n<only@example.org>\n[ ] Lars\n1) O'Neil\n• To Lan; Lena <l@example.org>;\n",
	)
	want := []string{"Ana Ruiz", "Ben Okoro", "Chidi Eze", "Zoë", "Lars", "O'Neil", "To Lan", "Lena"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
