package personal

import (
	"strings"
	"sync"
)

// class says what a word is for the rules about addresses and names, as a set of bits.
type class uint64

// The classes of words. Where two are alike in a rule, it asks for both at once.
const (
	prepositions      class = 1 << iota // begin street names: "Am Alten Markt", "An der Elbe", "Unter den Linden"
	articles                            // German ones
	connectives                         // small words inside names of streets and towns in the south and west
	functionWords                       // no name of a street or a town has them where a text in small letters goes on behind an address: the sentence continues with them
	streetTypes                         // the last word of an English street name
	looseTypes                          // the same, but words of many uses, which need capitals throughout
	wholeStreets                        // streets whose name is one word
	rareTypes                           // further endings of the list of the United States Postal Service (Publication 28, appendix C1): most are words of other uses, so that a name of a person has to stand before them
	frenchTypes                         // stand behind the number: "12 rue du Lac"
	typesBefore                         // words for streets before the name: "Calle Mayor 5", "Jl. Melati 12"
	typesBehind                         // words for streets behind the name, in small letters or with a capital: "Rákóczi út 13", "Dunajska cesta 5"
	directions                          // of the compass
	flats                               // stand before the number of a flat
	floors                              // say on which floor or in which part of a house somebody lives: "3. OG", "Hinterhaus"
	floorNames                          // the same, with a number behind them: "Top 12"
	partNames                           // stand in addresses of the world before or behind a number
	houseWords                          // end the names of houses that have no number
	inAddress                           // small words that stand inside addresses
	noStreets                           // end like a street and are none
	notStreetWords                      // follow prepositions without naming a street
	townPrefixes                        // begin names of towns of two words
	townTails                           // say which of several towns is meant, behind "am", "an der"
	states                              // parts of the United States, short and as the last word of the name, which stand before a postcode
	australianStates                    // the same of Australia
	placeVerbs                          // say that a place follows behind a preposition
	placePrepositions                   // those prepositions
	placeWords                          // stand before a place, in English
	cornerWords                         // begin the naming of a place by the two streets that meet there
	titles                              // stand before a surname
	furtherTitles                       // may stand between a title and the name
	callings                            // stand before a surname as titles do, and more often before another word
	ranks                               // stand before a name and are none
	particles                           // stand inside names
	greetings                           // stand before the name of who is written to
	signOffs                            // end a letter; a name follows
	leading                             // begin a sentence and no name
	noPerson                            // follow a title without being a name
	legalForms                          // make a name one of a company
	thingsAfter                         // make a name one of a thing or a place: "Leopold Stocker Verlag", "Barossa Valley"
	thingsBefore                        // do so in front: "Lake Harriet", "Bad Birnbach"
	abbreviations                       // end in a full stop that ends no sentence
	beforeNames                         // stand before the name of who writes or is meant, in small letters
	usualNames                          // first names that dictionaries hold as words, too, and that people in German and English speaking countries bear most
	citationMarks                       // stand in references to literature behind the name of a work
	inCitations                         // may stand before them
	presence                            // stand before \"at\" where somebody says where they are
	dwellings                           // places where people live or work
	placeLabels                         // stand before a colon and a place
	weekdays
	months
	knownTown   // a town of one word that needs no postcode
	countries   // begins the name of a country
	introducing // begins the words behind which somebody's name follows
	retelling   // tell in a further sentence what a secret is: "mine is", "es war"
	roadKinds   // say who keeps a road that has a number: "County Road 12"
	endsStreet  // ends as names of German streets do
	endsLoose   // the same, but with an ending that other words have as often
	wholeEnding // is nothing but the ending
	streetWords // a word for a street, or ends as names of streets do, in any language that is known here
	doors       // what opens by a code among other ways
	locks       // what has a code and hardly another number
	lockCodes   // the words for such a code
	healthInsurers
	relatives // of somebody who writes, before their names
)

// likeStreet are words that end as streets do, though they may be others.
const likeStreet = endsStreet | endsLoose | noStreets

