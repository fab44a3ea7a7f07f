//go:build race

package sealed

const underRace = true
