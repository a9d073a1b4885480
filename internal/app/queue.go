package app

import (
	"context"
	"sync"

	"github.com/webchatagent/wca/internal/job"
)

// queue asks for sources to be read. Without a running job queue (in a command) it leaves them
// queued: the command reads them itself, or a server finds them at its next look.
type queue struct {
	mu   sync.Mutex
	jobs *job.Queue
}

func (q *queue) open(jobs *job.Queue) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobs = jobs
}

func (q *queue) close() *job.Queue {
	q.mu.Lock()
	defer q.mu.Unlock()
	jobs := q.jobs
	q.jobs = nil
	return jobs
}

// Read implements source.Queue. Without an open queue there is nothing to do.
func (q *queue) Read(ctx context.Context, workspace, bot, source string) error {
	q.mu.Lock()
	jobs := q.jobs
	q.mu.Unlock()
	if jobs == nil {
		return nil
	}
	return jobs.Add(ctx, job.Job{Task: readSource, Workspace: workspace, Bot: bot, Subject: source})
}
