package pseudonym

import (
	"strings"
	"testing"
)

// worldAddresses are addresses as people in many countries write them, all made up.
var worldAddresses = []string{
	"the corner of Elm Street and Larch Avenue", "the corner of 18 Mirabel Road and Ondine Crossing", "Merrick and Calle Sol 14", "Lund and Rua das Flores 210",
	"88 Fenyves út 13. Suite 21 Szeged CS", "417 ul. Brzozowa 9 Apt. 12 Radom mz", "62 Rua da Prata 144, Évora, Portugal", "319 Hasselvej 20, ΠΑΦΟΣ, Cyprus (Greek) 80210",
	"Rákóczi út 7.", "Karl Johans gate 31", "Dunajska cesta 128", "C. Mayor 12", "Calle de la Luna 3", "Avda. del Puerto 41", "R. Augusta 1508", "Strada Lungă 19", "Jl. Melati 12",
	"930 rue des tanneurs\n>Apt. 14\n>ROUEN\n>France 76000", "PSC 203, Box 7712, APO AE 09021", "Unit 3310 Box 220\nDPO AP 96511", "USS Larkspur\nFPO AP 96672",
	"3311 Hellebore Loop Suite 4, Calgary, Canada",
}

// addressFrames are sentences and fields that an address stands in.
var addressFrames = []string{
	"Meet me at %.", "The letter arrived at % last night.", "I'd like to call a taxi to %. Please call me back.", "Their office is at %",
	"Please send it to % for this order.", "Jo Field\nBaker\n%", "Delivery address: %",
}

func TestAddressesOfManyCountriesAreFoundWhole_D3(t *testing.T) {
	f := New(Options{Region: "US"})
	for _, address := range worldAddresses {
		for _, frame := range addressFrames {
			text := strings.ReplaceAll(frame, "%", address)
			if left := readable(f, text, address); left != "" {
				t.Errorf("%q stays of %q", left, text)
			}
		}
	}
}

// readable gives what stays of value in text when what was found is taken out.
func readable(f *Finder, text, value string) string {
	at := strings.Index(text, value)
	left := []byte(value)
	for _, e := range f.Find(text) {
		for i := max(e.Start, at); i < min(e.End, at+len(value)); i++ {
			left[i-at] = ' '
		}
	}
	return strings.Trim(string(left), " .,;:()>\n")
}

// ordinarySentences have numbers, capitals and words for streets, and no address.
var ordinarySentences = []string{
	"Boarding starts at gate 12 and ends early.", "Unsere Kunden u. 15 weitere Firmen nutzen das Gerät.", "We live in the corner of Design and Engineering.", "Around the corner of the shop is a café.",
	"Kapitel 3 und 4 lesen Sie bitte zuerst.", "The Galaxy 24 and the Pixel 9 are sold out.", "3 guests and 2 nights in room 12 cost 300 dollars.", "Die Serie 5 und 7 haben Apt-Pakete.", "Compare version 12 with release 14.",
	"Plan 2 Trg 5 is a part number.", "Order 3 boxes, 4 bags and 5 labels.", "Model 300 Suite for Windows 11 is new.", "Bitte wählen Sie Tarif 3 oder 4.", "We open 24 hours, 7 days.", "At Level 5 the game ends.",
	"The museum is near the junction of art and science.", "In 2024 Portugal and Spain had 12 million guests.", "Route 66 is a long road.", "5 Sterne, 120 Bewertungen, Deutschland",
}

func TestOrdinarySentencesHoldNoAddress_D3(t *testing.T) {
	f := New(Options{})
	for _, text := range ordinarySentences {
		for _, e := range f.Find(text) {
			if e.Type == Address {
				t.Errorf("found %q in %q", e.Text, text)
			}
		}
	}
}
