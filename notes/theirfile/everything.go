package theirfile

import (
	"strings"

	"handback/notes"
	"handback/notes/calendar"
	"handback/notes/voice"
)

// group is a part of everything that is held: the rows of some tables.
type group struct {
	title  string
	tables []string
}

// groups are the parts in their order. The notes come behind the first one.
var groups = []group{
	{voice.T("The person"), []string{"person", "alias", "import"}},
	{voice.T("Goals"), []string{"goal", "goal_tag", "step", "opportunity", "target_move"}},
	{voice.T("Who decides what"), []string{"area", "area_level", "area_former"}},
	{voice.T("What we count on each other for"), []string{"expectation"}},
	{voice.T("Step-ins"), []string{"stepping_in", "stepping_in_person"}},
	{voice.T("Company goals"), []string{"company_goal", "company_change", "company_talk"}},
	{voice.T("Reviews"), []string{"own_review", "review_line"}},
	{voice.T("Questions that Handback asked"), []string{"prompt_event", "prompt_mute"}},
	{voice.T("Comments on individual lines"), []string{"verdict", "dismissal", "quiet_answer"}},
	{voice.T("Saved searches"), []string{"saved_search"}},
}

// everything is all that is held.
func (m *maker) everything() {
	for i, g := range groups {
		var lines []Line
		for _, table := range g.tables {
			for _, r := range m.Rows {
				if r.Table == table {
					lines = append(lines, m.row(r)...)
				}
			}
		}
		m.part(g.title, lines)
		if i == 0 {
			m.notes()
		}
	}
	var pack []Line
	for _, kept := range m.Handover {
		pack = append(pack, m.line(kept[1], kept[0]))
	}
	m.part(voice.T("Handover pack"), pack)
	m.part(voice.T("From your calendar"), m.calendar())
	var elsewhere []Line
	for _, said := range m.Mentions {
		elsewhere = append(elsewhere, m.line(strings.TrimSpace(said.Text), SayWhere(said)))
	}
	m.part(voice.T("In other people's notes, and elsewhere"), elsewhere)
}

// calendar is what is known of the person in calendars: by which addresses and titles, and which one-on-ones were taken.
func (m *maker) calendar() (lines []Line) {
	for _, r := range m.Rows {
		if r.Table != "setting" || r.Value("key") != notes.SettingCalendar+m.Person.UID {
			continue
		}
		kept := calendar.ReadKept(r.Value("value"))
		for _, token := range kept.Means {
			lines = append(lines, m.line(calendar.SayToken(token), voice.T("is this person in calendars")))
		}
		for _, token := range kept.Nobody {
			lines = append(lines, m.line(calendar.SayToken(token), voice.T("isn't this person in calendars")))
		}
		for _, t := range kept.Taken {
			lines = append(lines, m.line(notes.SayWhole(t.Says.Date), voice.T("a one-on-one in a calendar")))
		}
		for _, t := range kept.Coming {
			lines = append(lines, m.line(notes.SayWhole(t.Date), voice.T("the next one-on-one in a calendar")))
		}
	}
	return lines
}

// notes adds a part for each note, newest first, with the lines that only earlier versions have.
func (m *maker) notes() {
	versions := map[string][]notes.HeldRow{}
	for _, r := range m.Rows {
		if r.Table == "revision" {
			versions[r.Value("note_id")] = append(versions[r.Value("note_id")], r)
		}
	}
	for _, r := range newest(m.Rows) {
		var lines []Line
		for _, v := range r.Values {
			if v.Column == "date" || v.Column == "kind" || v.Column == "body" {
				continue
			}
			lines = append(lines, m.named(r.Table, v)...)
		}
		seen := map[string]bool{}
		for _, text := range linesOf(r.Value("body")) {
			seen[text] = true
			lines = append(lines, m.line(text, ""))
		}
		of := versions[id(r)]
		for i := len(of) - 1; i >= 0; i-- {
			saved := voice.T("only in the version saved {time}", "time", of[i].Value("at"))
			for _, text := range linesOf(of[i].Value("body")) {
				if !seen[text] {
					seen[text] = true
					lines = append(lines, m.line(text, saved))
				}
			}
		}
		title := m.noteTitle(r)
		if r.Trashed {
			title = voice.T("{note} (in the trash)", "note", title)
		}
		if len(lines) == 0 {
			lines = []Line{m.line(voice.T("There's nothing here."), "")}
		}
		m.part(title, lines)
	}
}

// row is a row as lines: its own words, each line of them, and behind the last one what else it says. Where it has no words of
// its own each value is a line.
func (m *maker) row(r notes.HeldRow) []Line {
	main := mainColumn[r.Table]
	texts := linesOf(r.Value(main))
	var rest []string
	for _, v := range r.Values {
		if v.Column != main {
			rest = append(rest, voice.T("{what}: {value}", "what", Name(r.Table, v.Column), "value", m.sayValue(r.Table, v)))
		}
	}
	if r.Trashed {
		rest = append(rest, voice.T("in the trash"))
	}
	if len(texts) == 0 {
		var lines []Line
		for _, said := range rest {
			lines = append(lines, m.line(said, ""))
		}
		if len(rest) > 0 && r.Table != "person" {
			return []Line{m.line(strings.Join(rest, " · "), "")}
		}
		return lines
	}
	lines := make([]Line, len(texts))
	for i, text := range texts {
		behind := ""
		if i == len(texts)-1 {
			behind = strings.Join(rest, " · ")
		}
		lines[i] = m.line(text, behind)
	}
	return lines
}

// named is a value with what it is, a line for each of its own.
func (m *maker) named(table string, v notes.HeldValue) []Line {
	var lines []Line
	for _, text := range linesOf(m.sayValue(table, v)) {
		lines = append(lines, m.line(voice.T("{what}: {value}", "what", Name(table, v.Column), "value", text), ""))
	}
	return lines
}

// sayValue says a value as people read it.
func (m *maker) sayValue(table string, v notes.HeldValue) string {
	for _, column := range []string{table + "." + v.Column, v.Column} {
		if said := values[column][v.Value]; said != "" {
			return said
		}
	}
	if day := notes.Date(v.Value); day.Valid() {
		return notes.SayWhole(day)
	}
	if say, ok := yes[v.Column]; ok && v.Value == "1" {
		return say
	}
	if level, ok := levels[v.Value]; ok && (v.Column == "level" || v.Column == "wanted" || v.Column == "before") {
		return level.String()
	}
	return strings.Join(linesOf(v.Value), " / ")
}

// SayWhere says where a mention stands, without anybody's name.
func SayWhere(said notes.Mention) string {
	var where string
	switch said.Table {
	case "note":
		where = voice.T("in a note from {day}", "day", notes.SayWhole(said.Date))
	case "revision":
		where = voice.T("only in an earlier version of a note from {day}", "day", notes.SayWhole(said.Date))
	default:
		where = Name(said.Table, said.Column)
	}
	if said.Trashed {
		return voice.T("{where}, in the trash", "where", where)
	}
	return where
}
