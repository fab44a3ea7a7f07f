package notes

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/voice"
)

// Question is what a suggestion asks.
type Question int

// The questions.
const (
	AskFile    Question = iota // file it as what it would become?
	AskWhich                   // which of the people of that name?
	AskMine                    // mine, or theirs?
	AskDay                     // which day?
	AskName                    // nobody is called that; where Choices are, somebody is called nearly so
	AskSection                 // file all lines below a heading as what it says?
)

// Choice is one answer to a suggestion, for one tap.
type Choice struct {
	Say string // as on its button: "todo", "Chris Baker", "Fri 4 Dec 2026"
	New string // the line that it makes; "" for a section, whose Lines have theirs
}

// Suggestion is a line that nearly files, or the lines below a heading that say what they are.
type Suggestion struct {
	Question Question
	Line     int    // counts from 1
	Old      string // the line as it stands; of a section its heading
	Say      string // as shown: "file as todo?", "not filed: nobody called Legal"
	Name     string // the name that means nobody, or several people, in this note; "" otherwise
	Choices  []Choice
	Item     Item         // what the first choice would be filed as; the zero Item where there is none
	Lines    []Suggestion // of a section, each with its one choice
}

// Key is what a dismissed suggestion is remembered by: its line, and for a name nearly right the name, so that one spelling
// is asked about once.
func (s Suggestion) Key() string {
	if s.Question == AskName && s.Name != "" {
		return "name:" + FoldName(s.Name)
	}
	return NormaliseLine(s.Old)
}

// Edits are the edits that taking choice i makes, to be made together: one undo takes them back.
func (s Suggestion) Edits(note NoteID, i int) []LineEdit {
	if s.Question == AskSection {
		return EditsOfAll(note, s.Lines)
	}
	if i < 0 || i >= len(s.Choices) {
		return nil
	}
	return []LineEdit{{Op: ReplaceLine, Note: note, Line: s.Line, Old: s.Old, New: s.Choices[i].New}}
}

// EditsOfAll are the edits of *File all*: of all suggestions with one answer only, those below headings included.
func EditsOfAll(note NoteID, list []Suggestion) []LineEdit {
	var edits []LineEdit
	for _, s := range list {
		if s.Question == AskFile || s.Question == AskSection {
			edits = append(edits, s.Edits(note, 0)...)
		}
	}
	return edits
}

// Suggestions lists every line of a body that nearly files, in the order of their lines; the lines below a heading that says
// what they are as one. The line that is being typed, counted from 1, is left alone; 0 for none. It takes time linear in
// the length of the body.
func Suggestions(body string, in Context, typing int) []Suggestion {
	s := newSheet(body)
	var list []Suggestion
	asked := map[string]bool{}
	open := -1 // the section whose lines come, in list
	var sec section
	for i, line := range s.lines {
		heads := false
		if title, lead, ok := in.headingOf(line); ok && s.files(i) {
			heads = true
			open = -1
			if sec = in.sectionOf(title); sec.label != "" {
				sec.lead = lead
				list = append(list, Suggestion{Question: AskSection, Line: i + 1, Old: line})
				open = len(list) - 1
				continue
			}
		} else if open >= 0 && sec.lead && !isBlank(line) && !isListItem(line) {
			open = -1
		}
		if heads || i+1 == typing || !s.files(i) || isBlank(line) {
			continue
		}
		if open >= 0 {
			if one, ok := in.inSection(&s, i, sec); ok {
				list[open].Lines = append(list[open].Lines, one)
				continue
			}
		}
		one, ok := in.suggest(&s, i)
		if !ok || one.Question == AskName && asked[one.Key()] {
			continue
		}
		asked[one.Key()] = true
		list = append(list, one)
	}
	list = slices.DeleteFunc(list, func(s Suggestion) bool { return s.Question == AskSection && len(s.Lines) == 0 })
	for i := range list {
		if list[i].Question == AskSection {
			list[i].sayAll()
		}
	}
	return list
}

// sayAll words what a section asks.
func (s *Suggestion) sayAll() {
	s.Item = s.Lines[0].Item
	l := s.Item.Label
	if n := len(s.Lines); n == 1 {
		s.Say = fmt.Sprintf("file this line as %s?", l)
	} else {
		s.Say = fmt.Sprintf("file these %d lines as %s?", n, l)
	}
	s.Choices = []Choice{{Say: string(l)}}
}

