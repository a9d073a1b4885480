package personal

import (
	"slices"
	"testing"
)

// ofManyStates are notations of the papers and numbers that the states of our users give, of what is told beside them, and
// of addresses as people shorten them.
var ofManyStates = map[Type][]string{
	IDCard:    {"BRP: ‹ZR8820447›, expires 31/12/2024", "ImmiCard ‹EIS882044›", "visa grant number ‹0088204471203›", "work permit no ‹U880 447 201›", "Emirates ID ‹784-1990-8820447-1›", "Citizen card ‹XK884 2017›", "CDL ‹N8820447› class A", "learner's permit ‹N8820447›", "Northern Territory licence ‹1204482›", "drivers licence (Vic) ‹044 882 017› expires 3/28", "NDLS driver number ‹118 204 993›", "Learner permit no. ‹902 114 773› (NDLS)", "My driving licence says ‹OKEXX 902149 SA9FJ 18›", "D.L. No. ‹S18220774›", "DVLA number ‹EVANS-806122-JD9KR› on the photocard", "hirer shows UK licence ‹patel 802156 rk8tz›", "Driver number (4d): ‹731 002 485›", "BC licence ‹7184023›, class 5", "Nova Scotia master number ‹HANSE120492004›", "driver licence NSW ‹18442907›", "SA licence ‹S81204›", "SA driver licence ‹BK4471›", "Tassie licence: ‹B402917›", "Tennessee state ID ‹084411702›", "operators license (Ohio) ‹RX204418›", "My Polish ID is ‹ABA300000›", "Belgian eID ‹592-4482017-39›", "BRP number: ‹RX8820417›", "BRP no ‹ZWX442018›", "alien number ‹A 204 418 773›", "USCIS # ‹088-204-417›", "PR card number ‹RA0302123456›", "UCI ‹11-0420-8837›", "military ID ‹1204488371›", "state id # ‹D120-4418-8820›", "Lenkerberechtigung Nr. ‹18220417›, BH Kufstein", "FA-Nr. ‹004412077003› (Führerausweis)", "Führerausweis Nr. ‹008 412 077 003›", "Schweizer Führerausweis ‹004877120004›", "BPA-Nr. ‹L8ZV4Y2K1›, gültig bis 2031", "Ausweis: ‹LPKFJRVWF›", "LichtbildausweisNr ‹9914207›", "österr. Personalausweis ‹8842017›", "Personalausweis Österreich, Nr. ‹PA4420188›", "Schweizer ID ‹E1234567›", "Aufenthaltserlaubnis Nr. ‹Y48TVX210›", "Niederlassungserlaubnis ‹AA1234567›", "Ausländerausweis B Nr. ‹012345678›", "ZEMIS ‹012.345.678-9›", "Fiktionsbescheinigung Nr. ‹D1234567›", "Duldung ‹Y4420188›", "Schwerbehindertenausweis Nr. ‹44/120/8831›", "Ersatzführerschein ‹B072RRE2I56›", "mein lappen hat die nummer ‹B072RRE2I55›", "Ausweiskopie: ‹L9VK3TX40›, ausgestellt 2021", "FS-Nummer: ‹J41000ZK551›, Ausstellung 12.03.2019", "Fahrerkarte ‹DF000044120188›", "Fahrerkartennummer: ‹D000004412018800›", "Ausweis-ID ‹L9VK3TX40›", "Legitimation: PA ‹L9VK3TX40›", "eID-Karte ‹L9VK3TX40›", "Blaue Karte EU Nr. ‹YX93K72P5›", "Identitätskarte (CH) ‹S0A00A00›", "türkischer Ausweis (Kimlik) ‹A12B34567›", "Dienstausweis Nr. ‹44120188›", "ausgewiesen durch: BPA ‹LPKFJRVWF›\nerreichbar: 0"},
	Passport:  {"Pass CH ‹F4820177›", "passport (UK) ‹120 448 817›", "PP no ‹533401372› exp 04/31", "Travel doc ‹C01X0006H› issued in Bonn", "Reisepass CH ‹X1234567›", "Dienstpass ‹D4VK93PLT›"},
	HealthID:  {"Tricare ID ‹882044717›", "Irish Life Health policy ‹IL882044›", "AXA PPP membership ‹88204471›", "Manitoba Health PHIN ‹882 044 717›", "MSP number ‹9882 044 717›", "patient no ‹943 476 5919› with my GP", "‹943 476 5919› is on my GP letter", "CHI number ‹0101401234›", "CHI ‹010140 1234›, Glasgow", "GMS number ‹A123456B› medical card", "medical card no. ‹4482017A›", "DVA file ‹NX123456›", "RAMQ ‹TREM 8551 2018›", "carte soleil ‹BOUF94032816›", "MRN ‹00448213›", "medical record no. ‹4482-0177›", "Cigna: ‹U12345678 01›", "EHIC number: ‹80826001234567890123›", "insurance card: ID ‹ABC123456789›, group 1042", "Medi-Cal ‹91234567A›", "NHI ‹ZAC5361›", "EHIC ‹80276881234567890123›", "Kenn-Nr. der Karte ‹80276881234567890123›", "ÖGK, e-card ‹80040000001234567890›", "Versichertenkarte Schweiz ‹80756012345678901234›", "Swica Versichertennummer ‹12345678›"},
	TaxID:     {"Our Tax ID is ‹88-2044717›, 501(c)(3)", "W9: ‹88-2044717›", "IRS number ‹88-2044717›", "fed tax id# ‹88-2044717›", "our employer ID is ‹84-2917735›", "federal tax ID ‹61-4482903›", "taxpayer no. ‹61-4482903›", "TIN ‹61-4482903›", "my tax id? its ‹61-4482903›", "W-9 attached, EIN ‹88 1200344›", "employer identification number is ‹881200344›", "‹61-4482903› is our EIN"},
	SocialID:  {"Self Assessment ref ‹1979268248›", "tax file number ‹865 414 088›", "Tax file no. is ‹459599230›", "social insurance number ‹130-692-544›", "S.I.N. ‹193456787›", "last four of my social are ‹6789›", "last 4 of SSN: ‹4417›", "SSN ending ‹4417›", "the last four digits of my Social Security number, ‹4417›", "pps no ‹1234567 FA›", "IRD ‹49-091-850›"},
	TaxNumber: {"PAYE ref ‹123/AB456›", "employer PAYE reference: ‹120/BA72941›"},
	BirthDate: {"born ‹the 21st of May 1979›, and", "my date of birth? ‹the third of august nineteen sixty-four›", "my birthday's ‹April 12th›", "The idea was born on 12 June 2009 in a coffee shop", "born and raised in Ohio, moved 12 June 2009", "In eurem Blog steht, die Idee sei am 12. Juni 2009 bei einem Kaffee geboren worden.", "born to run, released 25 August 1975", "Product born in Berlin on 12 May 2019."},
	Plate:     {"my ute is ‹CX-48-LT›", "registration number ‹ab12 cde›", "reg is ‹08 KY 1234›", "car reg: ‹181D12345›", "Zulassungsbescheinigung Teil I\nA  ‹B-KR 5504›\nB  11.03.2017\nD.3 GOLF", "E-Scooter ‹482-KLM›", "Roller ‹482 KLM›", "Bitte ‹FR-AG 1903› freischalten für die Schranke", "Parkschein für ‹K-LM 209›", "Ladesäule blockiert von ‹B-EV 12E›", "Waschanlage, ‹B-EV 12›", "Unfall mit ‹M-TS 300›", "Zeuge notierte ‹M-TS 300›", "Traktor ‹FFB-LW 12›"},
	Secret:    {"Türtelefon-PIN neu ‹0852›. Alte gilt bis Freitag.", "Passwort neu ‹Kastanie77›", "Bitlocker ‹482017-110022-483920-119283-884201-330192-773811-209384›", "my pin used to be ‹4471›", "security word: ‹marmalade›", "backup code ‹4471-8820›"},
	Phone:     {"Dienstreise Reise 02.–09.06.2025 nach Porto. ", "Handy ‹O176 4482 9317›", "Mobil: ‹0l76 44829317›", "Tel ‹O89/4482931›", "phone ‹O7700 900 461›", "02.–09.06.2025 Dienstreise, KV-Nr. steht auf der Karte"},
	IBAN:      {"IBAN ‹DE89 37O4 0044 0532 0130 00›", "‹de8937o400440532013000› so?", "‹de89 37o4 0044 0532 0130 00›", "IBAN: ‹DE89 3704 0044 0532 0130 OO›", "IBAN ‹DE62 4306 0967 8O39 5034 56›"},
	Email:     {"my email's ‹big underscore reg at example dot net›, all lower", "ich buchstabiere: ‹b wie berta unterstrich voss at example punkt net› … genau", "write to me at ‹nora dot fitch at example dot com› (without", "it's ‹anna minus bell at example dot org›"},
	Account:   {"my NI no. is NB 95 03 28 and the account you hold (‹06614473›) is the closed one", "the account you hold for me, ‹06614473›, is closed", "please pay into account ‹31926819›, sort code ", "account (‹31926819›) at Lloyds was closed"},
	Address:   {"ship it to my P.O. box, ‹PO Box 52, Ely, MN 55731›", "job at ‹41 Hawthorn Gdns, Whitstable›, ring first", "‹3 Chapel Row, Kilrush, Co. Clare›", "‹Hof Tannenkamp, 27404 Zeven›", "A  \nB  11.03.2017\nD.3 GOLF\nF.1 1840  P.1 1395  V.7 119", "Ship to:\n‹c/o Brandt Hardware\n4417 Quillfeather Ave, Unit 6\nDuluth, MN 55807›\nLeave w/ front desk.", "Uber eats driver couldn't find me lol. its ‹1603 e juniper hollow rd apt 2c, tempe az 85282›. gate stays", "deliver to ‹14 station rd, ashford›", "my address is ‹31 victoria avenue, southend›", "I'm at ‹8 mill lane, dunmow›", "‹112 Kenilworth Ave N, Hamilton, ON›", "‹18-220 Main St W, Hamilton, Ontario›", "‹Rosebank, Main Street, Ballinamore, Co. Leitrim›", "I live at ‹Rose Cottage, Mill Lane, Little Bowden›", "post it to ‹Hillcrest, Church Road, Wickham›", "I'm from Budapest. Address: ‹1052 Budapest, Váci utca 47. II/5.›, please", "The new starter lives in ‹Ravenhurst Lane 4, Flat C, Grimsargh› and her", "Flat's ‹Flat 2/1, 39 Dumbarton Road, Glasgow G11 6AA›, use", "need a quote for moving 2 bed flat, 3rd floor no lift, approx 35 boxes", "moved to Room 3.114, 14:15 (Bldg. C, 2nd floor). Resit", "‹1600 S 4th St #12 Louisville KY›", "send it to ‹742 evergreen terrace, springfield›", "Wir sind in der ‹Boxhagener 44› zu finden", "‹6020 Innsbruck, Höttinger Au 34/7›", "Adresse: ‹1052 Budapest, Váci utca 47. II/5.›, bitte", "‹Am Anger 11\nOrtsteil Bischleben\n99094 Erfurt›", "Lieferadresse bitte ändern auf: ‹c/o Familie Anger, Brunnengasse 7, 97070 Würzburg›. Danke", "‹c/o Müller\nBrunnengasse 7\n97070 Würzburg›", "Zur Fahrt am Samstag: Abfahrt 05:45 Bahnsteig 9, Umstieg in Göttingen (8 Minuten!), Ankunft 09:58.", "Abfahrt Bahnsteig 4, Halle 7, Hannover"},
}

