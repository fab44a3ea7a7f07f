package notes

import "testing"

func TestTextIsSaid(t *testing.T) {
	for in, want := range map[string]string{
		"draft the rollout plan #platform #q4": "Draft the rollout plan",
		"move #platform to January":            "Move #platform to January",
		"#platform":                            "#platform",
		"use C#":                               "Use C#",
		"iPhone order":                         "iPhone order",
		"élan":                                 "Élan",
		"":                                     "",
		"fix #1":                               "Fix #1",
	} {
		t.Run(in, func(t *testing.T) {
			if got := SayText(in); got != want {
				t.Errorf("%q is said %q, want %q", in, got, want)
			}
		})
	}
	for in, want := range map[string]string{
		"The review ran long": "the review ran long", "Lena calmed them": "Lena calmed them", "Will asked": "Will asked",
		"Ran the review": "Ran the review", "ran it": "ran it",
		"Don’t ship": "don’t ship", "Before, we asked": "before, we asked", "API talk": "API talk",
		"I said so": "I said so", "I'd do it": "I'd do it",
	} {
		t.Run(in, func(t *testing.T) {
			if got := LowerFirst(in); got != want {
				t.Errorf("%q goes on as %q", in, got)
			}
		})
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"the incident review", 12, "the incident…"},
		{"the incident, reviewed", 14, "the incident…"},
		{"Donaudampfschifffahrt", 8, "Donaudam…"},
		{"日本語日本語", 3, "日本語…"},
	} {
		t.Run(c.in, func(t *testing.T) {
			if got := Shorten(c.in, c.n); got != c.want {
				t.Errorf("%q to %d: %q", c.in, c.n, got)
			}
		})
	}
}

func TestFirstProse(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"empty":           {"", ""},
		"one paragraph":   {"Rollout moved.\nShe runs the review.\n\nMore.", "Rollout moved. She runs the review."},
		"CRLF":            {"Rollout moved.\r\nShe runs it.\r\n\r\nMore.", "Rollout moved. She runs it."},
		"after a heading": {"# 20 Nov\n\nRollout moved.", "Rollout moved."},
		"after what is filed": {
			"todo me: budget\n- [ ] draft\ndecided we: January\npraise - the demo\n**Idea:** x\n\nRollout moved.", "Rollout moved.",
		},
		"filed in between":     {"Rollout moved.\ntodo: plan\nWorried about on-call.", "Rollout moved. Worried about on-call."},
		"lines without an end": {"CFO\nHoliday in March\nAsked why?\nYes", "CFO · Holiday in March · Asked why? Yes"},
		"an end in quotes":     {"She said “no.”\nThen (yes!)\nso", "She said “no.” Then (yes!) so"},
		"a list":               {"- rollout moved\n- she runs it\n", "rollout moved · she runs it"},
		"private":              {"private: angry\n  about Ben\n  private too\nRollout moved.", "Rollout moved."},
		"private in a list":    {"- private angry\n\n  deeper after a blank\n- Rollout moved.", "Rollout moved."},
		"private in a quote":   {"> private: x\nRollout moved.", "Rollout moved."},
		"private in a fence":   {"```\nprivate x\n```\nRollout moved.", "Rollout moved."},
		"private with a box":   {"- [ ] private: x\nRollout moved.", "Rollout moved."},
		"privately is prose":   {"Privately she said yes.", "Privately she said yes."},
		"emphasis":             {"She **runs** the `review`.", "She runs the review."},
		"a label in prose":     {"Ideas for the offsite came up.", "Ideas for the offsite came up."},
		"long":                 {"one two three four five six seven eight nine ten eleven", "one two three four five six seven eight…"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := FirstProse(c.body, 40, nil); got != c.want {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		})
	}
}
