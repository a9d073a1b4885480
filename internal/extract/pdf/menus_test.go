package pdf_test

import (
	"strings"
	"testing"
)

func TestMenu_CodesInBracketsAndDots(t *testing.T) {
	var s sheet
	s.left(60, 770, 22, f2, "Speisekarte")
	s.left(60, 730, 14, f2, "Hauptgerichte")
	for i, l := range []string{"Wiener Schnitzel (A,C,G) ........................ 14,90 €", "Rinderroulade (A,G,I,J) ......................... 18,50 €", "Gemüselasagne (A,C,G) ........................... 12,80 €", "Bratwurst (J,2,3,8) ............................. 9,90 €"} {
		s.left(60, 705-float64(i)*18, 11, f1, l)
	}
	s.left(60, 100, 8, f1, "Allergene: A Gluten, C Eier, G Milch, I Sellerie, J Senf. Zusatzstoffe: 2 Konservierungsstoff, 3 Antioxidationsmittel, 8 Phosphat")
	says(t, pdfOf(s.String()), "Wiener Schnitzel (A,C,G) | 14,90 €", "Rinderroulade (A,G,I,J) | 18,50 €", "Gemüselasagne (A,C,G) | 12,80 €", "Bratwurst (J,2,3,8) | 9,90 €")
}

func TestMenu_RaisedCodes(t *testing.T) {
	var s sheet
	s.left(60, 770, 22, f2, "Speisekarte")
	s.left(60, 730, 14, f2, "Vorspeisen")
	for i, l := range [][3]string{{"Bruschetta", "A", "6,50 €"}, {"Vitello Tonnato", "C,D,1,2", "11,90 €"}, {"Insalata Mista", "J", "7,50 €"}, {"Minestrone", "A,I", "5,90 €"}} {
		y := 705 - float64(i)*20
		s.left(60, y, 11, f1, l[0])
		s.left(60+wide(11, l[0])+1, y+4, 6, f1, l[1])
		s.right(500, y, 11, f1, l[2])
	}
	s.left(60, 625, 11, f1, "Zanderfilet") // letters that go below their line
	s.left(60+wide(11, "Zanderfilet")+1, 627, 6, f1, "d,g")
	s.right(500, 625, 11, f1, "24,50 €")
	says(t, pdfOf(s.String()), "Zanderfilet d,g | 24,50 €", "Bruschetta A | 6,50 €", "Vitello Tonnato C,D,1,2 | 11,90 €", "Insalata Mista J | 7,50 €", "Minestrone A,I | 5,90 €")
}

func twoColumns(byRow bool) string {
	var s sheet
	s.middle(297, 780, 24, f2, "Unsere Speisekarte")
	left := [][3]string{{"Tomatensuppe", "mit Basilikum und Sahne (G)", "5,20 €"}, {"Zwiebelsuppe", "mit Käse überbacken (A,G)", "5,90 €"}, {"Gulaschsuppe", "mit Brot (A,I)", "6,40 €"}, {"Kürbissuppe", "mit Ingwer (I)", "5,60 €"}}
	right := [][3]string{{"Spaghetti Bolognese", "mit Rinderhack (A,C,I)", "10,90 €"}, {"Penne Arrabiata", "scharf (A)", "9,50 €"}, {"Lasagne", "hausgemacht (A,C,G)", "11,50 €"}, {"Gnocchi Salbei", "mit Butter (A,G)", "10,20 €"}}
	head := func(x float64, h string) { s.left(x, 735, 15, f2, h) }
	dish := func(x float64, i int, d [3]string) {
		y := 705 - float64(i)*36
		s.left(x, y, 11, f2, d[0])
		s.right(x+220, y, 11, f2, d[2])
		s.left(x, y-13, 9, f1, d[1])
	}
	if byRow {
		head(50, "Suppen")
		head(320, "Pasta")
		for i := range left {
			dish(50, i, left[i])
			dish(320, i, right[i])
		}
	} else {
		head(50, "Suppen")
		for i := range left {
			dish(50, i, left[i])
		}
		head(320, "Pasta")
		for i := range right {
			dish(320, i, right[i])
		}
	}
	return s.String()
}

