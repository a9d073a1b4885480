package word

import (
	"reflect"
	"slices"
	"testing"
)

func texts(s, lang string) []string {
	var out []string
	for _, t := range Tokens(s, lang) {
		out = append(out, t.Text)
	}
	return out
}

func TestTokensFoldAndSplit(t *testing.T) {
	for _, c := range []struct {
		text, lang string
		want       []string
	}{
		{"Öffnungszeiten: 8:30 Uhr", "de", []string{"offnungszeiten", "8", "30", "uhr"}},
		{"Oeffnungszeiten Strasse Straße STRAẞE", "de", []string{"offnungszeiten", "strasse", "strasse", "strasse"}},
		{"neue Bauern quer, Mueller", "de", []string{"neue", "bauern", "quer", "muller"}},
		{"blue shoes", "en", []string{"blue", "shoes"}},
		{"1.190,50 € und 2,5 kg", "de", []string{"1190.50", "und", "2.5", "kg"}},
		{"E-Mail don't", "en", []string{"e", "mail", "don", "t"}},
		{"o\u0308ffnen", "de", []string{"offnen"}},
		{"東京都 是", "zh", []string{"東京", "京都", "是"}},
		{"เปิดวัน", "th", []string{"เปิด", "ดวั", "วัน"}}, // a vowel goes with its consonant
		{"ＡＢ１２ ٢٠ ९", "", []string{"ab12", "20", "9"}},
		{"أحمد مدرسةً ســلام", "ar", []string{"احمد", "مدرسه", "سلام"}},
		{"\u0958लम कहाँ", "hi", []string{"कलम", "कहां"}},
		{"灯光能照多远", "zh", []string{"灯光", "能", "照", "多远"}}, // function words cut
		{"目的地", "zh", []string{"目的", "地"}},
		{"ใครสร้างที่อยู่", "th", []string{"ใคร", "สร้า", "ร้าง", "ที่อยู่"}},
		{"๒๕ ปี", "th", []string{"25", "ปี"}},
		{"オーストリアの首都", "ja", []string{"オーストリア", "の", "首都"}}, // a word from abroad is one
		{"迷わせた敵", "ja", []string{"迷わ", "敵"}},               // of an ending not every pair is a word
		{"п'ять п’ять", "uk", []string{"пять", "пять"}},
		{"Của cửa", "vi", []string{"của", "cửa"}}, // only the second is of a matter
		{"", "de", nil},
	} {
		if got := texts(c.text, c.lang); !reflect.DeepEqual(got, c.want) {
			t.Errorf("Tokens(%q, %q) = %q, want %q", c.text, c.lang, got, c.want)
		}
	}
}

