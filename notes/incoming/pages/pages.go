// Package pages turns a page of Markdown, as many programs keep or export it, into notes: one of each day that it has a heading for,
// or one of the whole. The readers of these programs say what is their own.
package pages

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// Page is one text with what its program says of it.
type Page struct {
	Origin string // what stays the same; the file where it is ""
	ByID   bool   // Origin is the program's own id
	File   string
	Line   int    // at which Text begins in the file, from 1; 0 where the file has no lines
	Name   string // what the page is called; the name of its file where it is ""
	Text   string
	Person string     // beyond doubt; "" to look for it in the names and headings
	Date   notes.Date // beyond doubt; "" to look for it in the names and headings
	Made   notes.Date // when the page was made: its day where nothing else says one
	Under  About      // of the page that it is inside, which says both where nothing else does
	Tags   []string
	Fields reading.Front // what the page says of itself besides
	Loose  []string
	Path   string // by whose names the person and the day are looked for; File where it is ""
	Keep   bool   // Fields that mean nothing here are worth a line of the note: they are what people filled in
	Says   bool   // Text says itself what the page is called
	Wiki   bool   // [[links]], %%comments%% and key:: fields are meant as Obsidian means them
}

// page is a Page while it is read.
type page struct {
	Page
	in     incoming.Options
	order  reading.Order
	lines  []string
	at     []int // the line of the file of each line
	named  string
	alias  []string // what else the person of the page is called
	asked  bool     // it had blocks that a plugin shows something in place of
	about  bool     // the page says that it is about a person
	origin map[string]int
	out    []incoming.Note
	left   []incoming.Skipped
}

// About is whom and which day the whole of a page is about, as far as that is known.
type About struct {
	Person string
	Date   notes.Date
}

// Give reads a page and hands its notes on. order is that of the dates of all pages; what the page says itself goes before it.
func (p Page) Give(in incoming.Options, order reading.Order, take incoming.Taker) error {
	_, err := p.Tell(in, order, take)
	return err
}

// Tell is Give for a page that others are inside.
func (p Page) Tell(in incoming.Options, order reading.Order, take incoming.Taker) (About, error) {
	read := p.read(in, order)
	about := About{read.Person, read.Date}
	for _, n := range read.out {
		if err := take.Note(n); err != nil {
			return about, err
		}
	}
	for _, s := range read.left {
		if err := take.Skip(s); err != nil {
			return about, err
		}
	}
	return about, nil
}

func (p Page) read(in incoming.Options, order reading.Order) *page {
	if p.Name == "" {
		p.Name = stem(p.File)
	}
	if p.Origin == "" {
		p.Origin = p.File
	}
	if p.Path == "" {
		p.Path = p.File
	}
	r := &page{Page: p, in: in, origin: map[string]int{}}
	r.lines, r.at = numbered(p.Text, p.Line)
	r.lines, r.at = unhidden(r.lines, r.at, p.Wiki)
	r.order = order
	r.fields()
	heads := reading.HeadsOf(r.lines)
	var own reading.Orders
	own.SeeHeads(heads)
	if says := own.Order(in.DayFirst); says != reading.Unknown {
		r.order = says
	}
	known := r.known()
	if in.Changed != nil && heads.Partial() {
		known.Changed = in.Changed(r.File)
	}
	sections := heads.SplitAbout(r.order, in.Today, known)
	r.called(len(sections) > 1)
	r.others()
	if len(sections) > 1 {
		r.split(sections)
	} else {
		r.whole()
	}
	r.rest()
	return r
}

// known is what the page says of its day besides its headings.
func (r *page) known() (about reading.About) {
	about.Day = r.Date
	if about.Day == "" {
		about.Day, _ = reading.FileDate(path.Join(path.Dir(r.Path), strings.ReplaceAll(r.Name, "/", "-")+".md"), r.order)
	}
	if about.Day == "" {
		about.Day = r.Made
	}
	for _, name := range []string{r.Name, r.named, path.Base(path.Dir(r.Path))} {
		if about.Month == 0 {
			about.Year, about.Month = reading.MonthOf(name)
		}
	}
	return about
}

// numbered are the lines of a text, each with the line of the file that it is.
func numbered(text string, first int) (lines []string, at []int) {
	lines = strings.Split(text, "\n")
	at = make([]int, len(lines))
	for i := range at {
		if at[i] = first + i; first == 0 {
			at[i] = 0
		}
	}
	return lines, at
}

