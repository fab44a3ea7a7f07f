package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"handback/notes"
)

// alsoMeans are the rooms that show a label's own icon for what the label is about without reading it from the label.
// Whatever else a room shows has an icon of its own: a flag is a step-in everywhere, a triangle what somebody is stuck on.
var alsoMeans = map[string][]string{
	"ask":     {"team"},                              // a question to everybody
	"decided": {"decisions", "growth"},               // whose call it is
	"flag":    {"growth", "note", "stepin", "today"}, // a step-in
	"idea":    {"team"},                              // ideas that were declined
	"praise":  {"praise"},                            // the first praise
	"todo":    {"search"},                            // any label
}

// TestALabelsIconMeansTheLabelEverywhere reads every call that shows an icon by its name.
func TestALabelsIconMeansTheLabelEverywhere(t *testing.T) {
	aloneUnderRace(t)
	labels := map[string]notes.Label{}
	for _, l := range notes.Labels {
		icon := l.Kind().Icon
		if other, taken := labels[icon]; taken {
			t.Errorf("%s and %s have one icon", l, other)
		}
		labels[icon] = l
	}
	read := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		in := filepath.Base(filepath.Dir(name))
		if in == "." {
			in = "ui"
		}
		for _, icon := range shownIcons(t, name) {
			read++
			if l, ours := labels[icon]; ours && !slices.Contains(alsoMeans[icon], in) {
				t.Errorf("%s shows %q, which is what %s looks like", name, icon, l)
			}
		}
		return nil
	})
	if err != nil || read < 60 {
		t.Errorf("%d icons were read, %v", read, err)
	}
}

// iconAt is which argument of a call is the icon's name.
var iconAt = map[string]int{
	"Icon": 0, "BoldIcon": 0, "Chip": 0, "NewFold": 1, "NewToggleChip": 1, "NewButton": 2, "NewSmallButton": 2, "chip": 1,
}

// shownIcons are the icons that a file shows by name, in calls and in lines of menus.
func shownIcons(t *testing.T, name string) (icons []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	add := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if icon, err := strconv.Unquote(lit.Value); err == nil && icon != "" {
				icons = append(icons, icon)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			called := ""
			switch f := n.Fun.(type) {
			case *ast.Ident:
				called = f.Name
			case *ast.SelectorExpr:
				called = f.Sel.Name
			}
			if at, ok := iconAt[called]; ok && at < len(n.Args) {
				add(n.Args[at])
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "Icon" || key.Name == "icon") {
				add(n.Value)
			}
		}
		return true
	})
	return icons
}

// TestOneThingHasOneIcon reads every button and every line of a menu that shows an icon beside its words: the same words have
// one icon everywhere, and the arrow that hands back is for what goes to the person alone.
func TestOneThingHasOneIcon(t *testing.T) {
	aloneUnderRace(t)
	iconsOf := map[string]map[string]string{} // by words and icon: where
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if icon, words := iconAndWords(n); icon != "" && words != "" {
				if iconsOf[words] == nil {
					iconsOf[words] = map[string]string{}
				}
				iconsOf[words][icon] = name
			}
			return true
		})
		return nil
	})
	if err != nil || len(iconsOf) < 60 {
		t.Fatalf("%d words were read, %v", len(iconsOf), err)
	}
	for words, icons := range iconsOf {
		if len(icons) > 1 {
			t.Errorf("%q has several icons: %v", words, icons)
		}
		first, _, _ := strings.Cut(words, " ")
		if at, back := icons["back"]; back && !slices.Contains([]string{"Hand", "Give", "Whose"}, first) {
			t.Errorf("%s: %q has the arrow that hands something back", at, words)
		}
	}
}

// iconAndWords are those of a button or of a line of a menu where both are written there.
func iconAndWords(n ast.Node) (icon, words string) {
	switch n := n.(type) {
	case *ast.CallExpr:
		f, is := n.Fun.(*ast.SelectorExpr)
		if is && (f.Sel.Name == "NewButton" || f.Sel.Name == "NewSmallButton") && len(n.Args) > 3 {
			return literal(n.Args[2]), said(n.Args[3])
		}
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			kv, is := e.(*ast.KeyValueExpr)
			if !is {
				continue
			}
			switch key, _ := kv.Key.(*ast.Ident); {
			case key == nil:
			case key.Name == "Icon":
				icon = literal(kv.Value)
			case key.Name == "Text":
				words = said(kv.Value)
			}
		}
	}
	return icon, words
}

func literal(e ast.Expr) string {
	if lit, is := e.(*ast.BasicLit); is && lit.Kind == token.STRING {
		if s, err := strconv.Unquote(lit.Value); err == nil {
			return s
		}
	}
	return ""
}

// said is the sentence of a call of voice.T, without the dots of what asks for more.
func said(e ast.Expr) string {
	if call, is := e.(*ast.CallExpr); is && len(call.Args) > 0 {
		if f, is := call.Fun.(*ast.SelectorExpr); is && f.Sel.Name == "T" {
			return strings.TrimSuffix(literal(call.Args[0]), " …")
		}
	}
	return ""
}
