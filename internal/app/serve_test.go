package app

import (
	"net"
	"testing"
)

func TestTheAddressThatIsShownCanBeOpened(t *testing.T) {
	for want, at := range map[string]*net.TCPAddr{
		"127.0.0.1:8080": {IP: net.IPv6unspecified, Port: 8080},
		"127.0.0.1:80":   {IP: net.IPv4zero, Port: 80},
		"10.1.2.3:8080":  {IP: net.IPv4(10, 1, 2, 3), Port: 8080},
		"[::1]:8080":     {IP: net.IPv6loopback, Port: 8080},
	} {
		if got := here(at); got != want {
			t.Errorf("%v: %s, want %s", at, got, want)
		}
	}
}