// stem is the name of a file without its ending.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// fields takes from the front matter and the fields in the text what they say of person, day and title.
func (r *page) fields() {
	r.Fields.Fields = slices.Clone(r.Fields.Fields)
	r.Fields.Take(func(values []string) bool {
		if r.Person == "" {
			r.Person = OnePerson(values)
		}
		return r.Person != "" && len(values) == 1
	}, personKeys...)
	r.Fields.Take(func(values []string) bool {
		day, ok := r.day(values[0])
		if ok && r.Date == "" {
			r.Date = day
		}
		return ok && len(values) == 1 && r.Date == day
	}, dayKeys...)
	r.Fields.Take(func(values []string) bool {
		day, ok := r.day(values[0])
		if ok && r.Made == "" {
			r.Made = day
		}
		return false // it stays to be seen: it may not be the day of what was said
	}, madeKeys...)
	for _, f := range r.Fields.Fields {
		if slices.Contains(kindKeys, strings.ToLower(f.Key)) {
			r.about = r.about || slices.ContainsFunc(f.Values, func(v string) bool { return ofPeople[strings.ToLower(strings.TrimLeft(v, "#"))] })
		}
	}
	r.Fields.Take(func(values []string) bool {
		if r.Fields.Broken || strings.ContainsAny(strings.Join(values, ""), ":{}[]") {
			return false
		}
		r.Tags = append(r.Tags, values...)
		return true
	}, "tags", "tag")
	r.Fields.Take(func(values []string) bool {
		r.named = values[0]
		return len(values) == 1
	}, "title")
	if r.Wiki {
		r.inlineFields()
	}
}

func (r *page) day(value string) (notes.Date, bool) {
	value, _, _ = strings.Cut(unlinked(value), "→")
	order := r.order
	if order == reading.Unknown {
		order = new(reading.Orders).Order(r.in.DayFirst)
	}
	return reading.Date(strings.TrimPrefix(strings.TrimSpace(value), "@"), order)
}

