package storage

import (
	"encoding/xml"
	"strings"
)

// launchAgent is the file by which macOS starts a program with arguments at login.
func launchAgent(label string, words ...string) []byte {
	var b strings.Builder
	text := func(tag, s string) {
		b.WriteString("<" + tag + ">")
		_ = xml.EscapeText(&b, []byte(s)) // into memory
		b.WriteString("</" + tag + ">\n")
	}
	b.WriteString(xml.Header + `<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">` +
		"\n<plist version=\"1.0\">\n<dict>\n")
	text("key", "Label")
	text("string", label)
	text("key", "ProgramArguments")
	b.WriteString("<array>\n")
	for _, w := range words {
		text("string", w)
	}
	b.WriteString("</array>\n")
	text("key", "RunAtLoad")
	b.WriteString("<true/>\n</dict>\n</plist>\n")
	return []byte(b.String())
}
