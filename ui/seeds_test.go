package ui

import (
	"flag"

	_ "pgregory.net/rapid" // has the flag
)

// seeds is how many fixed seeds a random walk takes: so many, or as many as -rapid.checks says where it is given.
func seeds(usual uint64) uint64 {
	flag.Visit(func(f *flag.Flag) {
		if n, ok := f.Value.(flag.Getter); ok && f.Name == "rapid.checks" {
			if n, ok := n.Get().(int); ok {
				usual = uint64(n)
			}
		}
	})
	return usual
}
