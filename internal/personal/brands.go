package personal

import "strings"

// branded says whether the tokens [from, to) are the name of a make that is called after somebody, and
// nothing but the make can be meant.
func (s *scan) branded(from, to int) bool {
	if from > 0 && (s.titled(from-1) || s.is(from-1, '.') && from > 1 && s.titled(from-2)) {
		return false
	}
	name := strings.ToLower(s.text[s.tokens[from].start:s.tokens[to-1].end])
	name = strings.ReplaceAll(name, "’", "'")
	return brands[name] || brands[strings.TrimSuffix(name, "'s")]
}

// brands are makes that are called after somebody.
var brands = listed(brandList)

const brandList = `victoria's secret,levi's,uncle ben's,calvin klein,hugo boss,ralph lauren,tommy hilfiger,jack daniel,johnny walker,johnnie walker,jim beam,jack wolfskin,marc o'polo,marco polo,tom tailor,karl lagerfeld,carl zeiss,robert bosch,max factor,
estée lauder,estee lauder,yves rocher,yves saint laurent,christian dior,giorgio armani,emporio armani,michael kors,johnson & johnson,ben & jerry,harley davidson,harley-davidson,rolls royce,rolls-royce,alfa romeo,
uncle ben,mary kay,betty barclay,gerry weber,peter hahn,bruno banani,paul smith,fred perry,henry schein,charles schwab,jean paul gaultier,louis vuitton,coco chanel,oscar de la renta,
helena rubinstein,elizabeth arden,adam opel,philip morris,john deere,christian louboutin,jimmy choo,stella mccartney,kate spade,tory burch,bang & olufsen,black & decker,procter & gamble,
jack & jones,dolce & gabbana,abercrombie & fitch,smith & wesson,ernst & young,marks & spencer,barnes & noble,villeroy & boch,peek & cloppenburg,oetker,mercedes,mercedes benz,mercedes-benz,bosch,
python,java,margherita,bloody mary,tom collins,earl grey,dr pepper,captain morgan,don julio,stolichnaya,paulaner,erdinger,
stihl,kärcher,miele,siemens,tchibo,dallmayr,haribo,knorr,maggi,bahlsen,sprüngli,niederegger,märklin,faber-castell,montblanc,
dyson,panasonic,makita,metabo,hilti,festool,adidas,puma,nike,tamaris,rieker,joop,strellson,olymp,seidensticker,van laack,jacques britt,lloyds,barclays,vaillant,viessmann,buderus,worcester bosch,baxi,xero,stiebel eltron,weishaupt,grohe,hansgrohe,geberit,duravit,velux,hörmann,liebherr,gorenje,bauknecht,gaggenau,smeg,delonghi,krups,sennheiser,garmin,fitbit,datev,lexware`
