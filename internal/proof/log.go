package proof

import (
	"context"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/noun"
)

// logged makes a request and returns the line that the server log has of it.
func (b *bench) logged(header map[string]string) (string, error) {
	mark := random()
	r := b.request("/docs")
	r.Header.Set("Referer", "https://"+mark+".wca-prove.invalid/konto/"+mark+"@wca-prove.invalid?token="+mark+"-token")
	r.Header.Set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
	for k, v := range header {
		r.Header.Set(k, v)
	}
	if _, err := b.Ask(r); err != nil {
		return "", err
	}
	names, err := filepath.Glob(filepath.Join(b.Config.Data, "logs", "access-*.log"))
	if err != nil {
		return "", err
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("reading the server log: %w", err)
		}
		for line := range strings.Lines(string(content)) {
			if strings.Contains(line, mark) {
				return line, nil
			}
		}
	}
	return "", nil
}

// oldLog names a file of the server log that should have been removed a day ago, "" if there is none.
func (b *bench) oldLog() (string, error) {
	names, err := filepath.Glob(filepath.Join(b.Config.Data, "logs", "access-*"))
	if err != nil {
		return "", err
	}
	first := "access-" + b.Now().UTC().AddDate(0, 0, -b.Config.LogDays).Format(time.DateOnly)
	for _, name := range names {
		if name = filepath.Base(name); name < first {
			return name, nil
		}
	}
	return "", nil
}

// longestLog is for how many days a server log may be kept.
const longestLog = 90

// noLog is where none is kept: then nothing is logged, and files of before have to be gone.
func (b *bench) noLog() finding {
	line, err := b.logged(nil)
	var old string
	if err == nil {
		old, err = b.oldLog()
	}
	switch {
	case err != nil:
		return failed(err)
	case line != "":
		return broken("Eine Anfrage steht im Serverprotokoll, obwohl es abgeschaltet ist (log_days = 0).", "A request is in the server log, although that is switched off (log_days = 0).")
	case old != "":
		return broken(
			"Das Serverprotokoll ist abgeschaltet (log_days = 0), aber eines von früher ist noch da: "+old+". Läuft der Server (wca serve)?",
			"The server log is switched off (log_days = 0), but one of before is still there: "+old+". Is the server (wca serve) running?")
	}
	return holds(
		"Es wird nichts protokolliert: Das Serverprotokoll ist abgeschaltet (log_days = 0), und eine Anfrage steht in keinem.",
		"Nothing is logged: the server log is switched off (log_days = 0), and a request stands in none.")
}

func checkServerLog(_ context.Context, b *bench) finding {
	switch days := b.Config.LogDays; {
	case days == 0:
		return b.noLog()
	case days > longestLog:
		return broken(
			fmt.Sprintf("Das Serverprotokoll wird %d Tage aufbewahrt, erlaubt sind höchstens %d (log_days).", days, longestLog),
			fmt.Sprintf("The server log is kept for %d days, at most %d are allowed (log_days).", days, longestLog))
	}
	line, err := b.logged(nil)
	var old string
	if err == nil {
		old, err = b.oldLog()
	}
	switch {
	case err != nil:
		return failed(err)
	case old != "":
		return broken(
			"Ein Serverprotokoll ist älter, als es aufbewahrt werden soll: "+old+". Läuft der Server (wca serve)?",
			"A server log is older than it is to be kept: "+old+". Is the server (wca serve) running?")
	case line == "":
		return broken("Eine Anfrage steht nicht im Serverprotokoll.", "A request is not in the server log.")
	case strings.Contains(line, peer):
		return broken("Im Serverprotokoll steht eine vollständige Adresse.", "The server log holds a full address.")
	case strings.Contains(line, "-token"):
		return broken("Im Serverprotokoll stehen Parameter von Adressen.", "The server log holds parameters of addresses.")
	case strings.Contains(line, "@"):
		return broken("Im Serverprotokoll steht, wessen Seite auf diesen Server führte.", "The server log says whose page led to this server.")
	}
	return holds(
		"Eine Anfrage von einer bekannten Adresse wurde nur mit deren Netz und ohne Parameter protokolliert; gelöscht wird nach "+noun.Count(b.Config.LogDays, "1 Tag", "Tagen")+".",
		"A request from a known address was logged with its network only, without query; deleted after "+noun.Count(b.Config.LogDays, "1 day", "days")+".")
}

// wide names a trusted network that is too large to hold proxies alone: whoever is in it may claim any address. The
// largest that providers of proxies publish are an IPv4 /12 and an IPv6 /29.
func wide(trusted []netip.Prefix) (netip.Prefix, bool) {
	for _, p := range trusted {
		least := 9
		if p.Addr().Is6() && !p.Addr().Is4In6() {
			least = 20
		}
		if p.Bits() < least && !p.Addr().IsPrivate() {
			return p, true
		}
	}
	return netip.Prefix{}, false
}

// checkProxies claims another address than the real one, as no trusted proxy.
func checkProxies(_ context.Context, b *bench) finding {
	if b.Config.LogDays == 0 {
		return unchecked("Ohne Serverprotokoll (log_days = 0) ist es nicht sichtbar.", "Without the server log (log_days = 0) it cannot be seen.")
	}
	line, err := b.logged(map[string]string{"X-Forwarded-For": "203.0.113.9"})
	switch {
	case err != nil:
		return failed(err)
	case strings.Contains(line, "203.0.113."):
		return broken("Einer fremden Angabe zur Adresse wurde geglaubt (trusted_proxies).", "A stranger's word about its address was believed (trusted_proxies).")
	case line == "":
		return broken("Eine Anfrage steht nicht im Serverprotokoll.", "A request is not in the server log.")
	}
	if p, found := wide(b.Config.Trusted); found {
		return broken(
			"Zu vielen Rechnern wird geglaubt, von welcher Adresse eine Anfrage kommt: trusted_proxies nennt "+p.String()+".",
			"Too many machines are believed about the address that a request comes from: trusted_proxies names "+p.String()+".")
	}
	return holds(
		"Einem X-Forwarded-For von einer Gegenstelle, die kein vertrauter Proxy ist, wurde nicht geglaubt. Eingestellt: "+noun.Count(len(b.Config.Trusted), "1 vertrauter Proxy", "vertraute Proxys")+".",
		"An X-Forwarded-For of a peer that is no trusted proxy was not believed. Configured: "+noun.Count(len(b.Config.Trusted), "1 trusted proxy", "trusted proxies")+".")
}
