package notes

import (
	"slices"
	"strings"

	"handback/notes/voice"
)

// TopicLine is the line for what was typed into *Add a topic* about a person, and the label that it has. A line that is
// labelled is taken as it stands: `ask: …` is mine, `todo me: … by Friday` a promise. One that begins with a name and a
// colon is a topic of theirs. Everything else is a topic of actor. In reads it: Date is today. It returns Invalid for what
// is private, which no agenda shows, and for what is about others only, which belongs on theirs.
func TopicLine(typed string, actor Actor, in Context) (string, Label, error) {
	typed = oneLine(typed)
	if IsPrivate(typed) {
		return "", "", Invalid{Field: voice.T("Topic"), Why: voice.T("A private line can't be a topic. Write it in a note instead.")}
	}
	r, ok := in.read(typed)
	if !ok {
		topic := in.wordFor(Topic) + ": " + typed
		if r, ok = in.read(topic); !ok || !r.innerWho {
			line, err := NewLine(Topic, actor, []PersonID{in.Person}, typed, "", in)
			return line, Topic, err
		}
		typed = topic
	}
	if !slices.Contains(r.item.People, in.Person) {
		return "", "", Invalid{Field: voice.T("Topic"), Why: voice.T("This is about someone else. Add it on their Prep page.")}
	}
	if r.item.Label == Topic && r.whoAt.empty() {
		line, err := NewLine(Topic, actor, []PersonID{in.Person}, r.item.Text, "", in)
		return line, Topic, err
	}
	return strings.TrimSpace(typed), r.item.Label, nil
}

// OnAnotherDay is a line with the dates that it says relative to the day of before written out where it would read
// otherwise in a note of after.
func OnAnotherDay(line string, before, after Context) string {
	if dated, ok := redateLine(line, before, after); ok {
		return dated
	}
	return line
}

// CutDue takes the `by DATE` off the end of a text, as it is read in a todo. No date is returned where there is none.
func CutDue(text string, today Date) (string, Date) {
	t := peel(text, Context{Date: today}.rules(Todo, Them, false))
	if t.due.empty() {
		return text, ""
	}
	t.state, t.escape = span{}, -1
	return cutTail(text, t), t.dueOn
}
