package storage

import (
	"os"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/prompt"
)

func readBakery(t *testing.T) *judged {
	t.Helper()
	jd, err := readJudged(string(must[[]byte](t)(os.ReadFile("testdata/judged.txt"))))
	if err != nil {
		t.Fatal(err)
	}
	return jd
}

// A journal stands as it stood in the morning of a day: what is dated later, or on it, is not there.
func TestAJudgedJournalOnItsDay(t *testing.T) {
	jd := readBakery(t)
	on := func(day notes.Date) notes.PromptFacts {
		j, c := newJournal(t)
		ids := jd.fill(t, j, c, day)
		return must[notes.PromptFacts](t)(j.PromptFacts(ids["Ivo"], c.now()))
	}
	early, late := on("2026-10-07"), on("2026-10-29")
	t.Run("states", func(t *testing.T) {
		if len(early.IOwe) != 1 || len(early.Unsaid) != 1 || len(early.TheyOwn) != 1 || len(early.Ideas) != 1 || len(early.Stuck) != 0 {
			t.Errorf("open on 7 Oct: %v, %v, %v, %v, %v", early.IOwe, early.Unsaid, early.TheyOwn, early.Ideas, early.Stuck)
		}
		if len(late.IOwe) != 0 || len(late.Unsaid) != 0 || len(late.TheyOwn) != 1 || len(late.Ideas) != 0 {
			t.Errorf("open on 29 Oct: %v, %v, %v, %v", late.IOwe, late.Unsaid, late.TheyOwn, late.Ideas)
		}
	})
	t.Run("notes", func(t *testing.T) {
		if !slices.Equal(early.Held, []notes.Date{"2026-09-18"}) || !slices.Equal(late.Held, []notes.Date{"2026-10-08", "2026-09-18"}) {
			t.Errorf("held: %v, then %v", early.Held, late.Held)
		}
		if at := slices.IndexFunc(early.OneOnOnes, func(n notes.NoteHead) bool { return n.CalledOff == "me" }); at != 0 {
			t.Errorf("the one that was called off: %+v", early.OneOnOnes)
		}
	})
	t.Run("goal", func(t *testing.T) {
		if len(early.Goals) != 1 || len(late.Goals) != 0 {
			t.Fatalf("goals: %v, then %v", early.Goals, late.Goals)
		}
		g := early.Goals[0]
		if g.Target != "2026-12-18" || len(g.Moves) != 1 || g.Moves[0].On != "2026-08-20" || g.Company == 0 {
			t.Errorf("the target of %+v", g)
		}
		if len(g.Steps) != 2 || g.Steps[0].Done != "" || g.Opportunities[0].State != notes.Booked {
			t.Errorf("the steps of %+v", g)
		}
		if before := on("2026-10-05").Goals[0].Opportunities[0]; before.State != notes.Offered {
			t.Errorf("offered: %+v", before)
		}
		if after := on("2026-10-28").Goals[0]; after.Steps[0].Done != "2026-10-10" {
			t.Errorf("done: %+v", after.Steps)
		}
	})
	t.Run("levels and talks", func(t *testing.T) {
		if n, m := len(early.Areas[0].Levels), len(late.Areas[0].Levels); n != 1 || m != 2 {
			t.Errorf("%d levels, then %d", n, m)
		}
		if n, m := len(on("2026-10-06").Company[0].Talks), len(early.Company[0].Talks); n != 0 || m != 1 {
			t.Errorf("%d talks, then %d", n, m)
		}
	})
	t.Run("step-ins and prompts", func(t *testing.T) {
		s := on("2026-09-14").StepIns
		if len(s) != 1 || s[0].HandedBack != "" || s[0].DidWell != "" || early.StepIns[0].HandedBack != "2026-09-14" {
			t.Errorf("step-ins: %+v, then %+v", s, early.StepIns)
		}
		e := early.History[0]
		if e.Outcome != notes.InView || e.Line != "praise: ran the stall — let Mia talk" || e.NoteUID == "" ||
			late.History[0].Outcome != notes.ActedOn {
			t.Errorf("prompts: %+v, then %+v", e, late.History[0])
		}
	})
	t.Run("days away", func(t *testing.T) {
		for day, silent := range map[notes.Date]bool{"2026-10-19": false, "2026-10-20": true, "2026-10-22": true, "2026-10-23": false} {
			if f := on(day); f.Person.Active(day) == silent {
				t.Errorf("%s: %v", day, f.Person)
			}
		}
		if on("2026-10-23").Person.Off.Covers("2026-10-29") || !late.Person.Off.Covers("2026-10-29") {
			t.Error("the manager's days off")
		}
	})
}

