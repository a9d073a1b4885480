package egress

import (
	"net/http"
	"strconv"
	"time"
)

// RetryAfter is how long a server asks to be left alone (RFC 9110, 10.2.3), 0 if it does not say.
func RetryAfter(h http.Header) time.Duration {
	said := h.Get("Retry-After")
	if s, err := strconv.Atoi(said); err == nil {
		return time.Duration(s) * time.Second
	}
	if at, err := http.ParseTime(said); err == nil {
		return max(0, time.Until(at))
	}
	return 0
}
