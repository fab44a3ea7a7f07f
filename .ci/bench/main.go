// Bench measures every bar that Handback has set itself, beside the toolkit's own floor in the same run, and writes
// docs/BENCHMARKS.md. It takes some minutes and wants a machine that does nothing else.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"handback/notes"
	"handback/storage"
	"handback/storage/storagetest"
	"handback/ui/journey"
)

// journal is what is measured of storage.
type journal interface {
	notes.Journal
	Idle() error
	Close() error
}

type options struct {
	app, floor, tools string // programs, built by the script beside this file
	packages          string // the folder of the packages
	out               string
	rounds            int
	storeOnly         bool
	leadingOnly       bool
	clicksOnly        bool
	lineOnly          bool
	protectedOnly     bool
	keep              string
}

func main() {
	var o options
	flag.StringVar(&o.app, "app", "build/bench/handback", "the program, as a package installs it")
	flag.StringVar(&o.floor, "floor", "build/bench/floor", "the toolkit's floor")
	flag.StringVar(&o.tools, "tools", "build/bench", "the folder of xstart and poke")
	flag.StringVar(&o.packages, "packages", "build/packages", "the folder of the packages")
	flag.StringVar(&o.out, "out", "docs/BENCHMARKS.md", "what is written")
	flag.IntVar(&o.rounds, "rounds", 9, "starts of each program")
	flag.StringVar(&o.keep, "keep", "", "a folder in which the filled journals are kept for the next run")
	flag.BoolVar(&o.storeOnly, "store-only", false, "measure storage alone and print it, writing nothing")
	flag.BoolVar(&o.leadingOnly, "leading-only", false, "measure ten years of leading alone and print it, writing nothing")
	flag.BoolVar(&o.clicksOnly, "clicks-only", false, "measure the clicks alone and print them, writing nothing")
	flag.BoolVar(&o.lineOnly, "line-only", false, "measure the small window for a line alone and print it, writing nothing")
	flag.BoolVar(&o.protectedOnly, "protected-only", false, "compare plain and protected journals alone and print it, writing nothing")
	flag.Parse()
	if path := os.Getenv(kindEnv); path != "" {
		if err := measureKind(path, os.Getenv(keyEnv), os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	folder, err := os.MkdirTemp("", "handback-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	r := report{machine: describe()}
	switch {
	case o.leadingOnly:
		return printLeading(o, folder)
	case o.clicksOnly:
		return printClicks(o, folder)
	case o.lineOnly:
		return printLine(o, folder)
	case o.protectedOnly:
		table, err := measureProtected(o, folder)
		fmt.Print(table)
		return err
	}
	files, err := measureStorage(o, &r, folder)
	if err != nil {
		return err
	}
	if o.storeOnly {
		fmt.Print(r.bySize())
		return nil
	}
	d, err := journey.OpenDisplay(1280, 800)
	if err != nil {
		return err
	}
	defer d.Close()
	w := &windows{Display: d, tools: o.tools}
	if err := measureWindows(w, o, &r, folder, files); err != nil {
		return err
	}
	env := []string{"XDG_DATA_HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "TMPDIR=" + folder}
	if r.line, err = w.measureLine(o, files[10_000], env); err != nil {
		return err
	}
	if r.leading, err = measureLeading(w, o, folder, time.Now()); err != nil {
		return err
	}
	if r.protected, err = measureProtected(o, folder); err != nil {
		return err
	}
	return os.WriteFile(o.out, []byte(r.markdown()), 0o644)
}

// measureStorage measures what needs no window, of a journal of each size, and gives their files.
func measureStorage(o options, r *report, folder string) (files map[int]string, err error) {
	files = map[int]string{}
	for _, n := range []int{0, 1_000, 10_000, 100_000} {
		files[n] = filepath.Join(folder, fmt.Sprintf("journal-%d.handback", n))
		fmt.Fprintf(os.Stderr, "bench: a journal of %d notes\n", n)
		s, err := measureStored(files[n], o.keep, n, time.Now())
		if err != nil {
			return nil, fmt.Errorf("%d notes: %w", n, err)
		}
		if n > 0 {
			r.stored = append(r.stored, s)
		}
	}
	r.fsync, err = measureSync(folder)
	return files, err
}

// measureStored fills a journal at path, or takes it from keep, and measures what needs no window.
func measureStored(path, keep string, n int, now time.Time) (s stored, err error) {
	open := func() (journal, error) {
		return storage.Open(path, storage.Options{Now: func() time.Time { return now }, Create: true})
	}
	today := notes.DateOf(now)
	s.notes = n
	if s.text, err = filled(path, keep, n, open, today); err != nil {
		return s, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return s, err
	}
	s.file = info.Size()
	start := time.Now()
	j, err := open()
	if err != nil {
		return s, err
	}
	s.openJournal = time.Since(start)
	people, err := j.People()
	if err != nil {
		return s, err
	}
	var reports []notes.PersonID
	for _, p := range people {
		if p.Kind == notes.KindReport {
			reports = append(reports, p.ID)
		}
	}
	if n > 0 {
		if err := s.measureFilled(j, path, reports, now); err != nil {
			return s, err
		}
	}
	if err := addLongNote(j, reports[0], today); err != nil {
		return s, err
	}
	return s, j.Close()
}

// measureFilled measures what a journal with notes in it does.
func (s *stored) measureFilled(j journal, path string, reports []notes.PersonID, now time.Time) (err error) {
	today := notes.DateOf(now)
	if s.search, s.slowest, err = measureSearches(j, storagetest.NewWriter(1), 3000); err != nil {
		return err
	}
	if s.mix, s.kinds, err = measureMix(j, today, 200*len(storagetest.QueryKinds)); err != nil {
		return err
	}
	if _, err = measureBriefs(j, reports, now, 50); err != nil { // warms the statements
		return err
	}
	if s.brief, err = measureBriefs(j, reports, now, 2000); err != nil {
		return err
	}
	if s.review, err = measureReviews(j, reports, today, 200); err != nil {
		return err
	}
	if s.save, err = measureSaves(j, reports[0], today, storagetest.NewWriter(4), 2000); err != nil {
		return err
	}
	if s.archive, err = measureArchive(j, path, now); err != nil { // it reads everything, so that nothing else is left in the cache
		return err
	}
	if s.taking, err = measureTaking(path, s.notes, now); err != nil {
		return fmt.Errorf("taking in: %w", err)
	}
	if s.mentions, err = measureMentions(j, reports[0]); err != nil {
		return err
	}
	if s.erased, err = measureErasing(j, path, reports[0], now); err != nil {
		return fmt.Errorf("erasing: %w", err)
	}
	return nil
}

// filled makes the journal at path, or copies the one that was kept, and returns how many bytes of text it holds.
func filled(path, keep string, n int, open func() (journal, error), today notes.Date) (text int64, err error) {
	kept := filepath.Join(keep, filepath.Base(path))
	if size, err := os.ReadFile(kept + ".text"); keep != "" && err == nil {
		if text, err = strconv.ParseInt(string(size), 10, 64); err != nil {
			return 0, err
		}
		return text, copyFile(path, kept)
	}
	j, err := open()
	if err != nil {
		return 0, err
	}
	if text, err = storagetest.Fill(j, n, today); err != nil {
		return 0, err
	}
	if err := j.Idle(); err != nil { // what waits for quiet moments would be done while something is measured
		return 0, err
	}
	if err := j.Close(); err != nil || keep == "" {
		return text, err
	}
	if err := copyFile(kept, path); err != nil {
		return 0, err
	}
	return text, os.WriteFile(kept+".text", []byte(strconv.FormatInt(text, 10)), 0o600)
}

func copyFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}

// addLongNote plans a one-on-one whose note holds 5,000 characters, labels among them: what is open when keys are timed.
func addLongNote(j journal, person notes.PersonID, today notes.Date) error {
	_, err := j.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: person, Kind: notes.PlannedNote, Date: today.AddDays(3), Body: longText(),
	}}})
	return err
}

