package paper

import (
	"errors"
	"net/url"
	"testing"
)

func TestOnlyTheWebAndMailAreOpened(t *testing.T) {
	for _, c := range []struct{ link, opens string }{
		{"https://example.org/a?b=c#d", "https://example.org/a?b=c#d"},
		{"HTTP://example.org", "HTTP://example.org"},
		{"mailto:ana@example.org?subject=Hello", "mailto:ana@example.org?subject=Hello"},
		{"mailto:ana@example.org?attach=/etc/passwd&subject=Hi", "mailto:ana@example.org?subject=Hi"},
		{"mailto:ana@example.org?Attachment=~/.ssh/id_ed25519", "mailto:ana@example.org"},
		{"mailto:ana@example.org?%61ttach=/etc/passwd", "mailto:ana@example.org"},
		{"mailto:", ""},
		{"file:///etc/passwd", ""},
		{"file://server/share/x.exe", ""},
		{"javascript:alert(1)", ""},
		{"data:text/html,<script>alert(1)</script>", ""},
		{"//server/share", ""},
		{`\\server\share\x.exe`, ""},
		{"smb://server/share", ""},
		{"ssh://server", ""},
		{"ftp://server/x", ""},
		{"vscode://file/etc/passwd", ""},
		{"ms-settings:privacy", ""},
		{"search-ms:query=x&crumb=location:\\\\server\\share", ""},
		{"https:///etc/passwd", ""},
		{"https:opaque", ""},
		{"/etc/passwd", ""},
		{"", ""},
	} {
		t.Run(c.link, func(t *testing.T) {
			u, err := url.Parse(c.link)
			if err != nil {
				t.Skip("it is no address at all")
			}
			opened := ""
			err = openLink(func(u *url.URL) error { opened = u.String(); return nil }, u)
			if want := want(c.opens, u); opened != want {
				t.Errorf("opened %q, not %q", opened, want)
			}
			if errors.Is(err, ErrNoLink) != (c.opens == "") {
				t.Errorf("%v", err)
			}
		})
	}
}

// want is the address as it is written after it was read.
func want(opens string, read *url.URL) string {
	if opens == read.String() || opens == "" {
		return opens
	}
	u, err := url.Parse(opens)
	if err != nil {
		return opens
	}
	return u.String()
}
