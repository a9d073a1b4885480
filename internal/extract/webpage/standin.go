package webpage

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/contact"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/sentence"
)

// standIn is a kind of page that a server sends with status 200 in place of the one that was asked for.
type standIn struct {
	why refusal.Reason
	// sign is what such a page says of itself, rest what else it may say. A sentence that neither knows is the page's own.
	sign, rest *pattern
	asks       *pattern // a link or button that it has, nil where it needs none
	most       int      // how many words it has at most
	links      int      // how many of them in links
	// standing says that a page that also tells how to reach its owner is taken in all the same, with what it is.
	standing bool
}

const (
	// longestFiller is how many words a sentence has at most that may stand on any page of the kind.
	longestFiller = 10
	// ownRemains is how many words a page may have that nothing explains: the name of the site, a number.
	ownRemains = 4
	// mostLinks is how many words the links have of a page that offers others instead, fewLinks of one that does not: a list
	// of them is what some pages are there for.
	mostLinks = 60
	fewLinks  = 8
	// ownSentence is from how many words on a sentence in a menu or foot is one that a page has for its readers.
	ownSentence = 8
)

// standIns are the kinds, in the order in which they are looked for. What they say is told by phrases rather than by words:
// firms sell security, domains and maintenance, too.
var standIns = []standIn{
	{why: refusal.TurnedAway, most: 150, links: fewLinks,
		sign: phrases(`just a moment ?(?:\.\.\.|…)`, `einen moment ?(?:\.\.\.|…)`, `checking (?:your browser|if the site connection)`, `verif\w+ (?:that )?you(?:['’]re| are) (?:a )?human`, `you(?:['’]re| are) not a (?:ro)?bot`, `(?:dass|ob) sie (?:ein mensch|kein(?:e)? (?:roboter|bot))\b`, `ich bin kein roboter`,
			`attention required!`, `you have been blocked`, `^access (?:to this \w+ )?(?:is |has been |was )?(?:denied|limited|blocked|forbidden)`, `your access to this`, `403 forbidden`, `^forbidden$`, `\b(?:error|fehler) 403`, `(?:do not|don['’]t) have (?:the )?permission`, `^(?:der )?zugriff (?:auf \w+ \w+ )?(?:ist |wurde )?(?:verweigert|gesperrt|blockiert|untersagt)[.!]?$`, `sie haben keine (?:zugriffs)?berechtigung`,
			`incapsula incident`, `request (?:was )?(?:unsuccessful|blocked|rejected)`, `browser wird (?:gerade )?(?:über|ge)prüft`, `überprüf\w+ ihre[ns]? browsers?`, `unusual traffic`, `ungewöhnliche[nr]? (?:daten)?verkehr`, `request is being (?:verified|checked)`, `während wir ihre anfrage (?:über)?prüfen`, `^security check$`, `^sicherheits(?:(?:über)?prüfung|abfrage|kontrolle)(?: läuft)?$`, `^human verification$`, `^robot check$`, `press (?:&|and) hold`),
		rest: phrases(`security (?:of your|service|solution|by)`, `sicherheit ihrer verbindung`, `cloudflare`, `ray id`, `your ip\b`, `ihre ip\b`, `been blocked`, `were blocked`, `trigger\w* (?:this|the)`, `reference #`, `edgesuite`, `server at`, `javascript`, `cookies`, `captcha`, `ein mensch sind`, `roboter sind`, `before proceeding`, `fortfahren können`, `weitergeleitet`, `redirected`, `protect\w* (?:by|itself|the server)`, `permission to`, `zuzugreifen`, `few seconds`, `(?:einige|wenige) sekunden`, `einen augenblick`, `nginx`, `apache`, `incident`, `open automatically`, `this page came up`, `what can i do`, `response code`, `access to this`, `unable to access`, `characters you see`)},
	{why: refusal.NeedsLogin, most: 90, links: fewLinks,
		sign: phrases(`^sign in\b`, `^log ?in\b`, `passwortgeschützt`, `password[- ]protected`, `\b(?:seite|inhalte?|bereich|beitrag|artikel|dokument|datei|download)\b.{0,40}\b(?:nur|ausschließlich|erst)\b.{0,40}(?:eingeloggt|angemeldet|registriert|freigeschaltet|mitglied|anmeldung|registrierung|login)`,
			`(?:müssen|musst|bitte|müsst) .{0,40}(?:einloggen|anmelden|angemeldet|eingeloggt)\b.{0,40}\b(?:zu (?:sehen|lesen)|(?:an|ein)zusehen|aufzurufen|fortzufahren|zugreifen)`, `\b(?:page|content|area|article|section|file|download)\b.{0,40}\bonly\b.{0,30}(?:logged[- ]in|registered|signed[- ]in|members)`, `(?:must|need to|have to|please) (?:be logged|log|sign|be signed) ?in\b.{0,20} to (?:view|see|read|access|continue)`),
		rest: loginWords},
	{why: refusal.Missing, most: 90, links: mostLinks,
		sign: phrases(`\b(?:seite|datei|artikel|produkt|inhalt|dokument|beitrag|adresse)\b.{0,60}nicht (?:mehr )?(?:gefunden|finden|vorhanden|verfügbar|erreichbar)`, `\b(?:seite|datei|artikel|produkt|inhalt|dokument|beitrag|adresse)\b.{0,40}existiert.{0,20}nicht`, `\b(?:seite|datei|adresse)\b.{0,30}gibt es.{0,20}nicht`,
			`\b(?:page|file|content|url|product|article|document)\b.{0,60}(?:not found|n[o'’]t be found|n[o'’]t (?:exist|available)|no longer (?:exists|available))`, `^not found$`, `\b(?:fehler|error|code)[ :-]{0,3}404\b`, `^404$`, `^404[ :–-]+(?:not|nicht|seite|page|error|fehler)`),
		rest: phrases(`seite`, `page`, `adress`, `address`, `\burls?\b`, `\blinks?\b`, `\bsuch`, `search`, `verschoben`, `moved`, `gelöscht`, `removed`, `entfernt`, `umbenannt`, `tippfehler`, `\btypo`, `vertippt`, `lesezeichen`, `bookmark`, `veraltete`, `server`, `hier nichts`, `nothing was found`, `angefordert`, `requested`,
			`recent posts`, `^archives?$`, `^kategorien$`, `^categories$`, `neueste beiträge`, `\boops`, `hoppla`, `\bups`, `huch`, `gewünschte`, `weiter einkaufen`, `schiefgelaufen`, `went wrong`, `unsere anderen`, `continue shopping`, `sitemap`, `aufrufen`)},
	{why: refusal.InMaintenance, most: 90, links: fewLinks, standing: true,
		sign: phrases(`(?:briefly|temporarily|currently) unavailable`, `scheduled maintenance`, `^(?:site )?maintenance(?: mode)?$`, `(?:site|website|server|shop|page|we are)\b.{0,40}(?:under maintenance|down for maintenance|under construction)`, `^under construction`, `performing (?:\w+ )?maintenance at`,
			`^wartungsmodus$`, `^(?:geplante )?wartungsarbeiten[.!]?$`, `(?:wegen|aufgrund) (?:\pL+ )?(?:\pL+ )?wartung(?:s\w+)?(?: an (?:\w+ )?(?:server|website|webseite|homepage|seite|shop)n?| am (?:server|system))?(?:[.,!]|$| (?:ist|sind|steht|stehen) (?:(?:diese|unsere?|die|der|das) )?(?:wir|\w*(?:seite|site|page|shop|portal|server|system))\b| (?:\pL+ )?(?:nicht (?:erreichbar|verfügbar)|offline))`, `(?:unsere?|diese|der|die) (?:neue )?(?:website|webseite|internetseite|homepage|seite|shop|internetauftritt|webauftritt|internetpräsenz)\b.{0,50}(?:überarbeitet|gewartet|im aufbau|in arbeit|aktualisiert|nicht erreichbar|nicht verfügbar|in bearbeitung|umgebaut|im umbau)`, `^(?:(?:diese |unsere )?(?:website|webseite|internetseite|homepage|seite) (?:ist )?(?:noch |derzeit |gerade )?)?im (?:auf|um)bau`,
			`hier entsteht.{0,40}(?:website|webseite|internet|homepage|shop|präsenz|seite)`, `^coming soon`, `website is (?:on its way|coming)`, `be back (?:soon|shortly|online)`, `in kürze (?:wieder )?online`, `^bald (?:wieder )?online`, `datenbankverbindung`, `establishing a database connection`, `kritischen fehler auf`, `critical error on`, `internal server error`, `service unavailable`, `bad gateway`),
		rest: phrases(`website`, `webseite`, `internetauftritt`, `internetseite`, `diese seite`, `this site`, `\bder shop\b`, `\bonline`, `check back`, `back (?:soon|shortly|online)`, `stay tuned`, `(?:schauen sie|schau(?:t)?) (?:bald|doch)`, `in kürze`, `demnächst`, `^— the team`, `ihr team`, `notify me`, `server`, `wordpress`, `to complete your request`, `(?:bald|gleich|kürze) wieder für (?:sie|euch|dich) da`)},
	{why: refusal.Parked, most: 150, links: mostLinks, standing: true,
		sign: phrases(`domain\w*\b.{0,30}(?:for sale|is parked|zum verkauf|zu verkaufen)`, `die domain \S+\.\w+.{0,30}(?:registriert|reserviert)`, `ihr webspace (?:ist|wurde).{0,20}eingerichtet`, `(?:this|diese) domain.{0,40}(?:parked|geparkt|registered|registriert|reserviert)`, `(?:buy|kaufen sie) (?:this|diese) domain`, `(?:website|webseite|domain)\b.{0,60}noch (?:ohne inhalt|nicht eingerichtet|keine? (?:website|webseite|inhalte?))`,
			`hier entsteht eine neue (?:internetpräsenz|website|homepage|webseite)`, `welcome to nginx`, `default (?:web ?|welcome )?page`, `server['’]?s default`, `^it works!?$`, `^index of /`, `no web ?site (?:at this|configured)`, `account (?:has been )?suspended`),
		rest: phrases(`(?:this|diese[rs]?|the) domain`, `domain (?:registriert|registered|parking)`, `domain[- ]parking`, `nginx`, `apache`, `plesk`, `web server`, `sedo\b`, `related searches`, `this page (?:is|was)`, `default`, `noch nicht eingerichtet`, `hier entsteht`, `parent directory`, `offering it for sale`, `\bftp\b`, `normal user of this`, `the problem persists`, `continuing to operate your`, `documentation and support`)},
	{why: refusal.AsksForAge, most: 120, links: fewLinks, standing: true,
		sign: phrases(`(?:bist du|sind sie|are you|du bist|sie sind)\b.{0,40}(?:\b1[68]\b|\b21\b|volljährig|legal (?:drinking |smoking )?age)`, `alters(?:prüfung|überprüfung|verifikation|verifizierung|kontrolle|nachweis|abfrage)`, `age (?:verification|gate|check)`, `must be\b.{0,20}(?:1[68]|21|legal)`, `mindestens (?:16|18) jahre`, `verify your age`),
		rest: phrases(`jahre`, `years`, `\balter\b`, `\bage\b`, `volljährig`, `seite verlassen`, `leave`, `responsibly`, `verantwortungs`, `jugendschutz`, `an erwachsene`, `adults only`, `enter (?:the|this)`),
		asks: whole(`ja\b.{0,40}`, `yes\b.{0,40}`, `ich bin (?:über |mindestens )?(?:1[68]|volljährig).{0,20}`, `i am.{0,30}`, `enter(?: (?:the )?(?:site|shop))?`, `eintreten`, `(?:alter )?bestätigen`, `confirm(?: age)?`, `über 1[68]`)},
	{why: refusal.OnlyByScripts, most: 60, links: fewLinks, standing: true,
		sign: phrases(`(?:please|bitte|must|need to|requires?|benötig\w*|erforder\w*|müssen|without|ohne)\b.{0,80}(?:javascript|\bjs\b)(?:[^\w-]|$)`, `(?:javascript|\bjs\b)(?:[^\w-].{0,80})(?:please|bitte|must be|required|needed|benötigt|erforderlich|notwendig)`, `aktivieren sie (?:bitte )?javascript`, `browser wird (?:leider )?nicht (?:mehr )?unterstützt`, `browser is (?:not|no longer) supported`, `(?:your|ihr) browser is (?:out of date|outdated)`, `ihr browser ist veraltet`),
		rest: phrases(`javascript`, `version von chrome`, `firefox`, `ad ?blocker`, `seite neu`, `diese website`, `this (?:site|app|website)`, `reload`)},
}

