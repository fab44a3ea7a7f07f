package notes

import (
	"strings"
	"testing"
)

var hurriedTeam = []Person{
	{ID: 1, Kind: KindMe, Name: "Sam Lee"},
	{ID: 2, Kind: KindReport, Name: "Ana Ruiz", Pronoun: She},
	{ID: 3, Kind: KindReport, Name: "Ben Okoro"},
	{ID: 4, Kind: KindReport, Name: "Chris Baker"},
	{ID: 5, Kind: KindReport, Name: "Chris Ode"},
	{ID: 6, Kind: KindReport, Name: "Nadia Noor"},
	{ID: 7, Kind: KindReport, Name: "Tomasz Lis"},
	{ID: 8, Kind: KindReport, Name: "Marcus Roth"},
	{ID: 9, Kind: KindReport, Name: "Dana Voss"},
}

var hurriedNote = Context{Date: tableDay, Person: 2, Me: 1, Names: NewNames(hurriedTeam)}

// What hurried people write, and what it is read as; "prose" is left alone.
func TestHurriedLinesAreReadAsMeant(t *testing.T) {
	for _, c := range []struct{ group, line, reads string }{
		{"an owner inside", "Action: Ben to check X", "todo · Ben · check X"},
		{"an owner inside", "- [ ] @Ben check the quote", "todo · Ben · check the quote"},
		{"an owner inside", "- [ ] [Ben] check the quote", "todo · Ben · check the quote"},
		{"an owner inside", "- [ ] I'll ask HR", "todo · me, for Ana · ask HR"},
		{"an owner inside", "todo: check the quote → Ben", "todo · Ben · check the quote"},
		{"an owner inside", "- [ ] check the quote (Ben)", "todo · Ben · check the quote"},
		{"an owner inside", "- [ ] check the quote (ben) by Friday", "todo · Ben · check the quote · by 2026-11-27"},
		{"an owner inside", "- [ ] Ben and Dana to check it", "todo · Ben and Dana · check it"},
		{"an owner inside", "Action: Ben will check X", "todo · Ben · check X"},
		{"an owner inside", "- [ ] I will ask HR", "todo · me, for Ana · ask HR"},
		{"an owner inside", "- [ ] I’ll ask HR", "todo · me, for Ana · ask HR"},
		{"no owner", "- [ ] ask Ben to check X", "todo · Ana · ask Ben to check X"},
		{"no owner", "- [ ] Ben to London, book flights", "todo · Ana · Ben to London, book flights"},
		{"no owner", "todo: Ben to London, book flights", "todo · Ana · Ben to London, book flights"},
		{"no owner", "- [ ] check the quote (urgent)", "todo · Ana · check the quote (urgent)"},

		{"an empty answer", "Blockers: none", "prose"},
		{"an empty answer", "Blocker: none", "prose"},
		{"an empty answer", "- [ ] n/a", "prose"},
		{"an empty answer", "- [ ] N/A", "prose"},
		{"an empty answer", "todo: -", "prose"},
		{"an empty answer", "todo: —", "prose"},
		{"an empty answer", "Ideas: nothing this week", "prose"},
		{"an empty answer", "idea: nothing this week", "prose"},
		{"an empty answer", "stuck: none (yet)", "prose"},
		{"an empty answer", "Stuck: No blockers.", "prose"},
		{"an answer", "Blocker: no test data", "stuck · Ana · no test data"},
		{"an answer", "todo: none of the bills is paid, call", "todo · Ana · none of the bills is paid, call"},
		{"an answer", "blocker: nothing works", "stuck · Ana · nothing works"},

		{"a list of people", "- [ ] Ben", "prose"},
		{"a list of people", "- [x] Ben", "prose"},
		{"a list of people", "- [ ] Ben\n- [ ] Ulrich", "prose"},
		{"a list of people", "## Attendees\n- [x] Ulrich\n- [ ] Legal", "prose"},
		{"a list of people", "Present:\n- [ ] Ulrich", "prose"},
		{"a list of people", "**Roll call**\n- [ ] everybody from sales", "prose"},
		{"a list of people", "# Agenda\n- [ ] budget\n- [ ] hiring", "prose"},
		{"no list of people", "- [ ] Call Ben", "todo · Ana · Call Ben"},
		{"no list of people", "## Actions\n- [ ] budget", "line 2: todo · Ana · budget"},
		{"no list of people", "## Notes\n- [ ] budget", "line 2: todo · Ana · budget"},
		{"no list of people", "## Agenda\n- [ ] budget\n## Notes\n- [ ] call HR", "line 4: todo · Ana · call HR"},

		{"a word", "action items: call HR", "todo · Ana · call HR"},
		{"a word", "Actions: call HR", "todo · Ana · call HR"},
		{"a word", "Next step: call HR", "todo · Ana · call HR"},
		{"a word", "next steps: call HR", "todo · Ana · call HR"},
		{"a word", "follow-up: call HR", "todo · Ana · call HR"},
		{"a word", "Follow up: call HR", "todo · Ana · call HR"},
		{"a word", "task: call HR", "todo · Ana · call HR"},
		{"a word", "shoutout: the demo", "praise · Ana · the demo"},
		{"a word", "win: the demo", "praise · Ana · the demo"},
		{"a word", "q: which day?", "ask · me, for Ana · which day?"},
		{"a word", "discuss: pay", "topic · Ana · pay"},
		{"a word", "agreed: Kafka", "decided · not said yet · Kafka"},
		{"a word", "risk: no test data", "stuck · Ana · no test data"},
		{"a word", "Risk/Blocker: no test data", "stuck · Ana · no test data"},
		{"a word", "support needed: a laptop", "need · Ana · a laptop"},
		{"a word with a name", "AI Ben: check X", "todo · Ben · check X"},
		{"a word with a name", "AI: Ben to check X", "todo · Ben · check X"},
		{"a word with a name", "AP: Ben - check X", "prose"},
		{"a word with a name", "AI: we should look at it", "prose"},
		{"a dash for the colon", "action item - call HR", "todo · Ana · call HR"},
		{"a dash for the colon", "next step – call HR", "todo · Ana · call HR"},
		{"a dash for the colon", "DECISION - Kafka", "decided · not said yet · Kafka"},
		{"a dash for the colon", "RISK - no test data", "stuck · Ana · no test data"},
		{"behind a sign", "➡️ todo: call HR", "todo · Ana · call HR"},
		{"behind a sign", "→ Action: call HR", "todo · Ana · call HR"},
		{"behind a sign", "🔴 blocker: no test data", "stuck · Ana · no test data"},
		{"behind a sign", "- ✅ done: call HR", "todo · Ana · call HR · (done 2026-11-23)"},
		{"a wide colon", "todo：call HR", "todo · Ana · call HR"},
		{"a box", "☐ call HR", "todo · Ana · call HR"},
		{"a box", "☑ call HR", "todo · Ana · call HR · (done 2026-11-23)"},
		{"a box", "- [/] call HR", "todo · Ana · call HR"},
		{"bold", "**Todo: call HR**", "todo · Ana · call HR"},
		{"bold", "*Todo:* call HR", "todo · Ana · call HR"},
		{"bold", "**Todo**: call HR", "todo · Ana · call HR"},
		{"bold", "__Action:__ call HR", "todo · Ana · call HR"},
		{"bold", "_todo: call HR_", "todo · Ana · call HR"},
		{"bold", "- **Ben** to call HR", "prose"},
		{"bold", "***Todo:*** call HR", "todo · Ana · call HR"},
		{"bold", "- **Action item** - call HR", "todo · Ana · call HR"},
		{"bold", "**Todo:** **call** HR", "todo · Ana · **call** HR"},
		{"bold", "*Todo: call* HR", "prose"},
		{"bold", "*Todo: call HR*", "todo · Ana · call HR"},
		{"bold", "*todo: call HR", "todo · Ana · call HR"},
		{"bold", "*todo: *call* HR", "todo · Ana · *call* HR"},
		{"bold", "***Todo:** call HR", "todo · Ana · call HR"},
		{"bold", "***Todo: call HR***", "todo · Ana · call HR"},
		{"behind a sign", "⚠️ Risk: no test data", "stuck · Ana · no test data"},
		{"behind a sign", "👉 Ben to call HR", "prose"},
		{"a word with a name", "AP Ben - check X", "todo · Ben · check X"},
		{"a word with a name", "AI - Ben to check X", "todo · Ben · check X"},
		{"a word with a name", "- [ ] AI: I'll check X", "todo · me, for Ana · check X"},
		{"given up", "- [-] call HR", "prose"},
		{"a fence in a list", "- ```\n  todo: x\n  ```\ntodo: y", "line 4: todo · Ana · y"},
		{"a fence in a list", "- item\n  ```go\n  todo: x\n  ```\n- todo: y", "line 5: todo · Ana · y"},
		{"a heading's owner", "**Ben**\n- [ ] send it", "prose"},
		{"a heading's owner", "Me:\n- [ ] send it\n\nprose\n- [ ] call HR", "line 5: todo · Ana · call HR"},
		{"a heading's owner", "~~~\n**Mine**\n~~~\n- [ ] call HR", "line 4: todo · Ana · call HR"},
		{"a heading's owner", "> ## Agenda\n- [ ] call HR", "line 2: todo · Ana · call HR"},
		{"a heading's owner", "**Ana**\n- [ ] send it", "line 2: todo · Ana · send it"},
		{"a heading's owner", "## Ben\n- [ ] Dana to send it", "line 2: todo · Dana · send it"},
		{"another program's", "todo:: call HR", "prose"},
		{"another program's", "needs:review", "prose"},

		{"a pronoun", "decided her: Kafka", "decided · Ana · Kafka"},
		{"a pronoun", "decided him: Kafka", "prose"},
		{"a pronoun", "todo her: draft it", "todo · Ana · draft it"},
		{"a pronoun", "TODO send her the contract", "prose"},
		{"a pronoun", "TODO: send her the contract", "prose"},
	} {
		t.Run(c.group+"/"+c.line, func(t *testing.T) {
			if got := describe(c.line, hurriedNote); got != c.reads {
				t.Errorf("%q reads %q, want %q", c.line, got, c.reads)
			}
		})
	}
}

