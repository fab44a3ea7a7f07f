package paper

import "testing"

func TestADriveIsNoHost(t *testing.T) {
	for path, want := range map[string]string{
		"/tmp/a b/page.html":          "file:///tmp/a%20b/page.html",
		"C:/Users/Jörg/Temp/page.pdf": "file:///C:/Users/J%C3%B6rg/Temp/page.pdf",
	} {
		if got := addressOf(path).String(); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}