// classWords lists the words of the classes in small letters.
var classWords = map[class]string{
	prepositions: `am an im in auf zum zur unter hinter vor bei beim ob über zu neben oberm unterm überm hinterm vorm`,
	articles:     `der den dem die das des`,
	connectives:  `op dal da dalla de du des la le les di del della dei delle d l da do dos das al san santa el los las et en`,
	functionWords: `the this that these those for and or but with last next please is are was were be been has have had will would can could should may must do does did
		not no yes at on by from to into about after before until since if when where why how who what which than then there here it its i you he she we they
		it's it’s that's that’s i'm i’m we're we’re here's here’s there's there’s he's she's they're my your his her our their me him us them tonight today tomorrow yesterday morning night evening soon now thanks thank call also as so der das ein eine
		einen einem einer und oder aber mit bitte ist sind war waren wird werden hat haben kann können soll für bei von nach um bis wenn wo wie wer was dass
		ich du er sie es wir ihr nicht kein keine auch nur noch schon dann dort hier heute morgen gestern danke bitte ruf rufen melden`,
	streetTypes: `street road avenue lane boulevard terrace crescent parkway highway st rd ave ln blvd pkwy hwy av strasse freeway turnpike`,
	looseTypes: `gdns cres drive dr court ct place pl way square sq close gardens grove hill mews row walk green park circle cir trail quay yard parade rise vale view embankment
		path mall plaza loop ridge crossing bridge wharf point cove heights meadows alley bypass gate croft field fields common end esplanade run pass`,
	wholeStreets: `broadway kingsway strand embankment piccadilly`,
	rareTypes: `approach arcade bayou beach bend bluff bluffs bottom branch brook burg burgs camp canyon cape causeway center centers centre circuit cliff cliffs club
		copse corner corners course courts creek crest crossroad curve dale dam divide drove estate estates expressway extension fall falls ferry flat flats
		ford forest forge fork forks fort garden glade glen glens grange greens groves harbor harbors harbour haven hills hollow inlet island islands isle
		junction junctions key keys knoll knolls lake lakes land landing lea light lights loaf lock locks lodge manor manors meadow mill mills mission
		motorway mount mountain neck oval overpass paddock passage pike pine pines plain plains plazas point points port ports prairie radial ramp ranch rapid
		rapids rest river road shoal shoals shore shores side skyway spring springs spur spurs squares station stravenue stream streets summit throughway
		track trafficway tunnel underpass union unions valley valleys viaduct village ville vista walks wall ways well wells wood woods parkways`,
	frenchTypes: `voie passage ruelle sentier rue avenue boul boulevard chemin quai route impasse cours allée place`,
	typesBefore: ` aleea șos șoseaua soseaua intrarea splaiul piața fundătura privada priv calz calzada callejón cerrada andador circuito prol prolongación ladeira jardim caminho urbanização beco avinguda steenweg  chaussée bul leoforos lorong persiaran rua r travessa estrada largo praceta praça alameda av avda ave avenida c calle cl ctra carretera camino cno paseo plaza pza ronda rambla rúa praza via
		viale piazza corso vicolo contrada strada località largo rue avenue boul boulevard bd chemin quai route impasse cours allée place ulica ul al os aleja
		osiedle plac str strada bulevardul calea jalan jl ulitsa prospekt nám náměstí tř třída trg οδός λεωφ λεωφόρος πλατεία χλμ carrer passeig plaça skwer
		rondo szosa droga bulw wyb bulwar wybrzeże trasa rynek borgo rotonda incrocio lungomare rodovia rua estrada acesso escadas quinta bairro barrio bajada
		glorieta muelle pasaje senda subida travesía urbanización partida polígono ostrov sídliště nábr nábrežie πλ πλατ παρ λ jln jr gg kpg ds`,
	typesBehind: ` sok mh blv bulv u út útja utca utcája tér tere köz krt körút körútja sétány fasor rakpart dűlő lakótelep cesta ulica ul trg ulice náměstí nám třída tř nábřeží
		prospekt iela tänav puiestee caddesi cad sokak sokağı sk bulvarı mahallesi mah gade gata gatan väg vägen vei veien veg vegen vej allé katu tie straat
		laan plein marg nagar liget sor főtér főút határút országút sugárút gatve laukums bulvāris`,
	directions: `n s e w ne nw se sw north south east west northeast northwest southeast southwest`,
	flats:      `flat lot unit apt apartment suite studio ste room apto appt depto dpto lgh lokal`,
	floors: `og eg ug dg stock stockwerk etage obergeschoss erdgeschoss dachgeschoss untergeschoss hinterhaus vorderhaus seitenflügel gartenhaus hinterhof hof rückgebäude nebengebäude ladenlokal quergebäude souterrain parterre hochparterre hh vh hths neubau altbau anbau re li bajo dcha izda izq links
		rechts mitte floor`,
	floorNames: `quartier tor halle geb gebäude station trakt bau top tür stiege whg wohnung app appartement apartment aufgang haus block eingang zimmer treppe hs`,
	partNames: `co county  em emelet ajtó fszt chalet finca château casa plot block villa building bldg tower lot sector phase lane section district soi moo blk blok bloc bloque bloco bât bâtiment batiment torre piso planta andar depto departamento dpto oficina
		kat daire kv korp ap et sc stiege top tür stock wohnung lgh bus bte cross main road street compound quarter ward residency residence residences apartments towers mansion mansions estate
		society colony enclave layout extension village zone area gate floor level suite shop stall kiosk box no nr num núm número numero`,
	houseWords: `house cottage rectory lodge barn farm hall manor villa mill court farmhouse vicarage grange chambers mansions towers tower building buildings heights
		estate`,
	inAddress: `º ª bis ter nr no n m bus th tv mf st tr og lok kv sal bte boîte etage apt app ap bl et sc str ul al os pl ulice ulica utca út mnt iela pr cad sok mah
		d k kat daire no int piso esq dto dcha izq of and the on i y e`,
	noStreets: `bahnsteig bussteig hochsitzplatz kundenparkplatz besucherparkplatz gästeparkplatz firmenparkplatz mitarbeiterparkplatz behindertenparkplatz tiefgaragenplatz arbeitsplatz sitzplatz stellplatz parkplatz spielplatz stehplatz listenplatz tabellenplatz startplatz studienplatz kitaplatz ausbildungsplatz
		speicherplatz campingplatz zeltplatz golfplatz fensterplatz umweg hinweg rückweg heimweg ausweg rechtsweg vertriebsweg dienstweg postweg radweg
		wanderweg lieferweg transportweg bildungsweg hering ehering schlüsselring dichtring kolbenring dateipfad bundesstraße landesstraße kreisstraße
		milchstraße wasserstraße einbahnstraße lieferplatz steckplatz liegeplatz praktikumsplatz pflegeplatz betreuungsplatz schulweg arbeitsweg irrweg
		lösungsweg seeweg luftweg gehweg fußweg tintenring damm einsatzplatz therapieplatz gitterplatz autobahn bundesautobahn eisenbahn straßenbahn s-bahn
		u-bahn stadtbahn seilbahn bergbahn produktionsstraße fertigungsstraße verpackungsstraße waschstraße lernpfad suchpfad ordnerpfad bremsweg anfahrtsweg
		zahlungsweg`,
	notStreetWords: `notfall notfälle notfällen brandfall schadensfall schadenfall störfall krankheitsfall todesfall zweifelsfall einzelfall ernstfall normalfall regelfall härtefall streitfall bedarfsfall versicherungsfall pflegefall bestfall idealfall extremfall notruf notausgang kw kalenderwoche stand paketshop packstation jahr jahre jahren monat monate tag tage woche wochen stunde stunden minute minuten montag dienstag
		mittwoch donnerstag freitag samstag sonntag wochenende januar jänner februar märz april mai juni juli august september oktober november dezember
		frühjahr frühling sommer herbst winter quartal semester kapitel halle schritt abschnitt punkt artikel seite seiten raum zimmer gleis stand stock
		stockwerk etage preis preise alter wert level version windows umkreis abstand ende anfang fall fälle vergleich modell anhang absatz paragraf zeile
		spalte tabelle abbildung bild teil band ausgabe nummer position stelle platz rang reihe runde spiel minute takt gate terminal saal bereich zeitraum
		durchschnitt schnitt verhältnis rahmen büro shop lager bus zug flug linie tram ice termin uhr euro prozent grad folge staffel klasse stufe phase
		etappe test internet netz plan projekt paket set team konto vertrag auftrag ticket fenster menü tarif format chat formular system gerät programm werk
		haus gebäude block bau trakt sortiment angebot warenkorb bestand handel wege weg ort zeit mai original moment prinzip gegensatz gegenteil hinblick
		laufe zuge april gespräch zweifel grunde kreis landkreis april zeitpunkt etwa circa rund fast genau knapp mindestens höchstens insgesamt regel basis
		grundlage anfrage rechnung bestellung lieferung antwort frage adresse anschrift`,
	townPrefixes: `wr bad sankt st markt alt neu groß klein hohen schloß schloss burg san santa los las la le les den new saint lake palm fort el salt oberer unterer ost
		nord süd west north south east upper lower great little port sankt sint saint nova novo novi nowa nowy stary stara velika velké dolní horní vila são
		santo santa puerto villa ville nuevo nueva monte castel ponte borgo nørre store gamle nye`,
	townTails: `wechsel schwarzatale hochkönig mühlkreis innkreis hausruckkreis glan pram steinfeld wagram kamp enns traun drau krems leitha ybbs gölsen arlberg wörthersee attersee mondsee traunsee chiemsee tegernsee ammersee zürichsee kulm rechberg thaya enknach pettenfirst mürztal lavanttal zillertal ötztal pinzgau pongau lungau main oder rhein neckar donau elbe saale inn lech ruhr lahn see bodensee harz breisgau allgäu odenwald schwarzwald taunus weinstraße ilm isar brenz
		fils höhe wald aisch havel spree weser aller leine mosel nahe sieg lippe berg hunsrück eifel westerwald vogtland erzgebirge lausitz oberpfalz pfalz
		holstein hessen sachsen thüringen westfalen württemberg wörthersee pinzgau pongau tirol krems steyr leitha ammersee chiemsee hart rems murr enz jagst
		kocher tauber werra fulda unstrut schlei ostsee nordsee rübenberge wiehengebirge teck wagram ybbs salzach mur mürz raab steiermark kärnten weser-ems
		holz bergstraße schwalm forst alb e br föhr sylt amrum rügen usedom fehmarn pellworm poel borkum darß rax enns glan attersee bodensee zürichsee thunersee oberbayern niederbayern schwaben franken mittelfranken
		oberfranken unterfranken mühlkreis innkreis traunkreis hausruckkreis hausruck zillertal ötztal stubaital montafon bregenzerwald mostviertel waldviertel weinviertel lavanttal gailtal drautal ennstal flachgau lungau
		tennengau salzkammergut burgenland vorarlberg emmental toggenburg fricktal rheintal siegerland chiemgau sauerland münsterland wendland erzgebirge täle ries hegau kraichgau wetterau rheingau`,
	states: `al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy
		dc pr gu vi as mp alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
		kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
		tennessee texas utah vermont virginia washington wisconsin wyoming dakota carolina hampshire jersey mexico york`,
	australianStates: `nsw vic qld wa sa tas act nt victoria queensland tasmania`,
	presence:         `is are was were i'm i’m am we're we’re be he's she's they're`,
	dwellings:        `home house place flat apartment residence office room zuhause wohnung haus büro`,
	placeLabels:      `where wo place location venue ort treffpunkt standort veranstaltungsort`,
	weekdays:         `monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag`,
	placeVerbs: `offices branches houses reside find found house home apartment place shop store restaurant atm clinic practice headquarters based born resident residence parked park collect collected pickup happened happens stop stopped wait waiting moved move moving relocate relocated relocating post posted posting mail mailed forward forwarded bring brought meet meeting met arrive arrives arrived arriving return returned taxi cab uber ride drive drop dropped pick picked deliver delivered delivery send
		sent ship shipped shipping come live lives lived living stay staying office parcel package letter walk directions way located billing get works
		working worked works happened accident grew technician branch courier person somebody someone pick liefern liefert lieferung schicken schickt schick
		senden sendet sende bringen bringt kommen komme fahren fahre taxi wohne wohnen wohnt ziehen ziehe gezogen umgezogen weg paket päckchen`,
	placePrepositions: `at to near in from nach an bei zu`,
	placeWords:        `at to with near from by of is in around`,
	cornerWords:       `corner intersection junction crossing crossroads`,
	titles:            `herr herrn frau hr fr dr doktor prof professor professorin mr mrs ms miss mister dr.med fräulein`,
	furtherTitles:     `dr doktor prof professor professorin med jur phil rer nat h c dipl ing habil mag`,
	callings: `richter richterin rechtsanwalt rechtsanwältin notar notarin anwalt anwältin staatsanwalt staatsanwältin zeuge zeugin zeugen kläger klägerin klägers
		beklagte beklagten beklagter angeklagte angeklagten angeklagter beschuldigte beschuldigten beschuldigter geschädigte geschädigten nebenkläger
		nebenklägerin antragsteller antragstellerin verurteilte verurteilten schwester pfleger bruder pfarrer pfarrerin pastor pastorin chefarzt chefärztin
		oberarzt oberärztin kundin patientin patient trainer trainerin bürgermeister bürgermeisterin mitangeklagte mitangeklagten sachverständige
		sachverständigen sachverständiger eheleute familie nurse judge attorney officer detective captain sergeant senator`,
	ranks: `prinz prinzessin könig königin kaiser kaiserin herzog herzogin graf gräfin fürst fürstin baron baronin abt äbtissin bischof erzbischof kardinal papst
		sultan zar scheich kronprinz sir lady lord prinzs prinzessins königs königins kaisers kaiserins herzogs herzogins grafs gräfins fürsts fürstins barons
		baronins abts äbtissins bischofs erzbischofs kardinals papsts sultans zars scheichs kronprinzs sirs ladys lords`,
	particles: `von van de der den zu zur vom el al da di du la le dos bin ten ter af`,
	greetings: `hi hallo hey hello dear liebe lieber moin servus grüezi`,
	signOffs:  `grüßen grüße gruß grüsse gruss lg vg mfg regards sincerely cheers`,
	leading:   `the a an this that der die das den dem des ein eine einen und and or oder mit with von from to nach bei in im am our unser unsere`,
	noPerson: `mitte anfang doktor kollege kollegin präsident präsidentin minister ministerin professor professorin kanzlerin direktor direktorin und oder nachbar nachbarin
		bürgermeister bürgermeisterin`,
	legalForms: `gmbh ag kg kgaa ohg gbr ug ev se eg inc ltd llc corp co plc stiftung verlag`,
	thingsAfter: `verlag stiftung foundation records media group holding bank valley river creek county parish street road avenue island islands university college
		school museum institut institute associates orchester orchestra quartett quartet ensemble stadion stadium arena cup award preis hütte alm gletscher
		airport flughafen straße platz allee brücke gymnasium grundschule galerie gallery villenkolonie universität akademie kaserne hotel press publishing
		motors airlines entertainment studios pictures franken dollar`,
	thingsBefore: `lake mount mt rio río bad sankt hotel café restaurant gasthof gasthaus villa radio port fort cape castle schloss burg kloster stadt gemeinde insel
		firma verlag university universität lago monte plas finca casa masseria tenuta domaine château bodega weingut`,
	abbreviations: `dr prof hr fr med jur phil nat rer h c dipl ing mag mr mrs ms st nr bzw ca inkl tel str`,
	beforeNames:   `bin am ist is lg gruß gruss grüße auf mit von name heiße heisse herrn für hi hallo dear regards cheers thanks`,
	usualNames: `michael thomas andreas peter stefan stephan christian martin daniel markus frank sabine petra monika andrea claudia susanne julia anna maria sarah
		laura lena lisa katharina christine nicole stefanie melanie sandra birgit karin ursula renate helga hans klaus jürgen wolfgang uwe dieter horst günter
		werner heinz manfred bernd ralf jörg jens dirk sven lars jan tim tom paul max felix leon lukas jonas david simon alexander sebastian matthias florian
		philipp patrick dennis marco robert johannes anton emil oskar emma mia hannah hanna sophie marie lea clara johanna charlotte eva barbara gabriele
		brigitte angelika heike silke anja tanja katja nadine jana sonja vanessa jessica james john william george charles richard joseph edward henry thomas
		jack harry oliver jacob ryan kevin brian steven andrew kenneth joshua elizabeth jennifer linda patricia susan margaret karen nancy betty helen sandra
		donna carol ruth sharon michelle laura emily rachel rebecca olivia amy kate lucy ali mohamed mohammed mehmet mustafa ahmet fatma fatima ayşe ayse emre
		elif nguyen giovanni marco luca francesco pierre jean michel marie ivan olga svetlana natalia dmitri wojciech piotr krzysztof katarzyna agnieszka
		rajesh priya dietmar lieselotte annegret swantje ole siobhan deborah brandon chantal tariq olena bartosz`,
	retelling: `mine meiner meines meins es it it's it’s its das des dat that geändert sicherheitsfrage geheimfrage sicherheitsantwort question answer`,
	roadKinds: `county state highway hwy route market ranch cr fm`,
	doors: `box door doors gate garage alarm safe lobby entrance barrier lock panel shed storage lift cabin intercom entry haustür haustüre tür türe tor
		garage tiefgarage alarm alarmanlage safe tresor schloss eingang hintereingang nebeneingang hoftor schranke einfahrt zutritt einlass müllraum keller schuppen lagerraum lagertür gartentor kellertür
		seitentür hintertür vordertür garagentor wohnungstür fahrradkeller spind schließfach briefkasten paketbox aktenschrank locker cabinet vault mailbox`,
	locks: `lockbox keybox keysafe keypad keypads padlock doorcode gatecode zahlenschloss schlüsselbox schlüsselsafe schlüsseltresor schlüsselkasten tastenfeld codeschloss ziffernschloss
		fahrradschloss vorhängeschloss tastatur türöffner bügelschloss nummernschloss kombischloss kofferschloss kombination combination zahlencode zahlenkombi zahlenkombination`,
	lockCodes: `code zahlencode kombination combo combination zahlenkombi zahlenkombination kombi ziffernfolge nummerncode pin pincode passcode tastencode`,
	relatives: `tochter sohn kind kinder kindern enkel enkelin enkelkinder baby zwillinge töchter söhne daughter son daughters sons kid kids child children twins grandson granddaughter grandchildren`,
	healthInsurers: `pkv debeka dkv barmenia hallesche hansemerkur universa ottonova landeskrankenhilfe postbeamtenkrankenkasse pbeakk allianz axa huk huk-coburg signal gothaer arag generali ergo
		continentale nürnberger r+v lvm inter concordia württembergische privatversichert privat krankenversicherung krankenversicherer zusatzversicherung krankenzusatzversicherung krankheitskosten
		blue bcbs aetna cigna humana kaiser united uhc anthem medibank bupa vhi laya aviva nib hcf unitedhealthcare`,
	citationMarks: `rn rdnr rdn rz randnr aufl auflage aao`,
	inCitations:   `in zu vor a o f ff m w n bei und u s art vorb einl hrsg nr abs satz stand fußn fn bd teil ders dies et al vom von zum zur am`,
}

