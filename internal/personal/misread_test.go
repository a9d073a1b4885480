package personal

import "testing"

// readFromPaper are values in which a machine that reads paper took letters for digits, and what has such letters of its own.
var readFromPaper = map[Type][]string{
	Address: {
		"‹Schulweg l2\n83278 Traunstein›", "‹Lindenstr. 1O, 5O667 Köln›", "‹Lindenweg 1l, 83278 Traunstein›", "‹Hauptstr. 1l a, 8O331 München›", "wohne ‹Lindenweg l2›", "‹l2 School Lane, Truro TR1 3JX›", "‹I4 Church Road, Leeds LS1 4AP›",
		"Modell O2 Phone", "Gruppe I4 kommt um 10", "Regal 5O667 ist leer",
	},
	Phone: {"tel nr: ‹o171 88 41 o23›", "Nr. ‹o176 44o 28 11›", "Telefon ‹0I71/88 4I O23›", "Farbe o17 und 88 4I passen"},
}

func TestLettersThatPaperHasForDigitsAreRead_D3(t *testing.T) { checkTyped(t, readFromPaper) }

// inSmallLetters are English addresses without capitals, with the town behind them, and numbers of colours.
var inSmallLetters = map[Type][]string{
	Address: {
		"i live at ‹112 kings road brighton›", "I live at ‹fourteen linden avenue in bolton› and", "deliver to ‹99 station road swindon wiltshire›", "flat at ‹9 queens avenue in manchester›", "my address is ‹12 kings road› thanks", "i live at ‹12 kings road› next to the pub",
		"we met on 5 long road trips", "does it come in RAL 7016?", "do you come in Pantone 2945",
	},
}

func TestEnglishAddressesInSmallLettersAreFoundWithTheirTown_D3(t *testing.T) {
	checkTyped(t, inSmallLetters)
}

// inHomes are addresses in houses that have a name, where people live together.
var inHomes = map[Type][]string{
	Address: {
		"neu: ‹Seniorenzentrum St. Anna, Klosterweg 1, 97447 Gerolzhofen›, Tel.", "Lieferung:\n‹Haus am Park, Station 2b\nParkallee 30\n22926 Ahrensburg›", "‹Haus am Park\nParkallee 30\n22926 Ahrensburg›",
		"wohnt im Seniorenheim, ‹Kastanienallee 112, 38104 Braunschweig›", "Gasthof Zum Hirschen, ‹Dorfplatz 2, 87527 Ofterschwang›",
	},
	Phone: {"or ring ‹01914420611›", "please ring ‹zero one nine one four four two oh six double one›", "the ring 0191442 is gold"},
}

func TestAddressesInHomesHaveTheirNames_D3(t *testing.T) { checkTyped(t, inHomes) }
