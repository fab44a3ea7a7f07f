package whosecall

import (
	"strings"
	"testing"

	"handback/notes"
)

// TestNoTemplateAsksWhoseCallItIs: nobody took a decision in a question that a note began with.
func TestNoTemplateAsksWhoseCallItIs(t *testing.T) {
	for _, template := range notes.FirstTemplates {
		t.Run(template.Name, func(t *testing.T) {
			for _, line := range strings.Split(template.Body, "\n") {
				if hit, ok := Find(line, notes.Person{ID: 2, Name: "Ana Ruiz", Called: "Ana"}); ok {
					t.Errorf("%q: %+v", line, hit)
				}
			}
		})
	}
}
