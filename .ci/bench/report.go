package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"

	"handback/storage/storagetest"
)

// report is all that was measured.
type report struct {
	machine   string
	fsync     times
	stored    []stored // 1,000, 10,000 and 100,000 notes
	starts    []started
	floor     inUse
	app       []inUse // an empty journal, 100,000 notes
	leading   leading
	line      lineFigures
	installed string // the sizes of what is installed
	protected string // the table of plain and protected journals
}

// The places of the programs in report.starts.
const (
	ofFloor = iota
	ofEmpty
	of1000
	of10000
	of100000
)

// bar is one limit, and what was measured against it.
type bar struct {
	what, limit, measured string
	holds                 bool
}

func (r report) bars() []bar {
	big := r.stored[len(r.stored)-1]
	app := r.app[len(r.app)-1]
	floor, empty, full := r.starts[ofFloor], r.starts[ofEmpty], r.starts[of100000]
	under := func(what string, limit, got time.Duration) bar {
		return bar{what, "≤ " + ms(limit), ms(got), got <= limit}
	}
	ratio := func(what string, limit, got, floor float64, unit string) bar {
		return bar{
			what,
			fmt.Sprintf("≤ %.2f × the floor", limit),
			fmt.Sprintf("%.2f × (%.0f to %.0f %s)", got/floor, got, floor, unit),
			got <= limit*floor,
		}
	}
	size := float64(big.file) / float64(big.text)
	return append([]bar{
		under("save, p50", 800*time.Microsecond, big.save.at(50)),
		under("save, p99", 2*time.Millisecond, big.save.at(99)),
		under("brief, p50", 300*time.Microsecond, big.brief.at(50)),
		under("a year's review pack, p99", 150*time.Millisecond, big.review.at(99)),
		under("first 20 results with snippets, p50", 500*time.Microsecond, big.search.at(50)),
		under("first 20 results with snippets, p99", 3*time.Millisecond, big.search.at(99)),
		under("first 20 results of any kind of search, p50", 500*time.Microsecond, big.mix.at(50)),
		under("first 20 results of any kind of search, p99", 3*time.Millisecond, big.mix.at(99)),
		ratio("start to first useful frame", 1.2, full.Nonblank, floor.Nonblank, "ms"),
		ratio("start to last repaint", 1.35, full.Settled, floor.Settled, "ms"),
		{
			"last repaint, as with an empty journal",
			"≤ 1.05 ×",
			fmt.Sprintf("%.2f ×", full.Settled/empty.Settled),
			full.Settled <= 1.05*empty.Settled,
		},
		ratio("memory (PSS) after start", 1.3, app.started, r.floor.started, "MB"),
		ratio("memory (PSS), long note open", 1.3, app.memory, r.floor.memory, "MB"),
		{
			"memory (PSS) a minute after 1,000 switches of person",
			"≤ 1.30 × that after start",
			fmt.Sprintf("%.2f × (%.0f to %.0f MB; %.0f right after them)", app.rested/app.started, app.rested, app.started, app.switched),
			app.rested <= 1.3*app.started,
		},
		{"idle, editor focused", "≤ 2.5 % of a core", fmt.Sprintf("%.1f %% (floor %.1f %%)", app.cpu, r.floor.cpu), app.cpu <= 2.5},
		{"frames drawn while nothing changes", "0", fmt.Sprintf("%d in %.0f s", app.frames, app.idleMeasured), app.frames == 0},
		ratio("key to painted at 5,000 characters, labels coloured", 1.5, app.key, r.floor.key, "ms"),
		r.found(app),
		{"file, revisions apart", "≤ 3.2 × the text", fmt.Sprintf("%.2f × (%d to %d MB)", size, big.file>>20, big.text>>20), size <= 3.2},
	}, r.clicked(app)...)
}

// clicked are the bars of clicks: in all, and beside the same ones on an empty journal.
func (r report) clicked(app inUse) []bar {
	slowestClick, worst := slowest(app.clicks)
	widestClick, widest := slowest(ratios(app.clicks, r.app[0].clicks))
	return []bar{
		{
			"click to a drawn screen, slowest of " + fmt.Sprint(len(app.clicks)),
			"≤ 100 ms",
			fmt.Sprintf("%.0f ms (%s)", worst, slowestClick),
			worst <= 100,
		},
		{
			"click, as on an empty journal, widest of " + fmt.Sprint(len(app.clicks)),
			"≤ 1.50 ×",
			fmt.Sprintf("%.2f × (%s)", widest, widestClick),
			widest <= 1.5,
		},
	}
}

