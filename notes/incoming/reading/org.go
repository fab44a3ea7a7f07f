package reading

import (
	"regexp"
	"strings"

	"handback/notes"
)

var (
	orgHeadline = regexp.MustCompile(`^(\*+)\s+(.*)$`)
	orgTags     = regexp.MustCompile(`\s+:([\p{L}\p{N}_@#%]+(?::[\p{L}\p{N}_@#%]+)*):\s*$`)
	orgTitle    = regexp.MustCompile(`(?i)^#\+title:\s*(.*)$`)
	orgCode     = regexp.MustCompile(`(?i)^\s*#\+(begin|end)_(src|example)\b`)
	orgLink     = regexp.MustCompile(`\[\[([^\[\]]+)\]\[([^\[\]]+)\]\]`)
	orgKey      = regexp.MustCompile(`^:([\p{L}\p{N}_-]+):\s+(\S.*)$`)
	orgCheck    = regexp.MustCompile(`^(\s*[-+]\s+)\[[X]\]`)
)

// Org is Org text as an outline in Markdown, which has a line of its own for every line of it: a headline becomes a bullet with its
// tags, ":a:b:" at its end, as #a #b.
func Org(text string) string {
	lines := strings.Split(text, "\n")
	depth, drawer, code := 0, false, false
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		if orgCode.MatchString(line) {
			code = !code
			lines[i] = indented(depth, "```")
			continue
		}
		m := orgHeadline.FindStringSubmatch(line)
		switch {
		case code:
		case m != nil:
			depth = len(m[1])
			lines[i] = strings.Repeat("\t", depth-1) + "- " + Made(orgText(m[2]), m[2])
		case trimmed == ":PROPERTIES:" || trimmed == ":END:" && drawer:
			drawer = trimmed == ":PROPERTIES:"
			lines[i] = ""
		case drawer:
			if k := orgKey.FindStringSubmatch(trimmed); k != nil {
				lines[i] = indented(depth, k[1]+":: "+k[2])
			}
		case orgTitle.MatchString(trimmed) && depth == 0:
			lines[i] = "title:: " + orgTitle.FindStringSubmatch(trimmed)[1]
		case depth > 0 && trimmed != "":
			lines[i] = indented(depth, orgCheck.ReplaceAllString(orgText(line), "${1}[x]"))
		default:
			lines[i] = orgText(line)
		}
	}
	return strings.Join(lines, "\n")
}

// indented is a line that belongs to the headline above it.
func indented(depth int, line string) string {
	if depth == 0 {
		return line
	}
	return strings.Repeat("\t", depth-1) + "  " + strings.TrimLeft(line, "\t")
}

// orgText is a line with its links as their words and its tags as Handback writes them.
func orgText(line string) string {
	line = orgLink.ReplaceAllString(line, "$2 ($1)")
	m := orgTags.FindStringSubmatchIndex(line)
	if m == nil {
		return line
	}
	said := line[:m[0]]
	for _, tag := range strings.Split(line[m[2]:m[3]], ":") {
		if notes.ValidTag(tag) {
			said += " #" + tag
		} else {
			said += " " + tag
		}
	}
	return said
}
