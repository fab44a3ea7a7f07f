//go:build journey

package journey

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
)

// Word is a word as it is read from the screen, with the middle of its box in pixels.
type Word struct {
	Text string
	X, Y int
	line string // words of one line share it
}

// Picture saves what the display shows as a PNG.
func (d *Display) Picture(file string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	_, err := d.run("import", "-window", "root", file)
	return err
}

// Read gives the words on the screen, in reading order. Light text on a dark ground within a light screen (a button)
// is seen only with inverted set, and the rest only without.
func (d *Display) Read(inverted bool) ([]Word, error) {
	const scale = 2.5
	args := []string{"-window", "root", "-colorspace", "gray", "-filter", "triangle", "-resize", "250%"}
	if inverted {
		// What is not clearly light becomes the ground, so that white on pine is left.
		args = append(args, "-negate", "-threshold", "25%")
	}
	shot := exec.Command("import", append(args, "png:-")...)
	shot.Env = d.Env()
	picture, err := shot.Output()
	if err != nil {
		return nil, fmt.Errorf("import: %w", err)
	}
	ocr := exec.Command("tesseract", "-", "-", "--psm", "11", "tsv")
	ocr.Env = d.Env("OMP_THREAD_LIMIT=1")
	ocr.Stdin = bytes.NewReader(picture)
	table, err := ocr.Output()
	if err != nil {
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	return words(string(table), scale), nil
}

// words reads tesseract's table: level page block paragraph line word left top width height confidence text.
func words(table string, scale float64) []Word {
	var all []Word
	for _, row := range strings.Split(table, "\n") {
		f := strings.Split(row, "\t")
		if len(f) < 12 || f[0] != "5" || plain(f[11]) == "" {
			continue
		}
		n := make([]float64, 4)
		for i := range n {
			n[i], _ = strconv.ParseFloat(f[6+i], 64)
		}
		all = append(all, Word{
			Text: plain(f[11]), X: int((n[0] + n[2]/2) / scale), Y: int((n[1] + n[3]/2) / scale),
			line: strings.Join(f[1:5], "."),
		})
	}
	return all
}

// plain is a word without what a reader of pixels gets wrong: case, punctuation, and I, l, | and 1, O and 0.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("Il|1!", r):
			return 'i'
		case r == 'O' || r == '0':
			return 'o'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// find gives the middle of the first place where the words of text stand one after the other.
func find(seen []Word, text string) (x, y int, ok bool) {
	var want []string
	for _, w := range strings.Fields(text) {
		if p := plain(w); p != "" {
			want = append(want, p)
		}
	}
	for i := range seen {
		if len(want) == 0 || i+len(want) > len(seen) {
			break
		}
		match := true
		for j, w := range want {
			if seen[i+j].Text != w || seen[i+j].line != seen[i].line {
				match = false
				break
			}
		}
		if match {
			last := seen[i+len(want)-1]
			return (seen[i].X + last.X) / 2, (seen[i].Y + last.Y) / 2, true
		}
	}
	return 0, 0, false
}

// Find looks for text on the screen once and gives the middle of where it stands.
func (d *Display) Find(text string) (x, y int, ok bool, err error) {
	for _, inverted := range []bool{false, true} {
		seen, err := d.Read(inverted)
		if err != nil {
			return 0, 0, false, err
		}
		if x, y, ok = find(seen, text); ok {
			return x, y, true, nil
		}
	}
	return 0, 0, false, nil
}
