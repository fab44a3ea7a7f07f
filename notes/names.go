package notes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"handback/notes/text"
	"handback/notes/voice"
)

// Names knows under which names lines find which people: display names and aliases, and names derived from them, which
// are first names and names as Fold writes them. It never changes and may be shared. A nil *Names knows nobody.
type Names struct {
	given  map[string][]PersonID // display names and aliases; more than one person only in a broken journal
	firsts map[string][]PersonID // first names
	folded map[string][]PersonID // all of these, folded: tried where no exact spelling fits
	// surnames are the words of display names behind the first, folded. Only Mentions asks for them.
	surnames map[string][]PersonID
	first    map[PersonID]ownFirst // what a person's own note reads as that person
	written  map[PersonID][]string // ways to write a person, the preferred one first
	pronoun  map[PersonID]Pronoun  // how a person is spoken of, where that is known
	words    int                   // of the longest name
	begins   map[string]bool       // first words of all names, folded and not
	initial  [utf8.RuneSelf]bool   // first letters of first names, folded
	shared   bool                  // a name means several people
	order    []PersonID            // of those who have not left, as they were given
}

// ownFirst is the first name of a person, exact and folded.
type ownFirst struct{ exact, folded string }

// NewNames collects the names of all people.
func NewNames(people []Person) *Names {
	n := &Names{
		given:    map[string][]PersonID{},
		firsts:   map[string][]PersonID{},
		folded:   map[string][]PersonID{},
		first:    map[PersonID]ownFirst{},
		written:  map[PersonID][]string{},
		pronoun:  map[PersonID]Pronoun{},
		begins:   map[string]bool{},
		surnames: map[string][]PersonID{},
	}
	for _, p := range people {
		n.addPerson(p)
	}
	return n
}

func (n *Names) addPerson(p Person) {
	first := p.FirstName()
	if p.Pronoun != "" {
		n.pronoun[p.ID] = p.Pronoun
	}
	if p.State != StateLeft {
		n.order = append(n.order, p.ID)
	}
	n.first[p.ID] = ownFirst{FoldName(first), foldedName(first)}
	if folded := n.first[p.ID].folded; folded != "" && folded[0] < utf8.RuneSelf {
		n.initial[folded[0]] = true
	}
	n.addSurname(p)
	n.written[p.ID] = append([]string{first, p.Name}, p.Aliases...)
	n.add(n.firsts, FoldName(first), p.ID)
	n.add(n.folded, foldedName(first), p.ID)
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		n.add(n.given, FoldName(name), p.ID)
		n.add(n.folded, foldedName(name), p.ID)
	}
}

func (n *Names) add(to map[string][]PersonID, key string, id PersonID) {
	if key == "" || reservedName(key) {
		return
	}
	words := strings.Fields(key)
	n.words = max(n.words, len(words))
	n.begins[words[0]] = true
	for _, have := range to[key] {
		if have == id {
			return
		}
	}
	to[key] = append(to[key], id)
	n.shared = n.shared || len(to[key]) > 1
}

// Find returns everybody whom name means in a note of person in: nobody where it is unknown, more than one where it is
// ambiguous there. A name that is spelt otherwise but folds to the same means the same person; where that would be two
// people, the exact spelling decides.
func (n *Names) Find(name string, in PersonID) []PersonID {
	if n == nil {
		return nil
	}
	key, plain := foldASCII(name)
	if !plain {
		key = FoldName(name)
	}
	own := n.first[in]
	if key == "" || reservedName(key) {
		return nil
	}
	if own.exact == key {
		return []PersonID{in}
	}
	if ids := n.given[key]; len(ids) > 0 {
		return ids
	}
	folded := key
	if !plain {
		folded = foldedName(name)
	}
	if own.folded == folded {
		return []PersonID{in}
	}
	if ids := n.firsts[key]; len(ids) > 0 {
		return ids
	}
	return n.folded[folded]
}

// mayBegin reports whether a name may begin with a word. It is asked of every line that is read, and takes no memory.
func (n *Names) mayBegin(word string) bool {
	var lower [32]byte
	if n == nil || len(word) > len(lower) {
		return n != nil
	}
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return true
		}
		lower[i] = lowerByte(word[i])
	}
	return n.begins[string(lower[:len(word)])]
}

func (n *Names) pronounOf(id PersonID) Pronoun {
	if n == nil {
		return ""
	}
	return n.pronoun[id]
}

// Short is the shortest way the app writes a person in a note of person in, a first name where it is clear; "" where
// the person is unknown or no name of theirs can be read.
func (n *Names) Short(id, in PersonID) string {
	if n == nil {
		return ""
	}
	for _, name := range n.written[id] {
		name = strings.TrimSpace(name)
		if ids := n.Find(name, in); len(ids) == 1 && ids[0] == id && nameFault(name) == "" {
			return name
		}
	}
	return ""
}

// FoldName is a name in its exact spelling, whatever its case, blanks, kind of hyphen and apostrophe, and whatever cannot
// be seen in it. Two people may not have the same one; see Fold for what means the same person otherwise.
func FoldName(name string) string {
	if plain, ok := foldASCII(name); ok {
		return plain
	}
	s := strings.Map(func(r rune) rune {
		switch {
		case text.Unseen(r) || r >= 0xfe00 && r <= 0xfe0f: // the latter choose how a sign is drawn
			return -1
		case isHyphen(r):
			return '-'
		case r == '’' || r == '‘' || r == 'ʼ':
			return '\''
		}
		return r
	}, name)
	s = norm.NFC.String(cases.Fold().String(norm.NFC.String(s)))
	return strings.Join(strings.Fields(s), " ")
}

// foldedName is a name as Fold writes it, with single blanks.
func foldedName(name string) string {
	if plain, ok := foldASCII(name); ok {
		return plain
	}
	return strings.Join(strings.Fields(Fold(name)), " ")
}

