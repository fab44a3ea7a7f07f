package sample_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/team"
)

func TestEveryKindOfPromptSpeaks(t *testing.T) {
	days(func(today notes.Date) {
		b := open(today)
		kinds := map[notes.PromptKind]string{}
		for i := range b.Members {
			for n, p := range prompt.Choose(b.facts(i)) {
				kinds[p.Kind] += b.people[i].First() + " "
				if today == "2026-11-23" {
					t.Logf("%-6s %d %-18s %s\n%28s %s", b.people[i].First(), n, p.Kind, p.Text, "", p.Reason)
				}
			}
		}
		if len(kinds) < 10 {
			t.Errorf("%s: only %v", today, kinds)
		}
		for _, k := range []notes.PromptKind{prompt.GoalReached, prompt.Opportunity, prompt.IdeaOnTrial} {
			if kinds[k] == "" {
				t.Errorf("%s: %s is silent", today, k)
			}
		}
	})
}

func TestAnasNextOneOnOneIsAsDrawn(t *testing.T) {
	days(func(today notes.Date) {
		b := open(today)
		f := b.facts(1)
		for what, n := range map[string][3]int{
			"agenda":   {len(f.Agenda), 5, 5},
			"I owe":    {len(f.IOwe), 1, 3},
			"she owns": {len(f.TheyOwn), 3, 3},
			"unsaid":   {len(f.Unsaid), 2, 2},
			"goals":    {len(f.Goals), 2, 2},
		} {
			if n[0] < n[1] || n[0] > n[2] {
				t.Errorf("%s: %s %d, want %d to %d", today, what, n[0], n[1], n[2])
			}
		}
		if first := prompt.Choose(f); len(first) != 3 || first[0].Kind != prompt.HandBack {
			t.Fatalf("%s: the prompts for Ana are %v", today, first)
		}
	})
}

func TestSomebodyCouldCoachSomebody(t *testing.T) {
	days(func(today notes.Date) {
		b := open(today)
		f := team.CoachFacts{Today: today, People: b.people, Me: 1, Names: b.names}
		for i, member := range b.Members {
			for _, g := range member.Goals {
				g.Person = b.people[i].ID
				f.Goals = append(f.Goals, g.Goal)
			}
		}
		for _, l := range slices.Backward(b.filed) {
			if today.DaysSince(l.NoteDate) <= 365 {
				f.Done = append(f.Done, l)
			}
		}
		if len(team.ShowPairings(f)) == 0 {
			t.Errorf("%s: nobody did what another's goal is about", today)
		}
	})
}

func TestEveryLabelAndStateOccurs(t *testing.T) {
	b := open("2026-11-23")
	seen := map[string]bool{}
	for _, l := range b.filed {
		seen[string(l.Label)+" "+string(l.State)] = true
		seen[string(l.Label)+" by "+string(l.Actor)] = true
	}
	for _, want := range []string{
		"todo ", "todo done", "todo dropped", "decided ", "decided reversed", "decided by me", "decided by we",
		"decided by them", "decided by ", "praise ", "praise said", "praise rewarded", "feedback ", "feedback said",
		"idea ", "idea trying", "idea adopted", "idea declined", "idea learned", "need ", "need met", "need told",
		"ask ", "ask answered", "ask dropped", "topic ", "topic answered", "stuck ", "stuck cleared", "todo told",
		"topic dropped", "step in ",
	} {
		if !seen[want] {
			t.Errorf("no line reads %q", want)
		}
	}
}

var labelled = regexp.MustCompile(
	`(?i)^(todo|to do|action|decided|decision|praise|kudos|feedback|idea|needs?|support|ask|question|topic|stuck|blocked|step in|private)\b`,
)

// A line that begins with a label's word files, or is private; and no line files that does not.
func TestNothingFilesByAccident(t *testing.T) {
	b := open("2026-11-23")
	for i, member := range b.Members {
		for _, n := range member.Notes {
			for _, h := range notes.Suggestions(n.Body, b.in(b.people[i].ID, n.Date), 0) {
				t.Errorf("%s %s: %s: %q", member.Person.Name, n.Date, h.Say, h.Old)
			}
			filed := map[int]bool{}
			for _, it := range notes.Parse(n.Body, b.in(b.people[i].ID, n.Date)) {
				filed[it.Line] = true
				for _, d := range []notes.Date{it.Due, it.StateDate} {
					if d != "" && !d.Valid() {
						t.Errorf("%s: %q", d, it.Raw)
					}
				}
				if it.StateDate > b.today {
					t.Errorf("%s: closed in the future: %q", n.Date, it.Raw)
				}
				if (it.Label == notes.Todo || it.Label == notes.Need) && it.Due == "" && strings.Contains(it.Text, " by 2") {
					t.Errorf("a date was not read: %q", it.Raw)
				}
				if it.State == notes.Open && strings.HasSuffix(it.Text, ")") {
					t.Errorf("a state was not read: %q", it.Raw)
				}
			}
			for at, line := range strings.Split(n.Body, "\n") {
				if looks := labelled.MatchString(line) && !strings.HasPrefix(line, "private:"); looks != filed[at+1] {
					t.Errorf("%s %s: filed %v: %q", member.Person.Name, n.Date, filed[at+1], line)
				}
				if first, _, ok := strings.Cut(line, ": "); ok && !filed[at+1] && len(strings.Fields(first)) == 1 &&
					first != "private" {
					t.Errorf("%s %s: looks like a label: %q", member.Person.Name, n.Date, line)
				}
			}
		}
	}
}

// TestAQuestionOfTheSampleIsSaidAsQuestionsAre: what quotes a line stands at the end or as a sentence of its own, and not after a
// preposition.
func TestAQuestionOfTheSampleIsSaidAsQuestionsAre(t *testing.T) {
	quoted := regexp.MustCompile(`(?:[a-z,] (?:of|about|to|with|for|on|in|at)|[^.!?:|] About) “`)
	asked, team := 0, os.DirFS("team")
	err := fs.WalkDir(team, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(team, name)
		for line := range strings.Lines(string(text)) {
			if says, is := strings.CutPrefix(line, "prompt: "); is {
				asked++
				if at := quoted.FindString(says); at != "" {
					t.Errorf("%s: %q in %s", name, at, says)
				}
			}
		}
		return err
	})
	if err != nil || asked == 0 {
		t.Errorf("%d questions, %v", asked, err)
	}
}
