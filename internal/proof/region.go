package proof

import (
	"regexp"
	"strings"
)

// european reports whether a region, as operators and clouds write them, needs no naming as a transfer to a third country:
// this machine, or a place in the European Economic Area. A name that is not known is none.
func european(region string) bool {
	region = strings.ToLower(region)
	return within.MatchString(region) && !beyond.MatchString(region)
}

// within are the names of such places.
var within = regexp.MustCompile(`^(` + strings.Join([]string{
	`local`,
	`ewr|europäische union|european union|europäischer wirtschaftsraum|european economic area`,
	`(eu|eea|at|be|bg|cy|cz|de|dk|ee|es|fi|fr|gr|hr|hu|ie|is|it|li|lt|lu|lv|mt|nl|no|pl|pt|ro|se|si|sk)(-.*)?`, // also fr-par, eu-central-1
	`eusc-de-.*`, // Amazon's cloud for Europe alone
	`europe-(central2|north[12]|southwest1|west([13489]|10|12))(-[a-f])?`, // Google
	`(west|north) ?europe`, // Microsoft: the Netherlands, Ireland
	`(` + countries + `)( ?(north|east|south|west|central))*`, // Microsoft: germanywestcentral
}, "|") + `)$`)

// countries are those of the European Economic Area in English and German.
const countries = `austria|belgium|bulgaria|croatia|cyprus|czechia|czech republic|denmark|estonia|finland|france|germany|greece|hungary|iceland|ireland|` +
	`italy|latvia|liechtenstein|lithuania|luxembourg|malta|(the )?netherlands|norway|poland|portugal|romania|slovakia|slovenia|spain|sweden|` +
	`österreich|oesterreich|belgien|bulgarien|kroatien|zypern|tschechien|tschechische republik|dänemark|daenemark|estland|finnland|frankreich|deutschland|griechenland|ungarn|island|irland|` +
	`italien|lettland|litauen|luxemburg|(die )?niederlande|norwegen|polen|rumänien|rumaenien|slowakei|slowenien|spanien|schweden`

// beyond are places that clouds name as if they lay there: London, Zurich, and Jovanovac in Serbia.
var beyond = regexp.MustCompile(`^eu-(west-2|central-2|gb|ch|zurich|jovanovac)`)
