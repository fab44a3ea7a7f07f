package logseq

import (
	"regexp"
	"strings"

	"handback/notes"
	"handback/notes/incoming/reading"
	"handback/notes/voice"
)

// block is a bullet with the lines that belong to it, or lines without a bullet at the beginning of a page.
type block struct {
	indent string
	bullet bool
	at     int      // its first line, from 1
	lines  []string // without indentation and bullet; never none
	fenced []bool   // of each line: it is code
	hidden []string // of each line: as it is written, where it is private, which it has to stay; otherwise ""
}

var (
	bullet   = regexp.MustCompile(`^([ \t]*)[-*](?:[ \t]+|$)(.*)$`)
	marker   = regexp.MustCompile(`^(#{1,6}\s+)?(TODO|DOING|NOW|LATER|DONE|WAITING|WAIT|IN-PROGRESS|STARTED|CANCELED|CANCELLED)\s+(\S.*)$`)
	priority = regexp.MustCompile(`\[#([A-Z])\]\s*`)
	planned  = regexp.MustCompile(`\b(SCHEDULED|DEADLINE|CLOSED):\s*[<\[](\d{4}-\d{2}-\d{2})([^>\]]*)[>\]]`)
	keyed    = regexp.MustCompile(`^([\p{L}\p{N}][\p{L}\p{N}._/-]*)::(?:\s+(.*))?$`)
	framed   = regexp.MustCompile(`(?i)^\s*#\+(BEGIN|END)_(QUOTE|QUERY|NOTE|TIP|IMPORTANT|CAUTION|WARNING|PINNED)\b`)
	imageBox = regexp.MustCompile(`\)\{:(?:height|width)[^{}\n]*\}`)
	blockRef = regexp.MustCompile(`\{\{embed \(\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)\)\}\}|` +
		`\(\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)\)`)
	pageLink = regexp.MustCompile(`#?\[\[([^\[\]]+)\]\]`)
)

// blocksOf reads the blocks of a page. Lines of code are no bullets, whatever they begin with.
func blocksOf(text string) []block {
	lines := strings.Split(text, "\n")
	fenced, opens := reading.Fences(lines)
	private := notes.Hidden(notes.Normalise(text))
	var blocks []block
	for i, line := range lines {
		hidden := ""
		if private[i] {
			hidden = line
		}
		m := bullet.FindStringSubmatch(line)
		switch {
		case m != nil && (!fenced[i] || opens[i]):
			blocks = append(blocks, block{indent: m[1], bullet: true, at: i + 1})
			blocks[len(blocks)-1].add(m[2], fenced[i], hidden)
		case len(blocks) == 0:
			blocks = append(blocks, block{at: i + 1})
			blocks[0].add(line, fenced[i], hidden)
		default:
			b := &blocks[len(blocks)-1]
			b.add(withoutIndent(line, b), fenced[i], hidden)
		}
	}
	if len(blocks) > 0 && !blocks[0].bullet && strings.TrimSpace(strings.Join(blocks[0].lines, "")) == "" {
		blocks = blocks[1:]
	}
	return blocks
}

// Outline is a text in blocks of Logseq's, such as reading.Org makes of Org text, in lines of a note, and what of it has no place there.
func Outline(text string) (lines, loose []string) {
	blocks := blocksOf(text)
	for i, b := range blocks {
		said, left := b.say()
		loose = append(loose, left...)
		for _, line := range said {
			if key, value, ok := property(line); ok && key == "title" && i == 0 && !b.bullet {
				loose = append(loose, key+": "+value)
				continue
			}
			lines = append(lines, line)
		}
	}
	return lines, loose
}

func (b *block) add(line string, fenced bool, hidden string) {
	b.lines, b.fenced, b.hidden = append(b.lines, line), append(b.fenced, fenced), append(b.hidden, hidden)
}

// withoutIndent takes from a line what it is indented by because it belongs to a block.
func withoutIndent(line string, b *block) string {
	if !b.bullet {
		return line
	}
	line = strings.TrimPrefix(line, b.indent)
	for range 2 {
		line = strings.TrimPrefix(line, " ")
	}
	return line
}

