package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tree writes files into a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

const counted = `package p

// Names.
const A, b = 1, 2

var C, _ = 3, 4

type D struct{}

type e struct{}

func (D) M()  {}
func (D) m()  {}
func (*e) N() {}

type G[K any] struct{}

func (*G[K]) P() {}

func F(x int) bool {
	for range 3 {
	}
	return x > 1 && x < 3 || x == 7
}

var later = func() {
	if true {
	}
}
`

func TestCountsNamesFunctionsAndLines(t *testing.T) {
	packages, err := count(tree(t, map[string]string{
		"p/a.go":             counted,
		"p/b.go":             "package p\n\n//" + strings.Repeat("é", 138) + "\n//" + strings.Repeat("é", 139) + "\n",
		"p/a_test.go":        "package p\n\nfunc TestX() {}\n",
		"p/testdata/x.go":    "package x\n",
		"build/made.go":      "package made\n",
		".hidden/h.go":       "package h\n",
		".ci/tool/main.go":   "//go:build never\n\npackage main\n\nfunc main() {}\n",
		"only/tests_test.go": "package only\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := []figures{
		{name: ".ci/tool", files: 1, lines: 5, functions: 1, longest: extreme{"main", 1}, tangled: extreme{"main", 1}},
		{name: "only", tests: 1},
		{
			name: "p", files: 2, lines: 33, tests: 3, functions: 6, longest: extreme{"F", 5}, tangled: extreme{"F", 4}, tooWide: 1,
			exported: 7, // A, C, D, D.M, F, G, G.P
		},
	}
	if len(packages) != len(want) {
		t.Fatalf("packages: %+v", packages)
	}
	for i := range want {
		if packages[i] != want[i] {
			t.Errorf("counted %+v\nwant    %+v", packages[i], want[i])
		}
	}
}

func TestComplexityIsThatOfGocyclo(t *testing.T) {
	for body, want := range map[string]int{
		"":                                1,
		"if a { } else if b { } else { }": 3,
		"for { }":                         2,
		"for range s { }":                 2,
		"switch x { case 1, 2: case 3: default: }": 3,
		"switch x.(type) { case int: }":            2,
		"select { case <-c: default: }":            2,
		"_ = a && b || !c":                         3,
		"_ = func() { if a { } }":                  2, // counts with the one that it stands in
		"_ = a & b":                                1,
	} {
		var p figures
		if err := p.add("f.go", []byte("package p\n\nfunc f() { "+body+" }\n")); err != nil {
			t.Fatal(err)
		}
		if p.tangled.size != want {
			t.Errorf("%q: complexity %d, want %d", body, p.tangled.size, want)
		}
	}
}

func TestFunctionsOverTheBoundsAreCounted(t *testing.T) {
	for _, c := range []struct{ ifs, long, tangled int }{{14, 0, 0}, {15, 0, 1}, {58, 0, 1}, {59, 1, 1}} {
		var p figures
		text := "package p\n\nfunc f() {\n" + strings.Repeat("\tif a { b() }\n", c.ifs) + "}\n"
		if err := p.add("f.go", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if p.tooLong != c.long || p.tooTangled != c.tangled {
			t.Errorf("%d ifs: %d too long, %d too complex", c.ifs, p.tooLong, p.tooTangled)
		}
	}
}

func TestTheTableSumsTheProgramAndSetsTheRestApart(t *testing.T) {
	text := table([]figures{
		{name: ".", files: 1, lines: 1000, functions: 1, longest: extreme{"main", 4}, tangled: extreme{"main", 1}, tests: 100},
		{name: ".ci/x", files: 9, lines: 900, tests: 1},
		{
			name:       "a/b",
			files:      2,
			lines:      200,
			functions:  30,
			longest:    extreme{"T.long", 50},
			tangled:    extreme{"T.knot", 16},
			tooTangled: 1,
			exported:   7,
		},
		{name: "ui/roomtest", files: 1, lines: 499},
	})
	for _, want := range []string{
		"| `.` | 1 | 1,000 | 1 | main 4 | main 1 | 0 | 0 | 0 | 0 | 0.10 |\n",
		"| **the program** | 3 | 1,200 | 31 | b.T.long 50 | b.T.knot 16 | 1 | 0 | 0 | 7 | 0.50 |\n| `.ci/x` |",
		"| `ui/roomtest` | 1 | 499 | 0 |  |  | 0 | 0 | 0 | 0 |  |\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no row %q in\n%s", want, text)
		}
	}
}

// TestTheDocumentIsWrittenAndChecked runs the whole as it is run from the root of a tree.
func TestTheDocumentIsWrittenAndChecked(t *testing.T) {
	const around = "# A page\n\n<!-- shape -->\nold\n<!-- /shape -->\n\nand on\n"
	root := tree(t, map[string]string{document: around, "main.go": "package main\n\nfunc main() {}\n"})
	if err := run(root, false, true); err == nil {
		t.Error("old figures pass the check")
	}
	if err := run(root, true, false); err != nil {
		t.Fatal(err)
	}
	if err := run(root, false, true); err != nil {
		t.Errorf("after writing: %v", err)
	}
	written, err := os.ReadFile(filepath.Join(root, document))
	if err != nil {
		t.Fatal(err)
	}
	text := string(written)
	if !strings.HasPrefix(text, "# A page\n\n<!-- shape -->\n") || !strings.HasSuffix(text, "\n<!-- /shape -->\n\nand on\n") ||
		strings.Contains(text, "old") {
		t.Errorf("written: %s", text)
	}
	if err := os.WriteFile(filepath.Join(root, "more.go"), []byte("package main\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(root, false, true); err == nil {
		t.Error("a file more passes the check")
	}
	if _, err := embed("no markers", "x"); err == nil {
		t.Error("a document without markers passes")
	}
}
