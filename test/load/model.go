package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"time"
)

// model is a stand-in for a provider that answers at once, so that what is measured is ours. It
// speaks just enough of OpenAI's chat completions.
type model struct {
	url    string
	server *http.Server
	tokens int
	pause  time.Duration // between tokens
}

func startModel(tokens int) *model {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	m := &model{url: "http://" + listener.Addr().String(), tokens: tokens}
	m.server = &http.Server{Handler: http.HandlerFunc(m.answer)}
	go m.server.Serve(listener)
	return m
}

func (m *model) stop() { m.server.Close() }

// answer writes words without figures: those are held back until the end of the sentence, when they
// are checked, and the time to the first token would be that of the sentence.
func (m *model) answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	for i := range m.tokens {
		if i > 0 && m.pause > 0 {
			select {
			case <-time.After(m.pause):
			case <-r.Context().Done():
				return
			}
		}
		fmt.Fprintf(w, "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word%c \"},\"finish_reason\":null}]}\n\n", 'a'+i%26)
		flush.Flush()
	}
	fmt.Fprint(w, "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
}

// startRelay starts the bare way to the model as a process of its own, so that what it costs can
// be compared.
func startRelay(ctx context.Context, to string) (url string, p *os.Process, err error) {
	self, err := os.Executable()
	if err != nil {
		return "", nil, err
	}
	cmd := exec.CommandContext(ctx, self, "-relay", to)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	_, err = fmt.Fscanln(out, &url)
	return url, cmd.Process, err
}

// relay serves what passes the model's stream on and does nothing else.
func relay(to string) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println("http://" + listener.Addr().String())
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1000}}
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		request, err := http.NewRequestWithContext(r.Context(), http.MethodPost, to, r.Body)
		if err != nil {
			return
		}
		response, err := client.Do(request)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer response.Body.Close()
		w.Header().Set("Content-Type", "text/event-stream")
		flush := http.NewResponseController(w)
		buf := make([]byte, 4096)
		for {
			n, err := response.Body.Read(buf)
			w.Write(buf[:n])
			flush.Flush()
			if err != nil {
				return
			}
		}
	}))
}
