package pseudonym

import "strings"

// The words for streets of other countries, as they stand apart from the name.
var (
	// Before the name: "Calle Mayor 5", "Jl. Melati 12".
	typesBefore = set(`rua r travessa estrada largo praceta praça alameda av avda ave avenida c calle cl ctra carretera camino cno paseo plaza pza ronda rambla rúa praza
		via viale piazza corso vicolo contrada strada località largo rue avenue boulevard bd chemin quai route impasse cours allée place ulica ul al os aleja osiedle plac
		str strada bulevardul calea jalan jl ulitsa prospekt nám náměstí tř třída trg οδός λεωφ λεωφόρος πλατεία χλμ carrer passeig plaça
		skwer rondo szosa droga bulw wyb bulwar wybrzeże trasa rynek borgo rotonda incrocio lungomare rodovia rua estrada acesso escadas quinta bairro barrio bajada glorieta muelle pasaje senda subida travesía
		urbanización partida polígono ostrov sídliště nábr nábrežie πλ πλατ παρ λ jln jr gg kpg ds`)
	// Behind the name, in small letters or with a capital: "Rákóczi út 13", "Dunajska cesta 5".
	typesBehind = set(`u út útja utca utcája tér tere köz krt körút körútja sétány fasor rakpart dűlő lakótelep cesta ulica ul trg ulice náměstí nám třída tř nábřeží prospekt iela tänav puiestee
		caddesi cad sokak sokağı sk bulvarı mahallesi mah gade gata gatan väg vägen vei veien veg vegen vej allé katu tie straat laan plein marg nagar
		liget sor főtér főút határút országút sugárút gatve laukums bulvāris`)
	// Endings of one word, besides those of German streets: "Hämeentie", "Laugavegur".
	farEndings = strings.Fields(`tie kuja polku raitti katu penger gränd stræde stræti stígur braut vang vangen bakken åsen haugen stien steenweg dreef singel kade dijk pad dreef markt plads plass torv torget
		backen stigen liden ulica iela ranta kaari linja rinne taival sgate svei plantsoen jordet haugen lia`)
)

// streetWord says whether a word in small letters is one for a street, or ends as names of streets
// do, in any of the languages that are known here.
func streetWord(w string) bool {
	if streetTypes[w] || looseTypes[w] || typesBefore[w] || typesBehind[w] {
		return true
	}
	if street, _, whole := ending(w); street && (whole || !strings.HasSuffix(w, "ring")) { // "engineering"
		return true
	}
	for _, e := range farEndings {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// functionWords are those that no name of a street or a town has where a text in small letters goes
// on behind an address: the sentence continues with them.
var functionWords = set(`the this that these those for and or but with last next please is are was were be been has have had will would can could should may must do does did not no yes
	at on by from to into about after before until since if when where why how who what which than then there here it its i you he she we they my your his her our their me him us them
	tonight today tomorrow yesterday morning night evening soon now thanks thank call also as so
	der das ein eine einen einem einer und oder aber mit bitte ist sind war waren wird werden hat haben kann können soll für bei von nach um bis wenn wo wie wer was dass ich du er sie es wir ihr
	nicht kein keine auch nur noch schon dann dort hier heute morgen gestern danke bitte ruf rufen melden`)

// streetBehind reads a street whose type stands as a word behind the name: "Rákóczi út 13", "Karl
// Johans gate 12", "Prešernov trg 5". It begins at token i; 0 if there is none.
func (s *scan) streetBehind(i int) int {
	if !s.tokens[i].upper && !(s.small && s.strange(i)) || s.notes[i].clue != 0 {
		return 0
	}
	j := i + 1
	for j < len(s.tokens) && j-i < 4 && s.tokens[j].kind == word && !s.tokens[j].line {
		w := s.lower(j)
		norse := w == "gate" && !s.tokens[j].upper && s.text[s.tokens[j].start-2] == 's'
		if typesBehind[w] || norse {
			return s.houseBehind(i, j)
		}
		if !s.nameWord(j) || s.notes[j].clue != 0 {
			return 0
		}
		j++
	}
	return 0
}

// houseBehind takes the number behind a type of street at token j, with the full stop that Hungarians
// write. The street begins at token i.
func (s *scan) houseBehind(i, j int) int {
	number := s.skipDot(j + 1)
	next, year := s.houseNumber(number)
	dotted := false
	if n, letters := s.numberToken(number); n > 0 && n < 1000 && letters == 0 && s.is(number+1, '.') && !s.tokens[number+1].gap && !s.tokens[number].line {
		dotted = number+2 == len(s.tokens) || s.tokens[number+2].gap && !isMonth(s.lower(number+2))
		if dotted && next == 0 {
			next = number + 1
		}
	}
	if next == 0 || year && !s.placed(i, next) {
		return 0
	}
	switch s.lower(j) {
	case "u", "al", "sk", "mah", "cad", "tie", "tér": // other words elsewhere
		if !dotted && !s.placed(i, next) || !s.is(j+1, '.') && s.tokens[j].end-s.tokens[j].start <= 2 {
			return 0
		}
	}
	if dotted && (next+1 == len(s.tokens) || s.tokens[next+1].line || flats[s.lower(next+1)] || s.is(next+1, ',')) {
		return next + 1
	}
	return next
}
