package team

import (
	"testing"

	"handback/notes"
)

const quietToday = notes.Date("2025-12-02")

func TestTheQuietTable(t *testing.T) {
	people := []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Me"},
		{ID: 4, Kind: notes.KindReport, Name: "Élif Kaya", State: notes.StateAway, Until: "2025-12-15", Since: "2025-01-01"},
		{ID: 3, Kind: notes.KindReport, Name: "chidi Okafor", State: notes.StateHere, Since: "2025-01-01"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere, Since: "2025-11-20"},
		{ID: 5, Kind: notes.KindReport, Name: "Gone", State: notes.StateLeft},
		{ID: 6, Kind: notes.KindOther, Name: "Peer"},
	}
	rows := []notes.QuietRow{
		{Person: 3, Praised: "2025-09-14", HandedOver: "2025-11-25", GrowthTalked: "2025-12-02", AskedNeed: "2026-01-01"},
		{Person: 2},
	}
	table := ShowQuiet(rows, people, quietToday)
	if len(table) != 3 || table[0].Person.ID != 2 || table[1].Person.ID != 3 || table[2].Person.ID != 4 || !table[2].Away {
		t.Fatalf("%+v", table)
	}
	want := []QuietCell{
		{QuietPraise, "2025-09-14", "11", true, "no praise noted since 14 Sep"},
		{QuietDecision, "2025-11-25", "1", false, "no decision handed back since 25 Nov"},
		{QuietIdea, "", "–", true, "no idea adopted yet"},
		{QuietGrowth, "2025-12-02", "0", false, "no growth conversation since 2 Dec"},
		{QuietNeed, "2026-01-01", "0", false, "not asked what they need since 1 Jan 2026"},
	}
	for i, c := range table[1].Cells {
		if c != want[i] {
			t.Errorf("%s is %+v, want %+v", c.Kind, c, want[i])
		}
	}
	who, what, ok := QuietLongest(table, quietToday)
	if !ok || who.Person.ID != 3 || what.Kind != QuietIdea {
		t.Errorf("longest is %s of %s", what.Kind, who.Person.Name)
	}
	if _, _, ok := QuietLongest(ShowQuiet([]notes.QuietRow{{Person: 2}}, people, quietToday), quietToday); ok {
		t.Error("somebody who has just come is quiet already")
	}
}
