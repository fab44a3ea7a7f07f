package main

import (
	"os"
	"regexp"
	"testing"
)

// TestOneVersion holds that the version is said alike wherever it has to stand; packages take it from main.go.
func TestOneVersion(t *testing.T) {
	for file, pattern := range map[string]string{
		"FyneApp.toml": `(?m)^Version = "(.*)"$`,
		"CHANGELOG.md": `(?m)^## (\S+)`,
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if said := regexp.MustCompile(pattern).FindSubmatch(text); said == nil || string(said[1]) != version {
			t.Errorf("%s says %q, and the program %q", file, said, version)
		}
	}
}