// suggest is what is suggested of line i, whatever heading it stands below.
func (in Context) suggest(s *sheet, i int) (Suggestion, bool) {
	line := s.lines[i]
	if _, box := bareBox(line); box && in.listsOf(s)[i] {
		return Suggestion{}, false
	}
	one, ok := in.suggestLine(line)
	one.Line, one.Old = i+1, line
	return one, ok
}

// suggestLine is what is suggested of a line.
func (in Context) suggestLine(line string) (Suggestion, bool) {
	o := readStart(line)
	if o.after >= len(line) || line[o.after] == '\\' || isHeading(line) || isOff(line[o.after:]) {
		return Suggestion{}, false
	}
	if h, ok := in.readHeading(line); ok {
		if r, ok := in.readBehind(line, h); ok {
			return in.askDay(line, r)
		}
		return in.askOwner(line, h)
	}
	if name, ok := in.unreadName(line); ok {
		return in.askName(line, name)
	}
	o.after += signsAt(line[o.after:])
	if o.after >= len(line) {
		return Suggestion{}, false
	}
	for _, try := range []func(string, opening) (string, Label){in.shouted, in.committed, in.said, in.handed, in.dueProse} {
		if fix, l := try(line, o); fix != "" {
			return in.offer(fix, l)
		}
	}
	return Suggestion{}, false
}

// isOff reports whether a line begins with the box of what was given up: `[-]`.
func isOff(s string) bool { return strings.HasPrefix(s, "[-]") || strings.HasPrefix(s, "[~]") }

// offer suggests a line that files under a label. Where a name in it is one of several people, it asks which.
func (in Context) offer(fix string, l Label) (Suggestion, bool) {
	if r, ok := in.read(fix); ok && r.item.Label == l {
		return Suggestion{Say: "file as " + string(l) + "?", Choices: []Choice{{Say: string(l), New: fix}}, Item: r.item}, true
	}
	if name, ok := in.unreadName(fix); ok {
		return in.askName(fix, name)
	}
	at := readStart(fix).after
	if _, n, ok := in.labelAt(fix[at:]); ok {
		at += n + blanks(fix[at+n:])
		if name, end := in.ambiguousAt(fix, at); end > 0 {
			return in.askName(fix, name)
		}
	}
	return Suggestion{}, false
}

// askName asks which person a name in a line means.
func (in Context) askName(line, name string) (Suggestion, bool) {
	ids := in.Names.Find(name, in.Person)
	s := Suggestion{Question: AskWhich, Say: sayUnread(name, ids), Name: name}
	if len(ids) == 0 {
		s.Question = AskName
		if id, ok := in.Names.near(name); ok {
			ids = []PersonID{id}
		}
	}
	for _, id := range ids {
		long := in.Names.unique(id, in.Person)
		at := strings.Index(line, name)
		if long == "" || at < 0 {
			continue
		}
		fix := line[:at] + long + line[at+len(name):]
		if r, ok := in.read(fix); ok {
			s.Choices = append(s.Choices, Choice{Say: long, New: fix})
			if s.Item.Label == "" {
				s.Item = r.item
			}
		}
	}
	return s, true
}

// askOwner asks whose a todo is that was held back.
func (in Context) askOwner(line string, h heading) (Suggestion, bool) {
	if h.label != Todo || !h.whoAt.empty() || h.named {
		return Suggestion{}, false
	}
	from := h.textBegin + blanks(line[h.textBegin:])
	at := from
	if at < len(line) && strings.IndexByte("@[(", line[at]) >= 0 {
		at++
	}
	if name, end := in.ambiguousAt(line, at); end > 0 {
		return in.askName(line, name)
	}
	rest := strings.TrimSpace(line[from:])
	if rest == "" || isEmptyAnswer(rest, Todo) || in.onlyNames(rest) {
		return Suggestion{}, false
	}
	s := Suggestion{Question: AskMine, Say: voice.T("Who will do it?")}
	if in.handsOver(rest) {
		s.Say = voice.T("Is this yours to do?")
	}
	head, own := line[:h.after]+in.wordFor(Todo), ""
	names := []string{"me", in.Names.Short(in.Person, in.Person)}
	if w, end, ok := in.readList(line, from, false); ok && len(w.ids) > 0 {
		names = []string{line[from:end], names[1], "me"}
		own = strings.TrimSpace(line[end:])
	}
	for i, name := range names {
		fix := head + spaced(name) + ": " + rest
		if own != "" && i == 0 {
			fix = head + spaced(name) + ": " + own
		}
		if r, ok := in.read(fix); ok && name != "" && !slices.ContainsFunc(s.Choices, func(c Choice) bool { return c.New == fix }) {
			if len(s.Choices) == 0 {
				s.Item = r.item
			}
			s.Choices = append(s.Choices, Choice{Say: name, New: fix})
		}
	}
	return s, len(s.Choices) > 0
}

