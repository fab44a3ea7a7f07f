package prompt

import (
	"testing"

	"handback/notes"
)

// event is a question that was shown.
func event(id int64, text string, shown, left notes.Date, what notes.PromptOutcome) notes.PromptEvent {
	return notes.PromptEvent{ID: id, Person: ana, Kind: Growth, Key: "k", Text: text, Shown: shown, Left: left, Outcome: what}
}

func TestThePageMayHoldWhatWasShownOnItsDay(t *testing.T) {
	w := owing()
	now := first(t, w).Text
	w.f.History = []notes.PromptEvent{
		event(1, "long ago?", ago(60), ago(50), notes.PassedOver),
		event(2, "on the day?", ago(9), ago(4), notes.PassedOver),
		event(3, "private: hers?", ago(9), ago(4), notes.PassedOver),
		event(4, "since?", ago(3), ago(1), notes.Another),
		event(5, "on the day?", ago(20), ago(15), notes.Later),
	}
	for name, c := range map[string]struct {
		day  notes.Date
		want []string
	}{
		"days ago": {ago(5), []string{"on the day?", now}},
		"today":    {today, []string{now, "since?"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := PrintedFor(w.f, c.day)
			for i, want := range c.want {
				if i >= len(got) || got[i].Text != want {
					t.Fatalf("offered are %+v, want first %q", got, c.want)
				}
			}
			seen := map[string]bool{}
			for _, o := range got {
				if seen[o.Text] || o.Text == "long ago?" || notes.IsPrivate(o.Text) {
					t.Errorf("%q is offered", o.Text)
				}
				seen[o.Text] = true
			}
		})
	}
}

func TestOnlyTheQuestionOnThePageIsAnswered(t *testing.T) {
	for outcome, want := range map[notes.PromptOutcome]notes.PromptOutcome{
		notes.PassedOver: notes.ActedOn, notes.Another: notes.ActedOn, notes.InView: notes.ActedOn,
		notes.Later: "", notes.NotForThem: "", notes.Asked: "", notes.ActedOn: "",
	} {
		t.Run(string(outcome), func(t *testing.T) {
			w := owing()
			left := ago(4)
			if outcome == notes.InView {
				left = ""
			}
			w.f.History = []notes.PromptEvent{event(2, "on the day?", ago(9), left, outcome)}
			rows := PrintedFor(w.f, ago(5))[0].Answered(w.f).Rows
			if want == "" {
				if len(rows) > 0 {
					t.Errorf("it changes %+v", rows)
				}
				return
			}
			if len(rows) != 1 {
				t.Fatalf("it changes %+v", rows)
			}
			if e := rows[0].(notes.PromptEvent); e.ID != 2 || e.Outcome != want || e.Left == "" || left != "" && e.Left != left {
				t.Errorf("kept as %+v", e)
			}
		})
	}
}
