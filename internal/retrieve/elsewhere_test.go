package retrieve

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Sites of firms in other languages are asked in other words than theirs, too.
func TestQuestionsInOtherLanguages(t *testing.T) {
	for lang, site := range map[string][][3]string{ // heading, text, question
		"fr": {{"Horaires", "Le magasin accueille le public du lundi au samedi de 9 h à 19 h.", "Vous ouvrez à quelle heure ?"}, {"Tarifs", "Le forfait révision est à 45 €.", "C'est combien ?"}, {"Accès", "Nous sommes au 3 rue Verte, en face de la mairie.", "Où êtes-vous situés ?"}},
		"es": {{"Horario", "Atendemos de lunes a sábado de 9:00 a 19:00.", "¿Cuándo abren?"}, {"Tarifas", "La revisión son 45 €.", "¿Cuánto me cobran?"}, {"Cómo llegar", "Nos encontramos en la calle Verde 3, frente al ayuntamiento.", "¿Dónde están?"}},
		"pl": {{"Godziny otwarcia", "Przyjmujemy od poniedziałku do soboty, 9:00–19:00.", "Do której jesteście czynni?"}, {"Cennik", "Przegląd to 45 zł.", "Ile zapłacę?"}, {"Dojazd", "Zielona 3, naprzeciwko ratusza.", "Jaki macie adres?"}},
		"hu": {{"Nyitvatartás", "Hétfőtől szombatig 9 és 19 óra között fogadjuk vendégeinket.", "Hány órakor nyitnak?"}, {"Árak", "Az átvizsgálás 4500 forint.", "Mennyibe kerül?"}, {"Kapcsolat", "Hívja a 62/123-456 számot.", "Mi a telefonszámuk?"}},
		"uk": {{"Години роботи", "Приймаємо з понеділка по суботу, 9:00–19:00.", "Коли у вас відчинено?"}, {"Ціни", "Огляд — 450 гривень.", "Скільки це коштує?"}, {"Адреса", "Ми на вулиці Зеленій, 3.", "Де ви знаходитеся?"}},
		"ja": {{"営業時間", "月曜日から土曜日の9時から19時まで開けています。", "何時に開きますか？"}, {"料金", "点検は4500円です。", "いくらですか？"}, {"所在地", "緑通り3番地、市役所の向かいです。", "住所を教えてください。"}},
		"th": {{"เวลาทำการ", "วันจันทร์ถึงวันเสาร์ 9.00–19.00 น.", "เปิดกี่โมง"}, {"ราคา", "ตรวจเช็ก 450 บาท", "เท่าไหร่"}, {"ที่ตั้ง", "ถนนเขียว เลขที่ 3", "อยู่ที่ไหน"}},
		"ar": {{"ساعات العمل", "نستقبلكم من الأحد إلى الخميس من 9 إلى 19.", "متى تفتحون؟"}, {"الأسعار", "الصيانة بخمسة وعشرين دينارا.", "كم تكلفة ذلك؟"}, {"موقعنا", "شارع الأخضر رقم 3 مقابل البلدية.", "أين تقعون؟"}},
		"fi": {{"Aukioloajat", "Palvelemme maanantaista lauantaihin kello 9–19.", "Milloin olette auki?"}, {"Hinnasto", "Huolto on 45 €.", "Paljonko se maksaa?"}, {"Saapumisohjeet", "Olemme Vihreäkadun ja torin kulmassa.", "Missä sijaitsette?"}},
		"he": {{"שעות פתיחה", "אנו מקבלים קהל מיום ראשון עד חמישי בין 9 ל-19.", "מתי אתם פתוחים?"}, {"מחירון", "הטיפול ב-45 שקלים.", "כמה זה עולה?"}, {"דרכי הגעה", "רחוב הירוק 3, מול העירייה.", "איפה אתם נמצאים?"}},
	} {
		var passages []passage.Passage
		for i, s := range site {
			p := passage.Passage{ID: fmt.Sprint(i), Document: "site", Ordinal: i, Headings: []string{s[0]}, Text: s[1], Language: lang}
			Analyse(&p)
			passages = append(passages, p)
		}
		ix := Build(passages, Options{})
		for i, s := range site {
			r := ix.Search(Query{Text: s[2], Language: lang})
			if len(r.Hits) == 0 || r.Hits[0].Passage.Ordinal != i {
				t.Errorf("%s: %q is not answered by %q first", lang, s[2], s[1])
			}
		}
	}
}

func TestWhatIsAskedInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		way        way
		amount     stated.Amount
		facts      stated.Facts
	}{
		{"es", "¿Cuánto cuesta la revisión?", wayAmount, stated.AmountPrice, stated.Number | stated.Price},
		{"fr", "Quand est-ce que vous ouvrez ?", wayWhen, stated.AmountWhen, stated.Date | stated.Time | stated.Weekday},
		{"it", "Chi ha fondato la ditta?", wayWho, stated.AmountNone, stated.Name},
		{"nl", "Wie heeft het bedrijf opgericht?", wayWho, stated.AmountNone, stated.Name},
		{"nl", "Hoe duur is een kaartje?", wayAmount, stated.AmountPrice, stated.Number | stated.Price},
		{"pl", "Jaki jest numer telefonu?", wayWhat, stated.AmountPhone, stated.Phone},
		{"tr", "Dükkan nerede?", wayWhere, stated.AmountNone, 0},
	} {
		qu := Build(nil, Options{}).parse(Query{Text: c.text, Language: c.lang})
		if qu.lang != c.lang || qu.way != c.way || qu.amount != c.amount || qu.facts != c.facts {
			t.Errorf("%s: language %s, way %d, amount %d, facts %b", c.text, qu.lang, qu.way, qu.amount, qu.facts)
		}
	}
}

func TestTomorrowInOtherLanguages(t *testing.T) {
	ix := Build(nil, Options{})
	if qu := ix.parse(Query{Text: "¿Abren mañana por la tarde?", Now: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)}); qu.days != 1<<5 { // a Friday
		t.Errorf("tomorrow is %b", qu.days)
	}
}

// A slip is put right in German and English only: "kontak" is no slip of a Turkish question.
func TestQuestionsInOtherLanguagesAreNotRespelt(t *testing.T) {
	q := Query{Text: "Cuánto cobran y dónde está la telefona?", Language: "es"}
	if got := Build([]passage.Passage{{ID: "1", Text: "Hola"}}, Options{}).respelt(q); got.Text != q.Text {
		t.Errorf("read as %q", got.Text)
	}
}

// What everybody writes says less of a question's matter than other words do, also where no table says so.
func TestCommonWordsOfOtherLanguagesCountLess(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Text: "Die Mühle wurde 1912 gebaut.", Language: "de"}}, Options{})
	for lang, question := range map[string][3]string{ // the question, a common word of it and another
		"es": {"¿Qué hizo el relojero?", "hizo", "relojero"}, "ru": {"Какие люди были мельниками?", "люди", "мельниками"}, "hi": {"लोग चक्की में क्या पीसते थे?", "लोग", "चक्की"},
	} {
		weights := map[string]float32{}
		for _, c := range ix.parse(Query{Text: question[0], Language: lang}).concepts {
			weights[c.word] = c.idf
		}
		if common, other := weights[question[1]], weights[question[2]]; common == 0 || common > 0.8*other {
			t.Errorf("%s: %q weighs %.1f, %q %.1f", lang, question[1], common, question[2], other)
		}
	}
}

func TestWordsThatOnlyAskInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ lang, question, word string }{
		{"fr", "Que signifie ce panneau ?", "signifie"}, {"es", "¿Cómo se llama el jefe?", "llama"}, {"ru", "Как называется ваш магазин?", "называется"},
		{"pl", "Gdzie znajduje się serce kompozytora?", "znajduje"}, {"nl", "Waar zit de winkel?", "winkel"},
	} {
		qu := Build(nil, Options{}).parse(Query{Text: c.question, Language: c.lang})
		if !slices.ContainsFunc(qu.concepts, func(k concept) bool { return k.word == c.word && k.asking }) {
			t.Errorf("%s: %q of %q is taken for what is asked about", c.lang, c.word, c.question)
		}
	}
}

// Vietnamese words are told apart by their tones, and found without any by who types none.
func TestVietnameseTones(t *testing.T) {
	var passages []passage.Passage
	for i, text := range []string{"Con cua sống ở ven biển và ăn rong.", "Cửa gỗ được sơn màu xanh mỗi năm."} {
		p := passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Text: text, Language: "vi"}
		Analyse(&p)
		passages = append(passages, p)
	}
	ix := Build(passages, Options{})
	for question, want := range map[string]string{"Cửa nào?": "1", "Cua ăn gì?": "0", "son mau gi": "1", "bien nao": "0"} {
		if r := ix.Search(Query{Text: question, Language: "vi"}); len(r.Hits) == 0 || r.Hits[0].Passage.ID != want {
			t.Errorf("%q is not answered by passage %s", question, want)
		}
	}
}

// asked is a site of short texts and what is asked of it.
type asked struct{ texts, answered, refused []string }

