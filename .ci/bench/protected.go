package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"filippo.io/age"

	"handback/notes"
	"handback/storage"
	"handback/storage/sealed"
	"handback/storage/storagetest"
)

// protectedSizes are how many notes make journals of 20 and 300 MB.
var protectedSizes = []int{4_000, 63_000}

// protectedRounds is how often each kind of journal is measured, by turns.
const protectedRounds = 3

// measuredKind is what one process measures of a plain journal or a protected one.
type measuredKind struct {
	Open       time.Duration
	Save, Find times
	MemoryKB   int           // resident, once all of that is done
	Protect    time.Duration // how long it took to change the form
}

// measureProtected compares plain and protected journals in one run: each is measured by a process of its own, one after the other,
// so many times. It gives the table of that.
func measureProtected(o options, folder string) (string, error) {
	k, err := sealed.NewKey()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("\n## A plain journal and a protected one\n\n| size | | plain | protected | bar | |\n|---|---|---|---|---|---|\n")
	for _, n := range protectedSizes {
		plain := filepath.Join(folder, fmt.Sprintf("plain-%d.handback", n))
		now := time.Now()
		open := func() (journal, error) {
			return storage.Open(plain, storage.Options{Now: func() time.Time { return now }, Create: true})
		}
		fmt.Fprintf(os.Stderr, "bench: plain and protected, %d notes\n", n)
		if _, err := filled(plain, o.keep, n, open, notes.DateOf(now)); err != nil {
			return "", err
		}
		info, err := os.Stat(plain)
		if err != nil {
			return "", err
		}
		var of [2]measuredKind
		for round := range protectedRounds {
			if err := measureKinds(plain, k, round, &of); err != nil {
				return "", err
			}
		}
		for i, row := range protectedBars(of[0], of[1]) {
			size := ""
			if i == 0 {
				size = fmt.Sprintf("%d MB", info.Size()/1_000_000)
			}
			fmt.Fprintf(&b, "| %s %s\n", size, row)
		}
	}
	return b.String(), nil
}

// measureKinds measures a copy of the journal, then protects it and measures it again.
func measureKinds(plain string, k *sealed.Key, round int, of *[2]measuredKind) error {
	path := plain + "-round"
	if err := errors.Join(os.RemoveAll(path), copyFile(path, plain)); err != nil {
		return err
	}
	defer os.RemoveAll(path)
	first, err := inChild(path, "")
	if err != nil {
		return err
	}
	start := time.Now()
	if _, err := storage.Protect(path, k, keyWithoutDelay(k), time.Now, nil); err != nil {
		return err
	}
	took := time.Since(start)
	second, err := inChild(path, k.Identity().(*age.X25519Identity).String())
	if err != nil {
		return err
	}
	second.Protect = took
	for i, m := range []measuredKind{first, second} {
		m.Save, m.Find = slices.Concat(of[i].Save, m.Save), slices.Concat(of[i].Find, m.Find)
		if round > 0 {
			m.Open = min(m.Open, of[i].Open)
			m.MemoryKB = max(m.MemoryKB, of[i].MemoryKB)
		}
		of[i] = m
	}
	return nil
}

// keyWithoutDelay writes a key file that says nothing: the bench gives the key itself.
func keyWithoutDelay(*sealed.Key) func(folder string) error {
	return func(folder string) error {
		return os.WriteFile(filepath.Join(folder, sealed.KeyName), nil, 0o600)
	}
}

// kindEnv names the journal that a process measures, keyEnv its key.
const kindEnv, keyEnv = "HANDBACK_BENCH_KIND", "HANDBACK_BENCH_KEY"

func inChild(path, key string) (m measuredKind, err error) {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), kindEnv+"="+path, keyEnv+"="+key)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(out, &m)
}

// measureKind is what the child does.
func measureKind(path, key string, out io.Writer) error {
	now := time.Now()
	opt := storage.Options{Now: func() time.Time { return now }}
	if key != "" {
		var err error
		if opt.Key, err = sealed.ReadKey(path, notes.Secret{Recovery: key}); err != nil {
			return err
		}
	}
	var m measuredKind
	start := time.Now()
	j, err := storage.Open(path, opt)
	if err != nil {
		return err
	}
	m.Open = time.Since(start)
	people, err := j.People()
	if err != nil {
		return err
	}
	reports := slices.DeleteFunc(people, func(p notes.Person) bool { return p.Kind != notes.KindReport })
	if m.Find, _, err = measureSearches(j, storagetest.NewWriter(1), 1500); err != nil {
		return err
	}
	if m.Save, err = measureSaves(j, reports[0].ID, notes.DateOf(now), storagetest.NewWriter(4), 600); err != nil {
		return err
	}
	debug.FreeOSMemory()
	m.MemoryKB = resident()
	if err := j.Close(); err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(m)
}

// resident is how much memory the process has, in kB; 0 where the system doesn't tell.
func resident() (kb int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if text, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			_, _ = fmt.Sscan(text, &kb) // as above
		}
	}
	return kb
}

// protectedBars are the rows of the comparison.
func protectedBars(plain, sealed measuredKind) []string {
	half := func(t times) time.Duration { return t.at(50) }
	worst := func(t times) time.Duration { return t.at(99) }
	row := func(what string, p, s, bar time.Duration) string {
		holds := "holds"
		if s > bar {
			holds = "**missed**"
		}
		return fmt.Sprintf("| %s | %s | %s | ≤ %s | %s |", what, ms(p), ms(s), ms(bar), holds)
	}
	const most = 1500 * time.Microsecond
	memory := "holds"
	if sealed.MemoryKB > plain.MemoryKB+45_000 {
		memory = "**missed**"
	}
	return []string{
		row("save, half of them", half(plain.Save), half(sealed.Save), min(most, half(plain.Save)*3/2)),
		row("save, 99 of 100", worst(plain.Save), worst(sealed.Save), worst(plain.Save)+10*time.Millisecond),
		row("search, half of them", half(plain.Find), half(sealed.Find), max(time.Millisecond, half(plain.Find)*3/2)),
		row("search, 99 of 100", worst(plain.Find), worst(sealed.Find), max(time.Millisecond, worst(plain.Find)*3/2)),
		row("open, once the key is there", plain.Open, sealed.Open, 60*time.Millisecond),
		fmt.Sprintf("| memory | %d MB | %d MB | ≤ %d MB | %s |", plain.MemoryKB/1000, sealed.MemoryKB/1000, plain.MemoryKB/1000+45, memory),
		fmt.Sprintf("| protecting it | | %.1f s | | |", sealed.Protect.Seconds()),
	}
}
