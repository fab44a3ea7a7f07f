package notes

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"handback/notes/voice"
)

// SettingLabelWords is the key under which the journal keeps the manager's own words for labels and those that are switched
// off. Whoever writes it has every note read anew that says such a word.
const SettingLabelWords = "labels.words"

// FieldOwnWords is the field of the form of a label's words that holds the manager's own, as Invalid names it.
var FieldOwnWords = voice.T("Your own words (separate with commas)")

// offMark stands before a word that is switched off. No word begins with it.
const offMark = "-"

// ReadLabelWords reads what String wrote. What it cannot read it leaves out; nil of "".
func ReadLabelWords(text string) *LabelWords {
	var given []ownWord
	var off []string
	for _, line := range strings.Split(text, "\n") {
		label, word, _ := strings.Cut(line, ": ")
		if gone, ok := strings.CutPrefix(word, offMark); ok {
			off = append(off, gone)
		} else if word != "" {
			given = append(given, ownWord{word, Label(label)})
		}
	}
	if len(given)+len(off) == 0 {
		return nil
	}
	return labelWordsOf(given, off)
}

// String is the words as the journal keeps them, a line each: "todo: Aufgabe", "todo: -to do"; "" where there are only the
// built-in ones.
func (w *LabelWords) String() string {
	var lines []string
	for _, l := range Labels {
		for _, word := range w.Own(l) {
			lines = append(lines, string(l)+": "+word)
		}
		for _, word := range l.kind().switchable() {
			if w.IsOff(word) {
				lines = append(lines, string(l)+": "+offMark+word)
			}
		}
	}
	return strings.Join(lines, "\n")
}

// Own are the manager's own words for a label, in the order in which they were given.
func (w *LabelWords) Own(l Label) []string {
	if w == nil {
		return nil
	}
	var words []string
	for _, g := range w.given {
		if g.label == l {
			words = append(words, g.word)
		}
	}
	return words
}

// IsOff reports whether a built-in word is switched off.
func (w *LabelWords) IsOff(word string) bool { return w != nil && w.off[word] }

