package pages

// The keys under which people and programs keep what every note has.
var (
	personKeys = []string{
		"person", "report", "employee", "with", "who", "attendee", "attendees", "participant", "participants", "people", "team member",
		"member", "name",
	}
	dayKeys  = []string{"date", "day", "meeting date", "meeting-date", "meeting_date", "when", "datum"}
	madeKeys = []string{
		"created", "creation date", "date created", "created-at", "created_at", "created at", "created time", "creation-date", "date_created",
	}
)

// aliasKeys are those under which a page says what else it is called; kindKeys what it is about.
var (
	aliasKeys = []string{"aliases", "alias", "nickname", "nicknames", "also known as", "aka"}
	kindKeys  = []string{"type", "kind", "category", "tags", "tag", "class"}
)

// ofPeople are words by which a page or its folder says that it is about a person.
var ofPeople = map[string]bool{
	"person": true, "people": true, "persons": true, "contact": true, "contacts": true, "colleague": true, "colleagues": true,
	"direct reports": true, "employee": true, "employees": true, "personen": true, "leute": true, "mitarbeiter": true, "@people": true,
}

// general are the names of folders that are nobody's, besides those that reading knows.
var general = map[string]bool{
	"diary": true, "calendar": true, "vault": true, "logs": true, "reviews": true, "goals": true, "resources": true, "areas": true,
	"attachments": true, "clippings": true, "zettelkasten": true, "days": true, "weeks": true, "management": true, "managing": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true, "company": true, "office": true, "staff": true,
	"talk": true, "talks": true, "chats": true, "conversations": true, "check-ins": true, "catch-ups": true, "interviews": true,
	"welcome": true, "documents": true, "downloads": true, "desktop": true, "obsidian": true, "joplin": true, "notion": true,
}
