package reading

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"handback/notes"
)

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, text, fields, body string }{
		{"none", "hello\n", "", "hello\n"},
		{"a rule at the top", "---\nhello there\n---\nmore", "", "---\nhello there\n---\nmore"},
		{"empty", "---\n---\nhello", "", "hello"},
		{"never closed", "---\ndate: 2026-11-27\nhello", "", "---\ndate: 2026-11-27\nhello"},
		{"flat", "---\ndate: 2026-11-27\nwith: Ana Lima\n---\nhello", "date=2026-11-27; with=Ana Lima", "hello"},
		{"lists of both kinds", "---\ntags: [a, b]\nwho:\n  - Ana\n  - Ben\n---\n", "tags=a,b; who=Ana,Ben", ""},
		{"an unquoted link", "---\nwith: [[Ana Lima]]\n---\n", "with=[[Ana Lima]]", ""},
		{"unquoted links", "---\nwith:\n  - [[Ana]]\n  - [[Ben]]\n---\n", "with=[[Ana]],[[Ben]]", ""},
		{"nested", "---\na:\n  b: c\nd: e\n---\n", "a=; d=e", ""},
		{"more lines of text", "---\na: |\n  one\n  two\nd: e\n---\n", "a=one\ntwo; d=e", ""},
		{"nothing said", "---\ndate:\nx: null\n---\n", "date=; x=", ""},
		{"closed by dots", "---\na: b\n...\nhello", "a=b", "hello"},
		{"no YAML", "---\ndate: 2026-11-27\nwith: \"Ana\nx: y: z\n---\nhello", "date=2026-11-27; with=Ana; x=y: z; broken", "hello"},
		{"a tab", "---\ndate: 2026-11-27\ntags:\n\t- a\n---\nhello", "date=2026-11-27; tags=a; broken", "hello"},
		{"a key twice", "---\na: b\na: c\n---\n", "a=b; a=c", ""},
		{"a template", "---\ndate: {{date}}\n---\n", "date=", ""},
		{"an alias that would grow", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n", "a=x,x; b=; c=", ""},
		{"CRLF is LF before", "--- \na: b\n---  \nhello", "a=b", "hello"},
		{"a comment first", "---\n# mine\na: b\n---\n", "=; a=b", ""},
		{"JSON", "---\n{\"a\": \"b\"}\n---\nhello", "=; broken", "hello"},
	} {
		t.Run(c.name, func(t *testing.T) {
			front, body, line := FrontMatter(c.text)
			var said []string
			for _, f := range front.Fields {
				said = append(said, f.Key+"="+strings.Join(f.Values, ","))
			}
			if front.Broken {
				said = append(said, "broken")
			}
			if got := strings.Join(said, "; "); got != c.fields || body != c.body {
				t.Errorf("%q, body %q", got, body)
			}
			if want := strings.Count(strings.TrimSuffix(c.text, body), "\n") + 1; line != want {
				t.Errorf("line %d, want %d", line, want)
			}
		})
	}
}

func TestDeepFrontMatterEnds(t *testing.T) {
	front, body, _ := FrontMatter("---\na: " + strings.Repeat("[", 100_000) + "\n---\nhello")
	if !front.Broken || body != "hello" || len(front.Fields) != 1 {
		t.Errorf("%d fields, body %q", len(front.Fields), body)
	}
}

