// Shape counts the code: how large each package is, its longest and its most tangled function, how many names it shows,
// and how much of it is tests. It prints the table, and keeps the one in docs/ARCHITECTURE.md.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The part of the document that is written here stands between these two lines.
const (
	document   = "docs/ARCHITECTURE.md"
	beginsWith = "<!-- shape -->\n"
	endsWith   = "<!-- /shape -->\n"
)

func main() {
	write := flag.Bool("write", false, "write the table into "+document)
	check := flag.Bool("check", false, "fail where "+document+" holds another table")
	flag.Parse()
	if err := run(".", *write, *check); err != nil {
		fmt.Fprintln(os.Stderr, "shape:", err)
		os.Exit(1)
	}
}

func run(root string, write, check bool) error {
	packages, err := count(root)
	if err != nil {
		return err
	}
	text := table(packages)
	if !write && !check {
		fmt.Print(text)
		return nil
	}
	file := filepath.Join(root, document)
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	renewed, err := embed(string(old), text)
	switch {
	case err != nil:
		return err
	case renewed == string(old):
		return nil
	case check:
		return errors.New(document + " holds other figures than the code; run: go run ./.ci/shape -write")
	}
	return os.WriteFile(file, []byte(renewed), 0o644)
}

// embed puts a text into the place of what stands between the two markers of a document.
func embed(whole, text string) (string, error) {
	before, rest, began := strings.Cut(whole, beginsWith)
	_, after, ended := strings.Cut(rest, endsWith)
	if !began || !ended {
		return "", fmt.Errorf("%s lacks the lines %q and %q", document, strings.TrimSpace(beginsWith), strings.TrimSpace(endsWith))
	}
	return before + beginsWith + text + endsWith + after, nil
}
