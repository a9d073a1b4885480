package conversation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

// A reaction says how somebody likes what they have read, how they feel about it or what they will do then, and asks for
// nothing: "puh, das ist ganz schön viel", "na gut dann ruf ich an", "ach schade, so viele sind wir nicht". A search for it
// finds something that has a word of it.

// longestReaction is how many words a message has at most that only reacts.
const longestReaction = 14

var (
	// exclaimed begin a reaction, or are one.
	exclaimed = words(`ach ui uh boah mensch nein nee oh ohje oje je ohh ah aha uff puh hm hmm hui wow huch ups mist achso so ok okay okey na gut ja nun tja alles klar super toll prima cool klasse perfekt wunderbar schade leider danke
		dankeschön vielen lieben besten dank merci trotzdem
		aw aww great lovely brilliant perfect fab fantastic right well thanks thank you very much shame pity phew ouch blimey ugh gosh yes yeah nice good fine cheers anyway dear no`)
	// regrets begin a reaction whatever follows them but a question: "schade, ich wollte mit dem Hund kommen".
	regrets = words("schade leider mist shame pity ouch")
	// opinion is what says how something is liked, or how somebody feels.
	opinion = talk{core: words(`happig teuer teurer günstig günstiger billig viel wenig fair unfair gut schlecht toll super schade blöd doof ärgerlich nett lieb freundlich cool mega krass heftig
		stolzer hammer wahnsinn schnäppchen schön hilfreich nützlich praktisch gemein bitter traurig hart spät früh weit lang kurz knapp perfekt prima klasse spitze wunderbar genial interessant
		beruhigend erfreulich übertrieben lächerlich besorgt erleichtert begeistert gespannt froh freu freue freuen freut glücklich nervös aufgeregt verwirrt sauer überrascht passt schwierig irre beruhigt interessant verständlich glück süß guter gute gutes lieb schnell ewig unmöglich dachte gedacht vorgestellt gerechnet erwartet kompliziert umständlich
		steep pricey expensive cheap cheaper dear bad good great lovely brilliant nice fair unfair reasonable much lot annoying helpful useful handy shame pity perfect fine fantastic wonderful sad tough harsh
		crazy ridiculous amazing awful terrible late early far long short interesting reassuring fab ideal bargain relief worried relieved excited pleased glad happy sorry nervous upset confused surprised gutted awkward
		fun impressive generous surprising works forward kind sense enough sure money news value thought expected`),
		beside: words(`das ist war wäre wären sind es ich wir bin find finde finden findet mir uns aber ja echt wirklich ganz so sehr zu ziemlich richtig schon nicht gar mal doch ein eine einen auch halt eben leider ehrlich gesagt
		preis klingt klingen hört hören sich an sieht aus für mich da dann na ok okay gut oh ach puh jetzt etwas bisschen wenig immer noch total recht darauf drauf sehen euch und dem der die tut leid weg bei euch ihnen vielen fragen störung eigentlich mehr als weniger mit ihr seid hab hatte habe hatten geht von
		that this is it was would be be s m re i we are am sounds looks seems feel feeling a an bit quite rather pretty really so very too not at all for me us of the to what oh well still and but just honestly think find you had
		im looking seeing ve been makes way bother trouble yet more than cheaper less`)}
	// resolve is what says that somebody will think, call or look.
	resolve = talk{core: words(`ruf rufe anrufen schauen gucken suchen melde meld überleg überlege überlegen überlegs schau schaue gucke guck besprech bespreche besprechen frag frage warte vorbei
		speak talk call ring phone think touch discuss check ask wait pop sprech spreche sprechen rede reden schlafen schlaf woanders überlegs look`),
		beside: words(`ich wir mich the dann na gut ok okay es mir mal noch das uns an bei ihnen euch durch drüber darüber nochmal erst erstmal einfach morgen später gleich wieder zuerst halt also eben selbst mit meinem meiner meinen mann
		frau partner familie komm komme kommen schon und werd werde muss müssen will ja so lieber da in
		i we ll then ok okay will going to about it you them later tomorrow over with my our husband wife partner family m glaub wohl geh gehe hin schaun am montag dienstag mittwoch donnerstag freitag samstag sonntag einfach
		just better in be a give up by first on website right and so well have see`)}
	// wanting are words of a statement by which somebody asks for something, or takes back what was understood.
	wanting = words(`brauche brauchen brauch suche suchen such möchte möchten hätte hätten würde würden will wollen habe hab haben interessiert interessiere frage gern gerne bitte meinte falsch stimmt warte warten nehme nehm nehmen bestelle bestellen buche
		need want looking would d like have got wondering wonder question ask please mean meant wrong waiting take order book`)
	// troubles are words of a statement that tells what is amiss: somebody needs help with it.
	troubles = words(`kaputt defekt funktioniert funktionieren tropft leckt ausläuft riecht stinkt brennt raucht blutet zittert kratzt erbricht gefressen verschluckt geschluckt gestürzt gestochen gebissen verletzt bewusstlos schmerzen geklaut gestohlen ausgesperrt abgebrochen verloren läuft feuer fieber krank
		broken broke work working leak leaks leaking fire lost ill sick fever smell smells burning smoke smoking bleeding bleeds shaking vomiting ate eaten swallowed fell bitten stung hurt hurts injured unconscious pain stolen locked`)
	// answering begin a statement that answers a question instead of reacting, telling are what it has besides: who
	// somebody is, where they come from, what it is about.
	answering = words("ja nein nee yes yeah no")
	telling   = words("bin sind komme kommen wohne wohnen um am m are live from")
	// hoping are words by which somebody says what they would like to be told, where it is about who is asked.
	hoping   = words("hoffe hoffen hoffentlich hope")
	youAsked = words("ihr sie euch you your eure euer")
	// whoSays are pronouns that a statement has.
	whoSays = words("ich wir das es er sie man mir uns i we it that they he she")
	asks    = words("wann wo wie was wer welche welcher welches welchen wieviel ob warum oder what when where how who which whether why or")
	// supposing begin what somebody asks who supposes something: "ok, und wenn ich nicht da bin".
	supposing = words("wenn falls if")
	// statedApart is what parts the clauses of a reaction.
	statedApart = regexp.MustCompile(`[,.!;:–\n]+|\s-\s`)
)

