package notes

import (
	"strings"

	"handback/notes/voice"
)

// Format is the canonical line of an item in a note: Parse reads the same item from it. An item that no line of this
// note can say, such as a decision of somebody unnamed, comes out as near as can be; NewLine and Rewrite refuse it.
func Format(it Item, in Context) string {
	names, _ := in.whoText(it.Label, it.Actor, it.People)
	line := in.formatWith(it, names)
	if names != "" || it.Label != Todo {
		return line
	}
	if r, ok := in.read(line); ok && r.item.Actor == it.Actor && equalIDs(r.item.People, it.People) && r.item.Text == oneLine(it.Text) {
		return line
	}
	if names, ok := in.whoNamed(it.Label, it.Actor, it.People); ok { // the text names somebody, or would be asked about
		return in.formatWith(it, names)
	}
	return line
}

func (in Context) formatWith(it Item, names string) string {
	return in.wordFor(it.Label) + spaced(names) + ": " + in.formatText(it, names != "") + formatDue(it.Due) + formatState(it)
}

// sameItem reports whether two items say the same, wherever they stand.
func sameItem(a, b Item) bool {
	if a.Label != b.Label || a.Actor != b.Actor || a.Text != b.Text || a.Due != b.Due || a.State != b.State ||
		a.StateDate != b.StateDate || a.Remark != b.Remark || len(a.People) != len(b.People) || len(a.Tags) != len(b.Tags) {
		return false
	}
	for i := range a.People {
		if a.People[i] != b.People[i] {
			return false
		}
	}
	for i := range a.Tags {
		if a.Tags[i] != b.Tags[i] {
			return false
		}
	}
	return true
}

// whoText is the WHO that says actor and people, "" where nobody need be named. It reports false where none does.
func (in Context) whoText(l Label, a Actor, people []PersonID) (string, bool) {
	if in.says("", l, a, people) {
		return "", true
	}
	return in.whoNamed(l, a, people)
}

// whoNamed is the WHO that says actor and people by naming them.
func (in Context) whoNamed(l Label, a Actor, people []PersonID) (string, bool) {
	var tries []string
	if a != Them { // which a pronoun of theirs would be
		tries = append(tries, string(a))
	}
	names, ok := in.nameList(people)
	if ok {
		tries = append(tries, names, "me and "+names, string(a)+" for "+names)
	}
	tries = append(tries, in.Names.pronounOf(in.Person).Object())
	for _, try := range tries {
		if try != "" && in.says(try, l, a, people) {
			return try, true
		}
	}
	return names, false
}

// says reports whether text before the colon means these people and this actor.
func (in Context) says(text string, l Label, a Actor, people []PersonID) bool {
	w := who{}
	if text != "" {
		var end int
		var ok bool
		if w, end, ok = in.readWho(text, 0, l, false); !ok || end != len(text) {
			return false
		}
	}
	got, actor := in.roles(l, w)
	return actor == a && equalIDs(got, people)
}

func equalIDs(a, b []PersonID) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// nameList is people by name, joined as one writes them.
func (in Context) nameList(people []PersonID) (string, bool) {
	names := make([]string, len(people))
	for i, id := range people {
		if names[i] = in.Names.Short(id, in.Person); names[i] == "" {
			return "", false
		}
	}
	if len(names) < 2 {
		return strings.Join(names, ""), len(names) > 0
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last], true
}