// askDay asks which day the end of a filed line means, where it looks like a date and is not read.
func (in Context) askDay(line string, r reading) (Suggestion, bool) {
	if !r.item.Label.kind().Due || r.item.Due != "" || r.item.State != Open {
		return Suggestion{}, false
	}
	s := r.text.in(line)
	end, _ := stepOverTags(s, len(s), false)
	for _, cut := range []span{r.tail.whoAt, r.tail.state} {
		if !cut.empty() && cut.from < end {
			end = trimmedEnd(s[:cut.from])
		}
	}
	d, ok := dueIn(s, end, in.rules(r.item.Label, r.item.Actor, false), true)
	if !ok || d.slash < len(s) && s[d.slash] == '\\' || isBlank(s[:d.whole.from]) {
		return Suggestion{}, false
	}
	ask := Suggestion{Question: AskDay, Say: voice.T("Which day is that?"), Item: r.item}
	if len(d.choices) == 1 && d.choices[0] == in.Date {
		ask.Say = voice.T("by today?")
	}
	for _, day := range d.choices {
		by := "by " + string(day)
		if day == in.Date && len(d.choices) == 1 {
			by = "by today"
		}
		fix := line[:r.text.from] + s[:d.whole.from] + by + s[d.whole.to:] + line[r.text.to:]
		if got, ok := in.read(fix); ok && got.item.Due == day {
			if len(ask.Choices) == 0 {
				ask.Item = got.item
			}
			ask.Choices = append(ask.Choices, Choice{Say: SayFull(day, in.Date), New: fix})
		}
	}
	if len(ask.Choices) == 0 {
		ask.Say = voice.T("That day isn't in the calendar.")
	}
	return ask, true
}

// unique is the shortest name of somebody that means nobody else in a note.
func (n *Names) unique(id, in PersonID) string { return n.Short(id, in) }

// near is the one person whose first name is written nearly like name.
func (n *Names) near(name string) (PersonID, bool) {
	if n == nil {
		return 0, false
	}
	if len(name) < 4 || len(name) > 40 {
		return 0, false
	}
	folded := foldedName(name)
	said, found := []rune(folded), PersonID(0)
	for id, own := range n.first {
		if own.folded == "" || folded == "" || own.folded[0] != folded[0] || !nearly(said, []rune(own.folded)) {
			continue
		}
		if found != 0 {
			return 0, false
		}
		found = id
	}
	return found, found != 0
}

// nearly reports whether two words begin alike and differ in one letter: another, one more, or two that changed places.
func nearly(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(a) < 4 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return string(a[i:]) == string(b[i+1:])
	}
	if i == len(a) {
		return false // the same name
	}
	if string(a[i+1:]) == string(b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && string(a[i+2:]) == string(b[i+2:])
}

// section is what a heading says of the lines below it.
type section struct {
	label Label
	owner string // the WHO of its lines, "" where it names nobody
	lead  bool
}

var sectionTitles = map[Label][]string{
	Todo: {
		"action items", "actions", "action points", "next steps", "next step", "to do", "todo", "to-do", "to dos", "todos", "to-dos", "tasks",
		"follow-ups", "follow ups", "follow-up", "actions and next steps", "nächste schritte", "aufgaben", "tareas", "próximos pasos",
		"acciones",
		"à faire", "prochaines étapes", "próximas ações", "a fazer", "задачи", "ネクストアクション",
	},
	Decided: {
		"decisions", "decision", "decided", "agreed", "agreements", "beschlüsse", "entscheidungen", "decisiones", "acuerdos",
		"décisions", "decisões",
	},
	Praise: {"praise", "kudos", "shout-outs", "shoutouts", "wins", "lob", "elogios"},
	Stuck:  {"blockers", "blocker", "blocked", "stuck", "risks", "risks/blockers", "bloqueos", "blocages", "hindernisse"},
	Idea:   {"ideas", "idea", "ideen", "idées", "ideias"},
	Ask:    {"questions", "open questions", "question", "fragen", "offene fragen", "preguntas"},
	Need:   {"needs", "support needed", "needed from me", "needed"},
}

