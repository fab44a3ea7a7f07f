// Package form is what the forms of the rooms share: they show what notes refuses at the field that it is about, and
// keep what was typed.
package form

import (
	"errors"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/widgets"
)

// Field is a form's field that can say what is wrong with it.
type Field interface{ SetError(text string) }

// Fields are the fields of a form, by the names that notes.Invalid gives them.
type Fields map[string]Field

// Refuse takes back what the fields said before and shows err at its field. What it returns keeps a dialog open: nil
// where err is nil; err itself, marked as said where one of the fields says it.
func (f Fields) Refuse(err error) error {
	for _, field := range f {
		field.SetError("")
	}
	var invalid notes.Invalid
	if errors.As(err, &invalid) {
		if field, ok := f[invalid.Field]; ok {
			field.SetError(invalid.Why)
			return widgets.Said(err)
		}
	}
	return err
}

// Day is a field for a date that begins with day.
func Day(key, label string, day notes.Date, today notes.Date) *widgets.DateField {
	return dayRead(key, label, day, today, notes.ReadComingDate)
}

// PastDay is Day for a date that is not to come, as notes.ReadPastDate reads it: its calendar opens there.
func PastDay(key, label string, day notes.Date, today notes.Date) *widgets.DateField {
	return dayRead(key, label, day, today, notes.ReadPastDate)
}

func dayRead(
	key, label string, day, today notes.Date, read func(field, typed string, today notes.Date) (notes.Date, error),
) *widgets.DateField {
	field := widgets.NewDateField(key, label, voice.T("e.g. 4 Dec"), func(text string) time.Time {
		if d, err := read("", text, today); err == nil && d != "" {
			return d.Time()
		}
		return today.Time()
	})
	field.Means(func(text string) string {
		d, err := read("", text, today)
		if err != nil {
			return ""
		}
		return notes.SayYear(text, d, today)
	})
	if day != "" {
		field.SetText(notes.TypeDate(day))
	}
	return field
}

// Choice is a field to choose one of some values from. Field is what a form shows: a wrapper of it would be drawn by a
// second renderer, and the keyboard would not find what it holds.
type Choice[T comparable] struct {
	Field  *widgets.Select
	values []T
}

// NewChoice makes a choice, each value with the name it is shown by. OnChange gets the zero value where nothing is chosen
// any more.
func NewChoice[T comparable](key, label string, values []T, names []string, chosen T, onChange func(T)) *Choice[T] {
	c := &Choice[T]{values: values}
	at := -1
	for i, v := range values {
		if v == chosen {
			at = i
		}
	}
	c.Field = widgets.NewSelect(key, label, names, at, func(int) {
		if onChange != nil {
			onChange(c.Value())
		}
	})
	return c
}

// Value is what is chosen; the zero value where nothing is.
func (c *Choice[T]) Value() T {
	if i := c.Field.Chosen(); i >= 0 && i < len(c.values) {
		return c.values[i]
	}
	var none T
	return none
}
