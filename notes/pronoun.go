package notes

// Pronoun is how texts of the app refer to a person. The app never guesses it.
type Pronoun string

// The pronouns that the app's texts know.
const (
	They Pronoun = "they"
	She  Pronoun = "she"
	He   Pronoun = "he"
)

// Subject is "she", "he" or "they".
func (p Pronoun) Subject() string {
	if p == "" {
		return string(They)
	}
	return string(p)
}

// Their is "her", "his" or "their".
func (p Pronoun) Their() string {
	switch p {
	case She:
		return "her"
	case He:
		return "his"
	}
	return "their"
}

// Object is "her", "him" or "them".
func (p Pronoun) Object() string {
	switch p {
	case She:
		return "her"
	case He:
		return "him"
	}
	return "them"
}

// Possessive is "hers", "his" or "theirs".
func (p Pronoun) Possessive() string {
	switch p {
	case She:
		return "hers"
	case He:
		return "his"
	}
	return "theirs"
}

// Verb is one where the pronoun is one person's and many after "they".
func (p Pronoun) Verb(one, many string) string {
	if p == She || p == He {
		return one
	}
	return many
}
