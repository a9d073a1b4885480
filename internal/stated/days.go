package stated

import (
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// dayWords say which days a folded word names. The short ones are also other words ("so", "mon") and
// count in lists and before times only, see dayRange.
var dayWords = func() map[string]date.Days {
	m := map[string]date.Days{
		"wochenende": date.Weekend, "wochenenden": date.Weekend, "weekend": date.Weekend, "weekends": date.Weekend,
		"wochentags": date.Workdays, "werktags": date.Workdays | date.Saturday, "weekday": date.Workdays, "weekdays": date.Workdays,
		"taglich": date.EveryDay, "daily": date.EveryDay,
	}
	for i, plural := range [7]string{"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "sonnabends saturdays", "sundays"} {
		for name := range strings.FieldsSeq(dayNames[i] + " " + plural + " " + daysElsewhere[i]) {
			m[name] = 1 << i
		}
	}
	return m
}()

// dayNames are the weekdays in German and English, as passages are searched for them.
var dayNames = [7]string{
	"montag montags mo monday mon", "dienstag dienstags di tuesday tue", "mittwoch mittwochs mi wednesday wed", "donnerstag donnerstags do thursday thu",
	"freitag freitags fr friday fri", "samstag samstags sonnabend sa saturday sat", "sonntag sonntags so sunday sun",
}

// DayWord is the days that a folded word names, 0 for none. "so" and "mon" are among these words.
func DayWord(w string) date.Days { return dayWords[w] }

// daysElsewhere are the weekdays in other languages, folded, with the endings that they have in dates. Of Chinese and
// Japanese they are the pairs of characters that tell them.
var daysElsewhere = [7]string{
	`lundi lunes lunedi maandag poniedzialek poniedzialku poniedzialki pondeli mandag segunda luni pazartesi hetfo hetfon hetfotol
	δευτερα понедельник понедельника понедельникам понеділок понеділка الاثنين सोमवार 周一 期一 月曜 월요일 maanantai maanantaina maanantaisin maanantaista maanantaihin שני`,
	`mardi martes martedi dinsdag wtorek wtorku wtorki utery tisdag tirsdag terca kedd kedden
	τριτη вторник вторника вівторок вівторка الثلاثاء मंगलवार 周二 期二 火曜 화요일 tiistai tiistaina tiistaisin tiistaista tiistaihin שלישי`,
	`mercredi miercoles mercoledi woensdag sroda srode srody streda stredu onsdag quarta miercuri carsamba szerda szerdan
	τεταρτη среда среду среды середа середу середи الاربعاء बुधवार 周三 期三 水曜 수요일 keskiviikko keskiviikkona keskiviikkoisin keskiviikosta keskiviikkoon רביעי`,
	`jeudi jueves giovedi donderdag czwartek czwartku czwartki ctvrtek torsdag quinta joi persembe csutortok csutortokon
	πεμπτη четверг четверга четвер четверга الخميس गुरुवार 周四 期四 木曜 목요일 torstai torstaina torstaisin torstaista torstaihin חמישי`,
	`vendredi viernes venerdi vrijdag piatek piatku piatki patek fredag sexta vineri cuma pentek penteken pentekig
	παρασκευη пятница пятницу пятницы пятниця пятницю الجمعه शुक्रवार 周五 期五 金曜 금요일 perjantai perjantaina perjantaisin perjantaista perjantaihin שישי`,
	`samedi sabado sabados sabato zaterdag sobota sobote soboty sobotu lordag lordagen lordagar sambata cumartesi szombat szombaton
	σαββατο суббота субботу субботы субота суботу суботи السبت शनिवार 周六 期六 土曜 토요일 lauantai lauantaina lauantaisin lauantaista lauantaihin שבת`,
	`dimanche domingos domenica zondag niedziela niedziele nedele nedeli sondag sondagar duminica pazar vasarnap
	κυριακη воскресенье воскресенья неділя неділю неділі الاحد रविवार 周日 期日 期天 日曜 일요일 sunnuntai sunnuntaina sunnuntaisin sunnuntaista sunnuntaihin ראשונ`,
}

// rangeWords stand between the first and the last of some days.
var rangeWords = wordlist.Set("bis to through till until a al au do az tot til do ate pana εως ως до по الي 至 到")

// PartOfDay is the weekday of which a folded German word names a part, "mittwochnachmittags", 0 for none.
func PartOfDay(w string) date.Days {
	w = strings.TrimSuffix(w, "s")
	for _, part := range [...]string{"nachmittag", "vormittag", "mittag", "abend", "nacht", "morgen", "fruh"} {
		if day, ok := strings.CutSuffix(w, part); ok && len(day) > 5 { // "Montag"
			return dayWords[day]
		}
	}
	return 0
}

// DaysIn are the weekdays that a text names, with those between: "Mo–Fr", "Montag bis Freitag". Short names count in
// lists and before times only.
func DaysIn(text string, tokens []word.Token) date.Days {
	var all, last date.Days
	until := false // "bis" was read after last
	for i, t := range tokens {
		named := dayWords[t.Text]
		if named == 0 {
			named = PartOfDay(t.Text)
		}
		if named != 0 && len(t.Text) <= 3 && !dayRange(text, tokens, i) {
			named = 0
		}
		switch {
		case named == 0:
			until = last != 0 && rangeWords[t.Text]
			if !until {
				last = 0
			}
			continue
		case last != 0 && (until || strings.ContainsAny(word.Gap(text, tokens[i-1], t), "-–—")):
			all |= last.To(named)
		}
		all, last, until = all|named, named, false
	}
	return all
}

// Weekdays are DaysIn of a text alone, in whatever language.
func Weekdays(text string) date.Days {
	var room [32]word.Token // enough for most sentences
	tokens := room[:0]
	word.Each(text, "", func(t word.Token) { tokens = append(tokens, t) })
	return DaysIn(text, tokens)
}
