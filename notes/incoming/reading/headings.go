package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes"
)

// The levels of what heads a part of a text though it isn't a heading of Markdown.
const (
	boldLevel = 7 // a line that is bold from beginning to end
	bareLevel = 8 // a line that begins with a date
)

var (
	atx      = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*(?:[ \t]#+)?$`)
	setext   = regexp.MustCompile(`^ {0,3}(=+|-{2,})[ \t]*$`)
	bold     = regexp.MustCompile(`^ {0,3}(?:\*\*|__)([^*_].*?)(?:\*\*|__)[ \t]*:?[ \t]*$`)
	listed   = regexp.MustCompile(`^\s*([-*+•>|]|\d{1,9}[.)])(\s|$)`)
	monthDay = regexp.MustCompile(`(?i)^(?:[a-z]{2,9}[.,]?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+(` + months + `)|` +
		`(` + months + `)\s+(\d{1,2})(?:st|nd|rd|th)?)($|[^\p{L}\p{N}])`)
	pairDay  = regexp.MustCompile(`(?i)^(?:\p{L}{2,10}[.,]?\s+)?(\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.)($|[^\p{L}\p{N}/.-])`)
	numbered = regexp.MustCompile(`(?i)^ {0,3}\d{1,2}\.\s+(?:` + months + `)\b`)
	onlyYear = regexp.MustCompile(`^(?:19|20)\d{2}$`)
	inMonth  = regexp.MustCompile(`(?i)^(` + months + `)[ ,]+((?:19|20)\d{2})$`)
	months   = wordsElsewhere + `|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|` +
		`nov(?:ember)?|dec(?:ember)?`
)

// Head is a line that heads what follows.
type Head struct {
	Level int
	Text  string // without its marks
	Lines int    // 2 where it is underlined
}

// HeadAt reads the heading at line i: of Markdown, underlined, or a line that is bold from beginning to end.
func HeadAt(lines []string, i int) (Head, bool) {
	line := lines[i]
	first := begins(line)
	if first == '#' {
		if m := atx.FindStringSubmatch(line); m != nil {
			return Head{len(m[1]), unbold(m[2]), 1}, true
		}
	}
	if level := underlined(lines, i); first != 0 && level > 0 {
		return Head{level, unbold(line), 2}, true
	}
	if (first == '*' || first == '_') && len(line) < 120 {
		if m := bold.FindStringSubmatch(line); m != nil && !strings.Contains(m[1], "**") {
			return Head{boldLevel, m[1], 1}, true
		}
	}
	return Head{}, false
}

// underlined is the level of a line that is a heading by the line below it; 0 where it is none.
func underlined(lines []string, i int) int {
	if i+1 == len(lines) || i > 0 && strings.TrimSpace(lines[i-1]) != "" {
		return 0
	}
	under := begins(lines[i+1])
	if under != '=' && under != '-' || listed.MatchString(lines[i]) || !setext.MatchString(lines[i+1]) {
		return 0
	}
	return map[byte]int{'=': 1, '-': 2}[under]
}

// begins is the first byte of a line after its indentation; 0 where it is blank.
func begins(line string) byte {
	for i := 0; i < len(line); i++ {
		if c := line[i]; c != ' ' && c != '\t' {
			return c
		}
	}
	return 0
}

func unbold(s string) string {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"**", "__", "*", "_"} {
		if len(s) > 2*len(mark) && strings.HasPrefix(s, mark) && strings.HasSuffix(s, mark) {
			s = s[len(mark) : len(s)-len(mark)]
		}
	}
	return strings.TrimSpace(s)
}

// Section is a part of a text under a heading that says a day, or what stands before the first such.
type Section struct {
	From, To int    // its lines, with the heading; To isn't of it
	Body     int    // its first line after the heading
	Head     string // the heading; "" before the first one
	Dated    bool   // the heading says a day, though perhaps in a way that can be read twice
	Date     notes.Date
	ByFile   notes.Date // where Date is missing, the day by when the file was changed last
	Rest     string     // what the heading says besides the day
	Text     bool       // Rest is text that stands behind the day, and no heading
	Above    []string   // the headings above it that say no day, the nearest last
	level    int
	leads    int // how clearly the heading is there for the day: 2 it begins with it, 1 a word stands before it, 0 more do
	written  string
	month    time.Month // of a day without a year
	day      int
	pair     string // of a day without a year, "3/12" and "3.12.", what it says
	// monthless says that day is a number alone, with the weekday of it.
	monthless bool
	weekday   time.Weekday
}

// Level is that of the heading: the lower it is, the more stands below it.
func (s *Section) Level() int { return s.level }

// Heads are the headings of a text, found once.
type Heads struct {
	text []string
	all  []Section
}

