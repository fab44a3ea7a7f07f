package archive

import "strings"

// base is a table of Obsidian's of a kind: https://obsidian.md/help/bases/syntax.
func base(k Kind) []byte {
	var b strings.Builder
	b.WriteString("filters:\n  and:\n    - file.inFolder(\"" + k.Folder + "\")\n")
	b.WriteString("views:\n  - type: table\n    name: \"" + k.Folder + "\"\n    order:\n      - file.name\n")
	for _, see := range k.See {
		b.WriteString("      - " + see + "\n")
	}
	return []byte(b.String())
}