var sections = func() map[string]Label {
	by := map[string]Label{}
	for l, titles := range sectionTitles {
		for _, t := range titles {
			by[t] = l
		}
	}
	return by
}()

var mineWords = words("me mine manager i my self")

// sectionOf reads a heading: its label, and the owner that `(me)`, `Mine` or a name set.
func (in Context) sectionOf(title string) section {
	plain := plainTitle(title)
	if plain == "mine" || plain == "my actions" || plain == "for me" || plain == "for me to do" || plain == "me" {
		return section{label: Todo, owner: "me"}
	}
	if plain == "theirs" || plain == "hers" || plain == "his" {
		return section{label: Todo, owner: in.Names.Short(in.Person, in.Person)}
	}
	if l, ok := sections[plain]; ok {
		return section{label: l}
	}
	for _, divide := range []string{" (", " – ", " - ", " for "} {
		head, owner, ok := strings.Cut(plain, divide)
		if !ok {
			continue
		}
		owner = strings.Trim(owner, "() ")
		l, known := sections[strings.TrimSpace(head)]
		switch w, end, named := in.readList(owner, 0, true); {
		case !known:
		case mineWords[owner]:
			return section{label: l, owner: "me"}
		case named && end == len(owner) && (w.me || w.we || len(w.ids) > 0):
			return section{label: l, owner: owner}
		case divide == " (":
			return section{label: l}
		}
	}
	return section{}
}

// inSection is the suggestion for line i below a heading; false where it files by itself or is no item of a list.
func (in Context) inSection(s *sheet, i int, sec section) (Suggestion, bool) {
	line := s.lines[i]
	o := readStart(line)
	if !o.marker && o.box.empty() || o.after >= len(line) || line[o.after] == '\\' || isOff(line[o.after:]) {
		return Suggestion{}, false
	}
	if _, filed := in.readOf(s, i); filed || !o.box.empty() && !in.setBy(sec) {
		return Suggestion{}, false
	}
	rest := line[o.after:]
	owner := sec.owner
	if w, end, ok := in.readList(line, o.after, true); ok && (w.me || w.we || len(w.ids) > 0) {
		if _, _, colon := colonAt(line, end, "", true); colon || willDoAt(line[end:]) > 0 {
			owner = "" // the line names its own
		}
	}
	if _, after := firstPersonAt(rest); after > 0 && sec.label == Todo {
		owner = ""
	}
	fix := line[:o.after] + in.wordFor(sec.label) + spaced(owner) + ": " + rest
	r, ok := in.read(fix)
	if !ok {
		if h, ok := in.readHeading(fix); ok {
			one, ok := in.askOwner(fix, h)
			one.Line, one.Old = i+1, line
			return one, ok
		}
		return Suggestion{}, false
	}
	return Suggestion{
		Line: i + 1, Old: line, Say: "file as " + string(sec.label) + "?",
		Choices: []Choice{{Say: string(sec.label), New: fix}}, Item: r.item,
	}, true
}

// setBy reports whether a heading sets an owner other than the note's person, so that boxes below it are not theirs.
func (in Context) setBy(sec section) bool {
	if sec.label != Todo || sec.owner == "" {
		return false
	}
	w, _, ok := in.readList(sec.owner, 0, true)
	people, actor := in.roles(Todo, w)
	own, bare := in.roles(Todo, who{})
	return ok && (actor != bare || !equalIDs(people, own))
}