// tops are the blocks of a page by the block on top that they are below.
func tops(blocks []block) [][]block {
	var all [][]block
	for _, b := range blocks {
		if len(all) == 0 || b.bullet && b.indent == "" || !b.bullet {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], b)
	}
	return all
}

func (b block) task() bool { return marker.MatchString(b.lines[0]) }

// property reads a line "key:: value".
func property(line string) (key, value string, ok bool) {
	if !strings.Contains(line, "::") {
		return "", "", false
	}
	m := keyed.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil {
		return "", "", false
	}
	return m[1], strings.TrimSpace(m[2]), true
}

// ofProgram are the properties that Logseq writes for itself.
func ofProgram(key string) bool {
	key = strings.ToLower(key)
	return key == "id" || key == "collapsed" || key == "heading" || key == "created-at" || key == "updated-at" ||
		strings.HasPrefix(key, "logseq.") || strings.HasPrefix(key, "card-") || strings.HasPrefix(key, "query-") || key == "background-color" ||
		strings.HasPrefix(key, "ls-") || strings.HasPrefix(key, "hl-")
}

// say is the block in lines of a note, and what of it has no place there.
func (b block) say() (lines, loose []string) {
	if b.task() && b.hidden[0] == "" {
		return b.sayTask()
	}
	if b.bullet && strings.TrimSpace(strings.Join(b.lines, "")) == "" {
		return nil, nil
	}
	within := b.indent
	if b.bullet {
		within += "  "
	}
	drawer := false
	frame := "" // within one of Logseq's, as #+BEGIN_NOTE
	for i, line := range b.lines {
		prefix := within
		if i == 0 && b.bullet {
			prefix = b.indent + "- "
		}
		if !b.fenced[i] && i > 0 && isLoose(line, &drawer) {
			loose = append(loose, strings.TrimSpace(line))
			continue
		}
		if b.hidden[i] != "" {
			lines = append(lines, b.hidden[i])
			continue
		}
		if b.fenced[i] {
			lines = append(lines, prefix+line)
			continue
		}
		said, left := inLine(line, prefix, &frame)
		lines, loose = append(lines, said...), append(loose, left...)
	}
	return lines, loose
}

// inLine is a line of the text of a block, none where nothing of it is read.
func inLine(line, prefix string, frame *string) (lines, loose []string) {
	said, loose, isFrame := inFrame(line, frame)
	if isFrame && said == "" || line != "" && strings.Trim(line, "# ") == "" {
		return nil, loose
	}
	said, left := plain(said)
	loose = append(loose, left...)
	if _, _, ok := property(line); ok {
		return []string{reading.Made(prefix+said, "")}, loose
	}
	return []string{reading.Made(prefix+said, prefix+line)}, loose
}

// inFrame is a line of one of Logseq's frames as a quotation, "> Note" for #+BEGIN_NOTE, and keeps which one it is. Queries are left out:
// their answers aren't in the page. It is "" where nothing of it is read.
func inFrame(line string, frame *string) (said string, loose []string, is bool) {
	m := framed.FindStringSubmatch(line)
	kind := ""
	if m != nil {
		kind = strings.ToUpper(m[2])
	}
	switch {
	case m == nil && *frame == "":
		return line, nil, false
	case m == nil && *frame == "QUERY":
		return "", nil, true
	case m == nil:
		return "> " + line, nil, true
	case strings.EqualFold(m[1], "end"):
		*frame = ""
		return "", nil, true
	}
	switch *frame = kind; kind {
	case "QUERY":
		return "", []string{reading.AsksOnly("query")}, true
	case "QUOTE":
		return "", nil, true
	}
	return "> " + notes.UpperFirst(strings.ToLower(kind)), nil, true
}

// plain is a line without what leads nowhere outside of Logseq, and what that was.
func plain(line string) (said string, loose []string) {
	said = unlinked(line)
	if strings.Contains(said, "){:") {
		said = imageBox.ReplaceAllString(said, ")")
	}
	said, loose = reading.Unfiled(said)
	if strings.Contains(said, "((") {
		said = blockRef.ReplaceAllStringFunc(said, func(ref string) string {
			loose = append(loose, voice.T("A block from another page: {id}", "id", strings.Trim(strings.TrimPrefix(ref, "{{embed "), "(){}")))
			return voice.T("(a block from another page)")
		})
	}
	return said, loose
}

