package notes

import (
	"regexp"
	"slices"
	"strings"
)

// The marks of Markdown that a line is read without. An identifier keeps its own: __init__, and a sum: 2 * 3 * 4.
var (
	startMark = regexp.MustCompile(`^\s*(?:(?:#{1,6}|>|[-+*])\s+)*(?:\[[ xX]?\]\s+)?`)
	linkMark  = regexp.MustCompile(`!?\[([^\[\]]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)`)
	linkCut   = regexp.MustCompile(`!?\[([^\[\]]+)(?:\]\([^()\s]*)?…$`) // one that the line is cut within
	pageMark  = regexp.MustCompile(`\[\[(?:[^\[\]|]+\|)?([^\[\]|]+)\]\]`)
	wordMarks = []wordMark{
		{"`", regexp.MustCompile("`([^`]+)`")},
		{"~~", regexp.MustCompile(`~~([^~]+)~~`)},
		{"*", regexp.MustCompile(`(^|[^\pL\pN*])\*([^\s*](?:[^*]*[^\s*])?)\*($|[^\pL\pN*])`)},
		{"_", regexp.MustCompile(`(^|[^\pL\pN_])_([^\s_](?:[^_]*[^\s_])?)_($|[^\pL\pN_])`)},
	}
)

// wordMark is a mark round words, and what finds both of a pair: a line has seldom any of them, and to look for it by the sign alone
// takes a hundredth of the time.
type wordMark struct {
	sign string
	pair *regexp.Regexp
}

// Unmarked is a line as it is read: its words without the marks of headings, boxes, bold, italics, code and links. Where it is
// nothing but marks it stays as it is.
func Unmarked(line string) string {
	if !strings.ContainsAny(line, "#>-+*[`~_") {
		return line
	}
	said := strings.ReplaceAll(line[len(startMark.FindString(line)):], "**", "")
	if strings.Contains(said, "[") {
		said = linkCut.ReplaceAllString(linkMark.ReplaceAllString(pageMark.ReplaceAllString(said, "$1"), "$1"), "$1…")
	}
	for _, mark := range slices.Concat(wordMarks, wordMarks) { // twice, since *two* *words* share the blank between them
		if strings.Count(said, mark.sign) > 1 {
			said = mark.pair.ReplaceAllString(said, "$1$2$3")
		}
	}
	if said = strings.TrimSpace(said); strings.IndexFunc(said, IsWordRune) < 0 {
		return line
	}
	return said
}
