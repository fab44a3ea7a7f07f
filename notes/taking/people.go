package taking

import (
	"slices"
	"strings"

	"handback/notes"
)

// What says whom a name means.
type What int

// The choices for a name.
const (
	Skip      What = iota // its notes stay out
	Existing              // Person
	NewReport             // a new report of that name
	NewOther              // a new person who isn't a report
	Same                  // whom the name As means
)

// Choice is whom a name means.
type Choice struct {
	What   What
	Person notes.PersonID
	As     string // of Same
}

// guess is whom a name means where nobody says otherwise: somebody who is known by it, a new report, and of notes that name
// nobody the manager.
func guess(name string, people []notes.Person) Choice {
	if notes.Tidy(name) == "" {
		for _, p := range people {
			if p.Kind == notes.KindMe {
				return Choice{What: Existing, Person: p.ID}
			}
		}
		return Choice{}
	}
	if ids := notes.NewNames(people).Find(name, 0); len(ids) == 1 {
		return Choice{What: Existing, Person: ids[0]}
	}
	if last, first, ok := strings.Cut(name, ","); ok { // as spreadsheets have it
		if ids := notes.NewNames(people).Find(strings.TrimSpace(first)+" "+strings.TrimSpace(last), 0); len(ids) == 1 {
			return Choice{What: Existing, Person: ids[0]}
		}
	}
	if strings.Contains(name, ",") || notes.CheckName(name, notes.Person{}, people) != nil {
		return Choice{} // it can't be the name of anybody new, or is of two: the manager says who is meant
	}
	return Choice{What: NewReport}
}

// guessLike is who is there already under another way to write a name, "D. Okafor", or who else comes under it.
func (n *Name) guessLike(names []Name, people []notes.Person) {
	switch like := peopleLike(n.Text, people); {
	case len(like) == 1:
		n.Guess, n.Could, n.Likely = Choice{What: Existing, Person: like[0].ID}, nil, true
		return
	case len(like) > 1:
		n.Guess, n.Could = Choice{}, nil
		for _, p := range like {
			n.Could = append(n.Could, p.Name)
		}
		return
	}
	switch like := namesLike(n.Text, names); {
	case len(like) == 1:
		n.Guess, n.Likely = Choice{What: Same, As: like[0]}, true
	case len(like) > 1:
		n.Guess, n.Could = Choice{}, like
	}
}

// guessAll says whom each name means, by the people of the journal and by the other names: "Ana" is the one "Ana Lima", and whoever a
// page says is called so. Where it may be one of several, none is taken, and they are named.
func guessAll(names []Name, called map[string][]string, people []notes.Person) {
	for i := range names {
		names[i].Guess = guess(names[i].Text, people)
		if notes.Tidy(names[i].Text) != "" && names[i].Guess.What == Skip {
			names[i].Could = couldBe(names[i].Text, people)
		}
	}
	guessLastFirst(names, people)
	for i := range names {
		n := &names[i]
		if n.Guess.What == Existing || notes.Tidy(n.Text) == "" {
			continue
		}
		if len(n.Could) == 0 {
			n.guessLike(names, people)
		}
		if n.Likely || len(n.Could) > 0 && n.Guess.What == Skip && len(peopleLike(n.Text, people)) > 1 {
			continue
		}
		switch of := longer(n.Text, names, called); {
		case len(of) == 1 && len(n.Could) == 0:
			n.Guess = Choice{What: Same, As: of[0]}
		case len(of) > 0:
			n.Guess, n.Could = Choice{}, append(n.Could, of...)
		}
	}
}

// guessLastFirst takes whom a list of "Last, First" names for new people, where nobody is there whom they may mean.
func guessLastFirst(names []Name, people []notes.Person) {
	if !lastFirst(names) {
		return
	}
	for i := range names {
		if n := &names[i]; n.Guess.What == Skip && len(n.Could) == 0 && notes.CheckName(AsNew(n.Text), notes.Person{}, people) == nil {
			n.Guess = Choice{What: NewReport}
		}
	}
}

// couldBe are the people of the journal whom a name may mean.
func couldBe(name string, people []notes.Person) (of []string) {
	for _, id := range notes.NewNames(people).Find(name, 0) {
		if at := slices.IndexFunc(people, func(p notes.Person) bool { return p.ID == id }); at >= 0 {
			of = append(of, people[at].Name)
		}
	}
	return of
}

// longer are those of the names whose people are called by a name: as their pages say, or else since theirs begin with it.
func longer(name string, names []Name, called map[string][]string) (of []string) {
	key := keyOf(name)
	for _, other := range names {
		if k := keyOf(other.Text); k != key && slices.Contains(called[key], k) {
			of = append(of, other.Text)
		}
	}
	if len(of) > 0 {
		return of
	}
	for _, other := range names {
		if strings.HasPrefix(keyOf(other.Text), key+" ") {
			of = append(of, other.Text)
		}
	}
	return of
}

// Means is whom a name means in the end, where it is the same as another one. A circle means nobody.
func (a Answers) Means(name string) (as string, c Choice) {
	for range len(a.People) + 1 {
		if c = a.People[name]; c.What != Same {
			return name, c
		}
		name = c.As
	}
	return name, Choice{}
}