// committed offers what somebody says they will do: "Ben will send the poll", "I owe her an answer", "me: ask Dana".
func (in Context) committed(line string, o opening) (string, Label) {
	at := o.after
	if w := firstWord(line[at:]); strings.EqualFold(w, "so") || strings.EqualFold(w, "and") || strings.EqualFold(w, "also") {
		at += len(w) + blanks(line[at+len(w):])
	}
	rest := line[at:trimmedEnd(line)]
	todo := line[:o.after] + in.wordFor(Todo)
	if in.mine(rest) {
		if _, after := firstPersonAt(rest); after > 0 {
			rest = rest[after:]
		} else if n := wordAt(rest, "me"); n > 0 {
			n += blanks(rest[n:])
			rest = strings.TrimSpace(rest[n+colonSize(rest[n:]):])
		}
		return todo + " me: " + rest, Todo
	}
	if n := in.theirs(rest); n > 0 {
		return todo + spaced(in.Names.Short(in.Person, in.Person)) + ": " + rest[n:], Todo
	}
	if text, name, ok := in.toOwner(rest); ok {
		return todo + " " + name + ": " + text, Todo
	}
	name, end := in.someone(rest)
	if end == 0 {
		return "", ""
	}
	if n := in.willDo(rest, end, strings.ContainsAny(line[:o.after], "→>➡")); n > 0 {
		return todo + " " + name + ": " + strings.TrimSpace(rest[n:]), Todo
	}
	return "", ""
}

// toOwner reads `send the slides → Ben`.
func (in Context) toOwner(s string) (text, name string, ok bool) {
	i := max(strings.LastIndex(s, "→"), strings.LastIndex(s, "->"), strings.LastIndex(s, "=>"))
	if i <= 0 || len(s)-i > 4*longestName {
		return "", "", false
	}
	sign := "→"
	if s[i] == '-' || s[i] == '=' {
		sign = "->"
	}
	name = strings.TrimSpace(s[i+len(sign):])
	w, end, found := in.readList(name, 0, false)
	text = strings.TrimSpace(s[:i])
	return text, name, found && end == len(name) && (w.me || len(w.ids) > 0) && text != ""
}

// someone reads a name at the start of s: known, of several people, or nearly right. End is 0 where there is none.
func (in Context) someone(s string) (name string, end int) {
	bare := strings.TrimPrefix(s, "@")
	cut := len(s) - len(bare)
	if w, end, ok := in.readList(s, 0, true); ok && !w.me && !w.we {
		if n := firstWord(bare); cut == 0 && isPlainWord(n) && !strings.HasPrefix(s[len(n):], "'") {
			return n, end
		}
		return s[:end], end
	}
	if name, end := in.ambiguousAt(s, cut); end > 0 {
		return name, end
	}
	word := firstWord(bare)
	word, _, _ = strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	if ids := in.Names.Find(word, in.Person); word != "" && cut+len(word) < len(s) && (len(ids) > 1 || len(ids) == 1 && ids[0] != in.Me) {
		return word, cut + len(word)
	}
	if id, ok := in.Names.near(word); ok {
		if long := in.Names.Short(id, in.Person); long != "" {
			return long, cut + len(word)
		}
	}
	return "", 0
}

// willDo returns where what is to be done begins in s, after a name that ends at byte end; 0 where nothing is. An arrow
// before the name says that something is.
func (in Context) willDo(s string, end int, arrow bool) int {
	rest := s[end:]
	if n := willDoAt(rest); n > 0 {
		return end + n
	}
	b := blanks(rest)
	at := end + b
	marked := s[0] == '@'
	r, size := utf8.DecodeRuneInString(s[at:])
	if strings.ContainsRune("—–-,:：", r) && size > 0 {
		n := at + size + blanks(s[at+size:])
		if pleased := pleaseAt(s[n:]); pleased > 0 && n+pleased < len(s) {
			return n + pleased
		}
		if r != ',' && imperatives[strings.ToLower(firstWord(s[n:]))] {
			return n
		}
		return 0
	}
	if b == 0 {
		return 0
	}
	if pleased := pleaseAt(s[at:]); pleased > 0 && at+pleased < len(s) {
		return at + pleased
	}
	verb := strings.ToLower(firstWord(s[at:]))
	switch {
	case marked && imperatives[verb]:
		return at
	case does[verb] && (arrow || takesOver(s[at+len(verb):]) || in.hasDue(s)):
		return at
	case foreignDeed(strings.ToLower(s[at:])):
		return at
	}
	return 0
}

// takesOver reports whether what follows a verb is something taken on.
func takesOver(s string) bool {
	return wordAt(s[blanks(s):], "over") > 0 || wordAt(s[blanks(s):], "care of") > 0
}