// longText is 5,000 characters of a note.
func longText() string {
	w := storagetest.NewWriter(5)
	text := []rune(w.Note(false) + w.Note(false) + w.Note(false))
	return string(text[:5000])
}

// measureSync times what the disk needs to make a small write last.
func measureSync(folder string) (times, error) {
	f, err := os.Create(filepath.Join(folder, "sync"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all times
	for range 300 {
		if _, err := f.Write(slices.Repeat([]byte("x"), 4096)); err != nil {
			return nil, err
		}
		start := time.Now()
		if err := f.Sync(); err != nil {
			return nil, err
		}
		all = append(all, time.Since(start))
	}
	return all, nil
}

func measureWindows(w *windows, o options, r *report, folder string, files map[int]string) error {
	text := filepath.Join(folder, "text")
	if err := os.WriteFile(text, []byte(longText()), 0o600); err != nil {
		return err
	}
	env := []string{"XDG_DATA_HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "TMPDIR=" + folder}
	floor := program{title: "^Floor", cmd: []string{o.floor}, env: env}
	app := func(n int) program {
		return program{title: "^Handback", cmd: []string{o.app, "-journal", files[n]}, env: env}
	}
	fmt.Fprintln(os.Stderr, "bench: starts")
	var err error
	if r.installed, err = describePackages(o.app, o.packages); err != nil {
		return err
	}
	if r.starts, err = w.starts(o.rounds, floor, app(0), app(1_000), app(10_000), app(100_000)); err != nil {
		return err
	}
	first := filepath.Join(o.tools, "first-frame.ppm")
	if _, err := w.start(app(100_000), first); err != nil {
		return err
	}
	for _, text := range []string{"Next one-on-ones", "You promised", "Chidi"} {
		ok, err := journey.Reads(first, text)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("%q is not in the first frame, which is not the useful one then", text)
		}
	}
	floor.env = append(slices.Clone(env), "FLOOR_TEXT="+text)
	fmt.Fprintln(os.Stderr, "bench: the floor's window")
	if r.floor, err = measureRunning(w, floor, func(*running) error { return nil }); err != nil {
		return err
	}
	for _, n := range []int{0, 100_000} {
		fmt.Fprintf(os.Stderr, "bench: the window on %d notes\n", n)
		got, err := measureRunning(w, app(n), openLongNote)
		if err != nil {
			return err
		}
		r.app = append(r.app, got)
	}
	fmt.Fprintln(os.Stderr, "bench: clicks")
	clicks, err := w.measureClicks(app(0), app(100_000))
	if err != nil {
		return err
	}
	for i := range r.app {
		r.app[i].clicks = clicks[i]
	}
	return nil
}

// openLongNote goes to the first person's notes, where the planned note opens, and gives its editor the keyboard.
func openLongNote(r *running) error {
	if err := r.keys("alt+d"); err != nil {
		return err
	}
	if err := r.keys("alt+Down"); err != nil {
		return err
	}
	if err := r.keys("alt+2"); err != nil {
		return err
	}
	_, err := r.tool("xdotool", "mousemove", "700", "400", "click", "1")
	return err
}

// inUse is what was measured of a program under way.
type inUse struct {
	started      float64            // MB right after the start
	memory       float64            // MB with the long note open
	switched     float64            // MB right after 1,000 switches of person
	rested       float64            // MB a minute after them
	cpu          float64            // per cent of a core, editor focused
	frames       int                // drawn while nothing changed
	key          float64            // ms from a key to its paint
	found        times              // from a key in Search to the last paint
	clicks       map[string]float64 // ms to the last paint after a click
	idleMeasured float64            // seconds
}

func measureRunning(w *windows, p program, prepare func(*running) error) (got inUse, err error) {
	r, err := w.run(p)
	if err != nil {
		return got, err
	}
	defer r.end()
	if got.started, err = r.memory(); err != nil {
		return got, err
	}
	if err := prepare(r); err != nil {
		return got, err
	}
	time.Sleep(5 * time.Second) // what waits for a quiet moment is done
	if got.memory, err = r.memory(); err != nil {
		return got, err
	}
	got.idleMeasured = 20
	if got.cpu, got.frames, err = r.idle(got.idleMeasured); err != nil {
		return got, err
	}
	if got.key, err = w.keyToPaint(60); err != nil {
		return got, err
	}
	if p.title != "^Handback" {
		return got, nil
	}
	if err := r.keys("ctrl+shift+f"); err != nil {
		return got, err
	}
	if got.found, err = w.typedToFound(); err != nil {
		return got, err
	}
	if err := r.keys("Escape"); err != nil {
		return got, err
	}
	return got, r.measureSwitching(&got)
}

// measureSwitching goes from person to person a thousand times, there and back again.
func (r *running) measureSwitching(got *inUse) error {
	for range 50 {
		keys := append(slices.Repeat([]string{"alt+Down"}, 10), slices.Repeat([]string{"alt+Up"}, 10)...)
		if _, err := r.tool("xdotool", append([]string{"key", "--delay", "40"}, keys...)...); err != nil {
			return err
		}
	}
	if _, err := r.idleFrames(3); err != nil {
		return err
	}
	var err error
	if got.switched, err = r.memory(); err != nil {
		return err
	}
	time.Sleep(time.Minute)
	got.rested, err = r.memory()
	return err
}
