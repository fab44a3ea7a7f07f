package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The app speaks as if the report will read it: acts, not traits; nobody compared; nothing that is said to be so every
// time. These words are ruled out of every text that a user can see.
var ruledOut = regexp.MustCompile(
	`(?i)\b(never|always|lazy|laziness|stupid|difficult person|weak|weakness|underperform\w*|low performer|high performer|` +
		`top performer|poor performer|incompetent|unmotivated|demotivated|toxic|attitude|personality|immature|` +
		`passive[- ]aggressive|defensive|needy|talented|genius|rockstar|superstar|ninja|lacks? initiative|not a team player|` +
		`(?:better|worse) than (?:the )?(?:others|ana|ben|his|her|their|your other)|` +
		`(?:best|worst|strongest|weakest) (?:of|in) (?:the|your) (?:team|reports)|` +
		`compared (?:to|with) (?:the )?(?:others|other reports|team)|ranking|ranked \w+ of|neglect\w*)\b`,
)

func TestTheToneOfEveryText(t *testing.T) {
	seen := 0
	for _, folder := range []string{"ui", "notes", "storage", "."} {
		for where, text := range textsIn(t, folder) {
			seen++
			if word := ruledOut.FindString(text); word != "" {
				t.Errorf("%s says %q in %q", where, word, text)
			}
		}
	}
	if seen < 500 {
		t.Errorf("only %d texts were read", seen)
	}
}

func TestTheToneTestSeesWhatIsRuledOut(t *testing.T) {
	for _, bad := range []string{
		"Ana lacks initiative", "You neglect Ana", "She is always late", "Ben is better than the others", "Never said", "a weak quarter",
	} {
		if !ruledOut.MatchString(bad) {
			t.Errorf("%q would pass", bad)
		}
	}
	for _, good := range []string{"You logged 4 calls as yours", "No praise noted since 3 May", "nevertheless", "What would you choose?"} {
		if ruledOut.MatchString(good) {
			t.Errorf("%q would not pass", good)
		}
	}
}

// textsIn are the texts of a folder that a user can see: the strings of the Go files that hold more than one word, and
// each line of the text files that are read into the app.
func textsIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	readsTheSource(t)
	texts := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(d.Name(), "words_"): // that the grammar listens for
			return nil
		case d.IsDir() && (d.Name() == "testdata" || folder == "." && path != "."):
			return filepath.SkipDir
		case strings.HasSuffix(path, ".txt") && !strings.HasSuffix(path, "README.txt"):
			return linesOf(path, texts)
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			return stringsOf(path, texts)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func linesOf(path string, texts map[string]string) error {
	for _, theirs := range []string{"notes/sample/", "notes/whosecall/"} {
		if strings.Contains(filepath.ToSlash(path), theirs) {
			return nil // what managers write, and how it is read, are not the app's own words
		}
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(body), "\n") {
		if !strings.HasPrefix(strings.TrimSpace(line), "#") {
			texts[path+":"+strconv.Itoa(i+1)] = line
		}
	}
	return nil
}

func stringsOf(path string, texts map[string]string) error {
	if strings.Contains(filepath.ToSlash(path), "notes/whosecall/") {
		return nil // the words that the detector listens for
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		if text, err := strconv.Unquote(lit.Value); err == nil && strings.Contains(text, " ") {
			texts[files.Position(lit.Pos()).String()] = text
		}
		return true
	})
	return nil
}
