package whosecall

import "strings"

// form is which forms of a verb a word can be.
type form uint8

const (
	base form = 1 << iota
	past
	participle
	ing
	third
)

// class is what kinds of act a verb can stand for.
type class uint16

const (
	does    class = 1 << iota // produces a piece of work: taking it over takes work
	acts                      // changes something: can be ordered and prescribed, and decided where its object is a project's
	decides                   // takes a decision
	hands                     // as what R is told to do: hands the call over
	soft                      // as what R is asked to do: asks for a view or a favour, orders no work
	cares                     // as what R is told to do: looks after them
	says                      // reports what somebody says, thinks or wants
	state                     // no act at all: feel, know, have
	reaches                   // speaks to somebody: work where that is a third party
	inner                     // as what I decide to do: holds back, or is about myself
)

// verb is a verb with its kinds.
type verb struct {
	lemma string
	class class
}

type verbForm struct {
	verb *verb
	form form
}

// irregular verbs: base past participle.
const irregular = `write wrote written|rewrite rewrote rewritten|redo redid redone|do did done|take took taken|give gave given|
tell told told|make made made|get got got|choose chose chosen|go went gone|set set set|put put put|cut cut cut|let let let|
say said said|think thought thought|feel felt felt|send sent sent|build built built|rebuild rebuilt rebuilt|lead led led|run ran run|
keep kept kept|leave left left|bring brought brought|speak spoke spoken|sit sat sat|see saw seen|know knew known|come came come|
hold held held|stand stood stood|find found found|fall fell fallen|overrule overruled overruled|override overrode overridden|
teach taught taught|begin began begun|draw drew drawn|drive drove driven|pay paid paid|read read read|hear heard heard|
show showed shown|sell sold sold|spend spent spent|win won won|withdraw withdrew withdrawn|withhold withheld withheld|
forbid forbade forbidden|break broke broken|deal dealt dealt|hand handed handed|sleep slept slept|eat ate eaten|meet met met|
shut shut shut|split split split|spell spelt spelt|have had had|be was been|forget forgot forgotten|undo undid undone|
undertake undertook undertaken|overtake overtook overtaken|foresee foresaw foreseen|reset reset reset|feed fed fed|lay laid laid|
spoonfeed spoonfed spoonfed|mean meant meant|catch caught caught|buy bought bought|stick stuck stuck|ride rode ridden|understand understood understood|
ring rang rung|wind wound wound|shoot shot shot|fight fought fought|grow grew grown|lose lost lost|learn learnt learnt|knock knocked knocked`

// The words of each class. A star doubles the last letter: drop, dropped.
var classWords = []struct {
	class class
	words string
}{
	{does, `write rewrite redo rework draft redraft edit polish fix patch repair debug* build rebuild code implement program* design redesign
refactor finish complete prepare prep* present pitch demo handle manage sort solve resolve tackle run drive own do reply respond answer merge
deploy release test estimate plan* negotiate chase escalate close clean tidy update create make organise arrange coordinate investigate analyse
analyze diagnose migrate port configure install document translate summarise compile assemble produce record correct proofread script automate
restructure moderate host facilitate triage calculate model* specify ship* publish launch deliver execute unblock mend defuse mediate finalise
format reformat sketch outline draw clear settle type rerun reschedule untangle rescue salvage cover train onboard interview lead ghostwrite
retest benchmark profile tune optimise secure audit verify validate prototype sequence wireframe storyboard`},
	{acts, `move drop* cut stop* use add remove keep start switch wait copy push pause postpone delay change rename delete replace freeze roll revert
skip* include exclude lower raise raise limit cap* reduce shorten extend trim* narrow widen split park halt cancel* kill scrap* shelve go hire fire ship* swap*
simplify stick focus commit* log* file submit* upload upgrade downgrade restart reset archive ban* block close hold bring put set send get sign invest spend
rewrite refactor buy sell renew retire deprecate adopt introduce reuse follow apply enforce document report call email mail phone contact invite merge deploy
wrap* translate reply answer respond present rehearse practise practice lock cap* turn take give hand leave tell ask pull return
finish complete prepare test fix write build make do redo update clean clear run join attend avoid break order reorder number count check double-check touch rip tear tweak bypass ignore undo disable enable install merge sync* copy paste tag* label`},
	{decides, `decide choose pick select veto overrule override reject approve decline cancel* kill settle greenlight green-light block reverse postpone
delay allocate prioritise deprioritise reprioritise axe nix dismiss authorise appoint nominate scrap* shelve ban* forbid disallow overturn define finalise opt* rule
refuse determine sign* elect`},
	{hands, `decide choose pick select propose suggest recommend lead own judge trust veto overrule override prioritise determine drive teach delegate
question challenge disagree experiment explore surprise steer negotiate`},
	{soft, `think reflect consider explain show describe share tell say read review look join come listen introduce help stop be send watch shadow give name
imagine list sketch talk speak walk remind wait stay step attend meet sit let keep try reconsider rate compare guess bring run note observe mentor coach pair
host chair teach present interview know have ponder sleep be correct interrupt hold leave forward cc lend pass* pay back sponsor wish`},
	{cares, `rest relax breathe sleep worry enjoy celebrate eat recover recuperate unwind unplug recharge rest apologise hydrate nap* laugh smile panic*`},
	{says, `say think tell reckon believe feel write claim mention argue suggest recommend propose hear hope fear guess add note report quote complain
explain insist wish announce state warn worry assume suspect expect want ask wonder remember joke admit imply`},
	{state, `feel know be have see understand grow like love enjoy hear remember notice succeed thrive learn belong shine mean need become deserve matter speak
talk get stay find try come notice`},
	{reaches, `talk speak call phone ring email mail write contact ping* message chase reach approach meet ask tell badger nudge lobby chat*`},
	{inner, `listen ask hold let wait leave stay step give hand trust say try be talk sleep keep stop* delegate praise thank go come read think see speak look
back sit watch take spend learn do make share begin start focus write walk have bring support meet note tell invite pause resist help offer encourage block
show follow call get put join attend travel work coach mentor ignore accept apologise`},
	{0, `instruct direct order command assign force compel oblige insist ask need want like love prefer expect require get pull detail task charge pressure press urge nag*
forbid shoot name spell walk explain dictate show step* jump grab* beg* demand request dive wade end nearly stop start continue help support resist avoid refrain tempt promise offer volunteer agree plan*
intend mean hope try manage fail fight land wander defer* escalate kick delegate consult ping* bounce punt return escalate turn insist hold back`},
}

