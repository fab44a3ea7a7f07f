// Package search words what a search found, filters by period and tag, and matches names as they are typed into the
// quick switcher. The search itself is storage's.
package search
