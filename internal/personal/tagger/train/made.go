package main

import (
	"math/rand/v2"
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// templates are sentences as visitors of websites write them: F stands for a first name, L for a
// surname, C for a place, X for a make.
var templates = strings.Split(strings.TrimSpace(`
Ich heiße F L und habe eine Frage zu meiner Bestellung .
Guten Tag , mein Name ist F L .
Hallo , hier ist F L , ich hätte gern einen Termin am Montag .
Ich bin F L aus C .
Bitte rufen Sie meine Frau F zurück .
Mein Mann F L hat bei Ihnen gekauft .
Meine Tochter F möchte am Kurs teilnehmen .
Können Sie Herrn L ausrichten , dass ich später komme ?
Ich habe gestern mit Frau L telefoniert .
Der Vertrag läuft auf F L , nicht auf mich .
Viele Grüße F L
Mit freundlichen Grüßen F L
LG F
Danke und Gruß , F
Bestellung für F L , Lieferung nach C .
Die Rechnung bitte an F L schicken .
F L , geboren am 3 . Mai 1980 , wohnt in C .
Ansprechpartnerin ist F L .
Unser Mitarbeiter F L hilft Ihnen gern .
Wann hat Dr . L Sprechstunde ?
Ist F heute im Laden ?
Ich möchte einen Termin bei F L buchen .
F und F L kommen am Samstag .
Kann F L mich bitte anrufen ?
Versicherter : F L
Name : F L
Kontoinhaber : F L
Patient F L hat am Dienstag einen Termin .
Das Paket ging an L , C .
Werkstattleiter F L erklärt die Inspektion .
Inhaberin : F L , C
Geschäftsführer : F L und F L
My name is F L and I have a question about my order .
Hi , this is F L from C .
I am F L , can you help me ?
Please call my husband F back .
I spoke to F L yesterday .
Could you tell Mr . L that I will be late ?
Regards , F L
Thanks , F
The invoice should go to F L .
Is F in the shop today ?
I would like to book an appointment with F L .
Our colleague F L will help you .
Account holder : F L
Contact : F L , C
Does Dr . L work on Fridays ?
F L lives in C and was born in 1975 .
Wie lange hat der Laden in C am Samstag geöffnet ?
Was kostet der Versand nach C ?
Liefern Sie auch nach C ?
Do you ship to C ?
How far is the shop from C ?
Unser Geschäft in C hat montags geschlossen .
Die Straße nach C ist gesperrt .
Was kostet eine Inspektion für mein Fahrrad ?
Haben Sie das Modell Trekking Plus in Größe L ?
Ist der Akku im Preis inbegriffen ?
Wo finde ich die Bedienungsanleitung ?
Welche Kurse gibt es im Januar ?
Can I return a product after two weeks ?
What are your opening hours on Sunday ?
Do you offer a warranty for used bikes ?
Die Garantie gilt zwei Jahre ab Kauf .
Unsere Werkstatt repariert alle Marken .
Der Newsletter erscheint jeden Monat .
Sie erreichen uns per Telefon oder E-Mail .
Das Hotel Sonne liegt am Marktplatz von C .
Die Firma L GmbH & Co . KG sitzt in C .
The X washing machine comes with a two year guarantee .
Der Kühlschrank von X hat vier Sterne .
We are an authorised dealer of X and X .
Wir sind Vertragswerkstatt für X und X .
Das X Handy lässt sich mit dem Ladegerät von X laden .
The spare parts for X are in stock .
Does the bike rack fit on a X ?
Passt der Dachträger auf einen X ?
Die Farbe Anthrazit ist bei X ausverkauft .
Install X before you update X .
Nach dem Update von X startet X neu .
The train to C leaves from platform four .
The ferry from C to C takes an hour .
Der Bus nach C fährt werktags alle zehn Minuten .
Guests can use the sauna and the pool for free .
Fresh bread is baked every morning .
Parking is available behind the building .
Tickets are sold at the entrance and online .
Booking is required for groups of eight or more .
Children under six travel free of charge .
Please note that the museum is closed on Mondays .
Returns are accepted within fourteen days .
Shipping is free for orders above fifty euros .
Our kitchen serves vegan and gluten-free dishes .
All prices include VAT .
Repairs usually take three working days .
Gift cards are valid for three years .
Every room has a balcony and a bath .
Season tickets can be cancelled at any time .
Herzlich willkommen auf unserer Website .
Kostenlose Stornierung bis zum Vortag .
Frische Brötchen gibt es ab sechs Uhr .
Neue Kunden erhalten einen Rabatt von zehn Prozent .
Gutscheine gelten drei Jahre .
Reparaturen dauern in der Regel drei Werktage .
Das Sofa Malmö gibt es in Grau und Blau .
Die Torte Sacher enthält Aprikosenmarmelade .
Der Tarif Komfort hat keine Grundgebühr .
Das Menü Toskana kostet zwölf Euro .
Das Restaurant Zum Anker hat dienstags Ruhetag .
The Hotel Astoria is near the station .
Die Ausstellung zeigt Bilder aus der Romantik .
Das Schuljahr beginnt im August .
Der Markt findet freitags vor dem Dom statt .
Unser Katalog liegt im Geschäft aus .
Mit freundlicher Unterstützung der Stadt C .
`), "\n")

// makes are names of companies and products that are named like people or like nothing.
var makes = strings.Fields(`Siemens Miele Braun Philips Samsung Sony Panasonic Nikon Leica Dyson Kärcher Stihl Makita Metabo Festool Hilti Vaillant Viessmann Junkers Grohe Hansgrohe
	Opel Ford Audi Volkswagen Mercedes Porsche Toyota Nissan Mazda Skoda Seat Renault Peugeot Fiat Volvo Tesla Shimano Cube Scott Specialized Giant Kalkhoff Gazelle Brose
	Adidas Puma Nike Jako Deuter Salewa Mammut Lowa Birkenstock Levis Esprit Microsoft Apple Google Amazon Linux Android Firefox Chrome Excel Word Outlook Zoom Docker Kubernetes
	Barilla Nutella Milka Haribo Ritter Lindt Nivea Persil Tempo Tesa Pritt Lego Playmobil Ravensburger Steiff Montblanc Lamy Pelikan Faber-Castell Leitz Ikea`)

// makeSentences fills templates with names. Names in them are as long tails as real ones: half of the
// people have a name from the lists, each equally likely.
func makeSentences(n names, count int) []tagger.Example {
	random := rand.New(rand.NewPCG(3, 4))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	var out []tagger.Example
	for range count {
		var e tagger.Example
		before := byte('.')
		for _, w := range strings.Fields(templates[random.IntN(len(templates))]) {
			name := byte('.')
			switch w {
			case "F":
				w, name = pick(n.first), 'P'
				if random.IntN(12) == 0 {
					w += "-" + pick(n.first)
				}
			case "L":
				if len(e.Words) > 0 && e.Words[len(e.Words)-1] == "Größe" {
					break
				}
				w, name = pick(n.last), 'P'
				if before == 'P' {
					name = 'p'
				}
				if len(e.Words) > 0 && e.Words[len(e.Words)-1] == "Firma" {
					name = 'O'
				}
				if random.IntN(12) == 0 {
					w += "-" + pick(n.last)
				}
			case "C":
				w, name = pick(n.places), 'O'
			case "X":
				w, name = pick(makes), 'O'
			}
			parts := strings.FieldsFunc(w, func(r rune) bool { return r == '_' })
			for i, part := range parts {
				label := name
				if i > 0 && name != '.' {
					label = name | 0x20 // the small letter
				}
				e.Words, e.Names = append(e.Words, part), e.Names+string(label)
				before = label
			}
		}
		out = append(out, e)
	}
	return out
}