// HeadsOf finds the headings of a text.
func HeadsOf(lines []string) Heads {
	return Heads{text: lines, all: headings(lines)}
}

// saysDay reports whether a heading says a day.
func (s *Section) saysDay() bool {
	return s.written != "" || s.month != 0 || s.pair != "" || s.monthless
}

// Split divides a text at the headings that say a day: those of the level of which there are the most, and those above them. Where no
// year is said it is that of a heading above, or follows from the order of the days, none of which is after today. A day that can
// be read in two ways is read by the order; where that says nothing the section is Dated and has no Date, as is one that says weekday
// and number alone, where neither the days beside it nor what is known of the file say the month.
func (h Heads) Split(order Order, today notes.Date) []Section {
	return h.SplitAbout(order, today, About{})
}

// SplitAbout is Split of a text of whose day something is known besides.
func (h Heads) SplitAbout(order Order, today notes.Date, about About) []Section {
	count := 0
	for i := range h.all {
		if h.all[i].saysDay() {
			count++
		}
	}
	if count == 0 {
		return []Section{{To: len(h.text)}}
	}
	level := splitLevel(h.all)
	over := h.over(level)
	sections := append(make([]Section, 0, count+1), Section{})
	var above []Head
	for at, h := range h.all {
		i := h.From
		if over[at] && h.level >= level {
			h.level = level - 1
		} else if !h.divides(level) {
			continue
		}
		if !h.Dated {
			for len(above) > 0 && above[len(above)-1].Level >= h.level {
				above = above[:len(above)-1]
			}
			above = append(above, Head{Level: h.level, Text: h.Head})
		}
		for _, a := range above {
			if a.Level < h.level {
				h.Above = append(h.Above, a.Text)
			}
		}
		sections[len(sections)-1].To = i
		sections = append(sections, h)
	}
	sections[len(sections)-1].To = len(h.text)
	dates(sections, order, today)
	settle(sections, today, about)
	return sections
}

// divides reports whether a heading divides a text that is divided at days of a level, and notes whether it does as one of a day.
func (s *Section) divides(level int) bool {
	if !s.saysDay() {
		return s.level < min(level, boldLevel)
	}
	s.Dated = s.level == level || s.level < level && s.leads > 0
	return s.Dated || s.level < level
}

// over are the headings that are no higher than those of the days, and yet head them: they say whose one-on-ones follow, and nothing
// stands between them and the first day.
func (h Heads) over(level int) map[int]bool {
	over := map[int]bool{}
	for i := range h.all[:max(len(h.all)-1, 0)] {
		s, next := &h.all[i], &h.all[i+1]
		if s.saysDay() || !saysWhose(s.Head) || !next.saysDay() || next.level != level {
			continue
		}
		if strings.TrimSpace(strings.Join(h.text[s.Body:next.From], "")) == "" {
			over[i] = true
		}
	}
	return over
}

// Whose reports whether a line that isn't marked as a heading says whose one-on-ones the days below it are.
func (h Heads) Whose() bool {
	for _, s := range h.Split(DayFirst, "") {
		if !s.Dated && s.Head != "" && saysWhose(s.Head) {
			return true
		}
	}
	return false
}

// saysWhose reports whether a line says that what follows were one-on-ones, with whom, and no more.
func saysWhose(line string) bool {
	if len(line) > 100 || !strings.ContainsAny(line, "13nN") {
		return false
	}
	line = Targets(line)
	return SaysOneOnOne(line) && Person(line) != ""
}

// Partial reports whether a heading says weekday and number of a day, and no month.
func (h Heads) Partial() bool {
	return slices.ContainsFunc(h.all, func(s Section) bool { return s.monthless })
}

// Split divides a text at the headings that say a day, as Heads do.
func Split(lines []string, order Order, today notes.Date) []Section {
	return HeadsOf(lines).Split(order, today)
}

// Quiet says of each line that it is no heading and no field, whatever it looks like: it is code, or private.
func Quiet(lines []string) []bool {
	quiet, _ := Fences(lines)
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(strings.ToLower(l), "private") }) {
		return quiet
	}
	hidden := notes.Hidden(strings.Join(lines, "\n"))
	for i := range quiet {
		quiet[i] = quiet[i] || hidden[i]
	}
	return quiet
}

// headings are all headings of a text, and lines that head a day.
func headings(lines []string) (heads []Section) {
	fenced, _ := Fences(lines)
	hidden := notes.Hidden(notes.Normalise(strings.Join(lines, "\n"))) // what is below a private line stays there
	skip := 0
	for i, line := range lines {
		if fenced[i] || hidden[i] || i < skip || strings.TrimSpace(line) == "" {
			continue
		}
		head, ok := HeadAt(lines, i)
		if !ok {
			if !mayBeginWithDay(line) && (listed.MatchString(line) || !saysWhose(line)) {
				continue
			}
			head = Head{bareLevel, line, 1}
		}
		s := Section{From: i, Body: i + head.Lines, Head: strings.TrimSpace(head.Text), level: head.Level}
		skip = s.Body
		if says := s.readDay(head.Text, ok); !says && (!ok || head.Level >= boldLevel) && !saysWhose(head.Text) {
			continue
		}
		heads = append(heads, s)
	}
	return heads
}

