package source

import (
	"context"
	"iter"
)

// batch is how many pages or documents are read from the store at once.
const batch = 500

// AllPages reads the pages of a source by address.
func AllPages(ctx context.Context, read Reader, s Source) iter.Seq2[Page, error] {
	return inBatches(func(offset int) ([]Page, error) {
		return read.Pages(ctx, s.Workspace, s.Bot, s.ID, Some{Limit: batch, Offset: offset})
	})
}

// AllDocuments reads the documents of a bot by address.
func AllDocuments(ctx context.Context, store Store, workspace, bot string) iter.Seq2[Document, error] {
	return inBatches(func(offset int) ([]Document, error) {
		return store.Documents(ctx, workspace, bot, batch, offset)
	})
}

// inBatches reads a list to its end, or to its first error.
func inBatches[T any](read func(offset int) ([]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for offset := 0; ; offset += batch {
			some, err := read(offset)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, one := range some {
				if !yield(one, nil) {
					return
				}
			}
			if len(some) < batch {
				return
			}
		}
	}
}
