// Package workspace holds who owns what: workspaces and the keys that may manage them. Every
// stored row carries its workspace, every store method takes it first.
package workspace

import (
	"context"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/word"
)

// Workspace is a customer's room: its bots, sources, conversations and keys are visible to
// nobody else. The first start of the server makes one.
type Workspace struct {
	ID        string
	Name      string
	CreatedAt time.Time
}

// TrialID begins the ids of workspaces that checks of promises make for themselves and erase again; nobody can choose
// an id.
const TrialID = "wsproof"

// Trial reports whether a check has made the workspace with this id. It is no customer's.
func Trial(id string) bool { return strings.HasPrefix(id, TrialID+"_") }

// Role is what a key (later: a member) may do in its workspace.
type Role string

// The roles, from most to least.
const (
	Owner   Role = "owner"   // everything, keys included
	Editor  Role = "editor"  // bots, sources, conversations
	Analyst Role = "analyst" // read without personal data
)

// May reports whether the role includes what the other may do.
func (r Role) May(needed Role) bool { return rank(r) >= rank(needed) && rank(r) > 0 }

func rank(r Role) int {
	switch r {
	case Owner:
		return 3
	case Editor:
		return 2
	case Analyst:
		return 1
	}
	return 0
}

// Key lets a program or an operator manage a workspace. Only its hash is stored; the secret is
// shown once when it is made.
type Key struct {
	Workspace  string
	ID         string
	Label      string
	Prefix     string // the first characters of the secret, to tell keys apart in a list
	Hash       []byte // token.Hash of the secret
	Role       Role
	CreatedAt  time.Time
	LastUsedAt time.Time // zero: never
	RevokedAt  time.Time // zero: valid
}

// Store is what this package needs from storage.
type Store interface {
	// CreateFirst writes a workspace with its first key, unless there is one of a customer already.
	CreateFirst(ctx context.Context, w Workspace, k Key) (created bool, err error)
	// Workspaces lists all of them, oldest first.
	Workspaces(ctx context.Context) ([]Workspace, error)
	// KeyByHash finds a key in any workspace; problem.NotFound if unknown.
	KeyByHash(ctx context.Context, hash []byte) (Key, error)
	// CreateKey, Keys and RevokeKey manage a workspace's keys. RevokeKey of an unknown id is
	// problem.NotFound.
	CreateKey(ctx context.Context, k Key) error
	Keys(ctx context.Context, workspace string) ([]Key, error)
	RevokeKey(ctx context.Context, workspace, id string, at time.Time) error
	// TouchKey notes the use of a key, to the day: finer times would be a work record.
	TouchKey(ctx context.Context, workspace, id string, at time.Time) error
}

// Keys makes and checks keys.
type Keys struct {
	Store Store
	Now   func() time.Time
}

// FirstStart makes the first workspace with an owner key if there is no workspace yet, and
// returns the key's secret, which is told nowhere else. Later calls return the oldest workspace
// and an empty secret.
func (s Keys) FirstStart(ctx context.Context) (w Workspace, secret string, err error) {
	now := s.Now().UTC()
	w = Workspace{ID: token.ID("ws"), Name: "Workspace", CreatedAt: now}
	key, secret := newKey(w.ID, "Owner key of the first start", Owner, now)
	created, err := s.Store.CreateFirst(ctx, w, key)
	if err != nil {
		return Workspace{}, "", err
	}
	if created {
		return w, secret, nil
	}
	all, err := s.Store.Workspaces(ctx)
	if err != nil {
		return Workspace{}, "", err
	}
	for _, w := range all {
		if !Trial(w.ID) {
			return w, "", nil
		}
	}
	return Workspace{}, "", problem.New(problem.Internal, "no_workspace", "There is no workspace.")
}

// Create makes a further key and returns its secret.
func (s Keys) Create(ctx context.Context, workspace, label string, role Role) (Key, string, error) {
	if rank(role) == 0 {
		return Key{}, "", problem.New(problem.Invalid, "role_unknown", "The role %q is unknown: use owner, editor or analyst.", role)
	}
	if label = strings.TrimSpace(label); label == "" {
		return Key{}, "", problem.New(problem.Invalid, "label_empty", "Please give the key a label that says what it is for, such as “website build”.")
	}
	if !word.OneLine(label, 100) {
		return Key{}, "", problem.New(problem.Invalid, "label_wrong", "A key's label has 1 to 100 characters on one line, not only invisible ones and none that turns the direction of writing.")
	}
	key, secret := newKey(workspace, label, role, s.Now().UTC())
	if err := s.Store.CreateKey(ctx, key); err != nil {
		return Key{}, "", err
	}
	return key, secret, nil
}

// Authenticate finds the key of a secret. Unknown and revoked keys give the same error.
func (s Keys) Authenticate(ctx context.Context, secret string) (Key, error) {
	refused := problem.New(problem.Unauthorized, "key_invalid", "This needs a valid key: send it as “Authorization: Bearer …”.")
	if !strings.HasPrefix(secret, "wca_") {
		return Key{}, refused
	}
	key, err := s.Store.KeyByHash(ctx, token.Hash(secret))
	if problem.Is(err, problem.NotFound) {
		return Key{}, refused
	}
	if err != nil {
		return Key{}, err
	}
	if !key.RevokedAt.IsZero() {
		return Key{}, refused
	}
	if now := s.Now().UTC(); now.Truncate(24*time.Hour) != key.LastUsedAt.UTC().Truncate(24*time.Hour) {
		if err := s.Store.TouchKey(ctx, key.Workspace, key.ID, now.Truncate(24*time.Hour)); err != nil {
			return Key{}, err
		}
	}
	return key, nil
}

func newKey(workspace, label string, role Role, now time.Time) (Key, string) {
	secret := token.Secret("wca")
	return Key{
		Workspace: workspace, ID: token.ID("key"), Label: label, Prefix: secret[:8],
		Hash: token.Hash(secret), Role: role, CreatedAt: now,
	}, secret
}
