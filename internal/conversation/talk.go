package conversation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
)

// talk is a kind of small talk that people put in many ways: messages of a few words that are
// nothing but words said in it, with one at least that makes it what it is.
type talk struct {
	topic        string
	core, beside map[string]bool
}

// chatter is how many words a message that is nothing but small talk has at most.
const chatter = 9

// talks are read in this order: who thanks and says goodbye is wished well.
var talks = []talk{
	{"abuse", insults, beside},
	{"complaint", words(`beschweren beschwerde reklamieren skandal frechheit unverschämtheit unverschämt sauerei enttäuscht unzufrieden empört
		complain complaint scandal scandalous disgrace disgraceful outrageous unacceptable disappointed`),
		words(`ich wir will wollen möchte möchten muss mich uns hab habe haben eine einen die der das ist ja echt wirklich so sehr total bin sind über euch ihr ihren ihrem eurer euren service mal jetzt bei ihnen hallo und von mit dann also
		i we want would like d to wish need make a an this is it that s absolutely really very so am are about with your you service hello hi have and then so`)},
	{"farewell", words(`tschüss tschüß tschau ciao bye goodbye wiedersehen wiederhören servus`),
		words(`auf bis bald dann na gut okay ok also super prima toll merci danke dankeschön vielen dank und schönen einen tag abend noch wünsche ich ihnen euch dir
		then thanks thank you and have a nice day see good`)},
	{"thanks", words(`danke dankeschön dank dankesehr merci thx thanks thank thankyou`),
		words(`vielen vilmal vielmal vielmals mal lieben herzlichen besten schönen schön sehr super prima toll perfekt klasse spitze ok okay alles klar gut ja nein für die das der den
		ihre ihrer deine eure hilfe auskunft info infos antwort antworten information informationen mühe schnelle nette freundliche tolle dir ihnen euch ihr du dafür
		tag abend feierabend wochenende schönes gottes segen gute alles bleiben gesund herzlich euer ihr du hilft mir hat haben geholfen weitergeholfen sie weiter schon mal und im voraus tausend ganz war wars s es erst erstmal reicht tag noch einen
		you so very much a lot many for your the help great perfect good super all that this was is helped me it no yes again kindly quick answer reply information`)},
	{"heard", words(`ok okay super prima toll perfekt verstanden nein nö nee no nope great cool perfect alright`),
		words(`alles klar gut sehr top klasse spitze ja na dann ach so aha das ist war wars s es erst erstmal reicht mir schon all that is was fine good very yes`)},
	{"thanks", words(`super toll klasse spitze prima großartig genial cool gemacht great awesome amazing brilliant lovely helpful done hilfreich`), // praise
		words(`ihr du sie seid bist sind euer dein ihr der das ein bot chatbot service laden echt richtig sehr wirklich so gut gute toller tolles war ist
		you are you're your this is was a such really very so good well job work bot service`)},
	{"nothing", words(`hilfe helfen help frage fragen question questions`),
		words(`ich wir hab habe haben hätte hätten möchte brauche mal ne eine einen ein paar noch da eventuell kurz kurze bitte können sie kannst du mir uns weiterhelfen bei
		etwas was zu an ihnen dich mit könnten könntest hallo hi guten tag
		i we have need got a an some few couple of quick please can could you me with something hello hi just`)},
	{"person", words(`mensch menschen mitarbeiter mitarbeiterin mitarbeitern person personen jemand jemandem jemanden ansprechpartner berater beraterin kollege kollegen kollegin
		human person someone somebody agent employee representative`),
		words(`ich wir möchte möchten will wollen würde gern gerne kann können könnte könnten bitte mal lieber jetzt sofort mit einem einer eine einen echten richtigen
		echter echte realen aus dem vom ihrem eurem team sprechen reden telefonieren schreiben chatten unterhalten verbinden verbinde verbinden sie mich mir
		gib geben brauche endlich nur hier gibt es auch dich dir du dann also doch ok okay und
		i we want would like to d wish need can could may please talk speak chat a an the real live with connect me now rather instead just let your team from get then so and ok okay`)},
}

// made reports whether the words of a message are nothing but this talk.
func (t *talk) made(words []string) bool {
	if len(words) > chatter {
		return false
	}
	found := false
	for _, w := range words {
		found = found || t.core[w]
		if !t.core[w] && !t.beside[w] {
			return false // it may be about a thing: "dumme Frage, aber wann …"
		}
	}
	return found
}

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// insults are words that say nothing but that somebody is angry. A message of a few words with one
// of them and no question is answered calmly, and never searched for.
var insults = words(`arschloch arsch idiot idioten idiotisch dumm dumme dummer blöd blöde blöder scheiße scheiss scheiß schwachkopf trottel depp vollpfosten
	hurensohn fick wichser missgeburt penner spast mistding drecksding nutzlos unfähig bescheuert behindert saftladen fresse maul
	doof doofe doofer dämlich dämlicher blödmann blödsinn quatsch nervst nervig lügner lügst verpiss vollidiot
	stupid dumb idiotic moron fuck fucking fucker asshole bitch bastard shit shitty crap useless bullshit sucks retard cunt wanker`)

// beside are the words an insult is made with.
var beside = words(`du bist ist sind seid sie ihr euer eure so ein eine einen der die das echt total einfach völlig voll ja na was für dein deine den dich dir mich klappe
	halt leck mich am bot chatbot ki laden verdammt verdammter verdammte richtig nur alle alles ganz hier und doch
	you are you're youre a an the so such this is your what piece of off up bot ai chatbot it all go to hell damn damned just really and re s`)

// complaints finds that a page says what becomes of one; "Rückenbeschwerden" and "Beschwerden der Gelenke" are none.
// Those about how data is handled go to an authority, which is in every privacy policy.
var (
	complaints = regexp.MustCompile(`(?i)\bbeschwerde(?:n an|n bei|n über|n nimmt|n nehmen|n richten|n bitte|stelle|management|verfahren)?\b|\bbeschweren\b|\bcomplain(?:t|ts|ing)?\b`)
	authority  = regexp.MustCompile(`(?i)daten|dsgvo|aufsichts|\bdata\b|gdpr|information commissioner|\bico\b`)
)

// saysToWhom reports whether the sources say with whom or how a complaint is made.
func saysToWhom(index *retrieve.Index) bool {
	for _, text := range []string{"Bei wem kann ich mich beschweren? Beschwerde", "To whom do I make a complaint?"} {
		for _, hit := range index.Search(retrieve.Query{Text: text}).Hits {
			for _, s := range sentence.In(hit.Text()) {
				if one := hit.Text()[s.Start:s.End]; complaints.MatchString(one) && !authority.MatchString(one) {
					return true
				}
			}
		}
	}
	return false
}

// complains reports whether a message is nothing but a complaint, or the wish to make one.
func complains(text string) bool {
	list := strings.Fields(bareWords(text))
	return slices.ContainsFunc(talks, func(t talk) bool { return t.topic == "complaint" && t.made(list) })
}