func TestNotationsOfManyStatesAreFound_D3(t *testing.T) { checkTyped(t, ofManyStates) }

// ofFurtherStates are plates and numbers of persons of further states, and codes in three pairs.
var ofFurtherStates = map[Type][]string{
	Plate:    {"a red Mini, ‹BD18 SMR›, has been there all week", "rego ‹123 ABC› QLD", "reg ‹ND 482-118›", "DVLA: ‹LX22VBM› SORN", "Registered keeper of ‹M5 XYZ›", "The parked trailer ‹BD18SMR› is in my way", "ISO BS12 345"},
	SocialID: {"ÖGK ‹1237 010180›", "ÖGK-Service, Montag 1237 Anrufe", "HKID ‹A123456(3)›", "HKID A123456(7)", "RFC ‹LOHM800101AB1›", "SSS ‹34-1234567-8›", "UAN ‹100123456789›", "see RFC 8259 and RFC 2822"},
	IDCard:   {"South African ID ‹8001015009087›", "Ghana card ‹GHA-123456789-0›"},
	Secret:   {"one time code ‹44 92 01›", "the code is 44 92 or more"},
}

func TestValuesOfFurtherStatesAreFound_D3(t *testing.T) { checkTyped(t, ofFurtherStates, Person) }

// ofAllStates are the numbers that states give their people, in the words of their languages, at some distance from them where
// check digits tell them, and what is built alike and is none.
var ofAllStates = map[Type][]string{
	SocialID: {
		"agency ask for Finnish personal code, mine is ‹140487-377V›, and phone", "Finnish personal code: ‹140487-377V›", "henkilötunnukseni on ‹131052A308T›", "hetu? is that needed as well? ‹010594Y9032›", "hetu? please for order 010594Y9031",
		"rodné číslo? Das brauchen Sie auch, oder? ‹710319/2745›", "mein rodného čísla ‹736028/5163›", "r. 710319/2745 Teile", "personnummer, if you need it as well: ‹811218+9876›", "samordningsnummer ‹811278-9873›",
		"fødselsnummer brauchen Sie auch? ‹151086 95088›", "numéro national (Belgique) je vous donne ‹85.07.30-033.28› merci", "Mein CNP aus Rumänien, falls nötig: ‹1800101221144›.", "isikukood falls Sie den brauchen ‹37605030299›",
		"EGN falls Sie den noch brauchen ‹6101057509›", "EMŠO falls Sie die brauchen ‹0101006500006›", "AMKA falls Sie die brauchen: ‹010130 99997›", "A.M.K.A. ‹01013099997›", "RSA ID ‹8001015009087›", "matricule (Luxembourg) si utile ‹1893120105732›",
		"TAJ szám ‹111 111 110›", "adóazonosító jel: ‹8071592153›", "személyi szám ‹1-850101-0012›", "sofinummer ‹111222333›", "mi DNI es ‹12.345.678-Z›", "mi DNI es ‹12 345 678 Z›", "DNI nº ‹12.345.678-Z›", "numéro d'assurance sociale ‹046454286›",
		"единен граждански номер ‹6101057509›", "personas kods: ‹161175-19997›", "matična številka ‹0101006500006›",
		"BSN? Bestellung 4711-850730", "EGN Kabel, Artikel 6101057508 bitte",
	},
	HealthID: {"Kennnummer ‹8027 6881 0944 0017 3825›, Ablauf 31.12.2027", "EHIC ‹80 276 88123 456789 0123›", "NHI ‹ZZZ00AX›", "Sendung 8127 6881 0944 0017 3825"},
	IDCard: {
		"Carta d'identità / Id.-Karte Nr. ‹CA58213HX›, ausgestellt", "carta d'identità ‹CA 58213 HX›", "dowód osobisty ‹ABA 300000›", "rumänischer Personalausweis ‹RX 123456›", "személyi igazolvány száma: ‹123456 AB›", "ΑΔΤ ‹ΑΚ 123456›", "cartão de cidadão ‹12345678 9 ZZ1›",
		"občanský průkaz ‹123456789›", "občiansky preukaz ‹EA 123456›", "osobna iskaznica: ‹123456789›", "French ID card ‹X4RTBPFW4›", "лична карта ‹123456789›", "ID-kaart: ‹IWR4BH2K6›",
		"Ausweis bis 123456 Stück",
	},
	Passport: {
		"Reisepass meines Sohnes is abgelaufen, der neue hat die Nr. ‹CFH2TT1L73›. Bitte", "Passkopie kommt per Post, Nummer vorab: ‹X3381407› (Schweiz)", "Liechtensteiner Reisepass Nr. ‹R12345›", "cestovní pas ‹12345678›", "útlevélszám: ‹BA123456›", "putovnica ‹123456789›",
		"potni list ‹PB1234567›", "διαβατήριο ‹AE1234567›", "паспорт ‹381234567›", "passaporte n.º ‹CA123456›", "Passport/ID ‹12345678›",
	},
	VATID: {"ДДС № ‹BG7523169263›", "ondernemingsnummer ‹0428759497›", "omzetbelastingnummer: ‹004495445B01›", "NIP UE ‹PL8567346215›", "PVM mokėtojo kodas: ‹119511515›", "ID za DDV: ‹50223054›", "cod fiscal: ‹18547290›", "Org.nr ‹995525828›"},
	Plate: {"dumped outside the hut, reg ‹ls07 ckd›, been there", "kennzeichen ‹reg ab 123›"},
	Phone: {"MPAN 18 0014 8291 037. Please call ‹0141 496 0355› after six.", "Zählpunkt 0014 8291 037", "MPRN 8812 4417 03"},
	Secret: {
		"The alarm company want a keyword, we've set it as ‹marmalade›, and", "Das Passwort haben wir auf ‹Marmelade› gesetzt, bitte", "our codeword, I've set it to ‹marmalade›.",
		"Our SEO keyword, we've set it as marmalade", "The password, I have set it as required.", "Das Passwort wurde auf Standard gesetzt.", "The bank asks for a keyword, I've set it to private.",
	},
	Address: {
		"backed into my mailbox at ‹604 Live Oak Trl›, didn't", "my mailbox at ‹9 Deer Xing› got hit", "parked in front of ‹77 Old Mill Ter›.", "the key is with Gaétan, ‹418 chemin du Lac-Brûlé, Sainte-Agathe-des-Monts, QC J8C 1R2›, call", "Strata notice: lot 18, ‹5/212 Beaufort Street, Perth WA 6000›. Plumber",
		"Bitte Busplatz 12 reservieren.", "Bitte Bootsplatz 12 reservieren.",
	},
}

