package notes

import (
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, g := range labelTable() {
		for _, row := range g.rows {
			f.Add(row.line, false)
		}
	}
	for _, line := range []string{
		"## Next steps\n- call HR", "Ben will call", "todo ana: x", "thx Ben for it", "todo: x by 4/12",
		"- [ ] Ben\n- [ ] Ann Lee", "decided Ana: x until Fri by 4 Dec (held: y)\ndecided x \\by Fri (reversed)",
	} {
		f.Add(line, false)
	}
	f.Fuzz(func(t *testing.T, body string, imported bool) {
		in := tableNotes["two Anas"]
		in.Imported = imported
		checkItems(t, body, in)
		TitleOf(body, in)
		NextHint(body, in, 1)
		for _, s := range Suggestions(body, in, 0) {
			for _, one := range append(s.Lines, s) {
				for _, c := range one.Choices {
					if c.New != "" {
						leavesOthers(t, body, one.Line, c.New, in)
					}
				}
			}
		}
		Completions(body, in)
		later := in
		later.Date = "2028-02-29"
		moved := Parse(Redate(body, in, later), later)
		for i, it := range Parse(body, in) {
			if i >= len(moved) || !keepsMeaning(moved[i], it) {
				t.Fatalf("%q says something else on another day: %+v, not %+v", body, moved, it)
			}
		}
	})
}

func FuzzReadDate(f *testing.F) {
	for _, row := range dateTable {
		f.Add(row.said, string(row.on))
	}
	f.Fuzz(func(t *testing.T, said, on string) {
		d, ok := ReadDate(said, Date(on))
		if ok != (d != "") || (ok && !d.Valid()) {
			t.Fatalf("%q on %q is %q, %v", said, on, d, ok)
		}
		if again, ok := ReadDate(strings.ToUpper("  "+said+" "), Date(on)); isASCII(said) && (again != d || ok != (d != "")) {
			t.Fatalf("%q in capitals is %q, not %q", said, again, d)
		}
	})
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 0x7f }) < 0 }

func FuzzProjection(f *testing.F) {
	f.Add("a\nprivate: x\n  y\nb\ntodo Ben: z\n", "a\nB\nc", "")
	f.Add("private: x", "typed", "more\n")
	f.Add("a\r\nprivate: x\r\nb", "a\r\nc", "b")
	f.Add("a\u2028private: x\n  y\nb", "a\n  c", "b")
	f.Add("private: x\n\u200b\n  y\vtodo Ben: z", "\u2029  a", "b")
	f.Fuzz(func(t *testing.T, body, first, second string) {
		in := tableNotes[""]
		p := Project(body, in)
		if got, same := p.Apply(p.Text()); got != body || same.Text() != p.Text() {
			t.Fatalf("%q changed to %q by nothing", body, got)
		}
		for _, typed := range []string{first, second, p.Text(), ""} {
			checkApplied(t, p, typed)
			_, p = p.Apply(typed)
		}
	})
}