func TestReadTask(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"- [ ] send it", "- [ ] send it"},
		{"* [x] send it", "- [x] send it"},
		{"1. [X] send it", "- [x] send it"},
		{"  - [ ] send it 📅 2026-11-27", "  - [ ] send it by 2026-11-27"},
		{"- [ ] send it 📅2026-11-27", "- [ ] send it by 2026-11-27"},
		{"- [ ] send it 🗓️ 2026-11-27", "- [ ] send it by 2026-11-27"},
		{"- [ ] send it ⏳ 2026-11-27", "- [ ] send it by 2026-11-27"},
		{"- [ ] send it ⏳ 2026-11-25 📅 2026-11-27", "- [ ] send it by 2026-11-27 ~ ⏳ 2026-11-25: send it"},
		{"- [ ] send it 🛫 2026-11-25", "- [ ] send it ~ 🛫 2026-11-25: send it"},
		{"- [x] send it 📅 2026-11-27 ✅ 2026-11-26", "- [x] send it by 2026-11-27 (done 2026-11-26)"},
		{"- [x] send it (done)", "- [x] send it (done)"},
		{"- [ ] send it ✅ 2026-11-26", "- [ ] send it ~ ✅ 2026-11-26: send it"},
		{"- [ ] send it 🔁 every week on Friday 📅 2026-11-27", "- [ ] send it by 2026-11-27 ~ 🔁 every week on Friday: send it"},
		{"- [ ] send it 🔺 🆔 abc123", "- [ ] send it ~ 🔺: send it ~ 🆔 abc123: send it"},
		{"- [ ] send it [due:: 2026-11-27] [priority:: high]", "- [ ] send it by 2026-11-27 ~ [priority:: high]: send it"},
		{"- [x] send it (completion:: 2026-11-26)", "- [x] send it (done 2026-11-26)"},
		{"- [ ] send it 📅 2026-02-30", "- [ ] send it 📅 2026-02-30"},
		{"- [ ] send it by Friday 📅 2026-11-27", "- [ ] send it by Friday by 2026-11-27"},
		{"- [ ] praise: calm 📅 2026-11-27", "- [ ] praise: calm by 2026-11-27"},
		{"- [-] send it", "- send it (cancelled)"},
		{"- [-] todo: send it 📅 2026-11-27", `\- todo: send it by 2026-11-27 (cancelled)`},
		{"- [/] send it", "- [ ] send it"},
		{"- [>] send it", "- [ ] send it"},
		{"- [?] is it", "prose"},
		{"- [!] watch out", "prose"},
		{"> - [ ] theirs", "prose"},
		{"- [ ]", "prose"},
		{"- [ ] 📅 2026-11-27", "prose"},
		{"- [link](x) 📅 2026-11-27", "prose"},
		{"send it 📅 2026-11-27", "prose"},
	} {
		t.Run(c.line, func(t *testing.T) {
			task, ok := ReadTask(c.line)
			got := "prose"
			if ok {
				line, loose := task.Say()
				got = strings.Join(append([]string{line}, loose...), " ~ ")
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no date", "# Ana\nhello", "|"},
		{"ISO", "# 2026-11-27\na", "| 2026-11-27|"},
		{"any level", "#### 2026-11-27\na\n#### 2026-11-20\nb", "| 2026-11-27| 2026-11-20|"},
		{"a heading of the whole", "# Ana\n\n## 2026-11-27\na", "| -Ana 2026-11-27|"},
		{"the level that most have", "# Ana, since 2026-01-10\n## 2026-11-27\na\n## 2026-11-20\nb", "| -Ana, since 2026-01-10 2026-11-27| 2026-11-20|"},
		{"deeper ones stay", "## 2026-11-27\n### plan for 2026-12-04\n## 2026-11-20", "| 2026-11-27| 2026-11-20|"},
		{"underlined", "2026-11-27\n---\na\n\n27 Oct 2026\n======\nb", "| 2026-11-27| 2026-10-27|"},
		{"bold", "**2026-11-27**\na\n\n**Fri, Nov 20, 2026:**\nb", "| 2026-11-27| 2026-11-20|"},
		{"bare", "2026-11-27\na\n\n2026-11-20 (Fri)\nb", "| 2026-11-27| 2026-11-20|"},
		{"a line that says more", "2026-11-27: she said yes\n2026-11-20: no", "| 2026-11-27|she said yes 2026-11-20|no"},
		{"a sentence with a date", "We meet on 2026-11-27 again.\n2026-11-27 was nice", "|"},
		{"a list", "- 2026-11-27\n- 2026-11-20", "|"},
		{"in code", "```\n# 2026-11-27\n```", "|"},
		{"worded", "## Friday, November 27th, 2026 – demo\na", "| 2026-11-27|demo"},
		{"a wrong weekday", "## Monday, 27 November 2026\na", "|"},
		{"an impossible day", "## 2026-02-30\na", "|"},
		{"German", "## 27.11.2026\na", "| 2026-11-27|"},
		{"to be read twice", "## 4/12/2026\na", "| ?|"},
		{"told by another", "## 4/12/2026\n## 27/11/2026\na", "| 2026-12-04| 2026-11-27|"},
		{"a link", "## [[2026-11-27]]\na", "| 2026-11-27|"},
		{"without a year, newest first", "## 12 Jan\n## 20 Dec\n## 1 Dec\n", "| 2026-01-12| 2025-12-20| 2025-12-01|"},
		{"without a year, oldest first", "## Dec 1\n## Dec 20\n## Jan 12\n", "| 2025-12-01| 2025-12-20| 2026-01-12|"},
		{"a year above", "# 2024\n## Fri 6 Sep\n# 2023\n## 4 Aug", "| -2024 2024-09-06| -2023 2023-08-04|"},
		{"a month above", "# November 2024\n## Nov 6", "| -November 2024 2024-11-06|"},
		{"one with a year", "## 20 Feb\n## 13 Feb 2024\n## 30 Dec\n", "| 2026-02-20| 2024-02-13| 2023-12-30|"},
		{"a day in the middle of a heading", "## Plan for 4 Dec\na", "|"},
		{"not a month", "## 5 Marketing ideas\n## 3 Decisions\n## 12 May ideas\n", "| 2026-05-12|ideas"},
		{"a year of two figures", "## 12 Mar 25\na\n## Mar 19, '25 – plan\nb\n## Tue 1st Apr 25\nc", "| 2025-03-12| 2025-03-19|plan 2025-04-01|"},
		{"an hour is no year", "## 12 Mar 10:30\na\n## 5 Mar 10 am\nb", "| 2026-03-12| 2026-03-05|10 am"},
		{"two numbers, told by another", "## 3/12\na\n## 3/19\nb", "| 2026-03-12| 2026-03-19|"},
		{"two numbers, to be read twice", "## 3/12\na\n## 3/5\nb", "| ?| ?|"},
		{"two numbers in a bare line", "27/10\na\n\n3/11\nb", "| 2026-10-27| 2026-11-03|"},
		{"two numbers with full stops", "## 3.12. – demo\na", "| 2025-12-03|demo"},
		{"two numbers that are no day", "## 24/7 support\na\n## 1/1\nb\n## 9/10 of it", "|"},
		{"German months", "12. März 2025\na\n\nMittwoch, 19. März 2025\nb\n\n26. März 2025\nc", "| 2025-03-12| 2025-03-19| 2025-03-26|"},
		{
			"whose the days are, beside them", "## 1:1 Ana\n## 2026-11-20\na\n## 1:1 Ben\n\n## 2026-11-13\nb",
			"| -1:1 Ana 2026-11-20| -1:1 Ben 2026-11-13|",
		},
		{
			"the days of each person begin anew", "# 1:1 Ana\n## 20 Nov\n## 1 Sep\n# 1:1 Ben\n## 19 Nov\n",
			"| -1:1 Ana 2026-11-20| 2026-09-01| -1:1 Ben 2026-11-19|",
		},
		{"bare lines", "1:1 Ana\n2026-11-20\na\n1-1 with Ben\n\n2026-11-13\nb", "| -1:1 Ana 2026-11-20| -1-1 with Ben 2026-11-13|"},
		{"whose a part of a day is", "# 2026-11-20\n# 1:1 Ana\na\n# 2026-11-13\n**1:1 Ben**\nb", "| 2026-11-20| 2026-11-13|"},
		{"29 February", "## 29 Feb", "| 2024-02-29|"},
		{"a weekday and a number", "## 2026-10-06\na\n## Tuesday 13th\nb\n## Tue 20 – plan\nc", "| 2026-10-06| 2026-10-13| 2026-10-20|plan"},
		{
			"such, newest first",
			"## Tue 20th\na\n## Tuesday the 13th\nb\n## 6 Oct 2026\nc\n## Tue 29\nd",
			"| 2026-10-20| 2026-10-13| 2026-10-06| 2026-09-29|",
		},
		{"such between two days", "## 2026-01-27\na\n## Tue 3rd\nb\n## 2026-02-10\nc", "| 2026-01-27| 2026-02-03| 2026-02-10|"},
		{"such of two months", "## 2026-01-27\na\n## Tue 3rd\nb", "| 2026-01-27| ?|"},
		{"such alone", "## Tuesday 4th\na\n## Tuesday 11th\nb", "| ?| ?|"},
		{"such below a month", "# November 2025\n## Tuesday 4th\na\n## Wednesday 11th\nb", "| -November 2025 2025-11-04| ?|"},
		{"such in bare lines", "2026-10-06\na\n\nTuesday 13th\nb\n\nTue 20\nc", "| 2026-10-06| 2026-10-13|"},
		{"such of another person", "# 1:1 Ana\n## 2026-10-06\na\n# 1:1 Ben\n## Tue 13th\nb", "| -1:1 Ana 2026-10-06| -1:1 Ben ?|"},
		{"such to come", "## 2026-11-24\na\n## Tue 1st\nb", "| 2026-11-24| ?|"},
		{"such in German", "## Dienstag, 06.10.2026\na\n## Dienstag, 13.\nb", "| 2026-10-06| 2026-10-13|"},
		{"a number of things", "## Monday 2 things\na\n## Second 4th\nb\n## Sat 10:30", "|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := strings.Split(c.text, "\n")
			var o Orders
			heads := HeadsOf(lines)
			o.SeeHeads(heads)
			var said []string
			next := 0
			for _, s := range heads.Split(o.Order(nil), "2026-11-27") {
				switch {
				case !s.Dated && s.Head != "":
					said = append(said, "-"+s.Head)
				case s.Dated && s.Date == "":
					said = append(said, "?|"+s.Rest)
				default:
					said = append(said, fmt.Sprintf("%s|%s", s.Date, s.Rest))
				}
				if s.From != next {
					t.Errorf("a part begins at %d, after %d", s.From, next)
				}
				next = s.To
			}
			if got := strings.Join(said, " "); got != c.want || next != len(lines) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestADayByWhenTheFileChanged holds that headings of weekday and number alone get the days up to that one, each its own, whichever
// way they run, and none where nothing tells.
func TestADayByWhenTheFileChanged(t *testing.T) {
	for _, c := range []struct {
		name, changed, heads, want string
	}{
		{"one", "2026-11-20", "Tuesday 3rd", "2026-11-03"},
		{"of that day itself", "2026-11-03", "Tuesday 3rd", "2026-11-03"},
		{"none is to come", "2026-11-02", "Tuesday 3rd", "?"},
		{"oldest first", "2026-11-20", "Tue 13th|Tue 20th|Tue 27th|Tue 3rd", "2026-10-13 2026-10-20 2026-10-27 2026-11-03"},
		{"newest first", "2026-11-20", "Tue 3rd|Tue 27th|Tue 20th", "2026-11-03 2026-10-27 2026-10-20"},
		{"over a year", "2026-03-20", "Tue 10th|Tue 24th|Tue 27th|Tue 30th", "2026-03-10 2026-02-24 2026-01-27 2025-12-30"},
		{"two of one number are of two months", "2026-03-20", "Tue 3rd|Tue 3rd", "?|?"},
		{"the nearest of both ways", "2026-03-12", "Tue 3rd|Tue 10th", "2026-03-03 2026-03-10"},
		{"a year ago", "2026-11-20", "Tuesday 4th", "?"},
		{"one that is nowhere near leaves all", "2026-11-20", "Tue 3rd|Tue 4th", "?|?"},
		{"in no order", "2026-11-20", "Tue 27th|Tue 3rd|Tue 20th", "?|?|?"},
		{"where nothing is known of the file", "", "Tue 3rd", "?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "## " + strings.ReplaceAll(c.heads, "|", "\na\n## ") + "\na"
			var said []string
			for _, s := range HeadsOf(strings.Split(text, "\n")).SplitAbout(DayFirst, "2026-11-27", About{Changed: notes.Date(c.changed)})[1:] {
				if s.Date != "" {
					t.Errorf("%q is %s beyond doubt", s.Head, s.Date)
				}
				said = append(said, cmp.Or(string(s.ByFile), "?"))
			}
			if got, want := strings.Join(said, " "), strings.ReplaceAll(c.want, "|", " "); got != want {
				t.Errorf("%s, not %s", got, want)
			}
		})
	}
}

func TestATagThatIsNoneSaysNothing(t *testing.T) {
	if got := TagLine([]string{"1on1", "1-1", "lead/platform, growth", "2024"}); got != "#lead-platform #growth 2024" {
		t.Errorf("%q", got)
	}
}