// loginWords are what pages speak of that ask for a password.
var loginWords = phrases(`anmeld`, `einlogg`, `log ?in`, `logged`, `sign (?:in|up)`, `zugangsdaten`, `passwor[td]`, `kennwort`, `zugangscode`, `zugangsschlüssel`, `\bpin\b`, `freigeschaltet`, `freischalt`, `nicht öffentlich`, `passcode`, `access code`, `\bkonto`, `account`, `registrier`, `register`, `benutzer`, `user`, `e-?mail`, `kunden(?:nummer|portal|bereich|konto)`, `mitglied`, `member`, `geschützt`, `protected`, `bereich`, `portal`, `\bintern`, `eingeloggt`, `angemeldet`, `teilnehmer`)

// filler is what pages of every such kind say besides.
var filler = phrases(`geduld`, `verständnis`, `patience`, `inconvenience`, `unannehmlichkeit`, `entschuldig`, `sorry`, `leider`, `später`, `try again`, `later`, `erneut`, `neu laden`, `reload`, `refresh`, `zurück`, `\bback to`, `startseite`, `home ?page`, `\bhome\b`, `impressum`, `datenschutz`, `privacy`, `\bagb\b`,
	`©`, `copyright`, `powered by`, `generated by`, `loading`, `bitte warten`, `please wait`, `administrator`, `webmaster`, `betreiber`, `site owner`, `owner of this site`, `kontaktieren`, `contact`, `willkommen`, `welcome`, `technical details`, `thank you`, `vielen dank`, `why am i seeing`)

