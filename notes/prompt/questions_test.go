package prompt

import (
	"strings"
	"testing"
)

func TestTheFileOfQuestionsKeepsItsRules(t *testing.T) {
	b, err := readQuestions(questionFile)
	if err != nil {
		t.Fatal(err)
	}
	const enough = 12
	onlyForMe := map[string]bool{string(MyPromise): true, string(Praise): true}
	for _, k := range kinds {
		n := map[bool]int{}
		for _, q := range b.all {
			if q.kind == k.name {
				n[q.forThem]++
			}
		}
		if n[false] < enough {
			t.Errorf("%s has %d questions for the manager, want %d", k.name, n[false], enough)
		}
		if want := !onlyForMe[string(k.name)]; want && n[true] < enough {
			t.Errorf("%s has %d questions for the report, want %d", k.name, n[true], enough)
		} else if !want && n[true] > 0 {
			t.Errorf("%s is for the manager alone, and has %d questions for the report", k.name, n[true])
		}
		for o := range k.occasions {
			if len(b.of(k.name, false, o)) < 4 {
				t.Errorf("%s, %s: %d questions for the manager", k.name, o, len(b.of(k.name, false, o)))
			}
		}
	}
}

func TestNoTwoQuestionsAreNearlyTheSame(t *testing.T) {
	near := 0
	for i, a := range bank.all {
		for _, b := range bank.all[i+1:] {
			if share := alike(a.text, b.text); share >= tooAlike {
				near++
				t.Errorf("%.2f alike:\n%s\n%s", share, a.text, b.text)
			}
		}
	}
	t.Logf("%d questions, %d near duplicates", len(bank.all), near)
}

func TestTheReaderSaysWhatIsWrong(t *testing.T) {
	const head = "[praise · for me · not said]\n"
	for file, want := range map[string]string{
		"a: What is it?":                                     "before the first section",
		"[gossip · for me]":                                  "no kind",
		"[praise · for us]":                                  "a section is",
		"[praise · for me · sometimes]":                      "no occasion",
		head + "What is it?":                                 "key: text",
		head + "a b: What is it?":                            "key: text",
		head + "a: Say it.":                                  "asks nothing",
		head + "a: What of {goal}?":                          "{goal} is not filled here",
		head + "a: What of {line?":                           "brace",
		head + "a: Why did {first} do it?":                   `"why" judges`,
		head + "a: What is it?\na: Which one was that then?": "twice",
		head + "a: What did you see on {date}?\nb: What did you see in {date}?":    "nearly the same",
		"[ideas · for them]\na: What did {first} say?":                             "only for questions for me",
		"[growth · for them · ready]\na: What about your {count} {tag} decisions?": "only for questions for me",
		"[ideas · for me]\na: What about “{line}”?":                                "{line} is not filled here",
	} {
		_, err := readQuestions(file)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", file, err, want)
		}
	}
}

func TestLinesAreMadeReadyForASentence(t *testing.T) {
	for line, want := range map[string]string{
		"draft the rollout plan #platform":             "draft the rollout plan",
		"the #platform tender, first cut.":             "the platform tender, first cut",
		`call it "done" & **ship** it`:                 "call it 'done' & ship it",
		"“ready” when {it} is":                         "‘ready’ when (it) is",
		"#platform":                                    "platform",
		"  ":                                           "",
		"ask C# people about #42, then write to them ": "ask C# people about #42, then write to them",
		"write the hand-over notes for the night shift before the long weekend begins": "write the hand-over notes for the night shift before the…",
		strings.Repeat("x", 80): strings.Repeat("x", 59) + "…",
	} {
		if got := short(line); got != want {
			t.Errorf("short(%q) = %q, want %q", line, got, want)
		}
	}
}
