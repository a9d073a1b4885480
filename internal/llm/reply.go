package llm

// reply is what a provider streams, on its way to who reads it.
type reply struct {
	yield   func(Chunk, error) bool
	ended   bool // the provider has said that this is all
	stopped bool // nobody reads on, or it was told why nothing more comes
}

// give hands a chunk on and reports whether more is wanted.
func (r *reply) give(c Chunk) bool {
	if c == (Chunk{}) {
		return true
	}
	r.stopped = !r.yield(c, nil)
	return !r.stopped
}

// fail tells what went wrong and wants no more.
func (r *reply) fail(e *Error) bool {
	r.stopped = true
	r.yield(Chunk{}, e)
	return false
}

// close reports how the stream ended: by an error of the connection, or cut off before its end.
func (r *reply) close(err error) {
	switch {
	case r.stopped:
	case err != nil:
		r.yield(Chunk{}, err)
	case !r.ended:
		r.yield(Chunk{}, &Error{Kind: Unavailable, Message: "the answer was cut off"})
	}
}
