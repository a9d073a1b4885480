package access

import "strings"

// browsers in the order in which their marks count: most claim to be others as well.
var browsers = []struct{ mark, name string }{
	{"Edg/", "Edge"}, {"EdgA/", "Edge"}, {"EdgiOS/", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"}, {"Vivaldi/", "Vivaldi"},
	{"FxiOS/", "Firefox"}, {"Firefox/", "Firefox"}, {"CriOS/", "Chrome"}, {"HeadlessChrome/", "Chrome"}, {"Chrome/", "Chrome"},
	{"Version/", "Safari"}, {"curl/", "curl"}, {"Go-http-client/", "Go"}, {"python-requests/", "Python"},
}

var systems = []struct{ mark, name string }{
	{"Windows", "Windows"}, {"iPhone", "iOS"}, {"iPad", "iPadOS"}, {"Android", "Android"}, {"CrOS", "ChromeOS"}, {"Mac OS X", "macOS"}, {"Macintosh", "macOS"}, {"Linux", "Linux"},
}

// agent reads the kind of browser with its major version and the system from a User-Agent header,
// of which nothing else is kept: in full it tells single visitors apart.
func agent(header string) (browser, system string) {
	for _, s := range systems {
		if strings.Contains(header, s.mark) {
			system = s.name
			break
		}
	}
	for _, b := range browsers {
		_, rest, ok := strings.Cut(header, b.mark)
		if !ok {
			continue
		}
		if b.name == "Safari" && !strings.Contains(rest, "Safari/") {
			continue
		}
		return strings.TrimSpace(b.name + " " + major(rest)), system
	}
	lower := strings.ToLower(header)
	for _, mark := range []string{"bot", "crawler", "spider"} {
		if strings.Contains(lower, mark) {
			return "robot", system
		}
	}
	return "", system
}

// major is the number at the beginning of a version; more digits than versions have are none.
func major(version string) string {
	n := 0
	for n < len(version) && version[n] >= '0' && version[n] <= '9' {
		n++
	}
	if n > 4 {
		return ""
	}
	return version[:n]
}
