import sys, os
sys.path.insert(0, "/usr/share/rednotebook")
from rednotebook.data import Month
from rednotebook import storage
out = sys.argv[1]
os.makedirs(out, exist_ok=True)
november = Month(2026, 11, {
    20: {"text": "1:1 with Ana: she wants to lead the rollout.\n\n"
         "**Todo:** send her the //rollout plan// by 2026-11-27\n"
         "todo me: ask finance about the --offsite-- summer party\n"
         "- praise: took the escalation calmly #okapi\n"
         "+ first\n+ second\n\n\n"
         "\ttodo: a quotation, and nobody's task\n"
         "See [the page \"\"https://example.org/a//b\"\"] and https://example.org/x//y and [notes.txt \"\"file:///home/me/notes.txt\"\"].\n"
         "[\"\"/home/me/Pictures/board\"\".png?400]\n"
         "``todo: code`` and {red|color:red} words\\\\\n"
         "```\ntodo: verbatim\n```\n"
         "% a comment of mine\n"
         "==== A title ====\n"
         "Zoë – naïve “quotes” 🎉: it's \\ fine # not a tag",
         "Mood": {"calm": None, "tired: a bit": None},
         "Okapi": None,
         "Todo": {"todo: ring the lab": None, "Buy milk": None}},
    27: {"text": "=== 1:1 Ana Lima ===\nShe asked for limits.\n\n====================\n\n=== Ben Okafor ===\nprivate: he thinks of leaving\n\n=== Work ===\nThe rest of the day."},
    30: {"text": "", "Praise": {"Ana: calm in the storm": None}},
})
december = Month(2026, 12, {1: {"text": "   leading blanks\nand a line that is very long " + "and goes on " * 30 + "\n\n\n\nend\n"}})
storage.save_months_to_disk({"2026-11": november, "2026-12": december}, out, saveas=True)
