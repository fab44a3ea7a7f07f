// Package lookback is what Look back shows: everything that the journal holds about one person over the years, as one
// stream of dated lines, the newest first. Past is the facts; Show makes the lines, Filter chooses among them, and the rest
// says where in the years they stand.
package lookback