// mayBeginWithDay says of most lines at once that they don't begin with a day.
func mayBeginWithDay(line string) bool {
	if len(line) > 4000 || !strings.ContainsAny(line, "0123456789") || strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t") {
		return false
	}
	text := strings.TrimLeft(line, marks)
	if len(text) < 3 || listed.MatchString(line) && !numbered.MatchString(line) {
		return false
	}
	return text[0] >= '0' && text[0] <= '9' || dayWords[strings.ToLower(text[:2])]
}

// dayWords are the first two letters of the weekdays and months.
var dayWords = map[string]bool{
	"mo": true, "tu": true, "we": true, "th": true, "fr": true, "sa": true, "su": true, "ja": true, "fe": true, "ma": true, "ap": true,
	"ju": true, "au": true, "se": true, "oc": true, "no": true, "de": true,
	"di": true, "mi": true, "do": true, "so": true, "lu": true, "me": true, "je": true, "ve": true, "vi": true,
}

// wiki is a link to a page, with the place in it and what it is called.
var wiki = regexp.MustCompile(`\[\[([^\[\]|#\n]*)[^\[\]\n]*\]\]`)

// Targets is a text with the names of the pages in place of links to them, whatever they are called there: "Ana Lima" for
// [[People/Ana Lima|Ana]].
func Targets(text string) string {
	if !strings.Contains(text, "[[") {
		return text
	}
	text = wiki.ReplaceAllStringFunc(text, func(link string) string {
		target := wiki.FindStringSubmatch(link)[1]
		return strings.TrimSpace(target[strings.LastIndexByte(target, '/')+1:])
	})
	return strings.NewReplacer("[[", "", "]]", "").Replace(text)
}

// readDay reads the day that a heading says.
func (s *Section) readDay(text string, marked bool) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	text = strings.ReplaceAll(Targets(text), "@", "")
	h, ok := Dated(text, marked)
	if !ok {
		return s.readMonthDay(strings.TrimSpace(text), marked)
	}
	_, byDay := Date(h.Written, DayFirst)
	_, byMonth := Date(h.Written, MonthFirst)
	if !byDay && !byMonth {
		return false
	}
	s.written, s.Rest, s.Text = h.Written, h.Rest, !marked && h.Rest != ""
	before := strings.Trim(text[:strings.Index(text, h.Written)], marks)
	switch {
	case before == "" || isWeekday(before):
		s.leads = 2
	case len(strings.Fields(before)) == 1 || SaysOneOnOne(before):
		s.leads = 1
	}
	return true
}

// readMonthDay reads a day without a year, with which a heading begins.
func (s *Section) readMonthDay(text string, marked bool) bool {
	m := monthDay.FindStringSubmatchIndex(text)
	if m == nil {
		return s.readPair(text, marked) || s.readWeekday(text, marked)
	}
	word := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return text[m[2*n]:m[2*n+1]]
	}
	first, _, _ := strings.Cut(text, " ")
	if begins := m[2] == 0 || m[6] == 0; !begins && !isWeekday(strings.Trim(first, ".,")) {
		return false
	}
	rest := strings.Trim(text[m[10]:], marks)
	if clock.MatchString(rest) {
		rest = ""
	}
	if !marked && rest != "" {
		return false
	}
	day, _ := strconv.Atoi(word(1) + word(4))
	month := monthOf(word(2) + word(3))
	if day < 1 || day > 31 || month == 0 {
		return false
	}
	s.day, s.month, s.Rest, s.leads = day, month, rest, 2
	return true
}

// readPair reads a day that is two numbers, "3/12" or "3.12.", with which a heading begins.
func (s *Section) readPair(text string, marked bool) bool {
	m := pairDay.FindStringSubmatchIndex(text)
	if m == nil {
		return false
	}
	pair, before, after := text[m[2]:m[3]], strings.Trim(text[:m[2]], marks), text[m[3]:]
	rest := strings.Trim(after, marks)
	switch {
	case before != "" && !isWeekday(before), pair == "1/1": // which is one-on-one
		return false
	case clock.MatchString(rest):
		rest = ""
	case !marked, !startsApart(after) && !SaysOneOnOne(rest): // "24/7 support"
		return false
	}
	_, byDay := pairOf(pair, DayFirst)
	_, byMonth := pairOf(pair, MonthFirst)
	if !byDay && !byMonth {
		return false
	}
	s.pair, s.Rest, s.leads = pair, rest, 2
	return true
}

