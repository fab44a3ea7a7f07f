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

// Spot is where a text stands on the screen, in pixels: its middle, and where it begins.
type Spot struct{ X, Y, Left int }

// word is a word as it is read from the screen.
type word struct {
	text        string
	left, right int
	middle      int    // from the top
	line        string // words of one line share it
}

// Picture saves what the display shows as a PNG.
func (d *Display) Picture(file string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	_, err := d.run("import", "-window", "root", file)
	return err
}

// scale is by how much a picture is enlarged to be read.
const scale = 2.5

// Still waits until some pictures of the screen in a row, each a tenth of a second after the other, are the same.
func (d *Display) Still() error {
	before, same := "", 0
	return Wait("the screen to stand still", func() (bool, error) {
		now, err := d.run("import", "-window", "root", "-depth", "8", "-format", "%#", "info:-")
		if same++; now != before {
			before, same = now, 0
		}
		return same >= 3, err
	})
}

// read gives the words on the screen, in reading order. Light text on a dark ground within a light screen (a button)
// is seen only with inverted set, and the rest only without.
func (d *Display) read(inverted bool) ([]word, error) {
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
	return words(string(table)), nil
}

// words reads tesseract's table: level page block paragraph line word left top width height confidence text.
func words(table string) []word {
	var all []word
	for _, row := range strings.Split(table, "\n") {
		f := strings.Split(row, "\t")
		if len(f) < 12 || f[0] != "5" || plain(f[11]) == "" {
			continue
		}
		var n [4]float64
		for i := range n {
			n[i], _ = strconv.ParseFloat(f[6+i], 64)
		}
		all = append(all, word{
			text: plain(f[11]), left: int(n[0] / scale), right: int((n[0] + n[2]) / scale), middle: int((n[1] + n[3]/2) / scale),
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

// find gives the first place where the words of text stand one after the other.
func find(seen []word, text string) (Spot, bool) {
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
		found := true
		for j, w := range want {
			found = found && seen[i+j].text == w && seen[i+j].line == seen[i].line
		}
		if found {
			first, last := seen[i], seen[i+len(want)-1]
			return Spot{X: (first.left + last.right) / 2, Y: first.middle, Left: first.left}, true
		}
	}
	return Spot{}, false
}

// Find looks for text on the screen once.
func (d *Display) Find(text string) (Spot, bool, error) { return d.find(text, false, true) }

// FindButton looks for text that is lighter than its ground: a primary button's.
func (d *Display) FindButton(text string) (Spot, bool, error) { return d.find(text, true) }

func (d *Display) find(text string, inverted ...bool) (Spot, bool, error) {
	for _, inverted := range inverted {
		seen, err := d.read(inverted)
		if err != nil {
			return Spot{}, false, err
		}
		if at, ok := find(seen, text); ok {
			return at, true, nil
		}
	}
	return Spot{}, false, nil
}

// Text is all that can be read on the screen, to be shown where something was looked for in vain.
func (d *Display) Text() string {
	seen, err := d.read(false)
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	line := ""
	for _, w := range seen {
		if w.line != line {
			b.WriteString("\n")
		}
		line = w.line
		b.WriteString(w.text + " ")
	}
	return b.String()
}
