package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// everyday are things that the lists of words do not have, most of them borrowed from other languages: food, drinks,
// sports, dances and ways to pay. The tagger takes them for names.
var everyday = set(`salsa zumba yoga pilates salami heizöl girocard möhre möhren weichspüler vitello kitas kita limo cremes creme druse zumba hiphop breakdance lambada tango rumba samba bachata kizomba merengue
	ballett jumpstyle crossfit aquafit aqua-fitness tabata qigong taichi judo karate taekwondo aikido kickboxen parkour padel pickleball spinning bodypump nordic-walking badminton squash
	guacamole tzatziki hummus tahini falafel halloumi tofu tempeh seitan ramen udon soba sushi sashimi maki nigiri tempura teriyaki edamame kimchi bibimbap pho bulgur couscous quinoa polenta gnocchi
	risotto tiramisu tiramisù pannacotta saltimbocca bruschetta antipasti focaccia ciabatta mozzarella burrata gorgonzola pecorino parmesan ricotta mascarpone prosciutto pancetta chorizo serrano tapas paella gazpacho
	croissant croissants baguette quiche crêpe crêpes galette raclette fondue ratatouille bouillabaisse camembert roquefort döner dürüm lahmacun börek baklava ayran raki ouzo gyros souvlaki moussaka
	bagel bagels donut donuts muffin muffins brownie brownies cheesecake pancake pancakes smoothie smoothies milkshake latte macchiato cappuccino espresso mocha chai matcha prosecco spritz aperol campari
	mojito caipirinha margarita daiquiri sangria rioja merlot chardonnay riesling silvaner spätburgunder dornfelder weißburgunder grauburgunder sauvignon cabernet tempranillo primitivo chianti barolo lambrusco
	curry naan samosa tandoori korma tikka masala dal satay nasi bami pad-thai tortilla burrito burritos taco tacos nacho nachos quesadilla enchilada chili salsasoße ketchup mayonnaise remoulade aioli pesto
	rucola zucchini aubergine avocado avocados mango papaya kiwi litschi granola müsli porridge chia goji spirulina kurkuma ingwer brokkoli pak-choi radicchio mangold pastinake pastinaken
	paypal klarna giropay sofortüberweisung maestro visa mastercard sepa twint bluecode
	fleece softshell hardshell gore-tex cordura neopren latex nylon viskose elasthan polyester modal lyocell merino kaschmir mohair alpaka velours nubuk
	e-bike e-bikes pedelec pedelecs scooter trekkingrad gravelbike mountainbike hardshells klettersteigsets klettersteigset`)

// everydayTails end German compounds for things, and hardly a surname.
var everydayTails = [...]string{"öl", "spüler", "card", "curry", "sets", "creme", "cremes", "pumpe", "heizung", "kabel", "stecker", "jacke", "hose", "matte", "maschine", "automat", "pulver", "flasche", "tüte", "paket", "workshop", "gerät", "geräte",
	"sauce", "soße", "torte", "kuchen", "nudeln", "suppe", "salat", "saft", "reiniger", "shampoo", "lotion", "tablette", "tabletten", "kapseln", "tropfen", "salbe", "karte", "konto", "kasse", "kurs", "kurse"}

// everydayThing says whether the single word at token i is such a thing. A title before it makes it a name.
func (s *scan) everydayThing(i int) bool {
	w := s.lower(i)
	if i > 0 && s.titled(i-1) {
		return false
	}
	if everyday[w] || s.has(i, locks) {
		return true
	}
	if s.known(i)&(tagger.FirstName|tagger.LastName) != 0 {
		return false
	}
	for _, e := range everydayTails {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// byMeans says whether the words [from, to) tell by which means something is done: "Per WhatsApp".
func (s *scan) byMeans(from, to int) bool {
	return to-from == 2 && s.lower(from) == "per" && means[s.lower(from+1)]
}

// means are ways to send, to pay and to come.
var means = set("whatsapp mail e-mail email telefon post fax sms app klick lastschrift überweisung paypal vorkasse nachnahme rechnung kreditkarte bus bahn zug schiff rad fahrrad handy brief einschreiben chat signal threema telegram instagram")

// behindBar gives where a name begins that stands behind a bar between cells: "Vinyasa | Joost".
func (s *scan) behindBar(from, to int) int {
	for i := to - 1; i > from; i-- {
		if s.is(i, '|') {
			return i + 1
		}
	}
	return from
}
