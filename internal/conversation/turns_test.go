package conversation

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"testing/synctest"
)

func TestTurnsAreGivenInOrderAndThoseUnderWayGoFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var all turns
		var held []*turn
		for range 2 * runtime.GOMAXPROCS(0) {
			one, err := all.take(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			held = append(held, one)
		}
		order := make(chan string, 10)
		wait := func(name string, ctx context.Context, take func(ctx context.Context) (*turn, error)) {
			go func() {
				one, err := take(ctx)
				if err != nil {
					order <- name + " gave up"
					return
				}
				order <- name
				one.pause()
				one.pause() // once is enough, twice does no harm
			}()
			synctest.Wait() // until it stands in the queue
		}
		impatient, leave := context.WithCancelCause(t.Context())
		wait("first", t.Context(), all.take)
		wait("impatient", impatient, all.take)
		wait("second", t.Context(), all.take)
		paused := held[0]
		wait("back", t.Context(), func(ctx context.Context) (*turn, error) {
			again := &turn{all: &all}
			return again, again.goOn(ctx)
		})
		leave(errors.New("gone"))
		synctest.Wait()
		paused.pause()
		synctest.Wait()
		var got string
		for range 4 {
			got += <-order + ", "
		}
		if got != "impatient gave up, back, first, second, " {
			t.Errorf("turns went to: %s", got)
		}
		for _, one := range held[1:] {
			one.pause()
		}
		if all.taken != 0 {
			t.Errorf("%d turns are still taken", all.taken)
		}
	})
}
