package main

import "fmt"

// Streets and towns differ between the halves, so that no list can be learned from one for the other.
var (
	germanStreets = [2][]string{
		{"Hauptstraße", "Am Alten Markt", "Unter den Linden", "Bahnhofstr.", "Straße des 17. Juni", "Schillerplatz", "Goethestrasse", "An der Elbe", "Lange Gasse", "Karl-Marx-Allee", "Zum Sportplatz",
			"Mühlweg", "Dorfstraße", "Im Winkel", "Königsbrücker Landstraße", "Alte Poststraße", "Am Hang", "Brunnengasse", "Kurfürstendamm", "Jungfernstieg", "Elbchaussee", "In der Au", "Auf dem Sand", "Berliner Ring"},
		{"Gartenstraße", "Am Kirchberg", "Hinter der Mauer", "Bergstr.", "Platz der Republik", "Lutherplatz", "Beethovenstrasse", "An den Wiesen", "Enge Gasse", "Willy-Brandt-Allee", "Zur Alten Schmiede",
			"Feldweg", "Lindenstraße", "Im Grund", "Dresdner Landstraße", "Neue Mainzer Straße", "Am Bahndamm", "Rosengasse", "Tempelhofer Ufer", "Neuer Wall", "Reeperbahn", "In den Gärten", "Auf der Höhe", "Ostring"},
	}
	germanTowns = [2][]string{
		{"01067 Dresden", "10117 Berlin", "80331 München", "20095 Hamburg", "61348 Bad Homburg", "60311 Frankfurt am Main", "D-04109 Leipzig", "1010 Wien", "8001 Zürich", "31134 Hildesheim", "A-5020 Salzburg", "97070 Würzburg"},
		{"50667 Köln", "70173 Stuttgart", "28195 Bremen", "44135 Dortmund", "76530 Baden-Baden", "15230 Frankfurt (Oder)", "D-99084 Erfurt", "8010 Graz", "3011 Bern", "37073 Göttingen", "CH-4051 Basel", "79098 Freiburg im Breisgau"},
	}
	englishStreets = [2][]string{
		{"Baker Street", "Abbey Road", "High Street", "King's Road", "Oak Avenue", "Park Lane", "The Crescent", "Maple Drive", "Victoria Terrace", "Mill Lane", "Elm St", "Sunset Blvd", "Church Close", "W 42nd Street", "Fifth Avenue"},
		{"Oxford Street", "Queen's Road", "Station Road", "Cedar Avenue", "Penny Lane", "The Green", "Willow Drive", "Albert Terrace", "Castle Street", "Pine St", "Ocean Blvd", "Orchard Close", "N 7th Street", "Lexington Avenue", "Garden Court"},
	}
	britishTowns = [2][]string{
		{"London NW1 6XE", "Manchester M1 2AB", "Leeds LS1 4DY", "Oxford OX1 1BX", "Edinburgh EH1 1YZ"},
		{"Bristol BS1 4ST", "London SW1A 2AA", "York YO1 7HH", "Glasgow G2 1DU", "Cambridge CB2 1TN"},
	}
	americanTowns = [2][]string{
		{"Springfield, IL 62704", "New York, NY 10036", "Austin, TX 78701", "San Diego, CA 92101-1234"},
		{"Portland, OR 97205", "Boston, MA 02108", "Chicago, IL 60601", "Salt Lake City, UT 84101-5678"},
	}
)

func (g *generator) germanAddress() string {
	street := g.pick(germanStreets[g.half])
	number := g.pick([]string{"5", "12a", "77", "135", "3 b", "14-16", "8/3", "112", "Nr. 9"})
	town := g.pick(germanTowns[g.half])
	whole := street + " " + number
	return g.pick([]string{whole, whole + ", " + town, whole + ", " + town, whole + "\n" + town, whole + " in " + town, whole + " " + town, whole + ", " + town, "Postfach " + g.nonZero(2) + " " + g.digits(2) + " " + g.digits(2) + ", " + town})
}

func (g *generator) englishAddress() string {
	street := g.pick(englishStreets[g.half])
	if g.n(2) == 0 {
		number := g.pick([]string{"5", "221B", "77", "12a", "4"})
		flat := g.pick([]string{"", "", "", "Flat 2, ", "Unit 7, "})
		return flat + fmt.Sprintf("%s %s", number, street) + g.pick([]string{"", ", " + g.pick(britishTowns[g.half]), ", " + g.pick(britishTowns[g.half]), "\n" + g.pick(britishTowns[g.half])})
	}
	number := g.nonZero(2 + g.n(3))
	apartment := g.pick([]string{"", "", ", Apt 4B", " Suite 300", " #12", ", Apt. 864"})
	return number + " " + street + apartment + g.pick([]string{", " + g.pick(americanTowns[g.half]), ", " + g.pick(americanTowns[g.half]), "\n" + g.pick(americanTowns[g.half]), ""})
}
