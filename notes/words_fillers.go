package notes

// fillers are words that say no more of what is to be done.
var fillers = words("a an the please pls just also already finally again now today yesterday to " +
	"der die das den bitte schon el la los las le les")
