package archive

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// mostName is how many bytes a name may have that further words are put to: with them a file's name stays below 255.
const mostName = 120

// reserved are names that Windows keeps for itself, whatever follows a dot.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true, "conin$": true, "conout$": true, "clock$": true}

func init() {
	for _, n := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"} {
		reserved["com"+n], reserved["lpt"+n] = true, true
	}
}

// Stem is a name that every file system and Obsidian take, without an ending: it never leaves its folder, is never empty
// and is always the same for the same text.
func Stem(text string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		switch {
		case strings.ContainsRune(`<>:"/\|?*#^[]`, r), r == utf8.RuneError:
			b.WriteByte('-')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		default:
			b.WriteRune(r)
		}
	}
	stem := cutTo(strings.Join(strings.Fields(b.String()), " "), mostName)
	stem = strings.Trim(stem, ". ")
	if stem == "" {
		stem = "-"
	}
	if first, _, _ := strings.Cut(stem, "."); reserved[strings.ToLower(strings.TrimSpace(first))] {
		stem = "_" + stem
	}
	return stem
}

// cutTo cuts a text to so many bytes, between two letters.
func cutTo(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// Names gives each file of a folder a name of its own, also where capitals and accents count for nothing.
type Names struct{ taken map[string]bool }

// Give is the first of the names that is free: the text alone, with the beginning of the uid, with all of it.
func (n *Names) Give(text, uid string) string {
	if n.taken == nil {
		n.taken = map[string]bool{}
	}
	stem := Stem(text)
	whole := Stem(uid)
	for _, name := range []string{stem, stem + " (" + cutTo(whole, 8) + ")", stem + " (" + whole + ")"} {
		if n.take(name) {
			return name
		}
	}
	for more := "x"; ; more += "x" {
		if name := cutTo(stem, 60) + " (" + cutTo(whole, 60) + " " + more + ")"; n.take(name) {
			return name
		}
	}
}

func (n *Names) take(name string) bool {
	folded := Folded(name)
	if n.taken[folded] {
		return false
	}
	n.taken[folded] = true
	return true
}

// Folded is a path as file systems see it for which capitals are the same letters.
func Folded(path string) string {
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFD.String(path))))
}
