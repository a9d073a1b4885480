package conversation

import (
	"regexp"
	"strings"
)

// besides are words that change nothing about the question who answers.
var besides = words(`hier jetzt gerade denn eigentlich überhaupt wirklich etwa da dort dann nun also mal nur auch sagen sag
	here now then actually really just currently honestly right`)

// The question whether a person or a program answers, by language. What it calls by "das" or "this" may
// be a thing of the website, so that robots and machines count there only beside a person.
var whoAnswers = func() map[string]*regexp.Regexp {
	const (
		adjective = `(?:echt\S{0,2} |richtige\S? |reale\S? |lebende\S? |lebendige\S? )?`
		person    = `(?:ein\S{0,2} )?` + adjective + `(?:mensch|menschen|person|mitarbeiter|mitarbeiters|mitarbeiterin)`
		bot       = `(?:ein\S{0,2} )?` + adjective + `(?:bot|chatbot|chat bot|ki|ki bot|ki chatbot|ki assistent|ai|künstliche intelligenz|künstlichen intelligenz|chatgpt|sprachmodell)`
		machine   = `(?:ein\S{0,2} )?(?:roboter|maschine|computer|automat|automaten|programm|computerprogramm|software)`
		anyone    = `(?:` + person + `|` + bot + `|` + machine + `)`
		orElse    = `(?: oder (?:doch )?(?:mit )?` + anyone + `| oder nicht)?`

		humanEN   = `(?:an? |the )?(?:real |actual |live |living |human )?(?:human being|human|person|human agent|human person)`
		botEN     = `(?:an? )?(?:ai |real )?(?:bot|chatbot|chat bot|ai|ai assistant|artificial intelligence|language model|llm|chatgpt)`
		machineEN = `(?:an? )?(?:robot|machine|computer|computer program|program|agent|employee|member of staff)`
		anyEN     = `(?:` + humanEN + `|` + botEN + `|` + machineEN + `)`
		orElseEN  = `(?: or (?:to |with |is this |is it |are you )?` + anyEN + `| or not)?`
	)
	return map[string]*regexp.Regexp{
		"de": regexp.MustCompile(`^(?:(?:hallo|hi|hey|entschuldigung|moment|ok|und|aber) )?(?:` + strings.Join([]string{
			`(?:bist du|sind sie|seid ihr) (?:echt|` + anyone + orElse + `)`,
			`(?:ist|schreibt|antwortet|spricht|sitzt|steckt|chattet)(?: das| es| dahinter| mir)? (?:` + person + `|` + bot + `)` + orElse,
			`ist das ` + anyone + ` oder ` + anyone,
			`(?:spreche|rede|schreibe|chatte|kommuniziere|unterhalte) ich(?: mich)? mit ` + anyone + orElse,
			`mit wem (?:spreche|rede|schreibe|chatte|kommuniziere) ich`,
			person + ` oder (?:` + bot + `|` + machine + `)`,
			`(?:` + bot + `|` + machine + `) oder ` + person,
		}, `|`) + `)$`),
		"en": regexp.MustCompile(`^(?:(?:hello|hi|hey|sorry|wait|ok|so|and|but) )?(?:` + strings.Join([]string{
			`are you (?:real|` + anyEN + orElseEN + `)`,
			`(?:is this|is it|is that) (?:` + humanEN + `|` + botEN + `)` + orElseEN,
			`(?:is this|is it|is that) ` + anyEN + ` or ` + anyEN,
			`is (?:there )?` + humanEN + `(?: there| answering| writing| typing| replying| reading this| behind this)`,
			`(?:am i|are we) (?:talking|speaking|chatting|writing|texting) (?:to|with) ` + anyEN + orElseEN,
			`do i (?:talk|speak|chat|write) (?:to|with) ` + anyEN + orElseEN,
			`(?:who|whom) (?:am i) (?:talking|speaking|chatting|writing) (?:to|with)`,
			humanEN + ` or (?:` + botEN + `|` + machineEN + `)`,
			`(?:` + botEN + `|` + machineEN + `) or ` + humanEN,
		}, `|`) + `)$`),
	}
}()

// answerers are words one of which every question of whoAnswers has: most messages have none.
var answerers = words(`mensch menschen person mitarbeiter mitarbeiters mitarbeiterin bot chatbot ki ai intelligenz chatgpt sprachmodell
	roboter maschine computer automat automaten programm computerprogramm software echt wem
	being human real intelligence model llm robot machine program agent employee staff who whom`)

// asksWhoAnswers reports whether a message is nothing but the question who answers, and its language.
func asksWhoAnswers(words string) (language string, ok bool) {
	var kept []string
	named := false
	for w := range strings.FieldsSeq(words) {
		if !besides[w] {
			kept = append(kept, w)
			named = named || answerers[w]
		}
	}
	if len(kept) == 0 || len(kept) > 2*chatter {
		return "", false
	}
	bare := strings.Join(kept, " ")
	if known := phrases[bare]; known.topic == "identity" {
		return known.language, true
	}
	for language, asks := range whoAnswers {
		if named && asks.MatchString(bare) {
			return language, true
		}
	}
	return "", false
}
