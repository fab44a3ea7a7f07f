package paper

import (
	"bytes"
	"strings"
	"testing"

	"handback/notes/document"
)

// TestWhatLeavesOpensNothing writes lines with all kinds of addresses, and looks for what a reader of PDFs or a browser would
// follow, start or fetch by itself.
func TestWhatLeavesOpensNothing(t *testing.T) {
	const evil = `https://example.org javascript:alert(1) file:///etc/passwd \\server\share data:text/html,x <a >x</a> [x](https://example.org) ![x](https://example.org/x.png)`
	d := document.Document{Title: evil, Lead: []string{evil}, Parts: []document.Part{{Title: evil, Lines: []document.Line{{Text: evil}}}}}
	pdf, err := PDF(d, A4)
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []string{
		"/URI", "/Launch", "/JavaScript", "/JS", "/OpenAction", "/SubmitForm", "/Type /Filespec", "/GoToR",
		"/Annots",
	} {
		t.Run(of, func(t *testing.T) {
			if bytes.Contains(pdf, []byte(of)) {
				t.Error("the PDF has one")
			}
		})
	}
	for name, page := range map[string]string{"saved": document.HTML(d), "printed": document.HTMLToPrint(d)} {
		for _, of := range []string{
			"<a ", "href=", "src=", "<img", "<iframe", "<link", "<object", "<embed", "<form",
			"@import", "url(", "http-equiv=\"refresh",
		} {
			t.Run(name+" "+of, func(t *testing.T) {
				if strings.Contains(strings.ToLower(page), of) {
					t.Error("the page has one")
				}
			})
		}
	}
}
