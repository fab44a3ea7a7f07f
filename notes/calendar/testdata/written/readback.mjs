// Reads all.ics with ical.js, and prints what readback.py writes.
import fs from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync("all.ics", "utf8")));
const say = (t) => (t.isDate ? t.toString() : t.toJSDate().toISOString().replace(".000", ""));
const events = calendar.getAllSubcomponents("vevent");
const lines = events.map((c) => new ICAL.Event(c)).map((e) => `${say(e.startDate)} ${say(e.endDate)} ${e.summary.trim()}`);
const alarms = events.flatMap((c) => c.getAllSubcomponents("valarm"))
  .map((a) => `alarm ${a.getFirstPropertyValue("trigger").toSeconds()} s: ${a.getFirstPropertyValue("description")}`);
console.log([...lines.sort(), ...alarms.sort()].join("\n"));
