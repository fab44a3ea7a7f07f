package prompt

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func TestTheFileOfQuestionsKeepsItsRules(t *testing.T) {
	b, err := readQuestions(questionFile)
	if err != nil {
		t.Fatal(err)
	}
	const enough = 12
	onlyForMe := map[notes.PromptKind]bool{MyPromise: true, Praise: true, Reflect: true, Feedback: true, Reward: true}
	onlyForThem := map[notes.PromptKind]bool{Connect: true}
	for _, k := range kinds {
		t.Run(string(k.name), func(t *testing.T) {
			n := map[bool]int{}
			for _, q := range b.all {
				if q.kind == k.name {
					n[q.forThem]++
				}
			}
			for _, column := range []struct {
				forThem, not bool
			}{{true, onlyForMe[k.name]}, {false, onlyForThem[k.name]}} {
				if got := n[column.forThem]; !column.not && got < enough {
					t.Errorf("%s, for them %v: %d questions, want %d", k.name, column.forThem, got, enough)
				} else if column.not && got > 0 {
					t.Errorf("%s has %d questions in a column that it does not have", k.name, got)
				}
			}
			for o := range k.occasions {
				if got := len(b.of(k.name, onlyForThem[k.name], o)); got < 4 {
					t.Errorf("%s, %s: %d questions", k.name, o, got)
				}
			}
		})
	}
}

func TestNoTwoQuestionsAreNearlyTheSame(t *testing.T) {
	near := 0
	for i, a := range bank().all {
		for _, b := range bank().all[i+1:] {
			if share := alike(a.text, b.text); share >= tooAlike {
				near++
				t.Errorf("%.2f alike:\n%s\n%s", share, a.text, b.text)
			}
		}
	}
	t.Logf("%d questions, %d near duplicates", len(bank().all), near)
}

// A template asks one thing, so that there is one answer to listen for, and seldom "which", which makes an interview of it.
func TestAQuestionAsksOneThing(t *testing.T) {
	const atMost = 5 // one template in so many may ask which
	which := 0
	for _, q := range bank().all {
		if asksTwo(q.text) {
			t.Errorf("%s asks two things: %q", q.key, q.text)
		}
		if slices.Contains(words(q.text), "which") {
			which++
		}
	}
	if n := len(bank().all); which*atMost > n {
		t.Errorf("%d of %d questions ask which: one in %d at most", which, n, atMost)
	}
}

// second is how another question is tied to the first: ", and what …", ", and on which day …", ", and have you …".
var second = regexp.MustCompile(`(?i)[,;:]? and (?:(?:on|at|in|from|for|with|up to) )?(?:what|who|whom|whose|how|when|where|which)\b|` +
	`[,;] and (?:do|does|did|have|has|is|are|was|were|could|would|should)\b`)

func asksTwo(text string) bool { return strings.Count(text, "?") > 1 || second.MatchString(text) }

func TestTwoQuestionsInOneAreHeard(t *testing.T) {
	for text, want := range map[string]bool{
		"What would you choose?": false,
		"“{line}”: who should have the last word: you, me, or both?":    false,
		"“{line}”: how could you help and still leave it to {first}?":   false,
		"What would you choose? Who would help?":                        true,
		"Whose call is it, and who made it?":                            true,
		"What is the first half hour of it, and on which day?":          true,
		"What must stay true, and does {first} know it?":                true,
		"What would you stop and what would you keep?":                  true,
		"I stepped in on {began}, and our sign came on {date}. When …?": false,
	} {
		t.Run(text, func(t *testing.T) {
			if got := asksTwo(text); got != want {
				t.Errorf("asksTwo = %v, want %v", got, want)
			}
		})
	}
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
		"[ideas · for them]\na: What did {first} say?":       "only for questions for me",
		"[growth · for them · ready]\na: What about your {count} {tag} decisions?": "only for questions for me",
		"[ideas · for me]\na: What about “{line}”?":                                "{line} is not filled here",
	} {
		t.Run(file, func(t *testing.T) {
			_, err := readQuestions(file)
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v, want %q", file, err, want)
			}
		})
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
		t.Run(line, func(t *testing.T) {
			if got := short(line); got != want {
				t.Errorf("short(%q) = %q, want %q", line, got, want)
			}
		})
	}
}

// tooAlike is the share of common words from which two questions count as one.
const tooAlike = 0.7

// alike is the share of words that two texts have in common (Jaccard), 0 to 1; slots count as words.
func alike(a, b string) float64 {
	in := map[string]int{}
	for _, w := range words(a) {
		in[w] |= 1
	}
	for _, w := range words(b) {
		in[w] |= 2
	}
	both := 0
	for _, v := range in {
		if v == 3 {
			both++
		}
	}
	if len(in) == 0 {
		return 0
	}
	return float64(both) / float64(len(in))
}
