package verify

import "testing"

// TestWhatIsSaidOfSomebodyBesideIsNotSaidOfAnother_C3 judges who does what, where several are named side by side.
func TestWhatIsSaidOfSomebodyBesideIsNotSaidOfAnother_C3(t *testing.T) {
	for _, j := range []judged{
		{"en", texts("en", "Established in 1962 by Edith Garrow, the nursery is now managed by her grandson Colin Garrow-Bell. Ms Ivy Norton looks after roses, Mr Theo Lund fruit trees. Weddings are photographed by Lena Marsh and Omar Said together."), map[string]Reason{
			"The nursery was established by Edith Garrow in 1962.":      "",
			"The nursery was established by Colin Garrow-Bell in 1962.": Name,
			"Colin Garrow-Bell manages the nursery today.":              "",
			"Theo Lund looks after fruit trees.":                        "",
			"Ivy Norton is the one to ask about fruit trees.":           Name,
			"Lena Marsh and Omar Said both photograph weddings.":        "",
		}},
		{"de", texts("de", "Lohnabrechnung macht Frau Ines Kollwitz im ersten Stock, Steuererklärungen bearbeitet Herr Arne Puhl. Lehrkräfte: Cello – Britta Simon (montags), Harfe – Timo Grell (freitags)."), map[string]Reason{
			"Mit Fragen zur Lohnabrechnung wenden Sie sich an Ines Kollwitz.": "",
			"Mit Fragen zur Lohnabrechnung wenden Sie sich an Arne Puhl.":     Name,
			"Harfe lernen Sie bei Timo Grell.":                                "",
			"Harfe lernen Sie bei Britta Simon.":                              Name,
		}},
	} {
		j.check(t)
	}
}

// TestWhatIsLeftOutChangesWhatIsSaid_C3 judges sentences that leave out an exception, a condition or a price, or that nothing
// is left.
func TestWhatIsLeftOutChangesWhatIsSaid_C3(t *testing.T) {
	for _, j := range []judged{
		{"en", texts("en", "Boots and poles are included; crampons cost £6 a day. Guests under 10 ski free of charge when a parent has booked with us. Members save 15% on all secondhand skis. Boot fitting £45, including two liners.", "Lessons cancelled less than 24 hours ahead are charged at £30. Course 2 starts at the beach in March. Course 2 is already sold out."), map[string]Reason{
			"Boots and poles come at no extra charge.":                       "",
			"Boots, poles and crampons come at no extra charge.":             Number,
			"Guests under 10 ski free of charge if a parent has booked.":     "",
			"Guests under 10 ski free of charge.":                            Condition,
			"Members save 15% on all secondhand skis.":                       "",
			"Members save 15% on all items.":                                 Condition,
			"Boot fitting is £45; liners are charged separately.":            Number,
			"Lessons cancelled less than 24 hours ahead cost £30.":           "",
			"Lessons cancelled up to 24 hours ahead cost £30.":               Number,
			"There are still places left in course 2 at the beach in March.": Negation,
			"Course 2 is sold out.":                                          "",
		}},
		{"de", texts("de", "Mitfahren können Kinder von 6 bis 12 Jahren, außer Kinder unter 9 Jahren in Woche 4. Leihgeräte gibt es für 15 € im Monat, Kettensägen ausgenommen. Das Zeltlager in Woche 3 hat 40 Plätze am See. Woche 3 ist bereits ausgebucht."), map[string]Reason{
			"In jeder Woche können Kinder ab 6 Jahren mitfahren.":             Condition,
			"Leihgeräte bekommen Sie für 15 € monatlich.":                     "",
			"Kettensägen bekommen Sie für 15 € monatlich als Leihgeräte.":     Negation,
			"Im Zeltlager am See sind in der dritten Woche noch Plätze frei.": Negation,
		}},
	} {
		j.check(t)
	}
}
