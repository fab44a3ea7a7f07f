package letgo_test

import (
	"os"
	"testing"
	"time"
	_ "unsafe" // for the name of Fyne's variable, which no package may import

	_ "fyne.io/fyne/v2/widget"

	_ "handback/ui/letgo"
)

//go:linkname validDuration fyne.io/fyne/v2/internal/cache.ValidDuration
var validDuration time.Duration

func TestFyneLetsGoOfWhatLeftTheScreen(t *testing.T) {
	want, err := time.ParseDuration(os.Getenv("FYNE_CACHE"))
	if err != nil {
		t.Fatal(err)
	}
	if validDuration != want {
		t.Errorf("Fyne keeps what left the screen for %v, not for %v: it was initialised first", validDuration, want)
	}
}
