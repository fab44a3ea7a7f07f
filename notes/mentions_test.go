package notes

import "testing"

func TestNamesInAddressesTagsAndHandles(t *testing.T) {
	names := NewNames([]Person{
		{ID: 1, Name: "Me", Kind: KindMe},
		{ID: 2, Name: "Ana Lima", Kind: KindReport},
		{ID: 3, Name: "Ben Okoro", Kind: KindReport, Aliases: []string{"BO"}},
		{ID: 4, Name: "Lena-Marie Kim", Kind: KindReport},
		{ID: 5, Name: "Chris Hart", Kind: KindReport},
	})
	for _, c := range []struct {
		text    string
		apart   PersonID
		names   bool
		blacked string
	}{
		{"write to ana.lima@corp.com", 3, true, "write to [name left out]@corp.com"},
		{"write to ana.lima@corp.com", 2, false, "write to ana.lima@corp.com"},
		{"talk about #ana-promo", 3, true, "talk about #[name left out]"},
		{"ask @AnaLima", 3, true, "ask @[name left out]"},
		{"Anas Projekt", 3, true, "[name left out] Projekt"},
		{"Ana-Lima topic", 3, true, "[name left out] topic"},
		{"see wiki/people/ana-lima", 3, true, "see wiki/people/[name left out]"},
		{"ana_lima", 3, true, ""},
		{"ben.okoro@x.org and #ben-hiring", 2, true, "[name left out]@x.org and #[name left out]"},
		{"Lena-Marie says no", 4, false, "Lena-Marie says no"},
		{"Chris and Chris' plan", 5, false, "Chris and Chris' plan"},
		{"a long on-call week, e.g. v2.1-1", 2, false, "a long on-call week, e.g. v2.1-1"},
		{"bananas and analytics", 3, false, "bananas and analytics"},
		{"JavaScript\xff", 3, false, ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			if got := names.Mentions(c.text, c.apart, 1); got != c.names {
				t.Errorf("mentions: %v", got)
			}
			if said, ok := names.BlackOut(c.text, c.apart, 1); c.blacked != "" && (said != c.blacked || !ok) {
				t.Errorf("blacked out: %q %v", said, ok)
			}
		})
	}
	who := MayName(Person{Name: "Ana Lima"})
	for text, want := range map[string]bool{
		"ana.lima@corp.com": true, "#ana-promo": true, "@AnaLima": true, "Anas Projekt": true, "people/ana-lima": true, "banana": false,
	} {
		if got := who(text); got != want {
			t.Errorf("%s may name Ana: %v", text, got)
		}
	}
}

func TestANamesakeIsSomebodyElse(t *testing.T) {
	brandt := Person{ID: 2, Name: "Jonas Brandt"}
	all := []Person{brandt, {ID: 3, Name: "Jonas Weber", Aliases: []string{"JW"}}, {ID: 4, Name: "Ana Lima"}}
	says := MayName(brandt, all...)
	for text, want := range map[string]bool{
		"# 1:1 Jonas Weber": false, "See Project Falcon and jonas  weber's list": false, "Jonas Weber and Jonas": true,
		"Jonas Brandt": true, "Brandt": true, "Jonas Weberling": true, "Jonas": true, "JW": false,
	} {
		if got := says(text); got != want {
			t.Errorf("%q may name him: %v", text, got)
		}
	}
	n := NewOthersNames(brandt, all)
	text, names := n.Mask("Jonas Weber told Jonas about JONAS WEBER")
	only := brandt
	only.ID = 1
	said, ok := NewNames([]Person{only}).BlackOut(text)
	if got := n.Unmask(said, names); !ok || got != "Jonas Weber told [name left out] about JONAS WEBER" {
		t.Errorf("%q %v", got, ok)
	}
}
