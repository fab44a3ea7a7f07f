// Package decisions is the lead balance: who decided what, by area and level, as the Decisions screen shows it, and
// what its forms change. Begin with ShowMirror; docs/PROMPTS.md says how it counts.
package decisions
