package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync/atomic"

	"modernc.org/sqlite"
)

// openPrepared opens SQLite so that each connection keeps the statements it has parsed: parsing
// costs as much as running most of ours. (pgx does the same for PostgreSQL by itself.)
// Writes are counted in written.
func openPrepared(dsn string, written *atomic.Int64) *sql.DB {
	return sql.OpenDB(connector{dsn, written})
}

type connector struct {
	dsn     string
	written *atomic.Int64
}

// Connect implements driver.Connector.
func (c connector) Connect(context.Context) (driver.Conn, error) {
	conn, err := c.Driver().Open(c.dsn)
	if err != nil {
		return nil, err
	}
	full, ok := conn.(fullConn)
	if !ok {
		return nil, errors.Join(errors.New("the SQLite driver lacks a method that is needed"), conn.Close())
	}
	return &preparing{fullConn: full, statements: map[string]*prepared{}, written: c.written}, nil
}

// Driver implements driver.Connector.
func (c connector) Driver() driver.Driver { return &sqlite.Driver{} }

type fullConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// maxPrepared bounds what a connection keeps. Ours are about a hundred, and another hundred that
// erasures put together; others put together while running must not pile up.
const maxPrepared = 400

// preparing is a connection that keeps what it has parsed. database/sql uses it from one goroutine
// at a time.
type preparing struct {
	fullConn
	statements map[string]*prepared
	written    *atomic.Int64
}

type prepared struct {
	statement interface {
		driver.StmtExecContext
		driver.StmtQueryContext
		driver.Stmt
	}
	busy bool // its rows are being read
}

// statement returns the parsed statement, or nil where the connection should parse it anew: its
// rows are being read, it cannot be prepared, or there are too many.
func (c *preparing) statement(ctx context.Context, query string) (*prepared, error) {
	if p, ok := c.statements[query]; ok {
		if p.busy {
			return nil, nil
		}
		return p, nil
	}
	if len(c.statements) >= maxPrepared {
		return nil, nil
	}
	s, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	p := &prepared{}
	ok := false
	if p.statement, ok = s.(interface {
		driver.StmtExecContext
		driver.StmtQueryContext
		driver.Stmt
	}); !ok {
		return nil, s.Close()
	}
	c.statements[query] = p
	return p, nil
}

// ExecContext implements driver.ExecerContext. What is prepared runs to its end even if ctx ends: it
// takes a moment only, and for one that may be interrupted the driver starts a goroutine each time.
func (c *preparing) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	c.written.Add(1)
	if len(args) == 0 && query != begin && query != commit && query != rollback { // scripts of several statements, which come once
		return c.fullConn.ExecContext(ctx, query, args)
	}
	p, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	if p == nil {
		return c.fullConn.ExecContext(ctx, query, args)
	}
	return p.statement.ExecContext(context.WithoutCancel(ctx), args)
}

// QueryContext implements driver.QueryerContext.
func (c *preparing) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	p, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	if p == nil {
		return c.fullConn.QueryContext(ctx, query, args)
	}
	rows, err := p.statement.QueryContext(ctx, args)
	if err != nil {
		return nil, err
	}
	p.busy = true
	return &preparedRows{rows, p}, nil
}

// Close implements driver.Conn.
func (c *preparing) Close() error {
	var errs []error
	for _, p := range c.statements {
		errs = append(errs, p.statement.Close())
	}
	return errors.Join(append(errs, c.fullConn.Close())...)
}

type preparedRows struct {
	driver.Rows
	prepared *prepared
}

// Close implements driver.Rows.
func (r *preparedRows) Close() error {
	r.prepared.busy = false
	return r.Rows.Close()
}