func (in Context) hasDue(s string) bool {
	_, ok := dueIn(s, len(s), in.rules(Todo, Them, false), true)
	return ok
}

// pleaseAt is the length of a please at the start of s, with the blanks after it.
func pleaseAt(s string) int {
	w := firstWord(s)
	if !askWords[strings.ToLower(w)] {
		return 0
	}
	return len(w) + blanks(s[len(w):])
}

var (
	askWords    = words("please pls plz bitte porfa svp stp por-favor")
	imperatives = words(`accept add agree amend announce answer apply approve arrange ask assign attend backup book bring
		build bump buy call cancel change chase check choose circulate clean clear close collect compare
		compile complete confirm contact cook copy count cover create cut decide define delete deliver demo
		describe design discuss do document draft draw drive drop email escalate estimate extend fetch file
		fill find finish fix flatten follow forward gather get give hand help hire improve inform install
		introduce invite join keep lead learn let list look mail make map measure meet merge migrate move
		note order organise organize own paint pay phone pick ping plan polish post prepare present print
		propose publish pull push put raise reach read rebuild record reduce register remind remove rename
		renew repair replace reply report research reserve reset restart review revise rewrite ring rotate
		run scan schedule see sell send set settle share ship show sign sketch sort speak split start stop
		store submit summarise summarize swap switch sync take talk teach tell test tidy track train
		translate try turn update upgrade upload use verify visit wash water wipe work write`)
)

// foreignDeed reports whether s, after a name, says in German, Spanish or French what that person will do.
func foreignDeed(s string) bool {
	for _, begin := range []string{
		"kümmert sich um ", "übernimmt ", "schickt ", "bestellt ", "klärt ", "prüft ", "schreibt mir ", "bringt die ", "bringt den ",
		"bringt das ",
		"organisiert ", "besorgt ", "se encarga de", "se ocupa de", "manda ", "prepara ", "envía ", "s'occupe de", "s'occupe d'",
		"s’occupe de",
		"envoie ", "prépare ", "se charge de", "erledigt ", "erstellt ", "verschickt ", "reserviert ", "bucht ", "repariert ", "holt die ",
		"holt den ", "holt das ", "macht die ", "macht den ", "enviará ", "preparará ", "llamará ", "mandará ", "traerá ", "comprará ",
		"hará ",
		"relance ", "commande ", "appelle ", "réserve ", "rédige ", "apporte ", "achète ", "vérifie ", "enverra ", "appellera ", "préparera ",
	} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	for _, begin := range []string{"va a ", "va "} {
		if rest, ok := strings.CutPrefix(s, begin); ok {
			return isInfinitive(firstWord(rest))
		}
	}
	return false
}

// isInfinitive reports whether a word looks like a Spanish or French verb of doing.
func isInfinitive(verb string) bool {
	for _, no := range []string{"ser", "estar", "tener", "decir", "haber", "être", "avoir", "aimer", "dire", "ver"} {
		if verb == no {
			return false
		}
	}
	for _, end := range []string{"ar", "er", "ir", "re"} {
		if strings.HasSuffix(verb, end) && len(verb) > 3 {
			return true
		}
	}
	return false
}

// mine reports whether s says what I will do.
func (in Context) mine(s string) bool {
	lower := strings.ToLower(beginningOf(s))
	if n := wordAt(s, "me"); n > 0 && colonSize(s[n+blanks(s[n:]):]) > 0 {
		return true
	}
	if _, after := firstPersonAt(s); after > 0 && !strings.HasPrefix(lower, "i to ") {
		return isDeed(s[after:], s) && !strings.HasPrefix(lower, "i should ") && !strings.HasPrefix(lower, "i want ")
	}
	for _, begin := range []string{
		"i owe ", "i still owe ", "i promised to ", "i promised her ", "i promised him ", "i promised them ", "remind me to ",
		"let me check ",
		"note to self: ", "remember to ", "don't forget to ", "ich frage ", "ich gebe ihr ", "ich gebe ihm ", "ich melde mich ",
		"ich spreche mit ",
		"ich rede mit ", "je demande ", "je m'occupe ", "j'appelle ", "j'envoie ", "je relance ", "ich schicke ", "ich kläre ",
		"ich kümmere mich um ", "ich bestelle ", "ich rufe ",
		"ich schreibe ", "ich besorge ", "je dois lui ", "je dois leur ", "le debo ", "les debo ",
	} {
		if strings.HasPrefix(lower, begin) {
			return true
		}
	}
	for _, begin := range []string{"voy a ", "je vais ", "tengo que ", "debo "} {
		if rest, ok := strings.CutPrefix(lower, begin); ok {
			return isInfinitive(firstWord(rest))
		}
	}
	for _, begin := range []string{"need to ", "must ", "have to "} {
		if rest, ok := strings.CutPrefix(lower, begin); ok {
			verb := firstWord(rest)
			return handing[verb] && verb != "let" || verb == "check" || verb == "find"
		}
	}
	return false
}

