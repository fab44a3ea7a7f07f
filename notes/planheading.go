package notes

import "handback/notes/voice"

// PlanHeading begins the note of a plan for a quarter. Without a quarter it is what all of them begin with.
func PlanHeading(quarter string) string {
	return "# " + voice.T("Plan for {quarter}", "quarter", quarter)
}