// foldASCII is FoldName for the names that need none of it but lower case.
func foldASCII(name string) (string, bool) {
	blank := true // a blank here would be one too many
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c <= ' ' && (c != ' ' || blank) || c >= 0x7f {
			return "", false
		}
		blank = c == ' '
	}
	if blank && name != "" {
		return "", false
	}
	return strings.ToLower(name), true
}

func reservedName(folded string) bool {
	switch folded {
	case "me", "i", "we", "us", "and":
		return true
	}
	return false
}

// longestName is how many characters a name may have.
const longestName = 80

// endsName reports whether a word of a name ends before r.
func endsName(r rune) bool {
	if r < utf8.RuneSelf && isInk(byte(r)) {
		return nameForbidden[r]
	}
	return unicode.IsSpace(r) || strings.ContainsRune(nameForbids, r)
}

var nameForbidden = func() (in [utf8.RuneSelf]bool) {
	for _, r := range nameForbids {
		if r < utf8.RuneSelf {
			in[r] = true
		}
	}
	return in
}()

const nameForbids = ":：,&+()[]*_#\\/–—"

// nameFault says in a sentence why lines could not find somebody under name, "" where they can.
func nameFault(name string) string {
	switch folded := FoldName(name); {
	case folded == "" || !text.Seen(name):
		return voice.T("Enter a name.")
	case utf8.RuneCountInString(name) > longestName:
		return voice.T("That name is too long. Use at most {most} characters.", "most", longestName)
	case reservedName(folded):
		return voice.T("“{name}” means something else in a line. Choose another name.", "name", strings.TrimSpace(name))
	case strings.HasPrefix(folded, "@") || strings.HasPrefix(folded, "-"):
		return voice.T("Leave out the “{mark}” at the start of the name.", "mark", folded[:1])
	case strings.Contains(folded, " - "):
		return voice.T("Leave out the dash with spaces around it. In a line, the name would be cut off there.")
	}
	if i := strings.IndexAny(name, nameForbids); i >= 0 {
		r := []rune(name[i:])[0]
		return voice.T("Leave out the “{mark}”. In a line, the name would be cut off there.", "mark", string(r))
	}
	if strings.IndexFunc(strings.TrimSpace(name), func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar }) >= 0 {
		return voice.T("Leave out the invisible characters.")
	}
	return ""
}

// CheckAlias reports with Invalid why name cannot be a name of person of, who may be 0 for somebody new. A first name
// that is only derived from another's longer name is free.
func CheckAlias(name string, of PersonID, people []Person) error {
	if why := nameFault(name); why != "" {
		return Invalid{Field: voice.T("Name"), Why: why}
	}
	key := FoldName(name)
	for _, p := range people {
		if p.ID == of {
			continue
		}
		for _, taken := range append([]string{p.Name}, p.Aliases...) {
			if FoldName(taken) == key {
				return nameTaken(p, taken)
			}
		}
	}
	return nil
}

func nameTaken(by Person, name string) error {
	return Invalid{
		Field: voice.T("Name"),
		Why:   voice.T("{who} is already called “{name}”. Add a last name or an initial.", "who", by.Name, "name", name),
	}
}

// CheckName is CheckAlias for a name that p, as p is to be saved, would have from now on. It also refuses a name under
// which lines find somebody else without being given it, such as their first name: the lines would move over. A first
// name may be shared: see KeepFirstNames. What was p's before stays so.
func CheckName(name string, p Person, people []Person) error {
	if err := CheckAlias(name, p.ID, people); err != nil {
		return err
	}
	own := []string{p.FirstName()}
	if sameName(name, p.Name) {
		own = nil // a first name alone would be all that lines say of the other
	}
	for _, was := range people {
		if was.ID == p.ID && p.ID != 0 {
			own = append(own, was.FirstName(), was.Name)
			own = append(own, was.Aliases...)
		}
	}
	for _, fold := range []func(string) string{FoldName, foldedName} {
		means := func(names []string) bool {
			return slices.ContainsFunc(names, func(have string) bool { return fold(have) == fold(name) })
		}
		if means(own) {
			return nil
		}
		for _, q := range people {
			if q.ID != p.ID && means(append([]string{q.FirstName(), q.Name}, q.Aliases...)) {
				return nameTaken(q, name)
			}
		}
		if sameName(name, p.Name) {
			return nil // a whole name may fold to another's: the exact spelling tells the two apart
		}
	}
	return nil
}

func sameName(a, b string) bool { return FoldName(a) == FoldName(b) }

// SplitNames reads names that were typed or pasted one a line, or as mail programs join them with `;`: without list
// marks, mail addresses in <>, blank lines and repetitions. Several may stand on a line, with commas between.
func SplitNames(pasted string) []string {
	var names []string
	seen := map[string]bool{}
	for _, line := range strings.FieldsFunc(Normalise(pasted), func(r rune) bool { return r == '\n' || r == ';' || r == ',' }) {
		name := nameOnLine(line)
		if key := FoldName(name); key != "" && !seen[key] {
			seen[key] = true
			names = append(names, name)
		}
	}
	return names
}

func nameOnLine(line string) string {
	line = line[readStart(line).after:]
	for {
		from := strings.IndexByte(line, '<')
		if from < 0 {
			break
		}
		to := strings.IndexByte(line[from:], '>')
		if to < 0 {
			break
		}
		line = line[:from] + " " + line[from+to+1:]
	}
	return strings.Trim(strings.Join(strings.Fields(line), " "), " \"'“”,;")
}

// CompareNames orders names alphabetically, whatever their case and accents.
func CompareNames(a, b string) int {
	if n := strings.Compare(foldedName(a), foldedName(b)); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}
