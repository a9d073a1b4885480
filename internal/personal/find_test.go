package personal

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// mixed is text as visitors and web pages write it, with and without personal data.
const mixedText = `Guten Tag, ich heiße Max Müller und wohne Am Alten Markt 5, 01067 Dresden. Meine Bestellung 4711-0815 vom 12.03.2024 über 49,90 € ist noch nicht da.
Unsere Öffnungszeiten: Montag bis Freitag 8–18 Uhr, Samstag 9–14 Uhr. Die Lieferung dauert drei bis fünf Werktage; ab 50 Euro ist sie kostenlos. Für Rückfragen erreichen
Sie den Kundendienst unter 0351 1234567 oder service@firma.example. Die Garantie beträgt 24 Monate ab Kaufdatum, Ersatzteile sind zehn Jahre lang erhältlich.
Nach § 355 BGB können Sie den Vertrag innerhalb von vierzehn Tagen widerrufen. Die Frist beginnt mit dem Erhalt der Ware. Artikel 6 Abs. 1 lit. f DSGVO gilt entsprechend.
Please transfer the refund to DE89 3704 0044 0532 0130 00. The device measures 120 x 80 x 40 mm, weighs 2.5 kg and needs 230 V. See https://www.example.com/products?page=2
for the list of all models; version 3.2.1 supports every printer that was sold since 2015. Our offices are closed on public holidays, and the hotline answers within an hour.
`

func TestFindTellsPlacesAndValues_D3(t *testing.T) {
	found := New(Options{}).Find(mixedText)
	want := []string{"Max Müller", "Am Alten Markt 5, 01067 Dresden", "0351 1234567", "service@firma.example", "DE89 3704 0044 0532 0130 00"}
	var got []string
	for _, e := range found {
		got = append(got, e.Text)
		if mixedText[e.Start:e.End] != e.Text {
			t.Errorf("%q is not at %d", e.Text, e.Start)
		}
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("found %q, want %q", got, want)
	}
}

// Texts that are read after another or at the same time share memory, and nothing else.
func TestFindKeepsNothingOfOtherTexts_D3(t *testing.T) {
	finder := New(Options{})
	texts := []string{mixedText, "Das WLAN-Passwort lautet Kiefer!77", "anna wohnt am alten markt 5 in dresden", strings.Repeat(mixedText, 60), "", "Dear Ms Bradshaw, my dob is 12 March 1981."}
	var want [][]Entity
	for _, text := range texts {
		want = append(want, finder.Find(text))
	}
	var running sync.WaitGroup
	for i := range 40 {
		running.Go(func() {
			k := i % len(texts)
			if got := finder.Find(texts[k]); !slices.Equal(got, want[k]) {
				t.Errorf("found %v, before %v", got, want[k])
			}
		})
	}
	running.Wait()
}

// FuzzFind checks what must hold for any text: entities are in order, apart, inside the text and cut
// between characters, and finding does not panic.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		mixedText, "", "\xff\xfe", "a\u0308", "&#48;&#x31;&szlig;", "%41%", "null eins sieben eins zwei drei", "+49 (0", "Am Am Am Am 5", "http://a:b@c", "x@y", "max (at) firma punkt de",
		"P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<", "-----BEGIN PRIVATE KEY-----\nabc", "Passwort: ", "::", "1.2.3.4.5.6", "0\u200b1\u200b7\u200b1 23\u00ad45 67", "Straße des 17. Juni 135", "０３５１",
		"Flat 2, 221B Baker Street, London NW1 6XE", "geboren am 1 . Mai 1980", "M-AB 12", "eyJ", "12 rue de l'", "Postfach 1 2 3", "İstanbul 5", "5\nD-", "on a 20168Corolla", "000000000000 01 A Street,", "IBAN LI33 02674YDZHRMBAZZPF",
	} {
		f.Add(seed)
	}
	for _, seed := range seenMessages(f) {
		f.Add(seed)
	}
	finder := New(Options{Always: []string{"Adler"}, Public: []string{"@firma.de", "0351 123456"}})
	f.Fuzz(func(t *testing.T, text string) {
		checkPlaces(t, text, finder.Find(text))
	})
}

// checkPlaces checks what must hold for the places of all that is found in a text.
func checkPlaces(t *testing.T, text string, found []Entity) {
	t.Helper()
	end := 0
	for _, e := range found {
		if e.Start < end || e.Start >= e.End || e.End > len(text) {
			t.Fatalf("%+v follows an entity that ends at %d in %q", e, end, text)
		}
		if utf8.ValidString(text) && !(utf8.ValidString(text[:e.Start]) && utf8.ValidString(text[e.Start:e.End])) {
			t.Fatalf("%+v cuts a character of %q", e, text)
		}
		if e.Text != text[e.Start:e.End] {
			t.Fatalf("%+v is not what stands there", e)
		}
		end = e.End
	}
}

