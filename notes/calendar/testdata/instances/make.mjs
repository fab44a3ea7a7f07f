// Writes the instances of onward.ics and exdays.ics as ical.js sees them, which knows RANGE=THISANDFUTURE and an EXDATE of a day:
//
//     npm install ical.js && node make.mjs
import fs from "node:fs";
import ICAL from "ical.js";

// The zone of both, since ical.js brings none.
ICAL.TimezoneService.register(new ICAL.Timezone(new ICAL.Component(ICAL.parse(`BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`.replace(/\n/g, "\r\n")))));
for (const name of ["onward", "exdays"]) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(name + ".ics", "utf8")));
  const all = calendar.getAllSubcomponents("vevent").map((c) => new ICAL.Event(c));
  const main = all.find((e) => !e.isRecurrenceException());
  for (const e of all) if (e.isRecurrenceException()) main.relateException(e);
  const say = (t) => t.toJSDate().toISOString().replace(".000", "");
  const lines = [];
  const next = main.iterator();
  for (let t = next.next(); t; t = next.next()) {
    const d = main.getOccurrenceDetails(t);
    lines.push(`${say(d.startDate)} ${say(d.endDate)} ${d.item.summary}\n`);
  }
  fs.writeFileSync(name + ".txt", lines.sort().join(""));
}
