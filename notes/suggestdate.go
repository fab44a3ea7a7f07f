package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	switch {
	case today:
		ask.Say = voice.T("due today?")
	case d.bare:
		ask.Say = voice.T("Is that when it's due?")
	}
	for _, day := range d.choices {
		by := "by " + string(day)
		if today {
			by = "by today"
		}
		if d.whole.from > 0 && !isBlank(s[d.whole.from-1:d.whole.from]) && s[d.whole.from-1] != '(' {
			by = " " + by
		}
		fix := line[:r.text.from] + s[:d.whole.from] + by + s[d.whole.to:] + line[r.text.to:]
		if got, ok := in.read(fix); ok && got.item.Due == day {
			ask.choose(SayFull(day, in.Date), fix, got.item)
		}
	}
	if len(ask.Choices) == 0 {
		ask.Say = voice.T("That day doesn't exist. Check the date.")
	}
	return ask, true
}

// looksDue finds what looks like a date behind the text s of an open item, and is not read as one. A backslash before it
// says that it is text.
func (in Context) looksDue(s string, r reading) (dueFound, bool) {
	if k := r.item.Label.kind(); !k.Due || k.OnRecord || r.item.Due != "" || r.item.State != Open {
		return dueFound{}, false
	}
	end, _ := stepOverTags(s, len(s), false)
	for _, cut := range []span{r.tail.whoAt, r.tail.state} {
		if !cut.empty() && cut.from < end {
			end = trimmedEnd(s[:cut.from])
		}
	}
	d, ok := dueIn(s, end, in.rules(r.item.Label, r.item.Actor, false), true)
	if !ok {
		d, ok = bareDue(s, end, in.Date)
	}
	return d, ok && !(d.slash < len(s) && s[d.slash] == '\\') && !isBlank(s[:d.whole.from])
}

// bareDue reads a day that ends s[:end] without a word like `by` before it: "call HR Fri 5pm". It is asked about only.
func bareDue(s string, end int, rel Date) (dueFound, bool) {
	stop := len(strings.TrimRight(s[:end], "!,; "))
	d, ok := dueFound{bare: true, slash: len(s)}, false
	for words, at := 0, stop; words < 5 && at > 0 && stop-at < longestDate; words++ {
		from := lastWord(s[:at])
		if m := readMeant(s[from:stop], rel); m.on.Valid() {
			d.whole, d.date, d.meant, ok = span{from, end}, span{from, stop}, m, true
		}
		at = trimmedEnd(s[:from])
	}
	if !ok {
		return dueFound{}, false
	}
	d.choices = []Date{d.on}
	before := strings.TrimRightFunc(s[:d.whole.from], unicode.IsSpace)
	if text := strings.TrimRight(before, ","); text != before {
		d.whole.from, before = len(text), ""
	}
	switch word := strings.ToLower(before[lastWord(before):]); {
	case word == "on":
		d.whole.from = len(before) - len("on")
	case notDueAfter.has(word):
		return dueFound{}, false
	}
	return d, true
}

// lastWord is where the last word of s begins.
func lastWord(s string) int {
	at := strings.LastIndexFunc(s, unicode.IsSpace)
	if at < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	return at + n
}