// What hurried people write and mean, and what nobody should be bothered with.
func TestHurriedLinesAreSuggestedAsMeant(t *testing.T) {
	for _, c := range []struct{ group, line, offers string }{
		{"a commitment", "Ben will send the poll", "file as todo? todo Ben: send the poll"},
		{"a commitment", "I owe her an answer", "file as todo? todo me: I owe her an answer"},
		{"a commitment", "need to talk about promotion next time", "file as topic? topic: need to talk about promotion next time"},
		{"a commitment", "Follow up w/ Dana", "file as todo? todo: Follow up w/ Dana"},
		{"a commitment", "- Follow up w/ Chris", "file as todo? - todo: Follow up w/ Chris"},
		{"a commitment", "@Marcus check the quote", "file as todo? todo @Marcus: check the quote"},
		{"a commitment", "me: ask Dana", "file as todo? todo me: ask Dana"},
		{"a word without a name", "AP: update the register", "file as todo? todo: update the register"},
		{"a word without a name", "AI: we should look at it", ""},
		{"a word without a name", "AI: the model is slow", ""},
		{"none", "Ben will be on leave", ""},
		{"none", "Ana will be on leave", ""},
		{"none", "I'll admit it", ""},
		{"none", "I'll admit that I was late", ""},
		{"none", "Ben to be honest", ""},
		{"none", "Ben to be honest seemed tired", ""},
		{"a name nearly right", "Nadja will send the poll", "file as todo? todo Nadia: send the poll"},
		{"a name nearly right", "todo Nadja: send the poll", "not filed: nobody is called Nadja todo Nadia: send the poll"},
		{"a name nearly right", "tomasz will send the poll", "file as todo? todo tomasz: send the poll"},
		{"a name nearly right", "todo tomas: send the poll", "not filed: nobody is called tomas todo Tomasz: send the poll"},
		{
			"two of one name", "chris will send the poll",
			"not filed: two people are called chris todo Chris Baker: send the poll | todo Chris Ode: send the poll",
		},
		{
			"two of one name", "todo CHRIS: send the poll",
			"not filed: two people are called CHRIS todo Chris Baker: send the poll | todo Chris Ode: send the poll",
		},
		{"done is done", "DONE rotate the keys", "file as todo? done: rotate the keys"},
		{"done is done", "- DONE - rotate the keys", "filed"},
		{"no dash is left", "DECISION - Kafka", "filed"},
		{"no dash is left", "TODO — call HR", "filed"},
		{"praise of nobody", "Kudos to Ulrich for the portal", "not filed: nobody is called Ulrich"},
		{"praise of nobody", "kudos to Ulrich – the portal", "not filed: nobody is called Ulrich"},
		{
			"mine?", "TODO send her the contract",
			"Is this yours to do? todo me: send her the contract | todo Ana: send her the contract",
		},
		{
			"mine?", "TODO: send her the contract",
			"Is this yours to do? todo me: send her the contract | todo Ana: send her the contract",
		},
		{"a day that may be two", "todo: ship it by 4/12", "Which day is that? todo: ship it by 2026-12-04 | todo: ship it by 2027-04-12"},
		{"a day that may be two", "todo: ship it by 5 Nov", "Which day is that? todo: ship it by 2026-11-05 | todo: ship it by 2027-11-05"},
		{"a day that is none", "todo: ship it by 31 Feb", "That day doesn't exist. Check the date."},
		{"a day that is none", "todo: ship it by Tue 27 Nov", "Which day is that? todo: ship it by 2026-11-27"},
		{"a day that is vague", "todo: ship it by December", "Which day is that? todo: ship it by 2026-12-31"},
		{"a day that is vague", "todo: ship it by EOD", "due today? todo: ship it by today"},
		{"empty", "Blockers: none", ""},
		{"empty", "- [ ] n/a", ""},
		{"people", "- [ ] Ben\n- [ ] Ulrich", ""},
		{"people", "## Agenda\n- [ ] send the contract", ""},
		{"another program's", "needs:review", ""},
		{"another program's", "todo:: call HR", ""},
		{"a section", "Praise:\n- the demo", "file this line as praise? - praise: the demo"},
		{"a section", "**Blockers**\n- no test data\n- none", "file this line as stuck? - stuck: no test data"},
		{"a section", "## Action items (Ben)\n- send it", "file this line as todo? - todo ben: send it"},
		{"a section", "Next steps (me):\n- send it", "file this line as todo? - todo me: send it"},
		{"a section", "Ideas:\n- nothing this week", ""},
		{"a section", "Next steps — Ben\n- send it", ""},
		{"a section", "### Next steps — Ben\n- send it", "file this line as todo? - todo ben: send it"},
		{"a section", "**Ben's actions**\n- send it", "file this line as todo? - todo ben: send it"},
		{"a section", "## My next steps\n- send it", "file this line as todo? - todo me: send it"},
		{"a section", "**Ben**\n- great demo", ""},
		{"a section", "**Ben**\n- [ ] send it", "file this line as todo? - [ ] todo ben: send it"},
		{"a section", "Me:\n- [ ] send it", "file this line as todo? - [ ] todo me: send it"},
		{"a section", "## Actions\n**Ben**\n- send it", "file this line as todo? - todo ben: send it"},
		{"a section", "## Questions\n1. which day?", "file this line as ask? 1. ask: which day?"},
	} {
		t.Run(c.group+"/"+c.line, func(t *testing.T) {
			got := []string{}
			for _, s := range Suggestions(c.line, hurriedNote, 0) {
				got = append(got, offered(s))
			}
			want := []string{c.offers}
			if c.offers == "" || c.offers == "filed" {
				want = nil
			}
			if filed := len(Parse(c.line, hurriedNote)) > 0; c.offers == "filed" && !filed {
				t.Errorf("%q is not filed", c.line)
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("%q offers %q, want %q", c.line, got, want)
			}
		})
	}
}

