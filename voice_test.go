package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// How Handback speaks, as far as a program can hear it: sentences are short, a button is a verb and its object, words
// that give away a translation are out, what the person reads speaks to them, and a quotation stands apart.

// TestTheVoiceOfEveryText holds every text of the catalogue against these rules.
func TestTheVoiceOfEveryText(t *testing.T) {
	for _, said := range saidIn(t).texts {
		for _, text := range []string{said.one, said.text} {
			if fault := said.fault(text); fault != "" {
				t.Errorf("%s:%d: %q: %s", said.file, said.line, text, fault)
			}
		}
	}
}

// TestTheVoiceOfTheQuestions holds the questions of notes/prompt/questions.txt against the rules that concern them.
func TestTheVoiceOfTheQuestions(t *testing.T) {
	const name = "notes/prompt/questions.txt"
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	forThem, seen := false, 0
	for lines, at := bufio.NewScanner(file), 1; lines.Scan(); at++ {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			forThem = strings.Contains(line, "for them")
		}
		_, question, ok := strings.Cut(line, ": ")
		if !ok || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "[") {
			continue
		}
		seen++
		if forThem {
			if fault := toThem(question); fault != "" {
				t.Errorf("%s:%d: %q: %s", name, at, question, fault)
			}
		}
		if fault := firstOf(question, tooLong, bannedWord, quotation); fault != "" {
			t.Errorf("%s:%d: %q: %s", name, at, question, fault)
		}
	}
	if seen < 300 {
		t.Errorf("only %d questions were read", seen)
	}
}

// TestTheVoiceTestHears feeds the rules what they are there to refuse, and what they are to let pass.
func TestTheVoiceTestHears(t *testing.T) {
	twenty := strings.TrimSpace(strings.Repeat("word ", 20))
	for _, c := range []struct {
		name  string
		said  saidText
		fault string
	}{
		{"twenty words", saidText{text: twenty + ". " + twenty + "?"}, ""},
		{"a sentence of 21 words", saidText{text: "Short. " + twenty + " more."}, "21 words"},
		{"a list of days is no sentence end", saidText{text: "e.g. " + twenty}, "21 words"},

		{"a verb and its object", saidText{text: "Mark as said", act: true}, ""},
		{"a verb in a menu", saidText{text: "Edit …", act: true}, ""},
		{"it on a button", saidText{text: "It is theirs again", act: true}, "verb"},
		{"what happened on a button", saidText{text: "Rewarded …", act: true}, "verb"},
		{"what happened in a toast", saidText{text: "Rewarded"}, ""},
		{"a noun with its article", saidText{text: "A sheet to show the team", act: true}, "verb"},
		{"a quantity", saidText{text: "All of them", act: true}, "verb"},
		{"who does it", saidText{text: "I do", act: true}, "verb"},
		{"a state", saidText{text: "Not needed", act: true}, "verb"},
		{"the one plural form", saidText{one: "It is done", text: "Mark {n} as done", act: true}, "verb"},

		{"shall", saidText{text: "Whose call shall it become?"}, "shall"},
		{"whom", saidText{text: "Whom it is about"}, "Whom"},
		{"stands here", saidText{text: "Nothing stands here yet"}, "stands here"},
		{"stand here", saidText{text: "Ideas of your people stand here."}, "stand here"},
		{"hangs on", saidText{text: "no goal hangs on it"}, "hangs on"},
		{"lies", saidText{text: "One that lies on this computer"}, "lies"},
		{"holds", saidText{text: "It holds at once"}, "holds"},
		{"is asked", saidText{text: "The rest is asked tomorrow"}, "is asked"},
		{"become of", saidText{text: "What has become of it?"}, "become of"},
		{"beforehand", saidText{text: "Agreed beforehand"}, "beforehand"},
		{"of theirs", saidText{text: "a goal of theirs"}, "of theirs"},
		{"wholly another word", saidText{text: "Marshall relies on households and shallots"}, ""},

		{"to the listener", saidText{text: "What would you want to decide?", toThem: true}, ""},
		{"about the listener", saidText{text: "What does she want?", toThem: true}, "listener"},
		{"a slot about the listener", saidText{text: "What helps {them}?", toThem: true}, "listener"},
		{"about the person, to the manager", saidText{text: "her call"}, ""},

		{"after a colon", saidText{text: "Talked through on {date}: “{words}”"}, ""},
		{"in front of a colon", saidText{text: "“{line}”: what would help?"}, ""},
		{"about, with a colon behind", saidText{text: "About “{line}”: what would help?"}, ""},
		{"a sentence of its own", saidText{text: "I decided this: “{line}”. Which would you like to make?"}, ""},
		{"after a preposition", saidText{text: "You lead on “{what}” until {date}"}, "quotation"},
		{"after a preposition, at the end", saidText{text: "What did {first} do well in “{line}”?"}, "quotation"},
		{"as an object", saidText{text: "You decided “{line}”."}, "quotation"},
		{"as a subject", saidText{text: "“{line}” has this tag already."}, "quotation"},
		{"in the middle", saidText{text: "Stuck since {date}: “{line}” and more"}, "quotation"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var faults []string
			for _, text := range []string{c.said.one, c.said.text} {
				faults = append(faults, c.said.fault(text))
			}
			got := strings.Join(faults, "")
			if c.fault == "" && got != "" || !strings.Contains(got, c.fault) {
				t.Errorf("%q: fault %q, want one that says %q", c.said.text, got, c.fault)
			}
		})
	}
}

