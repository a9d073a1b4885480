package main

import (
	"math/rand/v2"
	"strings"

	"github.com/webchatagent/wca/internal/pseudonym/tagger"
)

// templates are sentences as visitors of websites write them: F stands for a first name, L for a
// surname, A for an initial, C for a place, X for a make, B for one that is named as a person is.
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
Hi F !
Hallo F ,
Liebe F ,
Lieber F , danke für deine Nachricht .
Dear F ,
Dear Mr L ,
Hello F L ,
Sehr geehrter Herr Dr . L ,
Sehr geehrte Frau L ,
Guten Morgen Frau L ,
A . L hat gestern angerufen .
A . L told me to ask here .
Ask A . L from accounting .
gez . A . L
i . A . F L
Vertreten durch A . L
Karteninhaber : A . L
Bei Rückfragen : F A . L
F A . L called about the invoice .
c/o F L
z . Hd . F L
Reservierung unter L um acht Uhr .
Ein Tisch auf den Namen L .
A table for L , please .
Nachname : L
Familienname L
Surname : L
Last name L
Familie L zieht im Mai um .
Eheleute L
Die Eheleute F und F L sind die Mieter .
Rechtsanwältin L vertritt die Klägerin .
Rechtsanwalt Dr . L hat Berufung eingelegt .
Richterin L hat das Verfahren eingestellt .
Richter am Bundesgerichtshof Dr . L
Der Vorsitzende Richter L und die Richterinnen L und L
L L L
L Dr . L L
Dr . L L L L
L L Dr . L L
Der Zeuge L hat ausgesagt .
Die Zeugin F L war am Unfallort .
Der Angeklagte L wurde freigesprochen .
Die Klägerin F L verlangt Schadensersatz .
Der Sachverständige Prof . Dr . L erstattete ein Gutachten .
Nach Ansicht des Klägers ist der Vertrag unwirksam .
Das Gericht weist die Klage ab .
Die Beklagte trägt die Kosten des Verfahrens .
Der Senat folgt der Auffassung der Vorinstanz .
Die Revision wird zurückgewiesen .
Der Kläger hat gegen die Beklagte einen Anspruch auf Zahlung .
Chefarzt F L operiert selbst .
Physiotherapeutin F L hat noch Termine frei .
Trainer F L leitet den Kurs .
Fotos von F L
Text : F L
Schwester F war sehr freundlich .
Kundin F L wartet am Empfang .
Passenger F L has two bags .
Nurse L was kind to me .
Attorney F L filed the claim .
Written by F L
Photo by F L
Sent by F L on Monday
Signed , F L
Best , F
Cheers , F L
Best regards , F A . L
My daughter F is nine .
My wife F L and I live in C .
I met F and F L in C .
F L , our new director , will take over in May .
According to L , the project is late .
Im März trat F L zurück .
Am Freitag kam F L nach C .
Wie F L mitteilte , bleibt das Bad geschlossen .
Das sagte L am Mittwoch in C .
Trainer L lobte die Mannschaft .
Bürgermeister F L eröffnete das Fest .
Ministerin F L besuchte C .
Der Schriftsteller F L liest in C .
Die Sängerin F L tritt in C auf .
F L wurde in C geboren und lebt dort .
L ist seit drei Jahren Leiter des Museums .
Neben F L spielt auch F L mit .
Das neue Album von F L erscheint im Juni .
Das Parfum von B kostet fünfzig Euro .
Die Hemden von B sind reduziert .
B jeans are on sale .
We sell B and B .
Ein Anzug von B in Größe 50 .
The B store opens at ten .
B Pizza gibt es im Angebot .
Das B Sofa hat eine Schlaffunktion .
Pizza F , Pasta und Salat
Das Modell F gibt es in drei Farben .
Die Bäckerei L hat ab sechs Uhr geöffnet .
Metzgerei L , Qualität seit 1923
Autohaus L GmbH & Co . KG
Die Praxis ist in der F-L-Straße .
Die Apotheke am Markt hat Notdienst .
Das F-L-Gymnasium liegt am Park .
`), "\n")

// makes are names of companies and products that are named like people or like nothing.
var makes = strings.Fields(`Siemens Miele Braun Philips Samsung Sony Panasonic Nikon Leica Dyson Kärcher Stihl Makita Metabo Festool Hilti Vaillant Viessmann Junkers Grohe Hansgrohe
	Opel Ford Audi Volkswagen Mercedes Porsche Toyota Nissan Mazda Skoda Seat Renault Peugeot Fiat Volvo Tesla Shimano Cube Scott Specialized Giant Kalkhoff Gazelle Brose
	Adidas Puma Nike Jako Deuter Salewa Mammut Lowa Birkenstock Levis Esprit Microsoft Apple Google Amazon Linux Android Firefox Chrome Excel Word Outlook Zoom Docker Kubernetes
	Python Java Kotlin Julia Oracle Mercedes Carrera
	Barilla Nutella Milka Haribo Ritter Lindt Nivea Persil Tempo Tesa Pritt Lego Playmobil Ravensburger Steiff Montblanc Lamy Pelikan Faber-Castell Leitz Ikea`)

// companies stand before a name that is one of a company.
var companies = map[string]bool{"Firma": true, "Bäckerei": true, "Metzgerei": true, "Autohaus": true}

// namesakes are makes that are named as people are.
var namesakes = strings.Fields(`Hugo_Boss Calvin_Klein Ralph_Lauren Tommy_Hilfiger Jack_Daniels Johnny_Walker Jack_Wolfskin Marc_O'Polo Tom_Tailor Karl_Lagerfeld Carl_Zeiss Dr_Oetker Robert_Bosch Max_Factor
	Estée_Lauder Yves_Rocher Christian_Dior Giorgio_Armani Michael_Kors Johnson_&_Johnson Ben_&_Jerry's Levi's Harley_Davidson Rolls_Royce Alfa_Romeo Victoria's_Secret Uncle_Ben's Mary_Kay Betty_Barclay
	Gerry_Weber Peter_Hahn Bruno_Banani Paul_Smith Fred_Perry Henry_Schein Charles_Schwab Tupperware Melitta Maggi Knorr Wagner Müller Douglas Otto Benz Hermes`)

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
				if before == 'P' || before == 'p' {
					name = 'p'
				}
				if len(e.Words) > 0 && companies[e.Words[len(e.Words)-1]] {
					name = 'O'
				}
				if random.IntN(12) == 0 {
					w += "-" + pick(n.last)
				}
			case "C":
				w, name = pick(n.places), 'O'
			case "A":
				w, name = string(rune('A'+random.IntN(26))), 'P'
				if before == 'P' {
					name = 'p'
				}
			case ".":
				if k := len(e.Words) - 1; k >= 0 && len(e.Words[k]) == 1 && e.Names[k] != '.' && e.Words[k] != "F" {
					name = 'p'
				}
			case "X":
				w, name = pick(makes), 'O'
			case "B":
				w, name = pick(namesakes), 'O'
			case "F-L-Straße", "F-L-Gymnasium":
				w = strings.NewReplacer("F", pick(n.first), "L", pick(n.last)).Replace(w)
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