func TestTokenOffsetsPointAtTheWord(t *testing.T) {
	text := "Die Öffnung – 24 Stunden"
	for _, token := range Tokens(text, "de") {
		if got := texts(text[token.Start:token.End], "de"); len(got) != 1 || got[0] != token.Text {
			t.Errorf("offsets %d:%d of %q give %q", token.Start, token.End, token.Text, got)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Wann habt ihr am Samstag geöffnet?", "de"},
		{"What are your opening hours on Saturday?", "en"},
		{"Quels sont les horaires d'ouverture ?", "fr"},
		{"¿Cuáles son los horarios de apertura?", "es"},
		{"Когда вы открыты?", "ru"},
		{"Was kostet der Stone Cellars Rosé?", "de"},
		{"12345", ""},
		{"Laufrad zentrieren · Fahrrad: 24 €\nAkku-Diagnose mit Protokoll · E-Bike: 45 €\nSchlauch · E-Bike: 32 €", "de"},
		{"Tag: Mo · Bad: 14–20 Uhr\nTag: Do · Bad: 14–21 Uhr\nTag: So · Bad: 9–18 Uhr\nDo: 9–12 Uhr\nÖffentlich", "de"},
		{"Kiedy jest otwarte w sobotę?", "pl"},
		{"Kdy máte otevřeno?", "cs"},
		{"Hur mycket kostar det och när har ni öppet?", "sv"},
		{"Hvornår har I åbent, og hvad koster det?", "da"},
		{"Når har dere åpent, og hva koster det?", "no"},
		{"Mikor vannak nyitva, és hol van az üzlet?", "hu"},
		{"Cửa hàng mở cửa lúc mấy giờ?", "vi"},
		{"Коли ви працюєте?", "uk"},
		{"Де можна залишити машину?", "uk"},
		{"Где можно оставить машину?", "ru"},
		{"Wie komme ich nach Århus?", "de"},
		{"Where is the office in Århus?", "en"},
		{"¿Abrís mañana?", "es"},
		{"¿Tienen tarjeta regalo?", "es"},
		{"Increased teams from the NFL (Los Angeles Rams), the NBA (Los Angeles Lakers, Los Angeles Clippers) and the MLS (Los Angeles Galaxy).", "en"},
		{"Den Abschluss der Staffel bildete The Horns of Nimon, danach kam The Claws of Axos.", "de"},
		{"İki sütunun altında ters konmuş başlar bulunur.", "tr"},
		{"Que equipamento está incluído no preço das lições?", "pt"},
		{"Negyvenmillió téglát használtak fel hozzá, és a kupola kilencvenhat méter magas.", "hu"},
		{"De molens werden in de negentiende eeuw vervangen door stoomgemalen.", "nl"},
		{"Færgen sejler om natten og tager fem en halv time.", "da"},
		{"Leirintäalue on avoinna toukokuun alusta syyskuun loppuun.", "fi"},
		{"Milloin sauna on lämmin?", "fi"},
		{"מתי אתם פתוחים?", "he"},
		{"Wann fliegt ihr nach São Paulo?", "de"},
		{"Can I book a hotel in Muğla?", "en"},
		{"Können Sie uns Ihre Unterlagen bis Montag schicken?", "de"},
	} {
		if got, _ := Language(c.text); got != c.want {
			t.Errorf("Language(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// Without tones the words of Vietnamese are those of many languages, and nothing is sure.
func TestVietnameseIsToldByItsTones(t *testing.T) {
	if lang, sure := Language("La saison va de décembre à mars."); lang == "vi" && sure >= 0.3 {
		t.Errorf("sure by %.2f of French", sure)
	}
	if lang, sure := Language("Cửa hàng mở cửa lúc mấy giờ?"); lang != "vi" || sure < 0.3 {
		t.Errorf("%s %.2f", lang, sure)
	}
}

// What is cut out of text without spaces is a function word, all of it.
func TestFunctionWordsOfScriptsWithoutSpaces(t *testing.T) {
	for lang, text := range map[string]string{"zh": "为什么工厂关门了", "th": "ทำไมโรงงานจึงปิด", "ja": "工場はどこにありますか"} {
		stops := 0
		for _, token := range Tokens(text, lang) {
			if Stop(lang, token.Text) {
				stops++
			}
		}
		if stops < 2 {
			t.Errorf("%s: %q has %d function words in %q", lang, text, stops, texts(text, lang))
		}
	}
}

func TestStem(t *testing.T) {
	a := Stem("de", Tokens("Öffnungszeiten", "de")[0])
	b := Stem("de", Tokens("oeffnungszeit", "de")[0])
	if a != b {
		t.Errorf("stems differ: %q and %q", a, b)
	}
}

// Words that differ by an ending only, in languages without a stemmer of Snowball, or one that would need accents.
func TestStemsOfOtherLanguages(t *testing.T) {
	for _, c := range []struct{ lang, one, other string }{
		{"pl", "tkanina", "tkaninami"}, {"pl", "krzesło", "krzesła"}, {"cs", "oprava", "opravách"}, {"uk", "вулиця", "вулицею"},
		{"el", "επισκευή", "επισκευές"}, {"hu", "kutya", "kutyák"}, {"tr", "fiyat", "fiyatlarınız"}, {"tr", "ışık", "ışığı"}, {"tr", "arı", "arıların"}, {"tr", "araba", "arabasında"}, {"tr", "yol", "yolda"}, {"ar", "الضمان", "ضمان"},
		{"es", "reparación", "reparaciones"}, {"it", "riparazione", "riparazioni"}, {"pt", "reparação", "reparações"},
		{"hi", "लड़का", "लड़के"}, {"ko", "주소", "주소는"}, {"sv", "reparation", "reparationer"}, {"da", "reparation", "reparationer"}, {"no", "butikk", "butikken"},
		{"fr", "fondé", "fondées"}, {"fr", "fonder", "fondée"}, {"uk", "навчає", "навчається"}, {"uk", "замовляти", "замовлення"}, {"pl", "wykonano", "wykonał"},
		{"fi", "koira", "koirat"}, {"fi", "huone", "huoneet"}, {"he", "מסעדה", "מסעדות"}, {"he", "כרטיס", "כרטיסים"}, {"ko", "일요일", "일요일에도"}, {"ko", "예약", "예약할"}, {"ko", "취소", "취소하면"},
		{"hu", "alagút", "alagutat"}, {"hu", "építés", "építették"}, {"it", "partecipare", "partecipanti"}, {"es", "visitar", "visitantes"},
	} {
		one, other := Stem(c.lang, Tokens(c.one, c.lang)[0]), Stem(c.lang, Tokens(c.other, c.lang)[0])
		if one != other {
			t.Errorf("%s: %s and %s have the stems %q and %q", c.lang, c.one, c.other, one, other)
		}
	}
}

func TestPieces(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"pl", "zapłacę", "zapla-"}, {"pl", "psy", ""}, {"de", "bezahlen", ""}, {"vi", "nghiêng", ""}, {"ko", "주차장", "주차-"}, {"ar", "السيارة", ""}, {"ru", "улица", "улица-"},
	} {
		if got := Beginning(c.lang, Tokens(c.text, c.lang)[0].Text); got != c.want {
			t.Errorf("%s: %s begins %q", c.lang, c.text, got)
		}
	}
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"nl", "stadsfiets", []string{"dsfiet", "sfiet", "fiet"}}, {"nl", "verkoop", nil}, {"fi", "rantasauna", []string{"tasau", "asau", "sauna"}}, {"he", "במלונ", []string{"מלונ", "לונ"}}, {"pl", "pensjonat", nil},
	} {
		if got := slices.Collect(Lasts(c.lang, c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s ends %q", c.lang, c.text, got)
		}
	}
}

func TestGramsOfAWord(t *testing.T) {
	n := 0
	Grams(Token{Text: "haus"}, func(uint32) { n++ })
	if n != 3 { // _hau haus aus_
		t.Errorf("got %d grams, want 3", n)
	}
	n = 0
	Grams(Token{Text: "시간은"}, func(uint32) { n++ })
	if n != 4 { // _시 시간 간은 은_: its letters are syllables
		t.Errorf("got %d grams of a Korean word, want 4", n)
	}
	n = 0
	Grams(Token{Text: "ホテル", Kind: Ideographs}, func(uint32) { n++ })
	if n != 4 { // as of a Korean word
		t.Errorf("got %d grams of a word that Japanese has from abroad, want 4", n)
	}
	n = 0
	Grams(Token{Text: "灯光", Kind: Ideographs}, func(uint32) { n++ })
	if n != 2 { // each character
		t.Errorf("got %d grams of a Chinese pair, want 2", n)
	}
	n = 0
	Grams(Token{Text: "ab"}, func(uint32) { n++ })
	if n != 1 {
		t.Errorf("short word: got %d grams, want 1", n)
	}
}
