package main

import (
	"errors"
	"strings"
	"testing"
)

// TestADisplayThatIsNotThereIsSaid holds that nobody sees a panic of the toolkit for it, and that any other panic stays one.
func TestADisplayThatIsNotThereIsSaid(t *testing.T) {
	t.Setenv("DISPLAY", ":99")
	err := started(func() error { panic(errors.New("NotInitialized: The GLFW library is not initialized")) })
	if err == nil || !strings.Contains(err.Error(), "can't reach the display") || !strings.Contains(err.Error(), ":99") {
		t.Errorf("it says %v", err)
	}
	want := errors.New("the journal is damaged")
	if err := started(func() error { return want }); !errors.Is(err, want) {
		t.Errorf("an error becomes %v", err)
	}
	for _, other := range []any{errors.New("index out of range"), "a string"} {
		func() {
			defer func() {
				if got := recover(); got != other {
					t.Errorf("%v becomes %v", other, got)
				}
			}()
			_ = started(func() error { panic(other) })
		}()
	}
}
