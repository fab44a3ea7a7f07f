package paper

import (
	"errors"
	"net/url"
	"strings"
)

// ErrNoLink is returned for an address that is none of the web and no mail address: a file, a script or another computer's
// folder is never opened, whoever wrote it into a note.
var ErrNoLink = errors.New("paper: not a link that is opened")

// OpenLink opens a link of a note with the system's program for it. A mail never brings a file along that the link asks for.
func OpenLink(u *url.URL) error { return openLink(Open, u) }

func openLink(open func(*url.URL) error, u *url.URL) error {
	safe, ok := safeLink(u)
	if !ok {
		return ErrNoLink
	}
	return open(safe)
}

// safeLink is a link as it may be opened.
func safeLink(u *url.URL) (*url.URL, bool) {
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u, u.Hostname() != "" && u.Opaque == ""
	case "mailto":
		safe := *u
		var kept []string
		for part := range strings.SplitSeq(u.RawQuery, "&") {
			name, _, _ := strings.Cut(part, "=")
			if plain, err := url.QueryUnescape(name); err == nil && part != "" && !strings.HasPrefix(strings.ToLower(plain), "attach") {
				kept = append(kept, part)
			}
		}
		safe.RawQuery = strings.Join(kept, "&")
		return &safe, u.Opaque != ""
	}
	return nil, false
}
