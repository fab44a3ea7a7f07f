package look

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// beyond are the characters that were drawn and that our faces have not got.
var beyond struct {
	sync.Mutex
	seen map[rune]bool
	told func([]rune)
}

// OnBeyond has f told of characters that are drawn for the first time and that the embedded faces have not got: a font of the system may.
// It is called while something is drawn. nil ends that.
func OnBeyond(f func([]rune)) {
	beyond.Lock()
	defer beyond.Unlock()
	beyond.seen, beyond.told = map[rune]bool{}, f
}

// tellBeyond tells of what is new in a text.
func tellBeyond(s string) {
	beyond.Lock()
	told := beyond.told
	if told == nil {
		beyond.Unlock()
		return
	}
	var fresh []rune
	for _, r := range s {
		if !beyond.seen[r] && unicode.IsGraphic(r) && !unicode.In(r, unicode.Co, unicode.M, unicode.Z) && !coveredRune(r) {
			beyond.seen[r] = true
			fresh = append(fresh, r)
		}
	}
	beyond.Unlock()
	if len(fresh) > 0 {
		told(fresh)
	}
}

// Lacking are those characters that no font on this computer has, neither the toolkit's nor the system's: boxes stand in their place.
// It reads the list of the system's fonts, which may take a second.
func Lacking(all []rune) (lacking []rune) {
	var fonts []fontscan.Footprint
	for _, r := range all {
		if toolkitHas(r) {
			continue
		}
		if fonts == nil {
			fonts = SystemFonts()
		}
		found := false
		for _, f := range fonts {
			found = found || f.Runes.Contains(r)
		}
		if !found {
			lacking = append(lacking, r)
		}
	}
	return lacking
}

// toolkit are the faces that Fyne brings along for what a theme's font has not got.
var toolkit = sync.OnceValue(func() (faces []*font.Face) {
	for _, of := range []fyne.Resource{theme.DefaultTextFont(), theme.DefaultSymbolFont(), theme.DefaultEmojiFont()} {
		if of == nil {
			continue
		}
		if face, err := font.ParseTTF(bytes.NewReader(of.Content())); err == nil {
			faces = append(faces, face)
		}
	}
	return faces
})

func toolkitHas(r rune) bool {
	for _, face := range toolkit() {
		if _, ok := face.NominalGlyph(r); ok {
			return true
		}
	}
	return false
}

// SystemFonts are the fonts of the system, as the window finds them too.
var SystemFonts = func() []fontscan.Footprint {
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	all, err := fontscan.SystemFonts(silent{}, filepath.Join(folder, "handback"))
	if err != nil {
		return nil // as if there were none
	}
	return all
}

// silent is told of each font that can't be read, which is no news to anybody.
type silent struct{}

func (silent) Printf(string, ...any) {}
