package whosecall

import (
	"strings"
	"sync"
)

// tables are made when the first line is read, so that the start of the app does not pay for them.
type tables struct {
	verbs map[string]verbForm
	rules []rule
}

var (
	once   sync.Once
	loaded tables
)

func lexicon() *tables {
	once.Do(func() {
		loaded.verbs = buildVerbs()
		loaded.rules = ruleTable()
	})
	return &loaded
}

// wordSet is a set of words that is made when it is first asked.
type wordSet struct {
	text string
	once sync.Once
	set  map[string]bool
}

func words(text string) *wordSet { return &wordSet{text: text} }

func (s *wordSet) has(word string) bool {
	s.once.Do(func() {
		s.set = map[string]bool{}
		for _, w := range strings.Fields(s.text) {
			s.set[w] = true
		}
	})
	return s.set[word]
}

// thirdParty is whom a report could speak to as well as the manager.
var thirdParty = words(`client clients customer customers vendor vendors supplier suppliers legal finance marketing sales product ops procurement partner partners
agency contractor contractors auditor auditors stakeholder stakeholders landlord designers lawyers press architects security supplier's provider consultants
consultant regulator printer caterer venue`)

// ownDuty marks a manager's own work: none of it could be handed to the report.
var ownDuty = words(`invite invites invitation invitations calendar hr payroll pay salary raise bonus promotion promotions leave holiday holidays vacation expenses
expense notes minutes appraisal appraisals 1:1 1:1s 1-1 1on1 one-on-one one-on-ones 1-2-1 reference contract headcount laptop phone licence license seat seats desk visa
mentor coach boss reorg compensation reminder alarm tickets hotel flight lunch coffee cake dinner breakfast flowers café cafe restaurant
probation notice rating ratings calibration onboarding-buddy childcare parental sabbatical badge self-review 360 diary marathon uniform pto toil attestation p60 p45 eap thanks thank-you apology
kitchen parking course fee fees invoice invoices award application cost costs train gift birthday calendars manager director access absence timesheet timesheets payslip relocation recruiter workload`)

// healthy words silence a line whatever else it says; each is the beginning of a word.
var sensitiveStems = []string{
	"harass", "bully", "bullie", "assault", "discriminat", "racis", "racial", "sexis", "sexual", "abus", "violen", "suicid", "self-harm", "burnout",
	"burn-out", "illness", "hospital", "therap", "mental", "anxi", "depress", "grief", "griev", "bereave", "funeral", "miscarr", "pregnan", "medic", "injur",
	"accident", "unsafe", "safety", "evacuat", "police", "weapon", "stalk", "whistleblow", "wellbeing", "well-being", "cancer", "surgery", "counsel", "doctor",
	"threat", "intimidat", "emergency", "ambulance", "trauma", "addict", "alcohol", "drunk", "self-care", "overdose", "exhaust", "overwhelm", "stalker", "misconduct",
	"retaliat", "hostile", "groping", "slur", "antisemit", "homophob", "transphob", "islamophob", "domestic", "insomnia", "migraine", "breakdown", "crying", "tears",
	"stressed", "stress-", "unwell", "sickness", "disabil", "dying", "died", "death", "nurse", "clinic", "physio", "gp",
}

var sensitiveWords = words(`sick ill burnt burned-out burnt-out panicked fire-alarm hurt unsafe gp`)

// projectNouns are what a report's work is about, as the object of a change that the manager decides.
var projectNouns = words(`launch release releases rollout migration deadline deadlines date dates scope project projects feature features vendor plan plans roadmap
design designs backlog sprint sprints demo workshop budget priority priorities tool tools tooling pilot prototype service meeting-free talk slides deck proposal spec
tender schedule milestone milestones estimate estimates target targets goal goals objectives okrs survey newsletter campaign beta story stories epic ticket tickets
test tests audit page pages site app api schema database environment contractor supplier agency provider pricing price prices standard process template templates rota
shift shifts review-board workstream initiative experiment offer export import screen button module branch pipeline version platform framework library name naming
logo copy wording order sequence requirements criteria threshold thresholds rules rule policy summit event training offsite conference presentation agenda deal account
accounts idea ideas option options approach strategy solution architecture stack repo product freeze slot slots format report dashboard query pitch quote quotes interviews interview client job brief case complaint range menu`)

var setNouns = words(`deadline deadlines priority priorities goal goals target targets scope direction date dates objectives okrs plan order budget quota limit limits
estimate bar roadmap agenda milestones thresholds threshold standard rules criteria timeline cadence wording tone price prices pricing`)

// prepositions and the like, which begin no object.
var noObject = words(`in on at with for about by from until till to of off out up over down back through together into onto after before during since without within
as than and but or so because when while if then better well best more less early late again too soon now tomorrow today tonight`)

var fillers = words(`ok okay so well also then just really quick now actually honestly basically today yesterday again and but or still even yes yeah anyway
finally eventually instead fine right later this morning afternoon evening therefore thus plus hm hmm oh first second next maybe perhaps probably tonight`)

var adverbs = words(`just also really already then now still simply again twice once only even actually probably firmly straight directly yesterday today
too always often ever soon quietly personally always basically all both myself clearly better honestly flat outright eventually finally instead more please
maybe perhaps well rather almost nearly hardly barely`)

func isAdverb(word string) bool {
	return adverbs.has(word) || len(word) > 4 && strings.HasSuffix(word, "ly") && word != "reply" && word != "apply" && word != "family" && word != "supply"
}