// reaction is the topic of a message that only reacts: "farewell" for one that says goodbye, "thanks" for one that thanks and
// says nothing of how somebody feels, else "reaction"; "" of any other message.
func reaction(text string) string {
	all := strings.Fields(bareWords(text))
	if len(all) > longestReaction || strings.ContainsAny(text, "0123456789@?") {
		return ""
	}
	moved, regret, told, leaves := false, among(all, regrets), false, false
	for _, clause := range statedApart.Split(text, -1) {
		list := strings.Fields(bareWords(clause))
		if len(list) == 0 || polite(clause) || slices.ContainsFunc(talks, func(t talk) bool { return (t.topic == "thanks" || t.topic == "heard") && t.made(list) }) {
			moved = moved || len(list) > 0
			continue
		}
		if leaving.MatchString(strings.Join(list, " ")) {
			moved, leaves = true, true
			continue
		}
		n := 0
		for n < len(list) && exclaimed[list[n]] {
			n++
		}
		moved = moved || n > 0
		rest := list[n:]
		switch {
		case len(rest) == 0, polite(strings.Join(rest, " ")), admires(rest), (likes(list) || moved && opinion.made(rest)) && !asksFirst(rest), resolves(rest):
		case (moved || regret) && !answers(list[:n], rest) && states(rest, regret), feels(rest):
			told = true
		default:
			return ""
		}
		moved = true
	}
	switch {
	case !moved || len(all) == 1, corrects.MatchString(text), ordersErrand(text), rightOf(all) != "":
		return ""
	case leaves:
		return "farewell"
	case !told && among(all, thanking) && !among(all, troubled):
		return "thanks"
	}
	return "reaction"
}

