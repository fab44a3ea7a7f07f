package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// The bounds past which a function or a line is counted: reasons to look again.
const (
	mostComplex = 15
	mostLines   = 60
	mostColumns = 140
	tabColumns  = 1 // as the linter counts it
)

// figures are those of one package. All but tests are of its production code.
type figures struct {
	name                string // its folder, "." for the root
	files, lines, tests int    // tests are lines of its _test.go files
	functions           int
	longest, tangled    extreme // by lines, by complexity
	tooLong, tooTangled int     // functions
	tooWide             int     // lines
	exported            int
}

// extreme is the function with the most of something.
type extreme struct {
	name string
	size int
}

func (e *extreme) meet(other extreme) {
	if other.size > e.size {
		*e = other
	}
}

// count reads every Go file below root, whatever its build tags. The result is ordered by name.
func count(root string) ([]figures, error) {
	packages := map[string]*figures{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != root && passedBy(entry.Name()):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		below, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		folder := path.Dir(filepath.ToSlash(below))
		if packages[folder] == nil {
			packages[folder] = &figures{name: folder}
		}
		return packages[folder].add(name, source)
	})
	var all []figures
	for _, p := range packages {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b figures) int { return strings.Compare(a.name, b.name) })
	return all, err
}

// passedBy tells whether a folder holds no code of ours.
func passedBy(folder string) bool {
	return folder == "build" || folder == "testdata" || strings.HasPrefix(folder, ".") && folder != ".ci"
}

// add counts one file.
func (p *figures) add(name string, source []byte) error {
	text := string(source)
	lines := strings.Count(text, "\n")
	if strings.HasSuffix(name, "_test.go") {
		p.tests += lines
		return nil
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, source, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	p.files++
	p.lines += lines
	for _, line := range strings.Split(text, "\n") {
		if columns(line) > mostColumns {
			p.tooWide++
		}
	}
	for _, d := range file.Decls {
		p.exported += exportedIn(d)
		for _, f := range functionsIn(d) {
			p.function(set, f)
		}
	}
	return nil
}

func columns(line string) int {
	return utf8.RuneCountInString(line) + strings.Count(line, "\t")*(tabColumns-1)
}

func (p *figures) function(set *token.FileSet, f function) {
	lines := set.Position(f.node.End()).Line - set.Position(f.node.Pos()).Line + 1
	tangle := complexity(f.node)
	p.functions++
	p.longest.meet(extreme{f.name, lines})
	p.tangled.meet(extreme{f.name, tangle})
	if lines > mostLines {
		p.tooLong++
	}
	if tangle > mostComplex {
		p.tooTangled++
	}
}

// function is one that is declared, or that is the value of a variable of the package.
type function struct {
	name string
	node ast.Node
}

func functionsIn(d ast.Decl) (found []function) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if of := receiver(d); of != "" {
			name = of + "." + name
		}
		return []function{{name, d}}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			values, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, v := range values.Values {
				if literal, ok := v.(*ast.FuncLit); ok && i < len(values.Names) {
					found = append(found, function{values.Names[i].Name, literal})
				}
			}
		}
	}
	return found
}

// complexity is the cyclomatic one as gocyclo counts it: 1, and 1 for each if, for, range, case, communication, && and
// ||; a default adds nothing, and functions inside count with the one that they stand in.
func complexity(node ast.Node) int {
	n := 1
	ast.Inspect(node, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if node.List != nil {
				n++
			}
		case *ast.CommClause:
			if node.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

// exportedIn counts the exported names that are declared at the top level, and the exported methods of exported types.
func exportedIn(d ast.Decl) (n int) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if of := receiver(d); d.Name.IsExported() && (of == "" || ast.IsExported(of)) {
			n++
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() {
					n++
				}
			case *ast.ValueSpec:
				for _, name := range s.Names {
					if name.IsExported() {
						n++
					}
				}
			}
		}
	}
	return n
}

// receiver is the name of the type that a method belongs to, "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	of := d.Recv.List[0].Type
	for {
		switch t := of.(type) {
		case *ast.StarExpr:
			of = t.X
		case *ast.ParenExpr:
			of = t.X
		case *ast.IndexExpr: // of a type with a parameter
			of = t.X
		case *ast.IndexListExpr:
			of = t.X
		case *ast.Ident:
			return t.Name
		default:
			return ""
		}
	}
}
