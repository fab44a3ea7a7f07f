#!/usr/bin/env python3
"""Reads all.ics with icalendar and recurring-ical-events, and writes what it finds to all.txt.

    WRITE=1 go test -run TestTheFileIsTheOneThatWasReadBack ..; TZ=UTC python3 readback.py; node readback.mjs | diff all.txt -"""
import datetime, icalendar, recurring_ical_events

def say(t):
    if not isinstance(t, datetime.datetime):
        return t.strftime("%Y-%m-%d")
    return t.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

calendar = icalendar.Calendar.from_ical(open("all.ics", "rb").read())
assert not [e.errors for e in calendar.walk() if e.errors]
found = recurring_ical_events.of(calendar).between(datetime.datetime(2023, 1, 1), datetime.datetime(2029, 1, 1))
lines = sorted(f"{say(e['DTSTART'].dt)} {say(e['DTEND'].dt)} {' '.join(e['SUMMARY'].split())}\n" for e in found)
alarms = sorted(f"alarm {a['TRIGGER'].dt.total_seconds():.0f} s: {a['DESCRIPTION']}\n" for a in calendar.walk("VALARM"))
open("all.txt", "w").writelines(lines + alarms)
