package child

import (
	"errors"
	"fmt"
	"io"
	"math"
	"time"
)

// Limits is what a child process may use in its whole life.
type Limits struct {
	Memory int64         // bytes
	CPU    time.Duration // a child that has used half of it ends after its answer
}

// Serve answers requests from in on out until in ends, within limits that hold
// for the whole process from now on. work may call alive to show that it makes
// progress.
func Serve(in io.Reader, out io.Writer, limits Limits, work func(content []byte, alive func()) []byte) error {
	if err := limits.apply(); err != nil {
		return err
	}
	for spent() < limits.CPU/2 {
		kind, content, err := readFrame(in, math.MaxUint32)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading a request: %w", err)
		}
		if kind != request {
			return fmt.Errorf("%w: want a request", errFrame)
		}
		var lost error
		reply := work(content, func() { lost = errors.Join(lost, writeFrame(out, alive, nil)) })
		if lost != nil {
			return lost
		}
		if err := writeFrame(out, answer, reply); err != nil {
			return err
		}
	}
	return nil
}
