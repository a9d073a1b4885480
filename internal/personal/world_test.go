package personal

import (
	"slices"
	"strings"
	"testing"
)

// worldAddresses are addresses as people in many countries write them, all made up.
var worldAddresses = []string{
	"the corner of Elm Street and Larch Avenue", "the corner of 18 Mirabel Road and Ondine Crossing", "Merrick and Calle Sol 14", "Lund and Rua das Flores 210",
	"88 Fenyves út 13. Suite 21 Szeged CS", "417 ul. Brzozowa 9 Apt. 12 Radom mz", "62 Rua da Prata 144, Évora, Portugal", "319 Hasselvej 20, ΠΑΦΟΣ, Cyprus (Greek) 80210",
	"Rákóczi út 7.", "Karl Johans gate 31", "Dunajska cesta 128", "C. Mayor 12", "Calle de la Luna 3", "Avda. del Puerto 41", "R. Augusta 1508", "Strada Lungă 19", "Jl. Melati 12",
	"930 rue des tanneurs\n>Apt. 14\n>ROUEN\n>France 76000", "PSC 203, Box 7712, APO AE 09021", "Unit 3310 Box 220\nDPO AP 96511", "USS Larkspur\nFPO AP 96672",
	"3311 Hellebore Loop Suite 4, Calgary, Canada", "Apt. 31 7 Ahornvej 12\nAarhus DK 8000", "0417 Lindås terrasse 9\n Suite 14\n DRAMMEN\n Norway", "Carla van Elmenweg 8 Tuinhof Court\n Apt. 77\n Zwolle\n Belgium 2417",
	"skwer Brzeski 14, 30-417 Kielce", "Vrbova 5, 342 57 Beroun", "Merelpark 19 II, 3417 KL Putten", "41 Marsh Lane, V5Y 1Y7 Kelowna", "7 Wren Copse, CF10 4QX Barry", "12 Sanderling Knoll", "Dronning Annas gate 7, 0417 Moss",
	"18 rue du Lavoir, 29200 Brest", "Strandgatan 8\nApt. 14\nYstad\nSweden 271 41", "the corner of 7 Rosen Street and Mira Pass",
}

// announcedAddresses are notations that only the words around them make addresses.
var announcedAddresses = []string{
	"Menekşe Cad. 24 D:5, 34433 Beyoğlu/İstanbul", "Gül Mah. Çınar Sok. No:7 Daire 3, Çankaya, Ankara 06420", "Al Nahda Road, P.O. Box 2543, Dubai", "Block 4, Street 12, House 9, Salmiya, Kuwait", "2-14-3 Meguro, Meguro-ku, Tokyo",
	"〒150-0002, 1-2-3 Shibuya, Shibuya-ku, Tokyo", "45, Sejong-daero 23-gil, Jongno-gu, Seoul, South Korea", "No. 18, Lane 45, Jianguo Road, Chaoyang District, Beijing 100025, China", "Flat No. 302, Rose Residency, MG Road, Pune 411001",
	"#27, 4th Cross, 2nd Main, Indiranagar, Bangalore 560038", "House No. 15, Street 4, F-7/2, Islamabad, Pakistan", "Jl. Melati No. 45, Jakarta Selatan 12190", "15 Ngo Quyen, Hoan Kiem, Hanoi, Vietnam", "Carrera 7 # 71-21, Torre B, Bogotá",
	"Av. Corrientes 1234, Piso 5, Depto B, C1043AAZ Buenos Aires", "Rua das Flores 123, apto 45, Rio de Janeiro, RJ 22041-001, Brazil", "15 Larch Street, Dublin 2, D02 X285", "Strada Lungă nr. 45, bl. C2, sc. B, et. 3, ap. 21, Cluj-Napoca",
}

// announcements are the words around them.
var announcements = []string{
	"My address is %.", "Please ship it to % soon.", "Meine Anschrift wäre %, bitte ändern.", "I entered % as my address yesterday.", "| Adresse | % |", "Where: %", "She moved to %.", "Adresse:\n%\nTelefon: keins",
}

