package googledocs_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes/incoming/googledocs"
)

// TestNoWordOfAPageIsLost nests elements as they come, whether or not they may stand in each other.
func TestNoWordOfAPageIsLost(t *testing.T) {
	tags := []string{
		"p", "div", "span", "b", "s", "a href='https://example.org/x'", "h1", "h3", "ul", "ol", "li", "li aria-checked='true'", "table", "tr", "td",
		"pre", "blockquote", "section", "br", "hr", "input type='checkbox'", "b style='font-weight:normal'", "summary", "code", "sup",
	}
	rapid.Check(t, func(t *rapid.T) {
		n := 0
		var page strings.Builder
		for range rapid.IntRange(1, 40).Draw(t, "pieces") {
			tag := rapid.SampledFrom(tags).Draw(t, "tag")
			switch name, _, _ := strings.Cut(tag, " "); rapid.SampledFrom([]string{"word", "open", "shut", "row"}).Draw(t, "what") {
			case "open":
				page.WriteString("<" + tag + ">")
			case "shut":
				page.WriteString("</" + name + ">")
			case "row":
				fmt.Fprintf(&page, "<table><tr><td>w%dq<td><%s>w%dq</%s><td>w%dq</table>", n+1, tag, n+2, name, n+3)
				n += 3
			default:
				n++
				fmt.Fprintf(&page, " w%dq ", n)
			}
		}
		text, loose := googledocs.Markdown(page.String())
		all := text + "\n" + strings.Join(loose, "\n")
		for i := 1; i <= n; i++ {
			if word := fmt.Sprintf("w%dq", i); strings.Count(all, word) != 1 {
				t.Fatalf("%s is there %d times in %q of %q", word, strings.Count(all, word), all, page.String())
			}
		}
	})
}