// formatText is the text of an item with the backslashes that keep parts of it from being read as something else.
func (in Context) formatText(it Item, named bool) string {
	text := escapeTags(oneLine(it.Text), it.Tags)
	end, kept := stepOverTags(text, len(text), false)
	r := in.rules(it.Label, it.Actor, false)
	haveState := it.State != Open && it.State != History
	if at := escapePlace(text, end, kept, haveState, it.Due != "", r); at >= 0 {
		text = text[:at] + `\` + text[at:]
	}
	if in.leadEscape(text, it.Label, !named) {
		text = `\` + text
	}
	return text
}

// oneLine is text on one line: line ends become blanks.
func oneLine(text string) string { return strings.TrimSpace(withBlanks(text)) }

// escapeTags puts a backslash before each tag that is not meant as one.
func escapeTags(text string, tags []string) string {
	meant := make(map[string]bool, len(tags))
	for _, t := range tags {
		meant[t] = true
	}
	var b strings.Builder
	done := 0
	eachTag(text, func(from, hash, end int) {
		if from == hash && meant[Tag(text[hash:end])] {
			return
		}
		b.WriteString(text[done:from] + `\`)
		done = from
	})
	return b.String() + text[done:]
}

func formatDue(due Date) string {
	if due == "" {
		return ""
	}
	return " by " + string(due)
}

// formatState is the state in brackets with a blank before it, "" where the item is open.
func formatState(it Item) string {
	if it.State == Open || it.State == History {
		return ""
	}
	s := " (" + string(it.State)
	if it.StateDate != "" {
		s += " " + string(it.StateDate)
	}
	if remark := formatRemark(it.Remark); remark != "" {
		s += ": " + remark
	}
	return s + ")"
}

// formatRemark puts a backslash before each bracket that would not be read as the remark's own.
func formatRemark(remark string) string {
	remark = oneLine(remark)
	all := !balanced(remark)
	var b strings.Builder
	for i := 0; i < len(remark); i++ {
		c := remark[i]
		if c == '(' || c == ')' {
			if all || (i > 0 && remark[i-1] == '\\') {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
	}
	if strings.HasSuffix(remark, `\`) {
		b.WriteByte(' ') // the bracket after it would be taken for the remark's
	}
	return b.String()
}

// balanced reports whether the brackets of s that have no backslash before them pair up.
func balanced(s string) bool {
	depth := 0
	for i := 0; i < len(s); i++ {
		if i > 0 && s[i-1] == '\\' {
			continue
		}
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}

// NewLine is the line of a form: text, folded to one line, of a label, actor and people in the note that in describes.
// It returns Invalid where the text is empty or no line of that note can say it.
func NewLine(l Label, a Actor, people []PersonID, text string, due Date, in Context) (string, error) {
	it := Item{Label: l, Actor: a, People: people, Text: oneLine(text), Due: due}
	it.Tags = TagsIn(it.Text)
	if err := in.checkSayable(it); err != nil {
		return "", err
	}
	line := Format(it, in)
	if r, ok := in.read(line); ok && sameItem(r.item, in.asRead(it)) {
		return line, nil
	}
	return "", ErrCannotSay
}

// ErrCannotSay is what a rewriting returns that no single line can say.
var ErrCannotSay = Invalid{
	Field: voice.T("Line"),
	Why:   voice.T("This won't fit on one line. Write it in the note itself."),
}

// asRead is what Parse returns for an item that is written in this note.
func (in Context) asRead(it Item) Item {
	it.Text, it.Remark = oneLine(it.Text), oneLine(it.Remark)
	it.Tags = inOrderOf(it.Text, it.Tags)
	if it.State != Open && it.StateDate == "" {
		it.StateDate = in.Date
	}
	if in.Imported && !it.Closed() {
		it.State, it.StateDate = History, ""
	}
	return it
}

// checkSayable says in a sentence what keeps an item from being a line.
func (in Context) checkSayable(it Item) error {
	switch {
	case it.Label.kind().Hidden:
		return Invalid{Field: voice.T("Label"), Why: voice.T("Private lines aren't filed. Choose another label.")}
	case oneLine(it.Text) == "":
		return Invalid{Field: voice.T("Text"), Why: voice.T("Write what it's about.")}
	case it.Due != "" && !it.Label.kind().Due:
		return Invalid{Field: voice.T("Date"), Why: voice.T("Only a todo, need or decided line can have a date.")}
	case it.Due != "" && !it.Due.Valid():
		return Invalid{Field: voice.T("Date"), Why: voice.T("That isn't a date. Write it like 4 Dec.")}
	case it.State != Open && it.State != History && !it.Label.kind().knows(it.Actor, it.State):
		return Invalid{Field: voice.T("State"), Why: stateFault(it)}
	}
	if _, ok := in.whoText(it.Label, it.Actor, it.People); !ok {
		return Invalid{Field: voice.T("Who"), Why: in.whoFault(it)}
	}
	return nil
}

func stateFault(it Item) string {
	if it.Label == Todo && it.State == Dropped {
		return voice.T("You can't drop a promise: mark it done, or say that you told them why not.")
	}
	return voice.T("A line like this can't be marked “{state}”. Choose something else.", "state", string(it.State))
}

func (in Context) whoFault(it Item) string {
	for _, id := range it.People {
		if id != in.Me && in.Names.Short(id, in.Person) == "" {
			return voice.T("One of these names doesn't work in a line. Change it in Settings.")
		}
	}
	return voice.T("That person can't be named in this note. Choose someone else.")
}

// praiseDivider stands between what happened, what they did and what it changed.
const praiseDivider = " — "

// PraiseText joins the three parts of praise or feedback. Parts that are empty are left out.
func PraiseText(happened, did, changed string) string {
	var parts []string
	for i, p := range []string{happened, did, changed} {
		p = oneLine(p)
		if i < 2 {
			p = strings.ReplaceAll(p, praiseDivider, " – ")
		}
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, praiseDivider)
}

// PraiseParts divides the text of praise or feedback. Where it has fewer than three parts the later ones are empty.
func PraiseParts(text string) (happened, did, changed string) {
	parts := append(strings.SplitN(text, praiseDivider, 3), "", "")
	return strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])
}
