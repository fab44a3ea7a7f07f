package notes

import "strings"

// BriefTitle heads a brief on paper: whose it is and for when.
func BriefTitle(b Brief) string {
	if b.Meeting.Planned == nil {
		return b.Person.Name + ", " + SayLong(b.Today)
	}
	return b.Person.Name + ", " + b.Meeting.When
}

// BriefPage is the brief on paper, for the manager: question (with its reason, both "" where nothing is asked) and all
// that the screen shows or folds away, every line of it; holds are the rows of its fold FoldHolds.
//
// Paper lies about: nothing private is on it. What is filed, and the summary of the last one-on-one, leave out private
// blocks before they come here; a line that begins with the word all the same is left out too.
func BriefPage(b Brief, holds []HandBack, question, reason string) []PagePart {
	first := b.Person.First()
	var parts []PagePart
	for _, part := range []PagePart{
		{"ask", "The question", asked(question, reason)},
		{"topic", "Agenda", orElse(onPaper(b.Agenda, tailInBrackets), "Nothing on it yet.")},
		{"todo", "I owe " + first, onPaper(b.IOwe, func(l BriefLine) string { return onPaperDue(l, b.Today) })},
		{"todo", first + " owns", onPaper(b.TheyOwn, func(l BriefLine) string { return onPaperDue(l, b.Today) })},
		{"page", b.Since.Title, b.Since.onPaper()},
	} {
		parts = addPart(parts, part)
	}
	for _, f := range b.Folds {
		parts = addPart(parts, PagePart{string(f.Kind), f.Title, f.onPaper(holds)})
	}
	return parts
}

// asked is the question that is in view, and what it comes from.
func asked(question, reason string) []PageLine {
	if question == "" {
		return nil
	}
	return []PageLine{{Text: question, Rest: dashed(reason)}}
}

func orElse(lines []PageLine, say string) []PageLine {
	if len(lines) == 0 {
		return []PageLine{{Rest: say}}
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
func onPaper(lines []BriefLine, rest func(BriefLine) string) []PageLine {
	var out []PageLine
	for _, l := range lines {
		if !isPrivate(l.Text) {
			out = append(out, PageLine{Text: l.Text, Rest: rest(l)})
		}
	}
	return out
}

func tailInBrackets(l BriefLine) string { return inBrackets(l.Tail) }

// onPaperDue is the day that a promise is for, as a date, since paper is read on other days too.
func onPaperDue(l BriefLine, today Date) string {
	if l.Due != "" {
		return ", by " + SayDate(l.Due, today)
	}
	return ", since " + SayDate(l.NoteDate, today)
}

func (s BriefSince) onPaper() []PageLine {
	var lines []PageLine
	if s.Summary != "" {
		lines = append(lines, PageLine{Text: s.Summary})
	}
	var counts []string
	for _, c := range s.Chips {
		counts = append(counts, c.Text)
	}
	if len(counts) > 0 {
		lines = append(lines, PageLine{Rest: strings.Join(counts, ", ")})
	}
	return lines
}

func (f BriefFold) onPaper(holds []HandBack) []PageLine {
	rest := tailInBrackets
	if f.Kind == FoldUnsaid {
		rest = func(l BriefLine) string { return inBrackets(string(l.Label) + ", " + l.Tail) }
	}
	lines := onPaper(f.Lines, rest)
	for _, g := range f.Goals {
		l := PageLine{Text: g.Goal.Title, Rest: ", " + g.Said}
		if g.Next != "" {
			l.Rest += ". Next: " + g.Next
		}
		lines = append(lines, l)
	}
	if f.Kind == FoldHolds {
		for _, h := range holds {
			if !isPrivate(h.Text) {
				lines = append(lines, PageLine{Text: h.Text, Rest: dashed(strings.Join(h.Evidence, "; "))})
			}
		}
	}
	if f.Kind == FoldGrowth && len(lines) == 0 {
		lines = []PageLine{{Rest: f.Summary}} // no goal yet; what other folds say quotes their lines
	}
	return lines
}
