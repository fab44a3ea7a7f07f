package help

import (
	"cmp"
	_ "embed" // the answers
	"fmt"
	"slices"
	"strings"
	"sync"

	"handback/notes"
	"handback/ui/room"
)

//go:embed answers.txt
var answersFile string

// Answer is one thing that F1 answers.
type Answer struct {
	Section  string
	Question string
	Text     string // with the ids of commands in braces, which stand for their shortcuts, and those of labels
	Acts     []Act  // the first that can be done is offered
	words    string // folded: what it is found by
	asked    string // folded: the question
	meant    string // folded: what people type instead of it
}

// Act is what the button of an answer does: it runs a command, or goes to a screen.
type Act struct {
	Say     string
	Command string
	Screen  room.Screen
	Part    string
}

// Answers are all of them, in the order of the file.
var Answers = sync.OnceValues(func() ([]Answer, error) { return parse(answersFile) })

// parse reads answers as the head of the file says.
func parse(text string) (all []Answer, err error) {
	var section, further string
	for i, line := range strings.Split(text, "\n") {
		mark, rest, _ := strings.Cut(line, " ")
		last := len(all) - 1
		switch {
		case line == "" || mark == "#":
			continue
		case mark == "==":
			section = rest
			continue
		case mark == "?":
			all, further = append(all, Answer{Section: section, Question: rest}), ""
			continue
		case last < 0:
			return nil, fmt.Errorf("line %d of the answers stands before any question", i+1)
		case mark == "+":
			further = rest
		case mark == ">":
			act, err := parseAct(rest)
			if err != nil {
				return nil, fmt.Errorf("line %d of the answers: %w", i+1, err)
			}
			all[last].Acts = append(all[last].Acts, act)
		default:
			all[last].Text = strings.TrimSpace(all[last].Text + " " + line)
		}
		a := &all[last]
		a.asked, a.meant = notes.Fold(a.Question), notes.Fold(further)
		a.words = notes.Fold(strings.Join([]string{a.Question, further, strings.ReplaceAll(a.Text, ofLabel, ""), a.Section}, " "))
	}
	return all, nil
}

func parseAct(text string) (Act, error) {
	way, rest, _ := strings.Cut(text, " ")
	to, say, _ := strings.Cut(rest, " ")
	act := Act{Say: say}
	switch way {
	case "run":
		act.Command = to
	case "go":
		screen, part, _ := strings.Cut(to, "/")
		act.Screen, act.Part = room.Screen(strings.ReplaceAll(screen, "-", " ")), strings.ReplaceAll(part, "-", " ")
	}
	if to == "" || say == "" || act.Command == "" && act.Screen == "" {
		return Act{}, fmt.Errorf("%q is nothing that a button does", text)
	}
	return act, nil
}

// little are the words of a question that find nothing.
var little = strings.Fields("how do does did i a an the to can could should what where is are my me it in on of for with and or that " +
	"this somebody someone")

// Find are the answers to what is typed: those that hold each of its words, in any order, begun words and other endings
// too; where there is none, those that hold the most of them. Those whose question holds them come first, then those that
// people ask with them. Nothing typed finds all.
func Find(all []Answer, typed string) []Answer {
	sought := wordsOf(typed)
	if len(sought) == 0 {
		return all
	}
	most := 1
	held := make([]int, len(all))
	for i, a := range all {
		held[i] = count(a.words, sought)
		most = max(most, held[i])
	}
	var best []Answer
	for i, a := range all {
		if held[i] == most {
			best = append(best, a)
		}
	}
	slices.SortStableFunc(best, func(a, b Answer) int {
		return cmp.Or(count(b.asked, sought)-count(a.asked, sought), count(b.meant, sought)-count(a.meant, sought))
	})
	return best
}

// wordsOf are the words of what is typed that find something.
func wordsOf(typed string) []string {
	words := strings.FieldsFunc(notes.Fold(typed), func(r rune) bool { return strings.ContainsRune(" \t?!.,;:-“”\"'’", r) })
	sought := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(little, w) })
	if len(sought) == 0 {
		return words
	}
	return sought
}

// holding are those of Find that hold each word.
func holding(all []Answer, typed string) []Answer {
	sought := wordsOf(typed)
	if len(sought) == 0 {
		return nil
	}
	found := slices.Clone(Find(all, typed))
	return slices.DeleteFunc(found, func(a Answer) bool { return count(a.words, sought) < len(sought) })
}

// count is how many of the words a text holds.
func count(text string, words []string) (n int) {
	for _, word := range words {
		if holds(text, word) {
			n++
		}
	}
	return n
}

// holds reports whether a word of the text begins with a word, or with it in another form.
func holds(text, word string) bool {
	for _, form := range []string{word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "ing"), strings.TrimSuffix(word, "ed")} {
		if form != word && len(form) < 3 {
			continue
		}
		if strings.Contains(" "+beginnings.Replace(text), " "+form) {
			return true
		}
	}
	return false
}

// beginnings are signs after which a word begins.
var beginnings = strings.NewReplacer("“", " ", "-", " ", "(", " ", "#", " ", "{", " ", ".", " ", ",", " ")