// pattern is a regular expression that is made when a text is first held against it: many alternatives take memory, and most
// servers meet few pages of a kind.
type pattern struct {
	expression string
	once       sync.Once
	made       *regexp.Regexp
}

// MatchString says whether a text has it.
func (p *pattern) MatchString(text string) bool {
	p.once.Do(func() { p.made = regexp.MustCompile(p.expression) })
	return p.made.MatchString(text)
}

// phrases is a pattern of alternatives, in small or capital letters.
func phrases(alternatives ...string) *pattern {
	return &pattern{expression: `(?i)(?:` + strings.Join(alternatives, "|") + `)`}
}

// whole is a pattern of alternatives that are all of a text.
func whole(alternatives ...string) *pattern {
	return &pattern{expression: `(?i)^(?:` + strings.Join(alternatives, "|") + `)[.!]?$`}
}

// shown is what a page shows, as far as it tells whether it is one that stands in for another.
type shown struct {
	title string
	lines []string // of all that it shows, but links, menus and feet
	root  *html.Node
	own   []string // sentences that it says to its readers
	about []string // those of them in menus and feet that are more than a way to reach somebody
	words int      // of own
	links int      // words of what leads elsewhere
	// reachable says that something tells how to reach somebody.
	reachable bool
}

// standsIn says which page stands in for the one that was asked for, nil for a page that says something of its own. With
// standing the page may be taken in for what it tells besides.
func standsIn(root *html.Node, hide *hider, segments []segment, blocks []document.Block) (why *refusal.Error, standing bool) {
	p := newShown(root, segments, blocks)
	for i := range standIns {
		if k := &standIns[i]; p.is(k) {
			standing = k.standing && p.reachable
			if standing && k.why.Is(refusal.OnlyByScripts) {
				return refusal.ByScripts.Because(nil, p.words), true
			}
			return k.why.Because(nil), standing
		}
	}
	if hide.notices.only(segments, blocks, p.title) {
		return refusal.AsksForConsent.Because(nil), p.reachable
	}
	return nil, false
}

