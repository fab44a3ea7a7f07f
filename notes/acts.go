package notes

import (
	"strings"

	"handback/notes/voice"
)

// edit is the LineEdit that makes the line of f say want.
func edit(f Filed, in Context, want Item) (LineEdit, error) {
	line, err := Rewrite(f.Raw, in, want)
	if err != nil {
		return LineEdit{}, err
	}
	return LineEdit{Op: ReplaceLine, Note: f.Note, Line: f.Line, Old: f.Raw, New: line}, nil
}

// Tick closes an item on a day in the way that its label knows: done, said, met, answered, cleared. Here and below in is
// the context of the note that the line stands in, and Invalid says what cannot be.
func Tick(f Filed, in Context, on Date) (LineEdit, error) {
	s := f.Label.Ticked()
	if s == Open {
		return LineEdit{}, Invalid{Field: voice.T("State"), Why: voice.T("Choose what happened with it: just marking it done isn't enough here.")}
	}
	return SetState(f, in, s, on, "")
}

// Untick opens an item again: its state goes, with its date and remark, and the mark in its box.
func Untick(f Filed, in Context) (LineEdit, error) { return SetState(f, in, Open, "", "") }

// SetState says what became of an item on a day, with an optional remark. Open takes back what was said.
func SetState(f Filed, in Context, s State, on Date, remark string) (LineEdit, error) {
	want := f.Item
	want.State, want.StateDate, want.Remark = s, on, oneLine(remark)
	if s == Open {
		want.StateDate, want.Remark = "", ""
	}
	return edit(f, in, want)
}

// SetDue sets the date that a todo or need is due by; no date takes it away.
func SetDue(f Filed, in Context, due Date) (LineEdit, error) {
	want := f.Item
	want.Due = due
	return edit(f, in, want)
}

// SetOwner says who acts in an item and whom it is about. A state that the new owner cannot have is taken away.
func SetOwner(f Filed, in Context, a Actor, people []PersonID) (LineEdit, error) {
	want := f.Item
	want.Actor, want.People = a, people
	if want.State != Open && !want.Label.kind().knows(a, want.State) {
		want.State, want.StateDate, want.Remark = Open, "", ""
	}
	return edit(f, in, want)
}

// AddTag puts a tag at the end of an item's text. A tag that the item has already changes nothing.
func AddTag(f Filed, in Context, tag string) (LineEdit, error) {
	want := f.Item
	name := strings.TrimPrefix(tag, "#")
	if !ValidTag(name) {
		return LineEdit{}, Invalid{
			Field: voice.T("Tag"),
			Why:   voice.T("Use one word that starts with a letter. Letters, digits, - and _ work."),
		}
	}
	for _, have := range want.Tags {
		if have == Tag(name) {
			return LineEdit{Op: ReplaceLine, Note: f.Note, Line: f.Line, Old: f.Raw, New: f.Raw}, nil
		}
	}
	want.Text += " #" + name
	want.Tags = append(append([]string(nil), want.Tags...), Tag(name))
	return edit(f, in, want)
}

// RemoveTag takes a tag away. At the end of the text the whole tag goes; inside a sentence its word stays.
func RemoveTag(f Filed, in Context, tag string) (LineEdit, error) {
	want := f.Item
	gone := Tag(tag)
	want.Tags = nil
	for _, have := range f.Tags {
		if have != gone {
			want.Tags = append(want.Tags, have)
		}
	}
	want.Text = withoutTag(want.Text, gone)
	return edit(f, in, want)
}

func withoutTag(text, tag string) string {
	last, _ := stepOverTags(text, len(text), false)
	var b strings.Builder
	done := 0
	eachTag(text, func(from, hash, end int) {
		switch {
		case from < hash || Tag(text[hash:end]) != tag:
		case hash < last || last == 0:
			b.WriteString(text[done:hash])
			done = hash + 1
		default:
			b.WriteString(text[done:trimmedEnd(text[:hash])])
			done = end
		}
	})
	return b.String() + text[done:]
}

// SetText changes what an item says. Tags in text are tags; anything else in it that looks like a date or a state stays
// text.
func SetText(f Filed, in Context, text string) (LineEdit, error) {
	want := f.Item
	want.Text = oneLine(text)
	want.Tags = TagsIn(want.Text)
	return edit(f, in, want)
}
