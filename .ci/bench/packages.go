package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// describePackages tells how large the program is that the packages install, and each package in a folder.
func describePackages(app, folder string) (string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "handback*"))
	if err != nil {
		return "", err
	}
	if len(files) == 0 {
		return "", fmt.Errorf("no package is in %s", folder)
	}
	var b strings.Builder
	b.WriteString("\n## What is installed\n\n| | MB |\n|---|---|\n")
	for _, file := range append([]string{app}, files...) {
		info, err := os.Stat(file)
		if err != nil {
			return "", err
		}
		name := "`" + filepath.Base(file) + "`"
		if file == app {
			name = "the program for Linux"
		}
		fmt.Fprintf(&b, "| %s | %.1f |\n", name, float64(info.Size())/(1<<20))
	}
	return b.String(), nil
}
