package notes

// The words by which a line says who is to do what, in the languages that are listened for.

// firstPersons are how I say that I will do something; the first word is me.
var firstPersons = []string{
	"i'll", "i’ll", "i will", "i need to", "i have to", "i must", "i should", "i'm going to", "i’m going to", "i am going to",
	"i promised to", "i said i'd", "i want to", "me to", "i to",
}

// willDos are how somebody is said to do something, after their name.
var willDos = []string{
	"to", "will", "is going to", "are going to", "agreed to", "promised to", "offered to", "volunteered to", "is to", "are to",
	"has to", "needs to",
	"should", "going to", "'s going to", "’s going to", "'s gonna", "’s gonna", "is gonna", "'ll", "’ll",
}

var (
	// noDeeds are words after "will" or "to" that begin nothing that somebody is to do.
	noDeeds = words(`be have the a an my our his her their love like hate admit say see know miss need not never always
		remember enjoy probably become feel think hardly market date me us him them and struggle understand
		survive cope want forget wait believe
		sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed weds thu thur thurs fri sat`)

	// does are verbs of what a named person does in a todo that names nobody else: whose it is must be asked.
	does = words(`sends writes checks asks takes brings prepares drafts owns fixes books orders calls rings buys collects
	updates reviews tests finds gets makes sets shares tells talks handles organises organizes schedules plans presents runs does leads
	covers pays prints cleans picks follows closes signs files reports moves builds reads arranges contacts drives delivers emails mails`)

	handing = words(`give send tell ask show get bring let help offer remind pay lend introduce intro buy forward invite call text
		email mail answer thank book find put teach train coach write owe hand pass enrol enroll add promote nominate update ping`)
	// afterObject are words after "her" that show that she is meant, not something of hers.
	afterObject = words(`a an the my our some about to if whether that how what when where who why for on at with in into up down
		through back more another two three one again by before this these those access and out know`)

	// pleases may stand behind a date.
	pleases     = words("please pls plz thanks thx latest")
	askWords    = words("please pls plz bitte porfa svp stp por-favor")
	imperatives = words(`accept add agree amend announce answer apply approve arrange ask assign attend backup book bring
		build bump buy call cancel change chase check choose circulate clean clear close collect compare
		compile complete confirm contact cook copy count cover create cut decide define delete deliver demo
		describe design discuss do document draft draw drive drop email escalate estimate extend fetch file
		fill find finish fix flatten follow forward gather get give hand help hire improve inform install
		introduce invite join keep lead learn let list look mail make map measure meet merge migrate move
		note order organise organize own paint pay phone pick ping plan polish post prepare present print
		propose publish pull push put raise reach read rebuild record reduce register remind remove rename
		renew repair replace reply report research reserve reset restart review revise rewrite ring rotate
		run scan schedule see sell send set settle share ship show sign sketch sort speak split start stop
		store submit summarise summarize swap switch sync take talk teach tell test tidy track train
		translate try turn update upgrade upload use verify visit wash water wipe work write`)

	// linkWords join a line to the one before it.
	linkWords = words("so and also")
)

var (
	// foreignDeeds say after a name what that person will do.
	foreignDeeds = []string{
		"kümmert sich um ", "übernimmt ", "schickt ", "bestellt ", "klärt ", "prüft ", "schreibt mir ", "bringt die ", "bringt den ",
		"bringt das ", "organisiert ", "besorgt ", "erledigt ", "erstellt ", "verschickt ", "reserviert ", "bucht ", "repariert ",
		"holt die ", "holt den ", "holt das ", "macht die ", "macht den ",
		"se encarga de", "se ocupa de", "manda ", "prepara ", "envía ", "enviará ", "preparará ", "llamará ", "mandará ", "traerá ",
		"comprará ", "hará ",
		"s'occupe de", "s'occupe d'", "envoie ", "prépare ", "se charge de", "relance ", "commande ", "appelle ", "réserve ", "rédige ",
		"apporte ", "achète ", "vérifie ", "enverra ", "appellera ", "préparera ",
	}
	foreignWills = []string{"va a ", "va "}

	// promises are how I say what I will do, besides firstPersons.
	promises = []string{
		"i owe ", "i still owe ", "i promised to ", "i promised her ", "i promised him ", "i promised them ", "remind me to ",
		"let me check ", "note to self: ", "remember to ", "don't forget to ",
		"ich frage ", "ich gebe ihr ", "ich gebe ihm ", "ich melde mich ", "ich spreche mit ", "ich rede mit ", "ich schicke ",
		"ich kläre ", "ich kümmere mich um ", "ich bestelle ", "ich rufe ", "ich schreibe ", "ich besorge ",
		"je demande ", "je m'occupe ", "j'appelle ", "j'envoie ", "je relance ", "je dois lui ", "je dois leur ", "le debo ",
		"les debo ",
	}
	foreignPromises = []string{"voy a ", "je vais ", "tengo que ", "debo "}

	// duties are what I must do where a verb of giving or asking follows.
	duties = []string{"need to ", "must ", "have to "}

	// wishes are what I say without promising it.
	wishes = []string{"i should ", "i want ", "i to "}

	// takings follow a verb of taking what is taken on.
	takings = []string{"over ", "care of "}

	// infinitivesOfBeing are no verbs of doing.
	infinitivesOfBeing = words("ser estar tener decir haber être avoir aimer dire ver")
)
