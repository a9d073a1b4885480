package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// dataKeys are names of fields in data for programs that the labels of forms do not have, in small letters and without marks or digits.
var dataKeys = map[string]field{
	"addr": streetField, "streetaddress": streetField, "addressline": streetField, "strassehausnr": streetField, "straßehausnr": streetField, "strassehausnummer": streetField, "streetline": streetField, "addrline": streetField,
	"streetname": streetField, "strname": streetField, "road": streetField, "rue": streetField, "via": streetField, "calle": streetField,
	"houseno": houseField, "housenumber": houseField, "streetnumber": houseField, "streetno": houseField, "housenr": houseField,
	"postalcode": codeField, "postcode": codeField, "zippostal": codeField, "zippostcode": codeField, "postleitzahlort": codeField, "plzort": codeField, "cp": codeField, "cap": codeField,
	"cityname": townField, "locality": townField, "addresslocality": townField, "ortsname": townField, "stadtort": townField, "ville": townField, "citta": townField, "suburb": townField, "posttown": townField,
	"addressregion": furtherField, "addresscountry": noField, "country": noField, "land": noField, "countrycode": noField,
}

// looseKeys name the number of a house only directly behind a street.
var looseKeys = wordlist.Set("nr number no nummer")

// recordReach is how many bytes the values of one address in data stand apart at most, longestField how many one has, and longestWord how
// many one without a gap.
const (
	recordReach  = 160
	longestField = 90
	longestWord  = 36
)

// dataField is a value of data with what its name asks for.
type dataField struct {
	asks       field
	start, end int
}

// dataAddresses finds the values of an address in data for programs: between tags, in quotes behind their name, in the part of a link
// that a form sends. Each is one find: the names between them stay.
func (s *scan) dataAddresses() {
	var fields []dataField
	if strings.Contains(s.text, "</") {
		fields = s.taggedFields(fields)
	}
	if strings.Contains(s.text, "\":") {
		fields = s.quotedFields(fields)
	}
	if strings.IndexByte(s.text, '=') >= 0 && strings.IndexByte(s.text, '&') >= 0 {
		fields = s.sentFields(fields)
	}
	for i := 0; i < len(fields); {
		n := i + 1
		for n < len(fields) && fields[n].start-fields[n-1].end < recordReach && !(fields[n].asks == streetField && fields[n-1].asks != streetField) {
			n++
		}
		s.addFields(fields[i:n])
		i = n
	}
}

// addFields adds the values of one record if they make an address: a street with a number, a postcode or a town, or the latter two.
func (s *scan) addFields(record []dataField) {
	var seen [furtherField + 1]bool
	digits := false
	for _, f := range record {
		seen[f.asks] = true
		digits = digits || char.CountDigits([]byte(s.text[f.start:f.end])) > 0
	}
	if !digits || !(seen[streetField] && (seen[houseField] || seen[codeField] || seen[townField]) || seen[codeField] && seen[townField]) {
		return
	}
	for _, f := range record {
		s.add(f.start, f.end, Address, 0.8, fold(s.text[f.start:f.end]))
	}
}

// keep adds a field to others if its name is known and the value can be a part of an address.
func (s *scan) keep(fields []dataField, name string, start, end int) []dataField {
	asks := dataKey(name)
	if asks == noField && looseKeys[strings.ToLower(name)] && len(fields) > 0 && fields[len(fields)-1].asks == streetField && start-fields[len(fields)-1].end < longestField {
		asks = houseField
	}
	for start < end && char.Space(s.text[start]) {
		start++
	}
	for end > start && char.Space(s.text[end-1]) {
		end--
	}
	value := s.text[start:end]
	if len(value) > longestWord && !strings.ContainsAny(value, " +") { // the address of a wallet
		return fields
	}
	if asks == noField || value == "" || len(value) > longestField || strings.ContainsAny(value, "@<>{}[]\"$\n") || strings.Contains(value, "://") || asks == codeField && char.CountDigits([]byte(value)) == 0 {
		return fields
	}
	return append(fields, dataField{asks, start, end})
}

// dataKey gives what the name of a field asks for: "addressLine1", "postal_code", "billing.city".
func dataKey(name string) field {
	if len(name) > len("shipping_address_line_1") {
		return noField
	}
	small := strings.ToLower(name)
	if at := strings.LastIndexAny(small, ".:["); at >= 0 {
		small = small[at+1:]
	}
	for _, front := range [...]string{"billing", "shipping", "delivery", "liefer", "rechnungs", "kunden", "customer"} {
		small = strings.TrimPrefix(small, front)
	}
	small = strings.Map(func(r rune) rune {
		if char.Letter(r) {
			return r
		}
		return -1
	}, small)
	if f, ok := dataKeys[small]; ok {
		return f
	}
	if small == "code" || looseKeys[small] {
		return noField
	}
	return fieldLabels[small]
}

// taggedFields reads "<plz>24103</plz>".
func (s *scan) taggedFields(fields []dataField) []dataField {
	for at := 0; ; {
		i := strings.Index(s.text[at:], "</")
		if i < 0 {
			return fields
		}
		i += at
		at = i + len("</")
		end := strings.IndexByte(char.Cut(s.text, at, longestField), '>')
		from := strings.LastIndexByte(s.text[max(0, i-2*longestField):i], '>')
		if end > 0 && from >= 0 {
			fields = s.keep(fields, s.text[at:at+end], max(0, i-2*longestField)+from+1, i)
		}
	}
}

// quotedFields reads `"plz": "24103"` and `"plz":24103`.
func (s *scan) quotedFields(fields []dataField) []dataField {
	for at := 0; ; {
		i := strings.Index(s.text[at:], "\":")
		if i < 0 {
			return fields
		}
		i += at
		at = i + len("\":")
		front := s.text[max(0, i-longestField):i]
		name := front[strings.LastIndexByte(front, '"')+1:]
		start := skipGap(s.text, at, 2)
		rest := char.Cut(s.text, start, longestField+1)
		if strings.HasPrefix(rest, "\"") {
			if end := strings.IndexByte(rest[1:], '"'); end > 0 {
				fields = s.keep(fields, name, start+1, start+1+end)
			}
		} else if n := digitRun(s.text, start); n > 0 {
			fields = s.keep(fields, name, start, start+n)
		}
	}
}

// sentFields reads "plz=24103&ort=Kiel".
func (s *scan) sentFields(fields []dataField) []dataField {
	for at := 0; ; {
		i := strings.IndexByte(s.text[at:], '=')
		if i < 0 {
			return fields
		}
		i += at
		at = i + 1
		front := s.text[max(0, i-longestField):i]
		name := front[strings.LastIndexAny(front, "?&; \n\"'")+1:]
		value := char.Cut(s.text, at, longestField+1)
		if end := strings.IndexAny(value, "&\"'\n<"); end >= 0 {
			value = value[:end]
		}
		fields = s.keep(fields, name, at, at+len(value))
	}
}
