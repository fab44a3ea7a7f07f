package ui

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

var errWorked = errors.New("worked")

func TestWhatIsDoneAtOnceIsToldAtOnce(t *testing.T) {
	b := &background{promptly: time.Hour}
	var told error
	b.Promptly(func() error { return errWorked }, func(err error) { told = err })
	if !errors.Is(told, errWorked) {
		t.Errorf("told %v before it returned", told)
	}
}

func TestWhatTakesLongerIsNotWaitedFor(t *testing.T) {
	test.NewTempApp(t) // runs what is to be done on the UI goroutine where it is called
	b := &background{promptly: time.Nanosecond}
	goOn, told := make(chan bool), make(chan error, 1)
	b.Promptly(func() error { <-goOn; return errWorked }, func(err error) { told <- err })
	select {
	case err := <-told:
		t.Fatalf("told %v before it was done", err)
	default:
	}
	close(goOn)
	if err := <-told; !errors.Is(err, errWorked) {
		t.Errorf("told %v", err)
	}
}

func TestAnEndedWindowIsToldNothingLate(t *testing.T) {
	test.NewTempApp(t)
	b := &background{promptly: time.Nanosecond, over: make(chan struct{})}
	goOn, worked := make(chan bool), make(chan bool)
	b.Promptly(func() error { <-goOn; defer close(worked); return nil }, func(error) { t.Error("told") })
	b.Stop()
	close(goOn)
	<-worked
}
