package look

import (
	"hash/fnv"
	"image/color"
	"slices"
)

// discHues are eight round the circle, far enough apart that any two are told from each other, on paper and in the dark.
var discHues = []color.NRGBA{
	rgb(0xB64700), rgb(0x036EAE), rgb(0x48801F), rgb(0x8C399E), rgb(0x00817B), rgb(0x926F00), rgb(0xAD274D), rgb(0x5349B9),
}

// hueOf is the hue of each person, as a place in discHues.
var hueOf = map[string]int{}

// SeatDiscs gives hues to people, in the order in which they came: of those that the fewest have, the one that is nearest to what
// tells the person from all others. So no two of a small team look alike, and nobody's hue changes when others come, or under
// another name. Anybody else is seated behind them when first seen.
func SeatDiscs(people []string) {
	clear(hueOf)
	for _, p := range people {
		seat(p)
	}
}

func seat(person string) int {
	if hue, known := hueOf[person]; known {
		return hue
	}
	taken := make([]int, len(discHues))
	for _, hue := range hueOf {
		taken[hue]++
	}
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(person)) // a hash never fails
	hue := int(mixed(sum.Sum32()) % uint32(len(discHues)))
	for taken[hue] > slices.Min(taken) {
		hue = (hue + 3) % len(discHues) // three on, it is not like those beside it
	}
	hueOf[person] = hue
	return hue
}

// DiscColors gives the ground and the initials' colour of a person's disc. What is given tells the person from all others.
func (p *Palette) DiscColors(person string) (ground, initials color.NRGBA) {
	return p.discColors(discHues[seat(person)])
}

// mixed spreads a hash over all its bits: its lowest hardly vary.
func mixed(hash uint32) uint32 {
	hash ^= hash >> 15
	hash *= 0x2c1b3c6d
	return hash ^ hash>>12
}

func (p *Palette) discColors(hue color.NRGBA) (ground, initials color.NRGBA) {
	if p.Dark {
		return Mix(p.Surface, hue, .50), Mix(hue, rgb(0xFFFFFF), .72)
	}
	return Mix(p.Surface, hue, .26), Mix(hue, p.Text, .35)
}
