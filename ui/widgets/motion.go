package widgets

import "time"

// A menu, a fold and a toast move a little when they come, so that the eye sees where from; nothing else does. Each
// motion is a handful of frames, and after the last one nothing is drawn until something happens.

// moveTime is how long a motion takes, frameTime how long one frame of it is shown.
const (
	moveTime  = 120 * time.Millisecond
	frameTime = 16 * time.Millisecond
)

// mover is what runs the frames; without it nothing moves.
var mover struct {
	after func(d time.Duration, f func()) (stop func())
	now   func() time.Time
}

// Moving lets menus, folds and toasts move, on a clock. Nil functions stop that: everything is where it goes at once.
func Moving(after func(d time.Duration, f func()) (stop func()), now func() time.Time) {
	mover.after, mover.now = after, now
}

// glide calls step with how much of a motion is done, at once with 0, at last with 1, and then done. It is for the UI
// goroutine, as what it calls is. Stop ends it where it is. Where nothing moves, step(1) and done are called at once.
func glide(step func(part float32), done func()) (stop func()) {
	if mover.after == nil {
		step(1)
		done()
		return func() {}
	}
	after, now := mover.after, mover.now
	begun, stopped := now(), false
	var halt func()
	var frame func()
	frame = func() {
		if stopped {
			return
		}
		part := float32(now().Sub(begun)) / float32(moveTime)
		if part >= 1 || part < 0 { // the clock may be set back
			stopped = true
			step(1)
			done()
			return
		}
		step(eased(part))
		halt = after(frameTime, frame)
	}
	frame()
	return func() {
		stopped = true
		if halt != nil {
			halt()
		}
	}
}

// eased begins fast and comes to rest slowly.
func eased(part float32) float32 {
	left := 1 - part
	return 1 - left*left*left
}
