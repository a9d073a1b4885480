package bot

import (
	"fmt"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

// mailOfAnybody are domains at which people have their private addresses: none of them is a company's own.
var mailOfAnybody = func() map[string]bool {
	out := map[string]bool{"@": true}
	for domain := range strings.FieldsSeq(`gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de yahoo.com yahoo.de
		outlook.com outlook.de hotmail.com hotmail.de live.com live.de icloud.com me.com aol.com aol.de posteo.de mailbox.org proton.me protonmail.com
		bluewin.ch aon.at arcor.de online.de mail.de email.de vodafone.de`) {
		out["@"+domain] = true
	}
	return out
}()

// Recognise says how personal data is found under a bot's settings.
type Recognise func(Personal) personal.Searcher

// Finder is the Recognise of everything but tests.
func Finder(p Personal) personal.Searcher {
	off := make([]personal.Type, len(p.Off))
	for i, name := range p.Off {
		off[i] = personal.Type(name)
	}
	return personal.New(personal.Options{Off: off, Public: p.Public, Always: p.Always, Region: p.Region})
}

// normalise brings what is set to its stored form.
func (p *Personal) normalise() error {
	for i, name := range p.Off {
		p.Off[i] = strings.ToUpper(strings.TrimSpace(name))
		if !slices.Contains(personal.Types(), personal.Type(p.Off[i])) {
			return invalid("personal_type_unknown", "Personal data of the kind %q is unknown; there are: %s.", name, strings.Trim(strings.ReplaceAll(fmt.Sprint(personal.Types()), " ", ", "), "[]"))
		}
	}
	if given := p.Region; given != "" {
		p.Region = strings.ToUpper(strings.TrimSpace(given))
		if !personal.IsRegion(p.Region) {
			return invalid("region_wrong", "The region %q is no country: give its code of two letters in ISO 3166, such as DE, AT, CH or GB.", given)
		}
	}
	for _, value := range p.Public {
		if domain := strings.ToLower(strings.TrimSpace(value)); mailOfAnybody[domain] {
			return invalid("public_mail_of_anybody", "Anybody may have an address at %s: with it in the list, those of your visitors would go to the model. Please name single addresses.", domain)
		}
	}
	for i, name := range p.OpenPages {
		if name = strings.ToLower(strings.Trim(name, "/ ")); name == "" || strings.Contains(name, "/") {
			return invalid("open_page_wrong", "An open page is one part of a path, such as impressum.")
		}
		p.OpenPages[i] = name
	}
	return nil
}
