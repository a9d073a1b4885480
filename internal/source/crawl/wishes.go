package crawl

import (
	"net/http"
	"strings"
)

// wishes are what the header of an answer asks of robots; files have no other way to say it.
type wishes struct {
	noIndex, noFollow bool
}

// wishesOf reads X-Robots-Tag: words between commas, for everybody or, behind the name of a robot,
// for that one only. Of several that are for us each holds.
func wishesOf(h http.Header) wishes {
	var w wishes
	for _, line := range h.Values("X-Robots-Tag") {
		ours := true
		for word := range strings.SplitSeq(line, ",") {
			if name, rest, ok := strings.Cut(word, ":"); ok && namesRobot(name) {
				name = strings.TrimSpace(name)
				ours, word = name == "*" || strings.EqualFold(productToken(name), Agent), rest
			}
			if !ours {
				continue
			}
			switch strings.ToLower(strings.TrimSpace(word)) {
			case "none":
				w.noIndex, w.noFollow = true, true
			case "noindex":
				w.noIndex = true
			case "nofollow":
				w.noFollow = true
			}
		}
	}
	return w
}

// namesRobot tells a robot's name from what stands before a colon otherwise: a word with a value
// (max-snippet: 20) and the time in a date.
func namesRobot(before string) bool {
	before = strings.ToLower(strings.TrimSpace(before))
	return before != "" && before != "unavailable_after" && !strings.HasPrefix(before, "max-") && !strings.ContainsAny(before, " \t")
}
