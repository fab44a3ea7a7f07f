package whosecall

import (
	"strings"
	"testing"
)

// TestEveryNameIsKnownAndUsed finds sections and lists that nothing names; that all names have theirs, reading the files
// checks itself.
func TestEveryNameIsKnownAndUsed(t *testing.T) {
	b := open()
	used := map[string]bool{}
	for _, w := range b.sections {
		for _, k := range append(w.before[:len(w.before):len(w.before)], w.after...) {
			used[k.name] = true
		}
	}
	for name := range conditions() {
		if !used[name] {
			t.Errorf("no section of rules.txt names the condition %q", name)
		}
	}
	for _, w := range b.sections {
		if name := w.name(); w.kind() == "phrases" && !b.phrases[name].used {
			t.Errorf("rules.txt, line %d: nothing names [phrases · %s]", w.section.line, name)
		}
	}
	for title, list := range b.words {
		if !list.used {
			t.Errorf("words.txt, line %d: nothing names [%s]", list.line, title)
		}
	}
}

// TestEveryVerbOfThePhrasesIsKnown finds verbs that a phrase names and words.txt lacks: such a phrase never fits.
func TestEveryVerbOfThePhrasesIsKnown(t *testing.T) {
	for title, p := range open().phrases {
		for _, with := range p.all {
			for _, e := range with {
				for _, lemma := range e.lemmas {
					if v, _ := verbOf(lemma); v == nil || v.lemma != lemma {
						t.Errorf("[%s] at line %d of rules.txt: no verb %q", title, p.line, lemma)
					}
				}
			}
		}
	}
}

// TestNothingHidesBehindAShortForm finds words of phrases that are never read, since they are a short form of others.
func TestNothingHidesBehindAShortForm(t *testing.T) {
	for title, p := range open().phrases {
		for _, with := range p.all {
			for _, e := range with {
				for _, w := range e.words {
					_, short := shortForms.of(w)
					if _, two := contractions.of(w); short || two {
						t.Errorf("[%s] at line %d of rules.txt: %q is read as what it stands for", title, p.line, w)
					}
				}
			}
		}
	}
}

func TestAFileThatBreaksARuleNamesItsLine(t *testing.T) {
	for name, c := range map[string]struct{ rules, words, want string }{
		"a line before a section":   {"told R", "", "rules.txt, line 1: a line before the first section"},
		"a section twice":           {"[order · a]\ntold\n[order · a]", "", "rules.txt, line 3: [order · a] is there twice"},
		"no such rule":              {"\n[orders · a]", "", "rules.txt, line 2: a section is of a rule"},
		"no such place":             {"[order · a]\nlook: below", "", "rules.txt, line 2: phrases stand nowhere"},
		"no such condition":         {"[order · a]\nwhen: my act, x y", "", `rules.txt, line 2: there is no condition "x y"`},
		"a guard for nothing":       {"[guard · a]\ntold", "", "rules.txt, line 1: a guard says for which rules"},
		"a guard for no rule":       {"[guard · a]\nfor: orders", "", `rules.txt, line 2: there is no rule "orders"`},
		"a letter for nothing":      {"[order · a]\n=tell X", "", `rules.txt, line 2: "X" is neither`},
		"a bar too many":            {"[order · a]\ntold| R", "", "rules.txt, line 2: a word is missing"},
		"no such list":              {"[order · a]\n<asks> R", "", "rules.txt, line 2: words.txt has no list [asks]"},
		"no kind of verb":           {"", "[verbs · sings]\nsing", "words.txt, line 1: there are no verbs of the kind"},
		"an irregular verb too few": {"", "[verbs · irregular]\nsing sang", "words.txt, line 1: an irregular verb has three forms"},
		"half a pair":               {"", "[short forms]\nw = with, wo", "words.txt, line 1: not a pair"},
	} {
		t.Run(name, func(t *testing.T) {
			b := book{phrases: map[string]*phrases{}, words: map[string]*wordSet{}, pairs: map[string]*pairSet{}}
			if err := b.read(c.rules, c.words); err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}