// BenchmarkFind measures ordinary text: what visitors wrote, each message by itself, and running text as pages have it.
func BenchmarkFind(b *testing.B) {
	finder := New(Options{})
	for name, texts := range map[string][]string{
		"mixed": {strings.Repeat(mixedText, 20)}, "german messages": written(b, "de"), "english messages": written(b, "en"), "german pages": passages(b, "de"), "english pages": passages(b, "en"),
	} {
		b.Run(name, func(b *testing.B) {
			if len(texts) == 0 {
				b.Skip("WCA_SHARED names no folder with XQuAD")
			}
			b.SetBytes(int64(len(strings.Join(texts, ""))))
			b.ReportAllocs()
			for b.Loop() {
				for _, text := range texts {
					finder.Find(text)
				}
			}
		})
	}
}

// written reads the first messages of a language that the evaluation has.
func written(b *testing.B, language string) (texts []string) {
	file, err := os.ReadFile("../../test/eval/personal/testdata/written_" + language + ".jsonl")
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		var message struct{ Text string }
		if err := json.Unmarshal([]byte(line), &message); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, message.Text)
	}
	return texts
}

// passages reads passages of XQuAD, some of them together as long as a page; none if the set is not there.
func passages(b *testing.B, language string) (pages []string) {
	file, err := os.ReadFile(os.Getenv("WCA_SHARED") + "/data/xquad/xquad." + language + ".json")
	if err != nil {
		return nil
	}
	var set struct {
		Data []struct{ Paragraphs []struct{ Context string } }
	}
	if err := json.Unmarshal(file, &set); err != nil {
		b.Fatal(err)
	}
	for _, article := range set.Data {
		page := ""
		for _, p := range article.Paragraphs {
			page += p.Context + "\n"
		}
		pages = append(pages, page)
	}
	return pages
}

// BenchmarkFindHard measures texts made to be slow, at a length and at four times that length: the
// bytes per second of both must be about the same.
func BenchmarkFindHard(b *testing.B) {
	finder := New(Options{})
	for name, unit := range hardTexts {
		for _, size := range []int{16 << 10, 64 << 10} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(name+"/"+map[int]string{16 << 10: "16k", 64 << 10: "64k"}[size], func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					finder.Find(text)
				}
			})
		}
	}
}

