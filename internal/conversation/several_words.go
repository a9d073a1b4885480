package conversation

import "regexp"

// The words by which several tells questions.
var (
	interrogatives = words(`wann wo was wie wieviel wieviele welche welcher welches welchen welchem wer wem wen wohin woher warum wieso weshalb womit wofür worauf
		what when where how who which why whose`)
	bareInterrogatives = words(`wann wo was wer wohin woher warum wieso weshalb womit wofür`)
	english            = words(`what when where how who which why whose do does did is are can could may will would should have has`)
	beforeThem         = words(`ab bis um seit für an bei mit zu von in auf aus nach vor durch from until till at for by on in to with`)
	asksWhich          = words(`wer welche welcher welches welchen who which`)
	whether            = words(`ob whether if`)

	// auxiliaries begin questions about what a thing is or may do.
	auxiliaries = words(`ist sind darf dürfen kann können könnte muss müssen wird werden kostet kosten gilt gelten hat war
		is are do does did can could may will would should has have must was were`)
	// finite are forms of verbs that people ask with.
	finite = words(`kostet kosten ist sind seid bin bist war waren hat habt haben habe hab hast kann kannst könnt können könnte könnten könntet darf dürfen dürft muss müssen müsst soll sollen sollte sollten
		gibt gibts gebt geben geht gehen macht machen mache komme kommt kommen finde findet finden dauert dauern liegt liegen brauche braucht brauchen bekomme bekommt bekommen kriege kriegt
		öffnet öffnen schließt schließen schliesst beginnt beginnen startet starten endet enden heißt heißen heisst lautet lauten bietet bieten wird werden werde würde würdet zahlt zahle zahlen bezahle
		bezahlt bezahlen funktioniert läuft laufen gilt gelten fährt fahren fahre parke parken erreiche erreicht nehmt nehmen passiert steht stehen sieht leitet arbeitet enthält verkauft verkaufen
		liefert liefern repariert reparieren berechnet verlangt betragen beträgt bringe bringt trefft treffen sitzt sitzen seh sehe
		is are was were do does did can could may might will would should shall must have has had s costs cost`)
	// subjects are pronouns that do what is asked about; none of them stands for a thing that is had.
	subjects    = words(`ich ihr sie man es wir du er i you we they it he she there`)
	determiners = words(`der die das ein eine mein meine unser unsere unseren ihre euer eure dein deine diese dieser dieses alle auch denn the a an my your our his her their this that these those any all`)
	namedThings = words(`hunde kinder tiere haustiere parkplätze dogs pets kids children parking entry admission breakfast payment booking delivery classes lessons people`)
	reserved    = words(`mit für in im am an auf bei zu und oder ohne by for in on at with without and or`)
	noVerbs     = words(`nicht seit weit bereit statt jetzt sonst alle alles keine eine meine deine seine ihre eure unsere diese solche heute ohne gerne bitte gegen neben neue viele andere wegen zwischen wenn
		dann denn dass weil damit sodass falls obwohl solange sooft sobald soweit sofern bevor während anstatt welche welchen etwas genau kosten sollte könnte gute schöne nette danke hallo morgen sagen`)

	// vague questions only lead to the one behind them: "Wie ist das, kann ich …"
	vague = phrasesOf("wie ist das", "wie ist es", "wie sieht es aus", "wie sieht das aus", "wie läuft das", "wie läuft das ab", "wie funktioniert das", "wie geht das", "was meint ihr", "was meinen sie",
		"was ist das", "geht das", "how is it", "how does it work", "how does that work", "what do you think")

	// asksToTell is a question or a wish to be told something.
	asksToTell = regexp.MustCompile(`(?i)\b(?:sagen|wissen|weiß|weiss|wisst|weißt|verraten|erklären|mitteilen|interessiert|interessieren|fragen|tell me|tell us|know|let me know|say|explain|ask|wonder|wondering)\b`)
	// indirect is such a question with what is to be told.
	indirect = regexp.MustCompile(`(?i)^(?:(?:können|könnten|kannst|könntest|könnt|könntet|würden|wissen|weiß|weißt|wisst|darf|dürfte|ich|mich|mir|wir|uns|sagen|sagt|sag|can|could|would|do|please|i|we|let|tell)\b[^?]*)` +
		`\b(?:sagen|wissen|weiß|weiss|wisst|weißt|verraten|erklären|mitteilen|interessiert|interessieren|fragen|tell me|tell us|know|say|explain|ask|wonder|wondering)\b[^?]*?,?\s` +
		`((?:ob|wann|wo|was|wie|wieviel|welche[rsnm]?|wer|wohin|ab wann|bis wann|what|when|where|how|who|which|whether|if)\s)`)
)

func phrasesOf(all ...string) map[string]bool {
	m := map[string]bool{}
	for _, p := range all {
		m[p] = true
	}
	return m
}
