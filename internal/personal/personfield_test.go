package personal

import "testing"

func TestThingsInFieldsAreNobody_D3(t *testing.T) {
	checkNames(t, map[string]string{
		"Name: Office 365": "", "Name: Müller Milch": "", "Name: Bluetooth Kopfhörer": "", "Name: Nivea": "", "Name: Thermomix": "", "Name: Playmobil": "", "Name: Weber Anton": "Weber Anton", "Name: Müller": "Müller",
		"Name: Office 365 Business, 5 Lizenzen": "", "Name: Ravioli mit Spinat, Preis 8,90": "", "Name: Airfryer XXL": "", "Name: Spinach Ravioli, price 8.90": "", "12 Sack Zement 25 kg, CEM II 42,5, frei Haus?": "", "Name: Anton Lego": "Anton Lego", "Name: Kowalczyk": "Kowalczyk", "Name: Ella Koch": "Ella Koch",
	})
}
