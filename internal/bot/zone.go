package bot

import (
	"cmp"
	"time"
	_ "time/tzdata" // where the machine has no zones, as in a small container
)

// zones are those of the countries of Europe that have one only, as the IANA names them.
var zones = map[string]string{
	"AT": "Europe/Vienna", "BE": "Europe/Brussels", "BG": "Europe/Sofia", "CH": "Europe/Zurich", "CY": "Asia/Nicosia", "CZ": "Europe/Prague", "DE": "Europe/Berlin",
	"DK": "Europe/Copenhagen", "EE": "Europe/Tallinn", "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London", "GR": "Europe/Athens", "HR": "Europe/Zagreb",
	"HU": "Europe/Budapest", "IE": "Europe/Dublin", "IS": "Atlantic/Reykjavik", "IT": "Europe/Rome", "LI": "Europe/Vaduz", "LT": "Europe/Vilnius", "LU": "Europe/Luxembourg",
	"LV": "Europe/Riga", "MT": "Europe/Malta", "NL": "Europe/Amsterdam", "NO": "Europe/Oslo", "PL": "Europe/Warsaw", "RO": "Europe/Bucharest", "SE": "Europe/Stockholm",
	"SI": "Europe/Ljubljana", "SK": "Europe/Bratislava",
}

// Clock gives a time as the clocks show it where the bot's visitors ask what is open "today". A machine that goes by UTC, as
// servers do, says nothing of that place: then it is the capital of the bot's region, where that has one time only.
func (s Settings) Clock(t time.Time) time.Time {
	if zone, _ := t.Zone(); zone != "UTC" {
		return t
	}
	name, known := zones[cmp.Or(s.Personal.Region, "DE")]
	if !known {
		return t
	}
	at, err := time.LoadLocation(name)
	if err != nil {
		return t
	}
	return t.In(at)
}