// isLoose reports whether a line of a block is Logseq's own, and keeps whether it is within a drawer.
func isLoose(line string, drawer *bool) bool {
	trimmed := strings.TrimSpace(line)
	switch {
	case *drawer:
		*drawer = !strings.EqualFold(trimmed, ":END:")
		return true
	case trimmed == ":LOGBOOK:" || trimmed == ":PROPERTIES:":
		*drawer = true
		return true
	}
	key, _, ok := property(trimmed)
	return ok && ofProgram(key)
}

// sayTask is a block that Logseq ticks.
func (b block) sayTask() (lines, loose []string) {
	m := marker.FindStringSubmatch(b.lines[0])
	state, text := m[2], m[3]
	if p := priority.FindStringSubmatch(text); p != nil {
		loose = append(loose, strings.TrimSpace(p[0]))
		text = strings.Replace(text, p[0], "", 1)
	}
	said, left := plain(text)
	loose = append(loose, left...)
	task := reading.Task{Text: said, Done: state == "DONE"}
	var rest []string
	var plan plan
	drawer := false
	for i, line := range b.lines[1:] {
		switch {
		case b.fenced[i+1] && b.hidden[i+1] == "":
			rest = append(rest, b.indent+"  "+line)
		case !drawer && plan.read(line):
		case isLoose(line, &drawer):
			loose = append(loose, strings.TrimSpace(line))
		case b.hidden[i+1] != "":
			rest = append(rest, b.hidden[i+1])
		default:
			said, left := plain(line)
			rest, loose = append(rest, reading.Made(b.indent+"  "+said, line)), append(loose, left...)
		}
	}
	loose = append(loose, plan.loose...)
	task.DoneOn, task.Due = plan.closed, plan.deadline
	if task.Due == "" {
		task.Due = plan.scheduled
	} else if plan.scheduled != "" && plan.scheduled != task.Due {
		loose = append(loose, "SCHEDULED: "+string(plan.scheduled))
	}
	return append([]string{b.sayState(state, task, &loose)}, rest...), loose
}

// sayState is the line of a task. One that was given up is no task any more.
func (b block) sayState(state string, task reading.Task, loose *[]string) string {
	if strings.HasPrefix(state, "WAIT") {
		*loose = append(*loose, state)
	}
	if !strings.HasPrefix(state, "CANCEL") {
		return task.Line(b.indent)
	}
	return reading.Made(b.indent+"- "+strings.TrimSpace(task.Text)+" (cancelled)", "")
}

// plan is when a task is to be done.
type plan struct {
	deadline, scheduled, closed notes.Date
	loose                       []string
}

// read reads a line of a block that says nothing but when.
func (p *plan) read(line string) bool {
	line = strings.TrimSpace(line)
	found := planned.FindAllStringSubmatch(line, -1)
	if found == nil || strings.TrimSpace(planned.ReplaceAllString(line, "")) != "" {
		return false
	}
	for _, m := range found {
		day := notes.Date(m[2])
		if more := strings.TrimSpace(dayName.ReplaceAllString(m[3], "")); more != "" || !day.Valid() {
			p.loose = append(p.loose, m[0])
		}
		switch {
		case !day.Valid():
		case m[1] == "DEADLINE":
			p.deadline = day
		case m[1] == "CLOSED":
			p.closed = day
		default:
			p.scheduled = day
		}
	}
	return true
}

var dayName = regexp.MustCompile(`^\s+\p{L}+\.?`)

// unlinked is a line with the names of pages in place of links to them.
func unlinked(line string) string {
	if !strings.Contains(line, "[[") {
		return line
	}
	return pageLink.ReplaceAllStringFunc(line, func(link string) string {
		m := pageLink.FindStringSubmatch(link)
		if !strings.HasPrefix(link, "#") {
			return m[1]
		}
		tag := strings.Join(strings.Fields(m[1]), "-")
		if !notes.ValidTag(tag) {
			return m[1]
		}
		return "#" + tag
	})
}
