// Package handover is what a manager who takes over is given about a person, and the agenda of the talk between the three.
// Show makes the pack from what the journal holds; the person reads it first, and what the manager changes and what the
// person says to it is kept beside it (Kept). Both leave the journal as a document.
package handover
