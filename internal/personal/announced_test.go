package personal

import "testing"

// Days of birth that are told by the age that somebody reaches or has to prove, in fields of their own, in words, and corrected; and days
// of other things beside them.
func TestDaysOfBirthToldByAgeAreFound_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{BirthDate: {
		"I'll be 65 on ‹3 September 2026›, when do I get my bus pass?", "I turn 18 on ‹20/11/2026›", "My daughter will be 8 on ‹12 June 2026›.", "am ‹3. September 2026› werde ich 65", "am ‹20.11.2026› werd ich 18", "am ‹9. Mai 2026› wird meine Oma 80, gibt es Torten?",
		"for the age check, it's ‹1979-12-01›", "Zur Altersprüfung: ‹01.12.1979›", "Day: ‹14› Month: ‹06› Year: ‹1977›", "Tag: ‹14›, Monat: ‹Juni›, Jahr: ‹1977›", "d-o-b: ‹04/07/86›", "her b-day is ‹December 24, 1958›", "Gebtag ‹03.03.1978›",
		"They've got my year of birth as ‹1967›, should be ‹1976›", "Sie haben als Geburtsjahr ‹1967› statt ‹1976›", "Sorry, ‹17.08.1991› nicht ‹17.08.1919› als Geburtsdatum", "geboren am ‹dritten März achtundsiebzig›, also ‹03-03-78›", "Ich bin am ‹vierten Juli einundsiebzig› geboren, gilt das?",
		"born on the ‹15th day of May 1949›", "I'm a ‹1988› baby", "Ich bin Baujahr ‹1974›", "Mein Mann: ‹19.11.1964›",
		"The museum will be 100 on 12 June 2026", "I will be 20 minutes late on 12 June 2026", "Ich werde am 12.03.2026 50 Stück abholen", "am 3. September 2026 werde ich 2 Kartons schicken", "We will be 8 on 12 June 2026, is there a table?", "Altersprüfung am 12.03.2026 fehlgeschlagen", "Age check failed on 12 March 2026",
		"Day: 14 Month: 06 Year: 2025", "Tag: 3 Monat: 6 Rate: 240", "Das Auto ist Baujahr 1974", "a 1988 baby blue Corsa", "Mein Mann: 12.03.2026 bestellt",
	}})
	checkTyped(t, map[Type][]string{BirthDate: {"Fahrer 2: Lea, ‹30.01.2003›, Führerschein seit 2021"}}, Person)
}
