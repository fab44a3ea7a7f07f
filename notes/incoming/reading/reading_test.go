package reading

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

func TestDate(t *testing.T) {
	for _, c := range []struct {
		from  string
		order Order
		want  notes.Date
	}{
		{"2026-11-27", Unknown, "2026-11-27"},
		{"2026-11-27T10:15:30Z", Unknown, "2026-11-27"},
		{"2026-11-27 10:15:30.123 +0100", Unknown, "2026-11-27"},
		{"2026-11-27 10:15", Unknown, "2026-11-27"},
		{"2026/11/27", Unknown, "2026-11-27"},
		{"2026_11_27", Unknown, "2026-11-27"},
		{"2026.1.7", Unknown, "2026-01-07"},
		{"27.11.2026", Unknown, "2026-11-27"},
		{"4.12.2026", Unknown, "2026-12-04"},
		{"4.12.2026", MonthFirst, "2026-12-04"},
		{"27.11.26", Unknown, "2026-11-27"},
		{"11/27/2026", Unknown, "2026-11-27"},
		{"27/11/2026", Unknown, "2026-11-27"},
		{"11/27/2026", DayFirst, ""},
		{"27/11/2026", MonthFirst, ""},
		{"4/12/2026", Unknown, ""},
		{"4/12/2026", DayFirst, "2026-12-04"},
		{"4/12/2026", MonthFirst, "2026-04-12"},
		{"27_11_2026", Unknown, "2026-11-27"},
		{"4-12-2026", DayFirst, "2026-12-04"},
		{"5/5/2026", Unknown, "2026-05-05"},
		{"11/27/2026, 3:04 PM", Unknown, "2026-11-27"},
		{"11/27/26 3:04 pm", Unknown, "2026-11-27"},
		{"27 November 2026", Unknown, "2026-11-27"},
		{"27. Nov. 2026", Unknown, "2026-11-27"},
		{"Nov 27th, 2026", Unknown, "2026-11-27"},
		{"November 27, 2026 3:04 PM", Unknown, "2026-11-27"},
		{"November 27, 2026 at 3:04 PM", Unknown, "2026-11-27"},
		{"Friday, November 27, 2026", Unknown, "2026-11-27"},
		{"Fri 27 Nov 2026", Unknown, "2026-11-27"},
		{"Monday, November 27, 2026", Unknown, ""},
		{"Nov 27", Unknown, ""},
		{"2026-02-30", Unknown, ""},
		{"31/02/2026", Unknown, ""},
		{"2026-11/27", Unknown, ""},
		{"tomorrow", Unknown, ""},
		{"in 2026", Unknown, ""},
		{"1.2.3", Unknown, ""},
		{"", Unknown, ""},
		{strings.Repeat("1", 100), Unknown, ""},
	} {
		t.Run(c.from, func(t *testing.T) {
			if got, ok := Date(c.from, c.order); got != c.want || ok != (c.want != "") {
				t.Errorf("%q %v, want %q", got, ok, c.want)
			}
		})
	}
}

func TestOrders(t *testing.T) {
	yes, no := true, false
	for _, c := range []struct {
		name  string
		dates []string
		told  *bool
		want  Order
		asks  bool
	}{
		{"nothing", nil, nil, Unknown, false},
		{"a day beyond 12", []string{"4/12/2026", "27/11/2026"}, nil, DayFirst, false},
		{"a month before", []string{"4/12/2026", "11/27/2026"}, nil, MonthFirst, false},
		{"neither", []string{"4/12/2026", "2/3/2026"}, nil, Unknown, true},
		{"neither, but both the same", []string{"4/4/2026"}, nil, Unknown, false},
		{"neither, and the manager said day", []string{"4/12/2026"}, &yes, DayFirst, false},
		{"neither, and the manager said month", []string{"4/12/2026"}, &no, MonthFirst, false},
		{"what the dates say goes first", []string{"27/11/2026"}, &no, DayFirst, false},
		{"both", []string{"27/11/2026", "11/27/2026", "4/12/2026"}, &yes, Both, true},
		{"ISO says nothing", []string{"2026-11-27"}, nil, Unknown, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var o Orders
			for _, d := range c.dates {
				o.See(d)
			}
			if got := o.Order(c.told); got != c.want || o.Asks(c.told) != c.asks {
				t.Errorf("%v, asks %v", got, o.Asks(c.told))
			}
		})
	}
	if !Twofold("4/12/2026") || Twofold("27/11/2026") || Twofold("4.12.2026") || Twofold("soon") {
		t.Error("what can be read in two ways")
	}
}