var ofTwoColumns = []string{"Tomatensuppe | 5,20 € | mit Basilikum und Sahne (G)", "Zwiebelsuppe | 5,90 € | mit Käse überbacken (A,G)", "Kürbissuppe | 5,60 € | mit Ingwer (I)", "Spaghetti Bolognese | 10,90 € | mit Rinderhack (A,C,I)", "Penne Arrabiata | 9,50 € | scharf (A)", "Gnocchi Salbei | 10,20 € | mit Butter (A,G)", "Suppen", "Pasta"}

func TestMenu_ColumnByColumn(t *testing.T) { says(t, pdfOf(twoColumns(false)), ofTwoColumns...) }

func TestMenu_RowByRow(t *testing.T) { says(t, pdfOf(twoColumns(true)), ofTwoColumns...) }

func TestMenu_SmallAndLarge(t *testing.T) {
	var s sheet
	s.left(60, 780, 22, f2, "Getränkekarte")
	s.left(60, 740, 14, f2, "Vom Fass")
	s.right(420, 740, 11, f2, "0,3 l")
	s.right(500, 740, 11, f2, "0,5 l")
	for i, l := range [][3]string{{"Pils (A)", "3,20 €", "4,80 €"}, {"Kellerbier (A)", "3,40 €", "5,10 €"}, {"Radler (A,9)", "3,20 €", "4,80 €"}} {
		y := 718 - float64(i)*17
		s.left(60, y, 11, f1, l[0])
		s.right(420, y, 11, f1, l[1])
		s.right(500, y, 11, f1, l[2])
	}
	s.left(60, 640, 14, f2, "Pizza")
	s.right(420, 640, 11, f2, "klein")
	s.right(500, 640, 11, f2, "groß")
	for i, l := range [][4]string{{"Margherita", "Tomaten, Käse (A,G)", "6,50 €", "8,50 €"}, {"Salami", "Tomaten, Käse, Salami (A,G,2)", "7,50 €", "9,50 €"}, {"Tonno", "Tomaten, Käse, Thunfisch (A,D,G)", "8,00 €", "10,50 €"}} {
		y := 615 - float64(i)*30
		s.left(60, y, 11, f2, l[0])
		s.right(420, y, 11, f1, l[2])
		s.right(500, y, 11, f1, l[3])
		s.left(60, y-12, 9, f1, l[1])
	}
	says(t, pdfOf(s.String()), "Vom Fass | 0,3 l | 0,5 l", "Pils (A) | 3,20 € | 4,80 €", "Radler (A,9) | 3,20 € | 4,80 €", "Pizza | klein | groß", "Margherita Tomaten, Käse (A,G) | 6,50 € | 8,50 €", "Tonno Tomaten, Käse, Thunfisch (A,D,G) | 8,00 € | 10,50 €")
}

func TestMenu_Centred(t *testing.T) {
	var s sheet
	s.middle(297, 780, 26, f2, "S P E I S E K A R T E")
	s.middle(297, 735, 16, f1, "V O R S P E I S E N")
	y := 700.0
	dish := func(name, below, price string) {
		s.middle(297, y, 12, f2, name)
		s.middle(297, y-14, 10, f1, below)
		s.middle(297, y-28, 11, f1, price)
		y -= 54
	}
	dish("Rindercarpaccio", "Rucola, Parmesan (G)", "13,50 €")
	dish("Burrata", "Ochsenherztomate, Basilikum (G)", "12,90 €")
	s.middle(297, y, 16, f1, "H A U P T G Ä N G E")
	y -= 30
	dish("Zanderfilet", "Rahmsauerkraut, Kartoffelpüree (D,G)", "24,50 €")
	dish("Kalbsrücken", "Pfifferlinge, Spätzle (A,C,G)", "29,50 €")
	dish("Steinpilzrisotto", "alter Parmesan (G)", "19,50 €")
	says(t, pdfOf(s.String()), "SPEISEKARTE", "VORSPEISEN", "HAUPTGÄNGE", "Rindercarpaccio | 13,50 € | Rucola, Parmesan (G)", "Burrata | 12,90 € | Ochsenherztomate, Basilikum (G)", "Zanderfilet | 24,50 € | Rahmsauerkraut, Kartoffelpüree (D,G)", "Steinpilzrisotto | 19,50 € | alter Parmesan (G)")
}