// TestTheCatalogueKnowsButtonsAndWhatThePersonReads holds what the rules on buttons and on the listener rest on.
func TestTheCatalogueKnowsButtonsAndWhatThePersonReads(t *testing.T) {
	for _, c := range []struct {
		name, file, code string
		act, toThem      bool
	}{
		{"a button", "ui/x/x.go", `func f() { widgets.NewButton("k", 0, "pen", voice.T("Edit it"), nil) }`, true, false},
		{"a small button", "ui/x/x.go", `func f() { widgets.NewSmallButton("k", 0, "", voice.T("Edit it"), nil) }`, true, false},
		{"an item of a menu", "ui/x/x.go", `var m = []widgets.MenuItem{{Icon: "pen", Text: voice.T("Edit it")}}`, true, false},
		{"an item by itself", "ui/x/x.go", `var m = widgets.MenuItem{Text: voice.T("Edit it")}`, true, false},
		{"a command", "ui/x/x.go", `var c = []command{{"edit", voice.T("Edit it"), nil}}`, true, false},
		{"what a dialog confirms with", "ui/x/x.go", `func f() { widgets.NewDialog(at, title, voice.T("Edit it"), nil) }`, true, false},
		{"a dialog's title", "ui/x/x.go", `func f() { widgets.NewDialog(at, voice.T("Edited"), "", nil) }`, false, false},
		{"a button's text with a name", "ui/x/x.go", `func f() { say := voice.T("Edit it"); NewButton("k", 0, "", say, nil) }`, true, false},
		{"the same name elsewhere", "ui/x/x.go", `func f() { say := voice.T("Edited") }; func g() { NewButton("k", 0, "", say, nil) }`, false, false},
		{"one of several", "ui/x/x.go", `func f() { a, say := 1, voice.T("Edit it"); m = []MenuItem{{Text: say}} }`, true, false},
		{"a map of them", "ui/x/x.go", `var m = map[int]string{1: voice.T("Edit it")}; func f() { NewButton("k", 0, "", m[1], nil) }`, true, false},
		{"a toast", "ui/x/x.go", `func f() { Say(voice.T("Edited")) }`, false, false},
		{"what is said in a button's act", "ui/x/x.go", `var m = widgets.MenuItem{OnTap: func() { Say(voice.T("Edited")) }}`, false, false},
		{"their page", "notes/brief/theirpage.go", `var t = voice.T("Yours to decide")`, false, true},
		{"a line for the agenda", "notes/stepin/back.go", `func Question() string { return voice.T("Would it help?") }`, false, true},
		{"another text of that file", "notes/stepin/back.go", `func Other() string { return voice.T("Done") }`, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := catalogue{}
			s.read(c.file, "package x\n"+c.code)
			if len(s.texts) != 1 || s.texts[0].act != c.act || s.texts[0].toThem != c.toThem {
				t.Errorf("%+v, want act %v, to them %v", s.texts, c.act, c.toThem)
			}
		})
	}
}

