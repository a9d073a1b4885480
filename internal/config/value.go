package config

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// meantForPostgres is how else PostgreSQL's tools are told a database, and addresses that lack a part.
var meantForPostgres = regexp.MustCompile(`(?i)^postgres(ql)?:|(^|\s)(host|hostaddr|user|password|dbname|service)\s*=|^[^/\\]*:[^/\\]*@`)

// setDatabase refuses what is neither PostgreSQL nor a file: with a slip in "postgres://" a new, empty file
// would be made otherwise.
func setDatabase(c *Config, v string) error {
	scheme, _, ok := strings.Cut(v, "://")
	if ok && scheme != "postgres" && scheme != "postgresql" {
		return fmt.Errorf("a database %s://… is unknown here: use postgres://… or the path of a file for SQLite", scheme)
	}
	if !ok && meantForPostgres.MatchString(v) { // not told as it is: there may be a password in it
		return errors.New("this is no path of a file for SQLite: PostgreSQL is named as postgres://USER:PASSWORD@HOST/NAME")
	}
	c.Database = v
	return nil
}

func setPublicURL(c *Config, v string) error {
	if v == "" {
		return nil
	}
	if !baseAddress(v) {
		return fmt.Errorf("%q is not an address like https://chat.example.com", v)
	}
	c.PublicURL = strings.TrimSuffix(v, "/")
	return nil
}

// baseAddress says whether v is an address, perhaps with a path, to which further parts can be added.
func baseAddress(v string) bool {
	u, err := url.Parse(v)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && u.RawQuery == "" && u.Fragment == ""
}

func setBool(to *bool, v string) error {
	b, err := strconv.ParseBool(v)
	if err != nil {
		return fmt.Errorf("%q is neither true nor false", v)
	}
	*to = b
	return nil
}

func setInt(to *int, v string, low, high int) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < low || n > high {
		return fmt.Errorf("%q is not a number from %d to %d", v, low, high)
	}
	*to = n
	return nil
}

func setOneOf(to *string, v string, allowed ...string) error {
	if !slices.Contains(allowed, v) {
		return fmt.Errorf("%q is not one of %s", v, strings.Join(allowed, ", "))
	}
	*to = v
	return nil
}

func setDuration(to *time.Duration, v string) error {
	d, err := time.ParseDuration(v)
	if err != nil || d < 0 {
		return fmt.Errorf("%q is not a duration like 15s", v)
	}
	*to = d
	return nil
}

func setDirectory(to *string, v string) error {
	if strings.TrimSpace(v) == "" {
		return errors.New("the name of the directory is empty")
	}
	*to = v
	return nil
}

func setListen(to *string, v string) error {
	_, port, err := net.SplitHostPort(v)
	if n, wrong := strconv.Atoi(port); err != nil || wrong != nil || n < 0 || n > 65535 {
		return fmt.Errorf("%q is not an address with a port like 127.0.0.1:8080, [::1]:8080 or :8080", v)
	}
	*to = v
	return nil
}

// setNetworks reads addresses and networks with commas or spaces between.
func setNetworks(to *[]netip.Prefix, v string) error {
	*to = nil
	for _, one := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' }) {
		p, err := netip.ParsePrefix(one)
		if a, single := netip.ParseAddr(one); single == nil {
			a = a.Unmap()
			p, err = netip.PrefixFrom(a, a.BitLen()), nil
		}
		if err != nil {
			return fmt.Errorf("%q is neither an address nor a network like 10.0.0.0/8", one)
		}
		*to = append(*to, p.Masked())
	}
	return nil
}

func isNumber(v string) bool { _, err := strconv.Atoi(v); return err == nil }