// A heading right above the first dish is larger than the names of dishes, and there are fewer.
func TestMenu_CentredUnderHeadings(t *testing.T) {
	var s sheet
	s.middle(297, 780, 24, f2, "Speisen")
	y := 752.0
	head := func(text string) {
		s.middle(297, y, 18, f2, text)
		y -= 22
	}
	dish := func(name, below, price string) {
		s.middle(297, y, 12, f1, name)
		s.middle(297, y-14, 12, f1, below)
		s.middle(297, y-28, 12, f2, price)
		y -= 52
	}
	head("Vorweg")
	dish("Tomatensuppe", "mit Basilikum und Sahne", "5,90")
	dish("Feldsalat", "mit Speck", "8,50")
	head("Hauptgerichte")
	dish("Zanderfilet", "auf Rahmsauerkraut", "24,50")
	dish("Schnitzel Wiener Art", "mit Pommes frites", "16,80")
	says(t, pdfOf(s.String()), "Speisen", "Vorweg", "Hauptgerichte", "Tomatensuppe | 5,90 | mit Basilikum und Sahne", "Feldsalat | 8,50 | mit Speck", "Zanderfilet | 24,50 | auf Rahmsauerkraut", "Schnitzel Wiener Art | 16,80 | mit Pommes frites")
}

func TestMenu_NumberedDishes(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Pizzeria Da Mario")
	s.left(60, 745, 14, f2, "Pizzen (ca. 30 cm)")
	for i, l := range [][4]string{{"20", "Pizza Margherita", "a,g", "7,50"}, {"21", "Pizza Salami", "a,g,2,3", "8,50"}, {"22", "Pizza Prosciutto", "a,g,2,8", "8,90"}, {"23", "Pizza Quattro Stagioni", "a,g,2,3,8", "9,90"}} {
		y := 720 - float64(i)*32
		s.left(60, y, 11, f2, l[0]+".")
		s.left(85, y, 11, f2, l[1])
		s.left(85+wide(11, l[1])+8, y+3, 7, f1, l[2])
		s.right(500, y, 11, f2, l[3]+" €")
		s.left(85, y-13, 9, f1, "mit Tomaten und Käse, Nr. "+l[0])
	}
	says(t, pdfOf(s.String()), "20. Pizza Margherita a,g | 7,50 € | mit Tomaten und Käse, Nr. 20", "21. Pizza Salami a,g,2,3 | 8,50 € | mit Tomaten und Käse, Nr. 21", "23. Pizza Quattro Stagioni a,g,2,3,8 | 9,90 € | mit Tomaten und Käse, Nr. 23")
}

func TestMenu_PriceOnItsOwnLine(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Frühstück")
	for i, l := range [][3]string{{"Kleines Frühstück", "zwei Brötchen, Butter, Marmelade (A,G)", "6,90 €"}, {"Großes Frühstück", "drei Brötchen, Wurst, Käse, Ei (A,C,G,2)", "12,50 €"}, {"Veganes Frühstück", "Brot, Hummus, Gemüse (A,N)", "10,90 €"}} {
		y := 745 - float64(i)*55
		s.left(60, y, 12, f2, l[0])
		s.left(60, y-14, 10, f1, l[1])
		s.left(60, y-28, 10, f2, l[2])
	}
	says(t, pdfOf(s.String()), "Kleines Frühstück | 6,90 € | zwei Brötchen, Butter, Marmelade (A,G)", "Großes Frühstück | 12,50 € | drei Brötchen, Wurst, Käse, Ei (A,C,G,2)", "Veganes Frühstück | 10,90 € | Brot, Hummus, Gemüse (A,N)")
}