// inflect calls add with every regular form of a verb.
func inflect(word string, double bool, add func(string, form)) {
	add(word, base)
	last := word[len(word)-1]
	switch {
	case last == 'e':
		add(word+"s", third)
		add(word+"d", past|participle)
		add(strings.TrimSuffix(word, "e")+"ing", ing)
	case last == 'y' && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		add(word[:len(word)-1]+"ies", third)
		add(word[:len(word)-1]+"ied", past|participle)
		add(word+"ing", ing)
	default:
		s := "s"
		if strings.HasSuffix(word, "s") || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "x") || last == 'o' {
			s = "es"
		}
		add(word+s, third)
		add(word+"ed", past|participle)
		add(word+"ing", ing)
	}
	if double {
		add(word+string(last)+"ed", past|participle)
		add(word+string(last)+"ing", ing)
	}
}

// buildVerbs is the table of every form of every verb, British and American.
func buildVerbs() map[string]verbForm {
	verbs := map[string]*verb{}
	table := map[string]verbForm{}
	entry := func(lemma string) *verb {
		if verbs[lemma] == nil {
			verbs[lemma] = &verb{lemma: lemma}
		}
		return verbs[lemma]
	}
	put := func(word string, v *verb, f form) {
		had := table[word]
		if had.verb == nil || had.verb == v {
			table[word] = verbForm{v, had.form | f}
		}
	}
	strong := map[string]bool{}
	for _, row := range strings.Split(strings.ReplaceAll(irregular, "\n", ""), "|") {
		w := strings.Fields(row)
		v := entry(w[0])
		strong[w[0]] = true
		put(w[1], v, past)
		put(w[2], v, participle)
		inflect(w[0], doubles(w[0]), func(word string, f form) {
			if f&past == 0 {
				put(word, v, f)
			}
		})
	}
	for _, row := range classWords {
		for _, word := range strings.Fields(row.words) {
			word, double := strings.CutSuffix(word, "*")
			v := entry(word)
			v.class |= row.class
			if !strong[word] {
				inflect(word, double, func(w string, f form) { put(w, v, f) })
				if american, ok := strings.CutSuffix(word, "ise"); ok {
					inflect(american+"ize", false, func(w string, f form) { put(w, v, f) })
				}
			}
		}
	}
	for word, lemma := range map[string]string{
		"sent": "send", "was": "be", "were": "be", "am": "be", "is": "be", "are": "be", "has": "have", "learned": "learn", "spelled": "spell",
		"analysed": "analyse", "greenlit": "greenlight", "tol": "tell", "tld": "tell", "aksed": "ask", "asekd": "ask", "deicded": "decide",
		"decded": "decide", "desided": "decide", "choosed": "choose", "choosen": "choose", "tlod": "tell", "toldd": "tell", "askd": "ask",
		"overuled": "overrule", "overrulled": "overrule", "aproved": "approve", "rewirte": "rewrite", "rewriten": "rewrite",
	} {
		f := past | participle
		if word == "rewirte" {
			f = base
		}
		put(word, entry(lemma), f)
	}
	return table
}

// doubles are the irregular verbs whose last letter doubles before -ing.
func doubles(word string) bool {
	switch word {
	case "get", "set", "put", "cut", "let", "run", "sit", "win", "shut", "split", "reset", "begin", "forbid", "forget":
		return true
	}
	return false
}

func verbOf(word string) (*verb, form) {
	v := lexicon().verbs[word]
	return v.verb, v.form
}

func isBaseVerb(word string) bool {
	v := lexicon().verbs[word]
	return v.verb != nil && v.form&base != 0
}

func (t *token) is(lemma string) bool { return t.verb != nil && t.verb.lemma == lemma }

func (t *token) has(c class) bool { return t.verb != nil && t.verb.class&c != 0 }