func TestPerson(t *testing.T) {
	for from, want := range map[string]string{
		"Ana Lima": "Ana Lima", "1:1 with Ana Lima": "Ana Lima", "1-1 Ana": "Ana", "Ana Lima – 1on1 notes": "Ana Lima", "One-on-One: Zoë": "Zoë",
		"@Ana": "Ana", "ana": "", "Meeting notes": "", "2026-11-27 Ana Lima": "Ana Lima", "Ana_Lima": "Ana Lima",
		"Jean-Luc O’Neill":     "Jean-Luc O’Neill",
		"Ludwig van Beethoven": "Ludwig van Beethoven", "Project 7": "", "Untitled": "", "": "", "2026-11-27": "", "Weekly": "",
		"What we said about the rollout": "", "李雷": "李雷", "Ana / Ben 1:1": "", "Me / Ana": "Ana", "Ana and me": "Ana", "Notes: Ana": "Ana", "(Ana)": "Ana", "A B C D E": "",
	} {
		t.Run(from, func(t *testing.T) {
			if got := Person(from); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func TestDated(t *testing.T) {
	for _, c := range []struct {
		line   string
		marked bool
		want   Heading
		ok     bool
	}{
		{"2026-11-27", false, Heading{"2026-11-27", ""}, true},
		{"## 2026-11-27", true, Heading{"2026-11-27", ""}, true},
		{"**27.11.2026**", false, Heading{"27.11.2026", ""}, true},
		{"Friday, November 27, 2026", false, Heading{"Friday, November 27, 2026", ""}, true},
		{"[2026-11-27 Fri]", false, Heading{"2026-11-27", ""}, true},
		{"* [2026-11-27 Fri] about pay", true, Heading{"2026-11-27", "about pay"}, true},
		{"2026-11-27 10:30", false, Heading{"2026-11-27", ""}, true},
		{"2026-11-27 – about the rollout", false, Heading{"2026-11-27", "about the rollout"}, true},
		{"11/27/2026: call", false, Heading{"11/27/2026", "call"}, true},
		{"2026-11-27 we met and talked", false, Heading{}, false},
		{"We met on 2026-11-27", false, Heading{}, false},
		{"# 1:1 with Ana, 2026-11-27", true, Heading{"2026-11-27", "1:1 with Ana"}, true},
		{"# 2026-11-27 and 2026-11-28", true, Heading{}, false},
		{"# Version 1.2.3", true, Heading{}, false},
		{"nothing", true, Heading{}, false},
		{"# " + strings.Repeat("long ", 40) + "2026-11-27", true, Heading{}, false},
	} {
		t.Run(c.line, func(t *testing.T) {
			if got, ok := Dated(c.line, c.marked); got != c.want || ok != c.ok {
				t.Errorf("%+v %v, want %+v %v", got, ok, c.want, c.ok)
			}
		})
	}
}

func TestFileDate(t *testing.T) {
	for path, want := range map[string]notes.Date{
		"2026-11-27.md": "2026-11-27", "a/2026-11-27 Ana.txt": "2026-11-27", "Ana 27.11.2026.md": "2026-11-27", "20261127.md": "2026-11-27",
		"20261127-ana.md": "2026-11-27", "2026/11/27.md": "2026-11-27", "j/2026/11/27.md": "2026-11-27", "Ana.md": "", "2026-11.txt": "",
		"2026/Ana.md": "", "202611271200.md": "", "a.b/c": "", "27 Nov 2026.txt": "2026-11-27",
	} {
		t.Run(path, func(t *testing.T) {
			if got, _ := FileDate(path, Unknown); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func TestTaskLine(t *testing.T) {
	for _, c := range []struct {
		name string
		from Task
		want string
	}{
		{"open", Task{Text: "Send it"}, "- [ ] Send it"},
		{"due", Task{Text: "Send it", Due: "2026-11-27"}, "- [ ] Send it by 2026-11-27"},
		{"done", Task{Text: "Send it", Done: true, DoneOn: "2026-11-20", Due: "2026-11-27"}, "- [x] Send it by 2026-11-27 (done 2026-11-20)"},
		{"with a label", Task{Text: "todo: send it by 2026-12-01"}, "- [ ] todo: send it by 2026-12-01"},
		{"of another label", Task{Text: "ask: why?"}, "- [ ] ask: why?"},
		{"nothing", Task{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.from.Line(""); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestATaskIsReadAsItIs holds that a task says what it said, whatever its text ends in.
func TestATaskIsReadAsItIs(t *testing.T) {
	word := rapid.SampledFrom([]string{"send", "by", "Friday", "(done)", "#okapi", "due", "it", "2026-11-30", "(met)", "\\", "Ana:", "–"})
	rapid.Check(t, func(t *rapid.T) {
		task := Task{
			Text: "x" + strings.Join(rapid.SliceOfN(word, 0, 5).Draw(t, "text"), " "),
			Due:  rapid.SampledFrom([]notes.Date{"", "2026-11-27"}).Draw(t, "due"), Done: rapid.Bool().Draw(t, "done"),
		}
		line := task.Line("  ")
		items := notes.Parse(line, in("2026-11-26"))
		if len(items) != 1 || task.Due != "" && items[0].Due != task.Due || task.Done && items[0].State != notes.Done {
			t.Errorf("%+v is %q, read as %+v", task, line, items)
		}
	})
}

// TestSplitLeavesPrivateLinesTogether holds that no heading takes lines from below a private line.
func TestSplitLeavesPrivateLinesTogether(t *testing.T) {
	for _, text := range []string{"private: a\n  2026-11-27\n  b", "private: a\n # 2026-11-27\n b", "# 2026-11-20\nprivate\n  **2026-11-27**\n  b"} {
		t.Run(text, func(t *testing.T) {
			for _, s := range HeadsOf(strings.Split(text, "\n")).Split(Unknown, "2026-11-28") {
				if s.Date == "2026-11-27" {
					t.Errorf("a private line is a heading: %+v", s)
				}
			}
		})
	}
}

func TestMade(t *testing.T) {
	for _, c := range []struct{ line, of, want string }{
		{"todo: x", "[[todo]]: x", `\todo: x`},
		{"  - todo: x", "y", `  \- todo: x`},
		{"todo: x", "**todo:** x", "todo: x"},
		{"hello", "todo: x", "hello"},
	} {
		t.Run(c.line+" of "+c.of, func(t *testing.T) {
			if got := Made(c.line, c.of); got != c.want || Files(got) && !Files(c.of) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestFences(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // of each line: . or f, or F where it opens
	}{
		{"a\n```\nb\n```\nc", ".Fff."},
		{"```\na", ".."},
		{"- ```go\n  x\n  ```\n- y", "Fff."},
		{"~~~\n```\n~~~", "Fff"},
		{"```\n```\n```\n```", "FfFf"},
	} {
		t.Run(c.text, func(t *testing.T) {
			within, opens := Fences(strings.Split(c.text, "\n"))
			got := ""
			for i := range within {
				switch {
				case opens[i]:
					got += "F"
				case within[i]:
					got += "f"
				default:
					got += "."
				}
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestDedent(t *testing.T) {
	got := Dedent([]string{"\t\ta", "", "\t\t\tb", "\tc"})
	if want := []string{"\ta", "", "\t\tb", "c"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestOrg(t *testing.T) {
	for _, c := range []struct{ name, from, want string }{
		{"headlines", "* a\n** b", "- a\n\t- b"},
		{"tags", "* TODO Call :hiring:okapi:", "- TODO Call #hiring #okapi"},
		{"colons that are none", "* Ask: why :: this", "- Ask: why :: this"},
		{"text below", "* a\nsaid\n  more", "- a\n  said\n    more"},
		{"a property", "* a\n:PROPERTIES:\n:ID: 4\n:END:", "- a\n\n  ID:: 4\n"},
		{"a link", "[[https://e.org][e]]", "e (https://e.org)"},
		{"checked", "* a\n- [X] b", "- a\n  - [x] b"},
		{"code", "#+BEGIN_SRC go\n* x\n#+END_SRC", "```\n* x\n```"},
		{"lines stay lines", "a\n\nb\n", "a\n\nb\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Org(c.from); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