var hardTexts = map[string]string{
	"fields": "{\"p\":\"08025550163\",", "dashes": " - ", "heads of dashes": "name - tel - x\n- - -\n", "access": "CAN a b c ", "account told": "the account I pay from is Bar ", "bank behind": "27071770 s/c ", "kin": "Tochter, 3.5.2015, ", "roles": "junior, 1. m ",
	"key halves": "AKIAVXQ2UZBWZJNUNBUQ / G35HcMhPQH51qwwQsi54eRcEBVu5tzWxCaSD4AkM ", "calendars": "https://a.b/ical/x@y.", "questions": "secret question answer: ", "things": "Name: Office 365\n", "weights": "24 to ", "papers before": "RE-2026-00418\n",
	"mistyped": "Gebrutsdatumm Kenzeichne passwrodt ", "told_letters": "Kennzeichen Ludwig Berta Xanthippe vier K wie Konrad dann Ö ", "set_apart": "V e r s i c h e r t e n 1 2 . ", "stages": "phone starts 07700 then 900 then 55, ",
	"agreed": "memorable word for the pickup is Password: Kennwort ", "slash_columns": "Name / Geb. / Ort\nEva / x / y\n", "births_of_several": "birthdays: me 11 Feb, Tom 3.9., junior, ", "named_flats": "at Apartment 12, The Old Mill House, Dundalk, ", "shuffled": "https://a.example/Zx81kQpLm20VbTt7/AKIAVXQ2UZBWZJNUNBUQ Zx81kQpLm20VbTt7RsWn ",
	"at": "@", "digits": "1", "spaced digits": "1 ", "slashes": "1/", "plus": "+49", "brackets": "((((", "colons": "a:", "hex": "ab:cd-", "less": "<", "tags": "<b>0171</b> ", "base64": "QWxhZGRpbjpvcGVuIHNlc2FtZQ== ", "accounts": "Kto 4711234567 BLZ 70020270, ", "name columns": "Name;Vorname;Tel\nBirk;Ilka;12\n", "cards over lines": "visa 4929 1605\n4726 4251 ", "mail": "a.b@c.", "dots": "a.",
	"marks": "u\u0308", "zero width": "\u200b", "entities": "&#49;", "ampersands": "&", "percent": "%41", "percents": "%", "streets": "Am Alten Markt ", "house": "Am 5 ", "numbers": "12 High ",
	"urls": "http://a?", "password": "Passwort: ", "births": "geboren 1.1.", "plates": "Auto M-AB ", "digit words": "eins ", "urlopen": "://", "begin": "-----BEGIN PRIVATE KEY-----", "mixed": mixedText,
	"clues": "Telefon IBAN ", "names": "Herr Müller ", "dates": "1.2.", "zip": "01067 Bad ", "rue": "12 rue de ", "spaces": " ", "lines": "\n", "quote": "\"a", "punkt": " punkt a", "at word": " at ", "goods": "Artikel 12345678 ",
	"eyJ": "eyJ.", "sk": "sk-", "backslashes": "\\_", "urlwords": "a://.", "floors": "Am Weg 5, 3. OG, ", "blocks": "5 Aa, ", "postfach": "Postfach 1 ", "letters": "a", "capitals": "A", "capital words": "Aa ", "umlauts": "Ä", "iban": "DE89 3704 ",
	"locks": "Safe neben Tor ", "lock codes": "Keypad 1-2 ", "rows": "PIN 4021, 4012, ", "pairs": "login a1! / ", "insurers": "Debeka Nr. ", "phrases": "Kennwort ist blau ", "www": "www.a", "paths": "/a?b=", "misread": "O3.", "families": "Kinder Lea 1.2.2012 ", "leaders": "PLZ/Ort ........ ", "spaced": "geb 1 2 . 0 3 . 1 9 8 0 ", "children": "Luca (14.02.2013), ", "taken back": "null eins zwei drei vier, ach ",
	"passports": "passport HK482917 ", "vorwahl": "Vorwahl 0 40 ", "cards": "4111 1111 1111 1111 03/28 ", "care of": "Weg 5, bei Anna ",
	"papers": "licence Anna ", "lists of papers": "passports:\nAnna 53340137 ", "misread ibans": "DE89 37O4 ", "heads": "dob\n1.1.1990\n", "roads": "Unfall M-AB 12 ", "patients": "patient 943 476 5919 ", "taxes": "tin 12-3456789 ", "last four": "ssn ending 4417 ", "misread codes": "O176 4", "birth years": "geboren 1978 ", "look-alikes": "В", "inserts": "(a, dob, c) values (1, 2, 3)", "capital names": "MEYER, HANS; ", "since when": "PIN ist ab ab ab ",
	"guests": "Gast: Anna B, 1.1.1990\n", "paper days": "Perso L01X00T471 7.12.90 ", "newborn": "kam 1.1.2025 3480 g 52 cm ", "router keys": "wlan 5812 7740 3391 0264 8857, ", "french": "1 84 05 67 ", "points": "0921 · ", "users": "mein Login ist a_1 ", "user labels": "user name: ", "handles": "mein insta @", "profiles": "mein instagram.com/", "chassis": "Rahmennummer: A1 ", "wallets": "btc 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy ", "vins": "FIN WVW ZZZ ", "rows of names": "Anna und Lena, ", "name fields": "name | ", "pictures": "0171 😀 ", "post numbers": "Packstation 1 Postnummer 1234567 ", "patronyms": "A. Novaković ", "recalled": "PIN das war mal ", "keypads": "Code 1#1#", "tried": "PIN 4471 versucht ", "towns": "5020 A-B, Hauptstr. 5, ", "told": "PESEL ist 12 34 ", "told names": "Pass (", "ruled": "__a", "cars": "Unfall 1234 BCD ", "bots": "12345678:AA", "rivers": "5020 Aa am Aa ",
	"plates in a row": "M-QN 7719 ", "plates with seals": "B:QN 7719 ", "spaced mail": "a @ b . d e ", "codes of banks": "COBADEFFXXX die BIC der ", "logged in": "angemeldet als a ", "handles of others": "ich folge insta @a ", "vehicles": "WVWZZZ1KZ6W386752 bis ",
	"employer heads": "EIN;a\n", "employers": "EIN;", "asked back": "code gave is it 1? ", "answered": "Geburtsdatum?\n9.6.82 ", "units": "Str. Aa nr. 1, bl. 1, ", "fronts": "Cluj, str. Aa nr. 1, ", "whose": "DNI of my ", "broken lines": "+49 171 448\n", "wide": "1   ", "dwellers": "Anna Bo, Rose House, ",
	"hong kong": "A123456(3) ", "person codes": "hetu 131052-308 ", "set": "password set it as a ", "health cards": "8027 6", "versions": "Update auf 10.4.2.118 ", "ages": "I turn 18 on 3 May ", "born again": "geboren 1978 statt ", "day fields": "Day: 1 Month: 2 Year: ", "licence keys": "licence key ABCD-EF12-", "swaps": "changed from a1! to ", "seeds": "seed phrase ocean lamp ", "codes told": "4471 is the PIN ", "answers": "PIN? 4471 ", "bank pairs": "Bank 204577 / 44712098, ", "codes and houses": "postcode SW1A 2AA, number ", "leaders of pins": "PIN ........", "ribs": "RIB 1 ", "me and": "me and Anna, ", "self names": "Anna von ", "chinese names": "Wu Li ", "mysql": "mysql -pab12 ", "expiries": "exp 04/28 code ", "babies": "a 1988 baby ", "named towns": "Aaweg 1, Aadorf, ", "quarters": "Aa Mah. Bb Cad. No 1, ", "misread groups": "LV70 O1O1 ", "misread houses": "Weg l2 ", "data": "{\"plz\":\"1\",\"ort\":\"a\"}", "data tags": "<plz>1</plz><ort>a</ort>", "sent data": "&strasse=a 1&plz=1", "letter names": "em ay at ay dot ", "noble": "Anna Graf von und zu Aa ", "acting": "Anna hat a b c d ", "homes": "Seniorenheim Aa, Weg 1, ", "signs for": "ppa. Aa\n", "titled": "Mag. Aa ",
}
