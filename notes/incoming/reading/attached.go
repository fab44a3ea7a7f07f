package reading

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"handback/notes/voice"
)

var (
	picture  = regexp.MustCompile(`!\[([^\[\]]*)\]\((<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))+)(?:\s+(?:"[^"]*"|'[^']*'))?\)`)
	fileLink = regexp.MustCompile(`\[([^\[\]]+)\]\((<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))+)\)`)
)

// Attached is the name of the file that a link leads to, where that is no page: a picture, a recording, a document.
func Attached(target string) (file string, ok bool) {
	target, _, _ = strings.Cut(target, "#")
	ending := strings.ToLower(path.Ext(target))
	if attachments[ending] {
		return path.Base(strings.ReplaceAll(target, `\`, "/")), true
	}
	return "", false
}

// attachments are the endings of files that notes keep and that are no notes.
var attachments = map[string]bool{
	".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".svg": true, ".bmp": true, ".avif": true, ".heic": true,
	".tif": true, ".tiff": true, ".pdf": true, ".mp3": true, ".m4a": true, ".wav": true, ".ogg": true, ".flac": true, ".webm": true,
	".3gp": true, ".mp4": true, ".mov": true, ".mkv": true, ".ogv": true, ".canvas": true, ".base": true, ".excalidraw": true,
	".doc": true, ".docx": true, ".xls": true, ".xlsx": true, ".ppt": true, ".pptx": true, ".odt": true, ".ods": true, ".odp": true,
	".zip": true, ".eml": true, ".msg": true, ".key": true, ".numbers": true, ".pages": true, ".rtf": true, ".csv": true, ".txt": true,
}

// SayAttached is what a note says in place of a file that isn't taken along.
func SayAttached(called, file string) string {
	if called == "" || called == file || called == strings.TrimSuffix(file, path.Ext(file)) {
		return voice.T("(attachment: {file})", "file", file)
	}
	return called + " " + voice.T("(attachment: {file})", "file", file)
}

// OnlyAttached reports whether a text says nothing but which files aren't taken along.
func OnlyAttached(body string) bool {
	before, after, _ := strings.Cut(SayAttached("", "\x00"), "\x00")
	for _, line := range strings.Split(body, "\n") {
		line = strings.TrimSpace(line)
		if line != "" && (!strings.HasPrefix(line, before) || !strings.HasSuffix(line, after) || strings.Count(line, before) > 1) {
			return false
		}
	}
	return true
}

// LeftOut says in the preview that a file isn't taken along.
func LeftOut(file string) string { return voice.T("Attachment left out: {file}", "file", file) }

// Unfiled is a line with the names of the files of the source that pictures and links lead to, in place of addresses that lead nowhere
// from here: [plan](files/plan.pdf).
func Unfiled(line string) (said string, loose []string) {
	if !strings.Contains(line, "](") {
		return line, nil
	}
	for _, shape := range []*regexp.Regexp{picture, fileLink} {
		line = shape.ReplaceAllStringFunc(line, func(link string) string {
			m := shape.FindStringSubmatch(link)
			target := strings.Trim(m[2], "<>")
			target, onDisk := strings.CutPrefix(target, "file://")
			if !onDisk && strings.Contains(target, ":") || strings.HasPrefix(target, "#") || strings.HasPrefix(target, "//") {
				return link
			}
			target = Unescape(target)
			called := strings.TrimSpace(m[1])
			if file, ok := Attached(target); ok {
				loose = append(loose, LeftOut(file))
				return SayAttached(called, file)
			}
			if strings.EqualFold(path.Ext(target), ".md") && called != "" {
				return called
			}
			return link
		})
	}
	return line, loose
}

// AsksOnly says in the preview that a block isn't taken along which a program shows an answer in place of.
func AsksOnly(kind string) string {
	return voice.T("A {kind} block is left out: what it shows isn't part of the note.", "kind", kind)
}

// Unescape is an address or the name of a file with the characters for which %20 and the like stand.
func Unescape(name string) string {
	var s strings.Builder
	for i := 0; i < len(name); i++ {
		if name[i] == '%' && i+2 < len(name) {
			if c, err := strconv.ParseUint(name[i+1:i+3], 16, 8); err == nil && c >= ' ' && c != 0x7f {
				s.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		s.WriteByte(name[i])
	}
	return strings.ToValidUTF8(s.String(), "\ufffd")
}