// pairOf is the day that two numbers say, in a year that has all of them; the zero Date where nothing says which is the month.
func pairOf(pair string, order Order) (notes.Date, bool) {
	if short, ok := strings.CutSuffix(pair, "."); ok {
		return Date(short+".2000", order)
	}
	return Date(pair+"/2000", order)
}

func monthOf(word string) time.Month {
	if m, ok := monthsElsewhere[strings.ToLower(word)]; ok {
		return m
	}
	for m := time.January; m <= time.December; m++ {
		if len(word) >= 3 && strings.EqualFold(word[:3], m.String()[:3]) {
			return m
		}
	}
	return 0
}

// splitLevel is the level at which there are the most headings that are as clearly there for the day as any, the deeper one where
// there are as many.
func splitLevel(heads []Section) int {
	leads := 0
	for i := range heads {
		if heads[i].saysDay() {
			leads = max(leads, heads[i].leads)
		}
	}
	var count [bareLevel + 1]int
	for i := range heads {
		if s := &heads[i]; s.saysDay() && s.leads == leads {
			count[s.level]++
		}
	}
	best := 1
	for level := 1; level <= bareLevel; level++ {
		if count[level] > 0 && count[level] >= count[best] {
			best = level
		}
	}
	return best
}

// dates reads the days of all sections, those without a year last.
func dates(sections []Section, order Order, today notes.Date) {
	var yearless []int
	for i := range sections {
		s := &sections[i]
		if d, ok := pairOf(s.pair, order); ok && s.pair != "" {
			s.month, s.day = d.Time().Month(), d.Time().Day()
		}
		switch {
		case s.written != "":
			s.Date, _ = Date(s.written, order)
		case s.month != 0:
			if year := yearAbove(s.Above); year != 0 {
				s.Date, _ = notes.NewDate(year, s.month, s.day)
				continue
			}
			yearless = append(yearless, i)
		}
	}
	if len(yearless) > 0 && today.Valid() {
		years(sections, today)
	}
}

func yearAbove(above []string) int {
	for _, text := range slices.Backward(above) {
		text = strings.TrimSpace(text)
		if m := inMonth.FindStringSubmatch(text); m != nil {
			text = m[2]
		}
		if onlyYear.MatchString(text) {
			year, _ := strconv.Atoi(text)
			return year
		}
	}
	return 0
}

// years finds the years that headings leave out: from the newest on, each day is the last such one that isn't after the one before
// it, but for a few days by which people mistake the order.
func years(sections []Section, today notes.Date) {
	var all []*Section
	for i := range sections {
		if sections[i].Dated && (sections[i].Date != "" || sections[i].month != 0) {
			all = append(all, &sections[i])
		}
	}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].under() == all[0].under() {
			n++
		}
		yearsOfOne(all[:n], today)
		all = all[n:]
	}
}

// under is the name that a heading above a section says: each person's days begin anew.
func (s *Section) under() string {
	for _, above := range slices.Backward(s.Above) {
		if name := Person(Targets(above)); name != "" {
			return name
		}
	}
	return ""
}

// yearsOfOne is years for days that follow each other.
func yearsOfOne(all []*Section, today notes.Date) {
	const slack = 21
	if ascending(all) {
		slices.Reverse(all)
	}
	last := today
	for _, s := range all {
		if s.Date != "" || s.month == 0 {
			last = s.Date
			continue
		}
		latest := min(last.AddDays(slack), today)
		year := latest.Time().Year()
		for y := year; y > year-9; y-- { // 29 February is there every four years, with a century between eight
			if d, ok := notes.NewDate(y, s.month, s.day); ok && d <= latest {
				s.Date, last = d, d
				break
			}
		}
	}
}

// ascending reports whether days mostly follow each other as they do in time.
func ascending(all []*Section) bool {
	up, down := 0, 0
	of := func(s *Section) int {
		if s.Date != "" {
			return int(s.Date.Time().Month())*31 + s.Date.Time().Day()
		}
		return int(s.month)*31 + s.day
	}
	for i := 1; i < len(all); i++ {
		a, b := of(all[i-1]), of(all[i])
		const year = 12 * 31
		switch step := ((b-a)%year + year) % year; {
		case step == 0:
		case step < year/2:
			up++
		default:
			down++
		}
	}
	return up > down
}

// SeeHeads takes the days in the headings of a text into account.
func (o *Orders) SeeHeads(h Heads) {
	for i := range h.all {
		if written := h.all[i].written; written != "" {
			o.See(written)
		}
		if pair := h.all[i].pair; strings.Contains(pair, "/") {
			o.See(pair + "/2000")
		}
	}
}
