package webpage_test

import (
	"strings"
	"testing"
)

func TestHTML_BreaksInCellsMakeRows(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"prices", `<tr><th>Zimmer<th>Preis<tr><td>Einzelzimmer<br>Doppelzimmer<br>Suite<td>79 €<br>99 €<br>ab 149 €`,
			"\nEinzelzimmer | 79 €\nDoppelzimmer | 99 €\nSuite | ab 149 €"},
		{"hours of one place", `<tr><td>Werkstatt<td>Mo–Fr<br>Sa<td>9–18 Uhr<br>10–14 Uhr`, "Werkstatt | Mo–Fr | 9–18 Uhr\nWerkstatt | Sa | 10–14 Uhr"},
		{"an address", `<tr><td>Radhaus Nord<br>Weg 3<br>22301 Hamburg<td>040 123456<br>040 123457<br>info@radhaus.example`,
			"Radhaus Nord Weg 3 22301 Hamburg | 040 123456 040 123457 info@radhaus.example"},
		{"an address beside its hours", `<tr><td>Radhaus Nord<br>Weg 3<br>22301 Hamburg<td>9–18 Uhr<br>10–14 Uhr<br>11–12 Uhr`,
			"Radhaus Nord Weg 3 22301 Hamburg | 9–18 Uhr 10–14 Uhr 11–12 Uhr"},
		{"an address without its town", `<tr><td>Radhaus Nord<br>Langer Weg 3<td>9–18 Uhr<br>10–14 Uhr`, "Radhaus Nord Langer Weg 3 | 9–18 Uhr 10–14 Uhr"},
		{"a street in Britain", `<tr><td>The Bike House<br>4 Mill Lane<td>9 am<br>10 am`, "The Bike House 4 Mill Lane | 9 am 10 am"},
		{"walks", `<tr><td>Alter Weg 1<br>Alter Weg 2<td>9 Uhr<br>10 Uhr`, "\nAlter Weg 1 | 9 Uhr\nAlter Weg 2 | 10 Uhr"},
		{"prices of walks", `<tr><td>Alter Weg 1<br>Turm<td>9 €<br>10 €`, "\nAlter Weg 1 | 9 €\nTurm | 10 €"},
		{"an address in Britain", `<tr><td>4 Mill Lane<br>Leeds LS1 4AP<td>9 am<br>10 am`, "4 Mill Lane Leeds LS1 4AP | 9 am 10 am"},
		{"a line that goes on", `<tr><td>Große Inspektion<br>(mit Öl)<td>79 €<br>99 €`, "Große Inspektion (mit Öl) | 79 € 99 €"},
		{"a number that is broken", `<tr><td>Inspektion<td>79 €<br>99 €`, "Inspektion | 79 € 99 €"},
		{"other lines", `<tr><td>Rad<br>Roller<td>79 €<br>99 €<br>109 €`, "Rad Roller | 79 € 99 € 109 €"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := page(t, "<main><h1>Preise</h1><p>Das kostet es bei uns im Laden.</p><table>"+c.table+"</table></main>").Text()
			if !strings.Contains(text, c.want) {
				t.Errorf("want %q in %q", c.want, text)
			}
		})
	}
}
