package prompt

import (
	"strings"
	"unicode"

	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
	"handback/notes/whosecall"
)

// upwardDays is how long a problem that was brought up is worth a question.
const upwardDays = 14

const broughtUp = "brought up"

// upward speaks when a line of the last two weeks says that they brought a decision up to me, or that I took one on me that is
// theirs. Each line is asked about
// once. Where the level agreed makes it mine, or I lead from in front, bringing it up is right, and nothing is asked.
var upward = kind{
	name: Upward, cooldown: 3,
	occasions: map[string][]string{broughtUp: {"line", "date"}},
	due:       upwardDue,
}

func upwardDue(f notes.PromptFacts) []occasion {
	if len(stepin.InForce(f.StepIns, f.Today)) > 0 {
		return nil
	}
	var found []occasion
	for _, n := range f.Lately {
		if n.Date > f.Today || f.Today.DaysSince(n.Date) > upwardDays || n.Person != f.Person.ID {
			continue
		}
		for _, l := range handedUp(n, f.Person, f.Words) {
			if agreedMine(l, f) || askedAbout(l, Upward, f) {
				continue
			}
			line, said := short(l.Text), notes.SayDate(n.Date, f.Today)
			found = append(found, occasion{
				name: broughtUp, since: n.Date, because: []notes.Filed{l},
				slots:  map[string]string{"line": line, "date": said},
				reason: voice.T("because you noted this on {day}: “{line}”", "day", said, "line", quoted(l.Text)),
			})
		}
	}
	return append(found, decisionsTaken(f)...)
}

// decisionsTaken are open actions of mine of the last two weeks, to decide something in an area that was agreed to be theirs.
func decisionsTaken(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.IOwe {
		if i.Label != notes.Todo || i.Actor != notes.Me || i.Closed() || i.NoteDate > f.Today || f.Today.DaysSince(i.NoteDate) > upwardDays ||
			!toDecide().MatchString(i.Text) || !agreedTheirs(i, f) || isKept(i, f) || askedAbout(i, Upward, f) {
			continue
		}
		said := notes.SayDate(i.NoteDate, f.Today)
		found = append(found, occasion{
			name: broughtUp, since: i.NoteDate, because: []notes.Filed{i},
			slots:  map[string]string{"line": short(i.Text), "date": said},
			reason: voice.T("because you logged this as yours ({day}): “{line}”", "day", said, "line", quoted(i.Text)),
		})
	}
	return newestFirst(found)
}

// handedUp are the lines of a note that hand a call up to the manager; private ones are not read.
func handedUp(n notes.Note, p notes.Person, words *notes.LabelWords) []notes.Filed {
	var found []notes.Filed
	hidden := notes.Hidden(n.Body)
	for i, line := range strings.Split(n.Body, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if i < len(hidden) && hidden[i] {
			continue
		}
		if !speaksOfMe(line) {
			continue
		}
		hit, ok := whosecall.FindIn(line, p, words)
		if !ok || hit.Rule != whosecall.Upward {
			continue
		}
		found = append(found, notes.Filed{
			Item: notes.Item{
				Line: i + 1, Raw: line, Text: strings.TrimLeft(line, " \t-*+>"), Tags: notes.TagsIn(line),
				People: []notes.PersonID{p.ID},
			},
			Person: p.ID, Note: n.ID, NoteUID: n.UID, NoteDate: n.Date, NoteKind: n.Kind, NotePerson: n.Person,
		})
	}
	return found
}

// speaksOfMe reports whether a line can hand a call up at all: it says me, my or I, or that something was asked. To look
// for that costs a hundredth of reading the line.
func speaksOfMe(line string) bool {
	noLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	for line = strings.TrimLeftFunc(line, noLetter); line != ""; line = strings.TrimLeftFunc(line, noLetter) {
		word := line
		if end := strings.IndexFunc(line, noLetter); end > 0 {
			word = line[:end]
		}
		line = line[len(word):]
		switch {
		case strings.EqualFold(word, "me"), strings.EqualFold(word, "my"), word == "I", word == "i":
			return true
		case len(word) >= 3 && (strings.EqualFold(word[:3], "ask") || strings.EqualFold(word[:3], "won")),
			len(word) > 3 && strings.EqualFold(word[:2], "un"):
			return true // asked, wonders, unsure, unclear
		}
	}
	return false
}

// agreedMine reports whether a line is about an area of which the calls were agreed to be mine.
func agreedMine(l notes.Filed, f notes.PromptFacts) bool {
	for _, tag := range l.Tags {
		if a := notes.AreaOf(f.Areas, tag); a.Tag != "" {
			return a.LevelOn(l.NoteDate).Call() == notes.Mine
		}
	}
	return false
}

// agreedTheirs reports whether a line is about an area of which the calls were agreed to be theirs.
func agreedTheirs(l notes.Filed, f notes.PromptFacts) bool {
	for _, tag := range l.Tags {
		if a := notes.AreaOf(f.Areas, tag); a.Tag != "" {
			return a.LevelOn(l.NoteDate).Call() == notes.Theirs
		}
	}
	return false
}
