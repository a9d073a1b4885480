package embed

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// Who sends a body byte by byte is let go of; who has sent theirs may listen for as long as the answer takes (F22).
func TestABodyComesInTime_F22(t *testing.T) {
	const within = 300 * time.Millisecond
	ended := make(chan error, 2)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		takeIn(w, r, within)
		_, err := io.ReadAll(r.Body)
		if err == nil {
			select {
			case <-r.Context().Done():
				err = r.Context().Err()
			case <-time.After(3 * within):
			}
		}
		ended <- err
	}))
	defer server.Close()
	for _, body := range []struct {
		sent string
		slow bool
	}{{"{", true}, {strings.Repeat(" ", 100), false}} {
		c, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := fmt.Fprintf(c, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n%s", body.sent); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-ended:
			if (err != nil) != body.slow {
				t.Errorf("%d bytes sent: %v", len(body.sent), err)
			}
		case <-time.After(20 * time.Second):
			t.Errorf("%d bytes sent: it waits without end", len(body.sent))
		}
	}
}
