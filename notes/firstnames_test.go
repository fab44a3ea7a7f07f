package notes

import "testing"

func TestASecondAnaTakesNoLineFromTheFirst(t *testing.T) {
	ana, second := tableTeam[1], Person{ID: 7, Kind: KindReport, Name: "Ana Lopez", State: StateHere}
	have := []Person{tableTeam[0], ana, tableTeam[2]}
	body := "todo Ana: call the vendor\n"
	in := Context{Date: "2025-12-02", Person: 3, Me: 1, Names: NewNames(have)}
	if got := Parse(body, in); len(got) != 1 || got[0].People[0] != ana.ID {
		t.Fatalf("%+v", got)
	}
	in.Names = NewNames(append(have, second))
	if got := Parse(body, in); len(got) != 0 {
		t.Fatalf("without a name of her own it is ambiguous: %+v", got)
	}
	kept := KeepFirstNames(have, []Person{second})
	if len(kept) != 1 || kept[0].ID != ana.ID || kept[0].Aliases[0] != "Ana" {
		t.Fatalf("%+v", kept)
	}
	in.Names = NewNames([]Person{tableTeam[0], kept[0], tableTeam[2], second})
	if got := Parse(body, in); len(got) != 1 || got[0].People[0] != ana.ID {
		t.Errorf("%+v", got)
	}
	in.Person = second.ID
	if got := Parse("todo Ana: in her own note\n", in); len(got) != 1 || got[0].People[0] != second.ID {
		t.Errorf("in her own note Ana is she: %+v", got)
	}
}

func TestFirstNamesThatNeedNothing(t *testing.T) {
	given := tableTeam[1]
	given.Aliases = []string{"Ana"}
	alone := tableTeam[1]
	alone.Name = "Ana"
	for name, c := range map[string]struct{ have, added []Person }{
		"nobody shares it":                 {[]Person{tableTeam[1]}, []Person{tableTeam[2]}},
		"she has it already":               {[]Person{given}, []Person{{Name: "Ana Lopez"}}},
		"it is her whole name":             {[]Person{alone}, []Person{{Name: "Ana Lopez"}}},
		"two shared it already":            {[]Person{tableTeam[1], {ID: 8, Kind: KindReport, Name: "Ana Lopez"}}, []Person{{Name: "Ana Meier"}}},
		"the new one is so called in full": {[]Person{tableTeam[1]}, []Person{{Name: "Ana"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := KeepFirstNames(c.have, c.added); len(got) != 0 {
				t.Errorf("%+v", got)
			}
		})
	}
}
