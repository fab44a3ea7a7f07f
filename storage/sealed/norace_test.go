//go:build !race

package sealed

const underRace = false
