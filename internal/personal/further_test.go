package personal

import "testing"

// furtherOnes are values told behind others of their kind, with whose they are and with what they belong to, and what looks like them.
var furtherOnes = map[Type][]string{
	Plate: {
		"Der Werkstattwagen ‹K-LM 204› kommt um neun.", "Möbelwagen ‹OHZ-TR 58› darf rein", "wo darf das auto hin? ich würd meinen ‹FFB-KT 91› neben das Tor stellen", "Can my car stay? I'd leave my ‹FFB-KT 91› by the barn",
		"das Auto, ich würd meinen ‹OHZ-KT 91› am Zaun lassen", "ich nehme meinen HP-EL 840",
	},
	Card:    {"gerät kaputt. kartennr ‹5191 3296 6473 6163› geht nicht"},
	Secret:  {"Einwahl-PIN ‹417 220 85#›", "Conference PIN: ‹417 220 851#›, then wait", "PIN ‹417 220› 85 Leute warten", "die tan war ‹441 920›, falsch. nächste ‹771204›, auch falsch", "passcode was ‹512 908›, next ‹771204›, still wrong", "PIN war ‹4419›, nächste 771204, Bestellung", "Netz \"Gast_OG\", Schlüssel ‹birke-2203-moos›, danke", "Guest network \"Barn_Loft\", key ‹otter-2203-moss›, enjoy", "Spare key under the pot. Alarm ‹0463›", "alarm ‹0463› then the front door", "Alarmanlage ‹0463›, danach Tür zu", "Alarm 0630, then breakfast", "Alarmanlage 4463, weiß, Tür", "Netzplan \"Gast\", Schlüssel birke-2203-moos"},
	Address: {"Bot: Straße und Ort?\nKunde: ‹am Hang 14, 89073 ulm›", "Ich: ‹im Grund 3, 4020 Linz›", "Antwort: beim Markt 3, 10 Uhr"},
	Phone:   {"Vertragskonto 2004417355, Stand 412"},
	Passport: {
		"Pässe: ‹C7XKR42L1› (Jonas Weber, gültig), ‹P4417720› (Anna Krüger, 3.4.1981)", "Passport numbers ‹533401872› (Liam Carter), ‹K8812093› (Ava Moreno, 11 July 1990)", "Pass ‹C7XKR42L1›, Artikel P4417720 (Anna und Otto, zwei Stück)",
	},
	BirthDate: {"Pass C7XKR42L1 (Jonas Weber, ‹23.11.1999›)", "Passport 533401872 (Liam Carter, ‹23 November 1999›)", "Pass C7XKR42L1 (Ausgestellt Rathaus, 23.11.1999)"},
	IP:        {"Bereich 172.16.0.0/12, Drucker ‹172.16.4.20›", "route 192.168.4.0/24, host ‹192.168.4.17›/24", "block ‹84.17.33.0›/24"},
}

func TestValuesToldBehindOthersOfTheirKindAreFound_D3(t *testing.T) {
	for typ, cases := range furtherOnes {
		var off []Type
		for _, other := range Types() {
			if other != typ {
				off = append(off, other)
			}
		}
		checkTyped(t, map[Type][]string{typ: cases}, off...)
	}
}