// OnePerson is the one name in values, "" where there is none, or more than one.
func OnePerson(values []string) string {
	var names []string
	for _, v := range values {
		for _, name := range strings.Split(v, ",") {
			name = strings.TrimPrefix(strings.TrimSpace(wikiLink.ReplaceAllString(name, "$1")), "@")
			if at := strings.LastIndexByte(name, '/'); at >= 0 {
				name = name[at+1:]
			}
			if name != "" && !strings.EqualFold(name, "me") && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) != 1 || !reading.LooksLikeName(names[0]) {
		return ""
	}
	return names[0]
}

// called finds the person and the day in the names of the page and of its folders, where nothing else says them.
func (r *page) called(split bool) {
	if r.Date == "" {
		if day, ok := reading.FileDate(path.Join(path.Dir(r.Path), strings.ReplaceAll(r.Name, "/", "-")+".md"), r.order); ok {
			r.Date = day
		}
	}
	dated := r.Date != "" || split || reading.SaysOneOnOne(r.Name) || r.ofPerson()
	if r.Date == "" && r.Made == "" {
		r.Date = r.Under.Date
	}
	if r.Person == "" && !reading.SaysOneOnOne(r.Name) {
		r.Person = r.Under.Person
	}
	if r.Person != "" || !dated && r.Made == "" {
		return
	}
	if dated {
		r.Person = reading.Person(r.Name)
	}
	r.inFolders()
}

// inFolders finds the person in the names of the folders, where nothing else says who it is.
func (r *page) inFolders() {
	for folder := path.Dir(r.Path); r.Person == "" && folder != "." && folder != "/"; folder = path.Dir(folder) {
		if name := path.Base(folder); !general[strings.ToLower(name)] {
			r.Person = reading.Person(name)
		}
	}
}

// ofPerson reports whether a page is about the person whose name it has: it says so, or stands in a folder of such pages.
func (r *page) ofPerson() bool {
	return r.about || ofPeople[strings.ToLower(path.Base(path.Dir(r.Path)))]
}

// others takes from the front matter what else the person of the page is called, where the page has their name.
func (r *page) others() {
	if name := reading.Person(r.Name); r.Person == "" || name == "" || fuller(r.Person, name, "") == "" {
		return
	}
	r.Fields.Take(func(values []string) bool {
		for _, v := range values {
			if v = strings.TrimSpace(unlinked(v)); v != "" && !strings.ContainsAny(v, "\n") {
				r.alias = append(r.alias, v)
			}
		}
		return true
	}, aliasKeys...)
}

// opens takes from the first line of a page without a heading for it whom and which day it is about: "1-1 Ana. She …", and a day
// that the line says.
func (r *page) opens(from int) {
	for _, line := range r.lines[min(from, len(r.lines)):] {
		said := strings.TrimSpace(unlinked(line))
		if said == "" {
			continue
		}
		if reading.Files(said) || notes.IsPrivate(said) {
			return
		}
		if _, ok := reading.ReadTask(said); ok {
			return
		}
		if r.Person == "" {
			r.Person = reading.OneOnOneWith(reading.Targets(strings.TrimSpace(line)))
		}
		if r.Date == "" && r.Made == "" {
			if written, _, ok := reading.DateIn(said); ok {
				r.Date, _ = r.day(written)
			}
		}
		return
	}
}

// split gives a note of each day, and one of what stands before the first or below headings of no day.
func (r *page) split(sections []reading.Section) {
	var loose []string           // what belongs to the next note
	for i, s := range sections { // the title of a page may say more of the name than that of its file
		if s.Dated {
			break
		}
		name := reading.Person(reading.Targets(s.Head))
		if r.Person == "" && reading.SaysOneOnOne(s.Head) && !othersBeside(sections[i:], name) {
			r.Person = name
		}
		r.Person = fuller(r.Person, name, r.Person)
	}
	for _, s := range sections {
		n, empty := r.section(s)
		switch {
		case !empty:
			n.Loose, loose = append(loose, n.Loose...), nil
			r.give(n, s.Head)
			continue
		case s.Dated:
			r.left = append(r.left, incoming.Skipped{File: r.File, Line: n.Line, Why: voice.T("There's no text under this date.")})
		case s.Head != "" && s.Head != n.Person:
			loose = append(loose, s.Head)
		}
		loose = append(loose, n.Loose...)
	}
	if r.Loose = append(loose, r.Loose...); r.named != "" && r.named != r.Person {
		r.Loose = append(r.Loose, r.named)
	}
}

// othersBeside reports whether a page whose first heading has a name has others beside it with other names: then it isn't about one.
func othersBeside(sections []reading.Section, name string) bool {
	for _, s := range sections[1:] {
		if s.Dated || s.Level() > sections[0].Level() && !reading.SaysOneOnOne(s.Head) {
			continue
		}
		if other := reading.Person(reading.Targets(s.Head)); other != "" && fuller(name, other, "") == "" {
			return true
		}
	}
	return false
}

// section is the note of a part of a page. It is empty where the part has a heading at most that says no more than the day, or no day.
func (r *page) section(s reading.Section) (n incoming.Note, empty bool) {
	n = incoming.Note{Person: r.Person, Date: r.Date, Line: r.line(s.From), Title: s.Head}
	n.Body, n.Loose = r.body(s.Body, s.To)
	if s.Dated {
		n.Date, n.Title = s.Date, s.Rest
	} else if n.Date == "" {
		n.Date = r.Made
	}
	if s.Text { // it isn't a heading
		n.Title, n.Body = "", reading.Body([]string{reading.Made(s.Rest, ""), n.Body})
	}
	if name := r.whose(s); name != "" {
		n.Person = fuller(n.Person, name, name)
	}
	if unlinked(n.Title) == n.Person || reading.Targets(n.Title) == n.Person {
		n.Title = ""
	}
	if n.Body == "" && !s.Dated {
		return n, true
	}
	if s.Dated && s.Date == "" {
		n.Title, n.Partly, n.ByFile = s.Head, true, s.ByFile // the title has the date that can be read twice
	}
	if n.Body == "" {
		n.Body, n.Title = reading.Body([]string{reading.Made(unlinked(n.Title), "")}), ""
	}
	return n, n.Body == ""
}

// fuller is the longer of two names of which one begins with the words of the other, "Ana Lima" for "Ana", and otherwise a third.
func fuller(one, other, otherwise string) string {
	if len(one) < len(other) {
		one, other = other, one
	}
	if rest, ok := strings.CutPrefix(strings.ToLower(one), strings.ToLower(other)); ok && other != "" && (rest == "" || rest[0] == ' ') {
		return one
	}
	return otherwise
}

// whose is the person whom a section is about, where its headings say so and the page doesn't.
func (r *page) whose(s reading.Section) string {
	head := reading.Targets(s.Rest)
	if !s.Dated {
		head = reading.Targets(s.Head)
	}
	if reading.SaysOneOnOne(s.Head) || r.Person == "" && reading.SaysOneOnOne(r.Name) || onlyLink(s.Head) || onlyLink(s.Rest) {
		if name := reading.Person(head); name != "" {
			return name
		}
	}
	for _, above := range slices.Backward(s.Above) {
		if name := reading.Person(reading.Targets(above)); name != "" && reading.SaysOneOnOne(above) {
			return name
		}
	}
	if r.Person != "" {
		return ""
	}
	for _, above := range slices.Backward(s.Above) {
		if name := reading.Person(reading.Targets(above)); name != "" {
			return name
		}
	}
	if !s.Dated {
		return reading.Person(head)
	}
	return ""
}

// onlyLink reports whether a heading is nothing but a link, or a name with @.
func onlyLink(head string) bool {
	head = strings.TrimSpace(head)
	return strings.HasPrefix(head, "[[") && strings.Index(head, "]]") == len(head)-2 || strings.HasPrefix(head, "@")
}

// whole gives one note of the page, and one of each part that the heading says was a one-on-one.
func (r *page) whole() {
	title, from := r.heading()
	r.opens(from)
	own := incoming.Note{Person: r.Person, Date: r.Date, Title: title, Line: r.line(0)}
	var rest, loose []string
	var about []incoming.Note
	if own.Date == "" {
		own.Date = r.Made
	}
	for _, part := range r.parts(from) {
		body, below := r.body(part.From, part.To)
		if part.Head == "" {
			rest, loose = append(rest, body), append(loose, below...)
			continue
		}
		about = append(about, incoming.Note{Person: part.Head, Date: r.Date, Line: r.line(part.From), Body: body, Loose: below})
	}
	own.Body = reading.Body(rest)
	if own.Loose = loose; own.Body != "" {
		r.give(own, "")
	} else if r.Loose = append(loose, r.Loose...); (from > 0 || r.named != "") && title != "" && !r.isName(title) {
		r.Loose = append(r.Loose, title)
	}
	for _, n := range about {
		r.give(n, n.Person)
	}
}

// heading is the title of the page, and the lines at its beginning that say no more.
func (r *page) heading() (title string, lines int) {
	title = r.title()
	head, lines := r.firstHead()
	if lines == 0 || title != "" && head != title && !r.isName(title) {
		return title, 0
	}
	if head != r.Person && head != string(r.Date) {
		title = head
	}
	return title, lines
}

// title is what the page is called besides the person and the day.
func (r *page) title() string {
	switch {
	case r.named != "":
		return r.named
	case r.Says:
		return ""
	}
	name := r.Name
	if reading.Person(name) == "" {
		name = strings.Join(strings.Fields(reading.WithoutDate(name)), " ")
		name = strings.Trim(name, " -–—_·,:")
	}
	if r.isName(name) || strings.Trim(name, "0123456789-_. ") == "" {
		return ""
	}
	return name
}

// isName reports whether a title is the name of the page's person or says no more than that it was a one-on-one.
func (r *page) isName(title string) bool {
	return title == r.Person || title == r.Name && reading.Person(title) == r.Person && r.Person != "" ||
		reading.SaysOneOnOne(title) && len(strings.Fields(title)) == 1
}

// firstHead is the heading with which the page begins, and the lines up to its end.
func (r *page) firstHead() (string, int) {
	quiet := reading.Quiet(r.lines[:min(len(r.lines), 50)])
	for i, line := range r.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if i >= len(quiet) || quiet[i] {
			return "", 0
		}
		head, ok := reading.HeadAt(r.lines, i)
		if !ok || head.Level != 1 || reading.Files(line) {
			return "", 0
		}
		return unlinked(head.Text), i + head.Lines
	}
	return "", 0
}

