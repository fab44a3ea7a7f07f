package notes

// mostCells bounds the table of an exact comparison; longer changes are compared by their unrepeated lines alone.
const mostCells = 1 << 20

// matchLines pairs equal lines of a and b, in order: for each line of a the line of b that it became, -1 where it went.
func matchLines(a, b []string) []int {
	m := make([]int, len(a))
	for i := range m {
		m[i] = -1
	}
	lo := 0
	for lo < len(a) && lo < len(b) && a[lo] == b[lo] {
		m[lo] = lo
		lo++
	}
	ha, hb := len(a), len(b)
	for ha > lo && hb > lo && a[ha-1] == b[hb-1] {
		ha--
		hb--
		m[ha] = hb
	}
	pair := longestCommon
	if (ha-lo)*(hb-lo) > mostCells {
		pair = commonUnique
	}
	pair(a[lo:ha], b[lo:hb], func(i, j int) { m[lo+i] = lo + j })
	return m
}

// longestCommon calls match for each pair of a longest common subsequence.
func longestCommon(a, b []string, match func(i, j int)) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	width := len(b) + 1
	longest := make([]int32, (len(a)+1)*width) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			match(i, j)
			i++
			j++
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			i++
		default:
			j++
		}
	}
}

// commonUnique calls match for each pair of a longest increasing sequence of lines that stand once in a and once in b.
func commonUnique(a, b []string, match func(i, j int)) {
	type place struct{ i, j, before int }
	where := map[string]int{} // in b; -1 for a line that is repeated
	for j, line := range b {
		if _, twice := where[line]; twice {
			j = -1
		}
		where[line] = j
	}
	counts := map[string]int{}
	for _, line := range a {
		counts[line]++
	}
	var places []place
	var ends []int // the place that ends the best sequence of each length
	for i, line := range a {
		j, ok := where[line]
		if !ok || j < 0 || counts[line] != 1 {
			continue
		}
		lo, hi := 0, len(ends)
		for lo < hi {
			if mid := (lo + hi) / 2; places[ends[mid]].j < j {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		p := place{i, j, -1}
		if lo > 0 {
			p.before = ends[lo-1]
		}
		places = append(places, p)
		if lo == len(ends) {
			ends = append(ends, 0)
		}
		ends[lo] = len(places) - 1
	}
	if len(ends) == 0 {
		return
	}
	for p := ends[len(ends)-1]; p >= 0; p = places[p].before {
		match(places[p].i, places[p].j)
	}
}

// hunk says that the lines from..to of one text became lines.
type hunk struct {
	from, to int
	lines    []string
	at       int // where lines stand in the other text
}

func (h hunk) inserts() bool { return h.from == h.to }

// hunksOf lists what changed between a and b that matchLines paired, in order.
func hunksOf(a, b []string, m []int) []hunk {
	var hunks []hunk
	i, j := 0, 0
	for k := 0; k <= len(a); k++ {
		at := len(b)
		if k < len(a) {
			if at = m[k]; at < 0 {
				continue
			}
		}
		if k > i || at > j {
			hunks = append(hunks, hunk{from: i, to: k, lines: b[j:at], at: j})
		}
		i, j = k+1, at+1
	}
	return hunks
}
