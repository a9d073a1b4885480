package egress

import "time"

// Filter says which transfers of a workspace are wanted; the zero value means all.
type Filter struct {
	Bot     string
	Purpose Purpose
}

// Sum is what left for one purpose to one recipient.
type Sum struct {
	Purpose   Purpose
	Recipient string
	Region    string
	Transfers int
	BytesOut  int64
	BytesIn   int64
	Last      time.Time
}
