package whosecall

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
ring rang rung|wind wound wound|shoot shot shot|fight fought fought|grow grew grown|lose lost lost|learn learnt learnt|knock knocked knocked|
quit quit quit|bid bid bid|rethink rethought rethought|withstand withstood withstood|shed shed shed|
spin spun spun|slip slipped slipped|input input input|strike struck struck|spread spread spread|hit hit hit|tear tore torn|wear wore worn|bind bound bound|grind ground ground|hang hung hung|hide hid hidden|
shake shook shaken|sink sank sunk|slide slid slid|steal stole stolen|wake woke woken|cast cast cast|broadcast broadcast broadcast|burst burst burst|light lit lit|
bear bore borne|bleed bled bled|breed bred bred|cling clung clung|creep crept crept|flee fled fled|fling flung flung|lend lent lent|shine shone shone|
sow sowed sown|mow mowed mown|sew sewed sewn|swap swapped swapped|weave wove woven|blow blew blown|bite bit bitten|throw threw thrown|seek sought sought|sweep swept swept|swing swung swung|dig dug dug|bend bent bent`

// The words of each class. A star doubles the last letter: drop, dropped.
var classWords = []struct {
	class class
	words string
}{
	{does, `proof write rewrite redo rework draft redraft edit polish fix patch repair debug* build rebuild code implement program* design redesign
refactor finish complete prepare prep* present pitch demo handle manage sort solve resolve tackle run drive own do reply respond answer merge
deploy release test estimate plan* negotiate chase escalate close clean tidy update create make organise arrange coordinate investigate analyse
analyze diagnose migrate port configure install document translate summarise compile assemble produce record correct proofread script automate
restructure moderate host facilitate triage calculate model* specify ship* publish launch deliver execute unblock mend defuse mediate finalise
format reformat sketch outline draw clear settle type rerun reschedule untangle rescue salvage cover train onboard interview lead ghostwrite
retest benchmark profile tune optimise secure audit verify validate prototype sequence wireframe storyboard brief redline annotate tweak reword rephrase restyle collate source procure vet shortlist screen*
forecast reconcile transcribe record plot tabulate simulate compute derive assess score grade evaluate cost price quote invoice
bill restock restructure reorganise reshuffle deputise chair onboard stage film shoot edit caption post tweet print pack roster schedule reschedule rota
refill recount redeploy transfer* upload migrate refactor decorate paint wire weld assemble survey measure sample reprice reshape rejig* retag*
finesse massage smooth slot* pen* crunch remake recast rehash fettle fudge simplify untie unpick dissect dig* feed outline brainstorm rehearse
supervise oversee staff shadow repro renegotiate reconfigure reinstall relabel reimplement rewire reorder recode re-do re-write re-draft re-run re-work re-plan
field handle juggle firefight defuse placate pacify`},
	{acts, `move drop* cut stop* use add remove keep start switch wait copy push pause postpone delay change rename delete replace freeze roll revert
skip* include exclude lower raise raise limit cap* reduce shorten extend trim* narrow widen split park halt cancel* kill scrap* shelve go hire fire ship* swap*
simplify stick focus commit* log* file submit* upload upgrade downgrade restart reset archive ban* block close hold bring put set send get sign invest spend
rewrite refactor buy sell renew retire deprecate adopt introduce reuse follow apply enforce document report call email mail phone contact invite merge deploy
wrap* translate reply answer respond present rehearse practise practice lock cap* turn take give hand leave tell ask pull return
finish complete prepare test fix write build make do redo update clean clear run join attend avoid break order reorder number count check double-check touch rip tear tweak bypass ignore undo disable enable install merge sync* copy paste tag* label bin* ditch dump quit* cease chuck trash junk comp refund discount upsell restock
relocate reassign reallocate redistribute redeploy transfer* shift recruit sack furlough bench demote ringfence double halve triple bump ramp* bid
reorder reprint resend resubmit reschedule retry retest revise review retrain escalate mute archive redirect reroute divert deprioritise prioritise
concentrate document accept agree charge lend loan invoice bill book order quote source tighten loosen soften harden sharpen strengthen insert inject quantify
highlight mention cite reference attach append flag* mark note back* lean rely work speed slow scale tone dial throttle rethink refocus reframe retitle
research study learn practise teach explain defend justify prove show demonstrate ring phone visit collect deliver bring fetch cook serve clean wash iron page spread scrub* strip* chip* sow mow hang hide bind light broadcast withdraw confirm feed spray plant milk pour dig* lift load unload pick grade crop* cut
arrange organise schedule chair host escort accompany brief debrief rebrief chase press push insist cover staff open unlock seal sell buy swap*`},
	{decides, `decide choose pick select veto overrule override reject approve decline cancel* kill settle greenlight green-light block reverse postpone