// parts divides a page of a day into what is about one person, under a heading that says so, and the rest. Head is the person.
func (r *page) parts(from int) []reading.Section {
	quiet := reading.Quiet(r.lines)
	all := []reading.Section{{From: from}}
	level := 0
	for i := from; i < len(r.lines); i++ {
		head, ok := reading.HeadAt(r.lines, i)
		if quiet[i] || !ok {
			continue
		}
		name := ""
		if r.Date != "" && (reading.SaysOneOnOne(head.Text) || onlyLink(head.Text)) {
			name = reading.Person(reading.Targets(head.Text))
			name = fuller(r.Person, name, name)
		}
		last := &all[len(all)-1]
		switch {
		case name != "" && (level == 0 || head.Level <= level):
			level = head.Level
			last.To = i
			all = append(all, reading.Section{From: i + head.Lines, Head: name})
		case level > 0 && head.Level <= level:
			level = 0
			last.To = i
			all = append(all, reading.Section{From: i})
		}
	}
	all[len(all)-1].To = len(r.lines)
	return all
}

func (r *page) line(i int) int {
	if i >= len(r.at) {
		return 0
	}
	return r.at[i]
}

// onlyHeads reports whether a text is headings alone.
func onlyHeads(body string) bool {
	lines := strings.Split(body, "\n")
	for i, line := range lines {
		if _, ok := reading.HeadAt(lines, i); !ok && strings.Trim(line, "- ") != "" {
			return false
		}
	}
	return true
}

