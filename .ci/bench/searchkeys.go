package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"handback/storage/storagetest"
)

// searchedWords is how many words are typed into Search, letter by letter.
const searchedWords = 15

// measureSearchKeys types words into Search and keeps how long each key took to be painted, with what it found.
func (r *running) measureSearchKeys(w *windows, got *inUse) error {
	if err := r.keys("ctrl+shift+f"); err != nil {
		return err
	}
	time.Sleep(time.Second) // the room is there
	words := storagetest.NewWriter(1)
	for range searchedWords {
		for _, letter := range words.Word() {
			var timed struct{ MS []float64 }
			if err := w.poke(&timed, "key", string(letter), "1"); err != nil {
				return err
			}
			if len(timed.MS) != 1 || timed.MS[0] < 0 {
				return fmt.Errorf("the letter %q painted nothing in Search", letter)
			}
			got.searchKeys = append(got.searchKeys, timed.MS[0])
		}
		if err := errors.Join(r.keys("ctrl+a"), r.keys("BackSpace")); err != nil {
			return err
		}
	}
	slices.Sort(got.searchKeys)
	return nil
}

// searchKey is the time of a key in Search, in milliseconds, that so many per cent of them are not above.
func (u inUse) searchKey(percent int) float64 {
	if len(u.searchKeys) == 0 {
		return 0
	}
	return u.searchKeys[min(len(u.searchKeys)-1, percent*len(u.searchKeys)/100)]
}
