package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"handback/notes/voice"
)

// longestName is how many bytes a file's name has at most, without its ending: every system takes 255 for both.
const longestName = 120

// FileName is a name for a file that holds the document, without an ending, which every system takes: its title without
// the signs that mean something in a path, and no name that Windows has given to a device.
func FileName(d Document) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>"|?*`, r):
			return -1
		case strings.ContainsRune(`/\:`, r):
			return '-'
		case !unicode.IsPrint(r):
			return ' '
		}
		return r
	}, norm.NFC.String(oneLine(d.Title)))
	name = strings.Join(strings.Fields(name), " ")
	if len(name) > longestName {
		cut := longestName
		for !utf8.RuneStart(name[cut]) {
			cut--
		}
		if blank := strings.LastIndexByte(name[:cut], ' '); blank > longestName/2 {
			cut = blank
		}
		name = name[:cut]
	}
	name = strings.Trim(name, " .-~")
	if name == "" {
		return voice.T("Handback")
	}
	if device(name) {
		return "_" + name
	}
	return name
}

// device reports whether Windows would take a name for one of its devices, whatever its ending.
func device(name string) bool {
	name, _, _ = strings.Cut(strings.ToLower(name), ".")
	switch name = strings.TrimSpace(name); name {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	digit, is := strings.CutPrefix(name, "com")
	if !is {
		digit, is = strings.CutPrefix(name, "lpt")
	}
	return is && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit)
}