// mostShown is how many words of a page are looked at, longestShown how many bytes of each block.
const (
	mostShown    = 600
	longestShown = 20_000
)

func newShown(root *html.Node, segments []segment, blocks []document.Block) *shown {
	p := &shown{root: root}
	if n := first(root, atom.Title); n != nil {
		p.title = upTo(longestTitle, document.OneLine(rawText(n)))
	}
	around := newSurroundings()
	places := map[string]bool{} // whether a text stands in a menu or foot
	links := map[string]bool{}
	for i := range segments {
		s := &segments[i]
		place, again := places[s.Text]
		again = again && !place && !links[s.Text] // what is said over and over is held against every kind once
		links[s.Text] = s.control || s.linkChars*10 >= len(s.Text)*9
		places[s.Text] = around.of(s.at).around
		if !links[s.Text] && !places[s.Text] && !again {
			p.lines = append(p.lines, s.Text)
		}
		if links[s.Text] && !s.control && !places[s.Text] && !leadsToFoot(s.Text) {
			p.links += len(strings.Fields(s.Text))
		}
	}
	for _, b := range blocks {
		p.reachable = p.reachable || contact.Told(upTo(longestShown, b.Text))
		if links[b.Text] && b.Kind != document.KindRow {
			continue
		}
		aside, text := places[b.Text], upTo(longestShown, b.Text)
		for _, at := range sentence.In(strings.ReplaceAll(text, "\t", " ")) {
			said := text[at.Start:at.End]
			words := len(strings.Fields(said))
			switch {
			case !aside:
				p.own = append(p.own, said)
				p.words += words
			case words >= ownSentence && !contact.Told(said):
				p.about = append(p.about, said)
			}
		}
		if p.words > mostShown {
			return p
		}
	}
	return p
}