// judge asks whether the site answers what it has the answers to, and nothing else.
func (site asked) judge(t *testing.T, lang string) {
	t.Helper()
	var passages []passage.Passage
	for i, text := range site.texts {
		passages = append(passages, passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Text: text, Language: lang})
	}
	ix := Build(passages, Options{})
	for _, q := range site.answered {
		if r := ix.Search(Query{Text: q, Language: lang}); !r.Enough {
			t.Errorf("%q is refused, evidence %.2f", q, r.Evidence)
		}
	}
	for _, q := range site.refused {
		if r := ix.Search(Query{Text: q, Language: lang}); r.Enough {
			t.Errorf("%q is answered, evidence %.2f", q, r.Evidence)
		}
	}
}

// Of syllables and pairs of characters nearly every text has some of a question's. Only those that stand together are
// its words; so do Japanese ones that are no mere endings.
func TestWordsInPiecesAreNoEvidence(t *testing.T) {
	for lang, site := range map[string]asked{
		"vi": {[]string{"Cứ khoảng ba mươi cây số lại có một quán trọ, nơi lạc đà được uống nước và lữ khách có thể nghỉ đêm sau những bức tường kiên cố.", "Bảo tàng trưng bày hơn ba nghìn chiếc đồng hồ, trong đó có một đồng hồ mặt trời bỏ túi.",
			"Kỹ sư Henrik Solberg là người thiết kế, ông cho xây tháp bằng đá hoa cương lấy từ một mỏ đá trên đất liền.", "Ở giữa khối này nhiệt độ khoảng 25 độ, ngay cả khi bên ngoài có sương giá."},
			[]string{"Lạc đà uống gì?", "Ai là người thiết kế tháp?", "Bảo tàng có bao nhiêu chiếc đồng hồ?"}, []string{"Ong sưởi ấm bằng cách gì?", "Người thợ đá làm việc ở khối nào?"}},
		"ja": {[]string{"モーニングは十一時までで、トーストとゆで卵が付きます。", "初診の方は保険証をお持ちください。受付時間は午前九時からです。", "門から天守までの道は迷路のように曲がりくねり、攻める敵を迷わせた。"},
			[]string{"モーニングには何が付きますか。", "天守までの道はどうなっていますか。"}, []string{"オーストリアの首都はどこですか。", "芭蕉の墓はどこにありますか。"}},
	} {
		site.judge(t, lang)
	}
}

// What is evidence is told without vectors, and of Chinese without the pairs of its function words.
func TestEvidenceInOtherLanguages(t *testing.T) {
	for lang, site := range map[string]asked{
		"zh": {[]string{"我们的面包房成立于1953年，创始人是面包师林国强。", "面包每天早上用柴火烤炉烘烤，面团要发酵十八个小时。", "店里还出售本地养蜂人的蜂蜜。"},
			[]string{"这家面包房是谁创办的？", "面团需要发酵多长时间？"}, []string{"你们修理自行车吗？", "长城有多长？"}},
		"fr": {[]string{"Notre boulangerie a été fondée en 1953 par le maître boulanger Émile Garnier.", "Le pain est cuit chaque matin au feu de bois et la pâte repose pendant dix-huit heures.", "On trouve aussi le miel d'un apiculteur du village."},
			[]string{"Qui est le fondateur de la boulangerie ?", "Qu'arrive-t-il à la pâte du pain ?"}, []string{"Réparez-vous les vélos ?", "Qui a peint la Joconde ?"}},
	} {
		site.judge(t, lang)
	}
}

// Endings that no stemmer takes off, the second part of a compound and Hebrew letters before a word do not hide it.
func TestWordsAreFoundByTheirPieces(t *testing.T) {
	for lang, site := range map[string][3]string{ // two texts, of which a question is on the first
		"pl": {"Rezerwację odwołuje się do siedmiu dni przed przyjazdem.", "Psy nocują u nas za dopłatą.", "Jak długo wcześniej trzeba rezerwować?"},
		"nl": {"Een onderhoudsbeurt voor een stadsfiets is morgen klaar.", "Creditcards nemen wij niet aan.", "Is mijn fiets morgen klaar?"},
		"sv": {"Cykelverkstaden lagar punkteringar samma dag.", "Vi tar inte emot kort.", "Vad gör verkstaden?"},
		"fi": {"Rantasauna lämpiää joka ilta.", "Koirat pidetään kytkettyinä.", "Entä sauna?"},
		"he": {"במלון יש בריכה גדולה.", "הכלבים נשארים בחוץ.", "מה יש למלון?"},
		"ko": {"주차장은 건물 뒤에 있습니다.", "강아지는 들어올 수 없습니다.", "주차는 어디에 하나요?"},
	} {
		var passages []passage.Passage
		for i, text := range site[:2] {
			passages = append(passages, passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Text: text, Language: lang})
		}
		ix := Build(passages, Options{})
		known := false
		for _, c := range ix.parse(Query{Text: site[2], Language: lang}).concepts {
			known = known || c.known && !c.asking
		}
		if r := ix.Search(Query{Text: site[2], Language: lang}); !known || len(r.Hits) == 0 || r.Hits[0].Passage.ID != "0" {
			t.Errorf("%s: %q does not find %q", lang, site[2], site[0])
		}
	}
}