// theirs returns where what the note's person will do begins, after she, he or they; 0 where s does not say so.
func (in Context) theirs(s string) int {
	if in.Person == in.Me {
		return 0
	}
	word := strings.ToLower(firstWord(s))
	word, _, _ = strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	switch word {
	case "she", "he":
		if n := willDoAt(s[len(word):]); n > 0 &&
			wordAt(s[len(word)+blanks(s[len(word):]):], "should")+wordAt(s[len(word)+blanks(s[len(word):]):], "needs") == 0 {
			return len(word) + n
		}
	case "sie", "er", "elle", "il", "ella":
		b := blanks(s[len(word):])
		if b > 0 && foreignDeed(strings.ToLower(s[len(word)+b:])) {
			return len(word) + b
		}
	}
	return 0
}

// beginnings are how lines begin that say plainly what they are without a label, and what is left of them in the line.
var beginnings = []struct {
	begin string
	label Label
	keep  bool // the beginning stays in the text
}{
	{"need to talk about ", Topic, true},
	{"we need to talk about ", Topic, true},
	{"want to talk about ", Topic, true},
	{"to discuss next time", Topic, false},
	{"parking lot: ", Topic, false},
	{"follow up with ", Todo, true},
	{"follow up w/ ", Todo, true},
	{"follow up on ", Todo, true},
	{"follow-up with ", Todo, true},
	{"chase ", Todo, true},
	{"decided to ", Decided, false},
	{"we decided to ", Decided, false},
	{"we decided: ", Decided, false},
	{"we agreed to ", Decided, false},
	{"we decided that ", Decided, false},
	{"we agreed: ", Decided, false},
	{"we're going with ", Decided, false},
	{"we are going with ", Decided, false},
	{"hemos acordado ", Decided, false},
	{"acordamos ", Decided, false},
	{"quedamos en ", Decided, false},
	{"wir haben entschieden", Decided, true},
	{"wir haben vereinbart", Decided, true},
	{"needs a ", Need, false},
	{"needs an ", Need, false},
	{"needs help with ", Need, true},
	{"really proud of ", Praise, true},
	{"nice work on ", Praise, true},
	{"good job on ", Praise, true},
	{"blocked on ", Stuck, true},
	{"we agreed on ", Decided, false},
	{"we agreed that ", Decided, false},
	{"decided we ", Decided, true},
	{"decided that ", Decided, false},
	{"decision made: ", Decided, false},
	{"decidimos ", Decided, false},
	{"hemos decidido ", Decided, false},
	{"on a décidé de ", Decided, false},
	{"nous avons décidé de ", Decided, false},
	{"wir haben beschlossen", Decided, true},
	{"ask her ", Ask, false},
	{"ask him ", Ask, false},
	{"great job on ", Praise, true},
	{"great job with ", Praise, true},
	{"well done on ", Praise, true},
	{"she needs a", Need, false},
	{"he needs a", Need, false},
	{"she is stuck ", Stuck, false},
	{"he is stuck ", Stuck, false},
	{"she's stuck ", Stuck, false},
	{"he's stuck ", Stuck, false},
	{"stuck on ", Stuck, true},
	{"blocked by ", Stuck, true},
}

// foreignLabels are words for labels in other languages, which are offered where a colon follows.
var foreignLabels = map[string]Label{
	"aufgabe": Todo, "aufgaben": Todo, "acción": Todo, "tarea": Todo, "à faire": Todo, "tâche": Todo, "a fazer": Todo,
	"tarefa": Todo, "задача": Todo, "宿題": Todo,
	"entscheidung": Decided, "beschluss": Decided, "beschlossen": Decided, "decisión": Decided, "acuerdo": Decided,
	"décision": Decided, "decisão": Decided, "решение": Decided,
	"lob": Praise, "danke": Praise, "bravo": Praise, "frage": Ask, "pregunta": Ask, "idee": Idea, "idée": Idea, "thema": Topic,
	"tema": Topic, "sujet": Topic,
	"help": Need, "besoin": Need, "necesidad": Need, "blockers": Stuck, "risks": Stuck, "hindernis": Stuck, "bloqueo": Stuck,
	"blocage": Stuck, "decisions": Decided, "ideas": Idea, "questions": Ask,
}