var (
	admiring = words("ärgerlich schön nett blöd toll süß schade traurig lieb doof lovely nice annoying sad kind sweet funny")
	thanking = words("danke dank dankeschön merci thanks thank cheers thx")
	troubled = words("besorgt nervös aufgeregt verwirrt sauer traurig worried sad nervous upset confused gutted")
	speaking = words("ich wir i we")
	// moving are words by which a sentence says how somebody feels, whatever else it says.
	moving = words(`freuen freut freue begeistert thrilled delighted hoffe hoffen hoffentlich hope besorgt love loves moon worried nervös nervous aufgeregt excited beruhigt erleichtert relieved froh glad traurig`)
	// fearing stand before what somebody fears: they want to know what a firm does about it.
	fearing = words("vor vorm about of")
	having  = words("hab habe haben have got")
	// leaving finds that somebody says goodbye.
	leaving = regexp.MustCompile(`(?i)^\s*(?:(?:na|ok|okay|gut|also|super|great|(?:vielen dank|danke|merci|thanks|thank you)(?: und| and)?)\s)*(?:(?:dann )?bis (?:dann|bald|später|nachher|gleich|morgen|übermorgen|nächste woche|\pL+tag|mittwoch)(?: dann| und danke)?|` +
		`see you (?:then|soon|later|tomorrow|there|next week|(?:on )?\pL+day)(?: then)?|(?:ein(?:en)? )?(?:schön|gut|angenehm)e[sn]? (?:wochenende|abend|tag|feierabend|nacht|woche)(?: noch)?|` +
		`(?:ihnen|dir|euch) auch(?: eine?n? schöne[sn]? \pL+)?|have a (?:nice|good|lovely|great) \pL+|you too|auf wiederschauen|auf wiedersehen|ade|tschüss|bye)\s*$`)
)

// among says whether some word of a list is in a set.
func among(list []string, set map[string]bool) bool {
	return slices.ContainsFunc(list, func(w string) bool { return set[w] })
}

// resolves says whether words are nothing but what somebody will do.
func resolves(list []string) bool { return resolve.made(list) && among(list, speaking) }

// likes says whether words, with what begins them, are nothing but an opinion or a feeling.
func likes(list []string) bool {
	for len(list) > 1 && exclaimed[list[0]] && !opinion.core[list[0]] && !opinion.beside[list[0]] {
		list = list[1:]
	}
	if at := slices.IndexFunc(list, func(w string) bool { return w == "für" || w == "for" }); at > 1 { // "das ist happig für zwei Stunden"
		return opinion.made(list[:at])
	}
	return len(list) > 1 && opinion.made(list)
}

// admires says whether words are nothing but "wie ärgerlich", "how lovely".
func admires(list []string) bool {
	return len(list) == 2 && (list[0] == "wie" || list[0] == "how") && admiring[list[1]]
}

// feels says whether words say how somebody feels and ask for nothing.
func feels(list []string) bool {
	list = slices.DeleteFunc(slices.Clone(list), func(w string) bool { return having[w] })
	return among(list, moving) && !among(list, fearing) && !among(list, troubles) && !(among(list, hoping) && among(list, youAsked)) && !(len(list) > 1 && list[1] == "sich") && !asksFirst(list) && !among(list, asks) && !among(list, wanting)
}

// asksFirst says whether words begin as a question does.
func asksFirst(list []string) bool {
	said := withoutJoint(strings.Join(list, " "))
	if supposing[first(said)] {
		return true
	}
	return retrieve.BeginsAsking(said) || len(list) > 0 && said != "" && questionVerb(asWords(said))
}

// answers says whether a clause that begins with nothing but yes or no tells who somebody is or what it is about.
func answers(begin, rest []string) bool {
	return len(begin) > 0 && among(rest, telling) && !slices.ContainsFunc(begin, func(w string) bool { return !answering[w] })
}

// states says whether words state something and ask for nothing.
func states(list []string, regret bool) bool {
	if len(list) < 3 || asksFirst(list) || among(list, troubles) || slices.ContainsFunc(list, func(w string) bool { return asks[w] || wanting[w] && !regret }) {
		return false
	}
	return among(list, whoSays)
}
