package personal

// opens says of a word what it may begin by its meaning: an address, the number of a house, or words that tell somebody's
// name. A rule that asks for such words runs for them only. It is a set of bits.
type opens uint16

const (
	opensHouse     opens = 1 << iota // a number of a house follows: "Nr. 9", "ohne Nummer"
	opensBox                         // a post box
	opensRoute                       // a box on the route of who brings the mail
	opensFieldPost                   // the unit or the ship of somebody in the forces
	opensLevel                       // a floor before the street: "Level 3, 200 Queen Street"
	opensHof                         // the name of a house in the country
	opensProper                      // an adjective in the name of a street: "Lange Reihe"
	opensName                        // what tells a name: "I am", "mein Mann", "spoke to"
	opensParty                       // somebody behind whose label a name and a day of birth stand: "Patient"
	opensKin                         // somebody behind whom a day of birth may stand: "Schwester", "Junior"
	opensSelf                        // what stands beside the name of who speaks: "am Apparat", "it's … again"
)

var openingWords = map[opens]string{
	opensName:      "i'm i’m i ich call here hier " + ourWords + " " + spokenTo + " " + myWords + " " + germanRoles,
	opensParty:     patients,
	opensKin:       elderWords + " " + roleWords,
	opensSelf:      selfWords + " " + ownNames + " " + myWords,
	opensHouse:     "nr no nummer hausnummer hausnr haus o ohne",
	opensBox:       "postfach pf pobox po p",
	opensRoute:     "hc rr rural route",
	opensFieldPost: "psc unit uss usns usnv usnm uscgc cmr usca box",
	opensLevel:     "level",
	opensHof:       "hof gut gutshof haus schloss schloß villa mühle forsthaus rittergut domäne burg kloster weingut einödhof",
	opensProper: `lange langer langes kurze kurzer hohe hoher hohes breite breiter große großer großes kleine kleiner kleines obere oberer oberes untere unterer unteres alte alter altes neue neuer neues
		hintere hinterer vordere vorderer innere innerer äußere äußerer rote roter weiße weißer grüne grüner schwarze schwarzer`,
}

// opensAddress are those of an address, and opensAddressToo the classes of further words with which some begin.
const (
	opensAddress    = opensHouse | opensBox | opensRoute | opensFieldPost | opensLevel | opensHof | opensProper
	opensAddressToo = endsLoose | typesBefore | flats | cornerWords
)

// opens says whether the word at token i may begin one of such.
func (s *scan) opens(i int, o opens) bool { return i < len(s.notes) && s.notes[i].opens&o != 0 }

// opensStreet says whether an address may begin with the word at token i. Of those in small letters few do.
func (s *scan) opensStreet(i int) bool {
	return s.tokens[i].upper || s.small || s.notes[i].opens&opensAddress != 0 || s.has(i, prepositions|endsStreet|endsLoose|typesBefore|flats|cornerWords)
}
