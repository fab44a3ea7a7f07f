package notes

import (
	"slices"
	"strings"
	"testing"
)

func TestTheEditorColoursWhatIsFiled(t *testing.T) {
	const body = "# Heading\n  - **Todo Ben:** x\nprivate: p\n  todo: y\n- [ ] z\n- [ ] @Zoë : z\n> todo: q\n```\ntodo: f\n```\npraise — a — b\n#tag is no heading\n- [ ] idea: i\nÄ idea: no"
	want := []LabelSpan{
		{Line: 0, From: 0, To: 9, Heading: true},
		{Line: 1, From: 4, To: 17, Label: Todo},
		{Line: 2, From: 0, To: 8, Label: Private},
		{Line: 4, From: 2, To: 5, Label: Todo},
		{Line: 5, From: 2, To: 12, Label: Todo},
		{Line: 10, From: 0, To: 8, Label: Praise},
		{Line: 12, From: 6, To: 11, Label: Idea},
	}
	if got := MarksOf(body, tableNotes[""]); !slices.Equal(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

func TestDatesAreWrittenOutBeforeANoteMoves(t *testing.T) {
	before := tableNotes[""]
	after := before
	after.Date = "2026-12-24"
	for line, want := range map[string]string{
		"todo: x by Fri":                        "todo: x by 2026-11-27",
		"todo: x (due Fri). #a":                 "todo: x (due 2026-11-27). #a",
		"todo: x by 2026-11-27":                 "todo: x by 2026-11-27",
		"todo: x (done)":                        "todo: x (done 2026-11-23)",
		"todo: x (told: no) by Fri #a":          "todo: x (told 2026-11-23: no) by 2026-11-27 #a",
		"todo: x by Fri (done Fri)":             "todo: x by 2026-11-27 (done 2026-11-23: Fri)",
		"- [x] x":                               "- [x] x (done 2026-11-23)",
		"- [x] x (done 2026-11-20)":             "- [x] x (done 2026-11-20)",
		"done Ben: x by Fri":                    "done Ben: x by 2026-11-27 (done 2026-11-23)",
		"praise: x by Fri (said)":               "praise: x by Fri (said 2026-11-23)",
		"praise: x":                             "praise: x",
		"see you Fri (done)":                    "see you Fri (done)",
		"private: x\n  todo: y by Fri":          "private: x\n  todo: y by Fri",
		"```\ntodo: x by Fri\n```":              "```\ntodo: x by Fri\n```",
		"todo: a by Fri\r\nprose\r\n[x] b (c)":  "todo: a by 2026-11-27\r\nprose\r\n[x] b (c) (done 2026-11-23)",
		"todo: x by Fri\ntodo: x by Fri\nprose": "todo: x by 2026-11-27\ntodo: x by 2026-11-27\nprose",
		`todo: x (done\) by Fri`:                `todo: x (done\) by 2026-11-27`,
	} {
		t.Run(line, func(t *testing.T) {
			if got := Redate(line, before, after); got != want {
				t.Errorf("%q became %q, want %q", line, got, want)
			}
		})
	}
	edits := RedateEdits(9, "a\ntodo: x by Fri", before, after)
	if want := []LineEdit{
		{Op: ReplaceLine, Note: 9, Line: 2, Old: "todo: x by Fri", New: "todo: x by 2026-11-27"},
	}; !slices.Equal(
		edits,
		want,
	) {
		t.Errorf("%+v", edits)
	}
	if edits := RedateEdits(9, "todo: x by Fri", before, before); edits != nil {
		t.Errorf("the same day needs %+v", edits)
	}
	before.Imported, after.Imported = true, true
	if got := Redate(
		"- [x] todo: a\nidea: b (trying)\ntodo: c by Fri",
		before,
		after,
	); got != "- [x] todo: a (done 2026-11-23)\nidea: b (trying)\ntodo: c by 2026-11-27" {
		t.Errorf("imported: %q", got)
	}
}

func TestATitleIsTheFirstLineThatSaysSomething(t *testing.T) {
	for body, want := range map[string]string{
		"":                               "",
		"\n\n  \n---\n":                  "",
		"# Weekly\ntext":                 "Weekly",
		"private: pay\n  more\nThe demo": "The demo",
		"private: pay":                   "",
		"- [ ] todo Ben: call HR by Fri": "call HR",
		"praise: ran it — asked first":   "ran it — asked first",
		"> quoted":                       "quoted",
		"```\ncode\n```":                 "code",
		"* item":                         "item",
		strings.Repeat("word ", 40):      strings.TrimSpace(strings.Repeat("word ", 14)) + "…",
	} {
		t.Run(body, func(t *testing.T) {
			if got := TitleOf(body, tableNotes[""]); got != want {
				t.Errorf("%q is titled %q, want %q", body, got, want)
			}
		})
	}
}

func TestPastedTextIsMadeToFit(t *testing.T) {
	for pasted, want := range map[string]string{
		"a\r\nb\rc\n":          "a\nb\nc\n",
		"\ta\tb":               "    a    b",
		"a\x00b\x07c\x1b[0m":   "abc[0m",
		"\ufeffa\u2028b\u0085": "a\nb\n",
		"👩‍💻 é אב":             "👩‍💻 é אב",
		"":                     "",
	} {
		t.Run(pasted, func(t *testing.T) {
			if got := Normalise(pasted); got != want {
				t.Errorf("%q became %q, want %q", pasted, got, want)
			}
		})
	}
	if got := Words(" one  two\nthree\t"); got != 3 {
		t.Errorf("%d words", got)
	}
}

func TestWhatIsTicked(t *testing.T) {
	for l, want := range map[Label]State{
		Todo: Done, Need: Met, Ask: Answered, Topic: Answered, Praise: Said, Feedback: Said, Stuck: Cleared,
		Idea: Open, Decided: Open, StepIn: Open,
	} {
		t.Run(string(l), func(t *testing.T) {
			if got := l.Ticked(); got != want {
				t.Errorf("a tick makes %s %q", l, got)
			}
		})
	}
}
