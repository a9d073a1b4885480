package crawl

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/bilingual"
)

// Pause is what robots.txt asks to be left between two requests (Crawl-delay), and what is, in seconds.
type Pause struct {
	Wanted    float64 `json:"wanted_seconds,omitempty" doc:"As robots.txt asks, in seconds."`
	Kept      float64 `json:"kept_seconds,omitempty" doc:"As it is kept: at most 10."`
	Addresses int     `json:"addresses,omitempty" doc:"How many addresses are read with it."`
}

// UnmarshalJSON also reads what earlier versions stored, in nanoseconds.
func (p *Pause) UnmarshalJSON(stored []byte) error {
	type plain Pause
	var of struct {
		plain
		Wanted time.Duration `json:"wanted_ns"`
		Kept   time.Duration `json:"kept_ns"`
	}
	if err := json.Unmarshal(stored, &of); err != nil {
		return err
	}
	*p = Pause(of.plain)
	if of.Wanted > 0 {
		p.Wanted, p.Kept = of.Wanted.Seconds(), of.Kept.Seconds()
	}
	return nil
}

// pause is what robots.txt asks for, unless the rules say it otherwise.
func (c *Crawler) pause() Pause {
	if c.robots.delay == 0 || c.rules.Delay > 0 {
		return Pause{}
	}
	return Pause{Wanted: c.robots.delay.Seconds(), Kept: c.pace.delay.Seconds()}
}

// notable is from how many seconds of pause on people should know of it.
const notable = 5

// Sentence says what the pause means, in German or English; "" if it is short.
func (p Pause) Sentence(language string) string {
	if p.Wanted < notable {
		return ""
	}
	long := time.Duration(p.Kept * float64(p.Addresses) * float64(time.Second)).Round(time.Minute)
	said := bilingual.Of(
		"Die robots.txt der Website wünscht %s Pause zwischen zwei Abrufen (Crawl-delay)",
		"The website's robots.txt asks for %s between two requests (Crawl-delay)").Format(seconds(p.Wanted))
	if p.Kept < p.Wanted {
		said = said.Add(bilingual.Of("; eingehalten werden höchstens %s", "; at most %s are kept").Format(seconds(p.Kept)))
	}
	said = said.Add(bilingual.AsIs("."))
	if long >= 2*time.Minute {
		said = said.Add(bilingual.Of(
			fmt.Sprintf(" Das Lesen von %d Adressen dauert so etwa %s.", p.Addresses, hours(long, "Minuten", "Stunden")),
			fmt.Sprintf(" Reading %d addresses takes about %s so.", p.Addresses, hours(long, "minutes", "hours"))))
	}
	return said.In(language)
}

func seconds(n float64) string { return fmt.Sprintf("%.4g s", n) }

func hours(d time.Duration, minutes, hours string) string {
	if d < 2*time.Hour {
		return fmt.Sprintf("%.0f %s", d.Minutes(), minutes)
	}
	return fmt.Sprintf("%.0f %s", d.Hours(), hours)
}
