package prompt

import (
	"slices"
	"sync"

	"handback/notes"
)

// Chosen remembers what Choose chose of facts, by their reading: choosing takes longer than reading them. It is for one
// journal, and for any goroutine.
type Chosen struct {
	mu sync.Mutex
	of map[notes.PersonID]chosen
}

type chosen struct {
	reading int64
	prompts []Prompt
}

// Of is what Choose gives for facts.
func (c *Chosen) Of(f notes.PromptFacts) []Prompt {
	c.mu.Lock()
	is, ok := c.of[f.Person.ID]
	c.mu.Unlock()
	if ok && is.reading == f.Reading && f.Reading != 0 {
		return slices.Clone(is.prompts)
	}
	prompts := Choose(f)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil {
		c.of = map[notes.PersonID]chosen{}
	}
	c.of[f.Person.ID] = chosen{f.Reading, prompts}
	return slices.Clone(prompts)
}
