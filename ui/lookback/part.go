package lookback

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes/lookback"
)

// The part of a place keeps the kinds that are shown and the month in view: "1,2@2025-03".

const partMonth = "2006-01"

func sayPart(kinds map[lookback.Kind]bool, in *lookback.Month) string {
	var said []string
	for _, k := range lookback.Kinds {
		if kinds[k] {
			said = append(said, strconv.Itoa(int(k)))
		}
	}
	part := strings.Join(said, ",")
	if in != nil {
		part += "@" + time.Date(in.Year, in.Month, 1, 0, 0, 0, 0, time.UTC).Format(partMonth)
	}
	return part
}

// readPart reads what sayPart wrote; what it does not know it leaves out.
func readPart(part string) (kinds map[lookback.Kind]bool, month time.Time) {
	said, in, _ := strings.Cut(part, "@")
	for _, s := range strings.Split(said, ",") {
		n, err := strconv.Atoi(s)
		if k := lookback.Kind(n); err == nil && slices.Contains(lookback.Kinds, k) {
			if kinds == nil {
				kinds = map[lookback.Kind]bool{}
			}
			kinds[k] = true
		}
	}
	month, err := time.Parse(partMonth, in)
	if err != nil {
		return kinds, time.Time{}
	}
	return kinds, month
}
