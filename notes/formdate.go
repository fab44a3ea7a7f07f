package notes

import "strings"

// ReadFormDate reads a day as it is typed into a form: any date that a line may say. Nothing typed is no day.
func ReadFormDate(field, typed string, today Date) (Date, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", nil
	}
	if d := Date(typed); d.Valid() {
		return d, nil
	}
	return "", Invalid{Field: field, Why: "There is no such day. Write it like 4 Dec or " + string(today) + "."}
}
