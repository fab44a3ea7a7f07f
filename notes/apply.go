package notes

import (
	"fmt"
	"strings"

	"handback/notes/voice"
)

// ApplyEdit applies one edit to a body and changes no other byte. It returns the line, counted from 1, at which the edit
// took place. Where e.Line does not hold e.Old any more but exactly one other line does, that line is meant; otherwise it
// returns ErrConflict.
func ApplyEdit(body string, e LineEdit) (string, int, error) {
	if strings.Contains(e.New, "\n") || (strings.HasSuffix(e.New, "\r") && !strings.HasSuffix(e.Old, "\r")) {
		return body, 0, Invalid{Field: voice.T("Line"), Why: voice.T("Keep this to a single line.")}
	}
	lines := lineSpans(body)
	switch e.Op {
	case InsertLine:
		return insertLine(body, lines, e)
	case ReplaceLine, DeleteLine:
		if e.Old == "" && e.Line == len(lines)+1 && (body == "" || strings.HasSuffix(body, "\n")) {
			lines = append(lines, span{len(body), len(body)}) // the caret's line after the last line end
		}
		i, ok := findLine(body, lines, e)
		if !ok {
			return body, 0, ErrConflict
		}
		if e.Op == ReplaceLine {
			return body[:lines[i].from] + e.New + body[lines[i].to:], i + 1, nil
		}
		from, to := lines[i].from, len(body)
		if i+1 < len(lines) {
			to = lines[i+1].from
		} else if i > 0 && lines[i].to == len(body) {
			from = lines[i-1].to // the last line has no end of its own: the one before it goes
		}
		return body[:from] + body[to:], i + 1, nil
	}
	return body, 0, fmt.Errorf("no such line operation: %d", e.Op)
}

// lineSpans lists the lines of a body without their ends. Text after the last line end is a line only where there is any.
func lineSpans(body string) []span {
	var lines []span
	for at := 0; at < len(body); {
		n := strings.IndexByte(body[at:], '\n')
		if n < 0 {
			return append(lines, span{at, len(body)})
		}
		end := at + n
		if end > at && body[end-1] == '\r' {
			end--
		}
		lines = append(lines, span{at, end})
		at += n + 1
	}
	return lines
}

// findLine is the line that an edit means.
func findLine(body string, lines []span, e LineEdit) (int, bool) {
	if i := e.Line - 1; i >= 0 && i < len(lines) && lines[i].in(body) == e.Old {
		return i, true
	}
	found := -1
	for i, l := range lines {
		if l.in(body) == e.Old {
			if found >= 0 {
				return 0, false
			}
			found = i
		}
	}
	return found, found >= 0
}

func insertLine(body string, lines []span, e LineEdit) (string, int, error) {
	end := e.End
	switch {
	case end != "":
	case strings.Contains(body, "\r\n"):
		end = "\r\n"
	default:
		end = "\n"
	}
	if i := e.Line - 1; i >= 0 && i < len(lines) {
		at := lines[i].from
		return body[:at] + e.New + end + body[at:], i + 1, nil
	}
	line := len(lines) + 1
	switch {
	case e.Line == line+1 && e.End != "" && (body == "" || strings.HasSuffix(body, "\n")):
		return body + e.End + e.New, e.Line, nil // an empty line stood before it, whose end went with it
	case body == "":
		return e.New + e.End, 1, nil
	case strings.HasSuffix(body, "\n"):
		return body + e.New + end, line, nil
	}
	return body + end + e.New, line, nil
}
