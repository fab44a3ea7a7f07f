//go:build journey

package journey

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
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
	img, err := d.screen()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return errors.Join(encoder.Encode(f, inFewColours(img)), f.Close())
}

// inFewColours is the picture in its 256 most frequent colours, each other one in the nearest of them: a flat drawing
// loses nothing that is seen by it, and half of its size.
func inFewColours(img image.Image) image.Image {
	size := img.Bounds()
	count := map[color.Color]int{}
	for y := range size.Dy() {
		for x := range size.Dx() {
			count[img.At(x, y)]++
		}
	}
	all := slices.SortedFunc(maps.Keys(count), func(a, b color.Color) int {
		if n := cmp.Compare(count[b], count[a]); n != 0 {
			return n
		}
		return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) // the same picture is the same file
	})
	palette := color.Palette(all[:min(256, len(all))])
	nearest := map[color.Color]uint8{}
	for _, c := range all {
		nearest[c] = uint8(palette.Index(c))
	}
	few := image.NewPaletted(size, palette)
	for y := range size.Dy() {
		for x := range size.Dx() {
			few.SetColorIndex(x, y, nearest[img.At(x, y)])
		}
	}
	return few
}

// stillFor is for how long a screen that stands still doesn't change.
const stillFor = 300 * time.Millisecond

// Still waits until the screen stands still.
func (d *Display) Still() error {
	var before *image.RGBA
	var since time.Time
	return Wait("the screen to stand still", func() (bool, error) {
		now, err := d.screen()
		if err != nil {
			return false, err
		}
		if before == nil || !bytes.Equal(now.Pix, before.Pix) {
			before, since = now, time.Now()
		}
		return time.Since(since) >= stillFor, nil
	})
}

// screen gives what the display shows, out of the server's own file: an X window dump, whose header is big-endian, and whose
// pixels are blue, green, red and nothing.
func (d *Display) screen() (*image.RGBA, error) {
	data, err := os.ReadFile(filepath.Join(d.folder, "Xvfb_screen0"))
	if err != nil {
		return nil, err
	}
	const fields = 25
	var head [fields]int
	if len(data) < fields*4 {
		return nil, fmt.Errorf("a window dump of %d bytes", len(data))
	}
	for i := range head {
		head[i] = int(binary.BigEndian.Uint32(data[i*4:]))
	}
	size, width, height, littleEnd, bits, stride, colours := head[0], head[4], head[5], head[7] == 0, head[11], head[12], head[19]
	pixels := data[min(len(data), size+colours*12):]
	if !littleEnd || bits != 32 || len(pixels) < height*stride {
		return nil, fmt.Errorf("a window dump of %d×%d, %d bits a pixel, in %d bytes", width, height, bits, len(data))
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row, from := img.Pix[y*img.Stride:], pixels[y*stride:]
		for at := 0; at < width*4; at += 4 {
			row[at], row[at+1], row[at+2], row[at+3] = from[at+2], from[at+1], from[at], 255
		}
	}
	return img, nil
}

// readPPM reads the picture that the tools around X write.
func readPPM(data []byte) (image.Image, error) {
	var width, height, most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 32)]), "P6\n%d %d\n%d", &width, &height, &most); err != nil {
		return nil, fmt.Errorf("a PPM: %w", err)
	}
	if width < 1 || height < 1 || len(data) < width*height*3 {
		return nil, fmt.Errorf("a PPM of %d×%d in %d bytes", width, height, len(data))
	}
	pixels := data[len(data)-width*height*3:]
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		img.Pix[i*4], img.Pix[i*4+1], img.Pix[i*4+2], img.Pix[i*4+3] = pixels[i*3], pixels[i*3+1], pixels[i*3+2], 255
	}
	return img, nil
}

// read gives the words on the screen, in reading order. Light text on a dark ground within a light screen (a button)
// is seen only with inverted set, and the rest only without.
func (d *Display) read(inverted bool) ([]word, error) {
	img, err := d.screen()
	if err != nil {
		return nil, err
	}
	d.asRead = img
	for _, r := range d.seen { // reading takes most of a second
		if r.inverted == inverted && bytes.Equal(r.img.Pix, img.Pix) {
			return r.words, nil
		}
	}
	all, err := read(img, inverted)
	if err == nil {
		d.seen = append(d.seen[max(0, len(d.seen)-3):], reading{img, inverted, all})
	}
	return all, err
}