// On are the words that are read as a label, the one that the app writes first and the manager's own before the others. Those
// that need a name beside them are left out.
func (w *LabelWords) On(l Label) []string {
	words := []string{w.For(l)}
	for _, word := range append(w.Own(l), l.kind().Words()...) {
		if !w.IsOff(word) && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// Example is a line of a label, with the word that the app writes for it.
func (w *LabelWords) Example(l Label) string {
	return w.For(l) + strings.TrimPrefix(l.kind().Example, string(l))
}

// At is the manager's own word that s begins with, in bytes, and its label.
func (w *LabelWords) At(s string) (Label, int) {
	if w == nil {
		return "", 0
	}
	for _, o := range w.own {
		if n := ownWordAt(s, o.word); n > 0 {
			return o.kind.Label, n
		}
	}
	return "", 0
}

// switchable are the built-in words of a label that can be switched off.
func (k *LabelKind) switchable() []string { return append(k.Words(), k.Named...) }

// BuiltIn are the built-in words of a label, each of which can be switched off.
func (l Label) BuiltIn() []string { return l.kind().switchable() }

// WordsForm is the form of one label's words.
type WordsForm struct {
	Label Label
	Own   string          // the manager's own, separated with commas
	Off   map[string]bool // of the built-in ones
}

// WordsFormOf is the form of a label's words as they are.
func WordsFormOf(w *LabelWords, l Label) WordsForm {
	f := WordsForm{Label: l, Own: strings.Join(w.Own(l), ", "), Off: map[string]bool{}}
	for _, word := range l.BuiltIn() {
		f.Off[word] = w.IsOff(word)
	}
	return f
}

// Change keeps the words of the form. It returns Invalid where a word cannot be one, is another label's or somebody's name,
// and where none would be left; the zero Change where nothing is changed.
func (f WordsForm) Change(have *LabelWords, people []Person) (Change, error) {
	now, err := f.words(have, people)
	if err != nil || now.String() == have.String() {
		return Change{}, err
	}
	return Change{Rows: []Row{PutSetting{Key: SettingLabelWords, Value: now.String()}}}, nil
}

func (f WordsForm) words(have *LabelWords, people []Person) (*LabelWords, error) {
	var given []ownWord
	var off []string
	for _, l := range Labels {
		if l == f.Label {
			continue
		}
		for _, word := range have.Own(l) {
			given = append(given, ownWord{word, l})
		}
		for _, word := range l.BuiltIn() {
			if have.IsOff(word) {
				off = append(off, word)
			}
		}
	}
	names := NewNames(people)
	for _, word := range f.typed() {
		if why := f.fault(word, given, names); why != "" {
			return nil, Invalid{Field: FieldOwnWords, Why: why}
		}
		given = append(given, ownWord{word, f.Label})
	}
	left := len(f.typed()) > 0
	for _, word := range f.Label.BuiltIn() {
		if f.Off[word] {
			off = append(off, word)
		} else if word == string(f.Label) || slices.Contains(f.Label.kind().Also, word) {
			left = true
		}
	}
	if !left {
		return nil, Invalid{
			Field: FieldOwnWords,
			Why: voice.T("Keep at least one word turned on, or add your own. Otherwise nothing can be filed as {label}.", "label",
				string(f.Label)),
		}
	}
	return labelWordsOf(given, off), nil
}

// SayWritten says which word the app will write where the label's own is off, "" where it is on.
func (f WordsForm) SayWritten() string {
	if !f.Off[string(f.Label)] {
		return ""
	}
	var off []string
	var given []ownWord
	for word, is := range f.Off {
		if is {
			off = append(off, word)
		}
	}
	for _, word := range f.typed() {
		given = append(given, ownWord{word, f.Label})
	}
	word := labelWordsOf(given, off).For(f.Label)
	if word == string(f.Label) {
		return "" // none is left, which is refused
	}
	return voice.T("In lines that Handback adds, it will write: “{word}”", "word", word)
}

// typed are the words of the form's field, without the colon that people type after a label.
func (f WordsForm) typed() []string {
	var words []string
	for _, word := range strings.FieldsFunc(f.Own, func(r rune) bool { return r == ',' || r == '\n' }) {
		word = Tidy(word)
		for _, colon := range []string{":", wideColon} {
			word = strings.TrimSpace(strings.TrimSuffix(word, colon))
		}
		if word = norm.NFC.String(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// fault says in a sentence why a word cannot be the manager's own for the form's label, "" where it can. Given are the own
// words of the other labels and those before it in the form.
func (f WordsForm) fault(word string, given []ownWord, names *Names) string {
	if why := wordFault(word); why != "" {
		return why
	}
	key := foldedWord(word)
	for _, l := range Labels {
		switch {
		case !slices.Contains(l.BuiltIn(), key):
		case l != f.Label:
			return voice.T("This is already a word for {label}: “{word}”. Choose another.", "word", word, "label", string(l))
		case f.Off[key]:
			return voice.T("This word is built in: “{word}”. Turn it on above instead.", "word", word)
		default:
			return voice.T("This word is built in: “{word}”. You don't need to add it.", "word", word)
		}
	}
	for _, g := range given {
		switch {
		case foldedWord(g.word) != key:
		case g.label == f.Label:
			return voice.T("You entered this word twice: “{word}”. Remove one.", "word", word)
		default:
			return voice.T("This is already a word for {label}: “{word}”. Choose another.", "word", word, "label", string(g.label))
		}
	}
	if name := nameIn(word, names); name != "" {
		return voice.T("“{name}” is someone's name. Choose a word without it.", "name", name)
	}
	if hidesWho(word) {
		return voice.T("This already means something in a line: “{word}”. Choose another word.", "word", word)
	}
	return ""
}

// nameIn is the first name of somebody that a word holds, "" for none.
func nameIn(word string, names *Names) string {
	parts := strings.Fields(word)
	for from := range parts {
		for to := from + 1; to <= len(parts); to++ {
			if name := strings.Join(parts[from:to], " "); len(names.Find(name, 0)) > 0 {
				return name
			}
		}
	}
	return ""
}

// hidesWho reports whether a word is, or goes on from a label as, what says whose a line is: "todo me", "her".
func hidesWho(word string) bool {
	for i, part := range strings.Fields(strings.ToLower(word)) {
		if reservedName(part) || i > 0 && (part == "for" || part == "to") || whoPronouns[part] {
			return true
		}
	}
	return false
}

var whoPronouns = map[string]bool{"her": true, "him": true, "them": true}

// Refiled is how many lines a change makes filed or unfiled, or filed as something else.
type Refiled struct{ Filed, Unfiled, Changed int }

// SayRefiled says what a change of words makes of the lines that are written already, a sentence or two each; none where it
// makes nothing of them.
func SayRefiled(r Refiled) []string {
	var said []string
	if r.Unfiled > 0 {
		said = append(said, voice.N(r.Unfiled, "{n} line you wrote will no longer be filed. Its text stays.",
			"{n} lines you wrote will no longer be filed. Their text stays."))
	}
	if r.Filed > 0 {
		said = append(said, voice.N(r.Filed, "{n} line you wrote will now be filed.", "{n} lines you wrote will now be filed."))
	}
	if r.Changed > 0 {
		said = append(said, voice.N(r.Changed, "{n} line you wrote will be filed differently.", "{n} lines you wrote will be filed differently."))
	}
	return said
}

// WordsBetween are the words that are read as another label, or as none, after a change of them.
func WordsBetween(before, after *LabelWords) []string {
	var words []string
	add := func(word string, changed bool) {
		if changed && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	for _, l := range Labels {
		for _, word := range before.Own(l) {
			add(word, !slices.Contains(after.Own(l), word))
		}
		for _, word := range after.Own(l) {
			add(word, !slices.Contains(before.Own(l), word))
		}
		for _, word := range l.BuiltIn() {
			add(word, before.IsOff(word) != after.IsOff(word))
		}
	}
	return words
}
