package main

import (
	"fmt"
	"net"
	"net/http"
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
		fmt.Fprintf(w, "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word%d \"},\"finish_reason\":null}]}\n\n", i)
		flush.Flush()
	}
	fmt.Fprint(w, "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
}

// relay is the bare way to the model: a server that passes the stream on and does nothing else.
func relay(to string) (url string, stop func()) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1000}}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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
	})}
	go server.Serve(listener)
	return "http://" + listener.Addr().String(), func() { server.Close() }
}
