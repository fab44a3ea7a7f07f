package notes

import "handback/notes/voice"

// Say says where the target of a goal was moved to.
func (m TargetMove) Say(today Date) string {
	if m.To == "" {
		return voice.T("target date removed")
	}
	return voice.T("target moved to {day}", "day", SayDate(m.To, today))
}