// found is the bar of what is found as one types. A key of the floor, which paints a letter and no more, is told beside it.
func (r report) found(app inUse) bar {
	p99 := app.found.at(99)
	return bar{
		"key in Search to what it finds painted, p99",
		"≤ 40 ms",
		fmt.Sprintf("%s (p50 %s; a key of the floor %.0f ms)", ms(p99), ms(app.found.at(50)), r.floor.key),
		p99 <= 40*time.Millisecond,
	}
}

func slowest(clicks map[string]float64) (what string, ms float64) {
	for _, words := range slices.Sorted(maps.Keys(clicks)) {
		if clicks[words] > ms {
			what, ms = words, clicks[words]
		}
	}
	return what, ms
}

// ratios are how many times as long each click takes as the same one in base.
func ratios(clicks, base map[string]float64) map[string]float64 {
	all := map[string]float64{}
	for words, ms := range clicks {
		all[words] = ms / base[words]
	}
	return all
}

func (r report) markdown() string {
	var b strings.Builder
	b.WriteString(
		"# Benchmarks\n\nWritten by `make bench`; not edited by hand. Timings are ratios to the toolkit's floor in the same run " +
			"where they can be: the floor is a Fyne window with a list, an entry and an open SQLite file (`.ci/bench/floor`), " +
			"built with the same tags at the same size.\n\n",
	)
	b.WriteString(r.machine)
	fmt.Fprintf(&b, "- Disk: one fsync %s (p50), %s (p99)\n\n", ms(r.fsync.at(50)), ms(r.fsync.at(99)))
	b.WriteString("## The bars, at 100,000 notes where nothing else is said\n\n| what | bar | measured | |\n|---|---|---|---|\n")
	for _, bar := range slices.Concat(r.bars(), r.line.bars(), r.leading.bars()) {
		verdict := "holds"
		if !bar.holds {
			verdict = "**missed**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", bar.what, bar.limit, bar.measured, verdict)
	}
	b.WriteString(r.bySize())
	b.WriteString(r.starting())
	b.WriteString(r.line.markdown())
	b.WriteString(r.installed)
	b.WriteString(r.inUse())
	b.WriteString(r.leading.markdown())
	b.WriteString(r.protected)
	return b.String()
}

// bySize is the table of what grows with the journal.
func (r report) bySize() string {
	var b strings.Builder
	b.WriteString("\n## By size of the journal\n\n| | ")
	row := func(what string, cell func(stored) string) {
		fmt.Fprintf(&b, "| %s |", what)
		for _, s := range r.stored {
			fmt.Fprintf(&b, " %s |", cell(s))
		}
		b.WriteString("\n")
	}
	for _, s := range r.stored {
		fmt.Fprintf(&b, "%d notes | ", s.notes)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(r.stored)) + "\n")
	row("save, p50 / p99", func(s stored) string { return ms(s.save.at(50)) + " / " + ms(s.save.at(99)) })
	row("brief, p50 / p99", func(s stored) string { return ms(s.brief.at(50)) + " / " + ms(s.brief.at(99)) })
	row("a year's review pack, p50 / p99", func(s stored) string { return ms(s.review.at(50)) + " / " + ms(s.review.at(99)) })
	row("search, p50 / p99", func(s stored) string { return ms(s.search.at(50)) + " / " + ms(s.search.at(99)) })
	row("any kind of search, p50 / p99", func(s stored) string { return ms(s.mix.at(50)) + " / " + ms(s.mix.at(99)) })
	for _, kind := range storagetest.QueryKinds {
		row("search: "+kind.Name+", p50 / p99", func(s stored) string {
			return ms(s.kinds[kind.Name].at(50)) + " / " + ms(s.kinds[kind.Name].at(99))
		})
	}
	row("slowest search", func(s stored) string { return ms(s.search.at(100)) + ", " + s.slowest })
	row("opening the file", func(s stored) string { return ms(s.openJournal) })
	row("written as an archive", func(s stored) string { return fmt.Sprintf("%.1f s", s.archive.out.Seconds()) })
	row("an archive taken in", func(s stored) string { return fmt.Sprintf("%.1f s", s.archive.in.Seconds()) })
	row("longest that a save waited meanwhile", func(s stored) string { return ms(s.archive.waited) })
	row("most on the heap meanwhile", func(s stored) string { return fmt.Sprintf("%.0f MB", float64(s.archive.heap)/(1<<20)) })
	row("notes of another program brought in", func(s stored) string { return fmt.Sprintf("%.1f s", s.taking.bring.Seconds()) })
	row("and shown", func(s stored) string { return fmt.Sprintf("%.1f s", s.taking.show.Seconds()) })
	row("and taken back", func(s stored) string { return fmt.Sprintf("%.1f s", s.taking.back.Seconds()) })
	row("most on the heap meanwhile", func(s stored) string { return fmt.Sprintf("%.0f MB", float64(s.taking.heap)/(1<<20)) })
	row("who is named where", func(s stored) string { return fmt.Sprintf("%.1f s", s.mentions.Seconds()) })
	row("everything about somebody deleted", func(s stored) string { return fmt.Sprintf("%.1f s", s.erased.erase.Seconds()) })
	row("and nothing of it left in the file", func(s stored) string { return fmt.Sprintf("%.1f s", s.erased.wipe.Seconds()) })
	row("text", func(s stored) string { return fmt.Sprintf("%.1f MB", float64(s.text)/(1<<20)) })
	row("file", func(s stored) string { return fmt.Sprintf("%.1f MB", float64(s.file)/(1<<20)) })
	b.WriteString(
		"\nA save is an autosave of a note of 2 KB, index and items with it, committed to disk; housekeeping runs in a quiet " +
			"moment after every fifty. Searches are whole words of every frequency and beginnings of words from one letter on, " +
			"half of them newest first, half best first; those of any kind also parts of words, two words, phrases, and words with a " +
			"label, a person, a tag, days, or something left out. The worst case is a frequent word without one that is in nearly " +
			"every note that says it: all of these have to be gone through. A part of a word in lines of one label comes second.\n",
	)
	return b.String()
}

