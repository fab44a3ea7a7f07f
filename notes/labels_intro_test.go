package notes

// labelsIntro is what docs/LABELS.md begins with; labelsRules comes after the table of the labels.
const labelsIntro = `# Labels

A note is plain text. A line that begins with a label is *filed*: it turns up as an action, in the praise log, in the
decision ledger, in the next brief. Every other line is prose and stays where it is. The text is the truth: what is filed
is only what is read from the line, so you may change any line at any time.

    LABEL [WHO]: TEXT [#tag …] [by DATE] [(STATE [DATE][: REMARK])]

`

const labelsRules = `
WHO is *me*, *we*, or names. In your own notes a bare todo is yours. A promise of yours cannot be dropped: it is done, told
why not, or still open. Settings adds words of your own for a label, and switches built-in ones off (9).

The tables below are printed by the tests, from the very lines that they read. Where no note is named, a line stands in
Ana's note of Monday, 2026-11-23. The team: Ana Ruiz, Ben Okoro (alias Benny), Chidi Eze, Zoë Brandt, O'Neil Grant,
Mary-Jane Fox, To Lan, 李雷, محمد, and Lars Holm, who has left. The manager is Sam Lee. What is read is written as
label · who · text · date · state · tags. *prose* means that nothing is filed.
`
