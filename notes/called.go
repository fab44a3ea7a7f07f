package notes

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// First is what a screen calls the person where no surname stands beside it: the first name, and where two share one
// what tells them apart ("Chris B."). What the person themselves reads or hears says FirstName.
func (p Person) First() string {
	if p.Called != "" {
		return p.Called
	}
	return p.FirstName()
}

// FirstName is the display name up to its first blank.
func (p Person) FirstName() string {
	first, _ := cutFirst(p.Name)
	return first
}

// cutFirst is a name's first word and what comes after it.
func cutFirst(name string) (first, rest string) {
	name = strings.TrimSpace(name)
	first, rest, _ = strings.Cut(name, " ")
	return first, strings.TrimSpace(rest)
}

// TellApart gives everybody of people, who are all people of a journal, the name by which First calls them: no two are the
// same. Somebody who has left gives way: whoever is still here keeps the bare first name if nobody else here has it.
func TellApart(people []Person) {
	groups := map[string][]int{}
	for i := range people {
		key := FoldName(people[i].FirstName())
		groups[key] = append(groups[key], i)
	}
	taken := map[string]bool{}
	for i := range people {
		key := FoldName(people[i].FirstName())
		called := callAmong(people, i, groups[key])
		for n := 2; taken[FoldName(called)]; n++ {
			called = people[i].Name
			if taken[FoldName(called)] {
				called += " " + strconv.Itoa(n)
			}
		}
		taken[FoldName(called)] = true
		people[i].Called = called
	}
}

// callAmong is what person i is called among those of the same first name, who are at group.
func callAmong(people []Person, i int, group []int) string {
	me, alone := people[i], true
	_, rest := cutFirst(me.Name)
	var others []string // what stands after the first name of each of the others
	for _, at := range group {
		if at == i {
			continue
		}
		_, other := cutFirst(people[at].Name)
		others = append(others, telling(other))
		if me.State == StateLeft || people[at].State != StateLeft || other == "" {
			alone = false
		}
	}
	if alone || rest == "" {
		return me.FirstName()
	}
	short, ok := shortest(telling(rest), others)
	if !ok {
		return me.Name
	}
	return me.FirstName() + " " + short
}

// telling is the word that tells apart people of one first name, out of what comes after it: the first that begins with
// a capital, so that Chris van Dyke is Chris D.
func telling(rest string) string {
	words := strings.Fields(rest)
	for _, w := range words {
		if r := []rune(w)[0]; unicode.IsUpper(r) || unicode.IsTitle(r) {
			return w
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// shortest is the beginning of word that none of others begins with, with a full stop where it is not all of it. It
// reports false where there is none.
func shortest(word string, others []string) (string, bool) {
	runes := []rune(word)
	for n := 1; n <= len(runes); n++ {
		if n < len(runes) && unicode.Is(unicode.M, runes[n]) {
			continue // an accent stays with its letter
		}
		start := Fold(string(runes[:n]))
		shared := false
		for _, other := range others {
			shared = shared || strings.HasPrefix(Fold(other), start)
		}
		if shared || start == "" {
			continue
		}
		if n == len(runes) || !unicode.In(runes[n-1], unicode.Letter, unicode.Mark) {
			return string(runes[:n]), true
		}
		return string(runes[:n]) + ".", true
	}
	return "", false
}

// Namesakes are those of people, told apart by TellApart, who share a first name with one of added, and they themselves;
// nobody where it is theirs alone. The manager is left out.
func Namesakes(people, added []Person) []Person {
	groups := map[string]int{}
	for _, p := range people {
		groups[FoldName(p.FirstName())]++
	}
	var out []Person
	for _, p := range people {
		first := FoldName(p.FirstName())
		shares := slices.ContainsFunc(added, func(a Person) bool { return FoldName(a.FirstName()) == first })
		if shares && groups[first] > 1 && p.Kind != KindMe {
			out = append(out, p)
		}
	}
	return out
}
