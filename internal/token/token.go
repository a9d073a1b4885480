// Package token makes opaque identifiers and secrets. Neither tells anything about what it
// names: not its age, not how many there are.
package token

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

var encoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// ID returns a new identifier of the form prefix_26characters with 130 bits of alphabet and
// 128 bits of randomness.
func ID(prefix string) string { return prefix + "_" + random(16) }

// Secret returns a new bearer secret with 256 bits of randomness. Store only its Hash.
func Secret(prefix string) string { return prefix + "_" + random(32) }

// Hash is what is stored of a secret. Secrets are random and long, so a plain SHA-256 suffices;
// passwords need argon2id instead.
func Hash(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// Derived returns the identifier that the given parts always lead to, so that doing the same
// work twice writes the same row twice instead of two rows.
func Derived(prefix string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return prefix + "_" + encoding.EncodeToString(sum[:16])
}

func random(n int) string {
	b := make([]byte, n)
	rand.Read(b) // never fails, see crypto/rand
	return encoding.EncodeToString(b)
}