func TestNumbersOfAllStatesAreFound_D3(t *testing.T) { checkTyped(t, ofAllStates, Person) }

func TestPlatesOfSeveralStatesInARowAreFound_D3(t *testing.T) {
	var got []string
	for _, e := range New(Options{Year: 2026, Region: "US"}).Find("plates for the depot gate this week: WGM 5784K, B-TX 9034, GJ-354-KT. All artics") {
		got = append(got, e.Text)
	}
	if want := []string{"WGM 5784K", "B-TX 9034", "GJ-354-KT"}; !slices.Equal(got, want) {
		t.Errorf("found %q, not %q", got, want)
	}
}

// ofFurtherCountries are addresses in the order of Hungary, Turkey, Romania and Mexico, and those of towns that no list holds.
var ofFurtherCountries = map[Type][]string{
	Address: {
		"Wir wohnen in ‹Budapest, Váci utca 31. II/5, 1052›", "‹6720 Szeged, Kárász u. 8. fszt. 2›.", "‹6720 Szeged, Kárász utca 8, 2. em. 5›.", "‹Budapest XI. kerület, Bartók Béla út 14. 3/4›", "‹1114 Budapest, XI. ker., Bartók Béla út 14. 3/4›", "Anschrift: ‹Debrecen 4024, Piac u. 18.›", "‹6720 Szeged, Kárász u. 8›",
		"‹Caferağa Mah. Moda Cad. No:14 D:5 Kadıköy İstanbul›", "‹Caferağa Mahallesi Moda Caddesi No: 14 Daire 5, Kadıköy, İstanbul 34710›", "‹Cumhuriyet Mah. 1412. Sok. No: 8/4 Çankaya/Ankara›", "‹Barbaros Bulvarı No 14 Kat 3 Daire 9, Beşiktaş, İstanbul›", "‹Lale Sokak No: 6, Kat: 2, Konak, İzmir, 35220›",
		"‹Str. Mihai Eminescu nr. 28, bl. A3, sc. 2, et. 4, ap. 17, sector 2, București 020083›", "‹Aleea Trandafirilor nr. 9, bl. C4, sc. A, ap. 9, Cluj-Napoca, jud. Cluj, 400123›", "‹Jud. Timiș, Timișoara, str. Lunga nr. 18, ap. 3, cod poștal 300041›", "‹București, sector 2, str. Lunga nr. 18, bl. 3, ap. 3›", "‹Șos. Pantelimon nr. 241, bl. 43, ap. 12, București›",
		"‹Calle Durango 241, Int. 3, Col. Roma Norte, C.P. 06700, Cuauhtémoc, CDMX›", "‹Calle Durango 241 int. 3, Col. Roma Norte, 06700 CDMX›", "‹Privada de las Flores #14, Fracc. Los Pinos, CP 45050 Zapopan›", "‹Priv. Las Flores No. 14, Col. Centro, CP 45050, Zapopan, Jalisco›", "‹Col. Roma Norte, Calle Durango 241, 06700 Ciudad de México›",
		"It's ‹9 Amberly Court in Wombleham›, the green door.", "‹14 Kestrel Close - Wombleham›", "‹14 Kestrel Close (Wombleham)›", "‹14 Kestrel Close\nWombleham›\n", "‹14 Kestrel Close›\nThanks", "my address is ‹9 amberly court wombleham›",
		"‹Schulstraße 12a, Obergünzbach›", "‹Schulstraße 12a - Obergünzbach›", "‹Schulstr. 12, Klein Wansdorf›, bitte klingeln", "wohne ‹Lindenweg 4 (Hintertupfing)›", "‹Lindenweg 4, Hintertupfing›, zweiter Stock",
		"‹Schulstraße 12›, Turnhalle", "‹Schulstraße 12›, Montag ab 10 Uhr", "‹Schulstraße 12›, Krause", "‹Hauptstr. 5›, Sprechstunde nach Vereinbarung", "‹Hauptstr. 5›, Kartoffelsalat", "Kat 3 Daire 9 Col. 2", "Sonata nr. 14, ap. 3",
	},
}

func TestAddressesOfFurtherCountriesAreFoundWhole_D3(t *testing.T) {
	checkTyped(t, ofFurtherCountries, Person)
}
