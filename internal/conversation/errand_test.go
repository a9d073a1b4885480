package conversation

import "testing"

// Who has something booked, changed or cancelled is told that it does not happen here; who asks how is not.
func TestWhoOrdersAnErrandIsTold(t *testing.T) {
	for want, texts := range map[bool][]string{
		true: {
			"dann sagen Sie bitte meinen Termin um 10 Uhr ab", "Stornieren Sie bitte meine Bestellung", "Buchen Sie mir einen Platz", "Reservier mir bitte einen Tisch für zwei", "Bitte tragen Sie mich für Montag ein",
			"Melden Sie mich zum Pilateskurs an", "dann bitte für Dienstag 10 Uhr, Katze Mimi", "Ich muss meinen Termin morgen absagen", "Ich will meine Bestellung stornieren", "Ich möchte einen Termin vereinbaren",
			"ok book me in for Tuesday tap", "Please cancel my appointment", "I want to book a trial class", "I need to cancel my daughter's place", "Sign us up for salsa",
			"Können Sie den Termin verschieben?", "Könntest du mich bitte für Montag eintragen?", "Can you cancel my lesson?", "Could you please book us in for Tuesday?",
			"Melden Sie sie bitte gleich an, sie heißt Mila", "Geben Sie mir bitte den Termin morgen um 9", "setzt uns bitte auf die Warteliste", "schicken Sie mir bitte einen Katalog", "leg mir das Buch bitte zurück",
			"ok dann nehmen wir den Tisch um 19 Uhr", "Ich hätte gern einen Termin am Montag", "Könnten Sie uns das Buch zurücklegen?", "please send me a sample of the chai", "put me down for two tickets", "hold one for me please", "Legen Sie es mir bitte zurück", "Buchen Sie bitte zwei Plätze", "Bitte zwei Karten für Samstag reservieren", "Sagen Sie Frau Kern bitte Bescheid", "Können Sie bitte für vier Personen reservieren?",
			"Bitte verlängern Sie die Ausleihe um zwei Wochen", "Dann bitte zwei Karten für Samstag 20 Uhr", "Ich nehme zwei Karten", "Rufen Sie bitte meine Mutter an", "Können Sie mich mit der Werkstatt verbinden?", "hiermit melde ich mich an", "kann ich den Termin auf 15 Uhr verlegen",
			"two tickets for Saturday please", "we'll take the double room for the 14th", "please can you change our booking to three nights", "can you get the dentist to call me", "can someone phone me about this", "can you send a brochure to my address",
			"Bitte verlängern Sie meine Bücher", "Wir würden gerne vom 3. bis 5. Mai buchen", "Könnten Sie mir einen Termin am Donnerstag geben?", "Können Sie mir ein Angebot schicken?", "Bitte merken Sie das Buch für mich vor",
			"can you add my son to the waiting list please", "could you email me a quote", "I'd like to book two nights in May", "we need to move our booking to next week", "tell Dr Smith I'll be late please", "make me an appointment for Monday",
			"could you book a table for two at 7", "pls add us to the list",
			"Can you put us on the waiting list?", "can you let the teacher know she's ill", "please hold the blue one",
			"Please cancel my Sunday luncheon booking.", "cancel my two o'clock yoga class please",
		},
		false: {
			"Wie sage ich meinen Termin ab?", "Kann ich online einen Termin buchen?", "Bis wann muss ich absagen?", "Kann ich meine Bestellung stornieren?", "Ich muss meinen Termin absagen, was kostet das?",
			"Was sagen Sie zu dem Termin?", "how do i cancel my subscription", "Können Sie mir sagen, wie ich den Termin buche?", "Könnt ihr Räder reservieren?", "Can you book rooms online?", "What does it cost to cancel my booking?", "Ich habe einen Termin gebucht", "Öffnungszeiten", "Geben Sie mir die Öffnungszeiten", "Nehmt ihr Kreditkarten an?", "liefert ihr uns das auch nach Hause", "Ich hätte gern gewusst was ein Haarschnitt kostet", "wir nehmen den Bus",
			"Can you send parcels to France?", "call charges", "get directions", "Do you hold the stock?", "Can you tell the difference?", "Kann ich bitte reservieren?", "do i need to book a court", "na gut dann ruf ich an", "Kann ich den Kurs auch auf Englisch machen?", "Was kosten zwei Karten?", "Can we have a dog in the room?", "can you send parcels abroad", "Would you like to book?", "when do i have to cancel", "wie viel muss ich zahlen wenn ich absagen muss", "Müssen wir einen Tisch reservieren", "How do I tell my bike apart", "suchen einen hausarzt, nehmt ihr noch leute auf", "hab bar bezahlt, bringt mir die quittung was", "move my room from halls, how much", "Muss ich vorher reservieren", "Gibt es Plätze, die man reservieren kann", "Can I book a table?", "bringt ihr uns zum Bahnhof", "macht ihr uns ein Angebot", "ich möchte einen Hund, wo melde ich ihn an", "Was kostet der Kurs",
			"Ich war am Montag da, und das Buch war weg", "nehmen sie kinder unter drei auf", "Nehmen Sie noch neue Patienten auf", "bestellt ihr das auch wenn es nicht da ist", "verlängert ihr die Ausleihe auch telefonisch",
		},
	} {
		for _, text := range texts {
			if got := ordersErrand(text); got != want {
				t.Errorf("%q: %v", text, got)
			}
		}
	}
}

