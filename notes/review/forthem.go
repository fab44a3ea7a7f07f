package review

import (
	"strings"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
)

// ForThem is the period written to the person, to read together: what they did, with its day. It holds nothing private,
// nothing that was not said, no comment of the manager's, and names nobody else.
type ForThem struct {
	Document document.Document
	Kept     int // lines that name somebody else, or were written about several people: they stay out
}

// ShowForThem makes the page of a pack. names are all people's, me is the manager.
func ShowForThem(p Pack, names *notes.Names, me notes.PersonID) ForThem {
	w := writer{pack: p, names: names, me: me}
	page := ForThem{Document: document.Document{
		Title: voice.T("{first}, {period}", "first", p.Person.FirstName(), "period", p.Period.SayInFull(p.Today)),
		Whose: p.Person.Name, On: p.Today,
		Lead: []string{voice.T("What you decided, what you did and how you grew, to read together.")},
	}}
	for _, part := range p.Parts {
		out := document.Part{Title: part.Kind.toThem()}
		for _, l := range part.Lines {
			said := w.line(part.Kind, l)
			if !w.mayRead(l, said) {
				page.Kept++
				continue
			}
			out.Lines = append(out.Lines, said)
		}
		if len(out.Lines) > 0 {
			page.Document.Parts = append(page.Document.Parts, out)
		}
	}
	return page
}

// toThem is the title of a part, as the person reads it.
func (k PartKind) toThem() string {
	switch k {
	case Decided:
		return voice.T("You decided")
	case Did:
		return voice.T("You did")
	case Grew:
		return voice.T("How you grew")
	case Praised:
		return voice.T("I thanked you for")
	case Ideas:
		return voice.T("Your ideas and my answers")
	case Promised:
		return voice.T("Promises you kept")
	case Owed:
		return voice.T("Promises I kept to you")
	}
	return voice.T("Feedback that we talked about")
}

type writer struct {
	pack  Pack
	names *notes.Names
	me    notes.PersonID
}

// mayRead reports whether the person may read a line as it is said: it is about them alone, was written in their notes or
// mine, and names nobody else.
func (w writer) mayRead(l Line, said document.Line) bool {
	if l.HasNote() && (len(l.People) > 1 || l.NotePerson != w.pack.Person.ID && l.NotePerson != w.me) {
		return false
	}
	text := l.Text + " " + l.Remark + " " + said.Text + " " + said.Rest
	return !w.names.Mentions(text, w.pack.Person.ID, w.me) && !w.names.MayMeanAnother(text, w.pack.Person.ID)
}

func (w writer) line(k PartKind, l Line) document.Line {
	said := document.Line{Text: w.toYou(l.Says), Rest: notes.SayDate(l.Day, w.pack.Today)}
	if k == Praised || k == Told {
		happened, did, changed := notes.PraiseParts(l.Text)
		said.Text = w.toYouParts(happened, did, changed)
	}
	rest := ""
	switch {
	case k == Ideas:
		rest = w.answer(l)
	case k == Grew && l.Area != "":
		rest = voice.T("your call from then on")
		if l.Together {
			rest = voice.T("decided together from then on")
		}
	case k == Decided && l.Actor == notes.We && l.State == notes.Open:
		rest = voice.T("we decided together")
	case k == Grew, k == Decided, k == Praised, k == Promised, k == Owed:
		rest = w.rest(l.Rest)
	}
	if rest != "" {
		said.Rest += " · " + rest
	}
	return said
}

// rest is what became of a line. What the manager wrote in it stands behind its first colon.
func (w writer) rest(of string) string {
	if what, wrote, ok := strings.Cut(of, ": "); ok {
		return what + ": " + w.remark(wrote)
	}
	return of
}

// remark is what the manager wrote behind a colon.
func (w writer) remark(wrote string) string {
	if wrote == "" {
		return ""
	}
	if said, ok := w.address(wrote, w.pronoun()); !ok {
		return voice.T("“{line}”", "line", wrote)
	} else if said != wrote {
		return notes.LowerFirst(said)
	}
	return wrote
}

// answer is my answer to an idea, as the person reads it.
func (w writer) answer(l Line) string {
	remark := w.remark(notes.LowerFirst(l.Remark))
	short, long := voice.T("I owe you an answer"), ""
	switch l.State {
	case notes.History: // it was imported, and nobody noted whether it was answered
		return ""
	case notes.Trying:
		short, long = voice.T("we're trying it"), voice.T("we're trying it: {remark}", "remark", remark)
	case notes.Adopted:
		short, long = voice.T("yes"), voice.T("yes: {remark}", "remark", remark)
	case notes.Declined:
		short, long = voice.T("I decided against it"), voice.T("no: {remark}", "remark", remark)
	case notes.Learned:
		short, long = voice.T("we tried it"), voice.T("what we learned: {remark}", "remark", remark)
	}
	if remark == "" || long == "" {
		return short
	}
	return long
}
