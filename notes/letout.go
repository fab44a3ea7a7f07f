package notes

import (
	"slices"
	"strings"
)

// SettingLetOut says where the manager had the journal written to, as text or as a copy: folders and files, a line each, the last
// one first. Whoever deletes something for good is told. It is of this computer, and in no archive.
const SettingLetOut = "saveas.out"

// mostLetOut is how many of these places are kept.
const mostLetOut = 12

// WithLetOut is such a setting with one more place.
func WithLetOut(kept, path string) string {
	if path == "" || strings.ContainsAny(path, "\r\n") {
		return kept
	}
	all := slices.DeleteFunc(ReadLetOut(kept), func(p string) bool { return p == path })
	all = append([]string{path}, all...)
	return strings.Join(all[:min(len(all), mostLetOut)], "\n")
}

// ReadLetOut are the places that such a setting says.
func ReadLetOut(kept string) []string {
	return strings.FieldsFunc(kept, func(r rune) bool { return r == '\n' })
}
