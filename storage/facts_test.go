package storage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

func textsOf(items []notes.Filed) string {
	var all []string
	for _, f := range items {
		all = append(all, f.Text)
	}
	return strings.Join(all, ", ")
}

func TestFacts(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	addNote(
		t,
		j,
		ana,
		notes.HeldNote,
		"2026-11-06",
		"todo: old\ntodo: long done (done 2026-11-07)\nask: my question\npraise: said (said)\nidea: tried (trying)\npraise: unsaid\n",
	)
	held := addNote(
		t,
		j,
		ana,
		notes.HeldNote,
		"2026-11-20",
		"todo me: promise by 2026-11-22\ntodo: due soon #lead by 2026-11-30\nneed: a desk by 2026-12-01\nneed: rest\ntopic: theirs\nstuck: build\ndecided Ana: her call\n",
	)
	addNote(t, j, ben, notes.HeldNote, "2026-11-21", "todo me for Ana: second\ntodo Ben: his\n")
	planned := addNote(t, j, ana, notes.PlannedNote, "2026-11-27", "topic: next time\n")
	ids := do(t, j, notes.Goal{Person: ana, Title: "Lead", Tag: "lead"}, notes.Goal{Person: ana, Title: "Gone", State: notes.GoalDropped},
		notes.AreaLevel{Person: ana, Tag: "#Platform", DatedLevel: notes.DatedLevel{From: "2026-01-01", Level: notes.Agree}},
		notes.PromptEvent{Person: ana, Kind: "praise", Key: "k", Shown: "2026-11-20", Outcome: notes.InView},
		notes.PromptMute{Person: ana, Kind: "ideas", Muted: true})
	f, err := j.PromptFacts(ana, c.now())
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][2]string{
		"agenda":   {textsOf(f.Agenda), "theirs, next time, my question"},
		"I owe":    {textsOf(f.IOwe), "promise, a desk, second"},
		"they own": {textsOf(f.TheyOwn), "due soon #lead, old"},
		"since":    {textsOf(f.Since), "promise, due soon #lead, a desk, rest, theirs, build, her call, second, next time"},
		"unsaid":   {textsOf(f.Unsaid), "unsaid"},
		"ideas":    {textsOf(f.Ideas), "tried"},
		"needs":    {textsOf(f.Needs), "a desk, rest"},
		"stuck":    {textsOf(f.Stuck), "build"},
		"lately":   {textsOf(f.DoneLately), "her call, long done"},
	} {
		t.Run(name, func(t *testing.T) {
			if got[0] != got[1] {
				t.Errorf("%s: %q, not %q", name, got[0], got[1])
			}
		})
	}
	if f.Planned == nil || f.Planned.ID != planned || f.LastHeld == nil || f.LastHeld.ID != held {
		t.Errorf("planned %+v, held %+v", f.Planned, f.LastHeld)
	}
	if len(f.Goals) != 1 || f.Evidence[notes.GoalID(ids[0])].Line != 2 {
		t.Errorf("goals %+v, evidence %+v", f.Goals, f.Evidence)
	}
	if len(f.Areas) != 1 || f.Areas[0].Tag != "platform" || f.Areas[0].LevelOn("2026-11-23") != notes.Agree {
		t.Errorf("areas %+v", f.Areas)
	}
	if !slices.Equal(f.Held, []notes.Date{"2026-11-20", "2026-11-06"}) || f.LastPraise != "2026-11-06" || f.GrowthTalk != "2026-11-20" ||
		len(f.NeedDates) != 2 || len(f.IdeaDates) != 1 || len(f.History) != 1 || len(f.Mutes) != 1 {
		t.Errorf("%+v", f)
	}
	roster := must[[]notes.RosterLine](t)(j.Roster(c.now()))
	if len(roster) != 2 || roster[0].Owed != 3 || !roster[0].Overdue || roster[0].FirstOwe != "promise" || roster[0].Topics != 2 ||
		roster[0].FirstTop != "theirs" || roster[0].Asks != 1 || roster[0].LastHeld != "2026-11-20" || roster[0].Planned == nil {
		t.Errorf("roster %+v", roster[0])
	}
	if owe := must[[]notes.Filed](t)(j.IOwe()); textsOf(owe) != "promise, a desk, second" {
		t.Errorf("I owe everybody %q", textsOf(owe))
	}
	if log := must[[]notes.Filed](t)(j.PraiseLog(ana, "2026-01-01")); textsOf(log) != "unsaid, said" {
		t.Errorf("praise %q", textsOf(log))
	}
}

