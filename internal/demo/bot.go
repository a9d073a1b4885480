// Package demo is a bicycle shop that does not exist: its website, its bot and questions with the pages that
// answer them. `wca demo` shows the product with it, and tests read it.
package demo

import (
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// Color is the accent of the sample site.
const Color = "#1f6f54"

// Settings are those of the sample site's bot, with the model of the given ones.
func Settings(s bot.Settings) bot.Settings {
	s.Color = Color
	s.Greeting = map[string]string{
		"de": "Guten Tag! Fragen Sie mich zu Öffnungszeiten, Preisen, Werkstatt und Verleih.",
		"en": "Hello! Ask me about opening hours, prices, repairs and rental.",
	}
	s.Suggestions = map[string][]string{
		"de": {"Wie lange ist am Samstag geöffnet?", "Was kostet ein Schaltauge für den Kranich?", "Kann ich ein E-Bike ausleihen?"},
		"en": {"How long do I have to return something?", "What does a bike service cost?", "Do you rent e-bikes?"},
	}
	s.Contact = map[string]string{
		"de": "über die Seite „Kontakt“ oder bei uns im Laden",
		"en": "through the page “Contact” or in our shop",
	}
	return s
}

// Rules read the sample site without the pauses that other people's servers deserve.
func Rules() crawl.Rules {
	return crawl.Rules{Concurrency: 4, Delay: time.Microsecond}
}
