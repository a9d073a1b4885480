package personal

import "testing"

func TestThingsInFieldsAreNobody_D3(t *testing.T) {
	checkNames(t, map[string]string{
		"Name: Office 365": "", "Name: Müller Milch": "", "Name: Bluetooth Kopfhörer": "", "Name: Nivea": "", "Name: Thermomix": "", "Name: Playmobil": "", "Name: Weber Anton": "Weber Anton", "Name: Müller": "Müller", "Name: Kowalczyk": "Kowalczyk", "Name: Ella Koch": "Ella Koch",
	})
}
