package csvfile

import (
	"strings"
	"unicode/utf8"
)

// row is a row of a table.
type row struct {
	line  int // where it begins, from 1
	cells []string
}

// delimiters are what divides cells, the likeliest first.
var delimiters = []byte{',', ';', '\t', '|'}

// tableOf reads the rows of a file, blank ones left out, whatever divides their cells.
func tableOf(text string) []row {
	start := 1
	if first, rest, ok := strings.Cut(text, "\n"); ok && len(first) == 5 && strings.HasPrefix(strings.ToLower(first), "sep=") {
		return rowsOf(rest, first[4], start+1) // as Excel writes and reads it
	}
	best, most := delimiters[0], 0
	sample := text
	if at := nthLine(text, 200); at >= 0 {
		sample = text[:at]
	}
	for _, d := range delimiters {
		if n := regularity(rowsOf(sample, d, start)); n > most {
			best, most = d, n
		}
	}
	return rowsOf(text, best, start)
}

func nthLine(text string, n int) int {
	at := 0
	for ; n > 0; n-- {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return -1
		}
		at += next + 1
	}
	return at
}

// regularity is how much rows look like those of one table: the share of the rows with the commonest count of cells, in
// thousandths, more where there are more cells; 0 where that count is one.
func regularity(rows []row) int {
	counts := map[int]int{}
	width := 0
	for _, r := range rows {
		n := len(r.cells)
		counts[n]++
		if counts[n] > counts[width] || counts[n] == counts[width] && n > width {
			width = n
		}
	}
	if width < 2 {
		return 0
	}
	return counts[width]*1000/len(rows) + min(width, 50)
}

// rowsOf reads cells as RFC 4180 has them, and as programs write them: a quotation mark counts where it opens a cell and one closes
// it; any other is text, as is one that nothing closes.
func rowsOf(text string, delimiter byte, line int) []row {
	var rows []row
	closes := true // whether another quotation mark may close
	for len(text) > 0 {
		r := row{line: line}
		blank := true
		for end := false; !end; {
			cell, rest := "", ""
			quoted := false
			if closes && text != "" && text[0] == '"' {
				if cell, rest, quoted = quotedCell(text, delimiter); !quoted {
					closes = false
				}
			}
			if !quoted {
				at := strings.IndexAny(text, "\n"+string(rune(delimiter)))
				if at < 0 {
					at = len(text)
				}
				cell, rest = text[:at], text[at:]
			}
			line += strings.Count(text[:len(text)-len(rest)], "\n")
			blank = blank && strings.TrimSpace(cell) == ""
			r.cells = append(r.cells, cell)
			end = rest == "" || rest[0] == '\n'
			if rest != "" {
				if rest[0] == '\n' {
					line++
				}
				rest = rest[1:]
			}
			text = rest
		}
		if !blank {
			rows = append(rows, r)
		}
	}
	return rows
}

// quotedCell reads a cell in quotation marks, up to what divides it from the next. It reports false where nothing closes it.
func quotedCell(text string, delimiter byte) (cell, rest string, ok bool) {
	var b strings.Builder
	at := 1
	for {
		next := strings.IndexByte(text[at:], '"')
		if next < 0 {
			return "", "", false
		}
		b.WriteString(text[at : at+next])
		at += next + 1
		switch {
		case at == len(text) || text[at] == delimiter || text[at] == '\n':
			return b.String(), text[at:], true
		case text[at] == '"':
			b.WriteByte('"')
			at++
		default: // a mark within the text, that its program didn't double
			b.WriteByte('"')
		}
	}
}

// cell is a cell of a row without blanks round it, "" where the row is shorter.
func (r row) cell(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[column])
}

// width is the count of cells of the longest row.
func width(rows []row) int {
	n := 0
	for _, r := range rows {
		n = max(n, len(r.cells))
	}
	return n
}

// isProse reports whether a column holds what somebody wrote, rather than a word or two of a list.
func isProse(rows []row, column int) bool {
	for _, r := range rows {
		c := r.cell(column)
		if strings.Contains(c, "\n") || len(strings.Fields(c)) >= 5 && utf8.RuneCountInString(c) >= 20 {
			return true
		}
	}
	return false
}
