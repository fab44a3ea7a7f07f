package storage

import (
	"slices"
	"testing"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/sample"
)

// The sample team goes through the one path of a change, and then most kinds of prompt have something true to say.
func TestTheSampleTeamSpeaks(t *testing.T) {
	j, c := newJournal(t)
	me := notes.PersonID(0)
	for _, p := range must[[]notes.Person](t)(j.People()) {
		if p.Kind == notes.KindMe {
			me = p.ID
		}
	}
	if err := sample.Team(notes.DateOf(c.now())).Load(me, j.Apply); err != nil {
		t.Fatal(err)
	}
	kinds := map[notes.PromptKind]bool{}
	count := 0
	for _, p := range must[[]notes.Person](t)(j.People()) {
		count += len(must[[]notes.NoteHead](t)(j.NotesOf(p.ID, 0)))
		f := must[notes.PromptFacts](t)(j.PromptFacts(p.ID, c.now()))
		for _, asked := range prompt.Choose(f) {
			kinds[asked.Kind] = true
		}
		if p.First() == "Ana" {
			if !slices.Contains(f.Others, "Ben") || slices.Contains(f.Others, "Ana") {
				t.Errorf("the others are %v", f.Others)
			}
			if len(f.Agenda) != 5 || len(f.TheyOwn) != 3 || len(f.IOwe) > 3 || len(f.Unsaid) != 2 {
				t.Errorf("Ana: agenda %d, owns %d, owed %d, unsaid %d", len(f.Agenda), len(f.TheyOwn), len(f.IOwe), len(f.Unsaid))
			}
			answered(t, j, c, p.ID, f)
		}
	}
	if len(kinds) < 10 { // no goal of the team is stalled: what stands still waits for somebody outside
		t.Errorf("only %v speak", kinds)
	}
	for _, k := range []notes.PromptKind{prompt.GoalReached, prompt.Opportunity, prompt.IdeaOnTrial} {
		if !kinds[k] {
			t.Errorf("%s is silent", k)
		}
	}
	if count < 150 {
		t.Errorf("%d notes", count)
	}
}

// answered shows a prompt, asks it, and finds it on the agenda and in the history.
func answered(t *testing.T, j *Journal, c *clock, id notes.PersonID, f notes.PromptFacts) {
	t.Helper()
	p := prompt.Choose(f)[0]
	must[notes.Applied](t)(j.Apply(prompt.Shown(p, f)))
	f = must[notes.PromptFacts](t)(j.PromptFacts(id, c.now()))
	if again := prompt.Shown(p, f); len(again.Rows) > 0 || prompt.Choose(f)[0].Text != p.Text {
		t.Errorf("shown, and then %+v", again)
	}
	must[notes.Applied](t)(j.Apply(prompt.Ask(p, f)))
	f = must[notes.PromptFacts](t)(j.PromptFacts(id, c.now()))
	last := f.Agenda[len(f.Agenda)-1]
	if last.Text != p.Text || last.NoteKind != notes.PlannedNote || len(f.Agenda) != 6 {
		t.Errorf("the agenda ends with %+v", last)
	}
	if next := prompt.Choose(f); len(next) == 0 || next[0].Kind == p.Kind {
		t.Errorf("after it: %+v", next)
	}
}

// What was handed back, tried or never talked through is in the sample team, whatever is asked before it.
func TestTheSampleTeamHasWhatLasts(t *testing.T) {
	j, c := newJournal(t)
	if err := sample.Team(notes.DateOf(c.now())).Load(1, j.Apply); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []notes.PromptKind{prompt.DoesItHold, prompt.IdeaOnTrial, prompt.TalkThrough} {
		t.Run(string(kind), func(t *testing.T) {
			for _, p := range must[[]notes.Person](t)(j.People()) {
				if p.Kind == notes.KindReport && asksAlone(kind, must[notes.PromptFacts](t)(j.PromptFacts(p.ID, c.now()))) {
					return
				}
			}
			t.Error("nobody gives it a reason")
		})
	}
}

// asksAlone reports whether a kind asks where all others are turned off for the person.
func asksAlone(kind notes.PromptKind, f notes.PromptFacts) bool {
	f.Mutes, f.History = nil, nil
	for range 40 {
		ps := prompt.Choose(f)
		if len(ps) == 0 {
			return false
		}
		for _, p := range ps {
			if p.Kind == kind {
				return true
			}
			f.Mutes = append(f.Mutes, notes.PromptMute{Person: f.Person.ID, Kind: p.Kind, Muted: true})
		}
	}
	return false
}