// offered is what a suggestion says and the lines that it could make.
func offered(s Suggestion) string {
	var made []string
	for _, one := range append([]Suggestion{s}, s.Lines...) {
		for _, choice := range one.Choices {
			if choice.New != "" {
				made = append(made, choice.New)
			}
		}
	}
	return strings.TrimSpace(s.Say + " " + strings.Join(made, " | "))
}

func TestHurriedDatesAreReadAsMeant(t *testing.T) {
	for said, want := range map[string]Date{
		"by Fri!": "2026-11-27", "by Fri 5pm": "2026-11-27", "by this Fri": "2026-11-27", "by COB Friday": "2026-11-27",
		"by EOB Friday": "2026-11-27", "by close of Friday": "2026-11-27", "by Friday EOD": "2026-11-27",
		"by end of the week": "2026-11-27", "by the end of next week": "2026-12-04", "by end of the month": "2026-11-30",
		"by EOQ": "2026-12-31", "by EOY": "2026-12-31", "by the 27th": "2026-11-27", "by 27th": "2026-11-27", "by Fri 27": "2026-11-27",
		"by Nov. 27": "2026-11-27", "by 5 Dec 27": "2027-12-05", "by 28.11.": "2026-11-28", "by 2026/11/27": "2026-11-27",
		"by 2026-W49": "2026-12-04", "by KW 49": "2026-12-04", "by KW49": "2026-12-04", "by week 49": "2026-12-04",
		"by in two weeks": "2026-12-07", "in two weeks": "", "by a week from Friday": "2026-12-04", "by Monday week": "2026-12-07",
		"by tmrw": "2026-11-24", "by mid December": "2026-12-15", "by mid-December": "2026-12-15", "by Q1": "2027-03-31",
		"until Friday": "2026-11-27", "till Friday": "2026-11-27", "before Friday": "2026-11-26", "due: Friday": "2026-11-27",
		"deadline Friday": "2026-11-27", "deadline: Friday": "2026-11-27", "📅 2026-11-27": "2026-11-27",
		"by Friday please": "2026-11-27", "by Friday, Ben": "2026-11-27", "by Friday,": "2026-11-27", "by Friday, please": "2026-11-27",
		"by 28/11": "2026-11-28", "by 11/28": "2026-11-28", "by 4/12": "", "by 5 Nov": "", "by 10:30": "", "before lunch": "",
		"until she is back": "", "by hand": "", "(by Fri)": "2026-11-27", "by Fri 28": "",
	} {
		t.Run(said, func(t *testing.T) {
			items := Parse("todo: ship it "+said, hurriedNote)
			if len(items) != 1 || items[0].Due != want || want != "" && !strings.HasPrefix(items[0].Text, "ship it") {
				t.Errorf("%q is due on %q, want %q: %+v", said, items[0].Due, want, items)
			}
		})
	}
}
