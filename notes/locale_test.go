package notes

import (
	"testing"
	"time"
)

func TestLocales(t *testing.T) {
	const morning, afternoon = "9:05", "14:05"
	cases := map[string]struct {
		first time.Weekday
		said  string // of 14:05
	}{
		"en_US.UTF-8":   {time.Sunday, "2:05 PM"},
		"en_US":         {time.Sunday, "2:05 PM"},
		"en-US":         {time.Sunday, "2:05 PM"},
		"en":            {time.Sunday, "2:05 PM"},
		"en_CA.UTF-8":   {time.Sunday, "2:05 PM"},
		"fr_CA.UTF-8":   {time.Sunday, "14:05"},
		"en_AU.UTF-8":   {time.Monday, "2:05 PM"},
		"en_NZ.UTF-8":   {time.Monday, "2:05 PM"},
		"en_IN":         {time.Sunday, "2:05 PM"},
		"en_PH.UTF-8":   {time.Sunday, "2:05 PM"},
		"ar_EG.UTF-8":   {time.Saturday, "2:05 PM"},
		"ar_AE.UTF-8":   {time.Monday, "2:05 PM"},
		"fa_IR":         {time.Saturday, "14:05"},
		"dv_MV":         {time.Friday, "14:05"},
		"ja_JP.UTF-8":   {time.Sunday, "14:05"},
		"he_IL.UTF-8":   {time.Sunday, "14:05"},
		"pt_BR.UTF-8":   {time.Sunday, "14:05"},
		"en_GB.UTF-8":   {time.Monday, "14:05"},
		"en_IE.UTF-8":   {time.Monday, "14:05"},
		"de_DE@euro":    {time.Monday, "14:05"},
		"de_DE.UTF-8":   {time.Monday, "14:05"},
		"de":            {time.Monday, "14:05"},
		"fr_FR.UTF-8":   {time.Monday, "14:05"},
		"zh-Hant-TW":    {time.Sunday, "2:05 PM"},
		"C":             {time.Monday, "14:05"},
		"C.UTF-8":       {time.Monday, "14:05"},
		"POSIX":         {time.Monday, "14:05"},
		"":              {time.Monday, "14:05"},
		"no such thing": {time.Monday, "14:05"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in := LocaleOf(name)
			if in.FirstDay() != c.first || in.SayTime(afternoon) != c.said {
				t.Errorf("weeks begin on %s, 14:05 is %s", in.FirstDay(), in.SayTime(afternoon))
			}
			for _, kept := range []string{"00:00", "00:30", "09:05", "12:00", "12:30", "23:59"} {
				if at, ok := ReadTime(in.SayTime(kept)); !ok || at != kept {
					t.Errorf("%s is said as %q, which reads as %q", kept, in.SayTime(kept), at)
				}
			}
			if in.SayTime("") != "" || in.SayTime("later") != "" {
				t.Error("no time is said as one")
			}
		})
	}
	if got := (Locale{}).SayTime("09:05"); got != morning {
		t.Errorf("09:05 is said as %q", got)
	}
}

func TestPaperIsThatOfTheCountry(t *testing.T) {
	for name, letter := range map[string]bool{"en_US.UTF-8": true, "fr_CA": true, "es_MX": true, "en_GB": false, "de_DE": false, "": false} {
		t.Run(name, func(t *testing.T) {
			if got := LocaleOf(name).Letter(); got != letter {
				t.Errorf("Letter is %v", got)
			}
		})
	}
}
