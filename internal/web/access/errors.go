package access

import (
	"log"
	"log/slog"
	"net/netip"
	"strings"

	"github.com/webchatagent/wca/internal/web/remote"
)

// ErrorLog is for what the HTTP server itself reports, such as failed TLS handshakes: it names the
// addresses of visitors, which are shortened before they reach the program's log.
func ErrorLog(to *slog.Logger) *log.Logger { return log.New(shortener{to}, "", 0) }

type shortener struct{ to *slog.Logger }

// Write implements io.Writer; each call is one message.
func (s shortener) Write(message []byte) (int, error) {
	s.to.Debug("http server", "message", shorten(strings.TrimSpace(string(message))))
	return len(message), nil
}

// shorten replaces every address in a text by its network.
func shorten(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789abcdefABCDEF.:[]%", r) })
	for _, word := range words {
		bare := strings.TrimRight(word, ".:")
		a, err := netip.ParseAddr(strings.Trim(bare, "[]"))
		if err != nil {
			at, err := netip.ParseAddrPort(bare)
			if err != nil {
				continue
			}
			a = at.Addr()
		}
		text = strings.ReplaceAll(text, bare, remote.Shorten(a.WithZone("")).String())
	}
	return text
}
