// Package stepin is leading from in front and handing back: the signals at which a manager may ask whether to step in,
// the smallest helps first, the forms of a step-in and of a crisis, and what handing back does. Begin with ShowSignals,
// then Form; the stored value is notes.SteppingIn.
package stepin
