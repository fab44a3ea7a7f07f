package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"handback/notes"
	"handback/storage"
	"handback/ui/journey"
)

// clickRounds is how often each program is started anew to be clicked through; the programs take turns, so that a busy
// minute of the machine hits all of them.
const clickRounds = 2

// clickedPeople are those whose screens are gone through in each round: enough of them that a median is worth its name.
var clickedPeople = []string{"Ben", "Chidi", "Elif", "Hugo"}

// measureClicks clicks on every screen of each program, and gives the medians of the milliseconds to the last paint.
func (w *windows) measureClicks(programs ...program) ([]map[string]float64, error) {
	all := make([]map[string][]float64, len(programs))
	for range clickRounds {
		for i, p := range programs {
			if all[i] == nil {
				all[i] = map[string][]float64{}
			}
			if err := w.clickThrough(p, all[i]); err != nil {
				return nil, err
			}
		}
	}
	clicks := make([]map[string]float64, len(programs))
	for i := range all {
		clicks[i] = map[string]float64{}
		for words, ms := range all[i] {
			clicks[i][words] = median(ms, func(ms float64) float64 { return ms })
		}
	}
	return clicks, nil
}

// clickThrough starts p and adds to all what each click took: on every screen, with one person after the other, so that
// nothing of theirs was drawn before.
func (w *windows) clickThrough(p program, all map[string][]float64) error {
	r, err := w.run(p)
	if err != nil {
		return err
	}
	defer r.end()
	time.Sleep(2 * time.Second)         // what waits for a quiet moment is done
	places := map[string]journey.Spot{} // the words stay where they are, and to look for them takes seconds
	for _, who := range clickedPeople {
		for _, words := range []string{"Team", "Today", who, "Growth", "Praise", "Notes", "Prep", "My notes"} {
			ms, err := w.clickToDrawn(words, places)
			if err != nil {
				return err
			}
			if words == who {
				words = "a person"
			}
			all[words] = append(all[words], ms)
		}
	}
	return nil
}

// printClicks measures them in an empty journal and in one of 100,000 notes, and prints them.
func printClicks(o options, folder string) error {
	programs := make([]program, 2)
	for i, n := range []int{0, 100_000} {
		path := filepath.Join(folder, fmt.Sprintf("journal-%d.handback", n))
		open := func() (journal, error) {
			return storage.Open(path, storage.Options{Now: time.Now, Create: true})
		}
		if _, err := filled(path, o.keep, n, open, notes.DateOf(time.Now())); err != nil {
			return err
		}
		programs[i] = program{
			title: "^Handback",
			cmd:   []string{o.app, "-journal", path},
			env:   []string{"XDG_DATA_HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "TMPDIR=" + folder},
		}
	}
	d, err := journey.OpenDisplay(1280, 800)
	if err != nil {
		return err
	}
	defer d.Close()
	clicks, err := (&windows{Display: d, tools: o.tools}).measureClicks(programs...)
	if err != nil {
		return err
	}
	wider := ratios(clicks[1], clicks[0])
	for _, words := range slices.Sorted(maps.Keys(wider)) {
		fmt.Printf("%-12s %5.0f ms, %5.0f on an empty journal: %.2f ×\n", words, clicks[1][words], clicks[0][words], wider[words])
	}
	return nil
}
