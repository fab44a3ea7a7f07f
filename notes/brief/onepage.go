package brief

import (
	"sort"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
)

// How much of a brief a page to write on shows, from the most that is tried to what always fits.
const (
	mostOnPage  = 12 // lines of a list
	enoughLines = 3  // for which texts are cut before lines are left out
	answerRoom  = 2  // ruled lines below the question
	agendaRoom  = 3  // below the agenda
	notesRoom   = 4  // at the end of the page, at least
)

// lettersOnPage are how long a text may be, from one try to the next.
var lettersOnPage = []int{160, 100, 60}

// longestQuestion is how many letters of a question, and of a title, are printed.
const longestQuestion, longestTitle = 240, 80

// OnePage is the brief as one page to write on by hand: the question, the agenda, and what both owe, with boxes to tick and
// room below, and what is left of the page for notes. Fits says whether a document is one page. What does not fit is left
// out by this rule: texts are cut before lists get shorter than three lines; then the longest lists give up lines, and
// each says how many more there are on screen. Nothing private is on it, as on Paper.
func OnePage(b Brief, question string, fits func(document.Document) (bool, error)) (document.Document, error) {
	var failed error
	fit := func(most, letters int) bool {
		ok, err := fits(onePage(b, question, most, letters))
		if err != nil {
			failed = err
		}
		return ok && err == nil
	}
	for _, letters := range lettersOnPage {
		most := sort.Search(mostOnPage, func(less int) bool { return fit(mostOnPage-less, letters) })
		if failed != nil {
			return document.Document{}, failed
		}
		if most = mostOnPage - most; most >= enoughLines || letters == lettersOnPage[len(lettersOnPage)-1] {
			return onePage(b, question, max(1, most), letters), nil
		}
	}
	return document.Document{}, nil
}

// onePage is a page with so many lines of each list, and so many letters of each line.
func onePage(b Brief, question string, most, letters int) document.Document {
	d := document.Document{
		Title: notes.Shorten(PaperTitle(b), longestTitle), Whose: notes.Shorten(b.Person.Name, longestTitle), On: b.Today,
	}
	if question != "" && !notes.IsPrivate(question) {
		d.Parts = append(d.Parts, document.Part{
			Title: voice.T("The question"), Lines: []document.Line{{Text: notes.Shorten(question, longestQuestion)}}, Room: answerRoom,
		})
	}
	due := func(l Line) string { return onPaperDue(l, b.Today) }
	first := notes.Shorten(b.Person.First(), longestTitle/2)
	for _, list := range []struct {
		title string
		lines []notes.PageLine
		room  int
	}{
		{voice.T("Agenda"), onPaper(b.Agenda, tailInBrackets), agendaRoom},
		{voice.T("You promised {who}", "who", first), onPaper(b.IOwe, due), 0},
		{voice.T("{who}'s actions", "who", first), onPaper(b.TheyOwn, due), 0},
	} {
		if part := toTick(list.title, list.lines, most, letters); len(part.Lines)+list.room > 0 {
			part.Room = list.room
			d.Parts = append(d.Parts, part)
		}
	}
	d.Parts = append(d.Parts, document.Part{Title: voice.T("Notes"), Room: notesRoom, Fill: true})
	return d
}

// toTick is a part of a page with a box before each line.
func toTick(title string, lines []notes.PageLine, most, letters int) document.Part {
	part := document.Part{Title: title}
	left := 0
	if len(lines) > most {
		lines, left = lines[:most], len(lines)-most
	}
	for _, l := range lines {
		part.Lines = append(part.Lines, document.Line{
			Text: notes.Shorten(l.Text, letters), Rest: notes.Shorten(l.Rest, longestTitle/2), Box: true,
		})
	}
	if left > 0 {
		part.Lines = append(part.Lines, document.Line{Rest: voice.N(left, "{n} more on screen", "{n} more on screen")})
	}
	return part
}
