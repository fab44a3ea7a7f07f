package notes

import (
	"handback/notes/voice"
)

// askDay asks which day the end of a filed line means, where it looks like a date and is not read.
func (in Context) askDay(line string, r reading) (Suggestion, bool) {
	s := r.text.in(line)
	d, ok := in.looksDue(s, r)
	if !ok {
		return Suggestion{}, false
	}
	today := len(d.choices) == 1 && d.choices[0] == in.Date
	ask := Suggestion{Question: AskDay, Say: voice.T("Which day is that?"), Item: r.item}
	if today {
		ask.Say = voice.T("due today?")
	}
	for _, day := range d.choices {
		by := "by " + string(day)
		if today {
			by = "by today"
		}
		fix := line[:r.text.from] + s[:d.whole.from] + by + s[d.whole.to:] + line[r.text.to:]
		if got, ok := in.read(fix); ok && got.item.Due == day {
			ask.choose(SayFull(day, in.Date), fix, got.item)
		}
	}
	if len(ask.Choices) == 0 {
		ask.Say = voice.T("That day isn't in the calendar.")
	}
	return ask, true
}

// looksDue finds what looks like a date behind the text s of an open item, and is not read as one. A backslash before it
// says that it is text.
func (in Context) looksDue(s string, r reading) (dueFound, bool) {
	if !r.item.Label.kind().Due || r.item.Due != "" || r.item.State != Open {
		return dueFound{}, false
	}
	end, _ := stepOverTags(s, len(s), false)
	for _, cut := range []span{r.tail.whoAt, r.tail.state} {
		if !cut.empty() && cut.from < end {
			end = trimmedEnd(s[:cut.from])
		}
	}
	d, ok := dueIn(s, end, in.rules(r.item.Label, r.item.Actor, false), true)
	return d, ok && !(d.slash < len(s) && s[d.slash] == '\\') && !isBlank(s[:d.whole.from])
}
