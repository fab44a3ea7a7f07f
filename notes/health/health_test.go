package health_test

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/health"
)

func TestEachKindIsSaidWithWhatToDo(t *testing.T) {
	for kind, want := range map[notes.FoundKind]struct {
		way  health.Way
		path bool
		good string
	}{
		notes.FoundBrokenFile:    {health.None, false, "Notes that you can still open"},
		notes.FoundBrokenNote:    {health.Keep, false, "All other notes"},
		notes.FoundBrokenVersion: {health.Keep, false, "All notes"},
		notes.FoundBrokenRow:     {health.Keep, false, "All notes"},
		notes.FoundBrokenList:    {health.Rebuild, false, "All notes"},
		notes.FoundBrokenSearch:  {health.Rebuild, false, "All notes"},
		notes.FoundBrokenLog:     {health.None, true, "All notes"},
		notes.FoundDoubtfulLog:   {health.None, true, "All notes"},
		notes.FoundOtherLog:      {health.None, true, "All notes"},
		notes.FoundMended:        {health.None, true, "All notes"},
	} {
		t.Run(string(kind), func(t *testing.T) {
			f := notes.Found{Kind: kind, Count: 3}
			if want.path {
				f.Path = "/home/maria/kept"
			}
			p := health.Show([]notes.Found{f})
			if len(p.Parts) != 1 || p.Parts[0].Title == "" || p.Parts[0].Says == "" {
				t.Fatalf("%+v", p)
			}
			if got := p.Parts[0]; got.Way != want.way || (got.Path != "") != want.path || !strings.HasPrefix(p.Good, want.good) {
				t.Errorf("%+v, %s", got, p.Good)
			}
		})
	}
}

func TestNotesThatAreMeantAreNamed(t *testing.T) {
	p := health.Show([]notes.Found{
		{Kind: notes.FoundBrokenNote, Note: 7, Person: "Ana", Date: "2026-11-20"}, {Kind: notes.FoundBrokenNote, Note: 8, Date: "2026-11-13"},
	})
	if len(p.Parts) != 1 || p.Parts[0].Title != "2 notes don't match what you saved" || len(p.Parts[0].Rows) != 2 {
		t.Fatalf("%+v", p)
	}
	if row := p.Parts[0].Rows[0]; row.Note != 7 || row.Says != "Ana, Friday 20 November 2026" {
		t.Errorf("%+v", row)
	}
}

func TestASoundJournalSaysSo(t *testing.T) {
	if p := health.Show(nil); len(p.Parts) > 0 || p.Good != "Nothing wrong was found." {
		t.Errorf("%+v", p)
	}
}

func TestLinesThatCannotBeReadAreTold(t *testing.T) {
	page := health.Show([]notes.Found{{Kind: notes.FoundUnreadLine, Count: 2, Path: "/j/inbox"}})
	if len(page.Parts) != 1 || page.Parts[0].Title != "2 lines that were waiting to be filed can't be read" || page.Parts[0].Path != "/j/inbox" {
		t.Errorf("%+v", page.Parts)
	}
	if page.Good == health.Show(nil).Good {
		t.Errorf("it says %q", page.Good)
	}
}