// Who asks whether something of their own has come is told that the chat cannot see it; who asks how it goes is not.
func TestWhoAsksWhetherSomethingArrivedIsTold(t *testing.T) {
	for want, texts := range map[bool][]string{
		true: {
			"Haben Sie meine Bestellung bekommen?", "habt ihr meine mail von gestern gekriegt", "und ist meine Anmeldung angekommen?", "Ist meine Überweisung fertig?", "Sind unsere Unterlagen schon eingegangen?",
			"Haben Sie meine Laborwerte schon?", "Liegt Ihnen meine Bewerbung vor?", "Was ist denn mit meiner Bestellung?",
			"did you get my email?", "Have you received my repeat prescription request?", "has my cancellation been received?", "Is my order ready yet?", "did my parcel arrive", "did you get my email about it?",
			"Könnt ihr bitte mal nachsehen ob mein Termin am Freitag noch steht?", "Können Sie bitte einmal nachschauen, ob meine Bestellung von letzter Woche schon verschickt wurde?", "Kannst du mir sagen, wann mein Paket kommt?",
			"Steht mein Termin am Freitag noch?", "Klappt unsere Reservierung?", "Könnten Sie prüfen, wo meine Sendung ist und ob meine Zahlung eingegangen ist?",
			"Can you check whether my order has shipped?", "could you please look up my booking", "Is my 3 pm appointment still on?", "can you tell me when my delivery arrives?",
		},
		false: {
			"Haben Sie meine Größe da?", "Ist mein Hund bei Ihnen willkommen?", "Wie lange dauert es, bis meine Bestellung fertig ist?", "Wann ist meine Bestellung fertig?", "Haben Sie schon Erdbeeren bekommen?",
			"Sind meine Daten bei Ihnen sicher?", "Did you get an award?", "Have you got my size?", "Is my data sent to third parties?", "Is my dog allowed?", "Wo ist meine nächste Filiale?",
			"Können Sie mir sagen, ob mein Hund mitkommen darf?", "Können Sie prüfen, ob mein Rad noch zu retten ist?", "Könnt ihr nachsehen, ob die Pumpe da ist?", "Können Sie mir sagen, ob meine Bestellung versandkostenfrei bleiben kann?",
			"Bleibt mein Guthaben erhalten?", "Steht mein Name auf dem Kuchen?", "Can you check my tyres?", "Can you tell me if my dog is allowed on?", "Can you tell me how my order can be returned?", "Is my ticket still valid after the change?",
		},
	} {
		for _, text := range texts {
			if got := asksIfArrived(text); got != want {
				t.Errorf("%q: %v", text, got)
			}
		}
	}
}
