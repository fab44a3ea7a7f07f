package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortened are words as they are written in haste, with what they stand for.
var shortened = map[string]string{
	"w": "with", "w/out": "without", "w/in": "within", "meself": "myself", "meslf": "myself", "bout": "about", "alot": "lots", "shud": "should", "cud": "could", "wud": "would", "dunno": "unsure", "w/o": "without", "wo": "without", "shd": "should", "shld": "should", "shoud": "should", "cld": "could", "cd": "could",
	"wld": "would", "wd": "would", "wrt": "about", "abt": "about", "re": "about", "b4": "before", "bfore": "before", "till": "until", "til": "until",
	"bc": "because", "b/c": "because", "cos": "because", "cuz": "because", "becuase": "because", "becasue": "because", "thru": "through",
	"tmrw": "tomorrow", "tmw": "tomorrow", "tmr": "tomorrow", "2moro": "tomorrow", "tomo": "tomorrow", "2day": "today", "tdy": "today", "tonite": "tonight",
	"prob": "probably", "probs": "probably", "prolly": "probably", "def": "definitely", "mtg": "meeting", "mtgs": "meetings", "convo": "conversation",
	"wich": "which", "whcih": "which", "wether": "whether", "pls": "please", "plz": "please", "asap": "quickly", "tho": "though", "altho": "though",
	"ok'd": "okayed", "okay'd": "okayed", "oked": "okayed", "ok'ed": "okayed", "nxt": "next", "msg": "message", "msgd": "messaged", "msged": "messaged",
	"msg'd": "messaged", "emaild": "emailed", "yday": "yesterday", "yest": "yesterday", "sumthing": "something", "smth": "something",
	"sth": "something", "ppl": "people", "gd": "good", "teh": "the", "adn": "and", "n": "and", "nd": "and", "u": "you", "y": "why", "hte": "the", "thier": "their",
	"desicion": "decision", "decison": "decision", "descision": "decision", "aproval": "approval", "approvel": "approval", "sign-offs": "sign-off",
	"mins": "minutes", "wknd": "weekend", "wkend": "weekend", "mysefl": "myself", "myslef": "myself", "herslef": "herself", "hv": "have", "hav": "have",
	"signoffs": "sign-off", "goahead": "go-ahead", "greenlight": "green-light", "presentaion": "presentation",
}

// dotted are abbreviations with a full stop that ends no sentence.
var dotted = words("vs approx incl resp mr mrs ms dr prof st max min dept est esp etc no tel ext mgmt avg inc ltd")

// stopEndsNothing reports whether the full stop at at belongs to an abbreviation or an initial.
func stopEndsNothing(text string, at int, toks []token) bool {
	if len(toks) == 0 {
		return false
	}
	last := &toks[len(toks)-1]
	if last.end != at {
		return false
	}
	rest := strings.TrimLeft(text[at+1:], " ")
	next, _ := utf8.DecodeRuneInString(rest)
	return dotted.has(last.word) && (unicode.IsLower(next) || unicode.IsDigit(next)) || last.who == whoR && last.end-last.start == 1 && unicode.IsUpper(next)
}

// shortAt is what stands at at for something longer: "w/", "&", "+" between blanks, "i.e."; 0 where nothing does.
func shortAt(text string, at int) (word string, size int) {
	alone := func(size int) bool {
		return at > 0 && text[at-1] == ' ' && (at+size == len(text) || text[at+size] == ' ')
	}
	switch text[at] {
	case '=':
		if alone(1) {
			return "is", 1
		}
	case '&', '+':
		if alone(1) {
			return "and", 1
		}
	case 'w', 'W':
		if strings.HasPrefix(text[at+1:], "/") && (at == 0 || !isWordByte(text[at-1])) && !shortWith(text[at:]) {
			return "with", 2
		}
	case 'i', 'I', 'e', 'E':
		if low := strings.ToLower(text[at:min(len(text), at+4)]); low == "i.e." || low == "e.g." {
			return "eg", 4
		}
	}
	return "", 0
}

// shortWith reports whether a word that begins with w/ is one of its own.
func shortWith(text string) bool {
	_, ok := shortened[plain(text[:wordEnd(text, 0)])]
	return ok && wordEnd(text, 0) > 1
}

func isWordByte(b byte) bool { return b >= utf8.RuneSelf || isWord(rune(b)) || b == '\'' || b == '-' }

// arrow is the size of an arrow at at, which parts a line like a dash.
func arrow(text string, at int) int {
	for _, a := range []string{"->", "=>", "→", "⇒", "➔", "➡"} {
		if strings.HasPrefix(text[at:], a) {
			return len(a)
		}
	}
	return 0
}

// initials are the letters by which a line may name somebody: "A" and "AR" for Ana Ruiz. I is me.
func initials(name string) (one, all string) {
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		all += string(unicode.ToLower(r))
	}
	if all != "" {
		one = all[:1]
	}
	if one == "i" || one != "" && one[0] >= utf8.RuneSelf {
		one = ""
	}
	if len(all) < 2 || len(all) > 3 || otherwise.has(all) {
		all = ""
	}
	return one, all
}

// otherwise are initials that mean something else in any note.
var otherwise = words("hr pr it qa ok am pm us uk eu ai ux ui ci cd db vp tv id cv pc po pa ceo cto cfo coo kpi api crm erp eod asap fyi ooo wfh pto dm")

var beforeInitial = words("and with for to by from")

// isInitial reports whether raw, in capitals, names the report by an initial: after what is done to somebody, or before
// what somebody does.
func isInitial(raw, next string, toks []token, in *naming) bool {
	if len(raw) > 3 || strings.ToUpper(raw) != raw {
		return false
	}
	low := strings.ToLower(raw)
	if low == in.all && in.all != "" {
		return true
	}
	if low != in.one || in.one == "" {
		return false
	}
	if len(toks) > 0 {
		before := &toks[len(toks)-1]
		if before.has(says|soft) || before.is("get") || before.is("make") || before.is("let") || before.is("need") || before.is("push") || before.is("instruct") || beforeInitial.has(before.word) {
			return true
		}
	}
	v, f := verbOf(next)
	return isAux(next) || v != nil && f&(past|third) != 0 && f&base == 0
}

// naming is how lines name a person.
type naming struct {
	names    []string
	one, all string
}