// An empty part is one between two bars, with one blank or with two; one at the end may be left out.
func TestThePartsOfAHeadLine(t *testing.T) {
	for text, want := range map[string][]string{
		"night | | 2026-03-01 | 2026-06-01 |":    {"night", "", "2026-03-01", "2026-06-01"},
		"night |  | 2026-03-01":                  {"night", "", "2026-03-01"},
		"ovens | | | 2026-03-01 Advise":          {"ovens", "", "", "2026-03-01 Advise"},
		"the mixer | ovens | 2026-09-01 | | |":   {"the mixer", "ovens", "2026-09-01"},
		"a|b is one part | two":                  {"a|b is one part", "two"},
		"Bread by seven | Ivo | at seven, | hot": {"Bread by seven", "Ivo", "at seven,", "hot"},
	} {
		t.Run(text, func(t *testing.T) {
			got := judgedParts(text)
			if len(got) != headParts || !slices.Equal(got[:len(want)], want) || strings.Join(got[len(want):], "") != "" {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestTheGradesOfAJudgement(t *testing.T) {
	s := readBakery(t).situations[0]
	on := func(kind notes.PromptKind, raw, text string) prompt.Prompt {
		return prompt.Prompt{Kind: kind, Text: text, Because: []notes.Filed{{Item: notes.Item{Raw: raw}}}}
	}
	for name, c := range map[string]struct {
		asked []prompt.Prompt
		first grade
		three grade
	}{
		"the line":            {[]prompt.Prompt{on(prompt.MyPromise, "todo me: order the peel by 2026-09-25", "")}, exact, exact},
		"another line":        {[]prompt.Prompt{on(prompt.MyPromise, "todo me: sweep", "")}, near, near},
		"a line of the head":  {[]prompt.Prompt{on(prompt.Stalled, "", "“Run the night shift” is still?")}, near, near},
		"named nowhere":       {[]prompt.Prompt{on(prompt.Growth, "", "")}, wrong, wrong},
		"must not":            {[]prompt.Prompt{on(prompt.Praise, "", "")}, harmful, harmful},
		"harm behind Another": {[]prompt.Prompt{on(prompt.Stalled, "", ""), on(prompt.Praise, "", "")}, near, harmful},
		"better behind":       {[]prompt.Prompt{on(prompt.Growth, "", ""), on(prompt.Stalled, "", "")}, wrong, near},
		"nothing":             {nil, missed, missed},
	} {
		t.Run(name, func(t *testing.T) {
			if first, three := s.first(c.asked); first != c.first || three != c.three {
				t.Errorf("%s and %s", gradeNames[first], gradeNames[three])
			}
		})
	}
	silent := readBakery(t).situations[1]
	if g, _ := silent.first(nil); g != exact {
		t.Errorf("silence where it is right: %s", gradeNames[g])
	}
	if g := silent.judge(on(prompt.Ideas, "", "Where is the Peel?")); g != harmful {
		t.Errorf("a word that must not stand there: %s", gradeNames[g])
	}
}

func TestTheBakeryIsJudged(t *testing.T) {
	f := readBakery(t).run(t, func(s situation, ps []prompt.Prompt) {
		for _, p := range ps {
			if strings.ContainsAny(p.Text, "{}") || strings.Contains(p.Text, "“”") {
				t.Errorf("%s: a slot is empty in %q", s.day, p.Text)
			}
		}
	})
	// The praise is in view until it is acted on, which the baker must not hear; silence is right while he is away.
	if f.first[exact] != 1 || f.first[harmful] != 1 {
		t.Errorf("%s", sayFigures(f.first))
	}
}
