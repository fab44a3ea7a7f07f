package passphrase

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"handback/notes/voice"
)

// part is a piece of a passphrase that somebody would try.
type part struct {
	start   int     // in runes; it ends where it was found
	guesses float64 // log10
	why     func() string
}

// longestWord is the longest piece that is looked for in the lists.
const longestWord = 24

// parts are all parts of a text by where they end.
func parts(read []rune, own []string) [][]part {
	found := make([][]part, len(read)+1)
	add := func(start, end int, guesses float64, why func() string) {
		found[end] = append(found[end], part{start, max(guesses, 0), why})
	}
	for i, r := range read {
		add(i, i+1, single(r), nil)
	}
	lower := make([]rune, len(read)) // letter by letter, so that the places stay
	for i, r := range read {
		lower[i] = unicode.ToLower(r)
	}
	addWords(read, lower, own, add)
	addRuns(lower, add)
	addRepeats(read, own, add)
	addDates(read, add)
	return found
}

type adder = func(start, end int, guesses float64, why func() string)

// asLetter are the signs that people put in the place of letters.
var asLetter = map[rune]rune{
	'@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '$': 's', '5': 's', '7': 't', '+': 't', '8': 'b', '9': 'g',
}

// addWords finds the words of the lists: as they are, backwards, and with signs for letters.
func addWords(read, lower []rune, own []string, add adder) {
	known := lists()
	plain := make([]rune, len(lower))
	for i, r := range lower {
		plain[i] = r
		if to, ok := asLetter[r]; ok {
			plain[i] = to
		}
	}
	for start := range lower {
		for end := start + 3; end <= min(len(lower), start+longestWord); end++ {
			as, swapped := string(lower[start:end]), string(plain[start:end])
			back := slices.Clone(lower[start:end])
			slices.Reverse(back)
			capitals := capitalised(read[start:end])
			for _, c := range []struct {
				word string
				more float64
			}{{as, 0}, {swapped, 0.5}, {string(back), 0.3}} {
				if rank, why := known.rank(c.word, own); rank > 0 {
					add(start, end, math.Log10(float64(rank))+c.more+capitals, why)
				}
			}
		}
	}
}

// capitalised is what capitals add: next to nothing where they stand where everybody puts them.
func capitalised(word []rune) float64 {
	upper := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	switch {
	case upper == 0:
		return 0
	case upper == len(word) || upper == 1 && (unicode.IsUpper(word[0]) || unicode.IsUpper(word[len(word)-1])):
		return 0.3
	}
	return 0.3 * float64(min(upper, len(word)-upper)+1)
}

// rows are what stands side by side on keyboards of several countries.
var rows = []string{
	"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv",
	"йцукенгшщзхъ",
}

// addRuns finds letters and digits in their order, "abc", "321", "aceg", and rows of the keyboard.
func addRuns(lower []rune, add adder) {
	for start := range lower {
		for end := start + 2; end <= len(lower); end++ {
			step := lower[start+1] - lower[start]
			if step < -3 || step > 3 || step == 0 || lower[end-1]-lower[end-2] != step {
				break
			}
			if end-start >= 3 {
				add(start, end, math.Log10(12*float64(end-start)), whySequence)
			}
		}
	}
	for start := range lower {
		for end := start + 3; end <= min(len(lower), start+16); end++ {
			piece := lower[start:end]
			back := slices.Clone(piece)
			slices.Reverse(back)
			if onARow(string(piece)) || onARow(string(back)) {
				add(start, end, math.Log10(40*float64(end-start)), whyRow)
			}
		}
	}
}

func onARow(piece string) bool {
	return slices.ContainsFunc(rows, func(row string) bool { return strings.Contains(row, piece) })
}

// longestRepeated is the longest piece of which repeats are looked for.
const longestRepeated = 12

// addRepeats finds what is said again and again: "aaaa", "abcabc". It is as good as the piece.
func addRepeats(read []rune, own []string, add adder) {
	for start := range read {
		for length := 1; length <= longestRepeated && start+2*length <= len(read); length++ {
			piece := read[start : start+length]
			end := start + length
			for end+length <= len(read) && slices.Equal(read[end:end+length], piece) {
				end += length
			}
			times := (end - start) / length
			if times < 2 || length == 1 && times < 3 {
				continue
			}
			once := 0.0
			if length > 2 {
				once, _ = estimate(piece, own)
			} else {
				for _, r := range piece {
					once += single(r)
				}
			}
			for n := 2; n <= times; n++ {
				if n*length > 2 {
					add(start, start+n*length, once+math.Log10(float64(n)), whyRepeat)
				}
			}
		}
	}
}

// addDates finds years, and days written in digits with or without something between.
func addDates(read []rune, add adder) {
	for start := range read {
		if end := start + 4; end <= len(read) {
			if year := string(read[start:end]); allDigits(year) && year >= "1900" && year < "2060" {
				add(start, end, math.Log10(130), whyDate)
			}
		}
		for end := start + 6; end <= min(len(read), start+10); end++ {
			if isDay(read[start:end]) {
				add(start, end, math.Log10(365*130), whyDate)
			}
		}
	}
}

// isDay reports whether a piece is six or eight digits, in one or in three.
func isDay(piece []rune) bool {
	digits, divided := 0, 0
	for _, r := range piece {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case strings.ContainsRune("./-", r) && digits > 0:
			divided++
		default:
			return false
		}
	}
	return (digits == 6 || digits == 8) && (divided == 0 || divided == 2)
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func whySequence() string {
	return voice.T("Sequences are guessed first.")
}

func whyRow() string {
	return voice.T("Keys next to each other are guessed first.")
}

func whyRepeat() string {
	return voice.T("Repeats add very little.")
}

func whyDate() string {
	return voice.T("Dates and years are guessed first.")
}

func whyPassword() string {
	return voice.T("Many people use this password, or a part of it.")
}

func whyName() string {
	return voice.T("Someone who knows you would try this name.")
}