func TestEvidenceCountsUnderEveryTagAGoalHad(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-06", "praise: one #lead\npraise: both #lead #head\n")
	addNote(t, j, ana, notes.HeldNote, "2026-11-13", "praise: two #head\n")
	id := notes.GoalID(do(t, j, notes.Goal{Person: ana, Title: "Lead", Tag: "lead"})[0])
	g := must[notes.Goal](t)(j.Goal(id))
	g.Tag = "head"
	do(t, j, g)
	if got := textsOf(must[[]notes.Filed](t)(j.Evidence(id))); got != "two #head, both #lead #head, one #lead" {
		t.Errorf("evidence %q", got)
	}
	if f := must[notes.Facts](t)(j.Facts(ana, c.now())); f.Evidence[id].Text != "two #head" {
		t.Errorf("newest %+v", f.Evidence[id])
	}
	do(t, j, notes.Delete{Kind: notes.KindGoal, ID: int64(id)})
	if tags := must[[]string](t)(j.TagsOf(ana)); !slices.Equal(tags, []string{"head", "lead"}) {
		t.Errorf("tags %v", tags)
	}
}

func TestAVerdictFollowsItsLine(t *testing.T) {
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "Told her to use Kafka\n")
	uid := must[notes.Note](t)(j.Note(id)).UID
	do(t, j, notes.Verdict{NoteUID: uid, Line: "told her  to use kafka", Verdict: "mine to keep", Until: "2026-12-01"})
	done := must[notes.Applied](t)(j.Apply(notes.Change{Edits: []notes.LineEdit{
		{Op: notes.ReplaceLine, Note: id, Line: 1, Old: "Told her to use Kafka", New: "decided me: use Kafka"},
	}}))
	on := func(line string, day notes.Date, want string) {
		t.Helper()
		if got := must[string](t)(j.Verdict(uid, line, day)); got != want {
			t.Errorf("%q of %q", got, line)
		}
	}
	on("decided me: use Kafka", "2026-11-30", "mine to keep")
	on("decided me: use Kafka", "2026-12-02", "")
	if _, err := j.Apply(done.Undo); err != nil {
		t.Fatal(err)
	}
	on("Told her to use Kafka", "2026-11-30", "mine to keep")
}

func TestTargets(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: plan #lead\n")
	do(t, j, notes.Goal{Person: ana, Title: "Lead"}, notes.CompanyGoal{Title: "Grow"})
	var kinds []string
	for _, target := range must[[]notes.Target](t)(j.Targets()) {
		kinds = append(kinds, string(target.Kind)+" "+target.Text)
	}
	if got := strings.Join(kinds, ", "); got != "person Me, person Ana, goal Lead, company goal Grow, tag #lead, note plan #lead" {
		t.Error(got)
	}
}

func TestUpdatedAtNeverRunsBackwards(t *testing.T) {
	j, c := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "one\n")
	first := must[notes.Note](t)(j.Note(id)).UpdatedAt
	c.pass(-10 * 365 * 24 * time.Hour)
	if _, err := j.SaveBody(id, 1, "two\n"); err != nil {
		t.Fatal(err)
	}
	if n := must[notes.Note](t)(j.Note(id)); !n.UpdatedAt.After(first) {
		t.Errorf("saved later, updated at %v, and before at %v", n.UpdatedAt, first)
	}
}

func TestTheLastOneOnOnesAreThoseHeldAndMissed(t *testing.T) {
	j, c := newJournal(t) // on 2026-11-25
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	today := notes.DateOf(c.now())
	missed := func(who notes.PersonID, days int, why string) notes.NewNote {
		return notes.NewNote{Person: who, Kind: notes.MissedNote, Date: today.AddDays(-days), CalledOff: why}
	}
	do(t, j, missed(ana, 400, notes.CalledOffByMe), missed(ana, 70, notes.CalledOffByMe), missed(ana, 21, notes.OffForIllness),
		missed(ana, 14, notes.CalledOffByMe), missed(ben, 7, notes.CalledOffByThem))
	for _, days := range []int{7, 28, 35, 42, 49, 56} {
		addNote(t, j, ana, notes.HeldNote, today.AddDays(-days), "held\n")
	}
	addNote(t, j, ana, notes.JournalNote, today, "journal\n")
	addNote(t, j, ana, notes.PlannedNote, today.AddDays(7), "planned\n")
	gone := addNote(t, j, ana, notes.HeldNote, today.AddDays(-1), "in the trash\n")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(gone)})
	var got []string
	for _, h := range must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).OneOnOnes {
		got = append(got, string(h.Kind)+" "+h.CalledOff)
	}
	want := []string{"held ", "missed me", "missed ill", "held ", "held ", "held "}
	if !slices.Equal(got, want) {
		t.Errorf("they are %q, want %q", got, want)
	}
	do(t, j, missed(ben, 400, notes.CalledOffByMe))
	if last := must[notes.PromptFacts](t)(j.PromptFacts(ben, c.now())).OneOnOnes; len(last) != 1 {
		t.Errorf("of more than a year there are %d", len(last))
	}
}