// Whether a firm has something that its pages do not name it has not said, whatever else of the question they do.
func TestQuestionsForTheExistenceOfSomethingInOtherLanguages(t *testing.T) {
	for lang, site := range map[string]asked{
		"fr": {[]string{"Nos cours d'initiation à la voile commencent le lundi, chaque groupe compte huit élèves.", "Le parking du port est gratuit la première heure."},
			[]string{"Y a-t-il un parking ?", "Proposez-vous des cours de voile ?"}, []string{"Proposez-vous des cours de plongée ?", "Avez-vous un restaurant ?"}},
		"uk": {[]string{"Мовна школа навчає української та англійської мов у групах до восьми осіб.", "Заняття тривають півтори години."},
			[]string{"Чи є в школі групи англійської мови?"}, []string{"Чи є в мовній школі курси китайської?"}},
		"vi": {[]string{"Bát phở tái giá năm mươi nghìn đồng, thêm trứng mười nghìn.", "Quán nghỉ ngày rằm và không nhận đặt bàn."},
			[]string{"Quán có nhận đặt bàn không?"}, []string{"Quán phở có chỗ đậu xe không?"}},
		"tr": {[]string{"Kliniğimizde dolgu, kanal tedavisi ve diş beyazlatma yapıyoruz.", "İlk muayene için ideal yaş üçtür."},
			[]string{"Diş beyazlatma yapıyor musunuz?"}, []string{"Göz muayenesi yapıyor musunuz?"}},
	} {
		site.judge(t, lang)
	}
	for _, c := range []struct{ lang, question, thing string }{
		{"fr", "Avez-vous un restaurant ?", "restaurant"}, {"es", "¿Hay aparcamiento?", "aparcamiento"}, {"ko", "와이파이가 있나요?", "와이파이가"}, {"ko", "주차할 수 있나요?", ""},
		{"ko", "수업은 무슨 요일에 있어요?", ""}, {"tr", "Otopark var mı?", "otopark"}, {"pl", "Ile macie pokoi?", ""}, {"de", "Haben Sie einen Pool?", ""},
	} {
		var got []string
		for _, token := range things(word.Tokens(c.question, c.lang), c.lang) {
			got = append(got, token.Text)
		}
		if c.thing == "" && got != nil || c.thing != "" && !slices.Contains(got, c.thing) {
			t.Errorf("%s: %q asks whether there is %q", c.lang, c.question, got)
		}
	}
}

// Every line of the list of such words is of a language whose questions are read, and says something.
func TestListOfExistencesIsRead(t *testing.T) {
	for lang, line := range wordlist.Lines(existenceText) {
		if !stated.Foreign(lang) {
			t.Errorf("nothing is known of %s", lang)
		}
		if len(word.Tokens(strings.TrimLeft(line, "…! "), lang)) == 0 {
			t.Errorf("%s: no word in %q", lang, line)
		}
	}
}

// One function word that two languages share does not make a question one of a language that no page is in.
func TestQuestionsAreInALanguageOfTheirPages(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Text: "Pokój dwuosobowy kosztuje 320 zł za dobę.", Language: "pl"}}, Options{})
	if got := ix.questionLanguage(Query{Text: "Ile kosztuje pokój dwuosobowy?"}); got != "pl" {
		t.Errorf("read as %s", got)
	}
}

// A question is in German only where something is to be found in German or English: "mit" is "my" in Danish.
func TestAQuestionIsInALanguageOfTheTexts(t *testing.T) {
	pool := firm("da", [2]string{"Svømmehal", "# Baby\nBabysvømning er en god tur for hele familien, og børn under tre år er gratis."})
	bakery := firm("en", [2]string{"Bakery", "# Bread\nWe bake our bread from six o'clock."})
	for _, c := range []struct {
		ix         *Index
		text, want string
	}{{pool, "Tur mit baby", "da"}, {bakery, "Was kostet ein Brötchen?", "de"}} {
		if got := c.ix.questionLanguage(Query{Text: c.text}); got != c.want {
			t.Errorf("%s is read as %q", c.text, got)
		}
	}
}