func TestMenu_Hairdresser(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Preise")
	s.left(60, 750, 12, f2, "Damen")
	for i, l := range [][2]string{{"Waschen, Schneiden, Föhnen", "ab 45,- €"}, {"Ansatzfarbe", "ab 38,- €"}, {"Strähnen (Folie), ganzer Kopf", "ab 79,- €"}, {"Hochsteckfrisur", "nach Aufwand"}} {
		s.left(60, 730-float64(i)*16, 11, f1, l[0])
		s.right(500, 730-float64(i)*16, 11, f1, l[1])
	}
	s.left(60, 650, 12, f2, "Herren")
	for i, l := range [][2]string{{"Maschinenschnitt", "18,- €"}, {"Waschen, Schneiden", "27,- €"}, {"Bartpflege", "12,- €"}} {
		s.left(60, 630-float64(i)*16, 11, f1, l[0])
		s.right(500, 630-float64(i)*16, 11, f1, l[1])
	}
	says(t, pdfOf(s.String()), "Damen", "Waschen, Schneiden, Föhnen | ab 45,- €", "Ansatzfarbe | ab 38,- €", "Strähnen (Folie), ganzer Kopf | ab 79,- €", "Hochsteckfrisur | nach Aufwand", "Herren", "Maschinenschnitt | 18,- €", "Bartpflege | 12,- €")
}

func TestMenu_SizesAndDotsApart(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Weine")
	for i, l := range [][3]string{{"Riesling trocken, Pfalz (L)", "0,2 l", "6,80 €"}, {"Grauburgunder, Baden (L)", "0,2 l", "7,20 €"}, {"Lemberger, Württemberg (L)", "0,25 l", "7,90 €"}, {"Sekt Hausmarke (L)", "0,1 l", "4,50 €"}} {
		y := 750 - float64(i)*18
		s.left(60, y, 11, f1, l[0])
		s.left(64+wide(11, l[0]), y, 11, f1, strings.Repeat(".", int((380-64-wide(11, l[0]))/3.1)))
		s.left(390, y, 11, f1, l[1])
		s.right(500, y, 11, f1, l[2])
	}
	says(t, pdfOf(s.String()), "Riesling trocken, Pfalz (L) | 0,2 l | 6,80 €", "Grauburgunder, Baden (L) | 0,2 l | 7,20 €", "Lemberger, Württemberg (L) | 0,25 l | 7,90 €", "Sekt Hausmarke (L) | 0,1 l | 4,50 €")
}

func TestMenu_LongDescriptions(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Fleischgerichte")
	for i, l := range [][4]string{{"Zwiebelrostbraten", "26,90 €", "vom Rind, mit Röstzwiebeln, handgeschabten Spätzle", "und Bratensoße A,C,G,L"}, {"Cordon bleu", "19,80 €", "vom Kalb, gefüllt mit Kochschinken und Bergkäse,", "dazu Pommes frites A,C,G,2,3"}, {"Hirschgulasch", "22,50 €", "mit Preiselbeeren, Rotkohl und Semmelknödeln,", "nach Art des Hauses A,C,I,L"}} {
		y := 745 - float64(i)*50
		s.left(60, y, 12, f2, l[0])
		s.right(480, y, 12, f2, l[1])
		s.left(60, y-14, 10, f1, l[2])
		s.left(60, y-26, 10, f1, l[3])
	}
	says(t, pdfOf(s.String()), "Zwiebelrostbraten | 26,90 € | vom Rind, mit Röstzwiebeln, handgeschabten Spätzle und Bratensoße A,C,G,L", "Cordon bleu | 19,80 € | vom Kalb, gefüllt mit Kochschinken und Bergkäse, dazu Pommes frites A,C,G,2,3", "Hirschgulasch | 22,50 € | mit Preiselbeeren, Rotkohl und Semmelknödeln, nach Art des Hauses A,C,I,L")
}

// Same size description, regular both.
func TestMenu_DescriptionsLikeNames(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Salate")
	for i, l := range [][3]string{{"Caesar Salad (A,C,D,G)", "12,90 €", "Römersalat, Hähnchen, Croutons, Parmesan"}, {"Griechischer Salat (G)", "11,50 €", "Feta, Oliven, Gurke, rote Zwiebeln"}, {"Bunter Salat (J)", "8,90 €", "Blattsalat, Tomate, Gurke, Mais"}} {
		y := 745 - float64(i)*40
		s.left(60, y, 11, f1, l[0])
		s.right(480, y, 11, f1, l[1])
		s.left(60, y-13, 11, f1, l[2])
	}
	says(t, pdfOf(s.String()), "Caesar Salad (A,C,D,G) | 12,90 € | Römersalat, Hähnchen, Croutons, Parmesan", "Griechischer Salat (G) | 11,50 € | Feta, Oliven, Gurke, rote Zwiebeln", "Bunter Salat (J) | 8,90 € | Blattsalat, Tomate, Gurke, Mais")
}

