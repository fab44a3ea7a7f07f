#!/usr/bin/env python3
"""Writes the instances of every calendar here as another implementation sees them: recurring-ical-events (on icalendar and
dateutil), which Debian has as python3-recurring-ical-events.

    apt-get install python3-recurring-ical-events && TZ=UTC python3 make.py

Each line is: start, end (UTC; days for what is a whole day; floating times are read in UTC), summary.

What recurring-ical-events 2.0.1 gets wrong is asked of dateutil and zoneinfo themselves, for the events named in BY_DATEUTIL: it
takes the second of a time that clocks show twice (RFC 5545, 3.3.5: the first), loses the last occurrence before an UNTIL beyond a
change of the clocks, and drops "20MO" with icalendar 4. A whole day without an end lasts the day, for which it gives no length, and what RDATE and
RRULE both name is one occurrence, not two. onward.ics and exdays.ics are made by make.mjs."""
import datetime, glob, re, zoneinfo
import dateutil.rrule, icalendar, recurring_ical_events

FROM, TO = datetime.datetime(2023, 1, 1), datetime.datetime(2029, 1, 1)

def say(t):
    if not isinstance(t, datetime.datetime):
        return t.strftime("%Y-%m-%d")
    if t.tzinfo is None:
        t = t.replace(tzinfo=datetime.timezone.utc)
    return t.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

BY_DATEUTIL = ("gap-berlin@x", "overlap-ny@x", "lord-howe@x", "casablanca@x", "until-utc@x", "until-utc-short@x", "nth@x")

def by_dateutil(e, text):
    """The rule alone, in the zone's own time; the length is the same for each."""
    zone = zoneinfo.ZoneInfo(e["DTSTART"].params["TZID"])
    start = e["DTSTART"].dt.replace(tzinfo=zone)
    utc = datetime.timezone.utc
    rule = re.search(f"UID:{e['UID']}.*?RRULE:([^\r\n]+)", text, re.S).group(1)  # icalendar 4 doesn't read 20MO
    long = e["DURATION"].dt if "DURATION" in e else e["DTEND"].dt.replace(tzinfo=zone).astimezone(utc) - start.astimezone(utc)
    for t in dateutil.rrule.rrulestr(rule, dtstart=start):
        begin = t.astimezone(utc)
        if begin.year > 2029:
            return
        yield begin, begin + long, e["SUMMARY"]

def by_library(calendar):
    calendar.subcomponents = [e for e in calendar.subcomponents if e.get("UID") not in BY_DATEUTIL]
    for e in recurring_ical_events.of(calendar).between(FROM, TO + datetime.timedelta(days=2)):
        begin, end = e["DTSTART"].dt, e["DTEND"].dt
        if begin == end and not isinstance(end, datetime.datetime):
            end += datetime.timedelta(days=1)
        yield begin, end, e["SUMMARY"]

for name in sorted(glob.glob("*.ics")):
    if name in ("onward.ics", "exdays.ics"):  # a range, and days left out of what has a time: see make.mjs
        continue
    text = open(name, newline="").read()
    calendar = icalendar.Calendar.from_ical(text)
    found = [o for e in calendar.walk("VEVENT") if e["UID"] in BY_DATEUTIL for o in by_dateutil(e, text)] + list(by_library(calendar))
    lines = {f"{say(begin)} {say(end)} {what}\n" for begin, end, what in found if FROM.isoformat() <= say(begin) < TO.isoformat()}
    with open(name.replace(".ics", ".txt"), "w") as f:
        f.writelines(sorted(lines))
