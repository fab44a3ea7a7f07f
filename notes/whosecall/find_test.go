package whosecall

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"handback/notes"
)

func TestAHitNamesItsRuleTierAndClause(t *testing.T) {
	for _, c := range []struct {
		line, rule, says string
		tier             Tier
	}{
		{"Told her to use Kafka for the queue.", Order, "Told her to use Kafka for the queue", Anchored},
		{"Good talk. I’ll rewrite her tender, she is away.", Took, "I’ll rewrite her tender", Anchored},
		{"- Ana Ruiz should split the service", Prescribed, "Ana Ruiz should split the service", Unanchored},
		{"I think Ana should split the service", Prescribed, "Ana should split the service", Anchored},
		{"He asked whether he can push the release.", Upward, "He asked whether", Unanchored},
		{"stuck: waiting for my sign-off on the price", Upward, "waiting for my sign-off on the price", Anchored},
		{"Gave “them” the answer", Answer, "", 0},
		{"Gave them the answer", Answer, "Gave them the answer", Anchored},
	} {
		t.Run(c.line, func(t *testing.T) {
			h, ok := Find(c.line, ana)
			if ok != (c.says != "") || ok && (h.Rule != c.rule || h.Tier != c.tier || c.line[h.Start:h.End] != c.says) {
				t.Errorf("%v %+v", ok, h)
			}
		})
	}
}

func TestHarassmentSafetyAndHealthAreSilent(t *testing.T) {
	silentOn(t,
		"I told her to stop the work at once, it is unsafe", "I'll handle the bullying complaint myself",
		"Told him to see a doctor about the burnout", "She asked me what to do about the harassment",
		"I decided that he goes home, he was in tears", "Told her to call the police",
	)
}

func TestWordsOfTheWorkAreNoneOfHealth(t *testing.T) {
	for _, line := range []string{
		"I told her to rewrite the safety briefing", "Told Ana to ask the night nurse first", "I decided the order of the clinic lists",
	} {
		t.Run(line, func(t *testing.T) {
			if _, ok := Find(line, ana); !ok {
				t.Error("it is silent")
			}
		})
	}
	silentOn(t, "I told her to see a nurse", "Told him to ring his doctor", "I'll handle it, her safety comes first")
}

func TestABracketDoesNotPartANameFromItsVerb(t *testing.T) {
	silentOn(t,
		"The vendor (Okapi) chose the smaller hall", "Our landlord (Mr Holt) decided to drop the lease",
		"The board (they met on Monday) chose the smaller hall", "Ana (with Leo) chose the tiles",
	)
	h, ok := Find("I (Sam) told her to use Kafka", ana)
	if !ok || h.Rule != Order {
		t.Errorf("%v %+v", ok, h)
	}
}

func silentOn(t *testing.T, lines ...string) {
	t.Helper()
	for _, line := range lines {
		t.Run(line, func(t *testing.T) {
			if h, ok := Find(line, ana); ok {
				t.Errorf("it fires %s", h.Rule)
			}
		})
	}
}

func TestSilentOnWhatIsFiledQuotedOrAHeading(t *testing.T) {
	silentOn(t,
		"# Told her to use Kafka", "> Told her to use Kafka", "decided me: drop the vendor", "- [ ] told her to drop the vendor",
		"todo me: rewrite her tender", "to do: rewrite her tender", "private: told her to drop it", "Private told her to drop it",
		"decided her: drop the vendor", "Decided (her): drop the vendor", "decided by them: we drop the vendor",
		"praise Ana: overruled me", "**Todo:** told her to drop it", "", "   ", "\x00\xff", "?", "'", "“",
	)
}

func TestEveryRuleHasQuestionsThatStay(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range Rules {
		t.Run(rule, func(t *testing.T) {
			for key := range uint32(40) {
				q := Question(Hit{Rule: rule, Key: key}, ana)
				if q != Question(Hit{Rule: rule, Key: key}, ana) || !strings.HasSuffix(q, "?") {
					t.Errorf("%q", q)
				}
				seen[q] = true
			}
		})
	}
	if len(seen) < 4*len(Rules) {
		t.Errorf("%d questions", len(seen))
	}
}

func FuzzFind(f *testing.F) {
	for _, name := range []string{"dev.tsv", "dev2.tsv", "dev3.tsv", "dev4.tsv", "held.tsv", "fresh.tsv"} {
		for _, l := range readSet(f, name) {
			f.Add(l.line, "Ana Ruiz")
		}
	}
	f.Add("told\u00a0her to \u201cuse", "I")
	f.Add("Ana's 's '' n't", "Ana 's")
	f.Fuzz(func(t *testing.T, line, name string) {
		p := notes.Person{Name: name, Aliases: []string{line}}
		h, ok := Find(line, p)
		if !ok {
			return
		}
		if h.Start < 0 || h.End > len(line) || h.Start >= h.End || h.Rule == "" || h.Tier == 0 {
			t.Fatalf("%q: %+v", line, h)
		}
		if utf8.ValidString(line) && !utf8.ValidString(line[h.Start:h.End]) {
			t.Fatalf("%q: the span cuts a character", line)
		}
		_ = Question(h, p)
	})
}

// TestTimeIsBounded reads endless lines made of the words that begin most rules: no guard may look at all of the line for
// each of its clauses. The bound is a hundred times what it takes.
func TestTimeIsBounded(t *testing.T) {
	for _, text := range []string{
		"she told him to and she asked me what if I’ll “quote’s ' ", "\"", "'a", "told her ", "so I ", "Ana ", "and ", "her ",
		"waiting for me to ", "she asked me to ",
	} {
		t.Run(text, func(t *testing.T) {
			line := strings.Repeat(text, 200_000/len(text))
			began := time.Now()
			Find(line, ana)
			if took := time.Since(began); took > 300*time.Millisecond {
				t.Error(took)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	set := append(readSet(b, "dev.tsv"), readSet(b, "held.tsv")...)
	b.ReportAllocs()
	for i := range b.N {
		Find(set[i%len(set)].line, ana)
	}
}

func BenchmarkFindLong(b *testing.B) {
	line := strings.Repeat("She spoke about the plan and what she would change in it, and then we looked at the numbers. ", 5)
	b.ReportAllocs()
	for range b.N {
		Find(line, ana)
	}
}

// BenchmarkFindLongest is the longest line that is read whole.
func BenchmarkFindLongest(b *testing.B) {
	line := strings.Repeat("told her to and she asked me what if I’ll ", longest/40)
	for range b.N {
		Find(line, ana)
	}
}

// BenchmarkBook is what the first line of a note costs besides: both files are read.
func BenchmarkBook(b *testing.B) {
	for range b.N {
		read := book{phrases: map[string]*phrases{}, words: map[string]*wordSet{}, pairs: map[string]*pairSet{}}
		if err := read.read(ruleFile, wordFile); err != nil {
			b.Fatal(err)
		}
	}
}
