package document

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestTheNameOfAFileIsTheTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Ana Ruiz, Tue 2 Dec 10:00":  "Ana Ruiz, Tue 2 Dec 10-00",
		"Päck: März/April":           "Päck- März-April",
		"Обзор 2026":                 "Обзор 2026",
		"What now?":                  "What now",
		`<b>"a|b*"</b>`:              "bab-b",
		"..hidden":                   "hidden",
		"../../etc/passwd":           "etc-passwd",
		"ends. ":                     "ends",
		"two\nlines\tof it":          "two lines of it",
		"nul":                        "_nul",
		"COM1.notes":                 "_COM1.notes",
		"com12":                      "com12",
		"":                           "Handback",
		" ? ":                        "Handback",
		"\x00\u200b":                 "Handback",
		strings.Repeat("word ", 100): strings.TrimSpace(strings.Repeat("word ", 24)),
		strings.Repeat("ж", 100):     strings.Repeat("ж", 60),
	} {
		t.Run(title, func(t *testing.T) {
			if got := FileName(Document{Title: title}); got != want {
				t.Errorf("it is %q, not %q", got, want)
			}
		})
	}
}

func TestEverySystemTakesTheNameOfAFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ .\-<>:"/\\|?*a~]{0,8}`),
			rapid.StringMatching(`(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])[. ]?[a-z]?`), rapid.StringMatching(`[äжあ😀 ]{0,200}`)).Draw(t, "title")
		name := FileName(Document{Title: title})
		bad := strings.ContainsAny(name, `<>:"/\|?*`) || strings.Trim(name, " .") != name || name == "" || len(name) > longestName+1
		if bad || !utf8.ValidString(name) || device(name) || strings.IndexFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) >= 0 {
			t.Fatalf("it is %q", name)
		}
	})
}
