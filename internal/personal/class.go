package personal

import _ "embed"

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

// classNames are the names of the classes in classes.txt.
var classNames = map[string]class{
	"prepositions": prepositions, "articles": articles, "connectives": connectives, "function words": functionWords, "street types": streetTypes,
	"loose types": looseTypes, "whole streets": wholeStreets, "rare types": rareTypes, "french types": frenchTypes, "types before": typesBefore,
	"types behind": typesBehind, "directions": directions, "flats": flats, "floors": floors, "floor names": floorNames, "part names": partNames,
	"house words": houseWords, "in address": inAddress, "no streets": noStreets, "not street words": notStreetWords, "town prefixes": townPrefixes,
	"town tails": townTails, "states": states, "australian states": australianStates, "presence": presence, "dwellings": dwellings,
	"place labels": placeLabels, "weekdays": weekdays, "place verbs": placeVerbs, "place prepositions": placePrepositions, "place words": placeWords,
	"corner words": cornerWords, "titles": titles, "further titles": furtherTitles, "callings": callings, "ranks": ranks, "particles": particles,
	"greetings": greetings, "sign-offs": signOffs, "leading": leading, "no person": noPerson, "legal forms": legalForms, "things after": thingsAfter,
	"things before": thingsBefore, "abbreviations": abbreviations, "before names": beforeNames, "usual names": usualNames, "retelling": retelling,
	"road kinds": roadKinds, "doors": doors, "locks": locks, "lock codes": lockCodes, "relatives": relatives, "health insurers": healthInsurers,
	"citation marks": citationMarks, "in citations": inCitations,
}

// classText are the words of the classes.
//
//go:embed classes.txt
var classText string
