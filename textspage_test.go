package main

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
)

// textsPage is docs/TEXTS.md: every text of the program once for each screen that says it.
func textsPage(s *catalogue) string {
	screens := map[string][]string{}
	for _, said := range s.texts {
		line := "- " + strings.ReplaceAll(said.text, "\n", " ⏎ ")
		if said.one != "" {
			line = "- " + said.one + " · " + said.text
		}
		screen := path.Dir(said.file)
		if !slices.Contains(screens[screen], line) {
			screens[screen] = append(screens[screen], line)
		}
	}
	folders := make([]string, 0, len(screens))
	count := 0
	for folder, lines := range screens {
		folders = append(folders, folder)
		slices.Sort(lines)
		count += len(lines)
	}
	slices.SortFunc(folders, func(a, b string) int { return cmp.Compare(screenOrder(a), screenOrder(b)) })
	var page strings.Builder
	page.WriteString("# What Handback says\n\nEvery sentence of the program, by the screen that says it (its folder of the code). `make texts` " +
		"writes this page from the calls of `notes/voice`;\na test keeps it true and holds it against the rules of how we speak. Words in braces are " +
		"filled in. Both forms of a plural stand in one line.\nThe questions that Handback asks are in notes/prompt/questions.txt.\n\n" +
		strconv.Itoa(count) + " texts.\n")
	for _, folder := range folders {
		page.WriteString("\n## " + folder + "\n\n" + strings.Join(screens[folder], "\n") + "\n")
	}
	return page.String()
}

// screenOrder puts the screens first and the words that they share behind.
func screenOrder(folder string) string {
	switch {
	case folder == "ui":
		return "0"
	case strings.HasPrefix(folder, "ui/"):
		return "1" + folder
	}
	return "2" + folder
}
