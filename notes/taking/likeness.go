package taking

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/reading"
)

// AsNew is how somebody new would be called whom notes name so: "Dee Okafor" for "Okafor, Dee", as spreadsheets have it, and for
// "dee okafor".
func AsNew(name string) string {
	name = notes.Tidy(name)
	if !strings.ContainsFunc(name, unicode.IsUpper) {
		words := strings.Fields(name)
		for i := range words {
			words[i] = notes.UpperFirst(words[i])
		}
		name = strings.Join(words, " ")
	}
	last, first, ok := strings.Cut(name, ",")
	first, last = strings.TrimSpace(first), strings.TrimSpace(last)
	if !ok || first == "" || last == "" || strings.Contains(first, ",") {
		return name
	}
	return first + " " + last
}

// wordsOf are the words of a name, without what is said of letters.
func wordsOf(name string) []string {
	return strings.Fields(notes.Fold(strings.ReplaceAll(AsNew(name), ".", ". ")))
}

// initial is the letter that a word stands for, "" where it is a whole one.
func initial(word string) string {
	letter := strings.TrimSuffix(word, ".")
	if utf8.RuneCountInString(letter) != 1 {
		return ""
	}
	return letter
}

// isWhole reports whether no word of a name is an initial.
func isWhole(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return initial(w) != "" })
}

// isLike reports whether words may be another way to write a name: with initials, "D. Okafor" and "Dee O.", the other way round,
// "Okafor Dee", or without what stands in the middle. It says nothing of a name that is one word.
func isLike(words, of []string) bool {
	if len(words) < 2 || len(of) == 0 {
		return false
	}
	if len(of) == 1 { // they are known by their first name alone
		return words[0] == of[0]
	}
	meets := func(a, b string) bool { return a == b || initial(a) != "" && strings.HasPrefix(b, initial(a)) }
	first, last := words[0], words[len(words)-1]
	if initial(first) != "" && initial(last) != "" {
		return false
	}
	if len(words) <= len(of) && meets(first, of[0]) && meets(last, of[len(of)-1]) {
		return true
	}
	a, b := slices.Sorted(slices.Values(words)), slices.Sorted(slices.Values(of))
	return slices.Equal(a, b)
}

// peopleLike are the people of whom a name may be another way to write theirs, also with what else they are called for a first name.
func peopleLike(name string, people []notes.Person) (like []notes.Person) {
	words := wordsOf(name)
	for _, p := range people {
		of := wordsOf(p.Name)
		is := isLike(words, of)
		for _, alias := range p.Aliases {
			called := wordsOf(alias)
			if len(called) == 1 && len(of) > 1 { // "Dee Okafor" of Deirdre Okafor
				called = []string{called[0], of[len(of)-1]}
			}
			is = is || slices.Equal(words, called) || isLike(words, called)
		}
		if is {
			like = append(like, p)
		}
	}
	return like
}

// namesLike are those of the names that are whole, and of which one may be another way to write them. Of two whole ones the second is
// the other way: that of fewer notes.
func namesLike(name string, names []Name) (like []string) {
	words := wordsOf(name)
	whole := isWhole(words)
	for _, other := range names {
		of := wordsOf(other.Text)
		if whole && keyOf(other.Text) == keyOf(name) {
			break
		}
		if keyOf(other.Text) == keyOf(name) || other.Guess.What != NewReport || !isWhole(of) {
			continue
		}
		if isLike(words, of) {
			like = append(like, other.Text)
		}
	}
	return like
}

// lastFirst reports whether all names are written as spreadsheets have them, "Okafor, Dee", and aren't lists of two people: no word
// that is before the comma in one is behind it in another.
func lastFirst(names []Name) bool {
	const enough = 3
	before, behind := map[string]bool{}, map[string]bool{}
	n := 0
	for _, name := range names {
		if notes.Tidy(name.Text) == "" {
			continue
		}
		if AsNew(name.Text) == notes.Tidy(name.Text) {
			return false
		}
		last, first, _ := strings.Cut(notes.Fold(name.Text), ",")
		before[strings.TrimSpace(last)], behind[strings.TrimSpace(first)] = true, true
		n++
	}
	for word := range before {
		if behind[word] {
			return false
		}
	}
	return n >= enough
}

// naming gives notes that name nobody to whoever's whole name the file or its folder has in small letters, "1-1 dee okafor.md": what
// begins with a small letter is no name unless somebody is called so.
type naming struct {
	incoming.Taker
	known map[string]string // by the words of their whole names
	files map[string]string // of the file that was read last
}

func newNaming(take incoming.Taker, people []notes.Person) *naming {
	n := &naming{Taker: take, known: map[string]string{}}
	for _, p := range people {
		if of := wordsOf(p.Name); len(of) > 1 && p.Kind != notes.KindMe {
			n.known[strings.Join(of, " ")] = p.Name
		}
	}
	return n
}

// Note implements incoming.Taker.
func (n *naming) Note(note incoming.Note) error {
	if note.Person == "" && len(n.known) > 0 {
		note.Person = n.inPath(note.File)
	}
	return n.Taker.Note(note)
}

func (n *naming) inPath(file string) string {
	if who, said := n.files[file]; said {
		return who
	}
	who := ""
	for at := strings.TrimSuffix(file, path.Ext(file)); at != "." && at != "/" && who == ""; at = path.Dir(at) {
		var words []string
		for _, w := range strings.Fields(strings.NewReplacer("-", " ", "_", " ").Replace(reading.WithoutDate(path.Base(at)))) {
			if strings.ContainsFunc(w, unicode.IsLetter) {
				words = append(words, notes.UpperFirst(w))
			}
		}
		who = n.known[strings.Join(wordsOf(reading.Person(strings.Join(words, " "))), " ")]
	}
	n.files = map[string]string{file: who}
	return who
}
