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

// TestAQueueThatIsClosedMeanwhileEndsNothing passes on what is to be done while the toolkit closes its queue, which panics.
func TestAQueueThatIsClosedMeanwhileEndsNothing(t *testing.T) {
	queue := make(chan func(), 1)
	close(queue)
	b := &background{pass: func(f func()) { queue <- f }}
	b.do(func() { t.Error("done, and nobody is left to do it") })
}

// TestWhatGoesWrongWhileItIsDoneIsNotHidden is the same panic, of what is done.
func TestWhatGoesWrongWhileItIsDoneIsNotHidden(t *testing.T) {
	b := &background{pass: func(f func()) { f() }}
	for _, wrong := range []func(){
		func() {
			closed := make(chan int, 1)
			close(closed)
			closed <- 1
		},
		func() { panic("wrong") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("it is hidden")
				}
			}()
			b.do(wrong)
		}()
	}
}

// TestNothingIsDoneBesideTheEnd ends as on SIGTERM, where the toolkit's loop is over before the app knows.
func TestNothingIsDoneBesideTheEnd(t *testing.T) {
	b := &background{pass: func(f func()) { f() }, over: make(chan struct{})}
	saves := false
	ending(b, func() {
		b.do(func() { t.Error("done where the end is under way") })
		saves = true
		select {
		case <-b.over:
			t.Error("nobody ends a program that can't save")
		default:
		}
	})()
	if !saves {
		t.Error("it ends without saving")
	}
}