func TestMenu_NamesThenPrices(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Kuchen & Kaffee")
	names := []string{"Apfelkuchen (A,C,G)", "Käsekuchen (A,C,G)", "Schwarzwälder Kirschtorte (A,C,G)", "Tasse Kaffee (9)", "Cappuccino (G,9)"}
	prices := []string{"3,80 €", "4,20 €", "4,90 €", "2,90 €", "3,60 €"}
	for i, n := range names {
		s.left(60, 745-float64(i)*20, 12, f1, n)
	}
	for i, p := range prices {
		s.right(480, 745-float64(i)*20, 12, f1, p)
	}
	says(t, pdfOf(s.String()), "Apfelkuchen (A,C,G) | 3,80 €", "Käsekuchen (A,C,G) | 4,20 €", "Schwarzwälder Kirschtorte (A,C,G) | 4,90 €", "Tasse Kaffee (9) | 2,90 €", "Cappuccino (G,9) | 3,60 €")
}

func TestMenu_NamesThenPricesInTwoColumns(t *testing.T) {
	var s sheet
	s.left(60, 790, 20, f2, "Karte")
	col := func(x float64, head string, dishes [][2]string) {
		s.left(x, 750, 14, f2, head)
		for i, n := range dishes {
			s.left(x, 725-float64(i)*20, 11, f1, n[0])
		}
		for i, n := range dishes {
			s.right(x+210, 725-float64(i)*20, 11, f1, n[1])
		}
	}
	col(60, "Heiße Getränke", [][2]string{{"Kaffee Crema (9)", "2,80 €"}, {"Cappuccino (G,9)", "3,40 €"}, {"Latte Macchiato (G,9)", "3,90 €"}, {"Tee, verschiedene Sorten", "3,10 €"}, {"Heiße Schokolade (G)", "3,70 €"}})
	col(320, "Kalte Getränke", [][2]string{{"Mineralwasser 0,25 l", "2,60 €"}, {"Cola 0,3 l (1,9)", "3,20 €"}, {"Orangensaft 0,2 l", "3,30 €"}, {"Apfelschorle 0,3 l", "3,10 €"}, {"Bionade 0,33 l", "3,60 €"}})
	says(t, pdfOf(s.String()), "Kaffee Crema (9) | 2,80 €", "Cappuccino (G,9) | 3,40 €", "Tee, verschiedene Sorten | 3,10 €", "Mineralwasser 0,25 l | 2,60 €", "Cola 0,3 l (1,9) | 3,20 €", "Bionade 0,33 l | 3,60 €", "Heiße Getränke", "Kalte Getränke")
}

func TestMenu_Lunch(t *testing.T) {
	var s sheet
	s.left(60, 780, 20, f2, "Mittagstisch KW 14")
	for i, d := range []string{"Montag", "Dienstag", "Mittwoch"} {
		y := 740 - float64(i)*60
		s.left(60, y, 12, f2, d)
		s.left(60, y-16, 11, f1, "Menü I")
		s.left(120, y-16, 11, f1, "Frikadelle mit Kartoffelsalat (A,C,J) "+d)
		s.right(500, y-16, 11, f1, "8,90 €")
		s.left(60, y-32, 11, f1, "Menü II")
		s.left(120, y-32, 11, f1, "Gemüsecurry mit Reis (F) "+d)
		s.right(500, y-32, 11, f1, "7,90 €")
	}
	says(t, pdfOf(s.String()), "Montag", "Dienstag", "Menü I | Frikadelle mit Kartoffelsalat (A,C,J) Montag | 8,90 €", "Menü II | Gemüsecurry mit Reis (F) Dienstag | 7,90 €", "Menü II | Gemüsecurry mit Reis (F) Mittwoch | 7,90 €")
}
