package brief

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// PaperTitle heads a brief on paper: whose it is and for when.
func PaperTitle(b Brief) string {
	if b.Meeting.Planned == nil {
		return b.Person.Name + ", " + notes.SayLong(b.Today)
	}
	return b.Person.Name + ", " + b.Meeting.When
}

// Paper is the brief on paper, for the manager: question (with its reason, both "" where nothing is asked) and all
// that the screen shows or folds away, every line of it; holds are the rows of its fold FoldHolds.
//
// Paper lies about: nothing private is on it. What is filed, and the summary of the last one-on-one, leave out private
// blocks before they come here; a line that begins with the word all the same is left out too.
func Paper(b Brief, holds []HandBack, question, reason string) []notes.PagePart {
	first := b.Person.First()
	due := func(l Line) string { return onPaperDue(l, b.Today) }
	var parts []notes.PagePart
	for _, part := range []notes.PagePart{
		{Icon: "ask", Title: voice.T("The question"), Lines: asked(question, reason)},
		{Icon: "topic", Title: voice.T("Agenda"), Lines: orElse(onPaper(b.Agenda, tailInBrackets), voice.T("Nothing on the agenda yet."))},
		{Icon: "todo", Title: voice.T("You promised {who}", "who", first), Lines: onPaper(b.IOwe, due)},
		{Icon: "todo", Title: voice.T("{who}'s actions", "who", first), Lines: onPaper(b.TheyOwn, due)},
		{Icon: "page", Title: b.Since.Title, Lines: b.Since.onPaper()},
	} {
		parts = notes.AddPart(parts, part)
	}
	for _, f := range b.Folds {
		parts = notes.AddPart(parts, notes.PagePart{Icon: string(f.Kind), Title: f.Title, Lines: f.onPaper(holds)})
	}
	return parts
}

// asked is the question that is in view, and what it comes from.
func asked(question, reason string) []notes.PageLine {
	if question == "" {
		return nil
	}
	return []notes.PageLine{{Text: question, Rest: dashed(reason)}}
}

func orElse(lines []notes.PageLine, say string) []notes.PageLine {
	if len(lines) == 0 {
		return []notes.PageLine{{Rest: say}}
	}
	return lines
}

func inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func dashed(s string) string {
	if s == "" {
		return ""
	}
	return " – " + s
}

// onPaper words lines; rest says what stands behind one.
func onPaper(lines []Line, rest func(Line) string) []notes.PageLine {
	var out []notes.PageLine
	for _, l := range lines {
		if !notes.IsPrivate(l.Text) {
			out = append(out, notes.PageLine{Text: l.Text, Rest: rest(l)})
		}
	}
	return out
}

func tailInBrackets(l Line) string { return inBrackets(l.Tail) }

// onPaperDue is the day that a promise is for, as a date, since paper is read on other days too.
func onPaperDue(l Line, today notes.Date) string {
	if l.Due != "" {
		return ", " + voice.T("by {day}", "day", notes.SayDate(l.Due, today))
	}
	return ", " + voice.T("since {day}", "day", notes.SayDate(l.NoteDate, today))
}

func (s Since) onPaper() []notes.PageLine {
	var lines []notes.PageLine
	if s.Summary != "" {
		lines = append(lines, notes.PageLine{Text: s.Summary})
	}
	if s.Filed != "" {
		lines = append(lines, notes.PageLine{Rest: s.SayFiled()})
	}
	var counts []string
	for _, c := range s.Chips {
		counts = append(counts, c.Text)
	}
	if len(counts) > 0 {
		lines = append(lines, notes.PageLine{Rest: strings.Join(counts, ", ")})
	}
	return lines
}

func (f Fold) onPaper(holds []HandBack) []notes.PageLine {
	rest := tailInBrackets
	if f.Kind == FoldUnsaid {
		rest = func(l Line) string { return inBrackets(string(l.Label) + ", " + l.Tail) }
	}
	lines := onPaper(f.Lines, rest)
	for _, g := range f.Goals {
		l := notes.PageLine{Text: g.Goal.Title, Rest: ", " + g.Said}
		if g.Next != "" {
			l.Rest += " · " + voice.T("next: {step}", "step", g.Next)
		}
		lines = append(lines, l)
	}
	if f.Kind == FoldHolds {
		for _, h := range holds {
			if !notes.IsPrivate(h.Text) {
				lines = append(lines, notes.PageLine{Text: h.Text, Rest: dashed(strings.Join(h.Evidence, ". "))})
			}
		}
	}
	if f.Kind == FoldGrowth && len(lines) == 0 {
		lines = []notes.PageLine{{Rest: f.Summary}} // no goal yet; what other folds say quotes their lines
	}
	return lines
}