// fault says which rule a text of the catalogue breaks; "" where none.
func (s saidText) fault(text string) string {
	rules := []func(string) string{tooLong, bannedWord, quotation}
	if s.act {
		rules = append(rules, notAVerb)
	}
	if s.toThem {
		rules = append(rules, toThem)
	}
	return firstOf(text, rules...)
}

func firstOf(text string, rules ...func(string) string) string {
	for _, rule := range rules {
		if fault := rule(text); fault != "" {
			return fault
		}
	}
	return ""
}

// mostWords is how many words a sentence has at most.
const mostWords = 20

var (
	sentenceEnd = regexp.MustCompile(`([.?!…]["”’)]*)\s+`)
	shortened   = strings.NewReplacer("e.g. ", "e.g.\u00a0", "i.e. ", "i.e.\u00a0")
)

// tooLong holds the length of each sentence of a text. A slot counts as a word.
func tooLong(text string) string {
	text = sentenceEnd.ReplaceAllString(shortened.Replace(text), "$1\n")
	for _, sentence := range strings.Split(text, "\n") {
		if words := len(strings.Fields(sentence)); words > mostWords {
			return fmt.Sprintf("a sentence of %d words: %d at most", words, mostWords)
		}
	}
	return ""
}

// banned are words that nobody says across a desk.
var banned = regexp.MustCompile(`(?i)\b(shall|whom|whoever|thereby|lest|stands? here|lies|hangs? on|holds|(?:is|are) asked|(?:is|are) said|` +
	`is called that|becomes? of|beforehand|nearer you|than that of|of theirs)\b`)

func bannedWord(text string) string {
	if word := banned.FindString(text); word != "" {
		return fmt.Sprintf("%q is not how people speak today", word)
	}
	return ""
}

// notVerbs is how what is no verb and its object begins: who or what, how many, or what happened.
var (
	notVerbs = regexp.MustCompile(`(?i)^(it|its|it's|that|this|these|the|they|there|their|theirs|he|she|his|her|i|i'm|you|your|we|our|mine|yours|` +
		`a|an|all|none|no|nobody|nothing|not|another|anything|which|who|whose|whom|what|how|why|when|where|with|without|for|on|in|of|` +
		`taken|done|said|learnt|gone|[a-z]+ed)\b`)
	verbsOnED = []string{"need", "feed", "embed", "proceed", "speed"}
	screens   = []string{"Their page"} // a button may be the name of the screen that it opens
	// answers are buttons that answer the question beside them, and a menu's word where it has nothing to offer.
	answers = []string{"Yes", "No", "Done", "Another question", "Not yet", "It wasn't a promise", "No tags yet. To add one, write it in a line, like #platform."}
)

func notAVerb(text string) string {
	word := notVerbs.FindString(text)
	if word == "" || slices.Contains(verbsOnED, strings.ToLower(word)) || slices.Contains(screens, text) || slices.Contains(answers, text) {
		return ""
	}
	return "on a button or in a menu: say a verb and its object, not " + word
}

// aboutThem are words about the person where the person listens. "They" may be somebody else.
var aboutThem = regexp.MustCompile(`(?i)\b(he|she|her|hers|him|his|herself|himself)\b|\{(?:[Tt]he[ymi]\w*|first)\}`)

func toThem(text string) string {
	if word := aboutThem.FindString(text); word != "" {
		return "the listener is you, not " + word
	}
	return ""
}

// A name or a mark may stand in a sentence.
var (
	quoted      = regexp.MustCompile(`“\{(?:line|did|text|title|goal|company|sign|what|words?)\}”`)
	beforeQuote = regexp.MustCompile(`(?:^|[.:?!…]\s+|^About )$`)
	afterQuote  = regexp.MustCompile(`^(?:$|[.:?!,](?:\s|$)| is done\.)`)
)

// quotation holds that a line of the manager's own stands at the end after a colon, or apart.
func quotation(text string) string {
	for _, at := range quoted.FindAllStringIndex(text, -1) {
		if !beforeQuote.MatchString(text[:at[0]]) || !afterQuote.MatchString(text[at[1]:]) {
			return "a quotation stands at the end after a colon, or as a sentence of its own"
		}
	}
	return ""
}
