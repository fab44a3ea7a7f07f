package whosecall

import (
	"testing"

	"handback/notes"
)

func TestEveryLabelIsLeftAloneOrReadAsItsRowSays(t *testing.T) {
	const told, handedUp = "told her to use Kafka", "wants me to decide on the vendor"
	for _, line := range []string{told, handedUp} {
		if _, found := Find(line, ana); !found {
			t.Fatalf("nothing is found in %q", line)
		}
	}
	for _, k := range notes.LabelKinds {
		t.Run(string(k.Label), func(t *testing.T) {
			for _, word := range k.Words() {
				if hit, found := Find(word+": "+told, ana); found {
					t.Errorf("in a line of %q it finds %s", word, hit.Rule)
				}
				hit, found := Find(word+": "+handedUp, ana)
				if found != k.Upward || found && hit.Rule != Upward {
					t.Errorf("in a line of %q that hands a call up it finds %q", word, hit.Rule)
				}
			}
		})
	}
}
