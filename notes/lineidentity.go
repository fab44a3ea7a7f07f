package notes

import "strings"

// NormaliseLine is a line as a Verdict keeps it: lower case, its blanks folded, without the ends; so that a verdict still
// finds its line where only these were changed.
func NormaliseLine(line string) string {
	return strings.ToLower(strings.Join(strings.Fields(line), " "))
}
