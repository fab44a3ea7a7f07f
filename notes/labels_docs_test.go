package notes

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

const readmeFile = "../README.md"

// readmeHead is the head of README's table of the labels; the table goes on to the next blank line.
const readmeHead = "| label | also | whose, when no name is given | ends as | turns up in |\n|---|---|---|---|---|\n"

func TestTheLabelsOfReadmeAreDocumentedAsTheyAre(t *testing.T) {
	have, err := os.ReadFile(readmeFile)
	if err != nil {
		t.Fatal(err)
	}
	from := bytes.Index(have, []byte(readmeHead))
	if from < 0 {
		t.Fatalf("README has no table that begins %q", readmeHead)
	}
	from += len(readmeHead)
	to := from + bytes.Index(have[from:], []byte("\n\n")) + 1
	want := slices.Concat(have[:from], []byte(readmeTable()), have[to:])
	if *update {
		if err := os.WriteFile(readmeFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(have, want) {
		t.Error("README's table of the labels is not what the code does: run go test ./notes -run Documented -update")
	}
}

// labelsTable is a line of docs/LABELS.md for each label.
func labelsTable() string {
	var b strings.Builder
	b.WriteString("| label | also written | whose, when nobody is named | what may become of it |\n|---|---|---|---|\n")
	for _, k := range LabelKinds {
		states := stateList(k, func(s State, asks string) string {
			switch {
			case k.Mine != nil && !slices.Contains(k.Mine, s):
				return string(s) + " (theirs only)"
			case s == Told:
				return string(s) + " (" + asks + ")"
			}
			return string(s)
		})
		if k.Hidden {
			states = "never filed, never shown beside the person; may still have to be disclosed"
		}
		also := slices.Clone(k.Also)
		if k.Label == Todo {
			also = append(also, "a checkbox")
		}
		fmt.Fprintln(&b, tableLine(string(k.Label), strings.Join(also, ", "), whose(k, "me: I bring it", " brings it"), states))
	}
	return b.String()
}

// readmeTable is a line of README for each label.
func readmeTable() string {
	var b strings.Builder
	for _, k := range LabelKinds {
		var also []string
		for _, w := range k.Also {
			also = append(also, "`"+w+"`")
		}
		if k.Label == Todo {
			also = append(also, "`- [ ]`")
		}
		states := stateList(k, func(s State, asks string) string {
			said := "`(" + string(s) + ")`"
			if asks != "" {
				said = "`(" + string(s) + ": " + asks + ")`"
			}
			if k.Mine != nil && !slices.Contains(k.Mine, s) {
				return "of theirs also " + said
			}
			return said
		})
		states = strings.ReplaceAll(states, ", of theirs", "; of theirs")
		fmt.Fprintln(&b, tableLine("`"+string(k.Label)+"`", strings.Join(also, ", "), whose(k, "me", ""), states, k.Listed))
	}
	return b.String()
}

func tableLine(cells ...string) string {
	line := "|"
	for _, c := range cells {
		if c != "" {
			line += " " + c
		}
		line += " |"
	}
	return line
}

// whose says who acts in a line that names nobody; brings is what is added of them on the agenda.
func whose(k LabelKind, manager, brings string) string {
	switch {
	case k.Hidden:
		return ""
	case k.Owner == NotSaid:
		return "not said yet"
	case k.Owner == Manager:
		return manager
	case k.View == Ask.Kind().View:
		return "the note's person" + brings
	}
	return "the note's person"
}

func stateList(k LabelKind, say func(s State, asks string) string) string {
	asks := map[State]string{Told: "why not", Dropped: "why", Rewarded: "how", Declined: "why", Learned: "what"}
	var list []string
	for _, s := range k.States {
		list = append(list, say(s, asks[s]))
	}
	return strings.Join(list, ", ")
}
