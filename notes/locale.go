package notes

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// Locale is what the manager's country does with times and weeks. The zero Locale is that of a country that is not known:
// weeks from Monday, 24 hours. It is for what is shown: what is kept, and what dates in words mean, is the same everywhere.
type Locale struct {
	afterMonday int  // how many days after Monday weeks begin
	twelve      bool // "2:05 PM" for "14:05"
	letter      bool // paper is US Letter, not A4
}

// Where weeks begin on another day than Monday, and where times are said in twelve hours, by the CLDR, version 48.
const (
	fromFriday   = " MV "
	fromSaturday = " AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY "
	fromSunday   = " AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE " +
		"PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW "
	twelveHours = " AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD GH GM GR GT GU " +
		"GY HK HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NI NZ OM PA PE PG PH PK PR PS PW PY QA SA " +
		"SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM "
)

// Where paper is US Letter, by the CLDR, version 48.
const letterPaper = " BZ CA CL CO CR GT MX NI PA PH PR SV US VE "

// LocaleOf reads the name that a system gives to a locale: "en_US.UTF-8", "de_DE@euro", "en-GB", "pt". One that says
// nothing of a country ("C", "POSIX", "") is the zero Locale.
func LocaleOf(name string) Locale {
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	if name == "" || name == "C" || name == "POSIX" {
		return Locale{}
	}
	tag, err := language.Parse(strings.ReplaceAll(name, "_", "-"))
	if err != nil {
		return Locale{}
	}
	region, _ := tag.Region() // the likeliest, where only the language is known
	base, _ := tag.Base()
	in := func(list string) bool { return strings.Contains(list, " "+region.String()+" ") }
	l := Locale{letter: in(letterPaper), twelve: in(twelveHours) && !(region.String() == "CA" && base.String() == "fr")}
	switch {
	case in(fromFriday):
		l.afterMonday = 4
	case in(fromSaturday):
		l.afterMonday = 5
	case in(fromSunday):
		l.afterMonday = 6
	}
	return l
}

// Letter reports whether paper there is US Letter rather than A4.
func (l Locale) Letter() bool { return l.letter }

// FirstDay is the day on which a week of the calendar begins.
func (l Locale) FirstDay() time.Weekday { return time.Weekday((l.afterMonday + 1) % 7) }

// SayTime is a time of day, kept as "09:00", as people there say it: "9:00" or "9:00 AM"; "" where there is none. ReadTime
// reads it back.
func (l Locale) SayTime(at string) string {
	t, err := time.Parse(clockLayout, at)
	switch {
	case err != nil:
		return ""
	case l.twelve:
		return t.Format("3:04 PM")
	}
	return strconv.Itoa(t.Hour()) + t.Format(":04")
}