// is says whether a page is one of a kind and says nothing else.
func (p *shown) is(k *standIn) bool {
	if p.words > k.most || p.links > k.links || !p.signed(k.sign) || k.asks != nil && !p.asks(k.asks) {
		return false
	}
	remains := 0
	for _, said := range p.own {
		remains += k.unexplained(said)
	}
	for _, said := range p.about {
		remains += k.unexplained(said)
	}
	return remains <= ownRemains
}

// signed says whether the title of a page or a line that it shows has a sign.
func (p *shown) signed(sign *pattern) bool {
	return sign.MatchString(p.title) || matchesAny(sign, p.lines)
}

// mostPressed is how many nodes of a page are looked at for its buttons.
const mostPressed = 5000

// asks says whether a page has a link or button that says something.
func (p *shown) asks(what *pattern) bool {
	seen := 0
	for n := range p.root.Descendants() {
		if seen++; seen > mostPressed {
			return false
		}
		if isPressed(n) && what.MatchString(pressedText(n)) {
			return true
		}
	}
	return false
}

func matchesAny(p *pattern, texts []string) bool {
	for _, t := range texts {
		if len(t) <= 1000 && p.MatchString(t) {
			return true
		}
	}
	return false
}

// unexplained is how many words of a sentence a page of the kind has no reason to say. What states a price or a time, or how
// to reach somebody, it never has.
func (k *standIn) unexplained(said string) int {
	words := strings.Fields(said)
	if states(said) {
		return ownRemains + 1
	}
	if k.sign.MatchString(said) || k.rest.MatchString(said) || len(words) <= longestFiller && filler.MatchString(said) || k.asks != nil && k.asks.MatchString(said) {
		return 0
	}
	n := 0
	for _, w := range words {
		if document.Meaningful(w) && !strings.Contains(strings.Trim(w, ".,:;!?"), ".") { // the names of hosts
			n++
		}
	}
	return n
}

// amount is a price behind its figure, as people write it.
var amount = regexp.MustCompile(`\d(?:[,.](?:-{1,2}|–))? ?(?:€|EUR\b|CHF\b|Euro\b|Cent\b|Franken\b)`)

// states says whether a sentence states a price, or how or when to reach somebody.
func states(said string) bool {
	return priceWords.MatchString(said) || amount.MatchString(said) || contact.Told(said)
}
