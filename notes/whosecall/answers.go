package whosecall

// answers is the rule Answer.
type answers struct{ any *patterns }

func newAnswers() *answers {
	return &answers{any: compileAll(`
		=give|=hand|=feed|=spoonfeed|=show|=supply|=provide|=slip|=send|=pass R with? * P? the|my|his|her|their|an ~ answer|answers|solution|solutions|fix|wording|phrasing|recipe|steps|script|schema|code|query|formula|structure|argument|arguments|pitch|cause|command|conclusion|text|sentence|sentences
		=tell|=advise R * exactly? what|how|where|when|who|whom to * V
		=tell|=show|=explain R * exactly? how|where|what|which $
		=tell R * which ~ to * V
		=tell|=show|=explain R * what|how|which|where
		=explain|=spell|=dictate|=lay|=write|=set ~ to|for R
		=dictate|=spell ~ P|R
		=walk|=talk R through ~ fix|solution|answer|steps|change|changes|code
		=explain|=spell|=set|=lay out? how|what R
		=show R * exactly? how to * V
		=hand|=give R P? my|the ~ solution|answer|script|wording|text
		=tell|=inform|=advise|=instruct|=brief R * on|about|as? exactly? which|what|how ~ to * V
		=let R know which|what|how|where ~ to * V
		=walk|=talk|=take R through ~ what|how|which|where ~ to * V
		=explain to? R ~ how|what|which to * V
		=point R straight|right? to|at the|a ~ answer|solution|bug|fix|cause|error|problem
		=show|=tell R where the ~ bug|problem|error|fault|mistake|leak
		=tell|=show R what is|was missing|wrong|needed|next
		=spell out what|which|how|who ~ to V
		=dictate O
		=tell R * P? the|my ~ answer|answers|solution|solutions|fix|wording|recipe|steps|script|conclusion
		=tell R what|which|how|who|where the|P ~ should|must be|V
		=give R my pick|choice|preference|version
		=tell|=show R how much|many|long|far|often ~ to * V
		=tell|=show|=give R the exact|precise|right O
		=spell|=set|=specify|=prescribe|=define for R which|what|how
	`)}
}

func (a *answers) matches(r *reader, i int) bool {
	c := &r.clauses[i]
	if c.negated || c.modal != "" {
		return false
	}
	head := &r.toks[c.head]
	for n, p := range a.any.all() {
		end, v, ok := r.match(p, c.head, c.to)
		if !ok {
			continue
		}
		switch n {
		case 2:
			if next := r.next(i); next != nil && next.joint == "" && next.subject == subjectMe && !r.wouldDo(i, end) {
				continue
			}
		case 4:
			if !r.wouldDo(i, end) {
				continue
			}
		case 5:
			if !(head.is("spell") || head.is("dictate") || head.is("lay") || head.is("explain") && r.within(howTo, c.head, c.to)) {
				continue
			}
			if head.is("lay") && !r.within(whole, c.head, c.to) {
				continue
			}
		case 8:
			next := r.next(i)
			if next == nil && end >= c.to {
				continue
			}
			if next != nil && end >= c.to && next.subject == subjectR && next.modal != "should" && next.modal != "must" && next.modal != "need to" && next.modal != "has to" && next.modal != "ought" {
				continue
			}
		}
		if v >= 0 && (r.toks[v].has(cares) || r.toks[v].is("find") || r.toks[v].is("apply") && v+1 < c.to && (r.toks[v+1].word == "for" || r.toks[v+1].word == "to") || r.toks[v].is("reach") || r.toks[v].is("expect") || r.toks[v].is("expense")) {
			continue
		}
		return true
	}
	return r.explains(i)
}

var idChoose = compileAll("=go for|with O\n=choose|=pick|=use|=drop|=cut|=charge|=scrap|=keep|=prefer|=switch|=ditch O")

var (
	howTo = compileAll("how|what|which|where to * V")
	whole = compileAll("steps|plan|answer|solution|approach|wording|design|route|path|it|everything|fix|way")
)

// wouldDo reads "told her what I would do", "told her which one I'd take".
func (r *reader) wouldDo(i, at int) bool {
	next := r.next(i)
	return next != nil && next.joint == "" && next.subject == subjectMe && (next.modal == "would" || next.modal == "should" || next.future || next.head >= 0 && (r.toks[next.head].is("want") || r.toks[next.head].is("prefer"))) && next.head >= 0 && at >= r.clauses[i].from
}

// explains reads "explained how she should structure it".
func (r *reader) explains(i int) bool {
	c := &r.clauses[i]
	next := r.next(i)
	head := &r.toks[c.head]
	if next != nil && next.joint == "" && next.subject == subjectMe && next.modal == "would" && next.head >= 0 && !next.near && !c.negated {
		if wh.has(r.toks[c.to-1].word) && (head.is("explain") || head.is("show") || head.is("walk") || head.is("talk")) {
			return true
		}
		if head.is("tell") && c.head+1 < c.to && r.toks[c.head+1].who == whoR && r.anyOf(idChoose, next.head, next.to) {
			return true
		}
	}
	if next == nil || next.joint != "" || next.subject != subjectR || !(head.is("explain") || head.is("tell") || head.is("show") || head.is("spell") || head.is("dictate")) {
		return false
	}
	switch r.toks[c.to-1].word {
	case "how", "what", "which", "where", "when":
	default:
		return false
	}
	switch next.modal {
	case "should", "must", "need to", "has to", "have to", "ought":
		c.through = next.to
		return true
	}
	return false
}
