package googledocs_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"handback/notes/incoming"
	"handback/notes/incoming/googledocs"
	"handback/notes/incoming/incomingtest"
)

// The shapes are those of Google Docs: a saved page has its styles as classes, what is pasted has them at each piece.
func TestPages(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"paragraphs", "<p>one</p><p></p><p>two</p>", "one\n\ntwo"},
		{"a heading", "<h2 id=\"h.x\"><span class=\"c1\">27 Nov 2026</span></h2><p>hello</p>", "## 27 Nov 2026\nhello"},
		{"bold by class", "<style>.c1{font-weight:700}.c2{color:red}</style><p><span class=\"c1\">27 Nov 2026</span></p><p class=\"c2\">x</p>", "**27 Nov 2026**\nx"},
		{"bold by style", "<b style=\"font-weight:normal;\"><p><span style=\"font-weight:700\">Bold</span><span> not</span></p></b>", "**Bold** not"},
		{"two pieces of one bold line", "<p><b>27 Nov</b><b> 2026</b></p>", "**27 Nov 2026**"},
		{"a list", "<ul><li>one</li><li>two<ul><li>below</li></ul></li></ul>", "- one\n- two\n  - below"},
		{"Google's list in a list", "<ul class=\"lst-kix_a-0\"><li>one</li></ul><ul class=\"lst-kix_a-1\"><li>below</li></ul>", "- one\n  - below"},
		{"a numbered list", "<ol start=\"3\"><li>three</li><li>four</li></ol>", "3. three\n4. four"},
		{"a pasted checklist", "<ul><li role=\"checkbox\" aria-checked=\"false\"><p>send it</p></li><li aria-checked=\"true\"><p>ask her</p></li></ul>", "- [ ] send it\n- [x] ask her"},
		{"a box", "<p><input type=\"checkbox\" checked> send it</p>", "- [x] send it"},
		{"a table", "<table><tr><td>a</td><td>b</td></tr><tr><td><p>c</p></td><td><p>d</p></td></tr></table>", "a | b\nc | d"},
		{"a wrapped link", "<p>see <a href=\"https://www.google.com/url?q=https://example.org/a%3Fb%3Dc&amp;sa=D\">this</a></p>", "see this (https://example.org/a?b=c)"},
		{"a link that says itself", "<p><a href=\"https://example.org\">https://example.org</a></p>", "https://example.org"},
		{"lines", "<p>one<br>two</p>", "one\ntwo"},
		{"code", "<pre>todo: x\n  y</pre>", "```\ntodo: x\n  y\n```"},
		{"a script", "<script>var x = 1</script><p>one</p>", "one"},
		{"struck", "<p><s>old</s> new</p>", "~~old~~ new"},
		{"entities", "<p>Tom &amp; Ana&nbsp;Lima</p>", "Tom & Ana Lima"},
		{"no page", "hello", "hello"},
		{"nothing", "", ""},
		{"never closed", "<h1>a<p>b<ul><li>c", "# a\nb\n- c"},
		{"deep", strings.Repeat("<div>", 5000) + "deep", "deep"},
		{"not so deep", strings.Repeat("<div>", 490) + "deep", "deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, loose := googledocs.Markdown(c.page)
			for _, l := range loose {
				got += "~ " + l
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestADocument(t *testing.T) {
	const page = `<html><head><meta charset="utf-8"><title>Ana Lima 1:1</title><style>.c3{font-weight:700}</style></head><body class="doc-content">
<h1><span>Ana Lima 1:1</span></h1><p><span class="c3">Nov 27, 2026</span></p><ul class="lst-kix_x-0 start"><li><span>todo: draft the plan</span></li></ul>
<p><span>The todo: is not at the start</span></p><p></p><p><span class="c3">Nov 20, 2026 | Weekly</span></p><p><span>Quiet week.</span></p></body></html>`
	tree := fstest.MapFS{"AnaLima11.html": {Data: []byte(page)}, "images/image1.png": {Data: []byte("x")}}
	if sure, err := googledocs.Format.Reads(tree); sure != 35 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	const want = `=== AnaLima11.html#Nov 27, 2026 | AnaLima11.html:0 | Ana Lima | 2026-11-27 | 
- todo: draft the plan
The todo: is not at the start
~ Ana Lima 1:1
=== AnaLima11.html#Nov 20, 2026 | Weekly | AnaLima11.html:0 | Ana Lima | 2026-11-20 | Weekly
Quiet week.
--- images/image1.png:0 An attachment. It stays where it is.
`
	if got := incomingtest.Read(t, googledocs.Format, tree, incoming.Options{}).String(); got != want {
		t.Errorf("%s", got)
	}
}

func TestMarkdownOfGoogleDocs(t *testing.T) {
	text := "# **Ana \\- 1:1**\n\n## Nov 27, 2026\n\n\\- todo: not mine\nfine\\! 1\\. one\n- [ ] send it\n![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\n"
	tree := fstest.MapFS{"Ana.md": {Data: []byte(text)}}
	if sure, err := googledocs.Format.Reads(tree); sure != 40 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	const want = "=== Ana.md#Nov 27, 2026 | Ana.md:3 | Ana | 2026-11-27 | \n\\- todo: not mine\nfine! 1. one\n- [ ] send it\n![][image1]\n~ Ana - 1:1\n~ image1\n"
	if got := incomingtest.Read(t, googledocs.Format, tree, incoming.Options{}).String(); got != want {
		t.Errorf("%q", got)
	}
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"<h2>27 Nov 2026</h2><p>hello", "<ul><li aria-checked=true>x</ul>", "<table><tr><td><p>a<td>b</table>", "<pre>x</pre><ol><ol><li><h1>",
		"<p><b>2026-11-27</b></p><div><p>a", "<li><br><td><li>", "<!-- x --><a href='mailto:x'>y",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		incomingtest.Read(t, googledocs.Format, fstest.MapFS{"a.html": {Data: b}}, incoming.Options{})
	})
}
