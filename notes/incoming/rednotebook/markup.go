package rednotebook

import (
	"regexp"
	"strings"

	"handback/notes/incoming/reading"
)

var (
	bar     = regexp.MustCompile(`^\s*(={20,}|_{20,}|-{20,})\s*$`)
	title   = regexp.MustCompile(`^ *(={1,5}|\+{1,5})([^=+](?:.*[^=+])?)(={1,5}|\+{1,5})(?:\[[\w-]*\])?\s*$`)
	numeral = regexp.MustCompile(`^( *)\+ (\S)`)
	quoted  = regexp.MustCompile(`^\t+`)
	breaks  = regexp.MustCompile(`\\\\\s*$`)
	colour  = regexp.MustCompile(`\{(.*?)\|color:[^{}|]+?\}`)
	italic  = regexp.MustCompile(`//([^\s/](?:|.*?[^\s]))//`)
	struck  = regexp.MustCompile(`--([^\s-](?:|.*?[^\s-]))--`)

	// What is left alone within a line: code, raw text, pictures, links with a name, addresses.
	kept = regexp.MustCompile("``(\\S(?:|.*?\\S))``" +
		`|\[""(\S(?:|.*?\S))""(\.\w+)(?:\?\d+)?\]` +
		`|\[([^\[\]]*?)\s""(\S(?:|.*?\S))""\]` +
		`|""(\S(?:|.*?\S))""` +
		`|''(\S(?:|.*?\S))''` +
		`|\b\w+://[^\s\]\)]+`)
)

// heading is the text of a line that is one: === so ===.
func heading(line string) (string, bool) {
	m := title.FindStringSubmatch(line)
	if m == nil || m[1] != m[3] {
		return "", false
	}
	return strings.TrimSpace(m[2]), strings.TrimSpace(m[2]) != ""
}

// verbatims says of each line whether it is in a block that RedNotebook shows as it is, or begins or ends one.
func verbatims(lines []string) []bool {
	within := make([]bool, len(lines))
	open, mark := -1, ""
	for i, line := range lines {
		trimmed := strings.TrimRight(line, " \t")
		switch {
		case open < 0 && (trimmed == "```" || trimmed == `"""` || trimmed == "'''"):
			open, mark = i, trimmed
		case open >= 0 && trimmed == mark:
			for n := open; n <= i; n++ {
				within[n] = true
			}
			open = -1
		}
	}
	return within
}

// say is a line of RedNotebook in Markdown. It files what the line files as it stands, and nothing else.
func say(line string, verbatim bool) string {
	trimmed := strings.TrimRight(line, " \t")
	switch {
	case verbatim && (trimmed == `"""` || trimmed == "'''"):
		return "```"
	case verbatim && strings.HasPrefix(trimmed, "```"):
		return trimmed
	case verbatim:
		return line
	}
	if text, ok := heading(line); ok {
		m := title.FindStringSubmatch(line)
		return reading.Made(strings.Repeat("#", len(m[1]))+" "+markup(text), line)
	}
	if q := quoted.FindString(line); q != "" {
		return strings.Repeat("> ", len(q)) + markup(line[len(q):])
	}
	return reading.Made(markup(numeral.ReplaceAllString(line, "${1}1. $2")), line)
}

// markup turns the marks within a line into those of Markdown: //so// and --so-- otherwise, **so** as it is.
func markup(line string) string {
	if !strings.ContainsAny(line, "`[\"'/{\\") && !strings.Contains(line, "--") {
		return line
	}
	line = breaks.ReplaceAllString(line, "")
	var said strings.Builder
	last := 0
	for _, m := range kept.FindAllStringSubmatchIndex(line, -1) {
		said.WriteString(marks(line[last:m[0]]))
		part := func(n int) string { return line[m[2*n]:m[2*n+1]] }
		switch {
		case m[2] >= 0:
			said.WriteString("`" + part(1) + "`")
		case m[4] >= 0:
			said.WriteString("![](" + part(2) + part(3) + ")")
		case m[8] >= 0:
			said.WriteString("[" + part(4) + "](" + part(5) + ")")
		case m[12] >= 0:
			said.WriteString(part(6))
		case m[14] >= 0:
			said.WriteString(part(7))
		default:
			said.WriteString(line[m[0]:m[1]])
		}
		last = m[1]
	}
	said.WriteString(marks(line[last:]))
	return said.String()
}

func marks(s string) string {
	s = colour.ReplaceAllString(s, "$1")
	s = italic.ReplaceAllString(s, "*$1*")
	return struck.ReplaceAllString(s, "~~$1~~")
}
