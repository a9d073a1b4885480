package bot

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

// mailOfAnybody are domains at which people have their private addresses: none of them is a company's own.
var mailOfAnybody = func() map[string]bool {
	out := map[string]bool{"": true}
	for domain := range strings.FieldsSeq(`web.de t-online.de magenta.de freenet.de me.com mac.com posteo.de posteo.net mailbox.org proton.me pm.me bluewin.ch hispeed.ch aon.at
		chello.at arcor.de online.de mail.de mail.com mail.ru email.de email.com vodafone.de kabelmail.de unitybox.de netcologne.de ewe.net ewetel.net tuta.com tuta.io
		tutanota.com tutanota.de zoho.com zoho.eu fastmail.com hey.com qq.com 163.com 126.com orange.fr free.fr sfr.fr laposte.net wanadoo.fr libero.it virgilio.it tiscali.it alice.it
		wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz abv.bg btinternet.com sky.com talktalk.net virginmedia.com comcast.net verizon.net att.net ziggo.nl kpnmail.nl planet.nl home.nl
		telenet.be skynet.be telia.com online.no citromail.hu freemail.hu`) {
		out[domain] = true
	}
	return out
}()

// mailUnderManyDomains are services of the same kind with a domain in many countries: "yahoo.co.uk".
var mailUnderManyDomains = map[string]bool{
	"gmail": true, "googlemail": true, "gmx": true, "yahoo": true, "ymail": true, "rocketmail": true, "outlook": true, "hotmail": true, "live": true, "msn": true, "icloud": true, "aol": true,
	"protonmail": true, "yandex": true,
}

var countries = regexp.MustCompile(`^(com|net|(com?\.)?[a-z]{2})$`)

// anybody reports whether a value in the list of public ones is such a domain.
func anybody(value string) (domain string, is bool) {
	domain = strings.ToLower(strings.TrimSpace(value))
	host, whole := strings.CutPrefix(domain, "@")
	service, country, _ := strings.Cut(host, ".")
	return domain, whole && (mailOfAnybody[host] || mailUnderManyDomains[service] && countries.MatchString(country))
}

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
		if domain, is := anybody(value); is {
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
