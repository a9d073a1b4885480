package personal

import "testing"

// In records of people a date behind a name is that of the birth, with another number of the person behind it.
func TestDatesInRecordsArePersonal_D3(t *testing.T) {
	f := New(Options{})
	for text, want := range map[string]string{
		"4 Oliver Bennett 03/11/2012 mum 07700 900318":                                            "03/11/2012",
		"Mrs. Erika Mustermann, 7 June 1941, NI number AB123456C":                                 "7 June 1941",
		"row 3;Wechselberg;1971-04-30;460-96-1192;active":                                         "1971-04-30",
		"FRAU ZWICKELBART 02.03.71. AU BIS MONTAG. KV A123456780":                                 "02.03.71",
		"Re: Bennett, Oliver - 11-23-1979":                                                        "11-23-1979",
		"Termin für Frau Müller, 12.05.2025, Tel. 0351 1234567":                                   "",
		"Termin für Frau Müller 12.05.25, Tel. 0351 1234567":                                      "",
		"Oliver Bennett, 12.05.2009: the update works for me":                                     "",
		"| Name | Start | Tel |\n|---|---|---|\n| Erika Mustermann | 01.09.2011 | 0351 1234567 |": "",
	} {
		got := ""
		for _, e := range f.Find(text) {
			if e.Type == BirthDate {
				got += e.Text
			}
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

// The paper of somebody who may have one in the year of the text is followed by their day of birth, else by that of its issue.
func TestAgesAreThoseOfTheYear_D3(t *testing.T) {
	const text = "Personalausweis L01X00T471, 12.03.2009, danke"
	for year, want := range map[int]int{2026: 1, 2030: 2} {
		if found := New(Options{Year: year}).Find(text); len(found) != want {
			t.Errorf("%d: %+v", year, found)
		}
	}
}

// whoLivesThere are addresses with the name of who lives there before them, which is no part of them.
var whoLivesThere = map[Type][]string{
	Address: {
		"Owner: Mrs J. Whitlow-Lane, ‹The Old Forge, Main Street, Cropwell Bishop, NG12 3BN›\nTel", "to Mr and Mrs Amory, ‹Rose Cottage, Otley, LS21 1QN›", "Owner: Dr Rao, ‹Flat 2, 14 Mill Lane, Leeds LS6 3AB›",
		"Deliver to: ‹St Mary's Vicarage, Church Road, Otley LS21 1QN›", "The Amory Family\n‹14 Kestrel Close\nLeeds LS6 3AB›", "Attn: P. Amory\n‹Hillcrest\nChurch Road\nWickham\nPO17 5AB›",
	},
}

func TestWhoLivesAtAnAddressIsNoPartOfIt_D3(t *testing.T) {
	checkTyped(t, whoLivesThere, Person)
}