// give keeps a note, with an origin of its own.
func (r *page) give(n incoming.Note, under string) {
	if n.Body == "" || r.asked && onlyHeads(n.Body) || reading.OnlyAttached(n.Body) {
		r.left = append(r.left, incoming.Skipped{File: r.File, Line: n.Line, Why: voice.T("There's no text under this heading.")})
		if n.Title != "" && !r.isName(n.Title) {
			r.Loose = append(r.Loose, n.Title)
		}
		r.Loose = append(r.Loose, n.Loose...)
		return
	}
	n.Origin, n.ByID, n.File = r.Origin, r.ByID, r.File
	if under != "" {
		n.Origin += "#" + under
	}
	r.origin[n.Origin]++
	if count := r.origin[n.Origin]; count > 1 {
		n.Origin += " (" + strconv.Itoa(count) + ")"
	}
	if n.Title != "" {
		n.Title = reading.Body([]string{strings.Join(strings.Fields(unlinked(n.Title)), " ")})
	}
	if n.Person != "" && n.Person == r.Person {
		n.Called = r.alias
	}
	r.out = append(r.out, n)
}

// rest puts what belongs to the whole page to its first note.
func (r *page) rest() {
	kept := r.kept()
	if len(r.out) == 0 && kept != "" {
		n := incoming.Note{Person: r.Person, Date: r.Date, Title: r.title(), Line: r.Line, Body: kept}
		if n.Date == "" {
			n.Date = r.Made
		}
		kept = ""
		r.give(n, "")
	}
	if len(r.out) == 0 {
		why := voice.T("It's empty.")
		switch {
		case len(r.left) > 0:
			why = voice.T("It has headings, but no text.")
		case len(r.Fields.Fields)+len(r.Loose)+len(r.Tags) > 0:
			why = voice.T("It has no text.")
		}
		r.left = []incoming.Skipped{{File: r.File, Why: why}} // the whole of it
		return
	}
	first := &r.out[0]
	first.Loose = slices.Concat(r.Fields.Loose(), r.Loose, first.Loose)
	lines := []string{first.Body}
	if kept != "" {
		lines = []string{kept, "", first.Body}
	}
	if tags := reading.TagLine(r.Tags); tags != "" {
		lines = append(lines, "", reading.Made(tags, ""))
	}
	first.Body = reading.Body(lines)
}

// kept are the fields that are worth lines of the note. They never file: they are answers to a program's questions.
func (r *page) kept() string {
	if !r.Keep {
		return ""
	}
	var lines []string
	r.Fields.Fields = slices.DeleteFunc(r.Fields.Fields, func(f reading.Field) bool {
		if f.Raw == "" || slices.Contains(madeKeys, strings.ToLower(f.Key)) {
			return false
		}
		lines = append(lines, reading.Made(f.Raw, ""))
		return true
	})
	return reading.Body(lines)
}
