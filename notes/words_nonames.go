package notes

import "strings"

// noNames are words that sentences often begin with and that are nobody's name, nor a month's or a thing's ("Will", "May").
var noNames = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`a an the this that these those such another other
		we you they he she it my our your their his her its we'd we'll we're we've you'd you'll you're you've they'd they'll they're
		they've he'd he's she'd she's it's that's there's let's
		no not never nobody nothing none only all any anybody anyone anything both each either every everybody everyone
		everything few less many more most much neither several some somebody someone something
		if unless until when whenever where wherever whether while because before after since as though although once
		about above across after against along among around at behind below beside between beyond by despite down during except
		for from in inside into like near of off on onto out outside over past per through to toward towards under up upon via with
		within without
		and but nor or so than then too also just still already again always often sometimes soon now today tomorrow yesterday
		here there how what which who whose why
		am are aren't be been being can can't cannot could couldn't did didn't do does doesn't doing don't had hadn't has hasn't
		have haven't having is isn't must mustn't shall should shouldn't was wasn't were weren't won't would wouldn't
		yes maybe perhaps please one two three four five six seven eight nine ten`) {
		words[w] = true
	}
	return words
}()
