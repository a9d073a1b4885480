package webpage

import (
	"net/url"
	"testing"
)

func TestTopicOfHeadings(t *testing.T) {
	for heading, want := range map[string]topic{
		"Ähnliche Produkte":                 topicRelated,
		"You may also like":                 topicRelated,
		"Das könnte Sie auch interessieren": topicRelated,
		"Kundenbewertungen (12)":            topicComments,
		"3 Comments":                        topicNone,
		"Leave a Reply":                     topicComments,
		"Newsletter abonnieren":             topicNews,
		"Über den Autor":                    topicFollow,
		"Produktbeschreibung":               topicText,
		"Öffnungszeiten":                    topicText,
		"Moreover":                          topicNone,
		"Radwege an der Elbe":               topicNone,
	} {
		if got := topicOf(heading); got != want {
			t.Errorf("%q: %d, want %d", heading, got, want)
		}
	}
}

func TestKindOfPagesByTheirAddress(t *testing.T) {
	for address, of := range map[string]func(pageKind) float32{
		"https://www.example.de/blog/2024/05/radwege-an-der-elbe": func(k pageKind) float32 { return k.article },
		"https://shop.example.de/products/stadtrad":               func(k pageKind) float32 { return k.product },
		"https://example.de/collections/stadtraeder":              func(k pageKind) float32 { return k.collection },
		"https://forum.example.de/t/kette-springt/123":            func(k pageKind) float32 { return k.forum },
		"https://docs.example.de/reference/api":                   func(k pageKind) float32 { return k.docs },
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		k := pageKind{}
		k.fromAddress(u)
		for _, other := range []float32{k.article, k.product, k.collection, k.forum, k.docs} {
			if other > of(k) {
				t.Errorf("%s: %+v", address, k)
			}
		}
		if of(k) == 0 {
			t.Errorf("%s: %+v", address, k)
		}
	}
}