func TestAnnouncedAddressesAreFoundWholeAndNoMore_D3(t *testing.T) {
	f := New(Options{})
	for _, address := range announcedAddresses {
		for _, frame := range announcements {
			text := strings.ReplaceAll(frame, "%", address)
			if left := readable(f, text, address); left != "" {
				t.Errorf("%q stays of %q", left, text)
			}
			for _, e := range f.Find(text) {
				if e.Type == Address && !strings.Contains(address+".", e.Text) {
					t.Errorf("took %q of %q", e.Text, text)
				}
			}
		}
	}
	for _, text := range []string{
		"Deliver to us in Week 12, Monday.", "I live in Munich, 3 years now.", "Please bring Form 27, Annex 3 and your ID.", "Die Lieferung nach Wien, 2 Pakete, kostet 12 Euro.", "Send it to Anna, Order 12345.", "Visit us in Hall 4, Stand B12 at the fair.",
	} {
		if found := f.Find(text); slices.ContainsFunc(found, func(e Entity) bool { return e.Type == Address }) {
			t.Errorf("found %v in %q", found, text)
		}
	}
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

// addressesInSmallLetters are typed in a hurry.
var addressesInSmallLetters = []string{
	"ich wohne birkenweg 93", "liefert ihr auch nach ahornkamp 7b?", "meet me at lindenstraat 14", "i live at 12 maple street, 04109 leipzig", "my address is veldweg 8, 3417 zwolle, can you deliver?",
	"please send it to the corner of tannenweg 7 and mirko street. thanks", "bitte an via garibaldi 14 schicken, also liefern an via garibaldi 14",
}

func TestAddressesInSmallLettersAreFound_D3(t *testing.T) {
	f := New(Options{})
	for _, text := range addressesInSmallLetters {
		if !slices.ContainsFunc(f.Find(text), func(e Entity) bool { return e.Type == Address }) {
			t.Errorf("nothing found in %q", text)
		}
	}
}

// toldAddresses have no word for a street: the sentence makes them one.
var toldAddresses = map[string]string{
	"Please return it to Nele and Estrelinha 57 in case of an issue.": "Nele and Estrelinha 57",
	"She lives on the north side of Joaquin Moreiras 2906.":           "Joaquin Moreiras 2906",
	"Liefern Sie auch nach Oberwiesau 84?":                            "Oberwiesau 84",
	"My address is Úprkovo 12, can you deliver?":                      "Úprkovo 12",
	"Please send the parcel to 835 Rodovia Franzini today.":           "835 Rodovia Franzini",
	"Lena Vogt\nAqqunersuaq 27\n":                                     "Aqqunersuaq 27",
}

func TestAddressesThatOnlyTheSentenceNamesAreFound_D3(t *testing.T) {
	f := New(Options{Region: "US"})
	for text, address := range toldAddresses {
		if left := readable(f, text, address); left != "" {
			t.Errorf("%q stays of %q", left, text)
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
	"We moved to Windows 11 last week.", "Please send the report to Support 24 today.", "Upgrade to Galaxy 24 and Pixel 9.", "Wir kommen in Halle 5 an.", "Fahren Sie mit Linie 5 bis Terminal 2.",
	"Is there a USB Port 3 near Monitor 2?", "12 Personen Camp am See", "2 USB Port und 10 LED Light", "the monitor does not get fooled by http codes of 200 here", "Call center 24 hours, 7 days.",
	"Lieferung in KW 47", "Bitte liefern Sie an Paketshop 12", "Kommen Sie zu Stand 14 in Halle 3.", "Send it to printer 4.", "Return to Seller 12345", "Adresse: siehe Anlage 3",
}

func TestTitlesOfWorksAreNoAddress_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Address: {
		`We had tickets for "84 Charing Cross Road" on the 21st`, "Haben Sie den Roman „Lindenstraße 12“ da?", "Have you read '10 Rillington Place'?", `Die Adresse ist "‹Lindenstraße 12›"`, `{"street":"‹84 Charing Cross Road›"}`, `Karten bitte an "‹Lindenstraße 12, 38100 Braunschweig›"`,
	}})
}

func TestAddressesInSmallLettersNeedNoWordForThem_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Address: {
		"‹221b baker st london›", "need a plumber at ‹12 oak avenue, manchester› pls", "send it to ‹5 oxford street london›", "‹12 old kent road london› please",
		"open 9 to 5 oxford street london", "5 star hotel oxford street london", "2 bed flat high street london", "20 shops on main street springfield", "3 minutes from baker street london",
	}})
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
