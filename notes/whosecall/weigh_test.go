package whosecall

import (
	"strings"
	"testing"

	"handback/notes"
)

var marek = notes.Person{Name: "Marek", Pronoun: notes.He}

// TestDoubtSilencesARule reads lines that a rule fits, which the weights doubt.
func TestDoubtSilencesARule(t *testing.T) {
	for _, line := range []string{
		"I took over as chair of the choir", "waved his quote through", "said he must do more sport",
		"I regret that I took the file off him",
	} {
		t.Run(line, func(t *testing.T) {
			h, w := find(line, marek)
			if w == nil {
				t.Fatal("no rule fits it any more: it shows nothing")
			}
			if _, ok := Find(line, marek); ok {
				t.Errorf("it fires %s", h.Rule)
			}
		})
	}
}

// TestInOtherWords reads calls that no rule fits, of which the weights are sure, and the nearest lines that are none.
func TestInOtherWords(t *testing.T) {
	for line, want := range map[string]bool{
		"his pick for the pump is rejected, mine goes in":        true,
		"have crossed two names off his list":                    true,
		"For him have I the mill chosen":                         true,
		"Without my stamp goes no more a letter out from him":    true,
		"I'm the only approver on his orders now":                true,
		"his order book is full":                                 false,
		"crossed two names off my own list":                      false,
		"For me have I a small car chosen":                       false,
		"he pulled his own article from the March issue":         false,
		"stuck: his pick for the pump is rejected, mine goes in": false, // a label: only what is handed up is read
	} {
		t.Run(line, func(t *testing.T) {
			if _, w := find(line, marek); w != nil {
				t.Fatalf("[%s] fits it: it shows nothing", w.title)
			}
			h, ok := Find(line, marek)
			if ok != want {
				t.Fatalf("it fires: %v", ok)
			}
			if ok && (h.Rule != InOtherWords || h.Tier == 0 || h.Key != hash(line) || line[h.Start:h.End] != line) {
				t.Errorf("%+v", h)
			}
		})
	}
}

// TestALongLineIsWeighedBySentence finds a call among sentences that would outweigh it.
func TestALongLineIsWeighedBySentence(t *testing.T) {
	const plain = "We spoke about the weather and the fair in May, and what he had seen there with his brother. "
	line := strings.Repeat(plain, 3) + "His pick for the pump is rejected, mine goes in. " + plain
	h, ok := Find(line, marek)
	if !ok || line[h.Start:h.End] != "His pick for the pump is rejected, mine goes in" {
		t.Errorf("%v %+v", ok, h)
	}
	if h, ok := Find(strings.Repeat(plain, 4), marek); ok {
		t.Errorf("it fires %s", h.Rule)
	}
}

func TestWeightsAreRead(t *testing.T) {
	of, err := readWeights("# a note\n\n[then]\n-3 told U|S $\n\n[any]\n7 \n")
	if err != nil || len(of) != 3 || of[cueOf("then told U")] != -3 || of[cueOf("then S $")] != -3 || of[cueOf("any")] != 7 {
		t.Errorf("%v %v", of, err)
	}
	for text, line := range map[string]string{
		"[then]\n3 told U\n4 told U": "line 3", "3 told U": "line 1", "[then]\nx told U": "line 2", "[then]\n0 told U": "line 2",
		"[then]\n300 told U": "line 2",
	} {
		t.Run(text, func(t *testing.T) {
			if _, err := readWeights(text); err == nil || !strings.Contains(err.Error(), line) {
				t.Errorf("%v", err)
			}
		})
	}
	if len(weights()) < 10_000 {
		t.Errorf("weights.txt has %d cues", len(weights()))
	}
}

// TestEveryRuleIsDoubtedSomewhere finds a rule that was added without its bound.
func TestEveryRuleIsDoubtedSomewhere(t *testing.T) {
	for _, rule := range Rules {
		if _, ok := doubted[rule]; !ok && rule != InOtherWords {
			t.Errorf("%s has no bound", rule)
		}
	}
}

// TestWhatRulesTellStands reads the lines under the sections of rules.txt, most of which have to stand against the weights: what
// is written there to teach the detector is learnt from, too.
func TestWhatRulesTellStands(t *testing.T) {
	fires, heard := 0, 0
	for _, w := range open().sections {
		for _, e := range w.examples {
			_, ok := Find(e.text, ana)
			if !e.fires && ok {
				t.Errorf("rules.txt, line %d: it fires in other words", e.number)
			}
			if e.fires {
				fires++
				if ok {
					heard++
				}
			}
		}
	}
	if heard*100 < fires*95 {
		t.Errorf("%d of %d lines with + are heard", heard, fires)
	}
}

// BenchmarkWeights is what the first line of a note costs besides the rules.
func BenchmarkWeights(b *testing.B) {
	for range b.N {
		if _, err := readWeights(weightFile); err != nil {
			b.Fatal(err)
		}
	}
}
