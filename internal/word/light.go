package word

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Light stemmers take off the endings of nouns and adjectives, and the commonest ones of verbs: for languages that
// Snowball has no stemmer for, or one that needs the accents which folding takes away. They are made of lists of
// endings, of which the longest that leaves enough of the word goes.
//
// Czech follows Dolamic and Savoy (Indexing and stemming approaches for the Czech language, 2009), Arabic the "light10"
// of Larkey, Ballesteros and Connell (2007), Hindi Ramanathan and Rao (A lightweight stemmer for Hindi, 2003); Polish,
// Ukrainian, Greek, Hungarian, Spanish, Italian and Portuguese are lists of the same kind, in the manner of Savoy's light stemmers. Of Turkish
// words, of which the first five letters do as well as any analysis (Can et al., Information retrieval on Turkish texts,
// 2008), endings go before, since many have less than five.
type light struct {
	beginnings []string   // what may stand before the word: one goes
	endings    [][]string // one of each list goes, list after list
	least      int        // letters that stay
	first      int        // so many letters only
	hardens    bool       // what has become soft before an ending is hard without: "ışık", "ışığı"
}

var lights = map[string]*light{
	"es": {least: 3, endings: list(
		`aciones amientos imientos amiento imiento acion antes ante adores adoras ador adora ando iendo ados adas idos idas ado ada ido ida amos emos imos aron ieron
		aban aba aria eria iria aran eran iran are ere ire ais eis ar er ir an en os as es o a e s`)},
	"it": {least: 3, endings: list(
		`azioni azione anti ante enti ente amenti amento imenti imento mente ando endo ate ati ato ata uti uto ute uta iti ito ite ita iamo avano ava evano eva
		are ere ire ano ono he hi i e o a`)},
	"pt": {least: 3, endings: list(
		`acoes amentos imentos amento imento acao oes aes mente ando endo indo ados adas idos idas ado ada ido ida amos emos imos aram eram iram
		avam ava aria eria ar er ir am em ais eis ois os as es o a e s`)},
	"pl": {least: 3, endings: list(
		`owaniach owaniami owania owanie owaniu owanych owanego owanej owany owana owane owac aniem anie ania aniu ano
		ujemy ujecie ujesz uja uje ujecie
		osciami osciach osciom osc osci iejszych niejszy niejsza
		iami ami iach ach iom om owi owie ow ego iego emu iemu ymi imi ych ich iej ej ym im emy imy ymy amy ecie icie ycie acie aja eja
		iesz esz isz ysz asz lismy lysmy liscie iec ac ic yc ec al ala alo ali aly il ila ili ily
		ie ia io iu iow a e i y o u`)},
	"cs": {least: 3, endings: list(
		`atech etem atum ech ich eho emi emu ete eti iho imi imu ach ata aty ych ama ami ove ovi ymi
		em es im um at am os us ym mi ou a e i o u y`, `ov in uv`)},
	"uk": {least: 3, endings: list(`ся сь`,
		`уванням уваннями ування ювання увати ювати уємо уєте уєш ують ує ями ами ові еві єві ому ього ого ьому ими іми ях ах ою ею єю
		иий ий ій им ім их іх ую юю ої еї ові ів їв ев єв ити ати іти яти ють уть ить ать ять аєть яєть єть ете єте ите ємо емо имо ає яє
		ав ала ало али ив ила ило или енням енню ення ань анням анню ання ано ено ений ена ене ені а я о е є у ю і ї и ь й`)},
	"el": {least: 3, endings: list(
		`ματων ματοσ ματα ησεων ησεισ ησει ησουν ησετε ησουμε ησω ωντασ ονται ουμε ουνε ηκαμε ηκαν ηκε ησα ησε εται εισ ετε ουν
		ουσ εων ιων ιασ ιεσ ιου ιοι ιο ια ων ασ εσ ησ οσ ου οι ον ισ ει εα α η ο ε ι ω υ`)},
	"hu": {least: 3, endings: list(
		`jainknak jaikkal jaikat okkal ekkel akkal okban ekben okat eket akat aknak eknek oknak okon eken okra ekre okbol ekbol okrol ekrol
		ommal emmel assal essel ossal aval evel zzel zzal ttel ttal lel lal rrel rral nnel nnal ssel ssal kkel kkal kent
		nak nek val vel ban ben bol tol rol hoz hez ert ani eni ig nal nel on en ba be ra re ot et at ul kor ok ek ak t k n`,
		`unkat unket aink eink jaik jeik aik eik aim eim unk uk juk juk om em am od ed ad ja je ettek ottak ette otta ett ott tak tek asa ese as es i a e`, `t`)},
	"ar": {least: 3, beginnings: list(`وال بال كال فال لل ال و`)[0], endings: list(`ها ان ات ون ين يه ه ي`, `ات ون ين ه ي`)},
	"he": {least: 3, endings: list(`יות ימ ות`, `ה ת`)},
	"hi": {least: 2, endings: list(
		`ाएंगी ाएंगे ाऊंगी ाऊंगा ाइयां ाइयों ाएगी ाएगा ाओगी ाओगे एंगी ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं नाएं ताओं ताएं ियों ियां
		ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ाओं ाएं ुओं ुएं ुआं कर ाओ िए ाई ाए ने नी ना ते ीं ती ता ां ों ें ो े ू ु ी ि ा`)},
	"ko": {least: 2, endings: list(
		`하였습니다 되었습니다 하겠습니다 했습니다 됐습니다 입니다 합니다 됩니다 습니다 입니까 합니까 됩니까 이에요 인가요 인지요 하나요 되나요 했나요 됐나요 있나요 해야 해요 돼요
		하려면 하시면 하면서 하는데 하였다 되었다 했다 됐다 한다 된다 하면 되면 하는 되는 하던 하며 되며 하여 되어 하고 되고 하기 되기 할 한 된 될 해 예요 나요 이며 이고 이다 이라는 라는`,
		`은 는 도 만 요 나 이나 이라도 라도 마다 밖에`, `에서 에게 께서 한테 으로 로 부터 까지 보다 처럼 만큼 이 가 을 를 에 의 와 과 하고 이랑 랑`, `들`)},
	"tr": {least: 3, first: 5, hardens: true, endings: list(
		`iyordu uyordu iyor uyor maktadir mektedir mistir mustur misti mustu mis mus ecektir acaktir ecek acak masi mesi mak mek
		digi dugu tigi tugu dir dur tir tur di du ti tu nin nun in un nden ndan den dan ten tan nde nda de da te ta yi yu ni nu si su i u
		ye ya ne na e a yle yla le la`,
		`imiz umuz iniz unuz si su im um in un i u`, `lari leri lar ler`, `i u e a`)},
}

