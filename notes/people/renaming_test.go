package people

import (
	"reflect"
	"testing"

	"handback/notes"
)

func TestANewNameKeepsTheOldOnes(t *testing.T) {
	priya := notes.Person{ID: 2, Name: "Priya Shah", Kind: notes.KindReport, Aliases: []string{"PS"}}
	zoe := notes.Person{ID: 3, Name: "Zoë", Kind: notes.KindReport}
	second := notes.Person{ID: 4, Name: "Chris Davis", Kind: notes.KindReport}
	people := []notes.Person{
		{ID: 1, Name: "Me", Kind: notes.KindMe},
		priya, zoe, second,
		{ID: 5, Name: "Chris Brown", Aliases: []string{"Chris"}, Kind: notes.KindReport},
	}
	for name, c := range map[string]struct {
		who   notes.Person
		typed []string // one after the other
		want  string
		says  string
	}{
		"a new first name": {
			priya,
			[]string{"P", "Pi", "Pia Shah"},
			"PS, Priya Shah, Priya",
			"“Priya Shah” and “Priya” stay as nicknames, so lines that use them still count.",
		},
		"a new surname": {
			priya,
			[]string{"Priya Nair"},
			"PS, Priya Shah",
			"“Priya Shah” stays as a nickname, so lines that use it still count.",
		},
		"back again":            {priya, []string{"Pia Shah", "", "Priya Shah"}, "PS", ""},
		"no surname any more":   {priya, []string{"Priya"}, "PS, Priya Shah", "“Priya Shah” stays as a nickname, so lines that use it still count."},
		"only accents":          {zoe, []string{"Zoé"}, "", ""}, // with which she is found all the same
		"an initial":            {zoe, []string{"Zoë B."}, "", ""},
		"a first name not hers": {second, []string{"Kit Davis"}, "Chris Davis", "“Chris Davis” stays as a nickname, so lines that use it still count."},
		"the manager":           {people[0], []string{"Sam Lee"}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := FormOf(c.who)
			var kept []string
			for _, typed := range c.typed {
				f.Name = typed
				f, kept = f.Keep(c.who, people, kept)
			}
			if f.Aliases != c.want || f.SayKept(kept) != c.says {
				t.Errorf("nicknames %q, said %q", f.Aliases, f.SayKept(kept))
			}
		})
	}
}

func TestAKeptNameThatIsTakenOutStaysOut(t *testing.T) {
	priya := notes.Person{ID: 2, Name: "Priya", Kind: notes.KindReport}
	f := FormOf(priya)
	f.Name = "Pia"
	f, kept := f.Keep(priya, []notes.Person{priya}, nil)
	f.Aliases, f.Name = "", "Pia N"
	if f, kept = f.Keep(priya, []notes.Person{priya}, kept); f.Aliases != "" || f.SayKept(kept) != "" {
		t.Errorf("it came back: %q, said %q", f.Aliases, f.SayKept(kept))
	}
}

func TestANamesakeByRenamingTakesNoLineFromTheOther(t *testing.T) {
	shah := notes.Person{ID: 2, Name: "Priya Shah", Kind: notes.KindReport}
	pia := notes.Person{ID: 3, Name: "Pia Nair", Kind: notes.KindReport}
	f := FormOf(pia)
	f.Name = "Priya Nair"
	c, err := f.Change(pia, []notes.Person{shah, pia}, peopleDay)
	if err != nil || len(c.Rows) != 2 {
		t.Fatalf("%+v, %v", c, err)
	}
	if p, is := c.Rows[0].(notes.Person); !is || p.ID != shah.ID || !reflect.DeepEqual(p.Aliases, []string{"Priya"}) {
		t.Errorf("Priya Shah does not keep her first name: %+v", c.Rows[0])
	}
}

func TestLinesThatWillNotBeFiledAreCountedAndNamed(t *testing.T) {
	p := notes.Person{Name: "Priya Shah", Aliases: []string{"PS"}}
	now := notes.Person{Name: "Pia Shah"}
	for want, lines := range map[string][]string{
		"": nil,
		"1 line says “Priya”. It will no longer be filed for Pia.":                           {"todo Priya: a"},
		"3 lines say “Priya”. They will no longer be filed for Pia.":                         {"todo Priya: a", "action  PRIYA: b", "praise @priya: c"},
		"2 lines say “Priya Shah” or “Priya” or “PS”. They will no longer be filed for Pia.": {"todo Priya Shah: a", "todo PS: b"},
		"1 line will no longer be filed for Pia.":                                            {"todo Pri: PSs"},
		"2 lines will no longer be filed for Pia.":                                           {"todo: a", "todo: b"},
	} {
		t.Run(want, func(t *testing.T) {
			if got := SayUnfiled(lines, p, now); got != want {
				t.Errorf("said %q", got)
			}
		})
	}
}

func TestASecondOfAFirstNameIsSaid(t *testing.T) {
	brown := notes.Person{ID: 2, Name: "Chris Brown", Kind: notes.KindReport}
	ana := notes.Person{ID: 3, Name: "Ana Ruiz", Kind: notes.KindReport}
	me := notes.Person{ID: 1, Name: "Eva Lind", Kind: notes.KindMe}
	have := []notes.Person{me, brown, ana}
	for name, c := range map[string]struct {
		added []notes.Person
		want  string
	}{
		"nobody shares": {[]notes.Person{{Name: "Ben Kofi"}}, ""},
		"a second":      {[]notes.Person{{Name: "Chris Davis"}}, "You'll see “Chris B.” and “Chris D.”, because both are called Chris. To use a nickname, type it instead of the first name."},
		"two at once":   {[]notes.Person{{Name: "Bo Lee"}, {Name: "Bo Kay"}}, "You'll see “Bo L.” and “Bo K.”, because both are called Bo. To use a nickname, type it instead of the first name."},
		"three":         {[]notes.Person{{Name: "Chris Davis"}, {Name: "Chris Baker"}}, "You'll see “Chris Br.”, “Chris D.” and “Chris Ba.”, because some first names are shared. To use a nickname, type it instead of the first name."},
		"the manager's": {[]notes.Person{{Name: "Eva Berg"}}, "You'll see “Eva B.”, because you're called Eva too."},
		"one renamed":   {[]notes.Person{{ID: 3, Name: "Chris Ruiz", Kind: notes.KindReport}}, "You'll see “Chris B.” and “Chris R.”, because both are called Chris. To use a nickname, type it instead of the first name."},
		"renamed away":  {[]notes.Person{{ID: 2, Name: "Kit Brown", Kind: notes.KindReport}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := SayShared(c.added, have); got != c.want {
				t.Errorf("said %q", got)
			}
		})
	}
}
