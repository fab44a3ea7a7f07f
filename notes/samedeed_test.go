package notes

import "testing"

func TestTheSameDeedAnotherTime(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"ran the incident review", "ran her first incident review", true},
		{"run the incident review", "ran the incident review", true},
		{"covered the night shift", "covers the night shift again", true},
		{"cover the night shift", "covered the night shift #ward", true},
		{"closed the till alone on Saturday", "closed the till alone on a Saturday in May", true},
		{"closed the till", "closed the account", false},
		{"wrote the release guide", "wrote the release mail", false},
		{"demo", "demo", true},
		{"demo", "demo for the board", false},
		{"review", "ran the incident review", false},
		{"", "", false},
		{"the", "the", false},
	} {
		t.Run(c.a+"/"+c.b, func(t *testing.T) {
			if got := DeedOf(c.a).Same(DeedOf(c.b)); got != c.want {
				t.Errorf("SameDeed = %v", got)
			}
			if DeedOf(c.b).Same(DeedOf(c.a)) != c.want {
				t.Error("the other way round it is another")
			}
		})
	}
}
