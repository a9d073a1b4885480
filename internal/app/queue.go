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

// Read implements source.Queue.
func (q *queue) Read(ctx context.Context, workspace, bot, source string) error {
	return q.with(func(jobs *job.Queue) error { return jobs.Add(ctx, reading(workspace, bot, source)) })
}

// Revive implements source.Queue.
func (q *queue) Revive(ctx context.Context, workspace, bot, source string) error {
	return q.with(func(jobs *job.Queue) error { return jobs.Revive(ctx, reading(workspace, bot, source)) })
}

func reading(workspace, bot, source string) job.Job {
	return job.Job{Task: readSource, Workspace: workspace, Bot: bot, Subject: source}
}

// with calls f with the open queue; without one there is nothing to do.
func (q *queue) with(f func(*job.Queue) error) error {
	q.mu.Lock()
	jobs := q.jobs
	q.mu.Unlock()
	if jobs == nil {
		return nil
	}
	return f(jobs)
}
