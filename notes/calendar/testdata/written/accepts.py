#!/usr/bin/env python3
"""Gives all.ics to khal, calcurse, libical (what Evolution and GNOME Calendar read with) and vobject, and says what each makes of it.

    apt-get install khal calcurse python3-vobject gir1.2-ical-3.0 python3-gi; TZ=UTC /usr/bin/python3 accepts.py

It ends with 0 where every one of them takes all five events without a warning, and a second import adds none.

Thunderbird 153 ESR was given the file in its window: its Import page lists all five, and its calendar then has them under their own ids,
at their times, the whole day as one, private, and each with its alarm."""
import os, subprocess, sys, tempfile

os.environ["TZ"] = "UTC"
FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "all.ics")
TEXT = open(FILE, "rb").read().decode()
EVENTS, ALARMS = TEXT.count("BEGIN:VEVENT"), TEXT.count("BEGIN:VALARM")
wrong = []

def check(who, got, want):
    print(f"{who}: {got}")
    if got != want:
        wrong.append(f"{who}: {got}, not {want}")

def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    return done.returncode, done.stdout, done.stderr

def khal(folder):
    os.makedirs(folder + "/own")
    with open(folder + "/conf", "w") as f:
        f.write(f"[calendars]\n[[own]]\npath = {folder}/own\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
                "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
                "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
                f"[sqlite]\npath = {folder}/db\n[default]\ndefault_calendar = own\n")
    for time in "first", "again":
        code, out, err = run("khal", "-c", folder + "/conf", "import", "--batch", "-a", "own", FILE)
        check(f"khal, {time}", (code, err, len(os.listdir(folder + "/own"))), (0, "", EVENTS))
    code, out, err = run("khal", "-c", folder + "/conf", "list", "--format", "{start-date} {start-time} {title}", "2026-11-24", "400d")
    check("khal lists", (code, err, sum(line.find("One-on-one") > 0 for line in out.splitlines())), (0, "", EVENTS))

def calcurse(folder):
    code, out, err = run("calcurse", "-D", folder + "/calcurse", "-i", FILE)
    apps = sum(1 for line in open(folder + "/calcurse/apts"))
    check("calcurse", (code, err, apps, "0 skipped" in out), (0, "", EVENTS, True))

def libical():
    import gi
    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib
    # As iTIP a publication needs an organizer, which would name the manager: it is read as a file, not as a message.
    whole = ICalGLib.Component.new_from_string(TEXT.replace("METHOD:PUBLISH\r\n", ""))
    check("libical", (whole.is_valid(), whole.count_errors(), bool(whole.check_restrictions()), whole.count_components(ICalGLib.ComponentKind.VEVENT_COMPONENT)),
          (True, 0, True, EVENTS))

def vobject():
    import vobject
    whole = vobject.readOne(TEXT)
    check("vobject", (whole.validate(raiseException=False), len(whole.vevent_list), sum(hasattr(e, "valarm") for e in whole.vevent_list)),
          (True, EVENTS, ALARMS))

with tempfile.TemporaryDirectory() as folder:
    khal(folder)
    calcurse(folder)
libical()
vobject()
uids = [line for line in TEXT.splitlines() if line.startswith("UID:")]
check("ids", len(set(uids)), EVENTS)
sys.exit("\n".join(wrong) or 0)