// note is what is known of a word.
type note struct {
	class class
	clue  uint32 // set of clues
	opens opens  // which addresses it may begin by itself
	field field  // what it asks for as a label in a form
	lean  int8   // what it speaks for, more than a word that is only in a dictionary does: above 0 for German
	given bool   // a given name that the lexicon of the tagger lacks
}

// lexicon holds the word lists. It is read once in a process.
type lexicon struct {
	notes     map[string]note
	towns     map[string]bool // that need no postcode
	countries map[string]bool
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{notes: map[string]note{}, towns: listed(townList), countries: listed(countryList)}
	add := func(w string, n note) {
		old := l.notes[w]
		l.notes[w] = note{class: old.class | n.class, clue: old.clue | n.clue, opens: old.opens | n.opens, field: max(old.field, n.field), lean: old.lean + n.lean, given: old.given || n.given}
	}
	for w, clues := range clueIndex() {
		add(w, note{clue: clues})
	}
	for c, list := range classWords {
		for w := range strings.FieldsSeq(list) {
			add(w, note{class: c})
		}
	}
	for o, list := range openingWords {
		for w := range strings.FieldsSeq(list) {
			add(w, note{opens: o})
		}
	}
	for w := range monthNames {
		add(w, note{class: months})
	}
	for w := range l.towns {
		add(w, note{class: knownTown})
	}
	for name := range l.countries {
		first := name
		if i := strings.IndexAny(name, " ."); i >= 0 {
			first = name[:i]
		}
		add(first, note{class: countries})
	}
	for w, asks := range fieldLabels {
		add(w, note{field: asks})
	}
	for w, lean := range leans {
		add(w, note{lean: lean})
	}
	for w := range givenNames() {
		add(w, note{given: true})
	}
	for w := range introductions {
		add(w, note{class: introducing})
	}
	for w, n := range l.notes {
		add(w, note{class: ending(w, n.class)})
	}
	return l
})

// note gives what is known of a word in small letters.
func (l *lexicon) note(w string) note {
	if n, ok := l.notes[w]; ok {
		return n
	}
	return note{class: ending(w, 0)}
}

// listed makes a set of names that commas separate.
func listed(list string) map[string]bool {
	m := map[string]bool{}
	for name := range strings.SplitSeq(list, ",") {
		m[strings.TrimSpace(name)] = true
	}
	return m
}

// has says whether token i is a word of one of the classes.
func (s *scan) has(i int, c class) bool { return i >= 0 && i < len(s.notes) && s.notes[i].class&c != 0 }

// lower gives a word in small letters.
func (s *scan) lower(i int) string {
	t := s.tokens[i]
	if s.odd {
		return strings.ToLower(s.text[t.start:t.end])
	}
	return s.folded[t.start:t.end]
}
