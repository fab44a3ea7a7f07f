package notes

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// awkward are bodies of about n bytes that a careless reader would take quadratic time for.
var awkward = map[string]func(n int) string{
	"opening brackets":    func(n int) string { return "todo: x " + strings.Repeat("(", n) + ")" },
	"closing brackets":    func(n int) string { return "todo: x " + strings.Repeat(")", n) },
	"states never closed": func(n int) string { return "todo: x " + strings.Repeat("(done ", n/6) + "))" },
	"brackets and lines":  func(n int) string { return strings.Repeat("todo: ((((((((( x (done)\n", n/25) },
	"backslashes":         func(n int) string { return "todo: " + strings.Repeat(`\`, n) + "#a" },
	"tags":                func(n int) string { return "todo: " + strings.Repeat("#a ", n/3) },
	"tags between tails":  func(n int) string { return "todo: x " + strings.Repeat("by Fri #a (done) #b ", n/20) },
	"names":               func(n int) string { return "todo " + strings.Repeat("Ana, Ben and ", n/13) + "me: x" },
	"names never ending":  func(n int) string { return "todo " + strings.Repeat("Ana and ", n/8) },
	"one long name":       func(n int) string { return "todo " + strings.Repeat("é", n/2) + ": x" },
	"dates":               func(n int) string { return "todo: x " + strings.Repeat("by ", n/3) + "Friday" },
	"blanks":              func(n int) string { return "todo: x" + strings.Repeat(" ", n) + "y" },
	"no line ends":        func(n int) string { return strings.Repeat("word ", n/5) },
	"line ends":           func(n int) string { return strings.Repeat("\n", n) },
	"fences never closed": func(n int) string { return strings.Repeat("```go\n", n/6) },
	"growing fences": func(n int) string {
		var b strings.Builder
		for i := 3; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("`", i) + "\n")
		}
		return b.String()
	},
	"private, then blank":  func(n int) string { return "private\n" + strings.Repeat("\n", n) + "  x" },
	"private, ever deeper": func(n int) string { return strings.Repeat("private\n  x\n\n", n/13) },
	"quotes":               func(n int) string { return strings.Repeat("> ", n/2) + "private" },
	"boxes of people":      func(n int) string { return strings.Repeat("- [ ] Ben\n", n/10) },
	"names never known":    func(n int) string { return strings.Repeat("- [ ] Ann Lee\n", n/14) },
	"arrows":               func(n int) string { return "todo: x " + strings.Repeat("→ ", n/4) },
	"arrows and names":     func(n int) string { return "- x " + strings.Repeat("→ Ben ", n/8) },
	"signs":                func(n int) string { return strings.Repeat("🔴 ", n/5) + "todo: x" },
	"lines below headings": func(n int) string { return "## Next steps\n" + strings.Repeat("- call HR\n", n/10) },
	"stars":                func(n int) string { return strings.Repeat("*", n) + "todo: x" },
	"pleases":              func(n int) string { return "todo: x by Fri " + strings.Repeat("please ", n/7) },
	"unread names":         func(n int) string { return strings.Repeat("todo Legal Team and Ana x\n", n/26) },
}

// readAll is everything that is read from a body as one types.
func readAll(body string, in Context) {
	Parse(body, in)
	MarksOf(body, in)
	NextHint(body, in, 1)
	Suggestions(body, in, 0)
	TitleOf(body, in)
	Project(body, in)
	Redate(body, in, Context{Date: "2027-01-01", Person: in.Person, Me: in.Me, Names: in.Names})
}

// Sixteen times the text may take sixteen times the time, and some; a quadratic reader takes 256 times. Both sizes are
// timed in the same run. A machine that is busy elsewhere can be slow at any moment, so only the fastest tries count, and
// a text that seems slow is tried again; a quadratic reader is slow each time.
func TestReadingTakesLinearTime(t *testing.T) {
	in := tableNotes[""]
	const small, factor, slack, tries = 4 << 10, 16, 4, 60
	timed := func(body string) time.Duration {
		start := time.Now()
		readAll(body, in)
		return time.Since(start)
	}
	for name, make := range awkward {
		t.Run(name, func(t *testing.T) {
			one, many := time.Hour, time.Hour
			once, often := make(small), make(factor*small)
			for try := 0; try == 0 || (try < tries && many > factor*slack*one); try++ {
				one = max(min(one, timed(once)), 100*time.Microsecond) // no clock is fair to less
				many = min(many, timed(often))
			}
			if many > factor*slack*one {
				t.Errorf("%s: %d KB take %v, %d times as much takes %v", name, small>>10, one, factor, many)
			}
		})
	}
}

// noteOf is a note of about n bytes as one is written: prose, lists and a label every few lines.
func noteOf(n int) string {
	const piece = "## Demo\nShe showed the rollout and let Ben answer the questions on alerts.\n" +
		"- [ ] send the slides to the team by Friday\n- asked what would help; an hour with legal, she said\n\n" +
		"todo me: answer on the offsite budget by 2026-12-04\npraise: ran the incident review — let the juniors speak first — two of the fixes came from them\n" +
		"decided Ana: Kafka for the ledger #platform\nWe talked about the night shift (again), and what to stop.\nprivate: thinking about her next role\n  not before March\n\n"
	return strings.Repeat(piece, n/len(piece)+1)[:n]
}

func BenchmarkParse(b *testing.B) {
	in := tableNotes[""]
	for _, size := range []int{2 << 10, 5000, 10 << 10, 1 << 20} {
		body := noteOf(size)
		b.Run(fmt.Sprintf("%dB", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for range b.N {
				Parse(body, in)
			}
		})
	}
}

// What is read after each pause in typing takes no more memory than it did before lines were read as hurried people write
// them, when it was 986 allocations.
func TestWhatIsReadAsOneTypesTakesLittleMemory(t *testing.T) {
	in := tableNotes[""]
	body := noteOf(5000)
	p := Project(body, in)
	typed := p.Text() + "x"
	const most = 700
	if n := testing.AllocsPerRun(20, func() {
		Parse(body, in)
		MarksOf(body, in)
		NextHint(body, in, 40)
		p.Apply(typed)
	}); n > most {
		t.Errorf("%v allocations for a note of %d bytes, want at most %d", n, len(body), most)
	}
}

// BenchmarkSuggestions lists all that is suggested in a note from 5,000 characters.
func BenchmarkSuggestions(b *testing.B) {
	in := tableNotes[""]
	body := noteOf(5000)
	b.ReportAllocs()
	for range b.N {
		Suggestions(body, in, 0)
	}
}

// BenchmarkAsOneTypes is all that is read after each pause in typing a note of 5,000 characters.
func BenchmarkAsOneTypes(b *testing.B) {
	in := tableNotes[""]
	body := noteOf(5000)
	p := Project(body, in)
	typed := p.Text() + "x"
	b.ReportAllocs()
	for range b.N {
		Parse(body, in)
		MarksOf(body, in)
		NextHint(body, in, 40)
		p.Apply(typed)
	}
}
