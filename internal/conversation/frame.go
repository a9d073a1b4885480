package conversation

import (
	"regexp"
	"strings"
	"unicode"
)

// What people put around a question because it is polite says nothing of what they ask, but has words that a page may
// have, too: "Guten Tag, ich wollte mal nachfragen, … Über eine kurze Rückmeldung würde ich mich freuen. Vielen Dank im
// Voraus, LG Anna". The question is looked for without them.

// opening is what a message may begin with before its question. Each part needs a sign or a word behind it.
var opening = regexp.MustCompile(`(?i)^[\s,;.:!–-]*(?:` +
	// greetings
	`(?:hallo|hallöchen|hi|hey+|moin|servus|grüezi|grüß gott|tach|hello|hiya)(?: (?:moin|zusammen|there|all|ihr lieben|liebes team|team))?|` +
	`(?:einen )?(?:(?:wunderschönen?|schönen?|guten?) )+(?:tag|morgen|abend)(?: zusammen)?|good (?:morning|afternoon|evening|day)|` +
	`(?:tag|morgen|abend|zusammen)\s*[,!]|` + // "Morgen offen?" asks for a day
	`sehr geehrte[rs]? (?:damen und herren|[\pL-]*team)|liebe[rs]? (?:[\pL-]+-)?team|dear (?:sir or madam|sirs?|madam|team|all)|ihr lieben|(?:i )?hope (?:you are|you're|youre|ur|your) (?:well|all well|doing well)|` +
	// that something is asked
	`(?:entschuldigung|entschuldigen sie|sorry|verzeihung|excuse me)(?: (?:bitte|für die störung|wenn ich störe|to bother you|to be a pain))?(?:,? (?:aber|but))?|` +
	`(?:nur )?(?:(?:ganz )?(?:kurze|schnelle|kleine|blöde|doofe) )?frage|(?:just )?a? ?(?:quick|silly|short)(?: one| question)|` +
	`(?:(?:ich|wir) )?(?:hab|habe|haben|hätte|hätten)(?: (?:ich|wir))?(?: (?:da|mal|noch|nur|eigentlich))* (?:eine|ne) (?:(?:ganz )?(?:kurze|kleine) )?frage|` +
	`(?:(?:ich|wir) )?(?:wollte|wollten|möchte|möchten|würde|würden|hätte)(?: (?:ich|wir|gern|gerne|mal|kurz|nur|bei ihnen|euch|sie|freundlich|höflich|eben|einfach))* (?:nach|an)?(?:ge)?(?:fragen|fragt|wissen)|` +
	`(?:was|wie) (?:haben sie|hast du|habt ihr|hatten sie|hattest du)(?: (?:noch|nochmal|noch einmal|vorhin|eben|gerade|vorher|da))* (?:gesagt|geschrieben|gemeint)|wie war das (?:noch|nochmal|noch mal|noch einmal)|what did you say(?: (?:again|before|earlier))*|` +
	`(?:(?:können|könnten|würden) sie|(?:könnt|könntet) ihr|(?:kannst|könntest) du)(?: (?:mir|uns|vielleicht|bitte|kurz|mal))* (?:sagen|mitteilen|verraten)|` +
	`(?:i (?:was|am)|i'm|im|was|we were)? ?(?:just )?wondering|(?:i |we )?(?:just )?(?:wanted|would like|want) to (?:ask|know|check)|(?:could|can|would) you (?:please )?(?:tell me|let me know)` +
	`)(?:$|[\s,;.:!–]+(?:-+\s+)?|-+\s+)(?:(?:und zwar|nämlich)[\s,:]+)?`)

// closing is what a message may end with behind its question. Short words that are words for other things, too ("BG
// Patienten", "Grüße aus Hamburg"), are a greeting behind a sign only.
var closing = regexp.MustCompile(`(?i)(?:` +
	`(?:^|[?,;.:!–()\n]\s*|\s-+\s*)(?:(?:gr(?:üße|uß|üsse|uss)|[vb]g|mfg)(?: aus [\pL-]+)?(?:[,\s]+[\pL.-]+){0,2}|ta)|` +
	`(?:^|[\s,;.:!–()]+(?:-+\s*)?|-+\s+)(?:` +
	`(?:(?:vielen|besten|herzlichen|lieben|schönen|tausend|ganz|recht|schon|mal|jetzt) )*(?:dank|danke|dankeschön|merci)(?: (?:dank|schon|schonmal|mal|im|voraus|vorraus|vorab|für|ihre|eure|die|deine|mühe|hilfe|antwort|auskunft|rückmeldung|info|euch|ihnen|dir|sehr|schön|und))*|` +
	`(?:und )?(?:(?:(?:mit|viele|liebe|lieben|beste|besten|schöne|herzliche|herzlichen|freundliche|freundlichen|sonnige|u|m) )+(?:grüße|grüßen|grüsse|gruß|gruss)|lg)(?: aus [\pL-]+)?(?:[,\s]+[\pL.-]+){0,2}|` +
	`(?:über|auf|für) (?:eine|ihre|eure) (?:(?:kurze|schnelle|baldige|zeitnahe) )*(?:rückmeldung|antwort|info|auskunft) (?:würde|würden|freue|freuen|wäre)(?: (?:ich|wir|mich|uns|sehr|dankbar|freuen))*|` +
	`(?:das )?wäre(?: (?:sehr|super|echt|wirklich|total|ganz))* (?:nett|lieb|toll|super|hilfreich|klasse)|` +
	`(?:(?:so|many|with) )*(?:thanks|thank you|thankyou|thx|tia|cheers)(?: (?:so|very|much|a|lot|bunch|in|advance|again|for|your|the|help|time|kindness|all|kindly|reply))*|` +
	`(?:(?:kind|best|warm|kindest|with) )*(?:regards|wishes)(?:[,\s]+[\pL.-]+){0,2}|` +
	`(?:i )?(?:look|looking) forward to (?:hearing from you|your reply)|that would be (?:(?:really|very|so) )?(?:helpful|great|kind|lovely)|(?:please |pls )?(?:let me know|lmk)` +
	`))[\s.!]*$`)

// mostFrames is how many such parts a message has on each side at most.
const mostFrames = 6

// unframed is a message without what is polite around its question, the message if nothing else would be left.
func unframed(text string) string {
	rest := strings.TrimSpace(withoutPictures(text))
	for range mostFrames {
		at := opening.FindStringIndex(rest)
		if at == nil || at[1] == 0 {
			break
		}
		rest = rest[at[1]:]
	}
	for range mostFrames {
		at := closing.FindStringIndex(rest)
		if at == nil {
			break
		}
		if rest[at[0]] == '?' {
			at[0]++
		}
		rest = rest[:at[0]]
	}
	rest = strings.TrimSpace(rest)
	if !hasWord(rest) {
		return text
	}
	return rest
}

// withoutPictures leaves out emoji and the like.
func withoutPictures(text string) string {
	if !strings.ContainsFunc(text, pictured) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if pictured(r) {
			return -1
		}
		return r
	}, text)
}

// firstPicture is behind the signs that say something: "30°", "№".
const firstPicture = '←'

func pictured(r rune) bool {
	return r >= firstPicture && unicode.In(r, unicode.So, unicode.Sk, unicode.Variation_Selector) || r == 0x200d
}