func (r report) starting() string {
	var b strings.Builder
	b.WriteString("\n## Starting, medians in milliseconds from fork\n\n| | window | first frame | last repaint |\n|---|---|---|---|\n")
	for i, what := range []string{"floor", "empty journal", "1,000 notes", "10,000 notes", "100,000 notes"} {
		s := r.starts[i]
		fmt.Fprintf(&b, "| %s | %.0f | %.0f | %.0f |\n", what, s.Mapped, s.Nonblank, s.Settled)
	}
	b.WriteString("\nThe program is the one that the package for Linux installs. " +
		"The first frame of Handback is the useful one: people and today are drawn into it before the window is shown.\n")
	return b.String()
}

func (r report) inUse() string {
	var b strings.Builder
	b.WriteString("\n## In use\n\n| | floor | empty journal | 100,000 notes |\n|---|---|---|---|\n")
	use := func(what, format string, of func(inUse) float64) {
		fmt.Fprintf(&b, "| %s |", what)
		for _, u := range append([]inUse{r.floor}, r.app...) {
			fmt.Fprintf(&b, " "+format+" |", of(u))
		}
		b.WriteString("\n")
	}
	use("memory after start (PSS, MB)", "%.0f", func(u inUse) float64 { return u.started })
	use("memory, long note open (PSS, MB)", "%.0f", func(u inUse) float64 { return u.memory })
	use("memory after 1,000 switches of person (PSS, MB)", "%.0f", func(u inUse) float64 { return u.switched })
	use("memory a minute later (PSS, MB)", "%.0f", func(u inUse) float64 { return u.rested })
	use("idle, editor focused (% of a core)", "%.1f", func(u inUse) float64 { return u.cpu })
	use("key to painted, p50 (ms)", "%.1f", func(u inUse) float64 { return u.key })
	big := r.app[len(r.app)-1]
	for _, words := range slices.Sorted(maps.Keys(big.clicks)) {
		fmt.Fprintf(&b, "| click on %s to the last paint (ms) | | %.0f | %.0f |\n", words, r.app[0].clicks[words], big.clicks[words])
	}
	return b.String()
}

// describe says on what was measured.
func describe() string {
	line := func(name string, args ...string) string {
		out, err := exec.Command(name, args...).Output()
		if err != nil {
			return "?"
		}
		return strings.TrimSpace(strings.SplitN(string(out), "\n", 2)[0])
	}
	cpu := "?"
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for _, l := range strings.Split(string(info), "\n") {
			if strings.HasPrefix(l, "model name") {
				cpu = strings.TrimSpace(l[strings.Index(l, ":")+1:])
				break
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(
		&b,
		"- Command: `make bench`, %s, commit %s\n",
		time.Now().Format("2 January 2006"),
		line("git", "rev-parse", "--short", "HEAD"),
	)
	fmt.Fprintf(&b, "- Machine: %s, %d cores, %s; Xvfb at 1280×800 with software GL\n", cpu, runtime.NumCPU(), line("uname", "-sr"))
	fmt.Fprintf(
		&b,
		"- Versions: %s; Fyne 2.8.1; go-sqlite3 1.14.53 (`go.mod`); tags `sqlite_fts5,no_animations,migrated_fynedo`\n",
		runtime.Version(),
	)
	return b.String()
}