// list reads lists of endings, which a text may write in folded or unfolded letters.
func list(texts ...string) (lists [][]string) {
	for _, text := range texts {
		var endings []string
		for ending := range strings.FieldsSeq(text) {
			if !slices.Contains(endings, ending) {
				endings = append(endings, ending)
			}
		}
		slices.SortStableFunc(endings, func(a, b string) int { return len(b) - len(a) })
		lists = append(lists, endings)
	}
	return lists
}

// stem is what stays of a word.
func (l *light) stem(text string) string {
	for _, beginning := range l.beginnings {
		if rest, ok := strings.CutPrefix(text, beginning); ok && utf8.RuneCountInString(rest) >= l.least {
			text = rest
			break
		}
	}
	for _, endings := range l.endings {
		for _, ending := range endings {
			if rest, ok := strings.CutSuffix(text, ending); ok && utf8.RuneCountInString(rest) >= l.least {
				text = rest
				break
			}
		}
	}
	if last := len(text) - 1; l.hardens && last >= 0 {
		if i := strings.IndexByte("gbd", text[last]); i >= 0 {
			text = text[:last] + "kpt"[i:i+1]
		}
	}
	if l.first > 0 {
		return firstLetters(text, l.first)
	}
	return text
}

// firstLetters are the first n letters of a word.
func firstLetters(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}
