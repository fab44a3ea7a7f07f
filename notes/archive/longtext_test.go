package archive

import "testing"

func TestLongTextsAreReadAsYAMLMeansThem(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"as it is":              {"---\na: |-\n  one\n    two\n\n  three\n---\n", "one\n  two\n\nthree"},
		"with its end":          {"---\na: |\n  one\n---\n", "one\n"},
		"folded":                {"---\na: >-\n  one\n  two\n\n  three\n---\n", "one two\nthree"},
		"nothing":               {"---\na: |-\n---\n", ""},
		"signs of front matter": {"---\na: |-\n  --- x\n  b: c\n---\n", "--- x\nb: c"},
	} {
		t.Run(name, func(t *testing.T) {
			r, ok, err := Read("a.md", []byte(tt.text))
			if !ok || err != nil {
				t.Fatal(ok, err)
			}
			if got, ok := r.Get("a"); !ok || got != tt.want {
				t.Errorf("it is %q", got)
			}
		})
	}
}