// beginningOf is as much of a line as any of the beginnings that are looked for takes.
func beginningOf(s string) string {
	n := min(len(s), 48)
	for n < len(s) && n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// said offers what lines say plainly without a label.
func (in Context) said(line string, o opening) (string, Label) {
	rest := line[o.after:trimmedEnd(line)]
	lower := strings.ToLower(beginningOf(rest))
	if at, _ := indexColon(rest); at > 0 && at <= 30 && len(lower) == len(beginningOf(rest)) {
		word := strings.TrimSpace(lower[:at])
		size := colonSize(rest[at:])
		if l, ok := foreignLabels[word]; ok && !(in.Words != nil && in.Words.off[word]) {
			return line[:o.after] + in.wordFor(l) + ": " + strings.TrimSpace(rest[at+size:]), l
		}
	}
	if l, text := in.tagged(rest); l != "" {
		return line[:o.after] + in.wordFor(l) + ": " + text, l
	}
	if imperatives[strings.ToLower(firstWord(rest))] && (in.hasDue(rest) || strings.ContainsAny(line[:o.after], "→➡👉📌>")) {
		return line[:o.after] + in.wordFor(Todo) + ": " + rest, Todo
	}
	for _, b := range beginnings {
		if !strings.HasPrefix(lower, b.begin) {
			continue
		}
		text := rest
		if n := strings.LastIndexByte(b.begin, ' '); !b.keep && n == len(b.begin)-1 {
			text = rest[len(b.begin):]
		}
		return line[:o.after] + in.wordFor(b.label) + ": " + text, b.label
	}
	return "", ""
}

// tagged reads a label that is written as a tag: "#todo send it", "send it #action".
func (in Context) tagged(s string) (Label, string) {
	for _, at := range []int{0, strings.LastIndex(s, " #") + 1} {
		n := tagAt(s[at:])
		if n == 0 || at > 0 && at+n != len(s) {
			continue
		}
		if w, size, ok := in.labelAt(s[at+1:]); ok && size == n-1 && !w.named {
			if text := strings.TrimSpace(s[:at] + s[at+n:]); text != "" {
				return w.kind.Label, text
			}
		}
	}
	return "", ""
}

// handings are how somebody is thanked.
var handings = []string{
	"kudos to ", "props to ", "shout out to ", "shout-out to ", "shoutout to ", "thanks to ", "thx to ", "thank you ", "thanks ",
	"thx ", "danke an ", "dank an ", "merci à ",
	"gracias a ", "enhorabuena a ", "bravo à ", "lob an ", "muy buen trabajo de ", "buen trabajo de ", "great work by ",
	"hats off to ", "nice work by ", "vielen dank an ", "felicidades a ", "chapeau à ", "grazie a ", "great job by ", "well done ",
}

// handed offers praise of somebody who is thanked by name. Of somebody unknown nothing is offered: the note's person would
// be praised for it.
func (in Context) handed(line string, o opening) (string, Label) {
	rest := line[o.after:trimmedEnd(line)]
	lower := strings.ToLower(beginningOf(rest))
	for _, begin := range handings {
		if !strings.HasPrefix(lower, begin) {
			continue
		}
		s := rest[len(begin):]
		name, end := in.someone(s)
		if end == 0 {
			return "", ""
		}
		text := strings.TrimLeftFunc(s[end:], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
		why := strings.ToLower(firstWord(text))
		if !whyWords[why] && !strings.ContainsAny(s[end:min(len(s), end+2)], "-–—,:") {
			return "", ""
		}
		if whyWords[why] && why != "con" {
			text = strings.TrimSpace(text[len(why):])
		}
		return line[:o.after] + in.wordFor(Praise) + " " + name + ": " + text, Praise
	}
	return "", ""
}

var whyWords = words("for für fürs pour por con who")
