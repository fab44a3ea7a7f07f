package prompt

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

const unheardDays = 30 // how long it is worth a question

const (
	unheardLine     = "line"
	unheardDeclined = "declined"
)

// ideaUnheard speaks when an idea of theirs does not get across to others: where a line says so, or where an idea is marked
// as declined and its remark says that others did.
var ideaUnheard = kind{
	name: IdeaUnheard, cooldown: 14,
	occasions: map[string][]string{unheardLine: {"line", "date"}, unheardDeclined: {"line", "date"}},
	due:       ideasUnheard,
}

func ideasUnheard(f notes.PromptFacts) []occasion {
	return newestFirst(append(unheardInLines(f), declinedByOthers(f)...))
}

func unheardInLines(f notes.PromptFacts) []occasion {
	says := func(line string) bool { return saysNotHeard(line, f) }
	lines := plainLines(f, unheardDays, mayBeUnheard, says)
	for _, i := range slices.Concat(f.Agenda, f.Needs, f.Stuck) {
		if i.Actor == notes.Them && !i.Closed() && i.NoteDate <= f.Today && says(i.Text) {
			lines = append(lines, i)
		}
	}
	var found []occasion
	for _, l := range lines {
		if settledOn(IdeaUnheard, f, fromLine(l)) != "" {
			continue
		}
		day := notes.SayDate(l.NoteDate, f.Today)
		found = append(found, occasion{
			name: unheardLine, since: l.NoteDate, because: []notes.Filed{l},
			slots:  map[string]string{"line": short(l.Text), "date": day},
			reason: voice.T("because you noted this on {day}: “{line}”", "day", day, "line", quoted(l.Text)),
		})
	}
	return found
}

// saysNotHeard reports whether a line says that an idea of theirs is not heard.
func saysNotHeard(line string, f notes.PromptFacts) bool {
	if !mayBeUnheard.in(line) {
		return false
	}
	line = withWho(line, f.Person)
	at := saysUnheard().FindStringIndex(line)
	if at != nil && alsoOfOthers().MatchString(line[at[0]:at[1]]) && !aboutIdeas().MatchString(line) {
		return false
	}
	return at != nil && !byMe().MatchString(line) && !unheardNot().MatchString(line) && !strings.HasSuffix(strings.TrimSpace(line), "?") &&
		!ofSomebodyElse(line, at, f)
}

// ofSomebodyElse reports whether words like "his idea" may be of somebody else, who is named before them; who talks over
// somebody is named as well, and is another.
func ofSomebodyElse(line string, at []int, f notes.PromptFacts) bool {
	if !namesOneOf(line[:at[0]], f.Others) {
		return false
	}
	return !strings.Contains(strings.ToLower(line[at[0]:at[1]]), " over ")
}

func declinedByOthers(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Answered {
		if i.State != notes.Declined || i.StateDay() > f.Today || f.Person.Off.Since(i.StateDay(), f.Today) > unheardDays ||
			!(sayNo().MatchString(i.Remark) || namedBy(i.Remark, f.Others)) || settledOn(IdeaUnheard, f, fromLine(i)) != "" {
			continue
		}
		day := notes.SayDate(i.StateDay(), f.Today)
		found = append(found, occasion{
			name: unheardDeclined, since: i.StateDay(), because: []notes.Filed{i},
			slots: map[string]string{"line": short(i.Text), "date": day},
			reason: voice.T("because others turned this idea down, as you noted on {day}: “{line}”",
				"day", day, "line", quoted(i.Text)),
		})
	}
	return found
}

// namedBy reports whether a remark says that somebody who is named said no: "by Ben".
func namedBy(remark string, others []string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(remark), "by ")
	first, _, _ := strings.Cut(rest, ",")
	return ok && namesOneOf(first, others)
}