delay allocate prioritise deprioritise reprioritise axe nix dismiss authorise appoint nominate scrap* shelve ban* forbid disallow overturn define finalise opt* rule
refuse determine sign* elect bin* ditch dump chuck trash junk reassign reallocate redistribute reinstate rescind revoke waive commission
award ringfence earmark shortlist sack accept endorse sanction ratify okay grant deny halve double bump mothball quash squash
disband disallow pencil impose mandate dictate prescribe fix* bar* cap* relocate outsource insource renew terminate drop* pull axe`},
	{hands, `decide choose pick select propose suggest recommend lead own judge trust veto overrule override prioritise determine drive teach delegate
question challenge disagree experiment explore surprise steer negotiate`},
	{soft, `think reflect consider explain show describe share tell say read review look join come listen introduce help stop be send watch shadow give name
imagine list sketch talk speak walk remind wait stay step attend meet sit let keep try reconsider rate compare guess bring run note observe mentor coach pair
host chair teach present interview know have ponder sleep be correct interrupt hold leave forward cc lend pass* pay back sponsor wish`},
	{cares, `rest relax breathe sleep worry enjoy celebrate eat recover recuperate unwind unplug recharge rest apologise hydrate nap* laugh smile panic*`},
	{says, `say think tell reckon believe feel write claim mention argue suggest recommend propose hear hope fear guess add note report quote complain
explain insist wish announce state warn worry assume suspect expect want ask wonder remember joke admit* imply`},
	{state, `feel know be have see understand grow like love enjoy hear remember notice succeed thrive learn belong shine mean need become deserve matter speak
talk get stay find try come notice`},
	{reaches, `talk speak call phone ring email mail write contact ping* message chase reach approach meet ask tell badger nudge lobby chat* slack dm whatsapp buzz nag* pester bug* collar corner catch`},
	{inner, `listen ask hold let wait leave stay step give hand trust say try be talk sleep keep stop* delegate praise thank go come read think see speak look
back sit watch take spend learn do make share begin start focus write walk have bring support meet note tell invite pause resist help offer encourage block
show follow call get put join attend travel work coach mentor ignore accept apologise`},
	{0, `instruct direct order command assign force compel oblige insist ask need want like love prefer* expect require get pull detail task charge pressure press urge nag*
forbid shoot name spell walk explain dictate show step* jump grab* beg* demand request dive wade end nearly stop start continue help support resist avoid refrain tempt promise offer volunteer agree plan*
intend mean hope try manage fail fight land wander defer* escalate kick delegate consult ping* bounce punt return escalate turn insist hold back inform advise brief urge remind request spend found catch wind plump side land guarantee commit* cling bail drag* claw snatch* relieve wrestle plonk lob* bat* bump flick defer kick supply
provide slip* assume persuade convince clarify stipulate mandate announce carry grab* favour favor argue mull wave nod* knock lock nail buy fetch hang dictate
disagree object oppose resent confirm withdraw sell persist steer warn divide subcontract protest dither hesitate point vote strike blow allow bite realise prevent place stress repeat emphasise text throw seek await lack refer* dare care
weigh muscle butt barge intervene mop* scoop sweep straighten figure map* bang hammer thrash struggle freeze drift* dump`},
}
