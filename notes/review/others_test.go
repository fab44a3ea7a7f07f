package review

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestLinesThatNameSomebodyElseAreFlaggedAndStayOffThePage(t *testing.T) {
	otherAna := notes.Person{ID: 12, Name: "Ana Berg", Kind: notes.KindReport}
	for _, c := range []struct {
		name, line string
		people     []notes.Person
		flagged    bool
	}{
		{"nobody", "praise: ran the audit (said)", people, false},
		{"herself and me", "praise: Ana Ruiz helped Sam Lee (said)", people, false},
		{"her own surname", "praise: helped the Ruiz team (said)", people, false},
		{"a first name", "praise: helped Ben with the demo (said)", people, true},
		{"a whole name", "praise: helped Ben Okoro (said)", people, true},
		{"a surname alone", "praise: she let Okoro talk (said)", people, true},
		{"a surname's own thing", "decided Ana: Okoro's plan it is", people, true},
		{"a remark", "idea: a wiki (adopted 2026-03-04: Okoro runs it)", people, true},
		{"praise of several", "praise Ana, Ben: calm (said)", people, true},
		{"two of the name", "praise: helped Ana with the demo (said)", append(people[:len(people):len(people)], otherAna), true},
		{"a feedback's later part", "feedback: the demo — you cut Okoro off — he left (said)", people, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := notes.ReviewFacts{Person: ana, Lines: filed(t, 1, ana.ID, notes.HeldNote, "2026-03-02", c.line)}
			for i := range f.Lines {
				f.Lines[i].Person = ana.ID // the journal gives those of her only
			}
			f.Lines = f.Lines[:1]
			names := notes.NewNames(c.people)
			p := Show(f, PeriodOf(ThisYear, "", "", today), today).Flagged(names, sam.ID)
			others := p.NamingOthers()
			if p.Lines != 1 || (len(others) == 1) != c.flagged {
				t.Fatalf("%s flagged %+v", said(p), others)
			}
			if page := ShowForThem(p, names, sam.ID); (page.Kept == 1) != c.flagged || (len(page.Document.Parts) == 0) != c.flagged {
				t.Errorf("%d kept of %+v", page.Kept, page.Document)
			}
			if p = edited(t, &f, p.LeaveOutAll(others)); strings.Contains(said(p), "|") == c.flagged {
				t.Errorf("left out: %s", said(p))
			}
		})
	}
	t.Run("in a comment", func(t *testing.T) {
		f := yearFacts(t)
		p := edited(t, &f, notes.Change{})
		c, err := p.Say(p.Parts[0].Lines[0], "as Okoro asked")
		if err != nil {
			t.Fatal(err)
		}
		p = edited(t, &f, c).Flagged(notes.NewNames(people), sam.ID)
		if !p.Parts[0].Lines[0].Others || p.Parts[0].Lines[1].Others {
			t.Errorf("%+v", p.NamingOthers())
		}
	})
}