// reading is what was read of a picture.
type reading struct {
	img      *image.RGBA
	inverted bool
	words    []word
}

// Reads says whether text stands in the picture in a PPM file.
func Reads(file, text string) (bool, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return false, err
	}
	img, err := readPPM(data)
	if err != nil {
		return false, err
	}
	seen, err := read(img, false)
	_, ok := find(seen, text)
	return ok, err
}

func read(img image.Image, inverted bool) ([]word, error) {
	ocr := exec.Command("tesseract", "-", "-", "--psm", "11", "tsv")
	ocr.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	ocr.Stdin = bytes.NewReader(enlarged(img, inverted))
	table, err := ocr.Output()
	if err != nil {
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	return words(string(table)), nil
}

// scale is by how much a picture is enlarged to be read.
const scale = 2.5

// enlarged is the picture in grey and enlarged, as a PGM. Inverted, only what is light on dark is left, in black.
func enlarged(img image.Image, inverted bool) []byte {
	size := img.Bounds().Size()
	light := make([]float64, (size.X+1)*(size.Y+1)) // one more at the right and below, for the mixing
	for y := range size.Y + 1 {
		for x := range size.X + 1 {
			r, g, b, _ := img.At(min(x, size.X-1), min(y, size.Y-1)).RGBA()
			light[y*(size.X+1)+x] = (0.299*float64(r) + 0.587*float64(g) + 0.114*float64(b)) / 257
			if r|g|b == 0 { // no window is there: beside black, letters are read badly
				light[y*(size.X+1)+x] = 255
			}
		}
	}
	if inverted {
		darkenGrounds(light, size.X+1)
	}
	width, height := int(float64(size.X)*scale), int(float64(size.Y)*scale)
	out := bytes.NewBufferString(fmt.Sprintf("P5\n%d %d\n255\n", width, height))
	for y := range height {
		fy := float64(y) / scale
		row, ty := int(fy)*(size.X+1), fy-float64(int(fy))
		for x := range width {
			fx := float64(x) / scale
			at, tx := row+int(fx), fx-float64(int(fx))
			below := at + size.X + 1
			v := (light[at]*(1-tx)+light[at+1]*tx)*(1-ty) + (light[below]*(1-tx)+light[below+1]*tx)*ty
			if inverted {
				v = 255 - max(0, min(255, (v-lightFrom)*255/(255-lightFrom)))
			}
			out.WriteByte(byte(v))
		}
	}
	return out.Bytes()
}

// lightFrom is from which grey on something is light; ground is from how many light pixels in one piece on they are a
// ground to write on, not a letter.
const (
	lightFrom = 150.0
	ground    = 1500
)

// darkenGrounds makes every light ground dark, so that of what is light only letters are left.
func darkenGrounds(light []float64, width int) {
	seen := make([]bool, len(light))
	for start := range light {
		if seen[start] || light[start] < lightFrom {
			continue
		}
		seen[start] = true
		piece := []int{start}
		for i := 0; i < len(piece); i++ {
			at := piece[i]
			for _, next := range []int{at - 1, at + 1, at - width, at + width} {
				if next >= 0 && next < len(light) && !seen[next] && light[next] >= lightFrom {
					seen[next] = true
					piece = append(piece, next)
				}
			}
		}
		if len(piece) >= ground {
			for _, at := range piece {
				light[at] = 0
			}
		}
	}
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

// find gives the first place where text stands in a line. Blanks are not compared, since they are seen now and then
// where there are none; but a short text must be whole words.
func find(seen []word, text string) (Spot, bool) {
	want := plain(text)
	for i := range seen {
		if want == "" || i > 0 && seen[i].line == seen[i-1].line {
			continue
		}
		line := ""
		var of []int // the word of each byte of line
		for n := i; n < len(seen) && seen[n].line == seen[i].line; n++ {
			line += seen[n].text
			of = append(of, slices.Repeat([]int{n}, len(seen[n].text))...)
		}
		for from := 0; from+len(want) <= len(line); from++ {
			to := from + len(want)
			whole := (from == 0 || of[from-1] != of[from]) && (to == len(line) || of[to-1] != of[to])
			if line[from:to] != want || len(want) < 7 && !whole {
				continue
			}
			first, last := seen[of[from]], seen[of[to-1]]
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
